from __future__ import annotations

from pathlib import Path

import pytest

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

AREA_KINDS = {
    "gebiet": Kind.TEXT, "gebiet_name": Kind.TEXT, "ebene": Kind.TEXT, "uebergeordnet": Kind.TEXT,
    "gemeinde": Kind.TEXT, "einwohner": Kind.INTEGER,
}  # fmt: skip
ADDRESS_KINDS = {"strasse": Kind.TEXT, "hausnummer": Kind.TEXT, "plz": Kind.TEXT}
GKZ = "05999001"


def areas(west=1200, east=3000):
    rows = [
        {"gebiet": "01", "gebiet_name": "West", "ebene": "quartier", "uebergeordnet": "T", "einwohner": west},
        {"gebiet": "02", "gebiet_name": "Ost", "ebene": "quartier", "uebergeordnet": "T", "einwohner": east},
        {"gebiet": "T", "gebiet_name": "Stadt", "ebene": "sozialraum", "einwohner": 4200},
    ]
    wkts = [f"POLYGON(({x} 0,{y} 0,{y} 10,{x} 10,{x} 0))" for x, y in ((0, 10), (10, 20), (0, 20))]
    return memory_layer("Polygon", [{**row, "gemeinde": GKZ} for row in rows], AREA_KINDS, wkts, name="gebiete")


def addresses(*places):
    rows = [{"strasse": "Hauptstraße", "hausnummer": number, "plz": "50000"} for _x, number in places]
    return memory_layer("Point", rows, ADDRESS_KINDS, [f"Point({x} 5)" for x, _number in places], name="adressen")


def export(folder, areas_layer, points, **more):
    return {"AREAS": areas_layer, "ADDRESSES": points, "FOLDER": str(folder), "REPORT": "memory:", **more}


def test_files_are_written_and_come_back_as_the_same_directory(tmp_path):
    points = addresses((1, "1"), (2, "12a"), (12, "12b"), (13, "3"))
    results, log = run("exportbaraster", export(tmp_path, areas(), points))
    assert (results["RECORDS"], results["PROBLEMS"]) == (2, 0)
    assert (tmp_path / f"{GKZ}-zu.csv").read_text("cp1252").splitlines()[1:] == [
        f"{GKZ};001001000;West;1200",
        f"{GKZ};001002000;Ost;3000",
    ]
    lines = (tmp_path / f"{GKZ}-ra.csv").read_text("cp1252").splitlines()
    assert all(line.count(";") == 12 for line in lines)
    assert "4  in the raster" in log
    back, _log = run(
        "importbaraster",
        {"RA": results["RA"], "ZU": results["ZU"], "OUTPUT": "memory:", "AREAS": "memory:", "REPORT": "memory:"},
    )
    assert table_of(back["AREAS"])[["gebiet_name", "bezirk", "einwohner"]].values.tolist() == [
        ["West", "001", 1200],
        ["Ost", "002", 3000],
    ]
    assigned, _log = run(
        "assignbydirectory",
        {"DIRECTORY": back["OUTPUT"], "ADDRESSES": points, "OUTPUT": "memory:", "REPORT": "memory:"},
    )
    assert table_of(assigned["OUTPUT"])["gebiet"].tolist() == ["001001000", "001001000", "001002000", "001002000"]


def test_faults_are_told_loudly_and_strict_writes_nothing(tmp_path):
    points = addresses((1, "1"), (12, "3"), (99, "5"), (2, "x"))
    parameters = export(tmp_path / "neu", areas(west=400), points)
    _results, log, good = attempt("exportbaraster", {**parameters, "STRICT": True})
    assert not good and "West" in log and not (tmp_path / "neu").exists()
    results, log = run("exportbaraster", parameters)
    report = table_of(results["REPORT"])
    assert report["art"].tolist() == ["zu_wenig_einwohner", "ausserhalb", "hausnummer_unlesbar"]
    assert "Ost" in report["hinweis"][0] and "3.400" in report["hinweis"][0]
    assert results["PROBLEMS"] == 3 and "refuse" in log


