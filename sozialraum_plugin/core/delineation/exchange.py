"""Changing areas as a whole: join two here and split one there, or divide two neighbours anew."""

from __future__ import annotations

import numpy as np

from .fixed import FREE
from .forest import best_cuts
from .moves import GAIN
from .partition import Partition, grouped


def exchange(partition: Partition) -> bool:
    """Join the pair of areas that costs least and split the area that gains most, while the sum of squares falls.

    Done in rounds of disjoint exchanges, within each bucket, so that the number of areas stays. Tells whether any
    was made.
    """
    changed = False
    while _round_of_exchanges(partition):
        changed = True
    return changed


def _round_of_exchanges(partition: Partition) -> bool:
    first, second, length = partition.pairs()
    costs = partition.merge_costs(first, second, length)
    merges = np.argsort(costs, kind="stable")[: int(np.isfinite(costs).sum())].tolist()
    partition.find_splits()
    splits = _splits_by_gain(partition)
    touched: set[int] = set()
    changed = False
    for merge in merges:
        one, other = int(first[merge]), int(second[merge])
        if one in touched or other in touched:
            continue
        candidates = splits.get(int(partition.bucket[one]), [])
        area = next((area for area in candidates if area not in touched and area not in (one, other)), None)
        if area is None or partition.best_split(area).gain <= costs[merge] + GAIN:
            continue
        touched.update((one, other, area))
        part = partition.best_split(area).part
        rest = partition.members[area] - part
        partition.replace([one, other, area], [partition.members[one] | partition.members[other], part, rest])
        changed = True
    return changed


def _splits_by_gain(partition: Partition) -> dict[int, list[int]]:
    """Return the areas of each bucket that can be split within the bounds, the greatest gain first."""
    splits: dict[int, list[int]] = {}
    for area in partition.areas():
        if partition.best_split(area) is not None:
            splits.setdefault(int(partition.bucket[area]), []).append(area)
    for areas in splits.values():
        areas.sort(key=lambda area: (-partition.best_split(area).gain, area))
    return splits


class Recombination:
    """Divides pairs of neighbouring areas anew where that lowers the objective; remembers what was tried.

    This is one step of D. DeFord, M. Duchin, J. Solomon (2021): Recombination: A Family of Markov Chains for
    Redistricting, Harvard Data Science Review 3.1, with the best cut in place of a random one.
    """

    def __init__(self, partition: Partition) -> None:
        self.partition = partition
        self._tried: set[tuple[int, int]] = set()

    def run(self) -> bool:
        """Try every pair of touching areas that has changed since; tell whether any was divided anew."""
        changed = False
        while True:
            pairs, costs = self._disjoint_pairs()
            if not pairs:
                return changed
            changed |= self._divide_anew(pairs, costs)

    def _disjoint_pairs(self) -> tuple[list[tuple[int, int]], list[float]]:
        """Return untried pairs without a common area, and what the objective loses when each pair is joined."""
        partition = self.partition
        first, second, length = partition.pairs()
        free = (partition.fixed[first] == FREE) & (partition.fixed[second] == FREE)
        first, second, length = first[free], second[free], length[free]
        costs = _costs_without_cap(partition, first, second, length)
        taken: set[int] = set()
        chosen = []
        for place, (one, other) in enumerate(zip(first.tolist(), second.tolist())):
            key = (partition.version[one], partition.version[other])
            if key not in self._tried and one not in taken and other not in taken:
                self._tried.add(key)
                taken.update((one, other))
                chosen.append(place)
        return list(zip(first[chosen].tolist(), second[chosen].tolist())), costs[chosen].tolist()

    def _divide_anew(self, pairs: list[tuple[int, int]], costs: list[float]) -> bool:
        partition = self.partition
        place = np.full(partition.atoms.size + 1, -1)
        for number, pair in enumerate(pairs):
            place[list(pair)] = number
        label = place[partition.label]
        cuts = best_cuts(partition.atoms, label, len(pairs))
        parts = grouped(np.where(cuts.cut_off, label, -1), len(pairs))
        changed = False
        for (one, other), cost, gain, part in zip(pairs, costs, cuts.gain.tolist(), parts):
            if gain > cost + GAIN:
                union = partition.members[one] | partition.members[other]
                partition.replace([one, other], [part, union.difference(part)])
                changed = True
        return changed


def _costs_without_cap(partition: Partition, first: np.ndarray, second: np.ndarray, length: np.ndarray) -> np.ndarray:
    count_1, count_2 = partition.count[first], partition.count[second]
    apart = partition.total[first] / count_1[:, None] - partition.total[second] / count_2[:, None]
    costs = np.einsum("ij,ij->i", apart, apart) * count_1 * count_2 / (count_1 + count_2)
    return costs - partition.atoms.border_cost * length
