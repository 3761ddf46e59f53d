"""Where bridges, underpasses and level crossings open a barrier between two units.

A barrier edge is open where a street line crosses the barrier and, within the barrier's surroundings, leads from the
one unit across their common border into the other. A street that runs along the barrier or ends at it opens nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry, QgsSpatialIndex, QgsWkbTypes

from ..core.errors import CancelledError
from .barrier_edges import BORDER_WIDTH
from .locator import PolygonLocator

BESIDE = 1.0  # metres of street that must lie on either side; less is inaccuracy of drawing
_SEGMENTS = 4  # of a quarter circle of a buffer


def _never() -> bool:
    return False


def opened_edges(
    geometries: Sequence[QgsGeometry],
    edges: np.ndarray,
    closed: np.ndarray,
    barriers: Sequence[QgsGeometry],
    streets: Sequence[QgsGeometry],
    tolerance: float,
    is_cancelled: Callable[[], bool] = _never,
) -> np.ndarray:
    """Return (e,) True for each `closed` (e,) edge between two of n polygons that a street leads across.

    `edges` (e, 2) are pairs of polygons, `barriers` lines or polygons, `streets` lines; all in one metric CRS.
    `tolerance` (metres) is that of `barrier_edges`. Raises CancelledError.
    """
    number_of = {tuple(edges[number].tolist()): number for number in np.flatnonzero(closed).tolist()}
    units = sorted({unit for pair in number_of for unit in pair})
    locator = PolygonLocator([geometries[unit] for unit in units])
    result = np.zeros(len(edges), dtype=bool)
    for piece in _pieces_across(barriers, streets, tolerance, is_cancelled):
        inside = [
            units[place]
            for place in locator.touching(piece.boundingBox())
            if piece.intersection(geometries[units[place]]).length() > BESIDE
        ]
        for position, first in enumerate(inside):
            for second in inside[position + 1 :]:
                edge = number_of.get((first, second), number_of.get((second, first)))
                if edge is not None and not result[edge]:
                    result[edge] = _leads_across(piece, geometries[first], geometries[second])
    return result


def _pieces_across(
    barriers: Sequence[QgsGeometry], streets: Sequence[QgsGeometry], tolerance: float, is_cancelled: Callable[[], bool]
) -> Iterator[QgsGeometry]:
    """Yield the pieces of streets that cross a barrier, from one rim of its surroundings to the other."""
    lines = [line for barrier in barriers for line in _lines(barrier)]
    index = box_index(lines)
    zones: dict[int, QgsGeometry] = {}
    for street, near in _meeting(lines, index, streets, is_cancelled):
        around = {number for line in near for number in index.intersects(lines[line].boundingBox().buffered(tolerance))}
        around = [number for number in sorted(around) if lines[number].distance(street) <= tolerance]
        for number in around:
            if number not in zones:
                zones[number] = lines[number].buffer(tolerance, _SEGMENTS)
        zone = QgsGeometry.unaryUnion([zones[number] for number in around])
        for piece in parts_of(street.intersection(zone)):
            if any(_crosses(piece, lines[number]) for number in near):
                yield piece


def _meeting(
    lines: Sequence[QgsGeometry],
    index: QgsSpatialIndex,
    streets: Sequence[QgsGeometry],
    is_cancelled: Callable[[], bool],
) -> Iterator[tuple[QgsGeometry, list[int]]]:
    """Yield each street that meets barrier lines, with their numbers; streets that continue each other are joined."""
    candidates: list[QgsGeometry] = []
    for number, street in enumerate(streets):
        if number % 200 == 0 and is_cancelled():
            raise CancelledError
        if street.isNull() or street.isEmpty():
            continue
        if any(lines[line].intersects(street) for line in index.intersects(street.boundingBox())):
            candidates += parts_of(street)
    for street in _joined(candidates):
        near = [line for line in sorted(index.intersects(street.boundingBox())) if lines[line].intersects(street)]
        if near:
            yield street, near


def _joined(lines: list[QgsGeometry]) -> list[QgsGeometry]:
    """Return lines with those joined that continue each other where no third one meets."""
    if not lines:
        return []
    together = QgsGeometry.collectGeometry(lines)
    merged = together.mergeLines()
    return parts_of(merged if not merged.isEmpty() else together)


def _crosses(piece: QgsGeometry, barrier: QgsGeometry) -> bool:
    """Tell whether the piece goes on by more than `BESIDE` on either side of a point where it meets the barrier."""
    length = piece.length()
    for point in piece.intersection(barrier).asGeometryCollection():
        is_point = QgsWkbTypes.geometryType(point.wkbType()) == QgsWkbTypes.GeometryType.PointGeometry
        if is_point and BESIDE < piece.lineLocatePoint(point) < length - BESIDE:
            return True
    return False


def _leads_across(piece: QgsGeometry, first: QgsGeometry, second: QgsGeometry) -> bool:
    """Tell whether a piece with length in both polygons passes their common border, clear of it on either side."""
    border = QgsGeometry(first.constGet().boundary()).intersection(second.buffer(BORDER_WIDTH, _SEGMENTS))
    if border.isEmpty() or border.distance(piece) > BORDER_WIDTH:
        return False
    aside = piece.difference(border.buffer(2 * BORDER_WIDTH, _SEGMENTS))
    return all(aside.intersection(side).length() > BESIDE for side in (first, second))


def _lines(barrier: QgsGeometry) -> list[QgsGeometry]:
    """Return the lines of a barrier, of polygons their outlines."""
    found = []
    for part in parts_of(barrier):
        if QgsWkbTypes.geometryType(part.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry:
            found += parts_of(QgsGeometry(part.constGet().boundary()))
        else:
            found.append(part)
    return found


def parts_of(geometry: QgsGeometry) -> list[QgsGeometry]:
    """Return the lines and polygons that a geometry is made of, without its points."""
    if geometry.isNull() or geometry.isEmpty():
        return []
    return [
        QgsGeometry(part)
        for part in geometry.asGeometryCollection()
        if QgsWkbTypes.geometryType(part.wkbType()) != QgsWkbTypes.GeometryType.PointGeometry and not part.isEmpty()
    ]


def box_index(geometries: Sequence[QgsGeometry]) -> QgsSpatialIndex:
    """Return an index of the boxes of geometries that are not empty, by their position."""
    index = QgsSpatialIndex()
    for number, geometry in enumerate(geometries):
        index.addFeature(number, geometry.boundingBox())
    return index
