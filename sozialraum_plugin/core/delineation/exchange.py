"""Changing areas as a whole: join two here and split one there, or divide two neighbours anew."""

from __future__ import annotations

import numpy as np

from .moves import GAIN
from .partition import Partition
from .split import best_cut


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
    """Divides pairs of neighbouring areas anew where that lowers the objective; remembers what was tried."""

    def __init__(self, partition: Partition) -> None:
        self.partition = partition
        self._tried: set[tuple[int, int]] = set()

    def run(self) -> bool:
        """Try every pair of touching areas that has changed since; tell whether any was divided anew."""
        partition = self.partition
        changed = False
        first, second, length = partition.pairs()
        costs = _costs_without_cap(partition, first, second, length)
        versions = list(partition.version)
        for one, other, cost in zip(first.tolist(), second.tolist(), costs.tolist()):
            key = (versions[one], versions[other])
            if key in self._tried or (partition.version[one], partition.version[other]) != key:
                continue
            self._tried.add(key)
            changed |= self._divide_anew(one, other, cost)
        return changed

    def _divide_anew(self, one: int, other: int, cost: float) -> bool:
        partition = self.partition
        if max(partition.fixed[one], partition.fixed[other]) >= 0:
            return False
        union = partition.members[one] | partition.members[other]
        cut = best_cut(partition.atoms, union)
        if cut is None or cut.gain <= cost + GAIN:
            return False
        partition.replace([one, other], [cut.part, union - cut.part])
        return True


def _costs_without_cap(partition: Partition, first: np.ndarray, second: np.ndarray, length: np.ndarray) -> np.ndarray:
    count_1, count_2 = partition.count[first], partition.count[second]
    apart = partition.total[first] / count_1[:, None] - partition.total[second] / count_2[:, None]
    costs = np.einsum("ij,ij->i", apart, apart) * count_1 * count_2 / (count_1 + count_2)
    return costs - partition.atoms.border_cost * length
