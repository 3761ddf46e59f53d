"""Any table of addresses as the columns that the street directory works with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from .. import fields
from .address_order import NUMBER_LIMIT, fold

# The one place to put a better parser: text of a number field -> number and suffix.
_NUMBER = re.compile(r"0*(\d+)\s*([a-zA-Z]{0,2})")
_CODE_WIDTHS = {fields.COMMUNE.name: 8, fields.POSTCODE.name: 5}
_TEXTS = (fields.COMMUNE, fields.STREET_KEY, fields.STREET, fields.POSTCODE, fields.DISTRICT_PART)


def plain_name(name: str) -> str:
    """Return a street name as it is compared. The one place to put a better normal form."""
    return fold(name)


def as_text(value: Any) -> str:
    """Return a cell as text: nothing as an empty text, 12.0 as 12."""
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return ""
    if isinstance(value, (float, np.floating)) and float(value).is_integer():
        value = int(value)
    return str(value).strip()


def text_column(values: pd.Series) -> pd.Series:
    """Return a column as text."""
    codes, cells = pd.factorize(values.to_numpy(dtype=object), use_na_sentinel=False)
    texts = np.array([as_text(cell) for cell in cells] + [""], dtype=object)[:-1]
    return pd.Series(texts[codes], index=values.index, dtype=object)


def standard_addresses(table: pd.DataFrame, columns: Mapping[str, str | None]) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the addresses of a table in our columns, and an (n,) mask of rows whose house number is unreadable.

    `columns` maps our names (`gemeinde, strassenschluessel, strasse, plz, ortsteil, hausnummer, zusatz`) to those of
    the table; one that is missing or None is empty. Texts are stripped, `hausnummer` is a nullable integer (missing:
    none or unreadable), a suffix within the number field is split off, and a leading zero that a spreadsheet took from
    a postcode or commune key comes back.
    """
    result = pd.DataFrame(index=table.index)
    for field in _TEXTS:
        result[field.name] = _padded(_column(table, columns, field.name), _CODE_WIDTHS.get(field.name, 0))
    written = _column(table, columns, fields.HOUSE_NUMBER.name)
    suffix = _column(table, columns, fields.SUFFIX.name)
    number, own_suffix, readable = _split_numbers(written)
    contradicting = (own_suffix != "") & (suffix != "") & (own_suffix.str.casefold() != suffix.str.casefold())
    result[fields.HOUSE_NUMBER.name] = number
    result[fields.SUFFIX.name] = suffix.where(suffix != "", own_suffix)
    return result, ~readable | contradicting.to_numpy()


def _column(table: pd.DataFrame, columns: Mapping[str, str | None], name: str) -> pd.Series:
    source = columns.get(name)
    return text_column(table[source]) if source else pd.Series("", index=table.index, dtype=object)


def _padded(texts: pd.Series, width: int) -> pd.Series:
    """Return codes with the one leading zero that a numeric column lost."""
    short = texts.str.isdigit() & (texts.str.len() == width - 1)
    return texts.where(~short.astype(bool), "0" + texts)


def _split_numbers(texts: pd.Series) -> tuple[pd.Series, pd.Series, np.ndarray]:
    """Return numbers (nullable), suffixes and whether each text is empty or was understood."""
    codes, written = pd.factorize(texts)
    found = [_NUMBER.fullmatch(text) for text in written]
    good = np.array([match is not None and int(match[1]) <= NUMBER_LIMIT for match in found], dtype=bool)
    numbers = [int(match[1]) if fine else pd.NA for match, fine in zip(found, good)]
    suffixes = np.array([match[2] if fine else "" for match, fine in zip(found, good)], dtype=object)
    readable = good | np.array([not text for text in written], dtype=bool)
    number = pd.array(numbers, dtype="Int64").take(codes)
    return (
        pd.Series(number, index=texts.index),
        pd.Series(suffixes[codes], index=texts.index, dtype=object),
        readable[codes],
    )
