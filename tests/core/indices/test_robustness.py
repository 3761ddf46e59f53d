"""A robustness run counts what a loop over the index counts, varies what it says, and admits what it cannot vary."""

import re
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indicators.shrinkage import marshall
from sozialraum_plugin.core.indices.composite.classification import Rule
from sozialraum_plugin.core.indices.composite.composite import composite_index
from sozialraum_plugin.core.indices.composite.composite_recipe import CompositeRecipe, Ingredient
from sozialraum_plugin.core.indices.composite.composite_table import composite_table
from sozialraum_plugin.core.indices.composite.robustness_choices import (
    DDOF,
    LEAVE_OUT,
    REDRAW,
    SHRINKAGE,
    TRANSFORM,
    WEIGHTS,
    Wishes,
    combined_variants,
    drawn_weights,
    plan_of,
    without,
)
from sozialraum_plugin.core.indices.composite.robustness_counts import rates, read_counts, redrawn
from sozialraum_plugin.core.indices.composite.robustness_engine import Areas
from sozialraum_plugin.core.indices.composite.robustness_page import MOST_ROWS, grey, robustness_html, robustness_svg
from sozialraum_plugin.core.indices.composite.robustness_run import Question, outcomes
from sozialraum_plugin.core.indices.composite.robustness_table import robust_table
from sozialraum_plugin.core.indices.composite.taking_part import Columns

COLUMNS = Columns("gebiet", "gebiet_name", "ew")
RECIPE = CompositeRecipe(
    (Ingredient("a"), Ingredient("b", "-"), Ingredient("c", weight=2.0)),
    restandardise="zscore",
    rule=Rule("sd", 4, (-1.0, 1.0, 1.5)),
)
NOTHING = Wishes(
    weights=False, ddof=False, leave_out=False, transforms=False, shrinkage=False, redraw=False
)  # fmt: skip


def table(count: int = 40, seed: int = 1) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    burden = random.normal(size=count)
    base = random.integers(60, 900, count)
    cases = random.binomial(base, 1 / (1 + np.exp(2 - 0.7 * burden)))
    return pd.DataFrame(
        {
            "gebiet": [f"{n:04}" for n in range(count)],
            "gebiet_name": [f"Ort <{n}>" for n in range(count)],
            "ew": 100 + 40 * np.arange(count),
            "a": (100 * cases / base).round(1),
            "a_z": cases,
            "a_n": base,
            "b": (2000 - 200 * burden + random.normal(0, 200, count)).round(0),
            "c": random.gamma(3, 2, count).round(2),
        }
    ).astype(object)


def values_of(frame: pd.DataFrame, fields=("a", "b", "c")) -> pd.DataFrame:
    return frame[list(fields)].astype(float)


def test_all_combinations_as_a_loop_would_count_them():
    """32 variants without anything random: 2 divisors, 4 transforms, 4 ways to leave out."""
    frame = table()
    found = robust_table(frame, RECIPE, COLUMNS, replace(NOTHING, ddof=True, transforms=True, leave_out=True))
    classes, ranks = [], []
    values = values_of(frame)
    for transform in ("zscore", "minmax", "rank", "percentile"):
        for ddof in (0, 1):
            for left_out in (None, "a", "b", "c"):
                kept = tuple(known for known in RECIPE.ingredients if known.field != left_out)
                result = composite_index(
                    values, replace(RECIPE, ingredients=kept, transform=transform, ddof=ddof)
                )  # fmt: skip
                classes.append(result.class_)
                ranks.append(result.rank)
    now = composite_index(values, RECIPE).class_
    assert found.total == len(classes) == 32
    assert found.table["varianten"].tolist() == [32] * 40
    assert found.table["wechsel"].tolist() == (np.array(classes) != now).sum(axis=0).tolist()
    for number in range(1, 5):
        expected = 100 * (np.array(classes) == number).mean(axis=0)
        assert np.allclose(found.table[f"anteil_klasse_{number}"].astype(float), expected)
    ordered = np.sort(ranks, axis=0)
    assert found.table["rang_von"].tolist() == ordered[int(np.floor(0.05 * 31))].tolist()
    assert found.table["rang_bis"].tolist() == ordered[int(np.ceil(0.95 * 31))].tolist()
    modal = [Counter(column).most_common(1)[0] for column in np.array(classes).T.tolist()]
    for (_, times), share in zip(modal, found.table[[f"anteil_klasse_{n}" for n in range(1, 5)]].max(axis=1)):
        assert share == pytest.approx(100 * times / 32)
    flips = found.table.loc[3, "wechsel"]
    assert f"flips in {flips} of 32 variants" in found.table.loc[3, "robustheit"]


