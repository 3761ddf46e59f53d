"""Segregation of groups with what chance does to it: interval, value under random allocation, corrected value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from .segregation_draws import AREAS_FIXED, random_allocation, resampled
from .segregation_measures import (
    DISSIMILARITY,
    ENTROPY,
    ETA2,
    EXPOSURE,
    GINI,
    SEVERAL_GROUPS,
    TWO_GROUPS,
    Measure,
)

CARRINGTON_TROSKE, BOOTSTRAP, NO_CORRECTION = "carrington_troske", "bootstrap", "none"
CORRECTIONS = (CARRINGTON_TROSKE, BOOTSTRAP, NO_CORRECTION)
RESCALED = frozenset(
    (DISSIMILARITY, GINI, ENTROPY, ETA2)
)  # those that are 0 where all is even and 1 where all is apart
_LOW = {ETA2: -1.0}


@dataclass(frozen=True)
class Comparison:
    """Who is compared with whom: `counts` (areas, groups), the two sides first; with more than two columns the others
    are only met (`measures` of two sides), or all count alike (`several`).
    """

    group: str
    against: str
    counts: np.ndarray
    measures: tuple[str, ...]
    several: bool = False


@dataclass(frozen=True)
class Chance:
    """How chance is played: number of `draws` (0: none), seed, which margin is kept, and the correction."""

    draws: int = 1000
    seed: int = 0
    scheme: str = AREAS_FIXED
    correction: str = CARRINGTON_TROSKE


@dataclass(frozen=True)
class Estimate:
    """A measure with its 95 % limits, its mean under random allocation, the value corrected by it with limits, and the
    share of random allocations that are as much apart (Phipson and Smyth 2010); NaN where it cannot be told.
    """

    value: float
    lower: float = np.nan
    upper: float = np.nan
    expected: float = np.nan
    corrected: float = np.nan
    corrected_lower: float = np.nan
    corrected_upper: float = np.nan
    by_chance: float = np.nan


def estimates(comparison: Comparison, chance: Chance, tick: Callable[[], None] = lambda: None) -> dict[str, Estimate]:
    """Return the estimate of each measure. `tick` is called after each batch and may raise to end the run.

    The limits are the value plus the 2.5 % and 97.5 % points of the resampled values around their own mean, since
    resampling adds to the unevenness that chance has made already. That part is what the corrections take out:
    `carrington_troske` (v - e) / (1 - e), and (v - e) / e below e, with the expected value e, only for measures that
    run from 0 to 1; `bootstrap` 2v - mean of the resampled values (Allen et al. 2015), for all.
    """
    functions = SEVERAL_GROUPS if comparison.several else TWO_GROUPS
    chosen = {name: functions[name] for name in comparison.measures}
    counts = comparison.counts.astype(float)
    values = {name: float(function(counts)) for name, function in chosen.items()}
    if chance.draws < 1 or not len(counts):
        return {name: Estimate(value) for name, value in values.items()}
    random = np.random.default_rng(chance.seed)
    around = _values(chosen, resampled(counts, chance.draws, chance.scheme, random), tick)
    evenly = _values(chosen, random_allocation(counts, chance.draws, random), tick)
    return {name: _estimate(name, values[name], around[name], evenly[name], chance.correction) for name in chosen}


def _values(
    functions: Mapping[str, Measure], batches: Iterable[np.ndarray], tick: Callable[[], None]
) -> dict[str, np.ndarray]:
    found: dict[str, list[np.ndarray]] = {name: [] for name in functions}
    for batch in batches:
        tick()
        for name, function in functions.items():
            found[name].append(function(batch))
    return {name: np.concatenate(parts) for name, parts in found.items()}


def _estimate(name: str, value: float, around: np.ndarray, evenly: np.ndarray, correction: str) -> Estimate:
    around, evenly = around[np.isfinite(around)], evenly[np.isfinite(evenly)]
    if not np.isfinite(value) or not len(around) or not len(evenly):
        return Estimate(value)
    low, high = np.quantile(around, (0.025, 0.975)) - around.mean()
    lower, upper = np.clip((value + min(low, 0.0), value + max(high, 0.0)), 0.0, 1.0).tolist()
    expected = float(evenly.mean())
    by_chance = _share_as_far(evenly, value)
    if name == EXPOSURE:  # groups may avoid each other, or be avoided together by a third
        by_chance = min(1.0, 2 * min(by_chance, _share_as_far(-evenly, -value)))
    if correction == CARRINGTON_TROSKE and name in RESCALED:
        limits = [rescaled(number, expected) for number in (value, lower, upper)]
    elif correction == BOOTSTRAP:
        shift = value - float(around.mean())
        limits = np.clip([number + shift for number in (value, lower, upper)], 0.0, 1.0).tolist()
    else:
        limits = [np.nan] * 3
    return Estimate(value, lower, upper, expected, *limits, by_chance)


def _share_as_far(evenly: np.ndarray, value: float) -> float:
    return float((1 + (evenly >= value - 1e-12).sum()) / (1 + len(evenly)))


def rescaled(value: float, expected: float) -> float:
    """Return the systematic part of a measure after Carrington and Troske: 0 as by chance, 1 wholly apart, below 0 more
    even than by chance; NaN where chance alone does all.
    """
    if value >= expected:
        return (value - expected) / (1 - expected) if expected < 1 else np.nan
    return (value - expected) / expected if expected > 0 else np.nan


def group_measures(measures: Iterable[str]) -> tuple[str, ...]:
    """Return the measures of a group against all others, in our order."""
    wanted = set(measures)
    return tuple(name for name in TWO_GROUPS if name in wanted)


def pair_measures(measures: Iterable[str]) -> tuple[str, ...]:
    """Return the measures of a group against another one."""
    wanted = set(measures)
    return tuple(name for name in (DISSIMILARITY, EXPOSURE, GINI) if name in wanted)


def several_measures(measures: Iterable[str]) -> tuple[str, ...]:
    """Return the measures over all groups at once."""
    wanted = set(measures)
    return tuple(name for name in SEVERAL_GROUPS if name in wanted)
