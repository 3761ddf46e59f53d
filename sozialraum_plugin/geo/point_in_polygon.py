"""Which polygon each of many points lies in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry

from .point_in_area import areas_and_hits


@dataclass(frozen=True)
class PointsInPolygons:
    """`polygon` (n,): the first polygon that holds the point, -1 if none; `in_several`: points in more than one."""

    polygon: np.ndarray
    in_several: int


class PointIndex:
    """Points (n, 2) sorted by x, so that the few inside a rectangle are found quickly; NaN points are never found."""

    def __init__(self, points: np.ndarray) -> None:
        self.points = points
        present = np.flatnonzero(~np.isnan(points).any(axis=1))
        self._order = present[np.argsort(points[present, 0], kind="stable")]
        self._x = points[self._order, 0]

    def within(self, west: float, south: float, east: float, north: float) -> np.ndarray:
        """Return the numbers of the points in a rectangle, its edges included."""
        strip = self._order[np.searchsorted(self._x, west, "left") : np.searchsorted(self._x, east, "right")]
        y = self.points[strip, 1]
        return strip[(y >= south) & (y <= north)]

    def nearest(self, x: float, y: float, count: int, reach: float) -> np.ndarray:
        """Return the numbers of up to `count` points nearest to x, y and at most `reach` away, nearest first."""
        near = np.sort(self.within(x - reach, y - reach, x + reach, y + reach))
        distances = np.hypot(*(self.points[near] - (x, y)).T)
        ranked = np.argsort(distances, kind="stable")
        return near[ranked[distances[ranked] <= reach]][:count]


def polygons_of_points(
    index: PointIndex, polygons: Sequence[QgsGeometry], poll: Callable[[int], None] = lambda number: None
) -> PointsInPolygons:
    """Return the polygon of each point; a point on a common border lies in the first of them.

    Empty polygons hold nothing. `poll` is called with each polygon's number, to show progress or to stop.
    """
    numbers = iter(range(len(polygons)))
    polygon, hits = areas_and_hits(index.points, polygons, lambda: poll(next(numbers)))
    return PointsInPolygons(polygon, int((hits > 1).sum()))
