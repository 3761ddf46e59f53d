from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.addresses.section_addresses import expand, repeated, strays
from sozialraum_plugin.core.addresses.section_report import side_balance, side_lines
from sozialraum_plugin.core.addresses.section_sides import SideProblem, read_sections, read_sides, side_numbers

ALL_COLUMNS = {
    "strasse": "str", "strassenschluessel": "key", "from_L": "vl", "to_L": "bl", "from_R": "vr", "to_R": "br",
}  # fmt: skip


def sections(*rows):
    """Return sections of (street, from left, to left, from right, to right)."""
    table = pd.DataFrame(rows, columns=["str", "vl", "bl", "vr", "br"], dtype=object).assign(key="")
    return read_sections(table, ALL_COLUMNS)


def sides_of(found, **options):
    return read_sides(found, np.ones(len(found), dtype=bool), 500, **options)


def text(numbers):
    return " ".join(f"{number}{suffix}" for number, suffix in numbers)


@pytest.mark.parametrize(
    ("first", "last", "numbers"),
    [
        ("0001", "0007", "1 3 5 7"),
        ("2", "6", "2 4 6"),
        ("12", "2", "12 10 8 6 4 2"),
        ("9a", "13", "9a 11 13"),
        ("0002", "0002a", "2 2a"),
        ("51b", "51d", "51b 51c 51d"),
        ("3a", "7a", "3a 5 7 7a"),
        ("7a", "3a", "7a 7 5 3a"),
        ("0007,", "7", "7"),
        ("5", "5", "5"),
    ],
)
def test_the_numbers_between_two_ends(first, last, numbers):
    assert text(side_numbers(first, last, 500)[0]) == numbers
    assert side_numbers(first, last, 500)[1] == SideProblem.NONE


@pytest.mark.parametrize(
    ("first", "last", "problem"),
    [
        ("", "", SideProblem.EMPTY),
        ("0000", "0000", SideProblem.ZERO),
        ("0000", "0021", SideProblem.HALF),
        ("", "0269c", SideProblem.HALF),
        ("1", "18", SideProblem.PARITY),
        ("1", "9999", SideProblem.TOO_MANY),
        ("x", "7", SideProblem.UNREADABLE),
        ("12-14", "20", SideProblem.UNREADABLE),
    ],
)
def test_nothing_is_guessed(first, last, problem):
    assert side_numbers(first, last, 500) == ([], problem)


def test_consecutive_numbers_only_where_the_user_says_so_and_the_ends_differ_in_parity():
    assert text(side_numbers("1", "4", 500, consecutive=True)[0]) == "1 2 3 4"
    assert text(side_numbers("1", "5", 500, consecutive=True)[0]) == "1 3 5"


def test_a_range_read_backwards_has_the_same_numbers_in_reverse():
    for first, last in (("1", "19"), ("2a", "8"), ("3", "9c"), ("4", "4e"), ("11b", "11b")):
        assert side_numbers(last, first, 500)[0] == side_numbers(first, last, 500)[0][::-1]


def test_numbers_are_spread_evenly_and_carry_their_section():
    found = sections(("Am Markt", "1", "7", "", ""), ("Am Markt", "", "", "10", "8"))
    addresses = expand(found, sides_of(found), "05315000", "Köln")
    assert addresses["hausnummer"].tolist() == [1, 3, 5, 7, 10, 8]
    assert addresses["fraction"].tolist() == [0.125, 0.375, 0.625, 0.875, 0.25, 0.75]
    assert addresses["quell_id"].tolist() == ["1"] * 4 + ["2"] * 2
    assert addresses["adresse_id"][0].endswith("0001") and addresses["adresse_id"].is_unique
    assert set(addresses["gemeinde"]) == {"05315000"}


def test_the_section_number_behind_the_street_key_is_cut_off():
    table = pd.DataFrame([["A-Str.", "00181100", "1", "3", None, None]], columns=["str", "key", "vl", "bl", "vr", "br"])
    assert read_sections(table, ALL_COLUMNS, key_length=5)["strassenschluessel"].tolist() == ["00181"]
    assert read_sections(table, ALL_COLUMNS)["strassenschluessel"].tolist() == ["00181100"]


def test_the_same_number_is_found_again_by_key_even_under_another_spelling_of_the_name():
    table = pd.DataFrame(
        [["Am Markt", "00001", "1", "3"], ["Am Mark", "00001", "3", "5"], ["Am Markt", "00002", "1", "3"]],
        columns=["str", "key", "vl", "bl"],
    )
    found = read_sections(table, {name: column for name, column in ALL_COLUMNS.items() if column not in ("vr", "br")})
    assert repeated(expand(found, sides_of(found))).tolist() == [-1, -1, 1, -1, -1, -1]


def test_the_main_area_of_a_side_has_most_numbers_then_the_lower_code():
    addresses = pd.DataFrame({"side_row": [0, 0, 0, 1, 1, 2, 2], "area": ["B", "B", "A", "D", "C", "", ""]})
    assert strays(addresses).to_dict() == {2: "B", 3: "C"}


def test_every_side_is_in_the_balance_and_every_section_without_addresses_in_the_report():
    found = sections(
        ("A", "1", "5", "", ""),  # one empty side is no matter
        ("B", "", "", "", ""),
        ("C", "0", "0", "", ""),
        ("", "1", "5", "2", "4"),
        ("E", "1", "4", "2", "8"),
        ("F", "", "3", "", ""),
    )
    sides = sides_of(found)
    lines = side_lines(found, sides)
    assert side_balance(sides).unaccounted == 0 and side_balance(sides).total == 12
    assert lines[["zeile", "strassenseite", "grund"]].values.tolist() == [
        [2, "", "ohne_nummern"],
        [3, "left", "nummer_null"],
        [4, "", "ohne_strasse"],
        [5, "left", "gerade_und_ungerade"],
        [6, "left", "ende_fehlt"],
    ]
    in_output = set(expand(found, sides)["quell_id"].astype(int))
    assert in_output | set(lines["zeile"]) == set(range(1, 7))


def test_no_sections_at_all_make_no_addresses():
    found = sections()
    addresses = expand(found, sides_of(found))
    assert len(addresses) == 0 and len(repeated(addresses)) == 0 and len(side_lines(found, sides_of(found))) == 0
