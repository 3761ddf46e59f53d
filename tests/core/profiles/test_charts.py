"""The charts' structure: lengths in proportion, gaps where nothing may be shown, only what QGIS can draw."""

import re
import xml.etree.ElementTree as ElementTree

import pytest

from sozialraum_plugin.core.profiles.chart_field import field_cell
from sozialraum_plugin.core.profiles.chart_geometry import broken_lines, nice_ticks, outline, spread
from sozialraum_plugin.core.profiles.charts import Charts
from sozialraum_plugin.core.profiles.colours import Theme
from sozialraum_plugin.core.profiles.model import Badge, Bar, BarGroup, Figure, Line, Pyramid, Series, Tile
from sozialraum_plugin.core.profiles.texts import Texts

CHARTS = Charts(Theme(), Texts("de"))
IGNORED_BY_QGIS = re.compile("clip-path|mask|pattern|filter|marker|symbol|tspan|dominant-baseline|rgba|textPath|image")


def drawing(svg: str) -> ElementTree.Element:
    root = ElementTree.fromstring(svg)
    assert root.tag.endswith("svg")
    assert "<svg" not in svg[5:], "a nested svg wrecks the picture"
    assert not IGNORED_BY_QGIS.search(svg)
    return root


def of_class(root: ElementTree.Element, name: str) -> list[dict]:
    return [element.attrib for element in root.iter() if element.get("class") == name]


def texts(root: ElementTree.Element) -> list[str]:
    return [element.text for element in root.iter() if element.tag.endswith("text")]


def test_bars_are_as_long_as_their_shares_and_a_hidden_one_is_not_drawn():
    group = BarGroup((Bar("A", "40 %", 40.0, 20.0), Bar("B", "10 %", 10.0, None), Bar("C", "·", None, 30.0)), 40.0)
    root = drawing(CHARTS.bars(group))
    lengths = [float(bar["width"]) for bar in of_class(root, "bar")]
    assert lengths[0] == pytest.approx(4 * lengths[1])
    assert len(lengths) == 2
    assert len(of_class(root, "tick")) == 2


def test_intervals_are_drawn_over_the_bars_from_end_to_end():
    bars = (Bar("A", "40 %", 40.0, 20.0, lower=30.0, upper=45.0), Bar("B", "10 %", 10.0, None))
    root = drawing(CHARTS.bars(BarGroup(bars, 45.0)))
    (whisker,) = of_class(root, "whisker")
    bar = of_class(root, "bar")[0]
    assert float(whisker["x"]) == pytest.approx(float(bar["width"]) * 30 / 40, abs=0.2)
    assert float(whisker["x"]) + float(whisker["width"]) == pytest.approx(float(bar["width"]) * 45 / 40, abs=0.2)
    assert len(of_class(root, "cap")) == 2


def pyramid(men, women) -> Pyramid:
    commune = (3.0, 4.0, 2.0)
    return Pyramid((0, 5, 10), men, women, commune, commune, 4.0, "2025-12-31")


def test_pyramid_bars_stand_left_and_right_and_a_hidden_group_is_a_dot():
    root = drawing(CHARTS.pyramid(pyramid((1.0, 2.0, None), (2.0, 4.0, 1.0))))
    men, women = of_class(root, "man"), of_class(root, "woman")
    assert [float(bar["width"]) for bar in women] == pytest.approx([192.5, 385, 96.2], abs=0.1)
    assert all(float(bar["x"]) == -float(bar["width"]) for bar in men)
    assert len(men) == 2
    assert "·" in texts(root)
    assert {"Männer", "Frauen"} <= set(texts(root))
    assert len(of_class(root, "commune")) == 2


def test_a_series_breaks_at_a_hidden_value_and_names_its_lines():
    own = Line("Mühlenviertel", (25.0, 24.0, None, 23.0, 22.8), ("25,0", "24,0", "·", "23,0", "22,8"))
    commune = Line("Gemeinde", (12.0,) * 5, ("12,0",) * 5)
    dates = ("2021", "2022", "2023", "2024", "2025")
    root = drawing(CHARTS.series(Series("", "", dates, dates, (own, commune), "%", 1)))
    assert len(of_class(root, "course")) == 3
    assert "Mühlenviertel 22,8\u00a0%" in texts(root)
    assert "Gemeinde 12,0\u00a0%" in texts(root)


def test_a_line_whose_newest_value_is_hidden_is_labelled_without_a_number():
    own = Line("Aue", (25.0, 24.0, None), ("25,0", "24,0", "·"))
    root = drawing(CHARTS.series(Series("", "", ("1", "2", "3"), ("1", "2", "3"), (own,), "%", 1)))
    assert "Aue" in texts(root)


def test_a_sparkline_ends_in_a_dot_only_if_the_newest_value_is_shown():
    figure = Figure("A", "A", "", "", False, "", "", None)
    assert "circle" in CHARTS.sparkline(Tile(figure, (1.0, 2.0, 3.0)))
    assert "circle" not in CHARTS.sparkline(Tile(figure, (1.0, 2.0, 3.0, None)))
    assert CHARTS.sparkline(Tile(figure, ())) == ""


@pytest.mark.parametrize(("dynamics", "hatched"), [("+", True), ("+/-", False), ("-", True), ("", False)])
def test_the_badge_looks_like_its_group_on_the_maps(dynamics, hatched):
    for status in (1, 2, 3, 4):
        badge, cell = CHARTS.badge(Badge("", "", status, dynamics)), field_cell(0, 0, 84, 84, status, dynamics)
        assert f'fill="{cell.fill}"' in badge
        assert badge.count("<line") == len(cell.lines) and bool(cell.lines) is hatched


def test_an_excluded_area_is_dotted():
    badge = CHARTS.badge(Badge("", "", None))
    assert badge.count("<line") == 0 and badge.count("<circle") > 9


def test_names_cannot_break_the_picture():
    own = Line("<script>&", (1.0, 2.0, 3.0), ("1", "2", "3"))
    root = drawing(CHARTS.series(Series("", "", ("1", "2", "3"), ("1", "2", "3"), (own,), "%", 1)))
    assert "<script>& 3\u00a0%" in texts(root)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0, 100, [0, 25, 50, 75, 100]), (10.4, 25.0, [10, 15, 20, 25]), (3, 3, [2.5, 2.75, 3, 3.25, 3.5])],
)
def test_ticks_are_round_and_enclose_the_data(low, high, expected):
    assert nice_ticks(low, high) == expected


def test_labels_keep_their_distance_and_stay_in_bounds():
    assert spread([10, 11, 12], 5, 0, 100) == [10, 15, 20]
    assert spread([98, 99], 5, 0, 100) == [95, 100]


def test_gaps_split_lines():
    assert broken_lines([(0, 1), None, (2, 1), (3, 1)]) == [[(0, 1)], [(2, 1), (3, 1)]]
    assert outline((1.0, None, 1.0), 1.0, 10, 100, 10) == ["M10.0 100.0 L10.0 90.0", "M10.0 80.0 L10.0 70.0"]
