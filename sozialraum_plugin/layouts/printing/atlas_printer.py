"""Prints a layout's atlas area by area into PDF files; what is plain on the pages is drawn without QGIS's items.

QGIS builds the whole context of expressions anew for each item, several times an area, and reads the settings each
time; with two hundred texts that takes several times as long as the maps. So plain texts, lines, charts and tables are
taken from the layout and drawn here, with one context an area; maps and whatever else a user has put on the page remain
QGIS's.
"""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutRenderContext,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsPrintLayout,
    QgsVectorSimplifyMethod,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QMarginsF, Qt
from qgis.PyQt.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from ..items import Property
from .drawings import UNITS, Drawing
from .plain_items import drawing_of
from .values import Values, property_expression

MILLIMETRES_PER_INCH = 25.4
SIMPLIFY = 0.1  # pixels, as QGIS does for vector pages


class AtlasPrinter:
    """Writes the pages of one area after the other. The layout is used up: give it a clone of one that is to stay."""

    def __init__(self, layout: QgsPrintLayout, dpi: int, filter_expression: str = "") -> None:
        self._layout = layout
        self._dpi = dpi
        self._layers: list[QgsMapLayer] = []  # the maps only refer to them
        atlas = self._layout.atlas()
        atlas.setFilterFeatures(bool(filter_expression))
        atlas.setFilterExpression(filter_expression)
        self._fix_styles()
        self._left: list[QgsLayoutItem] = []  # what QGIS draws
        self._drawings = self._take_plain()
        self._set_context()
        self._values = Values(self._layout)

    def __enter__(self) -> AtlasPrinter:
        self._layout.atlas().beginRender()
        return self

    def __exit__(self, *_: object) -> None:
        self._layout.atlas().endRender()

    def __len__(self) -> int:
        return self._layout.atlas().count()

    def seek(self, number: int) -> QgsFeature:
        """Go to an area and return its feature of the coverage layer."""
        self._layout.atlas().seekTo(number)
        self._values.begin_area()
        return self._layout.reportContext().feature()

    def write(self, path: Path, georeference: bool) -> bool:
        """Write the pages of the current area; return whether there is any and the file could be opened."""
        path.unlink(missing_ok=True)
        exporter = QgsLayoutExporter(self._layout)
        collection = self._layout.pageCollection()
        numbers = [number for number in range(collection.pageCount()) if self._is_there(collection.page(number))]
        writer = QPdfWriter(str(path))
        writer.setResolution(self._dpi)
        painter = QPainter()
        try:
            for number in numbers:
                writer.setPageLayout(_page_layout(collection.page(number)))
                if not (writer.newPage() if painter.isActive() else painter.begin(writer)):
                    return False
                if self._has_items_of_qgis(collection.page(number)) or not _is_white(collection.page(number)):
                    exporter.renderPage(painter, number)
                self._draw(painter, collection.page(number))
        finally:
            if painter.isActive():  # a device must not go while it is painted on
                painter.end()
        if not numbers:
            return False
        if georeference:
            self._georeference(exporter, path)
        return True

    def _georeference(self, exporter: QgsLayoutExporter, path: Path) -> None:
        """Say where the first page lies, as QGIS does for one file but not for an atlas; a GDAL without PDF cannot."""
        reference = self._layout.referenceMap()
        if reference is None:
            return
        across, turn, left, lean, down, top = exporter.computeWorldFileParameters(self._dpi)
        try:  # GDAL 4 raises what GDAL 3 returns
            pdf = gdal.OpenEx(str(path), gdal.OF_UPDATE | gdal.OF_RASTER, open_options=[f"DPI={self._dpi}"])
        except RuntimeError:
            pdf = None
        if pdf is not None:
            pdf.SetGeoTransform((left, across, turn, top, lean, down))
            pdf.SetProjection(reference.crs().toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL))

    def _is_there(self, page: QgsLayoutItemPage) -> bool:
        hidden = property_expression(page, Property.ExcludeFromExports)
        return not (self._values.of(hidden) if hidden else page.excludeFromExports())

    def _has_items_of_qgis(self, page: QgsLayoutItemPage) -> bool:
        """Tell whether any item lies on the page now; for another area it may lie on another page."""
        return any(item.sceneBoundingRect().intersects(page.sceneBoundingRect()) for item in self._left)

    def _draw(self, painter: QPainter, page: QgsLayoutItemPage) -> None:
        """Draw what begins on the page, or in the space above it, for the area in print."""
        above, below = page.pos().y(), page.pos().y() + page.rect().height()
        space = self._layout.pageCollection().spaceBetweenPages()
        before = painter.transform()
        painter.scale(*[self._dpi / MILLIMETRES_PER_INCH / UNITS] * 2)
        painter.translate(0, -above * UNITS)
        for drawing in self._drawings:
            if above - space <= drawing.frame.top(self._values) < below:
                drawing.draw(painter, self._values)
        painter.setTransform(before)

    def items_of_qgis(self) -> list[QgsLayoutItem]:
        """Return the items that QGIS draws, from the top."""
        items = [item for item in self._layout.items() if isinstance(item, QgsLayoutItem)]
        items = [item for item in items if not isinstance(item, QgsLayoutItemPage)]
        return sorted(items, key=lambda item: -item.zValue())

    def _take_plain(self) -> list[Drawing]:
        """Take the plain items from the layout that nothing lies on, and return how they are drawn, from below."""
        drawings: list[Drawing] = []
        for item in self.items_of_qgis():
            drawing = drawing_of(item)
            covered = any(other.sceneBoundingRect().intersects(item.sceneBoundingRect()) for other in self._left)
            if drawing is None or covered:
                self._left.append(item)
            else:
                drawings.append(drawing)
                _remove(item)
        # else what is gone still follows the atlas
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return drawings[::-1]

    def _fix_styles(self) -> None:
        """Give each map copies of its layers in its own style, which QGIS otherwise reads from XML for each picture."""
        for item in self._layout.items():
            if not isinstance(item, QgsLayoutItemMap) or not (item.keepLayerSet() and item.keepLayerStyles()):
                continue
            styles, layers = item.layerStyleOverrides(), []
            for layer in item.layers():
                copy = layer.clone()
                if layer.id() in styles:
                    QgsMapLayerStyle(styles[layer.id()]).writeToLayer(copy)
                layers.append(copy)
            self._layers += layers
            item.setKeepLayerStyles(False)
            item.setLayerStyleOverrides({})
            item.setLayers(layers)

    def _set_context(self) -> None:
        """Tell the layout once what an export to PDF sets and takes back for each file."""
        context = self._layout.renderContext()
        context.setDpi(self._dpi)
        context.setFlag(QgsLayoutRenderContext.Flag.FlagForceVectorOutput, True)
        context.setTextRenderFormat(Qgis.TextRenderFormat.AlwaysText)
        simplify = QgsVectorSimplifyMethod()
        simplify.setSimplifyHints(QgsVectorSimplifyMethod.SimplifyHint.GeometrySimplification)
        simplify.setSimplifyAlgorithm(QgsVectorSimplifyMethod.SimplifyAlgorithm.SnapToGrid)
        simplify.setThreshold(SIMPLIFY)
        context.setSimplifyMethod(simplify)


def _remove(item: QgsLayoutItem) -> None:
    layout = item.layout()
    if isinstance(item, QgsLayoutFrame):
        table = item.multiFrame()
        layout.removeMultiFrame(table)
        table.deleteLater()
    layout.removeLayoutItem(item)


def _is_white(page: QgsLayoutItemPage) -> bool:
    symbol = page.pageStyleSymbol()
    return symbol is None or (symbol.symbolLayerCount() == 1 and symbol.color() == QColor(Qt.GlobalColor.white))


def _page_layout(page: QgsLayoutItemPage) -> QPageLayout:
    sheet = QPageSize(page.rect().size(), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    return QPageLayout(sheet, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
