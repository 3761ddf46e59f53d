"""One type family for all pages, and how wide numbers run in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from qgis.core import QgsTextFormat, QgsUnitTypes
from qgis.PyQt.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetricsF

from ..core.paths import resource

FAMILY = "Open Sans"
MILLIMETRES_PER_POINT = 25.4 / 72
_FONT_FILES = ("OpenSans-Regular.ttf", "OpenSans-Bold.ttf")
_MEASURED_PIXELS = 1000


@dataclass(frozen=True)
class TextStyle:
    """Size in points, weight and colour (``#RRGGBB``) of a text."""

    size: float
    colour: str
    bold: bool = False

    def font(self, family: str) -> QFont:
        """Return the style as a font of the family."""
        font = QFont(family)
        font.setPointSizeF(self.size)
        font.setBold(self.bold)
        return font

    def text_format(self, family: str) -> QgsTextFormat:
        """Return the style as QGIS's text format."""
        result = QgsTextFormat()
        result.setFont(self.font(family))
        result.setSize(self.size)
        result.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
        result.setColor(QColor(self.colour))
        return result


@lru_cache(maxsize=1)
def profile_family() -> str:
    """Return the family of the profiles: bundled Open Sans, else the system's, else the system's sans serif."""
    for name in _FONT_FILES:
        try:
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))
        except FileNotFoundError:
            break
    if QFontInfo(QFont(FAMILY)).family().startswith(FAMILY):  # Qt may add the foundry: Open Sans [GOOG]
        return FAMILY
    sans = QFont("sans-serif")
    sans.setStyleHint(QFont.StyleHint.SansSerif)
    return QFontInfo(sans).family()


def text_width(text: str, style: TextStyle, family: str) -> float:
    """Return the width of a text in millimetres."""
    font = style.font(family)
    font.setPixelSize(_MEASURED_PIXELS)
    advance = QFontMetricsF(font).horizontalAdvance(text) / _MEASURED_PIXELS
    return advance * style.size * MILLIMETRES_PER_POINT


def number_width(column: str, style: TextStyle, family: str) -> str:
    """Return an expression for the width in millimetres of the number in a column, so that a text can follow it.

    Digits are equally wide in the family; point and comma are narrower and, at the sizes of the pages, of one width
    within 0.06 mm, so that it holds for German and English numbers.
    """
    digit, comma = text_width("0", style, family), text_width(",", style, family)
    length = f"length(coalesce(\"{column}\", ''))"
    digits = f"length(regexp_replace(coalesce(\"{column}\", ''), '[,.]', ''))"
    return f"({digits} * {digit:.4f} + ({length} - {digits}) * {comma:.4f})"
