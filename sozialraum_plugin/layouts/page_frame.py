"""Head and foot of each page."""

from __future__ import annotations

from collections.abc import Sequence

from ..core.fields import CONFIDENTIALITY
from ..core.profiles.flow import LEFT, RIGHT
from .items import RIGHT as ALIGN_RIGHT
from .items import Box, Page, column_text
from .options import LayoutOptions
from .styles import Styles
from .typography import text_width

WIDTH = RIGHT - LEFT
HEAD_Y = 14.0
HEAD_RULE_Y = 19.3
FOOT_RULE_Y = 277.5
FOOT_Y = 278.7
INK_RULE = 0.21  # 0.6 pt
HAIRLINE = 0.12  # 0.35 pt
NAME_WIDTH = 100.0
NUMBER_WIDTH = 22.0
MARK = Box(LEFT, 7.0, WIDTH, 5.5)
# `attribute` knows no missing column: layers of earlier versions have none
CONFIDENTIALITY_TEXT = f"[% coalesce(attribute(@atlas_feature, '{CONFIDENTIALITY.name}'), '') %]"


def add_page_frame(page: Page, options: LayoutOptions, styles: Styles) -> None:
    """Add title, place and area's name above, sources below; over all, what must not leave."""
    number = page.number + 1
    page.label(f"vermerk_{number}", CONFIDENTIALITY_TEXT, MARK, styles.mark, ALIGN_RIGHT)
    title_width = text_width(options.title, styles.strong, page.family) + 3
    page.label(f"kopf_titel_{number}", options.title, Box(LEFT, HEAD_Y, title_width, 4.5), styles.strong)
    place_box = Box(LEFT + title_width, HEAD_Y, WIDTH - NAME_WIDTH - title_width, 4.5)
    page.label(f"kopf_ort_{number}", options.place, place_box, styles.head_note)
    name_box = Box(RIGHT - NAME_WIDTH, HEAD_Y, NAME_WIDTH, 4.5)
    page.label(f"kopf_{number}", column_text("kopf"), name_box, styles.running_head, ALIGN_RIGHT)
    page.rule(f"kopf_linie_{number}", Box(LEFT, HEAD_RULE_Y, WIDTH, INK_RULE), styles.theme.ink)
    page.rule(f"fuss_linie_{number}", Box(LEFT, FOOT_RULE_Y, WIDTH, HAIRLINE), styles.theme.rule)
    foot = Box(LEFT, FOOT_Y, WIDTH - NUMBER_WIDTH - 2, 15.5)
    page.label(f"fusszeile_{number}", column_text("fusszeile"), foot, styles.footer)


def add_page_numbers(pages: Sequence[Page], there: Sequence[str], options: LayoutOptions, styles: Styles) -> None:
    """Add “Seite n von m” to each page; `there` are the expressions that tell which of the pages an area has."""
    counted = [f"if(coalesce({condition}, false), 1, 0)" for condition in there]
    for page in pages:
        number = " + ".join(counted[: page.number + 1])
        words = options.texts.phrase("page_of", number=f"[% {number} %]", count=f"[% {' + '.join(counted)} %]")
        box = Box(RIGHT - NUMBER_WIDTH, FOOT_Y, NUMBER_WIDTH, 4)
        page.label(f"seite_{page.number + 1}", words, box, styles.page_number, ALIGN_RIGHT)
