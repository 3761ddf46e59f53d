"""Page 4 and those after it: facilities, survey, actors and measures, notes, one after the other."""

from __future__ import annotations

from ..core.profiles.flow import LEFT, PAGE_TOP
from ..core.profiles.local_pages import SLOT_HEIGHT, SLOTS, WIDTHS
from .items import LEFT as ALIGN_LEFT
from .items import RIGHT as ALIGN_RIGHT
from .items import Box, Page, TableColumn, list_entry, list_length
from .options import LayoutOptions
from .page_frame import WIDTH, add_page_frame
from .styles import Styles

ROW_COUNT = str(SLOTS)  # makes a frame higher than its rows: QGIS leaves out a last row that just fits
LINES = "ort_titel"  # the list that every area with such a page has


def local_page_there(number: int) -> str:
    """Return the expression that tells whether an area has the page of this kind with this number, from 0."""
    return f"{list_length(LINES)} > {number * SLOTS}"


def add_local_page(page: Page, number: int, options: LayoutOptions, styles: Styles) -> None:
    """Add the page of this kind with this number, from 0: its part of the lists, each line where it belongs."""
    add_page_frame(page, options, styles)
    suffix = f"_{number + 1}"
    body = Box(LEFT, PAGE_TOP, WIDTH, SLOTS * SLOT_HEIGHT)
    rows = [str(number * SLOTS + row) for row in range(SLOTS)]
    chart = list_entry("ort_bild", str(number))
    page.picture(f"ort_bild{suffix}", f"{options.charts} || {chart}", body, f"{chart} <> ''")
    for part, style in (("titel", styles.heading), ("frage", styles.strong), ("absatz", styles.table)):
        column = TableColumn(list_entry(f"ort_{part}", "{row}"), WIDTH, style, ALIGN_LEFT)
        page.table(f"ort_{part}{suffix}", [column], rows, body, "", ROW_COUNT)
    columns = [
        TableColumn(
            list_entry(f"ort_{part}", "{row}"),
            wide,
            styles.strong if part == "zahl" else styles.table,
            ALIGN_RIGHT if part == "zahl" else ALIGN_LEFT,
        )
        for part, wide in WIDTHS.items()
    ]
    page.table(f"ort{suffix}", columns, rows, body, "", ROW_COUNT)
