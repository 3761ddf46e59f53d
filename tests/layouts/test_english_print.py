"""A printed English profile has no German number, and the scale bar follows the profile instead of QGIS's locale."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from english_numbers import german_numbers
from html_profiles import AREAS
from overview_data import codes, overview
from printed_profiles import page_texts, print_profiles
from profile_data import indicators_frame
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsLayoutItemScaleBar,
    QgsNumericFormatContext,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QLocale

from sozialraum_plugin.core.profiles.colours import Theme
from sozialraum_plugin.core.profiles.footer import Imprint
from sozialraum_plugin.core.profiles.local import LocalTables
from sozialraum_plugin.core.profiles.overview_report import overview_report
from sozialraum_plugin.core.profiles.profiles import ProfileOptions
from sozialraum_plugin.layouts.overview_layers import OverviewLayer
from sozialraum_plugin.layouts.overview_pages import Ground, overview_layout
from sozialraum_plugin.layouts.profile_project import multipart
from sozialraum_plugin.layouts.styles import Styles
from sozialraum_plugin.layouts.typography import TextStyle, profile_family, text_width

SIDES = {
    "0599900101": (0, 0, 500, 800), "0599900102": (500, 0, 1200, 800), "0599900201": (0, 800, 1200, 1500),
    "05999001": (0, 0, 1200, 800), "05999002": (0, 800, 1200, 1500), "05999": (0, 0, 1200, 1500),
}  # fmt: skip


@pytest.fixture
def pages(tmp_path) -> list[str]:
    shapes = [QgsGeometry.fromRect(QgsRectangle(*SIDES[code])) for code in AREAS["gebiet"]]
    frame = indicators_frame(AREAS)
    frame["untergrenze"], frame["obergrenze"] = frame["wert"] * 0.9, frame["wert"] * 1.1
    index = pd.DataFrame(
        [("0599900101", 3, "+/-", "3+/-", None, 0.875)],
        columns=["gebiet", "status", "dynamik", "gesamt", "ausgeschlossen", "stabil"],
    )
    survey = pd.DataFrame(
        [("0599900101", "Gern hier?", "ja", 45.3, 1234)], columns=["gebiet", "frage", "antwort", "anteil", "n"]
    )
    options = ProfileOptions(imprint=Imprint("Stadt Müsterhausen", "01.01.2026"))
    pdf, _ = print_profiles(tmp_path, AREAS, shapes, frame, index, LocalTables(survey=survey), options, "en")
    return page_texts(Path(pdf))


def test_an_english_print_has_no_german_number(pages):
    told = " ".join("\n".join(pages).split())
    found = [number for number in german_numbers(told) if not number.endswith("%")]  # a tile's unit stands apart
    assert found == []
    for text in ("4,310", "14.3% against", "31 December 2025", "31 Dec 2025", "1 January 2026", "(1,234 answers)"):
        assert text in told, text


@pytest.mark.parametrize(("language", "printed"), [("de", "1.800"), ("en", "1,800")])
@pytest.mark.parametrize("locale", [QLocale(QLocale.Language.German), QLocale(QLocale.Language.English), QLocale.c()])
def test_the_scale_bar_of_the_report_follows_its_language_and_not_the_locale(language, printed, locale):
    before = QLocale()
    QLocale.setDefault(locale)
    try:
        assert scale_bar_number(language) == printed
    finally:
        QLocale.setDefault(before)


def scale_bar_number(language: str) -> str:
    source = overview(3, None, language)
    crs, project = QgsCoordinateReferenceSystem("EPSG:25832"), QgsProject()
    project.setCrs(crs)
    shapes = {
        code: multipart(QgsGeometry.fromRect(QgsRectangle(number * 900, 0, number * 900 + 900, 900)))
        for number, code in enumerate(codes(3))
    }
    layer = OverviewLayer(source, shapes, crs, project, Theme(), profile_family())
    layout = overview_layout(overview_report(source), source, layer, Ground(), project, Styles(Theme()))
    bar = next(item for item in layout.items() if isinstance(item, QgsLayoutItemScaleBar))
    return bar.numericFormat().formatDouble(1800, QgsNumericFormatContext())


def test_point_and_comma_take_the_same_room_so_that_one_measure_serves_both_languages():
    for style in (TextStyle(7, "#000000"), TextStyle(13, "#000000", True), TextStyle(20, "#000000", True)):
        point, comma = (text_width(mark, style, profile_family()) for mark in ".,")
        assert point == pytest.approx(comma, abs=0.06)
        assert len({round(text_width(digit, style, profile_family()), 4) for digit in "0123456789"}) == 1
