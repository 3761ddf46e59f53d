"""Where the sections of a profile stand on their page, in millimetres: a section without data gives way."""

from __future__ import annotations

from dataclasses import dataclass

from .model import Profile

LEFT, RIGHT = 15.0, 195.0
GUTTER = 4.0
COLUMN_WIDTH = 88.0  # six of twelve columns
TILES_TOP = 151.4
TILE_HEIGHT = 29.6
TILES_PER_ROW = 4
TEXT_GAP = 4.5
PAGE_TOP = 25.0  # below the head
PAGE_BOTTOM = 274.0  # above the footer
HEADING_HEIGHT = 8.0
SECTION_GAP = 8.0
PYRAMID_HEIGHT = 97.0  # heading, chart of 84 and note
BAR_PITCH = 8.2
SERIES_CHART_HEIGHT = 44.0
SERIES_ROW_HEIGHT = 5.5
SERIES_NOTE_HEIGHT = 4.0
FIELD_HEAD_HEIGHT = 7.5
FIELD_ROW_HEIGHT = 9.0


@dataclass(frozen=True)
class Flow:
    """Top edges from the top of the page, left edges from its left."""

    text_y: float
    bars_x: float
    households_y: float
    origin_y: float
    series_y: float
    field_y: float


def page_flow(profile: Profile) -> Flow:
    """Return the positions of all sections of both pages."""
    households = _bars_height(len(profile.households.bars))
    origin = _bars_height(len(profile.origin.bars))
    origin_y = PAGE_TOP + households + (SECTION_GAP if households else 0)
    bars_bottom = origin_y + origin if origin else PAGE_TOP + households
    upper = max(PAGE_TOP + PYRAMID_HEIGHT if profile.pyramid else PAGE_TOP, bars_bottom)
    series_y = upper + (SECTION_GAP if upper > PAGE_TOP else 0)
    return Flow(
        text_y=_text_top(len(profile.tiles)),
        bars_x=LEFT + (COLUMN_WIDTH + GUTTER if profile.pyramid else 0),
        households_y=PAGE_TOP,
        origin_y=origin_y,
        series_y=series_y,
        field_y=series_y + (_series_height(profile) + SECTION_GAP if profile.series else 0),
    )


def _text_top(tiles: int) -> float:
    rows = -(-tiles // TILES_PER_ROW)
    return TILES_TOP + rows * TILE_HEIGHT + (TEXT_GAP if rows else 0)


def _bars_height(bars: int) -> float:
    return HEADING_HEIGHT + bars * BAR_PITCH if bars else 0.0


def _series_height(profile: Profile) -> float:
    rows = 1 + len(profile.series.lines) if profile.series else 0
    note = SERIES_NOTE_HEIGHT if profile.series and profile.series.note else 0
    return HEADING_HEIGHT + SERIES_CHART_HEIGHT + 3 + rows * SERIES_ROW_HEIGHT + note
