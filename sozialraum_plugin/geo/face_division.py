"""Faces that are no blocks (open country, fringes of dead-end streets): by which lines they are divided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry

from ..core.delineation.address_groups import linked_groups
from ..core.errors import CancelledError
from .group_borders import group_borders
from .open_country import adjoining_blocks, is_open_country

STREET_REACH = 300.0  # metres; addresses of a street that are further from all its others are a group of their own
SMALLEST_DIVIDED = 40_000.0  # square metres; a crowded face below this is an ordinary block between its streets
_OVERSHOOT = 0.01  # metres by which a border crosses the edge of its face, so that both are cut in the same point


@dataclass(frozen=True)
class DivisionLimits:
    """Faces larger than `max_area` square metres or with more than `max_population` are divided; 0 sets no limit."""

    max_area: float = 0.0
    max_population: float = 0.0


@dataclass(frozen=True)
class Residents:
    """Addresses: `points` (n, 2), NaN where missing, `street` and `ortsteil` (n,) as integers, `population` (n,).

    `ortsteil` is -1 where it is not known.
    """

    points: np.ndarray
    street: np.ndarray
    ortsteil: np.ndarray
    population: np.ndarray


@dataclass(frozen=True)
class Division:
    """`lines` by the number of the face that they divide; `adjoining` (p, 2): open country, block to share in it."""

    lines: dict[int, QgsGeometry]
    adjoining: np.ndarray


def plan_division(
    faces: Sequence[QgsGeometry],
    commune: np.ndarray,
    face_of_point: np.ndarray,
    residents: Residents,
    barriers: Sequence[QgsGeometry],
    limits: DivisionLimits,
    is_cancelled: Callable[[], bool],
) -> Division:
    """Return how the faces above the limits are divided, where they hold addresses of several groups.

    `face_of_point` (n,), -1 for none. A group are the addresses of one street that hang together by steps of at most
    300 m; every place goes with the nearest address. In open country, see `geo.open_country`, the addresses of the
    adjoining blocks count as well, a group for each Ortsteil or, where that is not known, block. Raises CancelledError.
    """
    area = np.array([face.area() for face in faces])
    above = _above(area, face_of_point, residents.population, limits)
    rows = np.flatnonzero((face_of_point >= 0) & above[face_of_point])
    face = face_of_point[rows]
    street = face * (residents.street.max(initial=0) + 1) + residents.street[rows]
    group = linked_groups(residents.points[rows], street, STREET_REACH)
    is_open = is_open_country(area, face, group) & (area > limits.max_area) & (limits.max_area > 0)
    inhabited = np.bincount(face_of_point[face_of_point >= 0], minlength=len(faces)) > 0
    adjoining = adjoining_blocks(faces, is_open, inhabited, commune, barriers, is_cancelled)
    settlement = np.where(residents.ortsteil >= 0, len(faces) + residents.ortsteil, face_of_point)
    rows, face, group = _with_neighbours(rows, face, group, adjoining, face_of_point, settlement)
    return Division(_lines(faces, face, residents.points[rows], group, is_cancelled), adjoining)


def _above(area: np.ndarray, face_of_point: np.ndarray, population: np.ndarray, limits: DivisionLimits) -> np.ndarray:
    """Tell for each face whether it is above the limits."""
    inside = face_of_point >= 0
    people = np.bincount(face_of_point[inside], weights=population[inside], minlength=len(area))
    above = (area > limits.max_area) & (limits.max_area > 0)
    return above | ((people > limits.max_population) & (limits.max_population > 0) & (area > SMALLEST_DIVIDED))


def _with_neighbours(
    rows: np.ndarray,
    face: np.ndarray,
    group: np.ndarray,
    adjoining: np.ndarray,
    face_of_point: np.ndarray,
    settlement: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return rows of points, the face that they divide and their group, with those of the adjoining blocks.

    The group of these is their `settlement` (n,).
    """
    parts = [(rows, face, group)]
    further = group.max(initial=-1) + 1
    for country, block in adjoining.tolist():
        near = np.flatnonzero(face_of_point == block)
        parts.append((near, np.full(len(near), country), further + settlement[near]))
    return tuple(np.concatenate(column) for column in zip(*parts))


def _lines(
    faces: Sequence[QgsGeometry],
    face: np.ndarray,
    points: np.ndarray,
    group: np.ndarray,
    is_cancelled: Callable[[], bool],
) -> dict[int, QgsGeometry]:
    """Return the dividing lines by face; `face` and `group` (n,) belong to the points."""
    order = np.argsort(face, kind="stable")
    result: dict[int, QgsGeometry] = {}
    for members in np.split(order, np.flatnonzero(np.diff(face[order])) + 1):
        if is_cancelled():
            raise CancelledError
        if len(np.unique(group[members])) > 1:
            number = int(face[members[0]])
            result[number] = _lines_in(faces[number], points[members], group[members])
    return {number: lines for number, lines in result.items() if not lines.isEmpty()}


def _lines_in(face: QgsGeometry, points: np.ndarray, group: np.ndarray) -> QgsGeometry:
    extent = face.boundingBox()
    for x, y in (points.min(axis=0), points.max(axis=0)):
        extent.combineExtentWith(x, y)
    return group_borders(points, group, extent).intersection(face.buffer(_OVERSHOOT, 1))
