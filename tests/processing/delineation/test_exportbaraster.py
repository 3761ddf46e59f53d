from __future__ import annotations

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
    points = addresses((1, "1"), (12, "3"), (99, "5"), (2, "?"))
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
