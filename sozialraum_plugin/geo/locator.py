"""In which polygon does a point lie, and which is the nearest."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsFeature, QgsGeometry, QgsGeometryEngine, QgsPoint, QgsPointXY, QgsRectangle, QgsSpatialIndex

_SAME_DISTANCE = 1e-6  # metres
_INDEX_MARGIN = 1e-3  # metres; the index need not be exact, the geometries are


class PolygonLocator:
    """Finds polygons by point, with a spatial index and prepared geometries."""

    def __init__(self, polygons: Sequence[QgsGeometry]) -> None:
        self._polygons = polygons
        self._engines: dict[int, QgsGeometryEngine] = {}
        self._index = QgsSpatialIndex()
        for number, polygon in enumerate(polygons):
            feature = QgsFeature(number)
            feature.setGeometry(polygon)
            self._index.addFeature(feature)

    def at(self, x: float, y: float) -> list[int]:
        """Return the polygons that hold the point, ascending; several where it lies on their border."""
        point = QgsPoint(x, y)
        hits = self._index.intersects(_around(x, y, _INDEX_MARGIN))
        return sorted(number for number in hits if self._engine(number).intersects(point))

    def nearest(self, x: float, y: float, reach: float) -> list[int]:
        """Return the nearest polygons within `reach` metres, ascending; several where they are equally near."""
        hits = self._index.intersects(_around(x, y, reach))
        point = QgsGeometry.fromPointXY(QgsPointXY(x, y))
        distances = {number: self._polygons[number].distance(point) for number in hits}
        limit = min([reach, *(distance + _SAME_DISTANCE for distance in distances.values())])
        return sorted(number for number, distance in distances.items() if distance <= limit)

    def touching(self, box: QgsRectangle) -> list[int]:
        """Return the polygons whose boxes touch `box`, ascending."""
        return sorted(self._index.intersects(box))

    def _engine(self, number: int) -> QgsGeometryEngine:
        """Return the prepared geometry of a polygon, made at its first use."""
        if number not in self._engines:
            engine = QgsGeometry.createGeometryEngine(self._polygons[number].constGet())
            engine.prepareGeometry()
            self._engines[number] = engine
        return self._engines[number]


def _around(x: float, y: float, reach: float) -> QgsRectangle:
    return QgsRectangle(x - reach, y - reach, x + reach, y + reach)
