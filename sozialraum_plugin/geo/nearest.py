"""The nearest features of a spatial index, exactly."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsPointXY, QgsSpatialIndex

_FIRST_RADIUS = 10.0  # metres
_ANYWHERE = 1e8  # metres; farther apart than any two places on Earth


def nearest(index: QgsSpatialIndex, place: QgsPointXY, reach: float = _ANYWHERE) -> list[int]:
    """Return the features nearest to a place within `reach` metres, in ascending order; equal is to the millimetre.

    The index must store geometries. Looks around in growing squares, because the index's own search for neighbours is
    not exact in QGIS 3.40.
    """
    point, radius = QgsGeometry.fromPointXY(place), min(_FIRST_RADIUS, reach)
    while True:
        around = index.intersects(point.boundingBox().buffered(radius))
        ranked = [(round(index.geometry(feature).distance(point), 3), feature) for feature in around]
        least = min(ranked, default=(radius + 1, -1))[0]
        if least <= radius:
            return sorted(feature for distance, feature in ranked if distance == least)
        if radius >= reach:
            return []
        radius = min(4 * radius, reach)
