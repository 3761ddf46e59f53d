"""Which larger area each smaller one lies in, and how much of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry

from ..core.errors import CancelledError
from .locator import PolygonLocator

NESTED_SHARE = 0.99  # borders drawn twice differ a little; more than one percent is a real difference


def nest(
    children: Sequence[QgsGeometry], parents: Sequence[QgsGeometry], is_cancelled: Callable[[], bool]
) -> tuple[np.ndarray, np.ndarray]:
    """Return for each child (n) the parent that holds most of its area, -1 for none, and the share of its area (n,).

    Both are valid polygons in one CRS. Of equal parents the first counts. Raises CancelledError.
    """
    locator = PolygonLocator(parents)
    index, share = np.full(len(children), -1), np.zeros(len(children))
    for number, child in enumerate(children):
        if is_cancelled():
            raise CancelledError
        inner = child.pointOnSurface().asPoint()
        for candidates in (locator.at(inner.x(), inner.y()), locator.touching(child.boundingBox())):
            for candidate in candidates:
                overlap = _overlap(child, parents[candidate])
                if overlap > share[number]:
                    index[number], share[number] = candidate, overlap
            if share[number] >= NESTED_SHARE:
                break
    return index, share


def _overlap(child: QgsGeometry, parent: QgsGeometry) -> float:
    """Return the share of the child's area that lies in the parent, 0 to 1."""
    return min(1.0, max(0.0, child.intersection(parent).area()) / child.area())
