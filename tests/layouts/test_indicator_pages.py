"""Page 3 and those after it, printed: as many pages as the indicators need, each line whole."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pandas as pd
import pytest
from printed_profiles import page_texts, print_profiles
from profile_data import areas_frame, indicator_row
from qgis.core import QgsGeometry

from sozialraum_plugin.core.profiles.indicator_pages import NAME_SIZE, NAME_WIDTH, SLOTS
from sozialraum_plugin.core.profiles.text_measure import width, wrapped
from sozialraum_plugin.layouts.profile_project import multipart
from sozialraum_plugin.layouts.typography import FAMILY, TextStyle, profile_family, text_width

LONG_NAME = "Oberhausen-Schmachtendorf/Walsumermark-Süd"
KEY = "1234567890" * 4
AREAS = areas_frame(
    [
        (KEY, LONG_NAME, "sozialraum", "G", "G", 1),
        ("02", "Auenland", "sozialraum", "G", "G", 5200),
        ("03", "Aue", "sozialraum", "G", "G", 4200),
        ("G", "Musterstadt", "gemeinde", None, "G", 9510),
    ]
)
SHAPES = [
    multipart(QgsGeometry.fromWkt(f"POLYGON(({west} 0,{east} 0,{east} 800,{west} 800,{west} 0))"))
    for west, east in ((0, 500), (500, 900), (900, 1200), (0, 1200))
]


def indicators(count: int) -> pd.DataFrame:
    """Indicators with names that grow longer and longer."""
    rows = []
    for number in range(count):
        name = f"Nr. {number} " + "sonderpädagogischer Förderbedarf emotionale Entwicklung "[: number % 57].strip()
        for place, area in enumerate(AREAS["gebiet"]):
            more = {"indikator_name": name, "masseinheit": "je 1000 Einwohner" if number % 7 == 0 else "%"}
            rows.append(indicator_row(area, f"Z{number}", "2025-12-31", 10.0 + place * number, **more))
    return pd.DataFrame(rows, dtype=object)


def printed(count: int, folder: Path) -> tuple[list[str], pd.Series]:
    """Return the texts of the pages of all areas, and the row of one of them."""
    pdf, table = print_profiles(folder, AREAS, SHAPES, indicators(count))
    return page_texts(pdf), table.set_index("gebiet").loc["02"]


@pytest.mark.parametrize("count", [3, 60, 300])
def test_each_area_has_the_pages_that_its_indicators_need(count, tmp_path):
    pages, row = printed(count, tmp_path)
    needed = len(row["alle_name"].split("\n")) // SLOTS
    assert needed == {3: 1, 60: 3}.get(count, needed) and len(pages) == 3 * (1 + needed)
    numbers = [re.search(r"Seite (\d+) von (\d+)", page).groups() for page in pages]
    assert numbers == [(str(number), str(1 + needed)) for number in range(1, needed + 2)] * 3
    for page in pages[-needed:]:
        assert "Indikator" in page and "Gemeinde" in page and LONG_NAME in page


def test_every_line_of_the_table_is_on_the_page(tmp_path):
    pages, row = printed(60, tmp_path)
    text = " ".join(" ".join(pages).split())
    for part in ("name", "wert", "gemeinde", "abweichung", "rang"):
        for entry in row[f"alle_{part}"].split("\n"):
            assert " ".join(unicodedata.normalize("NFKC", entry).split()) in text, part


def test_lines_that_core_measures_fit_on_the_page():
    family = profile_family()
    if family != FAMILY:
        pytest.skip("measured for Open Sans")
    style, names = TextStyle(NAME_SIZE, "#000000"), indicators(300)["indikator_name"].unique()
    for line in (line for name in names for line in wrapped(name, NAME_WIDTH, NAME_SIZE)):
        real = text_width(line, style, family)
        assert real <= NAME_WIDTH
        assert real <= width(line, NAME_SIZE) <= real * 1.06 + 0.5
