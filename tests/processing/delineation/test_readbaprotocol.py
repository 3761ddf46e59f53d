from __future__ import annotations

from pathlib import Path

import pytest

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core import fields
from sozialraum_plugin.core.delineation.ba_layout import load_layout
from sozialraum_plugin.core.fields import Kind

HEAD = "GKZ;Straße;Hausnr.;PLZ"
LIST_KINDS = {"strasse": Kind.TEXT, "hausnummer": Kind.INTEGER, "plz": Kind.TEXT, "gebiet": Kind.TEXT}
A, B = "001001001", "001001002"


def address_list(kinds=LIST_KINDS):
    rows = [("Müllerstraße", number, "50000", A if number < 10 else B) for number in range(1, 21)]
    rows += [("Neuer Weg", number, "50001", B) for number in (1, 2, 3)]
    return memory_layer("NoGeometry", [dict(zip(LIST_KINDS, row)) for row in rows], kinds, name="adressen")


def directory():
    kinds = {"strasse": Kind.TEXT, "plz": Kind.TEXT, "seite": Kind.TEXT, "von_nummer": Kind.INTEGER}
    kinds |= {"bis_nummer": Kind.INTEGER, "gebiet": Kind.TEXT}
    rows = [("Müllerstraße", "50000", "F", 1, 9, A), ("Müllerstraße", "50000", "F", 10, 14, B)]
    return memory_layer("NoGeometry", [dict(zip(kinds, row)) for row in rows], kinds, name="verzeichnis")


def protocol(tmp_path, *lines, head=HEAD):
    path = tmp_path / "05999001_str_err_202412_ALO_202412.csv"
    path.write_bytes("\r\n".join([head, *lines]).encode("cp1252"))
    return path


def parameters(path, **more):
    outputs = dict.fromkeys(("OUTPUT", "CORRECTED", "RECORDS", "REPORT"), "memory:")
    return {"INPUT": str(path), "DIRECTORY": directory(), "ADDRESSES": address_list(), **outputs, **more}


def test_every_row_is_answered_and_the_corrections_place_the_cured_ones(tmp_path):
    path = protocol(
        tmp_path,
        "05999001;MÜLLERSTR.;4;50000",
        "05999001;Müllerstraße;17;50000",
        "05999001;Neuer Weg;2;50001",
        "05999001;Unbekannte Gasse;1;50000",
        "05999001;Müllerstraße;5",
        "05999001;Müllerstraße;5;50000",
    )
    results, log = run("readbaprotocol", parameters(path))
    report = table_of(results["REPORT"])
    assert report[["zeile", "grund", "heilung", "gebiet"]].fillna("").values.tolist() == [
        [2, "schreibweise", "schreibweise_ergaenzt", A],
        [3, "luecke", "luecke_geschlossen", B],
        [4, "strasse_fehlt", "strasse_ergaenzt", B],
        [5, "adresse_unbekannt", "", ""],
        [6, "zeile_zerbrochen", "", ""],
        [7, "steht_im_verzeichnis", "", A],
    ]
    assert report["hinweis"].str.startswith("Cause: ").all()
    assert (results["ROWS"], results["PLACED_BEFORE"], results["PLACED_AFTER"]) == (6, 1, 4)
    assert "6 read" in log and "1 of 6 rows before (16,7 %), 4 after (66,7 %)" in log
    cured = [("MÜLLERSTR.", "4", "50000"), ("Müllerstraße", "17", "50000"), ("Neuer Weg", "2", "50001")]
    points = [dict(zip(("strasse", "hausnummer", "plz"), row)) for row in cured]
    written = memory_layer("NoGeometry", points, dict.fromkeys(("strasse", "hausnummer", "plz"), Kind.TEXT))
    assigned, _log = run(
        "assignbydirectory", {"DIRECTORY": results["CORRECTED"], "ADDRESSES": written, "OUTPUT": "memory:"}
    )
    assert table_of(assigned["OUTPUT"])["gebiet"].tolist() == [A, B, B]
    assert assigned["OVERLAPS"] == 0


def test_the_corrections_stand_in_the_columns_of_the_directory_and_of_the_raster(tmp_path):
    path = protocol(tmp_path, "05999001;Müllerstraße;17;50000")
    results, _log = run("readbaprotocol", parameters(path))
    rows = table_of(results["OUTPUT"])
    assert list(rows.columns) == ["art", *(field.name for field in fields.STREET_DIRECTORY), "geheilt"]
    assert rows[["strasse", "seite", "von_nummer", "bis_nummer", "gebiet"]].values.tolist() == [
        ["Müllerstraße", "G", 16, 20, B],
        ["Müllerstraße", "U", 15, 19, B],
    ]
    records = table_of(results["RECORDS"])
    bounds = ["ungerade_von", "ungerade_bis", "gerade_von", "gerade_bis", "schluessel", "plz"]
    assert records[bounds].values.tolist() == [["15", "19", "16", "20", B, "50000"]]
    assert len(table_of(results["CORRECTED"])) == 4


