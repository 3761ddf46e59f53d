"""Points beside lines: where a house stands, by its place along the street and its side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsWkbTypes


class SectionLines:
    """The segments of n lines in a metric CRS; parts of a multiline follow each other without a gap.

    `length` (n,) in metres, 0 where there is no line.
    """

    def __init__(self, geometries: Sequence[QgsGeometry]) -> None:
        parts, owners = [np.empty((0, 4))], []
        for owner, geometry in enumerate(geometries):
            for part in _parts(geometry):
                parts.append(np.hstack([part[:-1], part[1:]]))
                owners += [owner] * (len(part) - 1)
        segments, owner = np.vstack(parts), np.array(owners, dtype=int)
        size = np.hypot(*(segments[:, 2:] - segments[:, :2]).T)
        real = size > 0
        self._segments, self._size = segments[real], size[real]
        self.length = np.bincount(owner[real], weights=self._size, minlength=len(geometries))
        self._end = np.cumsum(self._size)
        last = np.cumsum(np.bincount(owner[real], minlength=len(geometries)))
        self._start_of_line = np.append(0.0, self._end)[np.append(0, last[:-1])] if len(geometries) else np.empty(0)

    def beside(self, line: np.ndarray, fraction: np.ndarray, offset: np.ndarray) -> np.ndarray:
        """Return the points (m, 2) at a fraction (m,) of 0 to 1 along their `line` (m,), which has a length.

        `offset` (m,) is in metres, to the right of the line's direction; negative to the left.
        """
        along = self._start_of_line[line] + fraction * self.length[line]
        number = np.minimum(np.searchsorted(self._end, along, "right"), len(self._end) - 1)
        begin = self._segments[number, :2]
        direction = (self._segments[number, 2:] - begin) / self._size[number, None]
        rest = along - (self._end[number] - self._size[number])
        right = np.column_stack([direction[:, 1], -direction[:, 0]])
        return begin + rest[:, None] * direction + offset[:, None] * right


def _parts(geometry: QgsGeometry) -> list[np.ndarray]:
    """Return the vertices (v, 2) of each part of a line with finite coordinates; curves become straight segments."""
    if geometry.isNull() or geometry.isEmpty() or geometry.type() != QgsWkbTypes.GeometryType.LineGeometry:
        return []
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    lines = geometry.asMultiPolyline() if geometry.isMultipart() else [geometry.asPolyline()]
    parts = [np.array([(point.x(), point.y()) for point in line]).reshape(-1, 2) for line in lines]
    return [part for part in parts if np.isfinite(part).all()]


def distances_to_areas(
    points: Sequence[QgsGeometry], codes: Sequence[str], areas: Iterable[tuple[str, QgsGeometry]]
) -> np.ndarray:
    """Return the distance (n,) in metres of each point to the area of its code; areas are (code, polygon)."""
    polygons: dict[str, list[QgsGeometry]] = {}
    for code, polygon in areas:
        polygons.setdefault(code, []).append(polygon)
    found = [min(polygon.distance(point) for polygon in polygons[code]) for point, code in zip(points, codes)]
    return np.array(found, dtype=float)
