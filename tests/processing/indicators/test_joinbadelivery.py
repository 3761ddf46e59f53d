"""A delivery of the labour agency joins the areas in real QGIS."""

import pytest

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

LINES = (
    "Berichtsmonat;Gemeinde;Schlüssel;Name;Arbeitslose",
    "202402;05370016;001001001;Altstadt;1.200",
    "202402;05370016;001001002;Nord;*",
    "202402;05370016;001001009;Neu;20",
    "202402;05370016;keine Angabe;;12",
    "202402;05370016;SUMSUMSUM;Insgesamt;1.240",
)


@pytest.fixture
def delivery(tmp_path):
    path = tmp_path / "05370016_ALO_202402.csv"
    path.write_text("\r\n".join(LINES), encoding="cp1252")
    return str(path)


@pytest.fixture
def areas():
    rows = [{"gebiet": "001001001", "fid": 1}, {"gebiet": "001001002"}, {"gebiet": "001001003"}]
    wkts = [f"POLYGON(({x} 0,{x + 1} 0,{x + 1} 1,{x} 0))" for x in range(3)]
    return memory_layer("Polygon", rows, {"gebiet": Kind.TEXT}, wkts)


def test_counts_report_and_areas(delivery, areas):
    parameters = {"INPUT": delivery, "AREAS": areas}
    sinks = {name: "memory:" for name in ("OUTPUT", "REPORT", "OUTPUT_AREAS")}
    results, log = run("joinbadelivery", {**parameters, **sinks})
    counts = table_of(results["OUTPUT"]).set_index("gebiet")
    assert counts.columns.tolist() == ["merkmal", "stichtag", "wert", "kennzeichen", "quelle"]
    assert counts.loc["001001001", "wert"] == 1200 and counts.loc["05370016", "wert"] == 1240
    assert counts.loc["001001002", "wert"] is None and counts.loc["001001002", "kennzeichen"] == "geheim"
    assert set(counts["quelle"]) == {"Bundesagentur für Arbeit, Arbeitslose"}
    assert (results["ROWS"], results["UNPLACED"], results["DIFFERENCES"]) == (4, 1, 0)
    report = table_of(results["REPORT"])
    assert sorted(report["inhalt"]) == ["001001003", "001001009", "12"]
    joined = table_of(results["OUTPUT_AREAS"])
    assert joined["Arbeitslose"].tolist() == [1200, None, None]
    assert "Arbeitslose" in joined["hinweis"][1] and results["OUTPUT_AREAS"].crs().isValid()
    assert "cp1252" in log


def test_a_table_of_keys_names_the_areas(delivery):
    keys = memory_layer(
        "NoGeometry", [{"schluessel": "1001001", "gebiet": "Q1"}], {"schluessel": Kind.TEXT, "gebiet": Kind.TEXT}
    )
    results, _ = run("joinbadelivery", {"INPUT": delivery, "KEYS": keys, "OUTPUT": "memory:", "REPORT": "memory:"})
    assert sorted(table_of(results["OUTPUT"])["gebiet"]) == ["05370016", "Q1"]
    assert {"001001002", "001001009"} <= set(table_of(results["REPORT"])["inhalt"])


def test_an_empty_file_and_a_wrong_field_are_refused(tmp_path, delivery, areas):
    empty = tmp_path / "05370016_ALO_202402.csv"
    empty.write_text("")
    _, log, good = attempt("joinbadelivery", {"INPUT": str(empty), "OUTPUT": "memory:"})
    assert not good and "empty" in log
    parameters = {"INPUT": delivery, "AREAS": areas, "AREA_FIELD": "code", "OUTPUT": "memory:"}
    assert not attempt("joinbadelivery", parameters)[2]
