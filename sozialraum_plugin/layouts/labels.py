"""Names of areas on maps."""

from __future__ import annotations

from qgis.core import QgsPalLayerSettings, QgsTextBufferSettings, QgsVectorLayerSimpleLabeling
from qgis.PyQt.QtGui import QColor

from .palette import PAPER
from .typography import TextStyle, profile_family

RIM = 0.8  # millimetres


def labels(expression: str, style: TextStyle) -> QgsVectorLayerSimpleLabeling:
    """Return labels by an expression, with a paper-coloured rim."""
    rim = QgsTextBufferSettings()
    rim.setEnabled(True)
    rim.setSize(RIM)
    rim.setColor(QColor(PAPER))
    text_format = style.text_format(profile_family())
    text_format.setBuffer(rim)
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(text_format)
    return QgsVectorLayerSimpleLabeling(settings)
