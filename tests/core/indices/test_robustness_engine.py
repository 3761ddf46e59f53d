"""Many variants at once give what the index gives one by one."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.indices.composite.classification import CLASSIFICATIONS, Rule
from sozialraum_plugin.core.indices.composite.composite import composite_index
from sozialraum_plugin.core.indices.composite.composite_recipe import CompositeRecipe, Ingredient
from sozialraum_plugin.core.indices.composite.robustness_engine import Areas, compared, together
from sozialraum_plugin.core.indices.composite.transforms import TRANSFORMS

AREAS = 37
BASE = CompositeRecipe((Ingredient("a"), Ingredient("b", "-", 2.5), Ingredient("c", weight=0.5)))


def table(seed: int, gaps: bool = False, ties: bool = False) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    values = random.gamma(3.0, 4.0, (AREAS, 3)) + 0.1
    if ties:
        values = values.round(-1) + 1
    if gaps:
        values[random.integers(0, AREAS, 6), random.integers(0, 3, 6)] = np.nan
    return pd.DataFrame(values, columns=["a", "b", "c"])


def assert_like_the_index(values, recipe, population=None, periods=None):
    periods = np.full(len(values), "", dtype=object) if periods is None else periods
    plain = recipe.normalise_weights
    weights = np.array([[ingredient.weight for ingredient in recipe.ingredients]])
    expected = composite_index(values, recipe, population, None if periods[0] == "" else periods.tolist())
    everything = Areas(values, population, periods)
    for rows in together(periods, recipe):
        areas = everything.chosen(rows)
        # twice the same variant, so that the first axis is there
        columns = [np.tile(areas.values[name].to_numpy(), (2, 1)) for name in recipe.fields]
        found = compared(areas, recipe, columns, weights)
        assert found.index.shape == (2, len(rows)), plain
        for number in range(2):
            assert np.allclose(found.index[number], expected.index[rows], rtol=1e-12, atol=1e-12)
            assert found.rank[number].tolist() == expected.rank[rows].tolist()
            assert found.class_[number].tolist() == expected.class_[rows].tolist()


@pytest.mark.parametrize("transform", TRANSFORMS)
@pytest.mark.parametrize("aggregation", ["sum", "mean", "geometric", "pca"])
def test_every_transform_and_aggregation(transform, aggregation):
    if aggregation == "geometric" and transform in ("zscore", "log", "none"):
        pytest.skip("no geometric mean of values below 0")
    recipe = replace(BASE, transform=transform, aggregation=aggregation)
    if aggregation == "pca":
        recipe = recipe.with_weights([1.0])
    for seed in range(3):
        for gaps in (False, True) if aggregation != "pca" else (False,):
            assert_like_the_index(table(seed, gaps, ties=seed == 2), recipe)


@pytest.mark.parametrize("kind", CLASSIFICATIONS)
@pytest.mark.parametrize("on_limit", ["less", "more"])
def test_every_classification(kind, on_limit):
    rule = Rule(kind, 4, (-1.0, 0.0, 1.5) if kind == "fixed" else (), 7, on_limit)
    for seed in range(4):
        assert_like_the_index(table(seed, ties=seed > 1), replace(BASE, rule=rule, restandardise="zscore"))


@pytest.mark.parametrize("kind", range(1, 10))
def test_every_type_of_quantile(kind):
    for classes in (2, 5, 7):
        assert_like_the_index(table(kind), replace(BASE, rule=Rule("quantile", classes, (), kind)))


@pytest.mark.parametrize(
    "changes",
    [
        {"ddof": 1, "restandardise": "zscore", "rule": Rule("sd", 4, (-1.0, 1.0, 1.5))},
        {"normalise_weights": True, "restandardise": "minmax", "level_restandardise": "percentile"},
        {"decimals": 2, "index_decimals": 1, "level_decimals": 0, "transform": "minmax"},
        {"transform": "percentile", "decimals": 4, "restandardise": "percentile", "index_decimals": 4},
        {"weighted": True, "ddof": 1},
    ],
)
def test_the_other_steps(changes):
    people = np.random.default_rng(3).integers(100, 5000, AREAS).astype(float)
    assert_like_the_index(table(5), replace(BASE, **changes), people)
    assert_like_the_index(table(5, gaps=True), replace(BASE, **changes), people)


@pytest.mark.parametrize("years", ["per_year", "pooled", "2019"])
def test_years(years):
    values = pd.concat([table(seed) for seed in range(3)], ignore_index=True)
    periods = np.repeat(np.array(["2018", "2019", "2020"], dtype=object), AREAS)
    assert_like_the_index(values, replace(BASE, years=years, restandardise="zscore"), None, periods)


def test_frozen_moments_own_transforms_and_a_constant_indicator():
    ingredients = (
        Ingredient("a", frozen=(10.0, 4.0)),
        Ingredient("b", "-", transform="percentile"),
        Ingredient("c", transform="log"),
    )
    assert_like_the_index(table(1), CompositeRecipe(ingredients))
    assert_like_the_index(table(1).assign(a=3.3), BASE)
    assert_like_the_index(table(1).iloc[:1], BASE)


def test_dimensions_one_by_one():
    ingredients = tuple(Ingredient(name, group="x" if name == "a" else "y") for name in "abc")
    recipe = CompositeRecipe(ingredients, group_aggregation="mean", group_restandardise="minmax")
    assert_like_the_index(table(2), recipe)


def test_a_weight_of_zero_is_an_indicator_left_out():
    values = table(4)
    columns = [values[name].to_numpy()[None] for name in BASE.fields]
    areas = Areas(values, None, np.full(AREAS, "", dtype=object))
    for recipe in (BASE, replace(BASE, aggregation="pca").with_weights([1.0])):
        found = compared(areas, recipe, columns, np.array([[1.0, 0.0, 2.0]]))
        kept = replace(recipe, ingredients=(Ingredient("a"), Ingredient("c", weight=2.0)))
        kept = kept.with_weights([1.0]) if recipe.aggregation == "pca" else kept
        assert np.allclose(found.index[0], composite_index(values, kept).index)
