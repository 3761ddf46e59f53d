"""Gaps estimated by the stated regression: numbers by hand, a second method, and what must stay missing."""

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indices.composite.composite_recipe import CompositeRecipe, Ingredient
from sozialraum_plugin.core.indices.composite.missing_model import MissingModel, fill_gaps, least_squares
from sozialraum_plugin.core.indices.composite.taking_part import Columns, taking_part

NAN = float("nan")
MODEL = MissingModel(("p",), 0.0)


def long_table(areas: int = 6, years: int = 5) -> pd.DataFrame:
    random = np.random.default_rng(3)
    table = pd.DataFrame(
        {
            "area": np.repeat([f"0{n}" for n in range(areas)], years),
            "year": [str(2000 + n) for n in range(years)] * areas,
        }
    )
    return table.assign(p=random.uniform(1, 9, len(table)).round(2))


def fill(table: pd.DataFrame, model: MissingModel = MODEL):
    return fill_gaps(table[["y", "p"]], ["y", "p"], table["area"].tolist(), table["year"].tolist(), model)


def test_what_a_predictor_says_exactly_is_found_again():
    table = long_table().assign(y=lambda t: 5 + 2 * t["p"])
    table.loc[[3, 17], "y"] = NAN
    found = fill(table)
    assert found.values["y"].tolist() == pytest.approx((5 + 2 * table["p"]).tolist())
    assert np.flatnonzero(found.estimated["y"]).tolist() == [3, 17]
    assert (found.fits[0].known, found.fits[0].filled, found.fits[0].raised) == (28, 2, 0)
    assert found.fits[0].explained == pytest.approx(1)


def test_like_the_normal_equations_on_the_written_out_model():
    random = np.random.default_rng(5)
    table = long_table(30, 8)
    table["y"] = random.normal(50, 5, len(table)) + table["p"]
    table.loc[random.choice(len(table), 60, replace=False), "y"] = NAN
    mean = table.groupby("area")["y"].transform("mean")
    full = table["year"].astype(float)
    design = np.column_stack([np.ones(len(table)), full**2 * mean, full * mean, table["p"]]).astype(np.longdouble)
    known = table["y"].notna().to_numpy()
    left = (design[known].T @ design[known]).astype(float)
    right = (design[known].T @ table["y"].to_numpy()[known].astype(np.longdouble)).astype(float)
    scale = np.sqrt(np.diag(left))
    coefficients = np.linalg.solve(left / np.outer(scale, scale), right / scale) / scale
    expected = (design.astype(float) @ coefficients)[~known]
    assert fill(table).values["y"].to_numpy()[~known] == pytest.approx(expected, rel=1e-6)


def test_nothing_below_the_least_value_and_no_known_value_touched():
    table = long_table().assign(y=lambda t: 5 - t["p"])
    table.loc[0, "p"], table.loc[0, "y"] = 50.0, NAN
    found = fill(table)
    assert found.values.loc[0, "y"] == 0
    assert found.fits[0].raised == 1
    assert found.values["y"].drop(0).equals(table["y"].drop(0))
    assert (found.values["y"] < 0).any()  # known ones may be
    assert fill(table, MissingModel(("p",))).values.loc[0, "y"] == pytest.approx(-45)


def test_what_no_model_can_know_stays_missing():
    table = long_table().assign(y=lambda t: 5 + 2 * t["p"])
    table.loc[:4, "y"] = NAN  # an area without any value
    table.loc[7, ["y", "p"]] = NAN
    found = fill(table).values["y"]
    assert np.flatnonzero(found.isna()).tolist() == [0, 1, 2, 3, 4, 7]


def test_too_few_known_values_are_left_alone():
    table = long_table().assign(y=NAN)
    table.loc[:2, "y"] = 1.0
    assert fill(table).values["y"].isna().sum() == 27
    assert fill(table).fits == ()


def test_a_term_that_says_nothing_new_is_left_out_as_in_r():
    # lm(c(1, 3, 5) ~ x + z) with z = 2 x gives x = 2 and leaves z out
    design = np.array([[1.0, 0.0, 0.0], [1.0, 1.0, 2.0], [1.0, 2.0, 4.0]])
    assert least_squares(design, np.array([1.0, 3.0, 5.0])) == pytest.approx([1.0, 2.0, 0.0])


def test_years_must_be_numbers():
    table = long_table().assign(y=lambda t: t["p"])
    table.loc[1, "y"] = NAN
    table.loc[2, "year"] = "2004/05"
    with pytest.raises(InputError, match="2004/05"):
        fill(table)


# -- on the way into an index ---------------------------------------------------------------------------------------
RECIPE = CompositeRecipe((Ingredient("y"), Ingredient("p")), missing_model=MODEL, negative_is_missing=True)
COLUMNS = Columns("area", population="people", year="year")


def test_left_out_rows_do_not_bend_the_model():
    table = long_table().assign(y=lambda t: 5 + 2 * t["p"], people=100)
    table.loc[3, "y"] = None
    strange = table.iloc[[8]].assign(area="99", y=1e6, people=0)
    both = pd.concat([table, strange], ignore_index=True)
    recipe = CompositeRecipe(RECIPE.ingredients, missing_model=MODEL, min_population=1)
    found = taking_part(both, recipe, COLUMNS)
    assert found.filled.values.loc[3, "y"] == pytest.approx(5 + 2 * table.loc[3, "p"])
    assert found.reasons == [None] * 30 + ["fewer than 1 inhabitants"]


def test_negative_values_are_missing_and_counted():
    table = long_table().assign(y=lambda t: 5 + 2 * t["p"], people=100)
    table.loc[4, "y"] = -3
    found = taking_part(table, RECIPE, COLUMNS)
    assert found.filled.values.loc[4, "y"] == pytest.approx(5 + 2 * table.loc[4, "p"])
    assert found.candidates.indicators[0].marks["< 0"] == 1
    assert found.reasons == [None] * 30


def test_the_same_row_twice_is_left_out_once_though_it_has_a_gap():
    table = long_table().assign(y=lambda t: 5 + 2 * t["p"], people=100)
    table.loc[4, "y"] = None
    found = taking_part(pd.concat([table, table.iloc[[4]]], ignore_index=True), RECIPE, COLUMNS)
    assert found.reasons == [None] * 30 + ["the same row again"]


def test_an_area_that_stays_without_a_value_is_left_out_with_the_field():
    table = long_table().assign(y=lambda t: 5 + 2 * t["p"], people=100)
    table.loc[:4, "y"] = None
    found = taking_part(table, RECIPE, COLUMNS)
    assert found.reasons == ["no value in y"] * 5 + [None] * 25


def test_gaps_without_years_ask_for_them_but_a_whole_table_does_not():
    table = long_table(30, 1).assign(y=lambda t: 5 + 2 * t["p"], people=100)
    assert taking_part(table, RECIPE, Columns("area")).reasons == [None] * 30
    table.loc[4, "y"] = None
    with pytest.raises(InputError, match="YEAR_FIELD"):
        taking_part(table, RECIPE, Columns("area"))


def test_a_word_in_a_predictor_is_named():
    table = long_table().assign(y=1.0, q=2.0, people=100).astype(object)
    table.loc[6, "p"] = "viel"
    recipe = CompositeRecipe((Ingredient("y"), Ingredient("q")), missing_model=MODEL)
    with pytest.raises(InputError, match="Row 7.*“p”.*viel"):
        taking_part(table, recipe, COLUMNS)
    with pytest.raises(InputError, match="lacks “p”"):
        taking_part(table.drop(columns="p"), recipe, COLUMNS)
