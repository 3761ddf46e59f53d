"""An explanation is true: its parts add up, its changes change the class, its neighbours are the nearest."""

import doctest
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indices.composite import explain_change
from sozialraum_plugin.core.indices.composite.classification import Rule
from sozialraum_plugin.core.indices.composite.composite import composite_index
from sozialraum_plugin.core.indices.composite.composite_recipe import CompositeRecipe, Ingredient
from sozialraum_plugin.core.indices.composite.composite_table import composite_table
from sozialraum_plugin.core.indices.composite.explain import explain, frame_of
from sozialraum_plugin.core.indices.composite.explain_change import MOST_AREAS
from sozialraum_plugin.core.indices.composite.explain_table import all_alike_warnings, explain_table
from sozialraum_plugin.core.indices.composite.taking_part import Columns

RECIPE = CompositeRecipe(
    (Ingredient("a", title={"en": "Child poverty"}), Ingredient("b", "-", 2.0), Ingredient("c", weight=0.5))
)
COLUMNS = Columns("gebiet", "gebiet_name", "ew")


def table(count: int = 40, seed: int = 1) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    burden = random.normal(size=count)
    frame = pd.DataFrame(
        {
            "gebiet": [f"{number:04}" for number in range(count)],
            "gebiet_name": [f"Ort {number}" for number in range(count)],
            "ew": random.integers(100, 2000, count),
            "a": (14 + 4 * burden + random.normal(0, 3, count)).clip(0).round(1),
            "b": (2000 - 200 * burden + random.normal(0, 150, count)).round(0),
            "c": (0.3 + 0.1 * burden + random.normal(0, 0.05, count)).clip(0, 1).round(3),
        }
    )
    return frame.astype(object)


