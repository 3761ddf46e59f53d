"""Slivers join the neighbour with the longest common border, never across a commune border."""

from __future__ import annotations

import numpy as np

from sozialraum_plugin.core.delineation.slivers import merge_slivers

EDGES = np.array([[0, 1], [1, 2], [2, 3]])


def merged(area, needed, border, group=(0, 0, 0, 0), edges=EDGES):
    return merge_slivers(
        np.array(area), np.array(needed, dtype=bool), edges, np.array(border, dtype=float), np.array(group), 500
    ).tolist()


def test_a_sliver_joins_the_longest_border():
    assert merged([9000, 40, 9000, 9000], [0, 0, 0, 0], [10, 30, 50]) == [0, 2, 2, 3]


def test_a_small_face_with_addresses_stays():
    assert merged([9000, 40, 9000, 9000], [0, 1, 0, 0], [10, 30, 50]) == [0, 1, 2, 3]


def test_chains_of_slivers_end_in_a_block():
    assert merged([9000, 40, 30, 20], [0, 0, 0, 0], [10, 30, 50]) == [0, 0, 0, 0]


def test_slivers_that_are_large_enough_together_stay():
    assert merged([9000, 300, 250, 9000], [0, 0, 0, 0], [10, 30, 10]) == [0, 1, 1, 3]


def test_commune_borders_are_not_crossed():
    assert merged([9000, 40, 9000, 40], [0, 0, 0, 0], [10, 30, 50], group=(0, 0, 1, 2)) == [0, 0, 2, 3]


def test_an_isolated_sliver_stays():
    assert merged([40], [0], [], group=[0], edges=np.empty((0, 2), dtype=int)) == [0]
