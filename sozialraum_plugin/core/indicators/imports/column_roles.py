"""The roles of all columns of a table, wide or long: as the user set them, else as heads and cells tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...errors import InputError, MissingColumnError
from ...messages import tr
from .coded import combined, distinct_count
from .column_names import names_breakdown, names_variable
from .flat_file import FlatFile, flat_file
from .import_rows import condition_of
from .number_cells import looks_numeric
from .table_body import Body
from .table_columns import (
    Columns,
    ValueColumn,
    find_column,
    follows_from,
    guess_date,
    guess_date_part,
    guess_key,
    guess_marker,
    guess_middle,
    guess_name,
    holds_counts,
    part_of_key,
    variable_of_head,
    wanted_values,
)

_MOST_GROUPS = 2000
_FEW_REPEATED = 0.01


@dataclass(frozen=True)
class Wishes:
    """What the user set about columns; empty texts find out. `own_dates`: REFERENCE_DATE was given."""

    key_field: str = ""
    date_field: str = ""
    value_fields: str = ""
    variable_field: str = ""
    own_dates: bool = False
    row_filter: str = ""


def columns_of(body: Body, wishes: Wishes) -> Columns:
    """Return the roles of the columns; raises MissingColumnError and InputError."""
    layout = body.layout
    flat = None if wishes.key_field or wishes.variable_field else flat_file(body)
    if flat is not None:
        return _of_flat_file(body, flat, wishes)
    date = find_column(layout, wishes.date_field, "DATE_FIELD") if wishes.date_field else None
    if date is None and not wishes.own_dates:
        date = guess_date(body)
    part = guess_date_part(body, date)
    taken = [place for place in (date, part) if place is not None]
    marker = guess_marker(body)
    variables = [find_column(layout, name, "VARIABLE_FIELD") for name in _names(wishes.variable_field)]
    key, middle = _key(body, wishes, [*taken, *variables])
    if middle is None:
        body.fill_down(key)
    taken += [key, *(middle or ()), *variables, *([marker] if marker is not None else [])]
    given, renamed = wanted_values(layout, wishes.value_fields)
    values = given or _guess_values(body, key, taken)
    name = None if middle else guess_name(body, key, [*taken, *(value.position for value in values)])
    if not wishes.variable_field:
        condition = condition_of(wishes.row_filter, layout)
        told = [place for place in (name, condition.column) if place is not None]
        variables = long_variables(body, key, [date, part], values, [*taken, *told], condition.met(body))
    values = [value for value in values if value.position not in variables]
    _check(layout.names, values, variables, renamed)
    used = {*taken, *variables, *([name] if name is not None else []), *(value.position for value in values)}
    ignored = [head for place, head in enumerate(layout.names) if place not in used]
    wanted = {text.lower(): variable for text, variable in renamed} or None
    return Columns(key, date, values, ignored, part, tuple(variables), name, middle, marker, wanted)


def _names(fields: str) -> list[str]:
    return [name.strip() for name in fields.split(";") if name.strip()]


def _key(body: Body, wishes: Wishes, taken: Sequence[int]) -> tuple[int, tuple[int, int] | None]:
    if wishes.key_field:
        return find_column(body.layout, wishes.key_field, "KEY_FIELD"), None
    middle = guess_middle(body)
    key = guess_key(body, [*taken, *(middle or ())])
    if middle and body.share(key, looks_numeric) > 0.5:
        return middle[0], middle
    return key, None


def _guess_values(body: Body, key: int, taken: Sequence[int]) -> list[ValueColumn]:
    return [
        ValueColumn(position, name, variable_of_head(name))
        for position, name in enumerate(body.layout.names)
        if position not in taken and holds_counts(body, position) and not part_of_key(body, position, key)
    ]


def _check(
    names: Sequence[str],
    values: Sequence[ValueColumn],
    variables: Sequence[int],
    renamed: Sequence[tuple[str, str]],
) -> None:
    if renamed and not variables:
        raise MissingColumnError(renamed[0][0], "VALUE_FIELDS", names)
    if not values:
        raise InputError(tr("No column holds numbers beside the key. Name the columns in VALUE_FIELDS."))


def _of_flat_file(body: Body, flat: FlatFile, wishes: Wishes) -> Columns:
    names = body.layout.names
    given, renamed = wanted_values(body.layout, wishes.value_fields)
    values = given or [ValueColumn(place, names[place], variable) for place, variable in flat.values]
    used = {flat.key, flat.name, flat.date, flat.date_part, *flat.variables, *(value.position for value in values)}
    ignored = [head for place, head in enumerate(names) if place not in used]
    wanted = {text.lower(): variable for text, variable in renamed} or None
    variables = tuple(flat.variables)
    return Columns(flat.key, flat.date, values, ignored, flat.date_part, variables, flat.name, None, None, wanted)


def long_variables(
    body: Body,
    key: int,
    dates: Sequence[int | None],
    values: Sequence[ValueColumn],
    taken: Sequence[int],
    met: np.ndarray,
) -> list[int]:
    """Return the columns that name the variable of each row; none if the table is wide.

    A table is long if one area has several rows at one Stichtag, and texts that do not follow from the area tell these
    rows apart; or if a head says Merkmal, Variable or Indikator and its texts do not follow from the area.
    """
    rows = np.flatnonzero(met & body.tabular & body.column(key).filled())
    if not len(rows):
        return []
    fixed = [body.column(place)[rows].identity() for place in (key, *dates) if place is not None]
    own = combined(fixed)
    if len(rows) - distinct_count(own) <= _FEW_REPEATED * len(rows) and len(rows) > 1 / _FEW_REPEATED:
        return []
    named = [place for place in _candidates(body, taken, values) if names_variable(body.layout.names[place])]
    named = [place for place in named if not follows_from(body.column(place)[rows], body.column(key)[rows])]
    if not named and distinct_count(own) >= len(rows):
        return []
    candidates = [*named, *(place for place in _candidates(body, taken, values) if place not in named)]
    chosen, seen = [], distinct_count(own)
    for place in candidates:
        if seen == len(rows):
            break
        groups = len(body.texts(place))
        most = _MOST_GROUPS if place in named else min(_MOST_GROUPS, max(2, len(rows) // 2))
        if not 1 < groups <= most:
            continue
        finer = combined([own, body.column(place)[rows].identity()])
        count = distinct_count(finer)
        if count > seen:
            chosen, own, seen = [*chosen, place], finer, count
    return sorted(chosen) if named or len(rows) - seen <= _FEW_REPEATED * len(rows) else []


def _candidates(body: Body, taken: Sequence[int], values: Sequence[ValueColumn]) -> list[int]:
    """Return the columns that may tell the rows of an area apart: texts, and numbers under a head such as Alter."""
    counted = {value.position for value in values}
    return [
        place
        for place, name in enumerate(body.layout.names)
        if place not in taken and (place not in counted or (names_breakdown(name) and len(counted) > 1))
    ]
