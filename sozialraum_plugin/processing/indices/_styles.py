"""Gives an output of an index its style when QGIS loads it."""

from __future__ import annotations

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt import sip

from ...core.indices.composite.classification import NONE, Rule
from ...layouts.index_styles import CLASSES, FIELDS, index_renderer

# A post-processor without a reference in Python loses its Python half before QGIS calls it; with its context QGIS
# deletes the other half, so each layer needs one of its own.
KEPT: list[QgsProcessingLayerPostProcessorInterface] = []


class StyleOutput(QgsProcessingLayerPostProcessorInterface):
    """Puts the style of a kind onto a polygon layer that has its field."""

    def __init__(self, kind: str, classes: int, attribute: str) -> None:
        super().__init__()
        self.kind, self.classes, self.attribute = kind, classes, attribute

    def postProcessLayer(  # noqa: N802 - QGIS's name
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Style the layer; a table, points or lines stay as they are."""
        if not isinstance(layer, QgsVectorLayer):
            return
        if layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
            return
        if self.attribute not in layer.fields().names():
            return
        layer.setRenderer(index_renderer(self.kind, self.classes, self.attribute))
        layer.triggerRepaint()


def style_for(kind: str, classes: int = 5, attribute: str = "") -> StyleOutput:
    """Return a post-processor of a kind of layouts.index_styles.KINDS for one layer, kept alive until QGIS deletes it.

    `classes` is the number of classes of the kind `classes`; `attribute` the field, by default our own.
    """
    KEPT[:] = [one for one in KEPT if not sip.isdeleted(one)]
    KEPT.append(StyleOutput(kind, classes, attribute or FIELDS[kind]))
    return KEPT[-1]


def style_output(
    context: QgsProcessingContext, target: str | None, kind: str, classes: int = 5, attribute: str = ""
) -> None:
    """Have QGIS style the output `target` when it loads it; nothing happens if it does not."""
    if target and context.willLoadLayerOnCompletion(target):
        details = context.layerToLoadOnCompletionDetails(target)
        details.setPostProcessor(style_for(kind, classes, attribute))


def style_classes(context: QgsProcessingContext, target: str | None, rule: Rule) -> None:
    """Have QGIS style the classes that a rule makes; without classes the output stays as it is."""
    if rule.kind != NONE:
        style_output(context, target, CLASSES, len(rule.limits) + 1 if rule.limits else rule.classes)
