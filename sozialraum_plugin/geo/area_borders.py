"""Exact borders between the Voronoi cells of points of different areas; only these are made into geometries."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsGeometry, QgsRectangle

from .group_borders import circumcentres, dual_edges, far_corners

_DECIMALS = 4  # tenths of a millimetre
_HEADER = 9  # bytes of WKB before the first part
_TRIANGLE = np.dtype([("head", "V13"), ("corners", "<f8", (4, 2))])  # WKB of a polygon with one ring of four points
_POINT = np.dtype([("order", "u1"), ("type", "<u4"), ("place", "<f8", 2)])  # WKB
_SEGMENT = np.dtype([("order", "u1"), ("type", "<u4"), ("count", "<u4"), ("ends", "<f8", (2, 2))])  # WKB of a line


def area_borders(points: np.ndarray, label: np.ndarray, extent: QgsRectangle) -> QgsGeometry:
    """Return lines that divide `extent` so that each place goes with the nearest point's label.

    `points` (n, 2) are distinct, `label` (n,) is not negative. Unlike `group_borders`, nothing is straightened: each
    point keeps its side.
    """
    centre = np.array([extent.center().x(), extent.center().y()])
    sites = np.vstack([points, far_corners(extent)])
    labels = np.append(label, [-1] * 4)
    triangles = _triangles(sites)
    one, second, third = labels[triangles].T
    triangles = triangles[(one != second) | (one != third)]
    circles = np.round(circumcentres(sites[triangles] - centre) + centre, _DECIMALS)
    lines = circles[dual_edges(triangles, labels)]
    lines = lines[(lines[:, 0] != lines[:, 1]).any(axis=1) & np.isfinite(lines).all(axis=(1, 2))]
    return _geometry(lines).mergeLines() if len(lines) else QgsGeometry()


def _geometry(lines: np.ndarray) -> QgsGeometry:
    """Return the segments (s, 2, 2) as a multiline."""
    parts = np.empty(len(lines), dtype=_SEGMENT)
    parts["order"], parts["type"], parts["count"], parts["ends"] = 1, 2, 2, lines
    return _collection(5, parts)


def _collection(wkb_type: int, parts: np.ndarray) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(b"\x01" + np.array([wkb_type, len(parts)], dtype="<u4").tobytes() + parts.tobytes())
    return geometry


def _triangles(sites: np.ndarray) -> np.ndarray:
    """Return the Delaunay triangles (t, 3) as numbers of sites (n, 2); read and written as whole blocks of WKB."""
    parts = np.empty(len(sites), dtype=_POINT)
    parts["order"], parts["type"], parts["place"] = 1, 1, sites
    mesh = _collection(4, parts).delaunayTriangulation()
    corners = np.frombuffer(mesh.asWkb().data(), dtype=_TRIANGLE, offset=_HEADER)["corners"][:, :3]
    key = sites[:, 0] + 1j * sites[:, 1]
    order = np.argsort(key)
    return order[np.searchsorted(key[order], corners[:, :, 0] + 1j * corners[:, :, 1])]
