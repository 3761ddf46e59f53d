"""Segments of lines as numpy arrays, read from WKB because a loop over QGIS points is ten times slower."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsWkbTypes


def line_segments(lines: Sequence[QgsGeometry]) -> tuple[np.ndarray, np.ndarray]:
    """Return the segments (s, 4) x1, y1, x2, y2 of flat lines and multilines, and the number of its line (s,).

    Curves become straight segments; segments without length are left out.
    """
    parts: list[np.ndarray] = [np.empty((0, 4))]
    owners: list[int] = []
    counts: list[int] = []
    for owner, line in enumerate(lines):
        for vertices in _parts(line):
            parts.append(np.hstack([vertices[:-1], vertices[1:]]))
            owners.append(owner)
            counts.append(len(vertices) - 1)
    segments = np.vstack(parts)
    owner = np.repeat(np.array(owners, dtype=int), counts)
    real = (segments[:, :2] != segments[:, 2:]).any(axis=1)
    return segments[real], owner[real]


def _parts(line: QgsGeometry) -> list[np.ndarray]:
    """Return the vertices (v, 2) of each part."""
    if line.isNull() or line.isEmpty():
        return []
    if QgsWkbTypes.isCurvedType(line.wkbType()):
        line = QgsGeometry(line.constGet().segmentize())
    wkb = line.asWkb().data()
    if not QgsWkbTypes.isMultiType(line.wkbType()):
        return [_vertices(wkb, 0)]
    (count,) = struct.unpack_from("I", wkb, 5)
    result, offset = [], 9
    for _ in range(count):
        result.append(_vertices(wkb, offset))
        offset += 9 + 16 * len(result[-1])
    return result


def _vertices(wkb: bytes, offset: int) -> np.ndarray:
    (count,) = struct.unpack_from("I", wkb, offset + 5)
    return np.frombuffer(wkb, "f8", 2 * count, offset + 9).reshape(count, 2)


def densified(segments: np.ndarray, longest: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the segments (t, 4) cut into equal pieces of at most `longest` metres, and the row (t,) each is from."""
    length = np.hypot(*(segments[:, 2:] - segments[:, :2]).T)
    count = np.maximum(np.ceil(length / longest), 1).astype(int)
    row = np.repeat(np.arange(len(segments)), count)
    step = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    start, vector = segments[row, :2], segments[row, 2:] - segments[row, :2]
    begin = start + vector * (step / count[row])[:, None]
    end = start + vector * ((step + 1) / count[row])[:, None]
    last = step + 1 == count[row]
    end[last] = segments[row[last], 2:]  # exact, so that neighbours share their node
    return np.hstack([begin, end]), row
