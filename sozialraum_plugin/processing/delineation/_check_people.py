"""The checks of `checkareas` on addresses and inhabitants."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsProcessingFeedback

from ...core.delineation.area_checks import Check, Finding, Results
from ...core.delineation.area_checks_bounds import Bounds, bounds_findings
from ...core.errors import InputError
from ...core.messages import tr
from ...geo.locator import PolygonLocator
from ...geo.point_in_area import OUTSIDE, areas_and_hits, areas_of_points
from ..algorithm import check_cancelled
from ._check_inputs import CheckedAddresses, CheckedAreas

_DOT = 5.0  # metres; radius of the circle that stands for an address
_DOT_SEGMENTS = 4


def addresses_without_point(addresses: CheckedAddresses) -> list[Finding]:
    """Return the addresses that have no coordinates."""
    missing = np.flatnonzero(np.isnan(addresses.points).any(axis=1))
    note = tr("The address has no coordinates, so its area cannot be checked.")
    return [
        Finding(Check.ADDRESS_NO_POINT, "", note, row=row, addresses=1, inhabitants=_people(addresses, row))
        for row in missing.tolist()
    ]


def check_addresses(
    areas: CheckedAreas,
    level: str,
    addresses: CheckedAddresses,
    boundary: QgsGeometry,
    results: Results,
    feedback: QgsProcessingFeedback,
) -> np.ndarray:
    """Book addresses in no area or in several of a level; return the sums (k,) of inhabitants per area.

    Raises InputError if no address lies in any area.
    """
    rows = areas.rows(level)
    polygons = [areas.polygons[row] for row in rows]
    results.checked(level, Check.ADDRESS_UNASSIGNED, Check.ADDRESS_TWICE, Check.ADDRESS_ON_BORDER)
    area, hits = areas_and_hits(addresses.points, polygons, lambda: check_cancelled(feedback))
    placed = ~np.isnan(addresses.points).any(axis=1)
    if placed.any() and not (hits > 0).any():
        raise InputError(
            tr(
                "None of the addresses lies in an area of level “{level}”. Check the coordinate reference systems of "
                "both layers."
            ).format(level=level)
        )
    lost = np.flatnonzero(placed & (area == OUTSIDE))
    beyond = _beyond(addresses.points[lost], boundary)
    for row, far in zip(lost.tolist(), beyond.tolist()):
        note = tr("The address lies in no area.")
        if far:
            note = tr("The address lies in no area and outside the boundary.")
        results.findings.append(_finding(Check.ADDRESS_UNASSIGNED, level, note, addresses, row))
    _several(areas, level, addresses, np.flatnonzero(hits > 1), results)
    inside = area != OUTSIDE
    return np.bincount(area[inside], addresses.people[inside], len(rows))


def _beyond(points: np.ndarray, boundary: QgsGeometry) -> np.ndarray:
    """Return which points lie outside the boundary; none without one."""
    if boundary.isEmpty() or not len(points):
        return np.zeros(len(points), dtype=bool)
    return areas_of_points(points, [boundary]) == OUTSIDE


def _several(
    areas: CheckedAreas, level: str, addresses: CheckedAddresses, several: np.ndarray, results: Results
) -> None:
    """Book the addresses that several areas hold, apart from those that merely lie on their common border."""
    if not len(several):
        return
    rows = areas.rows(level)
    polygons = [areas.polygons[row] for row in rows]
    locator = PolygonLocator(polygons)
    for row in several.tolist():
        x, y = addresses.points[row]
        holders = locator.at(x, y)
        point = QgsGeometry.fromPointXY(QgsPointXY(x, y))
        inner = [number for number in holders if polygons[number].contains(point)]
        kind = Check.ADDRESS_TWICE if len(inner) > 1 else Check.ADDRESS_ON_BORDER
        named = [areas.names[rows[number]] for number in (inner if len(inner) > 1 else holders)]
        note = tr("The address lies in {areas} at once, because they overlap.")
        if kind == Check.ADDRESS_ON_BORDER:
            note = tr("The address lies exactly on the border of {areas}. It counts for the lower code.")
        note = note.format(areas=", ".join(named))
        results.findings.append(_finding(kind, level, note, addresses, row, named))


def check_bounds(areas: CheckedAreas, level: str, sums: np.ndarray | None, bounds: Bounds, results: Results) -> None:
    """Book the areas of a level outside the bounds, by their own inhabitants or else by those at addresses."""
    kinds = (Check.NO_POPULATION, Check.TOO_SMALL, Check.TOO_LARGE)
    rows = areas.rows(level)
    if not areas.has_people and sums is None:
        results.skip(level, tr("not checked, because no inhabitants are given"), *kinds)
        return
    results.checked(level, *kinds)
    people = areas.people[rows] if areas.has_people else sums
    shapes = [areas.polygons[row] for row in rows]
    names = [areas.names[row] for row in rows]
    results.findings += bounds_findings(level, names, people, rows.tolist(), shapes, bounds)


def _finding(
    kind: str, level: str, note: str, addresses: CheckedAddresses, row: int, names: list[str] | None = None
) -> Finding:
    x, y = addresses.points[row]
    dot = QgsGeometry.fromPointXY(QgsPointXY(x, y)).buffer(_DOT, _DOT_SEGMENTS)
    names = names or []
    return Finding(
        kind, level, note, names[0] if names else "", names[1:], row, shape=dot, addresses=1,
        inhabitants=_people(addresses, row),
    )  # fmt: skip


def _people(addresses: CheckedAddresses, row: int) -> float | None:
    return float(addresses.people[row]) if addresses.counted else None
