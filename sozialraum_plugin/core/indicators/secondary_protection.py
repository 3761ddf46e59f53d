"""Secondary suppression: no hidden count may be the only unknown of a sum that an outsider knows.

The sums are the hierarchy (an area is the sum of its children, for every variable and every numerator), the formulas
of the catalogue (``ALO_SGB2 + ALO_SGB3``), and the breakdowns of resources/indicators/breakdowns.json (all age groups
add up to the inhabitants). Where a sum has exactly one unknown and that is a hidden count, the next-smallest count of
the sum is hidden too, until nothing changes. Small counts alone in a sum that forces them all to 1, or all to the
largest small count, get one more.

This is the elimination rule on single sums; intervals and sums of sums belong to the full method.
Source: Hundepool et al., Statistical Disclosure Control (2012), ch. 4, on cell suppression in linked tables.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from ..paths import resource
from .count_cube import CountCube
from .hierarchy import Hierarchy
from .indicator_plan import Plan, Relation
from .primary_protection import Reason

_ZERO = 1e12  # a zero protects worst, so it comes last
_NARROW = 1e9  # a count so near the threshold that the range of the other one shrinks to a point
_PUBLISHED = 1e15  # hiding what no indicator shows costs nothing, so what is shown comes later


@dataclass(frozen=True)
class Sums:
    """All that `protect` needs: the values with NaN for unknown, the cost of hiding a column, the small-count limit."""

    values: np.ndarray
    column_cost: np.ndarray
    threshold: int


def protect(cube: CountCube, hierarchy: Hierarchy, plan: Plan, reasons: np.ndarray, threshold: int) -> np.ndarray:
    """Return the reasons with secondary suppressions added; see the module."""
    reasons = reasons.copy()
    sums = Sums(cube.values, _column_cost(cube, plan), threshold)
    relations = [*plan.relations, *breakdown_relations(cube)]
    changed = True
    while changed:
        changed = False
        for area in hierarchy.upward:
            rows = np.concatenate([[area], hierarchy.children[area]])
            changed |= _protect_rows(sums, reasons, rows)
        for relation in relations:
            changed |= _protect_columns(sums, reasons, relation)
    return reasons


def breakdown_relations(cube: CountCube) -> Iterator[Relation]:
    """Yield a relation for each breakdown whose variables are all there at a Stichtag."""
    breakdowns = json.loads(resource("indicators", "breakdowns.json").read_text(encoding="utf-8"))
    for total, alternatives in breakdowns.items():
        for parts in alternatives:
            for day in cube.dates_of.get(total, []):
                columns = [cube.column_of.get((part, day)) for part in parts]
                if None not in columns:
                    yield Relation(cube.column_of[total, day], tuple(columns))


def _column_cost(cube: CountCube, plan: Plan) -> np.ndarray:
    """Return what hiding a cell of each column costs before its value: nothing for what no indicator shows."""
    cost = np.zeros(cube.values.shape[1])
    for step in plan.steps:
        cost[step.numerator] = _PUBLISHED
        if step.denominator >= 0:
            cost[step.denominator] = 2 * _PUBLISHED  # as a base it takes the rates of others with it
    cost[sorted(plan.changes)] = _PUBLISHED / 2  # a change goes before the counts it is made of
    return cost


def _protect_rows(sums: Sums, reasons: np.ndarray, rows: np.ndarray) -> bool:
    """Protect the sum over children (rows after the first) in every column; return whether anything was hidden."""
    values, hidden = sums.values[rows], reasons[rows]
    exposed = np.flatnonzero(_exposed(values, hidden, sums.threshold))
    if not len(exposed):
        return False
    cost = _cost(values[:, exposed], hidden[:, exposed], sums.threshold)
    cost[0] += 10 * _PUBLISHED  # the sum itself only if no child is left
    return _hide(reasons, cost, lambda chosen, which: (rows[chosen], exposed[which]))


def _protect_columns(sums: Sums, reasons: np.ndarray, relation: Relation) -> bool:
    """Protect a sum over columns in every area; return whether anything was hidden."""
    columns = np.array([relation.total, *relation.parts])
    values, hidden = sums.values[:, columns].T, reasons[:, columns].T
    threshold = sums.threshold if relation.plain_sum else 0
    exposed = np.flatnonzero(_exposed(values, hidden, threshold))
    if not len(exposed):
        return False
    cost = _cost(values[:, exposed], hidden[:, exposed], sums.threshold) + sums.column_cost[columns][:, None]
    return _hide(reasons, cost, lambda chosen, which: (exposed[which], columns[chosen]))


def _exposed(values: np.ndarray, hidden: np.ndarray, threshold: int) -> np.ndarray:
    """Return for each sum (column; the total in row 0) whether an outsider can compute a hidden count of it."""
    unknown = (hidden > 0) | np.isnan(values)
    single = (unknown.sum(axis=0) == 1) & (hidden > 0).any(axis=0)
    if threshold < 2:
        return single
    count = unknown.sum(axis=0)
    all_small = (count > 1) & ~unknown[0] & (~unknown | (hidden == Reason.SMALL)).all(axis=0)
    total = np.where(unknown, 0.0, values)
    rest = total[0] - total[1:].sum(axis=0)
    forced = (rest < count + 1) | (rest > count * (threshold - 1) - 1)
    return single | (all_small & forced)


def _cost(values: np.ndarray, hidden: np.ndarray, threshold: int) -> np.ndarray:
    """Return what it costs to hide each cell: its value, more where it would protect badly; infinite if unknown."""
    size = np.abs(values)
    cost = size + np.where(size < 2 * threshold - 2, _NARROW, 0) + np.where(size == 0, _ZERO, 0)
    return np.where((hidden > 0) | np.isnan(values), np.inf, cost)


def _hide(reasons: np.ndarray, cost: np.ndarray, place: Callable[[np.ndarray, np.ndarray], tuple]) -> bool:
    """Hide the cheapest cell of each sum; return False if there was none to hide."""
    chosen = cost.argmin(axis=0)
    which = np.flatnonzero(np.isfinite(cost[chosen, np.arange(cost.shape[1])]))
    reasons[place(chosen[which], which)] = Reason.SECONDARY
    return len(which) > 0
