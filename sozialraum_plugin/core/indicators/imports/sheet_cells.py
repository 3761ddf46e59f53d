"""How spreadsheets hold what a reader sees: numbers, dates, percentages and keys under a number format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from .grid import Grid, Number

_BUILT_IN_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_BUILT_IN_PERCENT = {9, 10}
_LITERAL = re.compile(r'"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_.|\*.', re.IGNORECASE)
_ZEROS = re.compile(r"0{2,}")
_FOOTNOTE_RUN = re.compile(r"[\s\d,;)(*]+")
INDENT = "  "


@dataclass(frozen=True)
class NumberFormat:
    """What a number format makes of a number: a date, a percentage, or a key of so many digits (0 = neither)."""

    is_date: bool = False
    is_percent: bool = False
    digits: int = 0


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, and its cells; `hidden` sheets are only read if they are named."""

    name: str
    grid: Grid
    hidden: bool = False


def number_format(number: int, code: str = "") -> NumberFormat:
    """Return the meaning of a format by its number and, for the author's own ones, its code."""
    if not code:
        return NumberFormat(number in _BUILT_IN_DATES, number in _BUILT_IN_PERCENT)
    plain = _LITERAL.sub("", code.split(";")[0])
    if _ZEROS.fullmatch(plain):
        return NumberFormat(digits=len(plain))
    is_date = bool(re.search(r"[ymdhs]", plain, re.IGNORECASE)) and not re.search(r"[0#]", plain)
    return NumberFormat(is_date or number in _BUILT_IN_DATES, "%" in plain)


def number_text(value: float, shown: NumberFormat, from_1904: bool = False) -> str:
    """Return a number as a text cell: whole numbers as digits, broken ones as `Number`, dates in ISO form.

    A percentage becomes the number that is shown (0.523 under ``0.0%`` is 52.3).
    """
    if shown.is_date and 0 < value < 2_958_466:
        return _date_text(value, from_1904)
    if shown.is_percent:
        value = round(value * 100, 10)
    if value == int(value) and abs(value) < 1e15:
        return str(int(value)).zfill(shown.digits)
    return Number(f"{value:.15g}")


def _date_text(value: float, from_1904: bool) -> str:
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    moment = start + timedelta(days=value)
    return moment.date().isoformat()


def is_footnote_run(text: str) -> bool:
    """Tell whether a raised part of a cell is the sign of a footnote."""
    return bool(_FOOTNOTE_RUN.fullmatch(text))


def grid_of(cells: dict[int, dict[int, str]]) -> Grid:
    """Return the grid of cells by row and column, both from 0; a row's number is that of the spreadsheet."""
    last = max((row for row, found in cells.items() if any(found.values())), default=-1)
    width = max((column for found in cells.values() for column, text in found.items() if text), default=-1) + 1
    rows = []
    for row in range(last + 1):
        found = cells.get(row, {})
        rows.append([found.get(column, "") for column in range(width)])
    return Grid(rows, list(range(1, len(rows) + 1)))
