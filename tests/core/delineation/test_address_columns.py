from __future__ import annotations

import pandas as pd
import pytest

from sozialraum_plugin.core.delineation.address_columns import standard_addresses
from sozialraum_plugin.core.delineation.address_order import suffix_order


@pytest.mark.parametrize(
    ("written", "suffix", "number", "split"),
    [
        (12, None, 12, ""),
        (12.0, "a", 12, "a"),
        ("0012", "", 12, ""),
        ("12a", None, 12, "a"),
        (" 12 A ", "a", 12, "a"),
        (None, None, None, ""),
        ("", "", None, ""),
        ("Nr. 5", "", 5, ""),
        ("0", "", None, ""),
        ("ohne", "", None, ""),
        ("12 1/2", "", 12, "1/2"),
        ("12", "1/2", 12, "1/2"),
        ("12", "Haus 3", 12, "Haus 3"),
    ],
)
def test_simple_house_numbers_are_read(written, suffix, number, split):
    table = pd.DataFrame({"nr": [written], "zus": [suffix]}, dtype=object)
    found, unreadable = standard_addresses(table, {"hausnummer": "nr", "zusatz": "zus"})
    assert not unreadable[0]
    assert found["zusatz"][0] == split
    assert pd.isna(found["hausnummer"][0]) if number is None else found["hausnummer"][0] == number


@pytest.mark.parametrize(
    ("written", "suffix", "parts"),
    [
        ("12-14", "", [12, "", 14, ""]),
        ("12-14", "a", [12, "", 14, "a"]),
        ("12a-c", "", [12, "a", 12, "c"]),
        ("12", "a-c", [12, "a", 12, "c"]),
        ("12", "-14", [12, "", 14, ""]),
    ],
)
def test_the_first_number_of_a_range_counts_and_its_last_is_kept(written, suffix, parts):
    table = pd.DataFrame({"nr": [written], "zus": [suffix]}, dtype=object)
    found, unreadable = standard_addresses(table, {"hausnummer": "nr", "zusatz": "zus"})
    assert not unreadable[0]
    assert found.loc[0, ["hausnummer", "zusatz", "bis_nummer", "bis_zusatz"]].tolist() == parts


@pytest.mark.parametrize(
    ("written", "suffix"), [("12a", "b"), ("1234567", ""), (2.5, ""), ("45047", ""), ("14-12", ""), ("EG links", "")]
)
def test_other_house_numbers_are_reported_not_guessed(written, suffix):
    table = pd.DataFrame({"nr": [written], "zus": [suffix]}, dtype=object)
    assert standard_addresses(table, {"hausnummer": "nr", "zusatz": "zus"})[1].tolist() == [True]


def test_codes_that_a_spreadsheet_read_as_numbers_get_their_zero_back():
    table = pd.DataFrame({"p": [1067, "52525", None], "g": [5999001.0, "05999001", ""]}, dtype=object)
    found, _unreadable = standard_addresses(table, {"plz": "p", "gemeinde": "g"})
    assert found["plz"].tolist() == ["01067", "52525", ""]
    assert found["gemeinde"].tolist() == ["05999001", "05999001", ""]


def test_suffixes_sort_as_a_person_would():
    order = suffix_order(pd.Series(["b", "1/2", "aa", "", "A", "HH", "z", "a"], dtype=object))
    assert order.spelling == ["", "A", "b", "z", "aa", "HH", "1/2"]
