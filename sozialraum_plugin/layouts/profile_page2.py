"""Page 2: age pyramid, bars of households and origin, a time series with its table, further indicators."""

from __future__ import annotations

from ..core.profiles.course import MOST_DATES
from ..core.profiles.flow import (
    BAR_PITCH,
    COLUMN_WIDTH,
    GUTTER,
    HEADING_HEIGHT,
    LEFT,
    PAGE_TOP,
    SERIES_CHART_HEIGHT,
    SERIES_ROW_HEIGHT,
    TABLE_ROW_HEIGHT,
)  # fmt: skip
from ..core.profiles.people import MOST_HOUSEHOLD_BARS, MOST_ORIGIN_BARS
from ..core.profiles.table import SERIES_LINES, TABLE_COLUMNS
from .items import LEFT as ALIGN_LEFT
from .items import RIGHT as ALIGN_RIGHT
from .items import Box, Page, TableColumn, list_entry, list_length
from .options import LayoutOptions
from .page_frame import INK_RULE, WIDTH, add_page_frame
from .styles import Styles
from .typography import TextStyle

BARS_CHART_WIDTH = 70.0
PYRAMID_CHART_HEIGHT = 84.0
SERIES_NAME_WIDTH = 40.0
LONGEST_TABLE = 40
FIGURE_WIDTHS = {"name": 42.0, "wert": 11.0, "gemeinde": 15.0, "kreis": 11.0, "rang": 9.0}


def add_page_2(page: Page, options: LayoutOptions, styles: Styles) -> None:
    """Add all sections; each is empty where its columns are."""
    add_page_frame(page, options, styles)
    _add_pyramid(page, options, styles)
    bars_x = f'coalesce("haushalte_x", {LEFT})'
    for section, most in (("haushalte", MOST_HOUSEHOLD_BARS), ("herkunft", MOST_ORIGIN_BARS)):
        _add_bars(page, section, most, bars_x, options, styles)
    _add_series(page, options, styles)
    for number in range(1, TABLE_COLUMNS + 1):
        _add_table_column(page, number, options, styles)
    _add_table_texts(page, styles)


def _heading(page: Page, column: str, note: str, box: Box, styles: Styles) -> None:
    """Add a section's title, and its remark at the right end of the same line."""
    page.column_label(column, box, styles.heading)
    remark = Box(box.x, box.y + 1.35, box.width, box.height, box.x_from, box.y_from)
    page.column_label(note, remark, styles.small, ALIGN_RIGHT)


def _add_pyramid(page: Page, options: LayoutOptions, styles: Styles) -> None:
    there = '"pyramide_bild" is not null'
    _heading(page, "pyramide_titel", "pyramide_stichtag", Box(LEFT, PAGE_TOP, COLUMN_WIDTH, 6), styles)
    chart = Box(LEFT, PAGE_TOP + HEADING_HEIGHT, COLUMN_WIDTH, PYRAMID_CHART_HEIGHT)
    page.picture("pyramide_bild", options.chart("pyramide_bild"), chart, there)
    note = Box(LEFT, PAGE_TOP + HEADING_HEIGHT + PYRAMID_CHART_HEIGHT + 0.8, COLUMN_WIDTH, 4)
    page.column_label("pyramide_hinweis", note, styles.small)


def _add_bars(page: Page, section: str, most: int, x_from: str, options: LayoutOptions, styles: Styles) -> None:
    """Add a section of bars: names and values are texts, the SVG holds bars and ticks only."""
    y_from = f'coalesce("{section}_y", {PAGE_TOP})'
    _heading(page, f"{section}_titel", f"{section}_hinweis", Box(0, 0, COLUMN_WIDTH, 6, x_from, y_from), styles)
    chart = Box(0, HEADING_HEIGHT, BARS_CHART_WIDTH, most * BAR_PITCH, x_from, y_from)
    page.picture(f"{section}_bild", options.chart(f"{section}_bild"), chart, f'"{section}_bild" is not null')
    for row in range(most):
        top = HEADING_HEIGHT + row * BAR_PITCH
        name = f"[% {list_entry(f'{section}_name', str(row))} %]"
        value = f"[% {list_entry(f'{section}_wert', str(row))} %]"
        page.label(f"{section}_name{row + 1}", name, Box(0, top, COLUMN_WIDTH, 4.4, x_from, y_from), styles.table)
        right = Box(BARS_CHART_WIDTH, top + 3.7, COLUMN_WIDTH - BARS_CHART_WIDTH, 4.4, x_from, y_from)
        page.label(f"{section}_wert{row + 1}", value, right, styles.strong, ALIGN_RIGHT)


