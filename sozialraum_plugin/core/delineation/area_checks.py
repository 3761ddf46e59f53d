"""What can be wrong with areas: the kinds of findings, their sentences, their table and the summary of all checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from ..fields import ADDRESS_COUNT, AREA, LEVEL, NOTE, NOTE_KIND, POPULATION, ROW, UNIT_OF_MEASURE, Field, Kind
from ..messages import tr
from ..numbers import format_number

NUMBER = Field("nummer", Kind.INTEGER)  # the order in which one steps through the findings
OTHER_AREAS = Field("weitere_gebiete")  # codes of the other areas concerned
SIZE = Field("groesse", Kind.REAL)
COUNT = Field("anzahl", Kind.INTEGER)
FINDINGS = (NUMBER, LEVEL, NOTE_KIND, AREA, OTHER_AREAS, ROW, SIZE, UNIT_OF_MEASURE, ADDRESS_COUNT, POPULATION, NOTE)
SUMMARY = (LEVEL, NOTE_KIND, COUNT, SIZE, UNIT_OF_MEASURE, ADDRESS_COUNT, POPULATION, NOTE)

SQUARE_METRES = "m²"
INHABITANTS = "Einwohner"


class Check:
    """Values of `art`, in the order in which one should look at them."""

    NO_POLYGON = "ohne_flaeche"
    NO_CODE = "ohne_code"
    DOUBLE_CODE = "code_doppelt"
    INVALID = "ungueltig"
    GAP = "luecke"
    OVERLAP = "ueberlappung"
    OUTSIDE = "ausserhalb_grenze"
    SLIVER = "splitter"
    PART = "teil"
    NO_PARENT = "uebergeordnet_fehlt"
    WRONG_PARENT = "uebergeordnet_falsch"
    NOT_NESTED = "nicht_geschachtelt"
    UNIT_CUT = "einheit_geteilt"
    NO_POPULATION = "ohne_einwohner"
    TOO_SMALL = "zu_klein"
    TOO_LARGE = "zu_gross"
    BEHIND_BARRIER = "hinter_barriere"
    ADDRESS_UNASSIGNED = "adresse_ohne_gebiet"
    ADDRESS_TWICE = "adresse_mehrfach"
    ADDRESS_ON_BORDER = "adresse_auf_grenze"
    ADDRESS_NO_POINT = "adresse_ohne_punkt"


ORDER = tuple(value for name, value in vars(Check).items() if name.isupper())


@dataclass(frozen=True)
class Finding:
    """One thing to look at; `shape` is its geometry, which core only passes on. `row` counts from 0."""

    kind: str
    level: str
    note: str
    area: str = ""
    others: Sequence[str] = ()
    row: int | None = None
    size: float | None = None
    unit: str = ""
    shape: Any = None
    addresses: int | None = None
    inhabitants: float | None = None


@dataclass
class Ignored:
    """What lies below a tolerance and is not listed: how many pieces and how large they are together."""

    count: int = 0
    size: float = 0.0

    def add(self, size: float) -> None:
        """Book one piece."""
        self.count += 1
        self.size += size


@dataclass
class Results:
    """All findings, the checks (level, kind) that were made, those that could not be made and why, and what was left
    out as too small."""

    findings: list[Finding] = field(default_factory=list)
    made: list[tuple[str, str]] = field(default_factory=list)
    skipped: dict[tuple[str, str], str] = field(default_factory=dict)
    ignored: dict[tuple[str, str], Ignored] = field(default_factory=dict)

    def checked(self, level: str, *kinds: str) -> None:
        """Note that a level was looked at for these kinds."""
        self.made += [(level, kind) for kind in kinds if (level, kind) not in self.made]

    def skip(self, level: str, reason: str, *kinds: str) -> None:
        """Note that a level could not be looked at for these kinds."""
        self.skipped.update({(level, kind): reason for kind in kinds})

    def ignore(self, level: str, kind: str, size: float) -> None:
        """Note a piece below the tolerance."""
        self.ignored.setdefault((level, kind), Ignored()).add(size)

    def ordered(self) -> list[Finding]:
        """Return the findings by kind, the largest first."""
        place = {kind: number for number, kind in enumerate(ORDER)}
        return sorted(self.findings, key=lambda item: (place[item.kind], -(item.size or 0), item.level, item.area))


def findings_table(findings: Sequence[Finding]) -> pd.DataFrame:
    """Return the findings with the columns FINDINGS, numbered from 1."""
    rows = [
        (
            number, item.level, item.kind, item.area or None, ", ".join(item.others) or None,
            None if item.row is None else item.row + 1, item.size, item.unit or None, item.addresses, item.inhabitants,
            item.note,
        )
        for number, item in enumerate(findings, 1)
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=[column.name for column in FINDINGS], dtype=object)


def summary_table(results: Results) -> pd.DataFrame:
    """Return a row for each level and kind that was checked, found or not, with the columns SUMMARY."""
    table = findings_table(results.findings)
    found = {key: group for key, group in table.groupby([LEVEL.name, NOTE_KIND.name], dropna=False)}
    every = list(dict.fromkeys([*results.made, *found, *results.ignored, *results.skipped]))
    place = {kind: number for number, kind in enumerate(ORDER)}
    levels = list(dict.fromkeys(level for level, _ in every))
    every.sort(key=lambda key: (levels.index(key[0]), place[key[1]]))
    rows = [_summary_row(results, key, found.get(key)) for key in every]
    return pd.DataFrame(rows, columns=[column.name for column in SUMMARY], dtype=object)


def _summary_row(results: Results, key: tuple[str, str], group: pd.DataFrame | None) -> tuple[Any, ...]:
    level, kind = key
    note = kind_text(kind)
    if group is None and key in results.skipped:
        return level, kind, None, None, None, None, None, f"{note}: {results.skipped[key]}"
    ignored = results.ignored.get(key)
    if ignored is not None:
        note += ". " + tr("Not listed, because below the tolerance: {count} pieces, {size} m² in all.").format(
            count=format_number(ignored.count), size=format_number(ignored.size, 1)
        )
    if group is None:
        return level, kind, 0, None, None, None, None, note
    unit = group[UNIT_OF_MEASURE.name].iloc[0]
    size = _sum(group[SIZE.name]) if unit == SQUARE_METRES else None
    addresses, people = _sum(group[ADDRESS_COUNT.name]), _sum(group[POPULATION.name])
    return level, kind, len(group), size, None if size is None else unit, addresses, people, note


def _sum(column: pd.Series) -> float | None:
    known = column.dropna()
    return float(known.sum()) if len(known) else None


def kind_text(kind: str) -> str:
    """Return what a kind of finding means, in the user's language."""
    return {
        Check.NO_POLYGON: tr("Areas without a polygon"),
        Check.NO_CODE: tr("Areas without a code"),
        Check.DOUBLE_CODE: tr("Codes that occur more than once"),
        Check.INVALID: tr("Invalid polygons (mended for the other checks)"),
        Check.GAP: tr("Ground that no area covers"),
        Check.OVERLAP: tr("Ground that belongs to two areas"),
        Check.OUTSIDE: tr("Ground outside the boundary"),
        Check.SLIVER: tr("Narrow gaps, overlaps and parts"),
        Check.PART: tr("Separate parts of areas"),
        Check.NO_PARENT: tr("Areas without an area above"),
        Check.WRONG_PARENT: tr("Areas whose area above is not of a higher level"),
        Check.NOT_NESTED: tr("Ground outside the area above"),
        Check.UNIT_CUT: tr("Units that a border of areas cuts"),
        Check.NO_POPULATION: tr("Areas whose inhabitants are not known"),
        Check.TOO_SMALL: tr("Areas below the minimum of inhabitants"),
        Check.TOO_LARGE: tr("Areas above the maximum of inhabitants"),
        Check.BEHIND_BARRIER: tr("Bits of areas that a barrier cuts off"),
        Check.ADDRESS_UNASSIGNED: tr("Addresses in no area"),
        Check.ADDRESS_TWICE: tr("Addresses in several areas"),
        Check.ADDRESS_ON_BORDER: tr("Addresses exactly on a border"),
        Check.ADDRESS_NO_POINT: tr("Addresses without coordinates"),
    }[kind]


def square_metres(size: float) -> str:
    """Return an area in m² as text, with a decimal where it is small."""
    return format_number(size, 1 if size < 100 else 0)
