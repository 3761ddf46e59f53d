import pytest

from sozialraum_plugin.core.numbers import format_date, format_number


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
