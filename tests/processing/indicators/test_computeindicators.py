"""Counts in layers to indicators in a layer, and on to the wide table."""

import pytest
from small_kreis import QUARTERS, TREE

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import AREAS, COUNTS, INDICATORS, Kind

COUNT_KINDS = {field.name: field.kind for field in COUNTS}
AREA_KINDS = {field.name: field.kind for field in AREAS}


def count_layer(rows, kinds=COUNT_KINDS, name="merkmale"):
    names = ("gebiet", "merkmal", "stichtag", "wert", "kennzeichen", "quelle")
    return memory_layer("NoGeometry", [dict(zip(names, (*row, "", "Amt")[:6])) for row in rows], kinds, name=name)


@pytest.fixture()
def areas():
    square = "POLYGON((0 0, 1 0, 1 1, 0 0))"
    return memory_layer("Polygon", TREE.to_dict("records"), AREA_KINDS, [square] * len(TREE), name="gebiete")


def per_quarter(variable, values, year=2024):
    return [(code, variable, f"{year}-12-31", value) for code, value in zip(QUARTERS, values)]


@pytest.fixture()
def tables():
    register = per_quarter("E", (200, 300, 400, 500, 600)) + per_quarter("E", (190, 310, 400, 500, 600), 2022)
    return [count_layer(register), count_layer(per_quarter("AUSL", (2, 15, 40, 50, 60)), name="ausl")]


def test_several_tables_all_levels_and_hiding(areas, tables):
    results, log = run("computeindicators", {"COUNTS": tables, "AREAS": areas, "OUTPUT": "memory:"})
    table = table_of(results["OUTPUT"])
    assert list(table.columns) == [field.name for field in INDICATORS]
    share = table[table["indikator"] == "M01"].set_index("gebiet")
    assert share.loc["05999", "wert"] == pytest.approx(100 * 167 / 2000)
    assert share.loc[QUARTERS[0], "kennzeichen"] == "geheim" and share.loc[QUARTERS[0], "zaehler"] is None
    assert share.loc[QUARTERS[1], "kennzeichen"] == "geheim_sekundaer"
    assert share.loc["05999", "stichtag_nenner"] == "2024-12-31"
    assert results["HIDDEN"] == 2 and results["ROWS"] == len(table)
    assert "15  used" in log and "ausl: 5 counts" in log


def test_internal_mode_and_choice(areas, tables):
    parameters = {"COUNTS": tables, "AREAS": areas, "MODE": "internal", "INDICATORS": "M01", "OUTPUT": "memory:"}
    results, _ = run("computeindicators", parameters)
    table = table_of(results["OUTPUT"])
    assert set(table["indikator"]) == {"M01"} and results["HIDDEN"] == 0
    assert table.set_index("gebiet").loc[QUARTERS[0], "wert"] == 1.0


def test_own_catalogue(areas, tables, tmp_path):
    path = tmp_path / "eigene.csv"
    path.write_text("code;name;zaehler;nenner;faktor;masseinheit\nX1;Zuwachs;E - E[-2];E[-2];100;%\n", encoding="utf-8")
    parameters = {"COUNTS": tables, "AREAS": areas, "CATALOGUE": str(path), "INDICATORS": "X1", "OUTPUT": "memory:"}
    table = table_of(run("computeindicators", parameters)[0]["OUTPUT"]).set_index("gebiet")
    assert table.loc[QUARTERS[0], "wert"] == pytest.approx(100 * 10 / 190)
    assert table.loc[QUARTERS[0], "stichtag_nenner"] == "2022-12-31"


def test_what_does_not_find_together_is_listed(areas):
    counts = count_layer([("99", "E", "2024-12-31", 5), (QUARTERS[0], "E", "2024-12-31", 50)])
    _, log = run("computeindicators", {"COUNTS": [counts], "AREAS": areas, "OUTPUT": "memory:"})
    assert "Keys that match no area: 99" in log and "1  of keys that match no area" in log
    assert "Areas without any count: " in log and "Not computed: M01 (no count of AUSL)" in log


def test_the_cause_of_keys_that_match_nothing_is_told(areas):
    lost = count_layer([(code.lstrip("0"), "E", "2024-12-31", 100) for code in QUARTERS])
    _, log, good = attempt("computeindicators", {"COUNTS": [lost], "AREAS": areas, "OUTPUT": "memory:"})
    assert not good
    assert "zero" in log


def test_bad_input_ends_in_a_sentence(areas, tables):
    twice = count_layer([(QUARTERS[0], "E", "2024-12-31", 201)])
    fieldless = count_layer([], {"gebiet": Kind.TEXT}, "kaputt")
    flat = memory_layer("NoGeometry", [{"gebiet": "05999"}], {"gebiet": Kind.TEXT}, name="flach")
    for counts, layer, sentence in (
        ([*tables, twice], areas, "twice with different values"),
        ([fieldless], areas, "“merkmal” is missing in “kaputt”"),
        (tables, flat, "“gebiet_name” is missing in “flach”"),
        ([count_layer([])], areas, "the tables have no rows"),
    ):
        _, log, good = attempt("computeindicators", {"COUNTS": counts, "AREAS": layer, "OUTPUT": "memory:"})
        assert not good and sentence in log
    parameters = {"COUNTS": tables, "AREAS": areas, "INDICATORS": "Z99", "OUTPUT": "memory:"}
    assert "“Z99” is neither a code nor a theme" in attempt("computeindicators", parameters)[1]


def test_wide_table(areas, tables):
    long = run("computeindicators", {"COUNTS": tables, "AREAS": areas, "OUTPUT": "memory:"})[0]["OUTPUT"]
    parameters = {"INPUT": long, "LEVEL": "quartier", "CHANGE_YEARS": 2, "INDICATORS": "B01, M01", "OUTPUT": "memory:"}
    results, log = run("pivotindicators", parameters)
    table = table_of(results["OUTPUT"]).set_index("gebiet")
    assert list(table.columns) == ["gebiet_name", "ebene", "einwohner", "B01", "M01", "B01_d", "M01_d"]
    assert table.loc[QUARTERS[0], "B01_d"] == 10 and table.loc[QUARTERS[0], "M01"] is None
    assert table.loc[QUARTERS[4], "M01"] == 10.0 and table.loc[QUARTERS[4], "einwohner"] == 600
    assert (results["AREAS"], results["COLUMNS"]) == (5, 2) and "B01: 31.12.2024 (_d: 31.12.2022)" in log


def test_wide_table_of_an_unknown_level(areas, tables):
    long = run("computeindicators", {"COUNTS": tables, "AREAS": areas, "OUTPUT": "memory:"})[0]["OUTPUT"]
    _, log, good = attempt("pivotindicators", {"INPUT": long, "LEVEL": "stadtteil", "OUTPUT": "memory:"})
    assert not good and "no areas of the level “stadtteil”" in log
    _, log, good = attempt("pivotindicators", {"INPUT": areas, "OUTPUT": "memory:"})
    assert not good and "“indikator” is missing in “gebiete”" in log
    _, log, good = attempt("pivotindicators", {"INPUT": long, "REFERENCE_DATE": "bald", "OUTPUT": "memory:"})
    assert not good and "“bald” is no date" in log
