"""Segregation: PySAL's values, hand-made extremes, and what chance does to small areas."""

import json
from pathlib import Path

import numpy as np
import pytest

from sozialraum_plugin.core.indices.segregation.segregation import BOOTSTRAP, Chance, Comparison, estimates, rescaled
from sozialraum_plugin.core.indices.segregation.segregation_draws import (
    AREAS_FIXED,
    GROUPS_FIXED,
    random_allocation,
    resampled,
)
from sozialraum_plugin.core.indices.segregation.segregation_measures import (  # fmt: skip
    DISSIMILARITY,
    MEASURES,
    SEVERAL_GROUPS,
    TWO_GROUPS,
    gini,
)

# made by scripts/bench/segregation.py --write from made-up counts
PYSAL = json.loads((Path(__file__).parent / "segregation_pysal.json").read_text())


@pytest.mark.parametrize("case", PYSAL["cases"], ids=lambda case: f"{len(case['counts'])} areas")
def test_equal_to_pysal(case):
    counts = np.array(case["counts"], dtype=float)
    total = counts.sum(axis=1)
    for name, value in case["multi"].items():
        assert float(SEVERAL_GROUPS[name](counts)) == pytest.approx(value, abs=1e-9), name
    for group, values in enumerate(case["single"].values()):
        pair = np.column_stack([counts[:, group], total - counts[:, group]])
        for name, value in values.items():
            assert float(TWO_GROUPS[name](pair)) == pytest.approx(value, abs=1e-9), name


def test_wholly_apart_is_1_and_even_is_0():
    apart = np.array([[50.0, 0.0], [0.0, 30.0], [20.0, 0.0]])
    even = np.array([[10.0, 30.0], [20.0, 60.0], [1.0, 3.0]])
    for name in ("dissimilarity", "entropy", "gini", "eta2"):
        assert float(TWO_GROUPS[name](apart)) == pytest.approx(1), name
        assert float(TWO_GROUPS[name](even)) == pytest.approx(0, abs=1e-12), name
    for function in SEVERAL_GROUPS.values():
        assert float(function(apart)) == pytest.approx(1)
    assert float(TWO_GROUPS["isolation"](even)) == pytest.approx(0.25)


def test_gini_by_all_pairs():
    counts = np.random.default_rng(3).poisson(9, (40, 2)).astype(float)
    total, share = counts.sum(1), counts[:, 0] / counts.sum(1)
    pairs = (np.outer(total, total) * np.abs(share[:, None] - share)).sum()
    whole = counts[:, 0].sum() / total.sum()
    assert float(gini(counts)) == pytest.approx(pairs / (2 * total.sum() ** 2 * whole * (1 - whole)))


@pytest.mark.parametrize("scheme", [AREAS_FIXED, GROUPS_FIXED])
def test_resampling_keeps_its_margin_and_is_right_on_average(scheme):
    counts = np.array([[5, 20, 3], [0, 40, 9], [30, 1, 0], [0, 0, 0]])
    tables = np.concatenate(list(resampled(counts, 4000, scheme, np.random.default_rng(1))))
    axis = 2 if scheme == AREAS_FIXED else 1
    assert (tables.sum(axis) == counts.sum(axis - 1)).all()
    assert np.abs(tables.mean(0) - counts).max() < 0.5


def test_random_allocation_has_the_shares_of_the_whole():
    counts = np.array([[5, 95], [45, 55], [10, 190]])
    tables = np.concatenate(list(random_allocation(counts, 4000, np.random.default_rng(1))))
    assert tables.mean(0)[:, 0] == pytest.approx([15, 15, 30], abs=0.4)


def test_an_even_town_of_small_areas_looks_segregated_by_what_chance_does():
    random = np.random.default_rng(8)
    raw, beyond_chance, by_bootstrap = [], [], []
    for seed in range(20):
        members = random.binomial(60, 0.05, 80)
        comparison = Comparison("a", "b", np.column_stack([members, 60 - members]), (DISSIMILARITY,))
        found = estimates(comparison, Chance(300, seed))[DISSIMILARITY]
        raw.append(found.value)
        beyond_chance.append(found.value - found.expected)
        by_bootstrap.append(estimates(comparison, Chance(300, seed, correction=BOOTSTRAP))[DISSIMILARITY].corrected)
    assert np.mean(raw) > 0.2
    assert abs(np.mean(beyond_chance)) < 0.02
    assert np.mean(by_bootstrap) < 0.6 * np.mean(raw)


def test_limits_hold_the_value_that_repeated_counts_have():
    """The half width is that of the values of independently drawn towns, within a third."""
    random = np.random.default_rng(2)
    chances = np.clip(random.beta(2, 10, 60), 0.01, 0.9)
    values = []
    for _ in range(400):
        members = random.binomial(400, chances)
        values.append(float(TWO_GROUPS[DISSIMILARITY](np.column_stack([members, 400 - members]).astype(float))))
    comparison = Comparison("a", "b", np.column_stack([members, 400 - members]), MEASURES)
    found = estimates(comparison, Chance(1000, 1))[DISSIMILARITY]
    true_width = np.quantile(values, 0.975) - np.quantile(values, 0.025)
    assert (found.upper - found.lower) == pytest.approx(true_width, rel=0.33)
    assert found.by_chance < 0.01


def test_the_correction_by_hand():
    assert rescaled(0.4, 0.1) == pytest.approx(1 / 3)
    assert rescaled(0.05, 0.1) == pytest.approx(-0.5)
    assert np.isnan(rescaled(1.0, 1.0))
