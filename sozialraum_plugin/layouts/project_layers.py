"""Opens the layers of a store and of a base map, and makes the map of the index."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsProviderRegistry, QgsVectorLayer, QgsVectorLayerJoinInfo

from ..core.errors import InputError
from ..core.fields import AREA, DYNAMICS, EXCLUDED, GROUP, STATUS
from ..core.messages import tr
from .layer_catalogue import ALL_LEVELS, INDEX, QUARTERS, SOCIAL_AREAS, LayerSpec, index_map_title, layer_title
from .status_style import status_renderer

JOIN_PREFIX = "index_"


def layer_names(file: Path) -> list[str]:
    """Return the names of the layers in a GeoPackage.

    Raises InputError if the file cannot be read.
    """
    names = [layer.name() for layer in QgsProviderRegistry.instance().querySublayers(str(file))]
    if not names:
        raise InputError(tr("“{file}” cannot be read as a GeoPackage, or it holds no layer.").format(file=file))
    return sorted(set(names))


def open_layers(file: Path, specs: Sequence[LayerSpec]) -> dict[str, QgsVectorLayer]:
    """Return the layers of `specs` that the file has, by name, titled and styled."""
    available = layer_names(file)
    layers = {}
    for spec in specs:
        if spec.name not in available:
            continue
        layer = open_layer(file, spec.name, layer_title(spec.name))
        if spec.style is not None and layer.isSpatial():
            spec.style(layer)
        layers[spec.name] = layer
    return layers


def open_layer(file: Path, name: str, title: str) -> QgsVectorLayer:
    """Return one layer of a GeoPackage.

    Raises InputError if it is damaged.
    """
    layer = QgsVectorLayer(f"{file}|layername={name}", title, "ogr")
    if not layer.isValid():
        raise InputError(tr("Layer “{layer}” in “{file}” cannot be opened.").format(layer=name, file=file))
    return layer


def index_map(file: Path, layers: dict[str, QgsVectorLayer]) -> QgsVectorLayer | None:
    """Return a layer that shows the index: the index itself if it has polygons, else the areas joined to its table.

    Of Sozialräume, Quartiere and all levels, the layer that holds most of the index's areas is taken. None if there is
    no index or no area of it.
    """
    index = layers.get(INDEX)
    if index is None or GROUP.name not in index.fields().names():
        return None
    if index.isSpatial():
        shown = open_layer(file, INDEX, index_map_title())
        shown.setRenderer(status_renderer(GROUP.name, _has_dynamics(index)))
        return shown
    name = _layer_of_areas(index, layers)
    if name is None:
        return None
    shown = open_layer(file, name, index_map_title())
    shown.addJoin(_join(index))
    shown.setRenderer(status_renderer(JOIN_PREFIX + GROUP.name, _has_dynamics(index)))
    if name == ALL_LEVELS:
        _only_areas_of(shown, index)
    return shown


def _layer_of_areas(index: QgsVectorLayer, layers: dict[str, QgsVectorLayer]) -> str | None:
    """Return the name of the layer whose areas the index describes."""
    codes = _codes(index)
    shared = {
        name: len(codes & _codes(layers[name])) for name in (SOCIAL_AREAS, QUARTERS, ALL_LEVELS) if name in layers
    }
    best = max(shared, key=lambda name: shared[name], default=None)
    return best if best is not None and shared[best] > 0 else None


def _codes(layer: QgsVectorLayer) -> set[str]:
    position = layer.fields().indexFromName(AREA.name)
    return {str(value) for value in layer.uniqueValues(position)} if position >= 0 else set()


def _has_dynamics(index: QgsVectorLayer) -> bool:
    position = index.fields().indexFromName(DYNAMICS.name)
    return position >= 0 and any(str(value) in ("+", "+/-", "-") for value in index.uniqueValues(position))


def _join(index: QgsVectorLayer) -> QgsVectorLayerJoinInfo:
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(index)
    join.setJoinFieldName(AREA.name)
    join.setTargetFieldName(AREA.name)
    join.setPrefix(JOIN_PREFIX)
    join.setUsingMemoryCache(True)
    wanted = {field.name for field in (GROUP, STATUS, DYNAMICS, EXCLUDED)}
    # In the order of the table: QGIS 3.22 names cached fields in that order, whatever the order of the subset.
    join.setJoinFieldNamesSubset([name for name in index.fields().names() if name in wanted])
    return join


def _only_areas_of(shown: QgsVectorLayer, index: QgsVectorLayer) -> None:
    """Leave out the areas of the other levels, which would lie over one another."""
    codes = ", ".join("'" + code.replace("'", "''") + "'" for code in sorted(_codes(index)))
    shown.setSubsetString(f'"{AREA.name}" IN ({codes})')
