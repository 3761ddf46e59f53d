"""Which column of a table is the key, which the Stichtag, and which hold counts under which name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...errors import InputError, MissingColumnError
from ...messages import tr
from ..keys.area_keys import looks_like_area_key
from .coded import Coded, combined, distinct_count
from .column_names import (
    DATE_HEADS,
    KEY_HEADS,
    MARKER_HEAD,
    PART_HEADS,
    names_area,
    names_identifier,
    names_key,
    names_row,
    plain,
)
from .number_cells import is_code, looks_numeric
from .reference_dates import dates_in, is_date_word, parse_date, part_of_year
from .symbol_profiles import looks_like_symbol
from .table_body import Body
from .table_layout import HEAD_JOINT, Layout

_CODE_SHARE = 0.02  # more cells with a leading zero than this make a column one of codes
_MOST = 0.8
_NEARLY_ALL = 0.9


@dataclass(frozen=True)
class ValueColumn:
    """A column of counts: its position, its full head, and the variable (merkmal) it delivers."""

    position: int
    head: str
    variable: str


@dataclass(frozen=True)
class Columns:
    """The roles of the columns; `date` is None where no column carries the Stichtag.

    `date_part` holds the quarter or month to the year of `date`; `variables` name the variable of a row in a long
    table; `name` is the area's name; `middle` are x and y of a grid cell that has no id; `marker` holds signs for a
    whole row; `renamed` maps variables of a long table to those that the user wants, and no other is read.
    """

    key: int
    date: int | None
    values: list[ValueColumn]
    ignored: list[str]
    date_part: int | None = None
    variables: tuple[int, ...] = ()
    name: int | None = None
    middle: tuple[int, int] | None = None
    marker: int | None = None
    renamed: dict[str, str] | None = None


def find_column(layout: Layout, wanted: str, parameter: str) -> int:
    """Return the position of a column by its head or its number from 1; raise MissingColumnError if there is none."""
    searched = plain(wanted)
    for position, name in enumerate(layout.names):
        if plain(name) == searched:
            return position
    if searched.isdigit() and 1 <= int(searched) <= len(layout.names):
        return int(searched) - 1
    raise MissingColumnError(wanted, parameter, layout.names)


def variable_of_head(head: str) -> str:
    """Return the variable that a head names by default: the head without the parts that are a date."""
    kept = [part for part in head.split(HEAD_JOINT) if not is_date_part(part)]
    return HEAD_JOINT.join(kept) or head


def is_date_part(part: str) -> bool:
    """Tell whether one row of a head is nothing but a date."""
    return bool(parse_date(part)) or bool(dates_in(part) and len(part) <= 12)


def guess_date(body: Body) -> int | None:
    """Return a column of nothing but dates; months and years count only under a head that says so, or none."""
    named, dated = [], []
    for position, name in enumerate(body.layout.names):
        if body.share(position, lambda cell: parse_date(cell) is not None) < _NEARLY_ALL:
            continue
        if plain(name).split(" ")[0] in DATE_HEADS or not body.layout.labelled[position]:
            named.append(position)
        elif body.share(position, is_date_word) >= _NEARLY_ALL:
            dated.append(position)
    return next(iter(named + dated), None)


def guess_date_part(body: Body, date: int | None) -> int | None:
    """Return the column of quarters, half-years or months that completes a column of years."""
    if date is None or body.share(date, lambda cell: len(cell) == 4) < _NEARLY_ALL:
        return None
    for position, name in enumerate(body.layout.names):
        if position == date:
            continue
        words = body.share(position, lambda cell: part_of_year(cell) is not None)
        if words >= _NEARLY_ALL:
            return position
        if plain(name) in PART_HEADS and body.share(position, str.isdigit) >= _NEARLY_ALL:
            return position
    return None


def guess_key(body: Body, taken: Sequence[int]) -> int:
    """Return the column whose head names a key; else the first that looks like one; else the first of names."""
    free = [
        position
        for position in range(body.width)
        if position not in taken and not names_row(body.layout.names[position]) and len(body.texts(position))
    ]
    if not free:
        raise InputError(tr("The table has no column for the area. Give KEY_FIELD."))
    headed = _headed_keys(body, free)
    if headed:
        bare = _codes_without_head(body, free) if body.share(headed[0], _is_word) >= _MOST else []
        return next(iter(bare), headed[0])
    texts = [
        position for position in free if body.share(position, looks_numeric) < 0.5 and len(body.texts(position)) > 0
    ]
    first_text = texts[0] if texts else free[-1] + 1
    for position in free:
        if body.share(position, looks_like_area_key) >= _MOST and _is_key(body, position, position <= first_text):
            return position
    return texts[0] if texts else free[0]


def _codes_without_head(body: Body, free: Sequence[int]) -> list[int]:
    """Return the columns of codes that the head does not name: the names beside them are then no keys."""
    return [
        position
        for position in free
        if not body.layout.labelled[position] and body.share(position, is_code) > _CODE_SHARE
    ]


def _is_key(body: Body, position: int, first: bool) -> bool:
    """Tell whether short cells are codes and no counts: letters, leading zeros, or the place before any name."""
    if body.share(position, looks_numeric) < 0.5:
        return body.share(position, lambda cell: cell.isalpha()) < _MOST or first
    return first


def _headed_keys(body: Body, free: Sequence[int]) -> list[int]:
    """Return the columns whose head names a key, best first: more areas told apart, then the better known head."""
    found = []
    for position in free:
        head = plain(body.layout.names[position].rpartition(HEAD_JOINT)[2])
        if head in KEY_HEADS:
            rank = KEY_HEADS.index(head)
        elif names_key(head):
            rank = len(KEY_HEADS)
        else:
            continue
        texts = body.texts(position)
        if len(texts):
            found.append((_is_running(texts), head in ("id", "nr", "nr.", "nummer"), -len(texts), rank, position))
    specific = [entry for entry in found if not entry[1]]
    return [entry[-1] for entry in sorted(specific or found)]


def _is_running(texts: np.ndarray) -> bool:
    """Tell whether the texts are the numbers of the rows."""
    return len(texts) > 20 and list(texts) == [str(number) for number in range(1, len(texts) + 1)]


def holds_counts(body: Body, position: int) -> bool:
    """Tell whether most cells of a column are numbers or symbols, and they are no codes with a leading zero."""
    if body.share(position, is_code) > _CODE_SHARE or names_identifier(body.layout.names[position]):
        return False
    numbers = body.share(position, looks_numeric)
    symbols = body.share(position, looks_like_symbol)
    return numbers > 0 and numbers + symbols >= 0.5


def part_of_key(body: Body, position: int, key: int) -> bool:
    """Tell whether a column repeats a part of the key in every row: the district of a planning area, say."""
    column, keys = body.column(position), body.column(key)
    rows = np.flatnonzero(body.tabular & column.filled() & keys.filled())
    if len(rows) < 5 or len(set(map(len, body.texts(position)))) != 1:
        return False
    pairs = np.unique(combined([column.identity()[rows], keys.identity()[rows]]), return_index=True)[1]
    sample = [(column.texts[column.codes[row]], keys.texts[keys.codes[row]]) for row in rows[pairs]]
    starts = {start for start in range(len(sample[0][1])) if sample[0][1].startswith(sample[0][0], start)}
    for part, whole in sample:
        starts = {start for start in starts if whole.startswith(part, start)}
        if not starts:
            return False
    return len({part for part, _ in sample}) > 1


def guess_middle(body: Body) -> tuple[int, int] | None:
    """Return the columns x and y of a table of grid cells without ids (metres, whole numbers of at least 6 digits)."""
    heads = [plain(name) for name in body.layout.names]
    for x_head, y_head in (
        ("x", "y"),
        ("x_mp_100m", "y_mp_100m"),
        ("x_mp_1km", "y_mp_1km"),
        ("x_mp_10km", "y_mp_10km"),
    ):
        if x_head in heads and y_head in heads:
            places = heads.index(x_head), heads.index(y_head)
            if all(body.share(place, lambda cell: cell.isdigit() and len(cell) >= 6) == 1 for place in places):
                return places
    return None


def guess_name(body: Body, key: int, taken: Sequence[int]) -> int | None:
    """Return the column of the areas' names: of texts, one for each key."""
    candidates = []
    for position in range(body.width):
        if position == key or position in taken or body.share(position, _is_word) < _MOST:
            continue
        texts = body.texts(position)
        named = names_area(body.layout.names[position])
        if not named and len(texts) < _NEARLY_ALL * len(body.texts(key)):
            continue
        if len(texts) and follows_from(body.column(position)[body.tabular], body.column(key)[body.tabular]):
            candidates.append((not named, -len(texts), position))
    return min(candidates)[-1] if candidates else None


