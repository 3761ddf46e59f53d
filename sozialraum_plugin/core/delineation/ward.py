"""Ward's agglomeration of neighbouring units with a cap on inhabitants.

J. H. Ward (1963): Hierarchical Grouping to Optimize an Objective Function, JASA 58, 236-244; restricted to neighbours
and joined in rounds of reciprocal nearest neighbours as in F. Murtagh (1985): A Survey of Algorithms for
Contiguity-constrained Clustering, Computer Journal 28, 82-88.
"""

from __future__ import annotations

import numpy as np

from .atoms import Atoms
from .counts import Counts
from .partition import compatible

SHARE_PER_ROUND = 0.5  # of the reciprocal nearest neighbours, and of the unions still wanted


def capped_ward(atoms: Atoms, counts: Counts) -> np.ndarray:
    """Return (a,) cluster numbers.

    Neighbouring clusters whose union raises the within sum of squares least are joined, as long as the union is
    within the maximum, until each bucket has its quota or nothing can be joined. In each
    round those clusters are joined that are each other's cheapest partner, the cheaper ones first.
    """
    clusters = _Clusters(atoms, counts.bucket)
    left = np.bincount(counts.bucket, minlength=len(counts.quota)) - counts.quota
    while True:
        first, second = clusters.cheapest_partners()
        bucket = clusters.bucket[first]
        chosen = _within_quota(bucket, np.ceil(left * SHARE_PER_ROUND).astype(np.int64))
        chosen = chosen[: int(np.ceil(len(first) * SHARE_PER_ROUND))]
        if not len(chosen):
            return clusters.of_atom
        left -= np.bincount(bucket[chosen], minlength=len(left))
        clusters.join(first[chosen], second[chosen])


def _within_quota(bucket: np.ndarray, quota: np.ndarray) -> np.ndarray:
    """Return the places of the first entries of each bucket, as many as its quota, in ascending order."""
    order = np.argsort(bucket, kind="stable")
    numbers = np.bincount(bucket, minlength=len(quota))
    rank = np.arange(len(bucket)) - np.repeat(np.cumsum(numbers) - numbers, numbers)
    return np.sort(order[rank < quota[bucket[order]]])


class _Clusters:
    """Clusters 0 to c-1 of atoms with their sums, and the edges between them."""

    def __init__(self, atoms: Atoms, bucket: np.ndarray) -> None:
        self.of_atom = np.arange(atoms.size)
        self.maximum = atoms.maximum
        self.border_cost = atoms.border_cost
        self.count, self.total, self.population = atoms.count, atoms.total, atoms.population
        self.fixed, self.bucket = atoms.fixed, bucket
        self.edges, self.length = atoms.graph.edges, atoms.graph.length

    def cheapest_partners(self) -> tuple[np.ndarray, np.ndarray]:
        """Return pairs of clusters that are each other's cheapest allowed partner, the cheapest pair first."""
        first, second = self.edges.T
        allowed = self.population[first] + self.population[second] <= self.maximum
        allowed &= compatible(self.fixed[first], self.fixed[second])
        first, second = first[allowed], second[allowed]
        count_1, count_2 = self.count[first], self.count[second]
        apart = self.total[first] / count_1[:, None] - self.total[second] / count_2[:, None]
        cost = np.einsum("ij,ij->i", apart, apart) * count_1 * count_2 / (count_1 + count_2)
        cost -= self.border_cost * self.length[allowed]
        order = np.lexsort((self.population[first] + self.population[second], cost))
        first, second = first[order], second[order]
        best = np.full(len(self.count), len(order))
        for ends in (first, second):
            here = np.full(len(self.count), len(order))
            here[ends[::-1]] = np.arange(len(order))[::-1]
            best = np.minimum(best, here)
        place = np.arange(len(order))
        mutual = (best[first] == place) & (best[second] == place)
        return first[mutual], second[mutual]

    def join(self, first: np.ndarray, second: np.ndarray) -> None:
        """Unite disjoint pairs of clusters."""
        above = np.arange(len(self.count))
        above[second] = first
        kept, number = np.unique(above, return_inverse=True)
        size = len(kept)
        fixed = self.fixed.copy()
        fixed[first] = np.maximum(fixed[first], fixed[second])
        self.fixed, self.bucket = fixed[kept], self.bucket[kept]
        self.count = np.bincount(number, self.count, size)
        self.population = np.bincount(number, self.population, size)
        total = np.zeros((size, self.total.shape[1]))
        for column in range(total.shape[1]):
            total[:, column] = np.bincount(number, self.total[:, column], size)
        self.total = total
        self.of_atom = number[self.of_atom]
        self.edges, self.length = merged_edges(number, self.edges, self.length)


def merged_edges(number: np.ndarray, edges: np.ndarray, length: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the edges between nodes after they have got new numbers, with summed lengths."""
    pairs = np.sort(number[edges], axis=1)
    apart = pairs[:, 0] != pairs[:, 1]
    size = int(number.max()) + 1
    keys, inverse = np.unique(pairs[apart, 0] * size + pairs[apart, 1], return_inverse=True)
    return np.column_stack([keys // size, keys % size]), np.bincount(inverse, length[apart], len(keys))
