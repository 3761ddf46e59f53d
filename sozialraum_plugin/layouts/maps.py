"""The main map with its background and facilities, and the locator map."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from qgis.core import (
    QgsBasicNumericFormat,
    QgsCoordinateReferenceSystem,
    QgsFeatureRenderer,
    QgsLayoutItemMap,
    QgsLayoutItemMarker,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRectangle,
    QgsScaleBarSettings,
    QgsSvgMarkerSymbolLayer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.numbers import NumberFormat
from ..core.profiles.colours import Theme
from ..core.profiles.facilities import FacilityKind
from . import map_styles
from .items import Box, Page, Property
from .letter_dots import letter_dot
from .typography import TextStyle

GROUND_ORDER = ("railway", "streets", "buildings", "water", "green")  # from the top
MARGIN = 0.3  # of the area's size, on each side
DOT_SIZE = 3.2
CLASS_MAP_SCALE = 1.04
NORTH_ARROW = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="4mm" height="7mm" viewBox="0 0 40 70">'
    '<path d="M20 24 L31 66 L20 56 Z" fill="{colour}"/>'
    '<path d="M20 24 L9 66 L20 56 Z" fill="none" stroke="{colour}" stroke-width="2"/>'
    '<path d="M13 17 L13 3 L27 17 L27 3" fill="none" stroke="{colour}" stroke-width="3.5"/></svg>'
)

Styled = tuple[QgsVectorLayer, str]


def add_main_map(
    page: Page, box: Box, areas: Styled, veil: Styled, ground: Sequence[Styled], facilities: Sequence[Styled]
) -> QgsLayoutItemMap:
    """Add the map that follows the atlas; its layers and styles are locked into the item."""
    item = _map(page, "hauptkarte", box, [*facilities, areas, veil, *ground], veil[0].crs(), veil[0].extent())
    item.setBackgroundColor(QColor(map_styles.GROUND))
    item.setAtlasDriven(True)
    item.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
    item.setAtlasMargin(MARGIN)
    page.layout.setReferenceMap(item)
    return item


def add_locator(page: Page, box: Box, areas: Styled, crs: QgsCoordinateReferenceSystem) -> QgsLayoutItemMap:
    """Add the small map of the commune; its extent stands in the coverage layer (`lage_xmin` and so on)."""
    item = _map(page, "lagekarte", box, [areas], crs, areas[0].extent())
    item.setBackgroundEnabled(False)
    edges = (
        (Property.MapXMin, "lage_xmin"),
        (Property.MapYMin, "lage_ymin"),
        (Property.MapXMax, "lage_xmax"),
        (Property.MapYMax, "lage_ymax"),
    )
    for edge, column in edges:
        item.dataDefinedProperties().setProperty(edge, QgsProperty.fromField(column))
    return item


def add_class_map(page: Page, box: Box, areas: Styled, over: Sequence[Styled] = ()) -> QgsLayoutItemMap:
    """Add a map of the classes of all areas, whichever is the atlas's; `over` are layers above them."""
    extent = areas[0].extent()
    extent.scale(CLASS_MAP_SCALE)
    item = _map(page, "klassenkarte", box, [*over, areas], areas[0].crs(), extent)
    item.setBackgroundEnabled(False)
    page.flow(item, box)
    return item


def add_north_arrow(page: Page, box: Box, theme: Theme) -> None:
    """Add an arrow to the north of the map's grid; as a marker it is drawn in lines and needs no file."""
    drawing = NORTH_ARROW.format(colour=theme.ink)
    path = "base64:" + base64.b64encode(drawing.encode()).decode()
    symbol = QgsMarkerSymbol.createSimple({})
    symbol.changeSymbolLayer(0, QgsSvgMarkerSymbolLayer(path, box.width))
    item = QgsLayoutItemMarker(page.layout)
    item.setId("nordpfeil")
    item.setSymbol(symbol)
    page.layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(box.x, box.y), page=page.number)


def _map(
    page: Page,
    name: str,
    box: Box,
    layers: Sequence[Styled],
    crs: QgsCoordinateReferenceSystem,
    areas_extent: QgsRectangle,
) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(page.layout)
    item.setId(name)
    page.layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(box.x, box.y), page=page.number)
    item.attemptResize(QgsLayoutSize(box.width, box.height))
    item.setCrs(crs)
    item.setLayers([layer for layer, _ in layers])
    item.setKeepLayerSet(True)
    item.setLayerStyleOverrides({layer.id(): style for layer, style in layers})
    item.setKeepLayerStyles(True)
    item.setExtent(QgsRectangle(0, 0, box.width, box.height))  # else zooming finds no shape to keep
    item.attemptResize(QgsLayoutSize(box.width, box.height))
    item.zoomToExtent(areas_extent)
    return item


def add_scale_bar(
    page: Page, box: Box, linked: QgsLayoutItemMap, style: TextStyle, numbers: NumberFormat | None = None
) -> None:
    """Add a scale bar in metres that takes a round length for each area; without `numbers` it follows QGIS's locale."""
    bar = QgsLayoutItemScaleBar(page.layout)
    bar.setId("massstab")
    page.layout.addLayoutItem(bar)
    bar.setLinkedMap(linked)
    bar.setStyle("Line Ticks Up")
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
    bar.setUnitLabel("m")
    bar.setMapUnitsPerScaleBarUnit(1)
    bar.setNumberOfSegmentsLeft(0)
    bar.setNumberOfSegments(2)
    bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    bar.setMinimumBarWidth(15)
    bar.setMaximumBarWidth(31)
    bar.setHeight(1.2)
    bar.setLabelBarSpace(0.8)
    bar.setBoxContentSpace(0)
    bar.setLineSymbol(map_styles.line(style.colour, 0.25))
    bar.setTextFormat(style.text_format(page.family))
    if numbers is not None:
        bar.setNumericFormat(_numeric_format(numbers))
    bar.setBackgroundEnabled(False)
    bar.attemptMove(QgsLayoutPoint(box.x, box.y), page=page.number)


def _numeric_format(numbers: NumberFormat) -> QgsBasicNumericFormat:
    written = QgsBasicNumericFormat()
    written.setShowThousandsSeparator(True)
    written.setThousandsSeparator(numbers.thousands_mark)
    written.setDecimalSeparator(numbers.decimal_mark)
    return written


def facility_renderer(
    layer: QgsVectorLayer, groups: Sequence[FacilityKind], crs: QgsCoordinateReferenceSystem, theme: Theme, family: str
) -> QgsFeatureRenderer:
    """Return lettered dots for the facilities of each group that lie in the current area."""
    place = "$geometry" if layer.crs() == crs else f"transform($geometry, '{layer.crs().authid()}', '{crs.authid()}')"
    inside = f"intersects({place}, geometry(@atlas_feature))"
    pairs = []
    for group in reversed(groups):  # the first of the legend lies on top
        kinds = ", ".join(f"'{kind}'" for kind in sorted(group.kinds))
        condition = f"replace(lower(trim(\"art\")), ' ', '_') in ({kinds}) and {inside}"
        pairs.append((condition, letter_dot(group.letter, getattr(theme, group.colour), DOT_SIZE, family)))
    return map_styles.rules(*pairs)
