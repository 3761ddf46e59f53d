"""Borders between groups of points: the Voronoi cells of the points, dissolved per group."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle, QgsWkbTypes

from .rings import rings

_FAR = 10.0  # sides of the extent; corners so far away make all cells within it finite and take no part of it
_DECIMALS = 3  # millimetres
_ROUGHNESS = 3.0  # metres by which a border may be straightened


def group_borders(points: np.ndarray, group: np.ndarray, extent: QgsRectangle) -> QgsGeometry:
    """Return lines that divide `extent` so that each place goes with the nearest point's group.

    `points` (n, 2) with `group` (n,), not negative; of points at one place the first counts. Voronoi cells are the dual
    of the Delaunay triangulation: borders join the centres of circles around triangles that share an edge between two
    groups. Zigzags of up to 3 m are straightened without crossing another border. Empty where there is one group.
    """
    sites, first = np.unique(points, axis=0, return_index=True)
    labels = np.append(group[first], [-1] * 4)
    centre = np.array([extent.center().x(), extent.center().y()])
    sites = np.vstack([sites, far_corners(extent)])
    triangles = _triangles(sites)
    circles = np.round(circumcentres(sites[triangles] - centre) + centre, _DECIMALS)
    borders = dual_edges(triangles, labels)
    lines = circles[borders]
    lines = lines[(lines[:, 0] != lines[:, 1]).any(axis=1)]
    if not len(lines):
        return QgsGeometry()
    segments = [[QgsPointXY(*begin), QgsPointXY(*end)] for begin, end in lines.tolist()]
    return QgsGeometry.fromMultiPolylineXY(segments).mergeLines().simplify(_ROUGHNESS)


def far_corners(extent: QgsRectangle) -> np.ndarray:
    """Return the four corners (4, 2) of a square so large that cells within the extent are finite."""
    reach = _FAR * max(extent.width(), extent.height(), 1.0)
    box = extent.buffered(reach)
    return np.array([(x, y) for x in (box.xMinimum(), box.xMaximum()) for y in (box.yMinimum(), box.yMaximum())])


def _triangles(sites: np.ndarray) -> np.ndarray:
    """Return the Delaunay triangles (t, 3) as numbers of sites."""
    cloud = QgsGeometry.fromMultiPointXY([QgsPointXY(x, y) for x, y in sites.tolist()])
    mesh = cloud.delaunayTriangulation()
    mesh.convertGeometryCollectionToSubclass(QgsWkbTypes.GeometryType.PolygonGeometry)
    corners = np.array(rings(mesh))[:, :3]
    key = sites[:, 0] + 1j * sites[:, 1]
    order = np.argsort(key)
    return order[np.searchsorted(key[order], corners[:, :, 0] + 1j * corners[:, :, 1])]


def circumcentres(corners: np.ndarray) -> np.ndarray:
    """Return the centres (t, 2) of the circles through the corners (t, 3, 2) of triangles."""
    origin = corners[:, 0]
    one, other = corners[:, 1] - origin, corners[:, 2] - origin
    double_area = 2 * (one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0])
    length, other_length = (one**2).sum(axis=1), (other**2).sum(axis=1)
    x = (other[:, 1] * length - one[:, 1] * other_length) / double_area
    y = (one[:, 0] * other_length - other[:, 0] * length) / double_area
    return origin + np.column_stack([x, y])


def dual_edges(triangles: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return pairs of triangles (e, 2) that share an edge between sites of two groups; a negative label is none."""
    edges = np.sort(np.vstack([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]), axis=1)
    owner = np.tile(np.arange(len(triangles)), 3)
    order = np.lexsort((owner, edges[:, 1], edges[:, 0]))
    edges, owner = edges[order], owner[order]
    shared = (edges[1:] == edges[:-1]).all(axis=1)
    one, other = labels[edges[:-1]].T
    wanted = np.flatnonzero(shared & (one != other) & (one >= 0) & (other >= 0))
    return np.column_stack([owner[wanted], owner[wanted + 1]])
