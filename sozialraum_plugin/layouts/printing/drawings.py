"""Plain texts, lines, charts and tables, drawn on the page as QGIS draws them, without its context for each item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from qgis.PyQt.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer

from ...core.profiles.svg_texts import split_texts
from .frames import Frame
from .values import FilledText, Values

UNITS = 100  # of the painter in a millimetre: fonts have whole sizes


class Drawing(Protocol):
    """What can be drawn on a page whose painter counts in hundredths of a millimetre of the layout."""

    frame: Frame

    def draw(self, painter: QPainter, values: Values) -> None:
        """Draw it for the area in print."""


@dataclass(frozen=True)
class Type:
    """How a text is set."""

    font: QFont
    colour: QColor
    flags: int

    def draw(self, painter: QPainter, rect: QRectF, text: str) -> None:
        """Draw a text in a rectangle of millimetres."""
        if text:
            painter.setFont(self.font)
            painter.setPen(self.colour)
            painter.drawText(_units(rect), self.flags, text)


@dataclass(frozen=True)
class TextDrawing:
    """A label."""

    frame: Frame
    text: FilledText
    type: Type
    margins: tuple[float, float]

    def draw(self, painter: QPainter, values: Values) -> None:
        """Draw it for the area in print."""
        rect = self.frame.rect(values)
        if rect is not None:
            aside, above = self.margins
            self.type.draw(painter, rect.adjusted(aside, above, -aside, -above), self.text.filled(values))


@dataclass(frozen=True)
class FillDrawing:
    """A filled rectangle, such as a line."""

    frame: Frame
    colour: QColor

    def draw(self, painter: QPainter, values: Values) -> None:
        """Draw it for the area in print."""
        rect = self.frame.rect(values)
        if rect is not None:
            painter.fillRect(_units(rect), self.colour)


@dataclass(frozen=True)
class ChartDrawing:
    """A picture whose file an expression names; at the top left of its frame, as large as fits."""

    frame: Frame
    path: str

    def draw(self, painter: QPainter, values: Values) -> None:
        """Draw it for the area in print."""
        rect = self.frame.rect(values)
        path = values.of(self.path) if rect is not None else None
        if not path:
            return
        if str(path).lower().endswith(".svg"):
            draw_chart(painter, Path(path), rect)
        else:
            image = QImage(str(path))
            if not image.isNull():
                painter.drawImage(_units(_fitted(QSizeF(image.size()), rect)), image)


def draw_chart(painter: QPainter, path: Path, rect: QRectF) -> None:
    """Draw an SVG file, its texts as texts; nothing where the file is missing or broken."""
    try:
        chart = path.read_bytes()
    except OSError:
        return
    split = split_texts(chart)
    svg = QSvgRenderer(QByteArray(split.shapes if split else chart))
    if not svg.isValid():
        return
    place = _fitted(QSizeF(svg.defaultSize()), rect)
    svg.render(painter, _units(place))
    if split is None:
        return
    left, top, wide, _ = split.box
    scale = place.width() / wide * UNITS
    for text in split.texts:
        font = QFont(text.family)
        font.setPixelSize(max(1, round(text.size * scale)))
        font.setBold(text.bold)
        shift = {"middle": 0.5, "end": 1.0}.get(text.anchor, 0.0)
        x = place.x() * UNITS + (text.x - left) * scale
        if shift:
            x -= shift * QFontMetricsF(font).horizontalAdvance(text.text)
        painter.setFont(font)
        painter.setPen(QColor(text.fill))
        painter.drawText(QPointF(x, place.y() * UNITS + (text.y - top) * scale), text.text)


@dataclass(frozen=True)
class TableDrawing:
    """A table of cells that are expressions, with or without lines between its rows."""

    frame: Frame
    cells: Sequence[Sequence[tuple[str, Type]]]
    widths: Sequence[float]
    heights: Sequence[float]
    margin: float
    line: float  # millimetres; 0 for none
    colour: QColor

    def draw(self, painter: QPainter, values: Values) -> None:
        """Draw the rows that have room in the frame."""
        rect = self.frame.rect(values)
        if rect is None:
            return
        y, bottom = rect.y() + self.line, rect.bottom() + 0.01
        lines = [rect.y()]
        for row, height in zip(self.cells, self.heights):
            if y + height > bottom:
                break
            x = rect.x()
            for (content, look), width in zip(row, self.widths):
                value = values.of(content)
                if value not in (None, ""):
                    look.draw(
                        painter, QRectF(x, y, width, height).adjusted(self.margin, 0, -self.margin, 0), str(value)
                    )
                x += width
            y += height
            lines.append(y)
            y += self.line
        if self.line:
            for top in lines:
                painter.fillRect(_units(QRectF(rect.x(), top, sum(self.widths), self.line)), self.colour)


def _fitted(size: QSizeF, rect: QRectF) -> QRectF:
    """Return the largest rectangle of the size's shape at the top left of another."""
    scaled = size.scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF(rect.topLeft(), scaled)


def _units(rect: QRectF) -> QRectF:
    return QRectF(rect.x() * UNITS, rect.y() * UNITS, rect.width() * UNITS, rect.height() * UNITS)
