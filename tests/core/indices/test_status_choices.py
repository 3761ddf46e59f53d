"""The texts and years that a user gives: limits, weights, pairs of fields, editions of a long table."""

import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indices.status.edition_years import EditionChoice, choose_editions, years_between
from sozialraum_plugin.core.indices.status.status_recipe import STATUS_LIMITS, paired_start, read_limits, read_weights


@pytest.mark.parametrize("text", ["-1; 1; 1,5", "-1;1;1.5", "-1 1 1,5", "-1, 1, 1.5", "−1; 1; 1,5", ""])
def test_limits_as_people_write_them(text):
    assert read_limits(text, STATUS_LIMITS, "STATUS_LIMITS") == STATUS_LIMITS


@pytest.mark.parametrize("text", ["-1; 1", "1; -1; 2", "1; 1; 2", "a; b; c", "-1; 1; 2; 3", "nan; 1; 2", "-1; 1; inf"])
def test_bad_limits_are_refused(text):
    with pytest.raises(InputError, match="STATUS_LIMITS"):
        read_limits(text, STATUS_LIMITS, "STATUS_LIMITS")


def test_weights_are_one_an_indicator():
    assert read_weights("2; 1,5", 2, "W") == (2, 1.5)
    assert read_weights("", 2, "W") == ()
    with pytest.raises(InputError, match="W: “2” is not what is needed: 2 numbers"):
        read_weights("2", 2, "W")


def test_names_that_differ_in_the_year_only_are_paired():
    assert paired_start(("alo_2021", "sgb2_2021"), ("sgb2_2015", "alo_2015"), "START_FIELDS") == (
        "alo_2015",
        "sgb2_2015",
    )
    assert paired_start(("a", "b"), ("x", "y"), "START_FIELDS") == ("x", "y")


def test_swapped_and_missing_start_fields_are_refused():
    with pytest.raises(InputError, match="“s_2021” is later than “s_2015”: swap"):
        paired_start(("s_2015",), ("s_2021",), "START_FIELDS")
    with pytest.raises(InputError, match="1 fields for 2"):
        paired_start(("a", "b"), ("c",), "START_FIELDS")


YEARS = ["2019", "2015", "2021", "2015", None]


@pytest.mark.parametrize(
    ("year", "before", "found"),
    [("", "", ("2021", "2019")), ("2019", "", ("2019", "2015")), ("2021", "2015", ("2021", "2015"))],
)
def test_the_latest_edition_and_the_one_before(year, before, found):
    editions = choose_editions(YEARS, EditionChoice("jahr", year, before), True)
    assert (editions.year, editions.before) == found
    assert editions.rows("2015") == [1, 3]


def test_a_year_finds_its_only_date():
    editions = choose_editions(["2015-12-31", "31.12.2021", 201912], EditionChoice("stichtag", "2021", "2015"), True)
    assert (editions.year, editions.before) == ("31.12.2021", "2015-12-31")
    assert years_between("2015-12-31", "31.12.2021") == 6
    assert choose_editions([2019.0, 2021.0], EditionChoice("jahr"), True).before == "2019"


@pytest.mark.parametrize(
    ("cells", "choice", "message"),
    [
        (YEARS, ("2020", ""), "YEAR: 2020 is not in field “jahr”. It has: 2015, 2019, 2021"),
        (YEARS, ("2021", "2017"), "YEAR_BEFORE: 2017 is not in"),
        (YEARS, ("2021", "", "1999"), "BASE_YEAR: 1999 is not in"),
        (YEARS, ("2015", "2021"), "YEAR_BEFORE .2021. is later than YEAR .2015.: swap"),
        (YEARS, ("2015", "2015"), "both 2015"),
        (YEARS, ("2015", ""), "no edition before 2015"),
        (["2021"], ("", ""), "no edition before 2021"),
        ([None, " "], ("", ""), "holds no year"),
        (["31.12.2021", "30.06.2021", "2019"], ("2021", ""), "several dates.*30.06.2021, 31.12.2021"),
    ],
)
def test_years_that_do_not_exist_or_are_swapped(cells, choice, message):
    with pytest.raises(InputError, match=message):
        choose_editions(cells, EditionChoice("jahr", *choice), True)
