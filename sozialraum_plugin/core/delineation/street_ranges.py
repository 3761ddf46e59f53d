"""House-number ranges: the fewest that give every address of a street its area, without gaps and overlaps.

Along each side (even, odd) the addresses form runs of one area. A range holds for one side or for both; a street in
one area needs one range for both. A side without addresses follows the other side. A range reaches to the number
before the next one, so an address-free gap belongs to its lower neighbour; the first begins at 1 or 2, the last is
open. Which combination needs the fewest ranges: see `fewest_ranges`.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .address_order import BOTH, EVEN, ODD, SUFFIX_BITS, first_on_side, last_before
from .fewest_ranges import fewest_ranges

OPEN_END = 1 << 38
_STREET_SHIFT = 40


def number_ranges(street: np.ndarray, key: np.ndarray, area: np.ndarray, count: np.ndarray) -> pd.DataFrame:
    """Return the ranges of distinct addresses, given as (n,) integer arrays.

    `key` is the order key (see `address_order`), `area` the area's code, `count` how many rows stand for the address.
    The columns are `street, side, start, end, area, count`; `end` is OPEN_END for the last range of a side.
    """
    addresses = pd.DataFrame({"street": street, "key": key, "side": (key >> SUFFIX_BITS) % 2, "area": area})
    addresses = addresses.assign(count=count).sort_values(["street", "key"], ignore_index=True)
    addresses["start"] = _street_start(addresses)
    by_street = addresses.groupby("street")
    several, both_sides = (by_street[column].transform("nunique") > 1 for column in ("area", "side"))
    simple = _ranges_of_one_sequence(addresses[~(several & both_sides)])
    ranges = pd.concat([simple, _ranges_of_two_sides(addresses[several & both_sides])], ignore_index=True)
    return _completed(ranges, addresses)


def _street_start(addresses: pd.DataFrame) -> np.ndarray:
    """Return per address where its street begins: at number 1, or at 0 where that number exists."""
    lowest = addresses.groupby("street")["key"].transform("min").to_numpy()
    return np.where(lowest >> SUFFIX_BITS == 0, 0, 1 << SUFFIX_BITS)


def _ranges_of_one_sequence(addresses: pd.DataFrame) -> pd.DataFrame:
    """Return the ranges of streets in one area or with addresses on one side only: one per run, for both sides."""
    new_street = addresses["street"].ne(addresses["street"].shift())
    runs = addresses[new_street | addresses["area"].ne(addresses["area"].shift())]
    first, last = (runs["street"].ne(runs["street"].shift(step)) for step in (1, -1))
    stop = runs["key"].shift(-1, fill_value=OPEN_END).where(~last, OPEN_END)
    return runs[["street", "area"]].assign(side=BOTH, start=runs["key"].where(~first, runs["start"]), stop=stop)


def _ranges_of_two_sides(addresses: pd.DataFrame) -> pd.DataFrame:
    """Return the ranges of streets with addresses on both sides and several areas."""
    changes = [addresses[column].ne(addresses[column].shift()) for column in ("street", "area")]
    stretch = (changes[0] | changes[1]).cumsum()
    # further addresses of a side within a stretch of one area demand nothing new
    telling = addresses[~pd.DataFrame({"stretch": stretch, "side": addresses["side"]}).duplicated()]
    rows = []
    for street, group in telling.groupby("street"):
        columns = (group[column].tolist() for column in ("key", "side", "area"))
        found = fewest_ranges(zip(*columns), int(group["start"].iloc[0]))
        rows += [(street, side, area, start, OPEN_END if stop is None else stop) for side, area, start, stop in found]
    return pd.DataFrame(rows, columns=["street", "side", "area", "start", "stop"], dtype=np.int64)


def _completed(ranges: pd.DataFrame, addresses: pd.DataFrame) -> pd.DataFrame:
    """Return ranges with their counts and with ends that say as much as a number and a suffix can."""
    side = ranges["side"].to_numpy(dtype=np.int64)
    ranges["start"] = first_on_side(ranges["start"].to_numpy(dtype=np.int64), side)
    row = np.full(len(addresses), -1)
    for one in (EVEN, ODD):
        own = np.flatnonzero(addresses["side"] == one)
        there = ranges[(side == one) | (side == BOTH)].sort_values(["street", "start"])
        starts = (there["street"].to_numpy(dtype=np.int64) << _STREET_SHIFT) + there["start"].to_numpy(dtype=np.int64)
        keys = (addresses["street"].to_numpy()[own] << _STREET_SHIFT) + addresses["key"].to_numpy()[own]
        row[own] = there.index[np.searchsorted(starts, keys, side="right") - 1]
    held = addresses.groupby(row).agg(last=("key", "max"), count=("count", "sum"))
    stop = ranges["stop"].to_numpy(dtype=np.int64)
    end = np.maximum(last_before(stop, side), held["last"].reindex(ranges.index).to_numpy())
    ranges["end"], ranges["count"] = np.where(stop == OPEN_END, OPEN_END, end), held["count"]
    return ranges[["street", "side", "start", "end", "area", "count"]]
