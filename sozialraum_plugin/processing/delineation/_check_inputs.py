"""What `checkareas` reads: areas by level with mended polygons, addresses, barriers, units and the boundary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ...core.delineation.address_columns import text_column
from ...core.delineation.area_checks import Check, Finding
from ...core.delineation.area_table import numbers_of
from ...core.delineation.hierarchy import level_order
from ...core.errors import InputError
from ...core.fields import AREA, LEVEL, PARENT, POPULATION
from ...core.indicators.aggregation import count_column
from ...core.messages import tr
from ...geo.area_patches import mended, union
from ..area_join import crs_of_points
from ..tables import point_coordinates, read_rows


@dataclass(frozen=True)
class CheckedAreas:
    """The areas (n rows): `codes`, `levels`, `parents` as text, `people` (n,) (NaN: unknown), mended `polygons`.

    `order` lists the levels from the smallest; `names` are the codes, or the row where there is none. `reasons` says
    why a polygon was invalid; `original` are the polygons as they came.
    """

    codes: list[str]
    names: list[str]
    levels: np.ndarray
    parents: list[str]
    has_parents: bool
    people: np.ndarray
    has_people: bool
    polygons: list[QgsGeometry]
    original: list[QgsGeometry]
    reasons: dict[int, str]
    order: list[str]

    def rows(self, level: str) -> np.ndarray:
        """Return the rows of a level, by their codes: an address on a border belongs to the lower one."""
        return np.array(sorted(np.flatnonzero(self.levels == level), key=lambda row: self.codes[row]), dtype=np.int64)


@dataclass(frozen=True)
class CheckedAddresses:
    """`points` (p, 2), NaN without a point, and `people` (p,) there; `counted` tells whether these were given."""

    points: np.ndarray
    people: np.ndarray
    counted: bool


def read_checked_areas(
    source: QgsProcessingFeatureSource,
    chosen: dict[str, str],
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> CheckedAreas:
    """Return the areas; `chosen` maps our column names to the layer's. Raises InputError if there is none."""
    columns = list(dict.fromkeys(chosen.values()))
    table, geometries = read_rows(source, feedback, columns, crs, context, with_geometry=True)
    if not len(table):
        raise InputError(tr("“{layer}” holds no area, so there is nothing to check.").format(layer=source.sourceName()))
    polygons, reasons = mended(geometries)
    texts = {
        field.name: text_column(table[chosen[field.name]]) if field.name in chosen else pd.Series("", table.index)
        for field in (AREA, LEVEL, PARENT)
    }
    levels = texts[LEVEL.name].to_numpy(dtype=object)
    codes = texts[AREA.name].tolist()
    counted = POPULATION.name in chosen
    return CheckedAreas(
        codes,
        [code or tr("row {row}").format(row=row + 1) for row, code in enumerate(codes)],
        levels,
        texts[PARENT.name].tolist(),
        bool((texts[PARENT.name] != "").any()),
        numbers_of(table[chosen[POPULATION.name]]) if counted else np.full(len(table), np.nan),
        counted,
        polygons,
        geometries,
        reasons,
        level_order(levels.tolist(), [max(polygon.area(), 0) for polygon in polygons]),
    )


def read_checked_addresses(
    source: QgsProcessingFeatureSource,
    population_field: str,
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> CheckedAddresses:
    """Return the addresses' places and inhabitants; without a field each address has none but itself.

    Raises InputError if the layer has no points or a count is no number.
    """
    crs_of_points(source)
    columns = [population_field] if population_field else []
    table, geometries = read_rows(source, feedback, columns, crs, context, with_geometry=True)
    people = np.zeros(len(table))
    if population_field:
        people, missing = count_column(table[population_field], source.sourceName())
        if missing:
            feedback.pushWarning(
                tr("Field “{field}”: {count} rows have no count; they are taken as 0.").format(
                    field=population_field, count=missing
                )
            )
    return CheckedAddresses(point_coordinates(geometries), people, bool(population_field))


def read_shapes(
    sources: Sequence[QgsProcessingFeatureSource],
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> list[QgsGeometry]:
    """Return the geometries of all layers in one CRS, made valid; missing ones are left out."""
    shapes = []
    for source in sources:
        _, geometries = read_rows(source, feedback, [], crs, context, with_geometry=True)
        present = [geometry for geometry in geometries if not geometry.isNull() and not geometry.isEmpty()]
        shapes += [geometry if geometry.isGeosValid() else geometry.makeValid() for geometry in present]
    return shapes


def read_boundary(
    source: QgsProcessingFeatureSource | None,
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> QgsGeometry:
    """Return the union of a boundary's polygons; empty without one. Raises InputError if the layer holds none."""
    if source is None:
        return QgsGeometry()
    _, geometries = read_rows(source, feedback, [], crs, context, with_geometry=True)
    boundary = union(mended(geometries)[0])
    if boundary.isEmpty():
        raise InputError(
            tr("“{layer}” holds no polygon, so there is no boundary. Choose another layer or none.").format(
                layer=source.sourceName()
            )
        )
    return boundary


def row_findings(areas: CheckedAreas) -> list[Finding]:
    """Return what is wrong with single rows: no polygon, no code, a code twice, an invalid polygon."""
    findings = []
    first: dict[str, int] = {}
    for row, code in enumerate(areas.codes):
        level, name, shape = areas.levels[row], areas.names[row], areas.polygons[row]
        if shape.isNull() or shape.isEmpty():
            note = tr("{area} has no polygon, or one without ground. Draw it or delete the row.").format(area=name)
            findings.append(Finding(Check.NO_POLYGON, level, note, code, row=row))
        if row in areas.reasons:
            note = tr("The polygon of {area} is invalid ({reason}); it was mended for the checks. Repair it.").format(
                area=name, reason=areas.reasons[row] or "–"
            )
            findings.append(Finding(Check.INVALID, level, note, code, row=row, shape=shape))
        if not code:
            note = tr("The area in row {row} has no code. Give it one.").format(row=row + 1)
            findings.append(Finding(Check.NO_CODE, level, note, row=row, shape=shape))
        elif code in first:
            note = tr("Code {code} stands in rows {first} and {row}. Each area needs its own code and one row.").format(
                code=code, first=first[code] + 1, row=row + 1
            )
            findings.append(Finding(Check.DOUBLE_CODE, level, note, code, row=row, shape=shape))
        first.setdefault(code, row)
    return findings
