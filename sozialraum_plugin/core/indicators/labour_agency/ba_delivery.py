"""A table that the labour agency delivers for its street raster: read by the place of its columns.

Column A is the month, B the commune, C the key of the area or a sum row, D the name, from E on stand the features.
Rows of cases without an address (“keine Angabe”) are kept apart; every other row that cannot be used is listed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...balance import Balance
from ...errors import InputError
from ...fields import IMPORT_REPORT
from ...messages import tr
from ..cases.person_data import refuse_person_columns
from ..imports.grid import Grid, filled
from ..imports.import_cells import decimal_of, read_cells
from ..imports.import_problems import Problems
from ..imports.number_cells import AUTO, looks_numeric
from ..imports.row_kinds import RowKind, kind_of
from ..imports.row_kinds import outcome as kind_outcome
from ..imports.symbol_profiles import looks_like_symbol, symbol_profile
from ..imports.table_columns import Columns, ValueColumn
from ..imports.table_layout import Layout, find_layout
from .ba_keys import VIERTEL, AreaKey, DeliveryName, month_end, read_key

MONTH, GKZ, KEY, NAME, FIRST_FEATURE = range(5)
UNPLACED = -1  # the level of a row of cases without an address
_HEAD_ROWS = 3


@dataclass(frozen=True)
class Delivery:
    """The usable rows and their cells.

    `rows` has `zeile` (number in the file), `monat` (ISO), `gemeinde`, `schluessel`, `prefix` (what the level keeps of
    the key), `level` (see `ba_keys`, UNPLACED for cases without an address) and `name`. `values` and `flags` are
    (rows, features). `problems` has the columns of `fields.IMPORT_REPORT`.
    """

    rows: pd.DataFrame
    features: list[str]
    values: np.ndarray
    flags: np.ndarray
    problems: pd.DataFrame
    warnings: list[str]
    balances: tuple[Balance, Balance]


def read_delivery(grid: Grid, name: DeliveryName, reference_date: str = "") -> Delivery:
    """Return the rows of a delivered table.

    `name` is what the file's name says, `reference_date` (any spelling of a month) stands in where neither the row nor
    the name has a month. Raises InputError if there is no head or no usable row, or if there are person columns.
    """
    refuse_person_columns(grid.rows)
    layout = _layout_of(grid)
    columns, ignored = _columns(grid, layout)
    problems, warnings = Problems(grid, layout), []
    for position in ignored:
        problems.add(layout.head[-1], position, tr("column without numbers, not read"))
    fallback = _fallback(name, reference_date)
    used, rows, balance = _rows(grid, layout, columns, fallback, problems)
    if not used:
        raise InputError(
            tr(
                "INPUT: no row has a key in its third column and a month. If the file is not called "
                "GKZ_ALO_JJJJMM.csv, give REFERENCE_DATE."
            )
        )
    decimal = decimal_of(grid, used, columns, AUTO, warnings)
    values, flags, cells = read_cells(grid, used, columns, symbol_profile("ba"), decimal, problems)
    table = pd.DataFrame(rows)
    listed = pd.concat([problems.table(), contradictions(table, name)], ignore_index=True)
    features = [value.variable for value in columns.values]
    return Delivery(table, features, values, flags, listed, warnings, (balance, cells))


def _fallback(name: DeliveryName, reference_date: str) -> str:
    if not reference_date.strip():
        return name.month
    given = month_end(reference_date)
    if given is None:
        raise InputError(
            tr("REFERENCE_DATE: “{date}” names no month. Write 202402 or 29.02.2024.").format(date=reference_date)
        )
    return given


def _layout_of(grid: Grid) -> Layout:
    """Return the layout: the head are the filled rows with names of features above the first row with a key."""
    if not any(map(filled, grid.rows)):
        raise InputError(tr("INPUT: the file is empty. Ask the labour agency for it anew."))
    first = next((row for row, cells in enumerate(grid.rows) if len(cells) > KEY and _is_data(cells)), None)
    if first is None or grid.width <= FIRST_FEATURE:
        raise InputError(
            tr(
                "INPUT: no row has a 9-digit key or a sum (123456SUM) in its third column and figures from the fifth "
                "on. Is it the delivery of the labour agency? Other tables go to “Import office table”."
            )
        )
    head: list[int] = []
    for row in range(first - 1, -1, -1):
        if any(grid.rows[row][FIRST_FEATURE:]):
            head.insert(0, row)
        elif head:
            break
        if len(head) == _HEAD_ROWS:
            break
    if not head:
        raise InputError(
            tr("INPUT: row {row} has figures, but no row above it names the columns.").format(row=grid.numbers[first])
        )
    return find_layout(grid, len(head), grid.numbers[head[0]])


def _is_data(cells: Sequence[str]) -> bool:
    return read_key(cells[KEY]) is not None or (month_end(cells[MONTH]) is not None and bool(cells[GKZ]))


def _columns(grid: Grid, layout: Layout) -> tuple[Columns, list[int]]:
    """Return the columns by their place, and the positions of those from E on that hold texts only."""
    body = [grid.rows[position] for position in layout.body]
    values, ignored = [], []
    for position in range(FIRST_FEATURE, grid.width):
        cells = {row[position] for row in body} - {""}
        if any(looks_numeric(cell) or looks_like_symbol(cell) for cell in cells):
            values.append(ValueColumn(position, layout.names[position], layout.names[position]))
        elif cells:
            ignored.append(position)
    if not values:
        raise InputError(tr("INPUT: no column from the fifth on holds figures."))
    return Columns(KEY, MONTH, values, []), ignored


def _rows(
    grid: Grid, layout: Layout, columns: Columns, fallback: str, problems: Problems
) -> tuple[list[int], list[dict[str, object]], Balance]:
    """Return the positions and contents of the usable rows, and the balance of the body's rows."""
    heads = [grid.rows[position] for position in layout.head]
    places = [value.position for value in columns.values]
    found: Counter[str] = Counter()
    used, rows = [], []
    for position in layout.body:
        cells = grid.rows[position]
        outcome, key = _kind(cells, places, heads)
        month = month_end(cells[MONTH]) or fallback
        if key and not month:
            outcome, key = kind_outcome(RowKind.WITHOUT_DATE), None
            problems.add(position, MONTH, outcome)
        elif key and cells[MONTH] and not month_end(cells[MONTH]):
            problems.add(position, MONTH, tr("no month; the file's name or REFERENCE_DATE is taken"))
        elif outcome == kind_outcome(RowKind.WITHOUT_KEY):
            problems.add(position, KEY, outcome)
        found[outcome] += 1
        if key is None:
            continue
        if key.mended:
            problems.add(position, KEY, tr("leading zeros put back: {key}").format(key=key.text))
        used.append(position)
        commune = cells[GKZ].split(".")[0]
        commune = commune.zfill(8) if commune.isdigit() and len(commune) == 7 else commune
        rows.append(
            {
                "zeile": grid.numbers[position], "monat": month, "gemeinde": commune, "schluessel": key.text,
                "prefix": key.prefix, "level": key.level, "name": cells[NAME],
            }
        )  # fmt: skip
    return used, rows, _balance(grid, layout, found)


