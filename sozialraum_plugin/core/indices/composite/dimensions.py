"""Nested indices: the indicators of a dimension become one number, then the dimensions one index.

Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, ch. 6; the German Index of Socioeconomic
Deprivation (Kroll et al. 2017) takes the first principal component of each dimension, turns it so that it rises with
unemployment, gives it a range of 0 to 1, and adds the dimensions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...messages import tr
from ...numbers import format_number
from .combine import MEAN, SUM, Combined, combine
from .composite_recipe import CompositeRecipe
from .transforms import MINMAX, NONE, ZSCORE, Scale, transform

Part = tuple[str, np.ndarray, np.ndarray]  # label, rows (k,), which of them (k,) make the moments


@dataclass(frozen=True)
class Dimensions:
    """`combined` is the index, with contributions (n, m) of the indicators that add up to it; `values` (n, g) of the
    dimensions; `loadings` and `explained` of principal components by dimension; `warnings` on their direction.
    """

    combined: Combined
    values: np.ndarray
    loadings: dict[str, dict[str, float]]
    explained: dict[str, float]
    warnings: tuple[str, ...] = ()


def dimension_lines(recipe: CompositeRecipe, dimensions: Dimensions | None) -> list[str]:
    """Return how the dimensions were made, and how much of the differences each principal component explains."""
    if dimensions is None:
        return []
    text = tr("Dimensions first: {aggregation}, then {restandardise}; {groups}.").format(
        aggregation=recipe.group_aggregation,
        restandardise=recipe.group_restandardise,
        groups=", ".join(
            f"{group} ({format_number(recipe.group_weights.get(group, 1.0), 2)})" for group in recipe.groups
        ),
    )
    guide = tr("Principal components rise with {field}.").format(field=recipe.orient_by)
    share = tr("  Dimension {group}: its first principal component explains {share} % of the differences.")
    lines = [
        share.format(group=name, share=format_number(100 * part, 1)) for name, part in dimensions.explained.items()
    ]
    return [text, *([guide] if lines and recipe.orient_by else []), *lines]


def level_line(recipe: CompositeRecipe) -> list[str]:
    """Return the last step, within each year and level, if there is one."""
    if recipe.level_restandardise == NONE and recipe.level_decimals is None:
        return []
    decimals = tr("all decimals") if recipe.level_decimals is None else tr("{count} decimals")
    text = tr("Last step within each year, for areas and for larger areas by themselves: {step}, {decimals}.")
    return [text.format(step=recipe.level_restandardise, decimals=decimals.format(count=recipe.level_decimals))]


def combine_dimensions(
    comparable: np.ndarray,
    weights: np.ndarray,
    recipe: CompositeRecipe,
    parts: Sequence[Part],
    guide: np.ndarray | None = None,
) -> Dimensions:
    """Return the index of n areas from `comparable` (n, m), in which more is more burden, and `weights` (m,).

    `guide` (n,) is what a principal component must rise with. Without it, it rises with most of its indicators.
    """
    names = recipe.groups
    shares, values, warnings = np.zeros_like(comparable), [], []
    loadings: dict[str, dict[str, float]] = {}
    explained: dict[str, float] = {}
    for group in names:
        places = [place for place, ingredient in enumerate(recipe.ingredients) if ingredient.group == group]
        found = turned(_combined(comparable[:, places], weights[places], recipe), guide)
        if found.loadings is not None:
            loadings[group] = dict(zip([recipe.fields[place] for place in places], found.loadings.tolist()))
            explained[group] = float(found.explained or 0.0)
            warnings += _direction_warnings(group, loadings[group])
        value, parts_of_it = _rescaled(found, recipe, parts)
        values.append(value)
        shares[:, places] = parts_of_it
    stacked = np.column_stack(values)
    group_weights = np.array([recipe.group_weights.get(group, 1.0) for group in names])
    if recipe.normalise_weights:
        group_weights = group_weights / group_weights.sum()
    above = turned(combine(stacked, group_weights, recipe.aggregation, recipe.ddof), guide)
    contributions = np.where(np.isnan(comparable), np.nan, _spread(shares, stacked, above, recipe, group_weights))
    return Dimensions(Combined(above.index, contributions), stacked, loadings, explained, tuple(warnings))


def _combined(values: np.ndarray, weights: np.ndarray, recipe: CompositeRecipe) -> Combined:
    """Return the dimension (n,) of its indicators (n, k), NaN for an area that has none of them."""
    has = ~np.isnan(values).all(axis=1)
    found = combine(values[has], weights, recipe.group_aggregation, recipe.ddof)
    if has.all():
        return found
    index, contributions = np.full(len(values), np.nan), np.full(values.shape, np.nan)
    index[has], contributions[has] = found.index, found.contributions
    return Combined(index, contributions, found.loadings, found.explained)


def turned(found: Combined, guide: np.ndarray | None) -> Combined:
    """Return a principal component that rises with the guide (n,), and anything else as it is."""
    if found.loadings is None or guide is None:
        return found
    known = ~np.isnan(guide) & ~np.isnan(found.index)
    rises = float(((guide[known] - guide[known].mean()) * (found.index[known] - found.index[known].mean())).sum())
    if rises >= 0:
        return found
    return Combined(-found.index, -found.contributions, -found.loadings, found.explained)


def _direction_warnings(group: str, loadings: dict[str, float]) -> list[str]:
    """Name the indicators that a component turns round: what should be a burden relieves."""
    wrong = [field for field, loading in loadings.items() if loading < 0]
    if not wrong:
        return []
    text = tr(
        "Dimension “{group}”: in its principal component {fields} count against their polarity: what should be a "
        "burden lowers the index. Look at the loadings before you use this dimension."
    )
    return [text.format(group=group, fields=", ".join(f"“{field}”" for field in wrong))]


def _rescaled(found: Combined, recipe: CompositeRecipe, parts: Sequence[Part]) -> tuple[np.ndarray, np.ndarray]:
    """Return the dimension (n,) as it enters the index, and the parts (n, k) of its indicators, which add up to it."""
    kind = recipe.group_restandardise
    value = np.full(len(found.index), np.nan)
    shares = np.where(np.isnan(found.contributions), 0.0, found.contributions)
    for _, rows, reference in parts:
        scale = Scale(kind, recipe.ddof)
        done = transform(found.index[rows], scale, reference)
        value[rows] = done.values
        if kind in (MINMAX, ZSCORE) and done.moments is not None:
            shares[rows] = _linear_shares(shares[rows], found.index[rows], reference, kind, done.moments, done.constant)
    if kind in (NONE, MINMAX, ZSCORE):
        return value, shares
    return value, _in_proportion(shares, value)


def _linear_shares(
    shares: np.ndarray,
    index: np.ndarray,
    reference: np.ndarray,
    kind: str,
    moments: tuple[float, float],
    constant: bool,
) -> np.ndarray:
    """Return parts measured from the least burdened area (min-max) or from the mean (z value), in the new unit."""
    if constant:
        return np.zeros_like(shares)
    chosen = np.flatnonzero(reference & ~np.isnan(index))
    if kind == MINMAX:
        return (shares - shares[chosen[index[chosen].argmin()]]) / (moments[1] - moments[0])
    return (shares - shares[chosen].mean(axis=0)) / moments[1]


def _in_proportion(shares: np.ndarray, total: np.ndarray) -> np.ndarray:
    """Return parts (n, k) of `total` (n,) in the proportion of `shares`; equal ones where these cancel out."""
    sums = shares.sum(axis=1)
    small = np.abs(sums) <= 1e-12 * np.maximum(1.0, np.abs(shares).sum(axis=1))
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = shares / sums[:, None] * total[:, None]
    return np.where(small[:, None], total[:, None] / shares.shape[1], parts)


def _spread(
    shares: np.ndarray, values: np.ndarray, above: Combined, recipe: CompositeRecipe, group_weights: np.ndarray
) -> np.ndarray:
    """Return contributions (n, m) of the indicators from those of the dimensions they belong to."""
    result = np.full_like(shares, np.nan)
    present = np.where(np.isnan(values), 0.0, group_weights)
    whole = group_weights.sum() if recipe.aggregation == SUM else 1.0
    for number, group in enumerate(recipe.groups):
        places = [place for place, ingredient in enumerate(recipe.ingredients) if ingredient.group == group]
        if recipe.aggregation in (SUM, MEAN):
            factor = present[:, number] * whole / present.sum(axis=1)
            result[:, places] = shares[:, places] * factor[:, None]
        else:
            result[:, places] = _in_proportion(shares[:, places], above.contributions[:, number])
    return result
