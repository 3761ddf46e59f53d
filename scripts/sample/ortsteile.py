"""Borders: Ortsteile by the main streets of the town and the middle lines between villages, inside their commune."""

from __future__ import annotations

import numpy as np
from osgeo import ogr

from .plan import Commune, Settlement
from .skeleton import FAR, Sketch
from .terrain import Warp

STEP = 40.0


def plan_polygons(commune: Commune, sketches: dict[str, Sketch]) -> list[tuple[str, np.ndarray]]:
    """Return (code, plan polygon) of all Ortsteile of a commune; where two overlap, the first one has the place."""
    main = commune.settlements[0]
    villages = [
        (settlement.parts[0].code, _cell(settlement, commune, sketches)) for settlement in commune.settlements[1:]
    ]
    sketch = sketches[main.key]
    if sketch.core is None:
        return [*villages, (main.parts[0].code, _box(main.centre))]
    wedges = town_polygons(sketch)
    return [*villages, *wedges]


def town_polygons(sketch: Sketch) -> list[tuple[str, np.ndarray]]:
    """Return (code, plan polygon) of a town's core and of its sectors between main roads, counter-clockwise."""
    codes = [part.code for part in sketch.settlement.parts]
    centre = sketch.settlement.centre
    angle = {key: float(np.arctan2(*(ray[-1] - centre)[::-1])) % (2 * np.pi) for key, ray in sketch.rays.items()}
    keys = sorted(angle, key=angle.__getitem__)
    while len(keys) > len(codes) - 1:
        gaps = [_gap(angle, keys, index) + _gap(angle, keys, index - 1) for index in range(len(keys))]
        keys.pop(int(np.argmin(gaps)))
    polygons = [(codes[0], sketch.core)]
    for index, key in enumerate(keys):
        following = keys[(index + 1) % len(keys)]
        polygons.append((codes[index + 1], _wedge(sketch, key, following, angle)))
    return polygons


def ground_polygons(
    commune: ogr.Geometry, parts: list[tuple[str, np.ndarray]], warp: Warp
) -> list[tuple[str, ogr.Geometry]]:
    """Return (code, polygon) of the Ortsteile on the ground: a tiling of the commune."""
    rest, result = commune.Clone(), []
    for code, polygon in parts[:-1]:
        cell = to_polygon(warp.line(np.vstack([polygon, polygon[:1]]), STEP)).Buffer(0)
        result.append((code, _by_size(rest.Intersection(cell))[0]))
        rest = rest.Difference(result[-1][1])
    last, *scraps = _by_size(rest)
    result.append((parts[-1][0], last))
    for scrap in (scrap for scrap in scraps if scrap.GetArea() > 1.0):
        around = scrap.Buffer(0.5)
        index = max(range(len(result)), key=lambda i: result[i][1].Intersection(around).GetArea())
        result[index] = (result[index][0], _by_size(result[index][1].Union(scrap))[0])
    return result


def to_polygon(xy: np.ndarray) -> ogr.Geometry:
    """Return a ring of coordinates (n, 2) as a polygon."""
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in xy:
        ring.AddPoint_2D(float(x), float(y))
    ring.CloseRings()
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon


def _by_size(geometry: ogr.Geometry) -> list[ogr.Geometry]:
    """Return the polygons of a geometry, the largest first."""
    if ogr.GT_Flatten(geometry.GetGeometryType()) == ogr.wkbPolygon:
        return [geometry]
    parts = [geometry.GetGeometryRef(i).Clone() for i in range(geometry.GetGeometryCount())]
    polygons = [part for part in parts if ogr.GT_Flatten(part.GetGeometryType()) == ogr.wkbPolygon]
    return sorted(polygons, key=lambda part: -part.GetArea())


def _wedge(sketch: Sketch, first: str, second: str, angle: dict[str, float]) -> np.ndarray:
    """Return the sector from one main road counter-clockwise to the next."""
    turn = (angle[second] - angle[first]) % (2 * np.pi)
    between = angle[first] + np.arange(1, 8) / 8 * turn
    arc = sketch.settlement.centre + 1.5 * FAR * np.column_stack([np.cos(between), np.sin(between)])
    return np.vstack([sketch.rays[first], arc, sketch.rays[second][::-1][:-1]])


def _gap(angle: dict[str, float], keys: list[str], index: int) -> float:
    return float((angle[keys[(index + 1) % len(keys)]] - angle[keys[index]]) % (2 * np.pi))


def _cell(settlement: Settlement, commune: Commune, sketches: dict[str, Sketch]) -> np.ndarray:
    """Return the surroundings of a village: nearer to its edge than to the edge of the commune's other places."""
    polygon = _box(settlement.centre)
    for other in commune.settlements:
        if other is not settlement:
            way = other.centre - settlement.centre
            distance = float(np.hypot(*way))
            reach = (distance + sketches[settlement.key].radius - sketches[other.key].radius) / 2
            polygon = _clipped(polygon, settlement.centre + way / distance * reach, way)
    return polygon


def _clipped(polygon: np.ndarray, point: np.ndarray, normal: np.ndarray) -> np.ndarray:
    """Return the part of a convex polygon behind a line through `point`."""
    side = (polygon - point) @ normal
    kept = []
    for a, b, x, y in zip(polygon, np.roll(polygon, -1, axis=0), side, np.roll(side, -1)):
        if x <= 0:
            kept.append(a)
        if (x < 0) != (y < 0):
            kept.append(a + x / (x - y) * (b - a))
    return np.array(kept)


def _box(centre: np.ndarray) -> np.ndarray:
    return centre + FAR * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
