"""What lies between the settlements: river, railway, motorway, country roads and woods of one part of the Kreis."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import template
from .plan import Plan, Tile
from .randomness import stream
from .skeleton import Sketch
from .terrain import Warp, blob, densified, offset_line, spline

WATER_HALF = 15.0  # metres
WOODS = 9


@dataclass
class Country:
    """Ground lines and polygons (n, 2): roads are (name, class, line)."""

    railway: np.ndarray
    river: np.ndarray
    roads: list[tuple[str, str, np.ndarray]]
    woods: list[np.ndarray]


def centreline(tile: Tile, points: tuple[tuple[float, float], ...]) -> np.ndarray:
    """Return the plan line of a river or railway through a tile."""
    return densified(spline(tile.line(points)), 70.0)


def bearings(tile: Tile, key: str) -> dict[str, float]:
    """Return the directions (radians) in which roads leave a settlement, by what they lead to."""
    places = _places(tile)
    result = {}
    for first, second in _roads(tile):
        if key in (first, second):
            other = second if first == key else first
            way = places[other] - places[key]
            result[other] = float(np.arctan2(way[1], way[0]))
    return result


def draw_country(plan: Plan, tile: Tile, sketches: dict[str, Sketch], warp: Warp) -> Country:
    """Return the countryside around finished settlements."""
    river = centreline(tile, template.RIVER)
    half = WATER_HALF * (1 + 0.25 * np.sin(np.arange(len(river)) / 5.0))
    banks = np.vstack([offset_line(river, half), offset_line(river, -half)[::-1]])
    roads = [_road(tile, pair, sketches, warp) for pair in _roads(tile)]
    if tile.row == 0:
        roads.append(("A 999", "autobahn", warp.line(spline(tile.line(template.MOTORWAY)))))
    railway = warp.line(centreline(tile, template.RAILWAY))
    return Country(railway, warp.line(banks), roads, _woods(plan, tile, sketches, warp))


def _roads(tile: Tile) -> list[tuple[str, str]]:
    """Return the road links of a tile; only the southern row has the motorway."""
    return [pair for pair in template.ROADS if tile.row == 0 or "motorway" not in pair]


def _places(tile: Tile) -> dict[str, np.ndarray]:
    gates = {key: tile.place(position) for key, position in template.GATES.items()}
    gates["west"] = tile.line([template.GATES["west"]] * 2)[0]
    gates["east"] = tile.line([template.GATES["east"]] * 2)[-1]
    return {**gates, **{s.key: s.centre for commune in tile.communes for s in commune.settlements}}


def _road(tile: Tile, pair: tuple[str, str], sketches: dict[str, Sketch], warp: Warp) -> tuple[str, str, np.ndarray]:
    """Return the country road between two settlements, from outline to outline."""
    ends = [_end(tile, here, there, sketches) for here, there in (pair, pair[::-1])]
    return f"L {100 + template.ROADS.index(pair)}", "hauptstrasse", warp.line(np.array(ends))


def _end(tile: Tile, here: str, there: str, sketches: dict[str, Sketch]) -> np.ndarray:
    return sketches[here].gates[there] if here in sketches else _places(tile)[here]


def _woods(plan: Plan, tile: Tile, sketches: dict[str, Sketch], warp: Warp) -> list[np.ndarray]:
    """Return woods clear of settlements, river, railway and one another."""
    rng = stream(plan.seed, "woods", tile.number)
    lines = [centreline(tile, points) for points in (template.RIVER, template.RAILWAY)]
    taken: list[tuple[np.ndarray, float]] = [(s.settlement.centre, 1.35 * s.radius) for s in sketches.values()]
    woods = []
    for _ in range(200):
        centre = tile.place((rng.uniform(0.9, template.WIDTH - 0.9), rng.uniform(1.3, template.HEIGHT - 1.2)))
        radius = tile.scale * rng.uniform(0.22, 0.75)
        clear = all(np.hypot(*(centre - place)) > other + 1.3 * radius for place, other in taken)
        if clear and all(np.hypot(*(line - centre).T).min() > 1.25 * radius for line in lines):
            taken.append((centre, 1.25 * radius))
            outline = blob(centre, radius, rng)
            woods.append(warp.line(np.vstack([outline, outline[:1]]))[:-1])
        if len(woods) == WOODS:
            break
    return woods
