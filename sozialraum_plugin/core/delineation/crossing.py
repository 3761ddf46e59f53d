"""The last resort: an area that no division lifts above the minimum joins across a barrier."""

from __future__ import annotations

from random import Random

import numpy as np

from .feasibility import areas_below_minimum
from .partition import Partition, compatible
from .split import divide

TRIES = 60


def cross_barriers(partition: Partition, rng: Random) -> None:
    """Join areas below the minimum to the area across the barrier with the longest common border that has room.

    If none has room, the two are divided anew, across the barrier, into parts within the bounds.
    """
    for area in areas_below_minimum(partition):
        if area in partition.members and partition.population[area] < partition.atoms.minimum:
            _cross(partition, area, rng)


def _cross(partition: Partition, area: int, rng: Random) -> None:
    lengths = _borders_across(partition, area)
    ranked = sorted(lengths, key=lambda other: (-lengths[other], other))
    ranked = [other for other in ranked if compatible(partition.fixed[[area]], partition.fixed[[other]])[0]]
    for other in ranked:
        if partition.population[area] + partition.population[other] <= partition.atoms.maximum:
            _open(partition, area, other)
            partition.merge(other, area)
            return
    for other in ranked:
        closed = partition.atoms.graph
        _open(partition, area, other)
        parts = divide(partition.atoms, partition.members[area] | partition.members[other], rng, TRIES)
        if parts is not None:
            partition.replace([area, other], parts)
            return
        partition.atoms.use_graph(closed)


def _borders_across(partition: Partition, area: int) -> dict[int, float]:
    """Return the metres of closed border of an area with each area on the other side."""
    atoms = partition.atoms
    lengths: dict[int, float] = {}
    ends = partition.label[atoms.barrier_edges]
    for place in np.flatnonzero((ends == area).sum(axis=1) == 1).tolist():
        other = int(ends[place].sum()) - area
        lengths[other] = lengths.get(other, 0.0) + float(atoms.barrier_length[place])
    return lengths


def _open(partition: Partition, area: int, other: int) -> None:
    """Open the barrier edges between two areas."""
    atoms = partition.atoms
    between = (np.sort(partition.label[atoms.barrier_edges], axis=1) == sorted((area, other))).all(axis=1)
    atoms.use_graph(atoms.graph.with_edges(atoms.barrier_edges[between], atoms.barrier_length[between]))
