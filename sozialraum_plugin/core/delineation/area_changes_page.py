"""The words and colours of the page that shows an old and a new division side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from os.path import commonprefix

import numpy as np
import pandas as pd

from ..fields import NOTE, POPULATION
from ..messages import tr
from ..numbers import HIDDEN_MARK, format_number
from .area_changes import (
    ADDRESSES_AFTER,
    ADDRESSES_BEFORE,
    CHANGE,
    POPULATION_AFTER,
    POPULATION_BEFORE,
    Change,
    change_text,
)
from .crosswalk import MOVED, NEW, NEW_NAME, NOWHERE, OLD, OLD_NAME

_FEWEST_SIGNS = 2  # of a shortened code


@dataclass(frozen=True)
class PageTexts:
    """Title, the heads of both maps, the sentence on what moves, and the foot."""

    title: str
    old: str
    new: str
    sentence: str
    foot: str


def short_codes(codes: Sequence[str]) -> dict[str, str]:
    """Return codes without what they all begin with: 0731200001 becomes 01; names are left alone."""
    if len(codes) < 2 or not all(code.isdigit() for code in codes):
        return {code: code for code in codes}
    longest = min(len(code) for code in codes) - _FEWEST_SIGNS
    cut = max(0, min(len(commonprefix(list(codes))), longest))
    return {code: code[cut:] for code in codes}


def colour_numbers(neighbours: np.ndarray, count: int, palette: int) -> list[int]:
    """Return a colour 0 to palette-1 for each of `count` areas so that neighbours (e, 2) differ, if that is possible.

    Areas with most neighbours choose first, and take the colour that is used least so far among those that are free.
    """
    beside: list[set[int]] = [set() for _ in range(count)]
    for one, other in neighbours.tolist():
        beside[one].add(other)
        beside[other].add(one)
    colours, used = [-1] * count, [0] * palette
    for area in sorted(range(count), key=lambda number: (-len(beside[number]), number)):
        taken = {colours[other] for other in beside[area]}
        free = [colour for colour in range(palette) if colour not in taken] or list(range(palette))
        colours[area] = min(free, key=lambda colour: (used[colour], colour))
        used[colours[area]] += 1
    return colours


def entities(old: Sequence[str], new: Sequence[str], continued_by: Mapping[str, str]) -> tuple[list[int], list[int]]:
    """Return a number for each old and each new area; areas that continue each other have the same."""
    own = {code: number for number, code in enumerate(old)}
    before = {later: earlier for earlier, later in continued_by.items()}
    further = [code for code in new if code not in before]
    added = {code: len(own) + number for number, code in enumerate(further)}
    return list(own.values()), [own[before[code]] if code in before else added[code] for code in new]


def summary_sentence(table: pd.DataFrame, compared: pd.DataFrame, counted: bool) -> str:
    """Return how many of all inhabitants (addresses, if nobody is `counted`) change their area, and what became of
    the areas; `table` is the crosswalk with `wechselt`."""
    both = table[(table[OLD.name] != NOWHERE) & (table[NEW.name] != NOWHERE)]
    total, moved = both[POPULATION.name].sum(), both.loc[both[MOVED.name], POPULATION.name].sum()
    sentence = tr("{moved} of {total} addresses ({share} %) change their area.")
    if counted:
        sentence = tr("{moved} of {total} inhabitants ({share} %) change their area.")
    share = format_number(100 * moved / total if total else 0.0, 1)
    counts = compared[CHANGE.name].value_counts()
    kinds = [f"{counts[kind]} {change_text(kind)}" for kind in Change.ALL if kind in counts.index]
    text = sentence.format(moved=format_number(moved), total=format_number(total), share=share)
    return f"{text} " + tr("Areas: {kinds}.").format(kinds=", ".join(kinds))


def table_rows(compared: pd.DataFrame, short: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return the cells of each area: old, new, change, inhabitants before, after and their difference, a gap, note."""
    rows = []
    for row in compared.to_dict("records"):
        before, after = row[POPULATION_BEFORE.name], row[POPULATION_AFTER.name]
        note = row[NOTE.name].partition("; ")[2] or row[NOTE.name]
        rows.append(
            (
                called(row[OLD.name], row[OLD_NAME.name], short),
                called(row[NEW.name], row[NEW_NAME.name], short),
                change_text(row[CHANGE.name]),
                _count(before, row[ADDRESSES_BEFORE.name]),
                _count(after, row[ADDRESSES_AFTER.name]),
                _difference(before, after, row[CHANGE.name]),
                "",
                "" if note == change_text(row[CHANGE.name]) else _shortened(note, short),
            )
        )
    return rows


def _count(people: float | None, addresses: int | None) -> str:
    """Return a number of inhabitants; a mark where they are hidden, nothing where there is no such area."""
    if people is None:
        return HIDDEN_MARK if addresses else ""
    return format_number(people)


def _shortened(note: str, short: Mapping[str, str]) -> str:
    """Return a sentence with the codes of areas as short as on the map."""
    longer = [code for code, brief in short.items() if brief != code]
    if not longer:
        return note
    pattern = "|".join(re.escape(code) for code in sorted(longer, key=len, reverse=True))
    return re.sub(rf"\b(?:{pattern})\b", lambda match: short[match[0]], note)


def table_head(counted: bool) -> tuple[str, ...]:
    """Return the head of the table."""
    what = (tr("inhabitants before"), tr("after")) if counted else (tr("addresses before"), tr("after"))
    return tr("before"), tr("after"), tr("change"), *what, tr("difference"), "", tr("what moves")


def called(code: str | None, name: str | None, short: Mapping[str, str], between: str = " ") -> str:
    """Return the short code and the name of an area; only one of them where it says as much."""
    if code is None:
        return "–"
    brief = short.get(code, code)
    if not name or name == code:
        return brief
    numbered = brief.isdigit() and name.split(" ")[-1].lstrip("0") == brief.lstrip("0")
    return name if numbered else f"{brief}{between}{name}"


def _difference(before: float | None, after: float | None, kind: str) -> str:
    """Return how many more there are; nothing for parts of an area, which are not to be as large as the whole."""
    if before is None or after is None or kind == Change.SPLIT:
        return ""
    return ("+" if after > before else "") + format_number(after - before)
