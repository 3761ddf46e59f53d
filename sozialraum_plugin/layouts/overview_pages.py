"""Draws the overview report: a QGIS print layout of A4 pages, all texts as text, all signs and maps as lines."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsLayoutFrame,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutMultiFrame,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsTableCell,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..core.numbers import NumberFormat
from ..core.profiles.colours import Theme
from ..core.profiles.flow import LEFT
from ..core.profiles.overview_data import Overview
from ..core.profiles.overview_flow import STROKE, WIDTH, Grid, MapBox, Sign, Words, shortened, text_width
from ..core.profiles.overview_front import COVER_PICTURE
from ..core.profiles.overview_maps import INDEX_PICTURE
from ..core.profiles.overview_report import Report
from ..core.profiles.overview_signs import signs_svg
from . import map_styles, maps
from .items import LEFT as ALIGN_LEFT
from .items import MIDDLE, Box, Page
from .items import RIGHT as ALIGN_RIGHT
from .overview_layers import OverviewLayer
from .styles import Styles
from .typography import TextStyle, profile_family

A4 = (210.0, 297.0)
LAYOUT_NAME = "Sozialbericht"
HEAD_Y, HEAD_RULE_Y, FOOT_RULE_Y, FOOT_Y, MARK_Y = 14.0, 19.3, 277.5, 278.7, 7.0
INK_RULE, HAIRLINE = 0.21, 0.12
NUMBER_WIDTH = 30.0
SCALE_ROOM = 8.0  # below a map with a scale bar
EXTENT_MARGIN = 1.06
GROUND_PICTURES = (COVER_PICTURE, INDEX_PICTURE)  # maps that are large enough for streets and water


@dataclass(frozen=True)
class Ground:
    """The layers below the areas of the large maps, from the top, each with its style."""

    layers: Sequence[maps.Styled] = ()

    @classmethod
    def of(cls, background: Mapping[str, QgsVectorLayer]) -> Ground:
        """Return the ground from layers by their kind."""
        kinds = [kind for kind in maps.GROUND_ORDER if kind in background]
        layers = [background[kind] for kind in kinds]
        drawn = [map_styles.style_xml(layer, map_styles.background(k, layer)) for k, layer in zip(kinds, layers)]
        return cls(tuple(zip(layers, drawn)))


def overview_layout(
    report: Report, overview: Overview, areas: OverviewLayer, ground: Ground, project: QgsProject, styles: Styles
) -> QgsPrintLayout:
    """Add the layout of the report to `project`, which holds its layers and has their CRS, and return it."""
    layout = QgsPrintLayout(project)
    layout.undoStack().blockCommands(True)  # nobody undoes the building
    layout.setName(LAYOUT_NAME)
    layout.setUnits(QgsUnitTypes.LayoutUnit.LayoutMillimeters)
    for _ in range(report.pages):
        page = QgsLayoutItemPage(layout)
        page.setPageSize(QgsLayoutSize(*A4, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
        layout.pageCollection().addPage(page)
    pages = [Page(layout, number, profile_family()) for number in range(report.pages)]
    for page in pages[1:]:
        _add_frame(page, overview, styles, report.pages)
    drawing = Drawing(areas, ground, styles, project, overview.texts.numbers)
    for number, item in enumerate(report.items):
        drawing.add(pages[item.page], f"ding_{number}", item.thing)
    for page in pages:
        signs = [item.thing for item in report.items if item.page == page.number and isinstance(item.thing, Sign)]
        if signs:
            _add_signs(page, signs, styles.theme, areas.classes)
    project.layoutManager().addLayout(layout)  # which owns it now, and frees it before its layers
    return layout


def _add_frame(page: Page, overview: Overview, styles: Styles, count: int) -> None:
    """Add title and place above, publisher and page number below."""
    options, number = overview.options, page.number + 1
    half = WIDTH / 2
    if overview.internal_note:
        page.label(f"vermerk_{number}", overview.internal_note, Box(LEFT, MARK_Y, WIDTH, 5.5), styles.mark, ALIGN_RIGHT)
    place = shortened(overview.place, half - 4, "head_note")
    room = WIDTH - text_width(place, "head_note") - 6
    title = literal(shortened(options.title, room, "strong"))
    page.label(f"kopf_{number}", title, Box(LEFT, HEAD_Y, room, 4.5), styles.strong)
    box = Box(LEFT + half, HEAD_Y, half, 4.5)
    page.label(f"kopf_ort_{number}", literal(place), box, styles.head_note, ALIGN_RIGHT)
    page.rule(f"kopf_linie_{number}", Box(LEFT, HEAD_RULE_Y, WIDTH, INK_RULE), styles.theme.ink)
    page.rule(f"fuss_linie_{number}", Box(LEFT, FOOT_RULE_Y, WIDTH, HAIRLINE), styles.theme.rule)
    foot = overview.words.phrase("footer", author=options.author, title=options.title)
    foot = literal(shortened(foot, WIDTH - NUMBER_WIDTH - 4, "footer"))
    page.label(f"fuss_{number}", foot, Box(LEFT, FOOT_Y, WIDTH - NUMBER_WIDTH, 4), styles.footer)
    words = overview.texts.phrase("page_of", number=number, count=count)
    box = Box(LEFT + WIDTH - NUMBER_WIDTH, FOOT_Y, NUMBER_WIDTH, 4)
    page.label(f"seite_{number}", words, box, styles.page_number, ALIGN_RIGHT)


def _add_signs(page: Page, signs: Sequence[Sign], theme: Theme, classes: int) -> None:
    """Add all signs of a page as one drawing; as data it needs no file and stays in lines."""
    drawing = signs_svg(signs, theme, classes)
    item = QgsLayoutItemPicture(page.layout)
    item.setId(f"zeichen_{page.number + 1}")
    item.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
    data = "base64:" + base64.b64encode(drawing.encode()).decode()
    item.setPicturePath(data, _svg_format())  # else it is printed as a picture
    page.layout.addLayoutItem(item)
    item.attemptResize(QgsLayoutSize(*A4))
    item.attemptMove(QgsLayoutPoint(0, 0), page=page.number)


def _svg_format() -> QgsLayoutItemPicture.Format:
    """Return the constant for SVG, which newer QGIS keeps elsewhere."""
    formats = QgsLayoutItemPicture.Format
    return formats.FormatSVG if hasattr(formats, "FormatSVG") else Qgis.PictureFormat.SVG


def literal(text: str) -> str:
    """Return a text that a label shows as it is: no expression in it is computed."""
    return text.replace("[%", "[ %")


class Drawing:
    """Draws the things of a report onto pages."""

    def __init__(
        self, areas: OverviewLayer, ground: Ground, styles: Styles, project: QgsProject, numbers: NumberFormat
    ) -> None:
        self._areas, self._ground, self._styles, self._project = areas, ground, styles, project
        self._numbers = numbers

    def add(self, page: Page, name: str, thing: Words | Sign | MapBox | Grid) -> None:
        """Add a thing under a name; signs are drawn all at once."""
        if isinstance(thing, Words):
            self._add_words(page, name, thing)
        elif isinstance(thing, MapBox):
            self._add_map(page, name, thing)
        elif isinstance(thing, Grid):
            self._add_grid(page, name, thing)

    def _add_words(self, page: Page, name: str, thing: Words) -> None:
        align = ALIGN_RIGHT if thing.align == "right" else ALIGN_LEFT
        text = literal("\n".join(thing.lines))
        box = Box(thing.x, thing.y, thing.width, thing.height)
        page.label(name, text, box, getattr(self._styles, thing.style), align)

    def _add_map(self, page: Page, name: str, thing: MapBox) -> None:
        height = thing.height - (SCALE_ROOM if thing.scale else 0.0)
        layers = [(self._areas.layer, self._areas.style(thing.picture))]
        if thing.picture in GROUND_PICTURES:
            layers += self._ground.layers
        veiled = thing.picture == COVER_PICTURE and bool(self._ground.layers)  # white streets need a ground
        item = QgsLayoutItemMap(page.layout)
        item.setId(name)
        page.layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(thing.x, thing.y), page=page.number)
        item.attemptResize(QgsLayoutSize(thing.width, height))
        item.setCrs(self._project.crs())
        item.setBackgroundEnabled(veiled)
        item.setBackgroundColor(QColor(map_styles.GROUND))
        item.setLayers([layer for layer, _ in layers])
        item.setKeepLayerSet(True)
        item.setLayerStyleOverrides({layer.id(): style for layer, style in layers})
        item.setKeepLayerStyles(True)
        item.setExtent(QgsRectangle(0, 0, thing.width, height))  # else zooming finds no shape to keep
        item.attemptResize(QgsLayoutSize(thing.width, height))
        extent = QgsRectangle(self._areas.layer.extent())
        extent.scale(EXTENT_MARGIN)
        item.zoomToExtent(extent)
        if thing.scale:
            maps.add_scale_bar(
                page, Box(thing.x, thing.y + height + 1.0, 40, 6), item, self._styles.small, self._numbers
            )
            maps.add_north_arrow(page, Box(thing.x + thing.width - 5, thing.y + 1, 4, 7), self._styles.theme)

    def _add_grid(self, page: Page, name: str, thing: Grid) -> None:
        styles = self._styles
        contents = []
        for number, row in enumerate(thing.rows):
            looks = [styles.table_head if number == 0 else getattr(styles, column.style) for column in thing.columns]
            aligned = [ALIGN_RIGHT if column.numeric else ALIGN_LEFT for column in thing.columns]
            contents.append(
                [_cell("\n".join(c), look, align, page.family) for c, look, align in zip(row, looks, aligned)]
            )
        table = QgsLayoutItemManualTable.create(page.layout)
        table.setTableContents(contents)
        table.setColumnWidths([column.width for column in thing.columns])
        table.setRowHeights(list(thing.heights))
        table.setCellMargin(0)
        table.setVerticalGrid(False)
        table.setHorizontalGrid(True)
        table.setGridStrokeWidth(STROKE)
        table.setGridColor(QColor(styles.theme.rule))
        table.setBackgroundColor(QColor(0, 0, 0, 0))  # signs lie below
        table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.UseExistingFrames)
        page.layout.addMultiFrame(table)
        frame = QgsLayoutFrame(page.layout, table)
        frame.setBackgroundEnabled(False)
        table.addFrame(frame)
        frame.setId(f"{name}_{thing.name}")
        frame.attemptResize(QgsLayoutSize(sum(column.width for column in thing.columns), thing.height + STROKE))
        frame.attemptMove(QgsLayoutPoint(thing.x, thing.y), page=page.number)


def _cell(text: str, style: TextStyle, align: Qt.AlignmentFlag, family: str) -> QgsTableCell:
    cell = QgsTableCell(text)
    cell.setHorizontalAlignment(align)
    cell.setVerticalAlignment(MIDDLE)
    cell.setTextFormat(style.text_format(family))
    return cell
