"""Tables that are published together as one set of counts, and what they tell beyond what they show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..catalogue import Indicator
from ..formula import Formula
from ..hierarchy import Hierarchy
from .attack import feasible_intervals
from .linear_bounds import tighten
from .primary_protection import Reason
from .protection_breakdowns import Breakdowns, relations_of, same_counts
from .protection_cells import CellTable, sums_of
from .protection_records import Columns, PublishedTable, counts_of, published_table
from .protection_rule import Rule


@dataclass(frozen=True)
class Publication:
    """All tables together: their cells, known values (areas, columns) and marks, and how they hang together."""

    tables: list[PublishedTable]
    columns: Columns
    cells: CellTable
    marks: np.ndarray

    def name(self, column: int) -> str:
        """Return a column's name with its Stichtag."""
        name, day = self.columns.names[column]
        return f"{name} ({day})"


def publication(
    tables: Mapping[str, pd.DataFrame],
    hierarchies: Sequence[Hierarchy],
    position: Mapping[str, int],
    catalogue: Sequence[Indicator],
    breakdowns: Breakdowns,
) -> Publication:
    """Return the cells of all tables over all areas; `position` numbers the areas of all hierarchies.

    Raises InputError if two rows contradict each other.
    """
    columns = Columns()
    known = {indicator.code: indicator for indicator in catalogue}
    taken = [published_table(name, rows, position, columns, known) for name, rows in tables.items()]
    relations = relations_of(columns, breakdowns)
    values, marks = counts_of(taken, columns, len(position))
    relations += same_counts(values, [day for _, day in columns.names])
    changes = frozenset(
        column for column, (formula, _) in columns.formulas.items() if formula.is_change or _has_minus(formula)
    )
    cells = CellTable(values, hierarchies, relations, tuple(columns.shares), changes)
    return Publication(taken, columns, replace(cells, signed=frozenset(columns.signed)), marks)


def _has_minus(formula: Formula) -> bool:
    return any(term.sign < 0 for term in formula.terms) and formula.has_lag


def derived_values(cells: CellTable, hierarchical: bool = True) -> np.ndarray:
    """Return the counts (areas, columns) with every one filled in that the published ones determine.

    First by the relations within each area, then (`hierarchical`) by all sums.
    """
    values = _determined(replace(cells, hierarchies=[]))
    return _determined(replace(cells, values=values)) if hierarchical else values


def _determined(cells: CellTable) -> np.ndarray:
    values = cells.values.ravel()
    low = np.tile(cells.least, cells.areas)
    system = sums_of(cells, np.zeros((0, 3), dtype=np.int64)).of_unknown(np.isnan(values), values)
    found_low, found_high = tighten(system, low, np.full(values.size, np.inf), whole=False)
    fixed = np.isnan(values) & (np.abs(found_high - found_low) < 1e-6)
    return np.where(fixed, np.round(found_low, 6), values).reshape(cells.values.shape)


def read_as_small(cells: CellTable, reasons: np.ndarray, rule: Rule) -> np.ndarray:
    """Return the reasons where counts that came hidden are taken as small, wherever that can be true.

    The mark ``geheim`` looks the same whoever set it, so an outsider reads it as the rule of this publication.
    """
    values = cells.values.ravel()
    came = (reasons.ravel() == Reason.SOURCE) & np.isnan(values)
    if not came.any() or rule.threshold < 2:
        return reasons
    low = np.tile(cells.least, cells.areas)
    low, high = np.where(came, 1.0, low), np.where(came, rule.threshold - 1.0, np.inf)
    system = sums_of(cells, np.zeros((0, 3), dtype=np.int64))
    found = feasible_intervals(system, values, low, high, came)
    possible = came.copy()
    possible[found.contradictory] = False
    possible[found.unchecked] = False
    return np.where(possible.reshape(reasons.shape), Reason.SMALL, reasons).astype(np.int8)
