"""Cutting many areas at the same time, each along its own spanning tree; all in numpy.

The tree is the one of smallest attribute distances, as in SKATER (see `split`), found by O. Borůvka's method (1926).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .atoms import Atoms


@dataclass(frozen=True)
class Cuts:
    """By how much the objective falls by the best cut of each of k areas, `gain` (k,), and the atoms it cuts off.

    An area that cannot be cut within the bounds has the gain -inf.
    """

    gain: np.ndarray
    cut_off: np.ndarray


def best_cuts(atoms: Atoms, label: np.ndarray, areas: int) -> Cuts:
    """Return the best cut in two of each area 0 to `areas` - 1 along its spanning tree, within the bounds.

    `label` (a,) gives the area of each atom, -1 for none; areas hang together.
    """
    edges = atoms.edges_by_gap
    within = (label[edges[:, 0]] == label[edges[:, 1]]) & (label[edges[:, 0]] >= 0)
    trees = _Trees(atoms.size, edges[within][spanning_forest(atoms.size, edges[within])])
    sums = trees.added_up(np.column_stack([atoms.total, atoms.count, atoms.population]))
    child = np.flatnonzero(trees.above != np.arange(atoms.size))
    gain = _gains(atoms, sums, trees, label, child)
    if atoms.border_cost:
        gain -= atoms.border_cost * _borders(atoms, trees, label)[child]
    order = np.argsort(gain, kind="stable")
    order = order[np.isfinite(gain[order])]
    best = np.full(areas, -1)
    best[label[child[order]]] = order
    found = best >= 0
    result = np.where(found, gain[best] if len(gain) else -np.inf, -np.inf)
    return Cuts(result, trees.below(child[best[found]]))


def spanning_forest(size: int, edges: np.ndarray) -> np.ndarray:
    """Return the places of those `edges` (e, 2), the shortest first, that make up a spanning forest of all nodes."""
    part = np.arange(size)
    left = np.arange(len(edges))
    chosen = [left[:0]]
    while True:
        ends = part[edges[left]]
        apart = ends[:, 0] != ends[:, 1]
        left, ends = left[apart], ends[apart]
        if not len(left):
            return np.concatenate(chosen)
        first = _first_places(ends, size)
        root = np.flatnonzero(first < len(left))
        shortest = first[root]
        chosen.append(left[np.unique(shortest)])
        above = np.arange(size)
        above[root] = ends[shortest].sum(axis=1) - root
        mutual = np.flatnonzero(above[above] == np.arange(size))
        above[mutual] = np.maximum(mutual, above[mutual])
        while (above[above] != above).any():
            above = above[above]
        part = above[part]


def _first_places(ends: np.ndarray, size: int) -> np.ndarray:
    """Return the first row of `ends` (e, 2) in which each number below `size` occurs, e if in none."""
    place = np.arange(len(ends))[::-1]
    first = np.full((2, size), len(ends))
    for side in (0, 1):
        first[side, ends[::-1, side]] = place
    return first.min(axis=0)


class _Trees:
    """Rooted trees: `above` (a,) is the parent of each node, a root's is itself; `levels` are nodes, children first."""

    def __init__(self, size: int, edges: np.ndarray) -> None:
        ends = np.concatenate([edges, edges[:, ::-1]])
        degree = np.bincount(ends[:, 0], minlength=size)
        near = np.zeros(size, dtype=np.int64)  # the neighbours' numbers, exclusive or: that of the only one at a leaf
        np.bitwise_xor.at(near, ends[:, 0], ends[:, 1])
        self.above = np.arange(size)
        self.levels: list[np.ndarray] = []
        leaves = np.flatnonzero(degree == 1)
        while len(leaves):
            leaves = leaves[(degree[near[leaves]] > 1) | (leaves < near[leaves])]
            above = near[leaves]
            self.above[leaves] = above
            self.levels.append(leaves)
            degree[leaves] = 0
            np.subtract.at(degree, above, 1)
            np.bitwise_xor.at(near, above, leaves)
            leaves = np.unique(above[degree[above] == 1])

    def added_up(self, values: np.ndarray) -> np.ndarray:
        """Return the sums of `values` (a, m) over the subtree of each node."""
        sums = values.copy()
        for nodes in self.levels:
            np.add.at(sums, self.above[nodes], sums[nodes])
        return sums

    def below(self, nodes: np.ndarray) -> np.ndarray:
        """Tell for all (a,) nodes whether they are in the subtree of one of `nodes`."""
        result = np.zeros(len(self.above), dtype=bool)
        result[nodes] = True
        for level in self.levels[::-1]:
            result[level] |= result[self.above[level]]
        return result

    def meeting_points(self, edges: np.ndarray) -> np.ndarray:
        """Return the deepest common ancestor of the two ends of each edge (e, 2) within one tree."""
        depth = np.zeros(len(self.above), dtype=np.int64)
        for level in self.levels[::-1]:
            depth[level] = depth[self.above[level]] + 1
        ends = edges.copy()
        left = np.arange(len(edges))
        while len(left):
            pair = ends[left]
            left = left[pair[:, 0] != pair[:, 1]]
            pair = ends[left]
            deeper = depth[pair]
            climb = deeper >= deeper[:, ::-1]
            ends[left] = np.where(climb, self.above[pair], pair)
        return ends[:, 0]


def _gains(atoms: Atoms, sums: np.ndarray, trees: _Trees, label: np.ndarray, child: np.ndarray) -> np.ndarray:
    """Return by how much the sum of squares falls if the subtree of each `child` is cut off; -inf beyond the bounds."""
    areas = int(label.max(initial=0)) + 1
    root = np.flatnonzero((trees.above == np.arange(atoms.size)) & (label >= 0))
    whole = np.zeros((areas, sums.shape[1]))
    whole[label[root]] = sums[root]
    whole = whole[label[child]]
    part = sums[child]
    rest = whole - part
    apart = part[:, :-2] / part[:, -2, None] - rest[:, :-2] / rest[:, -2, None]
    gain = np.einsum("ij,ij->i", apart, apart) * part[:, -2] * rest[:, -2] / whole[:, -2]
    least, most = np.minimum(part[:, -1], rest[:, -1]), np.maximum(part[:, -1], rest[:, -1])
    return np.where((least >= atoms.minimum) & (most <= atoms.maximum), gain, -np.inf)


def _borders(atoms: Atoms, trees: _Trees, label: np.ndarray) -> np.ndarray:
    """Return the metres of border (a,) between the subtree of each node and the rest of its area."""
    edges, length = atoms.graph.edges, atoms.graph.length
    within = (label[edges[:, 0]] == label[edges[:, 1]]) & (label[edges[:, 0]] >= 0)
    edges, length = edges[within], length[within]
    touching = sum(np.bincount(edges[:, side], length, atoms.size) for side in (0, 1))
    inner = np.bincount(trees.meeting_points(edges), length, atoms.size)
    return trees.added_up((touching - 2 * inner)[:, None])[:, 0]
