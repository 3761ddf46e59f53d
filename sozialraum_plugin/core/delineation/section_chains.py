"""Street sections: chains of segments between two junctions or dead ends, along one street."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .graph import UnionFind, components

NO_SECTION = -1
SHORTEST = 30.0  # metres; a shorter section with fewer addresses than below joins its street's next one
FEWEST_ADDRESSES = 3
_PER_METRE = 1000  # nodes are told apart by millimetres


@dataclass(frozen=True)
class Nodes:
    """`of_segment` (s, 2): the nodes at the ends of each segment, `degree` (k,): how many segments meet there."""

    of_segment: np.ndarray
    degree: np.ndarray
    place: np.ndarray


def nodes_of(segments: np.ndarray, counted: np.ndarray) -> Nodes:
    """Return the nodes of segments (s, 4) x1, y1, x2, y2 in metres; only `counted` (s,) ones add to the degree."""
    ends = segments.reshape(-1, 2)
    grid = np.round(ends * _PER_METRE).astype(np.int64)
    _, first, node = np.unique(grid, axis=0, return_index=True, return_inverse=True)
    of_segment = node.ravel().reshape(-1, 2)
    degree = np.bincount(of_segment[counted].ravel(), minlength=len(first))
    return Nodes(of_segment, degree, ends[first])


def sections_of(nodes: Nodes, street: np.ndarray, counted: np.ndarray, broken: np.ndarray) -> np.ndarray:
    """Return the section (s,) of each segment, numbered in the order of the segments; NO_SECTION if not `counted`.

    Segments of one `street` (s,) are joined at nodes where no third segment meets; `broken` (k,) marks further nodes
    where a section ends.
    """
    rows = np.flatnonzero(counted)
    incidence = np.repeat(rows, 2)
    node = nodes.of_segment[rows].ravel()
    passing = (nodes.degree == 2) & ~broken
    inner = passing[node]
    incidence, node = incidence[inner], node[inner]
    order = np.argsort(node, kind="stable")
    pairs = incidence[order].reshape(-1, 2)
    pairs = pairs[street[pairs[:, 0]] == street[pairs[:, 1]]]
    part = components(len(street), pairs)
    result = np.full(len(street), NO_SECTION)
    result[rows] = np.unique(part[rows], return_inverse=True)[1].ravel()
    return result


def linked_sections(nodes: Nodes, section: np.ndarray) -> np.ndarray:
    """Return pairs (p, 2) of sections that meet in a node, i < j."""
    node = nodes.of_segment.ravel()
    owner = np.repeat(section, 2)
    pairs = np.unique(np.column_stack([node, owner])[owner >= 0], axis=0)
    found = []
    for distance in range(1, int(np.bincount(pairs[:, 0]).max()) if len(pairs) else 0):
        same = pairs[:-distance, 0] == pairs[distance:, 0]
        found.append(np.column_stack([pairs[:-distance, 1][same], pairs[distance:, 1][same]]))
    return np.unique(np.vstack([np.empty((0, 2), dtype=int), *found]), axis=0)


def without_short(length: np.ndarray, street: np.ndarray, addresses: np.ndarray, links: np.ndarray) -> np.ndarray:
    """Return the section (k,) that each one joins, which is the longest of those joined; itself where it stays.

    A section shorter than 30 m with fewer than 3 addresses, as between two carriageways of a crossing road, joins the
    longest section of its `street` (k,) that it meets; the shortest go first.
    """
    meeting: list[list[int]] = [[] for _ in range(len(length))]
    for one, other in links[street[links[:, 0]] == street[links[:, 1]]].tolist():
        meeting[one].append(other)
        meeting[other].append(one)
    union = UnionFind(len(length))
    size, held = length.astype(float).tolist(), addresses.tolist()
    near = {number: set(others) for number, others in enumerate(meeting)}
    for number in np.argsort(length, kind="stable").tolist():
        own = union.find(number)
        if size[own] >= SHORTEST or held[own] >= FEWEST_ADDRESSES:
            continue
        others = {union.find(other) for other in near[own]} - {own}
        if not others:
            continue
        target = max(others, key=lambda other: (size[other], -other))
        union.join(own, target)
        root = union.find(own)
        size[root] = size[own] + size[target]
        held[root] = held[own] + held[target]
        near[root] = near[own] | near[target]
    group = union.numbers()
    order = np.lexsort((-length, group))
    longest = order[np.unique(group[order], return_index=True)[1]]
    return longest[group]
