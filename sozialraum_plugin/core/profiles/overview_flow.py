"""The pages of the overview report: texts, tables, signs and maps flow down A4 pages, all in millimetres.

What is here has a place but is not drawn yet: `layouts/overview_pages.py` draws it. Every text is broken into lines
before, so that nothing can run over its neighbour or out of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Union

from .flow import LEFT, PAGE_BOTTOM, PAGE_TOP, RIGHT
from .text_measure import MILLIMETRES_PER_POINT, width, wrapped

WIDTH = RIGHT - LEFT
LINE = 1.45  # of the type size
CELL_GAP = 2.0  # millimetres between the columns of a table
CELL_PADDING = 1.4  # above and below a cell's text, together
STROKE = 0.1  # between the rows of a table
CHAPTER_GAP = 11.0
# Size in points and weight of the styles of `layouts/styles.py` that the report uses.
SIZES = {
    "title": (25.0, True), "long_title": (15.0, True), "heading": (11.0, True), "body": (9.0, False),
    "table": (8.0, False), "strong": (8.0, True), "table_head": (7.0, True), "small": (7.0, False),
    "small_ink": (7.0, False), "small_strong": (7.0, True), "subtitle": (9.5, False), "running_head": (8.0, True),
    "head_note": (8.0, False), "mark": (11.0, True), "page_number": (7.0, True), "footer": (6.2, False),
}  # fmt: skip


@dataclass(frozen=True)
class Words:
    """A text in lines; `align` is ``left`` or ``right``."""

    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    style: str
    align: str = "left"

    @property
    def height(self) -> float:
        """Return the height of the lines."""
        return len(self.lines) * line_height(self.style)


@dataclass(frozen=True)
class Sign:
    """A rectangle filled as `sign` says: the class of an area, a colour of a map, ``ink`` or ``rule``."""

    sign: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class MapBox:
    """A map; `picture` tells what it shows, `scale` whether a scale bar stands in it."""

    picture: str
    x: float
    y: float
    width: float
    height: float
    scale: bool = False


@dataclass(frozen=True)
class Column:
    """A column of a table: width, whether its numbers stand at the right, and the style of its cells."""

    width: float
    numeric: bool = False
    style: str = "table"


@dataclass(frozen=True)
class Grid:
    """The part of a table that stands on one page: a head and rows of lines, and the height of each."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]  # the head is the first
    heights: tuple[float, ...]
    x: float
    y: float

    @property
    def height(self) -> float:
        """Return the height with the lines between the rows."""
        return sum(self.heights) + STROKE * (len(self.heights) + 1)


Thing = Union[Words, Sign, MapBox, Grid]
Drawing = Callable[[int, float, float, float], Sequence[Thing]]  # row, x, y, height


@dataclass(frozen=True)
class Item:
    """A thing on a page, which counts from 0."""

    page: int
    thing: Thing


@dataclass(frozen=True)
class Entry:
    """A line of the contents: title, depth (1 chapter, 2 part of it) and page from 0."""

    title: str
    depth: int
    page: int


@dataclass(frozen=True)
class Link:
    """A rectangle on a page that leads to another page; pages count from 0."""

    page: int
    x: float
    y: float
    width: float
    height: float
    target: int


def line_height(style: str) -> float:
    """Return the height of a line in millimetres."""
    return SIZES[style][0] * MILLIMETRES_PER_POINT * LINE


def lines_of(text: str, room: float, style: str) -> tuple[str, ...]:
    """Return a text in lines of at most `room` millimetres; its own line ends stay."""
    size, bold = SIZES[style]
    return tuple(line for part in text.split("\n") for line in wrapped(part, room, size, bold))


def text_width(text: str, style: str) -> float:
    """Return the width of a line in millimetres, rather too wide than too narrow."""
    return width(text, *SIZES[style])


def shortened(text: str, room: float, style: str) -> str:
    """Return a text that fits into one line, with … where it was cut."""
    if text_width(text, style) <= room:
        return text
    while text and text_width(f"{text}…", style) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def words(text: str, x: float, y: float, room: float, style: str, align: str = "left") -> Words:
    """Return a text broken into lines."""
    return Words(lines_of(text, room, style), x, y, room, style, align)


