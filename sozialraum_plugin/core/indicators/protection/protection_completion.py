"""A possible value for what nobody but the source knows, so that attack and suppression start from a full table.

Counts that the source has hidden or not delivered are unknown to us too. Any values that keep all sums will do; what is
taken lies in the middle of what is possible, so that these cells can move both ways. Sums that cannot be kept get a
difference of their own.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .attack import Block, block_of
from .linear_bounds import LinearSystem, components, tighten
from .linear_bounds_simplex import TOLERANCE, feasible_tableau

_ROOM = 50.0  # how far above the smallest possible value an unlimited count is searched
_SEARCHED = 12  # cells of a component that are pushed both ways


def complete(
    system: LinearSystem, values: np.ndarray, low: np.ndarray, high: np.ndarray
) -> tuple[LinearSystem, np.ndarray]:
    """Return the system and the values (cells,) with every NaN replaced so that all sums hold."""
    unknown = np.isnan(values)
    if not unknown.any():
        return system, values
    reduced = system.of_unknown(unknown, values)
    values = values.copy()
    near_low, near_high = tighten(reduced, low, high, whole=False)
    torn = near_low > near_high
    near_low[torn], near_high[torn] = low[torn], high[torn]
    near_low = np.where(np.isfinite(near_low), near_low, np.where(np.isfinite(near_high), near_high - _ROOM, 0.0))
    near_high = np.minimum(near_high, near_low + _ROOM)
    values[unknown] = near_low[unknown]
    if len(reduced.row):
        for block in _blocks(reduced, near_low, near_high):
            values[block.cells] = _middle(block)
    return _with_differences(system, values), values


def _blocks(system: LinearSystem, low: np.ndarray, high: np.ndarray) -> list[Block]:
    label = components(system)[system.cell]
    order = np.argsort(label, kind="stable")
    starts = np.flatnonzero(np.diff(label[order], prepend=-1))
    return [
        block_of(system, order[start:end], low, high) for start, end in zip(starts, [*starts[1:].tolist(), len(order)])
    ]


def _middle(block: Block) -> np.ndarray:
    """Return the mean of several possible tables of a block; whole numbers where that is possible is not asked."""
    if len(block.constant) == 1 and len(block.cells) == block.matrix.shape[1]:
        return _share_out(block)
    tableau, missing = feasible_tableau(block.matrix, block.constant, block.low, block.high)
    if np.abs(missing).max(initial=0.0) > TOLERANCE:
        return tableau.point[: len(block.cells)]
    points = [tableau.point.copy()]
    for cell in range(min(len(block.cells), _SEARCHED)):
        for sign in (1, -1):
            tableau.extreme(cell, sign)
            points.append(tableau.point.copy())
    return np.mean(points, axis=0)[: len(block.cells)]


def _share_out(block: Block) -> np.ndarray:
    """Return cells between their bounds that keep a single sum, each as far from its lower bound in proportion."""
    weight = block.matrix[0]
    start = np.where(weight > 0, block.low, block.high)
    end = np.where(weight > 0, block.high, block.low)
    least, most = weight @ start, weight @ end
    share = 0.0 if most <= least else min(max((block.constant[0] - least) / (most - least), 0.0), 1.0)
    return start + share * (end - start)


def _with_differences(system: LinearSystem, values: np.ndarray) -> LinearSystem:
    """Return the system with the bounds of rows widened to what the values are."""
    activity = system.activity(values)
    exact = system.low == system.high
    low = np.where(exact, activity, np.minimum(system.low, activity))
    high = np.where(exact, activity, np.maximum(system.high, activity))
    return replace(system, low=low, high=high)
