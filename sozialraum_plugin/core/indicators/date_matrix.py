"""The Stichtag matrix: for each indicator and year whether there are values, for how many areas, of which edition.

The states of a cell, in this order: `anderer_gebietsstand` (values only for another edition of the areas), `fehlt` (no
value at all), `teilweise` (some areas lack one), `geschaetzt` (all there, some estimated or unsafe), `vorhanden`. A
hidden value is there: it was delivered and is only not shown. A rate of nobody (`entfaellt`) is no gap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ..errors import InputError
from ..fields import (
    AREA,
    AREA_COUNT,
    DATE_MATRIX,
    DATES,
    DENOMINATOR_DATE,
    ESTIMATED_COUNT,
    FLAG,
    HIDDEN_COUNT,
    INDICATOR,
    INDICATOR_NAME,
    LEVEL,
    MISSING_COUNT,
    NOTE,
    REFERENCE_DATE,
    STATE,
    TERRITORY,
    VALUE,
    WITH_VALUE,
    YEAR,
    Flag,
)
from ..messages import tr
from ..numbers import format_date
from .compute import HIDING_FLAGS

UNSURE_FLAGS = (Flag.ESTIMATED, Flag.UNSAFE, Flag.ROUNDED_TO_ZERO)
MOST_YEARS = 60
_SHOWN = 5
_ALSO_READ = (TERRITORY, FLAG, DENOMINATOR_DATE)


class State:
    """Values of `zustand`."""

    PRESENT = "vorhanden"
    PARTIAL = "teilweise"
    ESTIMATED = "geschaetzt"
    MISSING = "fehlt"
    OTHER = "anderer_gebietsstand"
    ALL = (PRESENT, PARTIAL, ESTIMATED, OTHER, MISSING)


@dataclass(frozen=True)
class Matrix:
    """The table `fields.DATE_MATRIX`, its years and indicators (code, name) in order, level, edition and areas."""

    table: pd.DataFrame
    years: list[int]
    indicators: list[tuple[str, str]]
    level: str
    territory: str
    areas: int


def date_matrix(
    indicators: pd.DataFrame,
    level: str,
    wanted: Sequence[tuple[str, str]] = (),
    territory: str = "",
    first: int | None = None,
    last: int | None = None,
) -> Matrix:
    """Return the matrix of one level.

    `wanted` are codes and names that must be in it, with no value either; none takes those of the table. `territory` is
    the edition that counts; empty: that of the newest Stichtag. `first` and `last` bound the years. Rows without a
    Stichtag are left out. Raises InputError (no rows, unknown level, years that are none).
    """
    rows = _rows(indicators, level)
    edition = territory or _newest_edition(rows)
    years = _years(rows, first, last)
    codes = list(wanted) or list(rows.drop_duplicates(INDICATOR.name)[[INDICATOR.name, INDICATOR_NAME.name]].itertuples(
        index=False, name=None
    ))  # fmt: skip
    ours = rows[rows[TERRITORY.name].isin(["", edition])]
    areas = sorted(set(ours[AREA.name]))
    groups = dict(iter(rows.groupby([INDICATOR.name, YEAR.name])))
    nothing = rows.iloc[:0]
    cells = [
        {LEVEL.name: level, INDICATOR.name: code, INDICATOR_NAME.name: name, YEAR.name: year}
        | _cell(groups.get((code, year), nothing), areas, edition)
        for code, name in codes
        for year in years
    ]
    table = pd.DataFrame(cells, columns=[column.name for column in DATE_MATRIX], dtype=object)
    return Matrix(table, years, codes, level, edition, len(areas))


def _rows(indicators: pd.DataFrame, level: str) -> pd.DataFrame:
    indicators = indicators[indicators[REFERENCE_DATE.name].notna()]
    if indicators.empty:
        raise InputError(tr("INPUT: the table of indicators has no rows."))
    rows = indicators[indicators[LEVEL.name] == level].copy()
    if rows.empty:
        levels = sorted({str(name) for name in indicators[LEVEL.name].dropna()})
        raise InputError(
            tr("LEVEL: the table has no areas of the level “{level}”. It has: {levels}.").format(
                level=level, levels=", ".join(levels) or "–"
            )
        )
    for column in _ALSO_READ:
        rows[column.name] = rows[column.name].fillna("") if column.name in rows else ""
    rows[VALUE.name] = rows[VALUE.name].astype(float)
    rows[YEAR.name] = rows[REFERENCE_DATE.name].str[:4].astype(int)
    return rows


def _newest_edition(rows: pd.DataFrame) -> str:
    """Return the edition of the newest Stichtag, the commonest there; empty if none is named."""
    named = rows[rows[TERRITORY.name] != ""]
    newest = named[named[REFERENCE_DATE.name] == named[REFERENCE_DATE.name].max()]
    return str(newest[TERRITORY.name].mode().iloc[0]) if len(newest) else ""


def _years(rows: pd.DataFrame, first: int | None, last: int | None) -> list[int]:
    first, last = first or int(rows[YEAR.name].min()), last or int(rows[YEAR.name].max())
    if not first <= last < first + MOST_YEARS:
        raise InputError(
            tr("FROM_YEAR, TO_YEAR: {first} to {last} are no years in order, or more than {most}.").format(
                first=first, last=last, most=MOST_YEARS
            )
        )
    return list(range(first, last + 1))


def _cell(rows: pd.DataFrame, areas: Sequence[str], edition: str) -> dict[str, object]:
    """Return state, numbers of areas and note of one indicator in one year."""
    other = rows[~rows[TERRITORY.name].isin(["", edition])]
    own = rows[rows[TERRITORY.name].isin(["", edition])]
    with_value = set(own.loc[own[VALUE.name].notna(), AREA.name])
    unsure = set(own.loc[own[VALUE.name].notna() & own[FLAG.name].isin(UNSURE_FLAGS), AREA.name])
    hidden = set(own.loc[own[FLAG.name].isin(HIDING_FLAGS), AREA.name]) - with_value
    no_rate = set(own.loc[own[FLAG.name] == Flag.NOT_APPLICABLE, AREA.name]) - with_value - hidden
    lacking = [area for area in areas if area not in with_value | hidden | no_rate]
    delivered = bool(with_value or hidden)
    foreign = not delivered and bool(other[VALUE.name].notna().any())
    shown = other if foreign else own
    return {
        STATE.name: _state(delivered, foreign, bool(lacking), bool(unsure)),
        DATES.name: ", ".join(map(format_date, sorted(set(shown[REFERENCE_DATE.name])))),
        DENOMINATOR_DATE.name: max(shown[DENOMINATOR_DATE.name], default="") or None,
        AREA_COUNT.name: len(areas),
        WITH_VALUE.name: len(with_value),
        HIDDEN_COUNT.name: len(hidden),
        ESTIMATED_COUNT.name: len(unsure),
        MISSING_COUNT.name: len(lacking),
        TERRITORY.name: "; ".join(sorted(set(shown[TERRITORY.name]) - {""})),
        NOTE.name: _note(shown, len(areas), lacking, (len(hidden), len(unsure), len(no_rate)), delivered, foreign),
    }


def _state(delivered: bool, foreign: bool, gaps: bool, unsure: bool) -> str:
    if foreign:
        return State.OTHER
    if not delivered:
        return State.MISSING
    if gaps:
        return State.PARTIAL
    return State.ESTIMATED if unsure else State.PRESENT


def _note(
    rows: pd.DataFrame,
    areas: int,
    lacking: Sequence[str],
    numbers: tuple[int, int, int],
    delivered: bool,
    foreign: bool,
) -> str:
    """Return the sentences on one cell."""
    hidden, unsure, no_rate = numbers
    if foreign:
        return tr("Only for the edition {edition}.").format(edition="; ".join(sorted(set(rows[TERRITORY.name]))))
    if not delivered:
        later = (rows[FLAG.name] == Flag.LATER).any()
        return tr("No values yet; the source says that they come later.") if later else tr("No values.")
    sentences = []
    if lacking:
        shown = ", ".join(lacking[:_SHOWN]) + (" …" if len(lacking) > _SHOWN else "")
        sentences.append(
            tr("{count} of {areas} areas have no value: {codes}.").format(count=len(lacking), areas=areas, codes=shown)
        )
    if hidden:
        sentences.append(tr("{count} of {areas} values are hidden.").format(count=hidden, areas=areas))
    if unsure:
        sentences.append(tr("{count} of {areas} values are estimated or unsafe.").format(count=unsure, areas=areas))
    if no_rate:
        sentences.append(tr("{count} of {areas} areas have nobody to count.").format(count=no_rate, areas=areas))
    base = {day for day in rows[DENOMINATOR_DATE.name] if day} - set(rows[REFERENCE_DATE.name])
    if base:
        days = ", ".join(map(format_date, sorted(base)))
        sentences.append(tr("Denominator of {dates}.").format(dates=days))
    return " ".join(sentences)
