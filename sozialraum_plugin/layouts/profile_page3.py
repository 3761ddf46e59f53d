"""Page 3 and those after it: all indicators by theme, with deviation bars and the strip of all areas."""

from __future__ import annotations

from ..core.profiles.flow import LEFT, PAGE_TOP
from ..core.profiles.indicator_pages import (
    DEVIATION_LEFT,
    DEVIATION_WIDTH,
    NAME_WIDTH,
    NUMBER_WIDTH,
    SLOT_HEIGHT,
    SLOTS,
    STRIP_LEFT,
    STRIP_WIDTH,
    VALUE_WIDTH,
)
from .items import LEFT as ALIGN_LEFT
from .items import RIGHT as ALIGN_RIGHT
from .items import Box, Page, TableColumn, list_entry, list_length
from .options import LayoutOptions
from .page_frame import INK_RULE, WIDTH, add_page_frame
from .styles import Styles

WIDTHS = {
    "name": NAME_WIDTH, "wert": VALUE_WIDTH, "intervall": 19.5, "gemeinde": 14.5, "kreis": NUMBER_WIDTH,
    "abweichung": 8.5,
}  # fmt: skip
CHARTS_WIDTH = 50.0
RANK_WIDTH = 12.0
NOTE_Y = PAGE_TOP + 6.2
HEAD_Y = PAGE_TOP + 11.0
HEAD_HEIGHT = 5.0
BODY_Y = HEAD_Y + HEAD_HEIGHT
CAPTIONS = {"wert": "value", "intervall": "interval", "gemeinde": "commune", "kreis": "district"}
TENTH = 0.1  # millimetres; the unit of the charts


def indicator_page_there(number: int) -> str:
    """Return the expression that tells whether an area has the page of indicators with this number, from 0."""
    return f"{list_length('alle_name')} > {number * SLOTS}"


def add_indicator_page(page: Page, number: int, options: LayoutOptions, styles: Styles) -> None:
    """Add the page of indicators with this number, from 0: the same head, and its part of the lists."""
    add_page_frame(page, options, styles)
    suffix = f"_{number + 1}"
    heading = column_words("alle_titel", options.texts.phrase("continued", heading="{}") if number else "{}")
    page.label(f"alle_titel{suffix}", heading, Box(LEFT, PAGE_TOP, WIDTH, 6), styles.heading)
    page.column_label("alle_hinweis", Box(LEFT, NOTE_Y, WIDTH, 4), styles.small, name=f"alle_hinweis{suffix}")
    _add_head(page, suffix, options, styles)
    page.rule(f"alle_linie{suffix}", Box(LEFT, BODY_Y, WIDTH, INK_RULE), styles.theme.ink, '"alle_name" is not null')
    body = Box(LEFT, BODY_Y, WIDTH, SLOTS * SLOT_HEIGHT)
    rows = [str(number * SLOTS + row) for row in range(SLOTS)]
    chart = list_entry("alle_bild", str(number))
    page.picture(f"alle_bild{suffix}", f"{options.charts} || {chart}", body, f"{chart} <> ''")
    head = [TableColumn(list_entry("alle_thema", "{row}"), WIDTH, styles.theme_head, ALIGN_LEFT)]
    page.table(f"alle_thema{suffix}", head, rows, body, "")
    page.table(f"alle{suffix}", [_column(part, styles) for part in (*WIDTHS, "bild", "rang")], rows, body, "")


def _column(part: str, styles: Styles) -> TableColumn:
    if part == "bild":
        return TableColumn("''", CHARTS_WIDTH, styles.table)
    wide = WIDTHS.get(part, RANK_WIDTH)
    kinds = {"name": styles.table, "wert": styles.strong, "intervall": styles.small}
    align = ALIGN_LEFT if part == "name" else ALIGN_RIGHT
    return TableColumn(list_entry(f"alle_{part}", "{row}"), wide, kinds.get(part, styles.table), align)


def _add_head(page: Page, suffix: str, options: LayoutOptions, styles: Styles) -> None:
    """Add the names of the columns; one without any value has none."""
    texts, x = options.texts, LEFT
    page.label(f"alle_kopf_name{suffix}", texts.phrase("caption_indicator"), _box(x, NAME_WIDTH), styles.table_head)
    for part, phrase in CAPTIONS.items():
        x = LEFT + sum(WIDTHS[before] for before in WIDTHS if list(WIDTHS).index(before) < list(WIDTHS).index(part))
        words = column_words(f"alle_{part}", texts.phrase(f"caption_{phrase}"), shown=False)
        page.label(f"alle_kopf_{part}{suffix}", words, _box(x, WIDTHS[part]), styles.table_head, ALIGN_RIGHT)
    _add_deviation_head(page, suffix, options, styles)
    strip = LEFT + STRIP_LEFT * TENTH
    words = column_words("alle_wert", texts.phrase("caption_strip"), shown=False)
    page.label(f"alle_kopf_lage{suffix}", words, _box(strip, STRIP_WIDTH * TENTH), styles.table_head)
    rank = column_words("alle_rang", texts.phrase("caption_rank"), shown=False)
    page.label(
        f"alle_kopf_rang{suffix}", rank, _box(LEFT + WIDTH - RANK_WIDTH, RANK_WIDTH), styles.table_head, ALIGN_RIGHT
    )


def _add_deviation_head(page: Page, suffix: str, options: LayoutOptions, styles: Styles) -> None:
    """Add the two directions on either side of the mean, in their colours, above the bars."""
    texts, middle = options.texts, LEFT + (DEVIATION_LEFT + DEVIATION_WIDTH / 2) * TENTH
    half = DEVIATION_WIDTH / 2 * TENTH + 6
    less, more = (
        column_words("alle_abweichung", texts.phrase(f"caption_{which}"), shown=False) for which in ("less", "more")
    )
    page.label(f"alle_kopf_geringer{suffix}", less, _box(middle - half - 1, half), styles.less_head, ALIGN_RIGHT)
    page.label(f"alle_kopf_hoeher{suffix}", more, _box(middle + 1, half), styles.more_head)


def _box(x: float, width: float) -> Box:
    return Box(x, HEAD_Y + 0.6, width, HEAD_HEIGHT)


def column_words(column: str, pattern: str, shown: bool = True) -> str:
    """Return a label's text that is empty where a column is NULL; `{}` in the pattern is the column's text."""
    words = "'" + pattern.replace("'", "''") + "'"
    text = f"replace({words}, '{{}}', \"{column}\")" if shown else words
    return f"[% if(\"{column}\" is null, '', {text}) %]"
