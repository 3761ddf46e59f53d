"""Page 1: name, class, maps, eight key figures, three sentences."""

from __future__ import annotations

from ..core.profiles.comparison import TILE_COUNT
from ..core.profiles.flow import LEFT, TILE_HEIGHT, TILES_PER_ROW, TILES_TOP
from ..core.profiles.table import LONGEST_FIGURE, LONGEST_TITLE
from .items import Box, Page
from .options import LayoutOptions
from .page_frame import HAIRLINE, INK_RULE, WIDTH, add_page_frame
from .styles import Styles
from .typography import number_width, text_width

TEXT_WIDTH = 138.0  # beside the locator map
LOCATOR = Box(157.0, 23.5, 38.0, 29.0)
MAIN_MAP = Box(LEFT, 57.0, WIDTH, 82.0)
SCALE = Box(157.0, 140.1, 38.0, 5.0)
NORTH = Box(150.5, 143.2, 4.0, 7.0)
LEGEND = Box(LEFT, 140.2, 134.0, 10.6)  # three lines
TILE_WIDTH = WIDTH / TILES_PER_ROW
TILE_INDENT = 2.6
SPARKLINE = (19.0, 6.0)
LINE_BELOW = 2.4  # of the commune's line


def add_page_1(page: Page, options: LayoutOptions, styles: Styles, legend: str) -> None:
    """Add everything but the maps; `legend` explains the letters on the map and names its source."""
    add_page_frame(page, options, styles)
    _add_title(page, styles)
    _add_badge(page, options, styles)
    page.label("kartenlegende", legend, LEGEND, styles.small)
    _add_tile_rules(page, styles)
    for number in range(1, TILE_COUNT + 1):
        _add_tile(page, number, options, styles)
    text = Box(LEFT, 0, WIDTH, 40, y_from='coalesce("satz_y", 215)')
    page.column_label("satz", text, styles.body)


def _add_title(page: Page, styles: Styles) -> None:
    """Add the name in one large line, or in two smaller ones where the table breaks it."""
    in_two = f'(strpos("titel", \'\\n\') > 0 or length("titel") > {LONGEST_TITLE})'
    large = f"[% if({in_two}, '', \"titel\") %]"
    small = f"[% if({in_two}, \"titel\", '') %]"
    page.label("titel", large, Box(LEFT, 22.2, TEXT_WIDTH, 12.5), styles.title)
    page.label("titel_lang", small, Box(LEFT, 20.6, TEXT_WIDTH, 15), styles.long_title)
    page.column_label("untertitel", Box(LEFT, 35.6, TEXT_WIDTH, 5.5), styles.subtitle)


def _add_badge(page: Page, options: LayoutOptions, styles: Styles) -> None:
    """Add the class as hatched square and words; nothing where there is no index."""
    page.picture("klasse_bild", options.chart("klasse_bild"), Box(LEFT, 43.6, 9, 9), '"klasse_bild" is not null')
    page.column_label("klasse", Box(LEFT + 11.5, 43.9, TEXT_WIDTH - 12, 4.5), styles.strong)
    page.column_label("klasse_hinweis", Box(LEFT + 11.5, 48.2, TEXT_WIDTH - 12, 7.2), styles.small)


