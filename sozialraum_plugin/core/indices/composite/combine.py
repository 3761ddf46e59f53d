"""From several comparable indicators to one number per area.

Sources: OECD/JRC (2008), Handbook on Constructing Composite Indicators, ch. 6 (additive and geometric aggregation) and
ch. 4 (first principal component).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import InputError
from ...messages import tr

SUM, MEAN, GEOMETRIC, PCA = AGGREGATIONS = ("sum", "mean", "geometric", "pca")


@dataclass(frozen=True)
class Combined:
    """`index` (n,); `contributions` (n, m), which add up to it (for the geometric mean, to its logarithm). Of a
    principal component also the `loadings` (m,) and which share of the differences it has `explained`.
    """

    index: np.ndarray
    contributions: np.ndarray
    loadings: np.ndarray | None = None
    explained: float | None = None


def combine(values: np.ndarray, weights: np.ndarray, aggregation: str, ddof: int = 1) -> Combined:
    """Return the index of n areas from `values` (n, m) and `weights` (m,).

    Missing values (NaN) are left out: a mean is taken over those that are there, a sum is scaled up to all weights, so
    that both say the same as if the missing ones were like the others of the area. Raises InputError where an index
    has no meaning.
    """
    if aggregation == PCA:
        return _principal_component(values, ddof)
    present = ~np.isnan(values)
    shares = np.where(present, weights, 0.0)
    total = shares.sum(axis=1, keepdims=True)
    if not weights.sum() or (total == 0).any():
        raise InputError(tr("The weights of an area's indicators add up to 0, so there is no mean of them."))
    scale = weights.sum() if aggregation == SUM else 1.0
    if aggregation == GEOMETRIC:
        return _geometric(values, shares / total)
    contributions = np.where(present, values, 0.0) * np.where(present, weights, 0.0)
    if aggregation == MEAN or not present.all():
        contributions = contributions / total * scale
    return Combined(contributions.sum(axis=1), np.where(present, contributions, np.nan))


def _geometric(values: np.ndarray, shares: np.ndarray) -> Combined:
    """Return the weighted geometric mean; an area with a value of 0 has 0."""
    if (values < 0).any():
        raise InputError(
            tr("A geometric mean needs values of 0 or more. Choose TRANSFORM minmax, percentile or exponential.")
        )
    with np.errstate(divide="ignore", invalid="ignore"):
        logarithms = np.where(shares > 0, np.log(np.where(np.isnan(values), 1.0, values)) * shares, 0.0)
    return Combined(np.exp(logarithms.sum(axis=1)), np.where(np.isnan(values), np.nan, logarithms))


def _principal_component(values: np.ndarray, ddof: int) -> Combined:
    """Return the scores of the first component of the correlation matrix, turned so that more means more burden."""
    if np.isnan(values).any():
        raise InputError(tr("A principal component needs all values. Leave areas with missing values out."))
    if len(values) < 3:
        raise InputError(tr("A principal component needs at least 3 areas."))
    spread = values.std(axis=0, ddof=ddof)
    varying = spread > 1e-12 * np.abs(values).max(axis=0, initial=0.0)
    if not varying.any():
        raise InputError(tr("No indicator differs between the areas, so there is no principal component."))
    standard = np.zeros_like(values)
    standard[:, varying] = (values[:, varying] - values[:, varying].mean(axis=0)) / spread[varying]
    _, sizes, directions = np.linalg.svd(standard, full_matrices=False)
    loadings = directions[0]
    if loadings.sum() < 0:
        loadings = -loadings
    contributions = standard * loadings
    return Combined(contributions.sum(axis=1), contributions, loadings, float(sizes[0] ** 2 / (sizes**2).sum()))
