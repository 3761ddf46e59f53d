"""Sentences that are right in number, grammar and caution."""

import pandas as pd
import pytest
from profile_data import areas_frame, indicator_row

from sozialraum_plugin.core.profiles.chance import difference_from_rest, difference_in_sd
from sozialraum_plugin.core.profiles.comparison import Comparison
from sozialraum_plugin.core.profiles.observations import Observation, Observations
from sozialraum_plugin.core.profiles.places import Places
from sozialraum_plugin.core.profiles.sentences import sentences
from sozialraum_plugin.core.profiles.texts import Texts

PLACES = Places(
    areas_frame(
        [
            ("01", "Mühlenviertel", "sozialraum", "G", "G", 4310),
            ("02", "Auenland", "sozialraum", "G", "G", 5000),
            ("G", "Musterstadt", "gemeinde", None, "G", None),
        ]
    )
)


def spoken(*rows: dict, course: str | None = None, area: str = "01", language: str = "de") -> list[str]:
    table = pd.DataFrame(rows, columns=[*indicator_row("", "", "", None), "untergrenze", "obergrenze"], dtype=object)
    comparison = Comparison(Observations(table, ["01", "02"]), PLACES)
    indicator = comparison.observations.indicators[course] if course else None
    place = next(place for place in PLACES.all if place.code == area)
    made = sentences(comparison, indicator, place, Texts(language))
    return [sentence.replace("\u00a0", " ") for sentence in made]


def population(area: str, *values: float) -> list[dict]:
    years = range(2026 - len(values), 2026)
    return [indicator_row(area, "B01", f"{y}-12-31", v, masseinheit="Personen") for y, v in zip(years, values)]


def test_growth_is_measured_against_five_stichtage_before():
    rows = population("01", 9999, 4140, 4150, 4200, 4250, 4300, 4310)
    assert spoken(*rows) == [
        "Im Sozialraum Mühlenviertel leben 4.310 Menschen (31.12.2025); gegenüber dem 31.12.2020 ist ihre Zahl um "
        "4,1 % gestiegen."
    ]


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (1000, 995, "hat sich ihre Zahl kaum verändert"),
        (1000, 900, "ist ihre Zahl um 10,0 % gesunken"),
    ],
)
def test_other_changes(before, now, words):
    assert words in spoken(*population("01", before, now))[0]


def test_one_person_is_singular_and_no_change_is_claimed_without_a_past():
    assert spoken(*population("01", 1)) == ["Im Sozialraum Mühlenviertel lebt 1 Mensch (31.12.2025)."]


def test_the_layers_population_serves_where_there_is_no_indicator():
    assert spoken() == ["Im Sozialraum Mühlenviertel leben 4.310 Menschen."]


def test_nothing_is_said_about_a_hidden_population():
    assert spoken(indicator_row("01", "B01", "2025-12-31", 4310, kennzeichen="geheim")) == []


def share(area: str, code: str, cases: float, base: float, date: str = "2025-12-31", **more) -> dict:
    return indicator_row(area, code, date, 100 * cases / base, cases, base, **more)


def test_a_difference_beyond_chance_is_named_and_one_within_is_not():
    rows = [share("01", "SGB II-Quote", 300, 1000), share("G", "SGB II-Quote", 1200, 10000)]
    rows += [share("01", "Anteil u18", 172, 1000), share("G", "Anteil u18", 1700, 10000)]
    assert spoken(*rows)[1] == (
        "Vom übrigen Gemeindegebiet unterscheidet sich das Gebiet am deutlichsten bei „SGB II-Quote“ (30,0 % gegenüber "
        "12,0 % in der Gemeinde insgesamt); dieser Unterschied geht über den Bereich des Zufalls hinaus. Bei "
        "einem der 2 geprüften Anteile ist das Gebiet vom Mittel der Gemeinde nicht zu unterscheiden."
    )
    assert spoken(*rows[2:])[1] == (
        "Beim einzigen geprüften Anteil ist der Unterschied zum übrigen Gemeindegebiet nicht vom Zufall zu "
        "unterscheiden."
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", " Bei 2 der 3 geprüften Anteile ist das Gebiet vom Mittel der Gemeinde nicht zu unterscheiden."),
        ("en", " In 2 of the 3 shares tested, the area cannot be told from the commune’s mean."),
    ],
)
def test_what_cannot_be_told_from_the_communes_mean_is_counted(language, words):
    rows = [share("01", "A", 300, 1000), share("G", "A", 1200, 10000)]
    for code in ("B", "C"):
        rows += [share("01", code, 172, 1000), share("G", code, 1700, 10000)]
    assert spoken(*rows, language=language)[1].endswith(words)


