"""Cells of tables as text and as counts, whatever type the reader of the file gave them."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import tr

_THOUSANDS = re.compile(r"^\d{1,3}(?:[.\s]\d{3})+$")
_SYMBOLS = re.compile(r"^(?:[-–—/.·*x]|\.\.\.|\(.*\))$", re.IGNORECASE)


def cell_text(value: object) -> str:
    """Return a cell as text without outer blanks; a missing one is empty, a spreadsheet's 12.0 is 12."""
    if value is None or value is pd.NA:
        return ""
    if isinstance(value, float):
        return "" if value != value else f"{value:.0f}" if value.is_integer() else repr(value)
    return str(value).strip()


def text_column(table: pd.DataFrame, column: str) -> pd.Series:
    """Return a column as text; one that is not chosen or not there is empty throughout."""
    if not column or column not in table.columns:
        return pd.Series("", index=table.index, dtype=object)
    return table[column].map(cell_text).astype(object)


@dataclass(frozen=True)
class Counts:
    """`values` (whole numbers, 0 where there is none), `missing` (empty cells), `hidden` (symbols, negative marks)."""

    values: np.ndarray
    missing: np.ndarray
    hidden: np.ndarray


def read_counts(column: pd.Series, table: str) -> Counts:
    """Read a column of counts: whole numbers, also as text with decimal comma or dots between thousands.

    Symbols of official statistics (``*``, ``–``, ``x``) and negative marks (-1, -9, -9999) are no values. Raises
    InputError, naming row and column, for any other text and for a number that is not whole.
    """
    texts = column.map(cell_text)
    numbers = {text: _count(text) for text in texts.unique()}
    for text, number in numbers.items():
        if number is not None and number != int(number):
            raise _not_a_count(texts, text, str(column.name), table)
        if number is None and text and not _SYMBOLS.match(text):
            raise _not_a_count(texts, text, str(column.name), table)
    read = texts.map(numbers).astype(float).to_numpy()
    missing = (texts == "").to_numpy()
    hidden = ~missing & ~(read >= 0)
    return Counts(np.where(missing | hidden, 0, np.nan_to_num(read)).astype(np.int64), missing, hidden)


def _count(text: str) -> float | None:
    written = text.replace("\xa0", " ")
    if "," in written or _THOUSANDS.match(written):
        written = re.sub(r"[.\s]", "", written).replace(",", ".")
    try:
        number = float(written)
    except ValueError:
        return None
    return number if abs(number) < 1e15 else None


def _not_a_count(texts: pd.Series, text: str, column: str, table: str) -> InputError:
    row = int(np.flatnonzero((texts == text).to_numpy())[0]) + 1
    return InputError(
        tr("“{table}”, row {row}, column “{column}”: “{text}” is no count. Choose columns with whole numbers.").format(
            table=table, row=row, column=column, text=text
        )
    )
