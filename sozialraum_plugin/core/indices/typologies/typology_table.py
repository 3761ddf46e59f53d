"""The typology of a table with one row per area: areas with their types, types with their traits, and the account."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from ...balance import Balance
from ...errors import InputError
from ...fields import AREA, AREA_COUNT, AREA_NAME, EXCLUDED, POPULATION, Field, Kind
from ...messages import tr
from ..area_codes import code_text, without_repeated_rows
from ..cells import flag_column, number_column
from ..exclusion import Candidates, exclusion_reasons
from ..status.status_report import reading_lines
from .typology import TypeChoice, Types, find_types
from .typology_names import Trait, is_known, traits_of
from .typology_report import log_lines, warning_lines

TYPE = Field("typ", Kind.INTEGER)  # 1 is the most burdened
TYPE_NAME = Field("typ_name")
DISTANCE = Field("abstand", Kind.REAL)  # to the own centre, in deviations
SILHOUETTE = Field("silhouette", Kind.REAL)
SECOND_TYPE = Field("zweitnaechster_typ", Kind.INTEGER)
BURDEN = Field("belastung", Kind.REAL)
SHARE = Field("anteil_einwohner", Kind.REAL)  # per cent
TYPE_COUNT = Field("typen", Kind.INTEGER)
INERTIA = Field("quadratsumme", Kind.REAL)
GAP = Field("gap", Kind.REAL)
GAP_ERROR = Field("gap_fehler", Kind.REAL)
CHOSEN = Field("gewaehlt", Kind.BOOLEAN)
CHOICE_TABLE = (TYPE_COUNT, INERTIA, SILHOUETTE, GAP, GAP_ERROR, CHOSEN)


@dataclass(frozen=True)
class TypeColumns:
    """The columns of the table; None where there is none. `polarities` has one sign per field, or is empty."""

    area: str
    fields: tuple[str, ...]
    name: str | None = None
    population: str | None = None
    exclude: str | None = None
    min_population: int = 1
    polarities: tuple[str, ...] = ()


@dataclass(frozen=True)
class TypologyTable:
    """`areas` (`area_fields`, in the order of the table), `types` (`type_fields`), and `choice`: what was tried."""

    areas: pd.DataFrame
    area_fields: tuple[Field, ...]
    types: pd.DataFrame
    type_fields: tuple[Field, ...]
    choice: pd.DataFrame
    found: Types
    balance: Balance
    log: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def typology_table(
    table: pd.DataFrame, columns: TypeColumns, choice: TypeChoice, tick: Callable[[], None] = lambda: None
) -> TypologyTable:
    """Put the areas of a table into types. Raises InputError for unreadable or double rows, or if no area is left."""
    if table.empty:
        raise InputError(tr("The table has no rows, so there is no area to compare."))
    if not columns.fields:
        raise InputError(tr("FIELDS is empty. Choose the indicators by which areas are of a kind."))
    traits, unknown = _traits(columns)
    candidates = _candidates(table, columns)
    reasons = without_repeated_rows(candidates.codes, candidates.values(), exclusion_reasons(candidates))
    balance = _balance(reasons)
    rows = _sorted_rows(candidates.codes, reasons)
    if not len(rows):
        raise InputError(tr("No area is left to compare. {account}").format(account="; ".join(balance.lines())))
    found = find_types(candidates.values().to_numpy()[rows], traits, choice, tick)
    people = candidates.population.values[rows] if candidates.population else np.full(len(rows), np.nan)
    return TypologyTable(
        _areas(table, columns, candidates.codes, reasons, rows, found),
        _area_fields(columns),
        _types(found, people, columns.fields),
        _type_fields(columns.fields),
        _choice_table(found),
        found,
        balance,
        [*reading_lines(candidates.columns()), *log_lines(found, choice, traits)],
        warning_lines(found, traits, unknown, len(rows)),
    )


def _traits(columns: TypeColumns) -> tuple[list[Trait], list[str]]:
    """Return the traits with their polarities, and the fields whose polarity nobody has said."""
    traits = traits_of(columns.fields)
    if columns.polarities:
        if len(columns.polarities) != len(traits):
            raise InputError(
                tr("POLARITIES has {count} signs for {fields} indicators. Give one +, - or 0 per indicator.").format(
                    count=len(columns.polarities), fields=len(traits)
                )
            )
        return [replace(trait, polarity=_sign(text)) for trait, text in zip(traits, columns.polarities)], []
    unknown = [name for name in columns.fields if not is_known(name)]
    return [replace(trait, polarity="+") if trait.field in unknown else trait for trait in traits], unknown


def _sign(text: str) -> str:
    sign = text.replace("−", "-").replace("–", "-")
    if sign not in ("+", "-", "0"):
        raise InputError(tr("POLARITIES: “{text}” is neither + nor - nor 0.").format(text=text))
    return sign


def _candidates(table: pd.DataFrame, columns: TypeColumns) -> Candidates:
    population = None
    if columns.population:
        population = number_column(columns.population, table[columns.population].tolist(), whole=True)
    return Candidates(
        [code_text(cell) for cell in table[columns.area]],
        [number_column(name, table[name].tolist()) for name in columns.fields],
        flag_column(columns.exclude, table[columns.exclude].tolist()) if columns.exclude else [None] * len(table),
        population,
        columns.min_population if population else 0,
    )


def _sorted_rows(codes: Sequence[str | None], reasons: Sequence[str | None]) -> np.ndarray:
    """Return the rows that take part, by code: the result must not hang on the order of the table."""
    rows = [row for row, reason in enumerate(reasons) if reason is None]
    return np.array(sorted(rows, key=lambda row: codes[row]), dtype=np.int64)


def _balance(reasons: Sequence[str | None]) -> Balance:
    balance = Balance(tr("areas"), len(reasons))
    balance.add(tr("with a type"), list(reasons).count(None))
    for reason in reasons:
        if reason is not None:
            balance.add(reason, 1)
    return balance


def deviation_field(name: str) -> Field:
    """Return the column with how many deviations an area or type lies from the middle of all areas."""
    return Field(f"z_{name}", Kind.REAL)


def mean_field(name: str) -> Field:
    """Return the column with the mean of an indicator over the areas of a type."""
    return Field(f"mittel_{name}", Kind.REAL)


def _area_fields(columns: TypeColumns) -> tuple[Field, ...]:
    named = (AREA_NAME,) if columns.name else ()
    deviations = tuple(deviation_field(name) for name in columns.fields)
    return (AREA, *named, TYPE, TYPE_NAME, DISTANCE, SILHOUETTE, SECOND_TYPE, EXCLUDED, *deviations)


def _type_fields(fields: Sequence[str]) -> tuple[Field, ...]:
    numbers = tuple(make(name) for name in fields for make in (mean_field, deviation_field))
    return (TYPE, TYPE_NAME, AREA_COUNT, POPULATION, SHARE, BURDEN, SILHOUETTE, *numbers)


def _areas(
    table: pd.DataFrame,
    columns: TypeColumns,
    codes: Sequence[str | None],
    reasons: Sequence[str | None],
    rows: np.ndarray,
    found: Types,
) -> pd.DataFrame:
    cells: dict[str, object] = {AREA.name: list(codes), EXCLUDED.name: list(reasons)}
    if columns.name:
        cells[AREA_NAME.name] = table[columns.name].tolist()
    results = {
        TYPE.name: [int(label) + 1 for label in found.labels],
        TYPE_NAME.name: [found.names[label] for label in found.labels],
        DISTANCE.name: found.distance.tolist(),
        SILHOUETTE.name: found.silhouette.tolist() if len(found.names) > 1 else [None] * len(rows),
        SECOND_TYPE.name: [int(other) + 1 if other >= 0 else None for other in found.second],
    }
    for at, name in enumerate(columns.fields):
        results[deviation_field(name).name] = found.scaled.values[:, at].tolist()
    for name, values in results.items():
        column = np.full(len(table), None, dtype=object)
        column[rows] = values
        cells[name] = column
    return pd.DataFrame(cells, dtype=object)


def _types(found: Types, people: np.ndarray, fields: Sequence[str]) -> pd.DataFrame:
    """Return one row per type; inhabitants are empty where those of an area are unknown."""
    rows = []
    for number, name in enumerate(found.names):
        inside = found.labels == number
        inhabitants, all_people = people[inside].sum(), people.sum()
        row = {
            TYPE.name: number + 1,
            TYPE_NAME.name: name,
            AREA_COUNT.name: int(inside.sum()),
            POPULATION.name: None if np.isnan(inhabitants) else round(float(inhabitants)),
            SHARE.name: 100 * inhabitants / all_people if all_people > 0 else None,
            BURDEN.name: found.burden[number],
            SILHOUETTE.name: found.silhouette[inside].mean() if len(found.names) > 1 else None,
        }
        for at, indicator in enumerate(fields):
            row[mean_field(indicator).name] = found.means[number, at]
            row[deviation_field(indicator).name] = found.centres[number, at]
        rows.append(row)
    return pd.DataFrame(rows, dtype=object)


def _choice_table(found: Types) -> pd.DataFrame:
    rows = [
        (
            tried.clusters,
            tried.inertia,
            tried.silhouette,
            tried.gap,
            tried.gap_error,
            tried.clusters == len(found.names),
        )
        for tried in found.tried
    ]
    return pd.DataFrame(rows, columns=[column.name for column in CHOICE_TABLE], dtype=object)