@dataclass
class Flow:
    """Fills pages from the top; whatever does not fit goes on on the next one."""

    page: int = 0
    y: float = PAGE_TOP
    items: list[Item] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    @property
    def room(self) -> float:
        """Return how much of the page is left."""
        return PAGE_BOTTOM - self.y

    def new_page(self) -> None:
        """Begin the next page."""
        self.page += 1
        self.y = PAGE_TOP

    def need(self, height: float) -> None:
        """Begin the next page unless `height` fits on this one."""
        if height > self.room and self.y > PAGE_TOP:
            self.new_page()

    def put(self, height: float, things: Sequence[Thing]) -> None:
        """Add things, placed from the top of their block of this height; they stay together."""
        self.need(height)
        self.items += [Item(self.page, replace(thing, y=thing.y + self.y)) for thing in things]
        self.y += height

    def chapter(self, title: str, least: float) -> None:
        """Begin a chapter, on this page if `least` millimetres are left for it below its title."""
        heading = words(title, LEFT, 0, WIDTH, "long_title")
        gap = CHAPTER_GAP if self.y > PAGE_TOP else 0.0
        if gap + heading.height + least > self.room:
            self.need(self.room + 1)
            gap = 0.0
        self.y += gap
        self.entries.append(Entry(title, 1, self.page))
        self.put(heading.height + 2.5, [heading])

    def section(self, title: str, least: float, in_contents: bool = False) -> None:
        """Add a heading that keeps `least` millimetres of what follows on its page."""
        heading = words(title, LEFT, 0, WIDTH, "heading")
        self.need(heading.height + 1.5 + least)
        if in_contents:
            self.entries.append(Entry(title, 2, self.page))
        self.put(heading.height + 1.5, [heading])

    def text(self, text: str, style: str = "body", gap: float = 2.5) -> None:
        """Add a paragraph; one that is longer than the page goes on on the next, two lines at least on either."""
        lines, height = lines_of(text, WIDTH, style), line_height(style)
        if len(lines) * height <= PAGE_BOTTOM - PAGE_TOP:
            self.need(len(lines) * height)
        while lines:
            fit = max(2, int(self.room / height + 1e-6))
            part, lines = lines[:fit], lines[fit:]
            self.put(len(part) * height, [Words(part, LEFT, 0, WIDTH, style)])
        self.y += gap

    def table(
        self,
        name: str,
        columns: Sequence[Column],
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        drawn: Drawing | None = None,
        least: float = 0.0,
    ) -> None:
        """Add a table that goes on on further pages with its head; no row is parted.

        `drawn` returns what lies over a row, `least` is the least height of a row.
        """
        top, top_height = _cells(columns, head, ["table_head"] * len(columns))
        styles = [column.style for column in columns]
        laid = [_cells(columns, row, styles) for row in rows]
        start = 0
        while start < len(laid):
            heights = [max(least, min(height, PAGE_BOTTOM - PAGE_TOP - top_height - 1)) for _, height in laid[start:]]
            self.need(top_height + sum(heights[:2]) + 4 * STROKE)
            count = _fitting(heights, self.room - top_height - 2 * STROKE)
            grid_rows = (top, *(cells for cells, _ in laid[start : start + count]))
            grid = Grid(name, tuple(columns), grid_rows, (top_height, *heights[:count]), LEFT, 0.0)
            things: list[Thing] = [grid, Sign("ink", LEFT, top_height + STROKE, _wide(columns), 0.21)]
            y = top_height + 2 * STROKE
            for number, height in enumerate(heights[:count], start=start):
                things += drawn(number, LEFT, y, height) if drawn else []
                y += height + STROKE
            self.put(grid.height, things)
            start += count
            if start < len(laid):
                self.new_page()
        self.y += 3.0


def small_grid(
    name: str, columns: Sequence[Column], head: Sequence[str], rows: Sequence[Sequence[str]], x: float, least: float
) -> Grid:
    """Return a table that stands as a whole in a block, at its top."""
    laid = [_cells(columns, head, ["table_head"] * len(columns))]
    laid += [_cells(columns, row, [column.style for column in columns]) for row in rows]
    heights = [laid[0][1], *(max(least, height) for _, height in laid[1:])]
    return Grid(name, tuple(columns), tuple(cells for cells, _ in laid), tuple(heights), x, 0.0)


def _cells(
    columns: Sequence[Column], texts: Sequence[str], styles: Sequence[str]
) -> tuple[tuple[tuple[str, ...], ...], float]:
    """Return the lines of each cell of a row, and the row's height."""
    cells = tuple(lines_of(text, column.width - CELL_GAP, style) for text, column, style in zip(texts, columns, styles))
    most = max(map(len, cells))
    padded = tuple(lines + ("",) * (most - len(lines)) for lines in cells)  # so that all begin at the top of the row
    return padded, max(len(lines) * line_height(style) for lines, style in zip(cells, styles)) + CELL_PADDING


def _fitting(heights: Sequence[float], room: float) -> int:
    """Return how many rows fit, at least one."""
    used, count = 0.0, 0
    for height in heights:
        used += height + STROKE
        if used > room and count:
            break
        count += 1
    return count


def _wide(columns: Sequence[Column]) -> float:
    return sum(column.width for column in columns)
