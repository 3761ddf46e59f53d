"""Blocks: the faces between street lines, barriers and commune borders, without gaps and overlaps.

Where a face is too large to be a block, it is divided among the streets of its addresses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

from ..core.delineation.slivers import merge_slivers
from ..core.errors import CancelledError, InputError
from ..core.messages import tr
from .adjacency import adjacency
from .cleaning import is_present, outline
from .face_division import DivisionLimits, Residents, dividing_lines, parts_of_faces
from .locator import PolygonLocator

FRAME_MARGIN = 50.0  # metres around streets and addresses where no boundary is given
OUTSIDE_REACH = 100.0  # metres within which an address outside the boundary still belongs to the nearest block


@dataclass(frozen=True)
class Blocks:
    """Block polygons (b), the commune polygon each lies in (b,), and for each point the blocks it may belong to.

    `candidates` (n) is empty for a point outside; a point on a block border has several. `divided` faces of the
    network became `parts` units; `slivers` were merged.
    """

    polygons: list[QgsGeometry]
    commune: np.ndarray
    candidates: list[list[int]]
    slivers: int
    outside_matched: int
    divided: int
    parts: int


@dataclass(frozen=True)
class _Units:
    """Polygons (u), the commune (u,) of each, the units that each point may belong to, and the counts of `Blocks`."""

    polygons: list[QgsGeometry]
    commune: np.ndarray
    held: list[list[int]]
    outside_matched: int
    divided: int = 0
    parts: int = 0


def hull_frame(lines: Sequence[QgsGeometry], points: np.ndarray) -> QgsGeometry:
    """Return the convex hull of lines and points (n, 2), NaN allowed, with a margin of 50 m."""
    corners = [QgsPointXY(vertex) for line in lines for vertex in line.vertices()]
    corners += [QgsPointXY(x, y) for x, y in points[~np.isnan(points).any(axis=1)].tolist()]
    return QgsGeometry.fromMultiPointXY(corners).convexHull().buffer(FRAME_MARGIN, 8)


def build_blocks(
    lines: Sequence[QgsGeometry],
    communes: Sequence[QgsGeometry],
    residents: Residents,
    min_area: float,
    limits: DivisionLimits,
    is_cancelled: Callable[[], bool],
) -> Blocks:
    """Cut `communes` (valid polygons, which are the frame) along `lines` and put the residents' points into the blocks.

    Faces above the limits are divided among their streets, see `geo.face_division`. Then units below `min_area`
    square metres without a point are merged into the neighbour of the same commune with the longest common border.
    Where communes overlap, the first one counts. All in one metric CRS.
    Raises InputError where no line or no point touches the communes, CancelledError.
    """
    network = _network(lines, communes)
    faces, commune = _faces(network, communes)
    _stop_if(is_cancelled)
    held, outside_matched = _faces_of_points(residents.points, faces, is_cancelled)
    units = _Units(faces, commune, held, outside_matched)
    cuts = dividing_lines(faces, _first(held), residents, limits, is_cancelled)
    if cuts:
        units = _divided(units, network, cuts, residents.points, is_cancelled)
    return _without_slivers(units, min_area, is_cancelled)


def _divided(
    faces: _Units,
    network: QgsGeometry,
    cuts: Mapping[int, QgsGeometry],
    points: np.ndarray,
    is_cancelled: Callable[[], bool],
) -> _Units:
    """Return the faces, those with `cuts` as their parts; all are cut anew, so that neighbours share each vertex."""
    pieces, face = _faces(QgsGeometry.unaryUnion([network, *cuts.values()]), faces.polygons)
    _stop_if(is_cancelled)
    held, outside_matched = _faces_of_points(points, pieces, is_cancelled)
    divided = np.isin(np.arange(len(faces.polygons)), list(cuts))
    into = parts_of_faces(pieces, face, divided, _first(held), is_cancelled)
    kept, unit = np.unique(into, return_inverse=True)
    parts = np.bincount(face[kept], minlength=len(faces.polygons))
    return _Units(
        polygons=_merged(pieces, unit),
        commune=faces.commune[face[kept]],
        held=_renumbered(held, unit),
        outside_matched=outside_matched,
        divided=int((parts[divided] > 1).sum()),
        parts=int(parts[divided & (parts > 1)].sum()),
    )


def _without_slivers(units: _Units, min_area: float, is_cancelled: Callable[[], bool]) -> Blocks:
    needed = np.zeros(len(units.polygons), dtype=bool)
    needed[[unit for candidates in units.held for unit in candidates]] = True
    edges, border = adjacency(units.polygons, 0.0, is_cancelled)
    area = np.array([polygon.area() for polygon in units.polygons])
    into = merge_slivers(area, needed, edges, border, units.commune, min_area)
    kept, block = np.unique(into, return_inverse=True)
    return Blocks(
        polygons=_merged(units.polygons, block),
        commune=units.commune[kept],
        candidates=_renumbered(units.held, block),
        slivers=len(area) - len(kept),
        outside_matched=units.outside_matched,
        divided=units.divided,
        parts=units.parts,
    )


def _network(lines: Sequence[QgsGeometry], communes: Sequence[QgsGeometry]) -> QgsGeometry:
    """Return the lines near the communes and the outlines of these, cut wherever they meet."""
    frame = QgsRectangle()
    for commune in communes:
        frame.combineExtentWith(commune.boundingBox())
    near = [line for line in lines if line.boundingBox().intersects(frame)]
    if not near:
        raise InputError(
            tr("No street line lies inside the boundary. Check the coordinate reference systems of the layers.")
        )
    return QgsGeometry.unaryUnion([*near, *(outline(commune) for commune in communes)])


def _faces(network: QgsGeometry, frames: Sequence[QgsGeometry]) -> tuple[list[QgsGeometry], np.ndarray]:
    """Return the faces of a network that lie inside the frames and the frame (f,) that each lies in."""
    locator = PolygonLocator(frames)
    faces: list[QgsGeometry] = []
    inside: list[int] = []
    for face in QgsGeometry.polygonize([network]).asGeometryCollection():
        middle = face.pointOnSurface().asPoint()
        found = locator.at(middle.x(), middle.y())
        if found:
            faces.append(face)
            inside.append(found[0])
    return faces, np.array(inside, dtype=int)


def _first(held: Sequence[Sequence[int]]) -> np.ndarray:
    """Return the first candidate of each point (n,), -1 where there is none."""
    return np.array([candidates[0] if candidates else -1 for candidates in held], dtype=int)


def _renumbered(held: Sequence[Sequence[int]], number: np.ndarray) -> list[list[int]]:
    return [sorted({int(number[unit]) for unit in candidates}) for candidates in held]


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
