"""Groups against the rest: published intervals, exact tests by hand, and nothing hidden can be worked out."""

import itertools
import math

import numpy as np
import pytest

from sozialraum_plugin.core.fields import Flag
from sozialraum_plugin.core.indices.groups.group_comparison import ALIKE, KNOWN, LEAVE_OUT, Publication, compare
from sozialraum_plugin.core.indices.groups.group_comparison_input import RateOfAreas
from sozialraum_plugin.core.indices.groups.group_comparison_table import COMPARISONS, comparison_table
from sozialraum_plugin.core.indices.groups.group_comparison_tests import (
    Limits,
    corrected_for_number,
    difference,
    p_value,
    rate,
    ratio,
)

SHARE, RATE, QUOTIENT = "anteil", "rate", "quotient"
# Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10
PUBLISHED = [
    ((56, 70), (48, 80), 0.0524, 0.3339),
    ((9, 10), (3, 10), 0.1705, 0.8090),
    ((6, 7), (2, 7), 0.0582, 0.8062),
    ((5, 56), (0, 29), -0.0381, 0.1926),
    ((0, 10), (0, 20), -0.1611, 0.2775),
    ((0, 10), (0, 10), -0.2775, 0.2775),
    ((10, 10), (0, 20), 0.6791, 1.0),
    ((10, 10), (0, 10), 0.6075, 1.0),
]


@pytest.mark.parametrize(("one", "other", "lower", "upper"), PUBLISHED)
def test_newcombes_published_differences(one, other, lower, upper):
    found = difference(rate(SHARE, *one), rate(SHARE, *other))
    assert (found.lower, found.upper) == pytest.approx((lower, upper), abs=5e-5)


def test_limits_of_a_ratio_are_where_the_limits_of_the_difference_are_0():
    for one, other in (((56, 70), (48, 80)), ((3, 200), (1, 90)), ((4, 90), (30, 500))):
        first, second = rate(SHARE, *one), rate(SHARE, *other)
        found = ratio(first, second)
        for theta, end in ((found.lower, "lower"), (found.upper, "upper")):
            if math.isfinite(theta):
                scaled = Limits(second.value, second.lower, second.upper).times(theta)
                assert getattr(difference(first, scaled), end) == pytest.approx(0, abs=1e-9)


def test_a_ratio_to_nothing_has_no_upper_end():
    found = ratio(rate(SHARE, 5, 56), rate(SHARE, 0, 29))
    assert found.value == math.inf and found.upper == math.inf and 0 < found.lower < 1
    assert ratio(rate(RATE, 0, 100), rate(RATE, 3, 100)).lower == 0


def hypergeometric(cases, base, cases_other, base_other):
    def chance(count):
        return math.comb(base, count) * math.comb(base_other, members - count) / math.comb(base + base_other, members)

    members = cases + cases_other
    counts = range(max(0, members - base_other), min(base, members) + 1)
    return sum(chance(count) for count in counts if chance(count) <= chance(cases) * (1 + 1e-9))


def test_small_shares_are_tested_exactly():
    for one, other in (((3, 9), (1, 40)), ((0, 12), (4, 30)), ((9, 10), (3, 10))):
        assert p_value(SHARE, one, other) == pytest.approx(hypergeometric(*one, *other))


def test_rates_are_tested_given_their_sum():
    chances = [math.comb(7, count) * 0.25**count * 0.75 ** (7 - count) for count in range(8)]
    exact = sum(chance for chance in chances if chance <= chances[5] * (1 + 1e-9))
    assert p_value(RATE, (5, 100), (2, 300)) == pytest.approx(exact)


def test_p_values_hold_their_level():
    random = np.random.default_rng(3)
    for kind, draw in ((SHARE, random.binomial), (RATE, lambda base, share: random.poisson(base * share))):
        found = [p_value(kind, (draw(400, 0.04), 400), (draw(3000, 0.04), 3000)) for _ in range(1500)]
        assert np.mean(np.array(found) < 0.05) < 0.065


def test_benjamini_and_hochberg_by_hand():
    found = corrected_for_number(np.array([0.01, 0.04, np.nan, 0.03, 0.5]))
    assert found[[0, 1, 3, 4]].tolist() == pytest.approx([0.04, 0.16 / 3, 0.16 / 3, 0.5])
    assert np.isnan(found[2])


CODES = [f"{number:02d}" for number in range(6)]


def share(numerator, denominator, hidden=None, kind=SHARE):
    unknown = np.zeros(len(CODES), dtype=bool) if hidden is None else np.array(hidden)
    values = np.array(numerator, dtype=float), np.array(denominator, dtype=float)
    return RateOfAreas("X", "X", kind, 100.0, "%", "+", None, *values, unknown)


def test_rates_are_pooled_from_counts_not_means_of_rates():
    one = share([10, 40, 5, 5, 5, 5], [100, 800, 100, 100, 100, 100])
    (found,) = compare(CODES, [one], {"g": ["00", "01"]})
    assert found.inside.rate.value == pytest.approx(100 * 50 / 900)
    assert found.outside.rate.value == pytest.approx(5)
    assert found.difference.value == pytest.approx(100 * 50 / 900 - 5)
    assert found.difference.lower < found.difference.value < found.difference.upper


