"""Polygons repaired, checked and dissolved."""

import numpy as np
from qgis.core import QgsGeometry

from sozialraum_plugin.geo.polygons import dissolved, valid_polygon, worst_overlap


def box(x, y, width=10.0, height=10.0):
    return QgsGeometry.fromWkt(
        f"Polygon(({x} {y}, {x + width} {y}, {x + width} {y + height}, {x} {y + height}, {x} {y}))"
    )


def test_a_bow_tie_becomes_two_triangles_and_a_line_nothing():
    bow = valid_polygon(QgsGeometry.fromWkt("Polygon((0 0, 10 10, 10 0, 0 10, 0 0))"))
    assert bow.isGeosValid() and bow.area() == 50
    assert valid_polygon(QgsGeometry.fromWkt("Polygon((0 0, 10 10, 0 0))")).isNull()
    assert valid_polygon(QgsGeometry()).isNull()


def test_the_worst_overlap_is_found_and_touching_is_none():
    assert worst_overlap([box(0, 0), box(10, 0), box(0, 10)]) is None
    assert worst_overlap([box(0, 0), box(9.999, 0)]) is None
    first, second, area = worst_overlap([box(0, 0), box(8, 0), box(12, 0), box(100, 0)])
    assert (first, second) == (1, 2) and abs(area - 60) < 1e-9


def test_dissolving_gives_one_multipolygon_per_label():
    shapes = dissolved([box(0, 0), box(10, 0), box(50, 0)], np.array([0, 0, 1]), 2)
    assert [shape.area() for shape in shapes] == [200, 100]
    assert all(shape.isMultipart() for shape in shapes)
    assert len(shapes[0].asMultiPolygon()) == 1
