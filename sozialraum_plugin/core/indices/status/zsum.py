"""The standardised sum of standardised indicators.

Source: Senatsverwaltung für Stadtentwicklung Berlin, Monitoring Soziale Stadtentwicklung, method of the indices: every
indicator is z-transformed (unweighted mean, population standard deviation), the z values are added without weights,
and the sum is z-transformed again. Weights, and the moments of a base year, are options that Berlin does not use.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..composite.transforms import RELATIVE_NOISE


@dataclass(frozen=True)
class Moments:
    """Mean and standard deviation (ddof=0) by which a column was standardised."""

    mean: float
    sd: float


@dataclass(frozen=True)
class ZSum:
    """The index of n areas, with all that is needed to recompute it.

    `index` (n,) is the standardised sum, `contributions` (n rows, one column a field) the z values that were added,
    each by its weight, `moments` mean and sd per field, `sum_moments` those of the sum, `constant` the fields that do
    not vary: they add 0.
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


def z_sum(values: pd.DataFrame, weights: Sequence[float] = (), reference: pd.DataFrame | None = None) -> ZSum:
    """Standardise each column of `values` (n areas, no missing values), add them, and standardise the sum.

    `weights` are one a column, 1 by default. `reference` has the same columns for the areas of a base year, whose
    moments are used: of the fields and of their sum.
    """
    base = values if reference is None else reference
    factors = np.array(weights, dtype=float) if len(weights) else np.ones(values.shape[1])
    moments = {name: column_moments(base[name].to_numpy(dtype=float)) for name in values.columns}
    contributions = _z_values(values, moments)
    sums = contributions.to_numpy() @ factors
    base_sums = sums if reference is None else _z_values(base, moments).to_numpy() @ factors
    # The parts may cancel out; then what is left of their sum is noise of the size of the parts.
    sum_moments = column_moments(base_sums, float(np.abs(factors).sum()))
    constant = tuple(name for name, moment in moments.items() if moment.sd == 0)
    return ZSum(_standardised(sums, sum_moments), contributions, moments, sum_moments, constant)


def column_moments(column: np.ndarray, scale: float | None = None) -> Moments:
    """Return mean and sd of (n,) values; a column that varies only by rounding, measured by `scale`, has sd 0."""
    scale = float(np.abs(column).max(initial=0.0)) if scale is None else scale
    varies = np.ptp(column) > RELATIVE_NOISE * scale
    return Moments(float(column.mean()), float(column.std(ddof=0)) if varies else 0.0)


def _z_values(values: pd.DataFrame, moments: dict[str, Moments]) -> pd.DataFrame:
    columns = {name: _standardised(values[name].to_numpy(dtype=float), moment) for name, moment in moments.items()}
    return pd.DataFrame(columns, index=values.index)


def _standardised(column: np.ndarray, moments: Moments) -> np.ndarray:
    """Return z values; 0 where there is no spread to measure by."""
    return np.zeros(len(column)) if moments.sd == 0 else (column - moments.mean) / moments.sd
