"""A plain table on the pages of a layout, with wrapped cells, that runs on to further pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItemManualTable,
    QgsLayoutMultiFrame,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsTableCell,
)
from qgis.PyQt.QtGui import QColor

from .items import GRID_STROKE, LEFT, MIDDLE, RIGHT, Page
from .typography import MILLIMETRES_PER_POINT, TextStyle, text_width

_LINE = 1.45  # of the type size
_PADDING = 1.4  # millimetres above and below a cell's text, together
_GAP = 2.0  # millimetres between columns


@dataclass(frozen=True)
class Column:
    """A column's width in millimetres and whether it holds numbers, which stand at its right."""

    width: float
    numeric: bool = False


@dataclass(frozen=True)
class Rows:
    """Rows of wrapped cells and their heights in millimetres."""

    cells: list[list[str]]
    heights: list[float]


def laid_out(rows: Sequence[Sequence[str]], columns: Sequence[Column], style: TextStyle, family: str) -> Rows:
    """Return the rows with their cells broken into lines that fit their columns."""
    line = style.size * MILLIMETRES_PER_POINT * _LINE
    cells = [[wrapped(text, column.width - _GAP, style, family) for text, column in zip(row, columns)] for row in rows]
    heights = [max(text.count("\n") + 1 for text in row) * line + _PADDING for row in cells]
    return Rows(cells, heights)


def wrapped(text: str, width: float, style: TextStyle, family: str) -> str:
    """Return a text broken at blanks into lines of at most `width` millimetres; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, style, family) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def fitting(heights: Sequence[float], start: int, room: float) -> int:
    """Return the first row after `start` that no longer fits into `room` millimetres; at least one does."""
    used, stop = 0.0, start
    while stop < len(heights) and (stop == start or used + heights[stop] <= room):
        used += heights[stop] + GRID_STROKE
        stop += 1
    return stop


def add_table(
    page: Page,
    name: str,
    head: Rows,
    body: Rows,
    columns: Sequence[Column],
    styles: tuple[TextStyle, TextStyle],
    place: tuple[float, float],
    colour: str,
) -> None:
    """Add a table at `place` (x, y in millimetres); `styles` are those of the head and of the body."""
    table = QgsLayoutItemManualTable.create(page.layout)
    contents = [[_cell(text, column, styles[0], page.family) for text, column in zip(head.cells[0], columns)]]
    contents += [
        [_cell(text, column, styles[1], page.family) for text, column in zip(row, columns)] for row in body.cells
    ]
    heights = [*head.heights, *body.heights]
    table.setTableContents(contents)
    table.setColumnWidths([column.width for column in columns])
    table.setRowHeights(heights)
    table.setCellMargin(0)
    table.setVerticalGrid(False)
    table.setHorizontalGrid(True)
    table.setGridStrokeWidth(GRID_STROKE)
    table.setGridColor(QColor(colour))
    table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.UseExistingFrames)
    page.layout.addMultiFrame(table)
    frame = QgsLayoutFrame(page.layout, table)
    table.addFrame(frame)
    width, height = sum(column.width for column in columns), sum(heights) + GRID_STROKE * (len(heights) + 1.5)
    frame.setId(name)
    frame.attemptResize(QgsLayoutSize(width, height))
    frame.attemptMove(QgsLayoutPoint(*place), page=page.number)


def _cell(text: str, column: Column, style: TextStyle, family: str) -> QgsTableCell:
    cell = QgsTableCell(text)
    cell.setHorizontalAlignment(RIGHT if column.numeric else LEFT)
    cell.setVerticalAlignment(MIDDLE)
    cell.setTextFormat(style.text_format(family))
    return cell
