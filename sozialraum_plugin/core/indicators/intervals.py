"""95 % intervals of small-area values: Wilson for shares, Byar for rates, Wilson on a/(a+b) for quotients.

A register counts everybody, so the interval is no sampling error: it says how far a value of so few cases moves by
chance alone from year to year. It is worked out from numerator and denominator of the same row and nothing else, so a
row whose numbers are hidden has none, and one that is shown tells nothing that its numbers do not tell.

Sources: Wilson, JASA 22 (1927); Newcombe, Statistics in Medicine 17 (1998), method 3; Breslow and Day, Statistical
Methods in Cancer Research II (1987), p. 69 (Byar's approximation to the Poisson limits).
"""

from __future__ import annotations

import numpy as np

from .indicator import IndicatorKind

Z_95 = 1.959963984540054  # 97.5 % point of the normal distribution
WILSON, BYAR, NO_INTERVAL = "wilson", "byar", ""
METHOD_OF_KIND = {IndicatorKind.SHARE: WILSON, IndicatorKind.QUOTIENT: WILSON, IndicatorKind.RATE: BYAR}

Bounds = tuple[np.ndarray, np.ndarray]


def wilson(cases: np.ndarray, total: np.ndarray, z: float = Z_95) -> Bounds:
    """Return lower and upper limit of cases / total; NaN where there is no total or more cases than the total."""
    with np.errstate(divide="ignore", invalid="ignore"):
        share = cases / total
        narrowed = 1 + z**2 / total
        middle = (share + z**2 / (2 * total)) / narrowed
        half = z / narrowed * np.sqrt(share * (1 - share) / total + z**2 / (4 * total**2))
        good = (total > 0) & (cases >= 0) & (cases <= total)
    return np.where(good, np.maximum(middle - half, 0), np.nan), np.where(good, np.minimum(middle + half, 1), np.nan)


def byar(cases: np.ndarray, base: np.ndarray, z: float = Z_95) -> Bounds:
    """Return lower and upper limit of cases / base for counted events; NaN without a base or for negative cases."""
    with np.errstate(divide="ignore", invalid="ignore"):
        lower = cases * (1 - 1 / (9 * cases) - z / (3 * np.sqrt(cases))) ** 3
        more = cases + 1
        upper = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
        good = (base > 0) & (cases >= 0)
        lower = np.where(cases == 0, 0.0, np.maximum(lower, 0)) / base
        return np.where(good, lower, np.nan), np.where(good, upper / base, np.nan)


def quotient(one: np.ndarray, other: np.ndarray, z: float = Z_95) -> Bounds:
    """Return lower and upper limit of one / other for two groups of different people; NaN if the other is empty."""
    lower, upper = wilson(one, one + other, z)
    with np.errstate(divide="ignore", invalid="ignore"):
        good = other > 0
        return np.where(good, lower / (1 - lower), np.nan), np.where(good, upper / (1 - upper), np.nan)


def interval(kind: str, numerator: np.ndarray, denominator: np.ndarray) -> Bounds:
    """Return the limits for a kind of indicator, in units of numerator / denominator; NaN for a kind without."""
    methods = {IndicatorKind.SHARE: wilson, IndicatorKind.QUOTIENT: quotient, IndicatorKind.RATE: byar}
    if kind not in methods:
        nothing = np.full(np.shape(numerator), np.nan)
        return nothing, nothing.copy()
    return methods[kind](numerator, denominator)
