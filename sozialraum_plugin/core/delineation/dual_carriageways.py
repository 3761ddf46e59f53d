"""Carriageways of one street that run side by side, which are one street to those who live there."""

from __future__ import annotations

import numpy as np

from .graph import components
from .section_chains import Nodes

WIDEST = 40.0  # metres between the centre lines of two carriageways
NARROWEST = 2.0
_PARALLEL = 0.9  # cosine
_ABREAST = 0.5  # cosine between the direction and the way to the other carriageway
_SHARE = 0.5  # of the shorter section that must run beside the other

NO_PARTNER = -1


def partners(segments: np.ndarray, street: np.ndarray, eligible: np.ndarray) -> np.ndarray:
    """Return for each segment (s,) the nearest one of its street that runs beside it, NO_PARTNER if none.

    `segments` (s, 4) are short (15 m or less); only `eligible` (s,) ones are looked at.
    """
    result = np.full(len(segments), NO_PARTNER)
    rows = np.flatnonzero(eligible)
    if not len(rows):
        return result
    middle = (segments[rows, :2] + segments[rows, 2:]) / 2
    vector = segments[rows, 2:] - segments[rows, :2]
    direction = vector / np.maximum(np.hypot(*vector.T), 1e-9)[:, None]
    one, other = _near_pairs(middle, street[rows])
    way = middle[other] - middle[one]
    distance = np.hypot(*way.T)
    beside = (distance >= NARROWEST) & (distance <= WIDEST)
    beside &= np.abs((direction[one] * direction[other]).sum(axis=1)) >= _PARALLEL
    beside &= np.abs((way * direction[one]).sum(axis=1)) <= _ABREAST * distance
    one, other, distance = one[beside], other[beside], distance[beside]
    order = np.lexsort((other, distance, one))
    found, first = np.unique(one[order], return_index=True)
    result[rows[found]] = rows[other[order[first]]]
    return result


def _near_pairs(middle: np.ndarray, street: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return all ordered pairs of points (n, 2) of one street in the same or adjoining cells of 40 m."""
    cell = np.floor((middle - middle.min(axis=0)) / WIDEST).astype(np.int64) + 1
    width, height = (int(extent) + 2 for extent in cell.max(axis=0))
    number = np.unique(street, return_inverse=True)[1].ravel().astype(np.int64)
    key = (number * height + cell[:, 1]) * width + cell[:, 0]
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    rows = np.arange(len(middle))
    first, second = [], []
    for step in (-width, 0, width):
        low = np.searchsorted(ordered, key + step - 1, "left")
        count = np.searchsorted(ordered, key + step + 1, "right") - low
        offset = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        first.append(np.repeat(rows, count))
        second.append(order[np.repeat(low, count) + offset])
    one, other = np.concatenate(first), np.concatenate(second)
    apart = one != other
    return one[apart], other[apart]


def breaks_beside_junctions(nodes: Nodes, partner: np.ndarray) -> np.ndarray:
    """Return the nodes (k,) where a carriageway ends a section because the other one has a junction there.

    Without this, a side street that meets one carriageway only would divide that one but not the other. `partner` (s,)
    belongs to the segments.
    """
    broken = np.zeros(len(nodes.degree), dtype=bool)
    double = np.repeat(np.flatnonzero(partner >= 0), 2)
    junction = nodes.of_segment[double[::2]].ravel()
    at_junction = nodes.degree[junction] > 2
    junction, beside = junction[at_junction], nodes.of_segment[partner[double[at_junction]]]
    if not len(junction):
        return broken
    away = np.hypot(*np.moveaxis(nodes.place[beside] - nodes.place[junction, None], 2, 0))
    row = np.arange(len(junction))
    opposite, distance = beside[row, away.argmin(axis=1)], away.min(axis=1)
    order = np.lexsort((opposite, distance, junction))
    nearest = opposite[order[np.unique(junction[order], return_index=True)[1]]]
    broken[nearest[nodes.degree[nearest] == 2]] = True
    return broken


def joined_carriageways(section: np.ndarray, length: np.ndarray, partner: np.ndarray) -> np.ndarray:
    """Return the group (k,) of each section: those of which at least half runs beside the other are one.

    `section` (s,) and `length` (s,) metres belong to the segments.
    """
    count = int(section.max(initial=-1)) + 1
    rows = np.flatnonzero(partner >= 0)
    pairs = np.column_stack([section[rows], section[partner[rows]]])
    apart = (pairs[:, 0] != pairs[:, 1]) & (pairs >= 0).all(axis=1)
    pairs, weights = pairs[apart], length[rows][apart]
    distinct, position = np.unique(pairs, axis=0, return_inverse=True)
    beside = np.bincount(position.ravel(), weights=weights, minlength=len(distinct))
    own = section >= 0
    total = np.bincount(section[own], weights=length[own], minlength=count)
    is_shorter = total[distinct[:, 0]] <= total[distinct[:, 1]]
    joined = distinct[is_shorter & (beside >= _SHARE * total[distinct[:, 0]])]
    return components(count, joined.reshape(-1, 2))
