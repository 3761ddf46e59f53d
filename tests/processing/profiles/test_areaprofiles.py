"""areaprofiles from the layers to the printed pages."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest
from printed_town import AREA_KINDS, AREAS, INDICATOR_KINDS, LONG_NAME, SQUARES, info_of, poppler, text_of
from profile_data import indicators_frame
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject
from qgis.PyQt.QtGui import QImage

from algorithms import algorithm, attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

WKTS = [f"POLYGON(({square}))" for square in SQUARES]
INDEX_KINDS = dict.fromkeys(("gebiet", "dynamik", "gesamt", "ausgeschlossen"), Kind.TEXT) | {"status": Kind.INTEGER}


def areas_layer(rows: pd.DataFrame = AREAS, wkts: list[str] | None = None, kinds: dict | None = None):
    return memory_layer("MultiPolygon", rows.to_dict("records"), kinds or AREA_KINDS, wkts or WKTS, name="gebiete")


def indicators_layer(frame: pd.DataFrame):
    return memory_layer("NoGeometry", frame.to_dict("records"), INDICATOR_KINDS, name="indikatoren")


def hidden_indicators() -> pd.DataFrame:
    frame = indicators_frame(AREAS)
    hidden = (frame["gebiet"] == "0599900101") & frame["indikator"].isin(["A08", "PM80", "H02"])
    frame.loc[hidden & (frame["stichtag"] == "2025-12-31"), ["wert", "kennzeichen"]] = [987.654, "geheim"]
    return frame


@pytest.fixture(scope="module")
def printed(provider, tmp_path_factory) -> dict:
    """One run with everything, its outputs and the project's layers before and after."""
    folder = tmp_path_factory.mktemp("profile")
    index = [
        {"gebiet": "0599900101", "status": 3, "dynamik": "+/-", "gesamt": "3+/-"},
        {"gebiet": "0599900201", "ausgeschlossen": "weniger als 3.000 Einwohner"},
    ]
    kita = {"art": "Kita", "name": "Kita Süd"}
    before = set(QgsProject.instance().mapLayers())
    results, log = run(
        "areaprofiles",
        {
            "AREAS": areas_layer(),
            "INDICATORS": indicators_layer(hidden_indicators()),
            "INDEX": memory_layer("NoGeometry", index, INDEX_KINDS),
            "STREETS": memory_layer("LineString", [{}], {"name": Kind.TEXT}, ["LINESTRING(0 400,1200 420)"]),
            "WATER": memory_layer("Polygon", [{}], {"name": Kind.TEXT}, ["POLYGON((0 700,99 700,99 720,0 700))"]),
            "FACILITIES": memory_layer("Point", [kita], dict.fromkeys(kita, Kind.TEXT), ["POINT(200 300)"]),
            "TITLE": "Sozialraumprofil 2025",
            "AUTHOR": "Stadt Müsterhausen",
            "OUTPUT_FOLDER": str(folder / "pdf"),
            "CHART_FOLDER": str(folder / "svg"),
            "OUTPUT_TABLE": "TEMPORARY_OUTPUT",
        },
    )
    untouched = set(QgsProject.instance().mapLayers()) == before
    return {**results, "log": log, "pdf": folder / "pdf", "svg": folder / "svg", "untouched": untouched}


def test_one_file_per_area_and_one_of_all(printed):
    names = sorted(path.name for path in printed["pdf"].iterdir())
    assert names == [
        "0599900101_muehlenviertel.pdf",
        "0599900102_oberhausen-schmachtendorf-walsumermark-sued.pdf",
        "0599900201_am-hammer.pdf",
        "profile_alle.pdf",
    ]
    assert printed["COUNT"] == 3
    assert Path(printed["COMBINED"]) == printed["pdf"] / "profile_alle.pdf"


def test_title_and_author_stand_in_every_file(printed):
    one = info_of(printed["pdf"] / "0599900101_muehlenviertel.pdf")
    assert (one["Title"], one["Author"], one["Pages"]) == (
        "Sozialraumprofil 2025 Mühlenviertel", "Stadt Müsterhausen", "4",
    )  # fmt: skip
    every = info_of(printed["pdf"] / "profile_alle.pdf")
    assert (every["Title"], every["Author"], every["Pages"]) == ("Sozialraumprofil 2025", "Stadt Müsterhausen", "10")
    assert "595" in every["Page size"] and "A4" in every["Page size"]


def test_the_first_page_can_be_searched(printed):
    text = text_of(printed["pdf"] / "0599900101_muehlenviertel.pdf", 1)
    for words in ("Mühlenviertel", "Musterkreis", "Status niedrig · Dynamik stabil", "Klasse 3+/−", "Ausländeranteil"):
        assert words in text
    assert re.search(r"Rang [123] von 3", text)
    assert "K Kindertageseinrichtung" in text
    assert "Herausgeber: Stadt Müsterhausen." in " ".join(text.split())


