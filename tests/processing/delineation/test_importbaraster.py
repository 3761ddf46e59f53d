from __future__ import annotations

from algorithms import attempt, run, table_of
from sozialraum_plugin.core import fields

HEAD = (
    "Schluessel;Strasse;PLZ;ungerade_von;ungerade_von_Zusatz;ungerade_bis;ungerade_bis_Zusatz;"
    "gerade_von;gerade_von_Zusatz;gerade_bis;gerade_bis_Zusatz"
)


def raster(tmp_path, *lines):
    path = tmp_path / "05999001-ra.csv"
    path.write_bytes("\r\n".join([HEAD, *lines]).encode("cp1252"))
    return {"RA": str(path), "OUTPUT": "memory:", "AREAS": "memory:", "REPORT": "memory:"}


def test_half_broken_rows_are_kept_apart_with_their_line(tmp_path):
    parameters = raster(
        tmp_path,
        "1001001;Müllerstraße;50000;1;;997;;2;;998;",
        "001001002;Ring;50000;;;;;2;;12;a",
        "001001001;Ring;50000;;;;;12;a;998;",
        "001001001;Ring;50000",
        "001001001;Allee;50000;;;;;;;;",
    )
    results, log = run("importbaraster", parameters)
    rows = table_of(results["OUTPUT"])
    assert list(rows.columns) == [field.name for field in fields.STREET_DIRECTORY]
    columns = ["strasse", "seite", "von_nummer", "von_zusatz", "bis_nummer", "bis_zusatz", "gebiet"]
    assert rows[columns].fillna("").values.tolist() == [
        ["Müllerstraße", "F", 1, "", "", "", "001001001"],
        ["Ring", "G", 2, "", 12, "a", "001001002"],
        ["Ring", "G", 12, "a", "", "", "001001001"],
    ]
    report = table_of(results["REPORT"])
    assert sorted(zip(report["art"], report["zeile"])) == [
        ("zeile_ohne_bereich", 6),
        ("zeile_zerbrochen", 5),
        ("zeilen_ueberschneiden_sich", 3),
    ]
    assert (results["ROWS"], results["UNUSABLE"], results["OVERLAPS"]) == (3, 2, 1)
    assert "5 read" in log


def test_a_missing_column_is_named(tmp_path):
    path = tmp_path / "ra.csv"
    path.write_text("Strasse;Nummer\nRing;1\n", encoding="utf-8")
    _results, log, good = attempt("importbaraster", {"RA": str(path), "OUTPUT": "memory:"})
    assert not good
    assert "Schluessel" in log
