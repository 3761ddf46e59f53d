"""The faces of a network of lines, and which points lie in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry, QgsRectangle

from ..core.errors import CancelledError, InputError
from ..core.messages import tr
from .cleaning import outline
from .locator import PolygonLocator

OUTSIDE_REACH = 100.0  # metres within which an address outside the boundary still belongs to the nearest block


def line_network(lines: Sequence[QgsGeometry], communes: Sequence[QgsGeometry]) -> QgsGeometry:
    """Return the lines near the communes and the outlines of these, cut wherever they meet.

    Raises InputError where no line touches the communes.
    """
    frame = QgsRectangle()
    for commune in communes:
        frame.combineExtentWith(commune.boundingBox())
    near = [line for line in lines if line.boundingBox().intersects(frame)]
    if not near:
        raise InputError(
            tr("No street line lies inside the boundary. Check the coordinate reference systems of the layers.")
        )
    return QgsGeometry.unaryUnion([*near, *(outline(commune) for commune in communes)])


def faces_inside(network: QgsGeometry, frames: Sequence[QgsGeometry]) -> tuple[list[QgsGeometry], np.ndarray]:
    """Return the faces of a network that lie inside the frames, and the first frame (f,) that each lies in."""
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


def faces_of_points(
    points: np.ndarray, faces: Sequence[QgsGeometry], is_cancelled: Callable[[], bool]
) -> tuple[list[list[int]], int]:
    """Return the faces that hold each point or are nearest within reach, and how many lay outside but within reach.

    Raises InputError where no point lies inside, CancelledError.
    """
    locator = PolygonLocator(faces)
    held: list[list[int]] = []
    outside_matched = 0
    for number, (x, y) in enumerate(points.tolist()):
        if number % 1000 == 0 and is_cancelled():
            raise CancelledError
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


def first_of(held: Sequence[Sequence[int]]) -> np.ndarray:
    """Return the first face of each point (n,), -1 where there is none."""
    return np.array([faces[0] if faces else -1 for faces in held], dtype=int)


def merged(faces: Sequence[QgsGeometry], unit: np.ndarray) -> list[QgsGeometry]:
    """Return one polygon for each `unit` (f,) of faces, numbered from 0."""
    members: list[list[QgsGeometry]] = [[] for _ in range(int(unit.max()) + 1)]
    for face, number in zip(faces, unit.tolist()):
        members[number].append(face)
    polygons = [parts[0] if len(parts) == 1 else QgsGeometry.unaryUnion(parts) for parts in members]
    for polygon in polygons:
        polygon.convertToSingleType()
    return polygons
