"""Which borders between neighbours run along a railway, a river or another barrier."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry, QgsSpatialIndex

from ..core.errors import CancelledError

BARRIER_SHARE = 0.5  # of the common border
BORDER_WIDTH = 0.5  # metres within which two outlines count as one border, as in `geo.adjacency`
BARRIER_WIDTH = 1.0  # metres within which a border that was cut along a barrier runs along it
ACROSS_SHARE = 1e-3  # what a border across a barrier counts for a merging that should stay on its side
_SEGMENTS = 4  # of a quarter circle of a buffer


def _never() -> bool:
    return False


def barrier_edges(
    geometries: Sequence[QgsGeometry],
    edges: np.ndarray,
    barriers: Sequence[QgsGeometry],
    tolerance: float,
    is_cancelled: Callable[[], bool] = _never,
) -> np.ndarray:
    """Return (e,) True where at least half of the common border of two polygons is within `tolerance` of a barrier.

    `geometries` are n polygons and `edges` (e, 2) pairs of them; `barriers` are lines or polygons; all in one metric
    CRS. Raises CancelledError.
    """
    zones = [zone for barrier in barriers for zone in _zones(barrier, tolerance)]
    index = QgsSpatialIndex()
    for number, zone in enumerate(zones):
        index.addFeature(number, zone.boundingBox())
    result = np.zeros(len(edges), dtype=bool)
    for number, (first, second) in enumerate(edges.tolist()):
        if number % 200 == 0 and is_cancelled():
            raise CancelledError
        result[number] = _runs_along(geometries[first], geometries[second], zones, index)
    return result


def own_side_first(
    geometries: Sequence[QgsGeometry],
    edges: np.ndarray,
    border: np.ndarray,
    concerned: np.ndarray,
    barriers: Sequence[QgsGeometry],
    is_cancelled: Callable[[], bool] = _never,
) -> np.ndarray:
    """Return the lengths (e,) of common borders, those along a barrier so small that any other one is preferred.

    Only edges with a `concerned` (n,) polygon are looked at. Raises CancelledError.
    """
    result = border.astype(float)
    touching = np.flatnonzero(concerned[edges].any(axis=1))
    across = barrier_edges(geometries, edges[touching], barriers, BARRIER_WIDTH, is_cancelled)
    result[touching[across]] *= ACROSS_SHARE
    return result


def _zones(barrier: QgsGeometry, tolerance: float) -> list[QgsGeometry]:
    """Return the surroundings of each part of a barrier."""
    if barrier.isNull() or barrier.isEmpty():
        return []
    return [QgsGeometry(part).buffer(tolerance, _SEGMENTS) for part in barrier.asGeometryCollection()]


def _runs_along(first: QgsGeometry, second: QgsGeometry, zones: list[QgsGeometry], index: QgsSpatialIndex) -> bool:
    box = first.boundingBox()
    box.grow(BORDER_WIDTH)
    near = index.intersects(box.intersect(second.boundingBox().buffered(BORDER_WIDTH)))
    if not near:
        return False
    border = _outline(first).intersection(second.buffer(BORDER_WIDTH, _SEGMENTS))
    if border.isEmpty() or border.length() == 0:
        return False
    covered = border.intersection(QgsGeometry.unaryUnion([zones[number] for number in sorted(near)]))
    return covered.length() >= BARRIER_SHARE * border.length()


def _outline(polygon: QgsGeometry) -> QgsGeometry:
    return QgsGeometry(polygon.constGet().boundary())
