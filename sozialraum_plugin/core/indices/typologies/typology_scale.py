"""Indicators made comparable before areas are put into types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...messages import tr
from ...numbers import format_number

ZSCORE, ROBUST = "zscore", "robust"
SCALES = (ZSCORE, ROBUST)
NORMAL_QUARTILES = 1.3489795003921634  # interquartile range of the normal distribution in standard deviations
FAR_OUT = 5.0
_NOTHING = 1e-12


@dataclass(frozen=True)
class Scaled:
    """Comparable `values` (n, m), the `middle` and `spread` (m,) they were measured by, the constant columns."""

    values: np.ndarray
    middle: np.ndarray
    spread: np.ndarray
    constant: np.ndarray
    warnings: list[str]


def scaled(values: np.ndarray, names: Sequence[str], scale: str) -> Scaled:
    """Return (value - mean) / standard deviation (ddof = 0), or by median and interquartile range / 1.349 (`robust`).

    A column that is the same in all areas becomes 0 throughout; one whose quartiles are equal is measured by its
    standard deviation even if `robust` is asked for. Both are told in `warnings`, and values beyond 5 deviations.
    """
    middle, spread = values.mean(axis=0), values.std(axis=0)
    constant = spread <= _NOTHING * np.maximum(1.0, np.abs(values).max(axis=0, initial=0.0))
    warnings = [
        tr("“{field}” is the same in all areas: it tells none from another.").format(field=name)
        for name, same in zip(names, constant)
        if same
    ]
    if scale == ROBUST:
        low, high = np.quantile(values, (0.25, 0.75), axis=0)
        usable = high - low > _NOTHING
        warnings += [
            tr("“{field}”: half of the areas have the same value, so it is measured by its standard deviation.").format(
                field=name
            )
            for name, good, same in zip(names, usable, constant)
            if not (good or same)
        ]
        middle = np.where(usable, np.median(values, axis=0), middle)
        spread = np.where(usable, (high - low) / NORMAL_QUARTILES, spread)
    spread = np.where(constant, 1.0, spread)
    comparable = np.where(constant, 0.0, (values - middle) / spread)
    return Scaled(comparable, middle, spread, constant, warnings + _far_out(comparable, names))


def _far_out(values: np.ndarray, names: Sequence[str]) -> list[str]:
    furthest = np.abs(values).max(axis=0, initial=0.0)
    return [
        tr(
            "In “{field}” an area is {sd} deviations from the middle: it may become a type of its own and leave fewer "
            "types for all others. Look whether it is an error, or leave it out with EXCLUDE_FIELD."
        ).format(field=name, sd=format_number(float(distance), 1))
        for name, distance in zip(names, furthest)
        if distance > FAR_OUT
    ]
