"""Rings and segments of polygons as numpy arrays, read from WKB because a loop over QGIS points is ten times slower."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsWkbTypes


def rings(geometry: QgsGeometry) -> list[np.ndarray]:
    """Return every ring of a polygon or multipolygon as a closed (v, 2) array; curves become straight segments.

    A missing or empty geometry, or one that is no polygon, has no rings.
    """
    if geometry.isNull() or geometry.isEmpty() or geometry.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
        return []
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    dimensions = 2 + QgsWkbTypes.hasZ(geometry.wkbType()) + QgsWkbTypes.hasM(geometry.wkbType())
    wkb = geometry.asWkb().data()
    if not QgsWkbTypes.isMultiType(geometry.wkbType()):
        return _polygon_rings(wkb, 0, dimensions)[0]
    result: list[np.ndarray] = []
    (parts,) = struct.unpack_from("I", wkb, 5)
    offset = 9
    for _ in range(parts):
        part, offset = _polygon_rings(wkb, offset, dimensions)
        result += part
    return result


def _polygon_rings(wkb: bytes, offset: int, dimensions: int) -> tuple[list[np.ndarray], int]:
    """Return the rings of the polygon that starts at `offset` and the offset behind it."""
    (count,) = struct.unpack_from("I", wkb, offset + 5)
    offset += 9
    result = []
    for _ in range(count):
        (vertices,) = struct.unpack_from("I", wkb, offset)
        values = np.frombuffer(wkb, "f8", vertices * dimensions, offset + 4)
        result.append(values.reshape(vertices, dimensions)[:, :2])
        offset += 4 + 8 * vertices * dimensions
    return result, offset


def polygon_segments(geometries: Sequence[QgsGeometry]) -> tuple[np.ndarray, np.ndarray]:
    """Return the segments of all polygons as (s, 4) x1, y1, x2, y2 and their owner's index as (s,)."""
    parts: list[np.ndarray] = []
    owners: list[int] = []
    for owner, geometry in enumerate(geometries):
        for ring in rings(geometry):
            parts.append(np.hstack([ring[:-1], ring[1:]]))
            owners.append(owner)
    if not parts:
        return np.empty((0, 4)), np.empty(0, dtype=int)
    return np.vstack(parts), np.repeat(np.array(owners), [len(part) for part in parts])
