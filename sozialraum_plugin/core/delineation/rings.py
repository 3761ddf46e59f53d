"""Whether an area hangs together without one of its nodes, told for many nodes at once."""

from __future__ import annotations

import numpy as np

from .graph import Graph

MOST_NEIGHBOURS = 62  # bits of a mask; a node with more neighbours is never called removable
MOST_LOOKED_UP = 10  # neighbours of a node up to which all 2^d subsets of them are worked out beforehand


class Rings:
    """The neighbours of each of a nodes and which of them are neighbours of each other.

    `around` (a, d) holds the neighbours, filled up with a; `length` (a, d) the metres of border with them; `known`
    (a,) tells which nodes have so few neighbours that all are listed. `colour` (a,) differs between neighbours.
    """

    def __init__(self, graph: Graph) -> None:
        ends = np.concatenate([graph.edges, graph.edges[:, ::-1]])
        order = np.lexsort((ends[:, 1], ends[:, 0]))
        node, other = ends[order].T
        degree = np.bincount(node, minlength=graph.size)
        place = np.arange(len(node)) - np.repeat(np.cumsum(degree) - degree, degree)
        self.known = degree <= MOST_NEIGHBOURS
        kept = self.known[node]
        width = int(place[kept].max(initial=0)) + 1
        self.around = np.full((graph.size, width), graph.size, dtype=np.int64)
        self.around[node[kept], place[kept]] = other[kept]
        self.length = np.zeros((graph.size, width))
        self.length[node[kept], place[kept]] = np.tile(graph.length, 2)[order][kept]
        self.colour = colours(graph)
        self._bits = np.int64(1) << np.arange(width)
        keys = np.append(node * (graph.size + 1) + other, np.iinfo(np.int64).max)
        self._linked = self._links(np.where(self.known, degree, 0), keys)
        self._start, self._results = self._look_up_table(degree)

    def removable(self, nodes: np.ndarray, inside: np.ndarray) -> np.ndarray:
        """Tell for c nodes whether their neighbours `inside` (c, d) the area hang together by touching each other.

        True is exact: the area stays connected. False may only mean that they are connected further out.
        """
        subset = inside @ self._bits
        start = self._start[nodes]
        result = self._results[np.where(start < 0, -1, start + subset)]
        many = np.flatnonzero((start < 0) & self.known[nodes])
        if len(many):
            result[many] = _connected(self._linked[nodes[many]], subset[many][:, None])[:, 0]
        return result

    def removable_at_last(self, nodes: np.ndarray, label: np.ndarray) -> np.ndarray:
        """Tell for nodes of different areas whether the area stays connected without them, by looking at all of it.

        `label` (a + 1,) gives the area of each node, the last entry one that is no area. All areas are searched at
        the same time, from one neighbour of the node to the others.
        """
        around = self.around[nodes]
        wanted = label[around] == label[nodes][:, None]
        front = around[np.arange(len(nodes)), wanted.argmax(axis=1)][wanted.any(axis=1)]
        seen = np.zeros(len(label), dtype=bool)
        seen[nodes] = seen[front] = True
        while True:
            missing = (wanted & ~seen[around]).any(axis=1)
            searched = np.zeros(int(label[-1]) + 1, dtype=bool)
            searched[label[nodes[missing]]] = True
            front = front[searched[label[front]]]
            if not len(front):
                return wanted.any(axis=1) & ~missing
            near = self.around[front]
            front = np.unique(near[(label[near] == label[front][:, None]) & ~seen[near]])
            seen[front] = True

    def _links(self, degree: np.ndarray, keys: np.ndarray) -> np.ndarray:
        """Return (a, d) with bit j set in column i if the i-th neighbour of the node touches the j-th.

        `keys` are the sorted numbers node * (a + 1) + neighbour of all edges in both directions.
        """
        size, width = self.around.shape
        linked = np.zeros((size, width), dtype=np.int64)
        for first in range(width):
            nodes = np.flatnonzero(degree > first)
            for second in range(first):
                key = self.around[nodes, first] * (size + 1) + self.around[nodes, second]
                touching = nodes[keys[np.searchsorted(keys, key)] == key]
                linked[touching, first] |= self._bits[second]
                linked[touching, second] |= self._bits[first]
        return linked

    def _look_up_table(self, degree: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return where the results of each node begin, and for all subsets of its neighbours if they hang together.

        A node with too many neighbours has the start -1; the last result is no.
        """
        start = np.full(len(degree), -1)
        results = []
        used = 0
        for neighbours in range(min(self.around.shape[1], MOST_LOOKED_UP) + 1):
            nodes = np.flatnonzero(degree == neighbours)
            subsets = np.arange(1 << neighbours, dtype=np.int16)[None, :]
            results.append(_connected(self._linked[nodes, :neighbours].astype(np.int16), subsets).ravel())
            start[nodes] = used + (np.arange(len(nodes)) << neighbours)
            used += len(nodes) << neighbours
        return start, np.concatenate([*results, [False]])


def _connected(linked: np.ndarray, subset: np.ndarray) -> np.ndarray:
    """Tell whether a subset of bits hangs together by the links (c, d) between them; the empty one does not.

    `subset` is (c, 1), or (1, s) for the same s subsets of each.
    """
    reached = np.repeat(subset & -subset, len(linked) // len(subset), axis=0)
    while True:
        before = reached.copy()
        for place in range(linked.shape[1]):
            reached |= -((reached >> place) & 1) & linked[:, place, None] & subset
        if (reached == before).all():
            return (reached == subset) & (subset != 0)


def colours(graph: Graph) -> np.ndarray:
    """Return (a,) colours 0, 1, ... of the nodes such that neighbours differ: the first that no neighbour has."""
    colour = [-1] * graph.size
    for node, near in enumerate(graph.neighbours):
        taken = {colour[other] for other in near}
        colour[node] = next(one for one in range(len(taken) + 1) if one not in taken)
    return np.array(colour, dtype=np.int64)
