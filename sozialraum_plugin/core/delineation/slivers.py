"""Merging of slivers: small faces between lines that nobody would call a block."""

from __future__ import annotations

import heapq

import numpy as np


def merge_slivers(
    area: np.ndarray,
    needed: np.ndarray,
    edges: np.ndarray,
    border: np.ndarray,
    group: np.ndarray,
    min_area: float,
    thin: np.ndarray | None = None,
) -> np.ndarray:
    """Merge faces below `min_area` into the neighbour with the longest common border, the smallest face first.

    `area` (n,) square metres; `needed` (n,) marks faces that must stay (they hold addresses); `edges` (e, 2) and
    `border` (e,) metres say who touches whom; faces of different `group` (n,) (communes) never merge. Merged faces
    count as one from then on. A sliver without a neighbour in its group stays. `thin` (n,) marks strips (between
    tracks or carriageways) that are slivers whatever their area; a strip goes to a neighbour that is none if it can.
    Returns labels (n,): the face that each face was merged into, itself where it stays.
    """
    size = area.astype(float).tolist()
    fixed = needed.tolist()
    strip = [False] * len(size) if thin is None else thin.tolist()
    touching = _neighbours(len(area), edges, border, group)
    into = list(range(len(area)))
    queue = [
        (size[face], face) for face in range(len(area)) if not fixed[face] and (size[face] < min_area or strip[face])
    ]
    heapq.heapify(queue)
    while queue:
        queued_size, face = heapq.heappop(queue)
        if into[face] != face or queued_size != size[face] or not touching[face]:
            continue
        target = max(touching[face], key=lambda other: (not strip[other], touching[face][other], -other))
        _join(face, target, touching)
        into[face] = target
        size[target] += size[face]
        strip[target] &= strip[face]
        if not fixed[target] and (size[target] < min_area or strip[target]):
            heapq.heappush(queue, (size[target], target))
    return np.array([_root(into, face) for face in range(len(into))], dtype=int)


def _neighbours(count: int, edges: np.ndarray, border: np.ndarray, group: np.ndarray) -> list[dict[int, float]]:
    """Return for each face its neighbours of the same group with the length of the common border."""
    touching: list[dict[int, float]] = [{} for _ in range(count)]
    same = group[edges[:, 0]] == group[edges[:, 1]]
    for (one, other), length in zip(edges[same].tolist(), border[same].tolist()):
        touching[one][other] = touching[other][one] = length
    return touching


def _join(face: int, target: int, touching: list[dict[int, float]]) -> None:
    """Hand the borders of `face` to `target`."""
    del touching[target][face]
    for other, length in touching[face].items():
        if other != target:
            del touching[other][face]
            touching[target][other] = touching[target].get(other, 0.0) + length
            touching[other][target] = touching[target][other]


def _root(into: list[int], face: int) -> int:
    while into[face] != face:
        face = into[face]
    return face
