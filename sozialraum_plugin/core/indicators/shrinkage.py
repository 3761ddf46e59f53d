"""Empirical-Bayes values: a small area's rate is drawn towards that of the areas around it, more if it is smaller.

For areas with x cases of n: r = x / n, m = sum(x) / sum(n), s2 = sum(n (r - m)^2) / sum(n); by the method of moments
the variance between areas is A = s2 - v / mean(n), at least 0, with v = m for rates (Poisson) and v = m (1 - m) for
shares (binomial). The smoothed value is m + C (r - m) with C = A / (A + v / n), the weight of the area's own value.
Source: Marshall, Mapping disease and mortality rates using empirical Bayes estimators, Applied Statistics 40 (1991),
eq. 3 and 4, which has the Poisson case; the binomial v is the same step for a share.

The areas that are drawn together are those of one level below one area. Where fewer than five of them have a value, it
is the next area above, and at last the whole level.

Nothing hidden gets out: m, A and C are functions of rows that are shown (`in_prior`) and nothing else, and a hidden row
has no smoothed value; a reader of the published table could work all of it out alone. What is shown for internal use
only is smoothed, but smooths no other, so that removing these rows later leaves exactly the published table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .hierarchy import Hierarchy

FEWEST_AREAS = 5
EVERYWHERE = "alle"  # smoothed within the whole level


@dataclass(frozen=True)
class Smoothed:
    """Arrays (areas, steps): the smoothed ratio, the weight of the own value, the number of the group (see `names`)."""

    values: np.ndarray
    weights: np.ndarray
    groups: np.ndarray
    names: list[str]


def smooth(
    cases: np.ndarray, base: np.ndarray, binomial: np.ndarray, in_prior: np.ndarray, hierarchy: Hierarchy
) -> Smoothed:
    """Return the smoothed ratios of `cases` / `base`, both (areas, steps), NaN where hidden or missing.

    `binomial` (steps) tells which steps are shares; all others are rates. `in_prior` (areas, steps) tells which rows
    may enter the prior. A group of none has number -1.
    """
    shape = cases.shape
    values, weights, groups = np.full(shape, np.nan), np.full(shape, np.nan), np.full(shape, -1, dtype=np.int32)
    with np.errstate(invalid="ignore"):
        usable = np.isfinite(cases) & (cases >= 0) & (base > 0)
    names: list[str] = []
    for name, members in _groups(hierarchy):
        here = usable[members]
        prior = here & in_prior[members]
        wanted = here & (groups[members] < 0)
        steps = np.flatnonzero((prior.sum(axis=0) >= FEWEST_AREAS) & wanted.any(axis=0))
        if not len(steps):
            continue
        place = np.ix_(members, steps)
        result, own = marshall(cases[place], base[place], prior[:, steps], binomial[steps])
        fill = wanted[:, steps]
        values[place] = np.where(fill, result, values[place])
        weights[place] = np.where(fill, own, weights[place])
        groups[place] = np.where(fill, len(names), groups[place])
        names.append(name)
    return Smoothed(values, weights, groups, names)


def marshall(
    cases: np.ndarray, base: np.ndarray, prior: np.ndarray, binomial: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return smoothed ratios and own weights (areas, steps) of one group; the prior comes from the rows `prior`."""
    known_cases, known_base = np.where(prior, cases, 0.0), np.where(prior, base, 0.0)
    total = known_base.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = known_cases.sum(axis=0) / total
        rates = cases / base
        spread = np.where(prior, known_base * (rates - mean) ** 2, 0.0).sum(axis=0) / total
        chance = np.where(binomial, np.clip(mean * (1 - mean), 0, None), mean)
        between = np.clip(spread - chance / (total / prior.sum(axis=0)), 0, None)
        scale = between + chance / base
        own = np.where(scale > 0, between / scale, 1.0)
        return mean + own * (rates - mean), own


def _groups(hierarchy: Hierarchy) -> Iterator[tuple[str, np.ndarray]]:
    """Yield name and areas of every group, the nearest areas above first, at last each whole level."""
    ancestors = hierarchy.parent.copy()
    levels = np.unique(hierarchy.levels, return_inverse=True)[1]
    while (ancestors >= 0).any():
        for ancestor in np.unique(ancestors[ancestors >= 0]):
            below = ancestors == ancestor
            for level in np.unique(levels[below]):
                yield hierarchy.codes[ancestor], np.flatnonzero(below & (levels == level))
        ancestors = np.where(ancestors >= 0, hierarchy.parent[ancestors], -1)
    for level in np.unique(levels):
        yield EVERYWHERE, np.flatnonzero(levels == level)
