"""Neighbours of polygons: exact borders, T-junctions, gaps, points."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from qgis.core import QgsGeometry, QgsRectangle, QgsVectorLayer

from sozialraum_plugin.core.errors import CancelledError
from sozialraum_plugin.geo.adjacency import adjacency


def box(x1, y1, x2, y2):
    return QgsGeometry.fromRect(QgsRectangle(x1, y1, x2, y2))


def neighbours(geometries, **options):
    edges, lengths = adjacency(geometries, **options)
    return {(int(i), int(j)): float(length) for (i, j), length in zip(edges, lengths)}


def city(real_data, name):
    layer = QgsVectorLayer(f"{real_data}/regionalisation/{name}.gpkg|layername=units", name, "ogr")
    rows = sorted((feature["uid"], QgsGeometry(feature.geometry())) for feature in layer.getFeatures())
    edges = pd.read_csv(real_data / "regionalisation" / f"{name}_edges.csv")
    published = {(min(r.i, r.j), max(r.i, r.j)): r.shared_m for r in edges.itertuples()}
    return [geometry for _, geometry in rows], published


@pytest.mark.parametrize("name", ["city500", "city10000"])
def test_published_edges_of_a_city_are_found(real_data, name):
    geometries, published = city(real_data, name)
    found = neighbours(geometries)
    assert set(found) == set(published)
    assert max(abs(found[edge] - published[edge]) for edge in published) < 0.01


def test_jittered_borders_still_give_the_same_neighbours(real_data):
    geometries, published = city(real_data, "city500")
    random = np.random.default_rng(1)
    moved = [shifted(geometry, random) for geometry in geometries]
    found = neighbours(moved)
    long_borders = {edge for edge, length in published.items() if length > 10}
    assert long_borders <= set(found)
    assert all(published.get(edge, 0) > 0 for edge in found)
    assert sum(found.values()) == pytest.approx(sum(published.values()), rel=0.02)


def shifted(geometry, random):
    ring = [[x + dx, y + dy] for (x, y), (dx, dy) in zip(vertices(geometry), random.uniform(-0.1, 0.1, (999, 2)))]
    ring[-1] = ring[0]
    return QgsGeometry.fromWkt("POLYGON((" + ",".join(f"{x} {y}" for x, y in ring) + "))")


def vertices(geometry):
    return [(vertex.x(), vertex.y()) for vertex in geometry.vertices()]


def test_corners_do_not_make_neighbours():
    grid = [box(x, y, x + 100, y + 100) for y in (0, 100) for x in (0, 100)]
    assert neighbours(grid) == {(0, 1): 100.0, (0, 2): 100.0, (1, 3): 100.0, (2, 3): 100.0}


def test_t_junctions_are_borders_even_without_tolerance():
    found = neighbours([box(0, 0, 100, 50), box(0, 50, 30, 90), box(30, 50, 100, 90)], tolerance=0.0)
    assert found == {(0, 1): pytest.approx(30), (0, 2): pytest.approx(70), (1, 2): pytest.approx(40)}


def test_a_short_shared_border_counts():
    found = neighbours([box(0, 0, 100, 100), box(100, 99.7, 200, 200)])
    assert found == {(0, 1): pytest.approx(0.3)}


def test_gaps_and_overlaps_within_the_tolerance_are_bridged():
    first, gap, overlap = box(0, 0, 100, 100), box(100.4, 10, 200, 60), box(-80, 0, 0.3, 100)
    assert neighbours([first, gap, overlap]) == {(0, 1): pytest.approx(50), (0, 2): pytest.approx(100, abs=1)}
    assert neighbours([first, gap], tolerance=0.3) == {}


def test_a_thin_polygon_between_two_others_keeps_them_apart():
    found = neighbours([box(0, 0, 100, 50), box(0.05, 50.02, 99.9, 50.2), box(0, 50.22, 100, 90)])
    assert set(found) == {(0, 1), (1, 2)}


def test_an_enclave_is_a_neighbour():
    ring = QgsGeometry.fromWkt("POLYGON((0 0,9 0,9 9,0 9,0 0),(3 3,3 6,6 6,6 3,3 3))")
    assert neighbours([ring, box(3, 3, 6, 6)]) == {(0, 1): 12.0}


def test_multipolygons_with_z_and_missing_geometries_are_read():
    multi = QgsGeometry.fromWkt("MULTIPOLYGONZ(((0 0 1,5 0 1,5 5 1,0 5 1,0 0 1)),((9 0 1,14 0 1,14 5 1,9 5 1,9 0 1)))")
    assert neighbours([QgsGeometry(), multi, box(5, 0, 9, 5)]) == {(1, 2): 10.0}


def test_nothing_has_no_neighbours():
    edges, lengths = adjacency([])
    assert edges.shape == (0, 2)
    assert lengths.shape == (0,)


def test_it_can_be_cancelled():
    with pytest.raises(CancelledError):
        adjacency([box(0, 0, 1, 1)], is_cancelled=lambda: True)
