"""Borders along a barrier."""

import numpy as np
import pytest
from qgis.core import QgsGeometry

from sozialraum_plugin.core.errors import CancelledError
from sozialraum_plugin.geo.barrier_edges import barrier_edges

LEFT = "Polygon((0 0, 100 0, 100 100, 0 100, 0 0))"
RIGHT = "Polygon((100 0, 200 0, 200 100, 100 100, 100 0))"


def closed(*barriers, tolerance=10.0):
    units = [QgsGeometry.fromWkt(LEFT), QgsGeometry.fromWkt(RIGHT)]
    lines = [QgsGeometry.fromWkt(wkt) for wkt in barriers]
    return barrier_edges(units, np.array([[0, 1]]), lines, tolerance).tolist()[0]


@pytest.mark.parametrize(
    ("wkt", "expected"),
    [
        ("LineString(105 -50, 105 150)", True),
        ("LineString(115 -50, 115 150)", False),
        ("LineString(100 -50, 100 45)", True),  # 45 m and the tolerance beyond its end: 55 %
        ("LineString(100 -50, 100 30)", False),
        ("LineString(0 50, 200 50)", False),  # crosses the border instead of running along it
        ("MultiLineString((102 0, 102 30), (98 60, 98 100))", True),
        ("Polygon((95 -10, 105 -10, 105 110, 95 110, 95 -10))", True),
        ("LineString EMPTY", False),
    ],
)
def test_half_of_the_border_within_the_tolerance_closes_it(wkt, expected):
    assert closed(wkt) is expected


def test_two_barriers_together_close_a_border():
    assert closed("LineString(100 -50, 100 20)", "LineString(100 80, 100 150)")
    assert not closed("LineString(100 -50, 100 10)", tolerance=1)
    assert not closed()


def test_small_gaps_between_units_do_not_matter():
    units = [QgsGeometry.fromWkt(LEFT), QgsGeometry.fromWkt(RIGHT.replace("100 ", "100.3 "))]
    barrier = [QgsGeometry.fromWkt("LineString(105 -50, 105 150)")]
    assert barrier_edges(units, np.array([[0, 1]]), barrier, 10).all()


def test_it_can_be_cancelled():
    with pytest.raises(CancelledError):
        barrier_edges([QgsGeometry.fromWkt(LEFT)] * 2, np.array([[0, 1]]), [], 10, lambda: True)
