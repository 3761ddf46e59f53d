"""Properties of neighbourhood statistics that hold whatever the numbers; weights, tests and corrections."""

from itertools import combinations, permutations

import numpy as np
import pytest

from sozialraum_plugin.core.errors import CancelledError
from sozialraum_plugin.core.indices.spatial import permutation_tests
from sozialraum_plugin.core.indices.spatial.autocorrelation import geary_c, global_measures, moran_i
from sozialraum_plugin.core.indices.spatial.autocorrelation_local import STATISTICS, local_measures
from sozialraum_plugin.core.indices.spatial.permutation_tests import conditional_tails
from sozialraum_plugin.core.indices.spatial.spatial_weights import from_edges, from_links, k_nearest


def lattice(columns, rows=None, standardised=True):
    """Rook neighbours of a lattice, numbered row by row."""
    rows = rows or columns
    number = np.arange(columns * rows).reshape(rows, columns)
    right = np.column_stack([number[:, :-1].ravel(), number[:, 1:].ravel()])
    down = np.column_stack([number[:-1].ravel(), number[1:].ravel()])
    return from_edges(np.vstack([right, down]), columns * rows, standardised)


def chessboard(side):
    return (np.add.outer(np.arange(side), np.arange(side)) % 2).astype(float).ravel()


@pytest.mark.parametrize("standardised", [True, False])
def test_a_chessboard_is_perfectly_unlike(standardised):
    weights = lattice(6, standardised=standardised)
    assert moran_i(chessboard(6), weights) == pytest.approx(-1)
    assert geary_c(chessboard(6), weights) == pytest.approx(2 * 35 / 36)


def test_halves_are_alike():
    halves = np.repeat([0.0, 1.0], 18)
    measures = global_measures(halves, lattice(6), 999, 1)
    assert measures.moran.value > 0.7
    assert measures.geary.value < 0.3
    assert measures.moran.p == 0.002  # twice the smallest of 1000
    assert measures.getis.value > measures.getis.expected


def test_local_moran_adds_up_to_the_global_one():
    values = np.random.default_rng(1).gamma(2, 1, 30)
    weights = k_nearest(np.random.default_rng(2).random((30, 2)), 5)
    local = local_measures(values, weights, "moran", 99)
    assert local.value.sum() / 29 == pytest.approx(moran_i(values, weights))


def test_local_geary_adds_up_to_the_global_one():
    values = np.random.default_rng(1).gamma(2, 1, 30)
    weights = lattice(6, 5)
    local = local_measures(values, weights, "geary", 99)
    assert local.value.sum() * 29 / (2 * 30 * 30) == pytest.approx(geary_c(values, weights))


@pytest.mark.parametrize("statistic", STATISTICS)
@pytest.mark.parametrize("kind", ["scale", "order"])
def test_unit_and_order_of_the_areas_do_not_matter(statistic, kind):
    values = np.random.default_rng(3).gamma(2, 1, 36)
    weights = lattice(6)
    before = local_measures(values, weights, statistic, 4999)
    if kind == "scale":
        after = local_measures(values * 100 + 7, weights, statistic, 4999)
        order = np.arange(36)
    else:
        order = np.random.default_rng(4).permutation(36)
        place = np.argsort(order)
        links = np.column_stack([place[weights.focal], place[weights.indices]])
        after = local_measures(values[order], from_links(links, 36), statistic, 4999)
    np.testing.assert_allclose(after.z, before.z[order], rtol=1e-9)
    assert after.cluster.tolist() == before.cluster[order].tolist()
    np.testing.assert_allclose(after.p, before.p[order], atol=0 if kind == "scale" else 0.07)


def exact_tail(values, area, neighbours, squares):
    """Both tails over all draws of neighbours from the others."""
    others = [row for row in range(len(values)) if row != area]

    def statistic(rows):
        chosen = values[list(rows)]
        return ((chosen - values[area]) ** 2).sum() if squares else chosen.sum()

    seen = statistic(neighbours)
    draws = np.array([statistic(rows) for rows in combinations(others, len(neighbours))])
    return (draws >= seen - 1e-9).mean(), (draws <= seen + 1e-9).mean(), draws.mean(), draws.std()


@pytest.mark.parametrize("statistic", ["moran", "gi", "geary"])
def test_p_and_z_are_those_of_all_possible_draws(statistic):
    values = np.array([1.0, 1.0, 4.0, 9.0, 2.0, 7.0, 7.0, 30.0, 3.0])
    weights = lattice(3)
    z = (values - values.mean()) / values.std()
    ours = local_measures(values, weights, statistic, 20_000)
    for area in range(9):
        neighbours = weights.indices[weights.starts[area] : weights.starts[area + 1]]
        high, low, mean, spread = exact_tail(z, area, neighbours, statistic == "geary")
        assert ours.p[area] == pytest.approx(min(1, 2 * min(high, low)), abs=0.025)
        seen = ((z[neighbours] - z[area]) ** 2).sum() if statistic == "geary" else z[neighbours].sum()
        expected = (seen - mean) / spread * (np.sign(z[area]) if statistic == "moran" else 1)
        assert ours.z[area] == pytest.approx(expected)


