"""The stated rules where the bounds cannot be held, and input that has no meaning."""

import numpy as np
import pytest

from sozialraum_plugin.core.delineation.engine import delineate
from sozialraum_plugin.core.errors import InputError


def row(*people, lengths=None, **options):
    """Divide units in a row, each beside the next."""
    size = len(people)
    edges = np.array([(unit, unit + 1) for unit in range(size - 1)]).reshape(-1, 2)
    options = {"min_population": 700, "max_population": 1500, **options}
    attributes = options.pop("attributes", np.arange(size, dtype=float)[:, None])
    return delineate(people, attributes, edges, np.ones(size - 1) if lengths is None else lengths, **options)


def kinds(division):
    return [record.kind for record in division.unmet]


def test_a_unit_above_the_maximum_stays_an_area_of_its_own():
    division = row(800, 9000, 800)
    assert division.labels.tolist() == [0, 1, 2]
    assert kinds(division) == ["unit_above_maximum"]
    assert division.unmet[0].unit == 1 and division.unmet[0].area == 1
    assert "Unit 2 alone has 9.000 inhabitants, more than the maximum of 1.500" in division.unmet[0].text


def test_a_commune_below_the_minimum_becomes_one_area():
    division = row(300, 200, 700, 800, group=["05999001", "05999001", "05999002", "05999002"])
    assert division.labels.tolist()[:2] == [0, 0] and 0 not in division.labels[2:]
    assert kinds(division) == ["group_below_minimum"]
    assert division.unmet[0].group == "05999001"
    assert "05999001" in division.unmet[0].text and "500 inhabitants" in division.unmet[0].text


def test_what_a_barrier_cuts_off_joins_across_the_longest_border():
    # 0-1 | 2 | 3-4: unit 2 has 200 people; its border with unit 3 is the longer one
    division = row(700, 700, 200, 700, 500, barrier=[False, True, True, False], lengths=[1, 50, 80, 1])
    assert division.labels[2] == division.labels[3] != division.labels[1]
    assert kinds(division) == ["barrier_crossed"]
    assert division.unmet[0].unit == 2 and division.unmet[0].population == 200
    assert "80 m" in division.unmet[0].text


def test_no_barrier_is_crossed_without_need():
    division = row(700, 700, 800, 700, barrier=[False, True, False], max_population=3000)
    assert division.labels[1] != division.labels[2]
    assert division.unmet == []


def test_a_barrier_yields_too_where_only_the_division_fails():
    # 800 | 400-900-400: nothing on the right can be divided into 700 to 1,500, though it has 1,700 people
    division = row(800, 400, 900, 400, barrier=[True, False, False])
    assert kinds(division) == ["barrier_crossed"]
    assert division.population.tolist() == [1200, 1300]


def test_an_island_stays_alone_and_is_reported():
    division = delineate([900, 50], np.zeros((2, 0)), np.empty((0, 2)), [], min_population=700, max_population=1500)
    assert division.labels.tolist() == [0, 1]
    assert kinds(division) == ["part_below_minimum"]


def test_uninhabited_units_belong_to_areas():
    division = row(0, 800, 0, 0, 900, 0, max_population=1000)
    assert division.area_count == 2 and division.unmet == []


def test_one_unit_is_one_area():
    division = row(900)
    assert division.labels.tolist() == [0] and division.unmet == [] and division.share == 0


def test_what_cannot_be_divided_is_said():
    division = row(800, 400, 400, 400, max_population=1000)
    assert "area_below_minimum" in kinds(division)
    assert division.population.max() <= 1000


def test_the_number_of_areas_follows_the_wish_the_target_or_the_middle_of_the_bounds():
    people = [500] * 12
    wide = {"max_population": 5000, "min_population": 500}
    assert row(*people, **wide, area_count=5).area_count == 5
    assert row(*people, **wide, target_population=1500).area_count == 4
    assert row(*people, **wide).area_count == 2
    half = ["a"] * 6 + ["b"] * 6
    assert np.unique(row(*people, **wide, group=half, area_count={"a": 4, "b": 1}).labels[:6]).size == 4


def test_more_areas_than_the_bounds_allow_are_refused_with_a_reason():
    division = row(*[700] * 4, area_count=3, min_population=1400, max_population=2800)
    assert kinds(division) == ["area_count"]
    assert "3 areas were asked for; 2 are possible" in division.unmet[0].text


def test_fixed_units_end_in_one_area_and_apart_from_other_given_areas():
    fixed = [7, -1, 7, -1, 9, 9]
    division = row(*[300] * 6, fixed=fixed, min_population=300, max_population=2000, area_count=2)
    assert division.labels[0] == division.labels[1] == division.labels[2] != division.labels[4] == division.labels[5]
    assert division.unmet == []


