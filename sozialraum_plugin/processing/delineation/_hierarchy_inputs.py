"""The areas of all levels, read from several layers into one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ...core.errors import InputError
from ...core.fields import ADDRESS_COUNT, AREA, AREA_NAME, COMMUNE, LEVEL, POPULATION, Field, Kind
from ...core.messages import tr
from ...geo.attributes import field_kind
from ...geo.cleaning import clean_polygons
from ..tables import read_rows, require_columns

_OPTIONAL = (AREA_NAME, COMMUNE, POPULATION, ADDRESS_COUNT)
PLACE = "place"  # layer and row of an area, in the user's words


@dataclass(frozen=True)
class Areas:
    """The areas of all layers (n rows), their polygons, and how many of these were repaired."""

    table: pd.DataFrame
    polygons: list[QgsGeometry]
    repaired: int


def read_areas(
    sources: Sequence[QgsProcessingFeatureSource],
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Areas:
    """Return all areas with the AREAS columns that their layers have; others are None.

    Raises MissingColumnError, and InputError naming layer and row of an area without code, level or polygon.
    """
    tables: list[pd.DataFrame] = []
    polygons: list[QgsGeometry] = []
    repaired = 0
    for source in sources:
        require_columns(source, [AREA.name, LEVEL.name])
        present = [field.name for field in _OPTIONAL if source.fields().indexFromName(field.name) >= 0]
        columns = [AREA.name, LEVEL.name, *present]
        table, geometries = read_rows(source, feedback, columns, crs, context, with_geometry=True)
        cleaned = clean_polygons(geometries)
        _require_complete(table, set(cleaned.rows.tolist()), source.sourceName())
        table[PLACE] = [_place(source.sourceName(), row) for row in table.index]
        tables.append(table.reindex(columns=[AREA.name, LEVEL.name, *(field.name for field in _OPTIONAL), PLACE]))
        polygons += cleaned.geometries
        repaired += cleaned.repaired
    if not polygons:
        raise InputError(tr("The layers hold no area."))
    return Areas(_as_text(pd.concat(tables, ignore_index=True)), polygons, repaired)


def _place(layer: str, row: int) -> str:
    return tr("“{layer}”, row {row}").format(layer=layer, row=row + 1)


def _require_complete(table: pd.DataFrame, with_polygon: set[int], layer: str) -> None:
    """Raise InputError for the first row without code, level or polygon."""
    for row in table.index:
        for field in (AREA, LEVEL):
            if table.at[row, field.name] in (None, ""):
                raise InputError(
                    tr("{place}: field “{field}” is empty. Every area needs a code and a level.").format(
                        place=_place(layer, row), field=field.name
                    )
                )
        if row not in with_polygon:
            raise InputError(
                tr("{place}: the area “{code}” has no polygon. Draw or remove it.").format(
                    place=_place(layer, row), code=table.at[row, AREA.name]
                )
            )


def _as_text(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with codes and names as text and None for what is missing."""
    table = table.astype(object).where(table.notna(), None)
    for field in (AREA, AREA_NAME, LEVEL, COMMUNE):
        table[field.name] = [None if value is None else str(value).strip() for value in table[field.name]]
    table[AREA_NAME.name] = table[AREA_NAME.name].fillna(table[AREA.name])
    return table


def count_field(sources: Sequence[QgsProcessingFeatureSource], field: Field) -> Field:
    """Return the field for a count: with decimals if any layer has it so."""
    kinds = [field_kind(found) for source in sources for found in source.fields() if found.name() == field.name]
    return Field(field.name, Kind.REAL) if Kind.REAL in kinds else field
