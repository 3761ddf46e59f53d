"""The age of each person at a Stichtag, from a birth date, a birth year or an age; nothing finer is kept.

The standard retirement age (Regelaltersgrenze) follows § 35 and § 235 SGB VI: 65 years for those born before 1947, a
month more a year for 1947 to 1958, two months more a year for 1959 to 1963, 67 years for those born from 1964.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from ...addresses.cells import cell_text

UNKNOWN_AGE, NOT_YET_BORN = -1, -2
OLDEST = 120
_JULY = 7
_EARLIEST, _LATEST = 65, 67  # years between which the standard retirement age lies

_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?: .*)?")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{1,2})[./](\d{4})")
_YEAR = re.compile(r"(\d{4})(?:\.0)?")
_AGE = re.compile(r"(\d{1,3})(?:[.,]\d*)?(?: ?(?:j\.?|jahre?))?", re.IGNORECASE)


@dataclass(frozen=True)
class Ages:
    """`years` (n,) at the Stichtag, UNKNOWN_AGE or NOT_YET_BORN; `below_retirement` (n,) whether below that age.

    `exact` tells whether all ages come from full birth dates or from ages; `partial` counts birth dates without their
    day or month, and birth years. An age of such a birth is the one that is reached in the year of the Stichtag.
    """

    years: np.ndarray
    below_retirement: np.ndarray
    exact: bool
    partial: int = 0

    @property
    def unknown(self) -> np.ndarray:
        """Return which rows have no age."""
        return self.years == UNKNOWN_AGE


def ages_of_births(cells: pd.Series, stichtag: str) -> Ages:
    """Return the ages of a column of birth dates (TT.MM.JJJJ, ISO, JJJJMMTT, 00.00.JJJJ) or birth years."""
    day = date.fromisoformat(stichtag)
    codes, texts = pd.factorize(cells.map(cell_text))
    births = [read_birth(text) for text in texts]
    years = np.array([_age(birth, day) for birth in births], dtype=np.int64)
    below = np.array([birth is not None and _below_retirement(birth, day) for birth in births], dtype=bool)
    below = (years >= 0) & (years < _LATEST) & (below | (years < _EARLIEST))
    rough = np.array([birth is not None and 0 in birth for birth in births], dtype=bool)
    return Ages(years[codes], below[codes], not rough.any(), int(rough[codes].sum()))


def ages_as_given(cells: pd.Series, stichtag: str) -> Ages:
    """Return the ages of a column of ages in full years."""
    codes, texts = pd.factorize(cells.map(cell_text))
    years = np.array([_read_age(text) for text in texts], dtype=np.int64)
    day = date.fromisoformat(stichtag)
    below = np.array([age >= 0 and _below_retirement((day.year - age, 0, 0), day) for age in years], dtype=bool)
    below = (years >= 0) & (years < _LATEST) & (below | (years < _EARLIEST))
    return Ages(years[codes], below[codes], True)


def read_birth(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a birth, 0 for a month or day that is not known; None if it is no date.

    >>> read_birth("05.03.1980"), read_birth("00.00.1965"), read_birth("1965"), read_birth("31.02.1980")
    ((1980, 3, 5), (1965, 0, 0), (1965, 0, 0), None)
    """
    text = text.strip()
    if match := _GERMAN.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
    elif match := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _MONTH.fullmatch(text):
        (month, year), day = (int(part) for part in match.groups()), 0
    elif match := _YEAR.fullmatch(text):
        year, month, day = int(match[1]), 0, 0
    else:
        return None
    if not month:
        return (year, 0, 0) if year else None
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return year, month, day


def _age(birth: tuple[int, int, int] | None, at: date) -> int:
    """Return the age in full years; without month (or day in the Stichtag's month) the one reached in that year."""
    if birth is None:
        return UNKNOWN_AGE
    year, month, day = birth
    to_come = bool(month) and (month, day) > (at.month, at.day)
    age = at.year - year - to_come
    if age < 0:
        return NOT_YET_BORN
    return age if age <= OLDEST else UNKNOWN_AGE


def _read_age(text: str) -> int:
    match = _AGE.fullmatch(text.strip())
    return int(match[1]) if match and int(match[1]) <= OLDEST else UNKNOWN_AGE


def _below_retirement(birth: tuple[int, int, int], at: date) -> bool:
    """Tell whether the standard retirement age is reached after the Stichtag; an unknown birthday is 1 July."""
    year, month, day = birth
    months = (month or _JULY) - 1 + _extra_months(year)
    return (year + 65 + months // 12, months % 12 + 1, day or 1) > (at.year, at.month, at.day)


def _extra_months(year: int) -> int:
    """Return how many months above 65 years the standard retirement age of a birth year lies."""
    return min(max(year - 1946, 0), 12) + 2 * min(max(year - 1958, 0), 6)
