"""Simulated annealing of single moves, many at a time in numpy.

S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi (1983): Optimization by Simulated Annealing, Science 220, 671-680.

Atoms get colours so that neighbours differ. The atoms of one colour are tried at the same time: none of them is a
neighbour of another, and each passes the test of `Rings`, so that one after the other they leave every area connected.
Those that do not pass it move later, one of each area, if a search through the area finds it connected without them.
"""

from __future__ import annotations

import numpy as np

from .atoms import Atoms
from .fixed import FREE
from .rings import Rings

SWEEPS_PER_SEARCH = 2  # every second sweep ends with searches, which take long
SEARCHES_TO_JUDGE = 300
LEAST_FOUND = 0.05  # of the nodes searched for


class Annealing:
    """A division of a atoms into k areas in motion.

    `label` (a,) is 0 to k-1. Rows of `parts` (m + 2, a) are the attribute sums of each atom, its units and its
    inhabitants; `sums` (m + 2, k) are the same of each area, and `state` has means in place of attribute sums.
    """

    def __init__(self, atoms: Atoms, rings: Rings, label: np.ndarray, random: np.random.Generator) -> None:
        self._minimum, self._maximum = atoms.minimum, atoms.maximum
        self._border_cost = atoms.border_cost
        self._rings = rings
        self._random = random
        self._areas = int(label.max()) + 1
        self._label = np.append(label, self._areas).astype(np.int64)  # the last stands for no neighbour
        self._parts = np.ascontiguousarray(np.vstack([atoms.total.T, atoms.count, atoms.population]))
        self._means = np.ascontiguousarray(np.vstack([atoms.mean.T, atoms.count, atoms.population]))
        self._rows = np.arange(len(self._parts))[:, None] * self._areas
        self._sums = self._added_up(self._label[:-1], self._parts)
        self._state = self._state_of_areas()
        self._outline = rings.length.sum(axis=1)
        self._searches = True
        self._sweeps = self._searched = self._found = 0
        self._node, self._other = self._directed_edges(atoms)

    @property
    def label(self) -> np.ndarray:
        """The area of each atom now."""
        return self._label[:-1].copy()

    def sweep(self, temperature: float) -> None:
        """Try to move each atom at a border once, into an area that one of its neighbours belongs to."""
        self._sweeps += 1
        apart = np.flatnonzero(self._label[self._node] != self._label[self._other])
        if not len(apart):
            return
        first = np.flatnonzero(np.diff(self._node[apart], prepend=-1))
        choices = np.diff(first, append=len(apart))
        apart = apart[first + (self._random.random(len(first)) * choices).astype(np.int64)]
        node, other = self._node[apart], self._other[apart]
        means = self._means.take(node, axis=1)
        patience = self._random.standard_exponential(len(node)) * temperature
        ends = np.flatnonzero(np.diff(self._rings.colour[node])) + 1
        for start, end in zip([0, *ends.tolist()], [*ends.tolist(), len(node)]):
            part = slice(start, end)
            self._try(node[part], other[part], means[:, part], patience[part])

    def _try(self, node: np.ndarray, other: np.ndarray, means: np.ndarray, patience: np.ndarray) -> None:
        """Carry out the moves of `node` to the areas of `other` that Metropolis' rule and the bounds allow."""
        source, target = self._label[node], self._label[other]
        change, possible = self._changes(source, target, means)
        chosen = np.flatnonzero(possible & (change < patience + self._border_cost * self._outline[node]))
        node, source, target = node[chosen], source[chosen], target[chosen]
        around = self._label.take(self._rings.around.take(node, axis=0))
        inside = around == source[:, None]
        if self._border_cost:
            change = change[chosen] + self._border_cost * self._border_changes(node, inside, around == target[:, None])
            chosen = np.flatnonzero(change < patience[chosen])
            node, source, target, inside = node[chosen], source[chosen], target[chosen], inside[chosen]
        removable = self._rings.removable(node, inside)
        chosen = np.flatnonzero(removable)
        self._move_together(node[chosen], source[chosen], target[chosen])
        if self._searches and self._sweeps % SWEEPS_PER_SEARCH == 0 and not removable.all():
            chosen = np.flatnonzero(~removable & inside.any(axis=1))
            self._search(node[chosen], source[chosen], target[chosen])

    def _search(self, node: np.ndarray, source: np.ndarray, target: np.ndarray) -> None:
        """Carry out moves whose nodes may tear their area, one of each area, where a search says they do not.

        Gives up searching for good when that hardly ever finds any: in a graph of triangles the rings say it all.
        """
        chosen = np.unique(source, return_index=True)[1]
        self._searched += len(chosen)
        chosen = chosen[self._rings.removable_at_last(node[chosen], self._label)]
        self._found += len(chosen)
        self._searches = self._searched < SEARCHES_TO_JUDGE or self._found > LEAST_FOUND * self._searched
        self._move_together(node[chosen], source[chosen], target[chosen])

    def _move_together(self, node: np.ndarray, source: np.ndarray, target: np.ndarray) -> None:
        """Carry out moves within the bounds; where they may break these together, only the first of an area."""
        people = self._parts[-1, node]
        population = self._sums[-1]
        allowed = np.flatnonzero(self._within_bounds(population[source], population[target], people))
        node, source, target, people = node[allowed], source[allowed], target[allowed], people[allowed]
        low = population - np.bincount(source, people, self._areas) < self._minimum
        tight = low | (population + np.bincount(target, people, self._areas) > self._maximum)
        if tight.any():
            place = np.arange(len(node))
            first = np.full(self._areas, len(node))
            first[np.column_stack([source, target]).ravel()[::-1]] = np.repeat(place, 2)[::-1]
            alone = (~tight[source] | (first[source] == place)) & (~tight[target] | (first[target] == place))
            node, source, target = node[alone], source[alone], target[alone]
        self._label[node] = target
        parts = self._parts.take(node, axis=1)
        self._sums += self._added_up(np.concatenate([target, source]), np.concatenate([parts, -parts], axis=1))
        self._state = self._state_of_areas()

    def _changes(self, source: np.ndarray, target: np.ndarray, means: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the change of the sum of squares by each move alone, and whether it is one that keeps the bounds."""
        here, there = self._state.take(source, axis=1), self._state.take(target, axis=1)
        weight, people = means[-2:]
        away, towards = means[:-2] - here[:-2], means[:-2] - there[:-2]
        left = np.maximum(here[-2] - weight, 0.5)
        loss = np.einsum("ij,ij->j", away, away) * (here[-2] / left)
        gain = np.einsum("ij,ij->j", towards, towards) * (there[-2] / (there[-2] + weight))
        possible = self._within_bounds(here[-1], there[-1], people) & (source != target)
        return (gain - loss) * weight, possible

    def _within_bounds(self, population_from: np.ndarray, population_to: np.ndarray, people: np.ndarray) -> np.ndarray:
        """Tell which moves of `people` leave both areas within the bounds; nobody can be moved anywhere."""
        possible = (population_from - people >= self._minimum) & (population_to + people <= self._maximum)
        return possible | (people == 0)

    def _border_changes(self, node: np.ndarray, inside: np.ndarray, beyond: np.ndarray) -> np.ndarray:
        """Return by how many metres the border between areas grows with each move.

        `inside` and `beyond` (c, d) tell which neighbours are in the area that the node leaves and in that it joins.
        """
        sign = inside.astype(np.int8) - beyond.astype(np.int8)
        return np.einsum("ij,ij->i", sign, self._rings.length.take(node, axis=0))

    def _added_up(self, areas: np.ndarray, parts: np.ndarray) -> np.ndarray:
        """Return the sums (m + 2, k) of `parts` (m + 2, c) by area."""
        size = len(self._rows) * self._areas
        return np.bincount((self._rows + areas).ravel(), parts.ravel(), size).reshape(-1, self._areas)

    def _state_of_areas(self) -> np.ndarray:
        state = self._sums.copy()
        state[:-2] /= state[-2]
        return state

    def _directed_edges(self, atoms: Atoms) -> tuple[np.ndarray, np.ndarray]:
        """Return the edges from each atom that may move to its neighbours, by colour and atom."""
        ends = np.concatenate([atoms.graph.edges, atoms.graph.edges[:, ::-1]])
        ends = ends[(atoms.fixed[ends[:, 0]] == FREE) & self._rings.known[ends[:, 0]]]
        ends = ends[np.lexsort((ends[:, 0], self._rings.colour[ends[:, 0]]))]
        return ends[:, 0].copy(), ends[:, 1].copy()
