"""Levels, numbers of areas, weights, codes and decisions as the user writes them."""

import numpy as np
import pytest

from sozialraum_plugin.core.delineation.area_counts import check_counts, counts_by_commune, possible_counts, target_note
from sozialraum_plugin.core.delineation.attribute_weights import parse_weights
from sozialraum_plugin.core.delineation.code_pattern import parse_pattern, patterns_of_levels
from sozialraum_plugin.core.delineation.codes import pattern_codes
from sozialraum_plugin.core.delineation.fixed_areas import connected_pieces, fixed_areas, kept_codes
from sozialraum_plugin.core.delineation.level_plan import LevelPlan, indivisible_sizes, nesting_notes, parse_levels
from sozialraum_plugin.core.delineation.names import names_by_code, proposed_names, unique_names
from sozialraum_plugin.core.delineation.nested_levels import Pieces, apportioned, counts_within
from sozialraum_plugin.core.errors import InputError


def test_levels_are_read_as_people_write_them():
    plans = parse_levels("Gemeinde; sozialraum 8.000-25.000 ; quartier: 1500 – 3 000 – 5000;")
    assert plans == [
        LevelPlan("gemeinde"),
        LevelPlan("sozialraum", 8000, 25000),
        LevelPlan("quartier", 1500, 5000, 3000),
    ]
    assert parse_levels("  ") == []
    assert parse_levels("Bezirk Nord 8000 bis 9000")[0].name == "Bezirk Nord"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sozialraum", "“sozialraum” is no level"),
        ("8000-25000", "is no level"),
        ("sozialraum 25000-8000", "minimum first"),
        ("quartier 1500-9000-5000", "minimum first"),
        ("quartier 700-8500; sozialraum 8000-25000", "begin with the largest areas: sozialraum, quartier"),
        ("sozialraum 1000-9000; quartier 1500-5000", "minimum of “quartier” (1.500) is above that of “sozialraum”"),
        ("sozialraum 8000-9000; quartier 700-9500", "maximum of “quartier”"),
        ("quartier 1-2; quartier 1-2", "occurs twice"),
        ("gemeinde", "within the communes"),
        ("gemeinde 1000-9000; quartier 1-2", "cannot be made within bounds"),
        ("kreis 1000-9000", "cannot be made within bounds"),
    ],
)
def test_levels_that_cannot_be_are_refused(text, words):
    with pytest.raises(InputError) as error:
        parse_levels(text)
    assert words in str(error.value)


def test_sizes_that_no_number_of_lower_areas_adds_up_to():
    upper, lower = LevelPlan("s", 1400, 6000), LevelPlan("q", 1400, 1600)
    gaps = indivisible_sizes(upper, lower)
    whole = {size for size in range(1400, 6001) for k in range(1, 9) if k * 1400 <= size <= k * 1600}
    assert {size for first, last in gaps for size in range(first, last + 1)} == set(range(1400, 6001)) - whole
    assert indivisible_sizes(LevelPlan("s", 8000, 25000), LevelPlan("q", 1500, 5000)) == []
    assert "1.601 to 2.799 inhabitants cannot be divided" in nesting_notes([upper, lower])[0]


KNOWN = {"05334002", "05334004", "05334008"}


def test_numbers_of_areas_by_commune():
    asked = counts_by_commune(["5334002", "05334004", "05999999"], [14, "7", 2.0], KNOWN)
    assert asked.by_commune == {"05334002": 14, "05334004": 7}
    assert any("05999999" in note for note in asked.notes) and any("05334008" in note for note in asked.notes)


