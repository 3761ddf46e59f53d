"""Which items of a layout are so plain that we draw them, and how; any other is QGIS's."""

from __future__ import annotations

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
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont

from ..items import Property
from ..typography import MILLIMETRES_PER_POINT
from .drawings import UNITS, ChartDrawing, Drawing, FillDrawing, TableDrawing, TextDrawing, Type
from .frames import frame_of, is_plain
from .values import FilledText, of_area, property_expression


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
        flags = _flags(item.hAlign(), item.vAlign(), Qt.TextFlag.TextWordWrap)
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
    return Type(_sized(look.font(), look.size()), look.color(), _flags(across, down, flag))


def _flags(*flags: Qt.AlignmentFlag | Qt.TextFlag) -> int:
    """Return flags of two kinds as the number that QPainter takes; PyQt6 gives them no `int`."""
    return sum(flag.value if hasattr(flag, "value") else int(flag) for flag in flags)


def _sized(font: QFont, points: float) -> QFont:
    result = QFont(font)
    result.setPixelSize(round(points * MILLIMETRES_PER_POINT * UNITS))
    return result
