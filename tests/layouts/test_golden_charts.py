"""Each chart against a golden image; that a change is seen; that the charts can be read without colours."""

from __future__ import annotations

import re

import golden_town as town
import numpy as np
import pytest
from colour_vision import lightness
from golden_images import chart_image, check, faults, pin_fonts

from sozialraum_plugin.core.profiles.charts import MEN_SHADE, PYRAMID_SIZE, WOMEN_SHADE, Charts
from sozialraum_plugin.core.profiles.colours import Theme, mixed
from sozialraum_plugin.core.profiles.indicator_pages import DEVIATION_LEFT, DEVIATION_WIDTH
from sozialraum_plugin.core.profiles.model import Badge
from sozialraum_plugin.core.profiles.texts import Texts

WIDE, USUAL, SMALL = 480, 300, 100
WIDTHS = {
    "pyramide": USUAL, "haushalte": USUAL, "herkunft": USUAL, "kachel5": SMALL, "kachel8": SMALL, "zeitreihe": WIDE,
    "feld": USUAL, "indikatoren1": WIDE, "ort1": WIDE,
}  # fmt: skip
LEAST_SHADES = 6.0  # of L*, or of 255, as between the classes on the maps
CHARTS = Charts(Theme(), Texts("de"))


@pytest.fixture(scope="module", autouse=True)
def _open_sans(qgis_app):
    pin_fonts()


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    """The charts of the full profile."""
    return CHARTS.of_profile(town.profiles()[town.FULL])


@pytest.mark.parametrize("name", WIDTHS)
def test_chart_is_as_it_was(drawn, name):
    check(f"diagramm_{name}", chart_image(drawn[name], WIDTHS[name]))


@pytest.mark.parametrize("status", [1, 2, 3, 4, None])
def test_badge_is_as_it_was(status):
    badge = CHARTS.badge(Badge("", "", status, "-" if status in (1, 4) else ""))
    check(f"diagramm_klasse_{status or 'ohne'}", chart_image(badge, SMALL))


def test_every_chart_of_the_full_profile_is_pictured(drawn):
    assert {re.sub(r"kachel\d", "kachel", name) for name in drawn} - {"klasse"} == {
        re.sub(r"kachel\d", "kachel", name) for name in WIDTHS
    }


def nth(pattern: str, number: int, change) -> object:
    """Return a change of the match of this number, from 0, in an SVG."""

    def made(svg: str) -> str:
        found = list(re.finditer(pattern, svg))
        assert len(found) > number, f"no {pattern} in the chart"
        match = found[number]
        return svg[: match.start()] + change(match) + svg[match.end() :]

    return made


def gone(pattern: str, number: int = 0) -> object:
    return nth(pattern, number, lambda match: "")


def longer(kind: str, number: int, by: float) -> object:
    def change(match: re.Match) -> str:
        return f"{match[1]}{float(match[2]) + by:.1f}{match[3]}"

    return nth(rf'(<rect class="{kind}"[^>]* width=")([\d.]+)("[^>]*>)', number, change)


def moved(kind: str, number: int, by: float) -> object:
    def change(match: re.Match) -> str:
        return f"{match[1]}{float(match[2]) + by:.1f}{match[3]}"

    return nth(rf'(<rect class="{kind}" x=")(-?[\d.]+)("[^>]*>)', number, change)


def recoloured(old: str, new: str) -> object:
    def change(svg: str) -> str:
        assert old in svg
        return svg.replace(old, new)

    return change


THEME = Theme()
SEEN = [
    ("pyramide", longer("woman", 4, 12)),
    ("pyramide", moved("man", 9, 12)),
    ("pyramide", gone('<path class="commune"[^>]*/>', 1)),
    ("pyramide", gone("<text[^>]*>Männer</text>")),
    ("pyramide", gone("<text[^>]*>40</text>")),
    ("pyramide", gone("<text[^>]*>·</text>")),
    ("pyramide", nth('(class="man"[^>]* fill=")#[0-9A-F]{6}', 3, lambda match: match[1] + "#8C9DAE")),
    ("haushalte", longer("bar", 1, 10)),
    ("haushalte", moved("tick", 2, 10)),
    ("haushalte", gone('<rect class="cap"[^>]*/>', 1)),
    ("haushalte", gone('<rect class="whisker"[^>]*/>', 2)),
    ("herkunft", recoloured(THEME.accent, "#5C0F6E")),
    ("kachel5", gone('<circle class="end"[^>]*/>')),
    ("kachel8", recoloured(THEME.compare, THEME.more)),
    ("zeitreihe", gone("<text[^>]*>Kreis[^<]*</text>")),
    ("zeitreihe", gone("<text[^>]*>2019</text>")),
    ("zeitreihe", gone('<line class="break"[^>]*/>')),
    ("zeitreihe", gone('<circle class="estimated"[^>]*/>')),
    ("zeitreihe", gone('<polyline class="course"[^>]*/>', 0)),
    ("feld", gone('<rect class="own"[^>]*/>')),
    ("feld", gone('<rect class="plate"[^>]*/>', 5)),
    ("feld", nth('(class="cell"[^>]* fill=")#[0-9A-F]{6}', 6, lambda match: match[1] + "#9BB5C9")),
    ("indikatoren1", longer("less", 0, 12)),
    ("indikatoren1", nth(f'(class="more"[^>]*){THEME.more}', 2, lambda match: match[1] + THEME.less)),
    ("indikatoren1", gone('<circle class="own"[^>]*/>', 5)),
    ("indikatoren1", gone('<rect class="tick"[^>]*/>', 7)),
    ("indikatoren1", gone('<rect class="rule"[^>]*/>', 3)),
    ("indikatoren1", gone('<rect class="head"[^>]*/>', 2)),
    ("indikatoren1", gone('<rect class="whisker"[^>]*/>', 4)),
    ("ort1", longer("bar", 0, 12)),
    ("ort1", gone('<rect class="rule"[^>]*/>', 3)),
    ("klasse", nth('( fill=")#[0-9A-F]{6}', 0, lambda match: match[1] + "#9BB5C9")),
]


