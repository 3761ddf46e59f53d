"""What is compared between neighbours: a field, or a rate from two counts; and which areas take part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...errors import InputError
from ...fields import FLAG, VALUE
from ...messages import tr
from ...numbers import format_number
from ...publication import SMALLEST_POPULATION, hidden_rows, refuse_leaks
from ..area_codes import code_text
from ..cells import NumberColumn, number_column
from .rate_adjustment import standardised_rates


@dataclass(frozen=True)
class ValueColumns:
    """Either `value`, or `numerator` and `denominator`; `adjust` asks for rates adjusted for the size of areas."""

    area: str | None = None
    name: str | None = None
    value: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    adjust: bool = True

    def numbers(self) -> list[str]:
        """Return the columns that must hold numbers."""
        return [name for name in (self.value, self.numerator, self.denominator) if name]


@dataclass(frozen=True)
class AreaValues:
    """Per row of the table (n,): the value analysed (NaN: none), the plain rate if it is one, why the row is left out
    (None: it takes part), and what to call it. `revealing` tells that small counts could be worked out from the result.
    """

    values: np.ndarray
    rates: np.ndarray | None
    reasons: list[str | None]
    labels: list[str]
    revealing: bool = False
    warnings: list[str] = field(default_factory=list)

    @property
    def taking_part(self) -> np.ndarray:
        """Return the rows that take part (m,)."""
        return np.flatnonzero([reason is None for reason in self.reasons])


def area_values(table: pd.DataFrame, columns: ValueColumns, without_place: Sequence[bool]) -> AreaValues:
    """Read the values of the areas. `without_place` (n,) marks rows without geometry.

    Raises InputError for an area that stands in several rows, for text among the numbers, for a column without
    numbers, and for a hidden row that still has a number.
    """
    codes = [code_text(cell) for cell in table[columns.area]] if columns.area else [None] * len(table)
    names = [code_text(cell) for cell in table[columns.name]] if columns.name else [None] * len(table)
    labels = [name or code or tr("row {row}").format(row=row + 1) for row, (name, code) in enumerate(zip(names, codes))]
    _refuse_repeated(codes)
    if FLAG.name in table:
        refuse_leaks(table, tr("Input"))
    numbers = [_numbers(table, name, labels) for name in columns.numbers()]
    reasons: list[str | None] = [tr("no geometry") if lacking else None for lacking in without_place]
    _add_reasons(reasons, _missing(numbers), _reason_of_gaps(table, columns))
    if columns.value:
        values = numbers[0].values
        return AreaValues(np.where(_free(reasons), values, np.nan), None, reasons, labels)
    return _rates(numbers[0].values, numbers[1].values, reasons, labels, columns.adjust)


def _refuse_repeated(codes: Sequence[str | None]) -> None:
    first: dict[str, int] = {}
    for row, code in enumerate(codes):
        if code is not None and first.setdefault(code, row) != row:
            raise InputError(
                tr(
                    "Area {area} stands in rows {first} and {second}. The layer must have one row per area: choose "
                    "one indicator and one Stichtag, and dissolve areas that are drawn in parts."
                ).format(area=code, first=first[code] + 1, second=row + 1)
            )


def _numbers(table: pd.DataFrame, name: str, labels: Sequence[str]) -> NumberColumn:
    column = number_column(name, table[name].tolist())
    for row, text in column.unreadable.items():
        raise InputError(
            tr(
                "Row {row} (area {area}), column “{column}”: “{text}” is no number. "
                "Correct it, or empty it if there is no value."
            ).format(row=row + 1, area=labels[row], column=name, text=text)
        )
    if column.is_empty and len(column.values):
        raise InputError(tr("Column “{column}” holds no number. Choose another one.").format(column=name))
    return column


def _missing(numbers: Sequence[NumberColumn]) -> np.ndarray:
    return np.any([np.isnan(column.values) for column in numbers], axis=0)


def _reason_of_gaps(table: pd.DataFrame, columns: ValueColumns) -> list[str]:
    """Return per row what to say if it has no value: hidden where the table says so."""
    lacks = tr("no value in {fields}").format(fields=", ".join(columns.numbers()))
    hidden = hidden_rows(table) if columns.value == VALUE.name else pd.Series(False, index=table.index)
    return [tr("the value is hidden") if secret else lacks for secret in hidden]


def _add_reasons(reasons: list[str | None], rows: np.ndarray, words: Sequence[str]) -> None:
    for row in np.flatnonzero(rows):
        reasons[row] = reasons[row] or words[row]


def _free(reasons: Sequence[str | None]) -> np.ndarray:
    return np.array([reason is None for reason in reasons], dtype=bool)


def _rates(
    numerator: np.ndarray, denominator: np.ndarray, reasons: list[str | None], labels: list[str], adjust: bool
) -> AreaValues:
    """Return rates, adjusted if asked; areas with nobody in the denominator or with negative counts are left out."""
    size = len(reasons)
    nobody, negative = denominator == 0, (numerator < 0) | (denominator < 0)
    _add_reasons(reasons, negative, [tr("a negative count")] * size)
    _add_reasons(reasons, nobody, [tr("0 in the denominator")] * size)
    free = _free(reasons)
    rates = np.full(size, np.nan)
    rates[free] = numerator[free] / denominator[free]
    values = rates.copy()
    if adjust and free.any():
        values[free] = standardised_rates(numerator[free], denominator[free])
    rest = (denominator - numerator)[free]
    small = [(counts > 0) & (counts < SMALLEST_POPULATION) for counts in (numerator[free], rest)]
    return AreaValues(
        values, rates, reasons, labels, bool(np.any(small)), _rate_warnings(int((nobody & ~negative).sum()), rest)
    )


def _rate_warnings(nobody: int, rest: np.ndarray) -> list[str]:
    warnings = []
    if nobody:
        warnings.append(
            tr(
                "{count} areas have 0 in the denominator, so they have no rate. They are left out, and their "
                "neighbours have fewer neighbours."
            ).format(count=format_number(nobody))
        )
    above = int((rest < 0).sum())
    if above:
        warnings.append(
            tr(
                "In {count} areas the numerator is larger than the denominator. They take part; check whether the two "
                "fields belong together."
            ).format(count=format_number(above))
        )
    return warnings
