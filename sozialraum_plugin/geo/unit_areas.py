"""Units around their sites inside blocks: every place goes with the nearest site of its block."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry, QgsPoint, QgsPointXY

from ..core.delineation.graph import components
from ..core.delineation.slivers import merge_slivers
from ..core.errors import CancelledError
from .adjacency import adjacency
from .area_borders import area_borders
from .cleaning import outline
from .network_faces import faces_inside, merged
from .point_in_polygon import PointIndex, polygons_of_points

FEWEST_ADDRESSES = 3  # of a part that lies apart from the rest of its unit and stays a unit of its own
_OVERSHOOT = 0.01  # metres by which a border crosses the edge of its block, so that both are cut in the same point
_NUDGES = [(0.005 * np.cos(angle), 0.005 * np.sin(angle)) for angle in np.linspace(0.3, 0.3 + 2 * np.pi, 16)[:-1]]


@dataclass(frozen=True)
class Sites:
    """Distinct points (m, 2) inside their `block` (m,), the `label` (m,) of the unit that each stands for, and how
    many `addresses` (m,) are there. A label has its sites in one block; every block has a site.
    """

    points: np.ndarray
    block: np.ndarray
    label: np.ndarray
    addresses: np.ndarray


@dataclass(frozen=True)
class UnitAreas:
    """Single polygons (u), the `block` (u,) and `label` (u,) of each, and the unit (m,) of each site.

    `loose` parts without or with few addresses, apart from the rest of their unit, joined a neighbour.
    """

    polygons: list[QgsGeometry]
    block: np.ndarray
    label: np.ndarray
    unit_of_site: np.ndarray
    loose: int


def divide_blocks(
    blocks: Sequence[QgsGeometry], commune: np.ndarray, sites: Sites, is_cancelled: Callable[[], bool]
) -> UnitAreas:
    """Divide blocks (valid single polygons without overlaps, `commune` (b,)) among the labels of their sites.

    The units fill the blocks without gaps and overlaps and are single polygons. A part that lies apart from the rest
    of its unit stays one of its own with at least 3 addresses; else it joins the neighbour in its block with the
    longest common border. All in one metric CRS. Raises CancelledError.
    """
    cuts = _cuts(blocks, sites, is_cancelled)
    network = QgsGeometry.unaryUnion([*(outline(block) for block in blocks), *cuts])
    faces, block = faces_inside(network, blocks)
    holder = _holders(sites, faces, block, is_cancelled)
    owner = _owners(holder, sites, len(faces))
    edges, border = adjacency(faces, 0.0, is_cancelled)
    same = (owner[edges[:, 0]] == owner[edges[:, 1]]) & (owner[edges[:, 0]] >= 0)
    part = components(len(faces), edges[same])
    first = np.unique(part, return_index=True)[1]
    area = np.bincount(part, weights=[face.area() for face in faces])
    kept = _kept(part, owner[first], holder, sites, area)
    into = _joined(kept, *_between(part, edges, border), block[first], commune)
    units, unit_of_part = np.unique(into, return_inverse=True)
    unit = unit_of_part.ravel()[part]
    labels = np.where(kept[units], owner[first][units], -1)
    return UnitAreas(merged(faces, unit), block[first][units], labels, unit[holder], int((~kept).sum()))


def _poll(is_cancelled: Callable[[], bool]) -> Callable[[int], None]:
    def poll(number: int) -> None:
        if number % 200 == 0 and is_cancelled():
            raise CancelledError

    return poll


def _cuts(blocks: Sequence[QgsGeometry], sites: Sites, is_cancelled: Callable[[], bool]) -> list[QgsGeometry]:
    """Return the lines that divide the blocks with sites of several labels."""
    order = np.argsort(sites.block, kind="stable")
    lines = []
    for number, members in enumerate(np.split(order, np.flatnonzero(np.diff(sites.block[order])) + 1)):
        if number % 200 == 0 and is_cancelled():
            raise CancelledError
        if len(members) and (sites.label[members] != sites.label[members[0]]).any():
            block = blocks[int(sites.block[members[0]])]
            borders = area_borders(sites.points[members], sites.label[members], block.boundingBox())
            lines.append(borders.intersection(block.buffer(_OVERSHOOT, 1)))
    return [line for line in lines if not line.isNull() and not line.isEmpty()]


def _holders(
    sites: Sites, faces: Sequence[QgsGeometry], block: np.ndarray, is_cancelled: Callable[[], bool]
) -> np.ndarray:
    """Return the face (m,) that holds each site; one that rounding put outside is held by the nearest of its block."""
    holder = polygons_of_points(PointIndex(sites.points), faces, _poll(is_cancelled)).polygon
    for site in np.flatnonzero(holder < 0).tolist():
        point = QgsGeometry.fromPointXY(QgsPointXY(*sites.points[site]))
        own = np.flatnonzero(block == sites.block[site]).tolist()
        holder[site] = min(own, key=lambda face: faces[face].distance(point))
    return holder


def _owners(holder: np.ndarray, sites: Sites, count: int) -> np.ndarray:
    """Return the label (f,) of most sites in each face, of equally many the lower one; -1 where there is no site."""
    labels = int(sites.label.max()) + 1
    pairs, number = np.unique(holder.astype(np.int64) * labels + sites.label, return_counts=True)
    face, own = np.divmod(pairs, labels)
    order = np.lexsort((-own, number))
    owner = np.full(count, -1)
    owner[face[order]] = own[order]
    return owner


def _kept(part: np.ndarray, label: np.ndarray, holder: np.ndarray, sites: Sites, area: np.ndarray) -> np.ndarray:
    """Tell which parts (p,) are units: of each label the one with most addresses, of equally many the largest.

    Others need at least 3 addresses. `label` (p,) is -1 for a part without a site.
    """
    addresses = np.bincount(part[holder], weights=sites.addresses, minlength=len(label))
    order = np.lexsort((np.arange(len(label)), -area, -addresses, label))
    main = np.zeros(len(label), dtype=bool)
    main[order[np.unique(label[order], return_index=True)[1]]] = True
    return (label >= 0) & (main | (addresses >= FEWEST_ADDRESSES))


def _between(part: np.ndarray, edges: np.ndarray, border: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return pairs of parts (q, 2) with a common border and its length (q,)."""
    pairs = np.sort(part[edges].reshape(-1, 2), axis=1)
    apart = pairs[:, 0] != pairs[:, 1]
    distinct, position = np.unique(pairs[apart], axis=0, return_inverse=True)
    return distinct.astype(int), np.bincount(position.ravel(), weights=border[apart], minlength=len(distinct))


def _joined(
    kept: np.ndarray, edges: np.ndarray, border: np.ndarray, block: np.ndarray, commune: np.ndarray
) -> np.ndarray:
    """Return the part (p,) that each part joins: a neighbour in its block, if there is none one in its commune."""
    into = merge_slivers(kept.astype(float), kept, edges, border, block, 0.5)
    left = (into == np.arange(len(kept))) & ~kept
    if not left.any():
        return into
    further = merge_slivers((~left).astype(float), ~left, edges, border, commune[block], 0.5)
    return into[further]


def off_borders(points: np.ndarray, block: np.ndarray, blocks: Sequence[QgsGeometry]) -> np.ndarray:
    """Return the points (n, 2), each moved by 5 mm into its `block` (n,), which it may only touch."""
    moved = points.copy()
    for row, number in enumerate(block.tolist()):
        engine = QgsGeometry.createGeometryEngine(blocks[number].constGet())
        engine.prepareGeometry()
        found = [nudge for nudge in _NUDGES if engine.contains(QgsPoint(*(points[row] + nudge)))]
        moved[row] += found[len(found) // 2] if found else 0.0
    return moved
