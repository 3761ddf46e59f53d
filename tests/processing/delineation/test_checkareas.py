"""A small town with one fault of each kind: each is found, and nothing else."""

from __future__ import annotations

import pytest
from qgis.core import QgsGeometry

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

KINDS = {"gebiet": Kind.TEXT, "ebene": Kind.TEXT, "uebergeordnet": Kind.TEXT, "einwohner": Kind.INTEGER}


def box(west, south, east, north):
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def area(code, level="quartier", parent="10", people=1000):
    return dict(zip(KINDS, (code, level, parent, people)))


def areas(*rows, kinds=KINDS, crs="EPSG:25832"):
    return memory_layer("Polygon", [row for row, _ in rows], kinds, [wkt for _, wkt in rows], crs, "gebiete")


def town():
    """Two Sozialräume of two Quartiere each, without a fault."""
    return [
        (area("101"), box(0, 0, 500, 500)),
        (area("102"), box(500, 0, 1000, 500)),
        (area("201", parent="20"), box(0, 500, 500, 1000)),
        (area("202", parent="20"), box(500, 500, 1000, 1000)),
        (area("10", "sozialraum", None), box(0, 0, 1000, 500)),
        (area("20", "sozialraum", None), box(0, 500, 1000, 1000)),
    ]


def points(*places, people=10):
    wkts = [f"POINT({x} {y})" if x is not None else "POINT EMPTY" for x, y in places]
    return memory_layer("Point", [{"einwohner": people}] * len(places), {"einwohner": Kind.INTEGER}, wkts, name="adr")


def check(layer, **parameters):
    results, log = run("checkareas", {"AREAS": layer, "FINDINGS": "memory:", "SUMMARY": "memory:", **parameters})
    return table_of(results["FINDINGS"]), results, log


def test_a_sound_division_has_no_findings():
    found, results, log = check(
        areas(*town()),
        ADDRESSES=points((250, 250), (750, 250), (250, 750), (750, 750)),
        BOUNDARY=areas((area("g"), box(0, 0, 1000, 1000))),
        BOUNDS="quartier=700-2500; sozialraum=1000-",
    )
    assert len(found) == results["COUNT"] == 0, found["hinweis"].tolist()
    summary = table_of(results["SUMMARY"])
    assert {"luecke", "ueberlappung", "zu_klein", "adresse_mehrfach"} <= set(summary["art"])
    assert "6 read" in log and "4 read" in log


BITS = "POLYGON(((500 0,1000 0,1000 500,500 500,500 0)),((990 600,995 600,995 605,990 605,990 600)))"
FAULTS = {
    "luecke": {0: (area("101"), "POLYGON((0 0,500 0,500 500,0 500,0 0),(100 100,200 100,200 200,100 200,100 100))")},
    "ueberlappung": {1: (area("102"), box(450, 0, 1000, 500))},
    "splitter": {1: (area("102"), box(500.5, 0, 1000, 500))},
    "teil": {1: (area("102"), "MULTI" + BITS)},
    "nicht_geschachtelt": {1: (area("102"), box(500, 0, 1100, 500))},
    "uebergeordnet_fehlt": {1: (area("102", parent="99"), box(500, 0, 1000, 500))},
    "uebergeordnet_falsch": {1: (area("102", parent="101"), box(500, 0, 1000, 500))},
    "zu_klein": {1: (area("102", people=699), box(500, 0, 1000, 500))},
    "zu_gross": {1: (area("102", people=2501), box(500, 0, 1000, 500))},
    "ohne_einwohner": {1: (area("102", people=None), box(500, 0, 1000, 500))},
    "ohne_code": {1: (area(None), box(500, 0, 1000, 500))},
    "code_doppelt": {1: (area("101"), box(500, 0, 1000, 500))},
    "ungueltig": {1: (area("102"), "POLYGON((500 0,1000 0,1000 500,500 500,500 0,500 500,500 0))")},
    "ohne_flaeche": {1: (area("102"), "POLYGON EMPTY")},
}  # fmt: skip


@pytest.mark.parametrize("kind", FAULTS)
def test_each_fault_is_found_at_its_area_with_a_sentence(kind):
    rows = town()
    for place, row in FAULTS[kind].items():
        rows[place] = row
    found, _, _ = check(areas(*rows), BOUNDS="quartier=700-2500")
    row = found[found["art"] == kind]
    if kind == "luecke":
        assert row[["gebiet", "weitere_gebiete"]].values.tolist() == [[None, "101"]]
    assert len(row) == 1, found[["art", "hinweis"]]
    assert len(row["hinweis"].iloc[0]) > 20 and "{" not in row["hinweis"].iloc[0]
    also = {"teil": {"ueberlappung", "nicht_geschachtelt"}, "ohne_flaeche": {"luecke"}}.get(kind, set())
    assert set(found["art"]) - {kind} == also


