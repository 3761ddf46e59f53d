"""How the two maps of a comparison are drawn: the same colour for areas that continue each other, hatching for what
changes its area."""

from __future__ import annotations

from qgis.core import (
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsPalLayerSettings,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.profiles.colours import Theme
from . import map_styles
from .symbols import area, hatching
from .typography import TextStyle

# Pale, of equal lightness but different hue, so that labels and hatching are read on all of them.
PALETTE = ("#BBD4E6", "#F2D9B1", "#C9DDB6", "#E5C7D6", "#CFCBE6", "#F0E6A6", "#B9DDD6", "#E3CFC0")
HATCH_ANGLE, HATCH_DISTANCE, HATCH_WIDTH = 45.0, 1.6, 0.28
COLOUR = "farbe"  # column with the number of the colour
LABEL = "beschriftung"


def areas(theme: Theme, width: float = 0.5) -> QgsFeatureRenderer:
    """Return areas in the colour that their column COLOUR tells."""
    pairs = [
        (f'"{COLOUR}" = {number}', map_styles.fill(colour, theme.ink, width)) for number, colour in enumerate(PALETTE)
    ]
    return map_styles.rules(*pairs)


def changes(theme: Theme) -> QgsFillSymbol:
    """Return the hatching of ground that changes its area."""
    symbol = area(None, theme.more, 0.25)
    symbol.appendSymbolLayer(hatching(theme.more, HATCH_ANGLE, HATCH_DISTANCE, HATCH_WIDTH))
    return symbol


def old_borders(theme: Theme) -> QgsLineSymbol:
    """Return the borders that vanish as dashed lines."""
    return map_styles.line(theme.more, 0.6, "1.6;1.0")


def old_border_sign(theme: Theme) -> QgsFillSymbol:
    """Return the same for a rectangle of the legend."""
    return area(None, theme.more, 0.6, "dash")


def plain(symbol: QgsSymbol) -> QgsFeatureRenderer:
    """Return a renderer of one symbol."""
    return QgsSingleSymbolRenderer(symbol)


def labels(theme: Theme, family: str, size: float) -> QgsPalLayerSettings:
    """Return the texts of the column LABEL, in the middle of each area."""
    rim = QgsTextBufferSettings()
    rim.setEnabled(True)
    rim.setSize(0.7)
    rim.setColor(QColor("#FFFFFF"))
    text_format = TextStyle(size, theme.ink, bold=True).text_format(family)
    text_format.setBuffer(rim)
    settings = QgsPalLayerSettings()
    settings.fieldName = LABEL
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.centroidWhole = True
    settings.wrapChar = "\n"
    settings.setFormat(text_format)
    return settings


def ground(layer: QgsVectorLayer) -> QgsFeatureRenderer:
    """Return a quiet drawing of whatever layer lies under or over the areas."""
    return map_styles.by_geometry(layer, area(None, "#8A979D", 0.1), map_styles.line("#7D878C", 0.18))
