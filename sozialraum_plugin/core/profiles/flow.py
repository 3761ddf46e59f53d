"""Where the sections of a profile stand on their page, in millimetres: a section without data gives way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .model import Profile
from .sections import BARS, BESIDE, PEOPLE, blocks, ordered

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
FIELD_REST_HEIGHT = 4.8


@dataclass(frozen=True)
class Flow:
    """Top edges from the top of the page, left edges from its left."""

    text_y: float
    bars_x: float
    pyramid_y: float
    households_y: float
    origin_y: float
    series_y: float
    field_y: float


def page_flow(profile: Profile) -> Flow:
    """Return the positions of all sections of both pages, those of page 2 in the order of the profile."""
    named = profile.named_sections
    bars = {
        "households": _bars_height(len(profile.households.bars)),
        "origin": _bars_height(len(profile.origin.bars)),
    }
    bars_y, bars_height = _stacked(bars, ordered(BARS, named))
    pyramid_height = PYRAMID_HEIGHT if profile.pyramid else 0.0
    heights = {
        BESIDE[0]: max(pyramid_height, bars_height), "series": _series_height(profile), "index": _field_height(profile)
    }  # fmt: skip
    tops, _ = _stacked(heights, blocks(PEOPLE, named))
    upper = PAGE_TOP + tops[BESIDE[0]]
    return Flow(
        text_y=_text_top(len(profile.tiles)),
        bars_x=LEFT + (COLUMN_WIDTH + GUTTER if profile.pyramid else 0),
        pyramid_y=upper,
        households_y=upper + bars_y["households"],
        origin_y=upper + bars_y["origin"],
        series_y=PAGE_TOP + tops["series"],
        field_y=PAGE_TOP + tops["index"],
    )


def _stacked(heights: Mapping[str, float], order: Sequence[str]) -> tuple[dict[str, float], float]:
    """Return the top of each section one below the other, and the height of all; those without height take no room."""
    tops, top, bottom = {}, 0.0, 0.0
    for section in order:
        tops[section] = top
        if heights[section]:
            bottom = top + heights[section]
            top = bottom + SECTION_GAP
    return tops, bottom


def _text_top(tiles: int) -> float:
    rows = -(-tiles // TILES_PER_ROW)
    return TILES_TOP + rows * TILE_HEIGHT + (TEXT_GAP if rows else 0)


def _bars_height(bars: int) -> float:
    return HEADING_HEIGHT + bars * BAR_PITCH if bars else 0.0


def _series_height(profile: Profile) -> float:
    if profile.series is None:
        return 0.0
    note = SERIES_NOTE_HEIGHT if profile.series.note else 0
    return HEADING_HEIGHT + SERIES_CHART_HEIGHT + 3 + (1 + len(profile.series.lines)) * SERIES_ROW_HEIGHT + note


def _field_height(profile: Profile) -> float:
    field = profile.index_field
    if field is None:
        return 0.0
    rest = FIELD_REST_HEIGHT if field.outside else 0
    return HEADING_HEIGHT + FIELD_HEAD_HEIGHT + len(field.statuses) * FIELD_ROW_HEIGHT + rest
