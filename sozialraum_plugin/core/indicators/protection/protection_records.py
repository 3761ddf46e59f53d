"""Long tables that are published, taken apart into counts: which row shows which count of which area.

A table of counts shows one count a row. A row of an indicator table shows its numerator and its denominator; the
formulas of the catalogue tell which counts these are, so that the same count in several indicators is one cell. What
the catalogue does not know is a count of its own, named after the indicator.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...errors import InputError
from ...fields import (
    AREA,
    DENOMINATOR,
    DENOMINATOR_DATE,
    FLAG,
    INDICATOR,
    NUMERATOR,
    REFERENCE_DATE,
    UNIT_OF_MEASURE,
    VALUE,
    VARIABLE,
    Flag,
)
from ...messages import tr
from ..catalogue import Indicator
from ..formula import Formula
from ..indicator import PERCENT, IndicatorKind

HIDDEN_FLAGS = (Flag.SECRET, Flag.SECONDARY, Flag.TOO_SMALL_BASE)
_STRONGEST = {Flag.SECRET: 3, Flag.INTERNAL: 3, Flag.TOO_SMALL_BASE: 2, Flag.SECONDARY: 1}
Key = tuple[str, str]


@dataclass
class PublishedTable:
    """One table and, for each of its rows, the positions of its cells: area, numerator and denominator column (-1).

    `usable` tells the rows of known areas with a Stichtag; only these have cells.
    """

    name: str
    rows: pd.DataFrame
    area: np.ndarray
    numerator: np.ndarray
    denominator: np.ndarray
    usable: np.ndarray


@dataclass
class Columns:
    """All distinct counts over all tables: (name, Stichtag), numbered; with the formulas of those that have one.

    `signed` are balances and changes, which can be negative.
    """

    number: dict[Key, int] = field(default_factory=dict)
    formulas: dict[int, tuple[Formula, str]] = field(default_factory=dict)
    shares: dict[tuple[int, int], None] = field(default_factory=dict)
    signed: set[int] = field(default_factory=set)

    def of(self, name: str, day: str) -> int:
        """Return the number of a count, a new one if need be."""
        return self.number.setdefault((name, day), len(self.number))

    def of_formula(self, formula: Formula, day: str) -> int:
        """Return the number of a formula's value at a Stichtag."""
        column = self.of(formula.text, day)
        if not formula.is_plain and formula.is_linear:
            self.formulas[column] = formula, day
        return column

    @property
    def names(self) -> list[Key]:
        """Return the (name, Stichtag) of all columns in order."""
        return list(self.number)


def is_indicator_table(table: pd.DataFrame) -> bool:
    """Tell whether a long table holds indicators, not counts."""
    return INDICATOR.name in table


def published_table(
    name: str, rows: pd.DataFrame, position: Mapping[str, int], columns: Columns, catalogue: Mapping[str, Indicator]
) -> PublishedTable:
    """Return the table with its cells; `position` maps codes of areas to their numbers.

    Raises InputError if a number is none.
    """
    rows = rows.reset_index(drop=True).copy()
    for column in (VALUE, NUMERATOR, DENOMINATOR):
        if column.name in rows:
            rows[column.name] = _numbers(rows[column.name], name, column.name)
    rows[FLAG.name] = rows[FLAG.name].fillna("").astype(str) if FLAG.name in rows else ""
    codes = rows[AREA.name].map(lambda code: "" if code is None or code != code else str(code).strip())
    area = codes.map(lambda code: position.get(code, -1)).to_numpy(dtype=np.int64)
    days = rows[REFERENCE_DATE.name].map(lambda day: "" if day is None or day != day else str(day)[:10])
    usable = (area >= 0) & (days != "").to_numpy()
    numerator, denominator = np.full(len(rows), -1), np.full(len(rows), -1)
    what = INDICATOR.name if is_indicator_table(rows) else VARIABLE.name
    by = [rows[what].astype(str), days]
    if is_indicator_table(rows):
        below_days = rows.get(DENOMINATOR_DATE.name, pd.Series(None, index=rows.index, dtype=object))
        by.append(below_days.map(lambda day: "" if day is None or day != day else str(day)[:10]))
    for key, index in rows[usable].groupby([part[usable] for part in by], sort=False).indices.items():
        at = np.flatnonzero(usable)[index]
        if what == VARIABLE.name:
            numerator[at] = columns.of(*key)
        else:
            numerator[at], denominator[at] = _indicator_columns(columns, rows.iloc[at], key, catalogue.get(key[0]))
    return PublishedTable(name, rows, area, numerator, denominator, usable)


