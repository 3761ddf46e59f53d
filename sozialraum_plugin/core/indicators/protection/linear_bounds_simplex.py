"""The exact extremes of a cell under linear equations: a bounded simplex on a dense tableau, in numpy.

The tableau always holds a feasible point. A nonbasic cell may lie anywhere between its bounds, so any feasible point
can start the search (for whoever publishes, the true table), and each search starts where the last one ended.
Dantzig's rule with Bland's rule against cycling. Source: Bertsimas & Tsitsiklis, Introduction to Linear Optimization
(1997), ch. 3; Hundepool et al. (2012), ch. 4.4, for the attacker's problem.
"""

from __future__ import annotations

import numpy as np

TOLERANCE = 1e-7
_PIVOT = 1e-9
_STALLED = 25  # degenerate steps before Bland's rule
_MAX_STEPS = 20000
_ROUNDING = 1e-11
_DENSE_UPDATE = 3000  # entries up to which whole rows are updated, else only what is not zero


class Tableau:
    """Equations matrix @ x = constant through the feasible point `point`; bounds `low` <= x <= `high` (n,).

    `ease` (n,) ranks cells as basic ones: a basic cell should lie far from its bounds.
    """

    def __init__(
        self, matrix: np.ndarray, point: np.ndarray, low: np.ndarray, high: np.ndarray, ease: np.ndarray | None = None
    ) -> None:
        self.low, self.high = low.astype(float), high.astype(float)
        self.point = point.astype(float)
        self._matrix = matrix
        self._constant = matrix @ self.point
        room = np.minimum(np.minimum(self.point - self.low, self.high - self.point), 1e6)
        self._reduce(matrix, room if ease is None else ease)

    def _reduce(self, matrix: np.ndarray, ease: np.ndarray) -> None:
        """Bring the equations into the form basic cell + others = constant; dependent rows go."""
        table = matrix.astype(float)
        self.row_of = np.full(table.shape[1], -1)
        basic = []
        keep = []
        for row in range(len(table)):
            line = np.abs(table[row])
            usable = line > 1e-6
            if not usable.any():
                continue
            column = int(np.argmax(np.where(usable, ease + 1e-3 * line, -np.inf)))
            _eliminate(table, row, column)
            basic.append(column)
            keep.append(row)
        self.table = np.ascontiguousarray(table[keep])
        self.basic = np.array(basic, dtype=np.int64)
        self.row_of[self.basic] = np.arange(len(self.basic))

    def move_to(self, point: np.ndarray, low: np.ndarray, high: np.ndarray) -> None:
        """Take another feasible point and other bounds, for the same equations."""
        self.point, self.low, self.high = point.astype(float), low.astype(float), high.astype(float)

    def extreme(self, cell: int, sign: int, target: float | None = None) -> float:
        """Move the point so that the cell is as large (`sign` 1) or small (-1) as possible and return its value.

        With a `target` it stops there. Returns an infinite value if there is no limit; then the point is only on the
        way.
        """
        stalled = 0
        for _ in range(_MAX_STEPS):
            if target is not None and sign * (self.point[cell] - target) >= -TOLERANCE:
                break
            entering, direction, rate = self._entering(cell, sign, stalled > _STALLED)
            if entering < 0:
                break
            room = np.inf if target is None else sign * (target - self.point[cell]) / rate
            step = self._advance(entering, direction, room, stalled > _STALLED)
            if not np.isfinite(step):
                return sign * np.inf
            stalled = stalled + 1 if step <= TOLERANCE else 0
        return float(self.point[cell])

    def _entering(self, cell: int, sign: int, careful: bool) -> tuple[int, int, float]:
        """Return which cell to move in which direction so that `cell` moves, and how fast it does; -1: none."""
        row = self.row_of[cell]
        if row < 0:
            free = self.high[cell] - self.point[cell] if sign > 0 else self.point[cell] - self.low[cell]
            return (cell, sign, 1.0) if free > TOLERANCE else (-1, 0, 0.0)
        return self._best(-sign * self.table[row], careful)

    def _best(self, gain: np.ndarray, careful: bool) -> tuple[int, int, float]:
        """Return the nonbasic cell whose move gains most per unit (`careful`: the first that gains), as `_entering`."""
        up = (gain > TOLERANCE) & (self.point < self.high - TOLERANCE)
        down = (gain < -TOLERANCE) & (self.point > self.low + TOLERANCE)
        worth = np.where((up | down) & (self.row_of < 0), np.abs(gain), 0.0)
        best = int(np.argmax(worth > 0)) if careful else int(np.argmax(worth))
        if worth[best] <= 0:
            return -1, 0, 0.0
        return best, 1 if up[best] else -1, float(worth[best])

    def _advance(self, entering: int, direction: int, room: float, careful: bool) -> float:
        """Move a nonbasic cell as far as bounds and `room` allow, exchange it where it blocks; return the step."""
        slope = -direction * self.table[:, entering]  # of the basic cells, per unit
        values = self.point[self.basic]
        limits = np.full(len(slope), np.inf)
        rising, falling = slope > _PIVOT, slope < -_PIVOT
        limits[rising] = (self.high[self.basic[rising]] - values[rising]) / slope[rising]
        limits[falling] = (self.low[self.basic[falling]] - values[falling]) / slope[falling]
        own = self.high[entering] - self.point[entering] if direction > 0 else self.point[entering] - self.low[entering]
        tightest = max(float(limits.min(initial=np.inf)), 0.0)
        step = min(own, tightest, room)
        if not np.isfinite(step):
            return step
        self.point[self.basic] = values + step * slope
        self.point[entering] += direction * step
        if tightest <= min(own, room):
            ties = np.flatnonzero(limits <= tightest + TOLERANCE)
            leaving = ties[np.argmin(self.basic[ties])] if careful else ties[np.argmax(np.abs(slope[ties]))]
            self._exchange(int(leaving), entering)
        return step

    def _exchange(self, row: int, entering: int) -> None:
        leaving = self.basic[row]
        self.point[leaving] = min(max(self.point[leaving], self.low[leaving]), self.high[leaving])
        _eliminate(self.table, row, entering)
        self.row_of[leaving], self.row_of[entering] = -1, row
        self.basic[row] = entering

    def error(self) -> float:
        """Return by how much the point misses the equations: rounding of the computer."""
        return float(np.abs(self._matrix @ self.point - self._constant).max(initial=0.0))

    def cheapest(self, cost: np.ndarray, budget: int = _MAX_STEPS) -> None:
        """Move the point to the least total `cost` (n,) per unit of each cell."""
        reduced = cost - cost[self.basic] @ self.table
        stalled = 0
        for _ in range(budget):
            entering, direction, _ = self._best(-reduced, stalled > _STALLED)
            if entering < 0:
                return
            before = self.row_of[entering]
            step = self._advance(entering, direction, np.inf, stalled > _STALLED)
            if not np.isfinite(step):
                return
            row = self.row_of[entering]
            if row >= 0 and before < 0:
                reduced = reduced - reduced[entering] * self.table[row]
            stalled = stalled + 1 if step <= TOLERANCE else 0


