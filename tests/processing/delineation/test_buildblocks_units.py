"""Address cells and building types; all units on a real town, on wild data and on bad input."""

from __future__ import annotations

import numpy as np
import pytest
from drawn_town import (
    CELLS,
    FRAME,
    GRID,
    SECTIONS,
    addresses,
    boundary,
    build,
    buildings,
    check_partition,
    square,
    streets,
)
from qgis.core import QgsGeometry

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind


def test_cells_divide_blocks_and_share_places():
    rows = [(40, 40, "a"), (40, 40, "b"), (40.5, 40, "b"), (110, 40, "c"), (40, 110, "d"), (200, 200, "e")]
    lines = streets([(None, line) for line in ("0 0, 300 0, 300 300, 0 300, 0 0", "150 0, 150 300", "0 150, 300 150")])
    codes, units, results, log = build(UNITS=CELLS, STREETS=lines, ADDRESSES=addresses(rows))
    assert codes[0] == codes[1] == codes[2]
    assert len(set(codes)) == 4
    assert units[codes[0]].boundingBox().xMaximum() == pytest.approx(75, abs=0.3)
    assert units[codes[3]].boundingBox().xMaximum() == pytest.approx(150, abs=0.01)
    assert units[codes[5]].area() == pytest.approx(22_500)
    # Two blocks and the ground around the streets hold no address.
    assert len(units) == 4 + 3
    report = table_of(results["REPORT"])
    assert (report["art"] == "einheit_leer").sum() == 3
    assert "6 addresses stand at 4 places" in log
    assert table_of(results["OUTPUT"])["adressen"].sum() == 6


def test_cells_of_a_bent_block_hang_together():
    bent = "0 0, 300 0, 300 40, 40 40, 40 260, 300 260, 300 300, 0 300, 0 0"
    rows = [(290, 20, None), (290, 280, None), (20, 150, None), (250, 21, None), (250, 279, None), (45, 150, None)]
    codes, units, *_ = build(UNITS=CELLS, STREETS=streets([(None, bent)]), ADDRESSES=addresses(rows))
    assert len(set(codes)) == 6
    for (x, y, _), code in zip(rows, codes):
        assert units[code].intersects(QgsGeometry.fromWkt(f"POINT({x} {y})"))


def test_addresses_on_lines_or_outside_or_without_a_point_are_in_the_balance():
    rows = [(150, 75, None), (75, 75, None), (0, 0, None), (450, 150, None), (900, 0, None), (None, None, "Südweg")]
    for units in (SECTIONS, CELLS):
        codes, _, results, log = build(UNITS=units, STREETS=streets(GRID), ADDRESSES=addresses(rows))
        assert [code is None for code in codes] == [False] * 4 + [True] * 2
        assert table_of(results["OUTPUT"])["adressen"].sum() == 4 == results["ADDRESSES_ASSIGNED"]
        report = table_of(results["REPORT"]).set_index("art")["zeile"]
        assert (report["ausserhalb"], report["ohne_punkt"]) == (5, 6)
        assert "3  in a block" in log and "1  outside the boundary, put" in log