@pytest.mark.parametrize(
    ("change", "sentence"),
    [({"AREAS": None}, "AREAS"), ({"GKZ": "123"}, "123"), ({"KEY_FIELD": "gebiet_name"}, "gebiet_name")],
)
def test_a_wrong_input_is_refused_with_a_sentence(tmp_path, change, sentence):
    _results, log, good = attempt("exportbaraster", {**export(tmp_path, areas(), addresses((1, "1"))), **change})
    assert not good
    assert sentence in log


def zu_lines(results):
    return Path(results["ZU"]).read_text("cp1252").splitlines()[1:]


def counts(*rows, names=("gebiet", "einwohner")):
    kinds = dict.fromkeys(names, Kind.TEXT)
    return memory_layer("NoGeometry", [dict(zip(names, row)) for row in rows], kinds, name="einwohner")


def test_a_table_of_inhabitants_replaces_the_field_and_sums_its_rows(tmp_path):
    points = addresses((1, "1"), (12, "3"))
    table = counts(("01", "700"), ("01", "1.000"), ("02", "2500"), ("T", "4200"), ("99", "5"))
    results, log = run("exportbaraster", export(tmp_path, areas(west=1, east=1), points, POPULATION=table))
    assert [line.split(";")[-1] for line in zu_lines(results)] == ["1700", "2500"]
    report = table_of(results["REPORT"])
    assert report[["art", "zeile", "gebiet"]].values.tolist() == [["einwohner_gebiet_unbekannt", 5, "99"]]
    assert "Balance of rows of the table of inhabitants: 5 read" in log and "3  summed up" in log


def test_an_area_with_an_unreadable_count_has_no_inhabitants_rather_than_too_few(tmp_path):
    points = addresses((1, "1"), (12, "3"))
    table = counts(("01", "2000"), ("01", "?"), names=("code", "anzahl"))
    fields = {"POPULATION_AREA_FIELD": "code", "POPULATION_COUNT_FIELD": "anzahl"}
    results, _log = run("exportbaraster", export(tmp_path, areas(), points, POPULATION=table, **fields))
    assert [line.split(";")[-1] for line in zu_lines(results)] == ["", ""]
    report = table_of(results["REPORT"])
    assert report[["art", "gebiet"]].values.tolist() == [
        ["einwohner_unlesbar", "01"],
        ["ohne_einwohner", "01"],
        ["ohne_einwohner", "02"],
    ]


def test_a_table_of_inhabitants_without_the_field_is_refused_with_its_name(tmp_path):
    table = counts(("01", "2000"), names=("code", "anzahl"))
    _results, log, good = attempt("exportbaraster", export(tmp_path, areas(), addresses((1, "1")), POPULATION=table))
    assert not good and "gebiet" in log and "anzahl" in log


def town(**communes):
    """Areas as a table without geometry, two in each commune, and addresses that carry their area."""
    rows, places = [], []
    for ags in communes.values():
        for number in (1, 2):
            code = f"{ags[-1]}{number}"
            name = f"Viertel {code}"
            rows.append({"gebiet": code, "gebiet_name": name, "ebene": "quartier", "gemeinde": ags, "einwohner": 2000})
            place = {"strasse": "Ring", "hausnummer": str(number), "plz": "50000", "gemeinde": ags, "gebiet": code}
            places.append(place)
    kinds = {**ADDRESS_KINDS, "gemeinde": Kind.TEXT, "gebiet": Kind.TEXT}
    return memory_layer("NoGeometry", rows, AREA_KINDS), memory_layer("NoGeometry", places, kinds)


