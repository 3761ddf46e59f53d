"""overviewreport from the layers to the one PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from overview_data import areas, codes, composite_index, indicators, status_index
from profile_data import COLUMNS
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

from algorithms import algorithm, attempt, memory_layer, run
from sozialraum_plugin.core.fields import Kind
from sozialraum_plugin.core.profiles.overview_outline import read_document
from sozialraum_plugin.core.profiles.table import safe_code, slug

COUNT = 12
AREA_KINDS = dict.fromkeys(areas(1).columns, Kind.TEXT) | {"einwohner": Kind.INTEGER}
INDICATOR_KINDS = dict.fromkeys(COLUMNS, Kind.TEXT) | {
    "wert": Kind.REAL, "zaehler": Kind.REAL, "nenner": Kind.REAL, "stichtag": Kind.DATE,
}  # fmt: skip
STATUS_KINDS = dict.fromkeys(("gebiet", "dynamik", "gesamt", "ausgeschlossen"), Kind.TEXT) | {
    "status_index": Kind.REAL, "status": Kind.INTEGER, "z_A08": Kind.REAL,
}  # fmt: skip
COMPOSITE_KINDS = {"gebiet": Kind.TEXT, "index": Kind.REAL, "rang": Kind.INTEGER, "klasse": Kind.INTEGER,
                   "stabil": Kind.REAL}  # fmt: skip


def shapes(count: int = COUNT):
    wkts = [f"POLYGON(({x} 0,{x + 300} 0,{x + 300} 900,{x} 900,{x} 0))" for x in range(0, 300 * count, 300)]
    wkts.append(f"POLYGON((0 0,{300 * count} 0,{300 * count} 900,0 900,0 0))")
    return memory_layer("MultiPolygon", areas(count).to_dict("records"), AREA_KINDS, wkts, name="gebiete")


def table(frame=None):
    frame = indicators(areas(COUNT)) if frame is None else frame
    return memory_layer("NoGeometry", frame.to_dict("records"), INDICATOR_KINDS, name="indikatoren")


def status(count: int = COUNT, **more):
    rows = [{**row, **more} for row in status_index(count).to_dict("records")]
    return memory_layer("NoGeometry", rows, {**STATUS_KINDS, **dict.fromkeys(more, Kind.TEXT)}, name="index")


def parameters(folder: Path, **changes) -> dict:
    given = {"AREAS": shapes(), "INDICATORS": table(), "OUTPUT": str(folder / "bericht.pdf"), "AUTHOR": "Stadt Mühlau"}
    return {**given, "TITLE": "Sozialbericht 2026", **changes}


def tool(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    assert "Error" not in done.stderr and "Warning" not in done.stderr, done.stderr
    return unicodedata.normalize("NFKC", done.stdout)


def text_of(pdf: Path | str) -> str:
    return tool("pdftotext", "-layout", str(pdf), "-")


def info_of(pdf: Path | str) -> dict[str, str]:
    return dict(re.findall(r"^([^:]+): +(.*)$", tool("pdfinfo", str(pdf)), re.MULTILINE))


@pytest.fixture(scope="module")
def printed(provider, tmp_path_factory) -> dict:
    folder = tmp_path_factory.mktemp("bericht")
    before = set(QgsProject.instance().mapLayers())
    lake = memory_layer("Polygon", [{}], {"name": Kind.TEXT}, ["POLYGON((0 0,99 0,99 90,0 0))"])
    changes = {"INDEX": status(), "WATER": lake, "EDITION": "01.01.2026", "CREDIT": "© Stadt"}
    results, log = run("overviewreport", parameters(folder, **changes))
    return {**results, "log": log, "text": text_of(results["OUTPUT"]), "folder": folder,
            "untouched": set(QgsProject.instance().mapLayers()) == before}  # fmt: skip


def test_all_chapters_are_there_in_their_order(printed):
    chapters = (
        "Inhalt", "Methode in Kürze", "Die Gebiete im Überblick", "Rangfolge nach dem Index", "Indikatoren in Karten",
        "Status und Dynamik in der Karte", "Belastete Gebiete in Kürze", "Glossar der Indikatoren",
        "Quellen und Stichtage", "Impressum",
    )  # fmt: skip
    body = printed["text"].split("\f", 2)[2]
    places = [
        body.index(f"\n{chapter}\n") if f"\n{chapter}\n" in body else body.find(chapter) for chapter in chapters[1:]
    ]
    assert -1 not in places and places == sorted(places)
    assert chapters[0] in printed["text"]


def test_pages_are_numbered_and_described(printed):
    pages = printed["text"].split("\f")[:-1]
    assert len(pages) == printed["PAGES"]
    assert all(f"Seite {number} von {len(pages)}" in page for number, page in enumerate(pages[1:], start=2))
    about = info_of(printed["OUTPUT"])
    assert (about["Title"], about["Author"]) == ("Sozialbericht 2026", "Stadt Mühlau")
    assert "A4" in about["Page size"] and about["CreationDate"].strip()


def test_chapters_are_bookmarks_and_the_language_is_told(printed):
    document = read_document(Path(printed["OUTPUT"]).read_bytes())
    catalogue = document.body(document.reference(b"Root", document.trailer))
    assert b"/Lang (de-DE)" in catalogue and b"/UseOutlines" in catalogue
    number, titles, targets = (
        document.reference(b"First", document.body(document.reference(b"Outlines", catalogue))),
        [],
        [],
    )
    while number:
        body = document.body(number)
        titles.append(bytes.fromhex(re.search(rb"<FEFF(\w*)>", body).group(1).decode()).decode("utf-16-be"))
        targets.append(document.pages().index(document.reference(rb"Dest \[", body.replace(b"[", b"[ "))))
        number = document.reference(b"Next", body)
    assert titles[0] == "Methode in Kürze" and titles[-1] == "Impressum"
    pages = printed["text"].split("\f")
    assert all(title in pages[target] for title, target in zip(titles, targets))


@pytest.mark.skipif(shutil.which("pdftohtml") is None, reason="no pdftohtml, which is another reader of bookmarks")
def test_another_reader_finds_bookmarks_and_links(printed):
    told = tool("pdftohtml", "-xml", "-i", "-stdout", printed["OUTPUT"])
    marks = re.findall(r'<item page="(\d+)">([^<]*)</item>', told)
    pages = printed["text"].split("\f")
    assert len(marks) > 12
    assert all(title.split(" (")[0].split(",")[0] in pages[int(page) - 1] for page, title in marks)
    links = re.findall(r'<a href="[^"]*#(\d+)">(?:<b>)?([^<]+)', told)
    found = {(title, page) for page, title in marks} & {(title.strip(), page) for page, title in links}
    assert len(found) >= 10


def test_the_file_is_read_without_complaint(printed, tmp_path):
    tool("pdfinfo", "-struct-text", printed["OUTPUT"])
    tool("pdftoppm", "-r", "20", "-png", printed["OUTPUT"], str(tmp_path / "page"))
    assert len(list(tmp_path.glob("*.png"))) == printed["PAGES"]


def test_a_hidden_value_is_in_no_text_and_its_area_is_hatched_in_the_legend(printed):
    assert "987" not in printed["text"]
    assert "geschützt (1)" in printed["text"]
    assert "· geschützter Wert" in printed["text"]


def test_signs_and_bars_are_lines(printed):
    """Pages of tables have no picture at all; on maps QGIS 3.22 prints hatching as one."""
    pages = printed["text"].split("\f")
    rows = tool("pdfimages", "-list", printed["OUTPUT"]).splitlines()[2:]
    with_pictures = {int(row.split()[0]) for row in rows}
    maps = ("Indikatoren in Karten", "Status und Dynamik in der Karte", "Stichtag 31.12.2025")
    ranking = [
        number
        for number, page in enumerate(pages[:-1], start=1)
        if "Statusindex in Standardabweichungen" in page and not any(chapter in page for chapter in maps)
    ]
    assert ranking and not with_pictures & {1, 2, 3, *ranking}


def test_every_row_is_accounted_for(printed):
    log = printed["log"]
    assert "Balance of areas: 13 read" in log and "Balance of index rows: 12 read" in log
    assert "11  printed with an index" in log and "1  printed as left out" in log
    assert printed["untouched"]


def test_nothing_is_left_beside_the_report(printed):
    assert [path.name for path in printed["folder"].iterdir()] == ["bericht.pdf"]


def test_an_internal_report_says_so(provider, tmp_path):
    results, _ = run("overviewreport", parameters(tmp_path, MODE="internal", INDEX=status()))
    assert Path(results["OUTPUT"]).name == "bericht_intern.pdf"
    assert all("intern – nicht weitergeben" in page for page in text_of(results["OUTPUT"]).split("\f")[:-1])
    assert "nicht weitergeben" in info_of(results["OUTPUT"])["Title"]


def test_an_internal_index_is_refused_for_publication(provider, tmp_path):
    index = status(vermerk="intern – nicht weitergeben")
    _, log, good = attempt("overviewreport", parameters(tmp_path, INDEX=index))
    assert not good and "INDEX" in log and not list(tmp_path.iterdir())


def test_a_composite_index_in_english(provider, tmp_path):
    index = memory_layer("NoGeometry", composite_index(COUNT).to_dict("records"), COMPOSITE_KINDS, name="index")
    recipe = tmp_path / "rezept.json"
    recipe.write_text('{"schema": 1, "fields": [{"field": "A08"}], "transform": "minmax", "aggregation": "mean"}')
    changes = {"INDEX": index, "LANGUAGE": 1, "RECIPE": str(recipe), "MAPS": "M01;B01;X1"}
    results, log = run("overviewreport", parameters(tmp_path, **changes))
    text = text_of(results["OUTPUT"])
    assert "Burdened areas in brief" in text and "Page 2 of" in text and "weighted mean" in text
    assert "Class 1 of 5" in text and "same class in 88% of the variants" in text
    assert "no values for X1" in log and "B01 are numbers, not rates" in log


def profile(folder: Path, code: str, name: str, source: Path) -> None:
    shutil.copy(source, folder / f"{safe_code(code)}_{slug(name)}.pdf")


@pytest.fixture
def folder_of_profiles(printed, tmp_path) -> Path:
    """Profiles of the first and third area, one of another area, one for internal use and the file of all."""
    folder = tmp_path / "profile"
    folder.mkdir()
    source = Path(printed["OUTPUT"])
    for number in (2, 0):
        profile(folder, codes(COUNT)[number], f"Raum {number}", source)
    profile(folder, "999", "Anderswo", source)
    shutil.copy(source, folder / "profile_alle.pdf")
    shutil.copy(source, folder / f"{codes(COUNT)[1]}_raum_intern.pdf")
    (folder / f"{codes(COUNT)[5]}_kaputt.pdf").write_bytes(b"%PDF-1.4 nothing more")
    return folder


@pytest.mark.skipif(not any(map(shutil.which, ("qpdf", "pdfunite", "gs"))), reason="no tool that joins PDF files")
def test_the_profiles_of_the_areas_follow_in_their_order(printed, folder_of_profiles, tmp_path):
    results, log = run("overviewreport", parameters(tmp_path, PROFILES_FOLDER=str(folder_of_profiles), INDEX=status()))
    assert results["PROFILES"] == 2
    about = info_of(results["OUTPUT"])
    assert int(about["Pages"]) == results["PAGES"] + 2 * printed["PAGES"]
    assert (about["Title"], about["Author"]) == ("Sozialbericht 2026", "Stadt Mühlau")
    assert "1  for internal use, so not appended" in log and "1  of no area of the level" in log
    assert "No profile in the folder for 10 areas" in log and "1  that cannot be read as a PDF" in log
    page = text_of(results["OUTPUT"]).split("\f")[results["PAGES"] - 1]
    begins = [int(number) for number in re.findall(r"^\S.* (\d+)$", page, re.MULTILINE)]
    assert begins[-3:-1] or begins
    assert results["PAGES"] + 1 in begins and results["PAGES"] + 1 + printed["PAGES"] in begins


def test_without_a_tool_the_report_is_printed_and_says_so(provider, folder_of_profiles, tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr("sozialraum_plugin.processing.profiles._overview_profiles.joining_tool", lambda: None)
    results, log = run("overviewreport", parameters(tmp_path, PROFILES_FOLDER=str(folder_of_profiles)))
    assert results["PROFILES"] == 0 and "qpdf, pdfunite, gs" in log
    assert "Anhang" not in text_of(results["OUTPUT"])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"LEVEL": "stadtteil"}, "“stadtteil”. The areas have the levels"),
        ({"ACCENT": "#FFCC00"}, "contrast of 1.5"),
        ({"PROFILES_FOLDER": "/nirgends/hier"}, "/nirgends/hier"),
        ({"INDEX": "AREAS"}, "none of the columns"),
    ],
)
def test_a_wrong_choice_is_refused_with_what_there_is(provider, tmp_path, changes, words):
    changes = {name: shapes() if value == "AREAS" else value for name, value in changes.items()}
    _, log, good = attempt("overviewreport", parameters(tmp_path, **changes))
    assert not good and words in log
    assert not list(tmp_path.glob("*.pdf"))


def test_a_folder_without_profiles_is_refused(provider, tmp_path):
    _, log, good = attempt("overviewreport", parameters(tmp_path, PROFILES_FOLDER=str(tmp_path)))
    assert not good and "no profile of an area" in log


class Stops(QgsProcessingFeedback):
    """Cancels as soon as anything is logged."""

    def pushInfo(self, text: str) -> None:  # noqa: N802 - QGIS's name
        self.cancel()


def test_cancelling_leaves_nothing(provider, tmp_path):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    _, good = algorithm("overviewreport").run(parameters(tmp_path), context, Stops(False))
    assert not good and not list(tmp_path.iterdir())
