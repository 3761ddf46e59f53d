"""The time series: breaks where the boundaries change, estimates hollow and marked, all of it said in words."""

import re

import pandas as pd
import pytest
from profile_data import areas_frame, indicator_row

from sozialraum_plugin.core.profiles.chart_geometry import broken_lines
from sozialraum_plugin.core.profiles.charts import Charts
from sozialraum_plugin.core.profiles.colours import Theme
from sozialraum_plugin.core.profiles.model import Series
from sozialraum_plugin.core.profiles.profiles import ProfileBuilder, ProfileOptions
from sozialraum_plugin.core.profiles.texts import Texts

AREAS = areas_frame([("1", "Aue", "sozialraum", "G", "G", 900), ("G", "Musterstadt", "gemeinde", None, "G", 9000)])
YEARS = range(2020, 2026)


def series(territories: list[str], flags: dict[int, str] | None = None, commune: list[str] | None = None) -> Series:
    rows = []
    for code, editions in (("1", territories), ("G", commune or [""] * len(YEARS))):
        for year, edition in zip(YEARS, editions):
            flag = (flags or {}).get(year, "") if code == "1" else ""
            more = {"gebietsstand": edition, "kennzeichen": flag, "indikator_name": "SGB II-Quote"}
            rows.append(indicator_row(code, "A08", f"{year}-12-31", float(year - 2000), **more))
    frame = pd.DataFrame(rows, dtype=object)
    return next(ProfileBuilder(AREAS, frame, None, {}, ProfileOptions(), Texts("de")).profiles()).series


def svg_of(made: Series) -> str:
    return Charts(Theme(), Texts("de")).series(made)


def test_a_change_of_boundaries_breaks_the_line_and_is_named():
    made = series(["2020-01-01"] * 3 + ["2023-01-01"] * 3)
    assert made.breaks == ((3, "Gebietsstand 01.01.2023"),)
    assert made.note == "Gestrichelt: Bruch, danach Gebietsstand 01.01.2023."
    svg = svg_of(made)
    assert svg.count('class="break"') == 1 and "Gebietsstand 01.01.2023" in svg
    assert svg.count('class="course"') == 3  # two parts of the area's line, the commune's whole


def test_the_mark_stands_between_the_values_before_and_after():
    svg = svg_of(series(["a"] * 3 + ["b"] * 3))
    x = float(re.search(r'class="break" x1="([\d.]+)"', svg).group(1))
    line = re.findall(r'points="([^"]+)"', svg)
    before, after = (
        max(float(point.split(",")[0]) for point in line[1].split()),
        min(float(point.split(",")[0]) for point in line[2].split()),
    )
    assert before < x < after and x == pytest.approx((before + after) / 2, abs=0.1)


@pytest.mark.parametrize("territories", [[""] * 6, ["2020-01-01"] * 6, ["", "", "2020-01-01", "", "2020-01-01", ""]])
def test_what_does_not_tell_its_boundaries_is_no_break(territories):
    made = series(territories)
    assert made.breaks == () and made.note == ""
    assert 'class="break"' not in svg_of(made)


def test_a_break_of_the_commune_alone_breaks_its_line_only():
    made = series(["x"] * 6, commune=["x"] * 2 + ["y"] * 4)
    assert made.breaks == ((2, "Gebietsstand y"),)
    assert [line.breaks for line in made.lines] == [(), (2,)]


def test_an_estimate_is_hollow_and_marked_in_the_table():
    made = series([""] * 6, {2021: "geschaetzt", 2023: "geheim"})
    own, commune = made.lines
    assert own.texts == ("20,0", "21,0*", "22,0", "·", "24,0", "25,0")
    assert "*" not in "".join(commune.texts)
    assert made.note == "* und offener Punkt: geschätzt."
    assert svg_of(made).count('class="estimated"') == 1


def test_lines_break_before_a_position_without_losing_a_point():
    points = [(0, 0), (1, 1), None, (3, 3), (4, 4)]
    assert broken_lines(points, (1, 4)) == [[(0, 0)], [(1, 1)], [(3, 3)], [(4, 4)]]


@pytest.mark.parametrize(("unit", "courses"), [("Personen", 1), ("%", 2)])
def test_sums_far_above_the_area_s_stand_in_the_table_only(unit, courses):
    rows = [
        indicator_row(code, "B01", f"{year}-12-31", float(size + year), masseinheit=unit, indikator_name="Einwohner")
        for code, size in (("1", 900), ("G", 90_000))
        for year in YEARS
    ]
    made = next(
        ProfileBuilder(AREAS, pd.DataFrame(rows, dtype=object), None, {}, ProfileOptions(), Texts("de")).profiles()
    ).series
    assert len(made.lines) == 2 and made.lines[1].texts[0]
    svg = svg_of(made)
    assert svg.count('class="course"') == courses and ("Gemeinde" in svg) is (courses == 2)
    assert ("Gemeinde: nur in der Tabelle" in made.note) is (courses == 1)
