"""Rates of areas of different size made comparable, so that small areas do not look like outliers.

R. M. Assunção, E. A. Reis (1999): A new proposal to adjust Moran's I for population density. Statistics in Medicine 18.
"""

from __future__ import annotations

import numpy as np


def standardised_rates(numerator: np.ndarray, denominator: np.ndarray) -> np.ndarray:
    """Return (n,) the deviations of rates from the common rate, in units of their own standard error.

    With r = numerator / denominator, b = sum of numerators / sum of denominators and the variance between areas
    a = sum(denominator (r - b)^2) / sum(denominator) - b / mean(denominator), the result is
    (r - b) / sqrt(a + b / denominator); where a + b / denominator is negative, b / denominator takes its place.
    Numerators are counts of at least 0, denominators are positive. Without any case all are 0.
    """
    if not numerator.sum() > 0:
        return np.zeros(len(numerator))
    rate = numerator / denominator
    common = numerator.sum() / denominator.sum()
    spread = (denominator * (rate - common) ** 2).sum() / denominator.sum()
    own = common / denominator
    variance = spread - common / denominator.mean() + own
    return (rate - common) / np.sqrt(np.where(variance < 0, own, variance))
