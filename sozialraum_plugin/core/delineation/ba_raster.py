"""The labour agency's street raster: a street directory as records with odd and even numbers apart, and back.

A record holds one range of odd and one of even numbers of a street in one area, or only one of them. An unknown last
number is 997 or 998. A last number holds its further suffixes too (12c with 2 to 12), as in our directory, unless
another range begins with one of them. Addresses without a number go with a street that lies in one area.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from .. import fields
from .address_columns import standard_addresses, text_column
from .address_order import BOTH, EVEN, ODD, SuffixOrder, first_on_side, number_of, order_keys, suffix_order
from .address_order import suffix_rank_of as rank_of
from .ba_layout import BOUND_PARTS, EVEN_COLUMNS, KEY, NAME, ODD_COLUMNS, RasterLayout
from .directory_rows import FAR_END, STREET_COLUMNS, read_directory
from .street_directory import DerivedDirectory, derive
from .street_identity import codes_of, plain_names

_STREET_NAMES = [field.name for field in STREET_COLUMNS]
_BOUNDS = (fields.FROM_NUMBER.name, fields.FROM_SUFFIX.name, fields.TO_NUMBER.name, fields.TO_SUFFIX.name)
_SECOND_HOUSE = 2


class RasterProblem:
    """Why a record of a raster cannot be used."""

    NONE = ""
    BROKEN = "zeile_zerbrochen"
    NO_STREET = "zeile_ohne_strasse"
    KEY = "schluessel_unlesbar"
    NUMBER = "zeile_hausnummer_unlesbar"
    EMPTY = "zeile_ohne_bereich"
    INCOMPLETE = "bereich_unvollstaendig"
    SIDE = "nummer_auf_falscher_seite"
    ORDER = "zeile_von_groesser_bis"


class RasterDirectory(NamedTuple):
    """A raster as a directory.

    `rows` has the columns of `fields.STREET_DIRECTORY` (`gebiet` is the key), `record` the index of each row's record,
    `problem` one of RasterProblem per record of the raster; records with a problem are not in `rows`.
    """

    rows: pd.DataFrame
    record: pd.Series
    problem: pd.Series


def is_raster(columns: list[str], layout: RasterLayout) -> bool:
    """Tell whether a table's columns are those of a raster file in this layout."""
    return layout.ra.found_in(columns).keys() >= set(layout.ra.needed)


def raster_directory(addresses: pd.DataFrame, layout: RasterLayout) -> DerivedDirectory:
    """Return the directory of addresses (columns of `standard_addresses` and `gebiet`) for a raster.

    Unlike `derive`, it takes as one street what the columns of the raster can tell apart: by default commune, name,
    postcode and Ortsteil. So a street in two postcodes has records of both. Without a name there is no street.
    """
    parts = [addresses[name] for name in _STREET_NAMES if name in layout.ra.fields and name != fields.STREET.name]
    names = plain_names(addresses[fields.STREET.name])
    street = codes_of(names, *parts) + 1
    named = (names != "").to_numpy()
    own_key = pd.Series(np.where(named, street.astype(str), ""), index=addresses.index, dtype=object)
    found = derive(addresses.assign(**{fields.STREET_KEY.name: own_key}))
    keys = addresses[fields.STREET_KEY.name].groupby(own_key.to_numpy()).first()
    rows = found.rows.assign(**{fields.STREET_KEY.name: found.rows[fields.STREET_KEY.name].map(keys).fillna("")})
    return DerivedDirectory(rows, found.outcome, found.taken, found.split_streets)


def raster_rows(directory: pd.DataFrame, layout: RasterLayout) -> pd.DataFrame:
    """Return the records of a directory in the columns of `fields.STREET_DIRECTORY`; `gebiet` must be the key.

    The columns are the meanings of the layout: street, `schluessel` and the bounds, all text, empty where a side is
    not in the record. Rows that `read_directory` cannot use are not in it. A row for addresses without a number
    becomes the whole street if the street has no other row, else it has no record.
    """
    read = read_directory(directory, pd.Series([], dtype=object))
    rows = read.rows.assign(open_start=text_column(directory[fields.FROM_NUMBER.name])[read.rows.index] == "")
    alone = rows["unnumbered"] & ~rows["street"].isin(rows.loc[~rows["unnumbered"], "street"])
    rows = rows[~rows["unnumbered"] | (alone & ~rows["street"].where(alone).duplicated())]
    odd, even = (_half(rows, side) for side in (ODD, EVEN))
    records = odd.merge(even, on=["street", "area", "place"], how="outer", suffixes=("_odd", "_even"))
    records = records.sort_values(["street", "place", "area"], kind="stable", ignore_index=True)
    labels = rows.drop_duplicates("street").set_index("street")[_STREET_NAMES]
    result = labels.reindex(records["street"]).reset_index(drop=True)
    result[KEY] = records["area"]
    for end, columns, last in (("odd", ODD_COLUMNS, layout.open_odd), ("even", EVEN_COLUMNS, layout.open_even)):
        bounds = _bound_texts(records[f"start_{end}"], records[f"end_{end}"], last, read.suffixes)
        result[list(columns)] = bounds.to_numpy()
    return result