def test_areas_without_geometry_serve_if_addresses_carry_their_area(tmp_path):
    table, places = town(one=GKZ)
    results, _log = run("exportbaraster", export(tmp_path, table, places, AREA_FIELD="gebiet"))
    assert (results["RECORDS"], results["PROBLEMS"]) == (2, 0)
    assert zu_lines(results) == [f"{GKZ};001000000;Viertel 11;2000", f"{GKZ};002000000;Viertel 12;2000"]
    small, _places = town(one=GKZ)
    small.dataProvider().changeAttributeValues({1: {5: 10}})
    results, _log = run("exportbaraster", export(tmp_path, small, places, AREA_FIELD="gebiet"))
    report = table_of(results["REPORT"])
    assert report["art"].tolist() == ["zu_wenig_einwohner"]
    assert "neighbour" not in report["hinweis"][0]  # none is known without polygons


def test_of_two_communes_only_the_chosen_one_is_in_the_raster(tmp_path):
    table, places = town(one=GKZ, two="05999002")
    parameters = export(tmp_path, table, places, AREA_FIELD="gebiet")
    _results, log, good = attempt("exportbaraster", parameters)
    assert not good and GKZ in log and "05999002" in log
    results, log = run("exportbaraster", {**parameters, "GKZ": "05999002"})
    assert Path(results["RA"]).name == "05999002-ra.csv"
    assert [line.split(";")[2] for line in zu_lines(results)] == ["Viertel 21", "Viertel 22"]
    records = Path(results["RA"]).read_text("cp1252").splitlines()[1:]
    assert len(records) == 2 and all(line.startswith("05999002;Ring") for line in records)
    assert "2  in the raster" in log and "2  outside every area" in log


def test_the_parts_of_the_key_may_stand_in_fields_of_their_own(tmp_path):
    kinds = {**AREA_KINDS, "d": Kind.TEXT, "b": Kind.TEXT, "v": Kind.TEXT}
    rows = [
        {"gebiet": "a", "gebiet_name": "A", "d": "1", "b": "10", "v": "2"},
        {"gebiet": "b", "gebiet_name": "B", "d": "1", "b": "9", "v": "1"},
        {"gebiet": "c", "gebiet_name": "C", "d": "2", "b": "9", "v": None},
        {"gebiet": "d", "gebiet_name": "D", "d": "1", "b": "10", "v": "1"},
    ]
    layer = memory_layer("NoGeometry", [{**row, "gemeinde": GKZ, "einwohner": 2000} for row in rows], kinds)
    place_kinds = {**ADDRESS_KINDS, "gebiet": Kind.TEXT}
    places = [
        {"strasse": "Ring", "hausnummer": str(place), "plz": "50000", "gebiet": row["gebiet"]}
        for place, row in enumerate(rows, 1)
    ]
    parts = {"DISTRIKT_FIELD": "d", "BEZIRK_FIELD": "b", "VIERTEL_FIELD": "v", "AREA_FIELD": "gebiet"}
    points = memory_layer("NoGeometry", places, place_kinds)
    results, _log = run("exportbaraster", export(tmp_path, layer, points, **parts))
    keys = {line.split(";")[2]: line.split(";")[1] for line in zu_lines(results)}
    assert keys == {"B": "001001001", "D": "001002001", "A": "001002002", "C": "002001000"}
    _results, log, good = attempt("exportbaraster", export(tmp_path, layer, points, **{**parts, "VIERTEL_FIELD": "x"}))
    assert not good and "“x”" in log


def test_inhabitants_of_addresses_may_be_estimates_and_are_rounded_only_in_their_sum(tmp_path):
    kinds = {"gebiet": Kind.TEXT, "einwohner": Kind.REAL}
    rows = [{"gebiet": code, "einwohner": 1000.4} for code in ("01", "01", "01", "02")]
    table = memory_layer("NoGeometry", rows, kinds)
    points = addresses((1, "1"), (12, "3"))
    results, _log = run("exportbaraster", export(tmp_path, areas(west=1, east=1), points, POPULATION=table))
    assert [line.split(";")[-1] for line in zu_lines(results)] == ["3001", "1000"]
    assert results["PROBLEMS"] == 0
