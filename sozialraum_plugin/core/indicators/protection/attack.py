"""What an outsider can deduce of hidden counts from everything that is published together.

The outsider knows the published counts, the sums between counts (`linear_bounds.LinearSystem`), that counts are whole
and not negative, and solves a linear program for the smallest and the largest value of each hidden count: its
feasibility interval. See `protection_rule` for what the interval has to be.
Source: Hundepool et al., Statistical Disclosure Control (2012), ch. 4.3 and 4.4.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from .linear_bounds import LinearSystem, components, cyclic_labels, tighten
from .linear_bounds_simplex import TOLERANCE, Tableau, feasible_tableau

_FIXED = 1e-6
_DENSE = 6_000_000  # entries of a tableau: beyond, sums are searched around a cell only


@dataclass(frozen=True)
class Intervals:
    """What can be deduced: `low` and `high` (cells,), equal for known cells.

    `contradictory` are numbers of cells in sums that do not add up; there the least change of the sums was allowed.
    `unchecked` are cells of which only outer bounds are known, since their sums are too many to be solved.
    """

    low: np.ndarray
    high: np.ndarray
    contradictory: np.ndarray
    unchecked: np.ndarray


@dataclass(frozen=True)
class Block:
    """Cells that sums connect, and these sums as equations: matrix @ (cells, then slacks) = constant.

    `low` and `high` bound the columns of the matrix.
    """

    cells: np.ndarray
    matrix: np.ndarray
    constant: np.ndarray
    low: np.ndarray
    high: np.ndarray

    def point(self, values: np.ndarray) -> np.ndarray:
        """Return the columns' values for values of all cells."""
        return with_slacks(self.matrix, len(self.cells), values[self.cells])


def with_slacks(matrix: np.ndarray, size: int, values: np.ndarray) -> np.ndarray:
    """Return the values of `size` cells and then those of the slack columns that the cells leave."""
    slack = matrix[:, size:]
    rows = np.abs(slack).argmax(axis=0) if slack.shape[1] else np.zeros(0, dtype=np.int64)
    return np.concatenate([values, (matrix[:, :size] @ values)[rows]])


def feasible_intervals(
    system: LinearSystem,
    values: np.ndarray,
    low: np.ndarray,
    high: np.ndarray,
    wanted: np.ndarray | None = None,
    whole: bool | np.ndarray = True,
    tick: Callable[[float], None] = lambda share: None,
) -> Intervals:
    """Return the feasible interval of every unknown cell (NaN in `values`), given its bounds `low` and `high`.

    All arrays are (cells,). Without `wanted` (booleans) all are exact; with it only these, the others are enclosed.
    `tick` is called with the share done and may raise to stop.
    """
    unknown = np.isnan(values)
    wanted = unknown if wanted is None else wanted & unknown
    reduced = system.of_unknown(unknown, values)
    outer_low, outer_high = tighten(reduced, low, high, whole)
    outer_low[~unknown] = outer_high[~unknown] = values[~unknown]
    torn = _contradictory(reduced, outer_low, outer_high)
    outer_low[torn], outer_high[torn] = low[torn], high[torn]
    whole = np.broadcast_to(whole, unknown.shape)
    found = Intervals(outer_low, outer_high, [np.flatnonzero(torn)], [])  # type: ignore[arg-type]
    parts = list(cyclic_parts(reduced, outer_low, outer_high, torn, torn))
    total = sum(len(entries) for _, entries in parts) or 1
    done = 0
    for rest, entries in parts:
        tick(done / total)
        cells = np.unique(rest.cell[entries])
        if dense_size(rest, entries) > _DENSE:
            found.unchecked.append(cells[wanted[cells]])
        elif wanted[cells].any():
            block = block_of(rest, entries, outer_low, outer_high)
            _solve(block, wanted, whole, found, lambda: tick(done / total))  # noqa: B023 - called at once
        done += len(entries)
    none = np.zeros(0, dtype=np.int64)
    return Intervals(
        found.low, found.high, np.concatenate([none, *found.contradictory]), np.concatenate([none, *found.unchecked])
    )