def test_values_on_the_page_are_those_of_the_table(printed):
    row = table_of(printed["OUTPUT_TABLE"]).set_index("gebiet").loc["0599900201"]
    text = text_of(printed["pdf"] / "0599900201_am-hammer.pdf")
    for number in range(1, 9):
        assert row[f"kachel{number}_wert"] in text
        assert row[f"kachel{number}_name"] in text
    for column in ("zeitreihe_zeile1", "alle_wert", "alle_rang", "haushalte_name", "haushalte_wert"):
        assert all(entry.replace("\u00a0", " ") in text for entry in row[column].split("\n")), column
    assert "Ohne Indexklasse" in text and "weniger als 3.000 Einwohner" in text


def test_a_long_name_is_printed_whole(printed):
    text = text_of(printed["pdf"] / "0599900102_oberhausen-schmachtendorf-walsumermark-sued.pdf", 1)
    assert LONG_NAME in text
    assert re.search(r"^Oberhausen-Schmachtendorf/\n", text, re.MULTILINE)


def test_a_hidden_value_is_in_no_chart_no_column_and_no_text(printed):
    charts = "".join(path.read_text(encoding="utf-8") for path in printed["svg"].glob("0599900101_*.svg"))
    table = table_of(printed["OUTPUT_TABLE"])
    everything = charts + " ".join(map(str, table.to_numpy().ravel()))
    everything += "".join(map(text_of, printed["pdf"].glob("*.pdf")))
    assert not re.search(r"98[78][.,]?[67]?", everything.replace("0599900101", ""))
    row = table.set_index("gebiet").loc["0599900101"]
    assert row["kachel5_wert"] == "·"
    assert row["haushalte_wert"].split("\n")[0] == "·"


def test_charts_lie_under_the_names_that_the_table_tells(printed):
    table = table_of(printed["OUTPUT_TABLE"])
    columns = [column for column in table.columns if column.endswith("_bild")]
    named = {name for column in columns for name in table[column] if name}
    assert named == {path.name for path in printed["svg"].iterdir()}
    assert "0599900101_pyramide.svg" in named


def test_the_pages_are_drawn_as_lines_not_as_pictures(printed):
    assert len(poppler("pdfimages", "-list", str(printed["COMBINED"])).splitlines()) == 2  # the head only


def test_the_map_shows_the_area_tinted_and_outlined(printed, tmp_path):
    poppler("pdftoppm", "-r", "50", "-f", "1", "-l", "1", "-png", str(printed["COMBINED"]), str(tmp_path / "page"))
    image = QImage(str(next(tmp_path.glob("page*.png"))))
    millimetre = 50 / 25.4
    inside = image.pixelColor(round(105 * millimetre), round(110 * millimetre))
    ground = image.pixelColor(round(18 * millimetre), round(60 * millimetre))
    assert inside != ground
    assert inside.green() > inside.red() and inside.blue() > inside.red()  # the accent is a blue-green
    map_row = [image.pixelColor(x, round(100 * millimetre)) for x in range(image.width())]
    assert any(colour.red() < 60 and colour.blue() > 80 for colour in map_row), "no outline in the accent"


def test_the_users_project_is_left_alone(printed):
    assert printed["untouched"]


def test_every_row_is_accounted_for_in_the_log(printed):
    assert "Balance of areas: 6 read" in printed["log"]
    assert "12  hidden" not in printed["log"] and "3  hidden" in printed["log"]
    assert "Balance of facilities: 1 read" in printed["log"]


def test_nothing_but_polygons_of_one_level_still_prints(provider, tmp_path):
    alone = AREAS.iloc[:3][["gebiet", "gebiet_name", "ebene"]]
    kinds = dict.fromkeys(alone.columns, Kind.TEXT)
    results, _ = run(
        "areaprofiles",
        {
            "AREAS": areas_layer(alone, WKTS[:3], kinds),
            "INDICATORS": indicators_layer(indicators_frame(AREAS).iloc[:0]),
            "OUTPUT_FOLDER": str(tmp_path),
        },
    )
    text = text_of(Path(results["COMBINED"]))
    assert "Mühlenviertel" in text and "Gemeinde" not in text
    assert results["COUNT"] == 3
    assert info_of(Path(results["COMBINED"]))["Pages"] == "3"  # no second page without anything on it


def base_parameters(folder: Path, **changes) -> dict:
    return {
        "AREAS": areas_layer(),
        "INDICATORS": indicators_layer(indicators_frame(AREAS)),
        "OUTPUT_FOLDER": str(folder),
        **changes,
    }


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"LEVEL": "stadtteil"}, "“stadtteil”. The areas have the levels: gemeinde, kreis, sozialraum"),
        ({"ACCENT": "#FFCC00"}, "#FFCC00 has a contrast of 1.5"),
    ],
)
def test_a_wrong_choice_is_refused_with_what_there_is(provider, tmp_path, changes, words):
    _, log, good = attempt("areaprofiles", base_parameters(tmp_path, **changes))
    assert not good
    assert words in log
    assert not list(tmp_path.glob("*.pdf"))


