"""Codes follow the map from north-west to south-east, whatever the order of the input."""

from __future__ import annotations

import numpy as np

from sozialraum_plugin.core.delineation.numbering import numbered_codes, reading_order


def test_a_grid_is_read_row_by_row_from_the_north_west():
    x, y = (part.ravel() for part in np.meshgrid([0.0, 100, 200], [200.0, 100, 0]))
    assert reading_order(x, y).tolist() == list(range(9))


def test_the_order_does_not_depend_on_the_input_order():
    random = np.random.default_rng(3)
    x, y = random.uniform(0, 1000, (2, 50))
    shuffled = random.permutation(50)
    again = shuffled[reading_order(x[shuffled], y[shuffled])]
    assert reading_order(x, y).tolist() == again.tolist()


def test_codes_count_within_each_commune():
    prefix = np.array(["05999002", "05999001", "05999001", ""], dtype=object)
    codes = numbered_codes(prefix, np.array([0.0, 200, 0, 5]), np.zeros(4), "B")
    assert codes.tolist() == ["059990020001", "059990010002", "059990010001", "B0001"]


def test_many_places_get_wider_numbers_that_still_sort_as_text():
    codes = numbered_codes(np.full(10_001, "1", dtype=object), np.arange(10_001.0), np.zeros(10_001), "B")
    assert codes[0] == "100001"
    assert sorted(codes) == codes.tolist()


def test_no_place_has_no_code():
    assert numbered_codes(np.empty(0, dtype=object), np.empty(0), np.empty(0), "B").tolist() == []
