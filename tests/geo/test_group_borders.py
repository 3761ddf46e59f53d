"""Borders between groups of points: every place goes with the nearest point."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsRectangle

from sozialraum_plugin.geo.group_borders import group_borders

EXTENT = QgsRectangle(400_000, 5_500_000, 401_000, 5_501_000)
ORIGIN = np.array([400_000.0, 5_500_000.0])


def parts(points, group):
    borders = group_borders(points, group, EXTENT)
    frame = QgsGeometry.fromRect(EXTENT)
    outline = QgsGeometry(frame.constGet().boundary())
    lines = [outline] if borders.isEmpty() else [outline, borders.intersection(frame.buffer(0.01, 1))]
    return QgsGeometry.polygonize([QgsGeometry.unaryUnion(lines)]).asGeometryCollection()


def test_each_part_holds_the_places_nearest_to_one_group():
    random = np.random.default_rng(1)
    points = random.uniform(0, 1_000, (300, 2)) + ORIGIN
    group = (points[:, 0] > ORIGIN[0] + 500) + 2 * (points[:, 1] > ORIGIN[1] + 300)
    found = parts(points, group)
    assert len(found) == 4
    assert sum(part.area() for part in found) == pytest.approx(1e6)
    for part in found:
        inside = np.array([part.contains(QgsGeometry.fromWkt(f"POINT({x} {y})").asPoint()) for x, y in points])
        assert len(set(group[inside])) == 1


def test_two_points_are_divided_in_the_middle():
    west, east = sorted(parts(ORIGIN + [[300, 500], [500, 500]], np.array([0, 1])), key=lambda part: part.area())
    assert (west.area(), east.area()) == (pytest.approx(400_000), pytest.approx(600_000))


@pytest.mark.parametrize(
    "points, group, count",
    [
        ([[100, 100], [200, 200], [300, 300]], [0, 1, 2], 3),  # on one line
        ([[100, 100]] * 5, [0, 1, 2, 0, 1], 1),  # at one place
        ([[x, y] for x in (100, 200, 300) for y in (100, 200, 300)], range(9), 9),  # four on one circle
        ([[500, 500], [700, 700]], [0, 0], 1),  # one group
        ([[500, 500]], [0], 1),
        ([[500, 500], [500, 1_050]], [0, 1], 2),  # one outside the extent
    ],
)
def test_special_positions(points, group, count):
    found = parts(ORIGIN + points, np.array(group))
    assert len(found) == count
    assert sum(part.area() for part in found) == pytest.approx(1e6)
