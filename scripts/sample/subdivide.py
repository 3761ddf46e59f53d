"""Cuts the faces between main streets into blocks, as towns grow: across the long side until all are small."""

from __future__ import annotations

from typing import Callable

import numpy as np

from .planar import PlanarMap, area
from .skeleton import OUTLINE, Sketch
from .zones import UNBUILT, ZONES, Zone

NEIGHBOURHOOD = 120_000.0  # square metres: below this a face gets its kind of neighbourhood
COLLECTOR = 90_000.0  # a street that cuts a larger face is a collector
MEET = 20.0  # metres: a street that ends this near to one from across meets it in a crossing
LEAST_EDGE = 26.0  # metres: no junction nearer to a corner than this
STRAIGHT_ON = 0.94  # cosine: a street that goes on so straight across a junction keeps its name
TRIES = 6

ZoneOf = Callable[[np.ndarray], str]


def subdivide(sketch: Sketch, zone_of: ZoneOf, rng: np.random.Generator) -> dict[int, int]:
    """Cut all faces into blocks; return for each face the number of its neighbourhood (streets there share a theme)."""
    plan = sketch.plan
    waiting = [(face, -1) for face, zone in plan.zone.items() if zone not in UNBUILT]
    theme: dict[int, int] = {}
    while waiting:
        face, neighbourhood = waiting.pop()
        polygon = plan.polygon(face)
        size = area(polygon)
        if plan.zone[face] == "offen" and size < NEIGHBOURHOOD:
            plan.zone[face] = zone_of(polygon.mean(axis=0))
        if neighbourhood < 0 and size < NEIGHBOURHOOD:
            neighbourhood = face
        theme[face] = neighbourhood
        if plan.zone[face] not in UNBUILT:
            other = _cut(sketch, face, polygon, size, rng)
            waiting += [] if other is None else [(face, neighbourhood), (other, neighbourhood)]
    return theme


def _cut(sketch: Sketch, face: int, polygon: np.ndarray, size: float, rng: np.random.Generator) -> int | None:
    """Cut a face that is too large in two and return the new one; else lay a dead end where the zone has some."""
    zone = ZONES.get(sketch.plan.zone[face], ZONES["siedlung"])
    axis, length, width = _box(polygon)
    if length > zone.length or width > zone.width:
        fits = length < 1.3 * zone.length and zone.width < width < 1.9 * zone.width
        if fits and rng.random() < zone.dead_ends:
            return _dead_end(sketch, face, polygon, axis, length)
        return _chord(sketch, face, polygon, axis if length > zone.length else _turned(axis), zone, rng)
    return None


def _chord(
    sketch: Sketch, face: int, polygon: np.ndarray, axis: np.ndarray, zone: Zone, rng: np.random.Generator
) -> int | None:
    """Lay a street through the face, at right angles to `axis` but for some irregularity."""
    crossings = [_crossing(polygon, axis, zone, rng) for _ in range(TRIES)]
    good = [crossing for crossing in crossings if crossing is not None]
    if not good:
        return None
    _, (i, p), (j, q) = max(good, key=lambda item: item[0])
    plan = sketch.plan
    ring = list(plan.faces[face])
    n = len(ring)
    start = plan.hang_node(ring[i], ring[(i + 1) % n], tuple(p), MEET)
    end = plan.hang_node(ring[j], ring[(j + 1) % n], tuple(q), MEET)
    if start == end or end in plan.neighbours[start]:
        return None
    street = _continued(sketch, start, end)
    if street is None:
        klass = "sammelstrasse" if abs(area(polygon)) > COLLECTOR else "wohnstrasse"
        street = sketch.new_street(klass, plan.zone[face])
    return plan.split_face(face, start, end, [], street)


def _crossing(
    polygon: np.ndarray, axis: np.ndarray, zone: Zone, rng: np.random.Generator
) -> tuple[float, tuple[int, np.ndarray], tuple[int, np.ndarray]] | None:
    """Return a random cut as (quality, (edge, point), (edge, point)); None if it comes too near to corners."""
    angle = rng.normal(0, zone.irregular)
    c, s = np.cos(angle), np.sin(angle)
    normal = np.array([c * axis[0] - s * axis[1], s * axis[0] + c * axis[1]])
    along = polygon @ normal
    share = 0.5 + rng.uniform(-0.5, 0.5) * (0.12 + zone.irregular)
    level = along.min() + share * (along.max() - along.min())
    after = np.roll(along, -1)
    edges = np.flatnonzero((along > level) != (after > level))
    if len(edges) < 2:
        return None
    t = (level - along[edges]) / (after[edges] - along[edges])
    points = polygon[edges] + t[:, None] * (np.roll(polygon, -1, axis=0)[edges] - polygon[edges])
    order = np.argsort(points @ _turned(normal))
    pairs = list(zip(order[::2], order[1::2]))
    first, second = max(pairs, key=lambda pair: float(np.hypot(*(points[pair[0]] - points[pair[1]]))))
    corners = polygon[_is_corner(polygon)]
    room = min(_nearest(corners, points[first]), _nearest(corners, points[second]))
    if room < LEAST_EDGE or np.hypot(*(points[first] - points[second])) < LEAST_EDGE:
        return None
    quality = min(room, 60.0) - 40 * abs(angle) - 60 * abs(share - 0.5)
    return quality, (int(edges[first]), points[first]), (int(edges[second]), points[second])


