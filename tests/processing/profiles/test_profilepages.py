"""profilepages from the layers to the pages in a folder."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pandas as pd
import pytest
from page_structure import page_tree, problems_of
from printed_town import AREA_KINDS, INDICATOR_KINDS, LONG_NAME
from profile_data import areas_frame, indicators_frame
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject
from qgis.PyQt.QtGui import QImage

from algorithms import algorithm, attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind
from sozialraum_plugin.core.profiles.facilities import facility_kinds

AREAS = areas_frame(
    [
        ("0599900101", "Mühlenviertel", "sozialraum", "05999001", "05999001", 4310),
        ("0599900102", LONG_NAME, "sozialraum", "05999001", "05999001", 5200),
        ("0599900201", "Am Hammer", "sozialraum", "05999002", "05999002", 2100),
        ("0599900202", "Insel", "sozialraum", "05999002", "05999002", 300),
        ("05999001", "Musterstadt", "gemeinde", "05999", "05999001", 9510),
        ("05999002", "Neudorf", "gemeinde", "05999", "05999002", 2100),
        ("05999", "Musterkreis", "kreis", None, None, 11610),
    ]
)
SQUARES = [
    "0 0,500 0,500 800,0 800,0 0",
    "500 0,1200 0,1200 800,500 800,500 0",
    "0 800,500 800,500 1500,0 1500,0 800",
    "5000 5000,5100 5000,5100 5100,5000 5100,5000 5000",
    "0 0,1200 0,1200 800,0 800,0 0",
    "0 800,500 800,500 1500,0 1500,0 800",
    "0 0,1200 0,1200 1500,0 1500,0 0",
]
WKTS = [f"POLYGON(({square}))" for square in SQUARES]
INDEX_KINDS = dict.fromkeys(("gebiet", "dynamik", "gesamt", "ausgeschlossen"), Kind.TEXT) | {"status": Kind.INTEGER}
FACILITIES = [
    {"art": "Kita", "name": "Kita Süd"},
    {"art": "Grundschule", "name": None},
    {"art": "Kita", "name": "Kita Nord"},
    {"art": "Kiosk", "name": "Büdchen"},
    {"art": "Kita", "name": "Kita fern"},
]
POINTS = ["POINT(200 300)", "POINT(210 300)", "POINT(100 100)", "POINT(300 300)", "POINT(9999 9999)"]


def areas_layer(rows: pd.DataFrame = AREAS, wkts: list[str] | None = None):
    return memory_layer("MultiPolygon", rows.to_dict("records"), AREA_KINDS, wkts or WKTS, name="gebiete")


def indicators_layer(frame: pd.DataFrame):
    return memory_layer("NoGeometry", frame.to_dict("records"), INDICATOR_KINDS, name="indikatoren")


def base(folder: Path, **changes) -> dict:
    return {
        "AREAS": areas_layer(),
        "INDICATORS": indicators_layer(indicators_frame(AREAS)),
        "OUTPUT_FOLDER": str(folder),
        **changes,
    }


SURVEY_ROWS = [
    {"gebiet": "0599900101", "frage": "Leben Sie gern hier?", "antwort": "ja", "anteil": "81"},
    {"gebiet": "0599900101", "frage": "Leben Sie gern hier?", "antwort": "nein", "anteil": "19"},
]


def table_layer(rows: list[dict], *columns: str):
    return memory_layer("NoGeometry", rows, dict.fromkeys(("gebiet", *columns), Kind.TEXT), name="tabelle")


def facilities_layer(crs: str = "EPSG:25832"):
    return memory_layer("Point", FACILITIES, {"art": Kind.TEXT, "name": Kind.TEXT}, POINTS, crs, "einrichtungen")


@pytest.fixture(scope="module")
def made(provider, tmp_path_factory) -> dict:
    """One run over two levels with everything but documents."""
    folder = tmp_path_factory.mktemp("seiten")
    index = [
        {"gebiet": "0599900101", "status": 3, "dynamik": "+/-", "gesamt": "3+/-"},
        {"gebiet": "0599900201", "ausgeschlossen": "weniger als 3.000 Einwohner"},
    ]
    before = set(QgsProject.instance().mapLayers())
    results, log = run(
        "profilepages",
        base(
            folder / "web",
            INDEX=memory_layer("NoGeometry", index, INDEX_KINDS),
            STREETS=memory_layer("LineString", [{}], {"name": Kind.TEXT}, ["LINESTRING(0 400,1200 420)"]),
            FACILITIES=facilities_layer(),
            LEVEL="sozialraum, gemeinde",
            TITLE="Sozialraumprofil 2025",
            AUTHOR="Stadt Müsterhausen",
            EDITION="01.01.2026",
            SURVEY=table_layer(SURVEY_ROWS, "frage", "antwort", "anteil"),
            NOTES=table_layer([{"gebiet": "05999001", "text": "Der Markt wird umgebaut."}], "text"),
            ACTORS=table_layer(
                [{"gebiet": "0599900201", "name": "Diakonie", "aufgabe": "Beratung"}], "name", "aufgabe"
            ),
        ),
    )
    untouched = set(QgsProject.instance().mapLayers()) == before
    return {**results, "log": log, "folder": folder / "web", "untouched": untouched}


def page(made: dict, code: str) -> str:
    (path,) = made["folder"].glob(f"{code}_*.html")
    return path.read_text("utf-8")


def test_one_page_per_area_of_both_levels_and_an_index(made):
    names = sorted(path.name for path in made["folder"].iterdir())
    assert names == [
        "0599900101_muehlenviertel.html",
        "0599900102_oberhausen-schmachtendorf-walsumermark-sued.html",
        "05999001_musterstadt.html",
        "0599900201_am-hammer.html",
        "0599900202_insel.html",
        "05999002_neudorf.html",
        "index.html",
    ]
    assert made["COUNT"] == 6 and Path(made["INDEX_PAGE"]).name == "index.html"
    assert made["untouched"]


def test_no_page_has_a_fault(made):
    for path in made["folder"].iterdir():
        assert problems_of(path.read_text("utf-8")) == [], path.name


def test_every_link_leads_to_a_page_that_is_there(made):
    for path in made["folder"].iterdir():
        for a in page_tree(path.read_text("utf-8"))[0].all("a"):
            href = a.attributes["href"]
            assert href.startswith("#") or (made["folder"] / href).exists(), f"{path.name}: {href}"


def test_from_the_index_every_page_is_reached_and_one_leads_to_the_next(made):
    index = page_tree((made["folder"] / "index.html").read_text("utf-8"))[0]
    reached = {a.attributes["href"] for a in index.all("a") if not a.attributes["href"].startswith("#")}
    assert reached == {path.name for path in made["folder"].iterdir()} - {"index.html"}
    at, seen = "0599900201_am-hammer.html", []
    while at:
        seen.append(at)
        root = page_tree((made["folder"] / at).read_text("utf-8"))[0]
        at = next((a.attributes["href"] for a in root.all("a") if a.attributes.get("rel") == "next"), "")
    assert [name.split("_")[0] for name in seen] == ["0599900201", "0599900202", "0599900101", "0599900102"]


def test_the_numbers_are_those_of_the_printed_profile(made, tmp_path):
    results, _ = run("areaprofiles", base(tmp_path, OUTPUT_TABLE="TEMPORARY_OUTPUT"))
    for row in table_of(results["OUTPUT_TABLE"]).to_dict("records"):
        told = page_tree(page(made, row["gebiet"]))[0].text()
        for number in range(1, 9):
            assert row[f"kachel{number}_wert"] in told and row[f"kachel{number}_name"] in told
        assert re.sub(r"\s+", " ", row["satz"]) in told or not row["satz"]


def test_the_map_is_a_picture_whose_text_names_the_neighbours(made):
    root = page_tree(page(made, "0599900101"))[0]
    (picture,) = root.all("img")
    assert f"den Nachbargebieten Am Hammer, {LONG_NAME}." in picture.attributes["alt"]
    image = QImage.fromData(base64.b64decode(picture.attributes["src"].split(",", 1)[1]))
    assert image.width() == 1063 and image.height() == 543  # 180 by 92 mm at 150 dpi
    middle = image.pixelColor(image.width() // 2, image.height() // 3)
    assert middle.green() > middle.red() and middle.blue() > middle.red()  # tinted in the accent
    row = [image.pixelColor(x, image.height() // 3) for x in range(image.width())]
    assert any(colour.red() < 60 and colour.blue() > 80 for colour in row), "no outline in the accent"


def test_an_area_that_touches_none_has_no_neighbours(made):
    root = page_tree(page(made, "0599900202"))[0]
    assert root.all("img")[0].attributes["alt"] == "Karte des Gebiets Insel."
    assert "Nachbargebiete" not in root.text()


def test_facilities_stand_under_the_map_in_its_order(made):
    root = page_tree(page(made, "0599900101"))[0]
    (table,) = [each for each in root.all("table") if each.all("caption")[0].text() == "Einrichtungen im Gebiet"]
    names = {kind: f"{group.letter} {group.names['de']}" for group in facility_kinds() for kind in group.kinds}
    rows = [[cell.text() for cell in row.all("th", "td")] for row in table.all("tr")[1:]]
    assert rows == [
        [names["kita"], "2", "Kita Nord; Kita Süd"], [names["grundschule"], "1", ""], ["Kiosk", "1", "Büdchen"],
    ]  # fmt: skip
    assert "Kita fern" not in "".join(path.read_text("utf-8") for path in made["folder"].iterdir())


def test_survey_actors_and_notes_stand_on_the_page_of_their_area(made):
    words = {"0599900101": "Leben Sie gern hier?", "0599900201": "Diakonie", "05999001": "Der Markt wird umgebaut."}
    for code, text in words.items():
        holding = [path.name for path in made["folder"].iterdir() if text in path.read_text("utf-8")]
        assert len(holding) == 1 and holding[0].startswith(f"{code}_")


def test_every_row_is_accounted_for_in_the_log(made):
    assert "Balance of areas: 7 read" in made["log"] and "Balance of facilities: 5 read" in made["log"]


def test_without_maps_the_neighbours_are_still_told(provider, tmp_path):
    wkts = [*WKTS[:3], "MULTIPOLYGON EMPTY", *WKTS[4:]]
    results, _ = run("profilepages", base(tmp_path, AREAS=areas_layer(wkts=wkts), MAPS=False))
    assert results["COUNT"] == 4
    html = page({"folder": tmp_path}, "0599900101")
    assert "<img" not in html and "Nachbargebiete:" in html
    sized = re.compile(r"\d ha\b")
    assert sized.search(page_tree(html)[0].text())
    assert not sized.search(page_tree(page({"folder": tmp_path}, "0599900202"))[0].text())  # no polygon, no size
    _, log, good = attempt("profilepages", base(tmp_path, AREAS=areas_layer(wkts=wkts)))
    assert not good and "Insel" in log


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"LEVEL": "stadtteil"}, "“stadtteil”. The areas have the levels: gemeinde, kreis, sozialraum"),
        ({"LEVEL": "sozialraum;stadtteil"}, "“stadtteil”"),
        ({"LEVEL": " "}, "“”"),
        ({"ACCENT": "#FFCC00"}, "#FFCC00 has a contrast of 1.5"),
    ],
)
def test_a_wrong_choice_is_refused_with_what_there_is(provider, tmp_path, changes, words):
    _, log, good = attempt("profilepages", base(tmp_path, **changes))
    assert not good and words in log
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_named(provider, tmp_path):
    (tmp_path / "datei").write_text("x")
    _, log, good = attempt("profilepages", base(tmp_path / "datei" / "web", MAPS=False))
    assert not good and "cannot be written" in log and "datei" in log


def test_internal_pages_are_named_so_and_published_ones_hold_nothing_internal(provider, tmp_path):
    frame = indicators_frame(AREAS)
    cell = (frame["gebiet"] == "0599900101") & (frame["indikator"] == "A08") & (frame["stichtag"] == "2025-12-31")
    frame.loc[cell, ["wert", "kennzeichen"]] = [77.77, "nur_intern"]
    for use in ("internal", "publication"):
        run("profilepages", base(tmp_path / use, INDICATORS=indicators_layer(frame), MODE=use, MAPS=False))
    told = {use: page({"folder": tmp_path / use}, "0599900101") for use in ("internal", "publication")}
    assert "77,8" in told["internal"] and "77,8" not in told["publication"]
    assert all(path.stem.endswith("_intern") for path in (tmp_path / "internal").iterdir())
    assert "nicht weitergeben" in told["internal"] and "nicht weitergeben" not in told["publication"]


def test_an_internal_index_is_refused_for_publication(provider, tmp_path):
    kinds = {**INDEX_KINDS, "vermerk": Kind.TEXT}
    rows = [{"gebiet": "0599900101", "status": 3, "vermerk": "intern – nicht weitergeben"}]
    _, log, good = attempt("profilepages", base(tmp_path, INDEX=memory_layer("NoGeometry", rows, kinds)))
    assert not good and "internal use" in log and not list(tmp_path.iterdir())


class StopsAfterTheFirst(QgsProcessingFeedback):
    """Cancels when the second area begins."""

    def setProgressText(self, text: str) -> None:  # noqa: N802 - QGIS's name
        if text == "Insel":
            self.cancel()


def test_cancelling_leaves_finished_files_whole(provider, tmp_path):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    _, good = algorithm("profilepages").run(base(tmp_path), context, StopsAfterTheFirst(False))
    assert not good
    left = [path.name for path in tmp_path.iterdir()]
    assert "0599900201_am-hammer.html" in left and "index.html" not in left
    assert not any(name.startswith("unfertig") for name in left)
    assert (tmp_path / "0599900201_am-hammer.html").read_text("utf-8").rstrip().endswith("</html>")


FAKE_OFFICE = """#!{python}
import pathlib, sys
words = sys.argv[1:]
target, kind = pathlib.Path(words[words.index("--outdir") + 1]), words[words.index("--convert-to") + 1].split(":")[0]
target.mkdir(exist_ok=True)
for page in words[words.index("--outdir") + 2:]:
    name = pathlib.Path(page).stem
    if "insel" in name and {broken}:
        sys.exit("Error: source file could not be loaded")
    (target / (name + "." + kind)).write_text(pathlib.Path(page).read_text("utf-8"), "utf-8")
