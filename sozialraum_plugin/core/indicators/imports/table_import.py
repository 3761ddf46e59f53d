"""From a grid of text cells to a clean long table of counts, with an account of every row and every cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from ...balance import Balance
from ...errors import InputError
from ...fields import (
    AREA,
    CONTENT,
    COUNTS,
    FLAG,
    IMPORT_AREAS,
    IMPORT_LAYOUT,
    REFERENCE_DATE,
    SOURCE,
    VALUE,
    VARIABLE,
    Flag,
)
from ...messages import tr
from ..cases.person_data import refuse_belief_as_text, refuse_person_columns
from .coded import combined, objects
from .column_roles import Wishes, columns_of
from .grid import Grid
from .import_areas import areas_of
from .import_cells import read_columns
from .import_conclusions import conclusions, layout_table
from .import_dates import DateRule, date_rule
from .import_decimals import decimals_of
from .import_keys import keys_of
from .import_problems import Problems
from .import_rows import classify_rows, condition_of
from .import_variables import long_names, row_variables, value_variables, without_years
from .number_cells import AUTO
from .profile_choice import profile_name
from .symbol_profiles import SymbolProfile, looks_like_symbol, symbol_profile
from .table_body import Body
from .table_columns import Columns
from .table_layout import find_layout

_MANY = 100_000


@dataclass(frozen=True)
class ImportOptions:
    """What the user set; empty texts, zeros and ``auto`` let the import find out.

    `table_name` names the variable where heads hold dates only, `fallback_date` (ISO) with `fallback_place` is the
    Stichtag if the table says none: both come from the name of the sheet or file. `fallback_year` is the year in the
    file's name, for a pattern in `reference_date`.
    """

    key_field: str = ""
    value_fields: str = ""
    reference_date: str = ""
    date_field: str = ""
    profile: str = AUTO
    source: str = ""
    skip_totals: bool = True
    decimal: str = AUTO
    header_rows: int = 0
    first_row: int = 0
    row_filter: str = ""
    from_spreadsheet: bool = False
    variable_field: str = ""
    last_row: int = 0
    pad_rows: bool = False
    fill_down: str = AUTO
    own_profile: SymbolProfile | None = None
    table_name: str = ""
    fallback_date: str = ""
    fallback_place: str = ""
    fallback_year: int = 0


@dataclass(frozen=True)
class ImportResult:
    """The long table, what was concluded, the two balances, what could not be used, and the areas.

    `layout` holds each conclusion with its parameter (`fields.IMPORT_LAYOUT`), `areas` the areas named in the table
    (`fields.IMPORT_AREAS`).
    """

    counts: pd.DataFrame
    notes: list[str]
    warnings: list[str]
    rows: Balance
    cells: Balance
    problems: pd.DataFrame
    layout: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[f.name for f in IMPORT_LAYOUT]))
    areas: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[f.name for f in IMPORT_AREAS]))


def import_table(grid: Grid, options: ImportOptions) -> ImportResult:
    """Return the counts of a grid as a long table with the columns `fields.COUNTS`.

    Raises InputError (no table, person rows, no Stichtag, a variable twice) and MissingColumnError.
    """
    refuse_person_columns(grid.rows[:50])
    body = _body(grid, options)
    layout = body.layout
    columns = _columns(body, options)
    problems, warnings = Problems(grid, layout), list(grid.remarks)
    dates, columns = _dates(body, columns, options, warnings)
    rows, row_balance = _rows(body, columns, dates, options, problems)
    keys = keys_of(body, rows, columns, options.from_spreadsheet, warnings)
    decimals = decimals_of(body, rows, columns, options.decimal, warnings)
    profile = options.own_profile or symbol_profile(_profile(body, columns, rows, options))
    cells = [body.column(value.position)[rows] for value in columns.values]
    positions = rows + layout.body.start
    values, flags, cell_balance = read_columns(cells, positions, columns, profile, decimals, problems)
    _mark_rows(body, rows, columns, flags)
    counts = _long(body, rows, keys, columns, dates, values, flags, options, warnings)
    listed = problems.table()
    _warn_of_symbols(listed, warnings)
    found = conclusions(body, columns, dates, decimals, profile.name)
    notes = list(dict.fromkeys(sentence for _, _, sentence in found))
    areas = areas_of(body, rows, keys, columns)
    return ImportResult(counts, notes, warnings, row_balance, cell_balance, listed, layout_table(found), areas)


def table_heads(grid: Grid, options: ImportOptions) -> list[str]:
    """Return the heads of the key and the value columns without dates: what tells whether two sheets look alike.

    Raises InputError if the grid holds no table.
    """
    body = _body(grid, options)
    columns = _columns(body, options)
    return [body.layout.names[columns.key], *sorted({without_years(value.variable) for value in columns.values})]


def _body(grid: Grid, options: ImportOptions) -> Body:
    layout = find_layout(grid, options.header_rows, options.first_row, options.last_row)
    body = Body(grid, layout, options.pad_rows, options.fill_down)
    body.check_head()
    return body


def _columns(body: Body, options: ImportOptions) -> Columns:
    wishes = Wishes(
        options.key_field,
        options.date_field,
        options.value_fields,
        options.variable_field,
        bool(options.reference_date),
        options.row_filter,
    )
    columns = columns_of(body, wishes)
    values = {value.position for value in columns.values}
    names = body.layout.names
    refuse_belief_as_text(names, [column for column in range(len(names)) if column not in values])
    return columns


def _dates(body: Body, columns: Columns, options: ImportOptions, warnings: list[str]) -> tuple[DateRule, Columns]:
    """Return the rule of dates, and the columns without those that have no Stichtag, their variables without it."""
    grid, layout = body.grid, body.layout
    titles, footers = _texts(grid, layout.titles), _texts(grid, layout.footer)
    fallback = options.fallback_date, options.fallback_place
    dates = date_rule(titles, columns, layout, options.reference_date, footers, fallback, options.fallback_year)
    warnings.extend(dates.warnings)
    if dates.column is None and not all(dates.per_column):
        kept = [place for place, day in enumerate(dates.per_column) if day]
        left = [value.head for place, value in enumerate(columns.values) if place not in kept]
        columns = replace(columns, values=[columns.values[place] for place in kept], ignored=[*columns.ignored, *left])
        dates = replace(dates, per_column=[dates.per_column[place] for place in kept])
    variables = value_variables(columns, dates, titles, options.table_name, bool(options.value_fields))
    return dates, replace(columns, values=variables)


def _texts(grid: Grid, rows: Sequence[int]) -> list[str]:
    return [cell for position in rows for cell in grid.rows[position] if cell]


def _rows(
    body: Body, columns: Columns, dates: DateRule, options: ImportOptions, problems: Problems
) -> tuple[np.ndarray, Balance]:
    met = condition_of(options.row_filter, body.layout).met(body)
    if columns.renamed is not None:
        codes, texts = row_variables(body, columns)
        met &= np.array([text.lower() in columns.renamed for text in texts], dtype=bool)[codes]
    rows, balance = classify_rows(body, columns, dates.of_rows(body), met, options.skip_totals, problems)
    if not len(rows):
        raise InputError(
            tr("No row has a key in the column “{column}” and a Stichtag. Check KEY_FIELD and DATE_FIELD.").format(
                column=body.layout.names[columns.key]
            )
        )
    return rows, balance


def _profile(body: Body, columns: Columns, rows: np.ndarray, options: ImportOptions) -> str:
    if options.profile != AUTO:
        return options.profile
    grid, layout = body.grid, body.layout
    said = [options.table_name, *_texts(grid, layout.titles), *_texts(grid, layout.footer), *layout.names]
    keys = body.column(columns.key)[rows[:50]].used()
    if columns.middle is not None:
        said.append("gitter_id")
    values = {str(text) for value in columns.values for text in body.column(value.position)[rows].used()[:5000]}
    return profile_name(said, keys, values)


def _mark_rows(body: Body, rows: np.ndarray, columns: Columns, flags: np.ndarray) -> None:
    """Mark the plain values of a row as unsafe that has a sign for the whole row (Zensus 2022: KLAMMERN)."""
    if columns.marker is None:
        return
    marked = body.column(columns.marker)[rows].map(lambda cell: "klammer" in cell.lower(), bool)
    flags[marked[:, None] & (flags == Flag.NONE)] = Flag.UNSAFE


def _long(
    body: Body,
    rows: np.ndarray,
    keys: np.ndarray,
    columns: Columns,
    dates: DateRule,
    values: np.ndarray,
    flags: np.ndarray,
    options: ImportOptions,
    warnings: list[str],
) -> pd.DataFrame:
    """Return one row a cell, in the order of the file."""
    width = len(columns.values)
    own = objects(value.variable for value in columns.values)
    if columns.variables:
        codes, texts = row_variables(body, columns)
        codes = codes[rows]
        names = long_names(columns, texts)
        variables = names[(codes[:, None] * width + np.arange(width)).ravel()]
    else:
        codes = np.zeros(len(rows), dtype=np.int64)
        variables = np.tile(own, len(rows))
    if dates.column is None:
        days = np.tile(objects(dates.per_column), len(rows))
        day_codes = codes * 0
    else:
        of_rows = dates.of_rows(body)[rows]
        day_codes = combined(
            [body.column(place)[rows].identity() for place in (dates.column, dates.part) if place is not None]
        )
        days = np.repeat(of_rows, width)
    cells = {
        AREA.name: np.repeat(keys, width),
        VARIABLE.name: variables,
        REFERENCE_DATE.name: days,
        VALUE.name: values.ravel(),
        FLAG.name: flags.ravel(),
        SOURCE.name: np.full(len(rows) * width, options.source, dtype=object),
    }
    table = pd.DataFrame({column.name: cells[column.name] for column in COUNTS}, copy=False)
    _check_columns(columns, dates)
    _check_rows(table, combined([_identity(body, rows, keys, columns), codes, day_codes]), width, warnings)
    return table


def _identity(body: Body, rows: np.ndarray, keys: np.ndarray, columns: Columns) -> np.ndarray:
    """Return one integer a key of each row; of very many rows by the texts of the file, which is quicker."""
    if len(rows) < _MANY or columns.middle is not None:
        return pd.factorize(keys)[0].astype(np.int64)
    return body.column(columns.key)[rows].identity()


def _check_columns(columns: Columns, dates: DateRule) -> None:
    """Raise InputError if two columns give one variable at one Stichtag."""
    days = dates.per_column or [""] * len(columns.values)
    seen: dict[tuple[str, str], list[str]] = {}
    for value, day in zip(columns.values, days):
        seen.setdefault((value.variable, day), []).append(value.head)
    for (variable, day), heads in seen.items():
        if len(heads) > 1:
            raise InputError(
                tr("The columns {columns} all give “{variable}” at {date}. Set REFERENCE_DATE or VALUE_FIELDS.").format(
                    columns=", ".join(f"“{head}”" for head in heads), variable=variable, date=day
                )
            )


def _check_rows(table: pd.DataFrame, identity: np.ndarray, width: int, warnings: list[str]) -> None:
    """Warn of areas that come twice with one variable and Stichtag."""
    repeated = np.bincount(identity)[identity] > 1
    if repeated.any():
        first = table.iloc[int(np.flatnonzero(repeated)[0]) * width]
        warnings.append(
            tr(
                "{count} counts have area, variable and Stichtag in common with another "
                "(first: {area}, {variable}, {date})."
            ).format(
                count=int(repeated.sum()) * width,
                area=first[AREA.name],
                variable=first[VARIABLE.name],
                date=first[REFERENCE_DATE.name],
            )
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
