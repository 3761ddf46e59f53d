"""Indicators by dimension, dimensions to an index, small areas to larger ones: by hand and by what must hold."""

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indices.composite.classification import Rule, classify
from sozialraum_plugin.core.indices.composite.composite import composite_index
from sozialraum_plugin.core.indices.composite.composite_recipe import (
    CompositeRecipe,
    Ingredient,
    read_recipe,
    recipe_of,
)
from sozialraum_plugin.core.indices.composite.composite_table import Columns, composite_table
from sozialraum_plugin.core.indices.composite.recipe_file import recipe_content

FOUR = (
    Ingredient("a", group="work"), Ingredient("b", group="work"),
    Ingredient("c", "-", group="money"), Ingredient("d", group="money"),
)  # fmt: skip
NESTED = CompositeRecipe(
    FOUR, ddof=1, group_aggregation="pca", group_restandardise="minmax", orient_by="a", restandardise="minmax"
)
LEVELS = CompositeRecipe((Ingredient("a"),), "none", level_restandardise="minmax", level_decimals=2)
SMALL = pd.DataFrame(
    {
        "gebiet": ["s1", "s2", "s3", "s4"] * 2,
        "kreis": ["K1", "K1", "K2", "K3"] * 2,
        "jahr": ["2019"] * 4 + ["2020"] * 4,
        "a": [10.0, 40.0, 0.0, 20.0, 50.0, 20.0, 90.0, 0.0],
        "ew": [1, 2, 5, 7] * 2,
    }
)
TABLE = Columns("gebiet", population="ew", year="jahr", larger="kreis")


def values(count: int = 60) -> pd.DataFrame:
    random = np.random.default_rng(11)
    common = random.normal(size=count)
    return pd.DataFrame(
        {name: 3 + slope * common + random.normal(size=count) for name, slope in zip("abcd", (1, 1, -2, 1))}
    )


def min_max(column):
    return (column - column.min()) / (column.max() - column.min())


def test_two_indicators_of_a_dimension_weigh_the_same():
    # the first component of two standardised columns is their sum
    table = values()
    z = (table - table.mean()) / table.std(ddof=1)
    expected = min_max(min_max(z["a"] + z["b"]) + min_max(z["d"] - z["c"]))
    found = composite_index(table, NESTED)
    assert np.allclose(found.index, expected)
    assert np.allclose(found.groups["work"], min_max(z["a"] + z["b"]))
    assert found.loadings == pytest.approx(dict.fromkeys("abcd", 0.5**0.5))


@pytest.mark.parametrize("again", ["none", "zscore", "minmax", "percentile"])
@pytest.mark.parametrize("inner", ["sum", "mean", "pca"])
@pytest.mark.parametrize("outer", ["sum", "mean", "pca"])
def test_contributions_add_up_to_the_index(outer, inner, again):
    recipe = CompositeRecipe(
        FOUR, ddof=1, group_aggregation=inner, group_restandardise=again, aggregation=outer, group_weights={"work": 3.0}
    )
    found = composite_index(values(), recipe)
    assert np.allclose(found.contributions.sum(axis=1), found.raw)
    assert np.isfinite(found.contributions.to_numpy()).all()


def test_weights_of_groups_and_the_geometric_mean_of_dimensions():
    table = pd.DataFrame({"a": [1.0, 4.0], "b": [3.0, 4.0], "c": [-8.0, -2.0], "d": [8.0, 2.0]})
    plain = {"transform": "none", "group_aggregation": "mean"}
    weighted = composite_index(table, CompositeRecipe(FOUR, group_weights={"money": 2.0}, **plain))
    assert weighted.raw.tolist() == [2 + 2 * 8, 4 + 2 * 2]
    assert composite_index(table, CompositeRecipe(FOUR, aggregation="geometric", **plain)).raw == pytest.approx(
        [4, 8**0.5]
    )


def test_each_year_by_itself_or_all_together():
    table = values()
    years = ["1"] * 30 + ["2"] * 30
    each = composite_index(
        table, CompositeRecipe(FOUR, group_aggregation="sum", group_restandardise="minmax"), years=years
    )
    for start in (0, 30):
        part = each.groups["work"].to_numpy()[start : start + 30]
        assert (part.min(), part.max()) == pytest.approx((0, 1))
    assert np.allclose(each.contributions.sum(axis=1), each.raw)
    pooled = composite_index(table, replace(NESTED, years="pooled"), years=years)
    assert (pooled.index.min(), pooled.index.max()) == pytest.approx((0, 1))


def test_missing_values_are_not_filled_by_a_dimension():
    table = values()
    table.loc[0, ["a", "b"]] = np.nan
    table.loc[1, "c"] = np.nan
    recipe = CompositeRecipe(FOUR, group_aggregation="mean", group_restandardise="zscore", aggregation="mean")
    found = composite_index(table, recipe)
    assert found.index[0] == pytest.approx(found.groups.loc[0, "money"])
    assert np.isnan(found.contributions.loc[1, "c"])
    assert np.allclose(found.contributions.sum(axis=1), found.raw)


