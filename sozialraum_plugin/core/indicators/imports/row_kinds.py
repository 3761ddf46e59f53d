"""What each row under the head is: counts of an area, a sum, a footnote, cases without an address ..."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from ...messages import tr
from ..keys.area_keys import looks_like_area_key
from .grid import filled

_TOTAL = re.compile(
    r"(insgesamt|gesamt|gesamtsumme|gesamtergebnis|gesamtstadt|summe|total|zusammen|stadt gesamt|kreis gesamt)\b.*",
    re.IGNORECASE,
)
_UNPLACED = re.compile(
    r"(keine angabe|keine angaben|ohne angabe|k\. ?a\.|nicht zuzuordnen|nicht zuordenbar|unbekannt)\b.*", re.IGNORECASE
)


class RowKind(Enum):
    """The kinds of rows under a head."""

    COUNTS = "counts"
    EMPTY = "empty"
    NOTE = "note"
    REPEATED_HEAD = "repeated_head"
    FILTERED = "filtered"
    TOTAL = "total"
    UNPLACED = "unplaced"
    WITHOUT_KEY = "without_key"
    WITHOUT_DATE = "without_date"
    WRONG_WIDTH = "wrong_width"
    SHIFTED = "shifted"


def is_total(text: str) -> bool:
    """Tell whether a text names a sum."""
    return bool(_TOTAL.fullmatch(text))


def is_unplaced(text: str) -> bool:
    """Tell whether a text names cases without an area."""
    return bool(_UNPLACED.fullmatch(text))


def outcome(kind: RowKind) -> str:
    """Return the outcome of a kind of row for the balance."""
    return {
        RowKind.COUNTS: tr("rows with the counts of an area"),
        RowKind.EMPTY: tr("empty rows"),
        RowKind.NOTE: tr("headings and footnotes between the rows"),
        RowKind.REPEATED_HEAD: tr("repeated heads"),
        RowKind.FILTERED: tr("rows that FILTER leaves out"),
        RowKind.TOTAL: tr("totals without a key, left out"),
        RowKind.UNPLACED: tr("rows of cases without an area (“keine Angabe”), left out"),
        RowKind.WITHOUT_KEY: tr("rows without a key, left out (see the list)"),
        RowKind.WITHOUT_DATE: tr("rows without a valid Stichtag, left out (see the list)"),
        RowKind.WRONG_WIDTH: tr("rows with more or fewer cells than the others, left out (see the list)"),
        RowKind.SHIFTED: tr("rows whose cells seem to be shifted, left out (see the list)"),
    }[kind]


def kind_of(row: Sequence[str], key: int, value_positions: Sequence[int], heads: Sequence[Sequence[str]]) -> RowKind:
    """Return the kind of a row, as far as the row itself tells (not its date, not the filter)."""
    cells = filled(list(row))
    if not cells:
        return RowKind.EMPTY
    if any(list(row) == list(head) for head in heads):
        return RowKind.REPEATED_HEAD
    texts = [row[key]] if row[key] else [row[cell] for cell in cells if cell not in value_positions]
    if any(map(_TOTAL.fullmatch, texts)):
        return RowKind.TOTAL
    if any(map(_UNPLACED.fullmatch, texts)):
        return RowKind.UNPLACED
    if len(cells) == 1 and not (cells[0] == key and looks_like_area_key(row[key])):
        return RowKind.NOTE
    return RowKind.COUNTS if row[key] else RowKind.WITHOUT_KEY
