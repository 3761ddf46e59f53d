"""The queen's move: beside esda's neighbours, and where borders were drawn badly."""

import json
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsPointXY

from sozialraum_plugin.core.errors import CancelledError
from sozialraum_plugin.geo.adjacency import adjacency
from sozialraum_plugin.geo.point_contacts import with_point_contacts

NUMBERS = Path(__file__).parents[1] / "core" / "indices" / "esda_numbers.json"


def square(x, y, side=10.0):
    return QgsGeometry.fromWkt(f"Polygon(({x} {y},{x + side} {y},{x + side} {y + side},{x} {y + side},{x} {y}))")


def pairs(neighbours):
    return [[i, j] for i, others in enumerate(neighbours) for j in others if i < j]


@pytest.mark.parametrize("tolerance", [0.0, 0.5])
def test_queen_and_rook_are_libpysals_on_a_shaken_lattice(tolerance):
    esda = json.loads(NUMBERS.read_text(encoding="utf-8"))
    quarters = [QgsGeometry.fromPolygonXY([[QgsPointXY(*corner) for corner in ring]]) for ring in esda["quarters"]]
    rook, _ = adjacency(quarters, tolerance)
    assert rook.tolist() == pairs(esda["weights"]["rook"]["neighbours"])
    assert with_point_contacts(quarters, rook, tolerance).tolist() == pairs(esda["weights"]["queen"]["neighbours"])


def test_corners_that_miss_by_less_than_the_tolerance_touch():
    squares = [square(0, 0), square(10.3, 10.2), square(25, 10)]
    none = np.empty((0, 2), dtype=int)
    assert with_point_contacts(squares, none, 0.5).tolist() == [[0, 1]]
    assert with_point_contacts(squares, none, 0.2).tolist() == []


def test_a_corner_on_the_middle_of_a_border_touches():
    tip = QgsGeometry.fromWkt("Polygon((10 5, 20 0, 20 10, 10 5))")
    assert with_point_contacts([square(0, 0), tip], np.empty((0, 2), dtype=int), 0.0).tolist() == [[0, 1]]


def test_missing_shapes_and_cancelling():
    none = np.empty((0, 2), dtype=int)
    assert with_point_contacts([QgsGeometry(), square(0, 0)], none).tolist() == []
    with pytest.raises(CancelledError):
        with_point_contacts([square(0, 0)], none, is_cancelled=lambda: True)
