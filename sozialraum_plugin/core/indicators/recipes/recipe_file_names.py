"""Names of files that come every year: which part is the year or date, and whether a name fits a recipe."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...errors import InputError
from ...messages import tr
from ...numbers import format_date
from ..imports.reference_dates import YEAR_MARK, parse_date
from .recipe import DateKind, DateSource

ANY = "*"
DATE_MARK = "{datum}"
MONTH_MARK = "{monat}"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12]\d|3[01])"
_QUARTER = r"[qQ](?P<quarter>[1-4])"
_READINGS = [
    re.compile(rf"(?<!\d)(?:{body})(?!\d)")
    for body in (
        rf"{_YEAR}[-_.]?{_MONTH}[-_.]?{_DAY}",
        rf"{_DAY}[-_.]{_MONTH}[-_.]{_YEAR}",
        rf"{_YEAR}[-_. ]?{_QUARTER}",
        rf"{_QUARTER}[-_. ]?{_YEAR}",
        rf"{_YEAR}[-_.]?{_MONTH}",
        rf"{_MONTH}[-_.]{_YEAR}",
        _YEAR,
    )
]
_OFFSETS = (0, -1, 1)


@dataclass(frozen=True)
class Reading:
    """A part of a name that can be read as a date, a quarter, a month or a year."""

    start: int
    end: int
    year: int
    month: int | None
    day: int | None

    @property
    def last_day(self) -> str | None:
        """The day, or the last one of the month; None where only the year is known or there is no such day."""
        if self.month is None:
            return None
        last = calendar.monthrange(self.year, self.month)[1]
        try:
            return date(self.year, self.month, self.day or last).isoformat()
        except ValueError:
            return None


def readings(name: str) -> list[Reading]:
    """Return all parts of a name that can be read as a time, full dates first, years last; they may overlap."""
    return [reading for pattern in _READINGS for reading in _readings(pattern, name) if reading.day is None or
            reading.last_day]  # fmt: skip


def _readings(pattern: re.Pattern[str], name: str) -> Iterator[Reading]:
    for match in pattern.finditer(name):
        parts = match.groupdict()
        quarter = parts.get("quarter")
        month = 3 * int(quarter) if quarter else int(parts["month"]) if parts.get("month") else None
        day = int(parts["day"]) if parts.get("day") else None
        yield Reading(match.start(), match.end(), int(parts["year"]), month, day)


def pattern_of_name(name: str) -> str:
    """Return a file's name with * for each part that is a time.

    >>> pattern_of_name("05999001_ALO_202402.csv"), pattern_of_name("jobcenter.csv")
    ('05999001_ALO_*.csv', 'jobcenter.csv')
    """
    taken: list[Reading] = []
    for reading in readings(name):
        if all(reading.end <= other.start or reading.start >= other.end for other in taken):
            taken.append(reading)
    for reading in sorted(taken, key=lambda found: -found.start):
        name = name[: reading.start] + ANY + name[reading.end :]
    return name


def date_from_name(name: str, day: str) -> tuple[str, DateSource]:
    """Return the pattern of a file's name and how its Stichtag `day` (ISO), given by the user, follows from the name.

    Only the part that explains the Stichtag becomes *: ``ew-2020-02.csv`` at 31.12.2020 is ``ew-*-02.csv``, since 02 is
    no December. A name that does not explain it leaves a fixed Stichtag.

    >>> date_from_name("jobcenter_202412.csv", "2024-12-31")
    ('jobcenter_*.csv', DateSource(kind='dateiname', day='', pattern='{datum}', column='', offset=0))
    """
    year, month, number = (int(part) for part in day.split("-"))
    for reading in readings(name):
        pattern, offset = "", 0
        if reading.month is not None:
            if reading.last_day == day:
                pattern = DATE_MARK
            elif reading.day is None and (reading.year, reading.month) == (year, month):
                pattern = f"{number:02d}.{MONTH_MARK}.{YEAR_MARK}"
        elif year - reading.year in _OFFSETS:
            pattern, offset = f"{number:02d}.{month:02d}.{YEAR_MARK}", year - reading.year
        if pattern:
            source = DateSource(DateKind.FILE_NAME, pattern=pattern, offset=offset)
            return name[: reading.start] + ANY + name[reading.end :], source
    return pattern_of_name(name), DateSource(DateKind.FIXED, day=format_date(day))


def day_of_name(name: str, file_pattern: str, source: DateSource) -> str:
    """Return the Stichtag (ISO) that a file's name gives; raise InputError if it gives none."""
    match = _expression(file_pattern).fullmatch(_plain(name))
    for part in match.groups() if match else ():
        for reading in readings(part):
            day = _filled(source, reading)
            if day:
                return day
    raise InputError(
        tr("The name of {file} gives no Stichtag by the pattern “{pattern}”; a year or date must stand for *.").format(
            file=name, pattern=file_pattern
        )
    )


def _filled(source: DateSource, reading: Reading) -> str | None:
    if source.pattern == DATE_MARK:
        return reading.last_day
    month = f"{reading.month:02d}" if reading.month else ""
    if MONTH_MARK in source.pattern and not month:
        return None
    text = source.pattern.replace(YEAR_MARK, str(reading.year + source.offset)).replace(MONTH_MARK, month)
    return parse_date(text)


def fits(name: str, file_pattern: str) -> bool:
    """Tell whether a file's name fits a pattern; capitals and the way umlauts are stored do not matter."""
    return _expression(file_pattern).fullmatch(_plain(name)) is not None


def best_fits(name: str, patterns: dict[str, str]) -> list[str]:
    """Return the recipes (pattern by recipe) that fit a name with the most literal signs; several fit equally well."""
    found = {recipe: len(pattern.replace(ANY, "")) for recipe, pattern in patterns.items() if fits(name, pattern)}
    return sorted(recipe for recipe, signs in found.items() if signs == max(found.values()))


def _expression(file_pattern: str) -> re.Pattern[str]:
    return re.compile("(.*)".join(re.escape(part) for part in _plain(file_pattern).split(ANY)))


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
