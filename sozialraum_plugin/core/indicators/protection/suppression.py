"""Secondary suppression: which further counts to hide so that no outsider can narrow a hidden count down.

Rounds of attack and answer: every exposed count gets the cheapest partners (`suppression_moves`), until the attack
finds none exposed. Then every partner that is not needed is shown again, the dearest first, as long as the attack still
fails. Where nothing protects a count, the sums above it are hidden too; if even that does not help, it is reported.
Sources: Hundepool et al., Statistical Disclosure Control (2012), ch. 4.4 and 4.5; own method.
"""

from __future__ import annotations

import numpy as np

from .linear_bounds import Neighbourhood
from .primary_protection import Reason
from .protection_problem import Problem, Verdict, exposed
from .suppression_cleanup import take_back
from .suppression_moves import cheapest_partners, simple_partners
from .suppression_rectangles import Rectangles

_MAX_ROUNDS = 60
_TWICE = 20_000  # cells up to which both ways of finding partners are tried and the cheaper one is kept


def suppress(problem: Problem) -> np.ndarray:
    """Add secondary suppressions to `problem.reasons` and return the numbers of the cells that were hidden for others.

    Cells that nothing protects are left in `problem.unsafe`.
    """
    before = problem.reasons.copy()
    near = Neighbourhood(problem.system)
    quick = Rectangles(near)
    _attempt(problem, near, quick, before)
    if problem.system.size <= _TWICE:
        first = problem.reasons, problem.unsafe
        cost = _cost(problem, before)
        problem.reasons, problem.unsafe = before.copy(), set()
        _attempt(problem, near, None, before)
        if cost <= _cost(problem, before):
            problem.reasons, problem.unsafe = first
    return np.flatnonzero((problem.reasons > 0) & (before == Reason.SHOWN))


def _cost(problem: Problem, before: np.ndarray) -> tuple[int, float]:
    """Return how many counts nothing protects and what the suppressions cost."""
    return len(problem.unsafe), float(problem.cost[(problem.reasons > 0) & (before == Reason.SHOWN)].sum())


def _attempt(problem: Problem, near: Neighbourhood, quick: Rectangles | None, before: np.ndarray) -> None:
    """Protect all cells, then take back what is not needed."""
    _protect(problem, near, quick)
    take_back(problem, before == Reason.SHOWN)
    if problem.unsafe:
        again = np.zeros(problem.system.size, dtype=bool)
        again[list(problem.unsafe)] = True
        problem.unsafe &= set(exposed(problem, again).cells.tolist())


def _protect(problem: Problem, near: Neighbourhood, rectangles: Rectangles | None) -> None:
    dirty = None
    for _ in range(_MAX_ROUNDS):
        problem.tick()
        verdict = exposed(problem, dirty)
        verdict = _still_open(problem, verdict)
        if not len(verdict.cells):
            return
        dirty = _answer(problem, near, rectangles, verdict)
    problem.unsafe.update(int(cell) for cell in exposed(problem).cells)


def _still_open(problem: Problem, verdict: Verdict) -> Verdict:
    """Return the verdict without cells that were given up."""
    keep = ~np.isin(verdict.cells, list(problem.unsafe))
    return Verdict(verdict.cells[keep], verdict.low[keep], verdict.high[keep])


def _answer(problem: Problem, near: Neighbourhood, rectangles: Rectangles | None, verdict: Verdict) -> np.ndarray:
    """Hide partners of exposed cells and return which cells (n,) to look at again: what changed and what is open."""
    dirty = np.zeros(problem.system.size, dtype=bool)
    dirty[verdict.cells] = True
    hidden = problem.hidden
    chosen = simple_partners(problem, near, hidden, verdict.cells)
    if len(chosen):
        problem.reasons[chosen] = Reason.SECONDARY
        dirty[chosen] = True
        return dirty
    touched: set[int] = set()
    for cell, low in _hardest_first(problem, verdict):
        problem.tick()
        rows = near.rows(np.array([cell]))
        if touched.intersection(rows.tolist()):
            continue  # its sums have just changed; the next round tells
        partners = _rectangle(problem, rectangles, hidden, cell)
        if not len(partners):
            partners = _partners(problem, near, hidden, cell, low)
        if not len(partners):
            problem.unsafe.add(cell)
            continue
        problem.reasons[partners] = Reason.SECONDARY
        dirty[partners] = hidden[partners] = True
        touched.update(near.rows(partners).tolist())
    return dirty


def _rectangle(problem: Problem, rectangles: Rectangles | None, hidden: np.ndarray, cell: int) -> np.ndarray:
    """Return partners of a quick kind; none if there are none."""
    needs = problem.needs()
    amount = max(needs.reach[cell], needs.width[cell], needs.up[cell]) - problem.values[cell]
    found = rectangles.partners(problem, hidden, cell, amount) if rectangles and amount > 0 else None
    return np.zeros(0, dtype=np.int64) if found is None else found


def _hardest_first(problem: Problem, verdict: Verdict) -> list[tuple[int, float]]:
    """Return the exposed cells with the lower ends of their intervals, the narrowest first."""
    width = verdict.high - verdict.low
    order = np.lexsort((verdict.cells, problem.values[verdict.cells], width))
    return [(int(verdict.cells[at]), float(verdict.low[at])) for at in order]


def _partners(problem: Problem, near: Neighbourhood, hidden: np.ndarray, cell: int, low: float) -> np.ndarray:
    """Return the partners that widen the interval of a cell (now from `low`), or its sums if there are none."""
    value, needs = problem.values[cell], problem.needs()
    wide = max(needs.reach[cell], min(low, value) + needs.width[cell]) - value
    narrow = value - min(max(0.0, problem.low[cell]), value)
    goals = [
        (1, wide, True), (1, needs.up[cell] - value, True), (-1, value - needs.down[cell], True),
        (1, wide, False), (-1, narrow, True), (-1, narrow, False), (1, needs.width[cell], False),
    ]  # fmt: skip
    for sign, amount, informed in goals:
        if amount <= 0:
            continue
        found = cheapest_partners(problem, near, hidden, (cell, sign, amount), informed)
        if found is not None and len(found):
            return found
    return _sums_above(problem, near, cell)


def _sums_above(problem: Problem, near: Neighbourhood, cell: int) -> np.ndarray:
    """Return the shown cells of all sums of a cell: the last resort."""
    cells = np.unique(near.system.cell[near.entries(near.rows(np.array([cell])))])
    return cells[~problem.hidden[cells] & np.isfinite(problem.cost[cells])]
