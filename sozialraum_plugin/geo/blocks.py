"""Blocks: the faces between street lines, barriers and commune borders, without gaps and overlaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

from ..core.delineation.slivers import merge_slivers
from ..core.errors import CancelledError, InputError
from ..core.messages import tr
from .adjacency import adjacency
from .cleaning import is_present, outline
from .locator import PolygonLocator

FRAME_MARGIN = 50.0  # metres around streets and addresses where no boundary is given
OUTSIDE_REACH = 100.0  # metres within which an address outside the boundary still belongs to the nearest block


@dataclass(frozen=True)
class Blocks:
    """Block polygons (b), the commune polygon each lies in (b,), and for each point the blocks it may belong to.

    `candidates` (n) is empty for a point outside; a point on a block border has several.
    """

    polygons: list[QgsGeometry]
    commune: np.ndarray
    candidates: list[list[int]]
    slivers: int
    outside_matched: int


def hull_frame(lines: Sequence[QgsGeometry], points: np.ndarray) -> QgsGeometry:
    """Return the convex hull of lines and points (n, 2), NaN allowed, with a margin of 50 m."""
    corners = [QgsPointXY(vertex) for line in lines for vertex in line.vertices()]
    corners += [QgsPointXY(x, y) for x, y in points[~np.isnan(points).any(axis=1)].tolist()]
    return QgsGeometry.fromMultiPointXY(corners).convexHull().buffer(FRAME_MARGIN, 8)


def build_blocks(
    lines: Sequence[QgsGeometry],
    communes: Sequence[QgsGeometry],
    points: np.ndarray,
    min_area: float,
    is_cancelled: Callable[[], bool],
) -> Blocks:
    """Cut `communes` (valid polygons, which are the frame) along `lines` and put `points` (n, 2) into the blocks.

    Faces below `min_area` square metres without a point are merged into the neighbour of the same commune with the
    longest common border. Where communes overlap, the first one counts. All in one metric CRS.
    Raises InputError where no line or no point touches the communes, CancelledError.
    """
    faces, face_commune = _faces(lines, communes)
    _stop_if(is_cancelled)
    held, outside_matched = _faces_of_points(points, faces, is_cancelled)
    needed = np.zeros(len(faces), dtype=bool)
    needed[[face for candidates in held for face in candidates]] = True
    edges, border = adjacency(faces, 0.0, is_cancelled)
    area = np.array([face.area() for face in faces])
    into = merge_slivers(area, needed, edges, border, face_commune, min_area)
    kept, block_of_face = np.unique(into, return_inverse=True)
    return Blocks(
        polygons=_merged(faces, block_of_face),
        commune=face_commune[kept],
        candidates=[sorted({int(block_of_face[face]) for face in candidates}) for candidates in held],
        slivers=len(faces) - len(kept),
        outside_matched=outside_matched,
    )


def _faces(lines: Sequence[QgsGeometry], communes: Sequence[QgsGeometry]) -> tuple[list[QgsGeometry], np.ndarray]:
    """Return the faces inside the communes and the commune (f,) that each lies in."""
    frame = QgsRectangle()
    for commune in communes:
        frame.combineExtentWith(commune.boundingBox())
    near = [line for line in lines if line.boundingBox().intersects(frame)]
    if not near:
        raise InputError(
            tr("No street line lies inside the boundary. Check the coordinate reference systems of the layers.")
        )
    noded = QgsGeometry.unaryUnion([*near, *(outline(commune) for commune in communes)])
    everything = QgsGeometry.polygonize([noded]).asGeometryCollection()
    locator = PolygonLocator(communes)
    faces: list[QgsGeometry] = []
    inside: list[int] = []
    for face in everything:
        middle = face.pointOnSurface().asPoint()
        found = locator.at(middle.x(), middle.y())
        if found:
            faces.append(face)
            inside.append(found[0])
    return faces, np.array(inside, dtype=int)


def _faces_of_points(
    points: np.ndarray, faces: Sequence[QgsGeometry], is_cancelled: Callable[[], bool]
) -> tuple[list[list[int]], int]:
    """Return the faces that hold each point or are nearest within reach, and how many lay outside but within reach."""
    locator = PolygonLocator(faces)
    held: list[list[int]] = []
    outside_matched = 0
    for number, (x, y) in enumerate(points.tolist()):
        if number % 1000 == 0:
            _stop_if(is_cancelled)
        found = locator.at(x, y) if np.isfinite(x) else []
        if not found and np.isfinite(x):
            found = locator.nearest(x, y, OUTSIDE_REACH)
            outside_matched += bool(found)
        held.append(found)
    if not any(held):
        raise InputError(
            tr("None of the addresses lies inside the boundary. Check the coordinate reference systems of the layers.")
        )
    return held, outside_matched


def _merged(faces: Sequence[QgsGeometry], block_of_face: np.ndarray) -> list[QgsGeometry]:
    """Return one polygon a block."""
    members: list[list[QgsGeometry]] = [[] for _ in range(int(block_of_face.max()) + 1)]
    for face, block in zip(faces, block_of_face.tolist()):
        members[block].append(face)
    merged = [parts[0] if len(parts) == 1 else QgsGeometry.unaryUnion(parts) for parts in members]
    for polygon in merged:
        polygon.convertToSingleType()
    return merged


def _stop_if(is_cancelled: Callable[[], bool]) -> None:
    if is_cancelled():
        raise CancelledError


def centroids(polygons: Sequence[QgsGeometry]) -> np.ndarray:
    """Return the centroids (n, 2) of polygons, NaN for an empty one."""
    result = np.full((len(polygons), 2), np.nan)
    for row, polygon in enumerate(polygons):
        if is_present(polygon):
            middle = polygon.centroid().asPoint()
            result[row] = middle.x(), middle.y()
    return result
