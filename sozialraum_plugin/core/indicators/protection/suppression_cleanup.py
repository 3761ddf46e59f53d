"""Showing again what need not be hidden.

For each component of hidden cells a pool of tables that are as possible as the true one is kept; each need of each
sensitive cell is met by some of them. A partner is shown again if the tables in which it keeps its true value, and new
ones if these do not suffice, still meet every need. So each step is proved, and few linear programs are solved.
"""

from __future__ import annotations

import numpy as np

from .attack import Block, block_of, dense_size, truth_tableau
from .linear_bounds import components
from .linear_bounds_simplex import Tableau
from .primary_protection import Reason
from .protection_problem import Problem

LARGEST = 2_000_000  # entries of a tableau; a larger component keeps all its partners
_MEMORY = 60_000_000  # numbers in a pool
_EPSILON = 1e-6


def take_back(problem: Problem, mine: np.ndarray) -> None:
    """Show again every partner of `mine` (n,) that no sensitive cell needs, the dearest first."""
    reduced = problem.system.of_unknown(problem.hidden, problem.values)
    label = components(reduced)
    partners = np.flatnonzero(mine & (problem.reasons == Reason.SECONDARY))
    count = np.bincount(label[partners], minlength=reduced.size)
    of_entry = label[reduced.cell]
    order = np.argsort(of_entry, kind="stable")
    sorted_labels = of_entry[order]
    for name in np.flatnonzero(count > 1):
        problem.tick()
        entries = order[slice(*np.searchsorted(sorted_labels, [name, name + 1]))]
        if len(entries) and dense_size(reduced, entries) <= LARGEST:
            _Component(problem, block_of(reduced, entries, problem.low, problem.high)).take_back(mine)
    _without_sums(problem, reduced.cell, mine)


def _without_sums(problem: Problem, in_sums: np.ndarray, mine: np.ndarray) -> None:
    """Show again what stands in no sum with anything hidden."""
    alone = mine & (problem.reasons == Reason.SECONDARY)
    alone[in_sums] = False
    problem.reasons[alone] = Reason.SHOWN


class _Component:
    """The sensitive cells of one component, their needs, and the pools of possible tables."""

    def __init__(self, problem: Problem, block: Block) -> None:
        self.problem, self.block = problem, block
        self.truth = block.point(problem.values)
        self.tableau: Tableau = truth_tableau(block, problem.values)
        low, high = problem.informed(block.cells)
        size = len(block.cells)
        self.bounds = [
            [block.low.copy(), block.high.copy()],
            [
                np.concatenate([low, block.low[size:]]),
                np.concatenate([high, block.high[size:]]),
            ],
        ]
        needs, cells = problem.needs(), block.cells
        given_up = np.isin(cells, list(problem.unsafe))
        self.columns = np.flatnonzero(needs.width[cells] > 0)
        self.reach, self.width = needs.reach[cells], needs.width[cells]
        self.down, self.up = needs.down[cells], needs.up[cells]
        self.pools = [[self.truth], [self.truth]]
        for column in self.columns[given_up[self.columns]].tolist():
            self._ask_no_more(column)

    def _ask_no_more(self, column: int) -> None:
        """Take what a cell that could not be protected has as what it needs, so that it does not lose that too."""
        value, width = self.truth[column], self.width[column]
        top, bottom = (self._farthest(0, column, sign, value + sign * width) for sign in (1, -1))
        self.reach[column], self.width[column] = min(self.reach[column], top), min(width, top - bottom)
        if np.isfinite(self.up[column]):
            self.up[column] = min(self.up[column], self._farthest(1, column, 1, self.up[column]))
            self.down[column] = max(self.down[column], self._farthest(1, column, -1, self.down[column]))

    def _farthest(self, which: int, column: int, sign: int, goal: float) -> float:
        self.tableau.move_to(self.truth, *self.bounds[which])
        return self.tableau.extreme(column, sign, goal)

    def take_back(self, mine: np.ndarray) -> None:
        """Show partners again, the dearest first."""
        cells = self.block.cells
        if len(self.columns) and not self._met(self.pools):
            return
        candidates = np.flatnonzero(mine[cells] & (self.problem.reasons[cells] == Reason.SECONDARY))
        for column in candidates[np.argsort(-self.problem.cost[cells[candidates]], kind="stable")]:
            self.problem.tick()
            kept = [self.truth[column]] * 2, [[bound[column] for bound in pair] for pair in self.bounds]
            pools = [[p for p in pool if abs(p[column] - kept[0][0]) < _EPSILON] for pool in self.pools]
            for pair in self.bounds:
                pair[0][column] = pair[1][column] = self.truth[column]
            if self._met(pools):
                self.pools = pools
                self.problem.reasons[cells[column]] = Reason.SHOWN
                continue
            for pair, (low, high) in zip(self.bounds, kept[1]):
                pair[0][column], pair[1][column] = low, high

    def _met(self, pools: list[list[np.ndarray]]) -> bool:
        """Tell whether every need is met, adding tables to the pools where they do not suffice."""
        low, high = self._seen(pools[1], pools[1])
        for column in self.columns[(high < self.up - _EPSILON)[self.columns]]:
            if not self._reached(pools[1], 1, int(column), 1, self.up[column]):
                return False
        for column in self.columns[(low > self.down + _EPSILON)[self.columns]]:
            if not self._reached(pools[1], 1, int(column), -1, self.down[column]):
                return False
        low, high = self._seen(pools[0], pools[1])
        short = (high < self.reach - _EPSILON) | (high - low < self.width - _EPSILON)
        return all(self._wide(pools[0], int(column), low[column]) for column in self.columns[short[self.columns]])

    def _wide(self, pool: list[np.ndarray], column: int, low: float) -> bool:
        """Tell whether the uninformed interval of a column is wide enough and reaches high enough."""
        low = min([low, *(point[column] for point in pool)])
        goal = max(self.reach[column], low + self.width[column])
        if self._reached(pool, 0, column, 1, goal):
            return True
        top = max(point[column] for point in pool)
        if top < self.reach[column] - _EPSILON:
            return False
        return self._reached(pool, 0, column, -1, top - self.width[column])

    def _seen(self, one: list[np.ndarray], other: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
        size = len(self.block.cells)
        points = np.array([*one, *other])[:, :size]
        return points.min(axis=0), points.max(axis=0)

    def _reached(self, pool: list[np.ndarray], which: int, column: int, sign: int, goal: float) -> bool:
        """Tell whether a column reaches the goal; the table that shows it joins the pool."""
        if any(sign * (point[column] - goal) > -_EPSILON for point in pool[-3:]):
            return True
        self.tableau.move_to(self.truth, *self.bounds[which])
        reached = self.tableau.extreme(column, sign, goal)
        if len(pool) * len(self.truth) < _MEMORY:
            pool.append(self.tableau.point.copy())
        return sign * (reached - goal) > -_EPSILON
