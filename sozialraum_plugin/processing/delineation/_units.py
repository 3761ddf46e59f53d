"""Reading the units that areas are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ...core import fields
from ...core.balance import Balance
from ...core.delineation.area_table import numbers_of
from ...core.errors import InputError
from ...core.fields import Field
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.polygons import valid_polygon, worst_overlap
from ..tables import existing_fields, metric_crs, read_rows

_CODE_FIELDS = (fields.AREA.name, fields.BLOCK.name, fields.UNIT.name)


@dataclass(frozen=True)
class Units:
    """n units with an area: their `table`, `geometries` in the metric `crs`, `population` (n,) and `names` for logs."""

    table: pd.DataFrame
    fields: list[Field]
    geometries: list[QgsGeometry]
    crs: QgsCoordinateReferenceSystem
    population: np.ndarray
    names: list[str]
    balance: Balance


def read_units(
    source: QgsProcessingFeatureSource,
    population_field: str,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    no_code: str | None = None,
) -> Units:
    """Return the units that have an area, and the account of those that have none.

    `no_code` is a field that does not hold the code of a unit, whatever it is called.
    Invalid outlines are repaired, a missing population counts as 0; both are told in the log. Raises InputError for
    an empty layer, a negative population or polygons that overlap.
    """
    crs = metric_crs(source)
    source.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    unit_fields = existing_fields(source)
    columns = [field.name for field in unit_fields]
    table, outlines = read_rows(source, feedback, columns, crs, context, with_geometry=True)
    polygons = [valid_polygon(outline) for outline in outlines]
    _tell_repairs(outlines, polygons, feedback)
    there = np.array([not polygon.isNull() for polygon in polygons], dtype=bool)
    balance = Balance(tr("units"), len(table))
    balance.add(tr("in an area"), int(there.sum()))
    balance.add(tr("left out, without a polygon"), int((~there).sum()))
    if not there.any():
        raise InputError(
            tr("“{layer}” has no polygon to make areas of. Choose a layer of blocks, cells or areas.").format(
                layer=source.sourceName()
            )
        )
    names = _unit_names(table, no_code)
    population = _population(table, population_field, there, names, feedback)
    units = Units(
        table=table[there].reset_index(drop=True),
        fields=unit_fields,
        geometries=[polygon for polygon, kept in zip(polygons, there) if kept],
        crs=crs,
        population=population[there],
        names=[name for name, kept in zip(names, there) if kept],
        balance=balance,
    )
    _refuse_overlaps(units, feedback)
    return units


def _unit_names(table: pd.DataFrame, no_code: str | None) -> list[str]:
    """Return what a log calls each unit: its code if it has one, else its row."""
    for column in _CODE_FIELDS:
        if column != no_code and column in table.columns and table[column].notna().all():
            return [f"“{code}”" for code in table[column]]
    return [tr("in row {row}").format(row=row + 1) for row in range(len(table))]


def _population(
    table: pd.DataFrame, column: str, there: np.ndarray, names: Sequence[str], feedback: QgsProcessingFeedback
) -> np.ndarray:
    people = numbers_of(table[column])
    negative = np.flatnonzero(people < 0)
    if len(negative):
        raise InputError(
            tr("Unit {unit}: “{column}” is {value}. A number of inhabitants cannot be negative; correct it.").format(
                unit=names[negative[0]], column=column, value=format_number(float(people[negative[0]]))
            )
        )
    missing = np.isnan(people)
    if missing.any():
        feedback.pushWarning(
            tr("{count} units have no value in “{column}” and count as uninhabited, first unit {unit}.").format(
                count=format_number(int(missing.sum())), column=column, unit=names[int(np.argmax(missing))]
            )
        )
    lost = float(np.nansum(people[~there]))
    if lost:
        feedback.pushWarning(
            tr("{population} inhabitants of units without a polygon are in no area.").format(
                population=format_number(lost)
            )
        )
    return np.where(missing, 0.0, people)


def _tell_repairs(
    outlines: Sequence[QgsGeometry], polygons: Sequence[QgsGeometry], feedback: QgsProcessingFeedback
) -> None:
    repaired = sum(polygon is not outline and not polygon.isNull() for outline, polygon in zip(outlines, polygons))
    if repaired:
        feedback.pushWarning(tr("{count} invalid outlines were repaired.").format(count=format_number(repaired)))


def _refuse_overlaps(units: Units, feedback: QgsProcessingFeedback) -> None:
    overlap = worst_overlap(units.geometries, feedback.isCanceled)
    if overlap is not None:
        first, second, area = overlap
        raise InputError(
            tr(
                "Units {first} and {second} overlap by {area} m². Every place may belong to one unit only; correct "
                "the outlines."
            ).format(first=units.names[first], second=units.names[second], area=format_number(area))
        )
