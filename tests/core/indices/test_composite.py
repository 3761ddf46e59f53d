"""Composite indices against published ones, and against numbers by hand that need no data."""

import json

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indices.composite.classification import Rule
from sozialraum_plugin.core.indices.composite.combine import combine
from sozialraum_plugin.core.indices.composite.composite import composite_index
from sozialraum_plugin.core.indices.composite.composite_recipe import (
    CompositeRecipe,
    Ingredient,
    preset_names,
    read_recipe,
    recipe_of,
)
from sozialraum_plugin.core.indices.composite.composite_table import Columns, composite_table, frozen
from sozialraum_plugin.core.indices.composite.recipe_file import recipe_content, write_recipe

TWO = CompositeRecipe((Ingredient("a"), Ingredient("b", "-")))
SMALL = pd.DataFrame({"a": [1.0, 2.0, 3.0, 6.0], "b": [4.0, 0.0, 2.0, 2.0]})


def test_sum_of_z_values_by_hand():
    # a: mean 3, sd sqrt(3.5); b: mean 2, sd sqrt(2), turned round
    found = composite_index(SMALL, TWO)
    a, b = (np.array([-2, -1, 0, 3]) / 3.5**0.5, -np.array([2, -2, 0, 0]) / 2**0.5)
    assert np.allclose(found.index, a + b)
    assert np.allclose(found.contributions.to_numpy(), np.column_stack([a, b]))
    assert found.rank.tolist() == [4, 2, 3, 1]


def test_weights_as_they_are_and_adding_up_to_1():
    recipe = TWO.with_weights([3, 1])
    plain = composite_index(SMALL, recipe).index
    shares = composite_index(SMALL, CompositeRecipe(recipe.ingredients, normalise_weights=True)).index
    assert np.allclose(plain, 4 * shares)


def test_geometric_mean_by_hand():
    recipe = CompositeRecipe((Ingredient("a", weight=2), Ingredient("c")), transform="none", aggregation="geometric")
    found = composite_index(pd.DataFrame({"a": [1.0, 4.0], "c": [8.0, 0.0]}), recipe)
    assert np.allclose(found.index, [2.0, 0.0])  # (1 * 1 * 8) ** (1 / 3)


def test_a_missing_value_is_left_out_not_filled():
    found = combine(np.array([[1.0, 3.0], [2.0, np.nan]]), np.array([1.0, 3.0]), "mean")
    assert found.index.tolist() == [2.5, 2.0]
    assert np.isnan(found.contributions[1, 1])


def test_first_principal_component_like_eigenvectors_of_the_correlation():
    random = np.random.default_rng(1)
    common = random.normal(size=200)
    values = np.column_stack([common + random.normal(0, s, 200) for s in (0.3, 0.6, 1.0)])
    found = combine(values, np.ones(3), "pca")
    sizes, vectors = np.linalg.eigh(np.corrcoef(values.T))
    assert np.allclose(np.abs(found.loadings), np.abs(vectors[:, -1]))
    assert found.explained == pytest.approx(sizes[-1] / 3)
    assert np.corrcoef(found.index, common)[0, 1] > 0.9


def test_three_years_by_their_own_pooled_and_frozen_moments():
    values = pd.DataFrame({"a": [0.0, 2.0, 10.0, 14.0]})
    recipe = CompositeRecipe((Ingredient("a"),))
    years = ["2019", "2019", "2021", "2021"]

    def index(over: str) -> list[float]:
        return composite_index(values, CompositeRecipe(recipe.ingredients, years=over), years=years).index.tolist()

    assert index("per_year") == [-1.0, 1.0, -1.0, 1.0]
    assert index("2019") == [-1.0, 1.0, 9.0, 13.0]
    assert index("pooled") == pytest.approx(((values["a"] - 6.5) / values["a"].std(ddof=0)).tolist())
    with pytest.raises(InputError, match="2020"):
        index("2020")


def test_next_year_measured_by_this_years_recipe(tmp_path):
    table = SMALL.assign(gebiet=["01", "02", "03", "04"])
    first = composite_table(table, TWO, Columns("gebiet"))
    write_recipe(frozen(first), tmp_path / "r.json")
    again = composite_table(table.assign(a=table["a"] + 1), read_recipe(str(tmp_path / "r.json")), Columns("gebiet"))
    assert np.allclose(again.result.index - first.result.index, 1 / 3.5**0.5)


# -- published indices ----------------------------------------------------------------------------------------------
def test_england_2019_every_tenth(real_data):
    table = pd.read_csv(real_data / "imd" / "imd2019_england_lsoa11.csv.gz")
    found = composite_index(table, read_recipe("imd_england"))
    assert (found.class_ == table["IMD_decile"]).all()


def test_wales_2019_scores_and_ranks(real_data):
    table = pd.read_csv(real_data / "imd" / "imd2019_wales_lsoa11.csv.gz")
    found = composite_index(table, read_recipe("imd_wales"))
    assert np.abs(found.index - table["IMD_score"]).max() < 1e-8
    assert (found.rank == table["IMD_rank"]).all()


