"""Hatched polygon symbols of the index maps: colour and hatching each tell the class, so one of them is enough."""

from __future__ import annotations

from qgis.core import QgsFillSymbol, QgsPointPatternFillSymbolLayer, QgsSymbolLayer

from ..core.indices.class_colours import DOTS, EXCLUDED_HATCH, OPACITY, RISING, Hatch, hatch_colour
from .palette import EXCLUDED, MUTED, PAPER
from .symbols import area, dot, hatching

ANGLES = {RISING: 45.0}
FALLING_ANGLE = 135.0
BORDER_WIDTH = 0.3


def hatched_area(
    colour: str, hatch: Hatch | None = None, border: str = PAPER, width: float = BORDER_WIDTH
) -> QgsFillSymbol:
    """Return a tinted area with its hatching, ink on light and paper on dark ground."""
    symbol = area(colour, border, width, opacity=OPACITY)
    if hatch is not None:
        symbol.appendSymbolLayer(hatch_layer(hatch, hatch_colour(colour)))
    return symbol


def hatch_layer(hatch: Hatch, colour: str) -> QgsSymbolLayer:
    """Return the hatching as a layer to put onto a polygon symbol."""
    if hatch.kind == DOTS:
        return _dots(hatch, colour)
    return hatching(colour, ANGLES.get(hatch.kind, FALLING_ANGLE), hatch.distance, hatch.width)


def excluded_symbol() -> QgsFillSymbol:
    """Return the symbol of an area without an index: grey, dotted."""
    symbol = area(EXCLUDED, MUTED, 0.15, "dot", OPACITY)
    symbol.appendSymbolLayer(hatch_layer(EXCLUDED_HATCH, MUTED))
    return symbol


def _dots(hatch: Hatch, colour: str) -> QgsSymbolLayer:
    step = str(hatch.distance)
    pattern = QgsPointPatternFillSymbolLayer.create(
        {"distance_x": step, "distance_y": step, "displacement_x": str(hatch.distance / 2)}
    )
    pattern.setSubSymbol(dot(colour, hatch.width, colour))
    return pattern
