"""Rows of a messy table find the point of their address, or the report."""

from __future__ import annotations

import pytest

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

ADDRESS_KINDS = {
    "adresse_id": Kind.TEXT, "strasse": Kind.TEXT, "hausnummer": Kind.INTEGER, "zusatz": Kind.TEXT, "plz": Kind.TEXT,
}  # fmt: skip


@pytest.fixture
def addresses():
    rows = [
        ("a1", "Hauptstraße", 1, "", "52001"),
        ("a2", "Hauptstraße", 12, "a", "52001"),
        ("a3", "Lindenweg", 3, None, "52001"),
        ("a4", "Hauptstraße", 1, "", "52002"),
    ]
    wkts = [f"POINT({410000 + 10 * number} 5470000)" for number in range(len(rows))]
    return memory_layer("Point", [dict(zip(ADDRESS_KINDS, row)) for row in rows], ADDRESS_KINDS, wkts)


def list_of(tmp_path, *lines):
    path = tmp_path / "liste.csv"
    path.write_text("\n".join(["anschrift;nr;plz;treffer", *lines]), encoding="utf-8")
    return str(path)


def test_every_row_comes_out_with_its_point_or_in_the_report(addresses, tmp_path):
    table = list_of(
        tmp_path,
        "Hauptstraße;1;52001;x",
        "HAUPTSTR. 12 A, 52001 Stadt;;;x",
        "Lindewneg;3;;x",
        "Hauptstr.;1;;x",
        "Unbekannte Gasse;1;;x",
        "Lindenweg;5;;x",
    )
    parameters = {
        "INPUT": table, "ADDRESSES": addresses, "STREET_FIELD": "anschrift", "NUMBER_FIELD": "nr",
        "POSTCODE_FIELD": "plz", "OUTPUT": "memory:", "REPORT": "memory:",
    }  # fmt: skip
    results, log = run("matchaddresses", parameters)
    placed = table_of(results["OUTPUT"])
    assert placed.columns.tolist() == ["anschrift", "nr", "plz", "adresse_id", "treffer", "guete"]
    assert placed["adresse_id"].tolist() == ["a1", "a2", "a3", None, None, None]
    assert placed["treffer"].tolist() == [
        "exakt", "normalisiert", "strasse_korrigiert", "mehrdeutig", "keiner", "keiner"
    ]  # fmt: skip
    assert placed["guete"].iloc[0] == 1 and placed["guete"].iloc[3] == 0
    points = [f.geometry() for f in results["OUTPUT"].getFeatures()]
    assert points[1].asPoint().x() == 410010 and points[3].isNull()
    report = table_of(results["REPORT"])
    assert report.columns.tolist() == ["zeile", "grund", "adresse", "kandidaten"]
    assert report["zeile"].tolist() == [4, 5, 6]
    assert report["grund"].tolist() == ["adresse_mehrdeutig", "strasse_unbekannt", "nummer_unbekannt"]
    assert report["kandidaten"].iloc[2] == "Lindenweg 3"
    assert (results["MATCHED"], results["UNMATCHED"]) == (3, 3)
    assert "The column “treffer” of the table is replaced." in log
    assert "Balance of rows of the table: 6 read" in log


def test_nearest_number_only_if_allowed(addresses, tmp_path):
    table = list_of(tmp_path, "Lindenweg;5;;")
    parameters = {
        "INPUT": table, "ADDRESSES": addresses, "STREET_FIELD": "anschrift", "NUMBER_FIELD": "nr", "OUTPUT": "memory:",
        "ALLOW_NEAREST": True,
    }  # fmt: skip
    results, _ = run("matchaddresses", parameters)
    assert table_of(results["OUTPUT"])["treffer"].tolist() == ["naechste_nummer"]


def test_a_street_column_is_needed(addresses, tmp_path):
    table = list_of(tmp_path, "Lindenweg;5;;")
    _, log, good = attempt("matchaddresses", {"INPUT": table, "ADDRESSES": addresses, "OUTPUT": "memory:"})
    assert not good and "STREET_FIELD" in log
