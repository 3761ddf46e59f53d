"""What the log says of an area."""

import numpy as np
import pytest

from sozialraum_plugin.core.delineation.area_portraits import (
    Portrait,
    Trait,
    barrier_name,
    compass_sides,
    dominant_types,
    listed,
    outstanding_traits,
)

BOX = (0.0, 0.0, 100.0, 50.0)


def test_a_portrait_is_one_sentence():
    portrait = Portrait(
        "Quartier", "05999001007", "Quartier 07", 4310, 21, "multi-family houses",
        [Trait("sgb2", 0.214, 0.121, 1.4)], {"bahn": ["north"], "Lauter": ["east", "south"]},
    )  # fmt: skip
    assert portrait.sentence == (
        "Quartier 07 (05999001007): 4.310 inhabitants in 21 units, mostly multi-family houses, “sgb2” well above the "
        "mean (0,21; mean 0,12), bounded by the railway in the north and “Lauter” in the east and south."
    )
    assert Portrait("Sozialraum", "01", "Altstadt", 900, 1).sentence == (
        "Sozialraum Altstadt (01): 900 inhabitants in 1 units."
    )


@pytest.mark.parametrize(
    ("segments", "sides"),
    [
        ([[0, 50, 100, 50]], ["north"]),
        ([[0, 0, 0, 50]], ["west"]),
        ([[0, 0, 100, 0], [100, 0, 100, 50]], ["south", "east"]),
        ([[0, 50, 10, 50]], []),
        ([[45, 50, 70, 50], [0, 0, 0, 5]], ["north"]),
    ],
)
def test_sides_are_those_where_enough_of_the_outline_runs(segments, sides):
    assert compass_sides(np.array(segments, dtype=float), BOX, 300.0) == sides


def test_what_stands_out_is_weighted_by_inhabitants():
    values = np.array([[1.0, 5], [1, 5], [3, np.nan], [3, 5]])
    traits = outstanding_traits(values, ["sgb2", "gleich"], np.array([100.0, 100, 100, 0]), np.array([0, 0, 1, 1]), 2)
    assert [[trait.name for trait in own] for own in traits] == [[], ["sgb2"]]
    assert traits[1][0].value == 3 and traits[1][0].mean == pytest.approx(5 / 3) and traits[1][0].deviation > 0
    assert outstanding_traits(values, ["a", "b"], np.ones(4), np.zeros(4, dtype=int), 1) == [[]]
    below = outstanding_traits(values[:, :1], ["a"], np.zeros(4), np.array([0, 0, 1, 1]), 2)
    assert below[0][0].deviation == pytest.approx(-1)


def test_the_type_of_most_dwellings():
    dwellings = np.array([[10.0, 0], [0, 9], [3, 3], [np.nan, 0]])
    assert dominant_types(dwellings, np.array([0, 0, 1, 2]), 3) == [0, None, None]
    assert dominant_types(np.empty((2, 0)), np.array([0, 1]), 2) == [None, None]


def test_barriers_and_lists_in_words():
    assert barrier_name("rail") == "the railway" and barrier_name(" Autobahn") == "the motorway"
    assert barrier_name("Bahnhofstraße") == "“Bahnhofstraße”"
    assert listed(["a", "b", "c"]) == "a, b and c" and listed([]) == ""