def _numbers(column: pd.Series, table: str, name: str) -> np.ndarray:
    numbers = pd.to_numeric(column, errors="coerce")
    bad = column.notna() & numbers.isna()
    if bad.any():
        raise InputError(
            tr("{table}: “{text}” in the field “{field}” is no number. Correct the table.").format(
                table=table, text=column[bad].iloc[0], field=name
            )
        )
    return numbers.astype(float).to_numpy()


def _indicator_columns(
    columns: Columns, rows: pd.DataFrame, key: tuple[str, str, str], indicator: Indicator | None
) -> tuple[int, int]:
    """Return the columns of numerator and denominator of one indicator at one Stichtag; -1 for what is no count."""
    code, day, below_day = key
    has_denominator = DENOMINATOR.name in rows and bool(rows[DENOMINATOR.name].notna().any())
    if indicator is not None:
        above = columns.of_formula(indicator.numerator, day) if indicator.numerator.is_additive else -1
        formula = indicator.denominator
        below = columns.of_formula(formula, below_day or day) if formula and formula.is_additive else -1
        share = indicator.is_share
        if above >= 0 and indicator.kind in (IndicatorKind.BALANCE, IndicatorKind.CHANGE):
            columns.signed.add(above)
        if formula is not None and formula.has_lag:
            below = columns.of_formula(_without_lag(formula), below_day or day)
    else:
        above = columns.of(code, day) if NUMERATOR.name in rows or not has_denominator else -1
        below = columns.of(tr("{indicator}: denominator").format(indicator=code), below_day or day)
        below = below if has_denominator else -1
        share = has_denominator and UNIT_OF_MEASURE.name in rows and (rows[UNIT_OF_MEASURE.name] == PERCENT).all()
    if share and above >= 0 and below >= 0:
        columns.shares[above, below] = None
    return above, below


def _without_lag(formula: Formula) -> Formula:
    """Return a formula of one term in the past as the plain count at its own Stichtag, which the row names."""
    if len(formula.terms) != 1:
        return formula
    term = formula.terms[0]
    return Formula((type(term)(term.sign, term.variable, 0),))


def counts_of(tables: Sequence[PublishedTable], columns: Columns, areas: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the known counts (areas, columns), NaN where no row shows one, and the strongest mark of each cell.

    Marks are flags of rows whose count is missing, as numbers: 3 secret, 2 base too small, 1 hidden for others, 0 none.
    Raises InputError if two rows show different counts for the same cell.
    """
    values = np.full((areas, len(columns.number)), np.nan)
    marks = np.zeros(values.shape, dtype=np.int8)
    for table in tables:
        strength = table.rows[FLAG.name].map(_STRONGEST).fillna(0).to_numpy(dtype=np.int8)
        shown, below = shown_numerators(table), _shown(table, DENOMINATOR.name)
        for column, numbers in ((table.numerator, shown), (table.denominator, below)):
            at = table.usable & (column >= 0) & ~np.isnan(numbers)
            _refuse_contradiction(table, at, column, numbers, values, columns)
            values[table.area[at], column[at]] = numbers[at]
            _refuse_contradiction(table, at, column, numbers, values, columns)
        lost = table.usable & (table.numerator >= 0) & (np.isnan(shown) | (table.rows[FLAG.name] == Flag.INTERNAL))
        np.maximum.at(marks, (table.area[lost], table.numerator[lost]), strength[lost])
    return values, marks


def _shown(table: PublishedTable, name: str) -> np.ndarray:
    if name not in table.rows:
        return np.full(len(table.rows), np.nan)
    return table.rows[name].to_numpy(dtype=float)


def shown_numerators(table: PublishedTable) -> np.ndarray:
    """Return the counts that the rows show; in a table of counts, and without a denominator, that is the value."""
    if is_indicator_table(table.rows) and NUMERATOR.name in table.rows:
        return _shown(table, NUMERATOR.name)
    value = _shown(table, VALUE.name)
    return np.where(table.denominator < 0, value, np.nan)


def _refuse_contradiction(
    table: PublishedTable,
    at: np.ndarray,
    column: np.ndarray,
    numbers: np.ndarray,
    values: np.ndarray,
    columns: Columns,
) -> None:
    known = values[table.area[at], column[at]]
    different = np.flatnonzero(~np.isnan(known) & (np.abs(known - numbers[at]) > 1e-9))
    if len(different):
        row = int(np.flatnonzero(at)[different[0]])
        name, day = columns.names[column[row]]
        raise InputError(
            tr(
                "{table}: {count} counts are there with another number in another row, the first is {name} of {area} "
                "at {day}. What is published together must agree; correct one of them."
            ).format(
                table=table.name,
                count=len(different),
                name=name,
                area=table.rows[AREA.name].iloc[row],
                day=day,
            )
        )
