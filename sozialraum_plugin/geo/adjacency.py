"""Which polygons share a border, and how long it is.

Segments with equal ends are matched exactly. What is left (T-junctions, borders digitised twice, tiny gaps and
overlaps) is matched along the segments, see `geo.near_segments`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry

from ..core.errors import CancelledError
from .near_segments import near_borders
from .rings import polygon_segments

_KEY_GRID = 1e-4  # metres; below the precision of any survey, above the noise of floating point


def _never() -> bool:
    return False


def adjacency(
    geometries: Sequence[QgsGeometry], tolerance: float = 0.5, is_cancelled: Callable[[], bool] = _never
) -> tuple[np.ndarray, np.ndarray]:
    """Return the pairs of polygons that share a border of positive length.

    `geometries` are n polygons or multipolygons in a metric CRS; a missing one has no neighbours. Gaps and overlaps
    up to `tolerance` metres between two borders are bridged; 0 demands exact borders. Polygons that touch in points
    only are no neighbours.
    Returns edges (e, 2), integers with i < j, sorted, and the border length (e,) in metres.
    Raises CancelledError.
    """
    segments, owners = polygon_segments(geometries)
    exact, exact_length, unmatched = _exact_borders(segments, owners)
    if is_cancelled():
        raise CancelledError
    near, near_length = near_borders(segments[unmatched], owners[unmatched], tolerance, is_cancelled)
    return _summed(np.vstack([exact, near]), np.concatenate([exact_length, near_length]))


def _exact_borders(segments: np.ndarray, owners: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return pairs of owners (p, 2) of equal segments, their lengths (p,) and the mask (s,) of unmatched segments."""
    grid = np.round(segments / _KEY_GRID).astype(np.int64)
    swap = (grid[:, 0] > grid[:, 2]) | ((grid[:, 0] == grid[:, 2]) & (grid[:, 1] > grid[:, 3]))
    grid[swap] = grid[swap][:, [2, 3, 0, 1]]
    order = np.lexsort((owners, grid[:, 3], grid[:, 2], grid[:, 1], grid[:, 0]))
    ordered = grid[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
    group = np.cumsum(new) - 1
    pairs, lengths = [], []
    unmatched = np.ones(len(segments), dtype=bool)
    for distance in range(1, int(np.bincount(group).max()) if len(group) else 0):
        first, second = order[:-distance], order[distance:]
        same = (group[:-distance] == group[distance:]) & (owners[first] != owners[second])
        first, second = first[same], second[same]
        pairs.append(np.column_stack([owners[first], owners[second]]))
        lengths.append(np.hypot(*(segments[first, 2:] - segments[first, :2]).T))
        unmatched[first] = unmatched[second] = False
    return np.vstack([np.empty((0, 2), dtype=int), *pairs]), np.concatenate([np.empty(0), *lengths]), unmatched


def _summed(pairs: np.ndarray, lengths: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return each pair once, with i < j, sorted, and the sum of its lengths; lengths of zero are no border."""
    positive = lengths > 0
    edges, position = np.unique(np.sort(pairs[positive], axis=1), axis=0, return_inverse=True)
    return edges.astype(int), np.bincount(position.ravel(), weights=lengths[positive], minlength=len(edges))
