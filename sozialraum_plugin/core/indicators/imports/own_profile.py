"""A symbol profile of the user's own: a small JSON or CSV file that says what an office's signs mean."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from ...errors import InputError
from ...fields import Flag
from ...messages import tr
from .number_cells import COMMA, parse_number
from .symbol_profiles import SymbolProfile, profile_of
from .text_file import decode, delimiter_of

_FLAGS = {value for name, value in vars(Flag).items() if name.isupper()}
_HEADS = ("zeichen", "wert", "kennzeichen")
PARENTHESES = "( )"


def own_profile(data: bytes, name: str) -> SymbolProfile:
    """Return the profile of a file named `name`.

    JSON: ``{"symbols": {"*": {"value": null, "flag": "geheim"}}, "sentinels": {"-9": "geheim"}, "parentheses": ""}``
    as in resources/indicators/symbols.json. CSV: columns ``zeichen;wert;kennzeichen``, a row a sign; an empty ``wert``
    is no value, a sign that is a number is a sentinel, ``( )`` stands for numbers in parentheses.
    Raises InputError naming the sign that is not understood.
    """
    text, _ = decode(data)
    entry = _from_json(text, name) if text.lstrip().startswith("{") else _from_csv(text, name)
    flags = [meaning["flag"] for meaning in entry["symbols"].values()]
    flags += [*entry.get("sentinels", {}).values(), *entry.get("suffixes", {}).values(), entry.get("parentheses", "")]
    for flag in flags:
        if flag not in _FLAGS:
            raise InputError(
                tr("{file}: “{flag}” is no mark. There are: {flags}.").format(
                    file=name, flag=flag, flags=", ".join(sorted(_FLAGS - {""}))
                )
            )
    return profile_of(name, entry)


def _from_json(text: str, name: str) -> dict[str, Any]:
    try:
        entry = json.loads(text)
        symbols = entry.get("symbols", {})
        entry["symbols"] = {
            sign: {"value": _number(meaning.get("value"), sign, name), "flag": meaning.get("flag", "")}
            for sign, meaning in symbols.items()
        }
        entry["sentinels"] = {str(float(sign)): flag for sign, flag in entry.get("sentinels", {}).items()}
    except (ValueError, AttributeError, TypeError) as error:
        raise InputError(
            tr("{file} is no symbol profile: {reason}. See resources/indicators/symbols.json.").format(
                file=name, reason=error
            )
        ) from error
    return entry


def _number(value: object, sign: str, name: str) -> float | None:
    if value is None or value == "":
        return None
    number = float(value) if isinstance(value, (int, float)) else parse_number(str(value), COMMA)
    if number is None:
        raise InputError(
            tr("{file}: the value “{value}” of the sign “{sign}” is no number.").format(
                file=name, value=value, sign=sign
            )
        )
    return number


def _from_csv(text: str, name: str) -> dict[str, Any]:
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter_of(text)))
    heads = {(head or "").strip().lower() for head in (rows[0] if rows else {})}
    missing = [head for head in _HEADS if head not in heads]
    if missing:
        raise InputError(
            tr("{file} is no symbol profile: it lacks the column “{column}”. It needs {columns}.").format(
                file=name, column=missing[0], columns=", ".join(_HEADS)
            )
        )
    entry: dict[str, Any] = {"symbols": {}, "sentinels": {}, "parentheses": ""}
    for row in rows:
        _book(entry, {(head or "").strip().lower(): (cell or "").strip() for head, cell in row.items() if head}, name)
    return entry


def _book(entry: dict[str, Any], row: Mapping[str, str], name: str) -> None:
    """Add one row of a CSV profile to the entry."""
    sign, value, flag = (row.get(head, "") for head in _HEADS)
    if sign == PARENTHESES:
        entry["parentheses"] = flag
    elif sign:
        number = parse_number(sign, COMMA)
        if number is not None and number < 0 and not value:
            entry["sentinels"][str(number)] = flag
        else:
            entry["symbols"][sign.lower() if len(sign) == 1 else sign] = {
                "value": _number(value, sign, name),
                "flag": flag,
            }
