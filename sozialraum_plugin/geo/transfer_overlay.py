"""Ground that areas of two layers share, in square metres."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsSpatialIndex

from .polygons import valid_polygon


def shared_ground(
    sources: Sequence[QgsGeometry],
    targets: Sequence[QgsGeometry],
    asked: np.ndarray,
    poll: Callable[[], None] = lambda: None,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return source, target and shared m² (k,) of all pairs that share ground, for the sources numbered in `asked`.

    Both layers are in one metric CRS; invalid polygons are made valid, empty ones share nothing. `poll` is called once
    per source and may raise to stop.
    """
    index = QgsSpatialIndex()
    sound = [valid_polygon(geometry) for geometry in targets]
    engines: dict[int, object] = {}
    for number, geometry in enumerate(sound):
        if not geometry.isNull():
            index.addFeature(number, geometry.boundingBox())
    found: list[tuple[int, int, float]] = []
    for source in asked.tolist():
        poll()
        geometry = valid_polygon(sources[source])
        if geometry.isNull():
            continue
        for target in sorted(index.intersects(geometry.boundingBox())):
            square_metres = _shared(geometry, sound, target, engines)
            if square_metres > 0:
                found.append((source, target, square_metres))
    pairs = np.array(found, dtype=float).reshape(-1, 3)
    return pairs[:, 0].astype(np.int64), pairs[:, 1].astype(np.int64), pairs[:, 2]


def _shared(geometry: QgsGeometry, targets: Sequence[QgsGeometry], target: int, engines: dict[int, object]) -> float:
    """Return the m² that a source shares with a target; most cells lie wholly in one, which is quickly seen."""
    if target not in engines:
        engines[target] = QgsGeometry.createGeometryEngine(targets[target].constGet())
        engines[target].prepareGeometry()
    engine = engines[target]
    if not engine.intersects(geometry.constGet()):
        return 0.0
    if engine.contains(geometry.constGet()):
        return geometry.area()
    return targets[target].intersection(geometry).area()


def ground_of(geometries: Sequence[QgsGeometry]) -> np.ndarray:
    """Return the m² (n,) of polygons, 0 for empty ones."""
    return np.array([0.0 if geometry.isNull() else valid_polygon(geometry).area() for geometry in geometries])
