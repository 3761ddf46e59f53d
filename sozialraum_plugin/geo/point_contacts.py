"""Which polygons touch at all, in a point too (the queen's move), beside those that share a border (the rook's)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry, QgsSpatialIndex

from ..core.errors import CancelledError

_POLL_EVERY = 200


def _never() -> bool:
    return False


def with_point_contacts(
    geometries: Sequence[QgsGeometry],
    edges: np.ndarray,
    tolerance: float = 0.5,
    is_cancelled: Callable[[], bool] = _never,
) -> np.ndarray:
    """Return the pairs `edges` (e, 2), and those of n polygons that come as near as `tolerance` metres.

    Both with i < j, sorted. A missing geometry touches nothing. Raises CancelledError.
    """
    index = QgsSpatialIndex()
    for number, geometry in enumerate(geometries):
        if not geometry.isNull():
            index.addFeature(number, geometry.boundingBox())
    known = set(map(tuple, edges.tolist()))
    touching = set(known)
    for first, geometry in enumerate(geometries):
        if first % _POLL_EVERY == 0 and is_cancelled():
            raise CancelledError
        if geometry.isNull():
            continue
        engine = QgsGeometry.createGeometryEngine(geometry.constGet())
        engine.prepareGeometry()
        for second in index.intersects(geometry.boundingBox().buffered(tolerance)):
            pair = first, second
            if second > first and pair not in known and engine.distance(geometries[second].constGet()) <= tolerance:
                touching.add(pair)
    return np.array(sorted(touching), dtype=int).reshape(-1, 2)
