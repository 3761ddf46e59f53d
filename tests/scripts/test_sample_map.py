"""The sample's map: addresses in their commune, noded streets, closed blocks, numbers on their sides."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from osgeo import ogr
from sample_runs import coordinates

CLASSES = {"autobahn", "hauptstrasse", "sammelstrasse", "wohnstrasse", "weg"}


@pytest.fixture(scope="module")
def streets(read_layer) -> list[tuple[ogr.Geometry, dict]]:
    return read_layer("strassen")


def point(x: float, y: float) -> ogr.Geometry:
    geometry = ogr.Geometry(ogr.wkbPoint)
    geometry.AddPoint_2D(x, y)
    return geometry


def test_every_address_lies_in_its_commune_and_ortsteil(read_layer, gebref):
    communes = {row["gebiet"]: geometry for geometry, row in read_layer("gemeinden")}
    parts = {row["gebiet"]: geometry for geometry, row in read_layer("ortsteile")}
    for row in gebref.itertuples():
        place = point(row.ost, row.nord)
        assert communes[row.ags].Contains(place)
        assert parts[row.ags + row.ottschl[-2:]].Contains(place)


def test_communes_and_ortsteile_tile_the_kreis(read_layer):
    communes = read_layer("gemeinden")
    whole = communes[0][0]
    for geometry, _ in communes[1:]:
        whole = whole.Union(geometry)
    assert whole.GetGeometryName() == "POLYGON" and whole.GetGeometryCount() == 1
    total = sum(geometry.GetArea() for geometry, _ in communes)
    assert whole.GetArea() == pytest.approx(total, rel=1e-9)
    assert sum(geometry.GetArea() for geometry, _ in read_layer("ortsteile")) == pytest.approx(total, rel=1e-5)


def test_borders_are_not_rectangles(read_layer):
    for geometry, _ in read_layer("gemeinden"):
        box = np.ptp(coordinates(geometry), axis=0)
        assert geometry.GetArea() < 0.93 * box[0] * box[1] and len(coordinates(geometry)) > 100


def test_streets_are_noded_and_few_end_blind(streets):
    assert {row["klasse"] for _, row in streets} == CLASSES
    inner = [geometry for geometry, row in streets if row["strassenschluessel"]]
    degree = Counter(geometry.GetPoint_2D(i) for geometry, _ in streets for i in (0, geometry.GetPointCount() - 1))
    ends = [geometry.GetPoint_2D(i) for geometry in inner for i in (0, geometry.GetPointCount() - 1)]
    blind = sum(degree[end] == 1 for end in ends)
    assert 0 < blind < 0.12 * len(ends)


def test_blocks_close(streets, gebref):
    lines = ogr.Geometry(ogr.wkbMultiLineString)
    for geometry, _ in streets:
        lines.AddGeometry(geometry)
    faces = lines.Polygonize()
    blocks = [faces.GetGeometryRef(i) for i in range(faces.GetGeometryCount())]
    assert 60 < len(blocks) < 200
    assert 0.4 < np.median([block.GetArea() for block in blocks]) / 10_000 < 2.5
    every = ogr.ForceToMultiPolygon(faces).CreatePreparedGeometry()
    inside = sum(every.Contains(point(row.ost, row.nord)) for row in gebref.itertuples())
    assert inside == len(gebref)


def test_odd_numbers_are_left_and_even_ones_right(streets, gebref):
    lines: dict[tuple[str, str], list[np.ndarray]] = {}
    for geometry, row in streets:
        lines.setdefault((row["strassenschluessel"], row["name"]), []).append(coordinates(geometry))
    right_side, told = 0, 0
    for row in gebref[gebref["hnr"] != ""].itertuples():
        turn = _turn(np.array([row.ost, row.nord]), lines[row.strschl, row.str])
        right_side += (turn > 0) == (int(row.hnr) % 2 == 1)
        told += 1
    assert right_side / told > 0.985


def _turn(place: np.ndarray, lines: list[np.ndarray]) -> float:
    """Return the distance from the nearest segment of a street, positive on its left."""
    best = (np.inf, 0.0)
    for line in lines:
        start, way = line[:-1], np.diff(line, axis=0)
        t = np.clip(((place - start) * way).sum(axis=1) / (way**2).sum(axis=1), 0, 1)
        rest = place - start - t[:, None] * way
        distance = np.hypot(rest[:, 0], rest[:, 1])
        i = int(np.argmin(distance))
        if distance[i] < best[0]:
            best = (distance[i], float(way[i, 0] * rest[i, 1] - way[i, 1] * rest[i, 0]))
    return best[1]


def test_houses_are_of_their_types_and_stand_apart(read_layer):
    houses = read_layer("gebaeude")
    size = {"efh": (70, 170), "rh": (55, 95), "hochhaus": (280, 560)}
    for geometry, row in houses:
        low, high = size.get(row["typ"], (60, 3500))
        assert low < geometry.GetArea() < high, row
        assert 1700 < row["baujahr"] <= 2025 and row["geschosse"] >= 1
        assert (row["wohnungen"] > 0) == (row["typ"] != "gewerbe")
    outlines = np.array([coordinates(geometry)[:4].mean(axis=0) for geometry, _ in houses])
    gaps = [np.sort(np.hypot(*(outlines - middle).T))[1] for middle in outlines]
    assert min(gaps) > 4.0 and 8 < np.median(gaps) < 25


def test_river_railway_and_motorway_cross_the_kreis(read_layer, streets):
    whole = read_layer("gemeinden")[0][0]
    assert read_layer("gewaesser")[0][0].Intersects(whole)
    assert read_layer("bahn")[0][0].Crosses(whole)
    assert any(row["klasse"] == "autobahn" for _, row in streets)
    banks = read_layer("gewaesser")[0][0]
    crossing = {row["klasse"] for geometry, row in streets if geometry.Crosses(banks) and row["strassenschluessel"]}
    assert crossing <= {"hauptstrasse", "sammelstrasse"}


def test_facilities_have_kinds_names_and_places(read_layer):
    rows = [row for _, row in read_layer("einrichtungen")]
    assert {row["art"] for row in rows} == {"kita", "schule", "haltestelle", "arzt", "jugendtreff", "senioren"}
    assert all(row["plaetze"] >= 20 for row in rows if row["art"] == "kita")
    assert all(row["name"] and len(row["gemeinde"]) == 8 for row in rows)
