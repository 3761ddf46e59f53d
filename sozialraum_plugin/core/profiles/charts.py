"""The charts of a profile as SVG from the jinja2 templates in `resources/profiles/charts`.

QGIS's SVG reader knows neither clip paths, patterns, markers nor nested svg, so the templates use none of them.
Lengths are tenths of a millimetre; the size of the picture is in the svg element.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from ..indices.status.class_names import DYNAMICS_CLASSES, STATUS_CLASSES
from ..numbers import HIDDEN_MARK
from ..paths import resource
from .chart_field import excluded_cell, field_cell
from .chart_geometry import Point, broken_lines, nice_ticks, outline, spread
from .chart_rows import Placement, deviation_bar, dot_strip
from .colours import Theme, mixed
from .indicator_pages import DEVIATION_LEFT, DEVIATION_WIDTH, SLOT_HEIGHT, STRIP_LEFT, STRIP_WIDTH, indicator_pages
from .local_pages import BAR_LEFT, BAR_WIDTH, local_pages
from .local_pages import SLOT_HEIGHT as LOCAL_SLOT_HEIGHT
from .model import Badge, Bar, BarGroup, IndexField, Line, Profile, Pyramid, Series, Standing, Tile
from .slots import Slot
from .texts import Texts

PYRAMID_SIZE = (880, 840)
BARS_WIDTH = 700
BAR_PITCH = 82
SERIES_SIZE = (1800, 440)
SPARKLINE_SIZE = (190, 60)
BADGE_SIZE = 90
PAGE_WIDTH = 1800
ROW_SIZE = (480, 56)
FIELD_SIZE = (580, 360)
MEN_SHADE, WOMEN_SHADE = 0.8, 0.6  # of the colour on white: two greys where a printer knows no colours


class Charts:
    """Draws the charts in one theme and language. `folder` may hold the user's own templates of the same names."""

    def __init__(self, theme: Theme, texts: Texts, font: str = "Open Sans", folder: Path | None = None) -> None:
        self.theme = theme
        self.texts = texts
        self.font = font
        self._environment = _environment(folder or resource("profiles", "charts"))

    def _draw(self, template: str, width: float, height: float, **values: object) -> str:
        return self._environment.get_template(f"{template}.svg.j2").render(
            width=width, height=height, theme=self.theme, font=self.font, **values
        )

    def of_profile(self, profile: Profile) -> dict[str, str]:
        """Return the SVG text of every chart that the profile has, by its name (``pyramide``, ``kachel1``, ...)."""
        drawn = {
            "klasse": self.badge(profile.badge) if profile.badge else "",
            "pyramide": self.pyramid(profile.pyramid) if profile.pyramid else "",
            "haushalte": self.bars(profile.households),
            "herkunft": self.bars(profile.origin),
            "zeitreihe": self.series(profile.series) if profile.series else "",
            "feld": self.index_field(profile.index_field) if profile.index_field else "",
        }
        for number, tile in enumerate(profile.tiles, start=1):
            drawn[f"kachel{number}"] = self.sparkline(tile)
        for number, slots in enumerate(indicator_pages(profile, self.texts), start=1):
            drawn[f"indikatoren{number}"] = self.indicator_page(slots)
        for number, slots in enumerate(local_pages(profile, self.texts), start=1):
            drawn[f"ort{number}"] = self.local_page(slots)
        return {name: svg for name, svg in drawn.items() if svg}

    def sparkline(self, tile: Tile) -> str:
        """Return the course of a key figure without axes; empty if there is none."""
        known = [value for value in tile.course if value is not None]
        if not known:
            return ""
        width, height = SPARKLINE_SIZE
        low, high = min(known), max(known)
        step = (width - 24) / max(1, len(tile.course) - 1)
        points = [
            None if value is None else (12 + step * number, _between(value, low, high, height - 12, 12))
            for number, value in enumerate(tile.course)
        ]
        return self._draw("sparkline", width, height, lines=broken_lines(points), end=points[-1])

    def bars(self, group: BarGroup) -> str:
        """Return bars from 0 to the group's scale with the commune's tick; empty without bars."""
        if not group.bars:
            return ""
        reach = BARS_WIDTH - 10
        rows = [
            {
                "top": BAR_PITCH * number,
                "length": None if bar.value is None else reach * bar.value / group.scale,
                "tick": None if bar.commune is None else reach * bar.commune / group.scale,
                "whisker": _whisker(bar, reach / group.scale),
            }
            for number, bar in enumerate(group.bars)
        ]
        return self._draw("bars", BARS_WIDTH, BAR_PITCH * len(rows), rows=rows)

    def pyramid(self, pyramid: Pyramid) -> str:
        """Return the age pyramid: men left, women right, the commune as a stepped line."""
        width, height = PYRAMID_SIZE
        top, bottom, half, gap = 55, height - 50, 385, 55
        pitch = (bottom - top) / len(pyramid.ages)
        ticks = [tick for tick in nice_ticks(0, pyramid.scale, 3) if tick <= pyramid.scale]
        sides = [
            (-1, pyramid.men, pyramid.commune_men, mixed(self.theme.less, "#FFFFFF", MEN_SHADE)),
            (1, pyramid.women, pyramid.commune_women, mixed(self.theme.more, "#FFFFFF", WOMEN_SHADE)),
        ]
        return self._draw(
            "pyramid", width, height, middle=width / 2, gap=gap, top=top, bottom=bottom, pitch=pitch, half=half,
            ages=pyramid.ages, hidden=HIDDEN_MARK, men=self.texts.phrase("men"), women=self.texts.phrase("women"),
            ticks=[(half * t / pyramid.scale, self.texts.numbers.number(t, 0 if t.is_integer() else 1)) for t in ticks],
            sides=[
                {
                    "sign": sign,
                    "colour": colour,
                    "bars": [None if value is None else half * value / pyramid.scale for value in values],
                    "outline": outline(commune, pyramid.scale, half, bottom, pitch),
                }
                for sign, values, commune, colour in sides
            ],
        )  # fmt: skip

    def series(self, series: Series) -> str:
        """Return the courses with direct labels at their ends; a gap breaks the line."""
        width, height = SERIES_SIZE
        left, right, top, bottom = 120, width - 400, 25, height - 50
        lines, styles = zip(*((line, look) for line, look in zip(series.lines, self._line_styles()) if line.drawn))
        known = [value for line in lines for value in line.values if value is not None]
        ticks = nice_ticks(min(known), max(known))
        step = (right - left) / max(1, len(series.dates) - 1)
        decimals = 0 if all(float(tick).is_integer() for tick in ticks) else 1
        drawn = [
            [
                None if value is None else (left + step * number, _between(value, ticks[0], ticks[-1], bottom, top))
                for number, value in enumerate(line.values)
            ]
            for line in lines
        ]
        number = self.texts.numbers.number
        ends = _end_labels(series, lines, drawn, top, bottom, self.texts)
        return self._draw(
            "series", width, height, left=left, right=right, bottom=bottom,
            grid=[(_between(t, ticks[0], ticks[-1], bottom, top), number(t, decimals)) for t in ticks],
            years=[(left + step * number, label) for number, label in enumerate(series.labels)], top=top,
            breaks=[(left + step * (number - 0.5), label) for number, label in series.breaks],
            lines=[
                {"parts": broken_lines(points, line.breaks), "label": end, "hollow": _hollow(points, line), **style}
                for points, line, end, style in zip(drawn, lines, ends, styles)
            ],
        )  # fmt: skip

    def _line_styles(self) -> list[dict[str, object]]:
        """Return how area, commune and Kreis are drawn; they differ in width and lightness, not by hue alone."""
        theme = self.theme
        return [
            {"colour": theme.accent, "text_colour": theme.accent, "width": 9, "weight": "bold"},
            {"colour": theme.ink, "text_colour": theme.ink, "width": 5, "weight": "bold"},
            {"colour": theme.compare, "text_colour": theme.muted, "width": 5, "weight": "normal"},
        ]

    def indicator_page(self, slots: Sequence[Slot]) -> str:
        """Return the rules, deviation bars and dot strips of one page of indicators; its texts stand in the layout."""
        pitch = SLOT_HEIGHT * 10
        return self._draw(
            "indicators", PAGE_WIDTH, pitch * len(slots),
            heads=[pitch * (n + 1) for n, slot in enumerate(slots) if slot.head],
            rules=[pitch * (n + 1) for n, slot in enumerate(slots) if slot.closes],
            rows=[
                self._row(slot.drawn, pitch * (n + 0.5), DEVIATION_LEFT, STRIP_LEFT)
                for n, slot in enumerate(slots) if slot.drawn is not None
            ],
        )  # fmt: skip

    def local_page(self, slots: Sequence[Slot]) -> str:
        """Return the rules and the bars of survey answers of one page; a bar of 100 % fills the column."""
        pitch = LOCAL_SLOT_HEIGHT * 10
        shares = [(number, slot.drawn.share) for number, slot in enumerate(slots) if slot.drawn is not None]
        return self._draw(
            "local", PAGE_WIDTH, pitch * len(slots), left=BAR_LEFT, full=BAR_WIDTH,
            heads=[pitch * (n + 1) for n, slot in enumerate(slots) if slot.head],
            rules=[pitch * (n + 1) for n, slot in enumerate(slots) if slot.closes],
            bars=[(pitch * (n + 0.5), BAR_WIDTH * share / 100) for n, share in shares if share is not None],
        )  # fmt: skip

    def index_field(self, field: IndexField) -> str:
        """Return the groups of status (rows) and dynamics (columns) in the colours and hatches of the maps.

        The cells are those of the layout's table of numbers, which stand on white plates; this area's is outlined.
        """
        wide, high = FIELD_SIZE[0] / len(field.counts[0]), FIELD_SIZE[1] / len(field.counts)
        cells = [
            field_cell(column * wide, row * high, wide, high, row + 1, dynamics if field.dynamics else "")
            for row in range(len(field.counts))
            for column, dynamics in zip(range(len(field.counts[0])), DYNAMICS_CLASSES)
        ]
        own = None if field.own is None else (field.own[1] * wide, field.own[0] * high)
        return self._draw("field", *FIELD_SIZE, cells=cells, own=own, wide=wide, high=high)

    def standing(self, row: Standing) -> str:
        """Return deviation bar and dot strip of one indicator by themselves; empty if there is nothing to draw."""
        drawn = self._row(row, ROW_SIZE[1] / 2, 5.0, 5.0 + DEVIATION_WIDTH + 20)
        if not any(drawn.values()):
            return ""
        return self._draw("indicators", *ROW_SIZE, heads=[], rules=[], rows=[drawn])

    def _row(self, row: Standing, y: float, bar_left: float, strip_left: float) -> dict[str, object]:
        return {
            "bar": deviation_bar(row, Placement(bar_left, DEVIATION_WIDTH, y)),
            "strip": dot_strip(row, Placement(strip_left, STRIP_WIDTH, y)),
        }

    def badge(self, badge: Badge) -> str:
        """Return the class as a square in the colour and hatching that its group has on the maps."""
        size = BADGE_SIZE - 6
        if badge.status not in STATUS_CLASSES:
            cell, dots = excluded_cell(size)
        else:
            dots, cell = [], field_cell(0, 0, size, size, badge.status, badge.dynamics)
        return self._draw("badge", BADGE_SIZE, BADGE_SIZE, cell=cell, dots=dots)


