"""Barriers that end shortly before the boundary, because their data were cut there, carried on to it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ..core.delineation.section_chains import nodes_of
from .cleaning import outline
from .line_segments import line_segments

REACH = 500.0  # metres
_OVERSHOOT = 1.01  # of the way to the boundary, so that the line crosses it


def carried_on(barriers: Sequence[QgsGeometry], frames: Sequence[QgsGeometry]) -> list[QgsGeometry]:
    """Return lines from each loose end of the barriers inside the frames to the outer boundary, if it is within 500 m.

    A railway that stops at the edge of its data would else not part the two sides. All in one metric CRS.
    """
    if not barriers:
        return []
    segments, _ = line_segments([QgsGeometry.unaryUnion(list(barriers))])
    nodes = nodes_of(segments, np.ones(len(segments), dtype=bool))
    frame = QgsGeometry.unaryUnion(list(frames))
    boundary = outline(frame)
    result = []
    for x, y in nodes.place[nodes.degree == 1].tolist():
        end = QgsGeometry.fromPointXY(QgsPointXY(x, y))
        if boundary.distance(end) <= REACH and frame.contains(end):
            way = boundary.nearestPoint(end).asPoint()
            beyond = QgsPointXY(x + _OVERSHOOT * (way.x() - x), y + _OVERSHOOT * (way.y() - y))
            result.append(QgsGeometry.fromPolylineXY([QgsPointXY(x, y), beyond]))
    return result