"""


def office(folder: Path, monkeypatch: pytest.MonkeyPatch, broken: bool = False) -> None:
    """Put a stand-in for LibreOffice on the path that only copies."""
    folder.mkdir()
    program = folder / "soffice"
    program.write_text(FAKE_OFFICE.format(python=sys.executable, broken=broken))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@pytest.mark.parametrize("kind", ["odt", "docx"])
def test_documents_are_made_beside_the_pages(provider, tmp_path, monkeypatch, kind):
    office(tmp_path / "bin", monkeypatch)
    before = set(Path(tempfile.gettempdir()).glob("sozialraum_*"))
    run("profilepages", base(tmp_path / "web", MAPS=False, DOCUMENT=kind))
    names = sorted(path.stem for path in (tmp_path / "web").glob(f"*.{kind}"))
    assert names == sorted(path.stem for path in (tmp_path / "web").glob("0*.html")) and len(names) == 4
    assert set(Path(tempfile.gettempdir()).glob("sozialraum_*")) == before


def test_a_document_that_was_not_made_is_named_with_what_libreoffice_said(provider, tmp_path, monkeypatch):
    office(tmp_path / "bin", monkeypatch, broken=True)
    _, log, good = attempt("profilepages", base(tmp_path / "web", MAPS=False, DOCUMENT="odt"))
    assert not good and "0599900202_insel.odt" in log and "could not be loaded" in log
    assert (tmp_path / "web" / "index.html").exists()


def test_without_libreoffice_nothing_is_begun(provider, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    _, log, good = attempt("profilepages", base(tmp_path / "web", DOCUMENT="odt"))
    assert not good and "LibreOffice was not found" in log and "DOCUMENT = none" in log
    assert not (tmp_path / "web").exists()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["odt", "docx"])
def test_real_documents_hold_the_texts_and_tables(provider, tmp_path, kind):
    run("profilepages", base(tmp_path, MAPS=False, DOCUMENT=kind, LEVEL="gemeinde"))
    (path,) = tmp_path.glob(f"05999001_*.{kind}")
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/office",
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
    ]
    subprocess.run([*command, "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=300)
    told = path.with_suffix(".txt").read_text("utf-8")
    for words in (
        "Musterstadt",
        "Kennzahlen",
        "Ausländeranteil",
        "85 und älter",
        "Quellen und Hinweise",
        "SGB II-Quote",
    ):
        assert words in told
