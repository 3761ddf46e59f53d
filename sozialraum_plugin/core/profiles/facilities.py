"""Letters, colours and names of kinds of facilities.

Source: `resources/profiles/facilities.csv` (groups that have a letter on the map) and `facility_names.csv` (other kinds
as OpenStreetMap's keys amenity, leisure, landuse, shop, social_facility, healthcare, public_transport and tourism, and
offices, call them).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..paths import resource

NAME_SEPARATOR = "; "  # names such as “Musterstadt, Hauptstraße” have commas of their own
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True)
class FacilityKind:
    """A group of facilities: the letter in its dot, the theme's colour name, its German and English name.

    `kinds` are all spellings of `art` that belong to it, as `normal_kind` writes them.
    """

    letter: str
    colour: str
    names: dict[str, str]
    kinds: frozenset[str]


@lru_cache(maxsize=1)
def facility_kinds() -> tuple[FacilityKind, ...]:
    """Return all groups in the order of the legend."""
    return tuple(
        FacilityKind(row["zeichen"], row["farbe"], _names(row), _spellings(row)) for row in _rows("facilities.csv")
    )


def kinds_present(values: Iterable[object]) -> list[FacilityKind]:
    """Return the groups that occur among the values of `art`."""
    found = {normal_kind(value) for value in values}
    return [group for group in facility_kinds() if group.kinds & found]


def normal_kind(value: object) -> str:
    """Return a value of `art` as the list of kinds writes it: lower case, no blanks."""
    return "" if value is None else str(value).strip().lower().replace(" ", "_")


def known_name(kind: str, language: str) -> str:
    """Return what a kind without a letter is called in a language of the profiles; empty for an unknown one."""
    names = _kind_names().get(normal_kind(kind))
    return names[language] if names else ""


def readable(kind: str) -> str:
    """Return an unknown kind as it can be read: ``escape_game`` becomes ``Escape game``."""
    words = " ".join(kind.replace("_", " ").split())
    return words[:1].upper() + words[1:]


def listed(names: Sequence[str]) -> str:
    """Return the names of facilities in one text."""
    return NAME_SEPARATOR.join(names)


@lru_cache(maxsize=1)
def _kind_names() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in _rows("facility_names.csv"):
        for kind in _spellings(row):
            found.setdefault(kind, _names(row))
    return found


def _rows(file_name: str) -> list[dict[str, str]]:
    with resource("profiles", file_name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _names(row: dict[str, str]) -> dict[str, str]:
    return {"de": row["bezeichnung_de"], "en": row["bezeichnung_en"]}


def _spellings(row: dict[str, str]) -> frozenset[str]:
    """Return the kinds of a row and its own names, those with umlauts also as offices' programs write them."""
    kinds = {*row["arten"].split(), *map(normal_kind, _names(row).values())}
    return frozenset(kinds | {kind.translate(_SPELT_OUT) for kind in kinds})
