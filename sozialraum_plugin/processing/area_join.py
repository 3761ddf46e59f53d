"""The area of each point: by position in polygons, for the algorithms that take AREAS."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsWkbTypes,
)

from ..core.delineation.address_columns import text_column
from ..core.errors import InputError
from ..core.fields import AREA, AREA_NAME
from ..core.messages import tr
from ..geo.point_in_area import OUTSIDE, areas_and_hits
from .algorithm import SozialraumAlgorithm, check_cancelled
from .tables import point_coordinates, read_rows

_BORDER_SHARE = 0.02  # more points than that on borders means overlapping areas


@dataclass(frozen=True)
class AreaLayer:
    """Areas sorted by code: one entry per polygon; `names` maps every code to its name (empty without a name field)."""

    codes: list[str]
    geometries: list[QgsGeometry]
    names: dict[str, str]


def crs_of_points(source: QgsProcessingFeatureSource) -> QgsCoordinateReferenceSystem:
    """Return the CRS of a point layer. Raises InputError if it has no points or no CRS."""
    if QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.GeometryType.PointGeometry:
        raise InputError(
            tr("“{layer}” has no points, so no areas can be read from the map: give the field with the area.").format(
                layer=source.sourceName()
            )
        )
    if not source.sourceCrs().isValid():
        raise InputError(
            tr("“{layer}” has no coordinate reference system. Set it in the layer properties.").format(
                layer=source.sourceName()
            )
        )
    return source.sourceCrs()


def read_areas(
    source: QgsProcessingFeatureSource,
    code_field: str,
    name_field: str | None,
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> AreaLayer:
    """Return the areas of a polygon layer in `crs`; areas without a code are left out and named in the log.

    Raises InputError if no area has a code.
    """
    columns = [code_field, *([name_field] if name_field else [])]
    table, geometries = read_rows(source, feedback, columns, crs, context, with_geometry=True)
    codes = text_column(table[code_field])
    nameless = int((codes == "").sum())
    if nameless == len(codes):
        raise InputError(
            tr("“{layer}” has no area with a code in field “{field}”.").format(
                layer=source.sourceName(), field=code_field
            )
        )
    if nameless:
        feedback.pushWarning(
            tr("“{layer}”: {count} areas have no code in field “{field}” and are left out.").format(
                layer=source.sourceName(), count=nameless, field=code_field
            )
        )
    order = [row for row in np.argsort(codes.to_numpy(dtype=str), kind="stable") if codes[row]]
    names = text_column(table[name_field]) if name_field else pd.Series("", index=table.index)
    return AreaLayer(
        [codes[row] for row in order],
        [geometries[row] for row in order],
        {codes[row]: names[row] for row in order},
    )


@dataclass(frozen=True)
class Located:
    """Where points or rows lie: their `area` (code, empty if none), and the `names` of all areas by code.

    `outside` and `without_point` are masks; `on_border` counts points on the border of several areas.
    """

    area: pd.Series
    outside: np.ndarray
    without_point: np.ndarray
    names: dict[str, str]
    on_border: int = 0


class AreaAlgorithm(SozialraumAlgorithm):
    """Base of algorithms that take areas as polygons or as a field of the points."""

    AREAS = "AREAS"
    AREA_CODE_FIELD = "AREA_CODE_FIELD"
    AREA_NAME_FIELD = "AREA_NAME_FIELD"
    AREA_FIELD = "AREA_FIELD"

    def add_area_parameters(self, points: str, with_names: bool) -> None:
        """Add the areas and their fields; `points` is the parameter of the points that lie in them."""
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        self.add(
            QgsProcessingParameterFeatureSource(self.AREAS, tr("Areas"), [polygon], optional=True),
            tr(
                "Polygons of the areas. A point on the border of two belongs to the lower code. Not needed if the "
                "points or rows carry their area in a field; then only codes and names are taken from here."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.AREA_CODE_FIELD, tr("Code of the area"), AREA.name, self.AREAS, optional=True
            ),
            tr("Field of the areas with their code."),
        )
        if with_names:
            name = QgsProcessingParameterField(
                self.AREA_NAME_FIELD, tr("Name of the area"), AREA_NAME.name, self.AREAS, optional=True
            )
            self.add(name, tr("Field of the areas with their name. Not used if the layer does not have it."))
        self.add(
            QgsProcessingParameterField(self.AREA_FIELD, tr("Field with the area"), None, points, optional=True),
            tr(
                "Field of the points or rows with the code of their area, if they carry it already. "
                "It goes before AREAS."
            ),
        )

    def locate(
        self,
        parameters: dict[str, Any],
        points: QgsProcessingFeatureSource,
        table: pd.DataFrame,
        geometries: Sequence[QgsGeometry],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Located:
        """Return the area of each row of `table`, from its own field or by the position of its geometry.

        Raises InputError if neither areas nor field are given, or if there are no points to go by.
        """
        area_field = self.parameterAsString(parameters, self.AREA_FIELD, context)
        polygons = self.parameterAsSource(parameters, self.AREAS, context)
        if polygons is None and not area_field:
            raise InputError(
                tr(
                    "Give either the polygons of the areas (AREAS) or the field in which each row carries its area "
                    "(AREA_FIELD)."
                )
            )
        areas = AreaLayer([], [], {})
        if polygons is not None:
            crs = polygons.sourceCrs() if area_field else crs_of_points(points)
            areas = read_areas(polygons, *self._columns(parameters, polygons, context), crs, context, feedback)
        nowhere = np.zeros(len(table), dtype=bool)
        if area_field:
            return Located(text_column(table[area_field]), nowhere, nowhere, areas.names)
        area, missing, on_border = areas_by_position(geometries, areas, feedback)
        if on_border.sum() > _BORDER_SHARE * len(table):
            feedback.pushWarning(
                tr(
                    "{count} of {total} points lie in several areas of “{layer}”. If it holds several levels, give one "
                    "level only; if areas overlap, repair them."
                ).format(count=on_border.sum(), total=len(table), layer=polygons.sourceName())
            )
        return Located(area, (area == "").to_numpy() & ~missing, missing, areas.names, int(on_border.sum()))

    def _columns(
        self, parameters: dict[str, Any], polygons: QgsProcessingFeatureSource, context: QgsProcessingContext
    ) -> tuple[str, str | None]:
        """Return the field of the areas with their code and, if there is one, with their name."""
        code_field = self.parameterAsString(parameters, self.AREA_CODE_FIELD, context)
        if self.parameterDefinition(self.AREA_NAME_FIELD) is None:
            return code_field, None
        name_field = self.parameterAsString(parameters, self.AREA_NAME_FIELD, context)
        return code_field, name_field if name_field in polygons.fields().names() else None


def areas_by_position(
    points: Sequence[QgsGeometry], areas: AreaLayer, feedback: QgsProcessingFeedback
) -> tuple[pd.Series, np.ndarray, np.ndarray]:
    """Return each point's area code (empty outside), and masks of points without position and of points on borders.

    A point on the border of several areas belongs to the lowest code.
    """
    xy = point_coordinates(points)
    index, hits = areas_and_hits(xy, areas.geometries, lambda: check_cancelled(feedback))
    codes = np.array([*areas.codes, ""], dtype=object)
    return pd.Series(codes[np.where(index == OUTSIDE, -1, index)], dtype=object), np.isnan(xy[:, 0]), hits > 1
