"""Whether a difference between two shares can be told from chance.

Source: Fleiss, Levin, Paik, Statistical Methods for Rates and Proportions, 3rd ed., chapter 3 (pooled two-sample z).
The counts of two Stichtage overlap in persons, so the test is cautious: it finds chance too often, not too rarely.
"""

from __future__ import annotations

import math

from .intervals import interval_of
from .observations import Observation

NORMAL_95 = 1.960
NORMAL_99 = 2.576
SMALLEST_EXPECTED = 5


def difference_in_sd(one: Observation, other: Observation) -> float | None:
    """Return the difference of two shares in standard errors; None if counts are missing or too few to judge.

    Fewer than five expected cases or non-cases in a group make the normal approximation useless.
    """
    counts = (one.numerator, one.denominator, other.numerator, other.denominator)
    if any(count is None for count in counts):
        return None
    cases_one, base_one, cases_other, base_other = counts
    if min(base_one, base_other) <= 0:
        return None
    pooled = (cases_one + cases_other) / (base_one + base_other)
    if not 0 < pooled < 1 or min(pooled, 1 - pooled) * min(base_one, base_other) < SMALLEST_EXPECTED:
        return None
    error = math.sqrt(pooled * (1 - pooled) * (1 / base_one + 1 / base_other))
    return (cases_one / base_one - cases_other / base_other) / error


def difference_from_rest(part: Observation, whole: Observation) -> float | None:
    """Return how far a part lies from the rest of its whole, in standard errors; None if that cannot be judged."""
    counts = (part.numerator, part.denominator, whole.numerator, whole.denominator)
    if any(count is None for count in counts):
        return None
    rest = Observation(
        whole.date, None, whole.numerator - part.numerator, whole.denominator - part.denominator, whole.flag
    )
    return difference_in_sd(part, rest)


def difference_by_interval(part: Observation, whole: Observation) -> float | None:
    """Return how far a value lies from that of its whole, in standard errors, by its 95 % interval.

    For values whose counts the table does not have. Of an uneven interval the side towards the whole counts. None
    without an interval that holds its value, and of one that has no width on that side.
    """
    lower, upper = interval_of(part)
    if lower is None or whole.value is None:
        return None
    side = part.value - lower if part.value > whole.value else upper - part.value
    return None if side <= 0 else (part.value - whole.value) / (side / NORMAL_95)
