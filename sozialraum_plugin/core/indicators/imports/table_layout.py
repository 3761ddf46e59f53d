"""Where a table begins and ends: titles, head (one row or several, merged or not), body and footer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ...errors import InputError
from ...messages import tr
from ..keys.area_keys import looks_like_area_key
from .grid import Grid, filled
from .number_cells import looks_numeric, strip_footnote
from .reference_dates import year_in
from .symbol_profiles import looks_like_symbol
from .table_footer import footer_start

HEAD_JOINT = " | "
_UNIT_WORDS = {
    "anzahl", "prozent", "%", "qkm", "km²", "km2", "ha", "eur", "euro", "tsd. eur", "1000 eur", "personen", "insg.",
    "jahre", "m²", "promille", "einheit", "je 1000", "je 1.000", "je 1.000 einwohner", "mio. eur", "tsd.", "1000",
    "tsd. euro", "euro je einwohner", "in %", "in prozent", "fälle", "haushalte", "number", "percent",
}  # fmt: skip
_SEARCHED_ROWS = 300


@dataclass(frozen=True)
class Layout:
    """Positions of rows in a grid, and one name a column.

    `names` joins the rows of the head with `` | ``; `labelled` is False where the head is empty and the name made up.
    """

    titles: range
    head: list[int]
    body: range
    footer: range
    names: list[str]
    labelled: list[bool]


def find_layout(grid: Grid, header_rows: int = 0, first_row: int = 0, last_row: int = 0) -> Layout:
    """Return the layout of a grid.

    `header_rows` is the number of rows of the head, `first_row` the number in the file of its first row, `last_row`
    that of the last row of the table; 0 finds out. Raises InputError if there is no head or no row of numbers.
    """
    end = footer_start(grid, last_row)
    first_body = _first_body_row(grid, end, header_rows, first_row)
    head = _head_rows(grid, first_body, header_rows, first_row)
    head = _without_damaged_rows(grid, head)
    start = head[0]
    names, labelled = _column_names(grid, head)
    return Layout(range(start), head, range(head[-1] + 1, end), range(end, len(grid.rows)), names, labelled)


def _number_columns(row: Sequence[str]) -> set[int]:
    return {column for column, cell in enumerate(row) if cell and (looks_numeric(cell) or looks_like_symbol(cell))}


def _first_body_row(grid: Grid, end: int, header_rows: int, first_row: int) -> int:
    """Return the first row with about as many numbers as the rows of the body have."""
    start = _position(grid, first_row) if first_row else 0
    if first_row and header_rows:
        return min(start + header_rows, end)
    limit = min(end, start + _SEARCHED_ROWS)
    columns = {position: _number_columns(grid.rows[position]) for position in range(start, limit)}
    counts = [len(found) for found in columns.values() if found]
    if not counts:
        raise InputError(tr("The table has no row with numbers. Check DELIMITER and SHEET."))
    enough = max(1.0, median(counts) / 2)
    candidates = [position for position, found in columns.items() if len(found) >= enough]
    for index, position in enumerate(candidates):
        following = [grid.rows[later] for later in candidates[index + 1 : index + 4]]
        if not _is_head_of_numbers(grid.rows[position], columns[position], following):
            return _first_with_such_a_key(grid, position, start)
    return candidates[0]


def _first_with_such_a_key(grid: Grid, position: int, start: int) -> int:
    """Return the first of the rows just above with a key of the same form: their counts may be unreadable."""
    column = filled(grid.rows[position])[0]
    key = grid.rows[position][column]
    while position > start:
        above = grid.rows[position - 1][column]
        if len(above) != len(key) or not (looks_like_area_key(above) and looks_like_area_key(key)):
            break
        if not (any(map(str.isdigit, above)) and any(map(str.isdigit, key))):
            break
        position -= 1
    return position


def _position(grid: Grid, number: int) -> int:
    """Return the position of the row with a number in the file."""
    found = [position for position, own in enumerate(grid.numbers) if own >= number]
    if not found:
        raise InputError(
            tr("FIRST_ROW: the table has no row {row}; it ends at row {last}.").format(
                row=number, last=grid.numbers[-1] if grid.numbers else 0
            )
        )
    return found[0]


def _is_head_of_numbers(row: Sequence[str], columns: set[int], following: Sequence[Sequence[str]]) -> bool:
    """Tell whether a row of numbers is a head: years (``2015;2016``) or counted columns (``1;2;3``)."""
    cells = [row[column] for column in sorted(columns)]
    if len(cells) > 2 and cells[0] in ("0", "1", "2", "3"):
        first = int(cells[0])
        if cells == [str(number) for number in range(first, first + len(cells))]:
            return True
    if not all(map(_is_year, cells)) or not following:
        return False
    if len(cells) == 1 and any(row[column] for column in range(max(columns) + 1, len(row))):
        return False
    return not any(all(_is_year(later[column]) for column in columns) for later in following)


def _is_year(cell: str) -> bool:
    return len(cell) == 4 and year_in(cell) is not None


def _head_rows(grid: Grid, first_body: int, header_rows: int, first_row: int) -> list[int]:
    """Return the rows of the head, from the top."""
    lowest = _position(grid, first_row) if first_row else 0
    above = [position for position in range(first_body - 1, lowest - 1, -1) if filled(grid.rows[position])]
    if not above:
        raise InputError(
            tr("The table has no head above row {row}. Its first row must name the columns.").format(
                row=grid.numbers[first_body] if first_body < len(grid.numbers) else 1
            )
        )
    if header_rows:
        return sorted(above[:header_rows])
    if first_row:
        return sorted(above)
    value_columns = _value_columns(grid, first_body)
    head = [above[0]]
    for position in above[1:]:
        if head[-1] - position > 1 or not set(filled(grid.rows[position])) & value_columns:
            break
        head.append(position)
    return sorted(head)


def _without_damaged_rows(grid: Grid, head: list[int]) -> list[int]:
    """Return the head without rows at its end that were cut into one cell only: they are rows of the body."""
    if grid.widths is None:
        return head
    while len(head) > 1 and grid.widths[head[-1]] == 1 and grid.widths[head[-2]] > 1:
        head = head[:-1]
    return head


def _value_columns(grid: Grid, first_body: int) -> set[int]:
    """Return the columns that hold numbers in most of the first rows of the body."""
    rows = grid.rows[first_body : first_body + 20]
    counts = Counter(column for row in rows for column in _number_columns(row))
    return {column for column, count in counts.items() if count * 2 >= len(rows)} - {0}


def _column_names(grid: Grid, head: Sequence[int]) -> tuple[list[str], list[bool]]:
    """Return one name a column, and which of them the head really gives."""
    rows = [list(grid.rows[position]) for position in head]
    while len(rows) > 1 and _is_unit_row(rows[-1]):
        rows.pop()
    _fill_right(rows)
    joined = [HEAD_JOINT.join(strip_footnote(part) for part in parts if part) for parts in zip(*rows)]
    labelled = [bool(name) for name in joined]
    names = [name or tr("column {number}").format(number=column + 1) for column, name in enumerate(joined)]
    seen: Counter[str] = Counter()
    for column, name in enumerate(names):
        seen[name] += 1
        if seen[name] > 1:
            names[column] = f"{name} ({seen[name]})"
    return names, labelled


def _is_unit_row(row: Sequence[str]) -> bool:
    """Tell whether a row of the head holds units or running numbers only."""
    cells = [cell for cell in row if cell]
    return all(cell.lower() in _UNIT_WORDS for cell in cells) or all(cell.isdigit() and len(cell) < 3 for cell in cells)


def _fill_right(rows: list[list[str]]) -> None:
    """Repeat a merged group head over its columns: all rows but the last, and never across the group above."""
    for level, row in enumerate(rows[:-1]):
        for column in range(1, len(row)):
            same_group = level == 0 or rows[level - 1][column] == rows[level - 1][column - 1]
            if not row[column] and row[column - 1] and rows[-1][column] and same_group:
                row[column] = row[column - 1]
