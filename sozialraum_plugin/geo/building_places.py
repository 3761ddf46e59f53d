"""Buildings and the addresses in them, the rows they stand in, and the unit that each belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsSpatialIndex

from ..core.delineation.graph import components
from ..core.errors import CancelledError
from .adjacency import adjacency
from .cleaning import is_present
from .nearest import nearest
from .point_in_area import areas_of_points
from .point_in_polygon import PointIndex, polygons_of_points

NEAR = 10.0  # metres from an address outside all buildings to the wall of its own
_GAP = 0.2  # metres between walls that touch
NO_BUILDING = -1


def buildings_of_addresses(
    points: np.ndarray, buildings: Sequence[QgsGeometry], is_cancelled: Callable[[], bool]
) -> np.ndarray:
    """Return the building (n,) that holds each address or is nearest within 10 m, NO_BUILDING if none.

    Raises CancelledError.
    """

    def poll(number: int) -> None:
        if number % 500 == 0 and is_cancelled():
            raise CancelledError

    result = polygons_of_points(PointIndex(points), buildings, poll).polygon
    rest = np.flatnonzero((result < 0) & np.isfinite(points).all(axis=1))
    if not len(rest):
        return result
    index = QgsSpatialIndex(QgsSpatialIndex.Flag.FlagStoreFeatureGeometries)
    for number, geometry in enumerate(buildings):
        if is_present(geometry):
            feature = QgsFeature(number)
            feature.setGeometry(geometry)
            index.addFeature(feature)
    for row, (x, y) in zip(rest.tolist(), points[rest].tolist()):
        poll(row)
        result[row] = min(nearest(index, QgsPointXY(x, y), NEAR), default=NO_BUILDING)
    return result


def rows_of_houses(
    buildings: Sequence[QgsGeometry], is_house: np.ndarray, is_cancelled: Callable[[], bool]
) -> np.ndarray:
    """Return how many touching houses the row of each building (b,) has, itself included; 1 for one alone.

    Only buildings that count as `is_house` (b,) are looked at. Raises CancelledError.
    """
    result = np.ones(len(buildings), dtype=int)
    rows = np.flatnonzero(is_house)
    if len(rows):
        edges = adjacency([buildings[row] for row in rows.tolist()], _GAP, is_cancelled)[0]
        group = components(len(rows), edges)
        result[rows] = np.bincount(group)[group]
    return result


def units_of_buildings(
    buildings: Sequence[QgsGeometry],
    building_of_address: np.ndarray,
    unit_of_address: np.ndarray,
    units: Sequence[QgsGeometry],
) -> np.ndarray:
    """Return the unit (b,) of most addresses of each building, of equally many the lower; without address the unit
    that holds a point on it; -1 if none.
    """
    result = np.full(len(buildings), -1)
    known = (building_of_address >= 0) & (unit_of_address >= 0)
    count = len(units)
    keys, number = np.unique(
        building_of_address[known].astype(np.int64) * count + unit_of_address[known], return_counts=True
    )
    building, unit = np.divmod(keys, max(count, 1))
    order = np.lexsort((-unit, number))
    result[building[order]] = unit[order]
    rest = [row for row in np.flatnonzero(result < 0).tolist() if is_present(buildings[row])]
    inner = [buildings[row].pointOnSurface().asPoint() for row in rest]
    points = np.array([(point.x(), point.y()) for point in inner]).reshape(-1, 2)
    result[rest] = areas_of_points(points, units)
    return result
