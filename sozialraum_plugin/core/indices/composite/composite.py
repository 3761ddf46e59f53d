"""Composite indices: exclude, orient, transform, weight, combine, standardise again, classify.

Every step is a named choice of the recipe and leaves its numbers behind, so that anyone can compute the index anew.
Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...errors import InputError
from ...messages import tr
from .classification import burden_ranks, classify
from .combine import PCA, Combined, combine
from .composite_recipe import PER_YEAR, POOLED, CompositeRecipe, Ingredient
from .dimensions import Dimensions, combine_dimensions, turned
from .transforms import BY_PLACE, LOG, PERCENTILE, Scale, Transformed, transform


@dataclass(frozen=True)
class Composite:
    """The index of n areas that take part.

    `index` (n,), more is more burden; `rank` and `class_` (n,), 1 is the most burdened; `contributions` (n rows, one
    column a field) add up to `raw` (n,), the index before it was standardised again; `transformed` the same with the
    comparable values; `groups` the sum of each theme and its percentile rank; `moments` per field and year; `limits`
    of the classes per year; `constant` fields that do not vary; `before_level` (n,) the index before the last step
    within each year, from which larger areas are made; `dimensions` if the indicators were combined by group first.
    """

    index: np.ndarray
    rank: np.ndarray
    class_: np.ndarray
    raw: np.ndarray
    contributions: pd.DataFrame
    transformed: pd.DataFrame
    groups: pd.DataFrame
    moments: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict)
    limits: dict[str, tuple[float, ...]] = field(default_factory=dict)
    constant: tuple[str, ...] = ()
    loadings: dict[str, float] = field(default_factory=dict)
    explained: float | None = None
    before_level: np.ndarray | None = None
    dimensions: Dimensions | None = None


def composite_index(
    values: pd.DataFrame,
    recipe: CompositeRecipe,
    population: np.ndarray | None = None,
    years: Sequence[str] | None = None,
) -> Composite:
    """Compute the index of n areas from `values` (n rows, the recipe's fields), with inhabitants (n,) and years (n,).

    Of the recipe's `helpers` only `orient_by` is used here. Areas with a missing value take part with those they have,
    so leave out before who shall not. Raises InputError where a step has no meaning, such as a logarithm of 0.
    """
    periods = _periods(years, len(values))
    comparable, moments, constant = _transformed(values, recipe, population, periods)
    weights = np.array([ingredient.weight for ingredient in recipe.ingredients])
    if recipe.normalise_weights:
        weights = weights / weights.sum()
    dimensions = None
    if recipe.group_aggregation:
        parts = list(_parts(periods, recipe.years, recipe.group_restandardise))
        dimensions = combine_dimensions(comparable, weights, recipe, parts, _guide(values, comparable, recipe))
        combined = dimensions.combined
    else:
        combined = combine(comparable, weights, recipe.aggregation, recipe.ddof)
        combined = turned(combined, _guide(values, comparable, recipe))
    before = _restandardised(combined.index, recipe, periods)
    index, rank, class_, limits = ranked(before, recipe, periods)
    return Composite(
        index,
        rank,
        class_,
        combined.index,
        pd.DataFrame(combined.contributions, values.index, recipe.fields),
        pd.DataFrame(comparable, values.index, recipe.fields),
        _groups(comparable, weights, recipe, values.index, dimensions),
        moments,
        limits,
        constant,
        _loadings(combined, recipe, dimensions),
        combined.explained,
        before,
        dimensions,
    )


def _guide(values: pd.DataFrame, comparable: np.ndarray, recipe: CompositeRecipe) -> np.ndarray | None:
    """Return what a principal component must rise with, more is more burden: an indicator, or a column beside them."""
    if not recipe.orient_by:
        return None
    if recipe.orient_by in recipe.fields:
        return comparable[:, recipe.fields.index(recipe.orient_by)]
    return values[recipe.orient_by].to_numpy(dtype=float)


def _periods(years: Sequence[str] | None, count: int) -> np.ndarray:
    return np.array(
        ["" if year is None else str(year) for year in years] if years is not None else [""] * count, object
    )


def _transformed(
    values: pd.DataFrame, recipe: CompositeRecipe, population: np.ndarray | None, periods: np.ndarray
) -> tuple[np.ndarray, dict[tuple[str, str], tuple[float, float]], tuple[str, ...]]:
    """Return comparable values (n, m), the moments by field and period, and the fields that vary nowhere."""
    if recipe.weighted and population is None:
        raise InputError(tr("Mean and sd by inhabitants need the field of inhabitants (POPULATION_FIELD)."))
    columns, moments, constant = [], {}, []
    for ingredient in recipe.ingredients:
        kind = ingredient.transform or recipe.transform
        scale = Scale(kind, recipe.ddof, population if recipe.weighted else None, recipe.decimals, ingredient.frozen)
        column = values[ingredient.field].to_numpy(dtype=float)
        parts = list(_parts(periods, recipe.years, kind))
        result = np.full(len(column), np.nan)
        for label, rows, reference in parts:
            done = _oriented(column[rows], scale_of(scale, rows), ingredient, reference)
            result[rows] = done.values
            if done.moments is not None:
                moments[ingredient.field, label] = done.moments
        if np.ptp(result[~np.isnan(result)]) == 0 and len(result) > 1:
            constant.append(ingredient.field)
        columns.append(result)
    return np.column_stack(columns), moments, tuple(constant)


def scale_of(scale: Scale, rows: np.ndarray) -> Scale:
    """Return the scale with the weights of some rows only."""
    if scale.weights is None:
        return scale
    return Scale(scale.transform, scale.ddof, scale.weights[rows], scale.decimals, scale.frozen)


def _oriented(column: np.ndarray, scale: Scale, ingredient: Ingredient, reference: np.ndarray) -> Transformed:
    """Return the column transformed so that more means more burden.

    Logarithms and percentile ranks are taken first and turned then; that is how the CDC ranks the income, and it
    matters where values are equal.
    """
    if ingredient.sign > 0 or scale.transform not in (LOG, PERCENTILE):
        return transform(column * ingredient.sign, scale, reference)
    done = transform(column, scale, reference)
    turned = -done.values if scale.transform == LOG else 1 - done.values
    return Transformed(turned, done.moments, done.constant)


def _parts(periods: np.ndarray, years: str, kind: str) -> list[tuple[str, np.ndarray, np.ndarray]]:
    """Return what is standardised together: a label, the rows (k,), and which of them (k,) make the moments."""
    everywhere = np.arange(len(periods))
    if years == POOLED:
        return [("", everywhere, np.ones(len(periods), dtype=bool))]
    if years == PER_YEAR:
        labels = sorted(set(periods.tolist()))
        return [
            (label, rows, np.ones(len(rows), dtype=bool))
            for label in labels
            for rows in [np.flatnonzero(periods == label)]
        ]
    if kind in BY_PLACE:
        raise InputError(tr("A base year goes with the transforms zscore and minmax only, not with ranks."))
    base = periods == years
    if not base.any():
        raise InputError(
            tr("No area has the base year “{year}”. There is: {years}.").format(
                year=years, years=", ".join(sorted(set(periods.tolist()))) or "–"
            )
        )
    return [(years, everywhere, base)]


def _restandardised(raw: np.ndarray, recipe: CompositeRecipe, periods: np.ndarray) -> np.ndarray:
    index = np.full(len(raw), np.nan)
    for _, rows, reference in _parts(periods, recipe.years, recipe.restandardise):
        scale = Scale(recipe.restandardise, recipe.ddof, None, recipe.index_decimals)
        index[rows] = transform(raw[rows], scale, reference).values
    return index


def ranked(
    before: np.ndarray, recipe: CompositeRecipe, periods: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, dict[str, tuple[float, ...]]]:
    """Return the index of areas of one level after the last step, ranks, classes and their limits, all within years.

    `before` (n,) may be that of small areas or of larger ones, `periods` (n,) are their years.
    """
    index = np.full(len(before), np.nan)
    rank, class_ = np.zeros(len(before), dtype=int), np.zeros(len(before), dtype=int)
    limits = {}
    scale = Scale(recipe.level_restandardise, recipe.ddof, None, recipe.level_decimals)
    for label in sorted(set(periods.tolist())):
        rows = np.flatnonzero(periods == label)
        index[rows] = transform(before[rows], scale).values
        rank[rows] = burden_ranks(index[rows])
        found = classify(index[rows], recipe.rule)
        class_[rows], limits[label] = found.classes, found.limits
    return index, rank, class_, limits


def _groups(
    comparable: np.ndarray,
    weights: np.ndarray,
    recipe: CompositeRecipe,
    rows: pd.Index,
    dimensions: Dimensions | None = None,
) -> pd.DataFrame:
    """Return for each theme the combination of its indicators and its percentile rank among the areas."""
    result = pd.DataFrame(index=rows)
    kind = "sum" if recipe.aggregation == PCA else recipe.aggregation
    for number, group in enumerate(recipe.groups):
        places = [place for place, ingredient in enumerate(recipe.ingredients) if ingredient.group == group]
        if dimensions is None:
            theme = combine(comparable[:, places], weights[places], kind).index
        else:
            theme = dimensions.values[:, number]
        result[group] = theme if recipe.index_decimals is None else np.round(theme, recipe.index_decimals)
        scale = Scale(PERCENTILE, decimals=recipe.decimals)
        result[f"{group}_rang"] = transform(result[group].to_numpy(), scale).values
    return result


def _loadings(combined: Combined, recipe: CompositeRecipe, dimensions: Dimensions | None = None) -> dict[str, float]:
    if dimensions is not None:
        return {name: loading for group in dimensions.loadings.values() for name, loading in group.items()}
    if combined.loadings is None:
        return {}
    return dict(zip(recipe.fields, combined.loadings.tolist()))
