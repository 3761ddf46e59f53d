"""Blocks: exact counts on a drawn grid, invariants on a real town, bad input."""

from __future__ import annotations

import time

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsProject

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

COMMUNES = {"ags": Kind.TEXT}
ADDRESS_KINDS = {"adresse_id": Kind.TEXT, "ortsteil": Kind.TEXT, "einwohner": Kind.INTEGER, "u18": Kind.INTEGER}


def streets(wkts=None, crs="EPSG:25832", geometry_type="LineString"):
    """Nine squares of 100 m by default: four lines each way, with dead ends beyond the grid."""
    if wkts is None:
        wkts = [f"LINESTRING(-10 {k}, 310 {k})" for k in (0, 100, 200, 300)]
        wkts += [f"LINESTRING({k} -10, {k} 310)" for k in (0, 100, 200, 300)]
    return memory_layer(geometry_type, [{}] * len(wkts), {"name": Kind.TEXT}, wkts, crs, "streets")


def addresses(places, rows=None, kinds=None, crs="EPSG:25832"):
    rows = rows or [{"adresse_id": str(number), "einwohner": 2, "u18": 1} for number in range(len(places))]
    wkts = ["" if place is None else f"POINT({place[0]} {place[1]})" for place in places]
    return memory_layer("Point", rows, kinds or ADDRESS_KINDS, wkts, crs, "addresses")


def boundary(rows, kinds=None):
    return memory_layer(
        "Polygon", [{"ags": code} for code, _ in rows], kinds or COMMUNES, [wkt for _, wkt in rows], name="communes"
    )


SQUARE = "POLYGON((0 0, 300 0, 300 300, 0 300, 0 0))"


def build(**parameters):
    defaults = {"OUTPUT": "TEMPORARY_OUTPUT", "OUTPUT_ADDRESSES": "TEMPORARY_OUTPUT"}
    return run("buildblocks", {**defaults, **parameters})


def by_code(layer):
    return table_of(layer).set_index("block")


def areas(layer):
    return {feature["block"]: feature.geometry().area() for feature in layer.getFeatures()}


def check_partition(layer, frame):
    """No gap, no overlap: the areas sum up to the frame, and the union has the same area."""
    polygons = [feature.geometry() for feature in layer.getFeatures()]
    assert all(polygon.isGeosValid() and not polygon.isMultipart() for polygon in polygons)
    assert sum(polygon.area() for polygon in polygons) == pytest.approx(frame.area(), rel=1e-6)
    assert QgsGeometry.unaryUnion(polygons).area() == pytest.approx(frame.area(), rel=1e-6)


def test_a_grid_gives_nine_blocks_numbered_from_north_west():
    places = [(x, y) for y in (250, 150, 50) for x in (50, 150, 250)]
    results, log = build(STREETS=streets(), ADDRESSES=addresses(places), BOUNDARY=boundary([("05999001", SQUARE)]))
    table = table_of(results["OUTPUT"])
    assert results["BLOCKS"] == 9
    assert results["ADDRESSES_ASSIGNED"] == 9
    assert table["block"].tolist() == [f"05999001{number:04d}" for number in range(1, 10)]
    assert set(table["gemeinde"]) == {"05999001"}
    assert table["adressen"].tolist() == [1] * 9
    assert table["einwohner"].tolist() == [2] * 9
    assert set(areas(results["OUTPUT"]).values()) == {10_000.0}
    assert table_of(results["OUTPUT_ADDRESSES"])["block"].tolist() == table["block"].tolist()
    assert "9  in a block" in log


def test_an_address_on_a_line_belongs_to_the_lower_code():
    places = [(100, 250), (100, 100), (300, 50)]
    results, _ = build(STREETS=streets(), ADDRESSES=addresses(places), BOUNDARY=boundary([("05999001", SQUARE)]))
    codes = table_of(results["OUTPUT_ADDRESSES"])["block"].tolist()
    assert [code[-1] for code in codes] == ["1", "4", "9"]
    assert sum(table_of(results["OUTPUT"])["adressen"]) == 3


def test_counts_are_summed_and_the_most_frequent_ortsteil_is_taken():
    rows = [
        {"ortsteil": "Nord", "einwohner": 3, "u18": 1},
        {"ortsteil": "Süd", "einwohner": 4, "u18": None},
        {"ortsteil": "Süd", "einwohner": None, "u18": 2},
    ]
    layer = addresses([(50, 50), (60, 50), (70, 50)], rows)
    results, _ = build(STREETS=streets(), ADDRESSES=layer, COUNT_FIELDS=["u18"])
    filled = table_of(results["OUTPUT"]).query("adressen > 0").iloc[0]
    assert (filled["ortsteil"], filled["einwohner"], filled["u18"], filled["adressen"]) == ("Süd", 7, 3, 3)


