"""Attributes made comparable before areas are compared."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..errors import InputError
from ..messages import tr
from ..numbers import format_number


def standardised(attributes: np.ndarray, weights: Sequence[float] | np.ndarray | None) -> tuple[np.ndarray, list[str]]:
    """Return z-scores of `attributes` (n, m) times the root of each attribute's weight, and notes for the user.

    Mean and standard deviation (ddof=0) are over the units with a value, each unit counting once whatever its
    population. A missing value (NaN) says nothing, so it takes the mean, 0. A constant attribute is 0 throughout.
    Raises InputError if `weights` (m,) do not fit.
    """
    factors = _checked_weights(weights, attributes.shape[1])
    values = np.zeros_like(attributes)
    notes = []
    for column in range(attributes.shape[1]):
        known = ~np.isnan(attributes[:, column])
        if not known.all():
            notes.append(_missing_note(column, int((~known).sum()), len(known)))
        given = attributes[known, column]
        deviation = given.std() if len(given) else 0.0
        if deviation <= 1e-12 * max(1.0, np.abs(given).max(initial=0.0)):
            notes.append(tr("Attribute {column} is the same everywhere and has no effect.").format(column=column + 1))
            continue
        values[known, column] = (given - given.mean()) / deviation * factors[column] ** 0.5
    return values, notes


def _checked_weights(weights: Sequence[float] | np.ndarray | None, count: int) -> np.ndarray:
    if weights is None:
        return np.ones(count)
    factors = np.asarray(weights, dtype=float).reshape(-1)
    if len(factors) != count or not np.isfinite(factors).all() or (factors < 0).any():
        raise InputError(
            tr("There must be one weight of 0 or more for each of the {count} attributes.").format(count=count)
        )
    return factors


def _missing_note(column: int, missing: int, size: int) -> str:
    return tr("Attribute {column} is missing in {missing} of {units} units; there it counts as average.").format(
        column=column + 1, missing=format_number(missing), units=format_number(size)
    )
