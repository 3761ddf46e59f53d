"""Points that weigh: addresses with the floor space of their buildings, by class of building.

An address weighs by the footprint (times storeys) of its building, shared among the addresses in it, but by no less
than 40 and no more than 200 m² per storey: beyond, larger ground is shops and halls, not more people. Found on the
100 m grid of a whole German town, where it misplaces fewer inhabitants than footprint or number of addresses alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from qgis.core import QgsGeometry

from .building_places import NO_BUILDING, buildings_of_addresses

LEAST, MOST = 40.0, 200.0  # square metres of footprint per address
CLASS_LIMITS = np.array([90.0, 130.0, 180.0, 260.0, 400.0])  # square metres of footprint per address


def address_floor_space(
    points: np.ndarray,
    buildings: Sequence[QgsGeometry],
    levels: np.ndarray,
    residential: np.ndarray,
    is_cancelled: Callable[[], bool],
) -> tuple[np.ndarray, dict[str, int]]:
    """Return the weights (n, c) of addresses `points` (n, 2) by class of footprint per address, and what was found.

    `levels` (b,) are storeys (NaN: unknown, 1 for all if none is known, else the median), `residential` (b,) is False
    for buildings in which nobody lives: their addresses weigh nothing. An address without building weighs as the
    median address. The counts are of addresses `housed`, `homeless` and `excluded`.
    """
    building = buildings_of_addresses(points, buildings, is_cancelled)
    footprint = np.array([0.0 if geometry.isNull() else geometry.area() for geometry in buildings])
    storeys = filled_levels(levels)
    housed = building != NO_BUILDING
    sharers = np.maximum(np.bincount(building[housed], minlength=len(buildings)), 1)
    own = np.full(len(points), np.nan)
    floors = np.ones(len(points))
    own[housed] = footprint[building[housed]] / sharers[building[housed]]
    floors[housed] = storeys[building[housed]]
    usual = np.nanmedian(own) if housed.any() else LEAST
    own = np.where(housed, own, usual)
    if housed.any():
        floors[~housed] = np.median(floors[housed])
    excluded = np.zeros(len(points), dtype=bool)
    excluded[housed] = ~residential[building[housed]]
    weight = np.where(excluded | np.isnan(points).any(axis=1), 0.0, np.clip(own, LEAST, MOST) * floors)
    found = {
        "housed": int((housed & ~excluded).sum()),
        "homeless": int((~housed).sum()),
        "excluded": int(excluded.sum()),
    }
    return by_class(weight, own), found


def building_floor_space(footprint: np.ndarray, levels: np.ndarray, residential: np.ndarray) -> np.ndarray:
    """Return the weights (b, c) of buildings without addresses: footprint times storeys, by class of footprint."""
    weight = np.where(residential, footprint * filled_levels(levels), 0.0)
    return by_class(weight, footprint)


def by_class(weight: np.ndarray, footprint: np.ndarray) -> np.ndarray:
    """Return the weights (n, c), each in the column of its class of footprint (n,)."""
    result = np.zeros((len(weight), len(CLASS_LIMITS) + 1))
    result[np.arange(len(weight)), np.digitize(footprint, CLASS_LIMITS)] = weight
    return result


def filled_levels(levels: np.ndarray) -> np.ndarray:
    """Return storeys with the median of the known where they are unknown; 1 if none is known."""
    known = levels[levels > 0]
    usual = np.median(known) if len(known) else 1.0
    return np.where(levels > 0, levels, usual)
