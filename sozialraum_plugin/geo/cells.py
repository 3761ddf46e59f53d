"""Grid cells as polygons."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
from qgis.core import QgsGeometry, QgsRectangle


def cell_polygons(east: Iterable[float], north: Iterable[float], size: Iterable[float]) -> list[QgsGeometry]:
    """Return squares by their lower-left corners and their size in metres."""
    return [QgsGeometry.fromRect(QgsRectangle(x, y, x + side, y + side)) for x, y, side in zip(east, north, size)]


class TouchingCells:
    """Tells which cells touch an area; a grid of Germany has three million, so the area's box comes first."""

    def __init__(self, area: QgsGeometry) -> None:
        self._area = area
        self._box = area.boundingBox()
        self._engine = QgsGeometry.createGeometryEngine(area.constGet())
        self._engine.prepareGeometry()

    def __call__(self, corners: pd.DataFrame) -> np.ndarray:
        """Return the mask (n,) for cells given by `east`, `north` (lower-left corner) and `size` in metres."""
        east, north, size = (corners[name].to_numpy() for name in ("east", "north", "size"))
        box = self._box
        near = (east <= box.xMaximum()) & (east + size >= box.xMinimum())
        near &= (north <= box.yMaximum()) & (north + size >= box.yMinimum())
        rows = np.flatnonzero(near)
        cells = cell_polygons(east[rows].tolist(), north[rows].tolist(), size[rows].tolist())
        near[rows] = [self._engine.intersects(cell.constGet()) for cell in cells]
        return near
