import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indicators.imports.reference_dates import fill_pattern, parse_date, year_in, years_before


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("31.12.2025", "2025-12-31"), ("1.3.2024", "2024-03-01"), ("2025-12-31", "2025-12-31"),
        ("2020/01/02", "2020-01-02"), ("202402", "2024-02-29"), ("20240229", "2024-02-29"), ("2001", "2001-12-31"),
        ("31.02.2024", None), ("202413", None), ("1234", None), ("Montag", None),
    ],
)  # fmt: skip
def test_dates(text, iso):
    assert parse_date(text) == iso


def test_a_school_year_gives_its_first_year():
    assert year_in("Schuljahr 2016/17") == 2016
    assert fill_pattern("15.10.{jahr}", 2016) == "2016-10-15"
    with pytest.raises(InputError, match="gives no date for 2016"):
        fill_pattern("Herbst {jahr}", 2016)


def test_the_leap_day_has_a_day_before():
    assert years_before("2024-02-29", 1).isoformat() == "2023-02-28"
