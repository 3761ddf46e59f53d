"""Counts of census cells come to addresses in whole numbers, and each cell's total is conserved.

Source of the method: largest remainder (Hare/Niemeyer), here once for each cell.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_TIE_DECIMALS = 9  # remainders that differ by less than rounding errors are a tie


def apportion(totals: np.ndarray, groups: np.ndarray, weights: np.ndarray, order: np.ndarray) -> np.ndarray:
    """Share whole `totals` (g,) among members by weight, each group's total exactly.

    `groups` (n,) is the group of each member, `weights` (n,) are not negative, `order` (n,) says who comes first when
    remainders tie. In a group without any weight all members count alike. Returns whole shares (n,); the total of a
    group without members is not shared out.
    """
    count = len(totals)
    weights = _with_weight(np.asarray(weights, float), groups, count)
    sums = np.bincount(groups, weights, minlength=count)
    exact = totals[groups] * weights / sums[groups]
    shares = np.floor(exact + 10.0**-_TIE_DECIMALS).astype(np.int64)
    left = totals - np.bincount(groups, shares, minlength=count).astype(np.int64)
    remainders = np.round(exact - shares, _TIE_DECIMALS)
    ranked = np.lexsort((order, -remainders, groups))
    starts = np.zeros(count, dtype=np.int64)
    np.cumsum(np.bincount(groups, minlength=count)[:-1], out=starts[1:])
    rank = np.empty(len(groups), dtype=np.int64)
    rank[ranked] = np.arange(len(groups)) - starts[groups[ranked]]
    return shares + (rank < left[groups])


def _with_weight(weights: np.ndarray, groups: np.ndarray, count: int) -> np.ndarray:
    """Return the weights, 1 for all members of groups that have none."""
    sums = np.bincount(groups, weights, minlength=count)
    return np.where(sums[groups] > 0, weights, 1.0)


@dataclass(frozen=True)
class Membership:
    """Which addresses share the count of which cell: pairs `cell` (m,), `address` (m,)."""

    cell: np.ndarray
    address: np.ndarray


def membership(cell_of_address: np.ndarray, nearest: dict[int, np.ndarray]) -> Membership:
    """Return each address with the cell it lies in (-1: none), and with those cells that borrow it.

    `nearest` gives, for cells without an address of their own, the addresses that take their inhabitants.
    """
    inside = np.flatnonzero(cell_of_address >= 0)
    borrowed = [np.full(len(addresses), cell) for cell, addresses in nearest.items()]
    return Membership(
        np.concatenate([cell_of_address[inside], *borrowed]).astype(np.int64),
        np.concatenate([inside, *nearest.values()]).astype(np.int64),
    )


@dataclass(frozen=True)
class Distribution:
    """`at_address` (n,) whole counts; `distributed` and `undistributed` (c,) for each cell; the three add up.

    `known` (n,) is False for addresses of no cell, and of cells that tell no total only: their count is unknown, though
    `at_address` has 0.
    """

    at_address: np.ndarray
    distributed: np.ndarray
    undistributed: np.ndarray
    known: np.ndarray


def distribute(
    totals: np.ndarray, members: Membership, weights: np.ndarray, order: np.ndarray, told: np.ndarray | None = None
) -> Distribution:
    """Distribute whole cell `totals` (c,) to the addresses of `members` by their `weights` (n,), ties by `order` (n,).

    The total of a cell without members stays undistributed. `told` (c,) is False for cells whose total is hidden or
    missing, and which therefore have 0 in `totals`; by default all tell theirs.
    """
    shares = apportion(totals, members.cell, weights[members.address], order[members.address])
    at_address = np.zeros(len(weights), dtype=np.int64)
    np.add.at(at_address, members.address, shares)
    distributed = np.zeros(len(totals), dtype=np.int64)
    np.add.at(distributed, members.cell, shares)
    known = np.zeros(len(weights), dtype=bool)
    known[members.address if told is None else members.address[told[members.cell]]] = True
    return Distribution(at_address, distributed, totals - distributed, known)
