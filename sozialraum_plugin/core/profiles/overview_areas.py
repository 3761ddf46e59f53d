"""The table of the areas and the ranking of the overview report."""

from __future__ import annotations

from collections.abc import Sequence

from ..numbers import MISSING_MARK, NumberFormat
from .observations import Indicator
from .overview_data import Overview, class_sign, joined
from .overview_flow import CELL_GAP, WIDTH, Column, Flow, Sign, Thing, text_width
from .overview_index import AreaIndex, IndexTable
from .places import Place

SIGN_WIDTH, SIGN_HEIGHT = 6.0, 3.2
NUMBER, MOST_CODE, PEOPLE, VALUE, SIGN, CLASS = 8.0, 21.0, 16.5, 13.0, 10.0, 33.0
RANK_WIDTH, RANK_NAME, RANK_VALUE, RANK_SIGN, RANK_STABLE, RANK_SPAN = 10.0, 52.0, 14.0, 14.0, 16.0, 17.0
ROW = 5.2
BAR_HEIGHT = 3.0
ROOM = 26.0  # of a chapter below its title: head and some rows
Values = list[str]


def add_areas(flow: Flow, overview: Overview) -> None:
    """Add all areas with their key figures and class, and what lies above them."""
    texts, indicators = overview.words, overview.table_indicators()
    flow.chapter(texts.phrase("chapter_areas"), ROOM + 14)
    key = joined((_key(each) for each in indicators), "; ")
    flow.text(texts.phrase("areas_note", key=f"{key}." if key else "").strip(), "small", gap=0.6)
    flow.text(texts.phrase("areas_marks"), "small", gap=2.0)
    columns, head = _columns(overview, indicators)
    signs = [overview.entry(place) for place in overview.targets]
    rows = [_row(overview, place, number, indicators) for number, place in enumerate(overview.targets, start=1)]
    rows += [_row(overview, place, 0, indicators) for place in _above(overview)]
    sign_x = sum(column.width for column in columns[:-2])

    def drawn(row: int, x: float, y: float, height: float) -> Sequence[Thing]:
        entry = signs[row] if row < len(signs) else None
        if overview.index is None or entry is None:
            return []
        return [
            Sign(class_of(entry), x + sign_x + 2.5, y + (min(height, ROW) - SIGN_HEIGHT) / 2, SIGN_WIDTH, SIGN_HEIGHT)
        ]

    flow.table("gebiete", columns, head, rows, drawn, ROW)


def class_of(entry: AreaIndex | None) -> str:
    """Return how a sign is filled that shows the class of an area."""
    return f"class:{entry.class_key}" if entry is not None and entry.class_key else "excluded"


def _key(indicator: Indicator) -> str:
    unit = f" ({indicator.shown_unit})" if indicator.shown_unit else ""
    return f"{indicator.code} {indicator.name}{unit}"


def _columns(overview: Overview, indicators: Sequence[Indicator]) -> tuple[list[Column], Values]:
    texts = overview.words
    with_class = SIGN + CLASS if overview.index else 0.0
    code = max((text_width(place.code, "small_ink") for place in overview.targets), default=0.0) + CELL_GAP + 0.2
    code = min(MOST_CODE, max(code, text_width(texts.phrase("caption_code"), "table_head") + CELL_GAP))
    name = WIDTH - NUMBER - code - PEOPLE - VALUE * len(indicators) - with_class
    columns = [Column(NUMBER, style="small"), Column(code, style="small_ink"), Column(name, style="small_strong")]
    columns += [Column(PEOPLE, True)] + [Column(VALUE, True)] * len(indicators)
    head = [texts.phrase(f"caption_{each}") for each in ("number", "code", "name", "people")]
    head += [joined((each.code, each.shown_unit), "\n") for each in indicators]
    if overview.index:
        columns += [Column(SIGN), Column(CLASS, style="small_ink")]
        head += ["", texts.phrase("caption_class")]
    return columns, head


def _row(overview: Overview, place: Place, number: int, indicators: Sequence[Indicator]) -> Values:
    """Return the cells of an area; a place above the areas has no number and no class."""
    name = place.name if number else f"{place.name} ({overview.texts.level(place.level, 'name')})"
    row = [str(number) if number else "", place.code, name, overview.population(place)]
    row += [overview.value(each, place) for each in indicators]
    if overview.index:
        row += ["", overview.class_words(overview.entry(place)) if number else ""]
    return row


def _above(overview: Overview) -> list[Place]:
    """Return the communes and the Kreis that the areas lie in, each once."""
    places = overview.builder.places
    found = [places.commune_of(place) for place in overview.targets]
    found += [places.district_of(place) for place in overview.targets]
    return list(dict.fromkeys(place for place in found if place is not None))


