"""A division of atoms into areas while it is being improved."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from .atoms import Atoms
from .fixed import FREE
from .forest import best_cuts
from .split import Cut, best_cut


class Partition:
    """Areas by number with their running sums; a number is free where `members` has no entry.

    `label` (a,) is the area of each atom; `population`, `count`, `total` hold sums per area number; `version`
    changes whenever an area does, so that what is known of it can be kept until then.
    """

    def __init__(self, atoms: Atoms, label: np.ndarray, bucket: np.ndarray) -> None:
        self.atoms = atoms
        self.bucket_of_atom = bucket
        self.label = np.unique(label, return_inverse=True)[1].astype(np.int64)
        self.members: dict[int, set[int]] = {}
        self.population = np.zeros(atoms.size + 1)
        self.count = np.zeros(atoms.size + 1)
        self.total = np.zeros((atoms.size + 1, atoms.total.shape[1]))
        self.fixed = np.full(atoms.size + 1, FREE)
        self.bucket = np.zeros(atoms.size + 1, dtype=np.int64)
        self.version = [0] * (atoms.size + 1)
        self._clock = 0
        self._splits: dict[int, tuple[int, Cut | None]] = {}
        for area, nodes in enumerate(grouped(self.label, int(self.label.max()) + 1)):
            self._found(area, nodes)
        self._free = list(range(atoms.size, len(self.members) - 1, -1))

    def areas(self, bucket: int | None = None) -> list[int]:
        """Return the area numbers, of one bucket or all, in ascending order."""
        return sorted(area for area in self.members if bucket is None or self.bucket[area] == bucket)

    def atoms_of(self, areas: Iterable[int]) -> set[int]:
        """Return the atoms of several areas."""
        return set().union(*(self.members[area] for area in areas))

    def neighbour_areas(self, area: int) -> list[int]:
        """Return the areas that touch an area, in ascending order."""
        label = self.label
        found = {int(label[other]) for node in self.members[area] for other in self.atoms.graph.neighbours[node]}
        return sorted(found - {area})

    def pairs(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return all pairs of touching areas as (p,) first, (p,) second, (p,) metres of common border."""
        ends = np.sort(self.label[self.atoms.graph.edges], axis=1)
        apart = ends[:, 0] != ends[:, 1]
        size = self.atoms.size + 1
        keys, inverse = np.unique(ends[apart, 0] * size + ends[apart, 1], return_inverse=True)
        return keys // size, keys % size, np.bincount(inverse, self.atoms.graph.length[apart], len(keys))

    def compact_label(self) -> np.ndarray:
        """Return the area of each atom, (a,), numbered from 0 without gaps."""
        return np.unique(self.label, return_inverse=True)[1].astype(np.int64)

    def sum_of_squares(self) -> float:
        """Return the within sum of squares of the atoms' means, each counting as often as it has units."""
        atoms = self.atoms
        areas = self.areas()
        whole = np.einsum("ij,ij->", atoms.total, atoms.mean)
        return float(whole - (self.total[areas] ** 2 / self.count[areas][:, None]).sum())

    def objective(self) -> float:
        """Return the sum of squares and the price of the borders between areas."""
        graph = self.atoms.graph
        apart = self.label[graph.edges[:, 0]] != self.label[graph.edges[:, 1]]
        return self.sum_of_squares() + self.atoms.border_cost * float(graph.length[apart].sum())

    def merge_costs(self, first: np.ndarray, second: np.ndarray, length: np.ndarray) -> np.ndarray:
        """Return what the objective gains when pairs of areas with a common border are joined; infinite if barred."""
        count_1, count_2 = self.count[first], self.count[second]
        apart = self.total[first] / count_1[:, None] - self.total[second] / count_2[:, None]
        costs = np.einsum("ij,ij->i", apart, apart) * count_1 * count_2 / (count_1 + count_2)
        too_many = self.population[first] + self.population[second] > self.atoms.maximum
        barred = too_many | ~compatible(self.fixed[first], self.fixed[second])
        return np.where(barred, np.inf, costs - self.atoms.border_cost * length)

    def best_split(self, area: int) -> Cut | None:
        """Return the cheapest cut of an area into two within the bounds; worked out anew only if the area changed."""
        version, cut = self._splits.get(area, (-1, None))
        if version != self.version[area]:
            cut = best_cut(self.atoms, self.members[area])
            self._splits[area] = (self.version[area], cut)
        return cut

    def find_splits(self) -> None:
        """Work out the cheapest cuts of all areas that have changed, all at the same time."""
        stale = [area for area in self.areas() if self._splits.get(area, (-1, None))[0] != self.version[area]]
        if not stale:
            return
        place = np.full(self.atoms.size + 1, -1)
        place[stale] = np.arange(len(stale))
        label = place[self.label]
        cuts = best_cuts(self.atoms, label, len(stale))
        parts = grouped(np.where(cuts.cut_off, label, -1), len(stale))
        for area, gain, part in zip(stale, cuts.gain.tolist(), parts):
            self._splits[area] = (self.version[area], Cut(gain, frozenset(part)) if part else None)

    # -- changes ----------------------------------------------------------------------------------------------------
    def move(self, node: int, target: int) -> None:
        """Move an atom into another area."""
        source = int(self.label[node])
        self.members[source].discard(node)
        self.members[target].add(node)
        self.label[node] = target
        atoms = self.atoms
        for area, sign in ((source, -1), (target, 1)):
            self.population[area] += sign * atoms.population[node]
            self.count[area] += sign * atoms.count[node]
            self.total[area] += sign * atoms.total[node]
            self._touch(area)

    def merge(self, kept: int, gone: int) -> None:
        """Join two areas under the number of the first."""
        self.replace([kept, gone], [self.members[kept] | self.members[gone]])

    def replace(self, areas: Iterable[int], parts: Iterable[Iterable[int]]) -> list[int]:
        """Replace areas by other parts of the same atoms; return the parts' numbers."""
        numbers = sorted(areas)
        for area in numbers:
            del self.members[area]
        self._free.extend(reversed(numbers))
        return [self._found(self._free.pop(), sorted(part)) for part in parts]

    def _found(self, area: int, nodes: list[int]) -> int:
        atoms = self.atoms
        self.members[area] = set(nodes)
        self.label[nodes] = area
        self.population[area] = atoms.population[nodes].sum()
        self.count[area] = atoms.count[nodes].sum()
        self.total[area] = atoms.total[nodes].sum(axis=0)
        self.fixed[area] = atoms.fixed[nodes].max()
        self.bucket[area] = self.bucket_of_atom[nodes[0]]
        self._touch(area)
        return area

    def _touch(self, area: int) -> None:
        self._clock += 1
        self.version[area] = self._clock


def compatible(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Tell which pairs of given areas (or -1) may be one area."""
    return (first == FREE) | (second == FREE) | (first == second)


def grouped(label: np.ndarray, groups: int) -> list[list[int]]:
    """Return the places of each label 0 to `groups` - 1 in `label`, where -1 is none."""
    order = np.argsort(label, kind="stable")
    bounds = np.searchsorted(label[order], np.arange(groups + 1))
    places = order.tolist()
    return [places[start:end] for start, end in zip(bounds[:-1].tolist(), bounds[1:].tolist())]
