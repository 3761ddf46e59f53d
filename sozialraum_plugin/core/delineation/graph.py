"""Neighbourhood of units: who touches whom, what hangs together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property

import numpy as np


class Graph:
    """An undirected graph of `size` nodes; `edges` (e, 2) with `length` (e,), in metres of shared border."""

    def __init__(self, size: int, edges: np.ndarray, length: np.ndarray) -> None:
        self.size = size
        self.edges = edges
        self.length = length

    @cached_property
    def neighbours(self) -> list[list[int]]:
        """The neighbours of each node."""
        neighbours: list[list[int]] = [[] for _ in range(self.size)]
        for first, second in self.edges.tolist():
            neighbours[first].append(second)
            neighbours[second].append(first)
        return neighbours

    def with_edges(self, edges: np.ndarray, length: np.ndarray) -> Graph:
        """Return the graph with further edges."""
        return Graph(self.size, np.vstack([self.edges, edges]), np.concatenate([self.length, length]))

    def components(self) -> np.ndarray:
        """Return (n,) component numbers, in the order of their first node."""
        return components(self.size, self.edges)

    def parts(self, nodes: Collection[int]) -> list[set[int]]:
        """Return the connected parts of a set of nodes, each found from its smallest node."""
        left = set(nodes)
        found = []
        for node in sorted(nodes):
            if node in left:
                part = self._reach(node, left)
                left -= part
                found.append(part)
        return found

    def stays_connected(self, area: set[int], node: int) -> bool:
        """Tell whether `area`, which is connected, stays so without `node`; an area of one node does not.

        Exact: the node's neighbours in the area must reach each other without it.
        """
        wanted = {other for other in self.neighbours[node] if other in area}
        if len(wanted) < 2:
            return len(area) > 1
        start = wanted.pop()
        seen = {node, start}
        stack = [start]
        while stack:
            for other in self.neighbours[stack.pop()]:
                if other in area and other not in seen:
                    wanted.discard(other)
                    if not wanted:
                        return True
                    seen.add(other)
                    stack.append(other)
        return False

    def _reach(self, start: int, allowed: set[int]) -> set[int]:
        seen = {start}
        stack = [start]
        while stack:
            for other in self.neighbours[stack.pop()]:
                if other in allowed and other not in seen:
                    seen.add(other)
                    stack.append(other)
        return seen


def components(size: int, edges: np.ndarray) -> np.ndarray:
    """Return (n,) component numbers of `size` nodes joined by `edges` (e, 2), in the order of their first node."""
    root = np.arange(size)
    left = np.asarray(edges, dtype=np.int64).reshape(-1, 2)
    while True:
        ends = root[left]
        apart = ends[:, 0] != ends[:, 1]
        if not apart.any():
            return np.unique(root, return_inverse=True)[1].astype(np.int64)
        left, ends = left[apart], ends[apart]
        root[ends.max(axis=1)] = ends.min(axis=1)
        while (root[root] != root).any():
            root = root[root]


class UnionFind:
    """Sets of nodes that grow together, from those that `edges` (e, 2) join; the smallest node stands for its set."""

    def __init__(self, size: int, edges: np.ndarray | None = None) -> None:
        self._above = list(range(size))
        if edges is not None:
            number = components(size, edges)
            self._above = np.unique(number, return_index=True)[1][number].tolist()

    def find(self, node: int) -> int:
        """Return the node that stands for the set of `node`."""
        root = node
        while self._above[root] != root:
            root = self._above[root]
        while self._above[node] != root:
            self._above[node], node = root, self._above[node]
        return root

    def join(self, first: int, second: int) -> None:
        """Unite the sets of two nodes."""
        low, high = sorted((self.find(first), self.find(second)))
        self._above[high] = low

    def join_all(self, nodes: Iterable[int]) -> None:
        """Unite the sets of all nodes given."""
        members = list(nodes)
        for node in members[1:]:
            self.join(members[0], node)

    def numbers(self) -> np.ndarray:
        """Return (n,) set numbers, in the order of their first node."""
        roots = np.array([self.find(node) for node in range(len(self._above))], dtype=np.int64)
        return np.unique(roots, return_inverse=True)[1].astype(np.int64)
