"""Intervals against published numbers: Newcombe 1998, statsmodels 0.14, and the exact Poisson limits."""

import numpy as np
import pytest

from sozialraum_plugin.core.indicators.indicator import IndicatorKind
from sozialraum_plugin.core.indicators.intervals import byar, interval, quotient, wilson


@pytest.mark.parametrize(
    ("cases", "total", "lower", "upper"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, table I, method 3
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (13, 25, 0.3349851695, 0.6996871405),  # statsmodels.stats.proportion.proportion_confint, method="wilson"
        (0, 10, 0.0, 0.2775327999),
        (10, 10, 0.7224672001, 1.0),
        (1, 1000, 0.0001765464, 0.0056425586),
    ],
)
def test_wilson_equals_published_limits(cases, total, lower, upper):
    low, high = wilson(np.array([float(cases)]), np.array([float(total)]))
    assert low[0] == pytest.approx(lower, abs=6e-5) and high[0] == pytest.approx(upper, abs=6e-5)


@pytest.mark.parametrize(
    ("cases", "lower", "upper"),
    [(3, 0.6187, 8.7673), (10, 4.7954, 18.3904), (50, 37.111, 65.919), (200, 173.24, 229.72)],
)
def test_byar_is_near_the_exact_poisson_limits(cases, lower, upper):
    low, high = byar(np.array([float(cases)]), np.array([1.0]))
    assert low[0] == pytest.approx(lower, rel=0.08 / cases) and high[0] == pytest.approx(upper, rel=0.01)


def test_no_events_have_no_lower_limit_and_an_upper_one_that_holds():
    low, high = byar(np.zeros(1), np.array([1000.0]))
    assert low[0] == 0 and 0.0030 < high[0] < 0.0038  # exact: 3.689 in 1000, one-sided 2.996


def test_a_share_covers_the_truth_in_95_of_100_samples():
    generator = np.random.default_rng(3)
    for share in (0.05, 0.3, 0.9):
        low, high = wilson(generator.binomial(80, share, 20000).astype(float), np.full(20000, 80.0))
        assert 0.92 < ((low <= share) & (share <= high)).mean() < 0.975


def test_a_quotient_is_turned_round_with_its_groups():
    low, high = quotient(np.array([20.0]), np.array([60.0]))
    back_low, back_high = quotient(np.array([60.0]), np.array([20.0]))
    assert low[0] < 1 / 3 < high[0]
    assert (1 / back_high[0], 1 / back_low[0]) == (pytest.approx(low[0]), pytest.approx(high[0]))


def test_what_has_no_interval_gets_none():
    nan = float("nan")
    for cases, total in ((5.0, 4.0), (nan, 10.0), (1.0, nan), (0.0, 0.0), (-1.0, 10.0)):
        assert np.isnan(wilson(np.array([cases]), np.array([total]))).all()
    for kind in set(IndicatorKind.ALL) - {IndicatorKind.SHARE, IndicatorKind.QUOTIENT, IndicatorKind.RATE}:
        assert np.isnan(interval(kind, np.array([5.0]), np.array([10.0]))).all()
    assert np.isnan(byar(np.array([5.0]), np.array([0.0]))).all()
