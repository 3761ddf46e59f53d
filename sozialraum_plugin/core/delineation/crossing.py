"""The last resort: an area that no division lifts above the minimum is helped from across a barrier."""

from __future__ import annotations

from collections.abc import Collection
from random import Random
from typing import Callable

import numpy as np

from .feasibility import areas_below_minimum, best_division, surroundings
from .partition import Partition, compatible

PARTNERS = 3  # areas across the barrier that are tried for each set of areas on this side


def cross_barriers(partition: Partition, rng: Random, goes_on: Callable[[], bool]) -> None:
    """Lift areas below the minimum with one area across the barrier, that with the longest common border first.

    The small area joins it whole where the maximum allows; else it and its surroundings are divided anew together
    with that area. Ends when nothing helps or `goes_on` says no.
    """
    hopeless: set[int] = set()
    while goes_on():
        small = [area for area in areas_below_minimum(partition) if partition.version[area] not in hopeless]
        if not small:
            return
        if not (_join_across(partition, small[0]) or _divide_across(partition, small[0], rng)):
            hopeless.add(partition.version[small[0]])


def _join_across(partition: Partition, area: int) -> bool:
    for other in _areas_across(partition, [area]):
        room = partition.atoms.maximum - partition.population[other]
        if partition.population[area] <= room and compatible(partition.fixed[[area]], partition.fixed[[other]])[0]:
            _open(partition, [area], other)
            partition.merge(other, area)
            return True
    return False


def _divide_across(partition: Partition, area: int, rng: Random) -> bool:
    for near in [[area], *surroundings(partition, area)]:
        for other in _areas_across(partition, near)[:PARTNERS]:
            areas = [*near, other]
            nodes = sorted(partition.atoms_of(areas))
            local = partition.atoms.local(nodes, *_between(partition, near, other))
            parts = best_division(local, set(range(len(nodes))), rng, len(areas))
            if parts is not None:
                _open(partition, near, other)
                partition.replace(areas, [{nodes[place] for place in part} for part in parts])
                return True
    return False


def _areas_across(partition: Partition, areas: Collection[int]) -> list[int]:
    """Return the areas across a barrier from any of `areas`, that with the longest common border first."""
    atoms = partition.atoms
    ends = partition.label[atoms.barrier_edges]
    here = np.isin(ends, list(areas))
    lengths: dict[int, float] = {}
    for place in np.flatnonzero(here[:, 0] != here[:, 1]).tolist():
        other = int(ends[place, 1] if here[place, 0] else ends[place, 0])
        lengths[other] = lengths.get(other, 0.0) + float(atoms.barrier_length[place])
    return sorted(lengths, key=lambda other: (-lengths[other], other))


def _open(partition: Partition, areas: Collection[int], other: int) -> None:
    """Let areas grow across the barrier between some areas and another one."""
    partition.atoms.use_graph(partition.atoms.graph.with_edges(*_between(partition, areas, other)))


def _between(partition: Partition, areas: Collection[int], other: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the closed edges between some areas and another one, and their lengths."""
    atoms = partition.atoms
    ends = partition.label[atoms.barrier_edges]
    between = np.isin(ends, list(areas)).any(axis=1) & (ends == other).any(axis=1)
    return atoms.barrier_edges[between], atoms.barrier_length[between]
