"""Finding the range of a directory that holds an address, for many addresses at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .address_order import BOTH, EVEN, NUMBER_LIMIT, ODD, SUFFIX_BITS, SUFFIX_MASK
from .directory_rows import FAR_END

NO_NUMBER = 2  # the third class of addresses beside EVEN and ODD
NOT_FOUND = -1
_CLASSES = 3
_CLASS_SHIFT = SUFFIX_BITS + int(NUMBER_LIMIT).bit_length()
_SECOND_HOUSE = (3 << SUFFIX_BITS) - 1  # a range that begins at 1 or 2 begins with the street


@dataclass(frozen=True)
class RangeIndex:
    """The ranges of a directory, sorted by street, class (even, odd, without number) and start.

    All arrays have one entry per range and class: `start`, `end` and `strict_end` are keys that include street and
    class; `end` takes in further suffixes of the last number (12 holds 12c too if no other range begins there).
    """

    row: np.ndarray
    area: np.ndarray
    start: np.ndarray
    end: np.ndarray
    strict_end: np.ndarray


def class_of(street: np.ndarray, side: np.ndarray) -> np.ndarray:
    """Return the part of a key that stands for street and class."""
    return (street.astype(np.int64) * _CLASSES + side) << _CLASS_SHIFT


def build_index(rows: pd.DataFrame) -> RangeIndex:
    """Return the index of usable rows (see `DirectoryRows`) with their `area_code`."""
    numbered, unnumbered = rows[~rows["unnumbered"]], rows[rows["unnumbered"]]
    on_both = (EVEN, ODD)
    entries = [numbered[numbered["side"].isin((side, BOTH))].assign(side=side) for side in on_both]
    whole = _whole_streets(numbered)
    whole = whole[~whole["street"].isin(unnumbered["street"])]
    entries += [table.assign(side=NO_NUMBER, start=0, end=FAR_END) for table in (unnumbered, whole)]
    table = pd.concat(entries).rename_axis("row").reset_index()
    base = class_of(table["street"].to_numpy(), table["side"].to_numpy())
    start, end = base + table["start"].to_numpy(), base + table["end"].to_numpy()
    order = np.lexsort((end, start))
    start, end = start[order], end[order]
    following = np.append(start[1:], np.iinfo(np.int64).max)[: len(start)]
    with_suffixes = np.minimum(end | SUFFIX_MASK, following - 1)
    return RangeIndex(
        table["row"].to_numpy()[order],
        table["area_code"].to_numpy(dtype=np.int64)[order],
        start,
        np.maximum(end, with_suffixes),
        end,
    )


def _whole_streets(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row of each street that lies in one area from its first number to its open end."""
    full = (rows["start"] <= _SECOND_HOUSE) & (rows["end"] == FAR_END)
    streets = rows["street"]
    one_area = rows.groupby("street")["area_code"].transform("nunique") == 1
    return rows[full.groupby(streets).transform("all") & one_area].drop_duplicates("street")


def search(index: RangeIndex, keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return per key (class and order key) the area of its range, and whether ranges of other areas hold it too.

    NOT_FOUND where no range holds it. Looks back from the last range that starts before the key, as far as ranges
    reach; without overlaps that is one step.
    """
    area = np.full(len(keys), NOT_FOUND, dtype=np.int64)
    conflicting = np.zeros(len(keys), dtype=bool)
    reach = np.maximum.accumulate(index.end) if len(index.end) else index.end
    position = np.searchsorted(index.start, keys, side="right") - 1
    active = np.flatnonzero(position >= 0)
    while len(active):
        active = active[reach[position[active]] >= keys[active]]
        hits = active[index.end[position[active]] >= keys[active]]
        found = index.area[position[hits]]
        conflicting[hits] |= (area[hits] != NOT_FOUND) & (area[hits] != found)
        area[hits] = np.where(area[hits] == NOT_FOUND, found, area[hits])
        position[active] -= 1
        active = active[position[active] >= 0]
    return area, conflicting


def overlaps(index: RangeIndex) -> pd.DataFrame:
    """Return pairs of directory rows (`row, other`) whose ranges overlap although their areas differ."""
    if len(index.start) < 2:
        return pd.DataFrame({"row": [], "other": []})
    reach = np.maximum.accumulate(index.strict_end)
    owner = np.maximum.accumulate(np.where(index.strict_end == reach, np.arange(len(reach)), 0))
    later = np.flatnonzero(reach[:-1] >= index.start[1:]) + 1
    earlier = owner[later - 1]
    differs = index.area[later] != index.area[earlier]
    pairs = pd.DataFrame({"row": index.row[later[differs]], "other": index.row[earlier[differs]]})
    return pairs.drop_duplicates(ignore_index=True)
