"""Areas of points: every point in its own polygon, no gaps, no overlaps, common vertices."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsPointXY

from sozialraum_plugin.core.delineation.area_report import one_area_per_place
from sozialraum_plugin.core.errors import CancelledError
from sozialraum_plugin.geo.address_areas import areas_of_points

FRAME = QgsGeometry.fromWkt("POLYGON((0 0, 1000 0, 1000 1000, 0 1000, 0 0))")
GRID = [f"LINESTRING({k} -10, {k} 1010)" for k in range(100, 1_000, 100)]
GRID += [f"LINESTRING(-10 {k}, 1010 {k})" for k in range(100, 1_000, 100)]


def never():
    return False


def lines(wkts):
    return [QgsGeometry.fromWkt(wkt) for wkt in wkts]


def check(result, points, label):
    total = sum(polygon.area() for polygon in result.polygons)
    assert total == pytest.approx(FRAME.area(), abs=1e-3)
    assert QgsGeometry.unaryUnion(result.polygons).area() == pytest.approx(FRAME.area(), abs=1e-3)
    assert result.area.tolist() == label.tolist()
    assert all(
        result.polygons[number].intersects(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        for (x, y), number in zip(points.tolist(), label.tolist())
    )


@pytest.mark.parametrize("wkts", [[], GRID])
@pytest.mark.parametrize("on_grid", [False, True])
def test_mixed_points_keep_their_areas(wkts, on_grid):
    random = np.random.default_rng(3)
    points = random.uniform(1, 999, (600, 2))
    points = np.unique(np.round(points / 10) * 10 if on_grid else points, axis=0)
    label = random.integers(0, 4, len(points))
    check(areas_of_points(points, label, FRAME, lines(wkts), never), points, label)


def test_only_faces_with_several_labels_are_divided():
    points = np.array([[50.0, 50], [450, 50], [550, 50], [950, 950]])
    result = areas_of_points(points, np.array([0, 0, 1, 1]), FRAME, lines(["LINESTRING(500 -1, 500 1001)"]), never)
    assert [polygon.area() for polygon in result.polygons] == [500_000, 500_000]


def test_three_points_on_one_line_and_one_point():
    points = np.array([[100.0, 500], [500, 500], [900, 500]])
    label = np.arange(3)
    check(areas_of_points(points, label, FRAME, [], never), points, label)
    check(areas_of_points(points[:1], label[:1], FRAME, [], never), points[:1], label[:1])


def test_neighbours_share_their_vertices():
    random = np.random.default_rng(5)
    points = random.uniform(1, 999, (80, 2))
    result = areas_of_points(points, random.integers(0, 3, 80), FRAME, lines(GRID), never)
    vertices = [{(v.x(), v.y()) for v in polygon.vertices()} for polygon in result.polygons]
    for number, polygon in enumerate(result.polygons):
        for other in vertices[:number]:
            near = [place for place in other if polygon.distance(QgsGeometry.fromPointXY(QgsPointXY(*place))) < 1e-6]
            assert set(near) <= vertices[number]


def test_it_stops_when_cancelled():
    with pytest.raises(CancelledError):
        areas_of_points(np.array([[1.0, 1]]), np.array([0]), FRAME, [], lambda: True)


def test_most_addresses_decide_about_a_place_then_the_lower_code():
    points = np.array([[1.0, 1], [1, 1], [1, 1.0001], [5, 5], [5, 5]])
    places = one_area_per_place(points, np.array(["B", "A", "B", "D", "C"], dtype=object))
    assert places.codes.tolist() == ["B", "C"]
    assert places.place.tolist() == [0, 0, 0, 1, 1]