@pytest.mark.parametrize(
    ("codes", "numbers", "words"),
    [
        (["05334002", "5334002"], [1, 2], "row 2: commune “05334002” occurs twice"),
        ([None], [3], "row 1: the code of the commune is missing"),
        (["05334002"], ["viele"], "“viele” is no number of areas"),
        (["05334002"], [2.5], "“2.5” is no number"),
        (["05334002"], [0], "“0” is no number"),
        (["05334002"], [None], "“” is no number"),
        (["Aachen"], [14], "none of its communes (“Aachen”) occurs"),
    ],
)
def test_tables_of_numbers_that_cannot_be_used(codes, numbers, words):
    with pytest.raises(InputError) as error:
        counts_by_commune(codes, numbers, KNOWN)
    assert words in str(error.value)


def test_the_numbers_that_bounds_allow():
    people = np.array([500.0] * 10)
    assert possible_counts(people, 1000, 2000) == (3, 5)
    assert possible_counts(np.array([9000.0, 500, 500]), 1000, 2000) == (2, 2)
    assert possible_counts(np.array([300.0]), 1000, 2000) == (1, 1)
    check_counts(3, people, ["a"] * 10, 1000, 2000)
    check_counts({"a": 1, "b": 2}, np.array([300.0, 900, 900]), ["a", "b", "b"], 700, 2000)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (6, "6 areas of at least 1.000 inhabitants cannot be made of 5.000 inhabitants. Ask for at most 5"),
        (2, "2 areas of at most 2.000 inhabitants cannot hold 5.000 inhabitants. Ask for at least 3"),
        (11, "11 areas cannot be made of 10 units"),
        (1, "2 communes"),
        ({"a": 4, "b": 2}, "Commune a: 4 areas of at least"),
    ],
)
def test_numbers_that_contradict_bounds_are_refused(asked, words):
    with pytest.raises(InputError) as error:
        check_counts(asked, np.array([500.0] * 10), ["a"] * 6 + ["b"] * 4, 1000, 2000)
    assert words in str(error.value)


def test_a_target_that_the_number_overrules_is_told():
    assert "1.250 inhabitants on average, not the target of 4.500" in target_note(4, np.array([5000.0]), 4500)
    assert target_note(4, np.array([5000.0]), 1250) is None and target_note(None, np.array([5000.0]), 9) is None


def test_seats_are_shared_out_by_size_within_limits():
    assert apportioned(14, [10000, 20000, 40000], [(1, 99)] * 3) == [2, 4, 8]
    assert apportioned(6, [10000, 20000, 40000], [(1, 99), (1, 99), (1, 2)]) == [1, 3, 2]
    assert apportioned(99, [1, 1], [(1, 2), (1, 2)]) == [2, 2]
    shared = counts_within(
        {"a": 5}, ["a", "a", "a", "b"], ["a1", "a2", "a2", "b1"], np.array([2e3, 4e3, 4e3, 1e3]), (1e3, 4e3)
    )
    assert shared == {"a1": 1, "a2": 2}  # two units make no third area


def test_weights_are_given_by_name():
    assert parse_weights("sgb2=2; alter65 = 0,5", ["x", "sgb2", "alter65"]).tolist() == [1, 2, 0.5]
    assert parse_weights("", ["x"]) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sgb3=2", "“sgb3” is not among the attributes. There are: sgb2"),
        ("sgb2", "“sgb2” is no weight"),
        ("sgb2=-1", "is no weight"),
        ("sgb2=nan", "is no weight"),
        ("sgb2=1;sgb2=2", "occurs twice"),
        ("sgb2=0", "all attributes have the weight 0"),
    ],
)
def test_weights_that_cannot_be_are_refused(text, words):
    with pytest.raises(InputError) as error:
        parse_weights(text, ["sgb2"])
    assert words in str(error.value)


ROW = np.array([[float(place), 0.0] for place in range(12)])


def test_codes_follow_a_pattern_and_number_each_stem_anew():
    pattern = parse_pattern("{gemeinde}-{ebene}{nummer:02}x")
    codes = pattern_codes(pattern, "q", ["05", "06", "05"], ["", "", ""], ROW[:3], {})
    assert codes == ["05-q01x", "06-q01x", "05-q02x"]
    assert pattern_codes(parse_pattern("{oben}{nummer}"), "q", ["05"] * 2, ["0501", "0502"], ROW[:2], {}) == [
        "05011",
        "05021",
    ]


