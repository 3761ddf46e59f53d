"""Comparing groups as a user runs it: from the long table and from columns, by codes, fields and expressions."""

import pandas as pd
import pytest

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

LONG = {
    "gebiet": Kind.TEXT, "gebiet_name": Kind.TEXT, "ebene": Kind.TEXT, "indikator": Kind.TEXT,
    "indikator_name": Kind.TEXT, "stichtag": Kind.DATE, "wert": Kind.REAL, "zaehler": Kind.REAL, "nenner": Kind.REAL,
    "masseinheit": Kind.TEXT, "polaritaet": Kind.TEXT, "kennzeichen": Kind.TEXT, "intervall": Kind.TEXT,
}  # fmt: skip
SGB2 = {"0101": (300, 1000), "0102": (100, 1000), "0103": (110, 1000), "0104": (240, 800), "0105": (90, 1000)}


def row(code, indicator, numerator, denominator, day="2024-12-31", level="sozialraum", flag=""):
    value = None if numerator is None or not denominator else 100 * numerator / denominator
    return {
        "gebiet": code, "gebiet_name": f"Viertel {code}", "ebene": level, "indikator": indicator,
        "indikator_name": indicator, "stichtag": day, "wert": value, "zaehler": numerator, "nenner": denominator,
        "masseinheit": "%", "polaritaet": "+", "kennzeichen": flag, "intervall": "wilson",
    }  # fmt: skip


def long_rows():
    rows = [row(code, "A08", *counts) for code, counts in SGB2.items()]
    rows += [row(code, "A08", 1, 900, "2019-12-31") for code in SGB2]
    rows += [row(code, "M01", 200, 1000) for code in SGB2]
    return [*rows, row("01", "A08", 840, 4800, level="gemeinde")]


def compute(rows=None, kinds=LONG, **parameters):
    layer = memory_layer("NoGeometry", long_rows() if rows is None else rows, kinds)
    return {"INPUT": layer, "LEVEL": "sozialraum", "OUTPUT": "TEMPORARY_OUTPUT", **parameters}


def found(results):
    return table_of(results["OUTPUT"]).set_index(["gruppe", "indikator"])


def test_burdened_areas_against_the_rest():
    results, log = run("comparegroups", compute(CODES="0101; 0104", GROUP_NAME="belastet"))
    table = found(results)
    sgb2 = table.loc[("belastet", "A08")]
    assert (sgb2["wert"], sgb2["wert_rest"]) == pytest.approx((30, 10))
    assert (sgb2["differenz"], sgb2["verhaeltnis"]) == pytest.approx((20, 3))
    assert sgb2["differenz_von"] < 20 < sgb2["differenz_bis"] and sgb2["urteil"] == "hoeher"
    assert (sgb2["zaehler"], sgb2["nenner"], sgb2["anzahl_gebiete"]) == (540, 1800, 2)
    same = table.loc[("belastet", "M01")]
    assert same["urteil"] == "nicht_unterscheidbar" and "not distinguishable" in same["hinweis"]
    assert (
        "20,0 percentage points higher" in log
        and "Balance of areas: 5 read" in log
        and "Balance of rows: 16 read" in log
    )
    assert (results["COMPARISONS"], results["DIFFERENT"]) == (2, 1)


def test_hidden_numbers_leave_no_trace():
    outputs = []
    for number in (1, 2):
        rows = long_rows()
        rows[0] = {**row("0101", "A08", number, 1000, flag="geheim"), "wert": number / 10}
        results, log = run("comparegroups", compute(rows, CODES="0101,0104", INDICATORS="A08"))
        outputs.append((table_of(results["OUTPUT"]).fillna("").to_csv(), log))
    assert outputs[0] == outputs[1]
    assert "1 of 2 areas in the group are hidden" in outputs[0][1]
    table = found(results)
    assert (
        pd.isna(table.loc[("group", "A08"), "wert"]) and table.loc[("group", "A08"), "kennzeichen"] == "unvollstaendig"
    )


def test_values_for_the_office_only_are_hidden_unless_asked_for():
    rows = [{**one, "kennzeichen": "nur_intern"} if one["gebiet"] == "0101" else one for one in long_rows()]
    results, _ = run("comparegroups", compute(rows, CODES="0101"))
    assert found(results)["wert"].isna().all()
    results, _ = run("comparegroups", compute(rows, CODES="0101", MODE="internal"))
    table = found(results)
    assert table.loc[("group", "A08"), "wert"] == pytest.approx(30)
    assert table["vermerk"].str.contains("intern").all()


WIDE = {"gebiet": Kind.TEXT, "typ": Kind.INTEGER, "arm": Kind.INTEGER, "hze": Kind.INTEGER, "ew": Kind.INTEGER}
TOWN = [
    dict(zip(WIDE, values))
    for values in (
        ("1", 1, 300, 30, 1000), ("2", 1, 320, 25, 1000), ("3", 2, 100, 10, 1000), ("4", 2, 110, 12, 1000),
        ("5", 3, 50, 4, 1000), ("6", 3, 40, 6, 1000),
    )
]  # fmt: skip
RATES = "Arm = 100 * arm / ew; HzE = 1000 * hze / ew"


