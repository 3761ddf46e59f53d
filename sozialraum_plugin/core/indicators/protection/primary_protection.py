"""Primary suppression: small counts, small remainders, and rates on too small a base.

Rules: a count from 1 to below the threshold is hidden, and so is a share whose remainder (denominator minus numerator)
is in that range; a rate is hidden when its denominator is below the smallest base. What the source has hidden stays so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from ...fields import Flag
from ..count_cube import NUMBER_OF_FLAG, CountCube
from ..indicator_plan import Plan, Step


class Reason(IntEnum):
    """Why a count is hidden; 0 is shown."""

    SHOWN = 0
    SMALL = 1  # the count itself is small
    REMAINDER = 2  # the rest of the denominator is small
    SOURCE = 3  # hidden by the source
    BASE = 4  # numerator of a rate on too small a base
    SECONDARY = 5  # another hidden count could be computed from it


@dataclass(frozen=True)
class Thresholds:
    """Counts from 1 to below `count` and rates on a base below `base` are hidden; 0 switches a rule off."""

    count: int = 3
    base: int = 30


def primary_reasons(cube: CountCube, plan: Plan, thresholds: Thresholds) -> np.ndarray:
    """Return the reason for each cell of the cube, an array (areas, columns) of `Reason`.

    A change over time is no count: it is hidden only with the counts it is made of (see `secondary_protection`).
    """
    values = cube.values
    reasons = np.zeros(values.shape, dtype=np.int8)
    for step in plan.steps:
        if step.denominator >= 0 and step.numerator not in plan.changes:
            _mark(reasons[:, step.numerator], too_small_base(cube, step, thresholds), Reason.BASE)
            if step.indicator.is_share:
                rest = values[:, step.denominator] - values[:, step.numerator]
                _mark(reasons[:, step.numerator], (rest > 0) & (rest < thresholds.count), Reason.REMAINDER)
    small = (values > 0) & (values < thresholds.count)
    small[:, sorted(plan.changes)] = False
    reasons[small] = Reason.SMALL
    reasons[np.isnan(values) & (cube.flags == NUMBER_OF_FLAG[Flag.SECRET])] = Reason.SOURCE
    return reasons


def too_small_base(cube: CountCube, step: Step, thresholds: Thresholds) -> np.ndarray:
    """Return which areas have a denominator below the smallest base; none of none (0 of 0) is nothing to hide."""
    numerator, denominator = cube.values[:, step.numerator], cube.values[:, step.denominator]
    return (denominator < thresholds.base) & ~((denominator == 0) & ~(numerator > 0))


def _mark(column: np.ndarray, where: np.ndarray, reason: Reason) -> None:
    """Set the reason where it is stronger than the one that is there."""
    column[where & ((column == Reason.SHOWN) | (column > reason))] = reason
