"""Areas from their addresses: faces of streets or blocks, divided midway between addresses of different areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry

from ..core.delineation.slivers import merge_slivers
from ..core.errors import CancelledError
from .adjacency import adjacency
from .area_borders import area_borders
from .cleaning import outline
from .network_faces import faces_inside, line_network
from .point_in_area import areas_and_hits
from .point_in_polygon import PointIndex, polygons_of_points
from .polygons import dissolved

_OVERSHOOT = 0.01  # metres by which a border crosses the edge of its face, so that both are cut in the same point
_NUDGE = (0.0013, 0.0007)  # metres; along no usual direction of streets
_ROUNDS = 3  # cutting moves points by rounding; what is mixed after that is reported


@dataclass(frozen=True)
class AddressAreas:
    """`polygons` by label (empty where an area has none) and `area` (n,): the label of the polygon of each point."""

    polygons: list[QgsGeometry]
    area: np.ndarray


def areas_of_points(
    points: np.ndarray,
    label: np.ndarray,
    frame: QgsGeometry,
    lines: Sequence[QgsGeometry],
    is_cancelled: Callable[[], bool],
) -> AddressAreas:
    """Divide `frame` (valid polygon) without gaps and overlaps, so that each point lies in the polygon of its label.

    `points` (n, 2) are distinct and inside the frame, `label` (n,) from 0. Faces between the lines that hold points of
    one label are not divided, others midway between the points; a face without points joins the neighbour with the
    longest common border. All in one metric CRS. Raises InputError where no line touches the frame, CancelledError.
    """
    network = line_network(lines, [frame]) if lines else outline(frame)
    faces, _ = faces_inside(network, [frame])
    holder = np.zeros(len(points), dtype=int)  # right for one face, because the points lie in the frame
    if len(faces) > 1:
        points = _off_borders(points, faces)
        holder = polygons_of_points(PointIndex(points), faces).polygon
    index = PointIndex(points)
    for _ in range(_ROUNDS):
        cuts = _cuts(faces, holder, points, label, is_cancelled)
        if not cuts:
            break
        network = QgsGeometry.unaryUnion([network, *cuts])
        faces, holder = _faces(network, frame, index, is_cancelled)
    owner = _majority(holder, label, len(faces))
    owner = _complete(faces, owner, points, label, is_cancelled)
    polygons = dissolved(faces, owner, int(label.max()) + 1)
    return AddressAreas(polygons, np.where(holder >= 0, owner[holder], -1))


def _off_borders(points: np.ndarray, faces: Sequence[QgsGeometry]) -> np.ndarray:
    """Return the points, those on a border between faces moved into one of them by less than 2 mm."""
    _, hits = areas_and_hits(points, faces, lambda: None)
    rows = np.flatnonzero(hits > 1)
    moved = points.copy()
    moved[rows] += _NUDGE
    outside = polygons_of_points(PointIndex(moved[rows]), faces).polygon < 0
    moved[rows[outside]] = points[rows[outside]]
    return moved


def _faces(
    network: QgsGeometry, frame: QgsGeometry, index: PointIndex, is_cancelled: Callable[[], bool]
) -> tuple[list[QgsGeometry], np.ndarray]:
    """Return the faces of the network in the frame, and the face (n,) of each point."""
    faces, _ = faces_inside(network, [frame])

    def poll(_: int) -> None:
        if is_cancelled():
            raise CancelledError

    return faces, polygons_of_points(index, faces, poll).polygon


def _cuts(
    faces: Sequence[QgsGeometry],
    holder: np.ndarray,
    points: np.ndarray,
    label: np.ndarray,
    is_cancelled: Callable[[], bool],
) -> list[QgsGeometry]:
    """Return the lines that divide the faces with points of several labels."""
    rows = np.flatnonzero(holder >= 0)
    rows = rows[np.argsort(holder[rows], kind="stable")]
    lines = []
    for members in np.split(rows, np.flatnonzero(np.diff(holder[rows])) + 1):
        if is_cancelled():
            raise CancelledError
        if len(members) and (label[members] != label[members[0]]).any():
            face = faces[holder[members[0]]]
            borders = area_borders(points[members], label[members], face.boundingBox())
            lines.append(borders.intersection(face.buffer(_OVERSHOOT, 1)))
    return [line for line in lines if not line.isNull() and not line.isEmpty()]


def _majority(holder: np.ndarray, label: np.ndarray, count: int) -> np.ndarray:
    """Return the label (f,) of most points of each face, of equally many the lower; -1 where there is no point."""
    inside = holder >= 0
    labels = int(label.max()) + 1
    pairs, number = np.unique(holder[inside].astype(np.int64) * labels + label[inside], return_counts=True)
    face, own = np.divmod(pairs, labels)
    order = np.lexsort((-own, number))
    owner = np.full(count, -1)
    owner[face[order]] = own[order]
    return owner


def _complete(
    faces: Sequence[QgsGeometry],
    owner: np.ndarray,
    points: np.ndarray,
    label: np.ndarray,
    is_cancelled: Callable[[], bool],
) -> np.ndarray:
    """Return the labels with those of faces without points: of the neighbour, or of the nearest point on an island."""
    count = int(label.max()) + 1
    node = np.where(owner >= 0, owner, count + np.arange(len(faces)))
    edges, border = adjacency(faces, 0.0, is_cancelled)
    edges = np.sort(node[edges].reshape(-1, 2), axis=1)
    apart = edges[:, 0] != edges[:, 1]
    pairs, position = np.unique(edges[apart], axis=0, return_inverse=True)
    length = np.bincount(position.ravel(), weights=border[apart], minlength=len(pairs))
    size = np.zeros(count + len(faces))
    size[count:] = [face.area() for face in faces]
    needed = np.arange(len(size)) < count
    into = merge_slivers(size, needed, pairs.astype(int), length, np.zeros(len(size), dtype=int), np.inf)[node]
    for face in np.flatnonzero(into >= count).tolist():
        middle = faces[face].centroid().asPoint()
        into[face] = label[np.hypot(*(points - (middle.x(), middle.y())).T).argmin()]
    return into
