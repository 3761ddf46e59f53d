"""The cheapest further counts to hide so that one hidden count can move.

The incremental attacker's problem: find another table with the same sums in which the hidden count differs by what is
needed, moving as few and as cheap shown counts as possible. What moves is hidden; then that other table is as possible
as the true one. Solved as a linear program around the count, in which a hidden count moves freely.
Source: Kelly, Golden & Assad, Cell suppression: disclosure protection for sensitive tabular data (Networks, 1992);
Fischetti & Salazar, Models and algorithms for optimizing cell suppression (JASA 2000).
"""

from __future__ import annotations

import numpy as np

from .linear_bounds import Neighbourhood
from .linear_bounds_simplex import TOLERANCE, Tableau
from .primary_protection import Reason
from .protection_problem import Problem

_CANDIDATES = 12  # cheapest shown counts of a sum that are followed further
_SIZES = (60, 300, 2000)  # counts around the hidden one; the next if the one before has no answer
_FREE = 1e-4  # a hidden count moves almost for free, so the shortest way is taken
_STEPS = 4000


def _around(
    near: Neighbourhood, cell: int, problem: Problem, hidden: np.ndarray, size: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return rows around a cell and the cells (at most about `size`) that lie in these rows only."""
    rows = _equations(near, np.array([cell]))
    while True:
        cells = _worth_following(near, rows, problem, hidden)
        more = np.union1d(rows, _equations(near, cells))
        if len(more) == len(rows) or near.weight(more) > size:
            break
        rows = more
    if near.weight(more) <= 3 * size:
        rows = more
    inside, counts = np.unique(near.system.cell[near.entries(rows)], return_counts=True)
    usable = np.isfinite(np.where(hidden[inside], 0.0, problem.cost[inside]))
    return rows, inside[(counts == near.equations_of[inside]) & usable]


def _equations(near: Neighbourhood, cells: np.ndarray) -> np.ndarray:
    rows = near.rows(cells)
    return rows[near.equation[rows]]


def _worth_following(near: Neighbourhood, rows: np.ndarray, problem: Problem, hidden: np.ndarray) -> np.ndarray:
    """Return the hidden cells of the rows and the cheapest shown ones of each."""
    entries = near.entries(rows)
    cells, row = near.system.cell[entries], near.system.row[entries]
    order = np.lexsort((np.where(hidden[cells], 0.0, problem.cost[cells]), row))
    rank = np.arange(len(order)) - np.searchsorted(row[order], row[order])
    return np.unique(np.concatenate([cells[order[rank < _CANDIDATES]], cells[hidden[cells]]]))


def cheapest_partners(
    problem: Problem, near: Neighbourhood, hidden: np.ndarray, move: tuple[int, int, float], informed: bool
) -> np.ndarray | None:
    """Return the shown cells to hide so that the `move` (cell, direction, amount) is possible; None if nothing helps.

    `hidden` (n,) are the cells that are. Other hidden counts keep to what the informed outsider knows of them, or the
    uninformed.
    """
    before = 0
    for size in _SIZES:
        rows, cells = _around(near, move[0], problem, hidden, size)
        if len(cells) == before:
            break
        before = len(cells)
        if move[0] in cells:
            low, high = problem.informed(cells) if informed else (problem.low[cells], problem.high[cells])
            found = _solve(problem, near, (rows, cells), hidden[cells], (low, high), move)
            if found is not None:
                return found
    return None


def _room(
    problem: Problem, cells: np.ndarray, hidden: np.ndarray, low: np.ndarray, high: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return how far each of the cells may fall and rise; a shown count would be hidden for others."""
    threshold, values = float(problem.rule.threshold), problem.values[cells]
    shown_low = np.where((values >= threshold) & (low == 0), threshold, low)
    return np.maximum(values - np.where(hidden, low, shown_low), 0.0), np.maximum(high - values, 0.0)


def _solve(
    problem: Problem,
    near: Neighbourhood,
    region: tuple[np.ndarray, np.ndarray],
    free: np.ndarray,
    bounds: tuple[np.ndarray, np.ndarray],
    move: tuple[int, int, float],
) -> np.ndarray | None:
    rows, cells = region
    cell, sign, amount = move
    down, up = _room(problem, cells, free, *bounds)
    target = int(np.searchsorted(cells, cell))
    splits = np.flatnonzero(~free)
    matrix = _matrix(near, rows, cells)
    matrix = np.hstack([matrix, -matrix[:, splits]])
    cost = np.where(free, 0.0, problem.cost[cells])
    reach = np.maximum(np.minimum(amount, up), 1e-9), np.maximum(np.minimum(amount, down[splits]), 1e-9)
    costs = np.concatenate([cost / reach[0], cost[splits] / reach[1]])
    low = np.concatenate([np.where(free, -down, 0.0), np.zeros(len(splits))])
    high = np.concatenate([up, down[splits]])
    low[target], high[target] = (0.0, amount) if sign > 0 else (-amount, 0.0)
    tableau = Tableau(matrix, np.zeros(len(costs)), low, high, np.where(np.concatenate([free, splits < 0]), 2.0, 1.0))
    if abs(tableau.extreme(target, sign, sign * amount)) < amount - TOLERANCE:
        return None
    tableau.low[target] = tableau.high[target] = tableau.point[target] = sign * amount
    tableau.cheapest(costs, _STEPS)
    net = tableau.point[: len(cells)].copy()
    net[splits] -= tableau.point[len(cells) :]
    return cells[(np.abs(net) > 1e-6) & ~free]


def _matrix(near: Neighbourhood, rows: np.ndarray, cells: np.ndarray) -> np.ndarray:
    entries = near.entries(rows)
    column = np.searchsorted(cells, near.system.cell[entries])
    column = np.minimum(column, len(cells) - 1)
    inside = cells[column] == near.system.cell[entries]
    matrix = np.zeros((len(rows), len(cells)))
    line = np.searchsorted(rows, near.system.row[entries[inside]])
    np.add.at(matrix, (line, column[inside]), near.system.coefficient[entries[inside]])
    return matrix


def simple_partners(problem: Problem, near: Neighbourhood, hidden: np.ndarray, cells: np.ndarray) -> np.ndarray:
    """Return a partner for each exposed cell of `cells` that stands in one sum only, of the same kind, all at once.

    A single sum is answered without a linear program: the cheapest shown count that alone is large enough.
    """
    lengths = near.cell_start[cells + 1] - near.cell_start[cells]
    single = cells[lengths == 1]
    if not len(single):
        return single
    rows = np.unique(near.rows(single))
    rows = rows[near.equation[rows]]
    need = _needed(problem, near, rows, hidden)
    entries = near.entries(rows)
    cell, row = near.system.cell[entries], np.searchsorted(rows, near.system.row[entries])
    alone = near.cell_start[cell + 1] - near.cell_start[cell] == 1
    usable = alone & ~hidden[cell] & np.isfinite(problem.cost[cell])
    cell, row = cell[usable], row[usable]
    return np.concatenate([_cheapest_alone(problem, cell, row, need), _largest_of_many(problem, cell, row, need)])


def _cheapest_alone(problem: Problem, cell: np.ndarray, row: np.ndarray, need: np.ndarray) -> np.ndarray:
    """Return for each row the cheapest of its cells that is large enough by itself."""
    able = problem.values[cell] >= need[row]
    cell, row = cell[able], row[able]
    order = np.lexsort((problem.cost[cell], row))
    return cell[order[np.unique(row[order], return_index=True)[1]]]


def _largest_of_many(problem: Problem, cell: np.ndarray, row: np.ndarray, need: np.ndarray) -> np.ndarray:
    """Return the largest cell of each row where only several cells together are large enough."""
    threshold, values = problem.rule.threshold, problem.values[cell]
    together = np.bincount(row, np.maximum(values - threshold, 0.0), minlength=len(need))
    largest = np.zeros(len(need))
    np.maximum.at(largest, row, values)
    able = (largest < need)[row] & (together >= need - threshold)[row] & (values >= threshold)
    cell, row = cell[able], row[able]
    order = np.lexsort((-problem.values[cell], row))
    return cell[order[np.unique(row[order], return_index=True)[1]]]


def _needed(problem: Problem, near: Neighbourhood, rows: np.ndarray, hidden: np.ndarray) -> np.ndarray:
    """Return how large a further hidden count must be to protect all small counts of each row (rows,)."""
    threshold, width = problem.rule.threshold, problem.rule.least_width
    entries = near.entries(rows)
    cell, row = near.system.cell[entries], np.searchsorted(rows, near.system.row[entries])
    small = problem.reasons[cell] == Reason.SMALL
    others = hidden[cell] & ~small
    values = problem.values[cell]
    slack = np.where(small, values - 1.0, np.where(others, np.maximum(values - threshold, 0.0), 0.0))
    smallest = np.full(len(rows), float(threshold))
    np.minimum.at(smallest, row[small], values[small])
    spare = np.bincount(row, slack, minlength=len(rows))
    informed = 2 * threshold - 1 - smallest - (spare - (smallest - 1))
    uninformed = max(threshold, width) - np.bincount(row, np.where(hidden[cell], values, 0.0), minlength=len(rows))
    return np.maximum(np.maximum(np.where(smallest < threshold, informed, 0.0), uninformed), threshold)
