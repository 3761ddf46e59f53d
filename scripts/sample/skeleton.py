"""The bones of a settlement: outline, river and railway with the streets beside them, radial and ring main streets."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .plan import Settlement
from .planar import PlanarMap, area, inside, walks
from .terrain import blob, densified, offset_line

OUTLINE, FIRST_STREET = 0, 1
RIVER_HALF, RAILWAY_HALF = 36.0, 20.0  # metres from the middle to the streets beside
FAR = 45_000.0  # metres: beyond every commune
RINGS = {"town": (0.20, 0.58), "small_town": (), "village": ()}  # shares of the radius


@dataclass
class Street:
    """A street of the plan: class, what it is (for its name) and, for roads out of town, where it leads."""

    klass: str
    role: str
    target: str = ""


@dataclass
class Sketch:
    """A settlement being drawn: its planar map, streets, main roads outwards (`rays`) and dead ends.

    A ray begins on the main street; its approach leads there from the middle. All lines are in plan coordinates.
    """

    settlement: Settlement
    radius: float
    plan: PlanarMap
    streets: dict[int, Street]
    gates: dict[str, np.ndarray] = field(default_factory=dict)
    rays: dict[str, np.ndarray] = field(default_factory=dict)
    approaches: dict[str, np.ndarray] = field(default_factory=dict)
    core: np.ndarray | None = None
    dead_ends: list[tuple[int, int, np.ndarray, int]] = field(default_factory=list)  # face, street, line, node

    def new_street(self, klass: str, role: str, target: str = "") -> int:
        """Register a street and return its number."""
        number = len(self.streets)
        self.streets[number] = Street(klass, role, target)
        return number


def draw_skeleton(
    settlement: Settlement,
    radius: float,
    bearings: dict[str, float],
    river: np.ndarray,
    railway: np.ndarray,
    rng: np.random.Generator,
) -> Sketch:
    """Return the sketch of a settlement whose roads leave at the given bearings (target -> radians)."""
    outline = blob(settlement.centre, radius, rng, 48 if settlement.kind == "town" else 28)
    plan = PlanarMap(outline, OUTLINE, "offen")
    sketch = Sketch(settlement, radius, plan, {OUTLINE: Street("weg", "rand")})
    _corridor(sketch, river, RIVER_HALF, "fluss")
    _corridor(sketch, railway, RAILWAY_HALF, "bahn")
    _radials(sketch, bearings, rng)
    for share in RINGS[settlement.kind]:
        _ring(sketch, share * radius, rng)
    if sketch.core is not None:
        _name_inner_streets(sketch)
    return sketch


def _corridor(sketch: Sketch, line: np.ndarray, half: float, zone: str) -> None:
    """Lay a street on each side of a river or railway that crosses the settlement; the strip between stays free."""
    near = np.hypot(*(line - sketch.settlement.centre).T) < 1.6 * sketch.radius
    if near.sum() < 3 or not inside(line[near], sketch.plan.polygon(0)).any():
        return
    cut = line[np.flatnonzero(near)[0] : np.flatnonzero(near)[-1] + 1]
    for side in (1.0, -1.0):
        sketch.plan.carve(offset_line(cut, side * half), sketch.new_street("wohnstrasse", zone))
    middle = densified(cut, 6.0)
    for face in sketch.plan.faces:
        if np.hypot(*(middle - _inner_point(sketch.plan.polygon(face))).T).min() < half:
            sketch.plan.zone[face] = zone


def _radials(sketch: Sketch, bearings: dict[str, float], rng: np.random.Generator) -> None:
    """Lay the main street through the place and the roads that branch off it."""
    centre, plan = sketch.settlement.centre, sketch.plan
    order = sorted(bearings)
    first, second = _through_road(order, bearings)
    far = 1.6 * sketch.radius
    ends = [centre + far * _unit(angle) for angle in (first[1], second[1])]
    street = sketch.new_street("hauptstrasse", "haupt", second[0] or first[0])
    nodes = plan.carve(np.array([ends[0], centre, ends[1]]), street)
    for (key, angle), node in ((first, nodes[0]), (second, nodes[-1])):
        if key:
            sketch.gates[key] = np.array(plan.points[node])
            arm = [plan.points[n] for n in nodes if _turn(_bearing(plan.points[n] - centre) - angle) < np.pi / 2]
            arm.sort(key=lambda point: float(np.hypot(*(point - centre))))
            sketch.rays[key] = np.array([centre, *arm, centre + FAR * _unit(angle)])
    for rank, key in enumerate(key for key in order if key not in (first[0], second[0])):
        _branch(sketch, key, bearings[key], (first[1], second[1]), 35.0 + 45.0 * rank + rng.uniform(0, 15))
    if sketch.settlement.kind == "village" and len(bearings) < 3:
        _branch(sketch, "", first[1] + np.pi / 2 * rng.choice([-1, 1]), (first[1], second[1]), 30.0)


def _through_road(order: list[str], bearings: dict[str, float]) -> tuple[tuple[str, float], tuple[str, float]]:
    """Return the two roads (target, bearing) that make the main street: the straightest pair, or one and its mirror."""
    pairs = [(a, b) for i, a in enumerate(order) for b in order[i + 1 :]]
    straight = [pair for pair in pairs if _turn(bearings[pair[0]] - bearings[pair[1]]) > 2.2]
    if not straight:
        return (order[0], bearings[order[0]]), ("", bearings[order[0]] + np.pi)
    a, b = max(straight, key=lambda pair: _turn(bearings[pair[0]] - bearings[pair[1]]))
    return (a, bearings[a]), (b, bearings[b])


def _branch(sketch: Sketch, key: str, bearing: float, arms: tuple[float, float], offset: float) -> None:
    """Lay a road from the main street, `offset` metres beside the middle, out of the place."""
    centre, plan = sketch.settlement.centre, sketch.plan
    arm = min(arms, key=lambda angle: _turn(angle - bearing))
    outer = centre + 1.6 * sketch.radius * _unit(bearing)
    if _turn(arm - bearing) < 0.45:  # too close to the main street: it leaves it further out
        offset += 0.45 * sketch.radius
    origin = centre + offset * _unit(arm)
    edge = _nearest_edge(plan, origin, sketch)
    start = plan.hang_node(*edge, tuple(_on_edge(plan, edge, origin)))
    kind = "hauptstrasse" if key else "sammelstrasse"
    street = sketch.new_street(kind, "radial", key)
    nodes = plan.carve(np.array([plan.points[start], outer]), street, start=start)
    if key:
        sketch.gates[key] = np.array(plan.points[nodes[-1]])
        sketch.approaches[key] = np.array(_along_main_street(sketch, plan.points[start]))
        sketch.rays[key] = np.array([*(plan.points[node] for node in nodes), centre + FAR * _unit(bearing)])


def _along_main_street(sketch: Sketch, point: tuple[float, float]) -> list[np.ndarray]:
    """Return the bends of the main street from the middle to the foot of a branch."""
    centre = sketch.settlement.centre
    bearing, reach = _bearing(point - centre), float(np.hypot(*(point - centre)))
    ray = min(sketch.rays.values(), key=lambda line: _turn(_bearing(line[-1] - centre) - bearing))
    if _turn(_bearing(ray[-1] - centre) - bearing) > 0.3:  # the arm beyond leads nowhere and is no ray
        return [centre]
    return [bend for bend in ray[:-1] if np.hypot(*(bend - centre)) < reach - 0.01]


def _ring(sketch: Sketch, radius: float, rng: np.random.Generator) -> None:
    """Lay a ring street around the centre; the first one encloses the old core."""
    line = blob(sketch.settlement.centre, radius, rng, 24)
    street = sketch.new_street("hauptstrasse", "ring")
    sketch.plan.carve(line, street, closed=True)
    if sketch.core is None:
        sketch.core = _closed_line(sketch.plan, street, line)
        for face in sketch.plan.faces:
            if inside(_inner_point(sketch.plan.polygon(face))[None], sketch.core)[0]:
                sketch.plan.zone[face] = "altstadt"


def _closed_line(plan: PlanarMap, street: int, drawn: np.ndarray) -> np.ndarray:
    """Return the polygon that a ring street really encloses: here and there it took a node beside the drawn line."""
    walk = max(walks([edge for edge, number in plan.street.items() if number == street]), key=len)
    if walk[0] != walk[-1]:
        return drawn
    polygon = np.array([plan.points[node] for node in walk[:-1]])
    return polygon if area(polygon) > 0 else polygon[::-1]


def _name_inner_streets(sketch: Sketch) -> None:
    """Give the radials another street inside the old core: there they are shopping streets."""
    plan = sketch.plan
    inner: dict[int, int] = {}
    for edge, street in list(plan.street.items()):
        middle = np.mean([plan.points[node] for node in edge], axis=0)
        if sketch.streets[street].role in ("haupt", "radial") and inside(middle[None], sketch.core)[0]:
            if street not in inner:
                inner[street] = sketch.new_street("sammelstrasse", "altstadt")
            plan.street[edge] = inner[street]


def _nearest_edge(plan: PlanarMap, point: np.ndarray, sketch: Sketch) -> tuple[int, int]:
    """Return the edge of the main street that is nearest to a point."""
    edges = [edge for edge, street in plan.street.items() if sketch.streets[street].role == "haupt"]
    return min(edges, key=lambda edge: float(np.hypot(*(_on_edge(plan, edge, point) - point))))


def _on_edge(plan: PlanarMap, edge: tuple[int, int], point: np.ndarray) -> np.ndarray:
    """Return the point of an edge that is nearest to a point."""
    a, b = (np.array(plan.points[node]) for node in edge)
    t = np.clip(np.dot(point - a, b - a) / np.dot(b - a, b - a), 0, 1)
    return a + t * (b - a)


def _inner_point(polygon: np.ndarray) -> np.ndarray:
    """Return a point inside a polygon: the middle of the widest of some cuts through it."""
    best, width = polygon.mean(axis=0), 0.0
    for y in np.quantile(polygon[:, 1], (0.31, 0.5, 0.69)) + 0.0137:
        a, b = polygon, np.roll(polygon, -1, axis=0)
        hit = (a[:, 1] > y) != (b[:, 1] > y)
        x = np.sort(a[hit, 0] + (y - a[hit, 1]) * (b[hit, 0] - a[hit, 0]) / (b[hit, 1] - a[hit, 1]))
        for left, right in zip(x[::2], x[1::2]):
            if right - left > width:
                best, width = np.array([(left + right) / 2, y]), right - left
    return best


def _bearing(vector: np.ndarray) -> float:
    return float(np.arctan2(vector[1], vector[0]))


def _unit(angle: float) -> np.ndarray:
    return np.array([np.cos(angle), np.sin(angle)])


def _turn(angle: float) -> float:
    """Return the size of an angle between 0 and pi."""
    return abs((angle + np.pi) % (2 * np.pi) - np.pi)
