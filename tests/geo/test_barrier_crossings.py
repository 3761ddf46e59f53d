"""Bridges open a barrier where they are; where barriers and streets run along areas."""

import numpy as np
import pytest
from qgis.core import QgsGeometry

from sozialraum_plugin.core.errors import CancelledError
from sozialraum_plugin.geo.area_places import longest_streets, middle_landmarks
from sozialraum_plugin.geo.barrier_crossings import opened_edges
from sozialraum_plugin.geo.barrier_edges import barrier_edges
from sozialraum_plugin.geo.barrier_sides import barrier_stretches

LOW_LEFT = "Polygon((0 0, 100 0, 100 100, 0 100, 0 0))"
LOW_RIGHT = "Polygon((100 0, 200 0, 200 100, 100 100, 100 0))"
TOP_LEFT = "Polygon((0 100, 100 100, 100 200, 0 200, 0 100))"
TOP_RIGHT = "Polygon((100 100, 200 100, 200 200, 100 200, 100 100))"
EDGES = np.array([[0, 1], [0, 2], [1, 3], [2, 3]])
RAIL = "LineString(-50 102, 250 102)"


def geometries(*wkts):
    return [QgsGeometry.fromWkt(wkt) for wkt in wkts]


def opened(*streets, barriers=(RAIL,), units=(LOW_LEFT, LOW_RIGHT, TOP_LEFT, TOP_RIGHT), tolerance=10.0):
    shapes, lines = geometries(*units), geometries(*barriers)
    closed = barrier_edges(shapes, EDGES, lines, tolerance)
    result = opened_edges(shapes, EDGES, closed, lines, geometries(*streets), tolerance)
    assert not (result & ~closed).any()
    return [tuple(edge) for edge in EDGES[result].tolist()]


@pytest.mark.parametrize(
    ("street", "expected"),
    [
        ("LineString(50 50, 50 150)", [(0, 2)]),
        ("LineString(150 95, 150 108)", [(1, 3)]),  # a bridge that is a line of its own
        ("LineString(20 60, 80 140)", [(0, 2)]),  # at an angle
        ("LineString(50 50, 50 102)", []),  # ends at the railway
        ("LineString(50 50, 50 101)", []),
        (RAIL, []),  # the track itself
        ("LineString(-50 96, 60 96, 140 96, 250 96)", []),  # beside it
        ("LineString(50 110, 150 110)", []),
        ("MultiLineString((50 50, 50 150), (150 20, 150 60))", [(0, 2)]),
        ("LineString EMPTY", []),
    ],
)
def test_a_street_opens_the_border_that_it_leads_across(street, expected):
    assert opened(street) == expected


def test_a_street_cut_at_the_railway_counts_as_one():
    assert opened("LineString(50 50, 50 102)", "LineString(50 102, 50 150)") == [(0, 2)]
    assert opened("LineString(50 50, 50 102)", "LineString(150 102, 150 150)") == []


def test_several_tracks_and_a_river_are_crossed_as_a_whole():
    tracks = ("LineString(-50 95, 250 95)", "LineString(-50 102, 250 102)", "LineString(-50 108, 250 108)")
    assert opened("LineString(50 50, 50 150)", barriers=tracks) == [(0, 2)]
    river = "Polygon((-50 85, 250 85, 250 115, -50 115, -50 85))"
    assert opened("LineString(50 50, 50 150)", barriers=(river,), tolerance=20) == [(0, 2)]
    assert opened("LineString(150 80, 150 120)", barriers=(river,), tolerance=20) == [(1, 3)]
    assert opened("LineString(50 50, 50 97)", barriers=(river,), tolerance=20) == []  # a jetty


def test_it_can_be_cancelled():
    with pytest.raises(CancelledError):
        opened_edges([], np.empty((0, 2), dtype=int), np.empty(0, dtype=bool), [], geometries(RAIL), 10, lambda: True)


def test_only_streets_across_the_barrier_open_it_among_thousands():
    units, edges = [], []
    for row in range(40):
        for column in range(40):
            x, y = 100 * column, 100 * row
            units.append(f"Polygon(({x} {y}, {x + 100} {y}, {x + 100} {y + 100}, {x} {y + 100}, {x} {y}))")
            edges += [(40 * row + column, 40 * (row + 1) + column)] if row < 39 else []
    shapes, pairs = geometries(*units), np.array(edges)
    lines = geometries(*[f"LineString(0 {400 * y}, 4000 {400 * y})" for y in range(1, 10)])
    streets = geometries(
        *[f"LineString({x} {y}, {x} {y + 90})" for x in range(5, 4000, 20) for y in range(5, 4000, 100)],
        *[f"LineString({x} {400 * y - 60}, {x} {400 * y + 60})" for x in range(50, 4000, 200) for y in range(1, 10)],
    )  # fmt: skip
    closed = barrier_edges(shapes, pairs, lines, 10)
    result = opened_edges(shapes, pairs, closed, lines, streets, 10)
    assert closed.sum() == 9 * 40 and result.sum() == 9 * 20


def test_the_stretches_of_an_outline_along_barriers():
    found = barrier_stretches(
        geometries(LOW_LEFT, TOP_RIGHT), geometries(RAIL, "LineString(-3 0, -3 100)"), ["bahn", "fluss"], 10
    )
    lengths = [{kind: np.hypot(*(s[:, 2:] - s[:, :2]).T).sum() for kind, s in own.items()} for own in found]
    # the buffers reach around the corners
    assert lengths[0] == {"bahn": pytest.approx(116, abs=1), "fluss": pytest.approx(114, abs=1)}
    assert lengths[1] == {"bahn": pytest.approx(124, abs=1)}


def test_the_longest_street_counts_half_on_the_border():
    areas = geometries(LOW_LEFT, LOW_RIGHT, TOP_LEFT, "Polygon((900 900, 901 900, 901 901, 900 900))")
    streets = geometries("LineString(100 0, 100 100)", "LineString(0 50, 60 50)", "LineString(0 150, 10 150)",
                         "LineString(50 150, 50 190)", "LineString(60 150, 60 190)")  # fmt: skip
    names = ["Grenzstraße", "Gasse", "Kurz", "Weg", "Weg"]
    assert longest_streets(areas, streets, names, lambda: False) == ["Gasse", "Grenzstraße", "Weg", None]


def test_the_landmark_nearest_to_the_middle():
    areas = geometries(LOW_LEFT, LOW_RIGHT)
    marks = geometries(
        "Point(10 10)", "Polygon((55 55, 60 55, 60 60, 55 60, 55 55))", "Point(500 500)", "Point(150 50)"
    )
    centres = np.array([[50.0, 50], [150, 50]])
    assert middle_landmarks(areas, centres, marks, ["Rand", "Dom", "Fern", None]) == ["Dom", None]
