"""Coordinates in metres, whatever the source measures in."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsPointXY,
)

from ..core.errors import InputError
from ..core.messages import tr

_WEB_MERCATOR = 3857  # projected, but its metres are too long by half in Germany
GERMANY = (5.5, 47.0, 15.5, 55.5)  # west, south, east, north in degrees, with a margin


def utm_zone(zone: int) -> QgsCoordinateReferenceSystem:
    """Return ETRS89/UTM in zone 31, 32 or 33 (EPSG:25831 to 25833)."""
    return QgsCoordinateReferenceSystem(f"EPSG:258{zone}")


def is_metric(crs: QgsCoordinateReferenceSystem) -> bool:
    """Tell whether distances can be measured in the CRS."""
    return crs.isValid() and not crs.isGeographic() and crs.postgisSrid() != _WEB_MERCATOR


def transformed(
    points: np.ndarray,
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> np.ndarray:
    """Return an (n, 2) array of x, y in `target`; rows of NaN stay NaN.

    Raises InputError for a point that `source` cannot hold.
    """
    if source == target:
        return points
    transform = QgsCoordinateTransform(source, target, context)
    result = np.full(points.shape, np.nan)
    for row in np.flatnonzero(~np.isnan(points).any(axis=1)):
        result[row] = _one(transform, points[row], source)
    return result


def _one(
    transform: QgsCoordinateTransform, point: np.ndarray, source: QgsCoordinateReferenceSystem
) -> tuple[float, float]:
    try:
        moved = transform.transform(QgsPointXY(*point))
    except QgsCsException as error:
        raise InputError(
            tr("The point {x} / {y} cannot lie in {crs}. Check the coordinate columns and the CRS.").format(
                x=point[0], y=point[1], crs=source.authid()
            )
        ) from error
    return moved.x(), moved.y()


def middle_in_degrees(
    points: np.ndarray, crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext
) -> tuple[float, float]:
    """Return longitude and latitude of the median point of an (n, 2) array; NaN both if there is no point."""
    if np.isnan(points).all():
        return np.nan, np.nan
    middle = np.nanmedian(points, axis=0)[np.newaxis]
    longitude, latitude = transformed(middle, crs, QgsCoordinateReferenceSystem("EPSG:4326"), context)[0]
    return float(longitude), float(latitude)


def zone_of(longitude: float) -> int:
    """Return the UTM zone of a longitude, at least 31 and at most 33; 32 for NaN."""
    return 32 if np.isnan(longitude) else min(33, max(31, int((longitude + 180) // 6) + 1))
