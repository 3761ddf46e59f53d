"""Layers of a project that must not leave the office: they say so in the layer tree, and the project in its title."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsVectorLayer

from ..core.fields import CONFIDENTIALITY, FLAG, POPULATION, Flag
from ..core.publication import INTERNAL_NOTE, internal_by_nature
from ..geo.attributes import is_null


def mark_internal_layers(layers: Mapping[str, QgsVectorLayer]) -> list[str]:
    """Add the note to the titles of internal layers and return their names in the store."""
    found = [name for name, layer in layers.items() if is_internal(layer)]
    for name in found:
        layers[name].setName(noted(layers[name].name()))
    return found


def noted(title: str) -> str:
    """Return a title with the note that it is internal."""
    return f"{title} ({INTERNAL_NOTE})"


def is_internal(layer: QgsVectorLayer) -> bool:
    """Tell whether a layer holds what publication would hide; see core/publication.py."""
    names = layer.fields().names()
    if Flag.INTERNAL in _values(layer, FLAG.name) or _values(layer, CONFIDENTIALITY.name):
        return True
    if not internal_by_nature(names):
        return False
    return POPULATION.name not in names or bool(_values(layer, POPULATION.name))


def _values(layer: QgsVectorLayer, column: str) -> set[str]:
    """Return the texts of a column, without empty ones; none if the layer does not have it."""
    position = layer.fields().indexFromName(column)
    if position < 0:
        return set()
    return {str(value) for value in layer.uniqueValues(position) if not is_null(value) and str(value).strip()}
