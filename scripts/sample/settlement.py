"""One settlement from bones to blocks: which kind of neighbourhood lies where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .plan import Settlement
from .skeleton import Sketch, draw_skeleton
from .subdivide import subdivide
from .terrain import SmoothField, Warp


@dataclass
class Land:
    """What the whole Kreis shares: the bending and the smooth fields."""

    warp: Warp
    patches: SmoothField
    social: SmoothField
    drift: SmoothField


def make_land(seed: int) -> Land:
    """Return the land of a seed."""
    return Land(
        Warp(seed),
        SmoothField(seed, "patches", 1500.0),
        SmoothField(seed, "social", 3200.0),
        SmoothField(seed, "drift", 2600.0),
    )


def draw_settlement(
    settlement: Settlement,
    radius: float,
    surroundings: tuple[dict[str, float], np.ndarray, np.ndarray],
    land: Land,
    rng: np.random.Generator,
) -> tuple[Sketch, dict[int, int]]:
    """Return the sketch of a settlement cut into blocks, and the neighbourhood of each face."""
    sketch = draw_skeleton(settlement, radius, *surroundings, rng)
    return sketch, subdivide(sketch, lambda point: _zone(sketch, point, land), rng)


def _zone(sketch: Sketch, point: np.ndarray, land: Land) -> str:
    """Return the kind of neighbourhood at a plan point, by distance from the middle, direction and chance."""
    settlement = sketch.settlement
    x, y = (point - settlement.centre) / sketch.radius
    distance, patch = float(np.hypot(x, y)), float(land.patches(point[None])[0])
    if settlement.kind == "village":
        return "dorfkern" if distance < 0.42 else ("neubau" if patch > 0.9 else "efh")
    if settlement.kind == "small_town":
        return _small_town_zone(distance, x, patch)
    if -1.0 < x < -0.42 and 0.12 < y < 0.62:
        return "gewerbe" if distance > 0.52 else "gruenderzeit"
    if distance < 0.42:
        return "gruenderzeit" if y > 0.05 or patch > 0.2 else "zeile"
    if 0.38 < x < 0.80 and 0.32 < y < 0.75:
        return "grosssiedlung"
    return _suburb(distance, patch, float(land.patches(point[None] + 5_000.0)[0]))


def _suburb(distance: float, patch: float, chance: float) -> str:
    """Return the zone of a town's outer neighbourhood."""
    if patch > 1.0:
        return "zeile"
    if patch > 0.25 or distance < 0.6:
        return "siedlung" if chance < 1.1 else "park"
    return "neubau" if patch < -1.1 and distance > 0.7 else "efh"


def _small_town_zone(distance: float, x: float, patch: float) -> str:
    """Return the zone of a neighbourhood of a small town."""
    if distance < 0.3:
        return "dorfkern"
    if x > 0.6 and patch > -0.5:
        return "gewerbe"
    if distance < 0.62:
        return "zeile" if patch > 0.6 else "siedlung"
    return "neubau" if patch < -0.7 else "efh"
