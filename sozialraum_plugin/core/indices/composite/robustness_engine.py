"""An index computed many times at once: the steps of composite.py over arrays (variants, areas).

What cannot be stacked (principal components, dimensions) is computed one by one with `composite_index` itself. Both
ways give what `composite_index` gives; a test compares them for all steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ...errors import InputError
from .classification import NATURAL, NONE, RANK, TIE
from .combine import GEOMETRIC, MEAN, PCA
from .composite import composite_index
from .composite_recipe import PER_YEAR, POOLED, CompositeRecipe, Ingredient
from .robustness_classes import between, limits_of, ordered_at_limits, places_of, stacked_classes
from .transforms import (
    BY_PLACE,
    EXPONENT,
    LOG,
    PERCENTILE,
    RELATIVE_NOISE,
    ZSCORE,
)
from .transforms import NONE as UNCHANGED
from .transforms import RANK as BY_RANK


@dataclass(frozen=True)
class Outcome:
    """Index, rank and class of n areas in b variants, each (b, n); NaN and 0 where an area takes no part."""

    index: np.ndarray
    rank: np.ndarray
    class_: np.ndarray


@dataclass(frozen=True)
class Areas:
    """n areas that are standardised together: `values` (n rows), inhabitants (n,) if known, `periods` (n,)."""

    values: pd.DataFrame
    population: np.ndarray | None
    periods: np.ndarray

    def chosen(self, rows: np.ndarray) -> Areas:
        """Return some of the areas."""
        people = None if self.population is None else self.population[rows]
        return Areas(self.values.iloc[rows].reset_index(drop=True), people, self.periods[rows])


def together(periods: np.ndarray, recipe: CompositeRecipe) -> list[np.ndarray]:
    """Return the rows that are computed together: those of each year, or all."""
    if recipe.years != PER_YEAR:
        return [np.arange(len(periods))]
    return [np.flatnonzero(periods == label) for label in sorted(set(periods.tolist()))]


def is_stackable(recipe: CompositeRecipe) -> bool:
    """Tell whether all steps can be taken for many variants at once."""
    return not recipe.group_aggregation and recipe.aggregation != PCA


def compared(
    areas: Areas,
    recipe: CompositeRecipe,
    columns: Sequence[np.ndarray],
    weights: np.ndarray,
    which: np.ndarray | None = None,
) -> Outcome:
    """Return the index from the values `columns`, for each indicator (b, n) or (1, n), and `weights` (b, m) or (1, m).

    The weights are used in place of the recipe's. With `which` (b,), variant i has the values in row `which[i]`.
    """
    if not is_stackable(recipe):
        return _one_by_one(areas, recipe, [_picked(column, which) for column in columns], weights)
    done = [_picked(oriented(areas, recipe, place, column), which) for place, column in enumerate(columns)]
    return finished(areas, recipe, combined(done, weights, recipe.aggregation, recipe.normalise_weights))


def _picked(column: np.ndarray, which: np.ndarray | None) -> np.ndarray:
    return column if which is None or len(column) == 1 else column[which]


def oriented(areas: Areas, recipe: CompositeRecipe, place: int, column: np.ndarray) -> np.ndarray:
    """Return an indicator's comparable values (b, n), more is more burden, from its values (b, n)."""
    ingredient = recipe.ingredients[place]
    kind = ingredient.transform or recipe.transform
    if ingredient.sign > 0 or kind not in (LOG, PERCENTILE):
        return _rounded(_transformed(column * ingredient.sign, kind, areas, recipe, ingredient), recipe.decimals)
    done = _rounded(_transformed(column, kind, areas, recipe, ingredient), recipe.decimals)
    return -done if kind == LOG else 1 - done


def _transformed(
    column: np.ndarray, kind: str, areas: Areas, recipe: CompositeRecipe, ingredient: Ingredient
) -> np.ndarray:
    weights = areas.population if recipe.weighted else None
    reference = None if recipe.years in (PER_YEAR, POOLED) else areas.periods == recipe.years
    return stacked_transform(column, kind, recipe.ddof, weights, reference, ingredient.frozen)


