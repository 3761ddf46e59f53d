from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.indicators.cases.case_ages import (
    NOT_YET_BORN,
    UNKNOWN_AGE,
    ages_as_given,
    ages_of_births,
    read_birth,
)


def birthdays_up_to(birth: date, at: date) -> int:
    """The age by counting birthdays, 29 February on 1 March."""
    count = 0
    while True:
        year = birth.year + count + 1
        try:
            birthday = birth.replace(year=year)
        except ValueError:
            birthday = date(year, 3, 1)
        if birthday > at:
            return count
        count += 1


@pytest.mark.parametrize("stichtag", ["2025-12-31", "2024-02-29", "2025-06-30", "2023-01-01"])
def test_ages_of_full_dates_equal_counted_birthdays(stichtag):
    at = date.fromisoformat(stichtag)
    rng = np.random.default_rng(7)
    births = [at - timedelta(days=int(days)) for days in rng.integers(0, 36_000, 400)]
    births += [at, date(2000, 2, 29), date(1964, 12, 31)]
    expected = [birthdays_up_to(birth, at) for birth in births]
    for form in ("%d.%m.%Y", "%Y-%m-%d", "%Y%m%d", "%Y/%m/%d"):
        ages = ages_of_births(pd.Series([birth.strftime(form) for birth in births]), stichtag)
        assert ages.years.tolist() == expected
        assert ages.exact and not ages.partial


def test_births_without_day_or_month_have_the_age_of_the_year():
    ages = ages_of_births(pd.Series(["1965", "00.00.1965", "00.07.1965", 1965, 1965.0, "07/1965"]), "2025-06-30")
    assert ages.years.tolist() == [60, 60, 59, 60, 60, 59]
    assert not ages.exact and ages.partial == 6


def test_what_is_no_birth_is_no_age():
    cells = pd.Series(
        ["", None, "31.02.1980", "13.13.1980", "01.01.80", "unbekannt", "01.01.1850", "0000", "1.1.1980x"]
    )
    assert set(ages_of_births(cells, "2025-12-31").years) == {UNKNOWN_AGE}
    assert ages_of_births(pd.Series(["01.01.2026", "2027"]), "2025-12-31").years.tolist() == [NOT_YET_BORN] * 2


def test_ages_as_given():
    ages = ages_as_given(pd.Series(["0", 45, "45.0", "45 Jahre", "-1", "130", "x", None]), "2025-12-31")
    assert ages.years.tolist() == [0, 45, 45, 45, UNKNOWN_AGE, UNKNOWN_AGE, UNKNOWN_AGE, UNKNOWN_AGE]


@pytest.mark.parametrize(
    ("birth", "reached"),  # § 235 SGB VI: 1946: 65; 1947: 65+1; 1955: 65+9; 1958: 66; 1959: 66+2; 1963: 66+10; 1964: 67
    [
        ("15.06.1946", "2011-06-15"),
        ("15.06.1947", "2012-07-15"),
        ("15.06.1955", "2021-03-15"),
        ("15.06.1958", "2024-06-15"),
        ("15.06.1959", "2025-08-15"),
        ("15.06.1963", "2030-04-15"),
        ("15.06.1964", "2031-06-15"),
        ("15.06.1990", "2057-06-15"),
    ],
)
def test_standard_retirement_age(birth, reached):
    before = (date.fromisoformat(reached) - timedelta(days=1)).isoformat()
    assert ages_of_births(pd.Series([birth]), before).below_retirement.tolist() == [True]
    assert ages_of_births(pd.Series([birth]), reached).below_retirement.tolist() == [False]


def test_impossible_dates_are_none():
    assert read_birth("30.02.2000") is None
    assert read_birth("29.02.2000") == (2000, 2, 29)
