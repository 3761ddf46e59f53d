from dataclasses import FrozenInstanceError

import pytest

from sozialraum_plugin.core.numbers import ENGLISH, GERMAN, format_date, format_number, number_format

NUMBERS = (0, 7, 999, 1000, 4310.25, -1234567.891, -0.04, 12345678.9)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (4310, 0, "4.310"),
        (21.44, 1, "21,4"),
        (-1234567.891, 2, "−1.234.567,89"),
        (-0.04, 1, "0,0"),
        (float("nan"), 1, "–"),
        (None, 0, "–"),
    ],
)
def test_numbers_are_german(value, decimals, text):
    assert format_number(value, decimals) == text


def test_dates_are_german():
    assert format_date("2025-12-31") == "31.12.2025"
    assert format_date(None) == "–"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(4310, 0, "4,310"), (21.44, 1, "21.4"), (-1234567.891, 2, "−1,234,567.89"), (-0.04, 1, "0.0"), (None, 0, "–")],
)
def test_english_numbers_have_comma_and_point_in_turn(value, decimals, text):
    assert ENGLISH.number(value, decimals) == text


@pytest.mark.parametrize("numbers", [GERMAN, ENGLISH])
def test_a_printed_number_can_be_read_again(numbers):
    for value in NUMBERS:
        for decimals in (0, 1, 3):
            assert numbers.parsed(numbers.number(value, decimals)) == pytest.approx(round(value, decimals), abs=1e-9)


@pytest.mark.parametrize("numbers", [GERMAN, ENGLISH])
@pytest.mark.parametrize("text", ["–", "·", "(12)", "4 Mio.", ""])
def test_what_is_no_number_is_not_read_as_one(numbers, text):
    with pytest.raises(ValueError, match="could not convert"):
        numbers.parsed(text)


def test_the_german_format_is_that_of_the_rest_of_the_plugin():
    for value in (*NUMBERS, None, float("nan")):
        assert [GERMAN.number(value, decimals) for decimals in range(3)] == [format_number(value, d) for d in range(3)]
    assert GERMAN.date("2025-12-31") == GERMAN.short_date("2025-12-31") == format_date("2025-12-31")
    assert GERMAN.with_unit("14,7", "%") == "14,7\u00a0%" and GERMAN.count(1200) == "1200"


@pytest.mark.parametrize(
    ("text", "long", "short", "narrow"),
    [
        ("2025-12-31", "31 December 2025", "31 Dec 2025", "2025-12-31"),
        ("2025-03-01", "1 March 2025", "1 Mar 2025", "2025-03-01"),
        ("01.03.2026", "1 March 2026", "1 Mar 2026", "2026-03-01"),
        ("31.02.2026", "31.02.2026", "31.02.2026", "31.02.2026"),
        ("2025/26", "2025/26", "2025/26", "2025/26"),
        ("", "–", "–", "–"),
        (None, "–", "–", "–"),
    ],
)
def test_english_dates_name_the_month(text, long, short, narrow):
    assert (ENGLISH.date(text), ENGLISH.short_date(text), ENGLISH.narrow_date(text)) == (long, short, narrow)


def test_a_german_date_that_somebody_wrote_stays_as_it_is():
    for text in ("1.3.2026", "01.03.2026", "Frühjahr 2026", "2025/26"):
        assert GERMAN.date(text) == GERMAN.short_date(text) == GERMAN.narrow_date(text) == text


def test_a_day_of_the_year():
    assert (GERMAN.day("2025-12-31"), ENGLISH.day("2025-12-31")) == ("31.12.", "31 December")
    assert GERMAN.day("2025/26") == ENGLISH.day("2025/26") == ""


def test_only_the_percent_sign_stands_close_in_english():
    assert ENGLISH.percent(14.66, 1) == "14.7%" and ENGLISH.with_unit("2.1", "Pers.") == "2.1\u00a0Pers."
    assert ENGLISH.with_unit("2.1", "") == "2.1"


def test_formats_belong_to_languages_and_nobody_can_change_them():
    assert number_format("de") is GERMAN and number_format("en") is ENGLISH
    with pytest.raises(FrozenInstanceError):
        GERMAN.decimal_mark = "."
