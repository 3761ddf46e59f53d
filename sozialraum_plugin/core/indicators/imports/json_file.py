"""Tables in JSON: lists of records, also nested ones; GeoJSON without its geometries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ...errors import InputError
from ...messages import tr
from .grid import Grid, Number
from .sheet_cells import Sheet
from .table_layout import HEAD_JOINT

_DEEPEST = 6


def read_json(text: str, name: str) -> list[Sheet]:
    """Return one sheet a list of records, named by its place in the file.

    A record inside a record becomes columns with joined heads (``age_groups | age_0_to_under_7``); null is an empty
    cell. Raises InputError if the text is no JSON or holds no list of records.
    """
    try:
        content = json.loads(text, parse_float=_fraction)
    except (ValueError, RecursionError) as error:
        raise InputError(
            tr("{file} is no valid JSON: {reason}. Ask for a new export.").format(file=name, reason=error)
        ) from error
    sheets = [Sheet(place or name.rpartition(".")[0], _grid(records)) for place, records in _lists(content, "", 0)]
    if not sheets:
        raise InputError(tr("{file} holds no list of records to read as a table.").format(file=name))
    return sheets


def _fraction(text: str) -> Number | str:
    value = float(text)
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else Number(text)


def _lists(content: Any, place: str, depth: int) -> Iterator[tuple[str, list[dict]]]:
    """Yield place and records of every list of records that is not part of a record."""
    if depth > _DEEPEST:
        return
    if isinstance(content, list):
        records = [entry for entry in content if isinstance(entry, dict)]
        if records and len(records) == len(content):
            yield place, [_properties(record) for record in records]
        elif content and all(isinstance(entry, list) for entry in content):
            yield place, [dict(zip(map(str, content[0]), entry)) for entry in content[1:]]
    elif isinstance(content, dict):
        inner = list(content.values())
        if inner and all(isinstance(entry, dict) for entry in inner) and len(inner) > 1:
            yield place, [{"key": key, **entry} for key, entry in content.items()]
            return
        for key, entry in content.items():
            yield from _lists(entry, HEAD_JOINT.join(filter(None, (place, str(key)))), depth + 1)


def _properties(record: dict) -> dict:
    properties = record.get("properties")
    return properties if record.get("type") == "Feature" and isinstance(properties, dict) else record


def _grid(records: list[dict]) -> Grid:
    rows = [dict(_cells(record, "")) for record in records]
    heads = list(dict.fromkeys(head for row in rows for head in row))
    cells = [heads, *([row.get(head, "") for head in heads] for row in rows)]
    return Grid(cells, list(range(1, len(cells) + 1)))


def _cells(record: dict, above: str) -> Iterator[tuple[str, str]]:
    for key, value in record.items():
        head = HEAD_JOINT.join(filter(None, (above, str(key))))
        if isinstance(value, dict):
            yield from _cells(value, head)
        elif isinstance(value, bool):
            yield head, str(int(value))
        elif not isinstance(value, list):
            yield head, "" if value is None else value if isinstance(value, str) else str(value)
