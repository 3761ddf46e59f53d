"""Which layers of a project hold its addresses and its areas: the chosen ones, else those that fit."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer, QgsWkbTypes

from .address_roles import ADDRESS_ROLES, AREA_ROLES, layer_roles

SCOPE = "Sozialraum"
LAYER_ENTRY = "adressen/layer"
AREA_ENTRY = "adressen/gebiete"


def is_address_layer(layer: QgsMapLayer | None) -> bool:
    """Tell whether a layer is of points with a street and a house number."""
    if not _is_of(layer, QgsWkbTypes.GeometryType.PointGeometry):
        return False
    return {"strasse", "hausnummer"} <= layer_roles(layer, ADDRESS_ROLES).keys()


def is_area_layer(layer: QgsMapLayer | None) -> bool:
    """Tell whether a layer is of polygons with the code of an area."""
    return _is_of(layer, QgsWkbTypes.GeometryType.PolygonGeometry) and "gebiet" in layer_roles(layer, AREA_ROLES)


def address_layer(project: QgsProject) -> QgsVectorLayer | None:
    """Return the layer that the project names, else its first address layer, one with areas before others."""
    chosen = chosen_layer(project, LAYER_ENTRY)
    if is_address_layer(chosen):
        return chosen
    layers = [layer for layer in project.mapLayers().values() if is_address_layer(layer)]
    layers.sort(key=lambda layer: (not _has_areas(layer), layer.name(), layer.id()))
    return layers[0] if layers else None


def area_layers(project: QgsProject) -> list[QgsVectorLayer]:
    """Return the layer that the project names, else all that fit, in the order of their names."""
    chosen = chosen_layer(project, AREA_ENTRY)
    if is_area_layer(chosen):
        return [chosen]
    layers = [layer for layer in project.mapLayers().values() if is_area_layer(layer)]
    return sorted(layers, key=lambda layer: (layer.name(), layer.id()))


def chosen_layer(project: QgsProject, entry: str) -> QgsMapLayer | None:
    """Return the layer that an entry of the project names, None where it names none or that is gone."""
    return project.mapLayer(project.readEntry(SCOPE, entry, "")[0])


def _is_of(layer: QgsMapLayer | None, geometry: QgsWkbTypes.GeometryType) -> bool:
    return isinstance(layer, QgsVectorLayer) and layer.isValid() and layer.geometryType() == geometry


def _has_areas(layer: QgsVectorLayer) -> bool:
    return bool({"quartier", "sozialraum", "gebiet"} & layer_roles(layer, ADDRESS_ROLES).keys())
