"""Sums that an outsider knows, and the bounds that follow from each sum alone.

A `LinearSystem` is sparse: entry k says that `coefficient[k]` times cell `cell[k]` is part of row `row[k]`, and row r
lies between `low[r]` and `high[r]` (both the same for a sum that is known exactly). Bounds of cells are tightened row
by row to a fixpoint; for rows that form no cycle (a hierarchy of areas and nothing else) they are already the exact
feasible intervals, otherwise they enclose them.
Source of the method: Buzzigoli & Giusti, An algorithm to calculate the lower and upper bounds of the elements of an
array given its marginals (the shuttle algorithm, 1999), here over any sums.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_EPSILON = 1e-6
_ROUNDS = 60


@dataclass(frozen=True)
class LinearSystem:
    """Rows of sums over `size` cells; entries are ordered by row. `low` and `high` are arrays (rows,)."""

    size: int
    row: np.ndarray
    cell: np.ndarray
    coefficient: np.ndarray
    low: np.ndarray
    high: np.ndarray

    @property
    def rows(self) -> int:
        """Return the number of rows."""
        return len(self.low)

    def activity(self, values: np.ndarray) -> np.ndarray:
        """Return the sum of each row (rows,); NaN where a value is."""
        return np.bincount(self.row, self.coefficient * values[self.cell], minlength=self.rows)

    def keep_rows(self, keep: np.ndarray) -> LinearSystem:
        """Return the system with the rows where `keep` (rows,) is true."""
        number = np.cumsum(keep) - 1
        entries = keep[self.row]
        return LinearSystem(
            self.size, number[self.row[entries]], self.cell[entries], self.coefficient[entries],
            self.low[keep], self.high[keep],
        )  # fmt: skip

    def of_unknown(self, unknown: np.ndarray, values: np.ndarray) -> LinearSystem:
        """Return the rows with an unknown cell, what is known (`values`) moved to their bounds; cells keep numbers."""
        open_entry = unknown[self.cell]
        known = np.where(open_entry, 0.0, self.coefficient * np.where(open_entry, 0.0, values[self.cell]))
        fixed = np.bincount(self.row, known, minlength=self.rows)
        keep = np.bincount(self.row, open_entry, minlength=self.rows) > 0
        number = np.cumsum(keep) - 1
        return LinearSystem(
            self.size, number[self.row[open_entry]], self.cell[open_entry], self.coefficient[open_entry],
            (self.low - fixed)[keep], (self.high - fixed)[keep],
        )  # fmt: skip


def linear_system(
    size: int, entries: list[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]]
) -> LinearSystem:
    """Return the system of blocks (row, cell, coefficient, low, high), each with rows counted from 0."""
    offset, parts = 0, []
    for row, cell, coefficient, low, high in entries:
        order = np.argsort(row, kind="stable")
        parts.append((row[order] + offset, cell[order], coefficient[order], low, high))
        offset += len(low)
    if not parts:
        nothing = np.zeros(0)
        return LinearSystem(size, nothing.astype(np.int64), nothing.astype(np.int64), nothing, nothing, nothing)
    row, cell, coefficient, low, high = (np.concatenate(column) for column in zip(*parts))
    return LinearSystem(size, row.astype(np.int64), cell.astype(np.int64), coefficient.astype(float), low, high)


def tighten(
    system: LinearSystem, low: np.ndarray, high: np.ndarray, whole: bool | np.ndarray = True
) -> tuple[np.ndarray, np.ndarray]:
    """Return bounds (cells,) tightened by the rows until nothing changes; those of `whole` cells are integers.

    Contradictory rows give a lower bound above the upper one. The input stays as it is.
    """
    low, high = low.copy(), high.copy()
    if not len(system.row):
        return low, high
    order = np.argsort(system.cell, kind="stable")
    cells, starts = np.unique(system.cell[order], return_index=True)
    positive = system.coefficient > 0
    integer = np.broadcast_to(whole, (system.size,))[cells]
    for _ in range(_ROUNDS):
        least, most = _entry_bounds(system, positive, low, high)
        below = np.where(positive, least, most)[order]
        above = np.where(positive, most, least)[order]
        new_low = np.maximum.reduceat(below, starts)
        new_high = np.minimum.reduceat(above, starts)
        new_low = np.where(integer, np.ceil(new_low - _EPSILON), new_low)
        new_high = np.where(integer, np.floor(new_high + _EPSILON), new_high)
        better = (new_low > low[cells] + _EPSILON) | (new_high < high[cells] - _EPSILON)
        if not better.any():
            break
        low[cells], high[cells] = np.maximum(low[cells], new_low), np.minimum(high[cells], new_high)
        if (low[cells] > high[cells] + _EPSILON).any():
            break
    return low, high


def _entry_bounds(
    system: LinearSystem, positive: np.ndarray, low: np.ndarray, high: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return for each entry what its row alone allows its cell, (from, to) if positive, else (to, from)."""
    coefficient, row = system.coefficient, system.row
    at_low, at_high = coefficient * low[system.cell], coefficient * high[system.cell]
    least, most = np.where(positive, at_low, at_high), np.where(positive, at_high, at_low)
    rest_least = _others(least, row, system.rows, -np.inf)
    rest_most = _others(most, row, system.rows, np.inf)
    return (system.low[row] - rest_most) / coefficient, (system.high[row] - rest_least) / coefficient


