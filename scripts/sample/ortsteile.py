"""Borders: Ortsteile by the main streets of the town and the middle lines between villages, inside their commune."""

from __future__ import annotations

import numpy as np
from osgeo import ogr

from .plan import Commune, Settlement
from .planar import inside
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
    commune: ogr.Geometry, parts: list[tuple[str, np.ndarray]], lines: list[np.ndarray], warp: Warp
) -> list[tuple[str, ogr.Geometry]]:
    """Return (code, polygon) of the Ortsteile on the ground: a tiling of the commune.

    The commune is cut along the border lines (plan coordinates) once, so that neighbours share their border exactly;
    each piece goes to the first part of the plan in which it lies.
    """
    cut = commune.Boundary()
    for xy in lines:
        cut = cut.Union(_line(warp.line(xy, STEP)))
    faces = cut.Polygonize()
    pieces: dict[str, ogr.Geometry] = {code: ogr.Geometry(ogr.wkbMultiPolygon) for code, _ in parts}
    for face in (faces.GetGeometryRef(i) for i in range(faces.GetGeometryCount())):
        place = face.PointOnSurface()
        if not commune.Contains(place):
            continue
        probe = warp.unbent(np.array([[place.GetX(), place.GetY()]]))
        code = next((code for code, polygon in parts[:-1] if inside(probe, polygon)[0]), parts[-1][0])
        pieces[code].AddGeometry(face)
    return [(code, piece.UnionCascaded()) for code, piece in pieces.items()]


def border_lines(commune: Commune, sketches: dict[str, Sketch]) -> list[np.ndarray]:
    """Return the plan lines along which the Ortsteile of a commune may meet, each of them once."""
    lines = []
    for index, settlement in enumerate(commune.settlements):
        for other in commune.settlements[index + 1 :]:
            point, normal = _middle(settlement, other, sketches)
            along = FAR * np.array([-normal[1], normal[0]])
            lines.append(np.array([point - along, point + along]))
    sketch = sketches[commune.settlements[0].key]
    if sketch.core is not None:
        lines += [np.vstack([sketch.core, sketch.core[:1]]), *(_lengthened(ray) for ray in sketch.rays.values())]
    return lines


def to_polygon(xy: np.ndarray) -> ogr.Geometry:
    """Return a ring of coordinates (n, 2) as a polygon."""
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in xy:
        ring.AddPoint_2D(float(x), float(y))
    ring.CloseRings()
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon


def _lengthened(ray: np.ndarray) -> np.ndarray:
    """Return a ray that begins a little before the main street, so that it surely meets it when both are bent."""
    way = ray[0] - ray[1]
    return np.vstack([ray[0] + 5.0 * way / np.hypot(*way), ray])


def _line(xy: np.ndarray) -> ogr.Geometry:
    line = ogr.Geometry(ogr.wkbLineString)
    for x, y in xy.tolist():
        line.AddPoint_2D(x, y)
    return line


def _wedge(sketch: Sketch, first: str, second: str, angle: dict[str, float]) -> np.ndarray:
    """Return the sector from one main road counter-clockwise to the next."""
    turn = (angle[second] - angle[first]) % (2 * np.pi)
    between = angle[first] + np.arange(1, 8) / 8 * turn
    arc = sketch.settlement.centre + 1.5 * FAR * np.column_stack([np.cos(between), np.sin(between)])
    sides = [
        np.vstack([*sketch.approaches.get(key, [sketch.settlement.centre]), sketch.rays[key]])
        for key in (first, second)
    ]
    return np.vstack([sides[0], arc, sides[1][::-1]])


def _gap(angle: dict[str, float], keys: list[str], index: int) -> float:
    return float((angle[keys[(index + 1) % len(keys)]] - angle[keys[index]]) % (2 * np.pi))


def _cell(settlement: Settlement, commune: Commune, sketches: dict[str, Sketch]) -> np.ndarray:
    """Return the surroundings of a village: nearer to its edge than to the edge of the commune's other places."""
    polygon = _box(settlement.centre)
    for other in commune.settlements:
        if other is not settlement:
            polygon = _clipped(polygon, *_middle(settlement, other, sketches))
    return polygon


def _middle(one: Settlement, other: Settlement, sketches: dict[str, Sketch]) -> tuple[np.ndarray, np.ndarray]:
    """Return a point of the border between two settlements, as far from the edge of either, and the way across it."""
    way = other.centre - one.centre
    distance = float(np.hypot(*way))
    reach = (distance + sketches[one.key].radius - sketches[other.key].radius) / 2
    return one.centre + way / distance * reach, way / distance


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
