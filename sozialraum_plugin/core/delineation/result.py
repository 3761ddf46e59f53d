"""The outcome of a delineation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .problem import Problem
from .unmet import Unmet


@dataclass(frozen=True)
class Delineation:
    """Labels and figures of a division of n units into k areas.

    `labels` (n,) are 0 to k-1, numbered by the first unit of each area. `objective` is the within sum of squares of
    the standardised, weighted attributes; `share` is its part of the total sum of squares (0 = all areas homogeneous).
    `population` (k,) are inhabitants; `quality` (k,) is 1 minus the area's mean squared deviation over that of all
    units: 1 = all its units are alike, 0 = as mixed as the whole, negative = more mixed than the whole.
    `unmet` says what could not be satisfied and why, `notes` what else the user should know. `stopped` tells that
    the caller ended the improvement early.
    """

    labels: np.ndarray
    objective: float
    share: float
    population: np.ndarray
    quality: np.ndarray
    unmet: list[Unmet]
    notes: list[str]
    stopped: bool = False

    @property
    def area_count(self) -> int:
        """The number of areas, k."""
        return len(self.population)


def number_by_first_unit(labels: np.ndarray) -> np.ndarray:
    """Return the labels renumbered 0 to k-1 in the order in which they first occur."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[inverse]


def within_sums_of_squares(values: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the sum of squared deviations from the area's mean, per area, of `values` (n, m)."""
    areas = int(labels.max()) + 1
    counts = np.bincount(labels, minlength=areas)
    result = np.zeros(areas)
    for column in values.T:
        mean = np.bincount(labels, column, areas) / counts
        result += np.bincount(labels, (column - mean[labels]) ** 2, areas)
    return result


def summarise(
    problem: Problem, values: np.ndarray, labels: np.ndarray, unmet: list[Unmet], notes: list[str], stopped: bool
) -> Delineation:
    """Return the result for `labels` (n,), numbered by first unit, of standardised `values` (n, m)."""
    within = within_sums_of_squares(values, labels)
    total = float(within_sums_of_squares(values, np.zeros_like(labels)).sum())
    objective = float(within.sum())
    counts = np.bincount(labels)
    mixture = within / counts / (total / len(labels)) if total > 0 else np.zeros(len(counts))
    return Delineation(
        labels=labels,
        objective=objective,
        share=objective / total if total > 0 else 0.0,
        population=np.bincount(labels, problem.population),
        quality=1.0 - mixture,
        unmet=unmet,
        notes=notes,
        stopped=stopped,
    )
