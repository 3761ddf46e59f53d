"""Who is a neighbour, by hand."""

import numpy as np
import pytest

from sozialraum_plugin.core.errors import CancelledError, InputError
from sozialraum_plugin.core.indices.spatial import spatial_weights
from sozialraum_plugin.core.indices.spatial.spatial_weights import (
    distance_band,
    from_edges,
    from_links,
    k_nearest,
    reach_of_all,
)


def lattice(columns, rows=None, standardised=True):
    """Rook neighbours of a lattice, numbered row by row."""
    rows = rows or columns
    number = np.arange(columns * rows).reshape(rows, columns)
    right = np.column_stack([number[:, :-1].ravel(), number[:, 1:].ravel()])
    down = np.column_stack([number[:-1].ravel(), number[1:].ravel()])
    return from_edges(np.vstack([right, down]), columns * rows, standardised)


def test_an_island_amid_the_others_borrows_nothing():
    weights = from_edges(np.array([[0, 1], [3, 4]]), 5)
    assert weights.islands.tolist() == [2]
    assert weights.sums(np.array([1.0, 2.0, 4.0, 8.0, 16.0])).tolist() == [2, 1, 0, 16, 8]


def test_pair_sums_by_hand():
    weights = from_links(np.array([[0, 1], [0, 2], [1, 0], [2, 1]]), 3)
    matrix = np.array([[0, 0.5, 0.5], [1, 0, 0], [0, 1, 0]])
    s1, s2 = weights.pair_sums()
    assert s1 == pytest.approx(((matrix + matrix.T) ** 2).sum() / 2)
    assert s2 == pytest.approx(((matrix.sum(0) + matrix.sum(1)) ** 2).sum())
    assert weights.lag(np.array([1.0, 2.0, 4.0])).tolist() == [3.0, 1.0, 2.0]


def test_k_nearest_takes_the_first_of_equally_near_ones():
    points = np.array([[0.0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]])
    assert k_nearest(points, 2).indices[:2].tolist() == [1, 2]
    assert k_nearest(points, 9).counts.tolist() == [4] * 5
    assert k_nearest(points[:1], 3).counts.tolist() == [0]


def test_distance_band_has_its_limit_included(monkeypatch):
    points = np.array([[0.0, 0], [3, 4], [3, 4.001], [100, 100]])
    assert distance_band(points, 5.0).counts.tolist() == [1, 2, 1, 0]
    assert reach_of_all(points) == pytest.approx(np.hypot(97, 95.999))
    assert len(distance_band(points, reach_of_all(points)).islands) == 0
    monkeypatch.setattr(spatial_weights, "_MOST_LINKS", 5)
    with pytest.raises(InputError, match="DISTANCE"):
        distance_band(points, 1000.0)


def test_weights_without_some_areas_are_numbered_anew():
    weights = lattice(3).without(np.arange(9) == 4)
    assert weights.size == 8
    assert weights.counts.tolist() == [2] * 8  # a ring
    assert weights.indices[weights.starts[3] : weights.starts[4]].tolist() == [0, 5]


def test_cancelling_ends_the_search():
    for search in (
        lambda: k_nearest(np.ones((3, 2)), 1, is_cancelled=lambda: True),
        lambda: distance_band(np.ones((3, 2)), 1, is_cancelled=lambda: True),
    ):
        with pytest.raises(CancelledError):
            search()


def test_k_nearest_of_many_blocks_are_those_of_a_full_sort(monkeypatch):
    points = np.random.default_rng(1).integers(0, 12, (150, 2)).astype(float)  # many equal distances
    squares = ((points[:, None] - points[None]) ** 2).sum(axis=2)
    np.fill_diagonal(squares, np.inf)
    wanted = np.sort(np.argsort(squares, axis=1, kind="stable")[:, :7], axis=1)
    monkeypatch.setattr(spatial_weights, "_BLOCK", 1000)
    assert k_nearest(points, 7).indices.reshape(150, 7).tolist() == wanted.tolist()
