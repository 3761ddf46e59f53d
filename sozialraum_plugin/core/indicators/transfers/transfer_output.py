"""Carried-over values as tables: wide, long as counts, long as indicators, and with all details."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ...fields import (
    AREA,
    AREA_NAME,
    COUNTS,
    DENOMINATOR,
    DENOMINATOR_DATE,
    FLAG,
    INDICATOR,
    INDICATORS,
    LEVEL,
    NUMERATOR,
    REFERENCE_DATE,
    SOURCE,
    VALUE,
    VARIABLE,
    Field,
    Flag,
    Kind,
)
from .transfer_crosswalk import METHOD, Method
from .transfer_run import Transferred
from .transfer_tables import FLAG_SUFFIX, Key, Variables
from .transfer_values import Carried

KNOWN_PART = Field("bekannt", Kind.REAL)
LOW = Field("wert_von", Kind.REAL)
HIGH = Field("wert_bis", Kind.REAL)  # NULL: open above
ERROR = Field("standardfehler", Kind.REAL)
SPLIT = Field("anteil_geteilt", Kind.REAL)  # 0 to 1, of the value, from sources that lie in several targets
GROUND = Field("anteil_flaeche", Kind.REAL)  # 0 to 1, of the value, shared out by ground
MEASURES = (KNOWN_PART, LOW, HIGH, ERROR, SPLIT, GROUND, METHOD)
DETAILS = (AREA, VARIABLE, REFERENCE_DATE, VALUE, FLAG, *MEASURES)
ERROR_SUFFIX = "_fehler"
_DECIMALS = 6


def details_table(result: Transferred, targets: Sequence[str]) -> pd.DataFrame:
    """Return the table DETAILS: one row per variable, Stichtag and target."""
    parts = []
    for (name, date), carried in result.values.items():
        frame = {AREA.name: list(targets), VARIABLE.name: name, REFERENCE_DATE.name: date}
        parts.append(pd.DataFrame({**frame, **_measures(carried)}))
    columns = [field.name for field in DETAILS]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def counts_table(
    result: Transferred, variables: Variables, targets: Sequence[str], names: Mapping[str, str], source: str
) -> pd.DataFrame:
    """Return the counts (no rates) as COUNTS, with the measures of error; `names` maps variables to their new names."""
    parts = []
    for key, carried in result.values.items():
        if key in variables.rates or key in variables.ratios:
            continue
        meta = variables.meta.get(key, {})
        told = meta.get(SOURCE.name) or source
        frame = {AREA.name: list(targets), VARIABLE.name: names.get(key[0], key[0]), REFERENCE_DATE.name: key[1]}
        parts.append(pd.DataFrame({**frame, SOURCE.name: told, **_measures(carried)}))
    columns = [field.name for field in (*COUNTS, *MEASURES)]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def indicators_table(
    result: Transferred, variables: Variables, targets: Sequence[str], texts: Mapping[str, Sequence[str | None]]
) -> pd.DataFrame:
    """Return the values as INDICATORS with the measures of error; `texts` gives `gebiet_name` and `ebene` of targets.

    Numerators and denominators are those carried over.
    """
    parts = []
    for key, carried in result.values.items():
        meta = variables.meta.get(key, {})
        top, bottom = _parts_of(result, variables, key, carried)
        frame = {
            AREA.name: list(targets),
            AREA_NAME.name: texts.get(AREA_NAME.name),
            LEVEL.name: texts.get(LEVEL.name),
            INDICATOR.name: key[0],
            REFERENCE_DATE.name: key[1],
            **_measures(carried),
            NUMERATOR.name: top,
            DENOMINATOR.name: bottom,
        }
        frame.update({field.name: meta.get(field.name) for field in INDICATORS if field.name not in frame})
        if key not in variables.ratios:
            frame[DENOMINATOR_DATE.name] = None
        parts.append(pd.DataFrame(frame))
    columns = [field.name for field in (*INDICATORS, *MEASURES)]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def _parts_of(
    result: Transferred, variables: Variables, key: Key, carried: Carried
) -> tuple[np.ndarray | None, np.ndarray | None]:
    if key in variables.ratios:
        return tuple(np.round(result.parts[part].value[:, 0], _DECIMALS) for part in variables.ratios[key][:2])
    return (None if key in variables.rates else np.round(carried.value[:, 0], _DECIMALS)), None


def wide_table(result: Transferred) -> tuple[pd.DataFrame, list[Field]]:
    """Return one row per target with the value, flag and standard error of each variable, and the fields."""
    columns, fields = {}, []
    for (name, _), carried in result.values.items():
        measures = _measures(carried)
        for field, values in (
            (Field(name, Kind.REAL), measures[VALUE.name]),
            (Field(f"{name}{FLAG_SUFFIX}"), measures[FLAG.name]),
            (Field(f"{name}{ERROR_SUFFIX}", Kind.REAL), measures[ERROR.name]),
        ):
            columns[field.name] = values
            fields.append(field)
    return pd.DataFrame(columns), fields


def _measures(carried: Carried) -> dict[str, np.ndarray]:
    split, ground = carried.split[:, 0], carried.ground[:, 0]
    method = np.select(
        [carried.flag[:, 0] == Flag.MISSING, split <= 0, ground <= 0, ground >= split - 1e-9],
        [Method.NONE, Method.WHOLE, Method.WEIGHTS, Method.GROUND],
        Method.BOTH,
    )
    high = np.where(np.isfinite(carried.high[:, 0]), carried.high[:, 0], np.nan)
    numbers = {
        VALUE: carried.value[:, 0],
        KNOWN_PART: carried.known[:, 0],
        LOW: carried.low[:, 0],
        HIGH: high,
        ERROR: carried.error[:, 0],
        SPLIT: split,
        GROUND: ground,
    }
    rounded = {field.name: np.round(values.astype(float), _DECIMALS) for field, values in numbers.items()}
    return {**rounded, FLAG.name: carried.flag[:, 0], METHOD.name: method}
