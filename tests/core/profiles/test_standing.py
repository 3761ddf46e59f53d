"""Where an area stands among all: deviations by hand, themes, intervals, and nothing of what is hidden."""

import re

import pandas as pd
import pytest
from profile_data import areas_frame, indicator_row

from sozialraum_plugin.core.profiles.chart_rows import Placement, deviation_bar, dot_strip
from sozialraum_plugin.core.profiles.charts import Charts
from sozialraum_plugin.core.profiles.colours import Theme
from sozialraum_plugin.core.profiles.model import Profile, Standing
from sozialraum_plugin.core.profiles.profiles import ProfileBuilder, ProfileOptions
from sozialraum_plugin.core.profiles.texts import Texts

VALUES = (2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0)  # mean 5, standard deviation 2: the well-known example
AREAS = areas_frame(
    [(str(number), f"Gebiet {number}", "sozialraum", "G", "G", 900) for number in range(1, len(VALUES) + 1)]
    + [("G", "Musterstadt", "gemeinde", None, "G", 9000)]
)
PLACE = Placement(0.0, 224.0, 28.0)


def rows(code: str = "A08", values=VALUES, commune: float | None = 5.5, **more) -> list[dict]:
    made = [indicator_row(str(number), code, "2025-12-31", value, **more) for number, value in enumerate(values, 1)]
    return made + ([] if commune is None else [indicator_row("G", code, "2025-12-31", commune, **more)])


def profiles(*tables: list[dict], language: str = "de") -> list[Profile]:
    frame = pd.DataFrame([row for table in tables for row in table], dtype=object)
    return list(ProfileBuilder(AREAS, frame, None, {}, ProfileOptions(), Texts(language)).profiles())


def standing(profile: Profile, code: str = "A08") -> Standing:
    return next(row for theme in profile.themes for row in theme.rows if row.figure.code == code)


def test_deviations_are_those_of_the_textbook():
    found = [standing(profile).deviation for profile in profiles(rows())]
    assert found == pytest.approx([(value - 5) / 2 for value in VALUES])
    texts = [standing(profile).deviation_text for profile in profiles(rows())]
    assert texts == ["−1,5", "−0,5", "−0,5", "−0,5", "0,0", "0,0", "+1,0", "+2,0"]


@pytest.mark.parametrize("values", [(5.0,) * 8, (5.0, 6.0, None, None, None, None, None, None), (0.1,) * 8])
def test_without_a_spread_or_with_two_values_nothing_is_compared(values):
    for profile in profiles(rows(values=values))[:2]:
        row = standing(profile)
        assert row.deviation is None and row.deviation_text == ""
        assert deviation_bar(row, PLACE) is None


def test_themes_are_the_tables_else_the_catalogues_and_the_rest_comes_last():
    made = profiles(rows("Z1"), rows("A08"), rows("B08"), rows("Z2", thema="Sport"))[0]
    assert [theme.name for theme in made.themes] == ["SGB II", "Bevölkerung", "Sport", "Weitere Indikatoren"]
    assert [theme.name for theme in profiles(rows("Z1"), language="en")[0].themes] == ["Indicators"]


def test_a_hidden_value_is_in_no_part_of_the_standing():
    hidden = rows()
    hidden[6].update(wert=98765.0, kennzeichen="geheim", untergrenze=98000.0, obergrenze=99000.0)
    made = profiles(hidden)
    row = standing(made[6])
    assert (row.figure.value, row.deviation_text, row.interval, row.value, row.figure.rank) == ("·", "", "", None, None)
    for profile in made:
        assert len(standing(profile).all_values) == len(VALUES) - 1
        assert not re.search("9[89]\\.?[70]", repr(profile.themes))
    assert made[6].footer.count("·")


def test_an_interval_is_printed_and_drawn_only_if_it_holds_its_value():
    told = rows()
    told[4].update(untergrenze=4.0, obergrenze=6.0)
    told[5].update(untergrenze=6.0, obergrenze=6.5)
    made = [standing(profile) for profile in profiles(told)]
    assert made[4].interval == "4,0–6,0"
    assert made[5].interval == ""
    strip = dot_strip(made[4], PLACE)
    assert strip.whisker[0] < strip.own < strip.whisker[1] and len(strip.caps) == 2
    assert dot_strip(made[5], PLACE).whisker is None


def test_a_whisker_that_leaves_the_strip_has_no_cap_there():
    row = Standing(None, (2.0, 5.0, 9.0), 9.0, 5.5, 1.0, lower=8.0, upper=12.0)
    strip = dot_strip(row, PLACE)
    assert strip.whisker[1] == strip.own == max(strip.dots)
    assert len(strip.caps) == 1


def test_bars_go_left_and_right_in_proportion_and_end_in_a_tip_when_cut():
    low, high, far = (deviation_bar(Standing(None, deviation=deviation), PLACE) for deviation in (-1.0, 2.0, 7.5))
    assert low.x + low.length == pytest.approx(low.middle) and not low.higher
    assert high.x == high.middle and high.length == pytest.approx(2 * low.length)
    assert far.length == pytest.approx(3 * low.length) and far.tip is not None and high.tip is None


def test_a_thousand_areas_do_not_cost_a_thousand_dots():
    strip = dot_strip(Standing(None, tuple(float(n) for n in range(1000)), 500.0), PLACE)
    assert 20 <= len(strip.dots) <= 60
    assert min(strip.dots) < strip.own < max(strip.dots)


def test_the_chart_of_a_page_has_a_rule_for_each_indicator_and_marks_the_area():
    drawn = Charts(Theme(), Texts("de")).of_profile(profiles(rows(), rows("B08"))[7])
    svg = drawn["indikatoren1"]
    assert svg.count('class="own"') == svg.count('class="more"') == svg.count('class="rule"') == 2
    assert svg.count('class="head"') == 2
    assert "indikatoren2" not in drawn


def test_without_indicators_there_is_no_page_of_them():
    frame = pd.DataFrame(rows(), dtype=object).iloc[:0]
    made = next(ProfileBuilder(AREAS, frame, None, {}, ProfileOptions(), Texts("de")).profiles())
    assert made.themes == ()
    assert not any(name.startswith("indikatoren") for name in Charts(Theme(), Texts("de")).of_profile(made))
