"""How many people live per unit of weight in each class of buildings, learned from the source areas themselves.

The counts of the sources are taken as Poisson with mean Σ density of class x weight of class; the densities are found
by the EM algorithm (Flowerdew & Green 1991, "Data integration: statistical methods for transferring data between zonal
systems"; as weights of classes also Mennis & Hultgren 2006). A gamma prior holds each class near the common density, so
that few sources or rare classes do not lead to wild numbers; densities are never negative.
"""

from __future__ import annotations

import numpy as np

_ROUNDS = 500
_PRIOR_SOURCES = 1.0  # for each class the prior weighs as much as an average source: neighbours vary more than Poisson
_TOLERANCE = 1e-5
_TINY = 1e-300


def class_densities(amount: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Return the densities (c, v) of c classes for v variables, relative to each other.

    `amount` (s, c) is the weight of each source by class, `values` (s, v) its counts, NaN where unknown. They are 1
    each with one class, or for a variable with fewer sources than classes.
    """
    classes, variables = amount.shape[1], values.shape[1]
    result = np.ones((classes, variables))
    if classes < 2 or not variables:
        return result
    used = (amount.sum(axis=1) > 0)[:, None] & np.isfinite(values)
    learned = np.flatnonzero((used.sum(axis=0) >= classes) & (np.where(used, values, 0.0).sum(axis=0) > 0))
    if len(learned):
        result[:, learned] = _fitted(amount, np.where(used, values, 0.0)[:, learned], used[:, learned])
    return result


def _fitted(amount: np.ndarray, values: np.ndarray, used: np.ndarray) -> np.ndarray:
    """Return the densities (c, v) with the highest posterior probability; `used` (s, v) values count."""
    exposure = amount.T @ used
    common = values.sum(axis=0) / exposure.sum(axis=0)
    doubt = _PRIOR_SOURCES * values.sum(axis=0) / used.sum(axis=0) / common
    density = np.tile(common, (amount.shape[1], 1))
    for _ in range(_ROUNDS):
        ratio = values / np.maximum(amount @ density, _TINY)
        new = (density * (amount.T @ ratio) + doubt * common) / (exposure + doubt)
        settled = np.abs(new - density).max() <= _TOLERANCE * density.max()
        density = new
        if settled:
            break
    return density
