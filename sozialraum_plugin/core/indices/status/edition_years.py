"""The editions of a table with one row per area and year: which is now, which is the one before, which the base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...errors import InputError
from ...indicators.imports.reference_dates import parse_date, year_in
from ...messages import tr
from ..area_codes import code_text


@dataclass(frozen=True)
class EditionChoice:
    """The user's choice: the field of the years, and the years as written; empty ones are chosen for the user."""

    field: str
    year: str = ""
    before: str = ""
    base: str = ""


@dataclass(frozen=True)
class Editions:
    """`years` (n,) of the rows as text, None where there is none; the labels of the editions that were chosen.

    `before` and `base` are None where they are not needed.
    """

    years: list[str | None]
    year: str
    before: str | None
    base: str | None

    def rows(self, label: str) -> list[int]:
        """Return the positions of an edition's rows."""
        return [row for row, year in enumerate(self.years) if year == label]

    @property
    def used(self) -> set[str]:
        """Return the labels of all editions that take part."""
        return {label for label in (self.year, self.before, self.base) if label is not None}


def choose_editions(cells: Sequence[Any], choice: EditionChoice, needs_before: bool) -> Editions:
    """Find the chosen years among the cells of the year field: the latest, and the one before it, if not named.

    Raises InputError for a year that does not exist, is ambiguous, or is not before the other.
    """
    years = [code_text(cell) for cell in cells]
    found = sorted({year for year in years if year}, key=_place)
    if not found:
        raise InputError(tr("Field “{field}” holds no year.").format(field=choice.field))
    year = _find("YEAR", choice.year, found, choice.field) if choice.year.strip() else found[-1]
    base = _find("BASE_YEAR", choice.base, found, choice.field) if choice.base.strip() else None
    before = None
    if choice.before.strip():
        before = _find("YEAR_BEFORE", choice.before, found, choice.field)
    elif needs_before:
        before = _edition_before(year, found, choice.field)
    if before is not None:
        _refuse_swapped(year, before)
    return Editions(years, year, before, base)


def years_between(before: str, now: str) -> int | None:
    """Return how many years lie between two editions, if both labels name one year."""
    first, second = year_in(_iso(before)), year_in(_iso(now))
    return None if first is None or second is None else second - first


def _iso(label: str) -> str:
    return parse_date(label) or label


def _place(label: str) -> tuple[str, str]:
    return _iso(label), label


def _find(parameter: str, wanted: str, found: Sequence[str], field: str) -> str:
    wanted = wanted.strip()
    if wanted in found:
        return wanted
    day = parse_date(wanted)
    if day and len(wanted) == 4:  # a year finds its only date
        same = [label for label in found if _iso(label).startswith(wanted)]
    else:
        same = [label for label in found if day and parse_date(label) == day]
    if len(same) == 1:
        return same[0]
    if same:
        raise InputError(
            tr("{parameter}: {year} stands for several dates in field “{field}”: {dates}. Name one of them.").format(
                parameter=parameter, year=wanted, field=field, dates=", ".join(same)
            )
        )
    raise InputError(
        tr("{parameter}: {year} is not in field “{field}”. It has: {available}.").format(
            parameter=parameter, year=wanted, field=field, available=_listed(found)
        )
    )


def _edition_before(year: str, found: Sequence[str], field: str) -> str:
    earlier = found[: found.index(year)]
    if not earlier:
        raise InputError(
            tr(
                "Field “{field}” has no edition before {year}. It has: {available}. Add the rows of an earlier year, "
                "or give INPUT_BEFORE."
            ).format(field=field, year=year, available=_listed(found))
        )
    return earlier[-1]


def _refuse_swapped(year: str, before: str) -> None:
    if year == before:
        raise InputError(
            tr("YEAR and YEAR_BEFORE are both {year}: nothing changes within one edition.").format(year=year)
        )
    if parse_date(year) and parse_date(before) and _iso(before) > _iso(year):
        raise InputError(
            tr("YEAR_BEFORE ({before}) is later than YEAR ({year}): swap them.").format(before=before, year=year)
        )


def _listed(found: Sequence[str]) -> str:
    most = 12
    return ", ".join(found[:most]) + (" …" if len(found) > most else "")
