"""Blocks divided among sites: against brute force by nearest site, loose parts, sites on edges."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsGeometry

from sozialraum_plugin.geo.point_in_area import areas_of_points
from sozialraum_plugin.geo.unit_areas import Sites, divide_blocks, off_borders

SQUARE = "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))"
NEIGHBOUR = "POLYGON((100 0, 200 0, 200 100, 100 100, 100 0))"
# A U around a narrow block: what is left of a cell behind the notch touches the narrow block with its longest side.
AROUND = "POLYGON((0 0, 100 0, 100 100, 60 100, 60 20, 40 20, 40 100, 0 100, 0 0))"
NOTCH = "POLYGON((40 20, 60 20, 60 100, 40 100, 40 20))"


def divided(blocks, points, label, block, addresses=None, commune=None):
    polygons = [QgsGeometry.fromWkt(wkt) for wkt in blocks]
    addresses = np.ones(len(points)) if addresses is None else np.array(addresses, dtype=float)
    sites = Sites(np.array(points, dtype=float), np.array(block), np.array(label), addresses)
    commune = np.zeros(len(blocks), dtype=int) if commune is None else np.array(commune)
    areas = divide_blocks(polygons, commune, sites, lambda: False)
    for number, polygon in enumerate(polygons):
        own = [unit for unit, of in zip(areas.polygons, areas.block) if of == number]
        assert sum(unit.area() for unit in own) == pytest.approx(polygon.area())
        assert QgsGeometry.unaryUnion(own).symDifference(polygon).area() == pytest.approx(0, abs=1e-3)
    assert all(unit.isGeosValid() and not unit.isMultipart() for unit in areas.polygons)
    return areas


def test_each_place_goes_with_the_nearest_site_of_its_block():
    random = np.random.default_rng(3)
    points = np.vstack([random.uniform(1, 99, (40, 2)), random.uniform(1, 99, (40, 2)) + (100, 0)])
    block, label = np.repeat([0, 1], 40), np.concatenate([random.integers(0, 8, 40), random.integers(8, 16, 40)])
    single = np.arange(80)
    areas = divided([SQUARE, NEIGHBOUR], points, single, block)
    assert len(areas.polygons) == 80
    assert areas.label[areas.unit_of_site].tolist() == single.tolist()
    places = random.uniform((1, 1), (199, 99), (500, 2))
    distance = np.hypot(*(places[:, None] - points[None]).transpose(2, 0, 1))
    distance[(places[:, :1] > 100) != (block[None] == 1)] = np.inf
    found = areas_of_points(places, areas.polygons)
    assert (areas.label[found] == distance.argmin(axis=1)).mean() > 0.995
    assert set(divided([SQUARE, NEIGHBOUR], points, label, block, np.full(80, 3)).label) == set(label)


def test_a_part_behind_a_notch_stays_in_its_block():
    points = [(90, 50), (5, 95), (20, 5), (50, 60)]
    areas = divided([AROUND, NOTCH], points, [0, 1, 2, 3], [0, 0, 0, 1])
    assert len(areas.polygons) == 4
    assert areas.polygons[areas.unit_of_site[3]].area() == pytest.approx(1600)
    points = [(70, 50), (20, 5), (50, 60)]  # nearest to the part at x < 40, y > 60 is the site beyond the notch
    areas = divided([AROUND, NOTCH], points, [0, 1, 2], [0, 0, 1])
    assert areas.loose == 1
    assert len(areas.polygons) == 3
    assert areas.polygons[areas.unit_of_site[1]].contains(QgsGeometry.fromWkt("POINT(35 95)"))


def test_a_part_with_three_addresses_is_a_unit_and_one_with_two_is_none():
    points = [(10, 50), (50, 50), (90, 50)]
    areas = divided([SQUARE], points, [0, 1, 0], [0, 0, 0], [9, 5, 3])
    assert areas.label[areas.unit_of_site].tolist() == [0, 1, 0]
    assert len(areas.polygons) == 3
    areas = divided([SQUARE], points, [0, 1, 0], [0, 0, 0], [9, 5, 2])
    assert areas.label[areas.unit_of_site].tolist() == [0, 1, 1]
    assert areas.loose == 1


def test_sites_on_a_regular_grid_and_on_the_edge():
    points = [(x, y) for x in range(0, 101, 10) for y in range(0, 101, 10)]
    areas = divided([SQUARE], points, list(range(121)), [0] * 121)
    assert len(areas.polygons) == 121
    assert sorted({round(unit.area()) for unit in areas.polygons}) == [25, 50, 100]


def test_points_on_a_border_move_into_their_own_block_only():
    blocks = [QgsGeometry.fromWkt(SQUARE), QgsGeometry.fromWkt(NEIGHBOUR)]
    moved = off_borders(np.array([[100.0, 50], [100, 50], [100, 0]]), np.array([0, 1, 1]), blocks)
    assert [areas_of_points(moved[[row]], blocks)[0] for row in range(3)] == [0, 1, 1]
    assert np.hypot(*(moved - [[100, 50], [100, 50], [100, 0]]).T).max() < 0.01
