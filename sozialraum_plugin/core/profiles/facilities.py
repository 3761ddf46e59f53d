"""Which letter and colour a kind of facility has on the map, from `resources/profiles/facilities.csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass

from ..paths import resource


@dataclass(frozen=True)
class FacilityKind:
    """A group of facilities: the letter in its dot, the theme's colour name, its German and English name."""

    letter: str
    colour: str
    names: dict[str, str]
    kinds: frozenset[str]


def facility_kinds() -> list[FacilityKind]:
    """Return all groups in the order of the legend."""
    with resource("profiles", "facilities.csv").open(encoding="utf-8", newline="") as file:
        return [
            FacilityKind(
                letter=row["zeichen"],
                colour=row["farbe"],
                names={"de": row["bezeichnung_de"], "en": row["bezeichnung_en"]},
                kinds=frozenset(row["arten"].split()),
            )
            for row in csv.DictReader(file, delimiter=";")
        ]


def kinds_present(values: Iterable[object]) -> list[FacilityKind]:
    """Return the groups that occur among the values of `art`."""
    found = {normal_kind(value) for value in values}
    return [group for group in facility_kinds() if group.kinds & found]


def normal_kind(value: object) -> str:
    """Return a value of `art` as the list of kinds writes it: lower case, no blanks."""
    return "" if value is None else str(value).strip().lower().replace(" ", "_")
