"""From the long table of indicators to a wide one: one row an area of one level, one column an indicator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from ..errors import InputError
from ..fields import (
    AREA,
    AREA_NAME,
    INDICATOR,
    LEVEL,
    LOWER,
    POPULATION,
    REFERENCE_DATE,
    SMOOTHED,
    UPPER,
    VALUE,
    Field,
    Kind,
)
from ..messages import tr
from ..numbers import format_date
from .imports.reference_dates import years_before
from .indicator_plan import NEAREST_LAG

POPULATION_CODE = "B01"
CHANGE_SUFFIX = "_d"
VALUES, INTERVALS, SMOOTHED_VALUES = "value", "interval", "smoothed"
CONTENTS = (VALUES, INTERVALS, SMOOTHED_VALUES)
COLUMNS_OF = {INTERVALS: {"_von": LOWER, "_bis": UPPER}, SMOOTHED_VALUES: {"_glatt": SMOOTHED}}
_KEY = [AREA.name, INDICATOR.name, REFERENCE_DATE.name]


@dataclass(frozen=True)
class Wide:
    """The wide table with its fields, and what was taken: each indicator's Stichtag and the one before."""

    table: pd.DataFrame
    fields: list[Field]
    dates: dict[str, str]
    dates_before: dict[str, str]
    left_out: list[str]


def columns_needed(contents: Sequence[str]) -> list[Field]:
    """Return the columns of the long table that the wanted contents come from, beside the value."""
    return [column for content in contents for column in COLUMNS_OF.get(content, {}).values()]


def pivot(
    indicators: pd.DataFrame,
    level: str,
    wanted: Sequence[str] = (),
    until: str | None = None,
    change_years: int = 0,
    contents: Sequence[str] = (VALUES,),
) -> Wide:
    """Return one row for each area of a level, values as reals, NaN where hidden or missing.

    Each indicator stands at its newest Stichtag (not after the ISO date `until`, if given) that has a value;
    `change_years` > 0 adds the change against the value so many years before as `<code>_d`. `contents` are some of
    `CONTENTS`: the value as `<code>` with its change, the interval as `<code>_von` and `<code>_bis`, the smoothed value
    as `<code>_glatt`. Indicators without a Stichtag in reach are `left_out`. Raises InputError (no rows, unknown level
    or indicator, a row twice).
    """
    table = _rows_of_level(indicators, level)
    codes = _codes(table, wanted)
    values = _by_indicator(table, VALUE)
    dates = {code: day for code in dict.fromkeys([POPULATION_CODE, *codes]) if (day := _newest(table, code, until))}
    areas = table.drop_duplicates(AREA.name)[[AREA.name, AREA_NAME.name, LEVEL.name]].set_index(AREA.name)
    population = {POPULATION.name: _at(values, POPULATION_CODE, dates.get(POPULATION_CODE), areas.index)}
    kept = [code for code in codes if code in dates]
    columns = {code: _at(values, code, dates[code], areas.index) for code in kept if VALUES in contents}
    before = {code: _date_before(values, code, dates[code], change_years) for code in columns if change_years > 0}
    columns |= {
        code + CHANGE_SUFFIX: columns[code] - _at(values, code, day, areas.index) for code, day in before.items()
    }
    for content in contents:
        for suffix, column in COLUMNS_OF.get(content, {}).items():
            others = _by_indicator(table, column)
            columns |= {code + suffix: _at(others, code, dates[code], areas.index) for code in kept}
    wide = pd.concat([areas, pd.DataFrame({**population, **columns}, index=areas.index)], axis=1).reset_index()
    fields = [AREA, AREA_NAME, LEVEL, POPULATION, *(Field(name, Kind.REAL) for name in columns)]
    found = {code: day for code, day in before.items() if day}
    return Wide(wide, fields, dates, found, [code for code in codes if code not in dates])


def _by_indicator(table: pd.DataFrame, column: Field) -> pd.DataFrame:
    """Return a column of the long table, areas and Stichtage by indicators."""
    numbers = table.set_index(_KEY)[column.name].astype(float)
    return numbers.unstack(INDICATOR.name)  # noqa: PD010 - a series has no pivot


def _rows_of_level(indicators: pd.DataFrame, level: str) -> pd.DataFrame:
    if indicators.empty:
        raise InputError(tr("INPUT: the table of indicators has no rows."))
    table = indicators[indicators[LEVEL.name] == level]
    if table.empty:
        levels = sorted({str(name) for name in indicators[LEVEL.name].dropna()})
        raise InputError(
            tr("LEVEL: the table has no areas of the level “{level}”. It has: {levels}.").format(
                level=level, levels=", ".join(levels) or "–"
            )
        )
    repeated = table[table.duplicated(_KEY)]
    if not repeated.empty:
        raise InputError(
            tr("INPUT: {key} is there twice. Remove one of the rows.").format(
                key=", ".join(map(str, repeated.iloc[0][_KEY]))
            )
        )
    return table.assign(**{VALUE.name: table[VALUE.name].astype(float)})


def _codes(table: pd.DataFrame, wanted: Sequence[str]) -> list[str]:
    there = list(dict.fromkeys(table[INDICATOR.name]))
    missing = [code for code in wanted if code not in there]
    if missing:
        raise InputError(
            tr("INDICATORS: “{code}” is not in the table at this level. It has: {codes}.").format(
                code=missing[0], codes=", ".join(there)
            )
        )
    return list(dict.fromkeys(wanted)) or there


def _newest(table: pd.DataFrame, code: str, until: str | None) -> str | None:
    """Return the newest Stichtag of an indicator at which an area has a value; else the newest at all."""
    rows = table[table[INDICATOR.name] == code]
    rows = rows if until is None else rows[rows[REFERENCE_DATE.name] <= until]
    with_value = rows[rows[VALUE.name].notna()]
    return (with_value if len(with_value) else rows)[REFERENCE_DATE.name].max() if len(rows) else None


def _date_before(values: pd.DataFrame, code: str, day: str, years: int) -> str | None:
    """Return the indicator's Stichtag nearest to the same day some years before."""
    wanted = years_before(day, years)
    counts = values[code].groupby(level=REFERENCE_DATE.name).count()  # of areas with a value
    distance = {other: abs((date.fromisoformat(other) - wanted).days) for other in counts[counts > 0].index}
    nearest = min(distance, key=lambda other: (distance[other], other), default=None)
    return nearest if nearest is not None and distance[nearest] <= NEAREST_LAG else None


def _at(values: pd.DataFrame, code: str, day: str | None, areas: pd.Index) -> pd.Series:
    if day is None:
        return pd.Series(float("nan"), index=areas)
    return values[code].xs(day, level=REFERENCE_DATE.name).reindex(areas)


def notes(wide: Wide) -> list[str]:
    """Return which Stichtag each column has, in sentences."""
    lines = []
    for code, day in wide.dates.items():
        earlier = wide.dates_before.get(code)
        text = f"{code}: {format_date(day)}"
        lines.append(f"{text} ({CHANGE_SUFFIX}: {format_date(earlier)})" if earlier else text)
    return lines
