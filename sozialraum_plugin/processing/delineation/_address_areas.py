"""From points and codes to polygons, their table and their report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np
import pandas as pd
from qgis.core import QgsGeometry

from ...core.delineation.area_report import (
    REPORT_FIELDS,
    AreaFinding,
    address_findings,
    area_findings,
    one_area_per_place,
)
from ...core.errors import InputError
from ...core.fields import ADDRESS_COUNT, AREA, GROUND, PARTS
from ...core.messages import tr
from ...geo.address_areas import areas_of_points
from ...geo.point_in_polygon import PointIndex, polygons_of_points

OUTPUT_FIELDS = (AREA, ADDRESS_COUNT, PARTS, GROUND)


@dataclass(frozen=True)
class Drawn:
    """Areas by code (`table`, `polygons`), the `report`, and the finding of each address in `kinds` (n,)."""

    table: pd.DataFrame
    polygons: list[QgsGeometry]
    report: pd.DataFrame
    kinds: pd.Series


def draw(
    points: np.ndarray,
    codes: pd.Series,
    frame: QgsGeometry,
    lines: Sequence[QgsGeometry],
    is_cancelled: Callable[[], bool],
) -> Drawn:
    """Draw the areas of addresses at `points` (n, 2), NaN where missing, with `codes` (n,), empty where missing.

    Raises InputError where no address lies inside the frame, CancelledError.
    """
    kinds = _unusable(points, codes, frame)
    rows = np.flatnonzero(kinds == "")
    if not len(rows):
        raise InputError(
            tr("None of the addresses lies inside the boundary. Check the coordinate reference systems of the layers.")
        )
    given = codes.to_numpy(dtype=object)[rows]
    places = one_area_per_place(points[rows], given)
    names, label = np.unique(places.codes.astype(str), return_inverse=True)
    sites = points[rows[places.rows]]
    made = areas_of_points(sites, label, frame, lines, is_cancelled)
    kinds.iloc[rows[places.codes[places.place] != given]] = AreaFinding.CONTRADICTION
    wrong = (made.area != label)[places.place] & (kinds.iloc[rows] == "").to_numpy()
    kinds.iloc[rows[wrong]] = AreaFinding.MISPLACED
    kept = [number for number, polygon in enumerate(made.polygons) if not polygon.isEmpty()]
    polygons, own = [made.polygons[number] for number in kept], names[kept].astype(object)
    count = codes[kinds == ""].value_counts().reindex(own, fill_value=0).to_numpy()
    table = pd.DataFrame(
        {
            AREA.name: own,
            ADDRESS_COUNT.name: count,
            PARTS.name: [polygon.constGet().numGeometries() for polygon in polygons],
            GROUND.name: [polygon.area() for polygon in polygons],
        }
    )
    lost = np.setdiff1d(codes[codes != ""].to_numpy().astype(str), own.astype(str)).astype(object)
    findings = [
        address_findings(kinds, codes),
        _parts(table, polygons, points[rows]),
        area_findings(AreaFinding.AREA_LOST, lost, np.zeros(len(lost), dtype=int)),
    ]
    report = pd.concat(findings, ignore_index=True)[[field.name for field in REPORT_FIELDS]]
    return Drawn(table, polygons, report, kinds)


def _unusable(points: np.ndarray, codes: pd.Series, frame: QgsGeometry) -> pd.Series:
    """Return why an address cannot be used, empty where it can."""
    inside = polygons_of_points(PointIndex(points), [frame]).polygon >= 0
    no_point = np.isnan(points).any(axis=1)
    kinds = np.select(
        [no_point, (codes == "").to_numpy(), ~inside],
        [AreaFinding.NO_POINT, AreaFinding.NO_AREA, AreaFinding.OUTSIDE],
        default="",
    )
    return pd.Series(kinds, index=codes.index, dtype=object)


def _parts(table: pd.DataFrame, polygons: Sequence[QgsGeometry], points: np.ndarray) -> pd.DataFrame:
    """Return a line for each part of the areas in several parts, with its addresses."""
    several = np.flatnonzero(table[PARTS.name] > 1)
    parts = [polygons[number].asGeometryCollection() for number in several.tolist()]
    flat = [part for members in parts for part in members]
    codes = np.repeat(table[AREA.name].to_numpy(dtype=object)[several], [len(members) for members in parts])
    held = polygons_of_points(PointIndex(points), flat).polygon if flat else np.empty(0, dtype=int)
    return area_findings(AreaFinding.PART, codes, np.bincount(held[held >= 0], minlength=len(flat)))
