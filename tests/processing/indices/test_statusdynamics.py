"""The algorithm as a user runs it: on raw CSV files, layers with geometry, wrong fields."""

import pandas as pd
import pytest
from qgis.core import QgsVectorLayer, QgsWkbTypes

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

SQUARES = [f"Polygon(({x} 0, {x + 1} 0, {x + 1} 1, {x} 1, {x} 0))" for x in range(4)]
KINDS = {"gebiet": Kind.TEXT, "gebiet_name": Kind.TEXT, "s": Kind.REAL, "d": Kind.REAL, "weg": Kind.BOOLEAN}
ROWS = [
    {"gebiet": "0599900101", "gebiet_name": "Altstadt", "s": 1.0, "d": 0.0, "weg": False},
    {"gebiet": "0599900102", "gebiet_name": "Nord", "s": 2.0, "d": 1.0},
    {"gebiet": "0599900103", "gebiet_name": "Süd", "s": 9.0, "d": -4.0, "weg": False},
    {"gebiet": "0599900104", "gebiet_name": "Heim", "s": 80.0, "d": 9.0, "weg": True},
]


def compute(layer, **parameters):
    defaults = {"INPUT": layer, "STATUS_FIELDS": ["s"], "DYNAMICS_FIELDS": ["d"], "OUTPUT": "TEMPORARY_OUTPUT"}
    return {**defaults, **parameters}


def test_raw_csv_of_berlin_2021(real_data, tmp_path):
    folder = real_data / "berlin_mss" / "2021"
    results, log = run(
        "statusdynamics",
        {
            "INPUT": str(folder / "mss_2021_index_indikatoren.csv"),
            "AREA_FIELD": "PLR_ID",
            "STATUS_FIELDS": ["S1", "S3", "S4"],
            "DYNAMICS_FIELDS": ["D1", "D3", "D4"],
            "POPULATION_FIELD": "EW",
            "EXCLUDE_FIELD": "KOM",
            "OUTPUT": str(tmp_path / "index.gpkg"),
        },
    )
    index = table_of(tmp_path / "index.gpkg").set_index("gebiet")
    published = pd.read_csv(folder / "mss_2021_indizes.csv", dtype=str).set_index("PLR_ID")
    expected = published["SDI"].where(published["SI_N"] != "-9999", None)
    assert index["gesamt"].to_dict() == expected.to_dict()
    assert (results["INCLUDED"], results["EXCLUDED"]) == (536, 6)
    assert index.loc["10100205", "ausgeschlossen"] == "flagged by the user: ungültig (Ausreißer)"
    assert "Balance of areas: 542 read" in log


def test_raw_csv_with_junk_rows_and_decimal_comma(tmp_path):
    path = tmp_path / "mss.csv"
    path.write_text('id;s;ew\n00000000;;\n01;"1,5";1.200\n02;"2,5";800\n03;-9999;900\n', encoding="utf-8")
    uri = f"file://{path}?delimiter=;&detectTypes=no"
    layer = QgsVectorLayer(uri, "mss", "delimitedtext")
    results, log = run(
        "statusdynamics",
        {"INPUT": layer, "AREA_FIELD": "id", "STATUS_FIELDS": ["s"], "POPULATION_FIELD": "ew", "OUTPUT": "memory:"},
    )
    table = table_of(results["OUTPUT"]).set_index("gebiet")
    assert table["status_index"].to_dict() == {"00000000": None, "01": -1.0, "02": 1.0, "03": None}
    assert "“-9999” read as missing" in log
    assert "Only 2 areas have an index" in log


