"""The areas of one or two delineations for the audit, and which ground they share."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations

import pandas as pd
from qgis.core import (
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsSpatialIndex,
    QgsWkbTypes,
)

from ...core.errors import InputError
from ...core.fields import AREA, UNIT
from ...core.indicators.hierarchy import Hierarchy, hierarchy_of
from ...core.messages import tr
from ..algorithm import check_cancelled
from ..tables import metric_crs, read_rows
from ._protect_parameters import AREA_COLUMNS

_SLIVER = 0.01  # of the smaller area: less common ground is a matter of drawing


@dataclass
class AuditAreas:
    """All areas of all delineations; the same code in two of them is the same area.

    `lists` are codes, names and levels by number; `hierarchies` use these numbers; `lowest` are the areas without
    children of each delineation with their geometries, where there are any.
    """

    position: dict[str, int] = field(default_factory=dict)
    lists: tuple[list[str], list[str], list[str]] = field(default_factory=lambda: ([], [], []))
    hierarchies: list[Hierarchy] = field(default_factory=list)
    lowest: list[dict[int, QgsGeometry]] = field(default_factory=list)

    def add(self, own: Hierarchy, geometries: list[QgsGeometry]) -> None:
        """Add a delineation."""
        numbers = [self._number(own, row) for row in range(len(own.codes))]
        moved = {numbers[row]: pd.Series(numbers).to_numpy()[below] for row, below in own.children.items()}
        upward = [numbers[row] for row in own.upward]
        self.hierarchies.append(Hierarchy(own.codes, own.names, own.levels, own.parent, moved, upward, own.orphans))
        childless = [row for row in range(len(own.codes)) if row not in own.children]
        self.lowest.append({numbers[row]: geometries[row] for row in childless if geometries})

    def _number(self, own: Hierarchy, row: int) -> int:
        code = own.codes[row]
        if code not in self.position:
            self.position[code] = len(self.position)
            for known, value in zip(self.lists, (code, own.names[row], str(own.levels[row]))):
                known.append(value)
        return self.position[code]


def read_areas(
    sources: list[QgsProcessingFeatureSource], context: QgsProcessingContext, feedback: QgsProcessingFeedback
) -> AuditAreas:
    """Return the areas of all layers; geometries are read where several layers of polygons could overlap."""
    areas = AuditAreas()
    polygons = [
        QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry for source in sources
    ]
    with_geometry = len(sources) > 1 and all(polygons)
    crs = metric_crs(sources[0]) if with_geometry else None
    for source in sources:
        table, geometries = read_rows(source, feedback, AREA_COLUMNS, crs, context, with_geometry)
        areas.add(hierarchy_of(table), geometries)
    return areas


def parts_by_units(units: pd.DataFrame, areas: AuditAreas) -> tuple[list[tuple[int, ...]], int]:
    """Return the areas of each unit, and how many rows name no known area.

    `units` has a row for each unit and area it lies in (einheit, gebiet). Raises InputError if no row fits.
    """
    codes = units[AREA.name].map(lambda code: areas.position.get(str(code).strip(), -1))
    known = units[codes >= 0].assign(number=codes[codes >= 0])
    if known.empty:
        raise InputError(tr("UNITS: no area of the table is in AREAS. Check the fields “einheit” and “gebiet”."))
    lowest = set().union(*(set(own) for own in areas.lowest)) or set(areas.position.values())
    return [
        tuple(number for number in group if number in lowest) for _, group in known.groupby(UNIT.name)["number"]
    ], int((codes < 0).sum())


def parts_by_ground(areas: AuditAreas, feedback: QgsProcessingFeedback) -> list[tuple[int, ...]]:
    """Return the pairs of lowest areas of two delineations that share ground, by their polygons."""
    parts: list[tuple[int, ...]] = []
    for one, other in combinations(areas.lowest, 2):
        index = QgsSpatialIndex()
        for number, geometry in other.items():
            index.addFeature(number, geometry.boundingBox())
        for number, geometry in one.items():
            check_cancelled(feedback)
            for near in index.intersects(geometry.boundingBox()):
                if near == number:
                    parts.append((number,))
                elif _share(geometry, other[near]) > _SLIVER:
                    parts.append((number, near))
    return parts


def _share(one: QgsGeometry, other: QgsGeometry) -> float:
    """Return the common ground as a share of the smaller area."""
    smaller = min(one.area(), other.area())
    return one.intersection(other).area() / smaller if smaller else 0.0
