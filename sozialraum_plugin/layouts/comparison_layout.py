"""Old and new areas side by side at one extent, with legend and table: A4 across, as many pages as the table needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.delineation.area_changes_page import PageTexts
from ..core.fields import AREA, Field, Kind
from ..core.messages import tr
from ..core.profiles.colours import Theme
from ..geo.attributes import attribute, qgs_fields
from . import comparison_style, map_styles, maps
from .comparison_table import Column, add_table, fitting, laid_out
from .items import RIGHT, Box, Page
from .styles import Styles
from .typography import TextStyle, profile_family

WIDTH, HEIGHT, MARGIN, BETWEEN = 297.0, 210.0, 12.0, 6.0
MAP_TOP, MAP_HEIGHT = 33.0, 98.0
MAP_WIDTH = (WIDTH - 2 * MARGIN - BETWEEN) / 2
LEGEND_TOP = MAP_TOP + MAP_HEIGHT + 2.5
TABLE_TOP, NEXT_TABLE_TOP, TABLE_BOTTOM = LEGEND_TOP + 8.0, 22.0, 196.0
FOOT_TOP = 199.0
COLUMNS = (
    Column(44), Column(44), Column(26), Column(20, True), Column(20, True), Column(19, True), Column(4), Column(96),
)  # fmt: skip
_EXTENT_MARGIN = 1.04
_NAMES_UP_TO = 14  # areas; more are labelled with their codes only
_LAYER_FIELDS = (AREA, Field(comparison_style.COLOUR, Kind.INTEGER), Field(comparison_style.LABEL))


@dataclass(frozen=True)
class MapAreas:
    """The areas of one map: codes, polygons, colours and labels."""

    codes: Sequence[str]
    polygons: Sequence[QgsGeometry]
    colours: Sequence[int]
    labels: Sequence[str]


@dataclass(frozen=True)
class Comparison:
    """What a page shows: both divisions, the ground that changes, the borders that vanish (lines), layers below, the
    texts, table head and rows."""

    old: MapAreas
    new: MapAreas
    changed: Sequence[QgsGeometry]
    vanished: QgsGeometry
    background: Sequence[QgsVectorLayer]
    texts: PageTexts
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def labels_with_names(*divisions: Sequence[str]) -> bool:
    """Tell whether there are so few areas in each division that their names have room on the maps."""
    return max(len(codes) for codes in divisions) <= _NAMES_UP_TO


def comparison_layout(comparison: Comparison, project: QgsProject) -> QgsPrintLayout:
    """Return the layout; its layers are added to `project`, which must live as long and whose CRS is theirs."""
    layout = QgsPrintLayout(project)
    layout.setName(comparison.texts.title)
    layout.setUnits(QgsUnitTypes.LayoutUnit.LayoutMillimeters)
    theme, family = Theme(), profile_family()
    styles = Styles(theme)
    chunks = _chunks(comparison, styles, family)
    for _ in chunks:
        _add_page(layout)
    pages = [Page(layout, number, family) for number in range(len(chunks))]
    _add_maps(pages[0], comparison, project, styles)
    _add_legend(pages[0], styles)
    for page, (start, stop) in zip(pages, chunks):
        _add_frame(page, comparison.texts, styles, len(pages))
        head = laid_out([comparison.head], COLUMNS, styles.table_head, family)
        body = laid_out(comparison.rows[start:stop], COLUMNS, _cell_style(styles), family)
        top = NEXT_TABLE_TOP if page.number else TABLE_TOP
        look = (styles.table_head, _cell_style(styles))
        if body.cells:
            add_table(page, f"tabelle_{page.number + 1}", head, body, COLUMNS, look, (MARGIN, top), theme.rule)
    return layout


def _cell_style(styles: Styles) -> TextStyle:
    return styles.small_ink


def _chunks(comparison: Comparison, styles: Styles, family: str) -> list[tuple[int, int]]:
    """Return which rows of the table stand on each page; the first page is there even without any."""
    head = laid_out([comparison.head], COLUMNS, styles.table_head, family).heights[0] + 1.0
    heights = laid_out(comparison.rows, COLUMNS, _cell_style(styles), family).heights
    chunks = [(0, fitting(heights, 0, TABLE_BOTTOM - TABLE_TOP - head))]
    while chunks[-1][1] < len(heights):
        start = chunks[-1][1]
        chunks.append((start, fitting(heights, start, TABLE_BOTTOM - NEXT_TABLE_TOP - head)))
    return chunks


def _add_page(layout: QgsPrintLayout) -> None:
    page = QgsLayoutItemPage(layout)
    page.setPageSize(QgsLayoutSize(WIDTH, HEIGHT, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
    layout.pageCollection().addPage(page)


def _add_frame(page: Page, texts: PageTexts, styles: Styles, pages: int) -> None:
    """Add the title above and the foot below."""
    number, wide = page.number + 1, WIDTH - 2 * MARGIN
    title = TextStyle(15 if page.number == 0 else 9, styles.theme.ink, bold=True)
    page.label(f"titel_{number}", _literal(texts.title), Box(MARGIN, 9, wide, 8), title)
    if page.number == 0:
        page.label("satz", _literal(texts.sentence), Box(MARGIN, 18, wide, 9), styles.body)
    page.rule(f"fuss_linie_{number}", Box(MARGIN, FOOT_TOP - 1, wide, 0.12), styles.theme.rule)
    page.label(f"fuss_{number}", _literal(texts.foot), Box(MARGIN, FOOT_TOP, wide - 14, 8), styles.footer)
    page.label(f"seite_{number}", f"{number}/{pages}", Box(WIDTH - MARGIN - 12, FOOT_TOP, 12, 4), styles.strong, RIGHT)


def _add_maps(page: Page, comparison: Comparison, project: QgsProject, styles: Styles) -> None:
    theme, family = styles.theme, page.family
    old, new = (_layer(name, areas, project) for name, areas in (("alt", comparison.old), ("neu", comparison.new)))
    changed = _layer("wechsel", _unlabelled(comparison.changed), project)
    borders = [] if comparison.vanished.isEmpty() else [comparison.vanished]
    vanished = _layer("grenzen_alt", _unlabelled(borders), project, "MultiLineString")
    copies = [layer.clone() for layer in comparison.background]
    project.addMapLayers(copies)
    size = 7.0 if labels_with_names(comparison.old.codes, comparison.new.codes) else 6.0
    labels = comparison_style.labels(theme, family, size)
    ground = [(layer, map_styles.style_xml(layer, comparison_style.ground(layer))) for layer in copies]
    fills = {layer: map_styles.style_xml(layer, comparison_style.areas(theme), labels) for layer in (old, new)}
    hatched = (changed, map_styles.style_xml(changed, comparison_style.plain(comparison_style.changes(theme))))
    dashed = (vanished, map_styles.style_xml(vanished, comparison_style.plain(comparison_style.old_borders(theme))))
    extent = _extent([*comparison.old.polygons, *comparison.new.polygons])
    left = [*ground, hatched, (old, fills[old])]
    right = [*ground, dashed, hatched, (new, fills[new])]
    for number, (name, head, layers) in enumerate(
        (("karte_alt", comparison.texts.old, left), ("karte_neu", comparison.texts.new, right))
    ):
        x = MARGIN + number * (MAP_WIDTH + BETWEEN)
        page.label(f"{name}_titel", _literal(head), Box(x, MAP_TOP - 5.5, MAP_WIDTH, 5), styles.heading)
        item = _add_map(page, name, Box(x, MAP_TOP, MAP_WIDTH, MAP_HEIGHT), layers, extent, project)
        if number == 1:
            maps.add_scale_bar(page, Box(WIDTH - MARGIN - 40, LEGEND_TOP - 0.5, 40, 6), item, styles.small)


def _add_map(
    page: Page, name: str, box: Box, layers: Sequence[maps.Styled], extent: QgsRectangle, project: QgsProject
) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(page.layout)
    item.setId(name)
    page.layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(box.x, box.y), page=page.number)
    item.attemptResize(QgsLayoutSize(box.width, box.height))
    item.setCrs(project.crs())
    item.setLayers([layer for layer, _ in layers])
    item.setKeepLayerSet(True)
    item.setLayerStyleOverrides({layer.id(): style for layer, style in layers})
    item.setKeepLayerStyles(True)
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor("#C9D1D4"))
    item.setExtent(QgsRectangle(0, 0, box.width, box.height))  # else zooming finds no shape to keep
    item.attemptResize(QgsLayoutSize(box.width, box.height))
    item.zoomToExtent(extent)
    return item


def _add_legend(page: Page, styles: Styles) -> None:
    """Add the three signs with their words in one line below the maps."""
    theme = styles.theme
    signs = (
        (_area_sign(theme), tr("same colour in both maps: the area goes on"), 70),
        (comparison_style.changes(theme), tr("ground that changes its area"), 52),
        (comparison_style.old_border_sign(theme), tr("border that vanishes"), 58),
    )
    x = MARGIN
    for number, (symbol, words, width) in enumerate(signs):
        _add_sign(page, f"zeichen_{number + 1}", symbol, Box(x, LEGEND_TOP, 7, 4))
        page.label(f"zeichen_{number + 1}_wort", words, Box(x + 8.5, LEGEND_TOP + 0.2, width - 10, 4), styles.small_ink)
        x += width


def _area_sign(theme: Theme) -> QgsFillSymbol:
    return map_styles.fill(comparison_style.PALETTE[0], theme.ink, 0.4)


def _add_sign(page: Page, name: str, symbol: QgsFillSymbol, box: Box) -> None:
    item = QgsLayoutItemShape(page.layout)
    item.setId(name)
    item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    item.setSymbol(symbol)
    page.layout.addLayoutItem(item)
    item.attemptResize(QgsLayoutSize(box.width, box.height))
    item.attemptMove(QgsLayoutPoint(box.x, box.y), page=page.number)


def _unlabelled(shapes: Sequence[QgsGeometry]) -> MapAreas:
    return MapAreas([""] * len(shapes), shapes, [0] * len(shapes), [""] * len(shapes))


def _layer(name: str, areas: MapAreas, project: QgsProject, kind: str = "MultiPolygon") -> QgsVectorLayer:
    """Return a memory layer of areas or lines, which the project owns."""
    layer = QgsVectorLayer(kind, name, "memory")
    layer.setCrs(project.crs())
    layer.dataProvider().addAttributes(list(qgs_fields(_LAYER_FIELDS)))
    layer.updateFields()
    features = []
    for code, polygon, colour, label in zip(areas.codes, areas.polygons, areas.colours, areas.labels):
        feature = QgsFeature(layer.fields())
        values = zip((code, colour, label), _LAYER_FIELDS)
        feature.setAttributes([attribute(value, field.kind) for value, field in values])
        feature.setGeometry(polygon)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    project.addMapLayer(layer)
    return layer


def _extent(polygons: Sequence[QgsGeometry]) -> QgsRectangle:
    box = QgsRectangle()
    for polygon in polygons:
        box.combineExtentWith(polygon.boundingBox())
    box.scale(_EXTENT_MARGIN)
    return box


def _literal(text: str) -> str:
    """Return a text that a label shows as it is: no expression in it is computed."""
    return text.replace("[%", "[ %")
