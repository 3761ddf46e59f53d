"""Networks of streets and the section of an address, against brute force."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsGeometry

from sozialraum_plugin.geo.line_segments import densified, line_segments
from sozialraum_plugin.geo.section_search import sections_of_points
from sozialraum_plugin.geo.street_network import StreetLines, section_network


def lines(wkts, street=None, apart=(), below=()):
    count = len(wkts)
    flags = [np.isin(np.arange(count), list(rows)) for rows in (apart, below)]
    street = np.arange(count) if street is None else np.array(street)
    geometries = [QgsGeometry.fromWkt(wkt) for wkt in wkts]
    return StreetLines(geometries, street, *flags, np.zeros(count, dtype=bool), np.zeros(count, dtype=bool), False)


def test_segments_of_lines_and_multilines_in_pieces_that_meet_exactly():
    given = ["LINESTRING(0 0, 10 0, 10 0, 10 7)", "MULTILINESTRING((0 0, 1 1), (5 5, 6 6, 7 7))", "LINESTRING EMPTY"]
    segments, owner = line_segments([QgsGeometry.fromWkt(wkt) for wkt in given])
    assert owner.tolist() == [0, 0, 1, 1, 1]
    assert segments[1].tolist() == [10, 0, 10, 7]
    pieces, row = densified(segments, 3.0)
    assert np.bincount(row).tolist() == [4, 3, 1, 1, 1]
    assert (pieces[:3, 2:] == pieces[1:4, :2]).all()
    assert pieces[3, 2:].tolist() == [10, 0]


def test_crossing_lines_are_cut_whether_or_not_they_have_a_vertex_there():
    network = section_network(lines(["LINESTRING(-50 0, 50 0)", "LINESTRING(0 -40, 0 60)"]))
    assert sorted(network.length) == [40, 50, 50, 60]
    assert network.street.tolist().count(0) == 2
    assert len(section_network(lines(["LINESTRING(-50 0, 50 0)", "LINESTRING(0 -40, 0 60)"], apart=[1])).length) == 2


def test_lines_of_one_street_are_one_chain_and_a_line_given_twice_counts_once():
    wkts = ["LINESTRING(0 0, 50 0)", "LINESTRING(80 0, 50 0)", "LINESTRING(0 0, 50 0)", "LINESTRING(80 0, 99 0)"]
    network = section_network(lines(wkts, street=[0, 0, -1, 1]))
    assert sorted(network.length) == [19, 80]


def test_a_bridge_in_the_middle_of_a_street_does_not_part_it():
    wkts = ["LINESTRING(0 0, 50 0)", "LINESTRING(50 0, 80 0)", "LINESTRING(80 0, 120 0)", "LINESTRING(65 -50, 65 50)"]
    network = section_network(lines(wkts, street=[0, 0, 0, 1], apart=[1]))
    assert sorted(network.length) == [100, 120]


def test_the_nearest_section_of_the_street_against_brute_force():
    random = np.random.default_rng(5)
    ends = random.uniform(0, 1_000, (60, 2, 2))
    wkts = [f"LINESTRING({a[0]} {a[1]}, {b[0]} {b[1]})" for a, b in ends]
    street = random.integers(0, 12, 60)
    network = section_network(lines(wkts, street))
    points, own = random.uniform(0, 1_000, (300, 2)), random.integers(-1, 14, 300)
    points[7] = np.nan
    found = sections_of_points(points, own, network, lambda: False)
    sections = [
        QgsGeometry.unaryUnion(
            [
                QgsGeometry.fromWkt(f"LINESTRING({x} {y}, {u} {v})")
                for x, y, u, v in network.segments[network.section == k]
            ]
        )
        for k in range(len(network.street))
    ]
    for row, (x, y) in enumerate(points):
        if row == 7:
            assert found.section[row] == -1
            continue
        distance = np.array([line.distance(QgsGeometry.fromWkt(f"POINT({x} {y})")) for line in sections])
        mine = np.where((network.street == own[row]) & (own[row] >= 0), distance, np.inf)
        by_name = mine.min() <= 300
        assert found.by_name[row] == by_name
        best = mine.min() if by_name else distance.min()
        assert abs(distance[found.section[row]] - best) < 0.002


def test_no_address_belongs_to_a_tunnel_if_there_is_another_street():
    network = section_network(lines(["LINESTRING(0 0, 99 0)", "LINESTRING(0 60, 99 60)"], apart=[0], below=[0]))
    found = sections_of_points(np.array([[50.0, 5.0]]), np.array([0]), network, lambda: False)
    assert network.street[found.section].tolist() == [1]
