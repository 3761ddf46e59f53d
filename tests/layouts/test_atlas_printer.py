"""Pages that we draw ourselves look like those that QGIS prints, and what a user adds is on them too."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest
from printed_profiles import Word, page_texts, print_profiles, words_of
from printed_town import AREAS, SQUARES
from profile_data import indicators_frame
from qgis.core import (
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
)
from qgis.PyQt.QtGui import QImage

from sozialraum_plugin.layouts.items import Property
from sozialraum_plugin.layouts.printing.atlas_printer import AtlasPrinter

BLOCK = 8  # pixels
DPI = 60
ASIDE, ABOVE = 2.4, 0.6  # millimetres: QGIS 3.22 rounds the size of a font, a line of 180 mm may be 1.3 % longer


class Sheets:
    """One layout and both ways to print its first area."""

    def __init__(self, folder: Path) -> None:
        shapes = [QgsGeometry.fromWkt(f"MULTIPOLYGON((({square})))") for square in SQUARES]
        self.folder = folder
        self.by_qgis, _ = print_profiles(folder, AREAS, shapes, indicators_frame(AREAS), keep=self._keep)
        self.ours = folder / "ours.pdf"

    def _keep(self, layout: QgsPrintLayout, project: QgsProject) -> None:
        self.layout, self.project = layout, project

    def print(self) -> AtlasPrinter:
        printer = AtlasPrinter(self.layout, 72)
        with printer:
            printer.seek(0)
            assert printer.write(self.ours, georeference=False)
        return printer


@pytest.fixture
def sheets(qgis_app, tmp_path) -> Sheets:
    return Sheets(tmp_path)


def first_pages(words: list[Word], pages: int) -> list[Word]:
    return [word for word in words if word.page <= pages]


def test_every_word_stands_where_qgis_prints_it(sheets):
    sheets.print()
    pages = len(page_texts(sheets.ours))
    ours, theirs = words_of(sheets.ours), first_pages(words_of(sheets.by_qgis), pages)
    assert pages >= 3 and len(theirs) > 200
    for word in theirs:
        twins = [one for one in ours if one.text == word.text and one.page == word.page]
        near = [one for one in twins if abs(one.left - word.left) < ASIDE and abs(one.bottom - word.bottom) < ABOVE]
        assert near, f"{word} is none of {twins}"


def test_the_texts_of_charts_are_texts(sheets):
    sheets.print()
    assert "Frauen" in page_texts(sheets.ours)[1]


def test_pages_look_as_qgis_prints_them(sheets):
    sheets.print()
    pages = len(page_texts(sheets.ours))
    for page in range(1, pages + 1):
        ours, theirs = blocks(sheets.ours, page), blocks(sheets.by_qgis, page)
        assert ours.shape == theirs.shape
        assert np.abs(ours - theirs).max() < 0.2, f"page {page}"
        assert np.abs(ours - theirs).mean() < 0.004, f"page {page}"


def blocks(pdf: Path, page: int) -> np.ndarray:
    """Return the mean grey of blocks of a page, 0 to 1."""
    stem = pdf.with_suffix("")
    command = ["pdftoppm", "-r", str(DPI), "-gray", "-png", "-singlefile", "-f", str(page), "-l", str(page)]
    subprocess.run([*command, str(pdf), str(stem)], check=True)
    image = QImage(f"{stem}.png").convertToFormat(QImage.Format.Format_Grayscale8)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    grey = np.frombuffer(bytes(bits), np.uint8).reshape(image.height(), image.bytesPerLine())[:, : image.width()] / 255
    high, wide = (size // BLOCK for size in grey.shape)
    return grey[: high * BLOCK, : wide * BLOCK].reshape(high, BLOCK, wide, BLOCK).mean(axis=(1, 3))


def test_our_own_pages_leave_only_maps_to_qgis(sheets):
    printer = sheets.print()
    left = {type(item).__name__ for item in printer.items_of_qgis()}
    assert {"QgsLayoutItemMap"} <= left <= {"QgsLayoutItemMap", "QgsLayoutItemScaleBar", "QgsLayoutItemMarker"}


def add_label(layout: QgsPrintLayout, text: str, y: float) -> QgsLayoutItemLabel:
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    layout.addLayoutItem(label)
    label.attemptResize(QgsLayoutSize(80, 6))
    label.attemptMove(QgsLayoutPoint(100, y), page=0)
    return label


@pytest.mark.parametrize("change", ["turn", "frame", "ground", "opacity", "page variable", "broken"])
def test_what_a_user_adds_is_left_to_qgis_and_printed(sheets, change):
    text = {"page variable": "Blatt [% @layout_page %]", "broken": 'Blatt [% "gebiet" || ( %]'}.get(
        change, "Blatt eins"
    )
    label = add_label(sheets.layout, text, 240)
    if change == "turn":
        label.setItemRotation(3)
    elif change == "frame":
        label.setFrameEnabled(True)
    elif change == "ground":
        label.setBackgroundEnabled(True)
    elif change == "opacity":
        label.setItemOpacity(0.5)
    printer = sheets.print()
    assert label in printer.items_of_qgis()
    words = page_texts(sheets.ours)[0]
    assert "Blatt" in words or change in ("opacity", "turn")  # which QGIS prints as picture or as outlines
    assert change != "page variable" or "Blatt 1" in words


def test_a_plain_label_of_the_user_is_drawn_with_the_area_s_values(sheets):
    add_label(sheets.layout, 'Kennziffer [% "gebiet" %], [% 2 + 1 %]', 240)
    printer = sheets.print()
    assert all(isinstance(item, QgsLayoutItemMap) for item in printer.items_of_qgis() if hasattr(item, "layers"))
    assert f"Kennziffer {AREAS['gebiet'][0]}, 3" in page_texts(sheets.ours)[0]


def test_a_label_below_an_item_that_qgis_draws_stays_below(sheets):
    covered = add_label(sheets.layout, "verdeckt", 240)
    cover = QgsLayoutItemShape(sheets.layout)
    symbol = QgsFillSymbol.createSimple({"color": "#FF0000", "outline_style": "no"})
    symbol.appendSymbolLayer(symbol.symbolLayer(0).clone())  # not a plain filling
    cover.setSymbol(symbol)
    sheets.layout.addLayoutItem(cover)
    cover.attemptResize(QgsLayoutSize(90, 10))
    cover.attemptMove(QgsLayoutPoint(95, 238), page=0)
    left = sheets.print().items_of_qgis()
    assert covered in left and cover in left


def test_items_that_are_hidden_are_not_printed(sheets):
    add_label(sheets.layout, "unsichtbar", 240).setVisibility(False)
    add_label(sheets.layout, "ausgenommen", 250).setExcludeFromExports(True)
    sheets.print()
    assert not {"unsichtbar", "ausgenommen"} & {word.text for word in words_of(sheets.ours)}


def test_a_file_that_cannot_be_opened_is_no_success(sheets):
    printer = AtlasPrinter(sheets.layout, 72)
    with printer:
        printer.seek(0)
        assert not printer.write(sheets.folder / "keinordner" / "a.pdf", georeference=True)


@pytest.mark.parametrize("plain", [True, False])
def test_an_item_is_printed_on_the_page_to_which_an_expression_moves_it(sheets, plain):
    label = add_label(sheets.layout, "Wanderer", 240)
    label.setBackgroundEnabled(not plain)
    third = sheets.layout.pageCollection().page(2).pos().y()
    label.dataDefinedProperties().setProperty(Property.PositionY, QgsProperty.fromExpression(f"{third} + 240"))
    sheets.print()
    assert ["Wanderer" in text for text in page_texts(sheets.ours)[:3]] == [False, False, True]


def test_a_label_that_begins_above_its_page_is_printed(sheets):
    label = add_label(sheets.layout, "Kante", -1)
    assert label.page() >= 0
    sheets.print()
    assert "Kante" in page_texts(sheets.ours)[0]


def test_a_coloured_page_keeps_its_colour(sheets):
    page = sheets.layout.pageCollection().page(2)
    page.setPageStyleSymbol(QgsFillSymbol.createSimple({"color": "#000000", "outline_style": "no"}))
    sheets.print()
    assert blocks(sheets.ours, 3)[1, 1] < 0.1
    assert blocks(sheets.ours, 1)[1, 1] > 0.9


def test_an_area_without_any_page_leaves_no_file_of_another(sheets):
    printer = AtlasPrinter(sheets.layout, 72)
    pages = sheets.layout.pageCollection()
    with printer:
        printer.seek(0)
        assert printer.write(sheets.ours, georeference=False)
        for number in range(pages.pageCount()):
            pages.page(number).dataDefinedProperties().setProperty(
                Property.ExcludeFromExports, QgsProperty.fromValue(True)
            )
        printer.seek(1)
        assert not printer.write(sheets.ours, georeference=False)
    assert not sheets.ours.exists()


def test_pages_of_other_sizes_keep_them(sheets):
    sheets.layout.pageCollection().page(0).setPageSize(QgsLayoutSize(297, 210))
    sheets.print()
    sizes = subprocess.run(["pdfinfo", "-l", "2", str(sheets.ours)], capture_output=True, text=True, check=True).stdout
    assert "841.9 x 595.3" in sizes.replace("841.92", "841.9").replace("595.28", "595.3") or "842 x 595" in sizes


def test_the_printer_counts_items_but_not_pages(sheets):
    items = sheets.print().items_of_qgis()
    assert items and not any(isinstance(item, QgsLayoutItemPage) for item in items)
    assert all(isinstance(item, QgsLayoutItem) for item in items)
