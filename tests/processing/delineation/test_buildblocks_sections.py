"""Street sections: junctions, corners, dead ends, carriageways, roundabouts, courtyards, bridges, barriers."""

from __future__ import annotations

import pytest
from drawn_town import GRID, addresses, boundary, build, houses, streets, together, turned
from qgis.core import QgsGeometry

from algorithms import memory_layer, table_of
from sozialraum_plugin.core.fields import Kind


def test_both_sides_of_a_street_between_two_junctions_are_a_unit_with_borders_at_the_rear():
    rows = houses("Südweg", 0, 150, 0) + houses("Südweg", 150, 300, 0) + houses("Nordweg", 0, 150, 300)
    codes, units, results, log = build(STREETS=streets(GRID), ADDRESSES=addresses(rows))
    count = len(houses("Südweg", 0, 150, 0))
    west, east = together(codes, range(count)), together(codes, range(count, len(rows) - count))
    north = together(codes, range(len(rows) - count, len(rows)))
    assert len({west, east, north}) == 3 == len(units)
    # Between houses at y = 15 and y = 285 the plots meet at y = 150.
    assert units[west].boundingBox().yMaximum() == pytest.approx(150, abs=1)
    assert units[west].contains(QgsGeometry.fromWkt("POINT(75 145)"))
    assert units[north].contains(QgsGeometry.fromWkt("POINT(75 155)"))
    table = table_of(results["OUTPUT"]).set_index("block")
    assert table.loc[[west, east, north], "strasse"].tolist() == ["Südweg", "Südweg", "Nordweg"]
    assert table["einwohner"].sum() == len(rows)
    report = table_of(results["REPORT"])
    # Nordweg and Quergasse have three sections, Südweg's ends and the side streets one each, without addresses.
    assert set(report.query("art == 'abschnitt_leer'")["strasse"]) == {"Nordweg", "Westgasse", "Ostgasse", "Quergasse"}
    assert f"{len(rows)}  in a block" in log


def test_a_corner_house_belongs_to_the_street_of_its_name():
    rows = houses("Südweg", 0, 300, 0) + [(135, 40, "Quergasse"), (135, 60, "Quergasse"), (165, 50, "Quergasse")]
    corner = [(140, 16, "Quergasse"), (160, 30, "Südweg")]
    codes, units, *_ = build(STREETS=streets(GRID), ADDRESSES=addresses(rows + corner))
    cross = together(codes, range(len(rows) - 3, len(rows)))
    assert codes[len(rows)] == cross
    assert codes[len(rows) + 1] != cross
    for (x, y, _), code in zip(rows + corner, codes):
        assert units[code].intersects(QgsGeometry.fromWkt(f"POINT({x} {y})"))


def test_names_are_compared_however_they_are_written():
    lines = streets([("Bgm.-Müller-Str.", "0 0, 300 0"), ("Gasse", "0 30, 300 30")])
    codes, _, _, log = build(STREETS=lines, ADDRESSES=addresses([(50, 28, "Bürgermeister-Müller-Straße")]))
    assert "no names" not in log
    assert codes[0] is not None


def test_an_unknown_street_or_one_far_away_goes_to_the_nearest_section_and_is_told():
    lines = streets([("A-Weg", "0 0, 300 0"), ("B-Weg", "0 390, 300 390")])
    rows = [(50, 10, "A-Weg"), (50, 20, "C-Weg"), (80, 10, None), (60, -20, "B-Weg"), (60, 385, "B-Weg")]
    codes, _, results, _ = build(STREETS=lines, ADDRESSES=addresses(rows))
    assert together(codes, range(4)) != codes[4]
    report = table_of(results["REPORT"]).query("art == 'name_nicht_gefunden'")
    assert report[["zeile", "strasse"]].values.tolist() == [[2, "C-Weg"], [4, "B-Weg"]]


def test_without_names_the_nearest_section_counts_and_the_log_says_so():
    rows = houses("X", 0, 150, 0) + houses("X", 150, 300, 0)
    lines = streets([(None, line) for _, line in GRID])
    codes, _, _, log = build(STREETS=lines, ADDRESSES=addresses(rows))
    assert "have no names" in log
    half = len(rows) // 2
    assert together(codes, range(4, half - 4)) != together(codes, range(half + 4, len(rows) - 4))


def test_a_dead_end_is_a_section_of_its_own():
    lines = streets([("Ring", "0 0, 300 0"), ("Stich", "150 0, 150 120")])
    rows = houses("Ring", 0, 300, 0, (-15,)) + turned(houses("Stich", 30, 120, 150))
    codes, _, _, _ = build(STREETS=lines, ADDRESSES=addresses(rows))
    ring, stub = codes[: len(rows) - 8], codes[-8:]
    assert len(set(stub)) == 1
    assert len(set(ring)) == 2
    assert not set(stub) & set(ring)


@pytest.mark.parametrize("oneway", ["yes", None])
def test_a_dual_carriageway_is_one_section_also_where_a_side_street_meets_one_side_only(oneway):
    rows = [
        ("Allee", "-50 0, 150 0, 350 0", {"oneway": oneway}),
        ("Allee", "350 20, -50 20", {"oneway": oneway}),
        ("Gasse", "150 0, 150 -90"),
        ("Weg", "-50 -90, -50 90"),
        ("Pfad", "350 -90, 350 90"),
    ]
    west = houses("Allee", -40, 140, 10, (-25, 25))
    east = houses("Allee", 160, 340, 10, (-25, 25))
    codes, units, _, log = build(STREETS=streets(rows), ADDRESSES=addresses(west + east))
    assert together(codes, range(len(west))) != together(codes, range(len(west), len(west + east)))
    assert len(units) == 2
    assert "consist of several carriageways" in log