def test_missing_fields_are_named(provider, tmp_path):
    without = AREAS.drop(columns="ebene")
    layer = areas_layer(without, kinds={name: AREA_KINDS[name] for name in without.columns})
    assert "“ebene”" in attempt("areaprofiles", base_parameters(tmp_path, AREAS=layer))[1]
    table = memory_layer("NoGeometry", [{"gebiet": "1"}], {"gebiet": Kind.TEXT}, name="tabelle")
    assert (
        "“indikator” is missing in “tabelle”" in attempt("areaprofiles", base_parameters(tmp_path, INDICATORS=table))[1]
    )
    point = memory_layer("Point", [{"name": "x"}], {"name": Kind.TEXT}, ["POINT(1 1)"], name="punkte")
    assert "“art” is missing in “punkte”" in attempt("areaprofiles", base_parameters(tmp_path, FACILITIES=point))[1]


def test_an_area_without_a_polygon_is_named(provider, tmp_path):
    wkts = ["MULTIPOLYGON EMPTY", *WKTS[1:]]
    assert "Mühlenviertel" in attempt("areaprofiles", base_parameters(tmp_path, AREAS=areas_layer(wkts=wkts)))[1]


def test_degrees_are_brought_to_metres(provider, tmp_path):
    degrees = "MULTIPOLYGON(((7 51,7.01 51,7.01 51.01,7 51.01,7 51)))"
    layer = memory_layer("MultiPolygon", AREAS.iloc[:1].to_dict("records"), AREA_KINDS, [degrees], crs="EPSG:4326")
    results, _ = run("areaprofiles", base_parameters(tmp_path, AREAS=layer))
    assert "78 ha" in text_of(Path(results["COMBINED"]))  # 701.6 m by 1112.6 m


def test_the_tables_of_page_4_are_printed_where_they_belong(provider, tmp_path):
    facilities = [
        {"art": "Kita", "name": "Kita Süd"},
        {"art": "Denkmal", "name": "Brunnen"},
        {"art": "Kita", "name": "F"},
    ]
    points = ["POINT(200 300)", "POINT(210 300)", "POINT(9000 9000)"]
    survey = [
        {"gebiet": "0599900101", "frage": "Sicher?", "antwort": "ja", "anteil": 61.5, "n": 240},
        {"gebiet": "0599900101", "frage": "Sicher?", "antwort": "nein", "anteil": 38.5, "n": 240},
        {"gebiet": "unbekannt", "frage": "Sicher?", "antwort": "nein", "anteil": 77.5, "n": 240},
    ]
    kinds = {"gebiet": Kind.TEXT, "frage": Kind.TEXT, "antwort": Kind.TEXT, "anteil": Kind.REAL, "n": Kind.INTEGER}
    note = [{"gebiet": "0599900102", "text": "Nur hier."}]
    results, log = run(
        "areaprofiles",
        base_parameters(
            tmp_path,
            FACILITIES=memory_layer("Point", facilities, {"art": Kind.TEXT, "name": Kind.TEXT}, points),
            SURVEY=memory_layer("NoGeometry", survey, kinds),
            NOTES=memory_layer("NoGeometry", note, {"gebiet": Kind.TEXT, "text": Kind.TEXT}),
            OUTPUT_TABLE="TEMPORARY_OUTPUT",
        ),
    )
    first = text_of(tmp_path / "0599900101_muehlenviertel.pdf", 4)
    for words in ("Kita Süd", "Denkmal", "Brunnen", "Sicher? (240 Antworten)", "61,5 %", "Seite 4 von 4"):
        assert words in first, words
    assert "77,5" not in text_of(Path(results["COMBINED"]))
    assert "Nur hier." in text_of(next(tmp_path.glob("0599900102_*.pdf")), 4)
    assert info_of(tmp_path / "0599900201_am-hammer.pdf")["Pages"] == "3"
    assert "Balance of survey rows: 3 read" in log and "Balance of notes: 1 read" in log


def test_a_survey_without_its_columns_is_refused(provider, tmp_path):
    table = memory_layer("NoGeometry", [{"gebiet": "1"}], {"gebiet": Kind.TEXT}, name="umfrage")
    assert "“frage” is missing in “umfrage”" in attempt("areaprofiles", base_parameters(tmp_path, SURVEY=table))[1]


class StopsAfterTheFirst(QgsProcessingFeedback):
    """Cancels when the second area begins."""

    def setProgressText(self, text: str) -> None:  # noqa: N802 - QGIS's name
        if text == LONG_NAME:
            self.cancel()


def test_cancelling_leaves_finished_files_whole(provider, tmp_path):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = StopsAfterTheFirst(False)
    _, good = algorithm("areaprofiles").run(base_parameters(tmp_path), context, feedback)
    assert not good
    left = sorted(path.name for path in tmp_path.glob("*"))
    assert left[0] == "0599900101_muehlenviertel.pdf"
    assert "profile_alle.pdf" not in left
    assert not any(name.startswith("unfertig") for name in left)
    assert info_of(tmp_path / left[0])["Pages"] == "3"
