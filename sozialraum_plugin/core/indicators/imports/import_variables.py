"""The variables (merkmale) of an imported table: from the heads, and in long tables from the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from .coded import combined, objects
from .column_names import is_generic_value
from .import_dates import SPAN_OF_YEARS, DateRule
from .reference_dates import year_in
from .table_body import Body
from .table_columns import Columns, ValueColumn, is_date_part
from .table_layout import HEAD_JOINT

_GENESIS_CODE = re.compile(
    r"(genesis-)?tabelle:?.*|\d{5}-\d{2}.*|- ?(stichtag|jahres).*|regionale tiefe.*|quelle.*|stand.*|©.*|\(c\).*|"
    r"gebietsstand.*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[\s_(,-]*(?<!\d)(?:19|20)\d{2}(?!\d)\)?")


def value_variables(
    columns: Columns, dates: DateRule, titles: Sequence[str], table_name: str, named: bool
) -> list[ValueColumn]:
    """Return the value columns with the variables that they deliver.

    Where the heads hold the dates, the date goes out of the variable's name; a head that is nothing but a date is
    called by the last title above it, else by `table_name`. Names that the user gave stay (`named`).
    """
    if dates.column is not None or named or not (dates.from_heads or len(set(dates.per_column)) > 1):
        return columns.values
    subject = next((title for title in reversed(titles) if not _GENESIS_CODE.match(title)), "") or table_name
    plain = [_without_date(value, subject) for value in columns.values]
    pairs = list(zip(plain, dates.per_column))
    if len(set(pairs)) < len(pairs):
        return columns.values
    return [replace(value, variable=name) for value, name in zip(columns.values, plain)]


def without_years(name: str) -> str:
    """Return a name without the years in it."""
    return _YEAR.sub("", name).strip(" _-")


def _without_date(value: ValueColumn, subject: str) -> str:
    parts = [part for part in value.head.split(HEAD_JOINT) if not is_date_part(part)]
    if not parts:
        return subject or value.head
    if SPAN_OF_YEARS.search(value.head):
        return value.variable
    if any(map(year_in, (part.replace("_", " ") for part in parts))) and len(parts) == value.head.count(HEAD_JOINT) + 1:
        parts = [without_years(part) or subject for part in parts]
    return HEAD_JOINT.join(filter(None, parts)) or value.head


def row_variables(body: Body, columns: Columns) -> tuple[np.ndarray, np.ndarray]:
    """Return codes (one a row of the body) and texts of what the variable columns of a long table say."""
    parts = [body.column(place) for place in columns.variables]
    if not parts:
        return np.zeros(len(body), dtype=np.int64), objects([""])
    codes = pd.factorize(combined([part.identity() for part in parts]))[0].astype(np.int64)
    firsts = np.unique(codes, return_index=True)[1]
    texts = objects(
        HEAD_JOINT.join(filter(None, (str(part.texts[part.codes[row]]) for part in parts))) for row in firsts
    )
    return codes, texts


def long_names(columns: Columns, texts: Sequence[str]) -> np.ndarray:
    """Return the variable of each pair of row text and value column (object array, value columns vary fastest).

    The head of a single column such as ``Wert`` says nothing and is left out.
    """
    generic = len(columns.values) == 1 and is_generic_value(columns.values[0].head)
    names = []
    for text in texts:
        wanted = columns.renamed.get(text.lower(), "") if columns.renamed is not None else ""
        for value in columns.values:
            own = wanted or text
            bare = generic or (wanted and len(columns.values) == 1) or not value.variable
            names.append((own or value.variable) if bare else HEAD_JOINT.join(filter(None, (value.variable, own))))
    return objects(names)
