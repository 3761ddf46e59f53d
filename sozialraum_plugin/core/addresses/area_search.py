"""Areas found while typing, by their name or code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from .address_index import AddressIndex
from .address_search import box_of
from .street_names import normal_street

_SHORTEST = 2
_WORD_BREAK = re.compile(r"[\s\-/.,()]+(?=\w)")


@dataclass(frozen=True)
class Area:
    """An area: its level, code, name (may be empty) and (x min, y min, x max, y max), NaN where nothing is known."""

    level: str
    code: str
    name: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class AreaList:
    """Areas with the normal forms of their names: `wholes` of all of it, `words` from every later word on."""

    areas: tuple[Area, ...]
    wholes: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]


def list_areas(areas: Iterable[Area]) -> AreaList:
    """Return areas ready to be searched."""
    found = tuple(areas)
    words = [[area.name[place.end() :] for place in _WORD_BREAK.finditer(area.name)] for area in found]
    return AreaList(
        found,
        tuple(normal_street(area.name) for area in found),
        tuple(tuple(filter(None, map(normal_street, later))) for later in words),
    )


def areas_of_addresses(index: AddressIndex, level: str) -> list[Area]:
    """Return the areas of a level that addresses name, each around its addresses."""
    column = index.columns.get(level)
    if column is None:
        return []
    order = np.argsort(column.code, kind="stable")
    ends = np.searchsorted(column.code[order], np.arange(len(column.values) + 1))
    areas = []
    for at, value in enumerate(column.values.tolist()):
        if value:
            name = index.area_name(level, value)
            box = box_of(index.xy[order[ends[at] : ends[at + 1]]])
            areas.append(Area(level, value, "" if name == value else name, box))
    return sorted(areas, key=lambda area: area.code)


def search_areas(areas: AreaList, text: str, limit: int) -> list[tuple[Area, float]]:
    """Return the areas whose name, a later word of it or code begins with the text, with a score from 0 to 1.

    The level may stand before: ``Quartier Mitte``.

    >>> mitte = Area("quartier", "0101", "Stadtmitte/Nord", (0, 0, 1, 1))
    >>> [area.code for area, score in search_areas(list_areas([mitte]), "quartier nord", 5)]
    ['0101']
    """
    first, _, rest = " ".join(text.split()).partition(" ")
    of_level = {area.level for area in areas.areas} & {first.lower()}
    scores: dict[int, float] = {}
    for words, level in [(text, "")] + [(rest, level) for level in of_level]:
        for place, score in _scores(areas, words, level):
            scores[place] = max(score, scores.get(place, 0.0))
    best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return [(areas.areas[place], score) for place, score in best]


def _scores(areas: AreaList, text: str, level: str) -> Sequence[tuple[int, float]]:
    typed, code = normal_street(text), "".join(text.split()).lower()
    unfinished = normal_street(text.strip() + "x")[:-1]
    if len(code) < _SHORTEST:
        return []
    found = []
    for place, area in enumerate(areas.areas):
        if level in ("", area.level):
            score = max(_code_score(area.code.lower(), code), _name_score(areas, place, (typed, unfinished)))
            if score:
                found.append((place, score))
    return found


def _code_score(code: str, typed: str) -> float:
    return 1.0 if code == typed else 0.9 * code.startswith(typed)


def _name_score(areas: AreaList, place: int, typed: tuple[str, ...]) -> float:
    whole, words = areas.wholes[place], areas.words[place]
    beginnings = tuple(form for form in typed if form)
    if not beginnings or not whole:
        return 0.0
    if whole in beginnings:
        return 1.0
    if whole.startswith(beginnings):
        return 0.92
    return 0.82 * any(word.startswith(beginnings) for word in words)
