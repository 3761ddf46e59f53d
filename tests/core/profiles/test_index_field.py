"""The field of status and dynamics, and how sure a class is."""

import pandas as pd
import pytest
from profile_data import areas_frame, indicators_frame

from sozialraum_plugin.core.indices.class_colours import DYNAMICS
from sozialraum_plugin.core.profiles.chart_geometry import hatched
from sozialraum_plugin.core.profiles.charts import Charts
from sozialraum_plugin.core.profiles.colours import Theme
from sozialraum_plugin.core.profiles.index_field import stable_shares
from sozialraum_plugin.core.profiles.profiles import ProfileBuilder, ProfileOptions
from sozialraum_plugin.core.profiles.texts import Texts

AREAS = areas_frame([(str(number), f"Aue {number}", "sozialraum", None, None, 900) for number in range(1, 7)])
INDICATORS = indicators_frame(AREAS).iloc[:0]


def profiles(rows: list[tuple], columns=("gebiet", "status", "dynamik", "gesamt", "ausgeschlossen")) -> list:
    index = pd.DataFrame(rows, columns=list(columns), dtype=object)
    return list(ProfileBuilder(AREAS, INDICATORS, index, {}, ProfileOptions(), Texts("de")).profiles())


ROWS = [
    ("1", 3, "+/-", "3+/-", None), ("2", 3, "+/-", "3+/-", None), ("3", 1, "+", "1+", None),
    ("4", 4, "-", "4-", None), ("5", None, None, None, "zu klein"), ("99", 4, "-", "4-", None),
]  # fmt: skip


def test_each_area_is_counted_once_and_its_own_group_is_marked():
    made = [profile.index_field for profile in profiles(ROWS)]
    assert all(field.counts == ((1, 0, 0), (0, 0, 0), (0, 2, 0), (0, 0, 1)) for field in made)
    assert all(field.outside == 2 for field in made)  # one excluded, one not in the index; the foreign one is no area
    assert [field.own for field in made] == [(2, 1), (2, 1), (0, 0), (3, 2), None, None]
    assert [field.group for field in made] == ["3+/-", "3+/-", "1+", "4-", "", ""]


def test_without_dynamics_the_field_has_one_column():
    field = profiles([("1", 2, None, "2", None), ("2", 4, None, "4", None)])[0].index_field
    assert field.dynamics == () and field.counts == ((0,), (1,), (0,), (1,)) and field.own == (1, 0)


@pytest.mark.parametrize("rows", [[], [("1", None, None, None, "zu klein")], [("1", 7, "+", "7+", None)]])
def test_without_any_class_there_is_no_field(rows):
    profile = profiles(rows)[0]
    assert profile.index_field is None
    assert "feld" not in Charts(Theme(), Texts("de")).of_profile(profile)


def test_the_field_is_drawn_with_the_hatches_of_the_maps_and_one_outline():
    made = profiles(ROWS)
    svg = Charts(Theme(), Texts("de")).index_field(made[0].index_field)
    assert svg.count('class="cell"') == 12 and svg.count('class="own"') == 1
    assert f'stroke-width="{DYNAMICS["-"].width * 10:g}"' in svg
    assert 'class="own"' not in Charts(Theme(), Texts("de")).index_field(made[4].index_field)


def test_hatching_fills_a_rectangle_without_leaving_it():
    for rising in (True, False):
        lines = hatched(10, 20, 190, 90, 13, rising)
        assert len(lines) >= 14
        for line in lines:
            assert all(9.99 <= x <= 200.01 for x in (line.x1, line.x2))
            assert all(19.99 <= y <= 110.01 for y in (line.y1, line.y2))
            slope = (line.y2 - line.y1) / (line.x2 - line.x1)
            assert slope == pytest.approx(-1 if rising else 1)  # y grows downward


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([0.9, 1.0, None], {0: 0.9, 1: 1.0}), ([90, 100, 45.5], {0: 0.9, 1: 1.0, 2: 0.455}),
        (["22 von 24", "x", None], {}), ([-1, 0.5, 0.2], {}), ([120, 50, 20], {}),
    ],
)  # fmt: skip
def test_what_is_no_share_says_nothing_about_robustness(values, expected):
    table = pd.DataFrame({"robustheit": values}, dtype=object)
    assert stable_shares(table, ["stabil", "robustheit"]) == pytest.approx(expected)


def test_the_badge_says_how_many_variants_agree():
    columns = ("gebiet", "status", "dynamik", "gesamt", "ausgeschlossen", "stabil")
    rows = [("1", 3, "+/-", "3+/-", None, 0.917), ("2", 3, "+/-", "3+/-", None, None)]
    notes = [profile.badge.note for profile in profiles(rows, columns)[:2]]
    assert notes == ["Klasse 3+/−, in 92\u00a0% der Varianten gleich", "Klasse 3+/−"]
