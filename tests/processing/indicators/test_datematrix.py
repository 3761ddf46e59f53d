"""The Stichtag matrix from layers to table, picture and page; the new columns of computeindicators and pivot."""

from xml.etree import ElementTree

import pytest
from small_kreis import QUARTERS, TREE

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import AREAS, COUNTS, DATE_MATRIX, TERRITORY

COUNT_KINDS = {field.name: field.kind for field in COUNTS}
AREA_KINDS = {field.name: field.kind for field in AREAS}


def count_layer(rows):
    names = ("gebiet", "merkmal", "stichtag", "wert", "kennzeichen", "quelle")
    return memory_layer("NoGeometry", [dict(zip(names, (*row, "", "Amt")[:6])) for row in rows], COUNT_KINDS)


def per_quarter(variable, values, year=2024):
    return [(code, variable, f"{year}-12-31", value) for code, value in zip(QUARTERS, values)]


@pytest.fixture()
def areas():
    kinds = AREA_KINDS | {TERRITORY.name: TERRITORY.kind}
    rows = [row | {"gebietsstand": "2025"} for row in TREE.to_dict("records")]
    return memory_layer("NoGeometry", rows, kinds, name="gebiete")


def indicators(areas, **parameters):
    rows = per_quarter("E", (200, 300, 400, 500, 600)) + per_quarter("E", (190, 310, 400, 500, 600), 2022)
    rows += per_quarter("AUSL", (2, 15, 40, 50, 60))[:4]
    parameters |= {"COUNTS": [count_layer(rows)], "AREAS": areas, "OUTPUT": "memory:"}
    return run("computeindicators", parameters)[0]


def test_table_picture_and_page(areas, tmp_path):
    svg, html = tmp_path / "matrix.svg", tmp_path / "matrix.html"
    parameters = {
        "INPUT": [indicators(areas)["OUTPUT"]], "LEVEL": "quartier", "INDICATORS": "B01, M01, V01", "OUTPUT": "memory:",
        "SVG": str(svg), "HTML": str(html),
    }  # fmt: skip
    results, log = run("datematrix", parameters)
    table = table_of(results["OUTPUT"]).reset_index(drop=True)
    assert list(table.columns) == [field.name for field in DATE_MATRIX]
    states = {(row.indikator, row.jahr): row.zustand for row in table.itertuples()}
    assert states["B01", 2024] == "vorhanden" and states["B01", 2023] == "fehlt" == states["V01", 2024]
    assert states["M01", 2024] == "teilweise"
    assert results["CELLS"] == 9 and results["GAPS"] == 7 and "in the matrix" in log
    assert ElementTree.parse(svg).getroot().tag.endswith("svg") and "B01" in html.read_text(encoding="utf-8")


def test_another_edition_is_told_apart(areas):
    old = indicators(memory_layer("NoGeometry", TREE.to_dict("records"), AREA_KINDS), TERRITORY="2019")["OUTPUT"]
    parameters = {"INPUT": [old], "LEVEL": "quartier", "TERRITORY": "2025", "OUTPUT": "memory:"}
    table = table_of(run("datematrix", parameters)[0]["OUTPUT"])
    assert set(table["zustand"]) == {"anderer_gebietsstand", "fehlt"}
    parameters = {"INPUT": [old, indicators(areas)["OUTPUT"]], "LEVEL": "quartier", "OUTPUT": "memory:"}
    assert "anderer_gebietsstand" not in set(table_of(run("datematrix", parameters)[0]["OUTPUT"])["zustand"])


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"LEVEL": "stadtteil"}, "no areas of the level “stadtteil”"),
        ({"INDICATORS": "Z99"}, "“Z99” is neither a code nor a theme nor a set"),
        ({"FROM_YEAR": 2025, "TO_YEAR": 2020}, "no years in order"),
        ({"SVG": "/nirgends/x.svg"}, "/nirgends/x.svg cannot be written"),
    ],
)
def test_bad_input_ends_in_a_sentence(areas, changed, sentence):
    parameters = {"INPUT": [indicators(areas)["OUTPUT"]], "LEVEL": "quartier", "OUTPUT": "memory:"} | changed
    _, log, good = attempt("datematrix", parameters)
    assert not good and sentence in log


def test_a_table_without_indicators_is_refused(areas):
    _, log, good = attempt("datematrix", {"INPUT": [areas], "OUTPUT": "memory:"})
    assert not good and "“indikator” is missing in “gebiete”" in log


def test_a_set_chooses_and_every_row_carries_edition_and_interval(areas):
    table = table_of(indicators(areas, INDICATORS="Basis 20")["OUTPUT"])
    assert set(table["indikator"]) == {"B01", "M01"} and set(table["gebietsstand"]) == {"2025"}
    row = table[(table["indikator"] == "M01") & (table["gebiet"] == QUARTERS[3])].iloc[0]
    assert row["untergrenze"] < row["wert"] == 10 < row["obergrenze"] and row["intervall"] == "wilson"


def test_internal_use_marks_what_publication_hides(areas):
    table = table_of(indicators(areas, MODE="internal", INDICATORS="M01")["OUTPUT"]).set_index("gebiet")
    assert table.loc[QUARTERS[0], "kennzeichen"] == "nur_intern" and table.loc[QUARTERS[0], "wert"] == 1.0


def test_the_wide_table_brings_intervals_and_smoothed_values_on_demand(areas):
    parameters = {"INPUT": indicators(areas)["OUTPUT"], "LEVEL": "quartier", "INDICATORS": "M01", "OUTPUT": "memory:"}
    table = table_of(run("pivotindicators", parameters | {"FIELDS": ["value", "interval", "smoothed"]})[0]["OUTPUT"])
    assert list(table.columns)[4:] == ["M01", "M01_von", "M01_bis", "M01_glatt"]
    row = table.set_index("gebiet").loc[QUARTERS[3]]
    assert row["M01_von"] < row["M01"] < row["M01_bis"]
    hidden = table.set_index("gebiet").loc[QUARTERS[0]]
    assert hidden[["M01", "M01_von", "M01_bis", "M01_glatt"]].isna().all()
    narrow = table_of(run("pivotindicators", parameters | {"FIELDS": ["interval"], "CHANGE_YEARS": 2})[0]["OUTPUT"])
    assert list(narrow.columns)[4:] == ["M01_von", "M01_bis"]
