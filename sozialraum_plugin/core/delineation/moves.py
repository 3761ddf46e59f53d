"""Moving single units across the border of their area as long as the areas become more homogeneous."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .fixed import FREE
from .partition import Partition

GAIN = 1e-9  # less than this is rounding
SWEEPS = 200  # a bound that is never reached, since every move lowers the objective


@dataclass(frozen=True)
class Candidates:
    """Possible moves of `node` (c,) into `target` (c,) and their `change` (c,) of the objective, best first."""

    node: np.ndarray
    target: np.ndarray
    change: np.ndarray


def improve_by_moves(partition: Partition) -> bool:
    """Apply improving moves within the bounds, the best first, until there is none; tell whether there was any."""
    moved = False
    tearing: dict[int, int] = {}
    for _ in range(SWEEPS):
        if not _sweep(partition, tearing):
            break
        moved = True
    return moved


def _sweep(partition: Partition, tearing: dict[int, int]) -> bool:
    """Apply each improving move once; `tearing` keeps the version of the area that would be torn without a node."""
    candidates = improving_moves(partition)
    touched: set[int] = set()
    moved = False
    for node, target in zip(candidates.node.tolist(), candidates.target.tolist()):
        source = int(partition.label[node])
        if source == target or tearing.get(node) == partition.version[source]:
            continue
        if not touched.isdisjoint((source, target)) and not _still_improves(partition, node, target):
            continue
        if partition.atoms.graph.stays_connected(partition.members[source], node):
            partition.move(node, target)
            touched.update((source, target))
            moved = True
        else:
            tearing[node] = partition.version[source]
    return moved


def improving_moves(partition: Partition) -> Candidates:
    """Return all moves of one atom into a touching area that lower the objective within the bounds."""
    node, target, border = _border_pairs(partition)
    atoms = partition.atoms
    free = atoms.fixed[node] == FREE
    node, target, border = node[free], target[free], border[free]
    change = _changes(partition, node, target)
    if atoms.border_cost:
        own = _border_with_own_area(partition)
        change += atoms.border_cost * (own[node] - border)
    good = (change < -GAIN) & _within_bounds(partition, node, target)
    order = np.flatnonzero(good)[np.argsort(change[good], kind="stable")]
    return Candidates(node[order], target[order], change[order])


def _border_pairs(partition: Partition) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return each atom at a border with each other area it touches, and the metres of that border."""
    graph = partition.atoms.graph
    ends = partition.label[graph.edges]
    apart = np.flatnonzero(ends[:, 0] != ends[:, 1])
    node = np.concatenate([graph.edges[apart, 0], graph.edges[apart, 1]])
    target = np.concatenate([ends[apart, 1], ends[apart, 0]])
    size = partition.atoms.size + 1
    keys, inverse = np.unique(node * size + target, return_inverse=True)
    return keys // size, keys % size, np.bincount(inverse, np.tile(graph.length[apart], 2), len(keys))


def _border_with_own_area(partition: Partition) -> np.ndarray:
    """Return the metres of border of each atom with atoms of its own area."""
    graph = partition.atoms.graph
    ends = partition.label[graph.edges]
    within = np.flatnonzero(ends[:, 0] == ends[:, 1])
    size = partition.atoms.size
    length = graph.length[within]
    return sum(np.bincount(graph.edges[within, side], length, size) for side in (0, 1))


def _changes(partition: Partition, node: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Return the change of the within sum of squares for each move; infinite where an area would vanish."""
    atoms = partition.atoms
    source = partition.label[node]
    weight, mean = atoms.count[node], atoms.mean[node]
    count_from, count_to = partition.count[source], partition.count[target]
    away = mean - partition.total[source] / count_from[:, None]
    towards = mean - partition.total[target] / count_to[:, None]
    left = count_from - weight
    loss = np.einsum("ij,ij->i", away, away) * weight * count_from / np.where(left > 0, left, 1)
    gain = np.einsum("ij,ij->i", towards, towards) * weight * count_to / (count_to + weight)
    return np.where(left > 0, gain - loss, np.inf)


def _within_bounds(partition: Partition, node: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Tell which moves keep both areas within the bounds, or do not make an area outside them worse."""
    atoms = partition.atoms
    people = atoms.population[node]
    left = partition.population[partition.label[node]] - people
    come = partition.population[target] + people
    return ((left >= atoms.minimum) & (come <= atoms.maximum)) | (people == 0)


def _still_improves(partition: Partition, node: int, target: int) -> bool:
    """Evaluate a move anew after one of its areas has changed."""
    nodes, targets = np.array([node]), np.array([target])
    neighbours = partition.atoms.graph.neighbours[node]
    if not any(partition.label[other] == target for other in neighbours):
        return False
    change = float(_changes(partition, nodes, targets)[0])
    if partition.atoms.border_cost:
        atoms = partition.atoms
        members = partition.members
        kept = atoms.border_between([node], members[int(partition.label[node])])
        change += atoms.border_cost * (kept - atoms.border_between([node], members[target]))
    return change < -GAIN and bool(_within_bounds(partition, nodes, targets)[0])