def test_given_codes_stay_and_are_not_given_twice():
    codes = pattern_codes(parse_pattern("Q{nummer:02}"), "q", [""] * 3, [""] * 3, ROW[:3], {2: "Q01"})
    assert codes == ["Q02", "Q03", "Q01"]


@pytest.mark.parametrize("text", ["Q", "{nummer}{nummer}", "{nummer", "{gemeinde.__class__}{nummer}", "{nummer!r}",
                                  "{name}{nummer}", "{nummer:x}", "{gemeinde:3}{nummer}", "{}{nummer}"])  # fmt: skip
def test_patterns_that_cannot_be_are_refused(text):
    with pytest.raises(InputError, match="CODE_PATTERN"):
        parse_pattern(text)


def test_patterns_per_level_and_ambiguous_codes():
    assert len(patterns_of_levels("{gemeinde}{nummer:02}; {oben}{nummer:02}", ["s", "q"])) == 2
    with pytest.raises(InputError, match="3 patterns for 2 levels"):
        patterns_of_levels("{nummer};{nummer};{nummer}", ["s", "q"])
    above = ["1"] * 11 + ["11"]
    with pytest.raises(InputError, match="“111” would be given to two areas"):
        pattern_codes(parse_pattern("{oben}{nummer}"), "q", [""] * 12, above, ROW, {})


def test_fixed_areas_keep_their_code_where_most_units_are():
    fixed = fixed_areas(
        ["A", " A ", None, "", "B", "A"], ["Au", None, None, None, "Bad", "Hof"], np.array([9.0, 1, 1, 1, 1, 2])
    )
    assert fixed.codes == ["A", "B"] and fixed.names == ["Au", "Bad"] and fixed.label.tolist() == [0, 0, -1, -1, 1, 0]
    kept = kept_codes(fixed, np.array([3, 3, 0, 0, 1, 2]))
    assert kept.codes == {3: "A", 1: "B"} and kept.names == {3: "Au", 1: "Bad"} and not kept.notes
    clash = kept_codes(fixed, np.array([3, 3, 0, 0, 3, 3]))
    assert clash.codes == {3: "A"} and "there is no area “B”" in clash.notes[0]


def test_only_touching_fixed_units_are_one_piece():
    fixed = fixed_areas(["A", "A", None, "A"], None, np.ones(4))
    pieces = Pieces(connected_pieces(fixed, np.array([[0, 1], [1, 2], [2, 3]])))
    assert pieces.piece.tolist() == [0, 0, 1, 2]
    assert pieces.sums(np.array([1.0, 2, 3, 4])).tolist() == [3, 3, 4]
    means = pieces.means(np.array([[1.0], [np.nan], [np.nan], [4]]))
    assert means[0] == 1 and np.isnan(means[1]) and means[2] == 4


def test_names_come_from_places_landmarks_streets_and_numbers():
    names = proposed_names(
        ["Au", "Au", "Bad", None, None, None],
        ["Kirche", None, "Dom", "Burg", None, None],
        ["Hauptstraße", "Ring", None, "Gasse", "Allee", None],
        ["Quartier 1"] * 6,
        ["x"] * 6,
    )
    assert names == ["Au (Kirche)", "Au (Ring)", "Bad", "Burg", "Allee", "Quartier 1"]


def test_names_by_hand_stay_and_others_give_way():
    centres = np.array([[0.0, 0], [0, 9]])
    assert unique_names(["Hof", "Hof"], ["a", "a"], centres, {0}) == ["Hof", "Hof Nord"]
    assert names_by_code(["1", "1", None, "2"], [" Au ", "Au", "x", None]) == {"1": "Au"}
    with pytest.raises(InputError, match="row 2: area “1” is called “Bad” here and “Au” before"):
        names_by_code(["1", "1"], ["Au", "Bad"])