def test_a_roundabout_parts_its_arms_but_is_no_unit():
    ring = "150 165, 165 150, 150 135, 135 150, 150 165"
    arms = [("Nord", "150 165, 150 390"), ("Ost", "165 150, 390 150"), ("Süd", "150 135, 150 -90")]
    rows = turned(houses("Nord", 180, 380, 150)) + houses("Ost", 180, 380, 150) + turned(houses("Süd", -80, 130, 150))
    for name in (None, "Ost"):
        given = streets([*arms, (name, ring)])
        codes, units, _, _ = build(STREETS=given, ADDRESSES=addresses(rows))
        assert len(units) == len(set(codes)) == 3


def test_a_courtyard_belongs_to_its_street():
    rows = houses("Südweg", 0, 150, 0) + houses("Nordweg", 0, 150, 300)
    yard = [(60, 60, "Südweg"), (80, 90, "Südweg"), (70, 120, "Südweg")]
    codes, units, _, _ = build(STREETS=streets(GRID), ADDRESSES=addresses(rows + yard))
    assert together(codes, range(len(rows), len(rows) + 3)) == codes[0]


@pytest.mark.parametrize("how", ["bridge", "tunnel"])
def test_a_bridge_or_tunnel_makes_no_junction(how):
    given = [("Tal", "-50 0, 350 0"), ("Hoch", "150 -90, 150 90", {how: "yes"})]
    rows = houses("Tal", -50, 350, 0, (-20, 20))
    codes, *_ = build(STREETS=streets(given), ADDRESSES=addresses(rows))
    together(codes, range(len(rows)))
    codes, *_ = build(STREETS=streets([given[0], given[1][:2]]), ADDRESSES=addresses(rows))
    assert len(set(codes)) == 2


def test_unnamed_paths_and_drives_make_no_junction_but_unnamed_streets_do():
    path = ("", "150 0, 150 -90", {"highway": "service"})
    rows = houses("Tal", -50, 350, 0)
    codes, *_ = build(STREETS=streets([("Tal", "-50 0, 350 0"), path]), ADDRESSES=addresses(rows))
    together(codes, range(len(rows)))
    codes, *_ = build(STREETS=streets([("Tal", "-50 0, 350 0"), path[:2]]), ADDRESSES=addresses(rows))
    assert len(set(codes)) == 2


def test_no_section_crosses_a_barrier_or_a_commune_border():
    railway = memory_layer("LineString", [{}], {"art": Kind.TEXT}, ["LINESTRING(100 -200, 100 600)"])
    halves = [
        "POLYGON((-100 -100, 200 -100, 200 400, -100 400, -100 -100))",
        "POLYGON((200 -100, 400 -100, 400 400, 200 400, 200 -100))",
    ]
    rows = houses("Südweg", -40, 380, 0)
    lines = streets([("Südweg", "-50 0, 390 0")])
    codes, units, results, _ = build(
        STREETS=lines, ADDRESSES=addresses(rows), BARRIERS=[railway], BOUNDARY=boundary(*halves)
    )
    assert len(units) == 3
    assert sorted(unit.boundingBox().xMaximum() for unit in units.values()) == pytest.approx([100, 200, 400])
    assert set(table_of(results["OUTPUT"])["gemeinde"]) == {"05999001", "05999002"}
    assert "abschnitt_leer" not in set(table_of(results["REPORT"])["art"])


def test_a_barrier_that_ends_at_the_edge_of_its_data_is_carried_on():
    railway = memory_layer("LineString", [{}], {"art": Kind.TEXT}, ["LINESTRING(100 -60, 100 380)"])
    rows = houses("Südweg", -40, 380, 0)
    codes, units, *_ = build(
        STREETS=streets([("Südweg", "-50 0, 390 0")]), ADDRESSES=addresses(rows), BARRIERS=[railway]
    )
    assert len(units) == 2
    assert min(unit.boundingBox().xMaximum() for unit in units.values()) == pytest.approx(100, abs=1)


def test_addresses_apart_from_their_section_are_told_and_a_group_of_three_is_a_unit():
    rows = houses("Südweg", 0, 300, 0) + houses("Nordweg", 0, 300, 200)
    lone, group = [(200, 216, "Südweg")], [(40, 250, "Südweg"), (60, 250, "Südweg"), (50, 260, "Südweg")]
    lines = streets([("Südweg", "0 0, 300 0"), ("Nordweg", "0 200, 300 200")])
    codes, units, results, _ = build(STREETS=lines, ADDRESSES=addresses(rows + lone + group))
    report = table_of(results["REPORT"]).query("art == 'anderer_abschnitt'")
    assert report["zeile"].tolist() == [len(rows) + 1]
    assert report["block"].tolist() == [codes[len(rows)]] == [codes[len(rows) - 1]]
    assert together(codes, range(len(rows) + 1, len(rows) + 4)) not in codes[: len(rows)]
    assert len(units) == 3


def test_two_streets_at_one_place_go_to_the_one_with_more_addresses():
    rows = houses("Südweg", 0, 300, 0) + [(150, 100, "Nordweg"), (150, 100, "Südweg"), (150, 100, "Südweg")]
    lines = streets([("Südweg", "0 0, 300 0"), ("Nordweg", "0 200, 300 200")])
    codes, _, results, _ = build(STREETS=lines, ADDRESSES=addresses(rows))
    assert together(codes, range(len(rows))) == codes[0]
    assert table_of(results["REPORT"]).query("art == 'anderer_abschnitt'")["zeile"].tolist() == [len(rows) - 2]
