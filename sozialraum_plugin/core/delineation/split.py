"""Cutting a set of neighbouring atoms into connected parts, along a spanning tree.

The tree of smallest attribute distances cut where the sums of squares fall most is SKATER: R. M. Assuncao et al.
(2006): Efficient regionalization techniques for socio-economic geographical units using minimum spanning trees, IJGIS
20, 797-811. Random trees, for bounds that are hard to meet, follow D. DeFord, M. Duchin, J. Solomon (2021):
Recombination: A Family of Markov Chains for Redistricting, Harvard Data Science Review 3.1.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection
from dataclasses import dataclass
from random import Random

import numpy as np

from .atoms import Atoms
from .fixed import FREE

CUTS_COMPARED = 8  # cuts whose real border is measured when borders cost something


@dataclass(frozen=True)
class Cut:
    """A part that is cut off, and by how much the objective falls."""

    gain: float
    part: frozenset[int]


def best_cut(atoms: Atoms, nodes: Collection[int], rng: Random | None = None) -> Cut | None:
    """Return the cut of connected `nodes` into two parts within the bounds that lowers the objective most.

    Only cuts of one spanning tree are looked at: that of the smallest attribute distances, or a random one.
    """
    if len(nodes) < 2 or atoms.population[list(nodes)].sum() < 2 * atoms.minimum:
        return None
    order, size = spanning_tree(atoms, nodes, rng)
    people = _subtree_sums(atoms.population[order], size)
    rest = people[0] - people
    low, high = atoms.minimum, atoms.maximum
    possible = np.flatnonzero((people >= low) & (people <= high) & (rest >= low) & (rest <= high))
    possible = possible[possible > 0]
    if not len(possible):
        return None
    gains = _gains(atoms, order, size)[possible]
    if atoms.border_cost == 0:
        best = int(np.argmax(gains))
        return Cut(float(gains[best]), _subtree(order, size, possible[best]))
    ranked = np.argsort(-gains, kind="stable")[:CUTS_COMPARED]
    cuts = [_priced(atoms, nodes, float(gains[one]), _subtree(order, size, possible[one])) for one in ranked]
    return max(cuts, key=lambda cut: cut.gain)


def divide(
    atoms: Atoms, nodes: Collection[int], rng: Random, tries: int, count: int | None = None
) -> list[set[int]] | None:
    """Return connected parts of connected `nodes`, each within the bounds and of one given area at most, or None.

    Parts are peeled off random trees until the rest is within the bounds, or there are `count`; `tries` is the number
    of times this starts anew.
    """
    if not _divisible(atoms, atoms.population[list(nodes)].sum(), count):
        return None
    for _ in range(tries):
        parts = _peel(atoms, set(nodes), rng, count)
        if parts is not None and all(_one_given_area(atoms, part) for part in parts):
            return parts
    return None


def spanning_tree(atoms: Atoms, nodes: Collection[int], rng: Random | None = None) -> tuple[list[int], np.ndarray]:
    """Return a spanning tree of connected `nodes`: nodes in preorder and the size of the subtree below each.

    It is the tree of smallest attribute distances, or with `rng` of random ones (Prim's algorithm).
    """
    inside = nodes if isinstance(nodes, (set, frozenset)) else set(nodes)
    root = min(inside) if rng is None else rng.choice(sorted(inside))
    children: dict[int, list[int]] = {node: [] for node in inside}
    heap = [(0.0, root, root)]
    reached: set[int] = set()
    while heap:
        _, node, parent = heapq.heappop(heap)
        if node in reached:
            continue
        reached.add(node)
        children[parent].append(node)
        for other, gap in zip(atoms.graph.neighbours[node], atoms.gaps[node]):
            if other in inside and other not in reached:
                heapq.heappush(heap, (gap if rng is None else rng.random(), other, node))
    children[root].remove(root)
    return _preorder(root, children)


def _preorder(root: int, children: dict[int, list[int]]) -> tuple[list[int], np.ndarray]:
    order = []
    above = []
    stack = [(root, -1)]
    while stack:
        node, parent = stack.pop()
        place = len(order)
        order.append(node)
        above.append(parent)
        stack.extend((child, place) for child in children[node])
    size = [1] * len(order)
    for place in range(len(order) - 1, 0, -1):
        size[above[place]] += size[place]
    return order, np.array(size)


def _subtree_sums(values: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Return the sum of `values` (n, ...) over the subtree of each node in preorder."""
    running = np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)])
    places = np.arange(len(size))
    return running[places + size] - running[places]


def _subtree(order: list[int], size: np.ndarray, place: int) -> frozenset[int]:
    return frozenset(order[place : place + int(size[place])])


def _gains(atoms: Atoms, order: list[int], size: np.ndarray) -> np.ndarray:
    """Return by how much the sum of squares falls if the subtree of each node is cut off; 0 for the root."""
    count = _subtree_sums(atoms.count[order], size)
    total = _subtree_sums(atoms.total[order], size)
    rest = np.maximum(count[0] - count, 1)
    apart = total - count[:, None] * (total[0] / count[0])
    return np.einsum("ij,ij->i", apart, apart) * count[0] / (count * rest)


def _priced(atoms: Atoms, nodes: Collection[int], gain: float, part: frozenset[int]) -> Cut:
    return Cut(gain - atoms.border_cost * atoms.border_between(part, set(nodes) - part), part)


def _divisible(atoms: Atoms, people: float, count: int | None) -> bool:
    """Tell whether some number of areas, or `count`, could hold `people` within the bounds."""
    if count is None:
        fewest = np.ceil(people / atoms.maximum)
        return bool(max(fewest, 1) * atoms.minimum <= people)
    return bool(count * atoms.minimum <= people <= count * atoms.maximum)


def _peel(atoms: Atoms, left: set[int], rng: Random, count: int | None) -> list[set[int]] | None:
    parts = []
    while len(parts) < count - 1 if count else atoms.population[list(left)].sum() > atoms.maximum:
        others = count - 1 - len(parts) if count else None
        order, size = spanning_tree(atoms, left, rng)
        people = _subtree_sums(atoms.population[order], size)
        below = [place for place in range(1, len(order)) if _peelable(atoms, people[place], people[0], others)]
        rest = people[0] - people
        above = [place for place in range(1, len(order)) if _peelable(atoms, rest[place], people[0], others)]
        if not below and not above:
            return None
        chosen = rng.randrange(len(below) + len(above))
        if chosen < len(below):
            part = set(_subtree(order, size, below[chosen]))
        else:
            part = left - _subtree(order, size, above[chosen - len(below)])
        parts.append(part)
        left = left - part
    return [*parts, left]


def _peelable(atoms: Atoms, people: float, whole: float, others: int | None) -> bool:
    return bool(atoms.minimum <= people <= atoms.maximum) and _divisible(atoms, whole - people, others)


def _one_given_area(atoms: Atoms, part: set[int]) -> bool:
    return len(set(atoms.fixed[list(part)].tolist()) - {FREE}) < 2
