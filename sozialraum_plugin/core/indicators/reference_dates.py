"""The Stichtag of a count: read from a cell, a head or a title, or made from a pattern and a year."""

from __future__ import annotations

import calendar
import re
from datetime import date

from ..errors import InputError
from ..messages import tr

YEAR_MARK = "{jahr}"
_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?")
_MONTH = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])")
_DAY = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_YEAR_INSIDE = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_DATE_INSIDE = re.compile(r"(?<!\d)(\d{1,2}\.\d{1,2}\.\d{4})(?!\d)")


def parse_date(text: str) -> str | None:
    """Return ISO text for TT.MM.JJJJ, ISO, JJJJMMTT, JJJJMM (last day of the month) or JJJJ (31.12.); None if none.

    >>> parse_date("31.12.2025"), parse_date("202402"), parse_date("2001"), parse_date("31.02.2024")
    ('2025-12-31', '2024-02-29', '2001-12-31', None)
    """
    text = text.strip()
    text = text[:-2] if text.endswith(".0") else text
    if match := _GERMAN.fullmatch(text):
        day, month, year = match.groups()
    elif match := _ISO.fullmatch(text) or _DAY.fullmatch(text):
        year, month, day = match.groups()
    elif match := _MONTH.fullmatch(text):
        year, month = match.groups()
        day = str(calendar.monthrange(int(year), int(month))[1])
    elif _YEAR.fullmatch(text):
        year, month, day = text, "12", "31"
    else:
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def is_full_date(text: str) -> bool:
    """Tell whether a cell is a date with day and month, which no count can be."""
    return bool(_GERMAN.fullmatch(text) or _ISO.fullmatch(text)) and parse_date(text) is not None


def year_in(text: str) -> int | None:
    """Return the first year that a text names: ``Schuljahr 2016/17`` is 2016."""
    match = _YEAR_INSIDE.search(text)
    return int(match.group()) if match else None


def dates_in(text: str) -> list[str]:
    """Return the dates TT.MM.JJJJ inside a text, as ISO."""
    found = (parse_date(match) for match in _DATE_INSIDE.findall(text))
    return [day for day in found if day]


def fill_pattern(pattern: str, year: int) -> str:
    """Return the ISO date of a pattern like ``15.10.{jahr}`` in a year; raise InputError if that is no date."""
    day = parse_date(pattern.replace(YEAR_MARK, str(year)))
    if day is None:
        raise InputError(
            tr(
                "REFERENCE_DATE: “{pattern}” gives no date for {year}. "
                "Write 31.12.2025, 2025-12-31 or a pattern like 15.10.{mark}."
            ).format(pattern=pattern, year=year, mark=YEAR_MARK)
        )
    return day


def years_before(iso: str, years: int) -> date:
    """Return the same day some years before; 29 February becomes 28 February."""
    day = date.fromisoformat(iso)
    last = calendar.monthrange(day.year - years, day.month)[1]
    return day.replace(year=day.year - years, day=min(day.day, last))
