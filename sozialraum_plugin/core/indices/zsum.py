"""The standardised sum of standardised indicators.

Source: Senatsverwaltung für Stadtentwicklung Berlin, Monitoring Soziale Stadtentwicklung, method of the indices: every
indicator is z-transformed (unweighted mean, population standard deviation), the z values are added without weights,
and the sum is z-transformed again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

RELATIVE_NOISE = 1e-12  # a spread below this share of the values is rounding, not difference


@dataclass(frozen=True)
class Moments:
    """Mean and standard deviation (ddof=0) by which a column was standardised."""

    mean: float
    sd: float


@dataclass(frozen=True)
class ZSum:
    """The index of n areas, with all that is needed to recompute it.

    `index` (n,) is the standardised sum, `contributions` (n rows, one column a field) the z values that were added,
    `moments` mean and sd per field, `sum_moments` those of the sum, `constant` the fields that do not vary: they add 0.
    """

    index: np.ndarray
    contributions: pd.DataFrame
    moments: dict[str, Moments]
    sum_moments: Moments
    constant: tuple[str, ...]

    @property
    def varies(self) -> bool:
        """Tell whether the areas differ at all; if not, the index is 0 everywhere."""
        return self.sum_moments.sd > 0


def z_sum(values: pd.DataFrame) -> ZSum:
    """Standardise each column of `values` (n areas, no missing values), add them, and standardise the sum."""
    moments: dict[str, Moments] = {}
    contributions = pd.DataFrame(index=values.index)
    for name in values.columns:
        column = values[name].to_numpy(dtype=float)
        contributions[name], moments[name] = _standardise(column, np.abs(column).max(initial=0.0))
    # The parts may cancel out; then what is left of their sum is noise of the size of the parts.
    index, sum_moments = _standardise(contributions.sum(axis=1).to_numpy(), float(len(values.columns)))
    constant = tuple(name for name, moment in moments.items() if moment.sd == 0)
    return ZSum(index, contributions, moments, sum_moments, constant)


def _standardise(column: np.ndarray, scale: float) -> tuple[np.ndarray, Moments]:
    """Return z values and moments; a column that varies only by rounding has sd 0 and z values 0."""
    mean = float(column.mean())
    sd = float(column.std(ddof=0))
    if np.ptp(column) <= RELATIVE_NOISE * scale:
        return np.zeros(len(column)), Moments(mean, 0.0)
    return (column - mean) / sd, Moments(mean, sd)
