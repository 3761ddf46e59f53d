"""Which column of the cube is the numerator and which the denominator of each indicator at each Stichtag.

The denominator takes the numerator's Stichtag if it is there; else the nearest one of the same year; else the nearest
within 400 days. Both are kept, since they differ in practice (Kita children of 1 March on inhabitants of 31 December).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np

from ..fields import Flag
from .catalogue import Indicator
from .count_cube import ABSENT, NUMBER_OF_FLAG, CountCube, join_sources
from .formula import Formula
from .imports.reference_dates import years_before

NEAREST_DENOMINATOR = 400  # days
NEAREST_LAG = 183  # days around the same day some years before


@dataclass(frozen=True)
class Step:
    """One indicator at one Stichtag: its columns in the cube; without denominator -1."""

    indicator: Indicator
    date: str
    numerator: int
    denominator: int = -1
    denominator_date: str | None = None


@dataclass(frozen=True)
class Relation:
    """A column that is the weighted sum of others, as an outsider knows it: total = sum of weights x parts.

    `plain_sum` tells that all weights are 1; then `weights` may be empty.
    """

    total: int
    parts: tuple[int, ...]
    plain_sum: bool = True
    weights: tuple[float, ...] = ()


@dataclass
class Plan:
    """All steps, the relations between columns, and the columns that are changes over time, not counts.

    `made_of` tells from which columns each column was made that a formula added.
    """

    steps: list[Step] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    changes: set[int] = field(default_factory=set)
    made_of: dict[int, tuple[int, ...]] = field(default_factory=dict)


class Planner:
    """Resolves formulas to columns of the cube, adding a column for each sum at each Stichtag once."""

    def __init__(self, cube: CountCube) -> None:
        self.cube = cube
        self.plan = Plan()
        self._sums: dict[tuple[str, str], int] = {}

    def add(self, indicator: Indicator) -> bool:
        """Plan an indicator at every Stichtag of its numerator; return False if there is none."""
        planned = False
        for day in self._own_dates(indicator.numerator):
            numerator = self._column(indicator.numerator, day)
            if numerator is None:
                continue
            planned = True
            if indicator.denominator is None:
                self.plan.steps.append(Step(indicator, day, numerator))
                continue
            denominator, on = self._denominator(indicator.denominator, day)
            self.plan.steps.append(Step(indicator, day, numerator, denominator, on))
        return planned

    def _own_dates(self, formula: Formula) -> list[str]:
        """Return the dates at which all terms without a lag are there."""
        current = [leaf.variable for leaf in formula.leaves if not leaf.years] or formula.variables
        dates = [set(self.cube.dates_of.get(variable, [])) for variable in current]
        return sorted(set.intersection(*dates))

    def _denominator(self, formula: Formula, day: str) -> tuple[int, str | None]:
        """Return the column and the Stichtag of the denominator for a numerator's Stichtag; (-1, None) if none fits."""
        if all(leaf.years for leaf in formula.leaves):
            column = self._column(formula, day)
            return (-1, None) if column is None else (column, self._lagged_date(formula, day))
        wanted = date.fromisoformat(day)

        def preference(candidate: str) -> tuple[bool, int, str]:
            distance = abs((date.fromisoformat(candidate) - wanted).days)
            return candidate[:4] != day[:4], distance, candidate

        for candidate in sorted(self._own_dates(formula), key=preference):
            if abs((date.fromisoformat(candidate) - wanted).days) <= NEAREST_DENOMINATOR:
                column = self._column(formula, candidate)
                if column is not None:
                    return column, candidate
        return -1, None

    def _lagged_date(self, formula: Formula, day: str) -> str | None:
        leaf = formula.leaves[0]
        return self._date_before(leaf.variable, day, leaf.years)

    def _date_before(self, variable: str, day: str, years: int) -> str | None:
        """Return the variable's Stichtag nearest to the same day some years before."""
        if not years:
            return day if (variable, day) in self.cube.column_of else None
        wanted = years_before(day, years)
        distances = {
            candidate: abs((date.fromisoformat(candidate) - wanted).days)
            for candidate in self.cube.dates_of.get(variable, [])
        }
        nearest = min(distances, key=lambda candidate: (distances[candidate], candidate), default=None)
        return nearest if nearest is not None and distances[nearest] <= NEAREST_LAG else None

    def _column(self, formula: Formula, day: str) -> int | None:
        """Return the column of a formula at a Stichtag; None if a term has no Stichtag there."""
        leaves = formula.leaves
        dates = [self._date_before(leaf.variable, day, leaf.years) for leaf in leaves]
        if None in dates:
            return None
        parts = tuple(self.cube.column_of[leaf.variable, on] for leaf, on in zip(leaves, dates))
        if len(parts) == 1 and formula.is_linear and leaves[0].sign == 1:
            return parts[0]
        key = (formula.text, day)
        if key not in self._sums:
            self._sums[key] = self._add_formula(formula, parts)
        return self._sums[key]

    def _add_formula(self, formula: Formula, parts: tuple[int, ...]) -> int:
        """Add the column of a formula over the columns of its leaves."""
        cube = self.cube
        column_of = {(leaf.variable, leaf.years): cube.values[:, part] for leaf, part in zip(formula.leaves, parts)}
        column = cube.append(
            formula.evaluate(lambda leaf: column_of[leaf.variable, leaf.years]),
            combined_flags(cube.flags[:, parts], np.isnan(cube.values[:, parts])),
            join_sources([cube.sources[part] for part in parts]),
            join_sources([cube.territories[part] for part in parts]),
        )
        self.plan.made_of[column] = parts
        if formula.is_linear:
            weights = tuple(float(term.sign) for term in formula.terms)
            self.plan.relations.append(Relation(column, parts, all(weight == 1 for weight in weights), weights))
        if formula.is_change:
            self.plan.changes.add(column)
        return column


def combined_flags(flags: np.ndarray, missing: np.ndarray) -> np.ndarray:
    """Return the flags of sums over the second axis: what is lost names its reason, hidden before missing."""
    number = NUMBER_OF_FLAG
    result = np.full(len(flags), number[Flag.NONE], dtype=np.int8)
    for flag in (Flag.ROUNDED_TO_ZERO, Flag.ESTIMATED, Flag.UNSAFE):
        result[(flags == number[flag]).any(axis=1)] = number[flag]
    lost = missing.any(axis=1)
    result[lost] = number[Flag.MISSING]
    for flag in (Flag.UNSAFE, Flag.NOT_APPLICABLE, Flag.LATER, Flag.INCOMPLETE, Flag.SECRET):
        result[lost & ((flags == number[flag]) & missing).any(axis=1)] = number[flag]
    result[(flags == ABSENT).all(axis=1)] = ABSENT
    return result
