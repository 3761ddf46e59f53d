"""Every layout of the directory as a file, out and in again, and the files that offices really send."""

from __future__ import annotations

import pytest

from sozialraum_plugin.core.delineation.directory_layouts import Layout
from sozialraum_plugin.core.fields import Kind
from tests.algorithms import attempt, memory_layer, run, table_of

KINDS = {"strasse": Kind.TEXT, "hausnummer": Kind.TEXT, "plz": Kind.TEXT, "bezirk": Kind.TEXT}
LIST = [
    ("Hauptstraße", "1", "52525", "01"),
    ("Hauptstraße", "3-5", "52525", "01"),
    ("Hauptstraße", "12a", "52525", "02"),
    ("Hauptstraße", "12b", "52525", "03"),
    ("Hauptstraße", "14", "52525", "03"),
    ("Hauptstraße", None, "52525", "02"),
    ("Ring", "1", "52525", "01"),
    ("Ring", "1", "52538", "03"),
    ("=Weg", "7 1/2", "52525", "02"),
]


def addresses():
    return memory_layer("NoGeometry", [dict(zip(KINDS, row)) for row in LIST], KINDS)


@pytest.mark.parametrize("kind", ["CSV", "XLSX"])
@pytest.mark.parametrize("layout", Layout.ALL)
def test_a_file_in_each_layout_gives_every_area_back(tmp_path, layout, kind):
    path = tmp_path / f"verzeichnis.{kind.lower()}"
    run(
        "streetdirectory",
        {"ADDRESSES": addresses(), "AREA_FIELD": "bezirk", "LAYOUT": layout, "OUTPUT": "memory:", kind: str(path)},
    )
    results, log = run(
        "assignbydirectory",
        {"DIRECTORY": str(path), "ADDRESSES": addresses(), "OUTPUT": "memory:", "REPORT": "memory:"},
    )
    split = [row[3] if row[0] != "=Weg" else None for row in LIST]
    expected = split if layout == Layout.SPLIT_ONLY else [row[3] for row in LIST]
    assert [area and area.zfill(2) for area in table_of(results["OUTPUT"])["gebiet"]] == expected, log


def test_a_layer_with_lost_signs_is_told_about():
    rows = [{"strasse": "Stra\ufffdenweg", "gebiet": "1"}, {"strasse": "Ring", "gebiet": "2"}]
    lost = memory_layer("NoGeometry", rows,
                        {"strasse": Kind.TEXT, "gebiet": Kind.TEXT})  # fmt: skip
    results, log = run("assignbydirectory", {"DIRECTORY": lost, "ADDRESSES": addresses(), "OUTPUT": "memory:"})
    assert "1 texts with a lost sign" in log
    assert results["ASSIGNED"] == 2


def test_an_old_file_in_windows_encoding_is_read(tmp_path):
    path = tmp_path / "alt.csv"
    path.write_bytes("Straße;von;bis;Seite;Bezirk\nHauptstraße;1;9;U;01\nRing;;;;02\n".encode("cp1252"))
    results, log = run(
        "assignbydirectory",
        {"DIRECTORY": str(path), "ADDRESSES": addresses(), "OUTPUT": "memory:", "REPORT": "memory:"},
    )
    found = table_of(results["OUTPUT"])["gebiet"].tolist()
    assert found[:2] == ["01", "01"] and found[6:8] == ["02", "02"]
    assert "alt.csv is not in UTF-8, but in cp1252" in log
    assert results["ASSIGNED"] + results["UNASSIGNED"] == len(LIST)


def test_a_file_without_a_head_is_read_by_position(tmp_path):
    path = tmp_path / "ohne_kopf.csv"
    path.write_text("Hauptstraße;1;;U;9;;01\nHauptstraße;2;;G;12;a;02\nRing;1;;F;999;;01\n", encoding="utf-8")
    results, _log = run(
        "assignbydirectory",
        {"DIRECTORY": str(path), "ADDRESSES": addresses(), "OUTPUT": "memory:", "REPORT": "memory:"},
    )
    assert table_of(results["OUTPUT"])["gebiet"].tolist()[:3] == ["01", "01", "02"]


def test_bad_rows_are_reported_by_their_line_and_the_rest_is_used(tmp_path):
    path = tmp_path / "kaputt.csv"
    rows = ("Straße;von;bis;Seite;Bezirk", "Hauptstraße;9;1;U;01", "Hauptstraße;1;3;G;01", "Hauptstraße;2;99;G;02",
            "Ring;x;y;F;01", ";1;2;F;01", "Ring;1;9;oben;01", "Hauptstraße;10;14;G;03")  # fmt: skip
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    results, log = run(
        "assignbydirectory",
        {"DIRECTORY": str(path), "ADDRESSES": addresses(), "OUTPUT": "memory:", "REPORT": "memory:"},
    )
    report = table_of(results["REPORT"])
    about_rows = report[report["art"].str.startswith("zeile")]
    assert sorted(zip(about_rows["zeile"], about_rows["art"])) == [
        (1, "zeile_von_groesser_bis"),
        (2, "zeile_seite_widerspricht"),
        (3, "zeile_seite_zweifelhaft"),
        (4, "zeile_hausnummer_unlesbar"),
        (5, "zeile_ohne_strasse"),
        (6, "zeile_seite_unbekannt"),
        (7, "zeilen_ueberschneiden_sich"),
    ]
    assert "7 read" in log
    assert report["hinweis"].str.len().min() > 10


def test_a_directory_of_half_the_town_is_told_about(tmp_path):
    path = tmp_path / "halb.csv"
    path.write_text("strasse;gebiet\nRing;01\n", encoding="utf-8")
    _results, log = run("assignbydirectory", {"DIRECTORY": str(path), "ADDRESSES": addresses(), "OUTPUT": "memory:"})
    assert "7 of 9 addresses lie in streets that the directory does not have" in log


def test_a_number_over_the_border_is_told_about(tmp_path):
    path = tmp_path / "grenze.csv"
    path.write_text("strasse;von;bis;gebiet\nHauptstraße;1;3;01\nHauptstraße;4;;02\n", encoding="utf-8")
    results, _log = run(
        "assignbydirectory",
        {"DIRECTORY": str(path), "ADDRESSES": addresses(), "OUTPUT": "memory:", "REPORT": "memory:"},
    )
    report = table_of(results["REPORT"])
    across = report[report["art"] == "bereich_ueber_grenze"]
    assert across[["zeile", "hausnummer", "gebiet"]].values.tolist() == [[2, "3-5", "01"]]
    assert "02" in across["hinweis"].iloc[0]


@pytest.mark.parametrize("text", ["", "strasse;gebiet\n", "name;wert\nx;1\n"])
def test_an_empty_or_foreign_file_gets_a_sentence(tmp_path, text):
    path = tmp_path / "leer.csv"
    path.write_text(text, encoding="utf-8")
    _results, log, good = attempt(
        "assignbydirectory", {"DIRECTORY": str(path), "ADDRESSES": addresses(), "OUTPUT": "memory:"}
    )
    assert not good
    assert "Traceback" not in log and log.strip()