def wide(rows=TOWN, **parameters):
    return {**compute(rows, WIDE, RATES=RATES), "LEVEL": "", **parameters}


def test_each_type_against_all_others_from_columns():
    results, _ = run("comparegroups", wide(GROUP_FIELD="typ"))
    table = found(results)
    assert table.loc[("typ = 1", "Arm"), "wert"] == pytest.approx(31)
    assert table.loc[("typ = 1", "HzE"), ["wert", "masseinheit", "verfahren"]].tolist() == [
        27.5,
        "je 1000",
        "poisson_byar",
    ]
    assert table["urteil"].xs("Arm", level=1).tolist() == ["hoeher", "niedriger", "niedriger"]


def test_small_counts_from_columns_are_hidden_with_a_partner():
    rows = [{**one, "hze": 1} if one["typ"] == 3 else one for one in TOWN]
    results, log = run("comparegroups", wide(rows, GROUP_FIELD="typ"))
    table = found(results).xs("HzE", level=1)
    assert table["kennzeichen"].tolist() == [None, "geheim_sekundaer", "geheim"]
    assert (
        table.loc[["typ = 2", "typ = 3"], ["wert", "zaehler", "zaehler_rest", "wert_rest", "differenz", "p"]]
        .isna()
        .all(axis=None)
    )


@pytest.mark.parametrize(
    "chosen",
    [
        {"GROUP_FIELD": "typ", "GROUP_VALUES": "1;2"},
        {"EXPRESSION": '"typ" < 3'},
        {"CODES": "1, 2, 3, 4"},
    ],
)
def test_ways_to_choose_the_same_group(chosen):
    results, _ = run("comparegroups", wide(**chosen))
    assert found(results).loc[("group", "Arm"), ["zaehler", "zaehler_rest"]].tolist() == [830, 90]


def test_a_long_table_is_grouped_by_the_result_of_another():
    kinds = {"gebiet": Kind.TEXT, "typ": Kind.INTEGER}
    areas = memory_layer("NoGeometry", [{"gebiet": code, "typ": code in ("0101", "0104")} for code in SGB2], kinds)
    results, _ = run("comparegroups", compute(AREAS=areas, AREAS_GROUP_FIELD="typ", GROUP_VALUES="1"))
    assert found(results).loc[("group", "A08"), "zaehler"] == 540
    results, _ = run("comparegroups", compute(AREAS=areas, EXPRESSION="typ = 1", EACH=True))
    assert set(table_of(results["OUTPUT"])["gebiet"]) == {"0101", "0104"}


def test_what_is_not_compared_is_reported():
    rows = [*long_rows(), *({**row(code, "B12", None, None), "wert": 41.0, "masseinheit": "Jahre"} for code in SGB2)]
    results, log = run("comparegroups", compute(rows, CODES="0101, 9999", REPORT="TEMPORARY_OUTPUT"))
    report = table_of(results["REPORT"])
    assert report["gebiet"].tolist() == ["9999", None] and report["indikator"].tolist() == [None, "B12"]
    assert "9999" in log and "B12" in log and "Only 5 areas" in log


def test_the_stichtag_decides():
    results, _ = run("comparegroups", compute(CODES="0101", INDICATORS="A08", REFERENCE_DATE="31.12.2020", MIN_COUNT=0))
    table = found(results)
    assert table["stichtag"].tolist() == ["2019-12-31"] and table["zaehler"].tolist() == [1]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({}, "Say once who is in the group"),
        ({"CODES": "0101", "EXPRESSION": "true"}, "Say once who is in the group"),
        ({"CODES": "77"}, "None of the areas of the group is in INPUT"),
        ({"CODES": ", ".join(SGB2)}, "no rest"),
        ({"CODES": "0101", "LEVEL": ""}, "sozialraum, gemeinde"),
        ({"CODES": "0101", "INDICATORS": "A99"}, "A99"),
        ({"CODES": "0101", "REFERENCE_DATE": "gestern"}, "gestern"),
        ({"EXPRESSION": '"nix" > 1'}, "EXPRESSION"),
        ({"EXPRESSION": '"wert" >'}, "EXPRESSION cannot be read"),
        ({"GROUP_FIELD": "ebene", "GROUP_VALUES": "kreis"}, "kreis"),
        ({"CODES": "0101", "rows": []}, "no rows"),
        ({"CODES": "0101", "rows": [row("0101", "A08", 1, 2), row("0101", "A08", 1, 3)]}, "two rows for area 0101"),
        ({"CODES": "0101", "RATES": "x = 100 * nix / nenner", "INDICATORS": ""}, "several rows"),
    ],
)
def test_bad_input_ends_in_a_sentence(change, sentence):
    _, log, good = attempt("comparegroups", compute(**change))
    assert not good and sentence in log


def test_columns_without_rates_say_what_to_do():
    _, log, good = attempt("comparegroups", {**wide(CODES="1"), "RATES": ""})
    assert not good and "say in RATES" in log
    _, log, good = attempt("comparegroups", wide(CODES="1", RATES="x = 100 * nix / ew"))
    assert not good and "nix" in log
