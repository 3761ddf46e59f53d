"""The street section of an address: of its own street first, else the nearest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsSpatialIndex

from ..core.errors import CancelledError
from .nearest import nearest
from .street_network import NO_NAME, SectionNetwork

STREET_REACH = 300.0  # metres; a street of the same name further away is another one
_POINTS_AT_ONCE = 64


@dataclass(frozen=True)
class FoundSections:
    """`section` (n,) of each address, -1 without a point; `by_name` (n,): whether it is one of its own street."""

    section: np.ndarray
    by_name: np.ndarray


def sections_of_points(
    points: np.ndarray, street: np.ndarray, network: SectionNetwork, is_cancelled: Callable[[], bool]
) -> FoundSections:
    """Return for points (n, 2), NaN where missing, the nearest section of their `street` (n,) within 300 m.

    Where there is none, the nearest section of all; of equally near ones that with the lower number. A tunnel is not
    looked at. Raises CancelledError.
    """
    usable = np.flatnonzero((network.section >= 0) & ~network.below)
    segments, section = network.segments[usable], network.section[usable]
    present = np.isfinite(points).all(axis=1)
    result = np.full(len(points), -1)
    street_of_segment = network.street[section]
    for code, rows, members in _same_street(street, street_of_segment, present):
        if is_cancelled():
            raise CancelledError
        if code != NO_NAME:
            result[rows] = _nearest_in(points[rows], segments[members], section[members])
    by_name = result >= 0
    rest = np.flatnonzero(present & ~by_name)
    if len(rest) and len(usable):
        result[rest] = _nearest_of_all(points[rest], segments, section, is_cancelled)
    return FoundSections(result, by_name)


def _same_street(
    street: np.ndarray, other: np.ndarray, present: np.ndarray
) -> list[tuple[int, np.ndarray, np.ndarray]]:
    """Return (street, rows of `street` that are present, rows of `other`) for each street in both."""
    rows = np.flatnonzero(present)
    rows = rows[np.argsort(street[rows], kind="stable")]
    order = np.argsort(other, kind="stable")
    both = np.intersect1d(street[rows], other)
    return [(int(code), _run(rows, street[rows], code), _run(order, other[order], code)) for code in both.tolist()]


def _run(rows: np.ndarray, values: np.ndarray, value: int) -> np.ndarray:
    return rows[np.searchsorted(values, value, "left") : np.searchsorted(values, value, "right")]


def _nearest_in(points: np.ndarray, segments: np.ndarray, section: np.ndarray) -> np.ndarray:
    """Return the section (n,) of the nearest segment (s, 4) of a street within reach, -1 where none is.

    The points are taken along the street, a few at a time with the segments around them.
    """
    order = np.argsort(section, kind="stable")
    segments, section = segments[order], section[order]
    result = np.full(len(points), -1)
    along = points[:, np.ptp(segments[:, :2], axis=0).argmax()].argsort(kind="stable")
    for begin in range(0, len(points), _POINTS_AT_ONCE):
        rows = along[begin : begin + _POINTS_AT_ONCE]
        around = _around(points[rows], segments)
        if around.any():
            distance = _distances(points[rows], segments[around])
            best = distance.argmin(axis=1)
            near = distance[np.arange(len(best)), best] <= STREET_REACH
            result[rows] = np.where(near, section[around][best], -1)
    return result


def _around(points: np.ndarray, segments: np.ndarray) -> np.ndarray:
    """Tell which segments (s,) may be within reach of one of the points."""
    low, high = points.min(axis=0) - STREET_REACH, points.max(axis=0) + STREET_REACH
    begin, end = segments[:, :2], segments[:, 2:]
    return ((np.minimum(begin, end) <= high) & (np.maximum(begin, end) >= low)).all(axis=1)


def _distances(points: np.ndarray, segments: np.ndarray) -> np.ndarray:
    """Return the distances (n, s) in metres, rounded to millimetres so that equal ones are equal."""
    start, vector = segments[:, :2], segments[:, 2:] - segments[:, :2]
    way = points[:, None] - start[None]
    share = np.clip((way * vector).sum(axis=-1) / (vector**2).sum(axis=-1), 0.0, 1.0)
    rest = way - share[..., None] * vector
    return np.round(np.hypot(rest[..., 0], rest[..., 1]), 3)


def _nearest_of_all(
    points: np.ndarray, segments: np.ndarray, section: np.ndarray, is_cancelled: Callable[[], bool]
) -> np.ndarray:
    index = QgsSpatialIndex(QgsSpatialIndex.Flag.FlagStoreFeatureGeometries)
    order = np.argsort(section, kind="stable")
    for members in np.split(order, np.flatnonzero(np.diff(section[order])) + 1):
        lines = [[QgsPointXY(x, y), QgsPointXY(u, v)] for x, y, u, v in segments[members].tolist()]
        feature = QgsFeature(int(section[members[0]]))
        feature.setGeometry(QgsGeometry.fromMultiPolylineXY(lines))
        index.addFeature(feature)
    result = []
    for number, (x, y) in enumerate(points.tolist()):
        if number % 1000 == 0 and is_cancelled():
            raise CancelledError
        result.append(nearest(index, QgsPointXY(x, y))[0])
    return np.array(result, dtype=int)