def _add_series(page: Page, options: LayoutOptions, styles: Styles) -> None:
    """Add heading, chart and the table of its values."""
    y_from, there = 'coalesce("zeitreihe_y", 130)', '"zeitreihe_bild" is not null'
    _heading(page, "zeitreihe_titel", "zeitreihe_hinweis", Box(LEFT, 0, WIDTH, 6, "", y_from), styles)
    chart = Box(LEFT, HEADING_HEIGHT, WIDTH, SERIES_CHART_HEIGHT, "", y_from)
    page.picture("zeitreihe_bild", options.chart("zeitreihe_bild"), chart, there)
    top = HEADING_HEIGHT + SERIES_CHART_HEIGHT + 3
    head = [TableColumn("''", SERIES_NAME_WIDTH, styles.table_head, ALIGN_LEFT)]
    head += [_series_column("zeitreihe_kopf", number, styles.table_head) for number in range(MOST_DATES)]
    head_box = Box(LEFT, top, WIDTH, SERIES_ROW_HEIGHT, "", y_from)
    page.table("zeitreihe_kopf", head, [""], head_box, "", f"if({there}, 1, 0)")
    for line in range(1, SERIES_LINES + 1):
        style = styles.strong if line == 1 else styles.table
        name = TableColumn(list_entry("zeitreihe_namen", str(line - 1)), SERIES_NAME_WIDTH, styles.table, ALIGN_LEFT)
        cells = [_series_column(f"zeitreihe_zeile{line}", number, style) for number in range(MOST_DATES)]
        box = Box(LEFT, top + line * SERIES_ROW_HEIGHT, WIDTH, SERIES_ROW_HEIGHT, "", y_from)
        rows = f'if("zeitreihe_zeile{line}" is null, 0, 1)'
        page.table(f"zeitreihe_zeile{line}", [name, *cells], [""], box, styles.theme.rule, rows)
    rule = Box(LEFT, top + SERIES_ROW_HEIGHT, WIDTH, INK_RULE, "", y_from)
    page.rule("zeitreihe_linie", rule, styles.theme.ink, there)


def _series_column(column: str, number: int, style: TextStyle) -> TableColumn:
    return TableColumn(list_entry(column, str(number)), (WIDTH - SERIES_NAME_WIDTH) / MOST_DATES, style)


def _add_table_column(page: Page, number: int, options: LayoutOptions, styles: Styles) -> None:
    """Add one of the two columns of further indicators: head, rule and as many rows as there are."""
    x = LEFT + (number - 1) * (COLUMN_WIDTH + GUTTER)
    y_from, key = 'coalesce("tabelle_y", 210)', f"tabelle{number}"
    rows = list_length(f"{key}_name")
    head = [_figure_column(_caption(f"{key}_{part}", part, options), part, styles.table_head) for part in FIGURE_WIDTHS]
    box = Box(x, HEADING_HEIGHT - 1, COLUMN_WIDTH, TABLE_ROW_HEIGHT, "", y_from)
    page.table(f"{key}_kopf", head, [""], box, "", f"if({rows} > 0, 1, 0)")
    body = [
        _figure_column(
            list_entry(f"{key}_{part}", "{row}"), part, styles.small_strong if part == "wert" else styles.small_ink
        )
        for part in FIGURE_WIDTHS
    ]
    top = HEADING_HEIGHT - 1 + TABLE_ROW_HEIGHT
    places = [str(row) for row in range(LONGEST_TABLE)]
    body_box = Box(x, top, COLUMN_WIDTH, TABLE_ROW_HEIGHT * LONGEST_TABLE, "", y_from)
    page.table(key, body, places, body_box, styles.theme.rule, rows)
    page.rule(f"{key}_linie", Box(x, top, COLUMN_WIDTH, INK_RULE, "", y_from), styles.theme.ink, f"{rows} > 0")


def _figure_column(source: str, part: str, style: TextStyle) -> TableColumn:
    return TableColumn(source, FIGURE_WIDTHS[part], style, ALIGN_LEFT if part == "name" else ALIGN_RIGHT)


def _caption(column: str, part: str, options: LayoutOptions) -> str:
    """Return an expression for a column's head; a column without any text has none."""
    phrases = {"name": "indicator", "wert": "value", "gemeinde": "commune", "kreis": "district", "rang": "rank"}
    words = options.texts.phrase(f"caption_{phrases[part]}")
    return f"if(\"{column}\" is null, '', '{words}')"


def _add_table_texts(page: Page, styles: Styles) -> None:
    y_from = 'coalesce("tabelle_y", 210)'
    _heading(page, "tabelle_titel", "tabelle_hinweis", Box(LEFT, 0, WIDTH, 6, "", y_from), styles)
    rows = list_length("tabelle1_name")
    below = f"{y_from} + {rows} * {TABLE_ROW_HEIGHT}"
    rest = Box(LEFT, HEADING_HEIGHT + TABLE_ROW_HEIGHT + 0.8, WIDTH, 4, "", below)
    page.column_label("tabelle_rest", rest, styles.small)
