"""Classes against numbers by hand, numpy's quantiles, and all divisions tried out."""

import itertools

import numpy as np
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indices.composite.classification import (
    Rule,
    burden_ranks,
    classify,
    natural_breaks,
    quantile,
    read_classes,
)

NUMPY = {
    1: "inverted_cdf", 2: "averaged_inverted_cdf", 4: "interpolated_inverted_cdf", 5: "hazen", 6: "weibull",
    7: "linear", 8: "median_unbiased", 9: "normal_unbiased",
}  # fmt: skip


@pytest.mark.parametrize("kind", NUMPY)
def test_quantiles_like_numpy(kind):
    random = np.random.default_rng(kind)
    for count in (2, 3, 7, 10, 20, 101):
        values = np.round(random.normal(size=count), 2)
        for share in (0.1, 0.2, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9):
            expected = np.quantile(values, share, method=NUMPY[kind])
            assert quantile(values, share, kind) == pytest.approx(expected, abs=1e-12)


def test_quantile_of_type_3_takes_the_even_place():
    # R: quantile(1:5, 0.5, type = 3) is 2, quantile(1:4, 0.375, type = 3) is 2
    assert quantile(np.arange(1.0, 6.0), 0.5, 3) == 2
    assert quantile(np.arange(1.0, 5.0), 0.375, 3) == 2


def test_class_1_is_the_most_burdened():
    index = np.array([5.0, np.nan, 1.0, 9.0, 7.0, 3.0])
    for kind in ("quantile", "rank", "equal", "natural", "sd"):
        classes = classify(index, Rule(kind, 3)).classes
        assert classes[3] == classes[np.nanargmax(index)] == 1, kind
        assert classes[1] == 0
        assert classes[2] == 3


def test_tenths_of_ranks():
    assert classify(np.arange(25.0), Rule("rank", 10)).classes[::-1].tolist() == [
        1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 8, 9, 9, 10, 10, 10,
    ]  # fmt: skip


def test_limits_of_berlin_belong_to_the_middle():
    index = np.array([-1.1, -1.0, 0.0, 1.0, 1.2, 1.5, 1.6])
    assert classify(index, Rule("fixed", 4, (-1.0, 1.0, 1.5))).classes.tolist() == [4, 3, 3, 3, 2, 2, 1]


def test_steps_of_one_standard_deviation():
    index = np.array([0.0, 2.0, 4.0, 6.0, 8.0])  # mean 4, sd 2.828
    found = classify(index, Rule("sd", 4))
    assert np.round(found.limits, 3).tolist() == [1.172, 4.0, 6.828]
    assert found.classes.tolist() == [4, 3, 3, 2, 1]


def test_natural_breaks_are_the_best_of_all():
    random = np.random.default_rng(4)
    for _ in range(20):
        values = np.sort(random.normal(size=11).round(2))
        least = min(
            sum(((part - part.mean()) ** 2).sum() for part in np.split(values, cuts))
            for cuts in itertools.combinations(range(1, 11), 3)
        )
        limits = natural_breaks(values, 4)
        parts = np.split(values, np.searchsorted(values, limits, "right"))
        assert sum(((part - part.mean()) ** 2).sum() for part in parts if len(part)) == pytest.approx(least)


def test_values_that_differ_by_rounding_share_a_rank():
    assert burden_ranks(np.array([0.3, 0.1 + 0.2, 0.5, np.nan, 0.1])).tolist() == [2, 2, 1, 0, 4]


def test_reading_classes():
    assert read_classes("5") == (5, ())
    assert read_classes("-1; 1; 1,5") == (4, (-1.0, 1.0, 1.5))
    for wrong in ("", "fünf", "1; 1", "2; 1"):
        with pytest.raises(InputError):
            read_classes(wrong)


def test_more_classes_than_values_and_all_equal():
    assert set(classify(np.array([1.0, 1.0, 1.0]), Rule("natural", 5)).classes.tolist()) == {1}
    assert classify(np.array([2.0, 1.0]), Rule("natural", 5)).classes.tolist() == [1, 2]
    assert len(set(classify(np.zeros(4), Rule("sd", 5)).classes.tolist())) == 1