def test_buildings_are_typed_counted_and_balanced():
    places = [(20, 15, "Südweg"), (30, 15, "Südweg"), (40, 15, "Südweg"), (100, -20, "Südweg"), (250, 20, "Südweg")]
    given = buildings(
        [
            ("yes", None, 1, square(20, 15)),
            ("yes", "zwei", 1, square(30, 15)),
            ("house", None, 1, square(40, 15)),
            ("apartments", "10", 40, square(100, -20, 10)),
            ("detached", None, None, square(250, 12)),
            ("garage", None, None, square(60, 15, 2)),
            ("yes", None, None, square(60, 40)),
            ("blub", None, None, square(60, 60)),
            ("school", None, None, square(200, 60, 20)),
            ("yes", None, 3, square(900, 900)),
            ("yes", None, None, ""),
        ]
    )
    codes, _, results, log = build(
        STREETS=streets(GRID), ADDRESSES=addresses(places), BUILDINGS=given, DWELLINGS_FIELD="wohnungen",
        SHARES="anteil_hh=wohnungen_hh/wohnungen",
    )  # fmt: skip
    table = table_of(results["OUTPUT"]).set_index("block")
    west, east = table.loc[codes[0]], table.loc[codes[4]]
    assert west[["gebaeude_rh", "gebaeude_hh", "gebaeude", "wohnungen_rh", "wohnungen"]].tolist() == [3, 1, 4, 3, 43]
    assert (west["gebaeudetyp"], east["gebaeudetyp"]) == ("hochhaus", "ein_zweifamilienhaus")
    assert west["anteil_hh"] == pytest.approx(40 / 43)
    assert (east["gebaeude_nw"], east["gebaeude_efh"], east["wohnungen"]) == (1, 1, 0)
    for line in (
        "Balance of buildings: 11 read",
        "3  terraced houses",
        "1  garages, sheds",
        "2  of unknown use",
        "1  outside all units",
        "1  without a usable geometry",
        "1 buildings have no usable number in “geschosse”",
        "1 residential buildings have no number of dwellings",
    ):
        assert line in log
    report = table_of(results["REPORT"])
    assert report.query("art == 'gebaeude_ohne_einheit'")["zeile"].tolist() == [10, 11]
    assert "blub" in report.query("art == 'gebaeudewert_unbekannt'")["hinweis"].iloc[0]


@pytest.mark.parametrize("units", [0, SECTIONS, CELLS])
@pytest.mark.parametrize(
    "change, sentence",
    [
        ({"ADDRESSES": lambda: addresses([(None, None, "a")])}, "holds no address with a point"),
        ({"ADDRESSES": lambda: addresses([(9_000, 9_000, "a")])}, "None of the addresses lies inside"),
        ({"STREETS": lambda: streets([])}, "holds no usable line"),
        ({"STREETS": lambda: streets([("a", "5000 5000, 6000 6000")])}, "No street line lies inside"),
        ({"BOUNDARY": lambda: boundary("POLYGON EMPTY")}, "holds no usable polygon"),
        ({"STREET_NAME_FIELD": lambda: "nix"}, "nix"),
        ({"BUILDINGS": lambda: buildings([]), "BUILDING_TYPE_FIELD": lambda: "nix"}, "nix"),
        ({"BUILDINGS": lambda: buildings([]), "SHARES": lambda: "a=wohnungen/gebaeude"}, "no count “wohnungen”"),
        (
            {"BUILDINGS": lambda: buildings([]), "SHARES": lambda: "gebaeude_rh=gebaeude_rh/gebaeude"},
            "this name is already in use",
        ),
    ],
)
def test_bad_input_ends_in_a_sentence(units, change, sentence):
    parameters = {
        "UNITS": units,
        "STREETS": streets(GRID),
        "ADDRESSES": addresses([(50, 50, "Südweg")]),
        "BOUNDARY": boundary(FRAME),
        "OUTPUT": "TEMPORARY_OUTPUT",
        **{name: make() for name, make in change.items()},
    }
    _, log, good = attempt("buildblocks", parameters)
    assert not good
    assert sentence in log


def test_addresses_only_near_the_boundary_or_streets_only_at_its_edge():
    outside = addresses([(450, 50, "Südweg")])
    assert build(STREETS=streets(GRID), ADDRESSES=outside)[0] != [None]
    edge = streets([("Südweg", "0 -150, 300 -150")])
    assert build(STREETS=edge, ADDRESSES=addresses([(50, -90, "Südweg"), (50, 300, "Südweg")]))[0].count(None) == 0


