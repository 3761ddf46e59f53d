"""The maps of the overview report: the indicators, four to a page, and the index on a page of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..indices.status.class_names import DYNAMICS_CLASSES
from .flow import COLUMN_WIDTH, GUTTER, LEFT, PAGE_BOTTOM, PAGE_TOP
from .overview_classes import MapClass, map_classes
from .overview_data import Choropleth, Overview, status_classes
from .overview_flow import WIDTH, Entry, Flow, MapBox, Sign, Thing, line_height, shortened, words
from .overview_index import CLASSES, STATUS_DYNAMICS, VALUES, IndexTable
from .overview_signs import HIDDEN, MISSING, OUT

INDEX_PICTURE = "index"
MAP_HEIGHT = 78.0
CARD_HEIGHT = 112.0
LEGEND_ROW = 4.4
LEGEND_COLUMNS = 2
MOST_LEGEND = 20
SWATCH_WIDTH, SWATCH_HEIGHT = 7.0, 3.4
INDEX_MAP_HEIGHT = 160.0
GRID_ROW, GRID_COLUMN = 6.0, 36.0
INDEX_DECIMALS = 2
Legend = list[tuple[str, str]]  # what the swatch is filled with, and its words


def add_choropleths(flow: Flow, overview: Overview) -> None:
    """Add a map for each indicator with its legend, two by two on a page."""
    maps, texts = overview.choropleths(), overview.words
    if not maps:
        return
    flow.chapter(texts.phrase("chapter_maps"), CARD_HEIGHT + 8)
    flow.text(texts.phrase("maps_note"), "small", gap=2.5)
    for start in range(0, len(maps), 2):
        pair = maps[start : start + 2]
        flow.need(CARD_HEIGHT)
        for each in pair:
            title = f"{each.indicator.name} ({each.indicator.code})"
            flow.entries.append(Entry(title, 2, flow.page))
        things = [
            thing
            for number, each in enumerate(pair)
            for thing in _card(overview, each, LEFT + number * (COLUMN_WIDTH + GUTTER))
        ]
        flow.put(CARD_HEIGHT, things)


def _card(overview: Overview, drawn: Choropleth, x: float) -> list[Thing]:
    """Return title, date, map and legend of an indicator."""
    texts, indicator = overview.words, drawn.indicator
    title = texts.phrase("map_title", indicator=indicator.name, unit=indicator.shown_unit)
    head = words(title, x, 0, COLUMN_WIDTH, "strong")
    if len(head.lines) > 2:
        second = shortened(" ".join(head.lines[1:]), COLUMN_WIDTH, "strong")
        head = words(f"{head.lines[0]}\n{second}", x, 0, COLUMN_WIDTH, "strong")
    date = texts.phrase("map_date", code=indicator.code, date=texts.numbers.short_date(drawn.date))
    below = 2 * line_height("strong")
    top = below + line_height("small") + 1.0
    things: list[Thing] = [head, words(shortened(date, COLUMN_WIDTH, "small"), x, head.height, COLUMN_WIDTH, "small")]
    things.append(MapBox(drawn.picture, x, top, COLUMN_WIDTH, MAP_HEIGHT))
    things += _legend(_choropleth_legend(overview, drawn), x, top + MAP_HEIGHT + 1.5, COLUMN_WIDTH)
    return things


def _choropleth_legend(overview: Overview, drawn: Choropleth) -> Legend:
    """Return the classes with their least and greatest value and number of areas, and what has no class."""
    decimals, count = drawn.indicator.decimals, len(drawn.classes)
    entries = [(f"ramp:{each.number}:{count}", _range(overview, each, decimals)) for each in drawn.classes]
    others = Counter(drawn.of_area.values())
    for key in (HIDDEN, MISSING):
        if others[key]:
            entries.append((key, f"{overview.words.phrase(f'map_{key}')} ({others[key]})"))
    return entries


def _range(overview: Overview, shown: MapClass, decimals: int) -> str:
    low, high = (overview.words.numbers.number(limit, decimals) for limit in (shown.low, shown.high))
    text = low if low == high else overview.words.phrase("map_range", low=low, high=high)
    return f"{text} ({shown.count})"


def _legend(entries: Legend, x: float, y: float, room: float) -> list[Thing]:
    """Return swatches with words, down the columns."""
    rows = -(-len(entries) // LEGEND_COLUMNS)
    width = room / LEGEND_COLUMNS
    things: list[Thing] = []
    for number, (sign, text) in enumerate(entries):
        left, top = x + number // rows * width, y + number % rows * LEGEND_ROW
        things.append(Sign(sign, left, top + 0.1, SWATCH_WIDTH, SWATCH_HEIGHT))
        beside = width - SWATCH_WIDTH - 3.0
        things.append(words(shortened(text, beside, "small_ink"), left + SWATCH_WIDTH + 1.5, top, beside, "small_ink"))
    return things


def index_values(overview: Overview) -> tuple[dict[str, int], list[MapClass]]:
    """Return the steps of an index that has no classes of its own."""
    areas = overview.index.areas.values() if overview.index else ()
    return map_classes({each.code: each.value for each in areas if each.value is not None}, INDEX_DECIMALS)


def add_index_map(flow: Flow, overview: Overview) -> None:
    """Add the map of the index with its legend: a field of status and dynamics, or a list of classes."""
    index, texts = overview.index, overview.words
    if index is None or not index.ranked():
        return
    legend, height = _index_legend(overview, index)
    room = PAGE_BOTTOM - PAGE_TOP - height - 24.0
    flow.chapter(texts.phrase("chapter_index_map", kind=index.kind), min(INDEX_MAP_HEIGHT, room) + height + 12.0)
    flow.text(texts.phrase("index_map_note", kind=index.kind), "small", gap=2.0)
    map_height = min(INDEX_MAP_HEIGHT, room)
    things: list[Thing] = [MapBox(INDEX_PICTURE, LEFT, 0, WIDTH, map_height, scale=True)]
    flow.put(map_height + 3.0, things)
    flow.put(height, legend)


def _index_legend(overview: Overview, index: IndexTable) -> tuple[list[Thing], float]:
    """Return the legend and its height."""
    if index.kind == STATUS_DYNAMICS:
        return _field(overview, index)
    counts = index.counts()
    if index.kind == VALUES:
        _, classes = index_values(overview)
        entries = [(f"ramp:{each.number}:{len(classes)}", _range(overview, each, INDEX_DECIMALS)) for each in classes]
    else:
        shown = _some(index.keys)
        entries = [(f"class:{key}", f"{overview.key_words(key)} ({counts[key]})") for key in shown]
        if index.kind == CLASSES and len(entries) > 1:
            entries[0] = (entries[0][0], f"{entries[0][1]}, {overview.words.phrase('legend_most')}")
            entries[-1] = (entries[-1][0], f"{entries[-1][1]}, {overview.words.phrase('legend_least')}")
    entries += _excluded(overview, index)
    rows = -(-len(entries) // LEGEND_COLUMNS)
    return _legend(entries, LEFT, 0, WIDTH), rows * LEGEND_ROW + 2.0


def _some(keys: Sequence[str]) -> list[str]:
    """Return as many classes as a legend has room for, evenly, the first and the last among them."""
    if len(keys) <= MOST_LEGEND:
        return list(keys)
    return [keys[round(n * (len(keys) - 1) / (MOST_LEGEND - 1))] for n in range(MOST_LEGEND)]


def _excluded(overview: Overview, index: IndexTable) -> Legend:
    without = len(overview.targets) - sum(index.counts().values())
    if index.kind == VALUES:
        without = len(overview.targets) - len(index.ranked())
    return [(OUT, f"{overview.words.phrase('excluded')} ({without})")] if without else []


def _field(overview: Overview, index: IndexTable) -> tuple[list[Thing], float]:
    """Return the twelve groups as a field: status down, dynamics across, with the number of areas in each."""
    texts, counts = overview.words, index.counts()
    left = LEFT + 44.0
    things: list[Thing] = [words(texts.phrase("axis_status"), LEFT, 0, 40.0, "table_head")]
    for column, dynamics in enumerate(DYNAMICS_CLASSES):
        name = f"{texts.phrase('axis_dynamics')} {texts.option('dynamics', dynamics)}"
        x = left + column * GRID_COLUMN
        things.append(words(shortened(name, GRID_COLUMN - 2, "table_head"), x, 0, GRID_COLUMN, "table_head"))
        for row, status in enumerate(status_classes()):
            key = f"{status}{dynamics}"
            y = 5.0 + row * GRID_ROW
            things.append(Sign(f"class:{key}", x, y, 12.0, 4.6))
            sign = f"{key.replace('-', '−')} ({counts[key]})"
            things.append(words(sign, x + 13.5, y + 0.5, GRID_COLUMN - 14, "small_ink"))
    for row, status in enumerate(status_classes()):
        name = f"{status}: {texts.option('status', str(status))}"
        things.append(words(name, LEFT, 5.5 + row * GRID_ROW, 42.0, "small_ink"))
    bottom = 5.0 + len(status_classes()) * GRID_ROW
    for sign, text in _excluded(overview, index):
        things.append(Sign(sign, left, bottom, 12.0, 4.6))
        things.append(words(text, left + 13.5, bottom + 0.5, 60.0, "small_ink"))
    things.append(words(texts.phrase("legend_count"), LEFT, bottom + 0.5, 42.0, "small"))
    return things, bottom + GRID_ROW
