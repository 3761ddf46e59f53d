"""Which rows under the head hold the counts of an area, under which key; all others are accounted for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..balance import Balance
from ..errors import InputError
from ..messages import tr
from .area_keys import clean_key, lost_zeros
from .grid import Grid, filled
from .import_dates import DateRule
from .import_problems import Problems
from .row_kinds import RowKind, kind_of, outcome
from .table_columns import Columns, find_column
from .table_layout import Layout


@dataclass(frozen=True)
class Condition:
    """FILTER: only rows whose cell in `column` is `wanted` are read; without a column all rows are."""

    column: int | None = None
    wanted: str = ""

    def met_by(self, row: Sequence[str]) -> bool:
        """Tell whether a row meets the condition."""
        return self.column is None or row[self.column].lower() == self.wanted


def condition_of(text: str, layout: Layout) -> Condition:
    """Return the condition ``Spalte=Wert``; raise InputError or MissingColumnError."""
    if not text:
        return Condition()
    name, given, wanted = text.partition("=")
    if not given:
        raise InputError(tr("FILTER: “{text}” is no condition. Write Spalte=Wert.").format(text=text))
    return Condition(find_column(layout, name, "FILTER"), wanted.strip().lower())


def classify_rows(
    grid: Grid,
    layout: Layout,
    columns: Columns,
    dates: DateRule,
    condition: Condition,
    skip_totals: bool,
    problems: Problems,
) -> tuple[list[int], Balance]:
    """Return the positions of the rows with counts, and the balance of all rows of the file.

    Rows with counts but without a key or a Stichtag go to `problems`.
    """
    heads = [grid.rows[position] for position in layout.head]
    value_positions = [value.position for value in columns.values]
    found: Counter[RowKind] = Counter()
    used = []
    for position in layout.body:
        row = grid.rows[position]
        kind = kind_of(row, columns.key, value_positions, heads)
        kind = _refined(kind, row, condition, dates, skip_totals)
        found[kind] += 1
        if kind is RowKind.COUNTS:
            used.append(position)
        elif kind in (RowKind.WITHOUT_KEY, RowKind.WITHOUT_DATE):
            column = columns.date if kind is RowKind.WITHOUT_DATE and columns.date is not None else columns.key
            problems.add(position, column, outcome(kind))
    return used, _balance(grid, layout, found)


def _refined(kind: RowKind, row: Sequence[str], condition: Condition, dates: DateRule, skip_totals: bool) -> RowKind:
    if kind is RowKind.TOTAL and not skip_totals:
        kind = RowKind.COUNTS
    if kind is RowKind.COUNTS and not condition.met_by(row):
        return RowKind.FILTERED
    if kind is RowKind.COUNTS and not dates.valid(row):
        return RowKind.WITHOUT_DATE
    return kind


def _balance(grid: Grid, layout: Layout, found: Counter[RowKind]) -> Balance:
    balance = Balance(tr("rows of the file"), len(grid.rows))
    for kind in RowKind:
        balance.add(outcome(kind), found[kind])
    outside = [position for position in range(len(grid.rows)) if position not in layout.body]
    texts = [position for position in outside if filled(grid.rows[position])]
    balance.add(outcome(RowKind.EMPTY), len(outside) - len(texts))
    balance.add(tr("rows of the head"), len(layout.head))
    balance.add(tr("titles above the head"), len([row for row in texts if row in layout.titles]))
    between = [row for row in texts if row not in layout.titles and row not in layout.head and row not in layout.footer]
    balance.add(outcome(RowKind.NOTE), len(between))
    balance.add(tr("rows of the footer"), len([row for row in texts if row in layout.footer]))
    return balance


def keys_of(
    grid: Grid, used: Sequence[int], columns: Columns, from_spreadsheet: bool, warnings: list[str]
) -> list[str]:
    """Return the area keys of the used rows as text; what a spreadsheet took away is repaired or reported."""
    cells = [grid.rows[position][columns.key] or _name_of_total(grid.rows[position]) for position in used]
    cleaned = [clean_key(cell) for cell in cells]
    keys = [key for key, _ in cleaned]
    numbers = sum(made_number for _, made_number in cleaned)
    if numbers:
        warnings.append(
            tr("{count} keys had been made numbers by a spreadsheet (such as {example}) and are text again.").format(
                count=numbers, example=next(cell for cell, (_, made) in zip(cells, cleaned) if made)
            )
        )
    if lost_zeros(keys, from_spreadsheet or numbers > 0):
        warnings.append(
            tr("All keys lacked the leading zero (such as {example}); it was put back.").format(example=keys[0])
        )
        return ["0" + key for key in keys]
    _warn_of_lengths(keys, warnings)
    return keys


def _name_of_total(row: Sequence[str]) -> str:
    return next(cell for cell in row if cell)


def _warn_of_lengths(keys: Sequence[str], warnings: list[str]) -> None:
    """Say so if some keys are one digit shorter than those that begin with a zero: their zero may be lost."""
    with_zero = {len(key) for key in keys if key.startswith("0") and key.isdigit()}
    doubtful = sorted({key for key in keys if key.isdigit() and not key.startswith("0") and len(key) + 1 in with_zero})
    doubtful = [key for key in doubtful if len(key) not in with_zero]
    if doubtful:
        warnings.append(
            tr(
                "{count} keys are one digit shorter than others that begin with 0 (such as {example}): check them."
            ).format(count=len(doubtful), example=doubtful[0])
        )
