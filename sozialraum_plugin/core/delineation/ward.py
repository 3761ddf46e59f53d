"""Ward's agglomeration of neighbouring units with a cap on inhabitants.

J. H. Ward (1963): Hierarchical Grouping to Optimize an Objective Function, JASA 58, 236-244; restricted to neighbours
as in F. Murtagh (1985): A Survey of Algorithms for Contiguity-constrained Clustering, Computer Journal 28, 82-88.
"""

from __future__ import annotations

import heapq

import numpy as np

from .atoms import Atoms
from .counts import Counts
from .fixed import FREE


def capped_ward(atoms: Atoms, counts: Counts) -> np.ndarray:
    """Return (a,) cluster numbers.

    The two neighbouring clusters whose union raises the within sum of squares least are joined, as long as the union
    is within the maximum, until each bucket has its quota or nothing can be joined.
    """
    forest = _Forest(atoms)
    left = np.bincount(counts.bucket, minlength=len(counts.quota)) - counts.quota
    while forest.heap:
        _, _, first, second = heapq.heappop(forest.heap)
        bucket = counts.bucket[forest.sample[first]]
        if forest.alive(first, second) and left[bucket] > 0:
            forest.join(first, second)
            left[bucket] -= 1
    return forest.labels()


class _Forest:
    """Clusters by number: atoms first, then each union in the order it was made."""

    def __init__(self, atoms: Atoms) -> None:
        size = atoms.size
        self.size = size
        self.maximum = atoms.maximum
        self.border_cost = atoms.border_cost
        self.count = np.concatenate([atoms.count, np.zeros(size)])
        self.mean = np.vstack([atoms.mean, np.zeros_like(atoms.total)])
        self.population = np.concatenate([atoms.population, np.zeros(size)]).tolist()
        self.fixed = atoms.fixed.tolist() + [FREE] * size
        self.sample = list(range(size)) + [0] * size
        self.above = [-1] * (2 * size)
        self.border: list[dict[int, float]] = [{} for _ in range(2 * size)]
        self.next = size
        self.heap: list[tuple[float, float, int, int]] = []
        edges = atoms.graph.edges
        for (first, second), length in zip(edges.tolist(), atoms.graph.length.tolist()):
            self.border[first][second] = self.border[second][first] = length
        for node in range(size):
            self._offer(node, [other for other in self.border[node] if other < node])
        heapq.heapify(self.heap)

    def alive(self, first: int, second: int) -> bool:
        return self.above[first] < 0 and self.above[second] < 0

    def join(self, first: int, second: int) -> None:
        """Unite two clusters and offer the union to its neighbours."""
        new = self.next
        self.next += 1
        self.above[first] = self.above[second] = new
        both = self.count[first] + self.count[second]
        self.mean[new] = (self.mean[first] * self.count[first] + self.mean[second] * self.count[second]) / both
        self.count[new] = both
        self.population[new] = self.population[first] + self.population[second]
        self.fixed[new] = max(self.fixed[first], self.fixed[second])
        self.sample[new] = self.sample[first]
        borders = self.border[new]
        for old in (first, second):
            for other, length in self.border[old].items():
                if self.above[other] < 0:
                    borders[other] = borders.get(other, 0.0) + length
                    del self.border[other][old]
            self.border[old] = {}
        for other, length in borders.items():
            self.border[other][new] = length
        self._offer(new, list(borders), push=True)

    def labels(self) -> np.ndarray:
        """Return the topmost cluster of each atom."""
        top = list(range(2 * self.size))
        for cluster in range(self.next - 1, -1, -1):
            if self.above[cluster] >= 0:
                top[cluster] = top[self.above[cluster]]
        return np.array(top[: self.size])

    def _offer(self, cluster: int, others: list[int], push: bool = False) -> None:
        """Put the unions of a cluster with its neighbours that the maximum allows into the heap."""
        room = self.maximum - self.population[cluster]
        mine = self.fixed[cluster]
        others = [
            other
            for other in others
            if self.population[other] <= room and (mine == FREE or self.fixed[other] in (FREE, mine))
        ]
        if not others:
            return
        apart = self.mean[others] - self.mean[cluster]
        counts = self.count[others]
        costs = np.einsum("ij,ij->i", apart, apart) * counts * self.count[cluster] / (counts + self.count[cluster])
        for other, cost in zip(others, costs.tolist()):
            price = cost - self.border_cost * self.border[cluster][other]
            item = (price, self.population[cluster] + self.population[other], other, cluster)
            if push:
                heapq.heappush(self.heap, item)
            else:
                self.heap.append(item)
