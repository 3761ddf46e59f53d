"""Values, ranks and marks as a reader sees them; expected numbers worked out by hand."""

import pandas as pd
import pytest
from profile_data import indicator_row

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.profiles.observations import Observations

AREAS = ["1", "2", "3", "4"]


def observations(*rows: dict) -> Observations:
    return Observations(pd.DataFrame(rows, dtype=object), AREAS)


def test_rank_one_is_the_highest_value_and_ties_share_a_rank():
    values = {"1": 10.0, "2": 20.0, "3": 20.0, "4": 5.0}
    made = observations(*(indicator_row(area, "A", "2025-12-31", value) for area, value in values.items()))
    assert [made.rank("A", area) for area in AREAS] == [(3, 4), (1, 4), (1, 4), (4, 4)]


def test_a_hidden_value_has_no_rank_no_number_and_does_not_count():
    made = observations(
        indicator_row("1", "A", "2025-12-31", 10.0),
        indicator_row("2", "A", "2025-12-31", 77.7, 777, 1000, kennzeichen="geheim"),
        indicator_row("3", "A", "2025-12-31", 5.0),
    )
    assert made.rank("A", "2") is None
    assert made.rank("A", "1") == (1, 2)
    hidden = made.latest("A", "2")
    assert (hidden.value, hidden.numerator, hidden.denominator) == (None, None, None)
    assert made.indicators["A"].text(hidden) == "·"


@pytest.mark.parametrize("flag", ["geheim", "geheim_sekundaer", "nenner_zu_klein"])
def test_every_mark_of_secrecy_hides_even_a_delivered_value(flag):
    made = observations(indicator_row("1", "A", "2025-12-31", 77.7, kennzeichen=flag))
    assert made.indicators["A"].text(made.latest("A", "1"), with_unit=True) == "·"
    assert made.visible_latest("A") == []


def test_values_are_printed_in_german_with_the_unit_behind_a_no_break_space():
    made = observations(
        indicator_row("1", "A", "2025-12-31", 22.84),
        indicator_row("2", "A", "2025-12-31", 9.96, kennzeichen="unsicher"),
        indicator_row("3", "A", "2025-12-31", None, kennzeichen="fehlt"),
        indicator_row("1", "B", "2025-12-31", 4310.0, masseinheit="Personen"),
    )
    share, people = made.indicators["A"], made.indicators["B"]
    assert share.text(made.latest("A", "1"), with_unit=True) == "22,8\u00a0%"
    assert share.text(made.latest("A", "2")) == "(10,0)"
    assert share.text(made.latest("A", "3")) == "–"
    assert share.text(made.latest("A", "4")) == "–"
    assert people.text(made.latest("B", "1"), with_unit=True) == "4.310"


def test_shares_of_few_cases_are_printed_without_decimals():
    rows = [indicator_row(area, "A", "2025-12-31", 24.4, 10, base) for area, base in zip(AREAS, (41, 40, 900, 30))]
    made = observations(*rows)
    assert made.indicators["A"].text(made.latest("A", "1")) == "24"


def test_all_areas_are_compared_on_the_newest_day_of_the_level():
    made = observations(
        indicator_row("1", "A", "2024-12-31", 10.0),
        indicator_row("1", "A", "2025-12-31", 11.0),
        indicator_row("2", "A", "2024-12-31", 99.0),
    )
    assert made.latest("A", "1").value == 11.0
    assert made.latest("A", "2") is None
    assert made.rank("A", "1") is None  # nobody to compare with


def test_two_values_for_one_cell_are_refused_by_name():
    row = indicator_row("1", "A", "2025-12-31", 10.0)
    with pytest.raises(InputError, match=r"A.*1.*31\.12\.2025"):
        observations(row, row)


def test_an_empty_table_has_no_indicators():
    assert Observations(pd.DataFrame(columns=["gebiet", "indikator", "stichtag", "wert"]), AREAS).available() == []


@pytest.mark.parametrize(
    ("values", "unit", "text"),
    [
        ((2.04, 1.87), "Personen", "2,04"),
        ((4310.4, 2100.2), "Personen", "4.310"),
        ((43.25, 41.0), "Jahre", "43,2"),
        ((12.0, 9.0), "je 1000", "12"),
    ],
)
def test_decimals_follow_unit_and_size(values, unit, text):
    rows = [indicator_row(area, "A", "2025-12-31", v, masseinheit=unit) for area, v in zip(AREAS, values)]
    made = observations(*rows)
    assert made.indicators["A"].text(made.latest("A", "1")) == text
