"""The long table of indicators: value, numerator, denominator, both Stichtage and a mark, for every area at once."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..fields import (
    AREA,
    AREA_NAME,
    DENOMINATOR,
    DENOMINATOR_DATE,
    FLAG,
    INDICATOR,
    INDICATOR_NAME,
    INDICATORS,
    LEVEL,
    NUMERATOR,
    POLARITY,
    REFERENCE_DATE,
    SOURCE,
    UNIT_OF_MEASURE,
    VALUE,
    Flag,
)
from .count_cube import ABSENT, FLAGS, NUMBER_OF_FLAG, CountCube, join_sources
from .hierarchy import Hierarchy
from .indicator_plan import Plan, Step
from .primary_protection import Reason, Thresholds, too_small_base

_FLAG_OF_REASON = np.array([NUMBER_OF_FLAG[flag] for flag in (
    Flag.NONE, Flag.SECRET, Flag.SECRET, Flag.SECRET, Flag.SECONDARY, Flag.SECONDARY
)], dtype=np.int8)  # fmt: skip


def indicator_table(
    cube: CountCube, hierarchy: Hierarchy, plan: Plan, reasons: np.ndarray, thresholds: Thresholds | None
) -> pd.DataFrame:
    """Return the table `fields.INDICATORS`, in the order of the plan, then of the areas.

    `reasons` tells which cells of the cube are hidden; without `thresholds` nothing is. An area without a count is in
    the table, marked as missing, if another area of its level has one.
    """
    parts = [_rows(cube, hierarchy, step, plan, reasons, thresholds) for step in plan.steps]
    names = [column.name for column in INDICATORS]
    if not parts:
        return pd.DataFrame(columns=names)
    return pd.concat(parts, ignore_index=True)[names]


def _rows(
    cube: CountCube, hierarchy: Hierarchy, step: Step, plan: Plan, reasons: np.ndarray, thresholds: Thresholds | None
) -> pd.DataFrame:
    """Return the rows of one indicator at one Stichtag."""
    numerator, denominator = cube.values[:, step.numerator].copy(), _denominator(cube, step)
    flags = _flags(cube, step)
    if thresholds is not None:
        hidden = _hide(cube, step, plan, reasons, thresholds, flags)
        numerator[hidden] = np.nan
        if step.denominator >= 0:
            denominator[reasons[:, step.denominator] > 0] = np.nan
    value = _value(step, numerator, denominator)
    shown = np.isin(hierarchy.levels, np.unique(hierarchy.levels[cube.flags[:, step.numerator] != ABSENT]))
    return _frame(cube, hierarchy, step, (value, numerator, denominator, flags), np.flatnonzero(shown))


def _denominator(cube: CountCube, step: Step) -> np.ndarray:
    return cube.values[:, step.denominator].copy() if step.denominator >= 0 else np.full(len(cube.values), np.nan)


def _value(step: Step, numerator: np.ndarray, denominator: np.ndarray) -> np.ndarray:
    if step.indicator.denominator is None:
        return step.indicator.factor * numerator
    with np.errstate(divide="ignore", invalid="ignore"):
        value = step.indicator.factor * numerator / denominator
    return np.where(denominator > 0, value, np.nan)


def _flags(cube: CountCube, step: Step) -> np.ndarray:
    """Return why a value is missing or uncertain before anything is hidden by us; the numerator's reason first."""
    missing = NUMBER_OF_FLAG[Flag.MISSING]
    flags = np.where(cube.flags[:, step.numerator] == ABSENT, missing, cube.flags[:, step.numerator])
    if step.indicator.denominator is None:
        return flags
    if step.denominator < 0:
        return np.full(len(flags), missing, dtype=np.int8)
    below = np.where(cube.flags[:, step.denominator] == ABSENT, missing, cube.flags[:, step.denominator])
    lost, lost_below = np.isnan(cube.values[:, step.numerator]), np.isnan(cube.values[:, step.denominator])
    flags = np.where(~lost & (lost_below | (flags == NUMBER_OF_FLAG[Flag.NONE])), below, flags)
    none_of_none = cube.values[:, step.denominator] == 0
    return np.where(~lost & none_of_none, NUMBER_OF_FLAG[Flag.NOT_APPLICABLE], flags).astype(np.int8)


def _hide(
    cube: CountCube, step: Step, plan: Plan, reasons: np.ndarray, thresholds: Thresholds, flags: np.ndarray
) -> np.ndarray:
    """Mark what is hidden in `flags` and return which numerators are."""
    above = reasons[:, step.numerator]
    hidden = above > 0
    if step.denominator >= 0:
        below = reasons[:, step.denominator]
        flags[below > 0] = _FLAG_OF_REASON[below[below > 0]]
    flags[hidden] = _FLAG_OF_REASON[above[hidden]]
    if step.denominator >= 0:
        small_base = too_small_base(cube, step, thresholds) & ~np.isin(
            above, (Reason.SMALL, Reason.REMAINDER, Reason.SOURCE)
        )
        flags[small_base] = NUMBER_OF_FLAG[Flag.TOO_SMALL_BASE]
        hidden = hidden | small_base
    return hidden


def _frame(
    cube: CountCube, hierarchy: Hierarchy, step: Step, numbers: tuple[np.ndarray, ...], areas: np.ndarray
) -> pd.DataFrame:
    indicator = step.indicator
    value, numerator, denominator, flags = (array[areas] for array in numbers)
    own = [cube.sources[column] for column in (step.numerator, step.denominator) if column >= 0]
    return pd.DataFrame(
        {
            AREA.name: np.array(hierarchy.codes, dtype=object)[areas],
            AREA_NAME.name: np.array(hierarchy.names, dtype=object)[areas],
            LEVEL.name: hierarchy.levels[areas],
            INDICATOR.name: indicator.code,
            INDICATOR_NAME.name: indicator.name,
            REFERENCE_DATE.name: step.date,
            VALUE.name: value,
            NUMERATOR.name: numerator,
            DENOMINATOR.name: denominator,
            DENOMINATOR_DATE.name: step.denominator_date,
            UNIT_OF_MEASURE.name: indicator.unit,
            POLARITY.name: indicator.polarity,
            SOURCE.name: join_sources(own) or indicator.source,
            FLAG.name: np.array(FLAGS, dtype=object)[flags],
        }
    )
