"""Do neighbouring areas have similar values? Global measures: Moran's I, Geary's c, Getis-Ord G.

Cliff & Ord (1981), Spatial Processes: expectations and variances under randomisation. Getis & Ord (1992), The Analysis
of Spatial Association by Use of Distance Statistics, Geographical Analysis 24. Areas without neighbours count in mean
and variance, as in esda, though no link reaches them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np

from .permutation_tests import TWO_SIDED, Tails, p_values
from .spatial_weights import SpatialWeights

SMALLEST = 4  # areas; with fewer the variances do not exist
_ROUNDING = 1e-10  # of the spread; a smaller difference is a tie


@dataclass(frozen=True)
class Measure:
    """A global measure: its value, what chance lets expect, the analytic z (NaN: none), the pseudo p-value."""

    value: float
    expected: float
    z: float
    p: float


@dataclass(frozen=True)
class GlobalMeasures:
    """Moran's I and Geary's c; Getis-Ord G only for values that are never negative."""

    moran: Measure
    geary: Measure
    getis: Measure | None


def moran_i(values: np.ndarray, weights: SpatialWeights) -> float:
    """Return Moran's I of values (n,); NaN if they are constant or no area has a neighbour."""
    deviation = values - values.mean()
    below = weights.total * (deviation**2).sum()
    return float(len(values) * (deviation * weights.lag(deviation)).sum() / below) if below > 0 else np.nan


def geary_c(values: np.ndarray, weights: SpatialWeights) -> float:
    """Return Geary's c of values (n,); NaN if they are constant or no area has a neighbour."""
    below = 2 * weights.total * ((values - values.mean()) ** 2).sum()
    focal = weights.focal
    above = (weights.weight[focal] * (values[focal] - values[weights.indices]) ** 2).sum()
    return float((len(values) - 1) * above / below) if below > 0 else np.nan


def getis_ord_g(values: np.ndarray, weights: SpatialWeights) -> float:
    """Return the general G of values (n,) that are not negative, with binary weights; NaN if fewer than two are > 0."""
    below = values.sum() ** 2 - (values**2).sum()
    return float((values * weights.binary().sums(values)).sum() / below) if below > 0 else np.nan


def moran_variance(values: np.ndarray, weights: SpatialWeights) -> float:
    """Return the variance of Moran's I under randomisation (n >= 4)."""
    size, s0, (s1, s2) = len(values), weights.total, weights.pair_sums()
    kurtosis = _kurtosis(values)
    first = size * ((size**2 - 3 * size + 3) * s1 - size * s2 + 3 * s0**2)
    second = kurtosis * ((size**2 - size) * s1 - 2 * size * s2 + 6 * s0**2)
    below = (size - 1) * (size - 2) * (size - 3) * s0**2
    return (first - second) / below - 1 / (size - 1) ** 2


def geary_variance(values: np.ndarray, weights: SpatialWeights) -> float:
    """Return the variance of Geary's c under randomisation (n >= 4)."""
    size, s0, (s1, s2) = len(values), weights.total, weights.pair_sums()
    kurtosis = _kurtosis(values)
    first = (size - 1) * s1 * (size**2 - 3 * size + 3 - (size - 1) * kurtosis)
    second = (size - 1) * s2 * (size**2 + 3 * size - 6 - (size**2 - size + 2) * kurtosis) / 4
    third = s0**2 * (size**2 - 3 - (size - 1) ** 2 * kurtosis)
    return (first - second + third) / (size * (size - 2) * (size - 3) * s0**2)


def _kurtosis(values: np.ndarray) -> float:
    deviation = values - values.mean()
    return float((deviation**4).mean() / (deviation**2).mean() ** 2)


def global_measures(
    values: np.ndarray,
    weights: SpatialWeights,
    permutations: int,
    seed: int,
    alternative: str = TWO_SIDED,
    advance: Callable[[float], None] = lambda share: None,
) -> GlobalMeasures:
    """Return all measures of n >= 4 values that are not constant, some with neighbours.

    For the p-values all values are dealt to the areas anew, `permutations` times. `advance` hears the share done and
    may raise CancelledError.
    """
    size, positive = len(values), bool((values >= 0).all())
    products = _CrossProducts(values, weights)
    observed = products.of(values)
    tolerance = _ROUNDING * products.scale
    moran, geary, getis = (Tails.none(1) for _ in range(3))
    generator = np.random.default_rng(seed)
    for number in range(permutations):
        if number % 50 == 0:
            advance(number / permutations)
        drawn = products.of(generator.permutation(values))
        for tails, at in ((moran, 0), (geary, 1), (getis, 2)):
            tails.count(0, drawn[at], observed[at], tolerance[at])
    p = [float(p_values(tails, permutations, alternative)[0]) for tails in (moran, geary, getis)]
    i, c = moran_i(values, weights), geary_c(values, weights)
    g = getis_ord_g(values, weights) if positive else np.nan
    by_chance = float(weights.counts.sum()) / (size * (size - 1))
    return GlobalMeasures(
        Measure(i, -1 / (size - 1), _z(i, -1 / (size - 1), moran_variance(values, weights)), p[0]),
        Measure(c, 1.0, _z(c, 1.0, geary_variance(values, weights)), p[1]),
        Measure(g, by_chance, np.nan, p[2]) if np.isfinite(g) else None,
    )


class _CrossProducts:
    """What changes in I, c and G when the values change places; the rest is the same in every permutation."""

    def __init__(self, values: np.ndarray, weights: SpatialWeights) -> None:
        self.weights, self.mean = weights, values.mean()
        self.own = weights.weight
        columns = np.bincount(weights.indices, weights=self.own[weights.focal], minlength=len(values))
        self.margins = self.own * weights.counts + columns
        squares = ((values - self.mean) ** 2).mean()
        self.scale = np.array([squares * weights.total] * 2 + [squares * len(weights.indices)])

    def of(self, values: np.ndarray) -> np.ndarray:
        """Return the sums over links of products, of squared differences, and of products of raw values (3,)."""
        deviation = values - self.mean
        sums = self.weights.sums(deviation)
        products = (self.own * deviation * sums).sum()
        raw = (values * (sums + self.weights.counts * self.mean)).sum()
        return np.array([products, (deviation**2 * self.margins).sum() - 2 * products, raw])


def _z(value: float, expected: float, variance: float) -> float:
    return (value - expected) / np.sqrt(variance) if variance > 0 else np.nan
