"""The Stichtag of a count: read from a cell, a head or a title, or made from a pattern and a year."""

from __future__ import annotations

import calendar
import re
from datetime import date

from ...errors import InputError
from ...messages import tr

YEAR_MARK = "{jahr}"
_MONTHS = {
    "januar": 1, "jan": 1, "jänner": 1, "februar": 2, "feb": 2, "märz": 3, "mrz": 3, "mär": 3, "maerz": 3, "april": 4,
    "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sep": 9,
    "sept": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11, "dezember": 12, "dez": 12,
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "october": 10, "december": 12,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_Y = r"((?:19|20)\d{2})"
_QUARTER = r"(?:q(?:uartal)?|v(?:iertel)?j(?:ahr)?\.?|quartal)"
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?")
_MONTH = re.compile(r"((?:19|20)\d{2})[-/]?(0[1-9]|1[0-2])")
_MONTH_LAST = re.compile(rf"(0?[1-9]|1[0-2])[./-]{_Y}")
_DAY = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NAMED_MONTH = re.compile(rf"([a-zäö]+)\.?[ -]*(?:{_Y})|{_Y}[ /,-]*([a-zäö]+)\.?", re.IGNORECASE)
_NAMED_DAY = re.compile(rf"(\d{{1,2}})\.\s*([a-zäö]+)\.?\s+{_Y}", re.IGNORECASE)
_QUARTERS = (
    re.compile(rf"(?P<part>[1-4]|i{{1,3}}|iv)\.?\s*/?\s*{_QUARTER}\.?[ /,-]*(?P<year>(?:19|20)\d{{2}})", re.IGNORECASE),
    re.compile(rf"{_QUARTER}\.?\s*(?P<part>[1-4]|i{{1,3}}|iv)[ /,-]*(?P<year>(?:19|20)\d{{2}})", re.IGNORECASE),
    re.compile(rf"(?P<year>(?:19|20)\d{{2}})[ /,-]*{_QUARTER}\.?\s*(?P<part>[1-4]|i{{1,3}}|iv)", re.IGNORECASE),
    re.compile(rf"(?P<year>(?:19|20)\d{{2}})[ /,-]*(?P<part>[1-4]|i{{1,3}}|iv)\.?\s*{_QUARTER}\.?", re.IGNORECASE),
    re.compile(r"(?P<part>i{1,3}|iv)\s*/\s*(?P<year>(?:19|20)\d{2})", re.IGNORECASE),
)
_HALVES = (
    re.compile(r"(?P<part>[12]|ii?)\.?\s*(?:halbjahr|hj)\.?[ /,-]*(?P<year>(?:19|20)\d{2})", re.IGNORECASE),
    re.compile(r"(?P<year>(?:19|20)\d{2})[ /,-]*(?P<part>[12]|ii?)\.?\s*(?:halbjahr|hj)\.?", re.IGNORECASE),
    re.compile(r"(?:hj|h)\s*(?P<part>[12])[ /,-]*(?P<year>(?:19|20)\d{2})", re.IGNORECASE),
)
_PART = re.compile(
    rf"(?P<part>[1-4]|i{{1,3}}|iv)\.?\s*{_QUARTER}\.?|{_QUARTER}\.?\s*(?P<last>[1-4]|i{{1,3}}|iv)", re.IGNORECASE
)
_HALF_PART = re.compile(r"(?P<part>[12]|ii?)\.?\s*(?:halbjahr|hj)\.?", re.IGNORECASE)
_YEAR_INSIDE = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_DATE_INSIDE = re.compile(r"(?<![^\s(:,;/|\"'–-])(\d{1,2}\.\s?\d{1,2}\.\s?\d{4})(?!\d)")
_NAMED_INSIDE = re.compile(rf"(?<![^\s(:,;/|'–-])(\d{{1,2}}\.\s*[A-Za-zäö]+\s+{_Y})(?!\d)")


def parse_date(text: str) -> str | None:
    """Return ISO text for a day, a month, a quarter, a half-year (its last day) or a year (31.12.); None if none.

    >>> parse_date("31.12.2025"), parse_date("202402"), parse_date("2001"), parse_date("31.02.2024")
    ('2025-12-31', '2024-02-29', '2001-12-31', None)
    >>> parse_date("2. Quartal 2023"), parse_date("2023/4. Vj"), parse_date("März 2023"), parse_date("1. Halbjahr 2023")
    ('2023-06-30', '2023-12-31', '2023-03-31', '2023-06-30')
    """
    text = text.strip()
    text = text[:-2] if text.endswith(".0") else text
    if match := _GERMAN.fullmatch(text):
        day, month, year = match.groups()
    elif match := _ISO.fullmatch(text) or _DAY.fullmatch(text):
        year, month, day = match.groups()
    elif match := _MONTH.fullmatch(text):
        return _end_of_month(*match.groups())
    elif match := _MONTH_LAST.fullmatch(text):
        return _end_of_month(match.group(2), match.group(1))
    elif _YEAR.fullmatch(text):
        year, month, day = text, "12", "31"
    else:
        return _in_words(text)
    return _iso(year, month, day)


def _in_words(text: str) -> str | None:
    """Return the last day of a quarter, half-year or month that is written with a word or a letter."""
    if not any(map(str.isalpha, text)):
        return None
    for months, patterns in ((3, _QUARTERS), (6, _HALVES)):
        for pattern in patterns:
            if match := pattern.fullmatch(text):
                part = match.group("part").lower()
                return _end_of_month(match.group("year"), months * (_ROMAN.get(part) or int(part)))
    if match := _NAMED_DAY.fullmatch(text):
        month = _MONTHS.get(match.group(2).lower())
        return _iso(match.group(3), month, match.group(1)) if month else None
    if match := _NAMED_MONTH.fullmatch(text):
        month = _MONTHS.get((match.group(1) or match.group(4)).lower())
        return _end_of_month(match.group(2) or match.group(3), month) if month else None
    return None


def _end_of_month(year: str, month: int | str) -> str | None:
    return _iso(year, month, calendar.monthrange(int(year), int(month))[1])


def _iso(year: int | str, month: int | str, day: int | str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def part_of_year(text: str) -> int | None:
    """Return the last month of a quarter, half-year or month that stands without its year; None if it is none.

    >>> part_of_year("2. Quartal"), part_of_year("März"), part_of_year("IV. Vj."), part_of_year("Altstadt")
    (6, 3, 12, None)
    """
    text = text.strip()
    if text.lower().rstrip(".") in _MONTHS:
        return _MONTHS[text.lower().rstrip(".")]
    if match := _PART.fullmatch(text):
        part = (match.group("part") or match.group("last")).lower()
        return 3 * (_ROMAN.get(part) or int(part))
    if match := _HALF_PART.fullmatch(text):
        part = match.group("part").lower()
        return 6 * (_ROMAN.get(part) or int(part))
    return None


def end_of_part(year: int, month: int) -> str:
    """Return the last day of a month of a year as ISO text."""
    return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def is_full_date(text: str) -> bool:
    """Tell whether a cell is a date with day and month, which no count can be."""
    return bool(_GERMAN.fullmatch(text) or _ISO.fullmatch(text)) and parse_date(text) is not None


def is_date_word(text: str) -> bool:
    """Tell whether a cell is a date that no count can be: a full one, or a quarter, half-year or month by name."""
    return is_full_date(text) or (any(map(str.isalpha, text)) and _in_words(text.strip()) is not None)


def year_in(text: str) -> int | None:
    """Return the first year that a text names: ``Schuljahr 2016/17`` is 2016."""
    match = _YEAR_INSIDE.search(text)
    return int(match.group()) if match else None


def years_in(text: str) -> list[int]:
    """Return all years that a text names."""
    return [int(match) for match in _YEAR_INSIDE.findall(text)]


def dates_in(text: str) -> list[str]:
    """Return the dates TT.MM.JJJJ (also with the month's name) inside a text, as ISO."""
    found = [parse_date(match) for match in _DATE_INSIDE.findall(text)]
    found += [parse_date(match[0]) for match in _NAMED_INSIDE.findall(text)]
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
