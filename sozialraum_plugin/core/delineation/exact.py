"""The best division of a few atoms, by trying all: where chance might miss the only one within the bounds."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from .atoms import Atoms
from .fixed import FREE

LARGEST = 12  # atoms; 4,096 subsets


def exact_division(atoms: Atoms, nodes: Collection[int]) -> list[set[int]] | None:
    """Return the connected parts of `nodes` (at most LARGEST) with the least sum of squares within the bounds.

    None if there is no division within the bounds at all. A part has atoms of one given area at most.
    """
    order = sorted(nodes)
    areas = _possible_areas(atoms, order)
    best: dict[int, tuple[float, int]] = {0: (0.0, 0)}
    for left in range(1, 1 << len(order)):
        lowest = left & -left
        options = [
            (cost + best[left ^ area][0], area)
            for area, cost in areas.get(lowest, ())
            if area & left == area and left ^ area in best
        ]
        if options:
            best[left] = min(options)
    left = (1 << len(order)) - 1
    if left not in best:
        return None
    parts = []
    while left:
        area = best[left][1]
        parts.append({node for place, node in enumerate(order) if area >> place & 1})
        left ^= area
    return parts


def exact_division_of_count(atoms: Atoms, nodes: Collection[int], count: int) -> list[set[int]] | None:
    """Return those `count` connected parts of `nodes` (at most LARGEST) within the bounds with the least objective.

    None if there is no such division.
    """
    order = sorted(nodes)
    areas = _possible_areas(atoms, order)
    subsets = np.arange(1 << len(order))
    least = np.full((count + 1, len(subsets)), np.inf)
    chosen = np.zeros((count + 1, len(subsets)), dtype=np.int64)
    least[0, 0] = 0.0
    for lowest in sorted(areas, reverse=True):
        for area, cost in areas[lowest]:
            wholes = subsets[(subsets & area == area) & (subsets & -subsets == lowest)]
            costs = least[:-1, wholes ^ area] + cost
            better = costs < least[1:, wholes]
            least[1:, wholes] = np.where(better, costs, least[1:, wholes])
            chosen[1:, wholes] = np.where(better, area, chosen[1:, wholes])
    left = int(subsets[-1])
    if not np.isfinite(least[count, left]):
        return None
    found = []
    for parts in range(count, 0, -1):
        area = int(chosen[parts, left])
        found.append({node for place, node in enumerate(order) if area >> place & 1})
        left ^= area
    return found


def _possible_areas(atoms: Atoms, order: list[int]) -> dict[int, list[tuple[int, float]]]:
    """Return subsets (bit masks) that could be an area with their costs, by their lowest bit."""
    place = {node: number for number, node in enumerate(order)}
    near = [sum(1 << place[other] for other in atoms.graph.neighbours[node] if other in place) for node in order]
    people, count, total = _subset_sums(atoms, order)
    costs = -np.einsum("ij,ij->i", total, total) / np.maximum(count, 1)
    if atoms.border_cost:
        costs += atoms.border_cost / 2 * _outlines(atoms, order)
    areas: dict[int, list[tuple[int, float]]] = {}
    for area in np.flatnonzero((people >= atoms.minimum) & (people <= atoms.maximum)).tolist():
        if area and _connected(area, near) and _one_given_area(atoms, order, area):
            areas.setdefault(area & -area, []).append((area, float(costs[area])))
    return areas


def _subset_sums(atoms: Atoms, order: list[int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return inhabitants (s,), units (s,) and attribute sums (s, m) of all s subsets."""
    subsets = (np.arange(1 << len(order))[:, None] >> np.arange(len(order))) & 1
    return subsets @ atoms.population[order], subsets @ atoms.count[order], subsets @ atoms.total[order]


def _outlines(atoms: Atoms, order: list[int]) -> np.ndarray:
    """Return the metres of border (s,) between each subset and the other nodes."""
    place = {node: number for number, node in enumerate(order)}
    subsets = np.arange(1 << len(order))
    metres = np.zeros(len(subsets))
    for (one, other), length in zip(atoms.graph.edges.tolist(), atoms.graph.length.tolist()):
        if one in place and other in place:
            metres += length * ((subsets >> place[one] ^ subsets >> place[other]) & 1)
    return metres


def _connected(area: int, near: list[int]) -> bool:
    seen = front = area & -area
    while front:
        reached = 0
        while front:
            bit = front & -front
            reached |= near[bit.bit_length() - 1]
            front ^= bit
        front = reached & area & ~seen
        seen |= front
    return seen == area


def _one_given_area(atoms: Atoms, order: list[int], area: int) -> bool:
    labels = {int(atoms.fixed[node]) for place, node in enumerate(order) if area >> place & 1}
    return len(labels - {FREE}) < 2
