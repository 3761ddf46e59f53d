"""Making the bounds and the number of areas hold."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import islice
from random import Random
from typing import Callable

import numpy as np

from .atoms import Atoms
from .counts import Counts
from .exact import LARGEST, exact_division, exact_division_of_count
from .partition import Partition
from .split import divide

TRIES_PER_PAIR = 12
TRIES_PER_SURROUNDINGS = 30
STARTS = 60  # areas around which another number of areas is tried for in vain
SETS_PER_START = 8
LARGEST_SURROUNDINGS = 12  # areas that are divided anew together


def areas_below_minimum(partition: Partition) -> list[int]:
    """Return the areas with too few inhabitants, the smallest first."""
    low = partition.atoms.minimum
    small = [area for area in partition.areas() if partition.population[area] < low]
    return sorted(small, key=lambda area: (partition.population[area], area))


def lift_small_areas(partition: Partition, rng: Random, goes_on: Callable[[], bool]) -> None:
    """Bring each area below the minimum into the bounds, if that can be found.

    First by joining the neighbour that raises the objective least; where the maximum forbids this, by dividing it
    anew together with a neighbour, then with more and more of its surroundings. Once `goes_on` says no, only the
    first is tried.
    """
    hopeless: set[int] = set()
    while True:
        small = [area for area in areas_below_minimum(partition) if partition.version[area] not in hopeless]
        if not small:
            return
        if not (absorb(partition, small[0]) or (goes_on() and _divide_anew(partition, small[0], rng))):
            hopeless.add(partition.version[small[0]])


def absorb(partition: Partition, area: int) -> bool:
    """Join an area to the neighbour that raises the objective least within the maximum; tell whether there was one."""
    others = np.array(partition.neighbour_areas(area), dtype=np.int64)
    if not len(others):
        return False
    members = partition.members
    lengths = np.zeros(len(others))
    if partition.atoms.border_cost:
        lengths[:] = [partition.atoms.border_between(members[area], members[other]) for other in others.tolist()]
    costs = partition.merge_costs(np.full_like(others, area), others, lengths)
    best = int(np.argmin(costs))
    if not np.isfinite(costs[best]):
        return False
    partition.merge(int(others[best]), area)
    return True


def _divide_anew(partition: Partition, area: int, rng: Random) -> bool:
    """Divide an area and some of its surroundings into parts within the bounds; tell whether it was possible."""
    for areas in surroundings(partition, area):
        parts = best_division(partition.atoms, partition.atoms_of(areas), rng, len(areas))
        if parts is not None:
            partition.replace(areas, parts)
            return True
    return False


def best_division(atoms: Atoms, nodes: set[int], rng: Random, areas: int) -> list[set[int]] | None:
    """Return parts within the bounds into which the nodes of some areas can be divided, or None if none is found.

    A few atoms are divided at best, more by chance.
    """
    if len(nodes) <= LARGEST:
        return exact_division(atoms, nodes)
    return divide(atoms, nodes, rng, TRIES_PER_PAIR if areas == 2 else TRIES_PER_SURROUNDINGS)


def surroundings(partition: Partition, area: int) -> Iterator[list[int]]:
    """Yield connected sets of areas around an area: with each neighbour, then ring by ring."""
    near = sorted(partition.neighbour_areas(area), key=lambda other: (-partition.population[other], other))
    for other in near:
        yield [area, other]
    gathered = [area, *near]
    for end in range(3, LARGEST_SURROUNDINGS + 1):
        if end > len(gathered):
            known = set(gathered)
            ring = {far for one in gathered for far in partition.neighbour_areas(one)} - known
            gathered += sorted(ring)
        if end > len(gathered):
            return
        yield gathered[:end]


def meet_counts(partition: Partition, counts: Counts, rng: Random) -> None:
    """Split or join areas until each bucket has its quota or nothing more can be done within the bounds.

    Where no area can be split and no two joined, some that lie together are divided anew into one more or one fewer.
    """
    for bucket, quota in enumerate(counts.quota.tolist()):
        missing = quota - len(partition.areas(bucket))
        if missing > 0:
            _split_best(partition, bucket, missing)
        elif missing < 0:
            _join_cheapest(partition, bucket, -missing)
        step = 1 if missing > 0 else -1
        hopeless: set[int] = set()
        while len(partition.areas(bucket)) != quota and _divide_into(partition, bucket, step, rng, hopeless):
            pass


def _divide_into(partition: Partition, bucket: int, step: int, rng: Random, hopeless: set[int]) -> bool:
    """Divide some areas around one anew into `step` more; tell whether that was possible anywhere.

    `hopeless` keeps the versions of areas around which it was tried in vain.
    """
    low, high = partition.atoms.minimum, partition.atoms.maximum
    starts = sorted(partition.areas(bucket), key=lambda area: (-step * partition.population[area], area))
    starts = [area for area in starts if partition.version[area] not in hopeless]
    for start in starts[: max(0, STARTS - len(hopeless))]:
        for areas in [[start], *islice(surroundings(partition, start), SETS_PER_START)]:
            count = len(areas) + step
            if count * low <= partition.population[areas].sum() <= count * high:
                parts = _division_of_count(partition, areas, count, rng)
                if parts is not None:
                    partition.replace(areas, parts)
                    return True
        hopeless.add(partition.version[start])
    return False


def _division_of_count(partition: Partition, areas: list[int], count: int, rng: Random) -> list[set[int]] | None:
    nodes = partition.atoms_of(areas)
    if len(nodes) <= LARGEST:
        return exact_division_of_count(partition.atoms, nodes, count)
    return divide(partition.atoms, nodes, rng, TRIES_PER_PAIR, count)


def _split_best(partition: Partition, bucket: int, number: int) -> None:
    heap: list[tuple[float, int]] = []
    waiting = partition.areas(bucket)
    partition.find_splits()
    for _ in range(number):
        for area in waiting:
            cut = partition.best_split(area)
            if cut is not None:
                heapq.heappush(heap, (-cut.gain, area))
        if not heap:
            return
        area = heapq.heappop(heap)[1]
        part = partition.best_split(area).part
        waiting = partition.replace([area], [part, partition.members[area] - part])


def _join_cheapest(partition: Partition, bucket: int, number: int) -> None:
    for _ in range(number):
        first, second, length = partition.pairs()
        costs = partition.merge_costs(first, second, length)
        costs[partition.bucket[first] != bucket] = np.inf
        if not len(costs) or not np.isfinite(costs.min()):
            return
        best = int(np.argmin(costs))
        partition.merge(int(first[best]), int(second[best]))


def divide_small_buckets_best(partition: Partition, counts: Counts) -> None:
    """Divide each bucket of a few atoms into its quota of areas with the least objective of all, if there are any.

    Single atoms beyond the bounds without neighbours stay alone.
    """
    atoms = partition.atoms
    for bucket, quota in enumerate(counts.quota.tolist()):
        areas = [area for area in partition.areas(bucket) if not _stands_alone(partition, area)]
        nodes = partition.atoms_of(areas)
        count = quota - (len(partition.areas(bucket)) - len(areas))
        if 1 <= count <= len(nodes) <= LARGEST:
            parts = exact_division_of_count(atoms, nodes, count)
            if parts is not None:
                partition.replace(areas, parts)


def _stands_alone(partition: Partition, area: int) -> bool:
    atoms = partition.atoms
    return not atoms.minimum <= partition.population[area] <= atoms.maximum and not partition.neighbour_areas(area)
