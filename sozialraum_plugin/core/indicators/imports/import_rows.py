"""Which rows under the head hold the counts of an area; all others are accounted for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...balance import Balance
from ...errors import InputError
from ...messages import tr
from ..keys.area_keys import looks_like_area_key
from .grid import filled, tidy
from .import_problems import Problems
from .number_cells import looks_numeric
from .row_kinds import RowKind, is_total, is_unplaced, outcome
from .table_body import Body
from .table_columns import Columns, find_column
from .table_layout import Layout

_KINDS = list(RowKind)
_NEARLY_ALL = 0.9
_MOST = 0.7
_DAMAGED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_LETTERS = 3  # of a code at most, such as DG
_CODE = re.compile(r"'?\d+(?:[.,]0+)?(?:\s+\d\))?")
_SUM_KEY = re.compile(r"\d*(?:SUM)+|[A-Za-z]{1,3}\d{0,3}")
_FOREIGN = re.compile(r"[^A-Za-z0-9 ./_,'()*:|=\"-]")
_OTHER_SIGNS = ";\t|,"
_LISTED = {RowKind.WITHOUT_KEY, RowKind.WITHOUT_DATE, RowKind.WRONG_WIDTH, RowKind.SHIFTED}


@dataclass(frozen=True)
class Condition:
    """FILTER: only rows whose cell in `column` is `wanted` are read; without a column all rows are."""

    column: int | None = None
    wanted: str = ""

    def met(self, body: Body) -> np.ndarray:
        """Tell for each row whether it meets the condition."""
        if self.column is None:
            return np.ones(len(body), dtype=bool)
        return body.column(self.column).map(lambda cell: cell.lower() == self.wanted, bool)


def condition_of(text: str, layout: Layout) -> Condition:
    """Return the condition ``Spalte=Wert``; raise InputError or MissingColumnError."""
    if not text:
        return Condition()
    name, given, wanted = text.partition("=")
    if not given:
        raise InputError(tr("FILTER: “{text}” is no condition. Write Spalte=Wert.").format(text=text))
    return Condition(find_column(layout, name, "FILTER"), wanted.strip().lower())


def classify_rows(
    body: Body, columns: Columns, days: np.ndarray, met: np.ndarray, skip_totals: bool, problems: Problems
) -> tuple[np.ndarray, Balance]:
    """Return the rows of the body with counts (positions in it), and the balance of all rows of the file.

    `days` holds the ISO date of each row, None where it has none, `met` whether it meets the conditions. Rows
    with counts but without a key, a Stichtag or the
    right number of cells go to `problems`.
    """
    kinds = row_kinds(body, columns, days, met, skip_totals)
    start = body.layout.body.start
    for kind in _LISTED:
        rows = np.flatnonzero(kinds == _KINDS.index(kind))
        column = columns.date if kind is RowKind.WITHOUT_DATE and columns.date is not None else columns.key
        problems.add_all(rows + start, column, outcome(kind))
    return np.flatnonzero(kinds == _KINDS.index(RowKind.COUNTS)), _balance(body, kinds)


def row_kinds(body: Body, columns: Columns, days: np.ndarray, met: np.ndarray, skip_totals: bool) -> np.ndarray:
    """Return the place in `RowKind` of each row's kind."""
    kinds = np.full(len(body), -1, dtype=np.int8)

    def settle(kind: RowKind, rows: np.ndarray) -> None:
        kinds[(kinds < 0) & rows] = _KINDS.index(kind)

    key = body.column(columns.key)
    has_key = key.filled()
    settle(RowKind.EMPTY, body.filled_cells == 0)
    settle(RowKind.REPEATED_HEAD, _repeats_head(body))
    total = _says(body, columns, has_key, is_total)
    if skip_totals:
        settle(RowKind.TOTAL, total)
    settle(RowKind.UNPLACED, _says(body, columns, has_key, is_unplaced))
    lonely = body.filled_cells == 1
    if lonely.any():
        settle(RowKind.WRONG_WIDTH, lonely & _cut_by_another_sign(body))
        settle(RowKind.NOTE, lonely & ~(has_key & key.map(looks_like_area_key, bool)))
    settle(RowKind.WRONG_WIDTH, ~body.whole)
    settle(RowKind.SHIFTED, ~total & _is_shifted(body, columns))
    settle(RowKind.WITHOUT_KEY, ~has_key & ~total)
    settle(RowKind.FILTERED, ~met)
    settle(RowKind.WITHOUT_DATE, np.equal(days, None))
    settle(RowKind.COUNTS, kinds < 0)
    return kinds


