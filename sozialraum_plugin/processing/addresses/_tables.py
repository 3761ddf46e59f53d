"""Address tables that OGR opens: spreadsheets, GeoPackages, shapefiles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.addresses.formats.delimited import raw_from_frame
from ...core.addresses.formats.raw import RawAddresses
from ...core.errors import InputError
from ...core.messages import tr
from ..tables import point_coordinates, read_rows

_TEXT_SUFFIXES = (".csv", ".txt", ".tsv", ".dat", ".asc", ".gz", ".zip", "")
_NAMED_BY_OGR = re.compile(r"Field\d+")
_GEOMETRY_X, _GEOMETRY_Y = "x of the geometry", "y of the geometry"


def is_text(path: Path) -> bool:
    """Tell whether the file is delimited text by its name."""
    return path.suffix.lower() in _TEXT_SUFFIXES


def read_with_ogr(
    uri: str, columns: Mapping[str, str], context: QgsProcessingContext, feedback: QgsProcessingFeedback
) -> tuple[RawAddresses, QgsCoordinateReferenceSystem | None]:
    """Read a table; without coordinate columns the points of its geometry, and then their CRS, are taken.

    `uri` is a path, if need be with ``|layername=...``. Raises InputError if it cannot be opened.
    """
    layer = QgsVectorLayer(uri, Path(uri.partition("|")[0]).name, "ogr")
    if not layer.isValid():
        raise InputError(tr("The file {path} cannot be opened as a table.").format(path=uri))
    has_points = layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
    frame, geometries = read_rows(QgsProcessingFeatureSource(layer, context), feedback, with_geometry=has_points)
    if not has_points or columns.get("x"):
        return raw_from_frame(_with_head(frame), columns, layer.name()), None
    points = pd.DataFrame(point_coordinates(geometries), columns=[_GEOMETRY_X, _GEOMETRY_Y], dtype=object)
    chosen = {**columns, "x": _GEOMETRY_X, "y": _GEOMETRY_Y}
    return raw_from_frame(frame.join(points), chosen, layer.name()), layer.crs()


def _with_head(frame: pd.DataFrame) -> pd.DataFrame:
    """Take the first row for the head where OGR found none, as in a sheet that holds nothing but text."""
    if frame.empty or not all(_NAMED_BY_OGR.fullmatch(name) for name in frame.columns):
        return frame
    head = ["" if cell is None else str(cell).strip() for cell in frame.iloc[0]]
    return frame.iloc[1:].set_axis(head, axis=1).reset_index(drop=True)
