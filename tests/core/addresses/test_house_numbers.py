import itertools
import random

import pandas as pd
import pytest

from sozialraum_plugin.core.addresses.house_numbers import (
    HouseNumber,
    format_house_number,
    parse_house_number,
    parse_house_numbers,
    sort_key,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", HouseNumber(12)),
        ("12a", HouseNumber(12, "a")),
        ("12 A", HouseNumber(12, "a")),
        (" 0012 ", HouseNumber(12)),
        ("0012A", HouseNumber(12, "a")),
        ("12.0", HouseNumber(12)),
        ("12-14", HouseNumber(12, "", 14)),
        ("12 – 14", HouseNumber(12, "", 14)),
        ("12 bis 14", HouseNumber(12, "", 14)),
        ("12bis14", HouseNumber(12, "", 14)),
        ("12 u. 14", HouseNumber(12, "", 14)),
        ("12+14", HouseNumber(12, "", 14)),
        ("12;14", HouseNumber(12, "", 14)),
        ("12a-c", HouseNumber(12, "a", 12, "c")),
        ("12 a - 14 b", HouseNumber(12, "a", 14, "b")),
        ("12a/b", HouseNumber(12, "a", 12, "b")),
        ("12-12a", HouseNumber(12, "", 12, "a")),
        ("12/14", HouseNumber(12, "", 14)),
        ("12/1", HouseNumber(12, "/1")),
        ("12 1/2", HouseNumber(12, "1/2")),
        ("12½", HouseNumber(12, "1/2")),
        ("Nr. 5", HouseNumber(5)),
        ("Hausnr. 5b", HouseNumber(5, "b")),
        ("Haus 5", HouseNumber(5)),
        ("5 HH", HouseNumber(5, "hh")),
        ("5 Hinterhaus", HouseNumber(5, "hh")),
        ("5 (HH)", HouseNumber(5, "hh")),
        ("12´a", HouseNumber(12, "a")),
        ("12a 2", HouseNumber(12, "a2")),
        ("12\xa0a", HouseNumber(12, "a")),
    ],
)
def test_ways_of_writing(text, value):
    assert parse_house_number(text).value == value
    assert parse_house_number(text).problem == ""


@pytest.mark.parametrize(
    ("text", "problem", "guess"),
    [
        (None, "ohne_nummer", ""),
        ("  ", "ohne_nummer", ""),
        ("0", "ohne_nummer", ""),
        ("*", "ohne_nummer", ""),
        ("o. Nr.", "ohne_nummer", ""),
        ("ohne", "ohne_nummer", ""),
        ("01. Feb", "excel_datum", "1-2"),
        ("02. Mrz 23", "excel_datum", "2-3"),
        ("2023-02-01", "excel_datum", "1-2"),
        ("2023-02-01 00:00:00", "excel_datum", "1-2"),
        ("01.02.2023", "excel_datum", "1-2"),
        ("2-Mar", "excel_datum", "2-3"),
        ("Feb 24", "excel_datum", "2-24"),
        ("44958", "excel_datum", ""),
        ("14-12", "bereich_verkehrt", ""),
        ("12c-a", "bereich_verkehrt", ""),
        ("12 34", "nummer_nicht_lesbar", ""),
        ("Hauptstraße", "nummer_nicht_lesbar", ""),
        ("12 Hauptstraße", "nummer_nicht_lesbar", ""),
        ("123456789012", "nummer_nicht_lesbar", ""),
        ("12-14-16-x y", "nummer_nicht_lesbar", ""),
    ],
)
def test_what_is_no_number_says_why(text, problem, guess):
    reading = parse_house_number(text)
    assert (reading.value, reading.problem, reading.guess) == (None, problem, guess)


def test_reading_what_was_written_gives_the_same_for_any_number():
    chance = random.Random(3)
    letters = "abcdefghijklmnopqrstuvwxyz"
    for _ in range(5_000):
        number = chance.randint(1, 39_999)  # beyond, a number may be the date of a spreadsheet
        part = chance.choice(["", str(chance.randint(1, 999))])
        suffix = chance.choice(["", chance.choice(letters) + part, f"/{chance.randint(0, number)}", "1/2", "hh" + part])
        end = chance.choice([None, chance.randint(number + 1, 40_000)])
        value = HouseNumber(number, suffix) if end in (None, 40_000) else HouseNumber(number, suffix, end, suffix)
        written = format_house_number(value)
        assert parse_house_number(written).value == value, written
        assert parse_house_number(f"  Nr. {written.upper()} ").value == value, written


def test_reading_what_was_written_gives_the_same():
    suffixes = ["", "a", "z", "a2", "hh", "1/2", "1/2b", "/1", "/3a"]
    singles = [HouseNumber(n, s) for n in (3, 12, 998, 12345) for s in suffixes]
    ranges = [
        HouseNumber(a.number, a.suffix, b.number, b.suffix)
        for a, b in itertools.product(singles, singles)
        if sort_key(a.number, a.suffix) < sort_key(b.number, b.suffix)
    ]
    for value in singles + ranges:
        assert parse_house_number(format_house_number(value)).value == value, format_house_number(value)


def test_numbers_stand_in_the_order_of_the_street():
    street = ["1", "2", "12", "12 1/2", "12/1", "12a", "12a2", "12a10", "12b", "13", "100"]
    values = [parse_house_number(text).value for text in reversed(street)]
    ordered = sorted(values, key=lambda value: sort_key(value.number, value.suffix))
    assert [format_house_number(value) for value in ordered] == street


def test_a_column_keeps_its_index_and_joins_the_suffix_column():
    table = parse_house_numbers(
        pd.Series(["12", None, "7-9"], index=[5, 6, 9]), pd.Series(["B", "", None], index=[5, 6, 9])
    )
    assert list(table.index) == [5, 6, 9]
    assert table["hausnummer"].tolist() == [12, pd.NA, 7]
    assert table["bis_nummer"].tolist() == [pd.NA, pd.NA, 9]
    assert table["zusatz"].tolist() == ["b", "", ""]
    assert table["problem"].tolist() == ["", "ohne_nummer", ""]
    assert table["schluessel"].tolist() == ["0012b", "0000", "0007-0009"]


def test_an_empty_column_is_an_empty_table():
    assert len(parse_house_numbers(pd.Series([], dtype=object))) == 0
