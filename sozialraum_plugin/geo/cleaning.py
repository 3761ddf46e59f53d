"""Geometries as they arrive, made fit for work: valid, flat, of one kind, with an account of what was done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry, QgsWkbTypes


@dataclass(frozen=True)
class Cleaned:
    """Usable geometries, the rows (k,) they came from, and how many rows were missing or had to be repaired."""

    geometries: list[QgsGeometry]
    rows: np.ndarray
    missing: int
    repaired: int


def clean_polygons(geometries: Iterable[QgsGeometry]) -> Cleaned:
    """Return valid polygons and multipolygons without Z and M; what is no polygon counts as missing."""
    return _clean(geometries, QgsWkbTypes.GeometryType.PolygonGeometry, outlines=False)


def clean_lines(geometries: Iterable[QgsGeometry]) -> Cleaned:
    """Return valid lines without Z and M, polygons as their outlines; what is neither counts as missing."""
    return _clean(geometries, QgsWkbTypes.GeometryType.LineGeometry, outlines=True)


def _clean(geometries: Iterable[QgsGeometry], kind: QgsWkbTypes.GeometryType, outlines: bool) -> Cleaned:
    usable: list[QgsGeometry] = []
    rows: list[int] = []
    missing = repaired = 0
    for row, geometry in enumerate(geometries):
        invalid = is_present(geometry) and not geometry.isGeosValid()
        cleaned = _usable(geometry.makeValid() if invalid else geometry, kind, outlines)
        if cleaned is None:
            missing += 1
            continue
        repaired += invalid
        usable.append(cleaned)
        rows.append(row)
    return Cleaned(usable, np.array(rows, dtype=int), missing, repaired)


def is_present(geometry: QgsGeometry) -> bool:
    """Tell whether there is a geometry with finite coordinates."""
    return not geometry.isNull() and not geometry.isEmpty() and geometry.boundingBox().isFinite()


def _usable(geometry: QgsGeometry, kind: QgsWkbTypes.GeometryType, outlines: bool) -> QgsGeometry | None:
    """Return a flat copy of the parts of `kind`; None where there is none."""
    if not is_present(geometry):
        return None
    result = QgsGeometry(geometry)
    if outlines and result.type() == QgsWkbTypes.GeometryType.PolygonGeometry:
        result = outline(result)
    if QgsWkbTypes.flatType(result.wkbType()) == QgsWkbTypes.Type.GeometryCollection:
        result.convertGeometryCollectionToSubclass(kind)
    if result.isNull() or result.isEmpty() or result.type() != kind:
        return None
    flat = result.get()
    flat.dropZValue()
    flat.dropMValue()
    return result


def outline(polygon: QgsGeometry) -> QgsGeometry:
    """Return the rings of a polygon as lines."""
    return QgsGeometry(polygon.constGet().boundary())
