"""What the engine moves about: units, or groups of units that must stay together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from .barriers import join_small_parts, parts_of
from .fixed import FREE, tie_fixed_units
from .graph import Graph, UnionFind, components
from .problem import Problem


@dataclass
class Atoms:
    """a atoms with sums over their units; `graph` has the edges along which areas may grow.

    `unit_atom` (n,) gives the atom of each unit, `count` (a,) the units of each atom, `total` (a, m) the sums of
    their standardised attributes, `fixed` (a,) the given area or -1, `component` (a,) the connected part.
    `barrier_edges` (b, 2) with `barrier_length` (b,) are closed. `border_cost` is the price of a metre of border.
    """

    unit_atom: np.ndarray
    count: np.ndarray
    total: np.ndarray
    population: np.ndarray
    group: np.ndarray
    fixed: np.ndarray
    graph: Graph
    component: np.ndarray
    barrier_edges: np.ndarray
    barrier_length: np.ndarray
    minimum: float
    maximum: float
    border_cost: float

    @property
    def size(self) -> int:
        """The number of atoms."""
        return len(self.count)

    def local(self, nodes: list[int], extra_edges: np.ndarray, extra_length: np.ndarray) -> Atoms:
        """Return only some atoms, sorted, renumbered from 0, with the edges among them and extra ones."""
        edges = np.vstack([self.graph.edges, extra_edges])
        inside = np.isin(edges, nodes).all(axis=1)
        length = np.concatenate([self.graph.length, extra_length])[inside]
        graph = Graph(len(nodes), np.searchsorted(nodes, edges[inside]), length)
        parts = {name: getattr(self, name)[nodes] for name in ("count", "total", "population", "group", "fixed")}
        return replace(self, **parts, graph=graph, component=self.component[nodes])

    @cached_property
    def gaps(self) -> list[list[float]]:
        """Squared attribute distance from each atom to its neighbours, in the order of `graph.neighbours`."""
        gaps: list[list[float]] = [[] for _ in range(self.size)]
        mean = self.mean
        apart = mean[self.graph.edges[:, 0]] - mean[self.graph.edges[:, 1]]
        for (first, second), gap in zip(self.graph.edges.tolist(), np.einsum("ij,ij->i", apart, apart).tolist()):
            gaps[first].append(gap)
            gaps[second].append(gap)
        return gaps

    @cached_property
    def edges_by_gap(self) -> np.ndarray:
        """The edges (e, 2), that with the smallest attribute distance first."""
        apart = self.mean[self.graph.edges[:, 0]] - self.mean[self.graph.edges[:, 1]]
        return self.graph.edges[np.argsort(np.einsum("ij,ij->i", apart, apart), kind="stable")]

    @cached_property
    def mean(self) -> np.ndarray:
        """The mean attributes of each atom's units, (a, m)."""
        return self.total / self.count[:, None]

    def use_graph(self, graph: Graph) -> None:
        """Let areas grow along other edges from now on."""
        self.graph = graph
        for derived in ("gaps", "edges_by_gap", "borders"):
            self.__dict__.pop(derived, None)

    @cached_property
    def borders(self) -> list[dict[int, float]]:
        """Metres of border from each atom to each neighbour."""
        borders: list[dict[int, float]] = [{} for _ in range(self.size)]
        for (first, second), length in zip(self.graph.edges.tolist(), self.graph.length.tolist()):
            borders[first][second] = borders[second][first] = length
        return borders

    def border_between(self, first: Collection[int], second: Collection[int]) -> float:
        """Return the metres of border between two sets of atoms; the second is looked up, so make it a set."""
        return sum(length for node in first for other, length in self.borders[node].items() if other in second)


def build_atoms(problem: Problem, values: np.ndarray, compactness: float) -> Atoms:
    """Return the atoms of a problem with standardised `values` (n, m).

    Units fixed to one area are one atom; so is a part below the minimum, which is never divided. What is above the
    maximum by itself has no edges, since it stays alone. A unit of `compactness` prices the whole border like the
    whole sum of squares.
    """
    union = UnionFind(problem.size)
    clear = ~problem.barrier
    owner = tie_fixed_units(problem, Graph(problem.size, problem.edges[clear], problem.border_length[clear]), union)
    tied = union.numbers()
    large = (np.bincount(tied, problem.population) > problem.maximum)[tied]
    usable = ~large[problem.edges].any(axis=1)
    clear = _yield_barriers(problem, union, owner, clear & usable)
    node = union.numbers()
    edges, length = _between_atoms(node, problem.edges[clear], problem.border_length[clear])
    closed = usable & ~clear
    barrier_edges, barrier_length = _between_atoms(node, problem.edges[closed], problem.border_length[closed])
    border = float(problem.border_length.sum())
    size = int(node.max()) + 1
    return Atoms(
        unit_atom=node,
        count=np.bincount(node).astype(float),
        total=np.column_stack([np.bincount(node, column, size) for column in values.T]).reshape(size, -1)
        if values.shape[1]
        else np.zeros((size, 0)),
        population=np.bincount(node, problem.population),
        group=_of_atom(node, problem.group),
        fixed=_of_atom(node, owner),
        graph=Graph(size, edges, length),
        component=components(size, edges),
        barrier_edges=barrier_edges,
        barrier_length=barrier_length,
        minimum=problem.minimum,
        maximum=problem.maximum,
        border_cost=compactness * float((values**2).sum()) / border if border > 0 else 0.0,
    )


def _yield_barriers(problem: Problem, union: UnionFind, owner: np.ndarray, clear: np.ndarray) -> np.ndarray:
    """Join parts below the minimum across barriers, tie each such part, and return the edges (e,) then open."""
    numbers = np.flatnonzero(problem.barrier & ~clear)
    usable = clear.copy()
    parts = parts_of(problem.population, problem.edges[clear], problem.edges[numbers], numbers)
    joined, opened = join_small_parts(parts, problem.minimum, problem.border_length)
    small = [units for part, units in parts.members.items() if parts.population[part] < problem.minimum]
    for units in [*joined, *small]:
        if len(set(owner[units].tolist()) - {FREE}) < 2:
            union.join_all(units)
            owner[units] = owner[units].max()
    usable[opened] = True
    return usable


def _between_atoms(node: np.ndarray, edges: np.ndarray, length: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the edges between atoms with summed lengths."""
    pairs = np.sort(node[edges], axis=1)
    apart = pairs[:, 0] != pairs[:, 1]
    size = int(node.max()) + 1
    keys, inverse = np.unique(pairs[apart, 0] * size + pairs[apart, 1], return_inverse=True)
    return np.column_stack([keys // size, keys % size]), np.bincount(inverse, length[apart], len(keys))


def _of_atom(node: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Return the largest value per atom, which is the only one but for free units among fixed ones."""
    result = np.full(int(node.max()) + 1, values.min())
    np.maximum.at(result, node, values)
    return result
