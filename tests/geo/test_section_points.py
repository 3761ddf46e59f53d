from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsPointXY

from sozialraum_plugin.geo.section_points import SectionLines, distances_to_areas


def lines(*wkts):
    return SectionLines([QgsGeometry.fromWkt(wkt) if wkt else QgsGeometry() for wkt in wkts])


def test_right_of_a_line_to_the_north_is_east():
    found = lines("LineString(0 0, 0 100)").beside(np.array([0, 0]), np.array([0.5, 0.25]), np.array([10.0, -10.0]))
    assert found.tolist() == [[10, 50], [-10, 25]]


def test_points_lie_on_the_stated_side_at_the_stated_fraction():
    parts = "MultiLineString((0 0, 10 0),(20 0, 40 0))"
    wkts = ["LineString(0 0, 40 30, 100 30, 70 90)", "LineString(5 5, -20 60)", parts]
    made = lines("", *wkts, "LineString(3 3, 3 3)", "LineString EMPTY")
    assert made.length[[0, 4, 5]].tolist() == [0, 0, 0]
    fractions = np.linspace(0.05, 0.95, 9)
    for number, wkt in enumerate(wkts, start=1):
        geometry = QgsGeometry.fromWkt(wkt)
        assert made.length[number] == pytest.approx(geometry.length())
        line = np.full(9, number)
        on_line = made.beside(line, fractions, np.zeros(9))
        for (x, y), fraction in zip(on_line.tolist(), fractions):
            expected = geometry.interpolate(fraction * geometry.length()).asPoint()
            assert (x, y) == pytest.approx((expected.x(), expected.y()))
        for offset in (2.0, -2.0):
            for (x, y), (foot_x, foot_y) in zip(made.beside(line, fractions, np.full(9, offset)).tolist(), on_line):
                assert np.hypot(x - foot_x, y - foot_y) == pytest.approx(2.0)
                left_of = geometry.closestSegmentWithContext(QgsPointXY(x, y))[3]
                assert (left_of > 0) == (offset > 0)  # QGIS: negative is left


def test_z_and_curves_count_as_flat_straight_segments():
    made = lines("LineStringZ(0 0 5, 0 100 9)", "CircularString(0 0, 5 5, 10 0)")
    assert made.length == pytest.approx([100, np.pi * 5], rel=1e-3)


def test_distance_to_the_nearest_part_of_an_area():
    square = QgsGeometry.fromWkt("Polygon((0 0, 10 0, 10 10, 0 10, 0 0))")
    far = QgsGeometry.fromWkt("Polygon((50 0, 60 0, 60 10, 50 10, 50 0))")
    points = [QgsGeometry.fromWkt(wkt) for wkt in ("Point(13 5)", "Point(45 5)", "Point(5 5)")]
    assert distances_to_areas(points, ["A"] * 3, zip(["A", "A"], [square, far])).tolist() == [3, 5, 0]
