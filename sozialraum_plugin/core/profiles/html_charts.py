"""The charts of a profile inline in a web page: named and described for those who cannot see them.

Source: W3C, Graphics Accessibility API Mappings 1.0; WAI Images Tutorial (complex images have a text alternative).
"""

from __future__ import annotations

import re
from dataclasses import replace

from markupsafe import Markup

from .charts import BAR_PITCH, BARS_WIDTH, Charts
from .colours import Theme
from .html_values import course_ends, series_heading, with_unit
from .model import BarGroup, Profile
from .texts import Texts

FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
COMPARE_ON_SCREEN = "#6F7C82"  # lines need 3 : 1 on white (WCAG 2.1, 1.4.11)
LONGEST_BAR_NAME = 38
_ROOT = re.compile(r"^.*?<svg\b([^>]*)>", re.DOTALL)


def screen_theme(theme: Theme) -> Theme:
    """Return the theme with lines dark enough for a screen."""
    return replace(theme, compare=COMPARE_ON_SCREEN)


class InlineCharts:
    """Draws the charts of a profile as SVG elements with title and description; `words` are the page's own texts."""

    def __init__(self, theme: Theme, texts: Texts, words: Texts) -> None:
        self._charts = Charts(screen_theme(theme), texts, FONT)
        self._words = words

    def of_profile(self, profile: Profile) -> dict[str, Markup]:
        """Return the elements by the chart's name (``pyramide``, ``kachel1``, ...); those that the profile has."""
        named = self._names(profile)
        return {
            name: inline(svg, f"bild-{name}", *named[name]) if name in named else decoration(svg)
            for name, svg in self._drawn(profile).items()
            if svg
        }

    def _drawn(self, profile: Profile) -> dict[str, str]:
        charts = self._charts
        drawn = {
            "klasse": charts.badge(profile.badge) if profile.badge else "",
            "pyramide": charts.pyramid(profile.pyramid) if profile.pyramid else "",
            "haushalte": _with_labels(charts.bars(profile.households), profile.households),
            "herkunft": _with_labels(charts.bars(profile.origin), profile.origin),
            "zeitreihe": charts.series(profile.series) if profile.series else "",
        }
        drawn.update((f"kachel{number}", charts.sparkline(tile)) for number, tile in enumerate(profile.tiles, start=1))
        rows = [row for theme in profile.themes for row in theme.rows]
        drawn.update((f"lage{number}", charts.standing(row)) for number, row in enumerate(rows, start=1))
        return drawn

    def _names(self, profile: Profile) -> dict[str, tuple[str, str]]:
        """Return title and description of each chart that says something which no text beside it says."""
        words, numbers, names = self._words, self._words.numbers, {}
        if profile.pyramid:
            date = numbers.date(profile.pyramid.date)
            text = words.phrase("pyramid_description", commune=bool(profile.pyramid.commune_men))
            names["pyramide"] = (words.phrase("pyramid_title", area=profile.place.name, date=date), text)
        for name, group in (("haushalte", profile.households), ("herkunft", profile.origin)):
            ticks = any(bar.commune is not None for bar in group.bars)
            names[name] = (words.phrase(f"bars_title_{name}"), words.phrase("bars_description", commune=ticks))
        if profile.series:
            lines = [line.label for line in profile.series.lines]
            first, last = numbers.date(profile.series.dates[0]), numbers.date(profile.series.dates[-1])
            text = words.phrase("series_description", lines=lines, first=first, last=last)
            names["zeitreihe"] = (series_heading(profile.series, self._charts.texts), text)
        for number, tile in enumerate(profile.tiles, start=1):
            ends = course_ends(tile, numbers)
            if ends:
                (first, old), (last, new) = ends
                unit = tile.figure.unit
                old, new = (with_unit(each, unit, numbers) for each in (old, new))
                values = {"old": old, "new": new, "first": first, "last": last}
                title = words.phrase("sparkline_title", indicator=tile.figure.name, **values)
                names[f"kachel{number}"] = (title, words.phrase("sparkline_description"))
        return names


def inline(svg: str, key: str, title: str, description: str) -> Markup:
    """Return an SVG file's text as an element that is read as one picture; `key` makes its ids unique on the page."""
    head = Markup(
        '<svg role="img" focusable="false" aria-labelledby="{key}-titel {key}-text"{rest}>'
        '<title id="{key}-titel">{title}</title><desc id="{key}-text">{description}</desc>'
    )
    rest = Markup(_ROOT.match(svg).group(1))  # attributes of our own template, escaped there
    return head.format(key=key, rest=rest, title=title, description=description) + Markup(_ROOT.sub("", svg, count=1))


def decoration(svg: str) -> Markup:
    """Return an SVG file's text as an element that is not read, since the text beside it says the same."""
    return Markup(_ROOT.sub(lambda found: f'<svg aria-hidden="true" focusable="false"{found.group(1)}>', svg, count=1))


def _with_labels(svg: str, group: BarGroup) -> str:
    """Return the bars with name and value over each, which the printed page sets beside the picture."""
    before, end, after = svg.rpartition("</svg>")
    return before + "".join(_labels(group)) + end + after if svg else ""


def _labels(group: BarGroup) -> list[Markup]:
    text = Markup('<text x="{}" y="{}" text-anchor="{}" font-family="{}" font-size="27" fill="#1D2529">{}</text>')
    labels = []
    for number, bar in enumerate(group.bars):
        y = BAR_PITCH * number + 30
        short = len(bar.name) <= LONGEST_BAR_NAME
        name = bar.name if short else bar.name[: LONGEST_BAR_NAME - 1].rstrip() + "…"
        labels += [text.format(0, y, "start", FONT, name), text.format(BARS_WIDTH, y, "end", FONT, bar.text)]
    return labels
