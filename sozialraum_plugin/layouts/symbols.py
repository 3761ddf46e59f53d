"""Small builders of QGIS symbols. Widths and sizes are in millimetres."""

from __future__ import annotations

from qgis.core import QgsFillSymbol, QgsLinePatternFillSymbolLayer, QgsLineSymbol, QgsMarkerSymbol, QgsSymbolLayer
from qgis.PyQt.QtGui import QColor


def area(
    color: str | None, outline: str | None, width: float = 0.2, pen: str = "solid", opacity: float = 1.0
) -> QgsFillSymbol:
    """Return a polygon symbol; no colour leaves it open, no outline without border. `opacity` is the fill's."""
    fill = QColor(color or "#FFFFFF")
    return QgsFillSymbol.createSimple(
        {
            "style": "solid" if color else "no",
            "color": f"{fill.red()},{fill.green()},{fill.blue()},{round(255 * opacity)}",
            "outline_style": pen if outline else "no",
            "outline_color": outline or "#FFFFFF",
            "outline_width": str(width),
            "joinstyle": "round",
        }
    )


def line(color: str, width: float, pen: str = "solid") -> QgsLineSymbol:
    """Return a line symbol."""
    return QgsLineSymbol.createSimple(
        {"line_color": color, "line_width": str(width), "line_style": pen, "capstyle": "round", "joinstyle": "round"}
    )


def dot(color: str, size: float, outline: str = "#FFFFFF") -> QgsMarkerSymbol:
    """Return a round marker with a hair outline."""
    return QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": color, "size": str(size), "outline_color": outline, "outline_width": "0.1"}
    )


def hatching(color: str, angle: float, distance: float, width: float) -> QgsSymbolLayer:
    """Return a layer of parallel lines to put onto a polygon symbol; `angle` in degrees."""
    pattern = QgsLinePatternFillSymbolLayer.create({"angle": str(angle), "distance": str(distance)})
    pattern.setSubSymbol(line(color, width))
    return pattern
