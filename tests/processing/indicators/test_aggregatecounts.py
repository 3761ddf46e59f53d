from __future__ import annotations

import pytest

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core import fields
from sozialraum_plugin.core.fields import Kind

KINDS = {"einwohner": Kind.INTEGER, "kinder": Kind.REAL, "bezirk": Kind.TEXT, "text": Kind.TEXT}


def areas():
    squares = [f"POLYGON(({x} 0,{x + 10} 0,{x + 10} 10,{x} 10,{x} 0))" for x in (0, 10, 20)]
    return memory_layer("Polygon", [{"gebiet": code} for code in ("02", "01", "03")], {"gebiet": Kind.TEXT}, squares)


def points():
    rows = [
        {"einwohner": 5, "kinder": 1.5, "bezirk": "A", "text": "4"},
        {"einwohner": 7, "kinder": 2, "bezirk": "B", "text": "drei"},
        {"einwohner": None, "kinder": 0, "bezirk": "A", "text": "1"},
        {"einwohner": 11, "kinder": 4, "bezirk": None, "text": ""},
    ]
    return memory_layer(
        "Point", rows, KINDS, ["Point(1 1)", "Point(10 5)", "Point(3 3)", "Point(99 9)"], name="adressen"
    )


def rows_of(layer):
    return table_of(layer)[["gebiet", "merkmal", "wert"]].values.tolist()


def test_sums_per_area_conserve_the_totals():
    results, log = run(
        "aggregatecounts",
        {
            "INPUT": points(),
            "AREAS": areas(),
            "COUNT_FIELDS": ["einwohner", "kinder"],
            "VARIABLES": "bevoelkerung; u18",
            "REFERENCE_DATE": "31.12.2025",
            "SOURCE": "Melderegister",
            "OUTPUT": "memory:",
        },
    )
    table = table_of(results["OUTPUT"])
    assert table.columns.tolist() == [field.name for field in fields.COUNTS]
    assert rows_of(results["OUTPUT"]) == [
        ["01", "bevoelkerung", 7.0],  # on the border of 02 and 01: the lower code
        ["02", "bevoelkerung", 5.0],
        ["03", "bevoelkerung", 0.0],  # no point lies there
        ["01", "u18", 2.0],
        ["02", "u18", 1.5],
        ["03", "u18", 0.0],
    ]
    assert set(table["stichtag"]) == {"2025-12-31"}
    assert set(table["quelle"]) == {"Melderegister"}
    assert results["OUTSIDE"] == 1
    assert "bevoelkerung: 12 in the areas, 11 outside" in log
    assert "u18: 3,5 in the areas, 4,0 outside" in log
    assert "1 rows have no count" in log


def test_facilities_are_counted():
    parameters = {"INPUT": points(), "AREAS": areas(), "VARIABLES": "kitas", "REFERENCE_DATE": "2025-12-31"}
    results, _log = run("aggregatecounts", {**parameters, "OUTPUT": "memory:"})
    assert rows_of(results["OUTPUT"]) == [["01", "kitas", 1.0], ["02", "kitas", 2.0], ["03", "kitas", 0.0]]


def test_rows_may_carry_their_area():
    parameters = {
        "INPUT": points(),
        "AREA_FIELD": "bezirk",
        "COUNT_FIELDS": ["einwohner"],
        "REFERENCE_DATE": "1.1.2026",
    }
    results, _log = run("aggregatecounts", {**parameters, "OUTPUT": "memory:"})
    assert rows_of(results["OUTPUT"]) == [["A", "einwohner", 5.0], ["B", "einwohner", 7.0]]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"REFERENCE_DATE": "Dezember"}, "Dezember"),
        ({"AREAS": None}, "AREA_FIELD"),
        ({"COUNT_FIELDS": ["text"]}, "row 2"),
        ({"COUNT_FIELDS": ["gibtsnicht"]}, "gibtsnicht"),
        ({"COUNT_FIELDS": []}, "COUNT_FIELDS"),
        ({"VARIABLES": "a,b"}, "a, b"),
    ],
)
def test_a_wrong_input_is_refused_with_a_sentence(change, sentence):
    parameters = {"INPUT": points(), "AREAS": areas(), "COUNT_FIELDS": ["einwohner"], "REFERENCE_DATE": "31.12.2025"}
    _results, log, good = attempt("aggregatecounts", {**parameters, "OUTPUT": "memory:", **change})
    assert not good
    assert sentence in log


def test_levels_that_overlap_are_noticed():
    squares = ["POLYGON((0 0,10 0,10 10,0 10,0 0))"] * 2
    two = memory_layer("Polygon", [{"gebiet": "1"}, {"gebiet": "2"}], {"gebiet": Kind.TEXT}, squares)
    parameters = {"INPUT": points(), "AREAS": two, "VARIABLES": "kitas", "REFERENCE_DATE": "2025-12-31"}
    _results, log = run("aggregatecounts", {**parameters, "OUTPUT": "memory:"})
    assert "one level only" in log.replace("\n", " ")
