"""The numbers of all indicators at once, as arrays (areas, steps): value, its parts, mark, interval, smoothed value.

Everything that is derived (value, interval, smoothed value) is worked out after numerators and denominators have been
hidden, so it cannot tell more than they do. What is shown to the office only keeps its numbers under the mark
`nur_intern` and enters no other area's smoothed value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..fields import Flag
from .count_cube import ABSENT, NUMBER_OF_FLAG, CountCube
from .hierarchy import Hierarchy
from .indicator import IndicatorKind
from .indicator_plan import Step
from .intervals import interval
from .protection.primary_protection import Reason, Thresholds, too_small_base
from .shrinkage import Smoothed, smooth

_FLAG_OF_REASON = np.array([NUMBER_OF_FLAG[flag] for flag in (
    Flag.NONE, Flag.SECRET, Flag.SECRET, Flag.SECRET, Flag.SECONDARY, Flag.SECONDARY
)], dtype=np.int8)  # fmt: skip
_SMOOTHED_KINDS = (IndicatorKind.SHARE, IndicatorKind.RATE)


@dataclass(frozen=True)
class Numbers:
    """Arrays (areas, steps), NaN where missing or hidden; `flags` are numbers of `FLAGS`; `present` tells delivered."""

    values: np.ndarray
    numerators: np.ndarray
    denominators: np.ndarray
    flags: np.ndarray
    present: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    smoothed: Smoothed


def indicator_numbers(
    cube: CountCube,
    hierarchy: Hierarchy,
    steps: Sequence[Step],
    reasons: np.ndarray,
    thresholds: Thresholds | None,
    publish: bool = True,
) -> Numbers:
    """Return the numbers of all steps.

    `reasons` (areas, columns of the cube) tells which counts are hidden; without `thresholds` nothing is. Without
    `publish` what would be hidden is marked `nur_intern` and keeps its numbers.
    """
    above = np.array([step.numerator for step in steps])
    below = np.array([step.denominator for step in steps])
    divided = np.array([step.indicator.denominator is not None for step in steps])
    numerators = cube.values[:, above]
    denominators = np.where(below >= 0, cube.values[:, below], np.nan)
    flags = _flags(cube, above, below, divided)
    present = cube.flags[:, above] != ABSENT
    marked = np.zeros(numerators.shape, dtype=bool)
    if thresholds is not None:
        hidden, hidden_below, marks = _hidden(cube, hierarchy, steps, reasons, thresholds)
        if publish:
            flags = np.where(marks >= 0, marks, flags).astype(np.int8)
            numerators = np.where(hidden, np.nan, numerators)
            denominators = np.where(hidden_below, np.nan, denominators)
        else:
            marked = (marks >= 0) & np.isfinite(numerators)
            flags = np.where(marked, NUMBER_OF_FLAG[Flag.INTERNAL], flags).astype(np.int8)
    values = _values(steps, numerators, denominators, divided)
    lower, upper = _intervals(steps, numerators, denominators, values)
    smoothed = _smoothed(steps, numerators, denominators, np.isfinite(values), ~marked, hierarchy)
    return Numbers(values, numerators, denominators, flags, present, lower, upper, smoothed)


def _flags(cube: CountCube, above: np.ndarray, below: np.ndarray, divided: np.ndarray) -> np.ndarray:
    """Return why a value is missing or uncertain before anything is hidden by us; the numerator's reason first."""
    missing = NUMBER_OF_FLAG[Flag.MISSING]
    own = np.where(cube.flags[:, above] == ABSENT, missing, cube.flags[:, above])
    other = np.where(cube.flags[:, below] == ABSENT, missing, cube.flags[:, below])
    lost, lost_below = np.isnan(cube.values[:, above]), np.isnan(cube.values[:, below])
    flags = np.where(~lost & (lost_below | (own == NUMBER_OF_FLAG[Flag.NONE])), other, own)
    none_of_none = cube.values[:, below] == 0
    flags = np.where(~lost & none_of_none, NUMBER_OF_FLAG[Flag.NOT_APPLICABLE], flags)
    flags = np.where(divided & (below < 0), missing, flags)
    return np.where(divided, flags, own).astype(np.int8)


