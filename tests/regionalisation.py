"""Instances to divide, and checks of a division that do not use the engine's own code."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np


@dataclass
class Instance:
    """n units: `population` (n,), `attributes` (n, m), `edges` (e, 2), `length` (e,), `group` (n,), `barrier` (e,)."""

    population: np.ndarray
    attributes: np.ndarray
    edges: np.ndarray
    length: np.ndarray
    group: np.ndarray
    barrier: np.ndarray

    def arrays(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """The four positional arguments of `delineate`."""
        return self.population, self.attributes, self.edges, self.length


def random_grid(seed: int, width: int, height: int, groups: bool = False, barriers: bool = False) -> Instance:
    """A grid with holes, empty units, now and then one huge unit, stripes as groups and a wall with gaps."""
    rng = np.random.default_rng(seed)
    cells = [(x, y) for y in range(height) for x in range(width) if rng.random() > 0.2] or [(0, 0)]
    place = {cell: number for number, cell in enumerate(cells)}
    steps = [((x, y), (x + dx, y + dy)) for x, y in cells for dx, dy in ((1, 0), (0, 1))]
    edges = np.array([(place[a], place[b]) for a, b in steps if b in place], dtype=int).reshape(-1, 2)
    people = np.round(rng.gamma(1.0, 300.0, len(cells)))
    people[rng.random(len(cells)) < 0.1] = 0
    people[0] += 1
    if rng.random() < 0.3:
        people[rng.integers(len(cells))] = 9000
    stripe = np.array([f"0599900{x * 3 // width}" if groups else "05999001" for x, _ in cells])
    wall = np.array([cells[a][1] == height // 2 - 1 and cells[b][1] == height // 2 for a, b in edges], dtype=bool)
    barrier = (wall | (rng.random(len(edges)) < 0.15)) & barriers
    return Instance(people, rng.normal(size=(len(cells), 2)), edges, rng.uniform(10, 200, len(edges)), stripe, barrier)


def triangulated_town(seed: int, width: int, height: int, missing: float = 0.0, hub: bool = False) -> Instance:
    """Cells in a net of triangles with smooth attributes; some edges missing, a river that touches a whole row."""
    rng = np.random.default_rng(seed)
    size = width * height
    number = np.arange(size).reshape(height, width)
    falling = rng.random((height - 1, width - 1)) < 0.5
    diagonals = np.where(
        falling[..., None],
        np.stack([number[:-1, :-1], number[1:, 1:]], axis=-1),
        np.stack([number[:-1, 1:], number[1:, :-1]], axis=-1),
    )
    along = np.stack([number[:, :-1], number[:, 1:]], axis=-1)
    across = np.stack([number[:-1], number[1:]], axis=-1)
    edges = np.vstack([part.reshape(-1, 2) for part in (diagonals, along, across)])
    edges = edges[rng.random(len(edges)) >= missing]
    people = np.round(rng.gamma(1.2, 110.0, size))
    if hub:
        edges = np.vstack([edges, np.column_stack([np.full(width, size), number[height // 2]])])
        people = np.append(people, 0)
    attributes = rng.normal(size=(len(people), 3))
    noise = attributes.copy()
    degree = np.maximum(np.bincount(edges.ravel(), minlength=len(people)), 1)[:, None]
    for _ in range(10):
        near = np.zeros_like(attributes)
        for one, other in (edges.T, edges[:, ::-1].T):
            np.add.at(near, one, attributes[other])
        attributes = 0.3 * attributes + 0.7 * near / degree
    attributes = attributes / attributes.std(axis=0) + 0.5 * noise
    stripe = np.array([f"0599900{unit % width * 3 // width}" for unit in range(len(people))])
    wall = rng.random(len(edges)) < 0.05
    return Instance(people, attributes, edges, rng.uniform(10, 200, len(edges)), stripe, wall)


def city(folder: Path, size: int) -> tuple[Instance, dict[str, Any]]:
    """A synthetic city of the benchmark and its settings (k, lo, hi); attributes are z0 to z4."""
    database = sqlite3.connect(f"file:{folder}/regionalisation/city{size}.gpkg?mode=ro&immutable=1", uri=True)
    rows = np.array(database.execute("select pop, z0, z1, z2, z3, z4, gem from units order by uid").fetchall())
    database.close()
    with (folder / "regionalisation" / f"city{size}_edges.csv").open() as file:
        edges = np.array([[float(value) for value in row] for row in list(csv.reader(file))[1:]])
    settings = json.loads((folder / "regionalisation" / f"city{size}.json").read_text())
    instance = Instance(
        rows[:, 0], rows[:, 1:6], edges[:, :2].astype(int), edges[:, 2], rows[:, 6].astype(int), edges[:, 3] > 0
    )
    return instance, settings


def connected(members: set[int], edges: np.ndarray) -> bool:
    """Tell whether units hang together along edges (plain breadth-first search)."""
    near = defaultdict(set)
    for a, b in edges.tolist():
        near[a].add(b)
        near[b].add(a)
    seen = front = {min(members)}
    while front:
        front = {other for node in front for other in near[node] if other in members} - seen
        seen = seen | front
    return seen == members


def within_sum_of_squares(values: np.ndarray, labels: np.ndarray) -> float:
    """Return the sum of squared deviations from area means."""
    parts = [values[labels == area] for area in np.unique(labels)]
    return float(sum(((part - part.mean(axis=0)) ** 2).sum() for part in parts))


def unexplained(instance: Instance, division: Any, minimum: float, maximum: float) -> list[str]:
    """Return what a division violates without saying so in `unmet`."""
    told = defaultdict(set)
    for record in division.unmet:
        told[record.area].add(record.kind)
    faults = []
    for area in range(division.area_count):
        members = set(np.flatnonzero(division.labels == area).tolist())
        chosen = sorted(members)
        people = instance.population[chosen].sum()
        inside = instance.edges[np.isin(instance.edges, chosen).all(axis=1)]
        free = instance.edges[np.isin(instance.edges, chosen).all(axis=1) & ~instance.barrier]
        if people < minimum and not any("minimum" in kind for kind in told[area]):
            faults.append(f"area {area} is too small: {people}")
        if people > maximum and not any("maximum" in kind for kind in told[area]):
            faults.append(f"area {area} is too large: {people}")
        if not connected(members, inside):
            faults.append(f"area {area} is torn")
        elif not connected(members, free) and "barrier_crossed" not in told[area]:
            faults.append(f"area {area} crosses a barrier")
        if len(set(instance.group[chosen].tolist())) > 1:
            faults.append(f"area {area} crosses a group")
    return faults


def can_be_divided(instance: Instance, minimum: float, maximum: float) -> bool:
    """Tell by brute force whether any division into connected areas within the bounds exists (up to about 9 units)."""
    size = len(instance.population)
    areas = []
    for mask in range(1, 1 << size):
        members = {unit for unit in range(size) if mask >> unit & 1}
        people = instance.population[sorted(members)].sum()
        if minimum <= people <= maximum and connected(members, instance.edges):
            areas.append(mask)
    reachable = {0}
    for mask in range(1, 1 << size):
        lowest = mask & -mask
        if any(area & lowest and area & mask == area and mask ^ area in reachable for area in areas):
            reachable.add(mask)
    return (1 << size) - 1 in reachable


def least_sum_of_squares(instance: Instance, areas: int, minimum: float, maximum: float) -> float:
    """Return the least share of the sum of squares that `areas` connected areas within the bounds can have.

    By trying all (up to about 14 units); infinite if there is no such division.
    """
    size = len(instance.population)
    z = (instance.attributes - instance.attributes.mean(axis=0)) / instance.attributes.std(axis=0)
    masks = np.arange(1 << size)
    options = []
    for mask in range(1, 1 << size):
        members = {unit for unit in range(size) if mask >> unit & 1}
        chosen = sorted(members)
        if minimum <= instance.population[chosen].sum() <= maximum and connected(members, instance.edges):
            options.append((mask, within_sum_of_squares(z[chosen], np.zeros(len(chosen)))))
    least = np.full(1 << size, np.inf)
    least[0] = 0.0
    for _ in range(areas):
        before, least = least, np.full(1 << size, np.inf)
        for mask, cost in options:
            wholes = masks[(masks & mask == mask) & (masks & -masks == mask & -mask)]
            least[wholes] = np.minimum(least[wholes], before[wholes ^ mask] + cost)
    return float(least[-1] / z.size)
