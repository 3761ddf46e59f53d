"""Long lists on pages: every line of text has its slot, groups keep their heads, and what is long flows on.

A page has a fixed number of slots of one height. A group's head is repeated where it goes on on the next page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

FEWEST_BELOW_HEAD = 2  # entries that must follow a head on its page


@dataclass(frozen=True)
class Slot:
    """One line of a page: a head or the texts of its columns; `drawn` is what a chart shows here.

    `closes` tells that an entry ends here, so that a rule follows.
    """

    head: str = ""
    cells: tuple[str, ...] = ()
    drawn: Any = None
    closes: bool = False


@dataclass(frozen=True)
class Group:
    """A head and its entries, each of one or more slots that stay together."""

    head: str
    entries: Sequence[Sequence[Slot]]


def entry(lines: Sequence[tuple[str, ...]], drawn: object = None) -> list[Slot]:
    """Return the slots of an entry from the cells of its lines; what is drawn stands in the first."""
    last = len(lines) - 1
    return [
        Slot(cells=cells, drawn=None if number else drawn, closes=number == last) for number, cells in enumerate(lines)
    ]


def paginate(groups: Sequence[Group], room: int, continued: Callable[[str], str], gap: int = 0) -> list[list[Slot]]:
    """Return the pages, each of `room` slots; empty slots fill the last ones.

    `continued` words the head of a group that goes on, `gap` is the number of empty slots above a head.
    """
    pages: list[list[Slot]] = []
    for group in groups:
        if not group.entries:
            continue
        start = sum(map(len, group.entries[:FEWEST_BELOW_HEAD])) + 1
        before = gap if pages and pages[-1] else 0
        if not pages or len(pages[-1]) + before + min(start, room) > room:
            pages.append([])
            before = 0
        pages[-1] += [Slot()] * before + [Slot(head=group.head)]
        for slots in group.entries:
            _append(pages, list(slots), room, continued(group.head))
    return [page + [Slot()] * (room - len(page)) for page in pages]


def _append(pages: list[list[Slot]], slots: list[Slot], room: int, head: str) -> None:
    """Add an entry, on a new page if it does not fit, and over several if it is longer than a page."""
    if len(pages[-1]) + len(slots) > room and len(pages[-1]) > 1:
        pages.append([Slot(head=head)])
    while slots:
        free = room - len(pages[-1])
        pages[-1] += slots[:free]
        slots = slots[free:]
        if slots:
            pages.append([Slot(head=head)])
