"""Empirical-Bayes values by hand, against PySAL's esda, and against an outsider."""

import numpy as np
import pytest
from small_kreis import TREE, areas

from sozialraum_plugin.core.indicators.hierarchy import hierarchy_of
from sozialraum_plugin.core.indicators.shrinkage import EVERYWHERE, marshall, smooth

CASES = np.array([2, 7, 0, 31, 12, 55, 4, 9], dtype=float)[:, None]
BASE = np.array([150, 420, 90, 800, 610, 1900, 75, 330], dtype=float)[:, None]
ALL = np.ones(CASES.shape, dtype=bool)
RATE, SHARE = np.array([False]), np.array([True])
# esda.smoothing.Empirical_Bayes(CASES, BASE).r of esda 2.9
ESDA = [
    0.025580944215566427, 0.024232700244505044, 0.02515197373545734, 0.03247623206220866, 0.024479400254227686,
    0.028425596450146626, 0.02924547221567255, 0.02738973762444108,
]  # fmt: skip


def test_rates_equal_those_of_esda():
    values, weights = marshall(CASES, BASE, ALL, RATE)
    np.testing.assert_allclose(values[:, 0], ESDA, rtol=1e-12)
    assert ((weights > 0) & (weights < 1)).all() and weights[5] == weights.max() and weights[6] == weights.min()


def test_a_share_by_hand():
    cases, base = np.array([[10.0], [30.0]]), np.array([[100.0], [100.0]])
    values, weights = marshall(cases, base, np.ones((2, 1), dtype=bool), SHARE)
    mean, spread = 0.2, 0.01
    between = spread - 0.2 * 0.8 / 100
    own = between / (between + 0.2 * 0.8 / 100)
    np.testing.assert_allclose(values[:, 0], [mean - own * 0.1, mean + own * 0.1], rtol=1e-12)
    np.testing.assert_allclose(weights, own)


def test_areas_that_differ_by_chance_alone_all_get_the_mean():
    values, weights = marshall(
        np.array([[5.0], [6.0], [4.0]]), np.full((3, 1), 100.0), np.ones((3, 1), dtype=bool), RATE
    )
    np.testing.assert_allclose(values, 0.05)
    assert (weights == 0).all()


def test_none_at_all_and_all_of_all_stay():
    for cases in (np.zeros((3, 1)), np.full((3, 1), 50.0)):
        values, _ = marshall(cases, np.full((3, 1), 50.0), np.ones((3, 1), dtype=bool), SHARE)
        np.testing.assert_allclose(values, cases / 50)


def town(children):
    """A town of Sozialräume a, b, ... with so many Quartiere each."""
    rows = [("town", "", "gemeinde", None)]
    for number, count in enumerate(children):
        social = "abcdef"[number]
        rows.append((social, "", "sozialraum", "town"))
        rows += [(f"{social}{quarter}", "", "quartier", social) for quarter in range(count)]
    return hierarchy_of(areas(*rows))


def test_smoothing_stays_below_the_area_above_unless_it_has_too_few():
    hierarchy = town([6, 3])
    generator = np.random.default_rng(1)
    base = generator.integers(50, 500, (len(hierarchy.codes), 1)).astype(float)
    cases = np.floor(base * generator.uniform(0.05, 0.5, base.shape))
    smoothed = smooth(cases, base, SHARE, np.ones(cases.shape, dtype=bool), hierarchy)
    group = {code: smoothed.names[n] if n >= 0 else "" for code, n in zip(hierarchy.codes, smoothed.groups[:, 0])}
    assert {group[f"a{n}"] for n in range(6)} == {"a"} and {group[f"b{n}"] for n in range(3)} == {"town"}
    assert group["a"] == "" and np.isnan(smoothed.values[hierarchy.codes.index("a")])
    quarters = [hierarchy.codes.index(f"a{n}") for n in range(6)]
    alone, _ = marshall(cases[quarters], base[quarters], np.ones((6, 1), dtype=bool), SHARE)
    np.testing.assert_allclose(smoothed.values[quarters], alone)


def test_areas_without_one_above_are_smoothed_together():
    flat = hierarchy_of(areas(*[(f"{n}", "", "quartier", None) for n in range(8)]))
    smoothed = smooth(CASES, BASE, RATE, ALL, flat)
    np.testing.assert_allclose(smoothed.values[:, 0], ESDA, rtol=1e-12)
    assert smoothed.names == [EVERYWHERE]


def test_too_few_areas_have_no_smoothed_value():
    hierarchy = hierarchy_of(TREE[:4])
    numbers = np.full((4, 1), 50.0)
    assert np.isnan(smooth(numbers / 2, numbers, SHARE, numbers > 0, hierarchy).values).all()


def test_hidden_rows_change_nothing_and_get_nothing():
    flat = hierarchy_of(areas(*[(f"{n}", "", "quartier", None) for n in range(8)]))
    results = []
    for secret in (1.0, 90.0, np.nan):
        cases = CASES.copy()
        cases[2] = secret
        shown = ALL.copy()
        shown[2] = False
        results.append(smooth(np.where(shown, cases, np.nan), BASE, RATE, ALL, flat).values)
        internal = smooth(cases, BASE, RATE, shown, flat).values
        np.testing.assert_array_equal(np.delete(internal, 2), np.delete(results[-1], 2))
    np.testing.assert_array_equal(results[0], results[1])
    np.testing.assert_array_equal(results[0], results[2])
    assert np.isnan(results[0][2]) and np.isfinite(np.delete(results[0], 2)).all()


def test_smoothed_rates_are_nearer_to_the_truth():
    generator = np.random.default_rng(7)
    flat = hierarchy_of(areas(*[(f"{n}", "", "quartier", None) for n in range(60)]))
    base = generator.integers(40, 250, (60, 40)).astype(float)
    truth = generator.beta(4, 36, (60, 1)) * np.ones((1, 40))
    cases = generator.binomial(base.astype(int), truth).astype(float)
    smoothed = smooth(cases, base, np.ones(40, dtype=bool), np.ones(cases.shape, dtype=bool), flat).values
    assert ((smoothed - truth) ** 2).mean() < 0.9 * ((cases / base - truth) ** 2).mean()


@pytest.mark.parametrize("bad", [np.nan, -1.0])
def test_no_case_numbers_no_smoothed_value(bad):
    flat = hierarchy_of(areas(*[(f"{n}", "", "quartier", None) for n in range(8)]))
    cases = CASES.copy()
    cases[0] = bad
    values = smooth(cases, BASE, RATE, ALL, flat).values
    assert np.isnan(values[0]) and np.isfinite(values[1:]).all()
