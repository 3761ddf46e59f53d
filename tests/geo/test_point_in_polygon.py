import numpy as np
import pytest
from qgis.core import QgsGeometry

from sozialraum_plugin.geo.point_in_polygon import PointIndex, polygons_of_points

NAN = float("nan")
SQUARES = [
    QgsGeometry.fromWkt("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))"),
    QgsGeometry.fromWkt("POLYGON((10 0, 20 0, 20 10, 10 10, 10 0))"),
    QgsGeometry(),
    QgsGeometry.fromWkt("POLYGON((30 0, 40 10, 40 0, 30 10, 30 0))"),  # a bow tie, invalid
]


def test_each_point_lies_in_one_polygon():
    points = np.array([[5, 5], [10, 5], [20, 10], [25, 5], [NAN, NAN], [39, 5], [35, 9]])
    found = polygons_of_points(PointIndex(points), SQUARES)
    assert found.polygon.tolist() == [0, 0, 1, -1, -1, 3, -1]
    assert found.in_several == 1


@pytest.mark.parametrize("seed", range(3))
def test_nearest_is_that_of_brute_force(seed):
    rng = np.random.default_rng(seed)
    points = rng.uniform(0, 100, (500, 2))
    index = PointIndex(points)
    for x, y in rng.uniform(0, 100, (20, 2)):
        distances = np.hypot(points[:, 0] - x, points[:, 1] - y)
        expected = [n for n in np.argsort(distances)[:5] if distances[n] <= 4]
        assert index.nearest(x, y, 5, 4).tolist() == expected


def test_no_points_at_all():
    index = PointIndex(np.empty((0, 2)))
    assert polygons_of_points(index, SQUARES).polygon.tolist() == []
    assert index.nearest(0, 0, 3, 10).tolist() == []
