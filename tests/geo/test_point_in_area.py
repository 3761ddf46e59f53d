from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsGeometry

from sozialraum_plugin.core.errors import CancelledError
from sozialraum_plugin.geo.point_in_area import OUTSIDE, areas_and_hits, areas_of_points

WEST = "POLYGON((0 0,10 0,10 10,0 10,0 0))"
EAST = "POLYGON((10 0,20 0,20 10,10 10,10 0),(14 4,16 4,16 6,14 6,14 4))"


def polygons(*wkts):
    return [QgsGeometry.fromWkt(wkt) for wkt in wkts]


def test_points_find_their_area():
    xy = np.array([[5.0, 5], [12, 1], [15, 5], [30, 5], [np.nan, np.nan], [14, 5]])
    assert areas_of_points(xy, polygons(WEST, EAST)).tolist() == [0, 1, OUTSIDE, OUTSIDE, OUTSIDE, 1]


def test_a_border_belongs_to_the_lowest_index_and_is_counted():
    xy = np.array([[10.0, 5.0], [0.0, 0.0]])
    for order in ((WEST, EAST), (EAST, WEST)):
        area, hits = areas_and_hits(xy, polygons(*order))
        assert area[0] == 0
        assert hits.tolist() == [2, 1]


def test_invalid_empty_and_missing_polygons_do_no_harm():
    bow_tie = "POLYGON((0 0,10 10,10 0,0 10,0 0))"
    geometries = [QgsGeometry(), QgsGeometry.fromWkt("POLYGON EMPTY"), *polygons(bow_tie)]
    assert areas_of_points(np.array([[9.0, 5.0], [5.0, 9.0]]), geometries).tolist() == [2, OUTSIDE]


def test_random_points_agree_with_a_plain_test():
    rng = np.random.default_rng(3)
    triangles = []
    for corners in rng.uniform(0, 100, (40, 3, 2)):
        ring = ",".join(f"{x} {y}" for x, y in [*corners, corners[0]])
        triangles.append(QgsGeometry.fromWkt(f"POLYGON(({ring}))"))
    xy = rng.uniform(0, 100, (500, 2))
    expected = [
        next((i for i, t in enumerate(triangles) if t.intersects(QgsGeometry.fromWkt(f"Point({x} {y})"))), OUTSIDE)
        for x, y in xy
    ]
    assert areas_of_points(xy, triangles).tolist() == expected


def test_it_can_be_stopped():
    def stop():
        raise CancelledError

    with pytest.raises(CancelledError):
        areas_and_hits(np.zeros((1, 2)), polygons(WEST), stop)