def _kind(cells: Sequence[str], places: Sequence[int], heads: Sequence[Sequence[str]]) -> tuple[str, AreaKey | None]:
    """Return what the balance calls a row, and its key; None if it is not used."""
    if RowKind.UNPLACED in (kind_of(cells, KEY, places, heads), kind_of(cells, NAME, places, heads)):
        return tr("rows of cases without an address (“keine Angabe”)"), AreaKey(cells[KEY], "", UNPLACED)
    key = read_key(cells[KEY])
    if key is not None and any(cells[place] for place in places):
        labels = tr("rows of the smallest areas"), tr("sum rows")
        return labels[key.level != VIERTEL], key
    kind = kind_of(cells, KEY, places, heads)
    if kind in (RowKind.EMPTY, RowKind.REPEATED_HEAD, RowKind.NOTE):
        return kind_outcome(kind), None
    return kind_outcome(RowKind.WITHOUT_KEY), None


def _balance(grid: Grid, layout: Layout, found: Counter[str]) -> Balance:
    balance = Balance(tr("rows of the file"), len(grid.rows))
    balance.add(tr("titles and head"), layout.body.start)
    for outcome, count in found.items():
        balance.add(outcome, count)
    balance.add(tr("rows of the footer"), len(layout.footer))
    return balance


def contradictions(rows: pd.DataFrame, name: DeliveryName) -> pd.DataFrame:
    """Return a finding for each month or commune in the rows that the file's name does not say."""
    sentences = {
        "monat": (name.month, tr("The file's name says {name}, the row {cell}; the row counts.")),
        "gemeinde": (name.commune, tr("The file's name says {name}, the row {cell}; the row counts.")),
    }
    lines = []
    for column, (said, sentence) in sentences.items():
        other = rows[(rows[column] != said) & (rows[column] != "")] if said else rows[:0]
        for _, row in other.drop_duplicates(column).iterrows():
            text = sentence.format(name=said, cell=row[column])
            lines.append((row["zeile"], column, row[column], text))
    communes = sorted(set(rows["gemeinde"]) - {""})
    if len(communes) > 1:
        text = tr("The file holds several communes: {communes}.").format(communes=", ".join(communes))
        lines.append((rows["zeile"].iloc[0], "gemeinde", communes[0], text))
    return pd.DataFrame(lines, columns=[field.name for field in IMPORT_REPORT])