def test_global_p_values_are_those_of_all_orders():
    values = np.array([1.0, 2.0, 3.0, 9.0, 9.0, 4.0])
    weights = from_edges(np.array([[0, 1], [1, 2], [2, 3], [3, 4], [0, 2]]), 6)  # the last is an island
    focal, own = weights.focal, weights.weight

    def g(order):
        return sum(order[i] * order[j] for i, j in zip(focal, weights.indices))

    def c(order):
        return sum(own[i] * (order[i] - order[j]) ** 2 for i, j in zip(focal, weights.indices))

    ours = global_measures(values, weights, 20_000, 1)
    for measure, statistic in ((ours.moran, lambda order: moran_i(order, weights)), (ours.geary, c), (ours.getis, g)):
        drawn = np.array([statistic(np.array(order)) for order in permutations(values)])
        high, low = (drawn >= statistic(values) - 1e-9).mean(), (drawn <= statistic(values) + 1e-9).mean()
        assert measure.p == pytest.approx(min(1, 2 * min(high, low)), abs=0.02)


def test_under_chance_one_area_in_twenty_is_below_one_twentieth():
    generator = np.random.default_rng(8)
    shares = [
        (local_measures(generator.normal(size=400), lattice(20), "moran", 199, seed).p <= 0.05).mean()
        for seed in range(10)
    ]
    assert 0.03 < np.mean(shares) < 0.065


@pytest.mark.parametrize("size", [12, 60])
def test_draws_hold_each_number_equally_often_and_none_twice(size):
    drawing = permutation_tests._Drawing(size, 500, np.random.default_rng(1))
    for count in (3, size - 1, 5):
        drawn = drawing.draw(count)
        assert drawn.max() <= size - 2
        assert all(len(set(column)) == count for column in drawn.T.tolist())
    for place in range(4):
        often = np.bincount(np.concatenate([drawing.draw(4)[place].copy() for _ in range(400)]), minlength=size - 1)
        assert abs(often / often.mean() - 1).max() < 5 / np.sqrt(often.mean())


def test_all_others_as_neighbours_prove_nothing():
    values = np.random.default_rng(1).normal(size=8)
    weights = from_edges(np.array(list(combinations(range(8), 2))), 8)
    assert local_measures(values, weights, "moran", 99).p.tolist() == [1.0] * 8


def test_ties_do_not_look_significant():
    values = np.zeros(100)
    values[0] = 1.0
    p = local_measures(values, lattice(10), "moran", 999).p
    assert (np.delete(p, [0, 1, 10]) > 0.5).all()  # nearly every draw is as empty as theirs


def test_small_blocks_and_large_ones_say_the_same(monkeypatch):
    values = np.random.default_rng(3).gamma(2, 1, 100)
    large = local_measures(values, lattice(10), "moran", 4999).p
    monkeypatch.setattr(permutation_tests, "_POOL", 50_000)  # 500 permutations at once
    monkeypatch.setattr(permutation_tests, "_CELLS", 700)
    small = local_measures(values, lattice(10), "moran", 4999).p
    assert not np.array_equal(large, small)
    np.testing.assert_allclose(small, large, atol=0.06)


def test_the_seed_decides():
    values = np.random.default_rng(3).gamma(2, 1, 100)
    first, again, other = (local_measures(values, lattice(10), "gi", 199, seed).p for seed in (5, 5, 6))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_progress_rises_and_cancelling_ends():
    seen = []
    local_measures(np.random.default_rng(1).normal(size=400), lattice(20), "moran", 99, advance=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(1)
    assert len(seen) > 20

    def cancel(share):
        raise CancelledError

    with pytest.raises(CancelledError):
        conditional_tails(np.arange(9.0), lattice(3).counts, np.zeros(9), 99, 1, advance=cancel)
    with pytest.raises(CancelledError):
        global_measures(np.arange(9.0), lattice(3), 99, 1, advance=cancel)


def test_islands_have_no_statistic_but_a_part_in_the_mean():
    weights = from_edges(np.array([[0, 1], [1, 2], [2, 3]]), 5)
    values = np.array([1.0, 2.0, 3.0, 4.0, 90.0])
    local = local_measures(values, weights, "moran", 99)
    assert np.isnan([local.value[4], local.z[4], local.p[4], local.neighbours_mean[4]]).all()
    assert local.cluster[4] == "ausgeschlossen"
    assert set(local.cluster[:4]) == {"LL"}  # the island makes all others low


def test_gi_star_tells_an_area_from_its_surroundings():
    values = np.ones(100) + np.random.default_rng(1).random(100) / 10
    values[55] = 50.0
    values[[45, 54, 56, 65]] = 0.5
    assert local_measures(values, lattice(10), "gistar", 99).cluster[55] == "HL"
    assert local_measures(values, lattice(10), "gi", 99).cluster[55] == "LL"


def test_g_is_left_empty_for_negative_values_but_z_is_not():
    values = np.random.default_rng(1).normal(size=36)
    local = local_measures(values, lattice(6), "gi", 99)
    assert np.isnan(local.value).all()
    assert not np.isnan(local.z).any()
    assert global_measures(values, lattice(6), 99, 1).getis is None
