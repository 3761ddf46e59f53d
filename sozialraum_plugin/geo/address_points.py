"""Addresses whose coordinates may come in several UTM zones or in degrees, brought into one metric CRS."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsGeometry, QgsPointXY

from .metric import GERMANY, is_metric, middle_in_degrees, transformed, utm_zone, zone_of


@dataclass(frozen=True)
class AddressPoints:
    """One geometry a row (empty without coordinates), their CRS, and whether their middle lies in Germany."""

    geometries: list[QgsGeometry]
    crs: QgsCoordinateReferenceSystem
    in_germany: bool


def locate(
    addresses: pd.DataFrame, crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext
) -> AddressPoints:
    """Return points for the columns `x`, `y`, `zone`; rows with zone 0 are in `crs`.

    The result is in the CRS of most rows if that is metric, else in the UTM zone of the middle. Raises InputError.
    """
    points = addresses[["x", "y"]].to_numpy(float)
    zones = addresses["zone"].to_numpy(int)
    present = ~np.isnan(points[:, 0])
    found, counts = np.unique(zones[present], return_counts=True)
    most = int(found[counts.argmax()]) if len(found) else 0
    main = utm_zone(most) if most else crs
    degrees = middle_in_degrees(points[zones == most], main, context)
    target = main if is_metric(main) else utm_zone(zone_of(degrees[0]))
    for zone in found:
        rows = zones == zone
        points[rows] = transformed(points[rows], utm_zone(zone) if zone else crs, target, context)
    return AddressPoints(_geometries(points), target, not present.any() or _in_germany(*degrees))


def _geometries(points: np.ndarray) -> list[QgsGeometry]:
    return [QgsGeometry() if x != x else QgsGeometry.fromPointXY(QgsPointXY(x, y)) for x, y in points.tolist()]


def _in_germany(longitude: float, latitude: float) -> bool:
    west, south, east, north = GERMANY
    return west <= longitude <= east and south <= latitude <= north
