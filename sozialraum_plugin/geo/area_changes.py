"""The pieces of ground into which an old and a new division into areas cut each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

from qgis.core import QgsGeometry

from ..core.errors import CancelledError
from .area_patches import index_of, never, polygon_parts, union
from .cleaning import outline

NOWHERE = -1


@dataclass(frozen=True)
class Piece:
    """Ground of one old and one new area, by their numbers (NOWHERE: in none), as single polygons."""

    old: int
    new: int
    parts: list[QgsGeometry]

    @property
    def ground(self) -> float:
        """Return the size in m²."""
        return sum(part.area() for part in self.parts)

    @property
    def geometry(self) -> QgsGeometry:
        """Return all parts as one multipolygon."""
        result = union(self.parts)
        result.convertToMultiType()
        return result


def pieces(
    old: Sequence[QgsGeometry], new: Sequence[QgsGeometry], is_cancelled: Callable[[], bool] = never
) -> list[Piece]:
    """Return the ground that each pair of an old and a new area shares, and what lies in only one of both divisions.

    Both hold valid polygons of one CRS. Raises CancelledError.
    """
    result = []
    index = index_of(new)
    for number, polygon in enumerate(old):
        if is_cancelled():
            raise CancelledError
        near = sorted(index.intersects(polygon.boundingBox())) if not polygon.isEmpty() else []
        for other in near:
            result += _piece(number, other, polygon.intersection(new[other]))
        result += _piece(number, NOWHERE, _rest(polygon, [new[other] for other in near]))
    back = index_of(old)
    for number, polygon in enumerate(new):
        if is_cancelled():
            raise CancelledError
        near = sorted(back.intersects(polygon.boundingBox())) if not polygon.isEmpty() else []
        result += _piece(NOWHERE, number, _rest(polygon, [old[other] for other in near]))
    return result


def _rest(polygon: QgsGeometry, others: Sequence[QgsGeometry]) -> QgsGeometry:
    """Return what of a polygon none of the others covers."""
    covered = union(others)
    return polygon if covered.isEmpty() else polygon.difference(covered)


def _piece(old: int, new: int, geometry: QgsGeometry) -> list[Piece]:
    parts = polygon_parts(geometry)
    return [Piece(old, new, parts)] if parts else []


def without_slivers(piece: Piece, width: float, keep: Callable[[QgsGeometry], bool]) -> Piece:
    """Return a piece without the parts narrower than `width` metres on average, unless `keep` wants them."""
    kept = [part for part in piece.parts if 2 * part.area() >= width * part.length() or keep(part)]
    return Piece(piece.old, piece.new, kept)


def vanished_borders(old: Sequence[QgsGeometry], new: Sequence[QgsGeometry], width: float = 2.0) -> QgsGeometry:
    """Return the outlines of old polygons that no outline of a new one follows within `width` metres, as lines."""
    zones = [QgsGeometry() if polygon.isEmpty() else outline(polygon).buffer(width, 2) for polygon in new]
    index = index_of(zones)
    kept = []
    for polygon in old:
        rest = QgsGeometry() if polygon.isEmpty() else outline(polygon)
        for number in sorted(index.intersects(polygon.boundingBox())):
            rest = rest if rest.isEmpty() else rest.difference(zones[number])
        kept += [part for part in rest.asGeometryCollection() if part.length() > 2 * width]
    result = QgsGeometry.unaryUnion(kept).mergeLines() if kept else QgsGeometry()
    result.convertToMultiType()
    return result