def test_fixed_units_that_cannot_meet_are_reported():
    division = row(*[700] * 5, fixed=[7, -1, -1, -1, 7], max_population=1500)
    assert kinds(division) == ["fixed_split"]
    division = row(*[700] * 4, fixed=[7, 7, 7, -1], max_population=1500)
    assert kinds(division) == ["fixed_above_maximum"]
    assert division.labels.tolist() == [0, 0, 0, 1]


def test_missing_attributes_count_as_average_and_are_noted():
    attributes = np.array([[1.0, 5], [np.nan, 5], [3, 5], [4, 5]])
    division = row(*[800] * 4, attributes=attributes)
    assert any("Attribute 1 is missing in 1 of 4 units" in note for note in division.notes)
    assert any("Attribute 2 is the same everywhere" in note for note in division.notes)


def test_units_without_a_commune_are_one_group_and_without_a_given_area_are_free():
    missing = row(*[800] * 4, group=["a", "a", np.nan, np.nan], max_population=2000, area_count={"a": 1, None: 1})
    assert missing.labels.tolist() == [0, 0, 1, 1] and missing.unmet == []
    assert row(*[800] * 3, fixed=[3, None, np.nan], max_population=3000, area_count=1).unmet == []


def test_a_number_of_areas_for_an_unknown_commune_is_noted():
    division = row(*[800] * 3, group=["a"] * 3, area_count={"a": 1, "b": 2}, max_population=3000)
    assert division.notes[-1].startswith("2 areas were asked for “b”, but no unit belongs to it.")


def test_attributes_without_any_value_change_nothing():
    division = row(*[800] * 4, attributes=np.full((4, 1), np.nan), max_population=2000, area_count=2)
    assert division.unmet == [] and division.area_count == 2 and division.share == 0
    assert any("Attribute 1 is missing in 4 of 4 units" in note for note in division.notes)


def test_a_maximum_without_end_is_possible():
    assert row(*[800] * 4, max_population=np.inf, area_count=2).area_count == 2


def test_weights_decide_which_attribute_matters():
    attributes = np.array([[0.0, 0], [0, 1], [1, 1], [1, 0]])
    square = {"edges": [[0, 1], [1, 2], [2, 3], [0, 3]], "border_length": np.ones(4)}
    bounds = {"min_population": 700, "max_population": 1500, "area_count": 2}
    first = delineate([700] * 4, attributes, **square, **bounds, weights=[1, 0.1])
    second = delineate([700] * 4, attributes, **square, **bounds, weights=[0.1, 1])
    assert first.labels.tolist() == [0, 0, 1, 1]
    assert second.labels.tolist() == [0, 1, 1, 0]


def test_stopping_keeps_a_division_within_the_bounds():
    seen = []
    division = row(*[300] * 40, progress=lambda fraction: bool(seen.append(fraction)))
    assert division.stopped and division.population.min() >= 700 and division.population.max() <= 1500
    seen.clear()
    assert not row(*[300] * 40, progress=lambda fraction: seen.append(fraction) is None).stopped
    assert seen == sorted(seen) and seen[-1] == 1.0


@pytest.mark.parametrize(
    ("people", "options", "words"),
    [
        ((800, 800), {"min_population": 2000}, "minimum of 2.000 inhabitants is above the maximum of 1.500"),
        ((800, np.nan), {}, "1 units have a missing or negative number of inhabitants, first unit 2"),
        ((800, -1), {}, "first unit 2"),
        ((0, 0), {}, "No unit has any inhabitants"),
        ((), {"lengths": [], "attributes": np.empty((0, 1))}, "no units"),
        ((800, 800), {"area_count": 3}, "3 areas cannot be made of 2 units"),
        ((800, 800), {"area_count": 0}, "0 areas"),
        ((800, 800), {"attributes": np.array([[1.0], [np.inf]])}, "Attribute 1 of unit 2 is infinite"),
        ((800, 800), {"fixed": [1]}, "“fixed” has 1 entries, but 2 are needed"),
        ((800, 800), {"weights": [1, 2]}, "one weight"),
        ((800, 800), {"effort": "much"}, "“much” is no effort"),
        ((800, 800), {"max_population": 0, "min_population": 0}, "must be positive"),
        ((800, 800), {"lengths": [np.nan]}, "missing or negative length"),
        ((800, 800), {"min_population": np.nan}, "must be positive"),
        ((800, 800), {"target_population": np.nan}, "must be positive"),
    ],
)
def test_input_without_meaning_is_refused_in_one_sentence(people, options, words):
    with pytest.raises(InputError, match=words):
        row(*people, **options)


def test_an_edge_to_nowhere_is_refused():
    with pytest.raises(InputError, match="numbered 0 to 1"):
        delineate([800, 800], [[1], [2]], [[0, 5]], [1], min_population=700, max_population=1500)
