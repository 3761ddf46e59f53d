"""Faces that are no blocks (open country, fringes of dead-end streets), divided among the streets within them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry

from ..core.delineation.address_groups import linked_groups
from ..core.delineation.slivers import merge_slivers
from ..core.errors import CancelledError
from .adjacency import adjacency
from .group_borders import group_borders

STREET_REACH = 300.0  # metres; addresses of a street that are further from all its others are a group of their own
FEWEST_ADDRESSES = 3  # of a part; one with fewer joins its neighbour
SMALLEST_DIVIDED = 40_000.0  # square metres; a crowded face below this is an ordinary block between its streets
_OVERSHOOT = 0.01  # metres by which a border crosses the edge of its face, so that both are cut in the same point


@dataclass(frozen=True)
class DivisionLimits:
    """Faces larger than `max_area` square metres or with more than `max_population` are divided; 0 sets no limit."""

    max_area: float = 0.0
    max_population: float = 0.0


@dataclass(frozen=True)
class Residents:
    """Addresses: `points` (n, 2), NaN where missing, `street` (n,) as an integer and `population` (n,)."""

    points: np.ndarray
    street: np.ndarray
    population: np.ndarray


def dividing_lines(
    faces: Sequence[QgsGeometry],
    face_of_point: np.ndarray,
    residents: Residents,
    limits: DivisionLimits,
    is_cancelled: Callable[[], bool],
) -> dict[int, QgsGeometry]:
    """Return the lines that divide each face above the limits with addresses of several groups, by face number.

    `face_of_point` (n,), -1 for none. A group are the addresses of one street that hang together by steps of at most
    300 m; every place goes with the nearest address. Raises CancelledError.
    """
    above = _above(faces, face_of_point, residents.population, limits)
    rows = np.flatnonzero((face_of_point >= 0) & above[face_of_point])
    face, points = face_of_point[rows], residents.points[rows]
    group = linked_groups(points, face * (residents.street.max(initial=0) + 1) + residents.street[rows], STREET_REACH)
    order = np.argsort(face, kind="stable")
    result: dict[int, QgsGeometry] = {}
    for members in np.split(order, np.flatnonzero(np.diff(face[order])) + 1):
        if is_cancelled():
            raise CancelledError
        if len(np.unique(group[members])) > 1:
            number = int(face[members[0]])
            result[number] = _lines_in(faces[number], points[members], group[members])
    return {number: lines for number, lines in result.items() if not lines.isEmpty()}


def _above(
    faces: Sequence[QgsGeometry], face_of_point: np.ndarray, population: np.ndarray, limits: DivisionLimits
) -> np.ndarray:
    """Tell for each face whether it is above the limits."""
    area = np.array([face.area() for face in faces])
    inside = face_of_point >= 0
    people = np.bincount(face_of_point[inside], weights=population[inside], minlength=len(faces))
    above = (area > limits.max_area) & (limits.max_area > 0)
    return above | ((people > limits.max_population) & (limits.max_population > 0) & (area > SMALLEST_DIVIDED))


def _lines_in(face: QgsGeometry, points: np.ndarray, group: np.ndarray) -> QgsGeometry:
    extent = face.boundingBox()
    for x, y in (points.min(axis=0), points.max(axis=0)):
        extent.combineExtentWith(x, y)
    return group_borders(points, group, extent).intersection(face.buffer(_OVERSHOOT, 1))


def parts_of_faces(
    pieces: Sequence[QgsGeometry],
    face: np.ndarray,
    divided: np.ndarray,
    piece_of_point: np.ndarray,
    is_cancelled: Callable[[], bool],
) -> np.ndarray:
    """Return the piece (p,) that each piece is merged into, so that each part of a face holds some addresses.

    `face` (p,) is the face that a piece was cut from, `divided` (f,) tells which faces were to be divided; the
    crumbs of other faces come together again. Pieces with fewer than 3 addresses join the neighbour in the same face
    with the longest common border. Raises CancelledError.
    """
    inside = piece_of_point >= 0
    addresses = np.bincount(piece_of_point[inside], minlength=len(pieces))
    edges, border = adjacency(pieces, 0.0, is_cancelled)
    needed = np.zeros(len(pieces), dtype=bool)
    return merge_slivers(np.where(divided[face], addresses, 0), needed, edges, border, face, FEWEST_ADDRESSES)
