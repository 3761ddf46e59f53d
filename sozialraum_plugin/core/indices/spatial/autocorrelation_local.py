"""Where do alike areas lie together, and which differ from their surroundings? Local measures of spatial association.

Local Moran and local Geary: Anselin (1995), Geographical Analysis 27. Gi and Gi*: Getis & Ord (1992) and Ord & Getis
(1995), Geographical Analysis 24 and 27. Moments of the conditional permutation: Sokal, Oden & Thomson (1998),
Geographical Analysis 30.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np

from .permutation_tests import TWO_SIDED, conditional_tails, p_values
from .spatial_weights import SpatialWeights

MORAN, GI, GI_STAR, GEARY = "moran", "gi", "gistar", "geary"
STATISTICS = (MORAN, GI, GI_STAR, GEARY)
HIGH_HIGH, LOW_LOW, HIGH_LOW, LOW_HIGH = "HH", "LL", "HL", "LH"
NOT_SIGNIFICANT, LEFT_OUT = "ns", "ausgeschlossen"
_NO_SPREAD = 1e-12  # standard deviations; below, an area lies on the mean


@dataclass(frozen=True)
class LocalMeasures:
    """Per area (n,): the statistic, its z, the pseudo p-value (NaN without neighbours), the cluster it would belong to
    were it significant, and the neighbours' mean value.
    """

    value: np.ndarray
    z: np.ndarray
    p: np.ndarray
    cluster: np.ndarray
    neighbours_mean: np.ndarray


def local_measures(
    values: np.ndarray,
    weights: SpatialWeights,
    statistic: str = MORAN,
    permutations: int = 999,
    seed: int = 1,
    alternative: str = TWO_SIDED,
    advance: Callable[[float], None] = lambda share: None,
) -> LocalMeasures:
    """Return a local statistic of n >= 3 values (n,) that are not constant.

    Areas without neighbours keep their part in mean and spread, but have no statistic: all of theirs is NaN.
    """
    z = (values - values.mean()) / values.std()
    sums, counts = weights.sums(z), weights.counts
    differences = _squared_differences(z, weights) if statistic == GEARY else None
    observed = sums if differences is None else differences
    tails = conditional_tails(z, counts, observed, permutations, seed, statistic == GEARY, advance)
    p = p_values(tails, permutations, alternative)
    score = _score(z, sums, counts, statistic, differences)
    if statistic == MORAN:  # the test is of the neighbours' sum, so an area on the mean has a test but no statistic
        p = np.where(np.abs(z) > _NO_SPREAD, p, 1.0)
    alone = counts == 0
    mean = np.where(alone, np.nan, weights.sums(values) / np.maximum(counts, 1))
    cluster = _clusters(z, sums / np.maximum(counts, 1), score, _score(z, sums, counts, GI, None), statistic)
    value = _statistic(values, z, sums, weights, statistic, differences)
    return LocalMeasures(
        np.where(alone, np.nan, value),
        np.where(alone, np.nan, score),
        np.where(alone, np.nan, p),
        np.where(alone, LEFT_OUT, cluster),
        mean,
    )


def _squared_differences(z: np.ndarray, weights: SpatialWeights) -> np.ndarray:
    focal = weights.focal
    return np.bincount(focal, weights=(z[focal] - z[weights.indices]) ** 2, minlength=weights.size)


def _statistic(
    values: np.ndarray,
    z: np.ndarray,
    sums: np.ndarray,
    weights: SpatialWeights,
    statistic: str,
    differences: np.ndarray | None,
) -> np.ndarray:
    """Return the statistic in its usual scale; Gi and Gi* are NaN where a value is negative, since G is a share."""
    if differences is not None:
        return weights.weight * differences
    if statistic == MORAN:
        return (len(z) - 1) / len(z) * z * weights.weight * sums
    if (values < 0).any():
        return np.full(len(values), np.nan)
    own = values if statistic == GI_STAR else np.zeros(len(values))
    counts = weights.counts + (statistic == GI_STAR)
    share = 1 / np.maximum(counts, 1) if weights.standardised else 1.0
    others = values.sum() - (values if statistic == GI else 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(others > 0, share * (weights.sums(values) + own) / others, np.nan)


def _score(
    z: np.ndarray, sums: np.ndarray, counts: np.ndarray, statistic: str, differences: np.ndarray | None
) -> np.ndarray:
    """Return how many standard deviations the statistic lies above what the permutations expect, worked out exactly.

    Moran, Gi and Geary: the area keeps its value, the others are drawn. Gi*: all values are drawn, as Ord & Getis.
    The sum of k of N values with mean m and variance s^2, drawn without replacement, has the mean k m and the variance
    k s^2 (N - k) / (N - 1).
    """
    size = len(z)
    if statistic == GI_STAR:
        return _standardised(sums + z, counts + 1, np.zeros(size), np.ones(size), size)
    if differences is not None:
        mean, square = _moments_of_differences(z)
        return _standardised(differences, counts, mean, square - mean**2, size - 1)
    mean = -z / (size - 1)
    score = _standardised(sums, counts, mean, (size - z**2) / (size - 1) - mean**2, size - 1)
    return score * np.where(np.abs(z) > _NO_SPREAD, np.sign(z), np.nan) if statistic == MORAN else score


def _moments_of_differences(z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return means of (z_i - z_j)^2 and of its square over all other areas j, per area i."""
    size = len(z)
    second, third, fourth = (float((z**power).sum()) for power in (2, 3, 4))
    total = float(z.sum())
    mean = size * z**2 - 2 * z * total + second
    square = size * z**4 - 4 * z**3 * total + 6 * z**2 * second - 4 * z * third + fourth
    return mean / (size - 1), square / (size - 1)


def _standardised(
    sums: np.ndarray, counts: np.ndarray, mean: np.ndarray, variance: np.ndarray, size: int
) -> np.ndarray:
    spread = counts * variance * (size - counts) / (size - 1)
    good = spread > _NO_SPREAD
    return np.where(good, (sums - counts * mean) / np.sqrt(np.where(good, spread, 1.0)), np.nan)


def _clusters(z: np.ndarray, lag: np.ndarray, score: np.ndarray, neighbours: np.ndarray, statistic: str) -> np.ndarray:
    """Return the kind of cluster of each area, were it significant.

    Moran: own value and neighbours' mean above the mean or not, as esda's quadrants. Gi: neighbours more (HH) or less
    (LL) than chance makes it. Gi*: the same, but HL or LH where the area itself outweighs its neighbours. Geary: alike
    areas are HH above and LL below the mean; unlike ones HL or LH, as they lie above or below their neighbours.
    """
    if statistic == MORAN:
        return _named(z > 0, lag > 0)
    if statistic == GI:
        return _named(neighbours > 0, neighbours > 0)
    if statistic == GI_STAR:
        return _named(score > 0, neighbours > 0)
    alike = ~(score > 0)
    return np.where(alike, _named(z > 0, z > 0), _named(z > lag, z <= lag))


def _named(own_high: np.ndarray, others_high: np.ndarray) -> np.ndarray:
    high = np.where(others_high, HIGH_HIGH, HIGH_LOW)
    return np.where(own_high, high, np.where(others_high, LOW_HIGH, LOW_LOW)).astype(object)