def _half(rows: pd.DataFrame, side: int) -> pd.DataFrame:
    """Return the ranges on one side (`street, area, place, start, end`); `place` counts them per street and area."""
    own = rows[rows["side"].isin((side, BOTH))]
    start = own["start"].to_numpy(dtype=np.int64)
    start = np.where(own["open_start"], order_keys(np.ones(len(own)), np.zeros(len(own), dtype=np.int64)), start)
    start = first_on_side(start, np.full(len(own), side))
    end = own["end"].to_numpy(dtype=np.int64)
    misses = (end != FAR_END) & (number_of(end) % 2 != side)
    end = np.where(misses, order_keys(number_of(end) - 1, np.zeros(len(own), dtype=np.int64)), end)
    # 12a to 13 is 12a to 12 and all its suffixes on the even side
    end = np.where(number_of(end) == number_of(start), np.maximum(start, end), end)
    half = own[["street", "area"]].assign(start=start, end=end)
    half = half[half["start"] <= half["end"]].sort_values(["street", "area", "start"], kind="stable")
    half["place"] = half.groupby(["street", "area"]).cumcount()
    return half


def _bound_texts(start: pd.Series, end: pd.Series, last: int, suffixes: SuffixOrder) -> pd.DataFrame:
    """Return number and suffix of both bounds as text; empty where there is no range."""
    given = start.notna().to_numpy()
    first, final = (bound.fillna(0).to_numpy(dtype=np.int64) for bound in (start, end))
    is_open = final == FAR_END
    spelling = np.array(suffixes.spelling, dtype=object)
    upper = np.where(is_open, np.maximum(last, number_of(first)), number_of(final))
    columns = (
        number_of(first).astype(str).astype(object),
        spelling[rank_of(first)],
        upper.astype(str).astype(object),
        spelling[np.where(is_open, 0, rank_of(final))],
    )
    return pd.DataFrame({part: np.where(given, column, "") for part, column in zip(BOUND_PARTS, columns)})


def directory_from_raster(ra: pd.DataFrame, zu: pd.DataFrame | None, layout: RasterLayout) -> RasterDirectory:
    """Return the directory of a raster, whose columns are named by head or by meaning, in any order.

    `zu` gives the names of the areas. A last number of 997 (odd) or 998 (even) and above is an open end; a first
    number of 1 or 2 begins the street. Raises MissingColumnError.
    """
    table = layout.ra.by_meaning(ra, layout.ra.file).reset_index(drop=True)
    street, _unreadable = standard_addresses(table, {name: name for name in _STREET_NAMES if name in table})
    key = normal_keys(table[KEY], layout)
    halves = [
        _read_half(table, columns, side, last)
        for columns, side, last in ((ODD_COLUMNS, ODD, layout.open_odd), (EVEN_COLUMNS, EVEN, layout.open_even))
    ]
    problem = _problems(street, key, halves)
    good = problem == RasterProblem.NONE
    whole = good & halves[0]["whole"] & halves[1]["whole"]
    parts = [_side_rows(halves[0].assign(von_nummer=halves[0]["von_nummer"].where(halves[1]["von_nummer"] != 0, 0))
                        [whole], "F")]  # fmt: skip
    parts += [_side_rows(half[good & ~whole & ~half["empty"]], side) for half, side in zip(halves, "UG")]
    rows = pd.concat(parts).sort_index(kind="stable")
    record = pd.Series(ra.index.to_numpy()[rows.index], dtype=object)
    rows = rows.join(street[_STREET_NAMES]).assign(gebiet=key)
    names = {} if zu is None else area_names(zu, layout)
    rows[fields.AREA_NAME.name] = rows[fields.AREA.name].map(names).fillna("")
    rows[fields.ADDRESS_COUNT.name] = None
    rows = rows[[field.name for field in fields.STREET_DIRECTORY]].reset_index(drop=True)
    return RasterDirectory(rows, record, pd.Series(problem.to_numpy(), index=ra.index, dtype=object))


