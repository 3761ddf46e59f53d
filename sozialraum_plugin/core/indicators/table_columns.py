"""Which column of a table is the key, which the Stichtag, and which hold counts under which name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import InputError, MissingColumnError
from ..messages import tr
from .area_keys import looks_like_area_key
from .number_cells import is_code, looks_numeric
from .reference_dates import dates_in, is_full_date, parse_date
from .symbol_profiles import looks_like_symbol
from .table_layout import HEAD_JOINT, Layout

_KEY_HEADS = (
    "gebiet", "gebietsschlüssel", "gebietsschluessel", "gebietskennziffer", "gebietscode", "gebiet_id", "schlüssel",
    "schluessel", "kennziffer", "raumid", "plr_id", "bzr_id", "ags", "ars", "regionalschlüssel", "gemeindeschlüssel",
    "gkz", "code", "id", "nummer", "nr", "key",
)  # fmt: skip
_DATE_HEADS = {
    "berichtsmonat", "stichtag", "zeit", "datum", "jahr", "berichtsjahr", "monat", "wahltag", "year", "date",
}  # fmt: skip
_SAMPLE = 500


@dataclass(frozen=True)
class ValueColumn:
    """A column of counts: its position, its full head, and the variable (merkmal) it delivers."""

    position: int
    head: str
    variable: str


@dataclass(frozen=True)
class Columns:
    """The roles of the columns; `date` is None where no column carries the Stichtag."""

    key: int
    date: int | None
    values: list[ValueColumn]
    ignored: list[str]


def find_column(layout: Layout, wanted: str, parameter: str) -> int:
    """Return the position of a column by its head or its number from 1; raise MissingColumnError if there is none."""
    plain = _plain(wanted)
    for position, name in enumerate(layout.names):
        if _plain(name) == plain:
            return position
    if plain.isdigit() and 1 <= int(plain) <= len(layout.names):
        return int(plain) - 1
    raise MissingColumnError(wanted, parameter, layout.names)


def _plain(name: str) -> str:
    return " ".join(name.split()).lower()


def columns_of(
    layout: Layout, body: Sequence[Sequence[str]], key_field: str, date_field: str, value_fields: str, own_dates: bool
) -> Columns:
    """Return the roles of the columns; empty names find out by themselves.

    `body` holds the rows of the body, `own_dates` says that the user gave REFERENCE_DATE, so that no date column is
    looked for. Raises MissingColumnError and InputError.
    """
    sample = [row for row in body if sum(map(bool, row)) > 1][:_SAMPLE]
    date = find_column(layout, date_field, "DATE_FIELD") if date_field else None
    if date is None and not own_dates:
        date = _guess_date(layout, sample)
    key = find_column(layout, key_field, "KEY_FIELD") if key_field else _guess_key(layout, sample, date)
    used = {key} | ({date} if date is not None else set())
    if value_fields:
        values = _wanted_values(layout, value_fields)
    else:
        values = [
            ValueColumn(position, name, variable_of_head(name))
            for position, name in enumerate(layout.names)
            if position not in used and _holds_counts(sample, position)
        ]
    if not values:
        raise InputError(tr("No column holds numbers beside the key. Name the columns in VALUE_FIELDS."))
    used |= {value.position for value in values}
    return Columns(key, date, values, [name for position, name in enumerate(layout.names) if position not in used])


def variable_of_head(head: str) -> str:
    """Return the variable that a head names by default: the head without the parts that are a date."""
    parts = head.split(HEAD_JOINT)
    kept = [part for part in parts if not dates_in(part) or len(part) > 12]
    return HEAD_JOINT.join(kept) or head


def _guess_date(layout: Layout, sample: Sequence[Sequence[str]]) -> int | None:
    """Return a column of nothing but dates; months and years count only under a head that says so, or none."""
    named, dated = [], []
    for position, name in enumerate(layout.names):
        cells = [row[position] for row in sample if row[position]]
        dates = [cell for cell in cells if parse_date(cell)]
        if not cells or len(dates) < 0.9 * len(cells):
            continue
        if _plain(name).split(" ")[0] in _DATE_HEADS or not layout.labelled[position]:
            named.append(position)
        elif all(map(is_full_date, dates)):
            dated.append(position)
    return next(iter(named + dated), None)


def _guess_key(layout: Layout, sample: Sequence[Sequence[str]], date: int | None) -> int:
    """Return the column whose head names a key; else the first that looks like one; else the first one."""
    free = [position for position in range(len(layout.names)) if position != date]
    heads = {_plain(layout.names[position]): position for position in reversed(free)}
    for head in _KEY_HEADS:
        if head in heads:
            return heads[head]
    for position in free:
        cells = [row[position] for row in sample if row[position]]
        if cells and sum(map(looks_like_area_key, cells)) >= 0.8 * len(cells):
            return position
    return free[0]


def _holds_counts(sample: Sequence[Sequence[str]], position: int) -> bool:
    """Tell whether most cells of a column are numbers or symbols, and none is a code with a leading zero."""
    cells = [row[position] for row in sample if row[position]]
    if not cells or any(map(is_code, cells)):
        return False
    numbers = sum(map(looks_numeric, cells))
    symbols = sum(map(looks_like_symbol, cells))
    return numbers > 0 and (numbers + symbols) * 2 >= len(cells)


def _wanted_values(layout: Layout, value_fields: str) -> list[ValueColumn]:
    """Return the columns that ``Spaltenname=MERKMAL; ...`` names; a lower head applies to every group above it."""
    found = []
    for entry in filter(None, map(str.strip, value_fields.split(";"))):
        wanted, given, variable = entry.rpartition("=")
        for position in _positions_of(layout, wanted if given else entry):
            head = layout.names[position]
            found.append(ValueColumn(position, head, variable.strip() if given else variable_of_head(head)))
    return found


def _positions_of(layout: Layout, wanted: str) -> list[int]:
    plain = _plain(wanted)
    whole = [position for position, name in enumerate(layout.names) if _plain(name) == plain]
    lower = [position for position, name in enumerate(layout.names) if _plain(name.rpartition(HEAD_JOINT)[2]) == plain]
    found = whole or lower
    if not found:
        raise MissingColumnError(wanted, "VALUE_FIELDS", layout.names)
    return found
