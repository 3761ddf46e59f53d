"""Helpers for tests that run an algorithm in real QGIS."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from sozialraum_plugin.core.fields import Field, Kind
from sozialraum_plugin.geo.attributes import attribute, plain, qgs_fields


def algorithm(name: str) -> QgsProcessingAlgorithm:
    """Return a fresh copy of an algorithm of our provider."""
    found = QgsApplication.processingRegistry().algorithmById(f"sozialraum:{name}")
    assert found is not None, f"sozialraum:{name} is not registered"
    return found.create()


def run(name: str, parameters: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Run an algorithm; return its outputs (layers as QgsVectorLayer) and its log; fail the test if it fails."""
    results, log, good = attempt(name, parameters)
    assert good, log
    return results, log


def attempt(name: str, parameters: dict[str, Any]) -> tuple[dict[str, Any], str, bool]:
    """Run an algorithm that may fail; return outputs, log and whether it succeeded."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = QgsProcessingFeedback(False)
    instance = algorithm(name)
    good, reason = instance.checkParameterValues(parameters, context)
    if not good:
        return {}, reason, False
    results, good = instance.run(parameters, context, feedback)
    layers = {key: _layer_or_value(value, context) for key, value in results.items()}
    return layers, feedback.textLog(), good


def _layer_or_value(value: Any, context: QgsProcessingContext) -> Any:
    """Return the temporary layer that an output names, or the output itself."""
    if not isinstance(value, str) or context.getMapLayer(value) is None:
        return value
    return context.takeResultLayer(value) or context.getMapLayer(value)


def table_of(layer: QgsVectorLayer | str) -> pd.DataFrame:
    """Return the attributes of a layer (or of a path) as a frame of plain Python values."""
    if isinstance(layer, (str, Path)):
        layer = QgsVectorLayer(str(layer), "layer", "ogr")
    assert layer.isValid()
    names = layer.fields().names()
    return pd.DataFrame([[plain(v) for v in f.attributes()] for f in layer.getFeatures()], columns=names, dtype=object)


def memory_layer(
    geometry_type: str,
    rows: Sequence[dict[str, Any]],
    kinds: dict[str, Kind],
    wkts: Sequence[str] | None = None,
    crs: str = "EPSG:25832",
    name: str = "layer",
) -> QgsVectorLayer:
    """Return a memory layer (`geometry_type` ``Polygon``, ``Point``, ``NoGeometry`` ...) of the given rows."""
    layer = QgsVectorLayer(f"{geometry_type}?crs={crs}", name, "memory")
    fields = qgs_fields(Field(key, kind) for key, kind in kinds.items())
    layer.dataProvider().addAttributes(list(fields))
    layer.updateFields()
    for number, row in enumerate(rows):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([attribute(row.get(key), kind) for key, kind in kinds.items()])
        if wkts is not None:
            feature.setGeometry(QgsGeometry.fromWkt(wkts[number]))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer
