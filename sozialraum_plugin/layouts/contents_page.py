"""The table of contents in front of all profiles: names and the pages of the file on which they begin."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsLayoutItemPage, QgsLayoutSize, QgsPrintLayout, QgsProject, QgsUnitTypes

from ..core.profiles.flow import LEFT, PAGE_TOP, RIGHT
from ..core.profiles.text_measure import shortened
from .items import RIGHT as ALIGN_RIGHT
from .items import Box, Page
from .options import LayoutOptions
from .page_frame import HAIRLINE, HEAD_RULE_Y, HEAD_Y, INK_RULE
from .styles import Styles
from .typography import profile_family

LINES = 46  # of a page
LINE_HEIGHT = 5.2
FIRST_LINE = PAGE_TOP + 9.0
NUMBER_WIDTH = 14.0
A4 = (210, 297)


def contents_pages(areas: int) -> int:
    """Return how many pages the contents of so many areas need."""
    return -(-areas // LINES)


def contents_layout(
    project: QgsProject, entries: Sequence[tuple[str, int]], heading: str, mark: str, options: LayoutOptions
) -> QgsPrintLayout:
    """Return a layout of the contents; `entries` are names and the numbers of their first pages, from 1.

    `mark` stands on each page, or is empty.
    """
    layout = QgsPrintLayout(project)
    layout.setUnits(QgsUnitTypes.LayoutUnit.LayoutMillimeters)
    styles = Styles(options.theme)
    for number in range(contents_pages(len(entries))):
        sheet = QgsLayoutItemPage(layout)
        sheet.setPageSize(QgsLayoutSize(*A4, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
        layout.pageCollection().addPage(sheet)
        page = Page(layout, number, profile_family())
        _add_head(page, heading, mark, options, styles)
        for line, (name, first) in enumerate(entries[number * LINES : (number + 1) * LINES]):
            _add_line(page, line, name, first, styles)
    return layout


def _add_head(page: Page, heading: str, mark: str, options: LayoutOptions, styles: Styles) -> None:
    width = RIGHT - LEFT
    page.label(f"vermerk_{page.number}", mark, Box(LEFT, 7.0, width, 5.5), styles.mark, ALIGN_RIGHT)
    page.label(f"kopf_{page.number}", options.title, Box(LEFT, HEAD_Y, width / 2, 4.5), styles.strong)
    place = Box(LEFT + width / 2, HEAD_Y, width / 2, 4.5)
    page.label(f"ort_{page.number}", options.place, place, styles.head_note, ALIGN_RIGHT)
    page.rule(f"linie_{page.number}", Box(LEFT, HEAD_RULE_Y, width, INK_RULE), styles.theme.ink)
    page.label(f"inhalt_{page.number}", heading, Box(LEFT, PAGE_TOP, width, 6), styles.heading)


def _add_line(page: Page, line: int, name: str, first: int, styles: Styles) -> None:
    key, top, width = f"{page.number}_{line}", FIRST_LINE + line * LINE_HEIGHT, RIGHT - LEFT
    room = width - NUMBER_WIDTH - 2
    words = shortened(name, room, styles.body.size).replace("[%", "[ %")  # a name is no expression
    page.label(f"name_{key}", words, Box(LEFT, top, room, 4.6), styles.body)
    number = Box(RIGHT - NUMBER_WIDTH, top, NUMBER_WIDTH, 4.6)
    page.label(f"seite_{key}", str(first), number, styles.body, ALIGN_RIGHT)
    page.rule(f"strich_{key}", Box(LEFT, top + 4.7, width, HAIRLINE), styles.theme.rule)
