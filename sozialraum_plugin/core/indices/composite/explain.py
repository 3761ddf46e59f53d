"""Why an area has the class it has: what each indicator adds, what would change the class, who is alike.

The distance of an area from the mean of all is shared out among its indicators: a contribution less the mean of that
contribution. With sums and means these parts add up to the distance; with a geometric mean they are parts of its
logarithm. Likeness is the root mean square difference of the z values of the indicators, each counting the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .combine import GEOMETRIC
from .composite import Composite
from .composite_recipe import CompositeRecipe
from .explain_change import (
    DIMENSIONS_COST,
    LESS_BURDENED,
    MORE_BURDENED,
    MOST_AREAS,
    MOST_SLOW_SEARCHES,
    Change,
    NextClass,
)
from .robustness_engine import Areas, is_stackable, together

ALIKE = 3
CANCELS_OUT = 0.1  # a distance below this share of what burdens and relieves is no distance to share out


@dataclass(frozen=True)
class Explanation:
    """Of k areas with the positions `rows` among those that take part:

    `distance` (k,) of the index before it was standardised again from its mean, `points` (k, m) of it by indicator,
    `shares` (k, m) in per cent of it (NaN where the parts nearly cancel out); `compared` (k,) areas of the same year;
    `alike` (k, 3) positions (-1: none) with `unlikeness` (k, 3); the changes for `less` and for `more` burden, None
    where there are too many areas to try; `decimals` (m,) that tell values apart and `spread` (m,) of the values.
    """

    rows: np.ndarray
    distance: np.ndarray
    points: np.ndarray
    shares: np.ndarray
    compared: np.ndarray
    alike: np.ndarray
    unlikeness: np.ndarray
    less: Change | None
    more: Change | None
    decimals: list[int]
    spread: np.ndarray


def explain(
    areas: Areas,
    recipe: CompositeRecipe,
    result: Composite,
    rows: np.ndarray,
    poll: Callable[[], None] = lambda: None,
) -> Explanation:
    """Explain the areas `rows` (k,) of n that take part in `result`."""
    points = np.full(result.contributions.shape, np.nan)
    distance, compared = np.full(len(points), np.nan), np.zeros(len(points), dtype=int)
    for label in sorted(set(areas.periods.tolist())):
        year = np.flatnonzero(areas.periods == label)
        points[year] = _less_mean(result.contributions.to_numpy(dtype=float)[year])
        distance[year] = result.raw[year] - result.raw[year].mean()
        compared[year] = len(year)
    alike, unlikeness = _alike(areas, recipe, rows)
    less, more, decimals = _changes(areas, recipe, result, rows, poll)
    chosen = points[rows]
    return Explanation(
        rows, distance[rows], chosen, _shares(chosen), compared[rows], alike, unlikeness, less, more, decimals,
        _spread(areas.values[recipe.fields].to_numpy(dtype=float)),
    )  # fmt: skip


def _spread(values: np.ndarray) -> np.ndarray:
    spread = np.nanstd(values, axis=0)
    return np.where(spread > 0, spread, 1.0)


def _less_mean(contributions: np.ndarray) -> np.ndarray:
    """Return contributions (n, m) less their mean; a geometric mean of 0 has none."""
    finite = np.where(np.isfinite(contributions), contributions, np.nan)
    counts = (~np.isnan(finite)).sum(axis=0)
    return finite - np.nansum(finite, axis=0) / np.maximum(counts, 1)


def _shares(points: np.ndarray) -> np.ndarray:
    whole = np.nansum(points, axis=1, keepdims=True)
    size = np.nansum(np.abs(points), axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.abs(whole) > CANCELS_OUT * size, 100 * points / whole, np.nan)


def _alike(areas: Areas, recipe: CompositeRecipe, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the nearest areas of the same year in profile (k, 3), and how far they are."""
    alike = np.full((len(rows), ALIKE), -1)
    unlikeness = np.full((len(rows), ALIKE), np.nan)
    for label in set(areas.periods[rows].tolist()):
        year = np.flatnonzero(areas.periods == label)
        standard = _standardised(areas.values[recipe.fields].to_numpy(dtype=float)[year])
        for number in np.flatnonzero(areas.periods[rows] == label):
            own = np.searchsorted(year, rows[number])
            found, far = nearest(standard, int(own))
            alike[number, : len(found)], unlikeness[number, : len(found)] = year[found], far
    return alike, unlikeness


