"""What a file looks like and what the import concludes about it, as far as a recipe keeps it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ...errors import InputError
from ..imports.column_roles import Wishes, columns_of
from ..imports.flat_file import flat_file
from ..imports.grid import Grid, Number
from ..imports.import_dates import DateRule, date_rule
from ..imports.import_variables import long_names, row_variables, value_variables
from ..imports.number_cells import AUTO, COMMA, POINT, looks_numeric, parse_number
from ..imports.symbol_profiles import looks_like_symbol
from ..imports.table_body import Body
from ..imports.table_columns import Columns
from ..imports.table_import import ImportOptions
from ..imports.table_layout import Layout, find_layout
from .recipe_columns import Value

_SEVERAL_AREAS = 3


@dataclass(frozen=True)
class Shape:
    """What a file offers: heads of columns and, in a long table, the texts that name the variable of a row.

    `columns` are the heads alone; a column without one is called by its number, and `made_up` maps this to the name
    that the import gives it. `head_rows` and `rows` are numbers of rows of head and body.
    """

    names: list[str]
    columns: list[str]
    made_up: dict[str, str]
    head_rows: int
    rows: int
    fingerprint: str


@dataclass(frozen=True)
class Facts:
    """The heads of key and Stichtag (empty: found out each time), the counts by name, and the symbols in their cells.

    `variable_field` names the columns of a long table that say the variable. `from_name` tells that the Stichtag
    stands in the name of the file or sheet only. `decimal` is the sign that explains all cells, or ``auto``.
    `single_texts` tells that most texts which name a variable stand in one row only, as names of persons would.
    """

    shape: Shape
    key: str
    date: str
    values: list[Value]
    symbols: list[str]
    variable_field: str
    from_name: bool
    decimal: str
    single_texts: bool


def shape_of(grid: Grid, options: ImportOptions, mark: str = "") -> Shape:
    """Return what a grid offers, whatever VALUE_FIELDS says; raise InputError if it holds no table.

    `mark` is the fingerprint of the whole file.
    """
    body = _body(grid, options)
    try:
        columns = columns_of(body, _wishes(replace(options, value_fields="")))
    except InputError:  # a column of the recipe is missing: then only heads can be compared
        columns = None
    return _shape(body, columns, mark)


def facts_of(grid: Grid, options: ImportOptions, mark: str) -> Facts:
    """Return what `import_table` concludes about a grid with these options; raises the same errors.

    A grid without a Stichtag is one whose sheet is called by it. `mark` is the fingerprint of the whole file.
    """
    body = _body(grid, options)
    columns = columns_of(body, _wishes(options))
    titles, footers = _texts(grid, body.layout.titles), _texts(grid, body.layout.footer)
    fallback = options.fallback_date, options.fallback_place
    try:
        rule = date_rule(titles, columns, body.layout, options.reference_date, footers, fallback, options.fallback_year)
    except InputError:
        rule = DateRule([], None, "", "")
    days = rule.per_column or [""] * len(columns.values)
    named = value_variables(columns, rule, titles, options.table_name, bool(options.value_fields))
    names = _names(body.layout)
    values = [
        Value(names[value.position], value.variable, day)
        for value, day in zip(named, days)
        if day or not rule.per_column
    ]
    found_out = columns.middle is not None or _is_flat(body, options)
    shape = _shape(body, columns, mark)
    return Facts(
        shape,
        "" if found_out else names[columns.key],
        "" if columns.date is None else names[columns.date],
        _of_rows(body, columns) if _by_rows(columns) else values,
        _symbols(body, columns),
        "" if found_out else "; ".join(names[place] for place in columns.variables),
        rule.column is None and not _table_says(titles, columns, body.layout, options, footers),
        _decimal(body, columns),
        _are_single(body, columns),
    )


def fingerprint(grids: Sequence[Grid]) -> str:
    """Return a fingerprint of all cells of all sheets: equal for the same tables in another encoding or format.

    It is a hash of the whole table, from which no cell can be read.
    """
    found = hashlib.sha256()
    for grid in grids:
        span = range(len(grid.rows))
        for position in range(grid.width):
            cells = grid.column(position, span).map(str)
            if (cells != "").any():
                found.update(pd.util.hash_array(cells).tobytes())
    return found.hexdigest()[:32]


def _body(grid: Grid, options: ImportOptions) -> Body:
    layout = find_layout(grid, options.header_rows, options.first_row, options.last_row)
    return Body(grid, layout, options.pad_rows, options.fill_down)


def _wishes(options: ImportOptions) -> Wishes:
    return Wishes(
        options.key_field,
        options.date_field,
        options.value_fields,
        options.variable_field,
        bool(options.reference_date),
        options.row_filter,
    )


def _shape(body: Body, columns: Columns | None, mark: str) -> Shape:
    heads = _names(body.layout)
    texts = _row_texts(body, columns) if columns is not None and columns.variables else []
    head = body.layout.head
    made_up = {own: name for own, name in zip(heads, body.layout.names) if own != name}
    return Shape([*heads, *texts], heads, made_up, len(head), len(body), mark)


def _names(layout: Layout) -> list[str]:
    """Return the heads; a column without one is called by its number, in every language the same."""
    return [
        name if given else str(number)
        for number, (name, given) in enumerate(zip(layout.names, layout.labelled), start=1)
    ]


def _row_texts(body: Body, columns: Columns) -> list[str]:
    return sorted({str(text) for text in row_variables(body, columns)[1] if text})


def _are_single(body: Body, columns: Columns) -> bool:
    """Tell whether most texts of a long table with several areas stand in one row only."""
    if not columns.variables or len(body.texts(columns.key)) < _SEVERAL_AREAS:
        return False
    codes, _ = row_variables(body, columns)
    rows = np.bincount(codes[body.tabular])
    return bool((rows[rows > 0] == 1).mean() > 0.5)


def _by_rows(columns: Columns) -> bool:
    """Tell whether each row names its variable alone: a long table with one column of values."""
    return bool(columns.variables) and len(columns.values) == 1


def _of_rows(body: Body, columns: Columns) -> list[Value]:
    """Return the texts of a long table as names of counts, each with its variable."""
    texts = _row_texts(body, columns)
    wanted = [text for text in texts if columns.renamed is None or text.lower() in columns.renamed]
    return [Value(text, str(name)) for text, name in zip(wanted, long_names(columns, wanted))]


def _is_flat(body: Body, options: ImportOptions) -> bool:
    """Tell whether the table is a flat file of GENESIS, whose columns are known by its own rules."""
    return not (options.key_field or options.variable_field) and flat_file(body) is not None


def _table_says(
    titles: Sequence[str], columns: Columns, layout: Layout, options: ImportOptions, footers: Sequence[str]
) -> bool:
    """Tell whether the table gives the Stichtag without the name of the file and without a day of the user."""
    pattern = options.reference_date if "{" in options.reference_date else ""
    try:
        date_rule(titles, columns, layout, pattern, footers)
    except InputError:
        return False
    return True


def _texts(grid: Grid, rows: Sequence[int]) -> list[str]:
    return [cell for position in rows for cell in grid.rows[position] if cell]


def _symbols(body: Body, columns: Columns) -> list[str]:
    """Return the symbols of official statistics (-, ., *, / ...) that stand in the columns of counts."""
    return sorted(
        {str(cell) for value in columns.values for cell in body.texts(value.position) if looks_like_symbol(cell)}
    )


def _decimal(body: Body, columns: Columns) -> str:
    """Return the decimal sign under which all numbers can be read; ``auto`` where both or none can."""
    cells = {str(cell) for value in columns.values for cell in body.texts(value.position) if _is_text_number(cell)}
    good = [sign for sign in (COMMA, POINT) if all(parse_number(cell, sign) is not None for cell in cells)]
    return good[0] if len(good) == 1 else AUTO


def _is_text_number(cell: str) -> bool:
    return not isinstance(cell, Number) and looks_numeric(cell)
