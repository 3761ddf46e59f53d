"""Every colour of text on the pages has a contrast of at least 4.5 to 1 with its ground, computed from the style."""

from __future__ import annotations

import re

import pytest
from html_profiles import AREAS, AROUND, pages_in, profiles_of
from page_structure import page_tree
from profile_data import indicators_frame

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.profiles.colours import Theme, contrast_ratio, theme_with
from sozialraum_plugin.core.profiles.html_charts import screen_theme

COLOUR = r"(#[0-9A-Fa-f]{3,8}|rgba?\([^)]*\)|[a-z]+)"
ACCENTS = ("#0F5C6E", "#767676", "#C00000", "#000000", "#8A4B00")  # the second has just 4.54 : 1


def rules_of(style: str) -> list[tuple[str, dict[str, str]]]:
    """Return (selector, declarations) of a style, those within @media too."""
    return [
        (selector.strip(), dict(re.findall(r"([\w-]+)\s*:\s*([^;{}]+?)\s*(?:;|$)", body)))
        for selector, body in re.findall(r"([^{};]+)\{([^{}]*)\}", style)
    ]


def text_contrasts(html: str) -> dict[str, float]:
    """Return the contrast of each rule that sets a text colour, on its own ground or on white."""
    style = page_tree(html)[0].all("style")[0].text()
    found = {}
    for selector, declared in rules_of(style):
        ground = declared.get("background", "#FFFFFF")
        if "color" in declared:
            found[selector] = contrast_ratio(declared["color"], ground)
        else:
            assert ground == "#FFFFFF", f"{selector} has a ground without a colour of text"
    return found


@pytest.mark.parametrize("accent", ACCENTS)
def test_text_can_be_read(accent):
    theme = theme_with(accent)
    profile = profiles_of(indicators_frame(AREAS))[0]
    pages = pages_in(theme=theme)
    for html in (pages.page(profile, AROUND), pages.index([("sozialraum", [profile])])):
        contrasts = text_contrasts(html)
        assert {"body", "h2", "a", ".skip"} <= set(contrasts)
        assert {selector: value for selector, value in contrasts.items() if value < 4.5} == {}
        for text in (each for svg in page_tree(html)[0].all("svg") for each in svg.all("text")):
            assert contrast_ratio(text.attributes["fill"], "#FFFFFF") >= 4.5, text.text()


def test_only_colours_that_can_be_computed_are_used():
    html = pages_in().page(profiles_of(indicators_frame(AREAS))[0])
    style = page_tree(html)[0].all("style")[0].text()
    named = {
        value for _, declared in rules_of(style) for name, value in declared.items() if name in ("color", "background")
    }
    assert all(re.fullmatch("#[0-9A-Fa-f]{6}", value) for value in named), named
    assert "style=" not in html and "opacity" not in style


def test_lines_of_charts_have_three_to_one():
    """WCAG 2.1, 1.4.11."""
    theme = screen_theme(Theme())
    for colour in (theme.compare, theme.accent, theme.ink, theme.more, theme.less):
        assert contrast_ratio(colour, "#FFFFFF") >= 3


def test_a_pale_accent_is_refused():
    with pytest.raises(InputError):
        theme_with("#777777")