def _add_tile_rules(page: Page, styles: Styles) -> None:
    for row in range(TILE_COUNT // TILES_PER_ROW):
        first = row * TILES_PER_ROW + 1
        top, there = TILES_TOP + row * TILE_HEIGHT, f'"kachel{first}_name" is not null'
        colour, width = (styles.theme.rule, HAIRLINE) if row else (styles.theme.ink, INK_RULE)
        page.rule(f"kacheln_oben{row + 1}", Box(LEFT, top, WIDTH, width), colour, there)
        bottom = Box(LEFT, top + TILE_HEIGHT, WIDTH, HAIRLINE)
        page.rule(f"kacheln_unten{row + 1}", bottom, styles.theme.rule, there)
        for column in range(1, TILES_PER_ROW):
            beside = f'"kachel{first + column}_name" is not null'
            edge = Box(LEFT + column * TILE_WIDTH, top, HAIRLINE, TILE_HEIGHT)
            page.rule(f"kachel{first + column}_linie", edge, styles.theme.rule, beside)


def _add_tile(page: Page, number: int, options: LayoutOptions, styles: Styles) -> None:
    """Add one key figure: name, value with unit, commune and Kreis, rank, course."""
    row, column = divmod(number - 1, TILES_PER_ROW)
    x, y = LEFT + column * TILE_WIDTH + (TILE_INDENT if column else 0), TILES_TOP + row * TILE_HEIGHT
    width, key = TILE_WIDTH - TILE_INDENT * 1.5, f"kachel{number}"
    page.column_label(f"{key}_name", Box(x, y + 1.8, width, 8), styles.strong)
    long = f'length("{key}_wert") > {LONGEST_FIGURE}'
    page.label(f"{key}_wert", f"[% if({long}, '', \"{key}_wert\") %]", Box(x, y + 8.6, width, 9.5), styles.figure)
    small = f"[% if({long}, \"{key}_wert\", '') %]"
    page.label(f"{key}_wert_lang", small, Box(x, y + 11.1, width, 7), styles.small_figure)
    widths = (number_width(f"{key}_wert", style, page.family) for style in (styles.small_figure, styles.figure))
    unit = Box(x + 1.2, y + 12.2, 22, 5, x_from=f"if({long}, {', '.join(widths)})" + _closer(key, options))
    page.column_label(f"{key}_einheit", unit, styles.unit)
    _add_measures(page, key, x, y + 18.0, options, styles)
    page.column_label(f"{key}_rang", Box(x, y + 23.4, 22, 4), styles.small)
    course = Box(x + width - SPARKLINE[0], y + 21.6, *SPARKLINE)
    page.picture(f"{key}_bild", options.chart(f"{key}_bild"), course, f'"{key}_bild" is not null')


def _closer(key: str, options: LayoutOptions) -> str:
    """Return how much nearer the unit stands to its number where the language leaves no gap before a percent sign."""
    return "" if options.texts.numbers.gap("%") else f" - if(\"{key}_einheit\" = '%', 1.2, 0)"


def _add_measures(page: Page, key: str, x: float, y: float, options: LayoutOptions, styles: Styles) -> None:
    """Add the commune's and the Kreis's value, the captions muted, the numbers in ink.

    They stand one behind the other, or below each other where there is no room.
    """
    offset, before, lower = x, "", ""
    captions = " ".join(options.texts.phrase(f"caption_{each}") for each in ("commune", "district"))
    numbers = (number_width(f"{key}_{part}", styles.small_ink, page.family) for part in ("gemeinde", "kreis"))
    room = TILE_WIDTH - TILE_INDENT * 1.5 - text_width(captions, styles.small, page.family) - 4
    long = f"{' + '.join(numbers)} > {room:.3f}"
    for part, caption in (("gemeinde", "caption_commune"), ("kreis", "caption_district")):
        column, words = f"{key}_{part}", options.texts.phrase(caption)
        there = f'"{column}" is not null'
        wide = text_width(words, styles.small, page.family) + 1.0
        label = Box(offset, y, wide + 1, 4, before, lower or f"if({long}, -0.8, 0)")
        page.label(f"{column}_wort", f"[% if({there}, '{words}', '') %]", label, styles.small)
        page.column_label(column, Box(offset + wide, y, 18, 4, label.x_from, label.y_from), styles.small_ink)
        gap = wide + 2.2
        before = f"if({there} and not ({long}), {gap:.3f} + {number_width(column, styles.small_ink, page.family)}, 0)"
        lower = f"if({long} and {there}, {LINE_BELOW}, 0)"


def legend_text(letters: list[tuple[str, str]], credit: str) -> str:
    """Return the letters in one line, ``K Kindertageseinrichtung   S Schule``, and the map's source in the next."""
    words = "   ".join(f"{letter}\u00a0{name}" for letter, name in letters)
    return "\n".join(part for part in (words, credit) if part)