def _contradictory(system: LinearSystem, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Return which cells (cells,) are connected with one that has no possible value."""
    bad = low > high + _FIXED
    if not bad.any():
        return bad
    label = components(system)
    return np.isin(label, np.unique(label[bad]))


def cyclic_parts(
    system: LinearSystem, low: np.ndarray, high: np.ndarray, keep_all: np.ndarray, forced: np.ndarray
) -> Iterator[tuple[LinearSystem, np.ndarray]]:
    """Yield a system and those of its entries that form a component with a cycle.

    What the bounds fix is substituted, unless a cell is of `keep_all` (cells,); components with a `forced` cell come
    even without a cycle.
    """
    fixed = (high - low < _FIXED) & ~keep_all
    middle = np.zeros(system.size)
    middle[fixed] = (low[fixed] + high[fixed]) / 2
    rest = system.of_unknown(~fixed, middle)
    single = np.bincount(rest.row, minlength=rest.rows) < 2
    rest = rest.keep_rows(~single | np.isin(np.arange(rest.rows), rest.row[keep_all[rest.cell]]))
    if not rest.rows:
        return
    label = components(rest)
    labels = np.union1d(cyclic_labels(rest, label), np.unique(label[forced]) if forced.any() else [])
    of_entry = label[rest.cell]
    order = np.argsort(of_entry, kind="stable")
    starts = np.searchsorted(of_entry[order], labels)
    ends = np.searchsorted(of_entry[order], labels, side="right")
    for start, end in zip(starts, ends):
        if end > start:
            yield rest, order[start:end]


def dense_size(system: LinearSystem, entries: np.ndarray) -> int:
    """Return how many numbers the block of some entries has."""
    return len(np.unique(system.row[entries])) * len(np.unique(system.cell[entries]))


def block_of(system: LinearSystem, entries: np.ndarray, low: np.ndarray, high: np.ndarray) -> Block:
    """Return the block of some entries of the system (all entries of their rows)."""
    cells, column = np.unique(system.cell[entries], return_inverse=True)
    rows, line = np.unique(system.row[entries], return_inverse=True)
    ranged = np.flatnonzero(system.high[rows] > system.low[rows] + _FIXED)
    matrix = np.zeros((len(rows), len(cells) + len(ranged)))
    np.add.at(matrix, (line, column), system.coefficient[entries])
    matrix[ranged, len(cells) + np.arange(len(ranged))] = -1.0
    constant = system.low[rows].copy()
    constant[ranged] = 0.0
    return Block(
        cells,
        matrix,
        constant,
        np.concatenate([low[cells], system.low[rows[ranged]]]),
        np.concatenate([high[cells], system.high[rows[ranged]]]),
    )


def _solve(block: Block, wanted: np.ndarray, whole: np.ndarray, found: Intervals, tick: Callable[[], None]) -> None:
    """Write the exact intervals of the wanted cells of a block into `found`."""
    targets = np.flatnonzero(wanted[block.cells])
    tableau, missing = feasible_tableau(block.matrix, block.constant, block.low, block.high)
    if np.abs(missing).max(initial=0.0) > TOLERANCE:
        found.contradictory.append(block.cells)
    seen_low, seen_high = tableau.point.copy(), tableau.point.copy()
    for cell in targets:
        tick()
        for sign, bounds, seen in ((-1, block.low, seen_low), (1, block.high, seen_high)):
            if abs(seen[cell] - bounds[cell]) < TOLERANCE:
                continue
            seen[cell] = tableau.extreme(cell, sign)
            np.minimum(seen_low, tableau.point, out=seen_low)
            np.maximum(seen_high, tableau.point, out=seen_high)
    low, high = seen_low[targets], seen_high[targets]
    integer = whole[block.cells[targets]]
    low = np.where(integer, np.ceil(low - _FIXED * 10), low)
    high = np.where(integer, np.floor(high + _FIXED * 10), high)
    found.low[block.cells[targets]], found.high[block.cells[targets]] = low, high


def truth_tableau(block: Block, values: np.ndarray) -> Tableau:
    """Return the block's tableau at the true values of all cells."""
    return Tableau(block.matrix, block.point(values), block.low, block.high)
