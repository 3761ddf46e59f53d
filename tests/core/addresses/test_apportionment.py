import numpy as np
import pytest

from sozialraum_plugin.core.addresses.apportionment import apportion, distribute, membership


def by_hand(total, weights):
    """Largest remainder for one cell, the textbook way with fractions."""
    from fractions import Fraction

    exact = [Fraction(total) * Fraction(int(w)) / Fraction(int(sum(weights))) for w in weights]
    shares = [int(e) for e in exact]
    ranked = sorted(range(len(weights)), key=lambda i: (-(exact[i] - shares[i]), i))
    for i in ranked[: total - sum(shares)]:
        shares[i] += 1
    return shares


@pytest.mark.parametrize("seed", range(20))
def test_every_cell_is_conserved_and_shares_are_those_of_the_textbook(seed):
    rng = np.random.default_rng(seed)
    cells = int(rng.integers(1, 30))
    groups = rng.integers(0, cells, 400)
    weights = rng.integers(0, 50, 400)
    totals = rng.integers(0, 3000, cells)
    shares = apportion(totals, groups, weights, np.arange(400))
    for cell in range(cells):
        members = groups == cell
        if members.any() and weights[members].sum():
            assert shares[members].tolist() == by_hand(int(totals[cell]), weights[members])


def test_ties_go_by_order_not_by_row():
    assert apportion(np.array([2]), np.zeros(3, int), np.ones(3), np.array([2, 0, 1])).tolist() == [0, 1, 1]
    assert apportion(np.array([1]), np.zeros(3, int), np.array([0.1, 0.2, 0.1]) * 3, np.arange(3)).tolist() == [0, 1, 0]


def test_without_weights_all_count_alike():
    assert apportion(np.array([5]), np.zeros(2, int), np.zeros(2), np.arange(2)).tolist() == [3, 2]


def test_an_exact_share_is_not_lost_to_rounding_errors():
    weights = np.full(10, 0.1)
    assert apportion(np.array([30]), np.zeros(10, int), weights, np.arange(10)).tolist() == [3] * 10


def test_a_cell_borrows_addresses_or_keeps_its_count():
    members = membership(np.array([0, 0, -1]), {1: np.array([0])})
    result = distribute(np.array([5, 4, 7]), members, np.array([1.0, 1.0, 1.0]), np.arange(3))
    assert result.at_address.tolist() == [7, 2, 0]
    assert result.known.tolist() == [True, True, False]
    assert result.distributed.tolist() == [5, 4, 0]
    assert result.undistributed.tolist() == [0, 0, 7]


def test_no_addresses_and_no_cells():
    members = membership(np.array([], int), {})
    result = distribute(np.array([5]), members, np.array([]), np.array([]))
    assert result.undistributed.tolist() == [5]
    assert distribute(np.array([], int), members, np.array([]), np.array([])).at_address.tolist() == []
