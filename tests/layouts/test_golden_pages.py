"""Printed pages against golden images: one full profile, and the extremes of names, codes, areas and indicators."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

import golden_town as town
import numpy as np
import pytest
from golden_images import (
    FONTS,
    MOST_NEWER_FONTS,
    PAGE_DPI,
    Box,
    check,
    check_family,
    faults,
    page_image,
    page_images,
    pin_fonts,
)
from golden_town import EMPTY, FARM, FULL, KEY, LONG, bare, many_indicators, print_town
from printed_town import info_of, text_of
from qgis.core import QgsFeedback, QgsLayoutExporter

from sozialraum_plugin.core.profiles.svg_texts import SplitChart, split_texts
from sozialraum_plugin.layouts.export import pdf_settings
from sozialraum_plugin.layouts.profile_page1 import MAIN_MAP
from sozialraum_plugin.processing.profiles._profile_files import ProfilePrinter

NAMES = dict(zip(town.AREAS["gebiet"], town.AREAS["gebiet_name"].str.replace("/", "-")))
PIXELS = PAGE_DPI / 25.4  # of a millimetre
MAP = Box(
    *(
        round(PIXELS * edge)
        for edge in (MAIN_MAP.x, MAIN_MAP.y, MAIN_MAP.x + MAIN_MAP.width, MAIN_MAP.y + MAIN_MAP.height)
    )
)
OUTLINES_ALONE = town.AREAS[["gebiet", "gebiet_name", "ebene"]].iloc[:3]
TOWN_PAGES = [
    *((FULL, "voll", page) for page in (1, 2, 3, 4)),
    *((LONG, "langer_name", page) for page in (1, 2, 3)),
    *((KEY, "schluessel_40_stellen", page) for page in (1, 3)),
    *((FARM, "ein_hof", page) for page in (1, 2)),
    *((EMPTY, "leerstelle", page) for page in (1, 2)),
]


@pytest.fixture(scope="module", autouse=True)
def _open_sans(qgis_app, qgis_processing):
    pin_fonts()


@pytest.fixture(scope="module")
def printed(_open_sans, tmp_path_factory) -> dict[str, list[np.ndarray]]:
    """The pages of each area of the town, by its code."""
    files = print_town(town.town(tmp_path_factory.mktemp("golden")))
    return {code: page_images(files[NAMES[code]]) for code in (FULL, LONG, KEY, FARM, EMPTY)}


@pytest.mark.parametrize(("code", "name", "number"), TOWN_PAGES)
def test_page_is_as_it_was(printed, code, name, number):
    check(f"{name}_{number}", printed[code][number - 1], MAP if number == 1 else None)


def test_polygons_alone_are_as_they_were(tmp_path):
    files = print_town(bare(tmp_path, town.indicators().iloc[:0], OUTLINES_ALONE))
    (page,) = page_images(files["Mühlenviertel"])
    check("nur_polygone_1", page, MAP)


def printed_with(count: int, folder: Path) -> Path:
    """Return the profile with so many indicators."""
    return print_town({**bare(folder, many_indicators(count)), "AREAS_CODES": FULL})["Mühlenviertel"]


def test_three_indicators_are_as_they_were(tmp_path):
    first, second = page_images(printed_with(3, tmp_path))
    check("indikatoren_3_1", first, MAP)
    check("indikatoren_3_2", second)


def test_first_and_last_page_of_300_indicators_are_as_they_were(tmp_path):
    pdf = printed_with(300, tmp_path)
    check("indikatoren_300_erste", page_image(pdf, 2))
    check("indikatoren_300_letzte", page_image(pdf, int(info_of(pdf)["Pages"])))


def test_nothing_of_the_day_is_on_a_page(printed, tmp_path):
    """No date of today, and a second run prints the same pixels."""
    pdf = print_town({**town.town(tmp_path), "AREAS_CODES": FULL})["Mühlenviertel"]
    today, text = date.today(), text_of(pdf)
    assert [day for day in (f"{today:%d.%m.%Y}", today.isoformat(), f"{today:%d.%m.%y}") if day in text] == []
    assert all(np.array_equal(one, other) for one, other in zip(page_images(pdf), printed[FULL]))


@pytest.mark.parametrize(
    ("changes", "page", "top", "bottom"),
    [
        ({"CREDIT": " "}, 1, 330, 365),  # another text below the map
        ({"ACCENT": "#6A1B9A"}, 1, 0, 702),
        ({"ACCENT": "#005A9C"}, 3, 0, 702),
        ({"RAILWAY": None}, 1, 130, 330),
        ({"BUILDINGS": None}, 1, 130, 330),
        ({"FACILITIES": None}, 1, 130, 365),
        ({"EDITION": ""}, 2, 620, 702),  # a text of the smallest size
        ({"TITLE": "Sozialraumprofil"}, 4, 0, 60),  # the year is missing
    ],
)
def test_a_change_of_the_page_is_found_where_it_is(printed, tmp_path, changes, page, top, bottom):
    parameters = {**town.town(tmp_path, **changes), "AREAS_CODES": FULL}
    made = page_image(print_town(parameters)["Mühlenviertel"], page)
    found = faults(printed[FULL][page - 1], made, MAP if page == 1 else None)
    assert found
    assert [fault for fault in found if not top <= fault.y <= bottom] == []


@pytest.mark.parametrize(("down", "aside"), [(2, 0), (0, 2), (2, 2)])
def test_a_moved_text_is_found(printed, down, aside):
    """The first key figure, two pixels (0.85 mm) aside or below."""
    page = printed[FULL][0]
    top, bottom, left, right = 372, 396, 32, 92
    moved = page.copy()
    moved[top:bottom, left:right] = np.roll(page[top:bottom, left:right], (down, aside), axis=(0, 1))
    assert any(fault.kind == "block" for fault in faults(page, moved))


def test_a_missing_hairline_is_found(printed):
    """The line between the two rows of key figures."""
    page = printed[FULL][0]
    rows = page[400:440, 40:460].mean(axis=(1, 2))
    line = 400 + int(rows.argmin())
    without = page.copy()
    without[line - 1 : line + 2, 30:470] = 255
    assert {fault.kind for fault in faults(page, without)} >= {"row"}


def test_a_tenth_of_a_pixel_aside_is_no_fault(printed):
    for page in printed[FULL]:
        aside = 0.9 * page + 0.1 * np.roll(page, 1, axis=1)
        assert faults(page, aside) == []


def test_a_name_that_the_map_has_elsewhere_is_no_fault_but_one_that_is_missing(printed):
    """As QGIS 3.22 and 3.40 differ; the neighbour's name right of the area."""
    page = printed[FULL][0]
    name = slice(212, 234), slice(330, 425)
    ground = np.median(page[name].reshape(-1, 3), axis=0)
    without, aside = page.copy(), page.copy()
    without[name] = aside[name] = ground
    aside[216:238, 330:425] = page[name]
    assert faults(page, aside, MAP) == []
    assert faults(page, aside)
    assert faults(page, without, MAP)


