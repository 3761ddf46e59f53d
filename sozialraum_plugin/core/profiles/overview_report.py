"""The whole overview report: its chapters on pages, with the contents in front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .overview_areas import add_areas, add_ranking
from .overview_back import Attached, add_glossary, add_imprint, add_profile_list, add_sources
from .overview_briefs import add_briefs
from .overview_data import Overview
from .overview_flow import Entry, Flow, Item, Link
from .overview_front import add_method, contents, contents_links, contents_pages, cover
from .overview_maps import add_choropleths, add_index_map

MOST_ENTRIES = 74  # two pages of contents; beyond, parts of chapters are left out of it


@dataclass(frozen=True)
class Report:
    """The things on all pages, the lines of the contents (pages from 0), the number of pages, and the links."""

    items: tuple[Item, ...]
    entries: tuple[Entry, ...]
    pages: int
    links: tuple[Link, ...] = ()


def overview_report(overview: Overview, attached: Sequence[Attached] = ()) -> Report:
    """Return the report; the pages of `attached` follow its last page and are not counted."""
    in_front = 1
    while True:
        flow = _body(overview, 1 + in_front, attached)
        entries = _listed(flow.entries)
        needed = contents_pages(entries)
        if needed == in_front:
            break
        in_front = needed
    items = [*cover(overview), *contents(overview, entries, 1), *flow.items]
    return Report(tuple(items), tuple(flow.entries), flow.page + 1, tuple(contents_links(entries, 1)))


def _listed(entries: Sequence[Entry]) -> list[Entry]:
    """Return what stands in the contents."""
    return list(entries) if len(entries) <= MOST_ENTRIES else [entry for entry in entries if entry.depth == 1]


def _body(overview: Overview, first: int, attached: Sequence[Attached]) -> Flow:
    flow = Flow(first)
    add_method(flow, overview)
    add_areas(flow, overview)
    add_ranking(flow, overview)
    add_choropleths(flow, overview)
    add_index_map(flow, overview)
    add_briefs(flow, overview)
    add_glossary(flow, overview)
    add_sources(flow, overview)
    add_imprint(flow, overview)
    add_profile_list(flow, overview, attached)
    return flow