def test_geometry_name_and_fields_are_kept():
    layer = memory_layer("Polygon", ROWS, KINDS, SQUARES)
    results, _ = run("statusdynamics", compute(layer, EXCLUDE_FIELD="weg"))
    output = results["OUTPUT"]
    assert QgsWkbTypes.geometryType(output.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry
    assert output.crs().authid() == "EPSG:25832"
    assert [feature.geometry().asWkt() for feature in output.getFeatures()] == [
        feature.geometry().asWkt() for feature in layer.getFeatures()
    ]
    table = table_of(output)
    assert list(table.columns) == [
        *("gebiet", "status_index", "status", "dynamik_index", "dynamik", "gesamt", "ausgeschlossen"),
        *("gebiet_name", "z_s", "z_d"),
    ]
    assert table["gebiet_name"].tolist() == ["Altstadt", "Nord", "Süd", "Heim"]
    assert table["ausgeschlossen"].tolist() == [None, None, None, "flagged by the user"]
    # s: 1, 2, 9: mean 4, sd sqrt(38/3)
    assert table["status_index"].tolist()[:3] == pytest.approx([-3 / 3.559026, -2 / 3.559026, 5 / 3.559026], rel=1e-6)
    assert table["gesamt"].tolist() == ["2+/-", "2+/-", "3+", None]


def test_a_table_stays_a_table():
    results, _ = run("statusdynamics", compute(memory_layer("NoGeometry", ROWS, KINDS), DYNAMICS_FIELDS=[]))
    assert results["OUTPUT"].wkbType() == QgsWkbTypes.Type.NoGeometry
    assert table_of(results["OUTPUT"])["dynamik"].isna().all()


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"STATUS_FIELDS": ["s", "S9"]}, "STATUS_FIELDS: field “S9” is missing"),
        ({"AREA_FIELD": "kennung"}, "AREA_FIELD: field “kennung” is missing"),
        ({"EXCLUDE_FIELD": "gebiet_name"}, "column “gebiet_name”: “Altstadt” says neither yes nor no"),
        ({"STATUS_FIELDS": ["gebiet_name"]}, "“gebiet_name” holds no number"),
        ({"STATUS_FIELDS": []}, "STATUS_FIELDS"),
    ],
)
def test_wrong_fields_are_named(parameters, message):
    _, log, good = attempt("statusdynamics", compute(memory_layer("NoGeometry", ROWS, KINDS), **parameters))
    assert not good
    assert message in log


def test_an_empty_layer_is_refused():
    _, log, good = attempt("statusdynamics", compute(memory_layer("Polygon", [], KINDS)))
    assert not good
    assert "no rows" in log


# -- changes that are computed --------------------------------------------------------------------------------------
LONG_KINDS = {"gebiet": Kind.TEXT, "jahr": Kind.INTEGER, "s": Kind.REAL, "einwohner": Kind.INTEGER}


def long_table(geometry_type="Polygon"):
    """Four areas in 2015, 2019 and 2021; one is new in 2021, one is gone."""
    rows = [
        {"gebiet": code, "jahr": year, "s": value + year - 2015, "einwohner": 1000}
        for year, codes in ((2021, "ABCE"), (2015, "ABCD"), (2019, "ABCD"))
        for code, value in zip(codes, (1.0, 2.0, 9.0, 4.0))
    ]
    rows[2]["s"] = 20.0  # C in 2021
    squares = [SQUARES[number % 4] for number in range(len(rows))]
    return memory_layer(geometry_type, rows, LONG_KINDS, squares if geometry_type == "Polygon" else None)


def long_run(**parameters):
    given = {"INPUT": long_table(), "STATUS_FIELDS": ["s"], "YEAR_FIELD": "jahr", "OUTPUT": "TEMPORARY_OUTPUT"}
    return attempt("statusdynamics", {**given, **parameters})


def test_two_years_of_a_long_table():
    results, log, good = long_run(YEAR="2021", YEAR_BEFORE="2015")
    assert good, log
    table = table_of(results["OUTPUT"])
    assert table["gebiet"].tolist() == ["A", "B", "C", "E"]
    assert table["aenderung_s"].tolist() == [6, 6, 11, None]
    assert table["ausgeschlossen"].tolist() == [None, None, None, "not in the earlier edition (2015)"]
    assert [feature.geometry().asWkt() for feature in results["OUTPUT"].getFeatures()] == [
        feature.geometry().asWkt() for feature in long_table().getFeatures()
    ][:4]
    assert (results["INCLUDED"], results["EXCLUDED"]) == (3, 1)
    assert "Dynamics from 2015 to 2021: 6 years." in log
    assert "Only in 2015, not among the areas of now (1): D" in log
    assert "4  of other years (2019), not used" in log


def test_the_edition_before_is_the_default_and_a_base_year_is_frozen():
    results, log, good = long_run()
    assert good, log
    assert "Dynamics from 2019 to 2021: 2 years." in log
    results, log, good = long_run(BASE_YEAR="2015", DYNAMICS_LIMITS="-0,1; 0,1")
    assert good, log
    assert "base year (2015)" in log
    table = table_of(results["OUTPUT"])
    sd = (38 / 4) ** 0.5  # of 1, 2, 9, 4 in 2015, mean 4
    assert table["status_index"].tolist()[:3] == pytest.approx([3 / sd, 4 / sd, 16 / sd])
    assert table["dynamik_index"].tolist()[:3] == pytest.approx([2 / sd, 2 / sd, 7 / sd])
    assert table["gesamt"].tolist()[:3] == ["2-", "3-", "4-"]