def stacked_transform(
    values: np.ndarray,
    kind: str,
    ddof: int = 0,
    weights: np.ndarray | None = None,
    reference: np.ndarray | None = None,
    frozen: tuple[float, float] | None = None,
) -> np.ndarray:
    """Return `transforms.transform` of every row of (b, n); a logarithm of what is not above 0 is NaN."""
    if kind == UNCHANGED:
        return values
    if kind == LOG:
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(values > 0, np.log(values), np.nan)
    if kind in BY_PLACE:
        return _by_place(values, kind)
    if frozen is not None:
        first, spread = frozen[0], frozen[1] if kind == ZSCORE else frozen[1] - frozen[0]
        return (values - first) / spread if spread > 0 else np.where(np.isnan(values), np.nan, 0.0)
    chosen = values if reference is None else values[:, reference]
    if kind == ZSCORE:
        first, spread = _mean_and_sd(chosen, ddof, None if weights is None else _part(weights, reference))
    else:
        first, spread = _least_and_range(chosen)
    with np.errstate(divide="ignore", invalid="ignore"):
        result = (values - first) / spread
    return np.where(spread > 0, result, np.where(np.isnan(values), np.nan, 0.0)) if (spread <= 0).any() else result


def _part(values: np.ndarray, rows: np.ndarray | None) -> np.ndarray:
    return values if rows is None else values[rows]


def _mean_and_sd(values: np.ndarray, ddof: int, weights: np.ndarray | None) -> tuple[np.ndarray, np.ndarray]:
    """Return mean and standard deviation of each row, (b, 1) each; noise of rounding has sd 0."""
    known = ~np.isnan(values)
    whole = known.all()
    filled = values if whole else np.where(known, values, 0.0)
    count = np.full((len(values), 1), values.shape[1]) if whole else known.sum(axis=1, keepdims=True)
    size = known * 1.0 if weights is None else known * weights
    total = size.sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = (filled * size).sum(axis=1, keepdims=True) / total
        off = filled - mean
        divisor = total - ddof if weights is None else total * (count - ddof) / count
        sd = np.sqrt((off * off * size).sum(axis=1, keepdims=True) / divisor)
    low, spread = _least_and_range(values)
    noise = spread <= RELATIVE_NOISE * np.maximum(np.abs(low), np.abs(low + spread))
    return mean, np.where(noise | (count <= ddof), 0.0, sd)