def _eliminate(table: np.ndarray, row: int, column: int) -> None:
    """Make the column a unit vector with its 1 in the row, in place."""
    table[row] /= table[row, column]
    factors = table[:, column].copy()
    factors[row] = 0.0
    others = np.abs(factors).nonzero()[0]
    if not len(others):
        return
    if len(others) * table.shape[1] < _DENSE_UPDATE:
        block = table[others] - factors[others, None] * table[row]
        block[np.abs(block) < _ROUNDING] = 0.0
        table[others] = block
        return
    filled = table[row].nonzero()[0]
    block = table[others[:, None], filled] - factors[others, None] * table[row, filled]
    block[np.abs(block) < _ROUNDING] = 0.0
    table[others[:, None], filled] = block


def feasible_tableau(
    matrix: np.ndarray, constant: np.ndarray, low: np.ndarray, high: np.ndarray
) -> tuple[Tableau, np.ndarray]:
    """Return a tableau at a feasible point, and by how much each equation had to give way (0: it holds).

    The columns after the n cells are what the equations miss; they are held at what could not be avoided.
    """
    rows, size = matrix.shape
    start = np.where(np.isfinite(low), low, np.where(np.isfinite(high), high, 0.0))
    missing = constant - matrix @ start
    full = np.hstack([matrix, np.eye(rows)])
    low = np.concatenate([low, np.minimum(missing, 0.0)])
    high = np.concatenate([high, np.maximum(missing, 0.0)])
    tableau = Tableau(full, np.concatenate([start, missing]), low, high)
    for row in range(rows):
        cell, sign = size + row, -1 if tableau.point[size + row] > 0 else 1
        if abs(tableau.point[cell]) > TOLERANCE:
            tableau.extreme(cell, sign, 0.0)
        rest = tableau.point[cell] if abs(tableau.point[cell]) > TOLERANCE else 0.0
        tableau.low[cell] = tableau.high[cell] = rest
        tableau.point[cell] = rest
    return tableau, tableau.point[size:].copy()
