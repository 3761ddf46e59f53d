"""Why a key matches no area: what may have happened to it, and which area it then means.

Nothing here is applied: a cause comes with the area it would lead to only if that is the only one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ...addresses.keys import normal_ags


class Cause:
    """Codes of `befund`."""

    MATCHED = "passt"
    EMPTY = "leer"
    TOTAL = "summenzeile"
    NO_AREA = "ohne_zuordnung"
    BLANKS = "schreibweise"
    NUMBER = "zahl_statt_text"
    ROUNDED = "zahl_gerundet"
    LOST_ZERO = "null_verloren"
    LOST_ZERO_IN_AREAS = "null_in_gebieten_verloren"
    OTHER_LENGTH = "andere_laenge"
    CODE_AND_NAME = "schluessel_mit_name"
    NAME = "name_statt_schluessel"
    SIMILAR_NAME = "aehnlicher_name"
    AMBIGUOUS_NAME = "name_mehrdeutig"
    EDITION = "anderer_gebietsstand"
    UPPER = "obere_ebene"
    LOWER = "untere_ebene"
    UNKNOWN = "unbekannt"
    WITHOUT_ROW = "gebiet_ohne_zeile"
    AREA_TWICE = "gebiet_doppelt"


@dataclass(frozen=True)
class Guess:
    """A cause, the area that the key then means (empty if none or several), and the edition that knows it."""

    cause: str
    area: str = ""
    edition: str = ""


_NUMBER_TAIL = re.compile(r"(\d+)[.,]0+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,' ]\d{3})+")
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?E\+?(\d{1,2})", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:(?:stadt|kreis|gemeinde|land|gesamt(?:e|er|es)?)\b.*\b)?"
    r"(?:summe|insgesamt|gesamt|zusammen|total|alle gebiete)\b.*"
    r"|gesamt(?:summe|stadt|gebiet|ergebnis|kreis)\b.*|(?:\d{3}|\d{6}|sum)?(?:sum)+(?:sum)?|durchschnitt|mittelwert|ø.*"
    r"|.*\b(?:insgesamt|gesamtsumme)",
    re.IGNORECASE,
)
_NOWHERE = re.compile(
    r"keine? (?:angabe|zuordnung)\b.*|k\. ?a\.?|ka|nicht (?:zuordenbar|zuzuordnen|zugeordnet|lokalisiert)\b.*|unbekannt"
    r"|ohne (?:angabe|zuordnung|festen wohnsitz)\b.*|n/?a|nan|null|none"
    r"|(?:sonstige|auswärtige?|auswaertige?)\b.*|99+|0+|x+",
    re.IGNORECASE,
)
_CODE_FIRST = re.compile(r"(\d[\d .-]*\d|\d)[\s:–-]+([^\W\d].*)")
_CODE_LAST = re.compile(r"([^\W\d].*?)\s*[(\[]\s*(\d[\d .-]*\d|\d)\s*[)\]]")
_PLAIN_WORDS = re.compile(
    r"\b(?:kreisfreie|kreisangehörige|hansestadt|landeshauptstadt|stadt|gemeinde|markt|landkreis|kreis|stadtteil"
    r"|stadtbezirk|bezirk|ortsteil|quartier|sozialraum|planungsraum|viertel)\b"
)
_STREET_SHORT = re.compile(r"(?<=[^\W\d_])str\.?(?![a-z])|\bstr\.?(?![a-z])")
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LIKE = 0.88  # similarity from which on a name may be meant
_AHEAD = 0.06  # by which the best must be ahead of the second
_SHORTEST_NAME = 4
_STREET = "strasse"
_FURTHEST = 4  # letters by which the lengths of similar names may differ


def tidy_key(text: str) -> str:
    """Return a key without blanks of any kind at its ends or doubled inside, and without invisible signs."""
    plain = unicodedata.normalize("NFKC", text).replace("\u200b", "").replace("\ufeff", "").lstrip("'’‘")
    return " ".join(plain.split())


def plain_key(text: str) -> str:
    """Return letters and digits of a key only, in lower case: how `01-02 A` and `0102a` are compared."""
    return "".join(sign for sign in tidy_key(text).casefold() if sign.isalnum())


def plain_area_name(text: str) -> str:
    """Return an area's name as names are compared: without Stadt, Bezirk and the like, `Essen, Stadt` as `essen`."""
    lower = tidy_key(text).casefold().translate(_LETTERS)
    lower = _STREET_SHORT.sub("strasse", lower)
    short = _PLAIN_WORDS.sub(" ", lower)
    kept = "".join(sign for sign in short if sign.isalnum())
    return kept or "".join(sign for sign in lower if sign.isalnum())


def unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return first to second of the pairs; an empty text where a first has several seconds."""
    result: dict[str, str] = {}
    for first, second in pairs:
        if first:
            result[first] = second if result.setdefault(first, second) == second else ""
    return result


class Areas:
    """The codes and names of areas, ready to be looked up in all the forms that a key may have."""

    def __init__(self, codes: Sequence[str], names: Sequence[str], editions: Mapping[str, Iterable[str]]) -> None:
        self.codes = list(dict.fromkeys(code for code in codes if code))
        self.exact = set(self.codes)
        self.lengths = sorted({len(code) for code in self.codes})
        self._plain = unique((plain_key(code), code) for code in self.codes)
        self._stripped = unique((plain_key(code).lstrip("0"), code) for code in self.codes)
        self._official = unique((normal_ags(code), code) for code in self.codes)
        named = list(zip(names, codes)) if names else []
        self._names = unique((plain_area_name(name), code) for name, code in named)
        self.name_of = {code: name for name, code in named}
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for name in self._names:
            self._by_start[name[:1]].append(name)
        self.editions = {
            title: {form for code in known for form in (code, plain_key(code))} for title, known in editions.items()
        }

    def guess(self, key: str) -> Guess:
        """Return why `key` matches no area."""
        text = tidy_key(key)
        if not text:
            return Guess(Cause.EMPTY)
        for title, known in self.editions.items():
            if text in known:
                return Guess(Cause.EDITION, edition=title)
        return self._rewritten(text) or self._no_place(text) or self._in_words(text) or Guess(Cause.UNKNOWN)

    def _no_place(self, text: str) -> Guess | None:
        if _TOTAL.fullmatch(text):
            return Guess(Cause.TOTAL)
        return Guess(Cause.NO_AREA) if _NOWHERE.fullmatch(text) else None

    def _rewritten(self, text: str) -> Guess | None:
        """Return the guess that the key is the right one, written in another way."""
        plain = plain_key(text)
        number = _as_number(text)
        if text in self.exact or plain in self._plain:
            return Guess(Cause.BLANKS, self._plain.get(plain, text))
        if number and number in self._plain:
            return Guess(Cause.NUMBER, self._plain[number])
        if match := _SCIENTIFIC.fullmatch(text):
            return Guess(Cause.ROUNDED, self._rounded(match))
        return self._padded(number or plain, bool(number)) or self._official_key(number or plain)

    def _padded(self, digits: str, was_number: bool) -> Guess | None:
        """Return the guess that zeros before the key are lost, here or in the areas."""
        if not digits.isdigit():
            return None
        longer = [digits.zfill(length) for length in self.lengths if length > len(digits)]
        found = sorted({self._plain[form] for form in longer if self._plain.get(form)})
        if found:
            return Guess(Cause.LOST_ZERO, found[0] if len(found) == 1 else "")
        for title, known in self.editions.items():
            if digits in known or any(digits.zfill(length) in known for length in range(len(digits), 13)):
                return Guess(Cause.EDITION, edition=title)
        short = digits.lstrip("0")
        if short != digits and self._stripped.get(short) and len(digits) - len(short) <= 2:
            return Guess(Cause.LOST_ZERO_IN_AREAS, self._stripped[short])
        return None

    def _official_key(self, digits: str) -> Guess | None:
        """Return the guess that one side writes the 8 digits of a Gemeinde and the other 12, or 5 for a Stadt."""
        official = normal_ags(digits)
        area = self._official.get(official, "") if official else ""
        return Guess(Cause.OTHER_LENGTH, area) if area else None

    def _rounded(self, match: re.Match[str]) -> str:
        """Return the one area whose code is this number in scientific notation; empty if there are several."""
        digits = match[1] + (match[2] or "").rstrip("0")
        length = int(match[3]) + 1
        fitting = [
            code
            for code in self.codes
            if code.isdigit()
            and len(code.lstrip("0")) == length
            and f"{int(code):.{len(digits) - 1}e}".split("e")[0].replace(".", "").rstrip("0") == digits.rstrip("0")
        ]
        return fitting[0] if len(fitting) == 1 else ""

    def _in_words(self, text: str) -> Guess | None:
        """Return the guess that the key holds the name of an area, alone or beside its code."""
        match = _CODE_FIRST.fullmatch(text)
        swapped = None if match else _CODE_LAST.fullmatch(text)
        if match or swapped:
            code, name = (match[1], match[2]) if match else (swapped[2], swapped[1])
            area = self._plain.get(plain_key(code), "")
            if area and (
                not self.name_of or _alike(plain_area_name(self.name_of[area]), plain_area_name(name)) > _LIKE
            ):
                return Guess(Cause.CODE_AND_NAME, area)
        if not any(sign.isalpha() for sign in text):
            return None
        name = plain_area_name(text)
        if name in self._names:
            area = self._names[name]
            return Guess(Cause.NAME, area) if area else Guess(Cause.AMBIGUOUS_NAME)
        return self._similar_name(name)

    def _similar_name(self, name: str) -> Guess | None:
        if len(name) < _SHORTEST_NAME:
            return None
        near = (known for known in self._by_start[name[:1]] if abs(len(known) - len(name)) <= _FURTHEST)
        scores = sorted(((score, known) for known in near if (score := _alike(known, name))), reverse=True)
        if not scores or scores[0][0] < _LIKE:
            return None
        if len(scores) > 1 and scores[1][0] > scores[0][0] - _AHEAD:
            return Guess(Cause.AMBIGUOUS_NAME)
        same_numbers = re.findall(r"\d+", scores[0][1]) == re.findall(r"\d+", name)
        return Guess(Cause.SIMILAR_NAME, self._names[scores[0][1]]) if same_numbers else None


def _alike(first: str, second: str) -> float:
    """Return the similarity of two names from 0 to 1, streets by their own part; 0 where it is far below the limit."""
    if first.endswith(_STREET) and second.endswith(_STREET):
        first, second = first[: -len(_STREET)], second[: -len(_STREET)]
    both = SequenceMatcher(None, first, second, autojunk=False)
    least = _LIKE - _AHEAD
    return both.ratio() if both.real_quick_ratio() >= least and both.quick_ratio() >= least else 0.0


def _as_number(text: str) -> str:
    """Return the digits of a key that a spreadsheet made a number: `1010101.0`, `1.010.101`; else an empty text."""
    if match := _NUMBER_TAIL.fullmatch(text):
        return match[1]
    return re.sub(r"\D", "", text) if _THOUSANDS.fullmatch(text) else ""