def area_names(zu: pd.DataFrame, layout: RasterLayout) -> dict[str, str]:
    """Return the name of each key of a -zu table."""
    table = layout.zu.by_meaning(zu, layout.zu.file)
    return dict(zip(normal_keys(table[KEY], layout), text_column(table[NAME])))


def normal_keys(keys: pd.Series, layout: RasterLayout) -> pd.Series:
    """Return keys with the zeros that a spreadsheet took; empty where one is no key."""
    texts = text_column(keys).str.replace(r"[\s.-]", "", regex=True)
    good = texts.str.fullmatch(rf"\d{{1,{layout.key_width}}}").astype(bool) & (texts.str.strip("0") != "")
    return texts.str.zfill(layout.key_width).where(good, "")


def _read_half(table: pd.DataFrame, columns: tuple[str, ...], side: int, last: int) -> pd.DataFrame:
    """Return one side of the records: the bounds in our columns, and masks of what they are and what is wrong."""
    ends = []
    for number, suffix in (columns[:2], columns[2:]):
        chosen = {fields.HOUSE_NUMBER.name: number, fields.SUFFIX.name: suffix if suffix in table else None}
        ends.append(standard_addresses(table, chosen, ranges=False))
    (lower, lower_bad), (upper, upper_bad) = ends
    first, final = (end[fields.HOUSE_NUMBER.name] for end in (lower, upper))
    first_suffix, final_suffix = (end[fields.SUFFIX.name] for end in (lower, upper))
    low, high = (bound.fillna(0).to_numpy(dtype=np.int64) for bound in (first, final))
    empty = (high == 0) & (low == 0) & ~lower_bad & ~upper_bad
    is_open = high >= last
    begins = (low <= _SECOND_HOUSE) & (first_suffix == "").to_numpy() & first.notna().to_numpy()
    low = np.where(begins & (low % 2 != side), 2 - side, low)
    suffixes = suffix_order(first_suffix, final_suffix)
    keys = [order_keys(low, suffixes.ranks(first_suffix)), order_keys(high, suffixes.ranks(final_suffix))]
    return pd.DataFrame(
        {
            _BOUNDS[0]: pd.array(low, dtype="Int64"),
            _BOUNDS[1]: first_suffix,
            _BOUNDS[2]: pd.array(high, dtype="Int64"),
            _BOUNDS[3]: final_suffix.where(~is_open, ""),
            "empty": empty,
            "whole": begins & is_open,
            "open": is_open,
            "unreadable": lower_bad | upper_bad,
            "incomplete": (first.isna() | final.isna()).to_numpy() & ~empty,
            "wrong_side": ((low % 2 != side) | ((high % 2 != side) & ~is_open)) & ~empty,
            "reversed": (keys[0] > keys[1]) & ~is_open & ~empty,
        },
        index=table.index,
    )


def _problems(street: pd.DataFrame, key: pd.Series, halves: list[pd.DataFrame]) -> pd.Series:
    """Return one of RasterProblem per record."""

    def either(mask: str) -> np.ndarray:
        return (halves[0][mask] | halves[1][mask]).to_numpy()

    cases = {
        RasterProblem.NO_STREET: (street[fields.STREET.name] == "").to_numpy(),
        RasterProblem.KEY: (key == "").to_numpy(),
        RasterProblem.NUMBER: either("unreadable"),
        RasterProblem.EMPTY: (halves[0]["empty"] & halves[1]["empty"]).to_numpy(),
        RasterProblem.INCOMPLETE: either("incomplete"),
        RasterProblem.SIDE: either("wrong_side"),
        RasterProblem.ORDER: either("reversed"),
    }
    return pd.Series(np.select(list(cases.values()), list(cases), RasterProblem.NONE), index=key.index, dtype=object)


def _side_rows(half: pd.DataFrame, side: str) -> pd.DataFrame:
    rows = half[list(_BOUNDS)].assign(**{fields.SIDE.name: side})
    rows[fields.TO_NUMBER.name] = rows[fields.TO_NUMBER.name].mask(half["open"], pd.NA)
    return rows
