"""The main map of each profile as a picture for its web page: the same layers and styles as on the printed page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutItemPage,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QSize
from qgis.PyQt.QtGui import QImage

from ..core.numbers import NumberFormat
from ..core.profiles.colours import Theme
from . import map_styles, maps
from .items import Box, Page
from .profile_layout import present_facilities
from .styles import Styles
from .typography import profile_family

SIZE = (180.0, 92.0)  # millimetres
MAP = Box(0.0, 0.0, 180.0, 86.0)
SCALE = Box(142.0, 86.6, 38.0, 5.0)
MILLIMETRES_PER_INCH = 25.4


def map_pictures(
    project: QgsProject,
    coverage: QgsVectorLayer,
    areas: QgsVectorLayer,
    background: Mapping[str, QgsVectorLayer],
    theme: Theme,
    dpi: int,
    numbers: NumberFormat,
) -> Iterator[bytes]:
    """Yield a PNG for each area of `coverage`, in the order of its features, with a scale bar below the map.

    The layers must be the project's; `areas` holds those of all levels, for the names of the neighbours.
    """
    layout = _layout(project, coverage, areas, background, theme, numbers)
    exporter = QgsLayoutExporter(layout)
    size = QSize(*(round(length / MILLIMETRES_PER_INCH * dpi) for length in SIZE))
    atlas = layout.atlas()
    atlas.beginRender()
    try:
        for number in range(atlas.count()):
            atlas.seekTo(number)
            yield _png(exporter.renderPageToImage(0, size, dpi))
    finally:
        atlas.endRender()


def _layout(
    project: QgsProject,
    coverage: QgsVectorLayer,
    areas: QgsVectorLayer,
    background: Mapping[str, QgsVectorLayer],
    theme: Theme,
    numbers: NumberFormat,
) -> QgsPrintLayout:
    layout = QgsPrintLayout(project)
    layout.undoStack().blockCommands(True)
    layout.setUnits(QgsUnitTypes.LayoutUnit.LayoutMillimeters)
    sheet = QgsLayoutItemPage(layout)
    sheet.setPageSize(QgsLayoutSize(*SIZE, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
    layout.pageCollection().addPage(sheet)
    layout.atlas().setCoverageLayer(coverage)
    layout.atlas().setEnabled(True)
    page, crs = Page(layout, 0, profile_family()), coverage.crs()
    labels = map_styles.neighbour_labels(theme, page.family)
    around = (areas, map_styles.style_xml(areas, map_styles.areas(theme), labels))
    veil = (coverage, map_styles.style_xml(coverage, map_styles.veil()))
    ground = [
        (background[kind], map_styles.style_xml(background[kind], map_styles.background(kind, background[kind])))
        for kind in maps.GROUND_ORDER
        if kind in background
    ]
    groups, dots = present_facilities(background), []
    if groups:
        layer = background["facilities"]
        renderer = maps.facility_renderer(layer, groups, crs, theme, page.family)
        dots.append((layer, map_styles.style_xml(layer, renderer)))
    main = maps.add_main_map(page, MAP, around, veil, ground, dots)
    maps.add_scale_bar(page, SCALE, main, Styles(theme).small, numbers)
    return layout


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    buffer.close()
    return bytes(data)
