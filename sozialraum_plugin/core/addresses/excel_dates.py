"""House numbers that a spreadsheet has turned into dates: ``1-2`` becomes ``01. Feb``, ``2023-02-01`` or 44958."""

from __future__ import annotations

import re

_MONTHS = {
    "jan": 1, "feb": 2, "mär": 3, "mar": 3, "mrz": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}  # fmt: skip
_NAME = rf"(?P<month>{'|'.join(_MONTHS)})[a-zä]*\.?"
_ISO = re.compile(r"^\d{4}[-/](?P<month>\d{2})[-/](?P<day>\d{2})(?:[ t]\d.*)?$")
_DOTTED = re.compile(r"^(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?:\s?\d{2,4})?(?:\s\d{1,2}:.*)?$")
_DAY_MONTH = re.compile(rf"^(?P<day>\d{{1,2}})(?:\.\s?|-|\s){_NAME}(?:[-\s]?\d{{2,4}})?$")
_MONTH_YEAR = re.compile(rf"^{_NAME}[-\s](?P<year>\d{{2,4}})$")
_SERIAL = re.compile(r"^(?:4\d|5[0-4])\d{3}$")  # 1 July 2009 to 2050, counted in days since 1900


def number_behind_date(text: str) -> str | None:
    """Return the range that a date in lower case may have been (``01. feb`` was ``1-2``); None if it is no date.

    A serial number is a date as well, but says nothing worth guessing: the empty text.
    """
    if _SERIAL.match(text):
        return ""
    for pattern in (_ISO, _DOTTED, _DAY_MONTH):
        found = pattern.match(text)
        if found:
            return f"{int(found['day'])}-{_month(found['month'])}"
    found = _MONTH_YEAR.match(text)
    if found:
        return f"{_month(found['month'])}-{int(found['year']) % 100}"
    return None


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS[text]
