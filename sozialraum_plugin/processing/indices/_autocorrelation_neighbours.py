"""From the shapes of areas to their neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry, QgsProcessingFeedback, QgsWkbTypes

from ...core.errors import InputError
from ...core.indices.spatial.spatial_weights import SpatialWeights, distance_band, from_edges, k_nearest, reach_of_all
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.adjacency import adjacency
from ...geo.point_contacts import with_point_contacts
from ...geo.polygons import valid_polygon

QUEEN, ROOK, NEAREST, DISTANCE = "queen", "rook", "knearest", "distance"
KINDS = (QUEEN, ROOK, NEAREST, DISTANCE)
CENTROID, SURFACE = "centroid", "surface"
PLACES = (CENTROID, SURFACE)
_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry


@dataclass(frozen=True)
class Neighbourhood:
    """How neighbours are found: `kind`, `count` of the nearest, `distance` in metres (0: as far as it takes), the
    shortest `border` in metres, `tolerance` of drawing in metres, `place` that stands for an area.
    """

    kind: str = QUEEN
    count: int = 6
    distance: float = 0.0
    border: float = 0.0
    tolerance: float = 0.5
    place: str = CENTROID
    standardised: bool = True


def usable_shapes(geometries: Sequence[QgsGeometry], feedback: QgsProcessingFeedback) -> list[QgsGeometry]:
    """Return the geometries with polygons repaired; a null one where nothing is left. Repairs are logged."""
    shapes, repaired = [], 0
    for geometry in geometries:
        if geometry.isNull() or geometry.isEmpty() or geometry.type() != _POLYGON:
            shapes.append(QgsGeometry() if geometry.isEmpty() else geometry)
            continue
        shape = valid_polygon(geometry)
        repaired += shape is not geometry and not shape.isNull()
        shapes.append(shape)
    if repaired:
        feedback.pushInfo(tr("{count} geometries were invalid and were repaired.").format(count=repaired))
    return shapes


def spatial_weights(
    shapes: Sequence[QgsGeometry], neighbourhood: Neighbourhood, feedback: QgsProcessingFeedback
) -> SpatialWeights:
    """Return the neighbours of areas, none of which is without geometry.

    Raises InputError where contiguity is asked of points or lines.
    """
    if neighbourhood.kind in (QUEEN, ROOK):
        return from_edges(_touching(shapes, neighbourhood, feedback), len(shapes), neighbourhood.standardised)
    points = _points(shapes, neighbourhood.place)
    if neighbourhood.kind == NEAREST:
        if neighbourhood.count >= len(points):
            feedback.pushWarning(
                tr("K = {count}: there are only {others} other areas with a value; all are neighbours.").format(
                    count=neighbourhood.count, others=max(len(points) - 1, 0)
                )
            )
        return k_nearest(points, neighbourhood.count, neighbourhood.standardised, feedback.isCanceled)
    distance = neighbourhood.distance
    if distance <= 0:
        distance = reach_of_all(points, feedback.isCanceled)
        feedback.pushInfo(
            tr("Distance: {distance} m, the smallest at which every area has a neighbour.").format(
                distance=format_number(distance, 1)
            )
        )
    return distance_band(points, distance, neighbourhood.standardised, feedback.isCanceled)


def _touching(
    shapes: Sequence[QgsGeometry], neighbourhood: Neighbourhood, feedback: QgsProcessingFeedback
) -> np.ndarray:
    if any(shape.type() != _POLYGON for shape in shapes):
        raise InputError(
            tr("WEIGHTS = {kind} needs polygons, since it asks which areas touch. For points use “knearest”.").format(
                kind=neighbourhood.kind
            )
        )
    edges, lengths = adjacency(shapes, neighbourhood.tolerance, feedback.isCanceled)
    if neighbourhood.kind == ROOK:
        short = lengths < neighbourhood.border
        if short.any():
            feedback.pushInfo(
                tr("{count} pairs share a border shorter than {border} m and do not count as neighbours.").format(
                    count=format_number(int(short.sum())), border=format_number(neighbourhood.border, 1)
                )
            )
        return edges[~short]
    if neighbourhood.border > 0:
        feedback.pushWarning(
            tr("MIN_BORDER is not used: with “queen” areas that touch in a point are neighbours too. Use “rook”.")
        )
    return with_point_contacts(shapes, edges, neighbourhood.tolerance, feedback.isCanceled)


def _points(shapes: Sequence[QgsGeometry], place: str) -> np.ndarray:
    """Return (n, 2) x and y of the places that stand for the areas."""
    points = [(shape.pointOnSurface() if place == SURFACE else shape.centroid()).asPoint() for shape in shapes]
    return np.array([(point.x(), point.y()) for point in points]).reshape(-1, 2)
