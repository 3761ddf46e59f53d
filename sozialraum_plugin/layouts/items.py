"""Puts labels, rules, pictures and tables on the pages of a layout; their contents and places are expressions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemManualTable,
    QgsLayoutItemPicture,
    QgsLayoutItemShape,
    QgsLayoutMultiFrame,
    QgsLayoutObject,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProperty,
    QgsTableCell,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from .typography import TextStyle

Property = QgsLayoutObject.DataDefinedProperty
GRID_STROKE = 0.1
LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
TOP = Qt.AlignmentFlag.AlignTop
MIDDLE = Qt.AlignmentFlag.AlignVCenter
BOTTOM = Qt.AlignmentFlag.AlignBottom
CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True)
class Box:
    """A rectangle in millimetres from the top left of the page.

    `x_from` and `y_from` are expressions in millimetres that are added to x and y: a flowing place.
    """

    x: float
    y: float
    width: float
    height: float
    x_from: str = ""
    y_from: str = ""


@dataclass(frozen=True)
class TableColumn:
    """A column of a table: where its texts stand (a list, one a line), its width, alignment and type."""

    source: str
    width: float
    style: TextStyle
    align: Qt.AlignmentFlag = RIGHT


class Page:
    """One page of a layout."""

    def __init__(self, layout: QgsPrintLayout, number: int, family: str) -> None:
        self.layout = layout
        self.number = number
        self.family = family
        self._top = layout.pageCollection().page(number).pos().y()

    def label(
        self,
        name: str,
        text: str,
        box: Box,
        style: TextStyle,
        align: Qt.AlignmentFlag = LEFT,
        valign: Qt.AlignmentFlag = TOP,
    ) -> QgsLayoutItemLabel:
        """Add a text; expressions stand in ``[% %]``."""
        item = QgsLayoutItemLabel(self.layout)
        item.setText(text)
        if hasattr(item, "setTextFormat"):  # from QGIS 3.24 on
            item.setTextFormat(style.text_format(self.family))
        else:
            item.setFont(style.font(self.family))
            item.setFontColor(QColor(style.colour))
        item.setMargin(0)
        item.setHAlign(align)
        item.setVAlign(valign)
        self._place(item, name, box)
        return item

    def column_label(
        self, column: str, box: Box, style: TextStyle, align: Qt.AlignmentFlag = LEFT, name: str = ""
    ) -> QgsLayoutItemLabel:
        """Add the text of a column of the coverage layer."""
        return self.label(name or column, column_text(column), box, style, align)

    def rule(self, name: str, box: Box, colour: str, visible_if: str = "") -> QgsLayoutItemShape:
        """Add a line, which is a thin filled rectangle."""
        item = QgsLayoutItemShape(self.layout)
        item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        item.setSymbol(QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"}))
        self._place(item, name, box)
        if visible_if:
            hide_unless(item, visible_if)
        return item

    def picture(self, name: str, path: str, box: Box, visible_if: str) -> QgsLayoutItemPicture:
        """Add a picture whose file is the result of the expression `path`; such an SVG stays vector in the PDF."""
        item = QgsLayoutItemPicture(self.layout)
        item.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
        item.setPictureAnchor(QgsLayoutItem.ReferencePoint.UpperLeft)
        self._place(item, name, box)
        item.dataDefinedProperties().setProperty(Property.PictureSource, QgsProperty.fromExpression(path))
        hide_unless(item, visible_if)
        return item

    def table(
        self, name: str, columns: Sequence[TableColumn], rows: Sequence[str], box: Box, colour: str, row_count: str = ""
    ) -> QgsLayoutFrame:
        """Add a table with rules of `colour` between its rows, or none if it is empty.

        `rows` are expressions of the position in the columns' lists; `row_count` is an expression of how many rows
        there are, and the table is as high as these.
        """
        table = QgsLayoutItemManualTable.create(self.layout)
        row_height = box.height / len(rows) - (GRID_STROKE if colour else 0)
        table.setTableContents([[_cell(column, row, self.family) for column in columns] for row in rows])
        table.setColumnWidths([column.width for column in columns])
        table.setRowHeights([row_height] * len(rows))
        table.setCellMargin(0)
        table.setShowGrid(bool(colour))
        table.setVerticalGrid(False)
        table.setHorizontalGrid(bool(colour))
        table.setGridStrokeWidth(GRID_STROKE)
        table.setGridColor(QColor(colour or "#FFFFFF"))
        table.setBackgroundColor(QColor(0, 0, 0, 0))  # tables and charts lie over each other
        table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.UseExistingFrames)
        self.layout.addMultiFrame(table)
        frame = QgsLayoutFrame(self.layout, table)
        frame.setBackgroundEnabled(False)
        table.addFrame(frame)
        self._place(frame, name, box, add=False)
        if row_count:
            height = f"coalesce({row_count}, 0) * {row_height + GRID_STROKE} + {GRID_STROKE * 1.5}"
            frame.dataDefinedProperties().setProperty(Property.ItemHeight, QgsProperty.fromExpression(height))
            hide_unless(frame, f"coalesce({row_count}, 0) > 0")
        return frame

    def _place(self, item: QgsLayoutItem, name: str, box: Box, add: bool = True) -> None:
        item.setId(name)
        if add:
            self.layout.addLayoutItem(item)
        item.attemptResize(QgsLayoutSize(box.width, box.height))
        item.attemptMove(QgsLayoutPoint(box.x, box.y), page=self.number)
        self.flow(item, box)

    def flow(self, item: QgsLayoutItem, box: Box) -> None:
        """Let an item follow the expressions of its box."""
        properties = item.dataDefinedProperties()
        if box.x_from:
            properties.setProperty(Property.PositionX, QgsProperty.fromExpression(f"{box.x} + {box.x_from}"))
        if box.y_from:
            # a data-defined place counts from the first page's top
            top = self._top + box.y
            properties.setProperty(Property.PositionY, QgsProperty.fromExpression(f"{top} + {box.y_from}"))


def hide_unless(item: QgsLayoutItem, condition: str) -> None:
    """Leave an item out of the page unless the expression holds."""
    expression = QgsProperty.fromExpression(f"not coalesce({condition}, false)")
    item.dataDefinedProperties().setProperty(Property.ExcludeFromExports, expression)


def column_text(column: str) -> str:
    """Return a label's text that shows a column, and nothing where it is NULL."""
    return f"[% coalesce(\"{column}\", '') %]"


def list_entry(column: str, position: str) -> str:
    """Return an expression for one line of a column that holds a list."""
    return f"coalesce(array_get(string_to_array(\"{column}\", '\\n'), {position}), '')"


def list_length(column: str) -> str:
    """Return an expression for the number of lines of a column; 0 where it is NULL."""
    return f"coalesce(array_length(string_to_array(\"{column}\", '\\n')), 0)"


def _cell(column: TableColumn, row: str, family: str) -> QgsTableCell:
    cell = QgsTableCell(QgsProperty.fromExpression(column.source.replace("{row}", row)))
    cell.setHorizontalAlignment(column.align)
    cell.setVerticalAlignment(MIDDLE)
    cell.setTextFormat(column.style.text_format(family))
    return cell
