"""Bits of areas that a railway, a river or another barrier cuts off from the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry

from ..core.errors import CancelledError
from .area_patches import Patch, index_of, never, polygon_parts
from .point_in_polygon import PointIndex, polygons_of_points

_SEGMENTS = 4  # of a quarter circle of a buffer
_BORDER_WIDTH = 0.5  # metres within which two outlines count as one border


def cut_off_bits(
    polygons: Sequence[QgsGeometry],
    barriers: Sequence[QgsGeometry],
    width: float,
    points: np.ndarray,
    weights: np.ndarray,
    is_cancelled: Callable[[], bool] = never,
) -> list[Patch]:
    """Return the bits of each part of an area that barriers cut off from its main bit.

    `barriers` are lines or polygons, as wide as `width` metres at least; a break in a barrier longer than that is a
    passage. The main bit is the one with most `weights` (p,) of the `points` (p, 2), without any the largest. Strips
    narrower than `width`, such as between a border and a barrier beside it, are no bits. Raises CancelledError.
    """
    zones = [barrier.buffer(width / 2, _SEGMENTS) for barrier in barriers if not barrier.isNull()]
    index, places = index_of(zones), PointIndex(points)
    patches: list[Patch] = []
    for number, polygon in enumerate(polygons):
        if is_cancelled():
            raise CancelledError
        for part in polygon_parts(polygon):
            near = sorted(index.intersects(part.boundingBox()))
            if near:
                bits = _bits(part, [zones[zone] for zone in near], width)
                main = _main_bit(bits, places, weights)
                patches += [Patch(bit, (number,), bit.area()) for bit in bits if bit is not main]
    return patches


def _bits(part: QgsGeometry, zones: Sequence[QgsGeometry], width: float) -> list[QgsGeometry]:
    """Return the pieces into which barriers divide a polygon, without strips along them."""
    pieces = polygon_parts(part.difference(QgsGeometry.unaryUnion(list(zones))))
    if len(pieces) < 2:
        return pieces
    return [piece for piece in pieces if 2 * piece.area() / piece.length() > width]


def _main_bit(bits: Sequence[QgsGeometry], places: PointIndex, weights: np.ndarray) -> QgsGeometry | None:
    if len(bits) < 2:
        return bits[0] if bits else None
    held = polygons_of_points(places, bits).polygon
    inside = held >= 0
    people = np.bincount(held[inside], weights[inside], len(bits))
    return bits[max(range(len(bits)), key=lambda number: (people[number], bits[number].area()))]


def same_side_neighbour(bit: Patch, polygons: Sequence[QgsGeometry]) -> int | None:
    """Return the other polygon with the longest border to a bit; the barrier itself keeps those across away."""
    outline = QgsGeometry(bit.geometry.constGet().boundary())
    box = bit.geometry.boundingBox().buffered(_BORDER_WIDTH)
    best, longest = None, _BORDER_WIDTH
    for number, polygon in enumerate(polygons):
        if number in bit.areas or polygon.isEmpty() or not polygon.boundingBox().intersects(box):
            continue
        near = polygon.intersection(QgsGeometry.fromRect(box)).buffer(_BORDER_WIDTH, _SEGMENTS)
        shared = outline.intersection(near).length()
        if shared > longest:
            best, longest = number, shared
    return best
