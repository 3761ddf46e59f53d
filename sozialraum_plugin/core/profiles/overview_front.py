"""Cover, contents and method sheet of the overview report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..publication import INTERNAL
from .flow import LEFT, PAGE_BOTTOM, PAGE_TOP
from .overview_data import Overview, hidden_count, joined
from .overview_flow import WIDTH, Column, Entry, Flow, Item, Link, MapBox, Sign, Thing, line_height, shortened, words
from .overview_method import index_paragraphs

COVER_TOP = 32.0
COVER_MAP_BOTTOM = 252.0
CONTENTS_ROW = 6.2
NUMBER_WIDTH = 14.0
COVER_PICTURE = "cover"
MOST_TITLE_LINES = 6


def cover(overview: Overview) -> list[Item]:
    """Return title, subtitle, the map of all areas and the publisher."""
    options, texts = overview.options, overview.words
    things: list[Thing] = []
    y = COVER_TOP

    def add(text: str, style: str, gap: float) -> None:
        nonlocal y
        if text:
            made = words(text, LEFT, y, WIDTH, style)
            made = replace(made, lines=made.lines[:MOST_TITLE_LINES])
            things.append(made)
            y += made.height + gap

    add(options.title, "title", 1.5)
    add(overview.place, "long_title", 2.0)
    count = texts.phrase("cover_count", count=len(overview.targets), areas=_plural(overview))
    edition = texts.phrase("cover_edition", edition=options.edition) if options.edition else ""
    add(joined((count, edition), " · "), "subtitle", 4.0)
    add(overview.internal_note, "mark", 4.0)
    things.append(Sign("ink", LEFT, y, WIDTH, 0.21))
    top = y + 5.0
    things.append(MapBox(COVER_PICTURE, LEFT, top, WIDTH, COVER_MAP_BOTTOM - top, scale=True))
    y = COVER_MAP_BOTTOM + 2.0
    note = texts.phrase("cover_map_note", chapter=texts.phrase("chapter_areas"))
    credit = texts.phrase("map_credit", credit=options.credit) if options.credit else ""
    add(joined((note, credit), " "), "small", 5.0)
    add(options.author, "strong", 1.0)
    add(texts.phrase("cover_made", date=options.made) if options.made else "", "small", 0.0)
    return [Item(0, thing) for thing in things]


def _plural(overview: Overview) -> str:
    """Return what the areas are called, one or many."""
    return overview.areas_word if len(overview.targets) > 1 else overview.texts.level(overview.targets[0].level, "name")


def contents_pages(entries: Sequence[Entry]) -> int:
    """Return how many pages the contents need."""
    return -(-len(entries) // _rows_per_page())


def _rows_per_page() -> int:
    return int((PAGE_BOTTOM - PAGE_TOP - 14.0) / CONTENTS_ROW)


def contents(overview: Overview, entries: Sequence[Entry], first: int) -> list[Item]:
    """Return the contents from page `first` (from 0) on; parts of chapters are indented."""
    items: list[Item] = []
    rows = _rows_per_page()
    for number, entry in enumerate(entries):
        page, row = first + number // rows, number % rows
        if row == 0:
            items.append(Item(page, words(overview.words.phrase("contents"), LEFT, PAGE_TOP, WIDTH, "long_title")))
        y = PAGE_TOP + 14.0 + row * CONTENTS_ROW
        style = "strong" if entry.depth == 1 else "table"
        indent = 0.0 if entry.depth == 1 else 5.0
        room = WIDTH - indent - NUMBER_WIDTH
        title = shortened(entry.title, room, style)
        items.append(Item(page, words(title, LEFT + indent, y, room, style)))
        number_x = LEFT + WIDTH - NUMBER_WIDTH
        items.append(Item(page, words(str(entry.page + 1), number_x, y, NUMBER_WIDTH, style, "right")))
        items.append(Item(page, Sign("rule", LEFT, y + line_height("table") + 1.0, WIDTH, 0.12)))
    return items


def contents_links(entries: Sequence[Entry], first: int) -> list[Link]:
    """Return the lines of the contents as links to what they name."""
    rows = _rows_per_page()
    return [
        Link(
            first + number // rows, LEFT, PAGE_TOP + 14.0 + number % rows * CONTENTS_ROW - 1.0, WIDTH, CONTENTS_ROW,
            entry.page,
        )
        for number, entry in enumerate(entries)
    ]  # fmt: skip


def add_method(flow: Flow, overview: Overview) -> None:
    """Add what is compared, how the index is made, the Stichtage, and what the rules are."""
    texts, options = overview.words, overview.options
    flow.chapter(texts.phrase("chapter_method"), 60)
    _part(flow, texts.phrase("method_scope_head"), _scope(overview))
    _part(flow, texts.phrase("method_index_head"), index_paragraphs(overview))
    _add_dates(flow, overview)
    hidden = [texts.phrase("method_internal")] if options.use == INTERNAL else []
    _part(flow, texts.phrase("method_hidden_head"), [*hidden, _hidden_rule(overview)])
    if overview.choropleths():
        most = max(len(each.classes) for each in overview.choropleths())
        _part(flow, texts.phrase("method_maps_head"), [texts.phrase("method_maps", most=max(most, 1))])
    _part(flow, texts.phrase("method_chance_head"), [texts.phrase("method_chance")])


def _part(flow: Flow, title: str, paragraphs: Sequence[str]) -> None:
    flow.section(title, 12)
    for text in paragraphs:
        flow.text(text, gap=1.8)
    flow.y += 2.0


def _scope(overview: Overview) -> list[str]:
    texts = overview.words
    scope = texts.phrase("method_scope", count=len(overview.targets), areas=_plural(overview), place=overview.place)
    return [joined((scope, texts.phrase("method_scope_index") if overview.index else ""), " ")]


def _add_dates(flow: Flow, overview: Overview) -> None:
    """Add which indicators are compared on which day."""
    texts, observations = overview.words, overview.builder.comparison.observations
    codes: dict[str, list[str]] = {}
    for indicator in overview.builder.indicators:
        codes.setdefault(observations.latest_date(indicator.code) or "", []).append(indicator.code)
    if not codes:
        return
    flow.section(texts.phrase("method_dates_head"), 22)
    flow.text(texts.phrase("method_dates"), gap=1.0)
    rows = [[texts.numbers.short_date(date), joined(found)] for date, found in sorted(codes.items(), reverse=True)]
    columns = (Column(28.0, style="strong"), Column(WIDTH - 28.0, style="small_ink"))
    flow.table("stichtage", columns, [texts.phrase("caption_date"), texts.phrase("caption_codes")], rows)


def _hidden_rule(overview: Overview) -> str:
    """Return the rule, with how many of the values of the areas on their newest Stichtag are hidden."""
    observations = overview.builder.comparison.observations
    values = [
        each.text(observations.latest(each.code, place.code))
        for each in overview.builder.indicators
        for place in overview.targets
        if observations.latest(each.code, place.code) is not None
    ]
    number = overview.words.numbers.number
    return overview.words.phrase("method_hidden", hidden=number(hidden_count(values)), count=number(len(values)))
