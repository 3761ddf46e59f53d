"""Blocks where faces are no blocks: fringes of dead-end streets, open country, strips between tracks."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsGeometry

from sozialraum_plugin.core.delineation.slivers import merge_slivers
from sozialraum_plugin.geo.adjacency import adjacency
from sozialraum_plugin.geo.blocks import build_blocks
from sozialraum_plugin.geo.face_division import DivisionLimits, Residents

SIZE = 2_000.0
HECTARE = 10_000.0
SQUARE = f"POLYGON((0 0, {SIZE} 0, {SIZE} {SIZE}, 0 {SIZE}, 0 0))"
GRID = range(800, 1_201, 100)
DEAD_ENDS = [((800, 1_200), (0, 1)), ((1_200, 1_200), (1, 0)), ((1_200, 800), (0, -1)), ((800, 800), (-1, 0))]


def geometries(*wkts):
    return [QgsGeometry.fromWkt(wkt) for wkt in wkts]


def settlement():
    """A grid of 16 blocks in the middle, four dead-end streets that lead out of it, and houses along all of them."""
    lines = [f"LINESTRING(800 {k}, 1200 {k})" for k in GRID] + [f"LINESTRING({k} 800, {k} 1200)" for k in GRID]
    houses, street = [], []
    for x in range(805, 1_200, 30):
        houses += [(x, k + 12) for k in GRID[:-1]]
        street += [f"Reihe {k}" for k in GRID[:-1]]
    for number, ((x, y), (east, north)) in enumerate(DEAD_ENDS):
        lines.append(f"LINESTRING({x} {y}, {x + 300 * east} {y + 300 * north})")
        for step in range(20, 301, 20):
            houses += [(x + step * east + side * north, y + step * north + side * east) for side in (-15, 15)]
            street += [f"Sackgasse {number}"] * 2
    return geometries(*lines), residents(houses, street)


def residents(houses, street, people=2.0, ortsteil=None):
    points = np.array(houses, dtype=float).reshape(-1, 2)
    unknown = np.full(len(points), -1)
    return Residents(
        points,
        np.unique(street, return_inverse=True)[1],
        unknown if ortsteil is None else np.asarray(ortsteil),
        np.full(len(points), people),
    )


def build(lines, who, barriers=(), communes=(SQUARE,), max_area=15.0, max_population=0.0, min_area=500.0):
    limits = DivisionLimits(max_area * HECTARE, max_population)
    return build_blocks(lines, list(barriers), geometries(*communes), who, min_area, limits, lambda: False)


def check_partition(blocks, area=SIZE**2):
    assert all(polygon.isGeosValid() and not polygon.isMultipart() for polygon in blocks.polygons)
    assert sum(polygon.area() for polygon in blocks.polygons) == pytest.approx(area, rel=1e-6)
    union = QgsGeometry.unaryUnion(blocks.polygons)
    assert union.area() == pytest.approx(area, rel=1e-6)
    assert len(union.asPolygon()) == 1, "the union has gaps"


def unit_of(blocks):
    assert all(len(candidates) == 1 for candidates in blocks.candidates)
    return np.array([candidates[0] for candidates in blocks.candidates])


def wkts(blocks):
    for polygon in blocks.polygons:
        polygon.normalize()
    return sorted(polygon.asWkt(3) for polygon in blocks.polygons)


def test_a_fringe_of_dead_ends_is_divided_among_its_streets():
    lines, who = settlement()
    blocks = build(lines, who)
    assert (blocks.divided, blocks.parts, len(blocks.polygons)) == (1, 4, 20)
    check_partition(blocks)
    unit = unit_of(blocks)
    fringe = unit[-120:].reshape(4, 30)
    assert all(len(set(street)) == 1 for street in fringe)
    assert len(set(fringe[:, 0])) == 4


def test_all_borders_are_found_without_tolerance():
    lines, who = settlement()
    blocks = build(lines, who)
    edges, border = adjacency(blocks.polygons, tolerance=0.0)
    assert 2 * border.sum() + 4 * SIZE == pytest.approx(sum(polygon.length() for polygon in blocks.polygons), abs=0.1)
    assert (border > 0.1).all()


def test_the_same_input_gives_the_same_blocks():
    lines, who = settlement()
    assert wkts(build(lines, who)) == wkts(build(lines[::-1], who)) == wkts(build(lines, who))


def test_limits_of_zero_never_divide():
    lines, who = settlement()
    blocks = build(lines, who, max_area=0.0)
    assert (blocks.divided, blocks.parts, len(blocks.polygons)) == (0, 0, 17)
    assert max(polygon.area() for polygon in blocks.polygons) == pytest.approx(SIZE**2 - 400**2)


def test_crowded_faces_are_divided_but_blocks_of_an_inner_city_are_not():
    lines, who = settlement()
    crowded = build(lines, who, max_area=0.0, max_population=100.0)
    assert (crowded.divided, crowded.parts, len(crowded.polygons)) == (1, 4, 20)
    assert build(lines, who, max_area=0.0, max_population=10.0).divided == 1  # the blocks of one hectare stay whole
    assert build(lines, who, max_area=0.0, max_population=300.0).divided == 0


def test_addresses_far_from_the_rest_of_their_street_form_a_group():
    houses = [(100 + 20 * k, 100) for k in range(5)] + [(1_700 + 20 * k, 1_900) for k in range(5)]
    frame = geometries(f"LINESTRING(0 0, {SIZE} 0)")
    assert len(build(frame, residents(houses, ["Landstraße"] * 10)).polygons) == 2
    near = [(100 + 20 * k, 100) for k in range(10)]
    assert len(build(frame, residents(near, ["Landstraße"] * 10)).polygons) == 1


def test_a_part_with_two_addresses_joins_its_neighbour():
    houses = [(100 + 20 * k, 100) for k in range(5)] + [(1_000, 1_900), (1_020, 1_900)]
    blocks = build(geometries(f"LINESTRING(0 0, {SIZE} 0)"), residents(houses, ["A"] * 5 + ["B"] * 2))
    assert len(blocks.polygons) == 1
    check_partition(blocks)


@pytest.mark.parametrize(
    "houses",
    [
        [(500, 500)] * 6,
        [(100 * k, 500) for k in range(1, 7)],
        [(500, 500), (1_500, 500)],
        [(500, 500)],
        [(0, 0), (SIZE, SIZE), (500, 500), (500, 501), (SIZE + 20, 10), (1_000, 1_000)],
        [(np.nan, np.nan), (500, 500), (700, 700)],
    ],
)
def test_special_positions_of_addresses(houses):
    blocks = build(geometries(f"LINESTRING(0 0, {SIZE} 0)"), residents(houses, (["A", "B"] * 3)[: len(houses)]))
    check_partition(blocks)
    assert [bool(candidates) for candidates in blocks.candidates] == [not np.isnan(x) for x, _ in houses]


def test_communes_are_not_crossed():
    lines, who = settlement()
    halves = (
        "POLYGON((0 0, 1000 0, 1000 2000, 0 2000, 0 0))",
        "POLYGON((1000 0, 2000 0, 2000 2000, 1000 2000, 1000 0))",
    )
    blocks = build(lines, who, communes=halves)
    check_partition(blocks)
    for polygon, commune in zip(blocks.polygons, blocks.commune):
        assert polygon.difference(geometries(halves[commune])[0]).area() < 1e-3


def hamlets(barriers=()):
    """Open country of 400 ha with two square hamlets, all houses inside their blocks."""
    corners = [(400, 400), (1_400, 400)]
    lines = [f"LINESTRING({x} {y}, {x + 200} {y}, {x + 200} {y + 200}, {x} {y + 200}, {x} {y})" for x, y in corners]
    houses = [(x + 20 + 30 * k, y + 20) for x, y in corners for k in range(5)]
    return build(geometries(*lines), residents(houses, ["A"] * 5 + ["B"] * 5, ortsteil=[0] * 5 + [1] * 5), barriers)


def test_open_country_is_shared_by_the_blocks_at_its_edge():
    blocks = hamlets()
    check_partition(blocks)
    assert len(blocks.polygons) == 2
    assert sorted(set(unit_of(blocks))) == [0, 1]
    assert all(polygon.area() == pytest.approx(SIZE**2 / 2, rel=0.03) for polygon in blocks.polygons)


def test_open_country_is_not_shared_across_a_barrier():
    railway = geometries("LINESTRING(0 800, 2000 800)")
    blocks = hamlets(railway)
    check_partition(blocks)
    north = [polygon for polygon in blocks.polygons if polygon.boundingBox().yMaximum() > 801]
    assert [polygon.area() for polygon in north] == [pytest.approx(2_400_000.0)]
    assert len(blocks.polygons) == 3


def test_a_face_with_a_hole_is_divided_around_it():
    lines, who = settlement()
    lake = geometries("LINESTRING(1500 1500, 1700 1500, 1700 1700, 1500 1700, 1500 1500)")
    blocks = build(lines, who, lake)
    check_partition(blocks)
    assert sum(abs(polygon.area() - 40_000) < 1 for polygon in blocks.polygons) == 1


def test_strips_between_tracks_stay_on_their_side():
    tracks = geometries(*(f"LINESTRING(0 {y}, 2000 {y})" for y in (1_000, 1_005)))
    street = geometries("LINESTRING(0 1012, 2000 1012)")
    blocks = build(street, residents([(100, 100), (100, 1_900)], ["A", "B"]), tracks, max_area=0.0)
    assert sorted(round(polygon.area()) for polygon in blocks.polygons) == [2_010_000, 1_990_000][::-1]
    assert len(build(street, residents([(100, 100)], ["A"]), tracks, max_area=0.0, min_area=0.0).polygons) == 4


def test_thin_faces_prefer_a_neighbour_that_is_none():
    edges, border = np.array([[0, 1], [1, 2]]), np.array([10.0, 99.0])
    thin = np.array([False, True, True])
    none = np.zeros(3, dtype=bool)
    merged = merge_slivers(np.array([9.0, 2.0, 3.0]), none, edges, border, np.zeros(3), 1.0, thin)
    assert merged.tolist() == [0, 0, 0]
