"""The correction for many tests, and rates of areas of different size."""

from itertools import permutations

import numpy as np
import pytest

from sozialraum_plugin.core.indices.spatial import permutation_tests
from sozialraum_plugin.core.indices.spatial.autocorrelation_significance import (
    adjusted,
    fewest_findings,
    permutations_needed,
    significant,
)
from sozialraum_plugin.core.indices.spatial.permutation_tests import p_values
from sozialraum_plugin.core.indices.spatial.rate_adjustment import standardised_rates


def test_false_discovery_control_by_hand():
    p = np.array([0.01, 0.04, 0.03, np.nan, 0.005])
    assert adjusted(p, "fdr").tolist() == pytest.approx([0.02, 0.04, 0.04, np.nan, 0.02], nan_ok=True)
    assert adjusted(p, "bonferroni").tolist() == pytest.approx([0.04, 0.16, 0.12, np.nan, 0.02], nan_ok=True)
    assert adjusted(p, "none").tolist() == pytest.approx(p.tolist(), nan_ok=True)
    assert significant(adjusted(p, "fdr"), 0.04).tolist() == [True, True, True, False, True]


@pytest.mark.parametrize("order", permutations([0.03, 0.035, 0.036, 0.9]))
def test_false_discovery_control_finds_the_largest_that_holds(order):
    """Benjamini and Hochberg's own rule: all up to the last p that is at most its rank / n * level."""
    p = np.array(order)
    ranked = np.sort(p)
    holds = np.flatnonzero(ranked <= np.arange(1, 5) / 4 * 0.05)
    assert significant(adjusted(p, "fdr"), 0.05).tolist() == (p <= ranked[holds[-1]]).tolist()


def test_reach_of_the_permutations():
    assert fewest_findings(5000, 0.002, 0.05, "fdr") == 200
    assert fewest_findings(20, 0.002, 0.05, "fdr") == 1
    assert fewest_findings(20, 0.02, 0.01, "fdr") == 0
    assert fewest_findings(100, 0.002, 0.05, "bonferroni") == 0
    needed = permutations_needed(100, 0.002, 999, 0.05)
    assert fewest_findings(100, 2 / (needed + 1), 0.05, "bonferroni") == 1
    assert fewest_findings(100, 2 / needed, 0.05, "bonferroni") == 0


def test_rates_without_any_case_are_all_alike():
    assert standardised_rates(np.zeros(3), np.array([10.0, 20, 30])).tolist() == [0, 0, 0]


def test_rates_more_alike_than_chance_makes_them():
    """Numbers by esda: the variance of the largest areas would be negative."""
    ours = standardised_rates(np.array([10.0, 20, 30, 45]), np.array([100.0, 200, 300, 400]))
    assert ours.tolist() == pytest.approx(
        [-0.19352824992904552, -0.4188539082916947, -0.26726124191242384, 0.4629100498862762]
    )


def test_a_small_area_with_a_high_rate_does_not_stand_out_as_much():
    adjusted_rates = standardised_rates(np.array([2.0, 200, 90, 110, 95]), np.array([10.0, 1000, 1000, 1000, 1000]))
    assert 0 < adjusted_rates[0] < adjusted_rates[1]  # 20 % of 10 people, 20 % of 1000


def test_p_values_stay_at_most_one():
    tails = permutation_tests.Tails(np.array([99, 60]), np.array([99, 45]))
    assert p_values(tails, 99).tolist() == [1.0, pytest.approx(0.92)]
    assert p_values(tails, 99, "directed").tolist() == [1.0, 0.46]
