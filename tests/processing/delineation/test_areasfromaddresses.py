"""Areas from addresses: exact on a drawn grid, invariants on a real town, there and back, bad input."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsVectorLayer

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

DATA = Path(os.environ.get("SOZIALRAUM_DATA", Path(__file__).parents[4] / "shared" / "data"))
TOWN = DATA / "kaiserslautern" / "osm.gpkg"
FRAME = "POLYGON((0 0, 200 0, 200 100, 0 100, 0 0))"
KINDS = {"gebiet": Kind.TEXT, "strasse": Kind.TEXT, "hausnummer": Kind.INTEGER}


def addresses(*places):
    """Each place is x, y (None: no point) and the code of its area."""
    rows = [{"gebiet": code, "strasse": "Weg", "hausnummer": n + 1} for n, (_, _, code) in enumerate(places)]
    wkts = ["" if x is None else f"POINT({x} {y})" for x, y, _ in places]
    return memory_layer("Point", rows, KINDS, wkts, "EPSG:25832", "addresses")


def polygon_layer(*wkts):
    return memory_layer("Polygon", [{"n": ""}] * len(wkts), {"n": Kind.TEXT}, list(wkts), "EPSG:25832", "polygons")


def line_layer(*wkts):
    return memory_layer("LineString", [{"n": ""}] * len(wkts), {"n": Kind.TEXT}, list(wkts), "EPSG:25832", "lines")


def draw(**parameters):
    return run("areasfromaddresses", {"OUTPUT": "TEMPORARY_OUTPUT", "REPORT": "TEMPORARY_OUTPUT", **parameters})[0]


def by_code(layer):
    return {feature["gebiet"]: feature.geometry() for feature in layer.getFeatures()}


def check_partition(polygons, area):
    assert all(polygon.isGeosValid() for polygon in polygons)
    assert sum(polygon.area() for polygon in polygons) == pytest.approx(area, rel=1e-7)
    assert QgsGeometry.unaryUnion(list(polygons)).area() == pytest.approx(area, rel=1e-7)


def check_own(polygons, layer, field="gebiet"):
    """Every address lies in the polygon of its area or on its edge."""
    engines = {code: QgsGeometry.createGeometryEngine(polygon.constGet()) for code, polygon in polygons.items()}
    for engine in engines.values():
        engine.prepareGeometry()
    wrong = [f.id() for f in layer.getFeatures() if not engines[f[field]].intersects(f.geometry().constGet())]
    assert wrong == []


def test_the_border_runs_on_the_street():
    layer = addresses((70, 50, "A"), (170, 50, "B"))
    result = draw(ADDRESSES=layer, STREETS=line_layer("LINESTRING(80 -10, 80 110)"), BOUNDARY=polygon_layer(FRAME))
    table = table_of(result["OUTPUT"])
    assert table["gebiet"].tolist() == ["A", "B"]
    assert table["flaeche"].tolist() == [8_000, 12_000]
    assert table["teile"].tolist() == table["adressen"].tolist() == [1, 1]
    assert len(table_of(result["REPORT"])) == 0


def test_without_a_street_the_border_runs_midway():
    result = draw(ADDRESSES=addresses((70, 50, "A"), (170, 50, "B")), BOUNDARY=polygon_layer(FRAME))
    assert table_of(result["OUTPUT"])["flaeche"].tolist() == pytest.approx([12_000, 8_000])


def test_an_empty_block_joins_the_longest_border():
    blocks = [f"POLYGON(({x} 0, {x} 100, {e} 100, {e} 0, {x} 0))" for x, e in ((0, 90), (90, 110), (110, 200))]
    blocks[2] = "POLYGON((110 0, 110 60, 200 60, 200 0, 110 0))"
    result = draw(
        ADDRESSES=addresses((20, 50, "A"), (150, 30, "B")),
        BLOCKS=polygon_layer(*blocks),
        BOUNDARY=polygon_layer(FRAME),
    )
    assert by_code(result["OUTPUT"])["A"].area() == pytest.approx(11_000)
    check_partition(by_code(result["OUTPUT"]).values(), 20_000)


def test_an_address_across_the_street_is_a_part_of_its_own_area():
    layer = addresses((20, 50, "A"), (120, 20, "B"), (180, 20, "B"), (150, 80, "A"))
    result = draw(ADDRESSES=layer, STREETS=line_layer("LINESTRING(80 -10, 80 110)"), BOUNDARY=polygon_layer(FRAME))
    polygons = by_code(result["OUTPUT"])
    check_partition(polygons.values(), 20_000)
    check_own(polygons, layer)


def test_parts_are_reported_with_their_addresses():
    layer = addresses((20, 50, "A"), (100, 50, "B"), (180, 50, "A"), (181, 50, "A"))
    result = draw(ADDRESSES=layer, BOUNDARY=polygon_layer(FRAME))
    report = table_of(result["REPORT"])
    assert table_of(result["OUTPUT"])["teile"].tolist() == [2, 1]
    assert report["art"].tolist() == ["teil", "teil"]
    assert sorted(report["adressen"]) == [1, 2]


def test_what_cannot_be_used_is_reported():
    places = [(20, 50, "A"), (180, 50, "B"), (20, 50, "C"), (None, None, "A"), (30, 30, None), (900, 50, "D")]
    result = draw(ADDRESSES=addresses(*places), BOUNDARY=polygon_layer(FRAME))
    report = table_of(result["REPORT"]).set_index("art")
    assert report.loc[["widerspruch", "ohne_punkt", "ohne_gebiet", "ausserhalb"], "zeile"].tolist() == [3, 4, 5, 6]
    assert report.loc["gebiet_ohne_flaeche", "gebiet"].tolist() == ["C", "D"]
    assert table_of(result["OUTPUT"])["gebiet"].tolist() == ["A", "B"]


def test_an_island_of_the_boundary_without_addresses_goes_to_the_nearest():
    island = "POLYGON((300 0, 400 0, 400 100, 300 100, 300 0))"
    result = draw(ADDRESSES=addresses((20, 50, "A"), (180, 50, "B")), BOUNDARY=polygon_layer(FRAME, island))
    assert table_of(result["OUTPUT"])["teile"].tolist() == [1, 2]


def test_no_usable_address_and_a_missing_field_are_said():
    missing = {"ADDRESSES": addresses((1, 1, None)), "OUTPUT": "TEMPORARY_OUTPUT"}
    _, log, good = attempt("areasfromaddresses", missing)
    assert not good
    assert "addresses" in log
    _, _, good = attempt("areasfromaddresses", {**missing, "AREA_FIELD": "nothing"})
    assert not good


@pytest.mark.skipif(not TOWN.exists(), reason=f"no real data at {TOWN}")
@pytest.mark.parametrize("with_streets", [True, False])
def test_a_real_town(with_streets):
    source = QgsVectorLayer(f"{TOWN}|layername=adressen")
    features = list(source.getFeatures())
    points = np.array([(f.geometry().vertexAt(0).x(), f.geometry().vertexAt(0).y()) for f in features])
    codes = np.char.add(*(np.floor(points / 1_500).astype(int) % 10).astype(str).T)
    layer = addresses(*((*point, code) for point, code in zip(points.tolist(), codes.tolist())))
    streets = {"STREETS": f"{TOWN}|layername=strassen"} if with_streets else {}
    result = draw(ADDRESSES=layer, **streets)
    polygons = by_code(result["OUTPUT"])
    check_partition(polygons.values(), QgsGeometry.unaryUnion(list(polygons.values())).area())
    check_own(polygons, layer)
    assert not set(table_of(result["REPORT"])["art"]) & {"falsches_gebiet", "ausserhalb"}
    assert table_of(result["OUTPUT"])["adressen"].sum() + (
        table_of(result["REPORT"])["art"] == "widerspruch"
    ).sum() == len(points)


@pytest.mark.skipif(not TOWN.exists(), reason=f"no real data at {TOWN}")
def test_there_and_back_through_the_street_directory():
    source = f"{TOWN}|layername=adressen"
    box = QgsVectorLayer(source).extent()
    edges = np.linspace(box.xMinimum() - 10, box.xMaximum() + 10, 5)
    low, high = box.yMinimum() - 10, box.yMaximum() + 10
    wkts = [f"POLYGON(({w} {low}, {w} {high}, {e} {high}, {e} {low}, {w} {low}))" for w, e in zip(edges, edges[1:])]
    areas = memory_layer("Polygon", [{"gebiet": f"{n}"} for n in range(4)], {"gebiet": Kind.TEXT}, wkts, "EPSG:25832")
    names = {"ADDRESSES": source, "NUMBER_FIELD": "hausnr", "OUTPUT": "TEMPORARY_OUTPUT"}
    directory = run("streetdirectory", {**names, "AREAS": areas})[0]["OUTPUT"]
    assigned = run("assignbydirectory", {**names, "DIRECTORY": directory})[0]["OUTPUT"]
    result = draw(ADDRESSES=assigned, STREETS=f"{TOWN}|layername=strassen")
    polygons = by_code(result["OUTPUT"])
    assert sorted(polygons) == ["0", "1", "2", "3"]
    kinds = table_of(result["REPORT"])["art"]
    assert not set(kinds) & {"falsches_gebiet", "ausserhalb"}
    assert (kinds == "ohne_gebiet").sum() < 0.03 * assigned.featureCount()
    rows = set(table_of(result["REPORT"])["zeile"].dropna())
    used = [f for number, f in enumerate(assigned.getFeatures()) if number + 1 not in rows]
    assert all(polygons[f["gebiet"]].intersects(f.geometry()) for f in used)