def _whisker(bar: Bar, scale: float) -> tuple[float, float] | None:
    return None if bar.lower is None or bar.upper is None else (bar.lower * scale, bar.upper * scale)


def _hollow(points: Sequence[Point | None], line: Line) -> list[Point]:
    """Return where a line's estimated values lie."""
    return [point for point, estimated in zip(points, line.estimated) if estimated and point is not None]


def _end_labels(
    series: Series, lines: Sequence[Line], drawn: list[list], top: float, bottom: float, texts: Texts
) -> list[dict[str, object] | None]:
    """Return text and position of the label at the end of each line, none over another."""
    ends = [next((point for point in reversed(points) if point is not None), None) for points in drawn]
    placed = spread([end[1] for end in ends if end], 36, top, bottom)
    heights = iter(placed)
    return [
        None if end is None else {"text": _end_text(series, line, texts), "y": next(heights)}
        for line, end in zip(lines, ends)
    ]


def _end_text(series: Series, line: Line, texts: Texts) -> str:
    """Return the line's name with its newest value, without one if that is not shown."""
    if line.values[-1] is None:
        return line.label
    return f"{line.label} {texts.numbers.with_unit(line.texts[-1], series.unit)}"


def _between(value: float, low: float, high: float, at_low: float, at_high: float) -> float:
    share = 0.5 if high == low else (value - low) / (high - low)
    return at_low + share * (at_high - at_low)


@lru_cache(maxsize=4)
def _environment(folder: Path) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(str(folder)), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["n"] = lambda number: f"{number:.1f}".rstrip("0").rstrip(".")
    return environment
