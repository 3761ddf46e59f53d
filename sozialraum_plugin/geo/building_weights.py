"""The weight of an address: its share of the building it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsSpatialIndex

from .nearest import nearest
from .point_in_polygon import PointIndex, polygons_of_points

NEAR = 30.0  # metres within which the nearest building is taken for that of the address


@dataclass(frozen=True)
class BuildingWeights:
    """`weights` (n,) and how many addresses stand in a building, near one, and without one."""

    weights: np.ndarray
    inside: int
    near: int
    without: int


def building_weights(
    index: PointIndex,
    buildings: Sequence[QgsGeometry],
    factors: np.ndarray,
    poll: Callable[[int], None] = lambda number: None,
) -> BuildingWeights:
    """Return footprint area times factor of each address's building, shared among the addresses of that building.

    The building is the one that holds the point, else the nearest within `NEAR`. `factors` (b,) are storeys,
    dwellings or 1; NaN stands for the median of the others. An address without building weighs as the median address.
    """
    building = polygons_of_points(index, buildings, poll).polygon
    inside = building >= 0
    building = _with_nearest(index.points, building, buildings)
    placed = building >= 0
    areas = np.array([0.0 if geometry.isNull() else geometry.area() for geometry in buildings])
    amounts = areas * _filled(factors)
    sharers = np.bincount(building[placed], minlength=len(buildings))
    weights = np.ones(len(building))
    weights[placed] = amounts[building[placed]] / sharers[building[placed]]
    if placed.any():
        weights[~placed] = np.median(weights[placed])
    return BuildingWeights(weights, int(inside.sum()), int((placed & ~inside).sum()), int((~placed).sum()))


def _with_nearest(points: np.ndarray, building: np.ndarray, buildings: Sequence[QgsGeometry]) -> np.ndarray:
    """Give points outside all buildings the nearest one within reach."""
    result = building.copy()
    outside = np.flatnonzero((building < 0) & ~np.isnan(points).any(axis=1))
    if not len(outside):
        return result
    index = _spatial_index(buildings)
    for number in outside:
        found = nearest(index, QgsPointXY(*points[number]), NEAR)
        if found:
            result[number] = found[0]
    return result


def _spatial_index(buildings: Sequence[QgsGeometry]) -> QgsSpatialIndex:
    index = QgsSpatialIndex(QgsSpatialIndex.Flag.FlagStoreFeatureGeometries)
    for number, geometry in enumerate(buildings):
        if not geometry.isNull() and not geometry.isEmpty():
            feature = QgsFeature(number)
            feature.setGeometry(geometry)
            index.addFeature(feature)
    return index


def _filled(factors: np.ndarray) -> np.ndarray:
    """Put the median of the known factors in place of the unknown; 1 if none is known."""
    known = factors[~np.isnan(factors)]
    return np.where(np.isnan(factors), np.median(known) if len(known) else 1.0, factors)
