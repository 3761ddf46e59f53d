"""The order of the sections from the user's folder: in print, on web pages, in the project's layout."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path

import pytest
from page_structure import page_tree, problems_of
from printed_profiles import Word, print_atlas, words_of
from printed_town import AREAS, base_parameters, poppler, text_of
from qgis.core import QgsProject, QgsReadWriteContext

from algorithms import attempt, memory_layer, run
from sozialraum_plugin.core.fields import Kind
from sozialraum_plugin.core.profiles.texts import Texts
from sozialraum_plugin.layouts.profile_page1 import MAIN_MAP

FIRST = "0599900101_muehlenviertel.pdf"
ORDER = ["notes", "survey", "indicators", "index", "series", "origin"]
TEXTS = Texts("de")
PEOPLE = [TEXTS.phrase(f"heading_{name}") for name in ("index", "origin", "households", "pyramid")]
LOCAL = [TEXTS.phrase(f"heading_{name}") for name in ("notes", "survey", "facilities", "actors")]
LOCAL_TABLES = ("FACILITIES", "SURVEY", "ACTORS", "NOTES")
FOOT = 277.0


def texts_of(names: tuple[str, ...], rows: list[tuple]):
    return memory_layer(
        "NoGeometry", [dict(zip(names, row)) for row in rows], dict.fromkeys(names, Kind.TEXT), name=names[-1]
    )


def everything(folder: Path, templates: Path, **changes) -> dict:
    """All sections of one area; the others lack this or that."""
    code = "0599900101"
    index = [(code, "3", "+/-", "3+/-"), ("0599900102", "1", "+", "1+"), ("0599900201", None, None, None)]
    survey = [(code, "Leben Sie gern hier?", each, share) for each, share in (("ja", "81"), ("nein", "19"))]
    facilities = [{"art": "Kita", "name": f"Kita {number}"} for number in range(3)]
    return base_parameters(
        folder,
        DPI=72,
        TEMPLATE_FOLDER=str(templates),
        INDEX=memory_layer(
            "NoGeometry",
            [dict(zip(("gebiet", "status", "dynamik", "gesamt"), row)) for row in index],
            dict.fromkeys(("gebiet", "status", "dynamik", "gesamt"), Kind.TEXT) | {"status": Kind.INTEGER},
            name="index",
        ),
        FACILITIES=memory_layer(
            "Point", facilities, dict.fromkeys(("art", "name"), Kind.TEXT), ["POINT(200 300)"] * 3, name="einrichtungen"
        ),
        SURVEY=texts_of(("gebiet", "frage", "antwort", "anteil"), survey),
        ACTORS=texts_of(("gebiet", "art", "name", "aufgabe"), [(code, "Verein", "Aufwind", "Beratung")] * 3),
        NOTES=texts_of(("gebiet", "text"), [(code, "Der Markt wird umgebaut. " * 120), ("0599900201", "Kurz.")]),
        **changes,
    )


@pytest.fixture(scope="module")
def templates(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("vorlagen")
    (folder / "sections.json").write_text(json.dumps(ORDER), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def printed(provider, templates, tmp_path_factory) -> Path:
    """The folder of a run with profiles, project and charts."""
    folder = tmp_path_factory.mktemp("gedruckt")
    store = folder / "store.gpkg"
    given = everything(
        folder / "pdf",
        templates,
        OUTPUT_TABLE=f"ogr:dbname='{store}' table=\"profile\" (geom)",
        CHART_FOLDER=str(folder / "diagramme"),
    )
    _, log = run("areaprofiles", given)
    assert "Own templates: sections.json" in log and "not used" not in log
    run("buildproject", {"GEOPACKAGE": str(store), "OUTPUT": str(folder / "projekt.qgz")})
    return folder


def pages_of(pdf: Path) -> list[str]:
    return text_of(pdf).split("\f")[:-1]


def kind_of(page: str) -> str:
    heads = {"indicators": TEXTS.phrase("heading_all"), "people": PEOPLE[0], "local": "Markt wird umgebaut"}
    return next((kind for kind, words in heads.items() if words in page), "first")


def test_pages_and_sections_stand_in_the_named_order_and_are_renumbered(printed):
    pages = pages_of(printed / "pdf" / FIRST)
    assert [kind_of(page) for page in pages] == ["first", "local", "indicators", "people"]
    numbers = [re.search(r"Seite (\d) von (\d)", page).groups() for page in pages]
    assert numbers == [(str(number), "4") for number in range(1, 5)]
    for page, heads in ((pages[1], LOCAL), (pages[3], PEOPLE)):
        places = [page.index(head) for head in heads if head != TEXTS.phrase("heading_pyramid")]
        assert places == sorted(places), heads


def test_an_area_without_a_kind_of_page_closes_up(printed):
    pages = pages_of(printed / "pdf" / "0599900201_am-hammer.pdf")
    assert [re.search(r"Seite \d von \d", page).group() for page in pages] == [f"Seite {n} von 4" for n in range(1, 5)]
    assert "Kurz." in pages[1]
    other = next(path for path in (printed / "pdf").glob("0599900102_*.pdf"))
    pages = pages_of(other)
    assert [kind_of(page) for page in pages] == ["first", "indicators", "people"]
    assert [re.search(r"Seite \d von \d", page).group() for page in pages] == [f"Seite {n} von 3" for n in range(1, 4)]


def test_nothing_stands_over_another_and_nothing_below_the_foot(printed):
    words = words_of(printed / "pdf" / FIRST)
    faults = []
    for _, on_page in itertools.groupby(words, key=lambda word: word.page):
        faults += [(a.page, a.text, b.text) for a, b in itertools.combinations(on_page, 2) if over(a, b)]
    assert faults == []
    people = [word for word in words if word.page == 4 and "Quelle" not in word.text]
    foot = min(word.top for word in words if word.page == 4 and word.text.startswith("Quelle"))
    assert all(word.bottom <= foot + 0.5 or word.top >= foot - 0.5 for word in people) and foot > FOOT


def over(one: Word, other: Word) -> bool:
    if MAIN_MAP.y < one.top < MAIN_MAP.y + MAIN_MAP.height and one.page == 1:
        return False
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    smaller = min((each.right - each.left) * (each.bottom - each.top) for each in (one, other))
    return max(0.0, width) * max(0.0, height) > 0.2 * smaller


def test_every_word_of_our_order_is_there(printed, provider, tmp_path):
    """Only the numbers of the pages differ."""
    run("areaprofiles", {**everything(tmp_path / "ours", tmp_path), "FILES": "each", "AREAS_CODES": "0599900101"})
    ours, made = (sorted(text_of(path).split()) for path in (tmp_path / "ours" / FIRST, printed / "pdf" / FIRST))
    assert ours == made
    assert [kind_of(page) for page in pages_of(tmp_path / "ours" / FIRST)] == ["first", "people", "indicators", "local"]


def test_the_layout_of_the_project_follows_without_the_folder(printed, tmp_path):
    project = QgsProject()
    assert project.read(str(printed / "projekt.qgz"))
    layout = project.layoutManager().printLayouts()[0]
    print_atlas(layout, tmp_path / "hand.pdf")
    assert [kind_of(page) for page in pages_of(tmp_path / "hand.pdf")][:4] == ["first", "local", "indicators", "people"]


def test_a_layout_of_their_own_keeps_its_pages_and_the_log_says_so(printed, templates, provider, tmp_path):
    project = QgsProject()
    assert project.read(str(printed / "projekt.qgz"))
    folder = tmp_path / "vorlagen"
    folder.mkdir()
    path = folder / "unser.qpt"
    assert project.layoutManager().printLayouts()[0].saveAsTemplate(str(path), QgsReadWriteContext())
    (folder / "sections.json").write_text('["indicators"]', encoding="utf-8")
    given = {**everything(tmp_path / "pdf", folder), "FILES": "each", "AREAS_CODES": "0599900101"}
    _, log = run("areaprofiles", given)
    kinds = [kind_of(page) for page in pages_of(tmp_path / "pdf" / FIRST)]
    assert kinds == ["first", "local", "indicators", "people"]
    assert "stay in the order of unser.qpt" in log
    path.write_text(path.read_text(encoding="utf-8").replace("pyramide_y", "frueher"), encoding="utf-8")
    _, log = run("areaprofiles", given)
    assert "unser.qpt was saved by an earlier version" in log


def test_a_bad_file_stops_the_run_before_anything_is_written(provider, tmp_path):
    (tmp_path / "sections.json").write_text('["index", "karte"]', encoding="utf-8")
    for algorithm in ("areaprofiles", "profilepages"):
        given = base_parameters(tmp_path / "aus", TEMPLATE_FOLDER=str(tmp_path))
        _, log, good = attempt(algorithm, given)
        assert not good and "sections.json: there is no section “karte”; there are class, figures" in log
        assert not (tmp_path / "aus").exists() or not list((tmp_path / "aus").iterdir())


def test_a_changed_order_prints_an_earlier_run_anew(provider, tmp_path):
    folder = tmp_path / "vorlagen"
    folder.mkdir()
    ours, theirs = ["first", "people", "indicators"], ["first", "indicators", "people"]
    for order, kinds in (("[]", ours), ('["indicators"]', theirs)):
        (folder / "sections.json").write_text(order, encoding="utf-8")
        given = {**everything(tmp_path / "pdf", folder, RESUME=True, FILES="each"), "AREAS_CODES": "0599900101"}
        run("areaprofiles", {name: value for name, value in given.items() if name not in LOCAL_TABLES})
        assert [kind_of(page) for page in pages_of(tmp_path / "pdf" / FIRST)] == kinds


def test_web_pages_follow_the_same_folder(provider, tmp_path):
    folder = tmp_path / "vorlagen"
    folder.mkdir()
    (folder / "sections.json").write_text(json.dumps(ORDER), encoding="utf-8")
    (folder / "texts_de.json").write_text('{"heading_pyramid": "Alter hier"}', encoding="utf-8")
    (folder / "colours.json").write_text('{"accent": "#7a1f5c"}', encoding="utf-8")
    (folder / "unser.qpt").write_text("<Layout/>", encoding="utf-8")
    given = everything(tmp_path / "web", folder, MAPS=False)
    _, log = run("profilepages", given)
    html = (tmp_path / "web" / FIRST.replace(".pdf", ".html")).read_text(encoding="utf-8")
    assert problems_of(html) == []
    ids = [head.attributes["id"] for head in page_tree(html)[0].all("h2")]
    assert ids[2:] == [
        "lage", "anmerkungen", "befragung", "akteure", "indikatoren", "index", "zeitreihe", "verlauf", "bevoelkerung",
        "hinweise",
    ]  # fmt: skip
    assert "Alter hier" in html and "#7A1F5C" in html
    assert "Own templates: colours.json, sections.json, texts_de.json" in log
    assert "web pages do not use these files: unser.qpt" in log


def test_the_last_line_of_a_full_page_is_there_in_print_by_hand(printed, tmp_path):
    """QGIS leaves out the last row of a table whose frame is just as high as its rows."""
    project = QgsProject()
    assert project.read(str(printed / "projekt.qgz"))
    layout = project.layoutManager().printLayouts()[0]
    code = AREAS["gebiet"][0]
    marked = "\n".join(f"Zeile{number:02d}." for number in range(49))
    layer = layout.atlas().coverageLayer()
    lines, heads = (layer.fields().indexFromName(name) for name in ("ort_absatz", "ort_titel"))
    assert lines >= 0 and heads >= 0 and layer.startEditing()
    for feature in layer.getFeatures():
        if feature["gebiet"] == code:
            layer.changeAttributeValue(feature.id(), lines, marked)
            layer.changeAttributeValue(feature.id(), heads, "\n" * 48)
    print_atlas(layout, tmp_path / "hand.pdf")
    layer.rollBack()
    text = "".join(poppler("pdftotext", str(tmp_path / "hand.pdf"), "-").split())  # QGIS 3.40 parts words
    assert [number for number in range(49) if f"Zeile{number:02d}." not in text] == []
