"""Houses along the fronts of a block: plot by plot, turned to the street, none across another or a street."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .ground import Block
from .planar import inside
from .zones import UNBUILT, ZONES, Zone, house_of

CORNER = 3.0  # metres between the last house and the crossing street's frontage
CLEARANCE = 3.5  # metres from a house to any street's centre line
TOLERANCE = 0.5  # metres by which neighbours in a bent row may overlap


@dataclass
class Houses:
    """Houses as parallel arrays; `position` is the place along the street, `side` +1 left and -1 right of it."""

    xy: np.ndarray  # (n, 2) centres
    angle: np.ndarray  # of the front, radians
    size: np.ndarray  # (n, 2) width and depth
    kind: np.ndarray  # typ
    street: np.ndarray
    side: np.ndarray
    position: np.ndarray

    def __len__(self) -> int:
        return len(self.kind)

    def take(self, chosen: np.ndarray) -> Houses:
        """Return the chosen houses."""
        return Houses(**{name: values[chosen] for name, values in vars(self).items()})

    def corners(self, shrink: float = 0.0) -> np.ndarray:
        """Return the corners (n, 4, 2), counter-clockwise, of houses smaller by `shrink` on each side."""
        half = np.maximum(self.size / 2 - shrink, 0.2)
        local = half[:, None, :] * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
        c, s = np.cos(self.angle)[:, None], np.sin(self.angle)[:, None]
        x = local[..., 0] * c - local[..., 1] * s
        y = local[..., 0] * s + local[..., 1] * c
        return self.xy[:, None, :] + np.stack([x, y], axis=-1)


def houses_of(block: Block, rng: np.random.Generator) -> Houses:
    """Return the houses of a block."""
    if block.zone in UNBUILT or block.zone not in ZONES:
        return joined([])
    zone = ZONES[block.zone]
    rows = [_row(front, zone, block.zone, rng) for front in block.fronts]
    houses = joined([row for row in rows if len(row)])
    if not len(houses):
        return houses
    houses = houses.take(_inside_block(houses, block))
    return houses.take(_without_collisions(houses))


def joined(parts: list[Houses]) -> Houses:
    """Return several sets of houses as one."""
    if not parts:
        empty = np.empty(0)
        return Houses(np.empty((0, 2)), empty, np.empty((0, 2)), np.empty(0, "U13"), empty.astype(int), empty, empty)
    return Houses(**{name: np.concatenate([vars(part)[name] for part in parts]) for name in vars(parts[0])})


def _row(front: tuple[int, np.ndarray, int, float], zone: Zone, name: str, rng: np.random.Generator) -> Houses:
    """Return the houses along one front, before anything collides."""
    street, line, side, offset = front
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    places, sizes, kinds = _sequence(float(along[-1]), zone, name, rng)
    if not places:
        return joined([])
    s, size = np.array(places), np.array(sizes)
    index = np.clip(np.searchsorted(along, s) - 1, 0, len(line) - 2)
    ahead = line[np.minimum(index + 1, len(line) - 1)] - line[index]
    ahead /= np.hypot(ahead[:, 0], ahead[:, 1])[:, None]
    inward = np.column_stack([-ahead[:, 1], ahead[:, 0]])
    setback = zone.setback + (0 if zone.closed else 1) * rng.normal(0, 0.8, len(s)) + size[:, 1] / 2
    xy = line[index] + ahead * (s - along[index])[:, None] + inward * setback[:, None]
    angle = np.arctan2(ahead[:, 1], ahead[:, 0]) + (0 if zone.closed else 1) * rng.normal(0, 0.03, len(s))
    count = len(s)
    return Houses(
        xy, angle, size, np.array(kinds, "U13"), np.full(count, street), np.full(count, float(side)), offset + side * s
    )


def _sequence(
    length: float, zone: Zone, name: str, rng: np.random.Generator
) -> tuple[list[float], list[tuple[float, float]], list[str]]:
    """Return the middles, sizes and types of the houses along a front of a length."""
    kinds, weights = list(zone.mix), np.array(list(zone.mix.values()))
    limits = np.cumsum(weights / weights.sum())
    places: list[float] = []
    sizes: list[tuple[float, float]] = []
    types: list[str] = []
    margin = zone.setback + CORNER if not zone.closed else zone.setback
    cursor, end = margin + rng.uniform(0, 4), length - margin
    while cursor < end:
        kind = kinds[min(int(np.searchsorted(limits, rng.random())), len(kinds) - 1)]
        house = house_of(kind, name)
        depth = rng.uniform(*house.depth)
        for _ in range(int(rng.integers(house.group[0], house.group[1] + 1))):
            width = rng.uniform(*house.width)
            if cursor + width > end:
                cursor = end
                break
            if rng.random() >= zone.vacant:
                places.append(cursor + width / 2)
                sizes.append((width, depth))
                types.append(kind)
            cursor += width
        cursor += 0.0 if zone.closed else house.gap * rng.uniform(0.6, 1.5)
    return places, sizes, types


def _inside_block(houses: Houses, block: Block) -> np.ndarray:
    """Tell which houses lie in the block and keep their distance from every street around and in it."""
    corners = houses.corners().reshape(-1, 2)
    good = inside(corners, block.outline)
    lines = [np.vstack([block.outline, block.outline[:1]]), *block.obstacles]
    clearance = CLEARANCE if not ZONES[block.zone].closed else 2.5
    for line in lines:
        good &= _distance(corners, line) > clearance
    return good.reshape(-1, 4).all(axis=1)


def _distance(points: np.ndarray, line: np.ndarray) -> np.ndarray:
    """Return the distance of points (n, 2) from a polyline (m, 2)."""
    a, d = line[:-1], np.diff(line, axis=0)
    rel = points[:, None, :] - a
    t = np.clip((rel * d).sum(axis=2) / np.maximum((d * d).sum(axis=1), 1e-9), 0, 1)
    return np.sqrt(((rel - t[..., None] * d) ** 2).sum(axis=2).min(axis=1))


def _without_collisions(houses: Houses) -> np.ndarray:
    """Tell which houses stay when of two that overlap (separating axis test) the later one goes."""
    n = len(houses)
    corners = houses.corners(TOLERANCE)
    axes = np.stack(
        [np.column_stack([np.cos(houses.angle + turn), np.sin(houses.angle + turn)]) for turn in (0, np.pi / 2)]
    )
    apart = np.zeros((n, n), dtype=bool)
    for axis in axes:
        own = np.einsum("nkd,nd->nk", corners, axis)
        other = np.einsum("mkd,nd->nmk", corners, axis)
        gap = (other.min(2) > own.max(1)[:, None]) | (other.max(2) < own.min(1)[:, None])
        apart |= gap | gap.T
    keep = np.ones(n, dtype=bool)
    for later, earlier in zip(*np.nonzero(np.tril(~apart, -1))):
        keep[later] &= not (keep[earlier] and keep[later])
    return keep
