"""Partners without a linear program: four counts in two sums one way and two sums the other way.

In a table of areas by groups a hidden count is protected by another area, another group, and the count where these
meet. This is far quicker than `suppression_moves`; what it cannot answer goes there. Needless partners are shown again
afterwards (`suppression_cleanup`).
"""

from __future__ import annotations

import numpy as np

from .linear_bounds import Neighbourhood
from .protection_problem import Problem


class Rectangles:
    """Knows all cells that stand in exactly two sums, by these sums."""

    def __init__(self, near: Neighbourhood) -> None:
        system = near.system
        two = near.equations_of == 2
        entries = np.flatnonzero(two[system.cell] & near.equation[system.row])
        order = entries[np.argsort(system.cell[entries], kind="stable")]
        self.cells = system.cell[order[::2]]
        self.row = np.full((system.size, 2), -1)
        self.weight = np.zeros((system.size, 2))
        self.row[self.cells] = system.row[order].reshape(-1, 2)
        self.weight[self.cells] = system.coefficient[order].reshape(-1, 2)
        self.near, self.rows = near, system.rows
        keys = self._key(self.row[self.cells, 0], self.row[self.cells, 1])
        by_key = np.argsort(keys, kind="stable")
        self.keys, self.by_key = keys[by_key], self.cells[by_key]

    def _key(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        return np.minimum(one, other) * self.rows + np.maximum(one, other)

    def partners(self, problem: Problem, hidden: np.ndarray, cell: int, amount: float) -> np.ndarray | None:
        """Return the shown cells of the cheapest rectangle in which `cell` can rise by the amount; None if none can."""
        first, second = self.row[cell]
        if first < 0:
            return None
        beside, along = self._others(first, cell), self._others(second, cell)
        if not len(beside) or not len(along):
            return None
        beside_move = -self._weight(cell, first) / self._weight(beside, first)
        along_move = -self._weight(cell, second) / self._weight(along, second)
        one, other = (part.ravel() for part in np.meshgrid(beside, along, indexing="ij"))
        one_move, other_move = (part.ravel() for part in np.meshgrid(beside_move, along_move, indexing="ij"))
        third, fourth = self._second_row(one, first), self._second_row(other, second)
        corner, found = self._corner(third, fourth)
        corner_move = -self._weight(one, third) * one_move / np.where(found, self._weight(corner, third), 1.0)
        closed = self._weight(other, fourth) * other_move + self._weight(corner, fourth) * corner_move
        cells = np.stack([one, other, corner], axis=1)
        moves = np.stack([one_move, other_move, corner_move], axis=1) * amount
        able = found & (np.abs(closed) < 1e-9) & self._has_room(problem, hidden, cells, moves) & (corner != cell)
        if not able.any():
            return None
        cost = np.where(hidden[cells], 0.0, problem.cost[cells]).sum(axis=1)
        best = cells[int(np.argmin(np.where(able, cost, np.inf)))]
        return np.unique(best[~hidden[best]])

    def _others(self, row: int, cell: int) -> np.ndarray:
        cells = self.near.system.cell[self.near.entries(np.array([row]))]
        return cells[(cells != cell) & (self.row[cells, 0] >= 0)]

    def _weight(self, cell: np.ndarray | int, row: np.ndarray | int) -> np.ndarray:
        return np.where(self.row[cell, 0] == row, self.weight[cell, 0], self.weight[cell, 1])

    def _second_row(self, cell: np.ndarray, row: int) -> np.ndarray:
        return np.where(self.row[cell, 0] == row, self.row[cell, 1], self.row[cell, 0])

    def _corner(self, third: np.ndarray, fourth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the cell in both rows of each pair, and whether there is one."""
        key = self._key(third, fourth)
        at = np.minimum(np.searchsorted(self.keys, key), len(self.keys) - 1)
        return self.by_key[at], self.keys[at] == key

    def _has_room(self, problem: Problem, hidden: np.ndarray, cells: np.ndarray, moves: np.ndarray) -> np.ndarray:
        """Return which rectangles (rows of `cells`) can move as the informed outsider would have it."""
        low, high = problem.informed(cells)
        values, threshold = problem.values[cells], float(problem.rule.threshold)
        low = np.where(~hidden[cells] & (values >= threshold) & (low == 0), threshold, low)
        usable = hidden[cells] | (np.isfinite(problem.cost[cells]) & (values != 0))
        return (usable & (values + moves >= low - 1e-9) & (values + moves <= high + 1e-9)).all(axis=1)
