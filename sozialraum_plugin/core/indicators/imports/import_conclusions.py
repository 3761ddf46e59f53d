"""What an import concluded about a table, each conclusion with the parameter that sets it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ...fields import IMPORT_LAYOUT
from ...messages import tr
from .import_dates import DateRule
from .import_decimals import Decimals
from .number_cells import COMMA
from .table_body import Body
from .table_columns import Columns

Conclusions = list[tuple[str, str, str]]


def conclusions(body: Body, columns: Columns, dates: DateRule, decimals: Decimals, profile: str) -> Conclusions:
    """Return rows of parameter, conclusion in the parameter's own form, and a sentence for the reader."""
    layout, grid = body.layout, body.grid
    names = layout.names
    numbers = [int(grid.numbers[position]) for position in layout.head]
    last = int(grid.numbers[layout.body.stop - 1]) if len(layout.body) else numbers[-1]
    rows = ", ".join(map(str, numbers))
    found = [
        ("FIRST_ROW", str(numbers[0]), tr("Head: row {rows}").format(rows=rows)),
        ("HEADER_ROWS", str(len(numbers)), tr("Head: row {rows}").format(rows=rows)),
        ("LAST_ROW", str(last), tr("The table ends at row {row}.").format(row=last)),
        ("DECIMAL", decimals.common, _decimal_sentence(decimals)),
        ("KEY_FIELD", names[columns.key], tr("Key: column “{column}”").format(column=names[columns.key])),
        ("DATE_FIELD" if dates.column is not None else "REFERENCE_DATE", _date(names, dates), dates.note),
        ("SYMBOLS", profile, tr("Symbols are read by the profile “{profile}”.").format(profile=profile)),
        ("VALUE_FIELDS", "; ".join(value.head for value in columns.values), _values_sentence(columns)),
    ]
    if columns.variables:
        heads = "; ".join(names[place] for place in columns.variables)
        found.append(("VARIABLE_FIELD", heads, tr("Long table: “{columns}” name the variable.").format(columns=heads)))
    if columns.name is not None:
        name = names[columns.name]
        found.append(("", name, tr("Names of the areas: column “{column}”").format(column=name)))
    if columns.ignored:
        left = ", ".join(columns.ignored)
        found.append(("", left, tr("Columns not read: {columns}").format(columns=left)))
    if body.filled_down:
        sentence = tr("{count} empty keys below merged cells took the key above.").format(count=body.filled_down)
        found.append(("FILL_DOWN", "yes", sentence))
    return found


def _decimal_sentence(decimals: Decimals) -> str:
    words = {True: tr("decimal comma"), False: tr("decimal point")}
    kinds = {sign == COMMA for sign in decimals.signs}
    return tr("Numbers with {decimal}").format(decimal=" / ".join(words[kind] for kind in sorted(kinds, reverse=True)))


def _date(names: Sequence[str], dates: DateRule) -> str:
    if dates.column is not None:
        return names[dates.column]
    return "; ".join(sorted({day for day in dates.per_column if day}))


def _values_sentence(columns: Columns) -> str:
    pairs = ", ".join(
        value.head if value.variable in ("", value.head) else f"{value.head} = {value.variable}"
        for value in columns.values
    )
    return tr("Columns read: {columns}").format(columns=pairs)


def layout_table(found: Conclusions) -> pd.DataFrame:
    """Return the conclusions as a table with the columns `fields.IMPORT_LAYOUT`."""
    return pd.DataFrame(found, columns=[field.name for field in IMPORT_LAYOUT])
