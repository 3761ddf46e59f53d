"""Blocks: the faces between street lines, barriers and commune borders, without gaps and overlaps.

Where a face is too large to be a block, it is divided among the streets of its addresses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ..core.delineation.slivers import merge_slivers
from .adjacency import adjacency
from .barrier_edges import own_side_first
from .cleaning import is_present, outline
from .face_division import Division, DivisionLimits, Residents, plan_division
from .network_faces import faces_inside, faces_of_points, first_of, line_network, merged
from .open_country import shared_country

FRAME_MARGIN = 50.0  # metres around streets and addresses where no boundary is given
STRIP_WIDTH = 12.0  # metres; mean width of a strip between tracks or carriageways
FEWEST_ADDRESSES = 3  # of a part of a divided face; one with fewer joins a neighbour


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
    barriers: Sequence[QgsGeometry],
    communes: Sequence[QgsGeometry],
    residents: Residents,
    min_area: float,
    limits: DivisionLimits,
    is_cancelled: Callable[[], bool],
) -> Blocks:
    """Cut `communes` (valid polygons, which are the frame) along lines and barriers and put the points into the blocks.

    Faces above the limits are divided, see `geo.face_division`. Then slivers without a point, which are below
    `min_area` square metres or thinner than 12 m, are merged into the neighbour of the same commune with the longest
    common border, on their side of a barrier if they can; `min_area` 0 keeps all. Where communes overlap, the first
    one counts. All in one metric CRS.
    Raises InputError where no line or no point touches the communes, CancelledError.
    """
    faces, commune = faces_inside(line_network([*lines, *barriers], communes), communes)
    held, outside_matched = faces_of_points(residents.points, faces, is_cancelled)
    units = _Units(faces, commune, held, outside_matched)
    division = plan_division(faces, commune, first_of(held), residents, barriers, limits, is_cancelled)
    if division.lines:
        units = _divided(units, barriers, division, residents.points, is_cancelled)
    return _without_slivers(units, barriers, min_area, is_cancelled)


def _divided(
    faces: _Units,
    barriers: Sequence[QgsGeometry],
    division: Division,
    points: np.ndarray,
    is_cancelled: Callable[[], bool],
) -> _Units:
    """Return the parts of the faces; all are cut anew, so that neighbours share each vertex.

    Within a face, barriers that end in it cut as well, dead-end streets do not.
    """
    outlines = [outline(face) for face in faces.polygons]
    network = line_network([*outlines, *barriers, *division.lines.values()], faces.polygons)
    pieces, face = faces_inside(network, faces.polygons)
    held, outside_matched = faces_of_points(points, pieces, is_cancelled)
    is_divided = np.isin(np.arange(len(faces.polygons)), list(division.lines))
    into = _parts(pieces, face, is_divided, first_of(held), division, barriers, is_cancelled)
    kept, unit = np.unique(into, return_inverse=True)
    parts = np.bincount(np.unique(np.column_stack([face, into]), axis=0)[:, 0], minlength=len(faces.polygons))
    return _Units(
        polygons=merged(pieces, unit),
        commune=faces.commune[face[kept]],
        held=_renumbered(held, unit),
        outside_matched=outside_matched,
        divided=int((parts[is_divided] > 1).sum()),
        parts=int(parts[is_divided & (parts > 1)].sum()),
    )


def _parts(
    pieces: Sequence[QgsGeometry],
    face: np.ndarray,
    is_divided: np.ndarray,
    piece_of_point: np.ndarray,
    division: Division,
    barriers: Sequence[QgsGeometry],
    is_cancelled: Callable[[], bool],
) -> np.ndarray:
    """Return the piece (p,) that each piece is merged into, so that each part of a face holds some addresses.

    `face` (p,) is the face that a piece was cut from, `is_divided` (f,) tells which faces have lines; crumbs of other
    faces come together again. A piece with fewer than 3 addresses joins the neighbour in the same face with the
    longest common border, in open country an adjoining block.
    """
    addresses = np.bincount(piece_of_point[piece_of_point >= 0], minlength=len(pieces))
    edges, border = adjacency(pieces, 0.0, is_cancelled)
    border = own_side_first(pieces, edges, border, is_divided[face] & (addresses < FEWEST_ADDRESSES), barriers)
    country = np.isin(face, division.adjoining[:, 0])
    alone = np.where(country, -1 - np.arange(len(face)), face)
    size = np.where(is_divided[face], addresses, 0)
    into = merge_slivers(size, np.zeros(len(pieces), dtype=bool), edges, border, alone, FEWEST_ADDRESSES)
    return shared_country(into, face, addresses >= FEWEST_ADDRESSES, edges, border, division.adjoining)


def _without_slivers(
    units: _Units, barriers: Sequence[QgsGeometry], min_area: float, is_cancelled: Callable[[], bool]
) -> Blocks:
    needed = np.zeros(len(units.polygons), dtype=bool)
    needed[[unit for candidates in units.held for unit in candidates]] = True
    edges, border = adjacency(units.polygons, 0.0, is_cancelled)
    area = np.array([polygon.area() for polygon in units.polygons])
    width = 2 * area / np.array([polygon.length() for polygon in units.polygons])
    thin = (width < STRIP_WIDTH) & (min_area > 0)
    slivers = ~needed & (thin | (area < min_area))
    border = own_side_first(units.polygons, edges, border, slivers, barriers, is_cancelled)
    into = merge_slivers(area, needed, edges, border, units.commune, min_area, thin)
    kept, block = np.unique(into, return_inverse=True)
    return Blocks(
        polygons=merged(units.polygons, block),
        commune=units.commune[kept],
        candidates=_renumbered(units.held, block),
        slivers=len(area) - len(kept),
        outside_matched=units.outside_matched,
        divided=units.divided,
        parts=units.parts,
    )


def _renumbered(held: Sequence[Sequence[int]], number: np.ndarray) -> list[list[int]]:
    return [sorted({int(number[unit]) for unit in candidates}) for candidates in held]


def centroids(polygons: Sequence[QgsGeometry]) -> np.ndarray:
    """Return the centroids (n, 2) of polygons, NaN for an empty one."""
    result = np.full((len(polygons), 2), np.nan)
    for row, polygon in enumerate(polygons):
        if is_present(polygon):
            middle = polygon.centroid().asPoint()
            result[row] = middle.x(), middle.y()
    return result
