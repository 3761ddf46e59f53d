"""What lies in an area and may give it its name: its longest street, the landmark nearest to its middle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry, QgsGeometryEngine

from ..core.errors import CancelledError
from .locator import PolygonLocator

BORDER_SHARE = 0.5  # a street on the border belongs to both areas, so it counts half
BORDER_WIDTH = 0.5  # metres


def longest_streets(
    areas: Sequence[QgsGeometry],
    streets: Sequence[QgsGeometry],
    names: Sequence[str | None],
    is_cancelled: Callable[[], bool],
) -> list[str | None]:
    """Return for each of k areas the name with most metres of street in it, None where there is none.

    `streets` (s,) are lines with `names` (s,); areas and streets share a metric CRS. Raises CancelledError.
    """
    locator = PolygonLocator(areas)
    rulers: dict[int, _Ruler] = {}
    metres: list[dict[str, float]] = [defaultdict(float) for _ in areas]
    for number, (street, name) in enumerate(zip(streets, names)):
        if number % 200 == 0 and is_cancelled():
            raise CancelledError
        if not name or street.isNull() or street.isEmpty():
            continue
        for area in locator.touching(street.boundingBox()):
            if area not in rulers:
                rulers[area] = _Ruler(areas[area])
            metres[area][name] += rulers[area].metres(street)
    return [_longest(found) for found in metres]


class _Ruler:
    """Measures streets in one area; most lie wholly inside or outside, which prepared geometries tell fast."""

    def __init__(self, area: QgsGeometry) -> None:
        self._area = area
        self._rim = QgsGeometry(area.constGet().boundary()).buffer(BORDER_WIDTH, 2)
        self._in_area = _prepared(self._area)
        self._on_rim = _prepared(self._rim)

    def metres(self, street: QgsGeometry) -> float:
        """Return the length of a street in the area; on the border it counts half."""
        if not self._in_area.intersects(street.constGet()):
            return 0.0
        if not self._on_rim.intersects(street.constGet()):
            return street.length()
        whole = street.intersection(self._area).length()
        return whole - (1 - BORDER_SHARE) * min(whole, street.intersection(self._rim).length())


def _prepared(polygon: QgsGeometry) -> QgsGeometryEngine:
    engine = QgsGeometry.createGeometryEngine(polygon.constGet())
    engine.prepareGeometry()
    return engine


def _longest(metres: dict[str, float]) -> str | None:
    there = [name for name, length in metres.items() if length > BORDER_WIDTH]
    return min(there, key=lambda name: (-metres[name], name)) if there else None


def middle_landmarks(
    areas: Sequence[QgsGeometry],
    centres: np.ndarray,
    landmarks: Sequence[QgsGeometry],
    names: Sequence[str | None],
) -> list[str | None]:
    """Return for each of k areas the landmark in it that is nearest to its centre (k, 2), None where there is none.

    `landmarks` (s,) are points, lines or polygons with `names` (s,); a point on their surface counts.
    """
    locator = PolygonLocator(areas)
    best: list[tuple[float, str] | None] = [None] * len(areas)
    for landmark, name in zip(landmarks, names):
        if not name or landmark.isNull() or landmark.isEmpty():
            continue
        place = landmark.pointOnSurface().asPoint()
        for area in locator.at(place.x(), place.y()):
            found = (float(np.hypot(place.x() - centres[area, 0], place.y() - centres[area, 1])), name)
            best[area] = found if best[area] is None else min(best[area], found)
    return [found[1] if found else None for found in best]
