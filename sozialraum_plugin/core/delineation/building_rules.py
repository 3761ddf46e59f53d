"""The type of a building where its use alone does not tell, and the dominant type of a unit.

Germany's census (GWZ) and registers count dwellings per building; where these are not known, footprint, storeys,
addresses and touching neighbours stand for them. All thresholds are here, so that they can be told to the user.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .building_types import Use

HIGH_RISE_LEVELS = 8  # storeys; from about 22 m, where building law calls a house a Hochhaus
FEWEST_IN_ROW = 3  # touching houses
MOST_DWELLINGS = 2  # of a single or terraced house
TERRACED_FOOTPRINT = 100.0  # square metres per address
TERRACED_LEVELS = 3
SMALL_FLOOR_SPACE = 320.0  # square metres per address, all storeys: two large dwellings
HALL_FOOTPRINT = 1_000.0  # square metres per address, low: a hall or shop
_ASSUMED_LEVELS = 2.0
_USUAL_LEVELS = np.array([2.0, 2.0, 4.0, 10.0, 1.0])  # by type, where storeys are not known

UNTYPED = -1  # neither known use nor an address: mostly a rear building
OUTBUILDING = -2
TYPES = (Use.SINGLE, Use.TERRACED, Use.MULTI, Use.HIGH_RISE, Use.NON_RESIDENTIAL)
TYPE_NAMES = ("ein_zweifamilienhaus", "reihenhaus", "mehrfamilienhaus", "hochhaus", "nichtwohngebaeude")
SUFFIXES = ("efh", "rh", "mfh", "hh", "nw")


@dataclass(frozen=True)
class Buildings:
    """What is known of b buildings: `use`, `footprint` in square metres, `levels` and `dwellings` (NaN: unknown),
    the number of `addresses` in it and of houses in its `row` of touching houses, itself included.
    """

    use: np.ndarray
    footprint: np.ndarray
    levels: np.ndarray
    dwellings: np.ndarray
    addresses: np.ndarray
    row: np.ndarray


def is_house(use: np.ndarray, addresses: np.ndarray) -> np.ndarray:
    """Tell which buildings (b,) count as houses that may stand in a row: dwellings, or an address and no other use."""
    dwelling = np.isin(use, [Use.SINGLE, Use.TERRACED, Use.MULTI, Use.HIGH_RISE, Use.HOUSE, Use.RESIDENTIAL])
    return dwelling | ((use == Use.UNKNOWN) & (addresses > 0))


def building_type(known: Buildings) -> np.ndarray:
    """Return the type (b,) of each building, one of `TYPES`, UNTYPED or OUTBUILDING.

    A known use counts first. Dwellings of 8 or more storeys are a high-rise. Then the number of dwellings per address
    decides (up to 2: single or, in a row, terraced house), else footprint and storeys. In a row of at least 3 touching
    houses, up to 100 m² per address and 3 storeys, or up to 2 known storeys and 320 m² of floor space per address, is
    a terraced house; another one up to 3 storeys (2 where not known) and 320 m² of floor space per address is a single
    or two-family house; all else are multi-family houses. Of unknown use and below 3 storeys, 1,000 m² per address and
    more are no dwellings.
    """
    use, levels = known.use, known.levels
    per_address = np.maximum(known.addresses, 1)
    footprint = known.footprint / per_address
    result = np.where(_is_small(known, footprint), _small_type(known, footprint), int(Use.MULTI))
    open_use = np.isin(use, [Use.HOUSE, Use.RESIDENTIAL, Use.UNKNOWN])
    result = np.where(use == Use.HOUSE, np.where(known.row >= FEWEST_IN_ROW, Use.TERRACED, Use.SINGLE), result)
    low = np.isnan(levels) | (levels < TERRACED_LEVELS)
    hall = (use == Use.UNKNOWN) & (footprint >= HALL_FOOTPRINT) & low & ~(known.dwellings > 0)
    result = np.where(hall | ((use == Use.UNKNOWN) & (known.dwellings == 0)), int(Use.NON_RESIDENTIAL), result)
    result = np.where(open_use, result, np.where(use == Use.OUTBUILDING, OUTBUILDING, use))
    high = (levels >= HIGH_RISE_LEVELS) & np.isin(use, [Use.MULTI, Use.RESIDENTIAL, Use.UNKNOWN])
    result = np.where(high, int(Use.HIGH_RISE), result)
    nothing = (use == Use.UNKNOWN) & (known.addresses == 0) & ~(known.dwellings > 0)
    return np.where(nothing, UNTYPED, result).astype(np.int64)


def _is_small(known: Buildings, footprint: np.ndarray) -> np.ndarray:
    """Tell which buildings are single or terraced houses, if they hold dwellings; `footprint` (b,) per address."""
    in_row = known.row >= FEWEST_IN_ROW
    levels = np.where(np.isnan(known.levels), _ASSUMED_LEVELS, known.levels)
    narrow = (footprint <= TERRACED_FOOTPRINT) & (levels <= TERRACED_LEVELS)
    small = (footprint * np.maximum(levels, 1.0) <= SMALL_FLOOR_SPACE) & (levels <= TERRACED_LEVELS)
    by_size = np.where(in_row, narrow | (small & (known.levels <= _ASSUMED_LEVELS)), small)
    per_address = known.dwellings / np.maximum(known.addresses, 1)
    return np.where(known.dwellings > 0, per_address <= MOST_DWELLINGS, by_size)


def _small_type(known: Buildings, footprint: np.ndarray) -> np.ndarray:
    """Return terraced for houses in a row, or of several addresses with a small footprint each; else single."""
    drawn_as_one = (known.addresses >= FEWEST_IN_ROW) & (footprint <= TERRACED_FOOTPRINT)
    return np.where((known.row >= FEWEST_IN_ROW) | drawn_as_one, int(Use.TERRACED), int(Use.SINGLE))


def floor_space(footprint: np.ndarray, levels: np.ndarray, kind: np.ndarray) -> np.ndarray:
    """Return footprint times storeys (b,) in square metres; unknown storeys are the usual ones of the type."""
    usual = np.where(kind >= 0, _USUAL_LEVELS[np.maximum(kind, 0)], 1.0)
    return footprint * np.where(np.isnan(levels) | (levels <= 0), usual, levels)


def sums_by_type(unit: np.ndarray, kind: np.ndarray, amount: np.ndarray, count: int) -> np.ndarray:
    """Return the sum of `amount` (b,) by unit and type (count, 5); units below 0, no type and NaN add nothing."""
    used = (unit >= 0) & (kind >= 0) & ~np.isnan(amount)
    cell = unit[used] * len(TYPES) + kind[used]
    return np.bincount(cell, weights=amount[used], minlength=count * len(TYPES)).reshape(count, len(TYPES))


def dominant_type(dwellings: np.ndarray, space: np.ndarray) -> np.ndarray:
    """Return the name of the dominant type of each unit (u,), None without typed buildings.

    Among the types of dwellings the one with most dwellings `dwellings` (u, 5) counts, where none are known in the
    unit with most floor `space` (u, 5); only a unit without any dwellings is non-residential. Ties: the first type.
    """
    homes = int(Use.NON_RESIDENTIAL)
    known = dwellings[:, :homes].sum(axis=1, keepdims=True) > 0
    amount = np.where(known, dwellings[:, :homes], space[:, :homes])
    best = np.where(amount.sum(axis=1) > 0, amount.argmax(axis=1), homes)
    names = np.array(TYPE_NAMES, dtype=object)[best]
    return np.where((amount.sum(axis=1) > 0) | (space.sum(axis=1) > 0), names, None)
