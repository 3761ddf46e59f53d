"""Rates of counted cases: the share of each group in all cases, or cases per inhabitants of the same group."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ... import fields
from ...errors import InputError
from ...messages import tr

RATES = (
    fields.AREA, fields.VARIABLE, fields.REFERENCE_DATE, fields.VALUE, fields.NUMERATOR, fields.DENOMINATOR,
    fields.FLAG, fields.SOURCE,
)  # fmt: skip
_KEY = [fields.AREA.name, fields.VARIABLE.name]


def shares_of_total(counts: pd.DataFrame, prefix: str) -> dict[str, str]:
    """Return for each variable of persons the one that it is a share of: the total."""
    return {name: prefix for name in counts[fields.VARIABLE.name].unique() if name != prefix}


def bases_of_population(counts: pd.DataFrame, prefix: str, population: pd.DataFrame, whole: str) -> dict[str, str]:
    """Return for each variable the inhabitants of the same group: `HZE_u18` per `E_u18`; others are left out.

    Raises InputError if the population has none of them.
    """
    known = set(population[fields.VARIABLE.name])
    bases = {}
    for name in counts[fields.VARIABLE.name].unique():
        base = whole + name[len(prefix) :] if name.startswith(prefix) else ""
        if base in known:
            bases[name] = base
    if not bases:
        raise InputError(
            tr(
                "POPULATION has no inhabitants for these cases: “{base}” for “{name}” is missing. It holds: {known}."
            ).format(base=whole, name=prefix, known=", ".join(sorted(known)[:20]) or "–")
        )
    return bases


def rates(
    counts: pd.DataFrame,
    bases: Mapping[str, str],
    population: pd.DataFrame,
    factor: float,
    least: int = 0,
    smallest_base: int = 0,
) -> pd.DataFrame:
    """Return `factor` x count / base for each count that has a base (columns RATES).

    `counts` and `population` are long tables; a hidden or missing count or base hides the rate, and with `least` and
    `smallest_base` so does a rest from 1 to below the one and a base below the other (0: no such rule).
    """
    table = counts[counts[fields.VARIABLE.name].isin(list(bases))].reset_index(drop=True)
    table["base"] = table[fields.VARIABLE.name].map(dict(bases))
    base = population[[*_KEY, fields.VALUE.name, fields.FLAG.name]].drop_duplicates(_KEY)
    base.columns = [fields.AREA.name, "base", fields.DENOMINATOR.name, "base_flag"]
    table = table.merge(base, on=[fields.AREA.name, "base"], how="left")
    numerator = table[fields.VALUE.name].to_numpy(dtype=float)
    denominator = table[fields.DENOMINATOR.name].to_numpy(dtype=float)
    flag = table[fields.FLAG.name].fillna("").to_numpy(dtype=object)
    flag = np.where(flag == "", table["base_flag"].fillna("").to_numpy(dtype=object), flag)
    flag = np.where((flag == "") & np.isnan(denominator), fields.Flag.MISSING, flag)
    rest = denominator - numerator
    flag = np.where((flag == "") & (rest > 0) & (rest < least), fields.Flag.SECRET, flag)
    small = (denominator < smallest_base) & (denominator > 0)
    flag = np.where((flag == "") & small, fields.Flag.TOO_SMALL_BASE, flag)
    flag = np.where((flag == "") & (denominator == 0), fields.Flag.NOT_APPLICABLE, flag)
    shown = flag == ""
    table[fields.FLAG.name] = flag
    with np.errstate(divide="ignore", invalid="ignore"):
        table[fields.VALUE.name] = np.where(shown, factor * numerator / denominator, np.nan)
    table[fields.NUMERATOR.name] = np.where(shown, numerator, np.nan)
    table[fields.DENOMINATOR.name] = np.where(shown, denominator, np.nan)
    return table[[field.name for field in RATES]]
