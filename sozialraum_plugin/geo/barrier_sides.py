"""Along which barriers the outline of an area runs, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry

from ..core.errors import CancelledError
from .barrier_crossings import box_index, parts_of

_SEGMENTS = 4  # of a quarter circle of a buffer


def _never() -> bool:
    return False


def barrier_stretches(
    areas: Sequence[QgsGeometry],
    barriers: Sequence[QgsGeometry],
    kinds: Sequence[str],
    tolerance: float,
    is_cancelled: Callable[[], bool] = _never,
) -> list[dict[str, np.ndarray]]:
    """Return for each of k areas, per kind of barrier, the segments (s, 4) of its outline within `tolerance` of one.

    `kinds` (b,) say what each barrier is called. Raises CancelledError.
    """
    index = box_index(barriers)
    zones: dict[int, QgsGeometry] = {}
    result = []
    for number, area in enumerate(areas):
        if number % 20 == 0 and is_cancelled():
            raise CancelledError
        near: dict[str, list[QgsGeometry]] = defaultdict(list)
        for barrier in sorted(index.intersects(area.boundingBox().buffered(tolerance))):
            if barrier not in zones:
                zones[barrier] = barriers[barrier].buffer(tolerance, _SEGMENTS)
            near[kinds[barrier]].append(zones[barrier])
        outline = QgsGeometry(area.constGet().boundary())
        stretches = {kind: _segments(outline.intersection(QgsGeometry.unaryUnion(own))) for kind, own in near.items()}
        result.append({kind: segments for kind, segments in stretches.items() if len(segments)})
    return result


def _segments(lines: QgsGeometry) -> np.ndarray:
    """Return the segments (s, 4) of lines as x and y of their ends."""
    found = []
    for line in parts_of(lines):
        points = np.array([(point.x(), point.y()) for point in line.asPolyline()])
        found.append(np.hstack([points[:-1], points[1:]]))
    return np.vstack(found) if found else np.empty((0, 4))
