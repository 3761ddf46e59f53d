"""Rows without what is hidden: no number of a hidden row stays in any of its columns."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...fields import AREAS, CELL, CELL_SIZE, COUNTS, DENOMINATOR, FLAG, INDICATORS, NUMERATOR, ROW, YEAR, Flag, Kind
from .primary_protection import Reason, Thresholds
from .protection_records import PublishedTable, shown_numerators

_KEPT = frozenset(
    field.name for field in (*COUNTS, *INDICATORS, *AREAS, CELL) if field.kind in (Kind.TEXT, Kind.DATE)
) | {ROW.name, YEAR.name, CELL_SIZE.name, "fid"}
_NUMBER = r"[-−+(]?\d[\d.,\s\u00a0\u202f]*[%‰)]?"
MARKS = {
    Reason.SMALL: Flag.SECRET,
    Reason.REMAINDER: Flag.SECRET,
    Reason.SOURCE: Flag.SECRET,
    Reason.BASE: Flag.TOO_SMALL_BASE,
    Reason.SECONDARY: Flag.SECONDARY,
}


def _too_small(table: PublishedTable, thresholds: Thresholds) -> np.ndarray:
    """Return which rows are rates on a base that is too small, also those that are no share of counts."""
    if DENOMINATOR.name not in table.rows:
        return np.zeros(len(table.rows), dtype=bool)
    base = table.rows[DENOMINATOR.name].to_numpy(dtype=float)
    some = table.rows[NUMERATOR.name].to_numpy(dtype=float) > 0 if NUMERATOR.name in table.rows else base >= 0
    return (base < thresholds.base) & ((base > 0) | some)


def blank(table: PublishedTable, reasons: np.ndarray, thresholds: Thresholds) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the rows without the hidden numbers, and the reason of each row (0: shown).

    `reasons` are those of the cells (areas, columns). A row goes with its numerator and with its denominator, with
    every column that holds numbers, since any may be derived from them. A row of no known area is hidden if its own
    numbers are small.
    """
    rows, small_base = table.rows.copy(), _too_small(table, thresholds)
    above = _of_row(table, table.numerator, reasons)
    below = _of_row(table, table.denominator, reasons)
    reason = np.where(above > 0, above, below)
    strong = np.isin(reason, (Reason.SMALL, Reason.REMAINDER, Reason.SOURCE))
    reason = np.where(small_base & ~strong, Reason.BASE, reason)
    count = shown_numerators(table)
    reason = np.where(~table.usable & (count > 0) & (count < thresholds.count), Reason.SMALL, reason)
    before = rows[FLAG.name].isin([Flag.SECRET, Flag.SECONDARY, Flag.TOO_SMALL_BASE, Flag.INTERNAL]).to_numpy()
    reason = np.where(before & (reason == 0), Reason.SOURCE, reason)
    hidden = reason > 0
    for column in number_columns(rows):
        rows[column] = rows[column].where(~hidden, None)
    marks = pd.Series(reason, index=rows.index).map(lambda number: MARKS.get(number, ""))
    keeps_mark = before & (rows[FLAG.name] != Flag.INTERNAL)
    rows[FLAG.name] = rows[FLAG.name].where(~hidden | keeps_mark, marks)
    return rows, reason


def _of_row(table: PublishedTable, column: np.ndarray, reasons: np.ndarray) -> np.ndarray:
    at = table.usable & (column >= 0)
    found = np.zeros(len(table.rows), dtype=np.int8)
    found[at] = reasons[table.area[at], column[at]]
    return found


def number_columns(rows: pd.DataFrame) -> list[str]:
    """Return the columns that hold numbers or numbers as text, which a hidden row must not show."""
    return [str(column) for column in rows if str(column) not in _KEPT and _holds_numbers(rows[column])]


def _holds_numbers(column: pd.Series) -> bool:
    filled = column.dropna()
    if filled.empty:
        return False
    if filled.map(lambda value: isinstance(value, (int, float, np.number)) and not isinstance(value, bool)).all():
        return True
    return bool(filled.astype(str).str.fullmatch(_NUMBER).mean() > 0.5)
