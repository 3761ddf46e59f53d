"""Secondary suppression of an indicator table: no hidden count can be narrowed down from what is published with it.

What an outsider knows are all published counts, the hierarchy (an area is the sum of its children), the formulas of the
catalogue (``ALO_SGB2 + ALO_SGB3``), changes over time, shares, and the breakdowns of
resources/indicators/breakdowns.json (all age groups add up to the inhabitants). What the intervals have to be says
`protection_rule`, how they are reached `suppression`, who attacks `attack`.
Source: Hundepool et al., Statistical Disclosure Control (2012), ch. 4.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from ...paths import resource
from ..count_cube import CountCube
from ..hierarchy import Hierarchy
from ..indicator_plan import Plan, Relation
from .primary_protection import Reason
from .protection_cells import CellTable, small_remainders, smallest_base, sums_of
from .protection_completion import complete
from .protection_problem import Problem
from .protection_rule import Rule
from .suppression import suppress

_CHANGE = 0.5  # a change goes before the counts it is made of
_UNPUBLISHED = 0.01  # hiding what no indicator shows costs next to nothing
_ZERO = 20.0  # a zero protects worst and is no secret, so it comes last
_SIZE = 0.3  # between equal numbers of published values the smaller count goes


def protect(cube: CountCube, hierarchy: Hierarchy, plan: Plan, reasons: np.ndarray, threshold: int) -> np.ndarray:
    """Return the reasons (areas, columns) with secondary suppressions added; see the module."""
    published = published_values(cube, plan)
    table = CellTable(
        cube.values,
        [hierarchy],
        [*plan.relations, *breakdown_relations(cube)],
        [
            (step.numerator, step.denominator)
            for step in plan.steps
            if step.denominator >= 0 and step.indicator.is_share
        ],
        frozenset(plan.changes),
    )
    problem = problem_of(table, reasons, published, Rule(threshold))
    suppress(problem)
    return problem.reasons[: reasons.size].reshape(reasons.shape)


def problem_of(
    table: CellTable,
    reasons: np.ndarray,
    published: np.ndarray,
    rule: Rule,
    tick: Callable[[], None] = lambda: None,
) -> Problem:
    """Return the problem of secondary suppression of a table.

    `reasons` and `published` (the number of values that go when a cell is hidden) are (areas, columns).
    """
    remainders = small_remainders(table, reasons, rule.threshold)
    extra = np.zeros(len(remainders))
    rest = [table.values[area, below] - table.values[area, above] for area, above, below in remainders.tolist()]
    values = np.concatenate([table.values.ravel(), rest])
    system = sums_of(table, remainders)
    low = np.concatenate([np.tile(table.least, table.areas), extra])
    high = np.full(len(values), np.inf)
    whole = np.concatenate([np.tile(_counts_only(table.values), table.areas), extra == 0])
    absent = np.isnan(values)
    all_reasons = np.concatenate([reasons.ravel(), np.full(len(remainders), Reason.SMALL)]).astype(np.int8)
    small = absent & (all_reasons == Reason.SMALL)
    system, values = complete(system, values, np.where(small, 1.0, low), np.where(small, rule.threshold - 1.0, high))
    return Problem(
        system=system,
        values=values,
        low=low,
        high=high,
        reasons=all_reasons,
        absent=absent,
        base=np.concatenate([smallest_base(table).ravel(), extra + np.inf]),
        cost=np.concatenate([_costs(table, published).ravel(), extra + np.inf]),
        rule=rule,
        marked=np.concatenate([published.ravel() > 0, extra == 0]),
        whole=whole & ~absent,
        tick=tick,
    )


def _counts_only(values: np.ndarray) -> np.ndarray:
    """Return which columns hold whole numbers only."""
    return ~(np.abs(values - np.round(values)) > 1e-9).any(axis=0)


def _costs(table: CellTable, published: np.ndarray) -> np.ndarray:
    """Return what it costs to hide each cell: the published values that go, then its size."""
    size = np.abs(np.nan_to_num(table.values))
    largest = np.maximum(size.max(axis=0, initial=1.0), 1.0)
    share = np.log1p(size) / np.log1p(largest)
    return np.maximum(published, _UNPUBLISHED) * (1 + _SIZE * share) + np.where(size == 0, _ZERO, 0.0)


def published_values(cube: CountCube, plan: Plan) -> np.ndarray:
    """Return for each cell (areas, columns) how many values of the indicator table go when it is hidden."""
    weight = np.zeros(cube.values.shape[1])
    for step in plan.steps:
        weight[step.numerator] += _CHANGE if step.numerator in plan.changes else 1.0
        if step.denominator >= 0:
            weight[step.denominator] += 1.0
    return np.broadcast_to(weight, cube.values.shape)


def breakdown_relations(cube: CountCube, path: Path | None = None) -> Iterator[Relation]:
    """Yield a relation for each breakdown whose variables are all there at a Stichtag."""
    path = path or resource("indicators", "breakdowns.json")
    for total, alternatives in json.loads(path.read_text(encoding="utf-8")).items():
        for parts in alternatives:
            for day in cube.dates_of.get(total, []):
                columns = [cube.column_of.get((part, day)) for part in parts]
                if None not in columns:
                    yield Relation(cube.column_of[total, day], tuple(columns))
