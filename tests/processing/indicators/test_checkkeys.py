from __future__ import annotations

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind


def table(keys, kind=Kind.TEXT):
    return memory_layer("NoGeometry", [{"key": key, "wert": 1} for key in keys], {"key": kind, "wert": Kind.INTEGER})


def areas(codes, field="gebiet", name="gebiete"):
    rows = [{field: code, "gebiet_name": f"Raum {code}"} for code in codes]
    return memory_layer("NoGeometry", rows, {field: Kind.TEXT, "gebiet_name": Kind.TEXT}, name=name)


def test_report_crosswalk_and_numbers():
    results, log = run(
        "checkkeys",
        {
            "INPUT": table(["0101", "102", "0101", "Summe", None, "Raum 0103"]),
            "KEY_FIELD": "key",
            "AREAS": areas(["0101", "0102", "0103", "0104"]),
            "OUTPUT": "memory:",
            "CROSSWALK": "memory:",
        },
    )
    report = table_of(results["OUTPUT"])
    assert report.columns.tolist() == ["schluessel", "zeilen", "gebiet", "gebiet_name", "befund", "hinweis"]
    assert report.iloc[0][:4].tolist() == ["0101", 2, "0101", "Raum 0101"]
    assert set(report["befund"]) == {
        "passt", "null_verloren", "summenzeile", "leer", "name_statt_schluessel", "gebiet_ohne_zeile",
    }  # fmt: skip
    walk = table_of(results["CROSSWALK"])
    assert dict(zip(walk["schluessel"], walk["gebiet"])) == {"0101": "0101", "102": "0102", "Raum 0103": "0103"}
    assert (results["MATCHED"], results["UNMATCHED"], results["PROPOSED"]) == (1, 4, 2)
    assert results["AREAS_WITHOUT_ROW"] == 3
    assert "1 of 5 different keys" in log and "leading zero" in log


def test_numbers_in_a_number_field_and_editions():
    results, log = run(
        "checkkeys",
        {
            "INPUT": table([1011, 1012, 1013], Kind.INTEGER),
            "KEY_FIELD": "key",
            "AREAS": areas(["2011", "2012"], "code"),
            "AREA_FIELD": "code",
            "EDITIONS": [areas(["1011", "1012"], "alt", "stand_2019")],
            "EDITION_FIELD": "alt",
            "OUTPUT": "memory:",
        },
    )
    assert table_of(results["OUTPUT"])["befund"].tolist()[:2] == ["anderer_gebietsstand"] * 2
    assert "The edition “stand_2019” knows 67 % of the keys, AREAS 0 %." in log


def test_bad_input_is_told():
    good = {"INPUT": table(["0101"]), "KEY_FIELD": "key", "AREAS": areas(["0101"]), "OUTPUT": "memory:"}
    for change, message in (
        ({"KEY_FIELD": "schluessel"}, "schluessel"),
        ({"AREA_FIELD": "code"}, "code"),
        ({"INPUT": table([])}, "no rows"),
        ({"AREAS": areas([])}, "no areas"),
        ({"EDITIONS": [areas(["1"], "alt")]}, "gebiet"),
    ):
        _results, log, success = attempt("checkkeys", {**good, **change})
        assert not success and message in log and "Traceback" not in log, change