WHOLE = Box(0, 0, 496, 702)
DPI = 150


class PrintedTwice(ProfilePrinter):
    """Also lets QGIS itself print the layout."""

    def print(self) -> Path | None:
        path, atlas = self._order.folder / "qgis.pdf", self._layout.atlas()
        atlas.setFilterFeatures(True)
        atlas.setFilterExpression(f"\"gebiet\" = '{FULL}'")
        QgsLayoutExporter.exportToPdf(atlas, str(path), pdf_settings(DPI), QgsFeedback())
        atlas.setFilterFeatures(False)
        return super().print()


def printed_twice(folder: Path) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return the pages of the full profile as areaprofiles prints them, and as QGIS prints its layout."""
    with patch("sozialraum_plugin.processing.profiles._profile_output.ProfilePrinter", PrintedTwice):
        files = print_town({**town.town(folder), "DPI": DPI, "AREAS_CODES": FULL})
    ours, theirs = (page_images(files[name]) for name in (NAMES[FULL], "qgis"))
    assert len(ours) == len(theirs) == 4
    return list(zip(ours, theirs))


def test_our_printing_looks_like_that_of_qgis(tmp_path):
    """Who prints the delivered layout by hand gets the same pages; QGIS sets some texts up to 0.3 mm aside."""
    for ours, theirs in printed_twice(tmp_path):
        assert faults(ours, theirs, WHOLE, MOST_NEWER_FONTS) == []


def test_a_chart_that_only_qgis_prints_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr("sozialraum_plugin.layouts.printing.drawings.split_texts", without_texts)
    assert faults(*printed_twice(tmp_path)[1], WHOLE, MOST_NEWER_FONTS)


def without_texts(chart: bytes) -> SplitChart:
    made = split_texts(chart)
    return made and replace(made, texts=())


def test_a_difference_is_told_with_its_pictures(printed, tmp_path, monkeypatch):
    monkeypatch.setattr("golden_images.FOLDER", tmp_path / "golden")
    monkeypatch.setenv("SOZIALRAUM_GOLDEN_OUTPUT", str(tmp_path / "found"))
    monkeypatch.delenv("SOZIALRAUM_GOLDEN", raising=False)
    page = printed[FULL][3]
    with pytest.raises(AssertionError, match="There is no .*neu.png"):
        check("neu", page)
    monkeypatch.setenv("SOZIALRAUM_GOLDEN", "write")
    check("neu", page)
    monkeypatch.delenv("SOZIALRAUM_GOLDEN")
    check("neu", page)
    other = page.copy()
    other[300:320, 100:140] = (200, 30, 30)
    with pytest.raises(AssertionError, match=r"block at x 1\d\d, y 3[01]\d by \d+.*found"):
        check("neu", other)
    assert {path.name for path in (tmp_path / "found").iterdir()} == {"neu.actual.png", "neu.difference.png"}
    with pytest.raises(AssertionError, match="size 496 x 700"):
        check("neu", page[:700])


@pytest.mark.parametrize(("used", "resolved"), [("DejaVu Sans", "DejaVu Sans"), ("Open Sans", "Noto Sans")])
def test_another_family_is_a_failure_with_words(used, resolved):
    with pytest.raises(AssertionError, match=f"need Open Sans.*{resolved}.*fonts-open-sans"):
        check_family(used, resolved)
    check_family("Open Sans", "Open Sans [GOOG]")


def test_other_font_files_are_a_failure_with_words(monkeypatch, tmp_path):
    monkeypatch.setattr("golden_images.resource", lambda *parts: tmp_path / parts[-1])
    for name in FONTS:
        (tmp_path / name).write_bytes(b"another")
    with pytest.raises(AssertionError, match="other files of Open Sans"):
        pin_fonts()
