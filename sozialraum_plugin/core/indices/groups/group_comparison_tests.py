"""Two rates of different people beside each other: difference and ratio with limits, and p values for small numbers.

Sources: Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10 (difference of shares from Wilson limits); Zou
and Donner, Statistics in Medicine 27 (2008) (the same from any limits: MOVER); Donner and Zou, Statistical Methods in
Medical Research 21 (2012) (ratio); Fisher's exact test; Przyborowski and Wilenski, Biometrika 31 (1940) (two Poisson
counts); Benjamini and Hochberg, J. Royal Statistical Society B 57 (1995).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ...indicators.indicator import IndicatorKind
from ...indicators.intervals import interval

SMALLEST_EXPECTED = 5  # below, the normal approximation of a share is not used (Cochran 1954)
_EXACT_UP_TO = 2000  # cases of two Poisson counts
TESTED = frozenset((IndicatorKind.SHARE, IndicatorKind.RATE, IndicatorKind.QUOTIENT))


@dataclass(frozen=True)
class Limits:
    """An estimate with its 95 % limits; NaN where there is none, infinite where it has no end."""

    value: float
    lower: float = np.nan
    upper: float = np.nan

    def times(self, factor: float) -> Limits:
        """Return it in another unit."""
        return Limits(self.value * factor, self.lower * factor, self.upper * factor)


def rate(kind: str, numerator: float, denominator: float) -> Limits:
    """Return numerator / denominator with limits: Wilson for shares and quotients, Byar for rates, else none."""
    if not denominator > 0:
        return Limits(np.nan)
    lower, upper = interval(kind, np.array([numerator], dtype=float), np.array([denominator], dtype=float))
    return Limits(numerator / denominator, float(lower[0]), float(upper[0]))


def difference(one: Limits, other: Limits) -> Limits:
    """Return one - other with limits worked out from theirs."""
    value = one.value - other.value
    down = math.hypot(one.value - one.lower, other.upper - other.value)
    up = math.hypot(one.upper - one.value, other.value - other.lower)
    return Limits(value, value - down, value + up)


def ratio(one: Limits, other: Limits) -> Limits:
    """Return one / other with limits worked out from theirs; NaN if both are 0, infinite if only the other is."""
    value = one.value / other.value if other.value > 0 else (math.inf if one.value > 0 else math.nan)
    product = one.value * other.value
    lower = _lower_root(one.lower * (2 * one.value - one.lower), product, other.upper * (2 * other.value - other.upper))
    above, below = one.upper * (2 * one.value - one.upper), other.lower * (2 * other.value - other.lower)
    upper = (product + _root(product, above, below)) / below if below > 0 else math.inf
    known = np.isfinite((one.lower, one.upper, other.lower, other.upper)).all()
    return Limits(value, lower, upper) if known else Limits(value)


def _root(product: float, above: float, below: float) -> float:
    return math.sqrt(max(product**2 - above * below, 0.0))


def _lower_root(above: float, product: float, below: float) -> float:
    """Return the smaller root of below x^2 - 2 product x + above = 0 in a form that holds if below is 0 or less."""
    divisor = product + _root(product, above, below)
    return above / divisor if divisor > 0 else 0.0


def p_value(kind: str, one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the two-sided p of two (numerator, denominator) having the same rate; NaN for a kind that has no test.

    Shares: the score test of two shares, exact (Fisher) where a count below 5 is expected; a quotient is tested as the
    share a / (a + b). Rates: the first count given the sum of both, exactly, or by its score if there are many.
    """
    (cases, base), (cases_other, base_other) = one, other
    if kind == IndicatorKind.QUOTIENT:
        kind, base, base_other = IndicatorKind.SHARE, cases + base, cases_other + base_other
    if kind not in TESTED or not (base > 0 and base_other > 0):
        return math.nan
    if kind == IndicatorKind.RATE:
        return _poisson_p(cases, base, cases_other, base_other)
    return _share_p(cases, base, cases_other, base_other)


def _share_p(cases: float, base: float, cases_other: float, base_other: float) -> float:
    total, members = base + base_other, cases + cases_other
    pooled = members / total
    if not 0 < pooled < 1:
        return 1.0
    if min(pooled, 1 - pooled) * min(base, base_other) >= SMALLEST_EXPECTED:
        error = math.sqrt(pooled * (1 - pooled) * (1 / base + 1 / base_other))
        return _two_sided((cases / base - cases_other / base_other) / error)
    drawn, good, everybody = round(base), round(members), round(total)
    lowest, highest = max(0, drawn + good - everybody), min(drawn, good)
    logs = [
        _log_choose(good, count) + _log_choose(everybody - good, drawn - count) for count in range(lowest, highest + 1)
    ]
    return _exact(np.array(logs) - _log_choose(everybody, drawn), round(cases) - lowest)


def _poisson_p(cases: float, base: float, cases_other: float, base_other: float) -> float:
    share, total = base / (base + base_other), cases + cases_other
    if total <= 0:
        return 1.0
    if total > _EXACT_UP_TO:
        return _two_sided((cases - total * share) / math.sqrt(total * share * (1 - share)))
    whole = round(total)
    logs = [
        _log_choose(whole, count) + count * math.log(share) + (whole - count) * math.log(1 - share)
        for count in range(whole + 1)
    ]
    return _exact(np.array(logs), round(cases))


def _exact(logs: np.ndarray, at: int) -> float:
    """Return the chance of all outcomes that are at most as likely as the one found."""
    if not 0 <= at < len(logs):
        return math.nan
    chances = np.exp(logs)
    return float(min(1.0, chances[chances <= chances[at] * (1 + 1e-7)].sum()))


def _log_choose(count: int, chosen: int) -> float:
    return math.lgamma(count + 1) - math.lgamma(chosen + 1) - math.lgamma(count - chosen + 1)


def _two_sided(z: float) -> float:
    return math.erfc(abs(z) / math.sqrt(2))


def corrected_for_number(p_values: np.ndarray) -> np.ndarray:
    """Return p values corrected for their number so that the share of false discoveries is held; NaN stays NaN."""
    result = np.full(len(p_values), np.nan)
    known = np.flatnonzero(~np.isnan(p_values))
    order = known[np.argsort(p_values[known], kind="stable")]
    raised = p_values[order] * len(order) / np.arange(1, len(order) + 1)
    result[order] = np.minimum(np.minimum.accumulate(raised[::-1])[::-1], 1.0)
    return result