def _least_and_range(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    gaps = np.isnan(values).any()
    low = (np.nanmin if gaps else np.min)(values, axis=1, keepdims=True)
    high = (np.nanmax if gaps else np.max)(values, axis=1, keepdims=True)
    noise = high - low <= RELATIVE_NOISE * np.maximum(np.abs(low), np.abs(high))
    return low, np.where(noise, 0.0, high - low)


def _by_place(values: np.ndarray, kind: str) -> np.ndarray:
    found = places_of(values)
    missing = np.isnan(values)
    count = (~missing).sum(axis=1, keepdims=True)
    if kind == BY_RANK:
        result = found.below + (found.equal + 1) / 2
    elif kind == PERCENTILE:
        result = found.below / np.maximum(count - 1, 1)
    else:
        share = (found.below + found.equal) / np.maximum(count, 1)
        share = np.minimum(share, 1.0)  # of missing values, which are no part of the result
        result = -EXPONENT * np.log(1 - share * (1 - np.exp(-100 / EXPONENT)))
    return np.where(missing, np.nan, result)


def combined(columns: Sequence[np.ndarray], weights: np.ndarray, aggregation: str, normalise: bool) -> np.ndarray:
    """Return the index (b, n) of comparable values, for each indicator (b, n) or (1, n), by `weights` (b, m).

    NaN where an area has no value that weighs anything, or where a geometric mean has no meaning.
    """
    weights = weights / weights.sum(axis=1, keepdims=True) if normalise else weights
    gaps = [np.isnan(column) if np.isnan(column).any() else None for column in columns]
    if aggregation not in (MEAN, GEOMETRIC) and all(gap is None for gap in gaps):
        return sum(column * weights[:, place : place + 1] for place, column in enumerate(columns))
    total = sum(
        weights[:, place : place + 1] if gap is None else np.where(gap, 0.0, weights[:, place : place + 1])
        for place, gap in enumerate(gaps)
    )
    total = np.where(total > 0, total, np.nan)
    scale = 1.0 if aggregation in (MEAN, GEOMETRIC) else weights.sum(axis=1, keepdims=True)
    result = 0.0
    for place, (column, gap) in enumerate(zip(columns, gaps)):
        weight = weights[:, place : place + 1]
        none = weight == 0 if gap is None else gap | (weight == 0)
        with np.errstate(divide="ignore", invalid="ignore"):
            part = np.log(column) * (weight / total) if aggregation == GEOMETRIC else column * weight / total * scale
        result = result + np.where(none, 0.0, part)
    return np.exp(np.where(np.isnan(total), np.nan, result)) if aggregation == GEOMETRIC else result + 0 * total


def finished(areas: Areas, recipe: CompositeRecipe, raw: np.ndarray) -> Outcome:
    """Return the outcome of a combined index (b, n): standardised again, ranked and classified within years."""
    reference = None if recipe.years in (PER_YEAR, POOLED) else areas.periods == recipe.years
    before = _rounded(stacked_transform(raw, recipe.restandardise, recipe.ddof, None, reference), recipe.index_decimals)
    labels = sorted(set(areas.periods.tolist()))
    if len(labels) == 1:
        return _of_one_year(before, recipe)
    index = np.full(before.shape, np.nan)
    rank, class_ = np.zeros(before.shape, dtype=np.int32), np.zeros(before.shape, dtype=np.int16)
    for label in labels:
        rows = np.flatnonzero(areas.periods == label)
        year = _of_one_year(before[:, rows], recipe)
        index[:, rows], rank[:, rows], class_[:, rows] = year.index, year.rank, year.class_
    return Outcome(index, rank, class_)


def _of_one_year(before: np.ndarray, recipe: CompositeRecipe) -> Outcome:
    index = _rounded(stacked_transform(before, recipe.level_restandardise, recipe.ddof), recipe.level_decimals)
    found = places_of(index, TIE)
    missing = np.isnan(index)
    count = (~missing).sum(axis=1, keepdims=True)
    rank = np.where(missing, 0, count - found.below - found.equal + 1).astype(np.int32)
    return Outcome(index, rank, stacked_classes(index, recipe.rule, rank, found.ordered))


def class_of_one(areas: Areas, recipe: CompositeRecipe, raw: np.ndarray, own: np.ndarray) -> np.ndarray:
    """Return the class (b,) of one area in each of b variants of the combined index (b, n): area `own` (b,)."""
    rule, variants = recipe.rule, np.arange(len(raw))
    if rule.kind in (NONE, NATURAL) or np.isnan(raw).any() or len(set(areas.periods.tolist())) > 1:
        return finished(areas, recipe, raw).class_[variants, own]
    reference = None if recipe.years in (PER_YEAR, POOLED) else areas.periods == recipe.years
    index = _rounded(stacked_transform(raw, recipe.restandardise, recipe.ddof, None, reference), recipe.index_decimals)
    index = _rounded(stacked_transform(index, recipe.level_restandardise, recipe.ddof), recipe.level_decimals)
    mine = index[variants, own][:, None]
    if rule.kind == RANK:
        return np.ceil(
            rule.classes * ((index > mine + TIE * np.maximum(1.0, np.abs(mine))).sum(axis=1) + 1) / index.shape[1]
        ).astype(np.int16)
    return between(mine, limits_of(index, rule, ordered_at_limits(index, rule)), rule)[:, 0]


def _rounded(values: np.ndarray, decimals: int | None) -> np.ndarray:
    return values if decimals is None else np.round(values, decimals)


def _one_by_one(areas: Areas, recipe: CompositeRecipe, columns: Sequence[np.ndarray], weights: np.ndarray) -> Outcome:
    """Return the outcome of each variant by `composite_index`; one that has no meaning is NaN."""
    count = max(max(len(column) for column in columns), len(weights))
    shape = (count, len(areas.values))
    outcome = Outcome(np.full(shape, np.nan), np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=np.int16))
    years = None if set(areas.periods.tolist()) == {""} else areas.periods.tolist()
    for number in range(count):
        cells = {name: column[number if len(column) > 1 else 0] for name, column in zip(recipe.fields, columns)}
        row = weights[number if len(weights) > 1 else 0]
        try:
            found = _single(areas, recipe, cells, row, years)
        except InputError:
            continue
        outcome.index[number], outcome.rank[number], outcome.class_[number] = found.index, found.rank, found.class_
    return outcome


def _single(
    areas: Areas, recipe: CompositeRecipe, cells: dict[str, np.ndarray], weights: np.ndarray, years: list[str] | None
) -> Outcome:
    """Return the index without the indicators that weigh nothing; a principal component weighs for itself."""
    kept = tuple(
        replace(ingredient, weight=float(weight))
        for ingredient, weight in zip(recipe.ingredients, weights)
        if weight > 0
    )
    groups = {ingredient.group for ingredient in kept}
    weights_of_groups = {name: weight for name, weight in recipe.group_weights.items() if name in groups}
    if PCA in (recipe.group_aggregation or recipe.aggregation,):
        kept = tuple(replace(ingredient, weight=1.0) for ingredient in kept)
    recipe = replace(recipe, ingredients=kept, group_weights=weights_of_groups)
    found = composite_index(areas.values.assign(**cells), recipe, areas.population, years)
    return Outcome(found.index, found.rank, found.class_)
