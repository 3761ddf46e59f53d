"""Sources of a parameter that takes several layers."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource, QgsVectorLayer

from ..core.errors import InputError
from ..core.messages import tr
from .algorithm import SozialraumAlgorithm


def layer_sources(
    algorithm: SozialraumAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> list[QgsProcessingFeatureSource]:
    """Return one source a layer, in the user's order; none if the parameter is empty.

    Raises InputError where a layer is no vector layer or cannot be read.
    """
    if parameters.get(name) in (None, "", []):
        return []
    layers = algorithm.parameterAsLayerList(parameters, name, context)
    if not layers or not all(isinstance(layer, QgsVectorLayer) and layer.isValid() for layer in layers):
        raise InputError(tr("{parameter}: the layer or table cannot be read.").format(parameter=name))
    return [QgsProcessingFeatureSource(layer, context) for layer in layers]
