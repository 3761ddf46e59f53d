"""Groups of addresses along one street."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.delineation.address_groups import linked_groups, ortsteil_codes, street_codes


def by_all_distances(points, code, reach):
    """Single linkage by the definition: spread the smallest number until nothing changes."""
    near = np.hypot(*(points[:, None] - points[None]).T) <= reach
    near &= code[:, None] == code[None]
    label = np.arange(len(points))
    while True:
        spread = np.array([label[row].min() for row in near])
        if (spread == label).all():
            return label
        label = spread


@pytest.mark.parametrize("seed", range(5))
def test_groups_are_those_of_all_distances(seed):
    random = np.random.default_rng(seed)
    points, code = random.uniform(-2_000, 2_000, (250, 2)), random.integers(0, 3, 250)
    expected, found = by_all_distances(points, code, 300.0), linked_groups(points, code, 300.0)
    assert 3 < found.max() + 1 < 250
    assert len(set(zip(expected, found))) == len(set(expected)) == len(set(found))


def test_a_gap_above_the_reach_divides_a_street():
    points = np.array([[0.0, 0.0], [300.0, 0.0], [600.1, 0.0], [0.0, 1.0]])
    assert linked_groups(points, np.array([0, 0, 0, 1]), 300.0).tolist() in ([0, 0, 1, 2], [0, 0, 2, 1])
    assert len(linked_groups(np.empty((0, 2)), np.empty(0, dtype=int), 300.0)) == 0


def test_the_key_decides_before_the_name():
    table = pd.DataFrame(
        {
            "strassenschluessel": ["00010", "00011", "00000", None, "", ""],
            "strasse": ["Am Markt", "Am Markt", "Am Markt", "am markt", None, ""],
        }
    )
    codes = street_codes(table)
    assert codes[0] != codes[1]
    assert codes[2] == codes[3]
    assert codes[4] == codes[5]
    assert len(set(codes)) == 4
    assert set(street_codes(pd.DataFrame({"hausnummer": [1, 2]}))) == {0}


def test_an_unknown_ortsteil_is_no_ortsteil():
    assert ortsteil_codes(pd.DataFrame({"ortsteil": ["Nord", None, "", "Nord", "Süd"]})).tolist() == [0, -1, -1, 0, 1]
    assert ortsteil_codes(pd.DataFrame({"plz": ["1", "2"]})).tolist() == [-1, -1]
