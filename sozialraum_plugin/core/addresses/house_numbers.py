"""House numbers as people write them, read into number and suffix.

The ways of writing are those of section 3 of the project's domain guide: ``12``, ``12a``, ``12 a``, ``12-14``,
``12a-c``, ``12/14``, ``12 1/2``, ``0012``, ``Nr. 5``, ``5 HH``, none at all, and the dates Excel makes of ``1-2``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Union

import pandas as pd

from .excel_dates import number_behind_date

SortKey = tuple[int, tuple[tuple[int, Union[int, str]], ...]]


class NumberProblem:
    """Why a text is no house number; an empty text means that it is one."""

    NONE = ""
    EMPTY = "ohne_nummer"
    EXCEL_DATE = "excel_datum"
    REVERSED = "bereich_verkehrt"  # from > to
    UNREADABLE = "nummer_nicht_lesbar"


@dataclass(frozen=True)
class HouseNumber:
    """A number with its suffix and, for a range such as ``12-14`` or ``12a-c``, its end.

    Suffixes are in lower case: a letter (``a``), letters with a number (``a2``), a fraction (``1/2``), a part after a
    slash (``/1``) or a building (``hh``). `end_number` is None where there is no range.
    """

    number: int
    suffix: str = ""
    end_number: int | None = None
    end_suffix: str = ""


@dataclass(frozen=True)
class NumberReading:
    """What a text says: `value`, or None with the `problem`; `guess` is what the text may have meant."""

    value: HouseNumber | None
    problem: str = NumberProblem.NONE
    guess: str = ""


_PLAIN = re.compile(r"0*(?P<number>[1-9]\d{0,3}) ?(?P<letter>[a-zA-Z]?)", re.ASCII)
_NO_NUMBER = re.compile(r"^(?:0+|[-–*.?/]*|o(?:hne)?\.?\s*(?:h?(?:aus)?nr|nummer)?\.?|k\.?\s?a\.?|s/n|nan|none|null)$")
_PREFIX = re.compile(r"^(?:haus(?:nummer|-?nr)?|h?nr|nummer|no)\b[.:]*\s*")
_WHOLE_DECIMAL = re.compile(r"^(\d+)[.,]0+$")
_FRACTION_SIGNS = {"½": " 1/2", "¼": " 1/4", "¾": " 3/4"}
_DECORATION = str.maketrans({"(": " ", ")": " ", "´": " ", "`": " ", "'": " ", '"': " ", "\xa0": " "})
_BUILDINGS = {"hinterhaus": "hh", "vorderhaus": "vh", "gartenhaus": "gh", "seitenfluegel": "sf", "seitenflügel": "sf"}
_LETTERS = "|".join([*_BUILDINGS, "(?!bis|und|u\\s+\\d)[a-z]{1,4}"])
_SUFFIX = rf"(?:(?P<fraction>\d/\d)(?!\d))?\s*(?:(?P<letters>{_LETTERS})\s*(?P<part>\d{{1,3}})?)?"
_SINGLE = re.compile(rf"^(?P<number>\d+)(?:\s+(?=\d/\d)|(?!\s*\d))\s*{_SUFFIX}$")
_SLASHED = re.compile(r"^(?P<number>\d+)\s*/\s*(?P<second>\d+)\s*(?P<letter>[a-z]?)$")
_BETWEEN = r"(?:-|–|—|(?<![a-z])(?:bis|und)(?![a-z])|\bu\.|\bu(?=\s)|[+&,;])"
_RANGE = re.compile(rf"^(?P<start>\d.*?)\s*{_BETWEEN}\s*(?P<end>[^-–—+&,;]+)$")
_LISTED = r"\d+(?:\s*[a-z])?"
_LIST = re.compile(rf"^(?P<start>{_LISTED})(?:\s*{_BETWEEN}\s*{_LISTED})+\s*{_BETWEEN}\s*(?P<end>{_LISTED})$")
_LETTER_PAIR = re.compile(r"^(?P<start>\d+\s*[a-z])\s*/\s*(?P<end>[a-z])$")
_LETTER_ONLY = re.compile(r"^[a-z]$")
_LARGEST = 99999


def parse_house_number(text: str | None) -> NumberReading:
    """Read one house number; never raises: what cannot be read comes back with its problem.

    ``12/14`` is a range because 14 follows 12, ``12/1`` is the part ``/1`` of number 12; a list such as
    ``12, 14 u. 16`` is the range from its first number to its last one.
    """
    written = "" if text is None else str(text)
    plain = _PLAIN.fullmatch(written)
    if plain:
        return NumberReading(HouseNumber(int(plain["number"]), plain["letter"].lower()))
    for sign, spelled in _FRACTION_SIGNS.items():
        written = written.replace(sign, spelled)
    written = " ".join(written.translate(_DECORATION).lower().split()).rstrip(".,;- ")
    guess = number_behind_date(" ".join(str(text or "").lower().split()))
    if guess is not None:
        return NumberReading(None, NumberProblem.EXCEL_DATE, guess)
    written = _PREFIX.sub("", written)
    if _NO_NUMBER.match(written):
        return NumberReading(None, NumberProblem.EMPTY)
    return _read(_WHOLE_DECIMAL.sub(r"\1", written))


def _read(written: str) -> NumberReading:
    """Read a cleaned text: a single number, two numbers around a slash, or a range."""
    single = _single(written)
    if single is not None:
        return NumberReading(single)
    slashed = _SLASHED.match(written)
    if slashed:
        return _from_slash(slashed)
    pair = _LETTER_PAIR.match(written) or _LIST.match(written) or _RANGE.match(written)
    if pair:
        return _from_range(pair["start"], pair["end"].strip())
    return NumberReading(None, NumberProblem.UNREADABLE)


def _single(written: str) -> HouseNumber | None:
    found = _SINGLE.match(written)
    if not found or not 0 < int(found["number"]) <= _LARGEST:
        return None
    letters = found["letters"] or ""
    suffix = (found["fraction"] or "") + _BUILDINGS.get(letters, letters) + (found["part"] or "")
    return HouseNumber(int(found["number"]), suffix)


def _from_slash(found: re.Match[str]) -> NumberReading:
    number, second = int(found["number"]), int(found["second"])
    if not 0 < number <= _LARGEST or second > _LARGEST:
        return NumberReading(None, NumberProblem.UNREADABLE)
    if second > number:
        return NumberReading(HouseNumber(number, "", second, found["letter"]))
    return NumberReading(HouseNumber(number, f"/{second}{found['letter']}"))


def _end_point(written: str) -> HouseNumber | None:
    """Read one end of a range, where ``12/1`` can only be a part."""
    slashed = _SLASHED.match(written)
    if slashed and int(slashed["second"]) <= int(slashed["number"]):
        return _from_slash(slashed).value
    return _single(written)


def _from_range(start_text: str, end_text: str) -> NumberReading:
    start = _end_point(start_text)
    if start is not None and _LETTER_ONLY.match(end_text):
        end: HouseNumber | None = HouseNumber(start.number, end_text)
    else:
        end = _end_point(end_text)
    if start is None or end is None:
        return NumberReading(None, NumberProblem.UNREADABLE)
    if sort_key(end.number, end.suffix) <= sort_key(start.number, start.suffix):
        return NumberReading(None, NumberProblem.REVERSED)
    return NumberReading(HouseNumber(start.number, start.suffix, end.number, end.suffix))


def format_house_number(value: HouseNumber) -> str:
    """Return the number as a clerk writes it: ``12a``, ``12 1/2``, ``12/1``, ``5 hh``, ``12-14``, ``12a-c``."""
    start = _format_single(value.number, value.suffix)
    if value.end_number is None:
        return start
    if value.end_number == value.number and len(value.suffix) == len(value.end_suffix) == 1:
        return f"{start}-{value.end_suffix}"
    return f"{start}-{_format_single(value.end_number, value.end_suffix)}"


def _format_single(number: int, suffix: str) -> str:
    apart = suffix[:1].isdigit() or suffix[:2].isalpha() and len(suffix) > 1
    return f"{number} {suffix}" if apart else f"{number}{suffix}"


def key_text(value: HouseNumber | None) -> str:
    """Return the number as part of a key, four digits at least: ``0012a``, ``0012-0014``; none at all is ``0000``."""
    if value is None:
        return "0000"
    start = f"{value.number:04d}{value.suffix}"
    return start if value.end_number is None else f"{start}-{value.end_number:04d}{value.end_suffix}"


def sort_key(number: int | None, suffix: str = "") -> SortKey:
    """Return what orders numbers along a street: none, 12, 12 1/2, 12/1, 12a, 12a2, 12a10, 12b, 13."""
    parts = re.findall(r"\d+|\D+", suffix)
    return number or 0, tuple((0, int(part)) if part.isdigit() else (1, part) for part in parts)


def parse_house_numbers(numbers: pd.Series, suffixes: pd.Series | None = None) -> pd.DataFrame:
    """Read a column of numbers, with the suffix in a second column if there is one; each way of writing once.

    Returns, with the index of `numbers`: `hausnummer`, `bis_nummer` (nullable integers), `zusatz`, `bis_zusatz`,
    `problem`, `guess` and `schluessel` (the number as part of a key).
    """
    written = numbers.fillna("").astype(str).str.strip()
    if suffixes is not None:
        written = (written + " " + suffixes.fillna("").astype(str).str.strip()).str.strip()
    codes, unique = pd.factorize(written)
    readings = pd.DataFrame([_reading_row(parse_house_number(text)) for text in unique], columns=_READING_COLUMNS)
    result = readings.astype({"hausnummer": "Int64", "bis_nummer": "Int64"}).take(codes)
    result.index = numbers.index
    return result


_READING_COLUMNS = ["hausnummer", "zusatz", "bis_nummer", "bis_zusatz", "problem", "guess", "schluessel"]


def _reading_row(reading: NumberReading) -> tuple[object, ...]:
    value = reading.value
    if value is None:
        return None, "", None, "", reading.problem, reading.guess, key_text(None)
    return value.number, value.suffix, value.end_number, value.end_suffix, "", "", key_text(value)
