"""Reading a street directory row by row, ours or another's: what is usable, in comparable form."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .. import fields
from ..errors import MissingColumnError
from ..messages import tr
from .address_columns import standard_addresses, text_column
from .address_order import (
    BOTH,
    EVEN,
    NUMBER_LIMIT,
    ODD,
    SUFFIX_BITS,
    SuffixOrder,
    number_of,
    order_keys,
    suffix_order,
)
from .street_identity import codes_of, plain_names, real_keys

FAR_END = ((NUMBER_LIMIT + 1) << SUFFIX_BITS) - 1
STREET_COLUMNS = (fields.COMMUNE, fields.STREET_KEY, fields.STREET, fields.POSTCODE, fields.DISTRICT_PART)
_FIRST_HOUSES = 2  # even numbers "from 1" and odd ones "from 2" mean from the beginning of the street
_SIDES = {"G": EVEN, "U": ODD, "F": BOTH}
_UNKNOWN_SIDE = -1
_SIDE_WORDS = (
    ("G", re.compile(r"g|ger(?:ade)?|even|e")),
    ("U", re.compile(r"u|ung(?:er(?:ade)?)?|odd|o")),
    ("F", re.compile(r"f|fortl(?:aufend)?|beide?s?|b|alle|durchgehend|ganz|both|gu|ug|geradeungerade|ungeradegerade")),
)


class RowProblem:
    """Why a row of a directory cannot be used."""

    NONE = ""
    NO_STREET = "zeile_ohne_strasse"
    NO_AREA = "zeile_ohne_gebiet"
    SIDE = "zeile_seite_unbekannt"
    NUMBER = "zeile_hausnummer_unlesbar"
    ORDER = "zeile_von_groesser_bis"
    PARITY = "zeile_seite_widerspricht"


@dataclass(frozen=True)
class DirectoryRows:
    """The usable rows of a directory, made comparable.

    `rows` keeps the index of the given table and has the street's columns as text, `name` (folded), `street` (int),
    `side`, `start` and `end` (order keys, FAR_END if open), `unnumbered` (for addresses without a number) and `area`.
    `problem` is one of RowProblem for every given row, `doubtful` whether one end of a used row lies on the other side.
    `suffixes` is the order that `start` and `end` follow.
    """

    rows: pd.DataFrame
    problem: pd.Series
    doubtful: pd.Series
    suffixes: SuffixOrder


def read_directory(directory: pd.DataFrame, address_suffixes: pd.Series) -> DirectoryRows:
    """Return a directory in the layout of `fields.STREET_DIRECTORY`, ready for the search.

    Needed are `gebiet` and `strasse` or `strassenschluessel`. A missing column or an empty cell holds for any: no side
    means both, no number the whole side; an empty side without numbers means addresses without a number if the
    directory has the column. `address_suffixes` share one order with the directory's. Raises MissingColumnError.
    """
    _require_columns(directory)
    lower, lower_unreadable = _bound(directory, fields.FROM_NUMBER.name, fields.FROM_SUFFIX.name)
    upper, upper_unreadable = _bound(directory, fields.TO_NUMBER.name, fields.TO_SUFFIX.name)
    suffixes = suffix_order(address_suffixes, lower[fields.SUFFIX.name], upper[fields.SUFFIX.name])
    rows = lower[[field.name for field in STREET_COLUMNS]].copy()
    rows[fields.STREET_KEY.name] = real_keys(rows[fields.STREET_KEY.name])
    rows["name"] = plain_names(rows[fields.STREET.name])
    rows["area"] = text_column(directory[fields.AREA.name])
    from_number, to_number = lower[fields.HOUSE_NUMBER.name], upper[fields.HOUSE_NUMBER.name]
    unbounded = (from_number.isna() & to_number.isna()).to_numpy()
    side = _sides(directory)
    rows["unnumbered"] = (side == "").to_numpy() & unbounded
    rows["side"] = side.where(side != "", "F").map(_SIDES).fillna(_UNKNOWN_SIDE).astype(int)
    rows["start"] = _keys(lower, suffixes, if_open=0)
    rows["end"] = _keys(upper, suffixes, if_open=FAR_END)
    odd_ends = [_on_other_side(rows, end) for end in ("start", "end")]
    wrong = np.logical_and(*odd_ends) | ((rows["start"] == rows["end"]).to_numpy() & odd_ends[0])
    problem = np.select(
        [
            ((rows["name"] == "") & (rows[fields.STREET_KEY.name] == "")).to_numpy(),
            (rows["area"] == "").to_numpy(),
            (rows["side"] == _UNKNOWN_SIDE).to_numpy(),
            lower_unreadable | upper_unreadable,
            (rows["start"] > rows["end"]).to_numpy(),
            wrong,
        ],
        [
            RowProblem.NO_STREET,
            RowProblem.NO_AREA,
            RowProblem.SIDE,
            RowProblem.NUMBER,
            RowProblem.ORDER,
            RowProblem.PARITY,
        ],
        RowProblem.NONE,
    )
    usable = rows[problem == RowProblem.NONE].copy()
    usable["street"] = _streets(usable)
    doubtful = (odd_ends[0] & (number_of(rows["start"].to_numpy(dtype=np.int64)) > _FIRST_HOUSES)) | odd_ends[1]
    return DirectoryRows(
        usable,
        pd.Series(problem, index=directory.index, dtype=object),
        pd.Series(doubtful & (problem == RowProblem.NONE), index=directory.index),
        suffixes,
    )


def _on_other_side(rows: pd.DataFrame, end: str) -> np.ndarray:
    """Return whether the row has a side that the number at one end contradicts."""
    keys = rows[end].to_numpy(dtype=np.int64)
    side = rows["side"].to_numpy()
    named = (keys != FAR_END) & (keys != 0) & np.isin(side, (EVEN, ODD))
    return named & (number_of(keys) % 2 != side)


def _require_columns(directory: pd.DataFrame) -> None:
    names = list(directory.columns)
    for choice in ((fields.AREA.name,), (fields.STREET.name, fields.STREET_KEY.name)):
        if not any(column in names for column in choice):
            raise MissingColumnError(choice[0], tr("street directory"), names)


def _bound(directory: pd.DataFrame, number: str, suffix: str) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the street and one end of the ranges as if they were addresses; see `standard_addresses`."""
    columns = {field.name: field.name for field in STREET_COLUMNS}
    columns.update({fields.HOUSE_NUMBER.name: number, fields.SUFFIX.name: suffix})
    present = {ours: theirs for ours, theirs in columns.items() if theirs in directory.columns}
    return standard_addresses(directory, present, ranges=False)


def _sides(directory: pd.DataFrame) -> pd.Series:
    """Return the letter of the side; F where the directory has no such column."""
    if fields.SIDE.name not in directory.columns:
        return pd.Series("F", index=directory.index, dtype=object)
    written = text_column(directory[fields.SIDE.name])
    return written.map({text: side_letter(text) for text in pd.unique(written)})


def side_letter(text: str) -> str:
    """Return G, U or F for a side as somebody writes it; the text itself if it is unknown, or empty."""
    bare = re.sub(r"[^a-z]|\bund\b", "", text.strip().lower())
    return next((letter for letter, words in _SIDE_WORDS if words.fullmatch(bare)), text)


def _keys(bound: pd.DataFrame, suffixes: SuffixOrder, if_open: int) -> np.ndarray:
    number = bound[fields.HOUSE_NUMBER.name]
    keys = order_keys(number.fillna(0).to_numpy(dtype=np.int64), suffixes.ranks(bound[fields.SUFFIX.name]))
    return np.where(number.isna(), if_open, keys)


def _streets(rows: pd.DataFrame) -> np.ndarray:
    others = (field.name for field in STREET_COLUMNS if field is not fields.STREET)
    return codes_of(rows["name"], *(rows[column] for column in others))
