"""Any table of addresses as the columns that the street directory works with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from .. import fields
from ..addresses.house_numbers import HouseNumber, NumberProblem, parse_house_number
from ..addresses.street_names import normal_street

_PLAIN_NUMBER = re.compile(r"0*(\d+)\s*([a-zA-Z]{0,2})")  # most house numbers; its suffix is kept as written
_RANGE_IN_SUFFIX = re.compile(r"[-–—+&,]|\b(?:bis|und)\b", re.IGNORECASE)
_DATES_BEGIN = 40_000  # a number field as high holds a day that a spreadsheet made of 1-2
_CODE_WIDTHS = {fields.COMMUNE.name: 8, fields.POSTCODE.name: 5}
_NUMBER_FIELDS = (fields.HOUSE_NUMBER, fields.SUFFIX, fields.TO_NUMBER, fields.TO_SUFFIX)
_TEXTS = (fields.COMMUNE, fields.STREET_KEY, fields.STREET, fields.POSTCODE, fields.DISTRICT_PART)


def plain_name(name: str) -> str:
    """Return a street name as it is compared."""
    return normal_street(name)


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


def standard_addresses(
    table: pd.DataFrame, columns: Mapping[str, str | None], *, ranges: bool = True
) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the addresses of a table in our columns, and an (n,) mask of rows whose house number is unreadable.

    `columns` maps our names (`gemeinde, strassenschluessel, strasse, plz, ortsteil, hausnummer, zusatz`) to those of
    the table; one that is missing or None is empty. Texts are stripped, `hausnummer` is a nullable integer (missing:
    none or unreadable), and a leading zero that a spreadsheet took from a postcode or commune key comes back. House
    numbers are read by `parse_house_number`; of a range such as 12-14 the first number counts, and `bis_nummer` and
    `bis_zusatz` are its last (missing and empty for all others). Without `ranges` a range is unreadable.
    """
    result = pd.DataFrame(index=table.index)
    for field in _TEXTS:
        result[field.name] = _padded(_column(table, columns, field.name), _CODE_WIDTHS.get(field.name, 0))
    written = _column(table, columns, fields.HOUSE_NUMBER.name)
    suffix = _column(table, columns, fields.SUFFIX.name)
    numbers, readable = _read_numbers(written, suffix)
    for field, values in zip(_NUMBER_FIELDS, numbers):
        result[field.name] = values
    if not ranges:
        readable &= result[fields.TO_NUMBER.name].isna().to_numpy()
        result = result.drop(columns=[fields.TO_NUMBER.name, fields.TO_SUFFIX.name])
    return result, ~readable


def _column(table: pd.DataFrame, columns: Mapping[str, str | None], name: str) -> pd.Series:
    source = columns.get(name)
    return text_column(table[source]) if source else pd.Series("", index=table.index, dtype=object)


def _padded(texts: pd.Series, width: int) -> pd.Series:
    """Return codes with the one leading zero that a numeric column lost."""
    short = texts.str.isdigit() & (texts.str.len() == width - 1)
    return texts.where(~short.astype(bool), "0" + texts)


class _Numbers(NamedTuple):
    number: pd.Series
    suffix: pd.Series
    end_number: pd.Series
    end_suffix: pd.Series


def _read_numbers(written: pd.Series, suffix: pd.Series) -> tuple[_Numbers, np.ndarray]:
    """Return the parts of house numbers, and whether each is empty or was understood."""
    pairs = pd.DataFrame({"number": written.to_numpy(), "suffix": suffix.to_numpy()})
    codes, _first = pd.factorize(pairs["number"] + "\0" + pairs["suffix"])
    unique = pairs[~pd.Series(codes).duplicated().to_numpy()]
    found = [_read_number(number, own) for number, own in zip(unique["number"], unique["suffix"])]
    readable = np.array([value is not None for value in found], dtype=bool)
    values = [value or _NOTHING for value in found]
    columns = [
        _taken(pd.array([value[part] for value in values], dtype=kind), codes, written.index)
        for part, kind in enumerate(("Int64", object, "Int64", object))
    ]
    return _Numbers(*columns), readable[codes]


def _taken(values: Any, codes: np.ndarray, index: pd.Index) -> pd.Series:
    taken = values.take(codes)
    return pd.Series(taken if taken.dtype == "Int64" else np.asarray(taken, dtype=object), index=index)


_NOTHING = (None, "", None, "")


def _read_number(written: str, suffix: str) -> tuple[int | None, str, int | None, str] | None:
    """Return number, suffix, last number and its suffix of one address; None if they were not understood."""
    if suffix and _RANGE_IN_SUFFIX.search(suffix):
        whole = parse_house_number(written + suffix).value
        if whole is not None and whole.end_number is not None:
            return _parts(whole)
    plain = _PLAIN_NUMBER.fullmatch(written)
    if plain and 0 < int(plain[1]) < _DATES_BEGIN:
        return _with_suffix(int(plain[1]), plain[2], suffix)
    reading = parse_house_number(written)
    if reading.problem == NumberProblem.EMPTY:
        return None, suffix, None, ""
    if reading.value is None:
        return None
    if reading.value.end_number is not None:
        whole = parse_house_number(written + suffix).value if suffix else reading.value
        return None if whole is None else _parts(whole)
    return _with_suffix(reading.value.number, reading.value.suffix, suffix)


def _with_suffix(number: int, own: str, suffix: str) -> tuple[int, str, None, str] | None:
    """Return a number with the suffix behind it or in its own field; None if the two contradict."""
    if own and suffix and own.casefold() != suffix.casefold():
        return None
    return number, suffix or own, None, ""


def _parts(value: HouseNumber) -> tuple[int, str, int | None, str]:
    return value.number, value.suffix, value.end_number, value.end_suffix