def test_each_choice_alone():
    frame = table()
    found = robust_table(frame, RECIPE, COLUMNS, replace(NOTHING, ddof=True, transforms=True, leave_out=True))
    values, now = values_of(frame), composite_index(values_of(frame), RECIPE).class_
    alone = {
        "transformation": [replace(RECIPE, transform=name) for name in ("minmax", "rank", "percentile")],
        "ddof": [replace(RECIPE, ddof=1)],
        "weglassen": [
            replace(RECIPE, ingredients=tuple(known for known in RECIPE.ingredients if known.field != name))
            for name in "abc"
        ],
    }
    for name, recipes in alone.items():
        flips = np.mean([composite_index(values, recipe).class_ != now for recipe in recipes], axis=0)
        assert np.allclose(found.table[f"wechsel_{name}"].astype(float), 100 * flips)
    shares = found.table[[f"wechsel_{name}" for name in alone]].astype(float)
    names = ["another transform", "the other divisor of the standard deviation", "one indicator left out"]
    for row in range(40):
        best = shares.loc[row].max()
        title = found.table.loc[row, "ausloeser"]
        assert (title is None) == (best == 0)
        assert title is None or shares.loc[row].iloc[names.index(title)] == best


def test_left_out_indicators_are_named_with_the_class_they_lead_to():
    frame = table()
    found = robust_table(frame, RECIPE, COLUMNS, replace(NOTHING, leave_out=True))
    values = values_of(frame)
    tried = 0
    for row, text in enumerate(found.table["robustheit"]):
        for name, class_ in re.findall("without “(.)” class ([0-9])", text):
            kept = tuple(known for known in RECIPE.ingredients if known.field != name)
            assert composite_index(values, replace(RECIPE, ingredients=kept)).class_[row] == int(class_)
            tried += 1
    assert tried > 3


def test_the_seed_repeats_the_draws():
    frame = table()
    one, same, other = (robust_table(frame, RECIPE, COLUMNS, Wishes(200, seed)).table for seed in (1, 1, 2))
    assert one.equals(same)
    assert one["wechsel"].tolist() != other["wechsel"].tolist()


def test_nothing_varied_is_one_variant_that_changes_nothing():
    found = robust_table(table(), RECIPE, COLUMNS, NOTHING)
    assert found.total == 1
    assert found.table["wechsel"].tolist() == [0] * 40
    assert found.table["rang_von"].tolist() == found.table["rang"].tolist() == found.table["rang_bis"].tolist()
    assert found.stable == 40


def test_weights_keep_their_sum_and_vary_less_with_more_concentration():
    own = np.array([1.0, 2.0, 0.0, 3.0])
    random = np.random.default_rng(1)
    wide, narrow = (drawn_weights(own, 4000, size, random) for size in (1.0, 100.0))
    for drawn in (wide, narrow):
        assert np.allclose(drawn.sum(axis=1), 6.0)
        assert np.allclose(drawn.mean(axis=0), own, atol=0.1)
        assert (drawn[:, 2] == 0).all()
    assert (narrow.std(axis=0)[[0, 1, 3]] < 0.2 * wide.std(axis=0)[[0, 1, 3]]).all()
    # a Dirichlet's standard deviation: mean (1 - mean) / (sum of its parameters + 1)
    share = own / 6
    assert np.allclose(narrow.std(axis=0) / 6, np.sqrt(share * (1 - share) / 401), rtol=0.06)
    left = without(np.array([[1.0, 2.0, 3.0]]), np.array([1]))
    assert np.allclose(left, [[1.5, 0.0, 4.5]])


def test_more_freedom_flips_more():
    frame = table()
    few, many = (
        robust_table(frame, RECIPE, COLUMNS, replace(NOTHING, weights=True, concentration=size)).table["wechsel"].sum()
        for size in (1000.0, 2.0)
    )
    assert few < 0.5 * many


def test_counts_are_drawn_with_the_spread_of_chance_and_keep_their_mean():
    frame = table()
    counts = read_counts(frame, RECIPE, ["a_z", "-", ""], ["a_n", "-", ""], np.arange(40))
    assert counts.factor[0] == 100 and counts.binomial[0] and counts.places == [0]
    drawn = redrawn(counts, 3000, np.random.default_rng(5))[0]
    cases, base = frame["a_z"].astype(float).to_numpy(), frame["a_n"].astype(float).to_numpy()
    assert np.allclose(drawn.mean(axis=0), cases, atol=1.0)
    assert np.allclose(drawn.std(axis=0), np.sqrt(cases * (1 - cases / base)), rtol=0.1, atol=0.05)
    assert (drawn <= base).all()


