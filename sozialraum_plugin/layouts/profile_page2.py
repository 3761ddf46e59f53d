"""Page 2: age pyramid, bars of households and origin, a time series with its table, the index of all areas."""

from __future__ import annotations

from ..core.indices.status.class_names import DYNAMICS_CLASSES, STATUS_CLASSES
from ..core.profiles.course import MOST_DATES
from ..core.profiles.flow import (
    BAR_PITCH,
    COLUMN_WIDTH,
    FIELD_HEAD_HEIGHT,
    FIELD_ROW_HEIGHT,
    GUTTER,
    HEADING_HEIGHT,
    LEFT,
    PAGE_TOP,
    SERIES_CHART_HEIGHT,
    SERIES_ROW_HEIGHT,
)  # fmt: skip
from ..core.profiles.people import MOST_HOUSEHOLD_BARS, MOST_ORIGIN_BARS
from ..core.profiles.table import SERIES_LINES
from .items import BOTTOM, CENTRE, Box, Page, TableColumn, list_entry, list_length
from .items import LEFT as ALIGN_LEFT
from .items import RIGHT as ALIGN_RIGHT
from .options import LayoutOptions
from .page_frame import INK_RULE, WIDTH, add_page_frame
from .styles import Styles
from .typography import TextStyle

BARS_CHART_WIDTH = 70.0
PYRAMID_CHART_HEIGHT = 84.0
SERIES_NAME_WIDTH = 40.0
FIELD_ROWS = len(STATUS_CLASSES)
FIELD_COLUMNS = (len(DYNAMICS_CLASSES), 1)  # with dynamics and without
FIELD_NAME_WIDTH = 30.0
FIELD_WIDTH, FIELD_HEIGHT = COLUMN_WIDTH - FIELD_NAME_WIDTH, FIELD_ROWS * FIELD_ROW_HEIGHT
# `attribute` knows no missing column: layers of earlier versions have none, and the pyramid at the top
PYRAMID_Y = f"coalesce(attribute(@atlas_feature, 'pyramide_y'), {PAGE_TOP})"
CLASS_MAP = Box(LEFT, HEADING_HEIGHT, COLUMN_WIDTH, FIELD_HEAD_HEIGHT + FIELD_HEIGHT, "", 'coalesce("feld_y", 215)')


def add_page_2(page: Page, options: LayoutOptions, styles: Styles) -> None:
    """Add all sections; each is empty where its columns are."""
    add_page_frame(page, options, styles)
    _add_pyramid(page, options, styles)
    bars_x = f'coalesce("haushalte_x", {LEFT})'
    for section, most in (("haushalte", MOST_HOUSEHOLD_BARS), ("herkunft", MOST_ORIGIN_BARS)):
        _add_bars(page, section, most, bars_x, options, styles)
    _add_series(page, options, styles)
    _add_index_field(page, options, styles)


def _heading(page: Page, column: str, note: str, box: Box, styles: Styles) -> None:
    """Add a section's title, and its remark at the right end of the same line."""
    page.column_label(column, box, styles.heading)
    remark = Box(box.x, box.y + 1.35, box.width, box.height, box.x_from, box.y_from)
    page.column_label(note, remark, styles.small, ALIGN_RIGHT)


def _add_pyramid(page: Page, options: LayoutOptions, styles: Styles) -> None:
    there = '"pyramide_bild" is not null'
    _heading(page, "pyramide_titel", "pyramide_stichtag", Box(LEFT, 0, COLUMN_WIDTH, 6, "", PYRAMID_Y), styles)
    chart = Box(LEFT, HEADING_HEIGHT, COLUMN_WIDTH, PYRAMID_CHART_HEIGHT, "", PYRAMID_Y)
    page.picture("pyramide_bild", options.chart("pyramide_bild"), chart, there)
    note = Box(LEFT, HEADING_HEIGHT + PYRAMID_CHART_HEIGHT + 0.8, COLUMN_WIDTH, 4, "", PYRAMID_Y)
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
        span = f"[% {list_entry(f'{section}_spanne', str(row))} %]"
        above = Box(BARS_CHART_WIDTH, top + 0.3, COLUMN_WIDTH - BARS_CHART_WIDTH, 4.4, x_from, y_from)
        page.label(f"{section}_spanne{row + 1}", span, above, styles.small, ALIGN_RIGHT)


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
    rows = " + ".join(f'if("zeitreihe_zeile{line}" is null, 0, 1)' for line in range(1, SERIES_LINES + 1))
    below = f"{y_from} + ({rows} + 1) * {SERIES_ROW_HEIGHT}"
    page.column_label("zeitreihe_fuss", Box(LEFT, top + 0.9, WIDTH, 4, "", below), styles.small)


def _series_column(column: str, number: int, style: TextStyle) -> TableColumn:
    return TableColumn(list_entry(column, str(number)), (WIDTH - SERIES_NAME_WIDTH) / MOST_DATES, style)


def _add_index_field(page: Page, options: LayoutOptions, styles: Styles) -> None:
    """Add heading, the numbers of all groups beside the map of the classes, and how many areas have no class."""
    y_from, x = 'coalesce("feld_y", 215)', LEFT + COLUMN_WIDTH + GUTTER
    _heading(page, "feld_titel", "feld_hinweis", Box(LEFT, 0, WIDTH, 6, "", y_from), styles)
    top = HEADING_HEIGHT + FIELD_HEAD_HEIGHT
    cells = Box(x + FIELD_NAME_WIDTH, top, FIELD_WIDTH, FIELD_HEIGHT, "", y_from)
    page.picture("feld_bild", options.chart("feld_bild"), cells, '"feld_bild" is not null')
    for columns in FIELD_COLUMNS:
        there, wide = f"{list_length('feld_kopf')} = {columns}", FIELD_WIDTH / columns
        for column in range(columns):
            words = f"[% if({there}, {list_entry('feld_kopf', str(column))}, '') %]"
            box = Box(cells.x + column * wide + 0.5, HEADING_HEIGHT - 1, wide - 1, FIELD_HEAD_HEIGHT, "", y_from)
            page.label(f"feld_kopf{columns}_{column + 1}", words, box, styles.table_head, CENTRE, BOTTOM)
        sources = [list_entry("feld_anzahl", f"{{row}} * {columns} + {column}") for column in range(columns)]
        body = [TableColumn(list_entry("feld_namen", "{row}"), FIELD_NAME_WIDTH, styles.table, ALIGN_LEFT)]
        body += [TableColumn(source, wide, styles.strong, CENTRE) for source in sources]
        box = Box(x, top, FIELD_NAME_WIDTH + FIELD_WIDTH, FIELD_HEIGHT, "", y_from)
        rows = f"if({there}, {FIELD_ROWS}, 0)"
        page.table(f"feld{columns}", body, [str(row) for row in range(FIELD_ROWS)], box, "", rows)
    rest = Box(x, top + FIELD_HEIGHT + 0.8, COLUMN_WIDTH, 4, "", y_from)
    page.column_label("feld_rest", rest, styles.small, ALIGN_RIGHT)
