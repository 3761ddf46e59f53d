"""Text files that are not in UTF-8, which QGIS would read with broken umlauts."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pandas as pd
from osgeo import gdal
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.addresses.text_files import decode, detect_encoding
from ..core.messages import tr

_TEXT_FILES = {".csv", ".txt", ".tsv"}
_LOST_SIGN = "\ufffd"


def readable_source(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> QgsProcessingFeatureSource | None:
    """Return the source of a parameter; a text file in another encoding than UTF-8 is read in its own, in memory."""
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None or isinstance(parameters.get(name), QgsProcessingFeatureSourceDefinition):
        return source
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    recoded = _recoded(layer, context) if layer is not None else None
    return source if recoded is None else QgsProcessingFeatureSource(recoded, context)


def _recoded(layer: QgsVectorLayer, context: QgsProcessingContext) -> QgsVectorLayer | None:
    """Return a memory layer of the layer's file in its right encoding; None if there is nothing to mend."""
    provider = layer.dataProvider()
    if provider is None or provider.name() != "ogr" or layer.subsetString():
        return None
    path = Path(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path", ""))
    if path.suffix.lower() not in _TEXT_FILES or not path.is_file():
        return None
    data = path.read_bytes()
    if detect_encoding(data).startswith("utf-8"):
        return None
    text = decode(data)
    inner = f"/vsimem/{uuid4().hex}/{path.name}"
    gdal.FileFromMemBuffer(inner, text.text.encode("utf-8"))
    try:
        copy = QgsVectorLayer(inner, layer.name(), "ogr").materialize(QgsFeatureRequest())
    finally:
        gdal.Unlink(inner)
    if copy is None or not copy.isValid():
        return None
    copy.setName(layer.name())
    context.temporaryLayerStore().addMapLayer(copy)
    if context.feedback() is not None:
        context.feedback().pushInfo(
            tr("{file} is not in UTF-8, but in {encoding}; it is read so.").format(
                file=path.name, encoding=text.encoding
            )
        )
    return copy


def warn_of_lost_signs(
    source: QgsProcessingFeatureSource, table: pd.DataFrame, feedback: QgsProcessingFeedback
) -> None:
    """Tell the user of texts with signs that were lost when the source was read in a wrong encoding."""
    names = sum(_LOST_SIGN in name for name in table.columns)
    cells = sum(_LOST_SIGN in cell for name in table for cell in table[name] if isinstance(cell, str))
    if names or cells:
        feedback.pushWarning(
            tr(
                "“{layer}” has {count} texts with a lost sign (\ufffd): its encoding is set wrong. Correct it under "
                "layer properties > Source, or save the file as UTF-8."
            ).format(layer=source.sourceName(), count=names + cells)
        )
