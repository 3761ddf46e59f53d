"""Names of areas and streets on maps."""

from __future__ import annotations

from qgis.core import QgsPalLayerSettings, QgsTextBufferSettings, QgsTextFormat, QgsVectorLayerSimpleLabeling
from qgis.PyQt.QtGui import QColor, QFont

from .palette import FONT, INK, PAPER


def labels(
    expression: str, points: float = 8, color: str = INK, bold: bool = False, buffer: float = 0.8
) -> QgsVectorLayerSimpleLabeling:
    """Return labels by an expression, `points` high, with a paper-coloured rim of `buffer` mm."""
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(text_format(points, color, bold, buffer))
    return QgsVectorLayerSimpleLabeling(settings)


def text_format(points: float, color: str, bold: bool, buffer: float) -> QgsTextFormat:
    """Return a text format in the plugin's font."""
    font = QFont(FONT)
    font.setBold(bold)
    result = QgsTextFormat()
    result.setFont(font)
    result.setSize(points)
    result.setColor(QColor(color))
    rim = QgsTextBufferSettings()
    rim.setEnabled(buffer > 0)
    rim.setSize(buffer)
    rim.setColor(QColor(PAPER))
    result.setBuffer(rim)
    return result
