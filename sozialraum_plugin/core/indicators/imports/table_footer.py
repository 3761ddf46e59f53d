"""Where the notes below a table begin."""

from __future__ import annotations

import re

from .grid import Grid, filled
from .number_cells import looks_numeric
from .symbol_profiles import looks_like_symbol

_RULE = re.compile(r"[_=\-–—]{5,}|_{3,}")
_NOTE = re.compile(
    r"(quellen?|©|\(c\)|anmerkung(en)?|hinweise?|stand|zeichenerklärung|legende|fußnoten?|datenlizenz|copyright|"
    r"erstellt|erläuterung(en)?|methodik|herausgeber|kontakt|rückfragen)\b.*|©.*|\d{1,2}\)\s*\D.*|\*+\)?\s+\D.*|"
    r"[¹²³⁴⁵⁶⁷⁸⁹]+\)?\s*\D.*",
    re.IGNORECASE,
)
_NUMBERS_OF_A_ROW = 2


def footer_start(grid: Grid, last_row: int = 0) -> int:
    """Return the position of the first row below the table: after `last_row`, at a rule, or at the notes.

    Notes begin with a word such as Quelle or the sign of a footnote; they end the table only where no row of numbers
    follows.
    """
    count = len(grid.rows)
    if last_row:
        return next((position for position in range(count) if grid.numbers[position] > last_row), count)
    start = count
    numbers_seen = 0
    for position in grid.outer():
        row = grid.rows[position]
        cells = filled(row)
        if not cells:
            continue
        first = row[cells[0]]
        if _RULE.fullmatch(first) and (first[0] == "_" or len(cells) == 1):
            if first[0] == "_" or numbers_seen > 1:
                return min(start, position)
            continue
        if _NOTE.fullmatch(first) and _count_numbers(row) < _NUMBERS_OF_A_ROW and numbers_seen:
            start = min(start, position)
        elif _is_row_of_numbers(row):
            start = count
            numbers_seen += 1
    return start


def _count_numbers(row: list[str]) -> int:
    return sum(1 for cell in row if cell and looks_numeric(cell))


def _is_row_of_numbers(row: list[str]) -> bool:
    return any(cell and (looks_numeric(cell) or looks_like_symbol(cell)) for cell in row[1:])
