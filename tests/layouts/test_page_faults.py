"""Pages with the worst that data bring: nothing over anything else, nothing outside, nothing cut off."""

from __future__ import annotations

import itertools
import re
import unicodedata
from pathlib import Path

import pandas as pd
import pytest
from printed_profiles import Word, page_texts, print_profiles, words_of
from profile_data import areas_frame, indicator_row, indicators_frame
from qgis.core import QgsGeometry

from sozialraum_plugin.core.profiles.colours import Theme
from sozialraum_plugin.core.profiles.footer import Imprint
from sozialraum_plugin.core.profiles.local import LocalTables
from sozialraum_plugin.core.profiles.local_pages import WIDTHS as LOCAL_WIDTHS
from sozialraum_plugin.core.profiles.profiles import ProfileOptions
from sozialraum_plugin.layouts.page_frame import WIDTH
from sozialraum_plugin.layouts.profile_page1 import MAIN_MAP
from sozialraum_plugin.layouts.profile_page3 import RANK_WIDTH, WIDTHS
from sozialraum_plugin.layouts.profile_project import multipart
from sozialraum_plugin.layouts.styles import Styles
from sozialraum_plugin.layouts.typography import profile_family, text_width

LONG = "Oberhausen-Schmachtendorf/Walsumermark-Süd"
ENDLESS = "Donaudampfschifffahrtsgesellschaftskapitänswitwenheimsiedlung"
KEY = "1234567890" * 4
LEFT, RIGHT, TOP, BOTTOM = 14.9, 195.3, 6.0, 291.0
AREAS = areas_frame(
    [
        ("0599900101", LONG, "sozialraum", "05999001", "05999001", 4310),
        (KEY, ENDLESS, "sozialraum", "05999001", "05999001", 5200),
        ("3", "Einzelhof", "sozialraum", "05999001", "05999001", 3),
        ("4", "Leerstelle", "sozialraum", None, None, None),
        ("05999001", "Bad Königshofen im Grabfeld", "gemeinde", "05999", "05999001", 1234567),
        ("05999", "Musterkreis", "kreis", None, None, 11610),
    ]
)
SHAPES = [
    multipart(QgsGeometry.fromWkt(f"POLYGON(({west} 0,{east} 0,{east} 800,{west} 800,{west} 0))"))
    for west, east in ((0, 500), (500, 900), (900, 900.5), (901, 1200), (0, 901), (0, 1200))
]
NAMES = (
    "Sonderpädagogischer Förderbedarf (Lernen, emotionale und soziale Entwicklung, Sprache)",
    "Hilfe zum Lebensunterhalt außerhalb von Einrichtungen", "Erwerbstätige Leistungsberechtigte (Aufstocker)",
)  # fmt: skip
NOTE = "Im Neubaugebiet am Hang ziehen seit Herbst Familien ein. " * 30


def hard_indicators() -> pd.DataFrame:
    """Usual indicators under long names, with intervals, breaks and estimates, and counts of millions."""
    frame = indicators_frame(AREAS.iloc[[0, 1, 4, 5]], seed=3)
    frame["gebietsstand"] = frame["stichtag"].map(lambda day: "2021-01-01" if day < "2021" else "2026-01-01")
    share = frame["masseinheit"] == "%"
    frame["untergrenze"] = (frame["wert"].astype(float) - 2.5).where(share)
    frame["obergrenze"] = (frame["wert"].astype(float) + 2.5).where(share)
    frame.loc[frame["stichtag"] == "2019-12-31", "kennzeichen"] = "geschaetzt"
    names = dict(zip(("K05", "S01", "A07"), NAMES))
    frame["indikator_name"] = frame["indikator"].map(names).fillna(frame["indikator_name"])
    more = {"masseinheit": "EUR", "indikator_name": "Gewerbesteueraufkommen je Erwerbstätigen und Jahr"}
    money = [indicator_row(code, "Z1", "2025-12-31", 12345678.9, **more) for code in AREAS["gebiet"][[0, 1, 4, 5]]]
    return pd.concat([frame, pd.DataFrame(money, dtype=object)], ignore_index=True)


