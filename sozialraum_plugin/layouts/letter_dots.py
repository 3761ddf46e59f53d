"""Lettered dots for facilities: SVG markers that carry their letter as an outline and so need no font."""

from __future__ import annotations

import base64

from qgis.core import QgsMarkerSymbol, QgsSvgMarkerSymbolLayer
from qgis.PyQt.QtGui import QFont, QPainterPath

SIZE = 100  # units of the drawing
LETTER_SHARE = 0.52  # of the dot's diameter
_DOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 {size} {size}">'
    '<circle cx="50" cy="50" r="50" fill="#FFFFFF"/><circle cx="50" cy="50" r="44" fill="{colour}"/>'
    '<path d="{letter}" fill="#FFFFFF"/></svg>'
)


def letter_dot(letter: str, colour: str, diameter: float, family: str) -> QgsMarkerSymbol:
    """Return a dot of `diameter` millimetres with a white letter and a white edge."""
    drawing = _DOT.format(size=SIZE, colour=colour, letter=_letter_path(letter, family))
    path = "base64:" + base64.b64encode(drawing.encode()).decode()
    symbol = QgsMarkerSymbol.createSimple({})
    symbol.changeSymbolLayer(0, QgsSvgMarkerSymbolLayer(path, diameter))
    return symbol


def _letter_path(letter: str, family: str) -> str:
    """Return the outline of a bold letter, centred in the drawing, as SVG path data."""
    font = QFont(family)
    font.setBold(True)
    font.setPixelSize(round(SIZE * LETTER_SHARE / 0.72))  # capitals are about 0.72 em high
    outline = QPainterPath()
    outline.addText(0, 0, font, letter)
    middle = outline.boundingRect().center()
    outline.translate(SIZE / 2 - middle.x(), SIZE / 2 - middle.y())
    return " ".join(_command(outline, number) for number in range(outline.elementCount()))


def _command(outline: QPainterPath, number: int) -> str:
    element = outline.elementAt(number)
    sign = {
        QPainterPath.ElementType.MoveToElement: "M",
        QPainterPath.ElementType.LineToElement: "L",
        QPainterPath.ElementType.CurveToElement: "C",
    }.get(element.type, "")
    return f"{sign}{element.x:.2f} {element.y:.2f}"
