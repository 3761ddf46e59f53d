from __future__ import annotations

import pandas as pd
import pytest
from qgis.core import QgsVectorLayer

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core import fields
from sozialraum_plugin.core.fields import Kind

KINDS = {"strasse": Kind.TEXT, "hausnummer": Kind.INTEGER, "zusatz": Kind.TEXT, "plz": Kind.TEXT}


def areas(codes=("02", "01")):
    west, east = "POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((10 0,20 0,20 10,10 10,10 0))"
    rows = [{"gebiet": code, "gebiet_name": f"Gebiet {code}"} for code in codes]
    return memory_layer("Polygon", rows, {"gebiet": Kind.TEXT, "gebiet_name": Kind.TEXT}, [west, east], name="gebiete")


def addresses(*rows):
    """Return points of (x, number, suffix) along one street."""
    table = [
        {"strasse": "Hauptstraße", "hausnummer": number, "zusatz": suffix, "plz": "1"} for _x, number, suffix in rows
    ]
    wkts = ["Point EMPTY" if x is None else f"Point({x} 5)" for x, _number, _suffix in rows]
    return memory_layer("Point", table, KINDS, wkts, name="adressen")


def ranges(layer):
    table = table_of(layer).fillna("")
    columns = ["seite", "von_nummer", "von_zusatz", "bis_nummer", "bis_zusatz", "gebiet", "adressen"]
    return table[columns].values.tolist()


def test_a_street_through_two_areas(tmp_path):
    points = addresses((1, 1, ""), (9, 3, "a"), (12, 3, "b"), (15, 8, ""))
    results, log = run(
        "streetdirectory",
        {
            "ADDRESSES": points,
            "AREAS": areas(),
            "OUTPUT": "memory:",
            "REPORT": "memory:",
            "OUTPUT_ADDRESSES": "memory:",
            "CSV": str(tmp_path / "verzeichnis.csv"),
        },
    )
    assert results["OUTPUT"].fields().names() == [field.name for field in fields.STREET_DIRECTORY]
    assert ranges(results["OUTPUT"]) == [["F", 1, "", 3, "a", "02", 2], ["F", 3, "b", "", "", "01", 2]]
    assert (results["ROWS"], results["SPLIT_STREETS"], results["BORDER_ADDRESSES"]) == (2, 1, 0)
    assert table_of(results["OUTPUT_ADDRESSES"])["gebiet"].tolist() == ["02", "02", "01", "01"]
    assert table_of(results["REPORT"]).empty
    lines = (tmp_path / "verzeichnis.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].split(";") == [field.name for field in fields.STREET_DIRECTORY]
    assert lines[1] == ";;Hauptstraße;1;;F;1;;3;a;02;Gebiet 02;2"
    assert "4  in the directory" in log


def test_borders_points_outside_and_contradictions_are_reported():
    points = addresses((10, 1, ""), (99, 3, ""), (None, 5, ""), (5, 7, ""), (15, 7, ""), (15, 7, ""))
    results, log = run(
        "streetdirectory",
        {"ADDRESSES": points, "AREAS": areas(), "OUTPUT": "memory:", "REPORT": "memory:"},
    )
    report = table_of(results["REPORT"])
    assert report[["art", "zeile", "hausnummer"]].values.tolist() == [
        ["ausserhalb", 2, "3"],
        ["ohne_lage", 3, "5"],
        ["widerspruch", 4, "7"],
    ]
    assert "02" in report["hinweis"][2] and "01" in report["hinweis"][2]
    assert results["BORDER_ADDRESSES"] == 1
    assert results["CONTRADICTIONS"] == 1
    assert ranges(results["OUTPUT"]) == [["F", 1, "", "", "", "01", 3]]  # the lower code, and the more frequent one
    assert "6 read" in log


def test_addresses_that_carry_their_area_need_no_map():
    kinds = {"str": Kind.TEXT, "nr": Kind.TEXT, "bezirk": Kind.INTEGER}
    rows = [
        {"str": "Ring", "nr": "1", "bezirk": 7},
        {"str": "Ring", "nr": "2 a", "bezirk": 8},
        {"str": "Ring", "nr": "12-14", "bezirk": 8},
        {"str": "Ring", "nr": "EG links", "bezirk": 8},
        {"str": "Ring", "nr": "3", "bezirk": None},
    ]
    results, _log = run(
        "streetdirectory",
        {
            "ADDRESSES": memory_layer("NoGeometry", rows, kinds),
            "AREA_FIELD": "bezirk",
            "STREET_FIELD": "str",
            "NUMBER_FIELD": "nr",
            "OUTPUT": "memory:",
            "REPORT": "memory:",
        },
    )
    assert ranges(results["OUTPUT"]) == [["G", 2, "", "", "", "8", 2], ["U", 1, "", "", "", "7", 1]]
    assert table_of(results["REPORT"])["art"].tolist() == ["hausnummer_unlesbar", "ohne_gebiet"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"AREAS": None}, "AREA_FIELD"),
        ({"AREA_CODE_FIELD": "code"}, "code"),
        ({"STREET_FIELD": "name"}, "name"),
        ({"SUFFIX_FIELD": "adz"}, "adz"),
        ({"CSV": "/gibt/es/nicht/verzeichnis.csv"}, "/gibt/es/nicht"),
    ],
)
def test_a_wrong_input_is_refused_with_a_sentence(change, sentence):
    parameters = {"ADDRESSES": addresses((1, 1, "")), "AREAS": areas(), "OUTPUT": "memory:", "REPORT": "memory:"}
    _results, log, good = attempt("streetdirectory", {**parameters, **change})
    assert not good
    assert sentence in log