def local_tables() -> LocalTables:
    code = AREAS["gebiet"][0]
    facilities = [(code, "Kita", f"Kindertagesstätte {ENDLESS} {number}") for number in range(30)]
    survey = [(code, f"{NAMES[0]} – {NAMES[1]} – {NAMES[2]}?", f"{name} {ENDLESS}", 33.3, 333) for name in NAMES]
    actors = [(code, ENDLESS, LONG, NOTE)] * 3
    return LocalTables(
        pd.DataFrame(facilities, columns=["gebiet", "art", "name"]),
        pd.DataFrame(survey, columns=["gebiet", "frage", "antwort", "anteil", "n"], dtype=object),
        pd.DataFrame(actors, columns=["gebiet", "art", "name", "aufgabe"]),
        pd.DataFrame([(code, NOTE), (KEY, "Kurz.")], columns=["gebiet", "text"]),
    )


@pytest.fixture(scope="module", params=["de", "en"])
def printed(request, tmp_path_factory, qgis_app) -> tuple[Path, pd.DataFrame]:
    index = pd.DataFrame(
        [
            ("0599900101", 4, "-", "4-", None, 0.91),
            (KEY, None, None, None, "kein Wert in A04, A12, A04_d, A12_d und weniger als 300 Einwohner", None),
            ("3", 1, "+/-", "1+/-", None, 1.0),
        ],
        columns=["gebiet", "status", "dynamik", "gesamt", "ausgeschlossen", "stabil"], dtype=object,
    )  # fmt: skip
    options = ProfileOptions(imprint=Imprint("Kreis Musterkreis, Amt für Sozialplanung", "01.01.2026"))
    folder = tmp_path_factory.mktemp(f"harte_{request.param}")
    return print_profiles(folder, AREAS, SHAPES, hard_indicators(), index, local_tables(), options, request.param)


@pytest.fixture(scope="module")
def words(printed) -> list[Word]:
    return words_of(printed[0])


def overlap(one: Word, other: Word) -> float:
    """Return how much of the smaller word the other covers, 0 to 1."""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    smaller = min((each.right - each.left) * (each.bottom - each.top) for each in (one, other))
    return max(0.0, width) * max(0.0, height) / smaller if smaller else 0.0


def test_no_word_stands_over_another(words):
    faults = []
    for _, on_page in itertools.groupby(words, key=lambda word: word.page):
        for one, other in itertools.combinations(on_page, 2):
            if overlap(one, other) > 0.2 and not on_the_map(one):
                faults.append((one.page, one.text, other.text))
    assert faults == []


def on_the_map(word: Word) -> bool:
    return MAIN_MAP.y < word.top < MAIN_MAP.y + MAIN_MAP.height


def test_every_word_is_inside_the_margins(words):
    outside = [w for w in words if w.left < LEFT or w.right > RIGHT or w.top < TOP or w.bottom > BOTTOM]
    assert outside == []


def test_no_text_of_the_table_is_cut_off(printed, words):
    """Each word of the texts of an area is on its pages."""
    pdf, table = printed
    pages, first = page_texts(pdf), 0
    for _, row in table.sort_values("gebiet").iterrows():
        count = int(re.search(r"(?:Seite|Page) 1 (?:von|of) (\d+)", pages[first]).group(1))
        there = "".join("".join(pages[first : first + count]).split())
        first += count
        for column, text in row.items():
            if text and isinstance(text, str) and printed_column(column):
                for word in unicodedata.normalize("NFKC", text).split():
                    assert "".join(word.split()) in there, f"{row['gebiet']} {column}: {word}"
    assert first == len(pages)


def test_no_cell_is_wider_than_its_column(printed):
    """A table's cell cuts what is too long, though the text stays in the file."""
    styles, family = Styles(Theme()), profile_family()
    kinds = {"wert": styles.strong, "intervall": styles.small}
    columns = [(f"alle_{part}", wide, kinds.get(part, styles.table)) for part, wide in WIDTHS.items()]
    columns += [(f"ort_{part}", wide, styles.table) for part, wide in LOCAL_WIDTHS.items()]
    columns += [("alle_rang", RANK_WIDTH, styles.table), ("ort_frage", WIDTH, styles.strong)]
    columns += [("ort_absatz", WIDTH, styles.table)]
    for column, room, style in columns:
        cells = {cell for text in printed[1][column].dropna() for cell in text.split("\n")}
        assert [cell for cell in cells if text_width(cell, style, family) > room] == [], column


def printed_column(column: str) -> bool:
    return not column.endswith("_bild") and column not in ("gebiet", "ebene", "gemeinde", "feld_gruppe", "vermerk")


def test_an_area_with_nothing_has_no_page_of_empty_lines(printed):
    page = page_texts(printed[0])[-1]  # the last area by code
    assert "Leerstelle" in page and re.search("(Seite|Page) 2 (von|of) 2", page)  # the index of all areas is there
    assert "None" not in page and "NULL" not in page