@pytest.mark.parametrize(("year", "preset"), [(2018, "svi_2014_2018"), (2020, "svi_2020")])
def test_social_vulnerability_of_all_themes(real_data, year, preset):
    table = pd.read_csv(real_data / "svi" / f"{year}svi_pa_co_cdc.csv", encoding="utf-8-sig")
    recipe = read_recipe(preset)
    found = composite_index(table, recipe)
    for name in recipe.fields:
        assert np.allclose(found.transformed[name], table[name.replace("EP_", "EPL_")], atol=1e-9), name
    for theme in recipe.groups:
        assert np.allclose(found.groups[f"{theme}_rang"], table[f"RPL_{theme}"], atol=1e-9), theme
        assert np.allclose(found.groups[theme], table[f"SPL_{theme}"], atol=1e-9), theme
    assert np.allclose(found.raw, table["SPL_THEMES"], atol=1e-9)
    assert np.allclose(found.index, table["RPL_THEMES"], atol=1e-9)


def test_berlin_2021_both_indices(real_data):
    folder = real_data / "berlin_mss" / "2021"
    table = pd.read_csv(folder / "mss_2021_index_indikatoren.csv", dtype=str)
    published = pd.read_csv(folder / "mss_2021_indizes.csv", dtype=str).set_index("PLR_ID")
    columns = Columns("PLR_ID", population="EW", exclude="KOM")
    status = composite_table(table, read_recipe("berlin_mss_status").with_fields(["S1", "S3", "S4"]), columns).table
    dynamics = composite_table(table, read_recipe("berlin_mss_dynamik").with_fields(["D1", "D3", "D4"]), columns).table
    expected = published["SI_N"].astype(int).replace(-9999, np.nan)
    wanted = expected.loc[status["gebiet"]].tolist()
    assert (5 - status["klasse"].astype(float)).tolist() == pytest.approx(wanted, nan_ok=True)
    signs = dynamics["klasse"].map({1: "-", 2: "+/-", 3: "+"})
    assert len(signs.dropna()) == 536
    groups = dict(zip(status["gebiet"], (5 - status["klasse"]).astype(str) + signs))
    for area, group in published["SDI"].items():
        if published.loc[area, "SI_N"] != "-9999":
            assert groups[area] == group


# -- recipes --------------------------------------------------------------------------------------------------------
def test_every_preset_is_read_and_survives_being_written():
    assert len(preset_names()) >= 9
    for name in preset_names():
        recipe = read_recipe(name)
        assert recipe.name["de"], name
        assert recipe.name["en"], name
        assert recipe_of(json.loads(json.dumps(recipe_content(recipe))), name) == recipe


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ([], "fields"),
        ({"fields": [{"polarity": "+"}]}, r"fields\[1\]"),
        ({"fields": ["a"], "transfrom": "zscore"}, "transfrom"),
        ({"fields": ["a"], "transform": "z"}, "zscore"),
        ({"fields": [{"field": "a", "polarity": "up"}]}, "up"),
        ({"fields": ["a", "a"]}, "twice"),
        ({"fields": ["a"], "classes": "5"}, "classes"),
        ({"fields": [{"field": "a", "weight": "viel"}]}, "weight"),
        ({"fields": ["a"], "groups": {}}, "groups"),
        ({"fields": ["a"], "weighted": "false"}, "weighted"),
        ({"fields": ["a"], "limits": ["hoch"]}, "limits"),
        ({"fields": ["a"], "limits": [1, 1]}, "must rise"),
        ({"fields": [{"field": "a", "frozen": [1]}]}, "two numbers"),
        ({"fields": ["a"], "name": "Index"}, "by language"),
    ],
)
def test_a_faulty_preset_says_where(content, what):
    with pytest.raises(InputError, match=what):
        recipe_of(content, "meine.json")


def test_contradictions_end_in_a_sentence():
    with pytest.raises(InputError, match="2 FIELDS"):
        TWO.with_weights([1, 2, 3])
    with pytest.raises(InputError, match="below 0"):
        TWO.with_weights([1, -1]).checked()
    with pytest.raises(InputError, match="0 or more"):
        combine(np.array([[-1.0], [2.0]]), np.ones(1), "geometric")


def test_warnings_say_what_they_do_to_the_result():
    table = pd.DataFrame({"gebiet": list("abcd"), "a": [1.0, 2, 3, 4], "b": [5.0] * 4})
    texts = " ".join(composite_table(table, TWO, Columns("gebiet")).warnings)
    assert "“b” is the same in all areas" in texts
    assert "Only 4 areas" in texts


def test_an_outlier_is_named():
    table = pd.DataFrame({"gebiet": [str(n) for n in range(60)], "a": [*range(59), 5000.0], "b": range(60)})
    assert any("“a” one area is 7" in text for text in composite_table(table, TWO, Columns("gebiet")).warnings)


def test_too_few_values_leave_an_area_out_with_the_reason():
    table = pd.DataFrame({"gebiet": list("abc"), "a": [1.0, None, None], "b": [3.0, 4.0, None], "c": [1.0, 2.0, None]})
    recipe = CompositeRecipe(tuple(map(Ingredient, "abc")), required=2, rule=Rule("rank", 2))
    found = composite_table(table, recipe, Columns("gebiet"))
    assert found.table["ausgeschlossen"].tolist() == [None, None, "no values"]
    assert found.table["klasse"].tolist()[2] is None
