"""Polygons as input and as result: repaired, without overlaps, dissolved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry, QgsSpatialIndex, QgsWkbTypes

from ..core.errors import CancelledError

OVERLAP_SHARE = 0.01  # of the smaller polygon; less is inaccuracy of digitising
SMALLEST_OVERLAP = 1.0  # square metres


def _never() -> bool:
    return False


def valid_polygon(geometry: QgsGeometry) -> QgsGeometry:
    """Return the geometry made valid and reduced to polygons; an empty one if it has no area."""
    if geometry.isNull() or geometry.isEmpty():
        return QgsGeometry()
    if geometry.isGeosValid():
        return geometry if geometry.area() > 0 else QgsGeometry()
    parts = [
        part
        for part in geometry.makeValid().asGeometryCollection()
        if QgsWkbTypes.geometryType(part.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry and part.area() > 0
    ]
    return QgsGeometry.unaryUnion(parts) if parts else QgsGeometry()


def worst_overlap(
    geometries: Sequence[QgsGeometry], is_cancelled: Callable[[], bool] = _never
) -> tuple[int, int, float] | None:
    """Return the two polygons that overlap most and by how many square metres, or None if none really overlap.

    Overlaps below 1 m² or 1 % of the smaller polygon are inaccuracy. Raises CancelledError.
    """
    areas = np.array([geometry.area() for geometry in geometries])
    if areas.sum() - QgsGeometry.unaryUnion(list(geometries)).area() < SMALLEST_OVERLAP:
        return None
    index = QgsSpatialIndex()
    for number, geometry in enumerate(geometries):
        index.addFeature(number, geometry.boundingBox())
    worst = None
    for first, geometry in enumerate(geometries):
        if first % 200 == 0 and is_cancelled():
            raise CancelledError
        for second in sorted(index.intersects(geometry.boundingBox())):
            if second <= first or not geometry.intersects(geometries[second]):
                continue
            area = geometry.intersection(geometries[second]).area()
            limit = max(SMALLEST_OVERLAP, OVERLAP_SHARE * min(areas[first], areas[second]))
            if area >= limit and (worst is None or area > worst[2]):
                worst = (first, second, area)
    return worst


def dissolved(geometries: Sequence[QgsGeometry], labels: np.ndarray, count: int) -> list[QgsGeometry]:
    """Return the union of the polygons of each label 0 to count-1, as multipolygons."""
    members: list[list[QgsGeometry]] = [[] for _ in range(count)]
    for geometry, label in zip(geometries, labels.tolist()):
        members[label].append(geometry)
    result = []
    for parts in members:
        union = QgsGeometry.unaryUnion(parts)
        union.convertToMultiType()
        result.append(union)
    return result


def centres(geometries: Sequence[QgsGeometry]) -> np.ndarray:
    """Return (n, 2) x and y of the centroids."""
    points = [geometry.centroid().asPoint() for geometry in geometries]
    return np.array([(point.x(), point.y()) for point in points]).reshape(-1, 2)


def multi(geometries: Sequence[QgsGeometry]) -> list[QgsGeometry]:
    """Return copies as multipolygons."""
    copies = [QgsGeometry(geometry) for geometry in geometries]
    for copy in copies:
        copy.convertToMultiType()
    return copies
