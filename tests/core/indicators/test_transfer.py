"""Counts and rates from source areas to target areas: totals, ranges, errors, densities, crosswalks."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.fields import Flag
from sozialraum_plugin.core.indicators.transfers.transfer_density import class_densities
from sozialraum_plugin.core.indicators.transfers.transfer_pairs import (
    ground_pairs,
    joined,
    point_pairs,
    uncovered_shares,
    without_pairs,
)
from sozialraum_plugin.core.indicators.transfers.transfer_rates import parse_rates
from sozialraum_plugin.core.indicators.transfers.transfer_run import Options, transfer
from sozialraum_plugin.core.indicators.transfers.transfer_tables import wide_variables


def pairs_of(source, target, weights, sources, targets):
    return point_pairs(
        np.array(source), np.array(target), np.array(weights, float).reshape(len(source), -1), sources, targets
    )


def carried(pairs, table, counts, rates="", options=None, uncovered=None):
    codes = pd.Series([f"s{n}" for n in range(len(table))])
    variables = wide_variables(table, codes, [f"s{n}" for n in range(pairs.sources)], counts, parse_rates(rates))
    result = transfer(
        pairs, variables, options or Options(), np.zeros(pairs.targets) if uncovered is None else np.array(uncovered)
    )
    return {name: values for (name, _), values in result.values.items()}, result


# Source 0 has three addresses of weight 1, two in target 0; source 1 lies wholly in target 1.
SMALL = pairs_of([0, 0, 0, 1], [0, 0, 1, 1], [1, 1, 1, 5], 2, 2)


def test_a_count_is_shared_out_and_a_rate_is_averaged():
    table = pd.DataFrame({"n": [90, 10], "alter": [30.0, 50.0]})
    values, _ = carried(SMALL, table, ["n"], "alter : n")
    assert values["n"].value[:, 0].tolist() == pytest.approx([60, 40])
    assert values["alter"].value[:, 0].tolist() == pytest.approx([30, (30 * 30 + 10 * 50) / 40])
    assert values["n"].split[:, 0].tolist() == pytest.approx([1.0, 0.75])


def test_a_ratio_is_computed_from_two_counts():
    values, _ = carried(SMALL, pd.DataFrame({"n": [90, 10], "a": [9, 5]}), ["n"], "quote = 100 * a / n")
    assert values["quote"].value[:, 0].tolist() == pytest.approx([10, 100 * (3 + 5) / 40])
    assert list(values) == ["n", "quote"]


@pytest.mark.parametrize("seed", range(5))
def test_totals_are_conserved_whatever_the_layout(seed):
    rng = np.random.default_rng(seed)
    source, target = rng.integers(-1, 20, 500), rng.integers(-1, 7, 500)
    pairs = pairs_of(source, target, rng.gamma(1, 1, (500, 3)), 20, 7)
    table = pd.DataFrame(rng.integers(0, 900, (20, 4)), columns=list("abcd"))
    values, result = carried(pairs, table, list("abcd"))
    for name in "abcd":
        total = result.totals[name, None]
        assert total.inside + total.outside + total.nowhere == pytest.approx(table[name].sum())
        assert total.inside == pytest.approx(values[name].value[:, 0].sum())


def test_a_source_without_weight_goes_by_ground_and_is_known_for_it():
    pairs = pairs_of([0], [0], [1], 3, 2)
    bare = without_pairs(pairs)
    assert bare.tolist() == [1, 2]
    ground = ground_pairs(
        np.array([1, 1]), np.array([0, 1]), np.array([25.0, 50.0]), np.array([100.0, 100.0, 100.0]), bare, 2, 1
    )
    values, result = carried(joined(pairs, ground), pd.DataFrame({"n": [7, 40, 9]}), ["n"])
    assert values["n"].value[:, 0].tolist() == pytest.approx([7 + 10, 20])
    assert values["n"].ground[:, 0].tolist() == pytest.approx([10 / 17, 1])
    assert result.totals["n", None].outside == pytest.approx(10 + 9)


def test_hidden_values_make_a_range_and_are_never_zero():
    table = pd.DataFrame({"n": ["*", "10"]})
    values, _ = carried(SMALL, table, ["n"], options=Options(threshold=4))
    assert np.isnan(values["n"].value).all()
    assert values["n"].flag[:, 0].tolist() == [Flag.INCOMPLETE] * 2
    assert values["n"].known[:, 0].tolist() == pytest.approx([0, 10])
    assert values["n"].low[:, 0].tolist() == pytest.approx([2 / 3, 10 + 1 / 3])
    assert values["n"].high[:, 0].tolist() == pytest.approx([2, 11])


def test_hidden_values_can_be_estimated_within_their_range():
    values, result = carried(SMALL, pd.DataFrame({"n": ["*", "10"]}), ["n"], options=Options(4, "unknown", True))
    assert values["n"].flag[:, 0].tolist() == [Flag.UNSAFE] * 2
    guess = result.totals["n", None].estimated
    assert 1 <= guess <= 3
    assert values["n"].value.sum() == pytest.approx(10 + guess)
    assert (values["n"].error > 0).all()


@pytest.mark.parametrize(
    "missing, high, flag",
    [("unknown", np.inf, Flag.INCOMPLETE), ("small", 2 / 3 * 2, Flag.INCOMPLETE), ("zero", 0.0, Flag.NONE)],
)
def test_what_a_missing_value_means_is_the_users_choice(missing, high, flag):
    values, _ = carried(SMALL, pd.DataFrame({"n": [None, 10]}), ["n"], options=Options(3, missing))
    assert values["n"].high[0, 0] == pytest.approx(high)
    assert values["n"].flag[0, 0] == flag


def test_an_open_value_is_not_estimated():
    values, _ = carried(SMALL, pd.DataFrame({"n": [None, 10]}), ["n"], options=Options(3, "unknown", True))
    assert np.isnan(values["n"].value[0, 0])
    assert values["n"].flag[0, 0] == Flag.INCOMPLETE


def test_a_target_beyond_the_sources_is_incomplete_and_one_without_any_has_no_value():
    pairs = pairs_of([0, 0], [0, 1], [1, 1], 1, 3)
    values, _ = carried(pairs, pd.DataFrame({"n": [10]}), ["n"], uncovered=[0, 0.5, 0])
    assert values["n"].flag[:, 0].tolist() == [Flag.NONE, Flag.INCOMPLETE, Flag.MISSING]
    assert values["n"].known[1, 0] == pytest.approx(5)
    assert np.isinf(values["n"].high[1, 0])
    assert np.isnan(values["n"].known[2, 0])


def test_the_share_of_weight_without_source():
    share = uncovered_shares(np.array([0, -1, -1]), np.array([0, 0, 1]), np.array([3.0, 1.0, 2.0]), 3)
    assert share.tolist() == [0.25, 1.0, 0.0]


def test_whole_sources_are_exact_and_split_ones_are_not():
    values, _ = carried(SMALL, pd.DataFrame({"n": [0, 10]}), ["n"])
    assert values["n"].error[:, 0].tolist() == [0, 0]
    assert values["n"].split[1, 0] == 0
    assert (carried(SMALL, pd.DataFrame({"n": [90, 0]}), ["n"])[0]["n"].error > 0).all()


def test_the_standard_error_holds_for_worlds_that_follow_its_model():
    rng = np.random.default_rng(1)
    source, target, weight = rng.integers(0, 30, 3000), rng.integers(0, 10, 3000), rng.gamma(4, 1, 3000)
    pairs = pairs_of(source, target, weight, 30, 10)
    misses = []
    for _ in range(60):
        density = weight * rng.gamma(1 / 0.64, 0.64, 3000)  # coefficient of variation 0.8
        people = rng.poisson(5 * density)
        table = pd.DataFrame({"n": np.bincount(source, people, minlength=30)})
        estimate = carried(pairs, table, ["n"], options=Options(variation=0.8))[0]["n"]
        truth = np.bincount(target, people, minlength=10)
        misses.append((estimate.value[:, 0] - truth) / estimate.error[:, 0])
    assert 0.75 < np.std(misses) < 1.1


def test_densities_of_classes_are_found_again():
    rng = np.random.default_rng(3)
    amount = rng.gamma(2, 100, (60, 3))
    truth = np.array([0.5, 2.0, 8.0])
    found = class_densities(amount, (amount @ truth)[:, None])[:, 0]
    assert found / found.sum() == pytest.approx(truth / truth.sum(), abs=0.12)
    assert (found > 0).all()


def test_few_sources_leave_the_densities_alike():
    assert class_densities(np.ones((2, 3)), np.array([[5.0], [7.0]])).tolist() == [[1], [1], [1]]
    assert class_densities(np.ones((9, 1)), np.full((9, 1), 4.0)).tolist() == [[1]]


def test_learned_densities_bring_the_values_nearer_to_the_truth():
    rng = np.random.default_rng(4)
    source, target = rng.integers(0, 40, 4000), rng.integers(0, 60, 4000)
    kind = (rng.uniform(size=4000) < rng.uniform(size=40)[source]).astype(int)
    weights = np.zeros((4000, 2))
    weights[np.arange(4000), kind] = 1
    people = rng.poisson(np.where(kind == 1, 12, 1))
    table = pd.DataFrame({"n": np.bincount(source, people, minlength=40)})
    truth = np.bincount(target, people, minlength=60)
    pairs = point_pairs(source, target, weights, 40, 60)
    off = [
        np.abs(carried(pairs, table, ["n"], options=Options(calibrate=learn))[0]["n"].value[:, 0] - truth).sum()
        for learn in (True, False)
    ]
    assert off[0] < 0.7 * off[1]


def test_a_rate_without_a_part_is_incomplete():
    values, _ = carried(SMALL, pd.DataFrame({"n": [90, 10], "r": [None, 5]}), ["n"], "r : n")
    assert values["r"].flag[:, 0].tolist() == [Flag.INCOMPLETE] * 2
    assert np.isnan(values["r"].value).all()
    assert values["r"].known[1, 0] == pytest.approx(5)


def test_a_rate_of_nobody_counts_for_nothing():
    values, _ = carried(SMALL, pd.DataFrame({"n": [90, 0], "r": [4, None]}), ["n"], "r : n")
    assert values["r"].value[:, 0].tolist() == pytest.approx([4, 4])


@pytest.mark.parametrize(
    "table, sentence",
    [
        (pd.DataFrame({"n": ["viele", 1]}), "“n”, row 1: “viele” is no number"),
        (pd.DataFrame({"n": [-5, 1]}), "“n” has negative values"),
    ],
)
def test_bad_values_end_in_a_sentence(table, sentence):
    with pytest.raises(InputError, match=sentence):
        carried(SMALL, table, ["n"])


def test_nothing_chosen_is_asked_for():
    with pytest.raises(InputError, match="COUNT_FIELDS.*a, b"):
        carried(SMALL, pd.DataFrame({"a": [1, 2], "b": [1, 2]}), [])


def test_a_small_range_needs_a_threshold():
    with pytest.raises(InputError, match="THRESHOLD"):
        carried(SMALL, pd.DataFrame({"n": [1, 2]}), ["n"], options=Options(0, "small"))


def test_a_missing_value_where_no_weight_lies_can_be_nothing():
    pairs = pairs_of([0], [0], [1], 2, 1)
    ground = ground_pairs(np.array([1]), np.array([0]), np.array([50.0]), np.array([100.0, 50.0]), np.array([1]), 1, 1)
    both = joined(pairs, ground)
    at_weights = carried(both, pd.DataFrame({"n": [9, None]}), ["n"], options=Options(3, "small_at_weights"))[0]["n"]
    assert (at_weights.value[0, 0], at_weights.flag[0, 0]) == (9, Flag.NONE)
    anywhere = carried(both, pd.DataFrame({"n": [9, None]}), ["n"], options=Options(3, "small"))[0]["n"]
    assert anywhere.high[0, 0] == 11
    hidden = carried(both, pd.DataFrame({"n": ["9", "*"]}), ["n"], options=Options(3, "small_at_weights"))[0]["n"]
    assert hidden.low[0, 0] == 10


def test_hidden_small_counts_are_estimated_at_the_right_level():
    rng = np.random.default_rng(2)
    weight = rng.gamma(1.5, 2, 2000)
    true = rng.poisson(weight)
    shown = [str(n) if n == 0 or n >= 3 else "*" for n in true]
    pairs = pairs_of(range(2000), [0] * 2000, weight, 2000, 1)
    values, result = carried(pairs, pd.DataFrame({"n": shown}), ["n"], options=Options(3, "unknown", True))
    hidden = true[(true == 1) | (true == 2)].sum()
    assert result.totals["n", None].estimated == pytest.approx(hidden, rel=0.05)
    assert values["n"].low[0, 0] <= true.sum() <= values["n"].high[0, 0]


def test_missing_small_counts_do_not_all_come_out_as_the_largest():
    rng = np.random.default_rng(2)
    weight = rng.gamma(1.5, 2, 2000)
    true = rng.poisson(weight)
    table = pd.DataFrame({"n": [n if n >= 3 else None for n in true]})
    pairs = pairs_of(range(2000), [0] * 2000, weight, 2000, 1)
    result = carried(pairs, table, ["n"], options=Options(3, "small", True))[1]
    assert result.totals["n", None].estimated == pytest.approx(true[true < 3].sum(), rel=0.1)