def test_one_address_no_buildings_and_equal_runs_are_equal():
    given = {"STREETS": streets(GRID), "ADDRESSES": addresses([(50, 20, "Südweg")]), "BUILDINGS": buildings([])}
    for units in (0, SECTIONS, CELLS):
        first, second = (build(UNITS=units, **given) for _ in range(2))
        assert first[0] == second[0]
        assert [unit.asWkt() for unit in first[1].values()] == [unit.asWkt() for unit in second[1].values()]


@pytest.mark.parametrize("seed", range(6))
def test_wild_lines_and_addresses_still_make_a_partition(seed):
    random = np.random.default_rng(seed)
    names, flags = [None, "A", "B", "C", "D"], [None, None, None, "yes"]
    rows = []
    for _ in range(25):
        steps = random.normal(0, 80, (random.integers(1, 6), 2))
        places = np.cumsum(np.vstack([random.uniform(-100, 400, 2), steps]), axis=0)
        places = np.round(places, -1) if random.random() < 0.3 else places
        more = {key: random.choice(flags) for key in ("bridge", "tunnel", "oneway")}
        line = ", ".join(f"{x} {y}" for x, y in places.tolist())
        rows.append((random.choice(names), line, {"highway": random.choice(["service", "residential"]), **more}))
    places = np.round(random.uniform(-110, 410, (120, 2)), random.integers(-1, 2))[random.integers(0, 120, 150)]
    given = addresses([(x, y, random.choice([*names, "X"])) for x, y in places.tolist()])
    railway = memory_layer("LineString", [{}] * 2, {"art": Kind.TEXT}, ["LINESTRING(-150 90, 450 210)"] * 2)
    holed = "POLYGON((-100 -100, 400 -100, 400 400, -100 400, -100 -100), (100 100, 150 100, 150 160, 100 100))"
    area = QgsGeometry.fromWkt(holed)
    for units in (SECTIONS, CELLS):
        layers = {"STREETS": streets(rows), "ADDRESSES": given, "BARRIERS": [railway], "BOUNDARY": boundary(holed)}
        codes, made, results, _ = build(UNITS=units, area=area, **layers)
        for (x, y), code in zip(places.tolist(), codes):
            point = QgsGeometry.fromWkt(f"POINT({x} {y})")
            if area.intersects(point):
                assert made[code].distance(point) < 0.02
        assert table_of(results["OUTPUT"])["adressen"].sum() == 150 - codes.count(None)


def test_a_real_town_in_sections_and_cells(real_data):
    town = f"{real_data}/kaiserslautern/osm.gpkg|layername="
    given = {
        "STREETS": town + "strassen", "ADDRESSES": town + "adressen", "BUILDINGS": town + "gebaeude",
        "BARRIERS": [town + "bahn", town + "gewaesser"],
        **dict.fromkeys(("OUTPUT", "OUTPUT_ADDRESSES", "REPORT"), "TEMPORARY_OUTPUT"),
    }  # fmt: skip
    for units in (SECTIONS, CELLS):
        results, log = run("buildblocks", {**given, "UNITS": units})
        polygons = [feature.geometry() for feature in results["OUTPUT"].getFeatures()]
        check_partition(polygons, QgsGeometry.unaryUnion(polygons).convexHull())
        table, placed = table_of(results["OUTPUT"]), table_of(results["OUTPUT_ADDRESSES"])
        assert placed["block"].notna().all()
        assert table["adressen"].sum() == 11_144
        assert table["gebaeude"].sum() + sum(int(count) for count in _uncounted(log)) == 15_120
        if units == SECTIONS:
            street = table.set_index("block")["strasse"].reindex(placed["block"]).to_numpy()
            assert np.mean(street == placed["strasse"]) > 0.985
            assert 1_300 < len(table) < 2_000


def _uncounted(log):
    """The numbers of the buildings that are in no sum, from the balance in the log."""
    endings = ("outbuildings, not counted", "address, not counted", "outside all units")
    lines = [line.strip() for line in log.splitlines()]
    return [line.split()[0].replace(".", "") for line in lines if line.endswith(endings)]
