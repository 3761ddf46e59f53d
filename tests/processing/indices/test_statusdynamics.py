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
