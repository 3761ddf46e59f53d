"""Rounding to multiples: the same count always becomes the same number, and each total is rounded on its own.

Source: Hundepool et al., Statistical Disclosure Control (2012), ch. 5.4 (conventional rounding).
"""

from __future__ import annotations

import numpy as np

BASE = 5


def rounded(values: np.ndarray, base: int = BASE) -> np.ndarray:
    """Return the nearest multiples of `base`, halves away from zero; NaN stays."""
    return np.sign(values) * np.floor(np.abs(values) / base + 0.5) * base


def rounding_bounds(values: np.ndarray, base: int = BASE) -> tuple[np.ndarray, np.ndarray]:
    """Return the smallest and largest whole number that is rounded to each value (not below 0 for counts).

    >>> [bound.tolist() for bound in rounding_bounds(np.array([0.0, 5.0]))]
    [[0.0, 3.0], [2.0, 7.0]]
    """
    reach = (base - 1) // 2
    return np.where(values >= 0, np.maximum(values - reach, 0.0), values - reach), values + base - 1 - reach