def _standardised(values: np.ndarray) -> np.ndarray:
    known = ~np.isnan(values)
    filled = np.where(known, values, 0.0)
    count = np.maximum(known.sum(axis=0), 1)
    mean = filled.sum(axis=0) / count
    spread = np.sqrt((np.where(known, values - mean, 0.0) ** 2).sum(axis=0) / count)
    varies = spread > 1e-12 * np.abs(filled).max(axis=0, initial=0.0)
    return np.where(varies, (values - mean) / np.where(varies, spread, 1.0), np.where(known, 0.0, np.nan))


def nearest(standard: np.ndarray, own: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the positions and distances of the areas most like area `own`, by z values (n, m) that both have."""
    difference = (standard - standard[own]) ** 2
    both = ~np.isnan(difference)
    count = both.sum(axis=1)
    with np.errstate(invalid="ignore"):
        far = np.sqrt(np.where(both, difference, 0.0).sum(axis=1) / np.where(count > 0, count, np.nan))
    far[own] = np.nan
    order = np.argsort(far, kind="stable")[:ALIKE]
    order = order[~np.isnan(far[order])]
    return order, far[order]


def _changes(
    areas: Areas, recipe: CompositeRecipe, result: Composite, rows: np.ndarray, poll: Callable[[], None]
) -> tuple[Change | None, Change | None, list[int]]:
    """Return both changes for the areas, searched among those that are computed together."""
    finders = [
        (group, NextClass(areas.chosen(group), recipe, result.class_[group]))
        for group in together(areas.periods, recipe)
    ]
    whole = NextClass(areas, recipe, result.class_) if len(finders) > 1 else finders[0][1]
    if not result.class_.any() or too_many(areas, recipe, rows):
        return None, None, whole.decimals
    most = class_count(result)
    found: dict[int, list[tuple[np.ndarray, Change]]] = {LESS_BURDENED: [], MORE_BURDENED: []}
    for group, finder in finders:
        mine = np.flatnonzero(np.isin(rows, group))
        places = np.searchsorted(group, rows[mine])
        for direction, parts in found.items():
            parts.append((mine, finder.change(places, direction, most, poll)))
    less, more = (_joined(parts, len(rows), len(recipe.fields)) for parts in found.values())
    return less, more, whole.decimals


def too_many(areas: Areas, recipe: CompositeRecipe, rows: Sequence[int] | np.ndarray) -> bool:
    """Tell whether trying all changes would take too long."""
    if not is_stackable(recipe):
        cost = DIMENSIONS_COST if recipe.group_aggregation else 1
        return len(rows) * len(recipe.fields) * cost > MOST_SLOW_SEARCHES
    largest = max(len(group) for group in together(areas.periods, recipe))
    return len(rows) * largest > MOST_AREAS**2


def class_count(result: Composite) -> int:
    """Return the number of classes: by the limits, or by the classes there are."""
    by_limits = max((len(limits) + 1 for limits in result.limits.values() if limits), default=0)
    return max(by_limits, int(result.class_.max(initial=0)))


def _joined(parts: list[tuple[np.ndarray, Change]], count: int, width: int) -> Change:
    whole = Change(
        np.zeros(count, dtype=int),
        np.full((count, width), np.nan),
        np.zeros((count, width), bool),
        np.full(count, np.nan),
    )
    for rows, part in parts:
        for name in ("target", "needed", "seen", "together"):
            getattr(whole, name)[rows] = getattr(part, name)
    return whole


def is_multiplied(recipe: CompositeRecipe) -> bool:
    """Tell whether the parts of the distance are logarithms of factors, not points."""
    return recipe.aggregation == GEOMETRIC and not recipe.group_aggregation


def frame_of(values: pd.DataFrame, population: np.ndarray | None, years: Sequence[str | None] | None) -> Areas:
    """Return the areas of a table whose rows all take part."""
    periods = np.array([str(year) for year in years] if years is not None else [""] * len(values), dtype=object)
    return Areas(values.reset_index(drop=True), population, periods)