def _is_word(cell: str) -> bool:
    return sum(map(str.isalpha, cell)) >= 2 and not looks_numeric(cell)


def follows_from(column: Coded, other: Coded) -> bool:
    """Tell whether each text of `other` goes with one text of `column` only."""
    pairs = combined([other.identity(), column.identity()])
    return distinct_count(pairs) == distinct_count(other.identity())


def guess_marker(body: Body) -> int | None:
    """Return the column of signs that hold for a whole row (Zensus 2022: KLAMMERN)."""
    return next((place for place, name in enumerate(body.layout.names) if MARKER_HEAD.search(name)), None)


def wanted_values(layout: Layout, value_fields: str) -> tuple[list[ValueColumn], list[tuple[str, str]]]:
    """Return the columns that ``Spaltenname=MERKMAL; ...`` names, and the entries that are no heads.

    A lower head applies to every group above it.
    """
    found, others = [], []
    for entry in filter(None, map(str.strip, value_fields.split(";"))):
        wanted, given, variable = entry.rpartition("=")
        positions = positions_of(layout, wanted if given else entry)
        if not positions:
            others.append((wanted.strip() if given else entry, variable.strip() if given else entry))
        for position in positions:
            head = layout.names[position]
            found.append(ValueColumn(position, head, variable.strip() if given else variable_of_head(head)))
    return found, others


def positions_of(layout: Layout, wanted: str) -> list[int]:
    """Return the columns of a whole head, else of the last row of the head; empty if there are none."""
    searched = plain(wanted)
    whole = [position for position, name in enumerate(layout.names) if plain(name) == searched]
    lower = [
        position for position, name in enumerate(layout.names) if plain(name.rpartition(HEAD_JOINT)[2]) == searched
    ]
    return whole or lower