def test_rates_above_one_are_poisson():
    frame = table().assign(a_n=lambda rows: rows["a_z"] * 0.5 + 1)
    frame["a"] = [1000 * z / n for z, n in zip(frame["a_z"], frame["a_n"])]
    counts = read_counts(frame, RECIPE, ["a_z", "-", "-"], ["a_n", "-", "-"], np.arange(40))
    assert counts.factor[0] == 1000 and not counts.binomial[0]
    drawn = redrawn(counts, 3000, np.random.default_rng(5))[0]
    assert np.allclose(drawn.std(axis=0), np.sqrt(frame["a_z"].astype(float)), rtol=0.1, atol=0.05)


def test_shrinkage_is_marshalls():
    frame = table()
    counts = read_counts(frame, RECIPE, ["a_z", "-", "-"], ["a_n", "-", "-"], np.arange(40))
    cases, base = counts.cases[:, 0], counts.base[:, 0]
    found = rates(counts, 0, cases[None], np.ones(40), True, np.full(40, "", dtype=object))
    expected, own = marshall(cases[:, None], base[:, None], np.ones((40, 1), bool), np.array([True]))
    assert np.allclose(found[0], 100 * expected[:, 0])
    assert own.min() < 0.95  # small areas are really drawn to the mean
    shrunk = robust_table(
        frame, RECIPE, COLUMNS, replace(NOTHING, shrinkage=True), ["a_z", "-", "-"], ["a_n", "-", "-"]
    )  # fmt: skip
    alone = composite_index(values_of(frame).assign(a=100 * expected[:, 0]), RECIPE)
    now = composite_index(values_of(frame), RECIPE)
    assert (shrunk.table["wechsel_glaettung"] > 0).tolist() == (alone.class_ != now.class_).tolist()


def test_small_areas_are_less_certain_by_chance():
    frame = table(60)
    small, large = frame.copy(), frame.copy()
    for other, factor in ((small, 1), (large, 400)):
        other["a_z"] = [int(z) * factor for z in frame["a_z"]]
        other["a_n"] = [int(n) * factor for n in frame["a_n"]]
    flips = [
        robust_table(
            other, RECIPE, COLUMNS, replace(NOTHING, redraw=True, variants=300), ["a_z", "-", "-"], ["a_n", "-", "-"]
        ).table["wechsel"].sum()
        for other in (small, large)
    ]  # fmt: skip
    assert flips[1] < 0.3 * flips[0]


def test_counts_that_do_not_belong_to_the_indicator_are_refused():
    wrong = table().assign(a_n=lambda rows: rows["a_n"] + 300)
    with pytest.raises(InputError, match="Row 1: “a” is"):
        robust_table(wrong, RECIPE, COLUMNS, NOTHING, ["a_z", "-", "-"], ["a_n", "-", "-"])
    for above, below, sentence in (
        (["a_z"], ["a_n"], "NUMERATORS has 1 entries, but there are 3 indicators"),
        (["x", "-", "-"], ["a_n", "-", "-"], "the table lacks “x”"),
        (["a_z", "-", "-"], ["-", "-", "-"], "has one of both"),
    ):
        with pytest.raises(InputError, match=sentence):
            robust_table(table(), RECIPE, COLUMNS, NOTHING, above, below)


def test_other_limits_of_inhabitants():
    frame = table()
    recipe = replace(RECIPE, min_population=300)
    found = robust_table(frame, recipe, COLUMNS, replace(NOTHING, limits=(0, 500)))
    population = frame["ew"].astype(int)
    assert found.total == 3
    expected = [1 + (people >= 300) + (people >= 500) for people in population]
    assert found.table["varianten"].tolist() == expected
    assert found.table["klasse"].isna().tolist() == (population < 300).tolist()
    small = found.table[population < 300]
    assert small["wechsel"].isna().all()
    assert small["robustheit"].str.contains("no index by the recipe").all()
    assert small["ausgeschlossen"].eq("fewer than 300 inhabitants").all()
    other = composite_table(frame, replace(recipe, min_population=500), COLUMNS).table
    now = found.table["klasse"]
    for row in np.flatnonzero(population >= 500):
        share = found.table.loc[row, "wechsel_grenze"]
        assert (other.loc[row, "klasse"] != now[row]) <= (share > 0)
    assert found.balance.unaccounted == 0


