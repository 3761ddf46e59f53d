"""What makes indicators comparable: z values, shares of the range, ranks, and the exponential of the English IMD.

All take one column of n values in which more means more burden, NaN where there is none. Moments come from the
reference areas alone (a base year, or all). Sources: OECD/JRC (2008), Handbook on Constructing Composite Indicators,
ch. 5; McLennan et al. (2019), The English Indices of Deprivation 2019, technical report, appendix E (exponential, with
23 for a cancellation of 10 %); CDC/ATSDR Social Vulnerability Index 2020 documentation (percentile rank).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...errors import InputError
from ...messages import tr

NONE, ZSCORE, MINMAX, RANK, PERCENTILE, EXPONENTIAL, LOG = TRANSFORMS = (
    "none", "zscore", "minmax", "rank", "percentile", "exponential", "log",
)  # fmt: skip
BY_PLACE = (RANK, PERCENTILE, EXPONENTIAL)  # they know the order of the areas only
EXPONENT = 23.0
RELATIVE_NOISE = 1e-12  # a spread below this share of the values is rounding, not difference


@dataclass(frozen=True)
class Scale:
    """How a column is transformed.

    `ddof` 0 or 1 for z values; `weights` (n,) of the areas in mean and sd; `decimals` to which the result is rounded;
    `frozen` (mean, sd) or (least, most) of a base year that is not in the table.
    """

    transform: str
    ddof: int = 0
    weights: np.ndarray | None = None
    decimals: int | None = None
    frozen: tuple[float, float] | None = None


@dataclass(frozen=True)
class Transformed:
    """`values` (n,) and, for z values and shares of the range, the pair of `moments` that they were made with."""

    values: np.ndarray
    moments: tuple[float, float] | None = None
    constant: bool = False


def transform(values: np.ndarray, scale: Scale, reference: np.ndarray | None = None) -> Transformed:
    """Return n values transformed; `reference` (n,) tells which areas make the moments, all by default.

    A column that does not vary among the reference areas becomes 0. Raises InputError for a logarithm of what is not
    above 0, and for ranks within another year's areas.
    """
    known = ~np.isnan(values)
    reference = known if reference is None else known & reference
    if scale.transform == NONE:
        result = Transformed(values.astype(float))
    elif scale.transform == LOG:
        result = Transformed(_logarithm(values))
    elif scale.transform in BY_PLACE:
        result = Transformed(_by_place(values, scale.transform))
    else:
        result = _linear(values, scale, reference)
    if scale.decimals is None:
        return result
    return Transformed(np.round(result.values, scale.decimals), result.moments, result.constant)


def _linear(values: np.ndarray, scale: Scale, reference: np.ndarray) -> Transformed:
    """Return (value - first) / second of a pair of moments: mean and sd, or least and range."""
    moments = scale.frozen
    if moments is None:
        chosen = values[reference]
        if not len(chosen):
            raise InputError(tr("No area has a value to standardise with."))
        weights = None if scale.weights is None else scale.weights[reference]
        moments = mean_and_sd(chosen, scale.ddof, weights) if scale.transform == ZSCORE else _range(chosen)
    first, second = moments
    spread = second if scale.transform == ZSCORE else second - first
    if spread <= 0:
        return Transformed(np.where(np.isnan(values), np.nan, 0.0), moments, True)
    return Transformed((values - first) / spread, moments)


def mean_and_sd(values: np.ndarray, ddof: int = 0, weights: np.ndarray | None = None) -> tuple[float, float]:
    """Return mean and standard deviation of (n,) values, each counting by its weight; noise of rounding has sd 0.

    With weights, `ddof` 1 corrects by n / (n - 1), since the weights say importance, not how often a value occurs.
    """
    count = len(values)
    if np.ptp(values) <= RELATIVE_NOISE * np.abs(values).max(initial=0.0) or count <= ddof:
        return float(values.mean()), 0.0
    if weights is None:
        return float(values.mean()), float(values.std(ddof=ddof))
    if np.isnan(weights).any() or (weights < 0).any() or weights.sum() <= 0:
        raise InputError(tr("The weights of the areas must be numbers of inhabitants, none missing or below 0."))
    mean = float(np.average(values, weights=weights))
    variance = float(np.average((values - mean) ** 2, weights=weights)) * count / (count - ddof)
    return mean, variance**0.5


def _range(values: np.ndarray) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    return (low, low) if high - low <= RELATIVE_NOISE * max(abs(low), abs(high)) else (low, high)


def _logarithm(values: np.ndarray) -> np.ndarray:
    bad = np.flatnonzero(values <= 0)
    if len(bad):
        raise InputError(
            tr("Row {row}: {value} has no logarithm. Choose another TRANSFORM, or leave the area out.").format(
                row=int(bad[0]) + 1, value=values[bad[0]]
            )
        )
    return np.log(values)


def _by_place(values: np.ndarray, kind: str) -> np.ndarray:
    """Return the mean rank (1 = least), the percentile rank 0 to 1, or the exponential of the rank, 0 to 100."""
    series = pd.Series(values)
    count = int(series.notna().sum())
    if kind == RANK:
        return series.rank(method="average").to_numpy()
    if kind == PERCENTILE:
        places = series.rank(method="min").to_numpy() - 1
        return places / (count - 1) if count > 1 else np.where(np.isnan(places), np.nan, 0.0)
    from_the_top = series.rank(method="min", ascending=False).to_numpy()
    share = (count - from_the_top + 1) / max(count, 1)
    return -EXPONENT * np.log(1 - share * (1 - np.exp(-100 / EXPONENT)))
