"""From a grid of text cells to a clean long table of counts, with an account of every row and every cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..balance import Balance
from ..errors import InputError
from ..fields import AREA, CONTENT, COUNTS, FLAG, REFERENCE_DATE, SOURCE, VALUE, VARIABLE
from ..messages import tr
from .grid import Grid
from .import_cells import decimal_of, read_cells
from .import_dates import DateRule, date_rule
from .import_problems import Problems
from .import_rows import classify_rows, condition_of, keys_of
from .number_cells import AUTO
from .person_data import refuse_belief_as_text, refuse_person_columns
from .symbol_profiles import looks_like_symbol, symbol_profile
from .table_columns import Columns, columns_of
from .table_layout import Layout, find_layout


@dataclass(frozen=True)
class ImportOptions:
    """What the user set; empty texts, zeros and ``auto`` let the import find out."""

    key_field: str = ""
    value_fields: str = ""
    reference_date: str = ""
    date_field: str = ""
    profile: str = "none"
    source: str = ""
    skip_totals: bool = True
    decimal: str = AUTO
    header_rows: int = 0
    first_row: int = 0
    row_filter: str = ""
    from_spreadsheet: bool = False


@dataclass(frozen=True)
class ImportResult:
    """The long table, what was concluded, the two balances, and what could not be used."""

    counts: pd.DataFrame
    notes: list[str]
    warnings: list[str]
    rows: Balance
    cells: Balance
    problems: pd.DataFrame


def import_table(grid: Grid, options: ImportOptions) -> ImportResult:
    """Return the counts of a grid as a long table with the columns `fields.COUNTS`.

    Raises InputError (no table, person rows, no Stichtag, a variable twice) and MissingColumnError.
    """
    refuse_person_columns(grid.rows)
    layout = find_layout(grid, options.header_rows, options.first_row)
    columns = _columns(grid, layout, options)
    titles = [cell for position in layout.titles for cell in grid.rows[position] if cell]
    dates = date_rule(titles, columns, layout, options.reference_date)
    problems, warnings = Problems(grid, layout), []
    condition = condition_of(options.row_filter, layout)
    used, row_balance = classify_rows(grid, layout, columns, dates, condition, options.skip_totals, problems)
    if not used:
        raise InputError(
            tr("No row has a key in the column “{column}” and a Stichtag. Check KEY_FIELD and DATE_FIELD.").format(
                column=layout.names[columns.key]
            )
        )
    keys = keys_of(grid, used, columns, options.from_spreadsheet, warnings)
    decimal = decimal_of(grid, used, columns, options.decimal, warnings)
    values, flags, cell_balance = read_cells(grid, used, columns, symbol_profile(options.profile), decimal, problems)
    counts = _long([grid.rows[position] for position in used], keys, columns, dates, values, flags, options.source)
    _check_repetition(counts, columns, warnings)
    _warn_of_symbols(problems.table(), warnings)
    notes = _notes(grid, layout, columns, dates, decimal)
    return ImportResult(counts, notes, warnings, row_balance, cell_balance, problems.table())


def _columns(grid: Grid, layout: Layout, options: ImportOptions) -> Columns:
    body = [grid.rows[position] for position in layout.body]
    columns = columns_of(
        layout, body, options.key_field, options.date_field, options.value_fields, bool(options.reference_date)
    )
    values = {value.position for value in columns.values}
    refuse_belief_as_text(layout.names, [column for column in range(len(layout.names)) if column not in values])
    return columns


def _long(
    rows: Sequence[Sequence[str]],
    keys: Sequence[str],
    columns: Columns,
    dates: DateRule,
    values: np.ndarray,
    flags: np.ndarray,
    source: str,
) -> pd.DataFrame:
    """Return one row a cell, in the order of the file."""
    width = len(columns.values)
    if dates.column is None:
        days = np.tile(np.array(dates.per_column, dtype=object), len(rows))
    else:
        days = np.repeat(np.array([dates.of_row(row) for row in rows], dtype=object), width)
    table = pd.DataFrame(
        {
            AREA.name: np.repeat(np.array(keys, dtype=object), width),
            VARIABLE.name: np.tile(np.array([value.variable for value in columns.values], dtype=object), len(rows)),
            REFERENCE_DATE.name: days,
            VALUE.name: values.ravel(),
            FLAG.name: flags.ravel(),
            SOURCE.name: source,
        }
    )
    return table[[column.name for column in COUNTS]]


def _check_repetition(counts: pd.DataFrame, columns: Columns, warnings: list[str]) -> None:
    """Raise InputError if two columns give one variable at one Stichtag; warn of areas that come twice."""
    keys = [AREA.name, VARIABLE.name, REFERENCE_DATE.name]
    repeated = counts[counts.duplicated(keys, keep=False)]
    if repeated.empty:
        return
    first = repeated.iloc[0]
    place = {"area": first[AREA.name], "variable": first[VARIABLE.name], "date": first[REFERENCE_DATE.name]}
    names = [value.head for value in columns.values if value.variable == first[VARIABLE.name]]
    if len(names) > 1:
        raise InputError(
            tr("The columns {columns} all give “{variable}” at {date}. Set REFERENCE_DATE or VALUE_FIELDS.").format(
                columns=", ".join(f"“{name}”" for name in names), variable=place["variable"], date=place["date"]
            )
        )
    warnings.append(
        tr(
            "{count} counts have area, variable and Stichtag in common with another "
            "(first: {area}, {variable}, {date})."
        ).format(count=len(repeated), **place)
    )


def _warn_of_symbols(problems: pd.DataFrame, warnings: list[str]) -> None:
    """Say so if cells hold symbols that the chosen profile does not know."""
    symbols = [cell for cell in problems[CONTENT.name] if looks_like_symbol(cell)]
    if symbols:
        warnings.append(
            tr("{count} cells hold symbols (such as {example}) that the profile does not know: choose SYMBOLS.").format(
                count=len(symbols), example=symbols[0]
            )
        )


def _notes(grid: Grid, layout: Layout, columns: Columns, dates: DateRule, decimal: str) -> list[str]:
    """Return what was concluded about the table, in sentences."""
    head = ", ".join(str(grid.numbers[position]) for position in layout.head)
    pairs = ", ".join(
        value.variable if value.variable == value.head else f"{value.head} = {value.variable}"
        for value in columns.values
    )
    decimals = {"comma": tr("decimal comma"), "point": tr("decimal point")}
    return [
        tr("Head: row {rows}; numbers with {decimal}").format(rows=head, decimal=decimals[decimal]),
        tr("Key: column “{column}”").format(column=layout.names[columns.key]),
        dates.note,
        tr("Columns read: {columns}").format(columns=pairs),
        tr("Columns not read: {columns}").format(columns=", ".join(columns.ignored) or "–"),
    ]
