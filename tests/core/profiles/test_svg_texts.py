"""Texts of charts apart from their shapes: where they stand, how they look, and what must stay."""

from __future__ import annotations

import pytest

from sozialraum_plugin.core.profiles.charts import Charts
from sozialraum_plugin.core.profiles.colours import Theme
from sozialraum_plugin.core.profiles.model import Pyramid
from sozialraum_plugin.core.profiles.svg_texts import split_texts
from sozialraum_plugin.core.profiles.texts import Texts

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="10mm" height="10mm" viewBox="0 0 100 100">'


def split(body: str):
    return split_texts(f"{HEAD}{body}</svg>".encode())


def test_a_text_has_the_look_of_the_groups_around_it_and_their_shift_and_scale():
    (text,) = split(
        '<g font-family="Open Sans" font-size="20" fill="#112233"><g transform="translate(10 5)">'
        '<g transform="scale(2)"><text x="3" y="4" text-anchor="end" font-weight="bold">12 %</text></g></g></g>'
    ).texts
    assert (text.text, text.x, text.y, text.size) == ("12 %", 16, 13, 40)
    assert (text.family, text.bold, text.fill, text.anchor) == ("Open Sans", True, "#112233", "end")


def test_the_shapes_stay_and_the_texts_are_gone():
    found = split('<rect width="3" height="4"/><text x="1" y="1">a</text><circle r="2"/>')
    assert b"<text" not in found.shapes and b"<rect" in found.shapes and b"<circle" in found.shapes
    assert found.box == (0, 0, 100, 100)


@pytest.mark.parametrize(
    "body",
    [
        '<text x="1" y="1" transform="rotate(90)">a</text>',
        '<g transform="rotate(45)"><text x="1" y="1">a</text></g>',
        '<g transform="scale(-1 1)"><text x="1" y="1">a</text></g>',
        '<g transform="scale(1 2)"><text x="1" y="1">a</text></g>',
        '<g opacity="0.5"><text x="1" y="1">a</text></g>',
        '<text x="1" y="1">a<tspan>b</tspan></text>',
        '<text x="1" y="1" fill="url(#muster)">a</text>',
        '<text x="1" y="1" style="fill:red">a</text>',
        '<style>text { fill: red }</style><text x="1" y="1">a</text>',
        '<text x="1em" y="1">a</text>',
        '<rect width="3" height="4"/>',
    ],
)
def test_what_only_an_svg_renderer_can_draw_stays(body):
    assert split(body) is None


def test_one_turned_text_stays_beside_one_that_is_taken():
    found = split('<text x="1" y="1" transform="rotate(90)">b</text><text x="1" y="1">a</text>')
    assert [text.text for text in found.texts] == ["a"] and b">b<" in found.shapes


@pytest.mark.parametrize("chart", [b"", b"<text", b"<svg><text x='1' y='1'>a</text></svg>", b"\xff<text>"])
def test_a_broken_chart_is_left_alone(chart):
    assert split_texts(chart) is None


def test_all_texts_of_our_own_charts_are_taken():
    shares = (1.0,) * 18
    pyramid = Pyramid(tuple(range(0, 90, 5)), shares, shares, shares, shares, 4.0, "2025-12-31")
    found = split_texts(Charts(Theme(), Texts("de")).pyramid(pyramid).encode())
    assert b"<text" not in found.shapes
    assert {"Männer", "Frauen", "0", "80"} <= {text.text for text in found.texts}