def test_where_no_share_stands_out_the_english_sentence_is_in_order():
    rows = [row for code in "BC" for row in (share("01", code, 172, 1000), share("G", code, 1700, 10000))]
    assert spoken(*rows, language="en")[1] == (
        "In none of the 2 shares tested can a difference from the rest of the commune be told from chance."
    )


@pytest.mark.parametrize(
    ("lower", "upper", "words"),
    [
        (26.0, 34.0, "am deutlichsten bei „A“ (30,0 % gegenüber 12,0 %"),
        (8.0, 60.0, "Beim einzigen geprüften Anteil ist der Unterschied"),
        (31.0, 34.0, None),  # does not hold its value
    ],
)
def test_without_counts_the_interval_judges(lower, upper, words):
    own = indicator_row("01", "A", "2025-12-31", 30.0, untergrenze=lower, obergrenze=upper)
    said = spoken(own, indicator_row("G", "A", "2025-12-31", 12.0))
    assert len(said) == 1 if words is None else words in said[1]


def test_a_hidden_share_is_neither_tested_nor_named():
    rows = [share("01", "A", 300, 1000, kennzeichen="geheim"), share("G", "A", 1200, 10000)]
    assert len(spoken(*rows)) == 1


def test_the_course_is_judged_as_a_whole_and_in_its_last_step():
    rows = [share("01", "A", c, 1000, f"{y}-12-31") for y, c in ((2023, 250), (2024, 200), (2025, 195))]
    assert spoken(*rows, course="A")[1] == (
        "Der Wert „A“ ist vom 31.12.2023 bis zum 31.12.2025 von 25,0 % auf 19,5 % gesunken; die Veränderung gegenüber "
        "dem 31.12.2024 liegt im Bereich des Zufalls."
    )
    rows[2] = share("01", "A", 245, 1000)
    assert spoken(*rows, course="A")[1].endswith("bei 24,5 %; der Unterschied liegt im Bereich des Zufalls.")


def test_without_counts_the_course_is_told_but_not_judged():
    rows = [indicator_row("01", "A", f"{y}-12-31", v) for y, v in ((2023, 25.0), (2025, 10.0))]
    assert "lässt sich hier nicht prüfen" in spoken(*rows, course="A")[1]


def test_english_has_the_same_facts():
    assert spoken(*population("01", 4140, 4310), language="en") == [
        "In the social area Mühlenviertel there are 4,310 inhabitants (31 December 2025); since 31 December 2024 their "
        "number has risen by 4.1%."
    ]


def test_the_standard_errors_are_those_of_the_textbook():
    """Fleiss: p = 0.5 and 0.3 of 100 each, pooled 0.4, error sqrt(0.4 * 0.6 * 0.02) = 0.0692820, z = 2.886751."""
    one, other = Observation("", 50.0, 50, 100), Observation("", 30.0, 30, 100)
    assert difference_in_sd(one, other) == pytest.approx(2.886751, abs=1e-6)
    whole = Observation("", 40.0, 80, 200)
    assert difference_from_rest(one, whole) == pytest.approx(2.886751, abs=1e-6)


@pytest.mark.parametrize("other", [(None, 100), (1, 0), (0, 100), (1, 9)])
def test_what_cannot_be_judged_is_not_judged(other):
    assert difference_in_sd(Observation("", 0.0, 0, 100), Observation("", None, *other)) is None


def test_a_rate_of_change_is_not_tested_as_if_it_were_a_share():
    growth = {"indikator_name": "Entwicklung 5 Jahre"}
    rows = [share("01", "B04", 300, 1000, **growth), share("G", "B04", 400, 10000, **growth)]
    assert len(spoken(*rows)) == 1
    rows = [share("01", "X", 300, 1000), share("G", "X", 400, 10000), share("02", "X", -20, 1000)]
    assert len(spoken(*rows)) == 1


def test_a_name_that_says_the_level_says_it_once():
    places = Places(areas_frame([("01", "Sozialraum 01", "sozialraum", None, None, 4310)]))
    table = pd.DataFrame(columns=[*indicator_row("", "", "", None), "untergrenze", "obergrenze"], dtype=object)
    made = sentences(Comparison(Observations(table, ["01"]), places), None, places.all[0], Texts("de"))
    assert made[0].startswith("Im Sozialraum 01 leben")
