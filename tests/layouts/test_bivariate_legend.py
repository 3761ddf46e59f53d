"""The legend on a page: vector in the PDF, and readable in greyscale."""

import re
import zlib

import pytest
from qgis.core import QgsLayoutExporter, QgsPrintLayout, QgsProject
from qgis.PyQt.QtGui import QColor

from sozialraum_plugin.layouts.bivariate_legend import ITEM_ID, add_bivariate_legend


def page():
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    return layout


def test_size_and_place():
    layout = page()
    item = add_bivariate_legend(layout, 20, 30, width=60)
    assert layout.itemById(ITEM_ID) is item
    assert (item.pagePos().x(), item.pagePos().y()) == (20, 30)
    assert (item.rect().width(), item.rect().height()) == (60, pytest.approx(43.8))


def test_it_stays_vector(tmp_path):
    layout = page()
    add_bivariate_legend(layout, 10, 10, {"2+/-": 300}, 6)
    target = tmp_path / "legende.pdf"
    code = QgsLayoutExporter(layout).exportToPdf(str(target), QgsLayoutExporter.PdfExportSettings())
    assert code == QgsLayoutExporter.ExportResult.Success
    content = target.read_bytes()
    assert b"/Subtype /Image" not in content
    streams = re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL)
    assert max(len(_inflated(stream)) for stream in streams) > 5000  # strokes, not an empty page


def _inflated(stream):
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def test_the_four_rows_darken_in_greyscale():
    layout = page()
    add_bivariate_legend(layout, 0, 0)
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=254)  # ten pixels a millimetre: a unit of the drawing
    greys = [QColor(image.pixel(440, y)).lightness() for y in (135, 225, 315, 405)]  # the stable column
    assert greys == sorted(greys, reverse=True)
    assert all(one - other > 12 for one, other in zip(greys, greys[1:]))
