"""The burdened areas in brief: half a page each with key figures, a small map and the sentences of the profile."""

from __future__ import annotations

from dataclasses import replace

from ..numbers import MISSING_MARK
from .flow import LEFT
from .model import Figure, Profile
from .overview_areas import SIGN_HEIGHT, SIGN_WIDTH, class_of
from .overview_data import Overview, is_status, joined
from .overview_flow import WIDTH, Column, Entry, Flow, MapBox, Sign, Thing, small_grid, words
from .overview_index import CLASSES, AreaIndex
from .profiles import short_code
from .unit_names import tells_unit

PICTURE = "area:"  # and the code
MAP_WIDTH, MAP_HEIGHT, LEAST_MAP = 58.0, 58.0, 40.0
TABLE_WIDTH = WIDTH - MAP_WIDTH - 6.0
NUMBER = 16.5
GAP = 7.0
MOST_FIGURES = 8
ROW = 5.2


def add_briefs(flow: Flow, overview: Overview) -> None:
    """Add the areas of low status or of the most burdened class; without an index there are none."""
    index, texts = overview.index, overview.words
    if index is None or not index.ranked():
        return
    burdened = index.burdened()
    shown, more = burdened[: overview.options.briefs], burdened[overview.options.briefs :]
    if not (is_status(index) or index.kind == CLASSES) or not burdened:
        flow.chapter(texts.phrase("chapter_briefs"), 12)
        flow.text(texts.phrase("briefs_none", kind=index.kind))
        return
    blocks = [_block(overview, each) for each in shown]
    flow.chapter(texts.phrase("chapter_briefs"), 14 + (blocks[0][0] if blocks else 0))
    flow.text(texts.phrase("briefs_note", kind=index.kind), "small", gap=3.0)
    names = overview.names()
    for each, (height, things) in zip(shown, blocks):
        flow.need(height)
        flow.entries.append(Entry(names[each.code], 2, flow.page))
        flow.put(height, things)
        flow.y += GAP
    if more:
        listed = joined(names[each.code] for each in more)
        flow.text(texts.phrase("briefs_more", count=len(more), names=listed), "body")


def _block(overview: Overview, entry: AreaIndex) -> tuple[float, list[Thing]]:
    """Return the height and the things of an area's half page."""
    place = next(place for place in overview.targets if place.code == entry.code)
    profile = overview.builder.profile(place)
    heading = words(place.name, LEFT, 0, WIDTH, "heading")
    things: list[Thing] = [heading]
    y = heading.height + 0.8
    things.append(Sign(class_of(entry), LEFT, y + 0.4, SIGN_WIDTH, SIGN_HEIGHT))
    about = words(_about(overview, entry, profile), LEFT + SIGN_WIDTH + 2, y, WIDTH - SIGN_WIDTH - 2, "table")
    things.append(about)
    y += about.height + 1.5
    table = small_grid(f"kurz_{entry.code}", *_figures(overview, profile), LEFT, ROW)
    things += [replace(table, y=y), Sign("ink", LEFT, y + table.heights[0] + 0.1, TABLE_WIDTH, 0.21)]
    map_height = max(LEAST_MAP, min(MAP_HEIGHT, table.height))
    things.append(MapBox(f"{PICTURE}{entry.code}", LEFT + WIDTH - MAP_WIDTH, y, MAP_WIDTH, map_height))
    y += max(table.height, map_height) + 2.5
    for sentence in profile.sentences:
        text = words(sentence, LEFT, y, WIDTH, "body")
        things.append(text)
        y += text.height + 0.8
    return y, things


def _about(overview: Overview, entry: AreaIndex, profile: Profile) -> str:
    """Return class, rank and stability of the index, and where the area lies."""
    texts = overview.words
    ranked = len(overview.index.ranked()) if overview.index else 0
    parts = [
        f"{texts.phrase('caption_number')} {overview.numbers()[entry.code]}",
        overview.class_words(entry),
        texts.phrase("brief_rank", rank=entry.rank, count=ranked) if entry.rank else "",
        "" if entry.stable is None else texts.phrase("brief_stable", share=texts.numbers.number(100 * entry.stable)),
        "" if entry.ranks is None else texts.phrase("brief_ranks", low=entry.ranks[0], high=entry.ranks[1]),
        short_code(profile.place),
        profile.commune.name if profile.commune else "",
    ]
    return joined(parts, " · ")


def _figures(overview: Overview, profile: Profile) -> tuple[list[Column], list[str], list[list[str]]]:
    """Return columns, head and rows of the key figures; what there is nothing to compare with has no column."""
    figures = [tile.figure for tile in profile.tiles][:MOST_FIGURES]
    texts = overview.words
    parts = [("value", _value), ("commune", _commune), ("district", _district), ("rank", _rank)]
    shown = [(name, part) for name, part in parts if name == "value" or any(part(each) for each in figures)]
    columns = [Column(TABLE_WIDTH - NUMBER * len(shown))]
    columns += [Column(NUMBER, True, "strong" if name == "value" else "table") for name, _ in shown]
    head = [texts.phrase("caption_indicator"), *(texts.phrase(f"caption_{name}") for name, _ in shown)]
    rows = [[_name(each), *(part(each) or MISSING_MARK for _, part in shown)] for each in figures]
    return columns, head, rows


def _name(figure: Figure) -> str:
    return f"{figure.name} ({figure.unit})" if figure.unit and not tells_unit(figure.name, figure.unit) else figure.name


def _value(figure: Figure) -> str:
    return figure.value


def _commune(figure: Figure) -> str:
    return figure.commune


def _district(figure: Figure) -> str:
    return figure.district


def _rank(figure: Figure) -> str:
    return f"{figure.rank[0]}/{figure.rank[1]}" if figure.rank else ""
