"""Reading Processing sources into pandas and writing tables into sinks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ..core.errors import InputError, MissingColumnError
from ..core.fields import Field
from ..core.messages import tr
from ..core.publication import refuse_leaks
from ..geo.attributes import attribute, field_kind, plain, qgs_fields
from ..geo.metric import is_metric, middle_in_degrees, utm_zone, zone_of
from .algorithm import SozialraumAlgorithm, check_cancelled
from .encoding import readable_source, warn_of_lost_signs

POLL_EVERY = 1000


def required_source(
    algorithm: SozialraumAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> QgsProcessingFeatureSource:
    """Return the source of a parameter; raise InputError naming the parameter if it cannot be read."""
    source = readable_source(algorithm, parameters, name, context)
    if source is None:
        raise InputError(tr("{parameter}: the layer or table cannot be read.").format(parameter=name))
    return source


def require_columns(source: QgsProcessingFeatureSource, columns: Iterable[str]) -> None:
    """Raise MissingColumnError for the first of `columns` that the source does not have."""
    available = source.fields().names()
    for column in columns:
        if column not in available:
            raise MissingColumnError(column, source.sourceName(), available)


def read_rows(
    source: QgsProcessingFeatureSource,
    feedback: QgsProcessingFeedback,
    columns: Sequence[str] | None = None,
    crs: QgsCoordinateReferenceSystem | None = None,
    context: QgsProcessingContext | None = None,
    with_geometry: bool = False,
) -> tuple[pd.DataFrame, list[QgsGeometry]]:
    """Return the attributes of all features (object columns, None for NULL) and, if asked, their geometries.

    Geometries come in `crs` if given (then `context` too). The frame's index is 0 to n-1, in the order of the source.
    QGIS's own check of geometries is off, because it ends the run; whoever needs valid ones mends and counts them.
    Raises MissingColumnError and CancelledError.
    """
    names = list(columns) if columns is not None else source.fields().names()
    require_columns(source, names)
    request = QgsFeatureRequest()
    request.setSubsetOfAttributes(names, source.fields())
    if not with_geometry:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    elif crs is not None and context is not None:
        request.setDestinationCrs(crs, context.transformContext())
    positions = [source.fields().indexFromName(name) for name in names]
    rows: list[list[Any]] = []
    geometries: list[QgsGeometry] = []
    unchecked = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for number, feature in enumerate(source.getFeatures(request, unchecked)):
        if number % POLL_EVERY == 0:
            check_cancelled(feedback)
        values = feature.attributes()
        rows.append([plain(values[position]) for position in positions])
        if with_geometry:
            geometries.append(feature.geometry())
    table = pd.DataFrame(rows, columns=names, dtype=object)
    warn_of_lost_signs(source, table, feedback)
    return table, geometries


def read_table(
    source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback, columns: Sequence[str] | None = None
) -> pd.DataFrame:
    """Return the attributes of all features, without geometry; see `read_rows`."""
    return read_rows(source, feedback, columns)[0]


def point_coordinates(geometries: Sequence[QgsGeometry]) -> np.ndarray:
    """Return an (n, 2) array of x, y; NaN where a geometry is empty. A multipoint counts by its first point."""
    result = np.full((len(geometries), 2), np.nan)
    for row, geometry in enumerate(geometries):
        if not geometry.isNull() and not geometry.isEmpty():
            vertex = geometry.vertexAt(0)
            result[row] = vertex.x(), vertex.y()
    return result


def metric_crs(source: QgsProcessingFeatureSource) -> QgsCoordinateReferenceSystem:
    """Return the source's CRS if it measures in metres, else the UTM zone of its middle (EPSG:25831 to 25833).

    Raises InputError if the source has no CRS, or one that cannot hold its coordinates.
    """
    crs = source.sourceCrs()
    if not crs.isValid():
        raise InputError(
            tr("“{layer}” has no coordinate reference system. Set it in the layer properties.").format(
                layer=source.sourceName()
            )
        )
    if is_metric(crs):
        return crs
    center = source.sourceExtent().center()
    middle = np.array([[center.x(), center.y()]])
    longitude, _ = middle_in_degrees(middle, crs, QgsProcessingContext().transformContext())
    return utm_zone(zone_of(longitude))


def existing_fields(source: QgsProcessingFeatureSource, without: Iterable[str] = ()) -> list[Field]:
    """Return the fields of a source as ours, leaving out some and QGIS's own `fid`."""
    left_out = {name.lower() for name in without} | {"fid"}
    return [Field(field.name(), field_kind(field)) for field in source.fields() if field.name().lower() not in left_out]


def write_rows(
    algorithm: SozialraumAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    table: pd.DataFrame,
    fields: Sequence[Field],
    geometries: Sequence[QgsGeometry] | None = None,
    wkb_type: QgsWkbTypes.Type = QgsWkbTypes.Type.NoGeometry,
    crs: QgsCoordinateReferenceSystem | None = None,
) -> str | None:
    """Write `table` (columns named as `fields`) with its geometries into the sink `name` and return the sink's id.

    Returns None if the user did not ask for this optional output. Raises InputError if it cannot be written, or if a
    hidden row still has a number (see core/publication.py).
    """
    refuse_leaks(table[[field.name for field in fields]], name)
    layout = qgs_fields(fields)
    sink, target = algorithm.parameterAsSink(
        parameters, name, context, layout, wkb_type, crs or QgsCoordinateReferenceSystem()
    )
    if sink is None:
        if parameters.get(name) in (None, ""):
            return None
        raise InputError(tr("{output} cannot be written to {target}.").format(output=name, target=parameters[name]))
    columns = [table[field.name].tolist() for field in fields]
    kinds = [field.kind for field in fields]
    for row, values in enumerate(zip(*columns)):
        if row % POLL_EVERY == 0:
            check_cancelled(feedback)
        feature = QgsFeature(layout)
        feature.setAttributes([attribute(value, kind) for value, kind in zip(values, kinds)])
        if geometries is not None:
            feature.setGeometry(geometries[row])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise InputError(
                tr("{output}: row {row} cannot be written: {reason}").format(
                    output=name, row=row + 1, reason=sink.lastError()
                )
            )
    return target
