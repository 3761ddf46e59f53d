"""An address, street or area on the map: there, at a sensible scale, and flashing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas

_SCALE = 1000
_AROUND = 1e-3  # map units


class Place(NamedTuple):
    """Where something lies: (x min, y min, x max, y max), NaN if unknown, the CRS as WKT; of an area level and code."""

    box: Sequence[float]
    crs: str
    area: Sequence[str] = ()


def show_place(canvas: QgsMapCanvas, place: Place, shapes: Sequence[QgsGeometry] = ()) -> bool:
    """Move the map to a place and flash its shapes, in the CRS of the place; False if it has none on this map.

    A point is shown at 1:1000, anything else with a margin around it.
    """
    if any(math.isnan(value) for value in place.box):
        return False
    box, crs = QgsRectangle(*place.box), QgsCoordinateReferenceSystem.fromWkt(place.crs)
    shown = _on_map(box, crs, canvas.mapSettings().destinationCrs())
    if shown is None:
        return False
    if _is_point(box):
        canvas.setExtent(shown.buffered(_AROUND))  # a canvas without extent has no centre to move
        canvas.zoomScale(_SCALE)
    else:
        canvas.zoomToFeatureExtent(shown)
    flashing = [shape for shape in shapes if not shape.isEmpty()]
    canvas.flashGeometries(flashing or [_shape(box)], crs)
    canvas.refresh()
    return True


def _on_map(
    box: QgsRectangle, crs: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> QgsRectangle | None:
    """Return a box in the CRS of the map; None where that does not reach."""
    if not crs.isValid() or not target.isValid() or crs == target:
        return box
    transform = QgsCoordinateTransform(crs, target, QgsProject.instance())
    try:
        if _is_point(box):
            point = transform.transform(QgsPointXY(box.xMinimum(), box.yMinimum()))
            shown = QgsRectangle(point, point)
        else:
            shown = transform.transformBoundingBox(box)
    except QgsCsException:
        return None
    return shown if shown.isFinite() else None


def _is_point(box: QgsRectangle) -> bool:
    return not box.width() and not box.height()


def _shape(box: QgsRectangle) -> QgsGeometry:
    if _is_point(box):
        return QgsGeometry.fromPointXY(QgsPointXY(box.xMinimum(), box.yMinimum()))
    return QgsGeometry.fromRect(box)
