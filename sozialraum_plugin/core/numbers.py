"""Numbers and dates as German readers write them, and those of profiles in the profile's language."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - `date` is a method and a parameter here

HIDDEN_MARK = "·"
MISSING_MARK = "–"
PERCENT_SIGN = "%"
_NO_BREAK = "\u00a0"
_GERMAN_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True)
class NumberFormat:
    """How a language writes numbers and dates; without names of `months` a date is TT.MM.JJJJ.

    >>> GERMAN.number(4310.5, 1), ENGLISH.number(4310.5, 1), ENGLISH.number(None)
    ('4.310,5', '4,310.5', '–')
    """

    language: str
    decimal_mark: str
    thousands_mark: str
    percent_gap: str
    groups_counts: bool = False
    months: Sequence[str] = ()

    def number(self, value: float | int | None, decimals: int = 0) -> str:
        """Return a number with marks between thousands and before decimals; a missing value is an en dash."""
        if value is None or (isinstance(value, float) and math.isnan(value)):
            return MISSING_MARK
        text = f"{value:,.{decimals}f}"
        if float(text.replace(",", "")) == 0:
            text = text.lstrip("-")
        text = text.replace(",", "\0").replace(".", self.decimal_mark).replace("\0", self.thousands_mark)
        return text.replace("-", "−")

    def parsed(self, text: str) -> float:
        """Return the number that `number` printed. Raises ValueError for any other text."""
        return float(text.replace(self.thousands_mark, "").replace(self.decimal_mark, ".").replace("−", "-"))

    def count(self, value: int) -> str:
        """Return a count within a phrase (``Rank 3 of 1,200``); German phrases leave it ungrouped."""
        return self.number(value) if self.groups_counts else str(value)

    def with_unit(self, number: str, unit: str) -> str:
        """Return a printed number and its unit on one line: ``14,7 %``, in English ``14.7%``; no unit adds nothing."""
        return f"{number}{self.gap(unit)}{unit}" if unit else number

    def gap(self, unit: str) -> str:
        """Return what stands between a number and its unit: a no-break space, or nothing."""
        return self.percent_gap if unit == PERCENT_SIGN else _NO_BREAK

    def percent(self, value: float, decimals: int = 0) -> str:
        """Return a percentage with its sign."""
        return self.with_unit(self.number(value, decimals), PERCENT_SIGN)

    def date(self, text: str | None) -> str:
        """Return an ISO date as a sentence has it: 31.12.2025, in English 31 December 2025.

        English also turns a date that was written as TT.MM.JJJJ, which its readers would take for another day. Any
        other text, such as a school year, stays as it is; none is an en dash.
        """
        found = self._known_date(text)
        if found is None:
            return text or MISSING_MARK
        return f"{found.day} {self.months[found.month - 1]} {found.year}" if self.months else f"{found:%d.%m.%Y}"

    def short_date(self, text: str | None) -> str:
        """Return a date as tables and notes have it: in English with three letters of the month, 31 Dec 2025."""
        found = self._known_date(text)
        if found is None or not self.months:
            return self.date(text)
        return f"{found.day} {self.months[found.month - 1][:3]} {found.year}"

    def narrow_date(self, text: str | None) -> str:
        """Return a date in as little room as 31.12.2025 takes; English has 2025-12-31 there."""
        found = self._known_date(text)
        return self.date(text) if found is None or not self.months else found.isoformat()

    def day(self, text: str) -> str:
        """Return day and month of an ISO date: 31.12., in English 31 December; empty for any other text."""
        found = _iso_date(text)
        if found is None:
            return ""
        return f"{found.day} {self.months[found.month - 1]}" if self.months else f"{found:%d.%m.}"

    def _known_date(self, text: str | None) -> Date | None:
        return _iso_date(text) or (_german_date(text) if self.months else None)


GERMAN = NumberFormat("de", ",", ".", _NO_BREAK)
ENGLISH = NumberFormat("en", ".", ",", "", groups_counts=True, months=_MONTHS)
_FORMATS = {each.language: each for each in (GERMAN, ENGLISH)}


def number_format(language: str) -> NumberFormat:
    """Return how a language of the profiles (``de``, ``en``) writes numbers and dates."""
    return _FORMATS[language]


def format_number(value: float | int | None, decimals: int = 0) -> str:
    """Return `value` with decimal comma and dots between thousands; a missing value is an en dash.

    >>> format_number(4310), format_number(21.44, 1), format_number(None)
    ('4.310', '21,4', '–')
    """
    return GERMAN.number(value, decimals)


def format_date(iso: str | None) -> str:
    """Return an ISO date (``2025-12-31``) as ``31.12.2025``; a missing date is an en dash."""
    if not iso:
        return MISSING_MARK
    return Date.fromisoformat(iso).strftime("%d.%m.%Y")


def _iso_date(text: str | None) -> Date | None:
    try:
        return Date.fromisoformat(text or "")
    except ValueError:
        return None


def _german_date(text: str | None) -> Date | None:
    found = _GERMAN_DATE.fullmatch((text or "").strip())
    try:
        return Date(*map(int, reversed(found.groups()))) if found else None
    except ValueError:
        return None