def test_the_log_names_no_row(tmp_path):
    path = protocol(tmp_path, "05999001;Geheime Straße;77;50000", "05999001;Müllerstraße;17;50000")
    _results, log = run("readbaprotocol", parameters(path))
    assert "Geheime" not in log and "Müller" not in log and "77" not in log


def test_without_areas_only_spellings_are_cured_and_the_user_is_told(tmp_path):
    path = protocol(tmp_path, "05999001;Müllerstr;4;50000", "05999001;Neuer Weg;2;50001")
    kinds = {name: kind for name, kind in LIST_KINDS.items() if name != "gebiet"}
    results, log = run("readbaprotocol", parameters(path, ADDRESSES=address_list(kinds)))
    assert table_of(results["REPORT"])["heilung"].fillna("").tolist() == ["schreibweise_ergaenzt", ""]
    assert "carry no area" in log


def test_a_protocol_without_rows_gives_no_corrections(tmp_path):
    results, log = run("readbaprotocol", parameters(protocol(tmp_path)))
    assert (results["ROWS"], results["CORRECTIONS"]) == (0, 0)
    assert len(table_of(results["CORRECTED"])) == 2 and "0 read" in log


def test_columns_may_be_named_and_number_and_street_share_a_cell(tmp_path):
    path = protocol(tmp_path, "Müllerstr. 17;50000", head="Lage;Zustellbezirk")
    _results, log, good = attempt("readbaprotocol", parameters(path))
    assert not good and "STREET_FIELD" in log and "Lage" in log
    results, _log = run("readbaprotocol", parameters(path, STREET_FIELD="Lage", POSTCODE_FIELD="Zustellbezirk"))
    assert table_of(results["REPORT"])["heilung"].tolist() == ["luecke_geschlossen, schreibweise_ergaenzt"]
    assert results["PLACED_AFTER"] == 1


def foreign_codes():
    rows = [{"strasse": "Ring", "hausnummer": 1, "plz": "50000", "gebiet": "X1"}]
    return memory_layer("NoGeometry", rows, LIST_KINDS, name="fremde")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"INPUT": "/nonexistent.csv"}, "nonexistent"),
        ({"NUMBER_FIELD": "Nummer"}, "Nummer"),
        ({"AREA_FIELD": "quartier"}, "quartier"),
        ({"ADDRESSES": foreign_codes}, "X1"),
        ({"ADDRESSES": directory}, "hausnummer"),
    ],
)
def test_a_wrong_input_is_refused_with_a_sentence(tmp_path, change, sentence):
    path: Path = protocol(tmp_path, "05999001;Müllerstraße;17;50000")
    given = {name: value() if callable(value) else value for name, value in change.items()}
    _results, log, good = attempt("readbaprotocol", parameters(path, **given))
    assert not good and sentence in log


def test_the_records_below_those_of_the_raster_file_place_the_addresses(tmp_path):
    """The way a clerk goes: raster with holes, protocol, records appended to the file, read back, no overlap."""
    layout = load_layout()
    heads = layout.ra.heads
    line = dict.fromkeys(heads, "") | {"Strasse": "Müllerstraße", "PLZ": "50000"}
    lines = [
        line | {"Schluessel": A, "ungerade_von": "1", "ungerade_bis": "9", "gerade_von": "2", "gerade_bis": "8"},
        line | {"Schluessel": B, "gerade_von": "10", "gerade_bis": "12"},
    ]
    raster = tmp_path / "05999001-ra.csv"
    text = "\r\n".join([";".join(heads), *(";".join(row[head] for head in heads) for row in lines)])
    raster.write_bytes(f"{text}\r\n".encode("cp1252"))
    imported, _log = run("importbaraster", {"RA": str(raster), "OUTPUT": "memory:"})
    path = protocol(tmp_path, "05999001;Müllerstraße;17;50000", "05999001;Müllerstr.;18;50000", "05999001;Neuer Weg;3;")
    results, _log = run("readbaprotocol", parameters(path, DIRECTORY=imported["OUTPUT"]))
    assert results["PLACED_AFTER"] == 3
    records = table_of(results["RECORDS"]).rename(columns=dict(zip(layout.ra.fields, heads)))
    more = "\r\n".join(";".join(str(row[head] or "") for head in heads) for row in records.to_dict("records"))
    raster.write_bytes(f"{text}\r\n{more}\r\n".encode("cp1252"))
    again, _log = run("importbaraster", {"RA": str(raster), "OUTPUT": "memory:"})
    assert (again["UNUSABLE"], again["OVERLAPS"]) == (0, 0)
    assigned, _log = run(
        "assignbydirectory", {"DIRECTORY": again["OUTPUT"], "ADDRESSES": address_list(), "OUTPUT": "memory:"}
    )
    assert table_of(assigned["OUTPUT"])["gebiet"].tolist() == table_of(address_list())["gebiet"].tolist()
    assert "Müllerstr." in set(table_of(again["OUTPUT"])["strasse"])
