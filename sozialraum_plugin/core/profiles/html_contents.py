"""What stands on a web page, put together from the profile: order, tables, and all values that are printed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from ..numbers import NumberFormat
from .html_values import share_text
from .model import Bar, Figure, Local, Profile, Pyramid, Standing
from .sections import BARS, FACILITIES, LOCAL_SECTIONS, ordered, web_blocks


def order_of(profile: Profile) -> dict[str, object]:
    """Return what stands in which order after the map, each local section apart, and what the map has of these."""
    local, named = profile.local or Local(), profile.named_sections
    apart = {section: Local(**{section: getattr(local, section)}) for section in LOCAL_SECTIONS}
    return {
        "blocks": web_blocks(named),
        "bars": ordered(BARS, named),
        "local_parts": {section: part for section, part in apart.items() if section != FACILITIES},
        "map_facilities": () if FACILITIES in named else local.facilities,
    }


def figures_of(profile: Profile) -> list[Figure]:
    """Return the key figures and all others."""
    return [*(tile.figure for tile in profile.tiles), *profile.rows]


def numbered_tables(profile: Profile) -> list[tuple[str, list[tuple[int, Standing]]]]:
    """Return all indicators by theme, each with the number of its picture."""
    numbers = count(1)
    return [(theme.name, [(next(numbers), row) for row in theme.rows]) for theme in profile.themes]


def printed_values(
    profile: Profile, figures: Iterable[Figure], courses: Iterable[tuple[str, list[str]]], numbers: NumberFormat
) -> str:
    """Return all values of a page in one text, to see which marks occur."""
    values = [text for figure in figures for text in (figure.value, figure.commune, figure.district)]
    values += [text for _, row in courses for text in row]
    values += [text for line in (profile.series.lines if profile.series else ()) for text in line.texts]
    values += [text for group in (profile.households, profile.origin) for bar in group.bars for text in _of(bar)]
    survey = profile.local.survey if profile.local else ()
    values += [answer.share_text for question in survey for answer in question.answers]
    return " ".join([*values, *_shares(profile.pyramid, numbers)])


def _of(bar: Bar) -> tuple[str, str]:
    return bar.text, bar.commune_text


def _shares(pyramid: Pyramid | None, numbers: NumberFormat) -> list[str]:
    if pyramid is None:
        return []
    every = (*pyramid.men, *pyramid.women, *pyramid.commune_men, *pyramid.commune_women)
    return [share_text(value, numbers) for value in every]