@pytest.mark.parametrize(("name", "change"), SEEN)
def test_a_change_of_a_chart_is_seen(drawn, name, change):
    width = WIDTHS.get(name, SMALL)
    assert faults(chart_image(drawn[name], width), chart_image(change(drawn[name]), width))


@pytest.mark.parametrize("dynamics", ["+", "+/-"])
def test_another_hatching_of_the_badge_is_seen(dynamics):
    images = [chart_image(CHARTS.badge(Badge("", "", 3, each)), SMALL) for each in ("-", dynamics)]
    assert faults(*images)


@pytest.mark.parametrize("name", WIDTHS)
@pytest.mark.parametrize("finer", [2, 3])
def test_other_antialiasing_is_forgiven(drawn, name, finer):
    """Drawn less finely, with what that does to hinting and edges, a chart is still the same."""
    width = WIDTHS[name]
    assert faults(chart_image(drawn[name], width), chart_image(drawn[name], width, finer)) == []


def grey(svg: str, width: int = SMALL) -> float:
    """Return the mean lightness of a chart without its colours, 0 black to 255 white."""
    return float((chart_image(svg, width) @ [0.2126, 0.7152, 0.0722]).mean())


def test_badges_darken_with_the_burden_without_colours():
    shades = [grey(CHARTS.badge(Badge("", "", status))) for status in (1, 2, 3, 4)]
    assert min(np.diff(shades[::-1])) > LEAST_SHADES, shades


def test_lines_of_the_course_differ_without_colours():
    shades = sorted(lightness(colour) for colour in (THEME.accent, THEME.ink, THEME.compare))
    assert min(np.diff(shades)) > 15


def test_less_and_more_lie_on_either_side_of_the_mean(drawn):
    """So that they are told apart where a printer knows no colours."""
    svg = drawn["indikatoren1"]
    middle = (DEVIATION_LEFT + DEVIATION_WIDTH / 2, 0.1)
    bars = re.findall(r'<rect class="(less|more)" x="([\d.]+)"[^>]* width="([\d.]+)"', svg)
    assert {kind for kind, *_ in bars} == {"less", "more"}
    for kind, x, width in bars:
        edge = float(x) if kind == "more" else float(x) + float(width)
        assert edge == pytest.approx(middle[0], abs=middle[1])


def test_men_and_women_stand_below_their_names_on_either_side(drawn):
    svg = drawn["pyramide"]
    assert {float(x) <= 0 for x in re.findall('class="man" x="([-\\d.]+)"', svg)} == {True}
    assert {float(x) for x in re.findall('class="woman" x="([-\\d.]+)"', svg)} == {0.0}
    places = {name: float(x) for x, name in re.findall(r'<text x="([\d.]+)"[^>]*>(Männer|Frauen)</text>', svg)}
    assert places["Männer"] < PYRAMID_SIZE[0] / 2 < places["Frauen"]


@pytest.mark.parametrize("colour", [THEME.less, THEME.more])
def test_bars_stand_out_from_the_paper_without_colours(colour):
    assert 100 - lightness(mixed(colour, "#FFFFFF", WOMEN_SHADE)) > 30


def test_men_and_women_differ_without_colours():
    """More and less stand on either side of the mean, which needs no colour at all."""
    men, women = mixed(THEME.less, "#FFFFFF", MEN_SHADE), mixed(THEME.more, "#FFFFFF", WOMEN_SHADE)
    assert lightness(women) - lightness(men) > LEAST_SHADES