def test_shares_of_the_sums_are_added():
    layer = addresses([(50, 50), (60, 50)], [{"einwohner": 3, "u18": 1}, {"einwohner": 5, "u18": 1}])
    results, _ = build(STREETS=streets(), ADDRESSES=layer, COUNT_FIELDS=["u18"], SHARES="anteil_u18=u18/einwohner")
    table = table_of(results["OUTPUT"])
    assert table.query("adressen > 0")["anteil_u18"].tolist() == [0.25]
    assert table.query("adressen == 0")["anteil_u18"].isna().all()


def test_distributed_inhabitants_keep_their_decimals():
    kinds = {"bewohner": Kind.REAL}
    layer = addresses([(50, 50), (60, 50)], [{"bewohner": 1.25}, {"bewohner": 2.5}], kinds)
    results, _ = build(STREETS=streets(), ADDRESSES=layer, POPULATION_FIELD="bewohner")
    assert sum(table_of(results["OUTPUT"])["einwohner"]) == 3.75


def test_without_boundary_the_frame_is_the_hull_with_a_margin():
    results, _ = build(STREETS=streets(), ADDRESSES=addresses([(50, 50)]))
    corners = [(x, y) for x in (-10, 310) for y in (0, 300)] + [(x, y) for x in (0, 300) for y in (-10, 310)]
    hull = QgsGeometry.fromWkt("MULTIPOINT(" + ",".join(f"{x} {y}" for x, y in corners) + ")").convexHull()
    check_partition(results["OUTPUT"], hull.buffer(50, 8))
    table = table_of(results["OUTPUT"])
    assert table["block"].iloc[0] == "B0001"
    assert set(table["gemeinde"]) == {None}
    assert len(table) == 10


def test_commune_borders_and_barriers_cut():
    communes = [
        ("05999002", "POLYGON((0 0, 150 0, 150 300, 0 300, 0 0))"),
        ("05999001", "POLYGON((150 0, 300 0, 300 300, 150 300, 150 0))"),
    ]
    railway = streets(["LINESTRING(-5 30, 305 30)"])
    lake = boundary([("", "POLYGON((20 120, 80 120, 80 180, 20 180, 20 120))")])
    results, _ = build(
        STREETS=streets(), ADDRESSES=addresses([(50, 50)]), BOUNDARY=boundary(communes), BARRIERS=[railway, lake]
    )
    check_partition(results["OUTPUT"], QgsGeometry.fromWkt(SQUARE))
    assert table_of(results["OUTPUT"])["gemeinde"].value_counts().to_dict() == {"05999001": 8, "05999002": 9}
    assert 3600.0 in areas(results["OUTPUT"]).values()


def test_slivers_go_to_the_neighbour_unless_they_hold_an_address():
    double = [f"LINESTRING(-10 {k}, 310 {k})" for k in (0, 100, 101, 300)]
    double += [f"LINESTRING({k} -10, {k} 310)" for k in (0, 100, 200, 300)]
    given = {"STREETS": streets(double), "BOUNDARY": boundary([("05999001", SQUARE)])}
    results, log = build(**given, ADDRESSES=addresses([(150, 100.5)]))
    assert results["BLOCKS"] == 7
    assert "2 slivers were merged" in log
    check_partition(results["OUTPUT"], QgsGeometry.fromWkt(SQUARE))
    assert build(**given, ADDRESSES=addresses([(50, 50)]), MIN_AREA=0)[0]["BLOCKS"] == 9


def test_addresses_outside_the_boundary_are_matched_nearby_or_reported():
    half = boundary([("05999001", "POLYGON((0 0, 150 0, 150 300, 0 300, 0 0))")])
    layer = addresses([(50, 50), (200, 50), (290, 50), None])
    results, log = build(STREETS=streets(), ADDRESSES=layer, BOUNDARY=half)
    codes = table_of(results["OUTPUT_ADDRESSES"])["block"].tolist()
    assert [code is None for code in codes] == [False, False, True, True]
    assert results["ADDRESSES_ASSIGNED"] == 2
    assert sum(table_of(results["OUTPUT"])["adressen"]) == 2
    for line in (
        "1  in a block",
        "1  outside the boundary, put",
        "1  outside the boundary, in no",
        "1  without a point",
    ):
        assert line in log


def test_streets_in_another_crs_give_the_same_blocks():
    there = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:25832"), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
    )
    base = (407_000, 5_475_000)
    wkts = [f"LINESTRING({base[0]} {base[1] + k}, {base[0] + 300} {base[1] + k})" for k in (0, 100, 200, 300)]
    wkts += [f"LINESTRING({base[0] + k} {base[1]}, {base[0] + k} {base[1] + 300})" for k in (0, 100, 200, 300)]
    moved = []
    for wkt in wkts:
        geometry = QgsGeometry.fromWkt(wkt).densifyByCount(20)
        geometry.transform(there)
        moved.append(geometry.asWkt(12))
    layer = addresses([(base[0] + 50, base[1] + 50)])
    here = build(STREETS=streets(wkts), ADDRESSES=layer)[0]["OUTPUT"]
    other = build(STREETS=streets(moved, "EPSG:4326"), ADDRESSES=layer)[0]["OUTPUT"]
    assert other.crs().authid() == "EPSG:25832"
    assert sorted(areas(other).values()) == pytest.approx(sorted(areas(here).values()), abs=2)


