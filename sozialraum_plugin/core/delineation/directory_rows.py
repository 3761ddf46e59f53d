"""Reading a street directory row by row, ours or another's: what is usable, in comparable form."""

from __future__ import annotations

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
    order_keys,
    suffix_order,
)
from .street_identity import codes_of, plain_names, real_keys

FAR_END = ((NUMBER_LIMIT + 1) << SUFFIX_BITS) - 1
STREET_COLUMNS = (fields.COMMUNE, fields.STREET_KEY, fields.STREET, fields.POSTCODE, fields.DISTRICT_PART)
_SIDES = {"G": EVEN, "U": ODD, "F": BOTH}
_UNKNOWN_SIDE = -1


class RowProblem:
    """Why a row of a directory cannot be used."""

    NONE = ""
    NO_STREET = "zeile_ohne_strasse"
    NO_AREA = "zeile_ohne_gebiet"
    SIDE = "zeile_seite_unbekannt"
    NUMBER = "zeile_hausnummer_unlesbar"
    ORDER = "zeile_von_groesser_bis"
    EMPTY = "zeile_ohne_passende_nummer"


@dataclass(frozen=True)
class DirectoryRows:
    """The usable rows of a directory, made comparable.

    `rows` keeps the index of the given table and has the street's columns as text, `name` (folded), `street` (int),
    `side`, `start` and `end` (order keys, FAR_END if open), `unnumbered` (for addresses without a number) and `area`.
    `problem` is one of RowProblem for every given row. `suffixes` is the order that `start` and `end` follow.
    """

    rows: pd.DataFrame
    problem: pd.Series
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
    problem = np.select(
        [
            ((rows["name"] == "") & (rows[fields.STREET_KEY.name] == "")).to_numpy(),
            (rows["area"] == "").to_numpy(),
            (rows["side"] == _UNKNOWN_SIDE).to_numpy(),
            lower_unreadable | upper_unreadable,
            (rows["start"] > rows["end"]).to_numpy(),
        ],
        [RowProblem.NO_STREET, RowProblem.NO_AREA, RowProblem.SIDE, RowProblem.NUMBER, RowProblem.ORDER],
        RowProblem.NONE,
    )
    usable = rows[problem == RowProblem.NONE].copy()
    usable["street"] = _streets(usable)
    return DirectoryRows(usable, pd.Series(problem, index=directory.index, dtype=object), suffixes)


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
    return standard_addresses(directory, present)


def _sides(directory: pd.DataFrame) -> pd.Series:
    """Return the first letter of the side; F where the directory has no such column."""
    if fields.SIDE.name not in directory.columns:
        return pd.Series("F", index=directory.index, dtype=object)
    return text_column(directory[fields.SIDE.name]).str[:1].str.upper()


def _keys(bound: pd.DataFrame, suffixes: SuffixOrder, if_open: int) -> np.ndarray:
    number = bound[fields.HOUSE_NUMBER.name]
    keys = order_keys(number.fillna(0).to_numpy(dtype=np.int64), suffixes.ranks(bound[fields.SUFFIX.name]))
    return np.where(number.isna(), if_open, keys)


def _streets(rows: pd.DataFrame) -> np.ndarray:
    others = (field.name for field in STREET_COLUMNS if field is not fields.STREET)
    return codes_of(rows["name"], *(rows[column] for column in others))
