"""Parts that are too small on their side of a barrier: the barrier yields before the bounds do."""

from __future__ import annotations

import heapq
from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np

from .graph import UnionFind


@dataclass
class Parts:
    """Parts of units that hang together, and the barrier edges between them."""

    union: UnionFind
    members: dict[int, list[int]]
    population: dict[int, float]
    across: dict[int, dict[int, list[int]]] = field(default_factory=lambda: defaultdict(dict))

    def join(self, small: int, large: int) -> int:
        """Unite two parts and return what stands for the whole."""
        self.union.join(small, large)
        whole = self.union.find(small)
        gone = large if whole == small else small
        self.members[whole] = sorted(self.members[small] + self.members[large])
        self.population[whole] = self.population[small] + self.population[large]
        for other, edges in self.across.pop(gone, {}).items():
            del self.across[other][gone]
            if other != whole:
                joined = self.across[whole].get(other, []) + edges
                self.across[whole][other] = self.across[other][whole] = joined
        del self.members[gone], self.population[gone]
        return whole


def parts_of(population: np.ndarray, open_edges: np.ndarray, barrier_edges: np.ndarray, numbers: np.ndarray) -> Parts:
    """Return the parts that `open_edges` (e, 2) make; `barrier_edges` (b, 2) bear the edge `numbers` (b,)."""
    union = UnionFind(len(population), open_edges)
    members: dict[int, list[int]] = defaultdict(list)
    for unit in range(len(population)):
        members[union.find(unit)].append(unit)
    parts = Parts(union, dict(members), {part: float(population[units].sum()) for part, units in members.items()})
    for (first, second), number in zip(barrier_edges.tolist(), numbers.tolist()):
        one, other = union.find(first), union.find(second)
        if one != other:
            edges = parts.across[one].setdefault(other, [])
            edges.append(number)
            parts.across[other][one] = edges
    return parts


def join_small_parts(parts: Parts, minimum: float, border_length: np.ndarray) -> tuple[list[list[int]], list[int]]:
    """Join every part below the minimum to the one with the longest common barrier; smallest part first.

    Returns the units of each part that was joined and the numbers of the edges that are thereby open. A part without
    such a neighbour stays.
    """
    waiting = [(people, part) for part, people in parts.population.items() if people < minimum]
    heapq.heapify(waiting)
    joined, opened = [], []
    while waiting:
        people, part = heapq.heappop(waiting)
        if parts.population.get(part) != people or not parts.across.get(part):
            continue
        lengths = {other: float(border_length[edges].sum()) for other, edges in parts.across[part].items()}
        partner = min(lengths, key=lambda other: (-lengths[other], other))
        opened += parts.across[part][partner]
        joined.append(parts.members[part])
        whole = parts.join(part, partner)
        if parts.population[whole] < minimum:
            heapq.heappush(waiting, (parts.population[whole], whole))
    return joined, opened