def _hidden(
    cube: CountCube, hierarchy: Hierarchy, steps: Sequence[Step], reasons: np.ndarray, thresholds: Thresholds
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return which numerators and which denominators are hidden, and the mark of each row (-1: none).

    A row whose denominator is hidden shows no numerator either: a hidden row has no number that is not its own base.
    """
    above = np.array([step.numerator for step in steps])
    below = np.array([step.denominator for step in steps])
    why, why_below = reasons[:, above], np.where(below >= 0, reasons[:, below], 0)
    hidden_below = why_below > 0
    hidden = (why > 0) | hidden_below
    marks = np.where(hidden_below, _FLAG_OF_REASON[why_below], -1)
    marks = np.where(why > 0, _FLAG_OF_REASON[why], marks).astype(np.int8)
    for number, step in enumerate(steps):
        if step.denominator < 0 or not step.indicator.has_counted_base:
            continue
        small = too_small_base(cube, step, thresholds)
        small &= ~np.isin(why[:, number], (Reason.SMALL, Reason.REMAINDER, Reason.SOURCE))
        marks[small, number] = NUMBER_OF_FLAG[Flag.TOO_SMALL_BASE]
        hidden[:, number] |= small
        if not step.indicator.numerator.is_additive:
            partners = _partners(hidden[:, number], cube.values[:, step.denominator], hierarchy)
            hidden[:, number] |= partners
            marks[partners, number] = NUMBER_OF_FLAG[Flag.SECONDARY]
    return hidden, hidden_below, marks


def _partners(hidden: np.ndarray, base: np.ndarray, hierarchy: Hierarchy) -> np.ndarray:
    """Return which areas must be hidden as well so that no hidden mean or sum is the only unknown below an area.

    A mean is worked out from the mean of the area above, the bases and the means beside it just as a count is. The area
    with the smallest base goes, the one above last.
    """
    unknown, added = hidden | np.isnan(base), np.zeros(len(hidden), dtype=bool)
    changed = True
    while changed:
        changed = False
        for area in hierarchy.upward:
            rows = np.concatenate([hierarchy.children[area], [area]])
            free = rows[~unknown[rows]]
            if unknown[rows].sum() == 1 and (hidden | added)[rows].any() and len(free):
                below = free[free != area]
                chosen = below[base[below].argmin()] if len(below) else area
                unknown[chosen] = added[chosen] = changed = True
    return added


def _values(steps: Sequence[Step], numerators: np.ndarray, denominators: np.ndarray, divided: np.ndarray) -> np.ndarray:
    """Return factor x numerator / denominator; a delivered mean is its numerator where there is a base."""
    factors = np.array([step.indicator.factor for step in steps])
    delivered = np.array([step.indicator.is_delivered for step in steps])
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = factors * numerators / np.where(delivered, 1.0, denominators)
        return np.where(~divided, factors * numerators, np.where(denominators > 0, ratios, np.nan))


def _intervals(
    steps: Sequence[Step], numerators: np.ndarray, denominators: np.ndarray, values: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the limits in the unit of the value; none where there is no value."""
    lower, upper = np.full(values.shape, np.nan), np.full(values.shape, np.nan)
    kinds = np.array([step.indicator.kind for step in steps], dtype=object)
    factors = np.array([step.indicator.factor for step in steps])
    shown = np.isfinite(values)
    for kind in dict.fromkeys(kinds):
        where = np.flatnonzero(kinds == kind)
        low, high = interval(kind, numerators[:, where], denominators[:, where])
        lower[:, where] = np.where(shown[:, where], low * factors[where], np.nan)
        upper[:, where] = np.where(shown[:, where], high * factors[where], np.nan)
    return lower, upper


def _smoothed(
    steps: Sequence[Step],
    numerators: np.ndarray,
    denominators: np.ndarray,
    shown: np.ndarray,
    in_prior: np.ndarray,
    hierarchy: Hierarchy,
) -> Smoothed:
    """Return the smoothed values in the unit of the value, for shares and rates that are shown."""
    which = np.array([step.indicator.kind in _SMOOTHED_KINDS for step in steps])
    binomial = np.array([step.indicator.kind == IndicatorKind.SHARE for step in steps])
    cases = np.where(shown & which, numerators, np.nan)
    smoothed = smooth(cases, denominators, binomial, in_prior, hierarchy)
    factors = np.array([step.indicator.factor for step in steps])
    return Smoothed(smoothed.values * factors, smoothed.weights, smoothed.groups, smoothed.names)