def test_missing_and_broken_geometries_are_counted_not_lost():
    bowtie = boundary([("05999001", "POLYGON((0 0, 300 300, 300 0, 0 300, 0 0))")])
    lines = [f"LINESTRING(-10 {k}, 310 {k})" for k in (100, 200)] + ["", "LINESTRING(5 5, 5 5)"]
    results, log = build(STREETS=streets(lines), ADDRESSES=addresses([(20, 150)]), BOUNDARY=bowtie)
    assert "2  without a usable geometry" in log
    assert "1  used after their geometry was repaired" in log
    assert sum(areas(results["OUTPUT"]).values()) == pytest.approx(45_000)


def test_the_one_commune_of_the_addresses_serves_without_boundary():
    kinds = {"gemeinde": Kind.TEXT}
    layer = addresses([(50, 50), (60, 50)], [{"gemeinde": "07312000"}, {"gemeinde": None}], kinds)
    assert set(table_of(build(STREETS=streets(), ADDRESSES=layer)[0]["OUTPUT"])["gemeinde"]) == {"07312000"}


def test_addresses_that_claim_another_commune_are_reported():
    layer = addresses([(50, 50)], [{"gemeinde": "05999009"}], {"gemeinde": Kind.TEXT})
    _, log = build(STREETS=streets(), ADDRESSES=layer, BOUNDARY=boundary([("05999001", SQUARE)]))
    assert "1 addresses lie in another commune" in log


@pytest.mark.parametrize(
    "change, sentence",
    [
        ({"ADDRESSES": lambda: addresses([])}, "holds no address with a point"),
        ({"ADDRESSES": lambda: addresses([None])}, "holds no address with a point"),
        ({"ADDRESSES": lambda: addresses([(9_000, 9_000)])}, "None of the addresses lies inside"),
        ({"STREETS": lambda: streets([])}, "holds no usable line"),
        ({"STREETS": lambda: streets(["LINESTRING(5000 5000, 6000 6000)"])}, "No street line lies inside"),
        ({"BOUNDARY": lambda: boundary([])}, "holds no usable polygon"),
        ({"BOUNDARY_FIELD": lambda: "schluessel"}, "schluessel"),
        ({"SHARES": lambda: "anteil=u18/einwohner"}, "no count “u18”"),
        ({"COUNT_FIELDS": lambda: ["ortsteil"]}, "is the name of a field of the blocks"),
    ],
)
def test_bad_input_ends_in_a_sentence(change, sentence):
    parameters = {
        "STREETS": streets(),
        "ADDRESSES": addresses([(50, 50)]),
        "BOUNDARY": boundary([("05999001", SQUARE)]),
        "OUTPUT": "TEMPORARY_OUTPUT",
        **{name: make() for name, make in change.items()},
    }
    _, log, good = attempt("buildblocks", parameters)
    assert not good
    assert sentence in log


def test_a_real_town_is_covered_and_every_address_has_its_block(real_data):
    town = f"{real_data}/kaiserslautern/osm.gpkg|layername="
    start = time.monotonic()
    results, _ = build(
        STREETS=town + "strassen", ADDRESSES=town + "adressen", BARRIERS=[town + "bahn", town + "gewaesser"]
    )
    assert time.monotonic() - start < 20
    table = by_code(results["OUTPUT"])
    placed = table_of(results["OUTPUT_ADDRESSES"])["block"]
    assert placed.notna().all()
    assert placed.value_counts().sort_index().tolist() == table.query("adressen > 0")["adressen"].sort_index().tolist()
    assert sum(table["adressen"]) == 11_144
    assert table.index.is_unique
    assert 800 < (table["adressen"] > 0).sum() < 1_300
    everything = QgsGeometry.unaryUnion([feature.geometry() for feature in results["OUTPUT"].getFeatures()])
    check_partition(results["OUTPUT"], everything.convexHull())


def test_a_fringe_is_divided_among_its_streets_unless_the_limit_is_zero():
    places = [(-150 + 20 * step, y) for y in (-150, 450) for step in range(8)]
    rows = [{"strasse": "Südweg" if y < 0 else "Nordweg"} for _, y in places]
    given = {
        "STREETS": streets(),
        "ADDRESSES": addresses(places, rows, {"strasse": Kind.TEXT}),
        "BOUNDARY": boundary([("05999001", "POLYGON((-200 -200, 500 -200, 500 500, -200 500, -200 -200))")]),
    }
    results, log = build(**given)
    assert results["BLOCKS"] == 11
    assert "1 large or crowded faces were divided into 2 parts" in log
    assert sorted(by_code(results["OUTPUT"])["adressen"])[-2:] == [8, 8]
    check_partition(
        results["OUTPUT"], QgsGeometry.fromWkt("POLYGON((-200 -200, 500 -200, 500 500, -200 500, -200 -200))")
    )
    results, log = build(**given, MAX_AREA=0)
    assert results["BLOCKS"] == 10
    assert "were divided" not in log