def test_what_cannot_be_varied_is_said():
    fixed = replace(RECIPE, restandardise="none", rule=Rule("fixed", 3, (-1.0, 1.0)))
    wishes = Wishes()
    assert [name for name, _ in plan_of(fixed, wishes, False, False).scales] == ["zscore", "zscore"]
    assert "No other transform" in " ".join(plan_of(fixed, wishes, False, False).off)
    pca = replace(RECIPE, aggregation="pca").with_weights([1.0])
    assert not plan_of(pca, wishes, False, False).weights
    two = replace(RECIPE, ingredients=RECIPE.ingredients[:2])
    assert plan_of(two, wishes, False, False).left_out == [-1]
    geometric = replace(RECIPE, aggregation="geometric", transform="percentile")
    assert "zscore" not in [name for name, _ in plan_of(geometric, wishes, False, False).scales]
    base_year = replace(RECIPE, years="2019")
    assert [name for name, _ in plan_of(base_year, wishes, False, False).scales] == ["zscore"] * 2 + ["minmax"] * 2
    text = " ".join(plan_of(RECIPE, replace(wishes, limits=(5,)), False, False).off)
    assert "POPULATION_FIELD is empty" in text and "NUMERATORS and DENOMINATORS are empty" in text


def test_frozen_moments_are_not_used_for_another_transform():
    frozen = replace(RECIPE, ingredients=(Ingredient("a", frozen=(10.0, 3.0)), *RECIPE.ingredients[1:]))
    frame = table()
    found = robust_table(frame, frozen, COLUMNS, replace(NOTHING, transforms=True))
    plain = composite_index(values_of(frame), replace(RECIPE, transform="minmax")).class_
    now = composite_index(values_of(frame), frozen).class_
    assert found.table["klasse"].tolist() == now.tolist()
    assert ((plain != now) <= (found.table["wechsel"] > 0)).all()


def test_years_are_varied_each_by_itself():
    frame = pd.concat([table(25, 1).assign(jahr="2020"), table(30, 2).assign(jahr="2021")], ignore_index=True)
    columns = replace(COLUMNS, year="jahr")
    wishes = replace(NOTHING, transforms=True, leave_out=True)
    both = robust_table(frame, RECIPE, columns, wishes)
    alone = robust_table(table(30, 2), RECIPE, COLUMNS, wishes)
    assert both.table.loc[25:, "wechsel"].tolist() == alone.table["wechsel"].tolist()
    assert "(2021)" in both.table.loc[30, "robustheit"]


@pytest.mark.parametrize("changes", [{"aggregation": "pca"}, {"rule": Rule("natural", 3)}, {"rule": Rule("none")}])
def test_slow_ways_and_no_classes(changes):
    recipe = replace(RECIPE, **changes).with_weights([1.0])
    found = robust_table(table(), recipe, COLUMNS, Wishes(variants=30))
    assert found.total == 30
    assert found.table["rang_von"].notna().all()
    assert (recipe.rule.kind == "none") == ("there are no classes" in found.summary[0])


def test_rows_without_an_index_stay_with_their_reason():
    frame = table()
    frame.loc[4, "b"] = None
    found = robust_table(frame, RECIPE, COLUMNS, Wishes(variants=50))
    assert len(found.table) == 40
    assert found.table.loc[4, "ausgeschlossen"] == "no value in b"
    assert found.table.loc[4, "varianten"] is None and found.table.loc[4, "robustheit"] is None
    assert found.balance.outcomes["without an index, with the reason"] == 1


@pytest.mark.parametrize(
    ("frame", "warning"),
    [
        (table(1), "Only one area has an index"),
        (table(12), "Only 12 areas"),
        (table().assign(a=1.0, b=2.0, c=3.0), "All areas have the same index"),
        (table().assign(c=3.0), "“c” is the same in all areas"),
    ],
)
def test_little_to_compare_is_warned_of(frame, warning):
    found = robust_table(frame, RECIPE, COLUMNS, Wishes(variants=40))
    assert warning in " ".join(found.warnings)


def test_counts_of_zero_are_warned_of():
    frame = table()
    frame.loc[2, ["a", "a_z"]] = 0
    found = robust_table(
        frame, RECIPE, COLUMNS, Wishes(variants=40), ["a_z", "-", "-"], ["a_n", "-", "-"]
    )  # fmt: skip
    assert "areas have a count of 0" in " ".join(found.warnings)


def test_too_many_variants_are_refused():
    with pytest.raises(InputError, match="Choose at most"):
        robust_table(table(), RECIPE, COLUMNS, Wishes(variants=10_000_000))