def test_a_finding_lies_where_the_fault_is():
    rows = town()
    rows[1] = FAULTS["ueberlappung"][1]
    results, _ = run("checkareas", {"AREAS": areas(*rows), "FINDINGS": "memory:", "SUMMARY": "memory:"})
    (feature,) = results["FINDINGS"].getFeatures()
    assert feature.geometry().isGeosEqual(QgsGeometry.fromWkt(box(450, 0, 500, 500)))
    assert (feature["gebiet"], feature["weitere_gebiete"]) == ("101", "102")
    assert feature["groesse"] == pytest.approx(50 * 500)


def test_addresses_outside_in_two_areas_on_a_border_and_without_a_point_are_told_apart():
    rows = town()[:4]
    rows[1] = FAULTS["ueberlappung"][1]
    layer = points((250, 250), (475, 100), (250, 500), (5000, 5000), (None, None))
    found, _, _ = check(areas(*rows), ADDRESSES=layer)
    by_kind = found.set_index("art")
    assert by_kind.loc["adresse_mehrfach", "zeile"] == 2
    assert by_kind.loc["adresse_auf_grenze", "zeile"] == 3
    assert by_kind.loc["adresse_ohne_gebiet", "zeile"] == 4
    assert by_kind.loc["adresse_ohne_punkt", "zeile"] == 5
    assert (by_kind.loc["ueberlappung", "adressen"], by_kind.loc["ueberlappung", "einwohner"]) == (1, 10)


def test_inhabitants_come_from_the_addresses_where_the_areas_have_none():
    kinds = {"gebiet": Kind.TEXT}
    rows = [({"gebiet": "1"}, box(0, 0, 10, 10)), ({"gebiet": "2"}, box(10, 0, 20, 10))]
    layer = points((5, 5), (6, 5), (15, 5))
    found, _, _ = check(areas(*rows, kinds=kinds), ADDRESSES=layer, MIN_POPULATION=15)
    assert found[["art", "gebiet", "einwohner"]].values.tolist() == [["zu_klein", "2", 10]]


def test_a_bit_behind_the_railway_is_found_only_where_somebody_lives():
    rail = memory_layer("LineString", [{}], {}, ["LINESTRING(-10 400, 1100 400)"])
    found, _, log = check(areas(*town()[:4]), ADDRESSES=points((250, 250), (250, 450), (250, 700)), BARRIERS=[rail])
    bits = found[found["art"] == "hinter_barriere"]
    assert bits[["gebiet", "weitere_gebiete", "adressen"]].values.tolist() == [["101", "201", 1]]
    assert "below the tolerance" in log


def test_a_unit_across_a_border_is_named():
    units = memory_layer(
        "Polygon", [{"block": "B1"}, {"block": "B2"}], {"block": Kind.TEXT}, [box(0, 0, 90, 90), box(450, 0, 550, 90)]
    )
    found, _, _ = check(areas(*town()), UNITS=units)
    assert found["art"].tolist() == ["einheit_geteilt"]
    assert "B2" in found["hinweis"].iloc[0] and "50,0 %" in found["hinweis"].iloc[0]


def test_layers_of_other_reference_systems_are_brought_together():
    far = points((250, 250))
    moved = memory_layer("Point", [{"einwohner": 1}], {"einwohner": Kind.INTEGER}, ["POINT(9.0 51.0)"], "EPSG:4326")
    degrees = memory_layer(
        "Polygon", [{"gebiet": "1"}], {"gebiet": Kind.TEXT}, [box(8.9, 50.9, 9.1, 51.1)], "EPSG:4326"
    )
    found, results, _ = check(degrees, ADDRESSES=moved)
    assert len(found) == 0
    assert results["FINDINGS"].crs().authid() == "EPSG:25832"
    _, log, good = attempt("checkareas", {"AREAS": degrees, "ADDRESSES": far, "FINDINGS": "memory:", "SUMMARY": None})
    assert not good and "reference systems" in log


@pytest.mark.parametrize(
    "layer, parameters, word",
    [
        (lambda: areas(), {}, "no area"),
        (lambda: areas(*town(), kinds={"name": Kind.TEXT}), {}, "CODE_FIELD"),
        (lambda: areas(*town()), {"BOUNDS": "block=1-2"}, "quartier, sozialraum"),
        (lambda: areas(*town()), {"MIN_POPULATION": 9, "MAX_POPULATION": 5}, "above the maximum"),
    ],
)
def test_bad_input_ends_with_a_sentence(layer, parameters, word):
    _, log, good = attempt("checkareas", {"AREAS": layer(), "FINDINGS": "memory:", "SUMMARY": None, **parameters})
    assert not good and word in log