def numbers(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[["a", "b", "c"]].astype(float)


def explained(frame: pd.DataFrame, recipe: CompositeRecipe = RECIPE, **more):
    computed = composite_table(frame, recipe, COLUMNS)
    return computed, explain_table(frame, COLUMNS, computed, **more)


def test_points_add_up_to_the_distance_from_the_mean_and_shares_to_100():
    computed, found = explained(table())
    points = found.table[["abstand_a", "abstand_b", "abstand_c"]].astype(float)
    raw = computed.result.raw
    assert np.allclose(points.sum(axis=1), raw - raw.mean())
    assert np.allclose(found.table["abstand_mittel"].astype(float), raw - raw.mean())
    shares = found.table[["anteil_a", "anteil_b", "anteil_c"]].astype(float).dropna()
    assert len(shares) > 20
    assert np.allclose(shares.sum(axis=1), 100)


RULES = {
    "quantile": Rule("quantile", 5),
    "sd": Rule("sd", 4, (-1.0, 1.0, 1.5)),
    "rank": Rule("rank", 4),
    "equal": Rule("equal", 4),
    "natural": Rule("natural", 3),
}
CHANGES = [
    {"transform": "zscore"},
    {"transform": "rank"},
    {"transform": "percentile", "decimals": 4, "rule": RULES["rank"]},
    {"transform": "exponential", "rule": RULES["rank"]},
    {"transform": "minmax", "aggregation": "geometric", "rule": RULES["equal"]},
    {"restandardise": "zscore", "rule": RULES["sd"]},
    {"rule": RULES["natural"]},
]


@pytest.mark.parametrize("changes", CHANGES, ids=str)
def test_a_needed_value_changes_the_class_and_one_unit_less_does_not(changes):
    recipe = replace(RECIPE, **changes)
    values = numbers(table(34))
    result = composite_index(values, recipe)
    found = explain(frame_of(values, None, None), recipe, result, np.arange(34))
    tried = 0
    for direction, change in ((1, found.less), (-1, found.more)):
        for row, place in zip(*np.nonzero(~np.isnan(change.needed))):
            now, needed = values.iloc[row, place], change.needed[row, place]

            def moved(value, row=row, place=place, direction=direction):
                other = values.copy()
                other.iloc[row, place] = value
                return (composite_index(other, recipe).class_[row] - result.class_[row]) * direction

            assert moved(needed) >= 1
            decimals = found.decimals[place]
            before = round(needed - np.sign(needed - now) * 10.0**-decimals, decimals)
            if (before - now) * (needed - now) > 0 and needed == round(needed, decimals):
                assert moved(before) < 1
                tried += 1
            inside = values.iloc[:, place].min() <= needed <= values.iloc[:, place].max()
            assert inside or not change.seen[row, place]
    assert tried > 10


def test_where_there_is_no_needed_value_no_observed_value_changes_the_class():
    values = numbers(table(25))
    recipe = replace(RECIPE, transform="rank")
    result = composite_index(values, recipe)
    found = explain(frame_of(values, None, None), recipe, result, np.arange(25))
    hopeless = np.argwhere(np.isnan(found.less.needed) & (found.less.target[:, None] > 0))
    assert len(hopeless)
    for row, place in hopeless:
        for value in values.iloc[:, place]:
            other = values.copy()
            other.iloc[row, place] = value
            assert composite_index(other, recipe).class_[row] <= result.class_[row]


def test_all_values_together():
    values = numbers(table(30))
    result = composite_index(values, RECIPE)
    found = explain(frame_of(values, None, None), RECIPE, result, np.arange(30))
    signs = np.array([-1, 1, -1])
    tried = 0
    for row in np.flatnonzero(~np.isnan(found.less.together)):
        share = found.less.together[row]
        for factor, good in ((share, True), (share - 0.001, False)):
            other = values.copy()
            other.iloc[row] = values.iloc[row] * (1 + signs * factor)
            assert (composite_index(other, RECIPE).class_[row] > result.class_[row]) == good
        tried += 1
    assert tried > 10


def test_a_value_that_no_area_has_is_marked_impossible():
    frame = table(30)
    _, found = explained(frame)
    tried = 0
    for field, sign in (("a", 1), ("b", -1), ("c", 1)):
        best = (frame[field].astype(float) * sign).min()
        notes = found.table[f"guenstiger_{field}_hinweis"]
        needed = found.table[f"guenstiger_{field}"].astype(float) * sign
        assert (needed[notes == "possible"] >= best).all()
        beyond = needed[notes == "impossible: no area has such a value"]
        assert (beyond < best).all() and (needed[needed.notna()].abs() >= 0).all()
        for row, value in beyond.items():
            tried += 1
            assert f"to {abs(value):.1f}".replace(".", ",") not in found.table.loc[row, "erklaerung"]
    assert tried


def test_the_nearest_areas_by_a_second_way():
    frame = table(30)
    _, found = explained(frame)
    values = numbers(frame)
    standard = (values - values.mean()) / values.std(ddof=0)
    for row in (0, 7, 29):
        far = ((standard - standard.iloc[row]) ** 2).mean(axis=1) ** 0.5
        nearest = far.drop(row).sort_values()
        assert found.table.loc[row, ["aehnlich_1", "aehnlich_2", "aehnlich_3"]].tolist() == [
            frame.loc[place, "gebiet"] for place in nearest.index[:3]
        ]
        assert found.table.loc[row, "unaehnlichkeit_1"] == pytest.approx(nearest.iloc[0])


def test_the_sentence_says_class_rank_reasons_and_the_way_out():
    computed, found = explained(table())
    worst = int(np.argmin(computed.result.rank))
    text = found.table.loc[worst, "erklaerung"]
    assert text.startswith(f"Ort {worst} is class 1 (rank 1 of 40), mainly because of “")
    assert "class 2 would be reached if " in text
    assert "“Child poverty” (burden " in " ".join(found.table["erklaerung"])


def test_years_are_compared_among_themselves():
    frame = pd.concat([table(20, 1).assign(jahr="2020"), table(25, 2).assign(jahr="2021")], ignore_index=True)
    columns = replace(COLUMNS, year="jahr")
    computed = composite_table(frame, RECIPE, columns)
    found = explain_table(frame, columns, computed)
    alone = explain_table(table(25, 2), COLUMNS, composite_table(table(25, 2), RECIPE, COLUMNS))
    assert set(found.table["verglichen_mit"]) == {20, 25}
    assert found.table.loc[20:, "guenstiger_a"].tolist() == alone.table["guenstiger_a"].tolist()
    assert "Ort 3 (2021) is class" in found.table.loc[23, "erklaerung"]


def test_every_row_is_there_with_index_or_reason():
    frame = table()
    frame.loc[3, "a"] = None
    _, found = explained(frame, replace(RECIPE, min_population=400))
    without = found.table["erklaerung"].isna()
    assert len(found.table) == 40
    assert (found.table["ausgeschlossen"].notna() == without).all() and without.sum() > 1
    assert found.balance.unaccounted == 0


def test_a_missing_value_is_no_reason_and_needs_no_change():
    frame = table()
    frame.loc[3, "a"] = None
    _, found = explained(frame, replace(RECIPE, required=2))
    row = found.table.loc[3]
    assert row["wert_a"] is None and row["abstand_a"] is None
    assert "Child poverty" not in row["erklaerung"].split("most similar")[0]


def test_only_the_areas_asked_for():
    _, found = explained(table(), wanted=["0007", "0003"])
    _, all_ = explained(table())
    assert found.table["gebiet"].tolist() == ["0003", "0007"]
    assert found.table["erklaerung"].tolist() == all_.table.loc[[3, 7], "erklaerung"].tolist()
    with pytest.raises(InputError, match="no area has the code “9999”"):
        explained(table(), wanted=["9999"])


@pytest.mark.parametrize(
    ("frame", "warning"),
    [
        (table(1), "Only one area has an index"),
        (table().assign(a=1.0, b=2.0, c=3.0), "All areas have the same index"),
    ],
)
def test_nothing_to_compare(frame, warning):
    computed, found = explained(frame)
    assert warning in all_alike_warnings(computed)[0]
    assert "as the mean of all areas" in found.table.loc[0, "erklaerung"]


def test_too_many_areas_are_explained_without_changes():
    _, found = explained(table(MOST_AREAS + 1))
    assert "EXPLAIN_AREAS" in found.warnings[0]
    assert found.table["guenstiger_a"].isna().all()
    assert found.table["erklaerung"].notna().all()


def test_examples_in_the_text():
    assert doctest.testmod(explain_change, extraglobs={"np": np}).failed == 0


def test_principal_components_are_tried_one_by_one_or_said_to_take_too_long():
    recipe = replace(RECIPE, aggregation="pca").with_weights([1.0])
    _, few = explained(table(25), recipe, wanted=["0003", "0011"])
    assert few.table[["guenstiger_a", "unguenstiger_a"]].notna().any(axis=None)
    values = numbers(table(25))
    result = composite_index(values, recipe)
    for row, found in zip((3, 11), few.table.to_dict("records")):
        for start, sign in (("guenstiger", 1), ("unguenstiger", -1)):
            for field in "abc":
                if found[f"{start}_{field}"] is not None:
                    other = values.copy()
                    other.loc[row, field] = found[f"{start}_{field}"]
                    assert (composite_index(other, recipe).class_[row] - result.class_[row]) * sign >= 1
    _, many = explained(table(400), recipe)
    assert "EXPLAIN_AREAS" in many.warnings[0]


@pytest.mark.parametrize("years", ["pooled", "2020", "per_year"])
def test_changes_with_several_years(years):
    frame = pd.concat([table(18, 1).assign(jahr="2020"), table(22, 2).assign(jahr="2021")], ignore_index=True)
    recipe, columns = replace(RECIPE, years=years, restandardise="zscore"), replace(COLUMNS, year="jahr")
    found = explain_table(frame, columns, composite_table(frame, recipe, columns)).table
    tried = 0
    for row in range(0, 40, 3):
        needed = found.loc[row, "guenstiger_a"]
        if needed is not None:
            other = frame.copy()
            other.loc[row, "a"] = needed
            again = composite_table(other, recipe, columns).table
            assert again.loc[row, "klasse"] >= found.loc[row, "guenstiger_klasse"]
            tried += 1
    assert tried > 3
