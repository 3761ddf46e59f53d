"""The long “flat files” of the statistical offices (GENESIS, regionalstatistik.de): which column has which role.

Two generations: German heads (``Zeit;1_Merkmal_Code;1_Auspraegung_Code;...;BEV029__Bevoelkerungsstand__Anzahl``) and
English ones (``time;1_variable_code;1_variable_attribute_code;...;value;value_unit;value_variable_label``).
Source: GENESIS-Online, “Datenquader” and “Flat file CSV” descriptions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .table_body import Body

_PART = re.compile(
    r"(\d+)_(?:(?P<what>merkmal|variable)|auspraegung|ausprägung|variable_attribute)_(?P<kind>code|label)"
)
_REGION = re.compile(
    r"(dg|dinsg|dland|d?land|land[a-z]*|regbe[a-z]*|kreis[a-z]*|gemein[a-z]*|geo[a-z0-9]*|stadt[a-z]*)"
)
_PART_OF_YEAR = {"monat", "quartg", "quart", "halbj", "hjahr", "month", "quarter"}
_VALUE_HEAD = re.compile(r"([^_]+)__(.+)__(.*)")


@dataclass(frozen=True)
class FlatFile:
    """Positions of the columns of a flat file; `values` with the variable that the head names ('' = none)."""

    key: int
    name: int | None
    date: int
    date_part: int | None
    variables: list[int]
    values: list[tuple[int, str]]


def flat_file(body: Body) -> FlatFile | None:
    """Return the roles if the heads are those of a flat file, else None."""
    heads = [name.strip().lower() for name in body.layout.names]
    date = next((place for place, head in enumerate(heads) if head in ("zeit", "time")), None)
    parts: dict[int, dict[str, int]] = {}
    for place, head in enumerate(heads):
        if match := _PART.fullmatch(head):
            role = ("of_" if match.group("what") else "") + match.group("kind")
            parts.setdefault(int(match.group(1)), {})[role] = place
    parts = {number: roles for number, roles in parts.items() if "code" in roles and "label" in roles}
    if date is None or not parts:
        return None
    region = _region(body, parts)
    part_of_year = next((roles["label"] for roles in parts.values() if _codes(body, roles) & _PART_OF_YEAR), None)
    variables = [roles["label"] for number, roles in sorted(parts.items()) if number != region]
    variables = [place for place in variables if place != part_of_year]
    values = _values(body, heads, variables)
    if not values:
        return None
    return FlatFile(parts[region]["code"], parts[region]["label"], date, part_of_year, variables, values)


def _codes(body: Body, roles: dict[str, int]) -> set[str]:
    """Return the codes of the attribute that a numbered group of columns is about, in small letters."""
    return {text.lower() for text in body.texts(roles["of_code"])} if "of_code" in roles else set()


def _region(body: Body, parts: dict[int, dict[str, int]]) -> int:
    for number, roles in sorted(parts.items()):
        codes = _codes(body, roles)
        if codes and all(map(_REGION.fullmatch, codes)):
            return number
    return min(parts)


def _values(body: Body, heads: Sequence[str], variables: list[int]) -> list[tuple[int, str]]:
    """Return the columns of values; in the younger generation the variable's label stands in a column of its own."""
    if "value" in heads:
        label = next((place for place, head in enumerate(heads) if head == "value_variable_label"), None)
        if label is not None:
            variables.insert(0, label)
        return [(heads.index("value"), "")]
    found = []
    for place, name in enumerate(body.layout.names):
        if match := _VALUE_HEAD.fullmatch(name.strip()):
            found.append((place, match.group(2).replace("_", " ").strip()))
    return found
