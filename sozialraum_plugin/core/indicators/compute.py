"""From counts, areas and the catalogue to the long table of indicators, with nothing confidential in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..balance import Balance
from ..errors import InputError
from ..fields import FLAG, VALUE, Flag
from ..messages import tr
from .catalogue import Indicator
from .count_cube import ABSENT, cube_of
from .count_records import check_counts
from .hierarchy import hierarchy_of
from .indicator_plan import Planner
from .indicator_table import indicator_table
from .primary_protection import Thresholds, primary_reasons
from .secondary_protection import protect

HIDING_FLAGS = (Flag.SECRET, Flag.SECONDARY, Flag.TOO_SMALL_BASE)


@dataclass(frozen=True)
class Computed:
    """The table, both balances, and what the user should know.

    `skipped` maps each indicator that cannot be computed to the variables it lacks (none: no common Stichtag).
    """

    table: pd.DataFrame
    counts: Balance
    rows: Balance
    unmatched: list[str]
    without_counts: list[str]
    orphans: list[str]
    skipped: dict[str, list[str]]


def compute_indicators(
    counts: pd.DataFrame, areas: pd.DataFrame, indicators: Sequence[Indicator], thresholds: Thresholds | None
) -> Computed:
    """Return every indicator that the counts allow, for all areas and Stichtage.

    `thresholds` hides small numbers for publication; None computes for internal use. Raises InputError, also if no
    indicator can be computed at all.
    """
    hierarchy = hierarchy_of(areas)
    variables = {variable for indicator in indicators for variable in indicator.variables}
    records = check_counts(counts, hierarchy.codes, variables)
    cube = cube_of(records.table, hierarchy)
    planner = Planner(cube)
    skipped = {}
    for indicator in indicators:
        lacking = [variable for variable in indicator.variables if variable not in cube.dates_of]
        if lacking or not planner.add(indicator):
            skipped[indicator.code] = lacking
    if not planner.plan.steps:
        raise InputError(_nothing_to_compute(records.unmatched, len(counts)))
    reasons = np.zeros(cube.values.shape, dtype=np.int8)
    if thresholds is not None:
        reasons = primary_reasons(cube, planner.plan, thresholds)
        reasons = protect(cube, hierarchy, planner.plan, reasons, thresholds.count)
    table = indicator_table(cube, hierarchy, planner.plan, reasons, thresholds)
    bare = (cube.flags == ABSENT).all(axis=1)
    without = [code for code, empty in zip(hierarchy.codes, bare) if empty]
    return Computed(table, records.balance, _balance(table), records.unmatched, without, hierarchy.orphans, skipped)


def _nothing_to_compute(unmatched: Sequence[str], total: int) -> str:
    if not total:
        return tr("COUNTS: the tables have no rows.")
    if unmatched:
        return tr(
            "No indicator can be computed: the keys {keys} match no area. "
            "Check that COUNTS and AREAS have the same codes."
        ).format(keys=", ".join(unmatched[:5]))
    return tr("No indicator can be computed from the variables of COUNTS. Check the field “merkmal”.")


def _balance(table: pd.DataFrame) -> Balance:
    """Return what became of the rows of the indicator table."""
    balance = Balance(tr("indicator values"), len(table))
    missing = table[VALUE.name].isna()
    balance.add(tr("with a value"), int((~missing).sum()))
    for flag, count in table.loc[missing, FLAG.name].value_counts().items():
        balance.add(tr("without a value, marked “{flag}”").format(flag=flag), int(count))
    return balance


def hidden_rows(table: pd.DataFrame) -> int:
    """Return the number of rows whose value is hidden, by the source or by us."""
    return int((table[VALUE.name].isna() & table[FLAG.name].isin(HIDING_FLAGS)).sum())
