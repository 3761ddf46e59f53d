"""The crosswalk: sums, shares, and what a reader of a published one can find out."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.delineation.crosswalk import (
    crosswalk,
    hide_small_parts,
    protected,
    with_ground,
    with_shares,
)


def codes(*values):
    return pd.Series(values, dtype=object)


def example():
    old = codes("A", "A", "A", "B", "B", "C", "", "A", "")
    new = codes("X", "X", "Y", "Y", "Y", "Z", "Z", "", "")
    people = np.array([50.0, 40.0, 10.0, 100.0, 20.0, 0.0, 7.0, 5.0, 99.0])
    return crosswalk(old, new, people)


def test_pairs_are_counted_and_addresses_in_neither_are_left_out():
    table = example()
    assert table.values.tolist() == [
        ["", "Z", 1, 7.0],
        ["A", "", 1, 5.0],
        ["A", "X", 2, 90.0],
        ["A", "Y", 1, 10.0],
        ["B", "Y", 2, 120.0],
        ["C", "Z", 1, 0.0],
    ]


def test_shares_of_each_area_add_up_to_one_and_an_area_without_inhabitants_goes_by_addresses():
    table = with_shares(example())
    for code, share in (("gebiet_alt", "anteil_alt"), ("gebiet_neu", "anteil_neu")):
        sums = table[table[code] != ""].groupby(code)[share].sum()
        assert np.allclose(sums, 1.0)
        assert table.loc[table[code] == "", share].isna().all()
    pair = table.set_index(["gebiet_alt", "gebiet_neu"])
    assert pair.at[("A", "Y"), "anteil_alt"] == pytest.approx(10 / 105)
    assert pair.at[("A", "Y"), "anteil_neu"] == pytest.approx(10 / 130)
    assert pair.at[("C", "Z"), "anteil_alt"] == 1.0


def test_pairs_that_share_only_ground_are_kept_without_people():
    ground = pd.DataFrame({"gebiet_alt": ["A", "D"], "gebiet_neu": ["X", "X"], "flaeche": [5.0, 6.0]})
    table = with_ground(example(), ground).set_index(["gebiet_alt", "gebiet_neu"])
    assert table.loc[("D", "X")].tolist() == [0, 0.0, 6.0]
    assert table.loc[("A", "X"), "flaeche"] == 5.0
    assert table.loc[("B", "Y"), "flaeche"] == 0.0


def test_a_published_crosswalk_is_the_same_for_one_and_for_two_people():
    """Whatever is computed from it then cannot tell either; sums of old areas differ by what the area itself does."""
    tables = []
    for people in (1.0, 2.0):
        old, new = codes("A", "A", "B"), codes("X", "Y", "Y")
        raw = crosswalk(old, new, np.array([100.0 - people, people, 50.0]))
        tables.append(with_shares(protected(raw, 3)))
    pd.testing.assert_frame_equal(*tables)
    assert tables[0]["kennzeichen"].tolist() == ["", "geheim", ""]
    assert tables[0]["einwohner"].tolist() == [100.0, 0.0, 50.0]
    assert tables[0]["host"].tolist() == [True, False, False]


def test_nothing_small_is_left_and_old_areas_keep_their_sums():
    generator = np.random.default_rng(5)
    old = pd.Series(generator.choice(list("ABCDEF"), 400), dtype=object)
    new = pd.Series(generator.choice(list("UVWXYZ"), 400), dtype=object)
    people = generator.integers(0, 2, 400) * generator.integers(0, 2, 400)
    raw = crosswalk(old, new, people.astype(float))
    shown = protected(raw, 5)
    assert ((raw["einwohner"] > 0) & (raw["einwohner"] < 5)).any()
    assert not ((shown["einwohner"] > 0) & (shown["einwohner"] < 5)).any()
    assert (raw.groupby("gebiet_alt")["einwohner"].max() < 5).any()  # areas of small pieces only
    assert shown.groupby("gebiet_alt")["einwohner"].sum().equals(raw.groupby("gebiet_alt")["einwohner"].sum())


def test_an_old_area_that_is_small_as_a_whole_is_hidden():
    raw = crosswalk(codes("A", "A", "B"), codes("X", "Y", "Y"), np.array([1.0, 1.0, 50.0]))
    shown = protected(raw, 3)
    assert shown["einwohner"].tolist() == [0, 0, 50]
    assert shown["kennzeichen"].tolist() == ["geheim", "geheim", ""]


def test_without_a_threshold_nothing_changes():
    raw = example()
    assert protected(raw, 0)["einwohner"].equals(raw["einwohner"])


def test_a_hidden_part_takes_a_larger_one_with_it_so_that_the_sum_does_not_tell():
    people = pd.Series([2.0, 30.0, 8.0, 50.0, 60.0, 9.0, 4.0])
    group = pd.Series(["a", "a", "a", "b", "b", "c", "c"])
    assert hide_small_parts(people, group, 3, set()).tolist() == [True, False, True] + [False] * 4
    assert hide_small_parts(people, group, 3, {"b"}).tolist() == [True, False, True, True, False, False, False]