def _continued(sketch: Sketch, start: int, end: int) -> int | None:
    """Return the street beyond an end that the new one simply continues, if there is one."""
    plan = sketch.plan
    for node, other in ((start, end), (end, start)):
        here = np.array(plan.points[node])
        ahead = _unit(np.array(plan.points[other]) - here)
        streets = [plan.street[min(node, n), max(node, n)] for n in plan.neighbours[node]]
        for neighbour, street in zip(plan.neighbours[node], streets):
            back = _unit(here - np.array(plan.points[neighbour]))
            local = sketch.streets[street].klass in ("wohnstrasse", "sammelstrasse") and street != OUTLINE
            if local and streets.count(street) == 1 and float(ahead @ back) > STRAIGHT_ON:
                return street if not _touches(plan, street, other) else None
    return None


def _touches(plan: PlanarMap, street: int, node: int) -> bool:
    """Tell whether a street already passes a node (continuing it there would close a loop)."""
    return any(plan.street[min(node, n), max(node, n)] == street for n in plan.neighbours[node])


def _dead_end(sketch: Sketch, face: int, polygon: np.ndarray, axis: np.ndarray, length: float) -> None:
    """Lay a dead end from the short side of a block along its middle."""
    plan, ring = sketch.plan, list(sketch.plan.faces[face])
    middle = polygon.mean(axis=0)
    side = polygon @ _turned(axis) - middle @ _turned(axis)
    after = np.roll(side, -1)
    n = len(ring)
    for i in np.flatnonzero((side > 0) != (after > 0)):
        a, b = ring[i], ring[(i + 1) % n]
        if plan.street[min(a, b), max(a, b)] == OUTLINE:
            continue
        t = side[i] / (side[i] - after[i])
        foot = polygon[i] + t * (polygon[(i + 1) % n] - polygon[i])
        if min(np.hypot(*(foot - polygon[i])), np.hypot(*(foot - polygon[(i + 1) % n]))) < LEAST_EDGE:
            continue
        node = plan.split_edge(a, b, tuple(foot))
        tip = foot + _unit(middle - foot) * 0.62 * length
        street = sketch.new_street("wohnstrasse", plan.zone[face])
        sketch.dead_ends.append((face, street, np.array([foot, tip]), node))
        return


def _box(polygon: np.ndarray) -> tuple[np.ndarray, float, float]:
    """Return the direction of the long side, length and width of the smallest box around a polygon."""
    sides = np.roll(polygon, -1, axis=0) - polygon
    units = sides / np.maximum(np.hypot(sides[:, 0], sides[:, 1]), 1e-9)[:, None]
    along = polygon @ units.T
    across = polygon @ np.column_stack([-units[:, 1], units[:, 0]]).T
    lengths, widths = np.ptp(along, axis=0), np.ptp(across, axis=0)
    best = int(np.argmin(lengths * widths))
    if lengths[best] >= widths[best]:
        return units[best], float(lengths[best]), float(widths[best])
    return _turned(units[best]), float(widths[best]), float(lengths[best])


def _is_corner(polygon: np.ndarray) -> np.ndarray:
    """Tell at which vertices the outline turns by more than 30 degrees."""
    before, after = polygon - np.roll(polygon, 1, axis=0), np.roll(polygon, -1, axis=0) - polygon
    cosine = (before * after).sum(axis=1) / (np.hypot(*before.T) * np.hypot(*after.T) + 1e-9)
    return cosine < 0.87


def _nearest(points: np.ndarray, point: np.ndarray) -> float:
    return float(np.hypot(*(points - point).T).min()) if len(points) else 1e9


def _unit(vector: np.ndarray) -> np.ndarray:
    return vector / max(float(np.hypot(*vector)), 1e-9)


def _turned(vector: np.ndarray) -> np.ndarray:
    return np.array([-vector[1], vector[0]])