def test_a_table_without_points_and_without_area_is_refused():
    table = memory_layer("NoGeometry", [{"strasse": "Ring", "hausnummer": 1}], KINDS, name="liste")
    _results, log, good = attempt(
        "streetdirectory", {"ADDRESSES": table, "AREAS": areas(), "OUTPUT": "memory:", "REPORT": "memory:"}
    )
    assert not good
    assert "liste" in log


def test_areas_in_another_crs_are_transformed():
    rows = [{"gebiet": "01"}]
    wkt = "POLYGON((6 50,8 50,8 52,6 52,6 50))"
    layer = memory_layer("Polygon", rows, {"gebiet": Kind.TEXT}, [wkt], crs="EPSG:4326")
    points = memory_layer(
        "Point", [{"strasse": "Ring", "hausnummer": 1}], KINDS, ["Point(362105 5710920)"], name="adressen"
    )
    results, _log = run(
        "streetdirectory", {"ADDRESSES": points, "AREAS": layer, "OUTPUT": "memory:", "REPORT": "memory:"}
    )
    assert table_of(results["OUTPUT"])["gebiet"].tolist() == ["01"]


def test_no_addresses_give_an_empty_directory():
    results, _log = run(
        "streetdirectory", {"ADDRESSES": addresses(), "AREAS": areas(), "OUTPUT": "memory:", "REPORT": "memory:"}
    )
    assert (results["ROWS"], results["OUTPUT"].featureCount()) == (0, 0)


def test_essen_there_and_back(real_data, tmp_path):
    """All official house coordinates of a large city: polygons give the directory, the directory the areas."""
    path = real_data / "essen" / "essen_hauskoordinaten.csv.gz"
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    table.to_csv(tmp_path / "essen.csv", index=False)
    points = f"file://{tmp_path}/essen.csv?delimiter=,&xField=E&yField=N&crs=EPSG:25832&detectTypes=no"
    columns = {
        "STREET_FIELD": "STRNAME",
        "NUMBER_FIELD": "HSNR",
        "SUFFIX_FIELD": "HSNRZU",
        "STREET_KEY_FIELD": "STRSCHL",
    }
    results, _log = run(
        "streetdirectory",
        {
            "ADDRESSES": QgsVectorLayer(points, "essen", "delimitedtext"),
            "AREAS": str(real_data / "essen" / "stadtbezirke.gpkg"),
            "AREA_CODE_FIELD": "STADTBEZ",
            "AREA_NAME_FIELD": "STADTBEZR",
            **columns,
            "OUTPUT": "memory:",
            "OUTPUT_ADDRESSES": "memory:",
            "REPORT": "memory:",
        },
    )
    located = results["OUTPUT_ADDRESSES"]
    lost = table_of(results["REPORT"])
    back, _log = run(
        "assignbydirectory",
        {"DIRECTORY": results["OUTPUT"], "ADDRESSES": located, **columns, "OUTPUT": "memory:", "REPORT": "memory:"},
    )
    before, after = table_of(located)["gebiet"], table_of(back["OUTPUT"])["gebiet"]
    rows_of = {kind: set(rows["zeile"].dropna().astype(int) - 1) for kind, rows in lost.groupby("art")}
    contradicting = rows_of.get("widerspruch", set())
    listed = [row not in set().union(*rows_of.values()) for row in before.index]
    assert (before[listed] == after[listed]).all()
    assert len(before) == 102_981
    assert len(contradicting) < 30
    assert results["SPLIT_STREETS"] < 300
