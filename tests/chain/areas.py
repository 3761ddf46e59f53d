"""What must hold for areas of any run: checked with GEOS on the stored polygons."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from chain.outcome import Outcome, setting, warnings
from osgeo import ogr

SQUARE_METRE = 1.0


def containing(points: list[ogr.Geometry], polygons: list[ogr.Geometry]) -> tuple[np.ndarray, np.ndarray]:
    """Return for each point how many polygons hold it inside, and how many touch it at all."""
    x, y = (np.array([get(point) for point in points]) for get in (ogr.Geometry.GetX, ogr.Geometry.GetY))
    inside, touching = np.zeros(len(points), dtype=int), np.zeros(len(points), dtype=int)
    for polygon in polygons:
        prepared = polygon.CreatePreparedGeometry()
        west, east, south, north = polygon.GetEnvelope()
        for number in np.flatnonzero((x >= west) & (x <= east) & (y >= south) & (y <= north)):
            inside[number] += prepared.Contains(points[number])
            touching[number] += prepared.Intersects(points[number])
    return inside, touching


def assert_every_address_in_exactly_one(outcome: Outcome, layer: str) -> None:
    """An address inside one polygon is inside no other; one on a border touches at least one."""
    addresses = outcome.shapes("adressen")
    polygons = [shape for _, shape in outcome.shapes(layer)]
    inside, touching = containing([point for _, point in addresses], polygons)
    wrong = np.flatnonzero((inside > 1) | (touching == 0) | ((inside == 1) & (touching > 1)))
    assert not len(wrong), f"{layer}: {[addresses[number][0]['adresse_id'] for number in wrong[:5]]}"


def assert_no_gap_and_no_overlap(shapes: Iterable[ogr.Geometry], whole: ogr.Geometry | None = None) -> None:
    """The sum of the sizes is the size of the union, and of `whole`."""
    shapes = list(shapes)
    total = sum(shape.Area() for shape in shapes)
    union = union_of(shapes)
    assert abs(total - union.Area()) < SQUARE_METRE, f"overlap of {total - union.Area():.1f} m²"
    if whole is not None:
        assert union.SymDifference(whole).Area() < SQUARE_METRE


def union_of(shapes: Iterable[ogr.Geometry]) -> ogr.Geometry:
    collection = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes:
        for number in range(shape.GetGeometryCount() if shape.GetGeometryName() == "MULTIPOLYGON" else 0):
            collection.AddGeometry(shape.GetGeometryRef(number))
        if shape.GetGeometryName() == "POLYGON":
            collection.AddGeometry(shape)
    return collection.UnionCascaded()


def assert_one_part_each(outcome: Outcome, layer: str, level: str) -> None:
    """An area is one polygon, or the log of its delineation names it."""
    told = warnings(outcome.delineation_log(level))
    for row, shape in outcome.shapes(layer):
        parts = shape.GetGeometryCount() if shape.GetGeometryName() == "MULTIPOLYGON" else 1
        assert parts == 1 or row["gebiet"] in told, f"{row['gebiet']} has {parts} parts"


def assert_bounds_held_or_named(outcome: Outcome, layer: str, level: str) -> None:
    """Every area has inhabitants within the bounds of its run, or the log names it."""
    log = outcome.delineation_log(level)
    low, high = (float(setting(log, name)) for name in ("MIN_POPULATION", "MAX_POPULATION"))
    areas = outcome.table(layer)
    outside = areas[(areas["einwohner"] < low) | (areas["einwohner"] > high)]
    told = warnings(log)
    unnamed = [code for code in outside["gebiet"] if code not in told]
    assert not unnamed, f"outside {low:g} to {high:g} and not in the log: {unnamed}"


def children_of(outcome: Outcome) -> dict[str, list[tuple[dict, ogr.Geometry]]]:
    """Return the rows of `gebiete` by the code of the area above."""
    children: dict[str, list[tuple[dict, ogr.Geometry]]] = {}
    for row, shape in outcome.shapes("gebiete"):
        if row["uebergeordnet"]:
            children.setdefault(row["uebergeordnet"], []).append((row, shape))
    return children


def assert_levels_nest(outcome: Outcome, levels: tuple[str, ...]) -> None:
    """Each area's children are of the next level, cover it exactly and have its inhabitants; codes go by commune."""
    areas = {row["gebiet"]: (row, shape) for row, shape in outcome.shapes("gebiete")}
    children = children_of(outcome)
    assert set(children) <= set(areas)
    assert {row["ebene"] for row, _ in areas.values()} == set(levels)
    for code, (row, shape) in areas.items():
        depth = levels.index(row["ebene"])
        assert bool(row["uebergeordnet"]) == (depth > 0), code
        if depth == len(levels) - 1:
            assert code not in children
            continue
        below = children[code]
        assert {child["ebene"] for child, _ in below} == {levels[depth + 1]}, code
        assert_no_gap_and_no_overlap([part for _, part in below], shape)
        assert sum(child["einwohner"] for child, _ in below) == row["einwohner"], code
        assert sum(child["adressen"] for child, _ in below) == row["adressen"], code
        if row["ebene"] in ("gemeinde", "sozialraum"):
            assert all(child["gebiet"].startswith(row["gemeinde"]) for child, _ in below), code
