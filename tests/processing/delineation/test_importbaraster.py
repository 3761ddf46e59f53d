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


def test_rows_of_the_area_file_that_are_not_used_stand_in_the_report(tmp_path):
    parameters = raster(tmp_path, "001001001;Ring;50000;1;;997;;2;;998;")
    zu = tmp_path / "05999001-zu.csv"
    lines = [
        "Gemeindekennziffer;Schluessel;Name;Einwohner",
        "05999001;001001001;West;1.200",
        "05999001;001001o02;Ost;1300",
        "05999001;001001001;Nochmal;1",
        "05999001;001001003",
        "05999001;001001004;Süd;viele",
        "05999001;001001005;Nord;1500,0",
    ]
    zu.write_bytes("\r\n".join(lines).encode("cp1252"))
    results, log = run("importbaraster", {**parameters, "ZU": str(zu)})
    areas = table_of(results["AREAS"])
    assert areas[["gebiet", "gebiet_name", "einwohner"]].values.tolist() == [
        ["001001001", "West", 1200],
        ["001001004", "Süd", None],
        ["001001005", "Nord", 1500],
    ]
    report = table_of(results["REPORT"])
    assert report[["art", "zeile"]].values.tolist() == [
        ["zu_schluessel_unlesbar", 3],
        ["zu_schluessel_doppelt", 4],
        ["zu_zeile_zerbrochen", 5],
        ["zu_einwohner_unlesbar", 6],
    ]
    assert "Ost" in report["hinweis"][0] and "001001o02" in report["hinweis"][0]
    assert (results["UNUSABLE"], results["UNUSABLE_AREAS"]) == (0, 3)
    assert "Balance of rows of the area file: 6 read" in log and "2  used" in log


def test_an_area_file_without_the_key_is_refused(tmp_path):
    parameters = raster(tmp_path, "001001001;Ring;50000;1;;997;;2;;998;")
    zu = tmp_path / "zu.csv"
    zu.write_text("Gemeindekennziffer;Name;Einwohner\n05999001;West;1200\n", encoding="utf-8")
    _results, log, good = attempt("importbaraster", {**parameters, "ZU": str(zu)})
    assert not good and "Schluessel" in log
