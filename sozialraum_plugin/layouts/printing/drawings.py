"""Plain texts, lines, charts and tables, drawn on the page as QGIS draws them, without its context for each item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemManualTable,
    QgsLayoutItemPicture,
    QgsLayoutItemShape,
    QgsLayoutMultiFrame,
    QgsLayoutTable,
    QgsSimpleFillSymbolLayer,
    QgsTableCell,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer

from ...core.profiles.svg_texts import split_texts
from ..items import Property
from ..typography import MILLIMETRES_PER_POINT
from .frames import Frame, frame_of, is_plain
from .values import FilledText, Values, of_area, property_expression

UNITS = 100  # of the painter in a millimetre: fonts have whole sizes


class Drawing(Protocol):
    """What can be drawn on a page whose painter counts in hundredths of a millimetre."""

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


def drawing_of(item: QgsLayoutItem) -> Drawing | None:
    """Return how a plain item is drawn, None for one that only QGIS can draw."""
    makers = {
        QgsLayoutItemLabel: _label, QgsLayoutItemShape: _fill, QgsLayoutItemPicture: _chart, QgsLayoutFrame: _table,
    }  # fmt: skip
    maker = makers.get(type(item))
    return maker(item) if maker else None


def _label(item: QgsLayoutItemLabel) -> Drawing | None:
    text = FilledText(item.text())
    if item.mode() != QgsLayoutItemLabel.Mode.ModeFont or not text.computable or not is_plain(item):
        return None
    if hasattr(item, "textFormat"):
        kind = _type(item.textFormat(), item.hAlign(), item.vAlign(), Qt.TextFlag.TextWordWrap)
    else:
        flags = int(item.hAlign()) | int(item.vAlign()) | int(Qt.TextFlag.TextWordWrap)
        kind = Type(_sized(item.font(), item.font().pointSizeF()), item.fontColor(), flags)
    return kind and TextDrawing(frame_of(item), text, kind, (item.marginX(), item.marginY()))


def _fill(item: QgsLayoutItemShape) -> Drawing | None:
    symbol = item.symbol()
    layer = symbol.symbolLayer(0) if isinstance(symbol, QgsFillSymbol) and symbol.symbolLayerCount() == 1 else None
    plain = (
        isinstance(layer, QgsSimpleFillSymbolLayer)
        and layer.strokeStyle() == Qt.PenStyle.NoPen
        and layer.brushStyle() == Qt.BrushStyle.SolidPattern
        and not layer.dataDefinedProperties().hasActiveProperties()
        and item.shapeType() == QgsLayoutItemShape.Shape.Rectangle
        and symbol.opacity() == 1
        and not item.cornerRadius().length()
    )
    return FillDrawing(frame_of(item), layer.fillColor()) if plain and is_plain(item) else None


def _chart(item: QgsLayoutItemPicture) -> Drawing | None:
    path = property_expression(item, Property.PictureSource)
    plain = (
        path
        and item.resizeMode() == QgsLayoutItemPicture.ResizeMode.Zoom
        and item.pictureAnchor() == QgsLayoutItem.ReferencePoint.UpperLeft
        and item.pictureRotation() == 0
        and item.linkedMap() is None
    )
    return ChartDrawing(frame_of(item), path) if plain and is_plain(item, (Property.PictureSource,)) else None


def _table(item: QgsLayoutFrame) -> Drawing | None:
    table = item.multiFrame()
    if not isinstance(table, QgsLayoutItemManualTable) or not is_plain(item) or not _is_simple(table):
        return None
    cells = [[_cell(cell, table) for cell in row] for row in table.tableContents()]
    if not all(cell for row in cells for cell in row):
        return None
    widths, heights = table.columnWidths(), table.rowHeights()
    if not all((*widths, *heights)):
        return None  # QGIS measures the texts
    line = table.gridStrokeWidth() if table.showGrid() and table.horizontalGrid() else 0.0
    return TableDrawing(frame_of(item), cells, widths, heights, table.cellMargin(), line, table.gridColor())


def _is_simple(table: QgsLayoutItemManualTable) -> bool:
    return (
        table.frameCount() == 1
        and table.resizeMode() == QgsLayoutMultiFrame.ResizeMode.UseExistingFrames
        and table.wrapBehavior() == QgsLayoutTable.WrapBehavior.TruncateText
        and not table.includeTableHeader()
        and not (table.showGrid() and table.verticalGrid())
        and table.backgroundColor().alpha() == 0
        and not table.dataDefinedProperties().hasActiveProperties()
    )


def _cell(cell: QgsTableCell, table: QgsLayoutItemManualTable) -> tuple[str, Type] | None:
    content = cell.content()
    text = content.asExpression() if hasattr(content, "asExpression") else ""
    if not text or not of_area(text) or cell.backgroundColor().isValid() or cell.numericFormat() is not None:
        return None
    kind = _type(cell.textFormat(), cell.horizontalAlignment(), cell.verticalAlignment(), Qt.TextFlag.TextDontClip)
    return kind and (text, kind)


def _type(look: QgsTextFormat, across: Qt.AlignmentFlag, down: Qt.AlignmentFlag, flag: Qt.TextFlag) -> Type | None:
    """Return how a text of this format is set, None where it has more than font, size and colour."""
    decorated = look.buffer().enabled() or look.background().enabled() or look.shadow().enabled()
    plain = look.sizeUnit() == QgsUnitTypes.RenderUnit.RenderPoints and look.opacity() == 1
    if decorated or not plain or look.lineHeight() != 1 or look.dataDefinedProperties().hasActiveProperties():
        return None
    return Type(_sized(look.font(), look.size()), look.color(), int(across) | int(down) | int(flag))


def _sized(font: QFont, points: float) -> QFont:
    result = QFont(font)
    result.setPixelSize(round(points * MILLIMETRES_PER_POINT * UNITS))
    return result


def _fitted(size: QSizeF, rect: QRectF) -> QRectF:
    """Return the largest rectangle of the size's shape at the top left of another."""
    scaled = size.scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF(rect.topLeft(), scaled)


def _units(rect: QRectF) -> QRectF:
    return QRectF(rect.x() * UNITS, rect.y() * UNITS, rect.width() * UNITS, rect.height() * UNITS)
