"""The labour agency's spellings: file names, months, and the 9-digit keys with their sum rows.

A key is Distrikt (3) + Bezirk (3) + Viertel (3). A sum row stands for all Viertel of a Bezirk (``123456SUM``), of a
Distrikt (``123SUMSUM``) or of the commune (``SUMSUMSUM``).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from ..imports.reference_dates import parse_date
from ..keys.area_keys import clean_key

VIERTEL, BEZIRK, DISTRIKT, COMMUNE = range(4)
_KEY_LENGTH = 9
_PART = 3
_SUMS = re.compile(r"(\d{6})SUM|(\d{3})SUMSUM|SUMSUMSUM")
_FILE = re.compile(r"(?P<commune>\d{7,8})_(?P<topic>[A-Za-zÄÖÜäöü-]{2,12})_(?P<month>(?:19|20)\d{4})(?!\d)")
_TOPICS = {"ALO": "Arbeitslose", "BST": "Beschäftigte", "SGB": "SGB II", "LST": "Leistungsberechtigte SGB II"}
_MONTH_NAMES = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_OTHER_NAMES = {"maer": 3, "mrz": 3, "mar": 3, "may": 5, "oct": 10, "dec": 12}
_NAMED_MONTH = re.compile(r"(?P<name>[a-zä]{3,9})\.?[ /-]*(?P<year>(?:19|20)?\d{2})")
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d{2})[-/. ]?(?P<month>\d{1,2})")
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})[-/. ](?P<year>(?:19|20)\d{2})")


@dataclass(frozen=True)
class DeliveryName:
    """What the name of a delivered file says: the commune (8 digits), the topic's code, the month's last day (ISO)."""

    commune: str = ""
    topic: str = ""
    month: str = ""

    @property
    def source(self) -> str:
        """The text for `quelle`."""
        topic = _TOPICS.get(self.topic.upper(), self.topic)
        return f"Bundesagentur für Arbeit, {topic}" if topic else "Bundesagentur für Arbeit"


def delivery_name(file_name: str) -> DeliveryName:
    """Return what ``GKZ_ALO_JJJJMM.csv`` says; empty texts for any other name."""
    found = _FILE.match(file_name)
    if not found:
        return DeliveryName()
    return DeliveryName(found["commune"].zfill(8), found["topic"].upper(), month_end(found["month"]) or "")


def month_end(text: str) -> str | None:
    """Return the last day of the month that a cell names, as ISO; None if it names none.

    >>> month_end("202402"), month_end("02/2024"), month_end("Februar 2024"), month_end("01.02.2024"), month_end("2024")
    ('2024-02-29', '2024-02-29', '2024-02-29', '2024-02-29', None)
    """
    plain = " ".join(text.lower().split())
    plain = plain[:-2] if plain.endswith(".0") else plain
    for pattern in (_YEAR_FIRST, _MONTH_FIRST):
        if found := pattern.fullmatch(plain):
            return _last_day(int(found["year"]), int(found["month"]))
    if found := _NAMED_MONTH.fullmatch(plain):
        year = int(found["year"])
        return _last_day(year if year > 99 else 2000 + year, _month_number(found["name"]))
    day = parse_date(plain) if len(plain) > len("2024") else None
    return _last_day(int(day[:4]), int(day[5:7])) if day else None


def _month_number(name: str) -> int:
    if name[:3] in _MONTH_NAMES:
        return _MONTH_NAMES.index(name[:3]) + 1
    return _OTHER_NAMES.get(name, _OTHER_NAMES.get(name[:4], _OTHER_NAMES.get(name[:3], 0)))


def _last_day(year: int, month: int) -> str | None:
    if not 1 <= month <= len(_MONTH_NAMES):
        return None
    return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


@dataclass(frozen=True)
class AreaKey:
    """A key of the delivery: its full spelling, what its level keeps of it (``123456``), and the level.

    `mended` says that leading zeros had been lost.
    """

    text: str
    prefix: str
    level: int
    mended: bool = False


def read_key(cell: str) -> AreaKey | None:
    """Return the key that a cell holds, or None if it holds none.

    Blanks and dots between the parts do not count; of a key of digits up to two leading zeros may be missing.
    """
    text, made_number = clean_key(cell)
    plain = re.sub(r"[\s.\-/]", "", text).upper()
    if found := _SUMS.fullmatch(plain):
        prefix = found[1] or found[2] or ""
        return AreaKey(plain, prefix, (_KEY_LENGTH - len(prefix)) // _PART)
    if plain.isascii() and plain.isdigit() and _KEY_LENGTH - 2 <= len(plain) <= _KEY_LENGTH:
        full = plain.zfill(_KEY_LENGTH)
        return AreaKey(full, full, VIERTEL, mended=made_number or full != plain)
    return None
