"""Which polygon each of many points lies in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsPoint

OUTSIDE = -1


def areas_of_points(xy: np.ndarray, geometries: Sequence[QgsGeometry]) -> np.ndarray:
    """Return the (n,) index of the polygon that each point of `xy` (n, 2) lies in, OUTSIDE for none.

    Points on a border belong to the polygon with the lowest index.
    """
    return areas_and_hits(xy, geometries)[0]


def areas_and_hits(
    xy: np.ndarray, geometries: Sequence[QgsGeometry], poll: Callable[[], None] = lambda: None
) -> tuple[np.ndarray, np.ndarray]:
    """Return as `areas_of_points`, and besides the (n,) number of polygons that hold each point or touch it.

    Coordinates share one CRS. A point with NaN lies outside; an empty polygon holds none; an invalid one is repaired
    for the test. `poll` is called once per polygon and may raise to stop.
    """
    area = np.full(len(xy), OUTSIDE, dtype=np.int64)
    hits = np.zeros(len(xy), dtype=np.int64)
    order = np.argsort(xy[:, 0], kind="stable")
    x, y = xy[order, 0], xy[order, 1]
    for index, geometry in enumerate(geometries):
        poll()
        inside = order[_points_inside(geometry, x, y)]
        area[inside[area[inside] == OUTSIDE]] = index
        hits[inside] += 1
    return area, hits


def _points_inside(geometry: QgsGeometry, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the positions of points (x ascending) within a polygon or on its border."""
    if geometry.isNull() or geometry.isEmpty():
        return np.empty(0, dtype=np.int64)
    sound = geometry if geometry.isGeosValid() else geometry.makeValid()
    box = sound.boundingBox()
    first, last = np.searchsorted(x, box.xMinimum(), "left"), np.searchsorted(x, box.xMaximum(), "right")
    near = first + np.flatnonzero((y[first:last] >= box.yMinimum()) & (y[first:last] <= box.yMaximum()))
    engine = QgsGeometry.createGeometryEngine(sound.constGet())
    engine.prepareGeometry()
    touches = engine.intersects
    found = [touches(QgsPoint(px, py)) for px, py in zip(x[near].tolist(), y[near].tolist())]
    return near[np.array(found, dtype=bool)]
