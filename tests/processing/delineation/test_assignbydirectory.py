from __future__ import annotations

import pytest

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

DIRECTORY = """gemeinde;strassenschluessel;strasse;plz;ortsteil;seite;von_nummer;von_zusatz;bis_nummer;bis_zusatz;gebiet
;;Hauptstraße;;;G;2;;12;a;001
;;Hauptstraße;;;G;12;b;;;002
;;Hauptstraße;;;U;1;;9;;003
;;Ring;;;F;1;;20;;001
;;Ring;;;F;18;;30;;002
;;Weg;;;F;9;;1;;002
"""
KINDS = {"strasse": Kind.TEXT, "hausnummer": Kind.TEXT, "nachname": Kind.TEXT}


@pytest.fixture
def directory(tmp_path):
    path = tmp_path / "verzeichnis.csv"
    path.write_text(DIRECTORY, "utf-8-sig")
    return str(path)


def people(*rows):
    table = [dict(zip(KINDS, row)) for row in rows]
    return memory_layer("NoGeometry", table, KINDS, name="liste")


def test_a_list_is_assigned_by_a_csv_directory(directory):
    listed = people(
        ("Hauptstraße", "12a", "A"),
        ("HAUPTSTRASSE ", "12b", "B"),
        ("Hauptstraße", "7", "C"),
        ("Hauptstraße", "11", "D"),
        ("Ring", "19", "E"),
        ("Ring", "5", "F"),
        ("Gasse", "1", "G"),
        ("Hauptstraße", "5 links", "H"),
        ("Hauptstraße", None, "I"),
        (None, "1", "J"),
    )
    results, log = run(
        "assignbydirectory", {"DIRECTORY": directory, "ADDRESSES": listed, "OUTPUT": "memory:", "REPORT": "memory:"}
    )
    found = table_of(results["OUTPUT"])
    assert found.columns.tolist() == ["strasse", "hausnummer", "nachname", "gebiet"]
    assert found["gebiet"].tolist() == ["001", "002", "003", None, None, "001", None, None, None, None]
    report = table_of(results["REPORT"])
    assert report[["art", "zeile"]].values.tolist() == [
        ["nummer_nicht_abgedeckt", 4],
        ["ueberschneidung", 5],
        ["strasse_unbekannt", 7],
        ["hausnummer_unlesbar", 8],
        ["ohne_hausnummer", 9],
        ["ohne_strasse", 10],
        ["zeilen_ueberschneiden_sich", 5],
        ["zeile_von_groesser_bis", 6],
    ]
    assert report["hinweis"].str.len().min() > 10
    assert (results["ASSIGNED"], results["UNASSIGNED"], results["OVERLAPS"]) == (4, 6, 1)
    assert "10 read" in log and "6 read" in log
    assert "nachname" not in report.columns  # a report is passed on; names of people are not


def test_points_keep_their_place(directory):
    layer = memory_layer("Point", [{"strasse": "Ring", "hausnummer": "5"}], KINDS, ["Point(3 4)"])
    results, _log = run(
        "assignbydirectory", {"DIRECTORY": directory, "ADDRESSES": layer, "OUTPUT": "memory:", "REPORT": "memory:"}
    )
    feature = next(results["OUTPUT"].getFeatures())
    assert (feature.geometry().asPoint().x(), feature["gebiet"]) == (3, "001")


def test_a_table_that_is_no_directory_is_named():
    layer = people(("Ring", "1", "A"))
    _results, log, good = attempt(
        "assignbydirectory", {"DIRECTORY": layer, "ADDRESSES": layer, "OUTPUT": "memory:", "REPORT": "memory:"}
    )
    assert not good
    assert "gebiet" in log


def test_an_empty_list_gives_an_empty_result(directory):
    results, _log = run(
        "assignbydirectory", {"DIRECTORY": directory, "ADDRESSES": people(), "OUTPUT": "memory:", "REPORT": "memory:"}
    )
    assert results["ASSIGNED"] == 0