def test_a_component_rises_with_the_guide_and_says_what_it_turned():
    table = values()
    table["guide"] = -table["a"]
    recipe = CompositeRecipe(FOUR, ddof=1, group_aggregation="pca", orient_by="guide")
    found = composite_index(table, recipe)
    for group in ("work", "money"):
        assert np.corrcoef(found.groups[group], table["guide"])[0, 1] > 0
    assert found.loadings["a"] < 0
    text = " ".join(composite_table(table.assign(gebiet=table.index.astype(str)), recipe, Columns("gebiet")).warnings)
    assert "Dimension “work”" in text
    assert "“a”, “b”" in text
    straight = CompositeRecipe(FOUR, ddof=1, group_aggregation="pca", orient_by="a")
    assert composite_index(table, straight).dimensions.warnings == ()


def test_larger_areas_by_hand():
    found = composite_table(SMALL, LEVELS, TABLE)
    larger = found.larger.table.set_index(["jahr", "gebiet"])
    # 2019: (10 + 2 * 40) / 3 = 30, 0, 20; 2020: (50 + 2 * 20) / 3 = 30, 90, 0
    assert larger["index"].to_dict() == {
        ("2019", "K1"): 1.0, ("2019", "K2"): 0.0, ("2019", "K3"): 0.67,
        ("2020", "K1"): 0.33, ("2020", "K2"): 1.0, ("2020", "K3"): 0.0,
    }  # fmt: skip
    assert larger.loc[("2019", "K1"), ["rang", "einwohner", "anzahl_gebiete"]].tolist() == [1, 3, 2]
    # the small areas have the last step among themselves
    assert found.table["index"].tolist() == [0.25, 1.0, 0.0, 0.5, 0.56, 0.22, 1.0, 0.0]


def test_a_larger_area_without_any_index_stays_in_the_table():
    table = SMALL.astype(object)
    table.loc[[2, 6], "a"] = None
    table.loc[0, "a"] = None
    table.loc[3, "kreis"] = None
    found = composite_table(table, LEVELS, TABLE).larger
    rows = found.table.set_index(["jahr", "gebiet"])
    assert rows.loc[("2019", "K2"), "ausgeschlossen"] == "no area in it has an index"
    assert rows.loc[("2019", "K2"), "index"] is None
    assert rows.loc[("2019", "K1"), "anzahl_gebiete"] == 1
    text = " ".join(found.warnings)
    assert "2 larger areas rest on a part" in text
    assert "1 areas have an index but no larger area" in text
    assert found.balance.unaccounted == 0
    assert found.balance.outcomes["without an index"] == 3


def test_areas_without_inhabitants_weigh_nothing_and_worry_nobody():
    table = pd.concat([SMALL, pd.DataFrame([("s5", "K1", "2019", 999.0, 0)], columns=SMALL.columns)], ignore_index=True)
    recipe = CompositeRecipe(LEVELS.ingredients, "none", level_restandardise="minmax", min_population=1)
    with_it, without = (composite_table(rows, recipe, TABLE).larger for rows in (table, SMALL))
    assert with_it.table.equals(without.table)
    assert with_it.warnings == []


def test_larger_areas_need_inhabitants_and_codes():
    with pytest.raises(InputError, match="POPULATION_FIELD"):
        composite_table(SMALL, LEVELS, Columns("gebiet", year="jahr", larger="kreis"))
    with pytest.raises(InputError, match="inhabitants of every area"):
        composite_table(SMALL.astype(object).assign(ew=[None, *SMALL["ew"][1:]]), LEVELS, TABLE)
    with pytest.raises(InputError, match="LARGER_FIELD"):
        composite_table(SMALL.assign(kreis=""), LEVELS, TABLE)


def test_a_value_on_a_limit_as_findinterval_does():
    index = np.random.default_rng(2).integers(0, 12, 401) / 4
    found = classify(index, Rule("quantile", 10, (), 9, "more"))
    expected = np.searchsorted(found.limits, index, side="right") + 1
    assert (11 - found.classes == expected).all()
    middle = np.arange(401.0)  # the median of an odd number of areas is one of them
    assert classify(middle, Rule("quantile", 10, (), 9, "more")).classes[200] == 5
    assert classify(middle, Rule("quantile", 10, (), 9)).classes[200] == 6


# -- recipes --------------------------------------------------------------------------------------------------------
def test_own_names_go_into_the_model_and_the_direction():
    recipe = read_recipe("gisd").with_fields([f"f{n}" for n in range(9)])
    assert recipe.missing_model.predictors == ("f1", "f8")
    assert recipe.orient_by == "f1"
    assert recipe.helpers == []
    assert recipe_of(json.loads(json.dumps(recipe_content(recipe))), "x") == recipe


def test_other_fields_than_the_dimensions_have_end_in_a_sentence():
    with pytest.raises(InputError, match="“x” belongs to none"):
        read_recipe("gisd").with_fields(["x", "y"]).checked()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ({"missing_model": ["p"]}, "predictors"),
        ({"missing_model": {"predictor": ["p"]}}, "predictor"),
        ({"missing_model": {"least": "0"}}, "least"),
        ({"group_aggregation": "geometric"}, "geometric"),
        ({"group_weights": {"x": -1}}, "0 or more"),
        ({"group_weights": [1]}, "each group"),
        ({"on_limit": "above"}, "above"),
        ({"level_decimals": 1.5}, "level_decimals"),
    ],
)
def test_a_faulty_preset_says_where(content, what):
    with pytest.raises(InputError, match=what):
        recipe_of({"fields": ["a"], **content}, "meine.json")


def test_a_weight_for_no_group_is_refused():
    with pytest.raises(InputError, match="“health”"):
        CompositeRecipe(FOUR, group_aggregation="sum", group_weights={"health": 2.0}).checked()