def _others(part: np.ndarray, row: np.ndarray, rows: int, infinite: float) -> np.ndarray:
    """Return for each entry the sum of the other parts of its row, where an infinite part makes it infinite."""
    endless = np.isinf(part)
    finite = np.where(endless, 0.0, part)
    total = np.bincount(row, finite, minlength=rows)[row] - finite
    count = np.bincount(row, endless, minlength=rows)[row] - endless
    return np.where(count > 0, infinite, total)


def components(system: LinearSystem) -> np.ndarray:
    """Return a label for each cell (cells,), the same for cells that rows connect: the smallest cell number."""
    label = np.arange(system.size)
    if not len(system.row):
        return label
    starts = np.flatnonzero(np.diff(system.row, prepend=-1))
    position = np.cumsum(np.diff(system.row, prepend=-1) != 0) - 1
    while True:
        smallest = np.minimum.reduceat(label[system.cell], starts)[position]
        new = label.copy()
        np.minimum.at(new, label[system.cell], smallest)
        np.minimum.at(new, system.cell, smallest)
        new = new[new]
        if (new == label).all():
            return label
        label = new


def cyclic_labels(system: LinearSystem, label: np.ndarray) -> np.ndarray:
    """Return the labels of components in which rows and cells form a cycle, ascending."""
    if not len(system.row):
        return np.zeros(0, dtype=np.int64)
    starts = np.flatnonzero(np.diff(system.row, prepend=-1))
    entries = np.bincount(label[system.cell], minlength=system.size)
    rows = np.bincount(label[system.cell[starts]], minlength=system.size)
    cells = np.bincount(label[np.unique(system.cell)], minlength=system.size)
    return np.flatnonzero(entries > rows + cells - 1)


class Neighbourhood:
    """Finds what lies around a cell: which rows a cell is in, which cells a row has."""

    def __init__(self, system: LinearSystem) -> None:
        self.system = system
        order = np.argsort(system.cell, kind="stable")
        self.rows_by_cell = system.row[order]
        self.cell_start = np.searchsorted(system.cell[order], np.arange(system.size + 1))
        self.row_start = np.searchsorted(system.row, np.arange(system.rows + 1))
        self.equation = system.high - system.low < 1e-9
        self.equations_of = np.bincount(system.cell[self.equation[system.row]], minlength=system.size)

    def rows(self, cells: np.ndarray) -> np.ndarray:
        """Return the rows of some cells."""
        return np.unique(self.rows_by_cell[ranges(self.cell_start, cells)])

    def entries(self, rows: np.ndarray) -> np.ndarray:
        """Return the entries of some rows."""
        return ranges(self.row_start, rows)

    def weight(self, rows: np.ndarray) -> int:
        """Return how many entries some rows have."""
        return int((self.row_start[rows + 1] - self.row_start[rows]).sum())


def ranges(start: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """Return the positions start[i] to start[i + 1] - 1 of all numbers i, joined."""
    lengths = start[numbers + 1] - start[numbers]
    before = np.cumsum(lengths) - lengths
    return np.arange(int(lengths.sum())) + np.repeat(start[numbers] - before, lengths)