def test_an_earlier_layer():
    now = memory_layer("NoGeometry", ROWS, KINDS)
    kinds = {"id": Kind.TEXT, "quote": Kind.TEXT}
    then = memory_layer(
        "NoGeometry",
        [{"id": row["gebiet"], "quote": text} for row, text in zip(ROWS[:3], ("1,0", "1,5", "2,0"))],
        kinds,
        name="mss_2015",
    )
    given = {"INPUT_BEFORE": then, "AREA_FIELD_BEFORE": "id", "FIELDS_BEFORE": ["quote"], "DYNAMICS_FIELDS": []}
    results, log = run("statusdynamics", compute(now, EXCLUDE_FIELD="weg", **given))
    table = table_of(results["OUTPUT"])
    assert table["aenderung_s"].tolist()[:3] == [0, 0.5, 7]
    assert table["ausgeschlossen"].tolist() == [None, None, None, "flagged by the user"]
    assert "s − quote (mss_2015)" in log
    assert "The earlier table has no field “weg”" in log
    assert "Balance of areas in mss_2015: 3 read" in log


def test_swapped_tables_are_suspected():
    layers = [memory_layer("NoGeometry", ROWS, KINDS, name=f"mss_{year}") for year in (2015, 2021)]
    given = {"DYNAMICS_FIELDS": [], "CHANGE": "points"}
    _, log = run("statusdynamics", compute(layers[0], INPUT_BEFORE=layers[1], **given))
    assert "the earlier table (“mss_2021”) is not earlier than “mss_2015”" in log
    _, log = run("statusdynamics", compute(layers[1], INPUT_BEFORE=layers[0], **given))
    assert "swapped" not in log


def test_start_fields_beside():
    layer = memory_layer("NoGeometry", ROWS, KINDS)
    results, log = run("statusdynamics", compute(layer, START_FIELDS=["d"], DYNAMICS_FIELDS=[], EXCLUDE_FIELD="weg"))
    assert table_of(results["OUTPUT"])["aenderung_s"].tolist() == [1, 1, 13, 71][:3] + [None]
    assert "  s − d" in log


def test_the_mark_of_an_internal_earlier_table_is_kept():
    now = memory_layer("NoGeometry", ROWS[:3], KINDS)
    kinds = {"gebiet": Kind.TEXT, "s": Kind.REAL, "vermerk": Kind.TEXT}
    rows = [{"gebiet": row["gebiet"], "s": 1.0 + number, "vermerk": "intern"} for number, row in enumerate(ROWS[:3])]
    then = memory_layer("NoGeometry", rows, kinds)
    results, _ = run("statusdynamics", compute(now, INPUT_BEFORE=then, DYNAMICS_FIELDS=[]))
    assert set(table_of(results["OUTPUT"])["vermerk"]) == {"intern – nicht weitergeben"}


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"YEAR": "1066"}, "YEAR: 1066 is not in field “jahr”. It has: 2015, 2019, 2021"),
        ({"YEAR": "2015", "YEAR_BEFORE": "2021"}, "swap them"),
        ({"YEAR_FIELD": None, "YEAR": "2021"}, "YEAR needs YEAR_FIELD"),
        ({"YEAR_FIELD": None, "BASE_YEAR": "2015"}, "BASE_YEAR needs YEAR_FIELD"),
        ({"START_FIELDS": ["einwohner"], "YEAR_BEFORE": "2015"}, "given more than once"),
        ({"INPUT_BEFORE": 1, "YEAR_BEFORE": "2015"}, "give only one"),
        ({"INPUT_BEFORE": 1, "FIELDS_BEFORE": ["s", "einwohner"]}, "2 fields for 1"),
        ({"INPUT_BEFORE": 1, "AREA_FIELD_BEFORE": "kennung"}, "“kennung” is missing"),
        ({"STATUS_LIMITS": "1; 2"}, "STATUS_LIMITS: “1; 2” is not what is needed: 3 numbers"),
        ({"DYNAMICS_LIMITS": "1; 0"}, "must rise"),
        ({"STATUS_WEIGHTS": "1; 2"}, "STATUS_WEIGHTS"),
        ({"YEAR_FIELD": None}, "several years, give YEAR_FIELD"),
    ],
)
def test_wrong_choices_are_named(parameters, message):
    if "INPUT_BEFORE" in parameters:
        parameters = {**parameters, "INPUT_BEFORE": long_table("NoGeometry")}
    _, log, good = long_run(**parameters)
    assert not good
    assert message in log