def test_the_picture_is_right_and_needs_no_colour():
    found = robust_table(table(), RECIPE, COLUMNS, Wishes(variants=100))
    svg = robustness_svg(found)
    root = ElementTree.fromstring(svg)
    texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    order = found.table.sort_values("rang", kind="stable")
    names = [f"{name} ({klasse})" for name, klasse in zip(order["gebiet_name"], order["klasse"])]
    assert [text for text in texts if text in names] == names
    shades = set(re.findall(r'fill="#([0-9a-f]{6})"', svg))
    assert all(shade[:2] == shade[2:4] == shade[4:] for shade in shades)
    levels = [int(grey(number, 4)[1:3], 16) for number in range(1, 5)]
    assert all(second - first >= 40 for first, second in zip(levels, levels[1:]))
    assert not re.search("clip-path|pattern|filter|marker|tspan|rgba", svg)
    assert root.find("{http://www.w3.org/2000/svg}desc").text == found.summary[0]


def test_many_areas_are_drawn_in_part_and_listed_in_full():
    found = robust_table(table(MOST_ROWS + 7), RECIPE, COLUMNS, Wishes(variants=20))
    assert "7 more areas are in the table." in robustness_svg(found)
    assert robustness_html(found).count('<th scope="row">') == MOST_ROWS + 7


def test_the_page_has_everything_in_words():
    found = robust_table(table(), RECIPE, COLUMNS, Wishes(variants=100))
    page = robustness_html(found, "intern – nicht weitergeben")
    assert '<html lang="en">' in page and "<caption>" in page and 'scope="col"' in page
    assert page.count("intern – nicht weitergeben") == 2  # the page and its picture
    assert "Ort &lt;3&gt;: class" in page and "Ort <3>" not in page
    for line in [*found.lines, *found.summary]:
        assert line.replace("<", "&lt;").replace(">", "&gt;") in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "") and "<script" not in page


def test_choices_have_their_columns_in_a_fixed_order():
    found = robust_table(table(), RECIPE, COLUMNS, Wishes(variants=40), ["a_z", "-", "-"], ["a_n", "-", "-"])
    names = [name for name in found.table if name.startswith("wechsel_")]
    assert names == [f"wechsel_{name}" for name in (TRANSFORM, DDOF, LEAVE_OUT, SHRINKAGE, WEIGHTS, REDRAW)]


def test_choices_alone_are_not_mixed_with_chance():
    counts = (["a_z", "-", "-"], ["a_n", "-", "-"])
    with_chance, without_it = (
        robust_table(table(), RECIPE, COLUMNS, Wishes(variants=60, redraw=redraw), *counts).table
        for redraw in (True, False)
    )
    for name in (TRANSFORM, DDOF, LEAVE_OUT, SHRINKAGE):
        assert with_chance[f"wechsel_{name}"].tolist() == without_it[f"wechsel_{name}"].tolist()


def test_a_variant_in_a_portion_is_what_it_is_alone():
    """Draws, weights and left-out indicators of many variants at once, against one by one."""
    frame = table(20)
    counts = read_counts(frame, RECIPE, ["a_z", "-", "-"], ["a_n", "-", "-"], np.arange(20))
    areas = Areas(values_of(frame), None, np.full(20, "", dtype=object))
    question = Question(areas, np.ones((1, 20), bool), RECIPE, counts, np.zeros(20, dtype=int))
    wishes = Wishes(variants=120)
    plan = plan_of(RECIPE, wishes, True, False)
    random = np.random.default_rng(3)
    drawn = redrawn(counts, 7, random)
    variants = combined_variants(plan, np.array([1.0, 1.0, 2.0]), wishes, 7, random)
    tried = 0
    for chosen, _, outcome in outcomes(question, plan, variants, drawn):
        for place, number in enumerate(chosen.tolist()):
            cases = drawn[0, variants.draw[number]]
            if variants.shrunk[number]:
                ratio, _ = marshall(cases[:, None], counts.base[:, :1], np.ones((20, 1), bool), np.array([True]))
                rate = 100 * ratio[:, 0]
            else:
                rate = 100 * cases / counts.base[:, 0]
            kind, ddof = plan.scales[variants.scale[number]]
            kept = tuple(
                replace(known, weight=float(weight))
                for known, weight in zip(RECIPE.ingredients, variants.weights[number])
                if weight > 0
            )
            single = replace(RECIPE, ingredients=kept, transform=kind, ddof=ddof)
            expected = composite_index(values_of(frame).assign(a=rate), single)
            assert np.allclose(outcome.index[place], expected.index)
            assert outcome.class_[place].tolist() == expected.class_.tolist()
            tried += 1
    assert tried == 120
