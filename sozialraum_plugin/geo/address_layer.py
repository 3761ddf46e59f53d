"""The address layer of a project as an index: which layer, which fields, and reading it outside the main thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd
from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer, QgsVectorLayerFeatureSource, QgsWkbTypes

from ..core.addresses.address_index import AddressIndex, build_index
from .attributes import is_null

SCOPE = "Sozialraum"
LAYER_ENTRY = "adressen/layer"
_FIELDS = {
    "strasse": ("strasse", "straße", "str_name", "strname", "street"),
    "hausnummer": ("hausnummer", "hausnr", "hnr", "hsnr"),
    "zusatz": ("zusatz", "adz", "hsnrzu"),
    "plz": ("plz", "postleitzahl"),
    "ort": ("gemeinde_name", "ort"),
    "quartier": ("quartier",),
    "sozialraum": ("sozialraum",),
    "gebiet": ("gebiet",),
}
_POLL_EVERY = 1000


def field_roles(names: Iterable[str]) -> dict[str, str]:
    """Return which field of a layer plays which role of an address list; case does not count."""
    present = {name.lower(): name for name in names}
    roles = {}
    for role, known in _FIELDS.items():
        found = next((present[name] for name in known if name in present), None)
        if found is not None:
            roles[role] = found
    return roles


def is_address_layer(layer: object) -> bool:
    """Tell whether a layer is of points with a street and a house number."""
    if not isinstance(layer, QgsVectorLayer) or layer.geometryType() != QgsWkbTypes.GeometryType.PointGeometry:
        return False
    roles = field_roles(layer.fields().names())
    return layer.isValid() and "strasse" in roles and "hausnummer" in roles


def address_layer(project: QgsProject) -> QgsVectorLayer | None:
    """Return the layer that the project names, else its first address layer, one with areas before others."""
    chosen = project.mapLayer(project.readEntry(SCOPE, LAYER_ENTRY, "")[0])
    if is_address_layer(chosen):
        return chosen
    layers = [layer for layer in project.mapLayers().values() if is_address_layer(layer)]
    layers.sort(key=lambda layer: (not _has_areas(layer), layer.name()))
    return layers[0] if layers else None


def _has_areas(layer: QgsVectorLayer) -> bool:
    return bool({"quartier", "sozialraum", "gebiet"} & set(field_roles(layer.fields().names())))


class LayerSnapshot:
    """What is needed to read a layer in any thread; made in the main thread. The index is built once."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self.layer_id = layer.id()
        self.crs = layer.crs()
        self._source = QgsVectorLayerFeatureSource(layer)
        self._roles = field_roles(layer.fields().names())
        self._at = {role: layer.fields().lookupField(name) for role, name in self._roles.items()}
        self._lock = threading.Lock()
        self._builder: int | None = None
        self._index: AddressIndex | None = None

    @property
    def index(self) -> AddressIndex | None:
        """Return the finished index, None before that."""
        return self._index

    def build(self, cancelled: Callable[[], bool] = lambda: False) -> AddressIndex | None:
        """Return the index, built now if need be; None if cancelled or asked for by the building itself."""
        if self._index is not None:
            return self._index
        if self._builder == threading.get_ident():
            return None  # a virtual field of the layer asks for its own index
        with self._lock:
            if self._index is None:
                self._builder = threading.get_ident()
                try:
                    self._index = self._read(cancelled)
                finally:
                    self._builder = None
            return self._index

    def _read(self, cancelled: Callable[[], bool]) -> AddressIndex | None:
        request = QgsFeatureRequest().setSubsetOfAttributes(list(self._at.values()))
        places = list(self._at.values())
        rows, points = [], []
        for number, feature in enumerate(self._source.getFeatures(request)):
            if number % _POLL_EVERY == 0 and cancelled():
                return None
            values = feature.attributes()
            rows.append([None if is_null(values[place]) else values[place] for place in places])
            geometry = feature.geometry()
            point = None if geometry.isEmpty() else geometry.boundingBox().center()
            points.append((np.nan, np.nan) if point is None else (point.x(), point.y()))
        return build_index(pd.DataFrame(rows, columns=list(self._at), dtype=object), np.array(points, dtype=float))