def test_small_differences_are_not_distinguishable():
    one = share([5, 6, 5, 5, 4, 5], [100] * 6)
    assert compare(CODES, [one], {"g": ["00", "01"]})[0].verdict == ALIKE


def test_a_hidden_count_is_never_worked_out():
    one = share([10, np.nan, 5, 5, 5, 5], [100] * 6, [False, True, False, False, False, False])
    (found,) = compare(CODES, [one], {"g": ["00", "01"]})
    assert found.flag == Flag.INCOMPLETE and not found.inside.shown and found.inside.hidden == 1
    assert found.outside.rate.value == pytest.approx(5)
    (rest,) = compare(CODES, [one], {"g": ["02", "03"]}, LEAVE_OUT)
    assert rest.flag == Flag.INCOMPLETE and rest.inside.shown and not rest.outside.shown
    (rest,) = compare(CODES, [one], {"g": ["02", "03"]})
    assert rest.flag == Flag.INCOMPLETE and rest.outside.rate.value == pytest.approx(100 * 20 / 300)
    (known,) = compare(CODES, [one], {"g": ["00", "01"]}, KNOWN)
    assert known.inside.rate.value == pytest.approx(10) and known.flag == Flag.INCOMPLETE


def numbers_of(comparisons):
    table = comparison_table(comparisons)
    return table[[column.name for column in COMPARISONS if column.kind.value in ("integer", "real")]]


def test_group_and_rest_with_a_small_count_are_hidden_together():
    for numerator in ([1, 1, 20, 20, 20, 20], [50, 50, 0, 0, 1, 1], [99, 100, 5, 5, 5, 5]):
        (found,) = compare(CODES, [share(numerator, [100] * 6)], {"g": ["00", "01"]})
        assert found.flag == Flag.SECRET
        assert numbers_of([found]).isna().all(axis=None)
    (shown,) = compare(CODES, [share([0, 0, 20, 20, 20, 20], [100] * 6)], {"g": ["00", "01"]})
    assert shown.flag == Flag.NONE


def possible_counts(comparisons, groups, total, threshold):
    """Return which counts of each group are in keeping with what is shown, the total and the rule: by trying all."""
    shown = {one.group: one.inside.numerator for one in comparisons if not one.is_hidden}
    hidden = [name for name in groups if name not in shown]
    left = total - sum(shown.values())
    flags = {one.group: one.flag for one in comparisons}
    found = {name: set() for name in hidden}
    for counts in itertools.product(range(int(left) + 1), repeat=len(hidden)):
        fits = all((0 < count < threshold) == (flags[name] == Flag.SECRET) for name, count in zip(hidden, counts))
        if sum(counts) == left and fits:
            for name, count in zip(hidden, counts):
                found[name].add(count)
    return found


@pytest.mark.parametrize("counts", [[2, 7, 30], [1, 30, 7], [2, 3, 3], [1, 2, 40], [2, 2, 9]])
def test_other_groups_and_the_total_do_not_tell_a_small_one(counts):
    numerator = [counts[0], 0, counts[1], 0, counts[2], 0]
    groups = {"a": ["00", "01"], "b": ["02", "03"], "c": ["04", "05"]}
    found = compare(CODES, [share(numerator, [200] * 6)], groups)
    assert found[0].is_hidden
    for name, possible in possible_counts(found, groups, sum(counts), 3).items():
        small = counts["abc".index(name)] < 3
        assert not small or possible >= {1, 2}


def test_the_known_part_of_an_incomplete_group_is_not_told_by_the_others():
    one = share([2, np.nan, 10, 10, 20, 20], [200] * 6, [False, True, False, False, False, False])
    found = compare(CODES, [one], {"a": ["00", "01"], "b": ["02", "03"], "c": ["04", "05"]})
    assert not found[0].inside.shown
    shown = [one for one in found if one.inside.shown]
    assert len(shown) == 1
    for row in shown:
        assert row.inside.numerator + row.outside.numerator - sum(one.inside.numerator for one in shown) >= 3


def test_internal_use_shows_small_counts_and_marks_them():
    one = share([1, 1, 20, 20, 20, 20], [100] * 6)
    (found,) = compare(CODES, [one], {"g": ["00", "01"]}, publication=Publication(internal=True))
    assert found.flag == Flag.INTERNAL and found.inside.numerator == 2


def test_rates_on_a_small_base_are_hidden():
    (found,) = compare(CODES, [share([5, 5, 20, 20, 20, 20], [12, 12, 100, 100, 100, 100])], {"g": ["00", "01"]})
    assert found.flag == Flag.TOO_SMALL_BASE and numbers_of([found]).isna().all(axis=None)


def test_a_quotient_is_tested_as_a_share():
    one, other = (40, 60), (300, 900)
    assert p_value(QUOTIENT, one, other) == pytest.approx(p_value(SHARE, (40, 100), (300, 1200)))
    assert rate(QUOTIENT, 300, 200).value == 1.5 and rate(QUOTIENT, 300, 200).upper > 1.5


def test_nobody_in_the_group_is_no_rate():
    (found,) = compare(CODES, [share([0, 0, 5, 5, 5, 5], [0, 0, 100, 100, 100, 100])], {"g": ["00", "01"]})
    assert (
        not found.inside.shown and np.isnan(found.p) and "denominator is 0" in comparison_table([found])["hinweis"][0]
    )
