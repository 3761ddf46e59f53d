"""The Straßenverzeichnis: from addresses with their area to the fewest unambiguous rows per street.

Which addresses form a street: see `street_identity`; how its numbers become ranges: see `street_ranges`. An address
without a number has its own row (empty side) unless its whole street lies in its area. Where one address is given two
areas, the more frequent one counts, then the lower code; the contradiction is listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .. import fields
from .address_order import BOTH, EVEN, ODD, SuffixOrder, number_of, order_keys, suffix_order, suffix_rank_of
from .street_identity import WITHOUT_STREET, street_ids
from .street_labels import label_streets, sorted_rows
from .street_ranges import OPEN_END, number_ranges

UNNUMBERED = -1
NO_AREA = -1
NO_SIDE = 3
SIDE_CODES = {EVEN: "G", ODD: "U", BOTH: "F", NO_SIDE: ""}


class Outcome:
    """What became of an address in the directory."""

    LISTED = ""
    NO_STREET = "ohne_strasse"
    NO_AREA = "ohne_gebiet"
    CONTRADICTION = "widerspruch"  # the same address has another area, which was taken


@dataclass(frozen=True)
class DerivedDirectory:
    """The rows of a directory and how they came about.

    `rows` has the columns of `fields.STREET_DIRECTORY`, from A to Z; `outcome` is one of Outcome per address;
    `taken` the area that the directory gives to each address; `split_streets` counts streets with several areas.
    """

    rows: pd.DataFrame
    outcome: pd.Series
    taken: pd.Series
    split_streets: int


def derive(addresses: pd.DataFrame, area_names: Mapping[str, str] | None = None) -> DerivedDirectory:
    """Return the directory of addresses (columns of `standard_addresses` and `gebiet`, empty if unknown).

    `area_names` gives the name of an area by its code.
    """
    suffixes = suffix_order(addresses[fields.SUFFIX.name])
    area, codes = pd.factorize(addresses[fields.AREA.name], sort=True)
    known = (addresses[fields.AREA.name] != "").to_numpy()
    table = pd.DataFrame({"street": WITHOUT_STREET, "order": _order(addresses, suffixes), "area": area})
    table.loc[known, "street"] = _streets(addresses[known], table[known])
    listed = (table["street"] != WITHOUT_STREET).to_numpy()
    settled = _settle(table[listed])
    place = pd.MultiIndex.from_frame(table[["street", "order"]])
    taken = settled["area"].reindex(place).fillna(NO_AREA).to_numpy(dtype=np.int64)
    ranges = _all_ranges(settled.reset_index())
    labels = label_streets(addresses[listed], table.loc[listed, "street"].to_numpy())
    rows = _layout(ranges, suffixes, codes).merge(labels, on="street")
    rows[fields.AREA_NAME.name] = rows[fields.AREA.name].map(area_names or {}).fillna("")
    outcome = np.select(
        [~known, ~listed, taken != area], [Outcome.NO_AREA, Outcome.NO_STREET, Outcome.CONTRADICTION], Outcome.LISTED
    )
    return DerivedDirectory(
        sorted_rows(rows)[[field.name for field in fields.STREET_DIRECTORY]],
        pd.Series(outcome, index=addresses.index, dtype=object),
        pd.Series(np.append(codes, "")[taken], index=addresses.index, dtype=object),
        int((ranges.groupby("street")["area"].nunique() > 1).sum()),
    )


def _order(addresses: pd.DataFrame, suffixes: SuffixOrder) -> np.ndarray:
    """Return the order keys of addresses, UNNUMBERED for those without a number."""
    number = addresses[fields.HOUSE_NUMBER.name]
    keys = order_keys(number.fillna(0).to_numpy(dtype=np.int64), suffixes.ranks(addresses[fields.SUFFIX.name]))
    return np.where(number.notna(), keys, UNNUMBERED)


def _streets(addresses: pd.DataFrame, table: pd.DataFrame) -> np.ndarray:
    order = table["order"].to_numpy()
    return street_ids(addresses, order, order != UNNUMBERED, table["area"].to_numpy())


def _settle(table: pd.DataFrame) -> pd.DataFrame:
    """Return the distinct addresses (index street and order) with their `area` and the `count` of rows that agree."""
    votes = table.groupby(["street", "order", "area"], sort=True).size().rename("count").reset_index()
    votes = votes.sort_values(["street", "order", "count"], ascending=[True, True, False], kind="stable")
    return votes.drop_duplicates(["street", "order"]).set_index(["street", "order"])


def _all_ranges(settled: pd.DataFrame) -> pd.DataFrame:
    """Return the ranges of numbered addresses and the rows of those without a number."""
    unnumbered = (settled["order"] == UNNUMBERED).to_numpy()
    columns = (settled.loc[~unnumbered, column].to_numpy() for column in ("street", "order", "area", "count"))
    ranges = number_ranges(*columns)
    alone = settled[unnumbered].set_index("street")
    whole = ranges[~ranges["street"].duplicated(keep=False)]
    joined = (alone["area"].reindex(whole["street"]).to_numpy() == whole["area"]).to_numpy()
    covered = whole[joined]
    ranges.loc[covered.index, "count"] += alone["count"].reindex(covered["street"]).to_numpy()
    own = alone.drop(index=covered["street"]).reset_index()
    own["side"], own["start"], own["end"] = NO_SIDE, UNNUMBERED, OPEN_END
    return pd.concat([ranges, own[ranges.columns]], ignore_index=True)


def _layout(ranges: pd.DataFrame, suffixes: SuffixOrder, codes: np.ndarray) -> pd.DataFrame:
    """Return ranges in the columns of the directory, besides those of the street."""
    rows = ranges[["street"]].copy()
    rows[fields.SIDE.name] = ranges["side"].map(SIDE_CODES)
    rows[fields.AREA.name] = codes[ranges["area"].to_numpy(dtype=int)]
    rows[fields.ADDRESS_COUNT.name] = ranges["count"]
    spelling = np.array(suffixes.spelling, dtype=object)
    for key, number, suffix in (
        ("start", fields.FROM_NUMBER, fields.FROM_SUFFIX),
        ("end", fields.TO_NUMBER, fields.TO_SUFFIX),
    ):
        keys = ranges[key].to_numpy(dtype=np.int64)
        given = (keys != UNNUMBERED) & (keys != OPEN_END)
        rows[number.name] = pd.array(number_of(keys), dtype="Int64")
        rows.loc[~given, number.name] = pd.NA
        rows[suffix.name] = spelling[np.where(given, suffix_rank_of(keys), 0)]
    return rows