def add_ranking(flow: Flow, overview: Overview) -> None:
    """Add a bar for each area with an index, the most burdened first, and below them those that are left out.

    An index of classes alone makes no ranking: the table of the areas has them.
    """
    index, texts = overview.index, overview.words
    if index is None:
        return
    ranked = index.ranked()
    if any(each.value is not None or each.rank is not None for each in ranked):
        flow.chapter(texts.phrase("chapter_ranking"), ROOM + 10)
        flow.text(texts.phrase("ranking_note", kind=index.kind), "small", gap=2.0)
        _add_bars(flow, overview, index, ranked)
    left_out = [(each, overview.names()[each.code]) for each in index.left_out()]
    if left_out:
        flow.section(texts.phrase("ranking_left_out"), 16)
        columns = (Column(NUMBER, style="small"), Column(64.0, style="strong"), Column(WIDTH - NUMBER - 64.0))
        head = [texts.phrase(f"caption_{each}") for each in ("number", "name", "reason")]
        numbers = overview.numbers()
        rows = [[numbers[each.code], name, each.excluded or MISSING_MARK] for each, name in left_out]
        flow.table("ohne_index", columns, head, rows, least=ROW)


def _add_bars(flow: Flow, overview: Overview, index: IndexTable, ranked: Sequence[AreaIndex]) -> None:
    texts, names, numbers = overview.words, overview.names(), overview.numbers()
    with_stable = any(each.stable is not None for each in ranked)
    with_ranks = any(each.ranks is not None for each in ranked)
    fixed = RANK_WIDTH + NUMBER + RANK_NAME + RANK_SIGN + RANK_VALUE
    fixed += (RANK_STABLE if with_stable else 0.0) + (RANK_SPAN if with_ranks else 0.0)
    bars = WIDTH - fixed
    columns = [
        Column(RANK_WIDTH, style="strong"), Column(NUMBER, style="small"), Column(RANK_NAME, style="small_strong"),
        Column(RANK_SIGN), Column(RANK_VALUE, True), Column(bars),
    ]  # fmt: skip
    head = [texts.phrase(f"caption_{each}") for each in ("rank", "number", "name", "class", "index")] + [""]
    if with_stable:
        columns.append(Column(RANK_STABLE, True))
        head.append(texts.phrase("caption_stable"))
    if with_ranks:
        columns.append(Column(RANK_SPAN, True))
        head.append(texts.phrase("caption_span"))
    rows = []
    for each in ranked:
        sign = class_sign(each.class_key) if each.class_key else MISSING_MARK
        value = _number(each.value, texts.numbers)
        row = [str(each.rank or MISSING_MARK), numbers[each.code], names[each.code], sign, value, ""]
        row += [_share(each.stable, texts.numbers)] if with_stable else []
        rows.append([*row, _span(each.ranks)] if with_ranks else row)
    scale = BarScale([each.value for each in ranked if each.value is not None], bars - 6.0)
    left = sum(column.width for column in columns[:5]) + 4.0

    def drawn(row: int, x: float, y: float, height: float) -> Sequence[Thing]:
        value, middle = ranked[row].value, y + height / 2
        things: list[Thing] = [Sign("rule", x + left + scale.zero, y, 0.15, height)]
        if value is not None:
            start, length = scale.bar(value)
            bar = Sign(class_of(ranked[row]), x + left + start, middle - BAR_HEIGHT / 2, length, BAR_HEIGHT)
            things.append(bar)
        return things

    flow.table("rangfolge", columns, head, rows, drawn, ROW)


class BarScale:
    """Where bars of values begin and how long they are, from a common zero, on `room` millimetres."""

    def __init__(self, values: Sequence[float], room: float) -> None:
        low, high = min([0.0, *values]), max([0.0, *values])
        self._factor = room / (high - low) if high > low else 0.0
        self.zero = -low * self._factor

    def bar(self, value: float) -> tuple[float, float]:
        """Return start and length of a bar, at least a hairline."""
        length = abs(value) * self._factor
        return (self.zero if value >= 0 else self.zero - length), max(length, 0.3)


def _number(value: float | None, numbers: NumberFormat) -> str:
    """Return an index with two decimals; large ones, which are scores, with one."""
    return numbers.number(value, 2 if value is None or abs(value) < 100 else 1)


def _share(stable: float | None, numbers: NumberFormat) -> str:
    return MISSING_MARK if stable is None else numbers.percent(100 * stable)


def _span(ranks: tuple[int, int] | None) -> str:
    if ranks is None:
        return MISSING_MARK
    return str(ranks[0]) if ranks[0] == ranks[1] else f"{ranks[0]}–{ranks[1]}"
