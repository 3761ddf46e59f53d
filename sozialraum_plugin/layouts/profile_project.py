"""A project in memory with the layers of the profiles; the user's project is never touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ..core.fields import AREA, AREA_NAME, COMMUNE, LEVEL, Field
from ..core.profiles.places import Place, Places
from ..core.profiles.table import profile_fields
from ..geo.attributes import attribute, qgs_fields

AREA_FIELDS = (AREA, AREA_NAME, LEVEL, COMMUNE)
LOCATOR_MARGIN = 0.04


def profile_project(
    profile_layer: QgsVectorLayer,
    areas_layer: QgsVectorLayer,
    background: Mapping[str, QgsVectorLayer],
    transforms: QgsCoordinateTransformContext,
) -> tuple[QgsProject, dict[str, QgsVectorLayer]]:
    """Return a project of the layers, and the copies of the background layers that it holds."""
    project = QgsProject()
    project.setCrs(profile_layer.crs())
    project.setTransformContext(transforms)
    copies = {kind: layer.clone() for kind, layer in background.items()}
    project.addMapLayers([profile_layer, areas_layer, *copies.values()])
    return project, copies


def profile_layer(
    table: pd.DataFrame, geometries: Sequence[QgsGeometry], crs: QgsCoordinateReferenceSystem
) -> QgsVectorLayer:
    """Return the coverage layer of the atlas."""
    return _polygon_layer("profile", profile_fields(), table, geometries, crs)


def areas_layer(
    areas: pd.DataFrame, geometries: Sequence[QgsGeometry], crs: QgsCoordinateReferenceSystem
) -> QgsVectorLayer:
    """Return the areas of all levels, for the neighbours and the locator map."""
    return _polygon_layer("gebiete", AREA_FIELDS, areas.reindex(columns=[f.name for f in AREA_FIELDS]), geometries, crs)


def _polygon_layer(
    name: str,
    fields: Sequence[Field],
    table: pd.DataFrame,
    geometries: Sequence[QgsGeometry],
    crs: QgsCoordinateReferenceSystem,
) -> QgsVectorLayer:
    layer = QgsVectorLayer("MultiPolygon", name, "memory")
    layer.setCrs(crs)
    layer.dataProvider().addAttributes(list(qgs_fields(fields)))
    layer.updateFields()
    features = []
    for values, geometry in zip(table[[field.name for field in fields]].itertuples(index=False), geometries):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([attribute(value, field.kind) for value, field in zip(values, fields)])
        feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def multipart(geometry: QgsGeometry) -> QgsGeometry:
    """Return a copy of a polygon as a multipolygon without Z and M."""
    result = QgsGeometry(geometry)
    if not result.isNull():
        result.get().dropZValue()
        result.get().dropMValue()
        result.convertToMultiType()
    return result


def locator_extents(
    places: Places, targets: Iterable[Place], shapes: Mapping[str, QgsGeometry]
) -> dict[str, tuple[float, ...]]:
    """Return xmin, ymin, xmax, ymax of the locator map for each area: all areas of its commune, or of the level."""
    groups: dict[str, QgsRectangle] = {}
    keys = {place.code: _commune_key(places, place) for place in targets}
    for code, key in keys.items():
        groups.setdefault(key, QgsRectangle()).combineExtentWith(shapes[code].boundingBox())
    for box in groups.values():
        box.grow(LOCATOR_MARGIN * max(box.width(), box.height()))
    return {
        code: (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        for code, box in ((code, groups[key]) for code, key in keys.items())
    }


def _commune_key(places: Places, place: Place) -> str:
    commune = places.commune_of(place)
    return commune.code if commune is not None else place.commune
