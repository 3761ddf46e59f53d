import numpy as np
from qgis.core import QgsGeometry

from sozialraum_plugin.geo.building_weights import building_weights
from sozialraum_plugin.geo.point_in_polygon import PointIndex

HOUSE = QgsGeometry.fromWkt("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))")
BLOCK = QgsGeometry.fromWkt("POLYGON((100 0, 140 0, 140 10, 100 10, 100 0))")
TOWER = QgsGeometry.fromWkt("MULTIPOLYGON(((200 0, 210 0, 210 10, 200 10, 200 0)))")
POINTS = np.array([[5, 5], [110, 5], [130, 5], [205, 35], [205, 45], [float("nan")] * 2])


def test_an_address_weighs_its_share_of_the_building():
    found = building_weights(PointIndex(POINTS), [HOUSE, BLOCK, TOWER], np.ones(3))
    # 400 m² for two addresses of the block; the tower stands 25 m away; the rest weighs as the median of the four.
    assert found.weights.tolist() == [100, 200, 200, 100, 150, 150]
    assert (found.inside, found.near, found.without) == (3, 1, 2)


def test_storeys_multiply_and_unknown_ones_are_the_median():
    found = building_weights(PointIndex(POINTS), [HOUSE, BLOCK, TOWER], np.array([2, np.nan, 8]))
    assert found.weights[:4].tolist() == [200, 1000, 1000, 800]


def test_without_buildings_all_weigh_the_same():
    assert building_weights(PointIndex(POINTS), [], np.empty(0)).weights.tolist() == [1] * 6