def _cut_by_another_sign(body: Body) -> np.ndarray:
    """Tell for each row whether its first cell holds a whole row of the table with another separator."""
    separators = body.usual_width - 1
    if body.grid.widths is None or separators < 1:
        return np.zeros(len(body), dtype=bool)

    def holds_a_row(cell: str) -> bool:
        for sign in _OTHER_SIGNS:
            if cell.count(sign) >= separators and any(looks_numeric(tidy(part)) for part in cell.split(sign)):
                return True
        return False

    first = body.column(0)
    return np.array([holds_a_row(str(cell)) for cell in first.raw], dtype=bool)[first.codes]


def _repeats_head(body: Body) -> np.ndarray:
    found = np.zeros(len(body), dtype=bool)
    for position in body.layout.head:
        head = body.grid.rows[position]
        same = np.ones(len(body), dtype=bool)
        for column, text in enumerate(head):
            if not same.any():
                break
            same &= body.column(column).map(lambda cell, text=text: str(cell) == str(text), bool)
        found |= same
    return found


def _says(body: Body, columns: Columns, has_key: np.ndarray, test: object) -> np.ndarray:
    """Tell whether the key's cell says something, or, where there is none, any cell that holds no counts."""
    found = body.column(columns.key).map(test, bool) & has_key
    values = {value.position for value in columns.values}
    for position in range(body.width):
        if position not in values and position != columns.key and not has_key.all():
            found |= ~has_key & body.column(position).map(test, bool)
    return found


def _is_shifted(body: Body, columns: Columns) -> np.ndarray:
    """Tell for each row whether its key is a word among codes, or its name a number among words.

    That happens where a cell was lost or inserted and the number of cells is right again.
    """
    key = body.column(columns.key)
    odd = key.map(_is_damaged, bool)
    if body.share(columns.key, lambda cell: sum(map(str.isalpha, cell)) <= _LETTERS) >= _NEARLY_ALL:
        odd |= key.map(lambda cell: sum(map(str.isalpha, cell)) > _LETTERS and not _SUM_KEY.fullmatch(cell), bool)
    if body.share(columns.key, lambda cell: bool(_CODE.fullmatch(cell))) >= _MOST:
        odd |= key.map(lambda cell: bool(cell) and not (_CODE.fullmatch(cell) or _SUM_KEY.fullmatch(cell)), bool)
    if columns.name is not None and body.share(columns.name, looks_numeric) <= 1 - _NEARLY_ALL:
        odd |= body.column(columns.name).map(lambda cell: bool(cell) and looks_numeric(cell), bool)
    return odd


def _is_damaged(key: str) -> bool:
    """Tell whether a key holds signs that no text has, or one of digits signs that no key has."""
    if key.isdigit() or key.isalpha():
        return False
    of_digits = sum(map(str.isdigit, key)) > max(3, len(key) // 2)
    return bool(_DAMAGED.search(key) or (of_digits and _FOREIGN.search(key)))


def _balance(body: Body, kinds: np.ndarray) -> Balance:
    grid, layout = body.grid, body.layout
    balance = Balance(tr("rows of the file"), len(grid.rows))
    for place, kind in enumerate(_KINDS):
        balance.add(outcome(kind), int((kinds == place).sum()))
    outside = [*range(layout.body.start), *range(layout.body.stop, len(grid.rows))]
    texts = [position for position in outside if filled(grid.rows[position])]
    balance.add(outcome(RowKind.EMPTY), len(outside) - len(texts))
    balance.add(tr("rows of the head"), len(layout.head))
    balance.add(tr("titles above the head"), len([row for row in texts if row in layout.titles]))
    between = [row for row in texts if row not in layout.titles and row not in layout.head and row not in layout.footer]
    balance.add(outcome(RowKind.NOTE), len(between))
    balance.add(tr("rows of the footer"), len([row for row in texts if row in layout.footer]))
    return balance


def total_names(body: Body, rows: Sequence[int], key: int) -> np.ndarray:
    """Return the key of each row; a total without a key is called by its first cell."""
    cells = body.column(key)[rows].cells()
    for place in np.flatnonzero(cells == ""):
        cells[place] = next(cell for cell in body.grid.rows[body.layout.body.start + int(rows[place])] if cell)
    return cells
