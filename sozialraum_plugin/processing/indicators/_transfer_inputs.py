"""Areas, tables and weights that `transfer` reads."""

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
    QgsWkbTypes,
)

from ...core.addresses.cells import cell_text
from ...core.addresses.coordinates import read_decimals
from ...core.delineation.address_columns import text_column
from ...core.delineation.building_types import Use, building_uses
from ...core.errors import InputError
from ...core.fields import AREA_NAME, LEVEL
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.transfer_weights import address_floor_space, building_floor_space
from ..tables import point_coordinates, read_rows, require_columns

_NOBODY_LIVES = (Use.NON_RESIDENTIAL, Use.OUTBUILDING)


@dataclass(frozen=True)
class Areas:
    """Areas by code, without repetition, in the order of first mention; `texts` has name and level where there are."""

    codes: list[str]
    geometries: list[QgsGeometry]
    table: pd.DataFrame
    texts: dict[str, list[str | None]]


@dataclass(frozen=True)
class WeightPoints:
    """Points (n, 2) and their weights (n, c) by class of density."""

    points: np.ndarray
    weights: np.ndarray


def read_transfer_areas(
    source: QgsProcessingFeatureSource,
    code_field: str,
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Areas:
    """Return the areas in `crs`; several polygons with one code are one area.

    Raises InputError without CRS or any code; areas without a code are left out and named in the log.
    """
    if not source.sourceCrs().isValid():
        raise InputError(
            tr("“{layer}” has no coordinate reference system. Set it in the layer properties.").format(
                layer=source.sourceName()
            )
        )
    require_columns(source, [code_field])
    table, geometries = read_rows(source, feedback, crs=crs, context=context, with_geometry=True)
    codes = text_column(table[code_field])
    good = np.flatnonzero((codes != "").to_numpy())
    if not len(good):
        raise InputError(
            tr("“{layer}” has no area with a code in field “{field}”.").format(
                layer=source.sourceName(), field=code_field
            )
        )
    if len(good) < len(codes):
        feedback.pushWarning(
            tr("“{layer}”: {count} areas have no code in field “{field}” and are left out.").format(
                layer=source.sourceName(), count=len(codes) - len(good), field=code_field
            )
        )
    parts: dict[str, list[int]] = {}
    for row in good.tolist():
        parts.setdefault(codes[row], []).append(row)
    shapes = [
        geometries[rows[0]] if len(rows) == 1 else QgsGeometry.unaryUnion([geometries[row] for row in rows])
        for rows in parts.values()
    ]
    firsts = [rows[0] for rows in parts.values()]
    texts = {field.name: table[field.name].iloc[firsts].tolist() for field in (AREA_NAME, LEVEL) if field.name in table}
    kept = table.iloc[good].assign(**{code_field: codes.iloc[good]}).reset_index(drop=True)
    return Areas(list(parts), shapes, kept, texts)


def read_weights(
    source: QgsProcessingFeatureSource,
    field: str,
    buildings: QgsProcessingFeatureSource | None,
    kinds: tuple[str, str],
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> WeightPoints:
    """Return the weights of a layer of addresses or buildings; `kinds` are the buildings' fields of use and storeys.

    Raises InputError if the layer has neither points nor polygons, or a weight is negative or no number.
    """
    kind = QgsWkbTypes.geometryType(source.wkbType())
    is_point = kind == QgsWkbTypes.GeometryType.PointGeometry
    if not is_point and kind != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise InputError(tr("WEIGHTS: “{layer}” has no points or polygons.").format(layer=source.sourceName()))
    columns = [name for name in dict.fromkeys([field, *(kinds if not is_point else ())]) if name]
    columns = [name for name in columns if name in source.fields().names() or name == field]
    table, geometries = read_rows(source, feedback, columns, crs, context, with_geometry=True)
    points = point_coordinates(geometries) if is_point else _inner_points(geometries)
    if field:
        feedback.pushInfo(tr("Shared out by “{field}” of “{layer}”.").format(field=field, layer=source.sourceName()))
        return WeightPoints(points, _field_weights(table[field], source.sourceName(), feedback)[:, None])
    if not is_point:
        feedback.pushInfo(tr("Shared out by the floor space of “{layer}”.").format(layer=source.sourceName()))
        footprint = np.array([0.0 if geometry.isNull() else geometry.area() for geometry in geometries])
        return WeightPoints(points, building_floor_space(footprint, *_levels_and_use(table, kinds)))
    if buildings is None:
        feedback.pushInfo(tr("Shared out by the number of points of “{layer}”.").format(layer=source.sourceName()))
        return WeightPoints(points, np.ones((len(points), 1)))
    return WeightPoints(points, _by_buildings(points, buildings, kinds, crs, context, feedback))


def _by_buildings(
    points: np.ndarray,
    buildings: QgsProcessingFeatureSource,
    kinds: tuple[str, str],
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> np.ndarray:
    columns = [name for name in dict.fromkeys(kinds) if name]
    table, geometries = read_rows(buildings, feedback, columns, crs, context, with_geometry=True)
    weights, found = address_floor_space(points, geometries, *_levels_and_use(table, kinds), feedback.isCanceled)
    feedback.pushInfo(
        tr(
            "Shared out by the floor space at addresses: {housed} addresses in a building, {homeless} without one "
            "(these weigh as the median address), {excluded} in buildings where nobody lives (no weight)."
        ).format(**{name: format_number(count) for name, count in found.items()})
    )
    return weights


def _levels_and_use(table: pd.DataFrame, kinds: tuple[str, str]) -> tuple[np.ndarray, np.ndarray]:
    """Return storeys (b,), NaN where unknown, and whether people may live there."""
    use_field, levels_field = kinds
    levels = np.full(len(table), np.nan)
    if levels_field and levels_field in table:
        levels = read_decimals(table[levels_field].map(cell_text)).to_numpy(dtype=float)
    residential = np.ones(len(table), dtype=bool)
    if use_field and use_field in table:
        residential = ~np.isin(building_uses(table[use_field])[0], _NOBODY_LIVES)
    return levels, residential


def _field_weights(column: pd.Series, layer: str, feedback: QgsProcessingFeedback) -> np.ndarray:
    texts = column.map(cell_text)
    values = read_decimals(texts).to_numpy(dtype=float)
    wrong = (np.isnan(values) & (texts != "").to_numpy()) | (values < 0)
    if wrong.any():
        row = int(np.flatnonzero(wrong)[0])
        raise InputError(
            tr("“{layer}”, row {row}, field “{field}”: “{cell}” is no weight; it must be 0 or more.").format(
                layer=layer, row=row + 1, field=column.name, cell=texts.iloc[row]
            )
        )
    empty = int(np.isnan(values).sum())
    if empty:
        feedback.pushWarning(
            tr("“{layer}”: {count} rows have no weight in “{field}”; they weigh nothing.").format(
                layer=layer, count=format_number(empty), field=column.name
            )
        )
    return np.nan_to_num(values)


def _inner_points(geometries: Sequence[QgsGeometry]) -> np.ndarray:
    points = [QgsGeometry() if geometry.isNull() else geometry.pointOnSurface() for geometry in geometries]
    return point_coordinates(points)
