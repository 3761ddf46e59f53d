"""Pseudo p-values: how often chance alone makes what was observed.

Conditional permutations after Anselin (1995), Local Indicators of Spatial Association, Geographical Analysis 27: the
area keeps its value, its neighbours are drawn from all others without replacement. As in esda, a draw serves several
areas; here it serves few, so that a lucky draw does not touch the whole map.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Callable

import numpy as np

TWO_SIDED, DIRECTED = "two-sided", "directed"
ALTERNATIVES = (TWO_SIDED, DIRECTED)
_POOL = 8_000_000  # entries of the table that is drawn from: 32 MB
_STEPS = 2_000  # drawing steps over all groups of areas; bounds the time, not the result's meaning
_RARELY_REPEATED = 0.5  # squared draws per number; up to here less than a quarter of free draws repeats one
_CELLS = 2_000_000  # values of a group's draws held at once
_ROUNDING = 1e-10  # standard deviations; a smaller difference is a tie


@dataclass(frozen=True)
class Tails:
    """How many permutations were at least (`high`) and at most (`low`) as large as the observed value (n,)."""

    high: np.ndarray
    low: np.ndarray

    @classmethod
    def none(cls, size: int) -> Tails:
        """Return tails before the first permutation."""
        return cls(np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64))

    def count(self, row: int, drawn: np.ndarray, observed: float, tolerance: float) -> None:
        """Book the permutations of a row."""
        self.high[row] += np.count_nonzero(drawn >= observed - tolerance)
        self.low[row] += np.count_nonzero(drawn <= observed + tolerance)


def p_values(tails: Tails, permutations: int, alternative: str = TWO_SIDED) -> np.ndarray:
    """Return pseudo p-values (n,), at most 1.

    ``directed``: (smaller tail + 1) / (permutations + 1), GeoDa's and esda's usual one, which chooses its direction
    after looking. ``two-sided``: twice that, the honest test where nobody named the direction before.
    """
    one_sided = (np.minimum(tails.high, tails.low) + 1) / (permutations + 1)
    return np.minimum(1.0, one_sided if alternative == DIRECTED else 2 * one_sided)


def smallest_p(permutations: int, alternative: str = TWO_SIDED) -> float:
    """Return the smallest pseudo p-value that so many permutations can give."""
    return (1 if alternative == DIRECTED else 2) / (permutations + 1)


def conditional_tails(
    values: np.ndarray,
    counts: np.ndarray,
    observed: np.ndarray,
    permutations: int,
    seed: int,
    squares: bool = False,
    advance: Callable[[float], None] = lambda share: None,
) -> Tails:
    """Compare observed sums over neighbours with sums over as many areas drawn from all others.

    `values` (n,) are standardised, `counts` (n,) numbers of neighbours, `observed` (n,) the sums of the neighbours'
    values or, with `squares`, of their squared differences to the area. Areas without neighbours have empty tails.
    `advance` hears the share done and may raise CancelledError.
    """
    tails = Tails.none(len(values))
    blocks = list(_blocks(len(values), permutations))
    for number, block in enumerate(blocks):
        drawing = _Drawing(len(values), block, np.random.default_rng([seed, number]))
        done = 0
        for group in _groups(counts, block):
            _compare(values, counts, observed, group, drawing, squares, tails)
            done += len(group)
            advance((number + done / len(values)) / len(blocks))
    return tails


def _blocks(size: int, permutations: int) -> Iterator[int]:
    """Yield how many permutations are made at once, so that the table to draw from stays small."""
    step = max(1, min(permutations, _POOL // max(size, 1)))
    for first in range(0, permutations, step):
        yield min(step, permutations - first)


def _groups(counts: np.ndarray, block: int) -> Iterator[np.ndarray]:
    """Yield areas with neighbours in groups that share their draws, ordered by the number of neighbours."""
    order = np.argsort(counts, kind="stable")
    order = order[counts[order] > 0]
    step = max(1, int(np.ceil(counts.sum() / _STEPS)))
    for first in range(0, len(order), step):
        yield order[first : first + step]


class _Drawing:
    """Draws without replacement from 0 to n - 2, for a block of permutations at once.

    Few numbers are drawn freely, and columns with a repetition anew. Many come from a Fisher-Yates shuffle: each column
    of the pool is an ordering of all numbers, whose first steps make its head a new draw, whatever it was before.
    """

    def __init__(self, size: int, block: int, generator: np.random.Generator) -> None:
        self.size, self.generator, self.columns = size - 1, generator, np.arange(block)
        self.pool = np.empty((0, block), dtype=np.int32)

    def draw(self, count: int) -> np.ndarray:
        """Return (count, block) numbers, different within each column; valid until the next draw."""
        return self._free(count) if count**2 <= _RARELY_REPEATED * self.size else self._shuffled(count)

    def _free(self, count: int) -> np.ndarray:
        drawn, open_columns = np.empty((count, len(self.columns)), dtype=np.int64), self.columns
        while len(open_columns):
            drawn[:, open_columns] = self.generator.integers(self.size, size=(count, len(open_columns)))
            ordered = np.sort(drawn[:, open_columns], axis=0)
            open_columns = open_columns[(ordered[1:] == ordered[:-1]).any(axis=0)]
        return drawn

    def _shuffled(self, count: int) -> np.ndarray:
        if not len(self.pool):
            self.pool = np.repeat(np.arange(self.size, dtype=np.int32)[:, None], len(self.columns), axis=1)
        pool, columns = self.pool, self.columns
        for step in range(count):
            other = self.generator.integers(step, self.size, len(columns))
            chosen = pool[other, columns]
            pool[other, columns] = pool[step]
            pool[step] = chosen
        return pool[:count]


def _compare(
    values: np.ndarray,
    counts: np.ndarray,
    observed: np.ndarray,
    group: np.ndarray,
    drawing: _Drawing,
    squares: bool,
    tails: Tails,
) -> None:
    """Book one block of draws for a group of areas.

    The last area stands in for the area itself wherever that is drawn: so all areas can use the same sums, and each
    corrects the few draws that hit it.
    """
    drawn = drawing.draw(int(counts[group].max()))
    needed = np.unique(counts[group])
    sums = _sums_of_first(values, drawn, needed)
    second = _sums_of_first(values**2, drawn, needed) if squares else {}
    last = values[-1]
    for area in group.tolist():
        count, own, seen = int(counts[area]), values[area], observed[area]
        hit = (drawn[:count] == area).any(axis=0)
        if squares:  # of (own - other)^2 only other^2 - 2 own other changes
            simulated = second[count] - 2 * own * sums[count] + (last - own) * (last - own) * hit
            seen = seen - count * own**2
        else:
            simulated = sums[count] + (last - own) * hit
        tails.count(area, simulated, seen, _ROUNDING * (1 + abs(seen)))


def _sums_of_first(values: np.ndarray, drawn: np.ndarray, needed: np.ndarray) -> dict[int, np.ndarray]:
    """Return for each needed number k the sums of the values of the first k rows of `drawn` (k, block)."""
    result, total, done = {}, np.zeros(drawn.shape[1]), 0
    rows = max(1, _CELLS // max(drawn.shape[1], 1))
    for count in needed.tolist():
        while done < count:
            upto = min(count, done + rows)
            total = total + values[drawn[done:upto]].sum(axis=0)
            done = upto
        result[count] = total
    return result
