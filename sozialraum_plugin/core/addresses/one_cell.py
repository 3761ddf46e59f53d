"""A cell that holds more than a street: number, postcode and town, a floor, a c/o, the name twice, broken letters."""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from .street_names import normal_street

_LETTER = r"[a-z](?![^\W\d_])"
_PART = rf"(?:\d{{1,4}}(?:\s*{_LETTER})?|{_LETTER})"
_NUMBER = (
    rf"(?:(?:haus(?:nr|nummer)?|h?nr|nummer)\.?\s*)?(?<!\d)\d{{1,4}}(?:\s*{_LETTER})?(?:\s+1/2|\s*½)?"
    rf"(?:\s*(?:[-–/+&,]|bis|und|u\.|u(?=\s))\s*{_PART})*(?:\s*(?:hh|vh|gh|sf|qg))?"
)
_NUMBER_AT_END = re.compile(rf"^(?P<street>.*?[^\W\d].*?)[\s,]*(?<!\d)(?P<number>{_NUMBER})\s*$", re.IGNORECASE)
_NUMBER_INSIDE = re.compile(
    rf"^(?P<street>.*?[^\W\d].*?)[\s,]*(?<!\d)(?P<number>{_NUMBER})(?P<mark>\s*/\s*|\s+)(?P<rest>[^\W\d].*)$",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(rf"^(?P<number>\d{{1,4}}(?:\s?{_LETTER})?)\s+(?P<street>[^\W\d].*)$", re.IGNORECASE)
_ONLY_NUMBER = re.compile(rf"^{_NUMBER}$", re.IGNORECASE)
# The plain cases, which need none of the slower patterns: letters, blank, number, and perhaps postcode and town.
_NAME = r"([^\W\d_][^\d,;/|()<&ÃÂ?á„”™\ufffd\x80-\xa0]*[^\W\d_]\.?)"
_PLAIN = re.compile(rf"^{_NAME} +(\d{{1,4}} ?[A-Za-z]?)(?:, (\d{{5}}) ([^\W\d_][^\d,;/|()<&ÃÂ?\ufffd\x80-\xa0]*))?$")
_PLAIN_NAME = re.compile(rf"^{_NAME}$")
# What stands behind a number and says where in the house, or with whom.
_INSIDE_HOUSE = (
    r"c/o|co\.|z\.\s?hd\.?|bei|whg\.?|wohnung|wohnungs-?nr\.?|we|app\.?|apartment|zimmer|zi\.|raum|"
    r"\d+\.?\s?(?:og|ug|stock|etage|hof|obergescho(?:ss|ß))|(?:eg|og|ug|dg|hp)|erdgescho(?:ss|ß)|"
    r"dachgescho(?:ss|ß)|hochparterre|parterre|souterrain|keller|"
    r"links|rechts|li\.?|re\.?|mitte|hinterhof|hof|"
    r"hinterhaus|hinterhs\.?|r(?:ü|ue)ckgeb(?:ä|ae)ude|rgb\.?|vorderhaus|vorderhs\.?|gartenhaus|"
    r"seitenfl(?:ü|ue)gel|quergeb(?:ä|ae)ude|remise|"
    r"(?:haus|hs\.?|geb(?:äude|aeude|\.)|bau|block|aufgang|aufg\.?|eingang|treppe|tor)\s*[a-z\d]{1,3}|"
    r"(?:seiten|neben)?eingang\b.*|ecke\b.*|einfahrt\b.*|zufahrt\b.*|zugang\b.*|(?:im|ü?ber|ueber)\s.*|postfach\b.*"
)
_AFTER_NUMBER = re.compile(
    rf"(?P<number>\d\s*(?:[a-z](?![^\W\d_]))?)[\s,;/(-]+(?:{_INSIDE_HOUSE})(?![^\W\d_])[^,;|]*", re.IGNORECASE
)
_BUILDING_BEHIND = re.compile(
    r"^(?P<number>\d+\s*[a-z]|\d+(?=\s*[,/])|\d+\s*[a-z]?(?=\s*ff))[\s,/]*(?:(?<![a-z\d])(?:hh|vh|gh|sf|qg)|ff\.?)$",
    re.IGNORECASE,
)
_BEFORE_NUMBER = re.compile(r"^(?:#|(?:h(?:au)?s\.?\s*-?\s*)?(?:nr|nummer)\.?:?)\s*(?=\d)", re.IGNORECASE)
_REMARK = re.compile(r"(?<=\d)\s*\([^)]*[^\W\d_]{3}[^)]*\)")
_POSTCODE_BEHIND = re.compile(r"(?<=[\da-zA-Z])[\s,]+\d{5}\b.*$")
_SHORTEST_WITH_MORE = 3
_SAYS_NOTHING = re.compile(
    rf"^(?:(?:{_INSIDE_HOUSE})(?![^\W\d_]).*|deutschland|germany|brd|de|d|(?:nähe|naehe|nahe|gegenüber|hinter)\s.*)$",
    re.IGNORECASE,
)
_ONLY_INSIDE = re.compile(rf"^(?:{_INSIDE_HOUSE})(?![^\W\d_]).*$", re.IGNORECASE)
_ODD_WORD = re.compile(
    r"(?<![^\W\d_])(?:c/o|z\.|bei|whg|wohnung|eg|og|h?nr|hausnr|bis|und|u|ecke|postfach|haus)(?![^\W\d_])",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"(?<!\d)(?:DE?[-\s]{1,3})?(?P<plz>\d{5})(?!\d)[\s,]*(?P<place>[^\d,;|]*)")
_INSTITUTION = re.compile(
    r"\d|\b(?:kita|kindergarten|kindertages\w*|krippe|hort|schule|\w+schule|gymnasium|praxis|\w*praxis|dr|med|"
    r"gmbh|e\.\s?v|verein|zentrum|\w*zentrum|jobcenter|amt|\w+amt|\w*heim|haus|\w+haus|gemeinde|firma|fa|herr|frau|"
    r"familie|fam|c/o)\b",
    re.IGNORECASE,
)
_WORD_AND_NUMBER = re.compile(r"([^\W\d]+)\s*(\d.*)")
_TWO_NUMBERS = re.compile(r"\d\s+\d")
_BRACKETS = re.compile(r"\s*\((?P<inside>[^()]*)\)")
_BREAKS = re.compile(r"\s*(?:[\r\n\t\v\f\u2028\u2029]+|<br\s*/?>|[·•])\s*", re.IGNORECASE)
_TAGS = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_LOST_SS = re.compile(r"(?<=stra)[?\ufffd](?=e)", re.IGNORECASE)
_BROKEN = re.compile("[ÃÂ]")
_DOS = str.maketrans({"„": "ä", "”": "ö", "\x81": "ü", "á": "ß", "Ž": "Ä", "™": "Ö", "š": "Ü"})
_DOS_SIGN = re.compile(r"(?<=\w)[„”\x81™](?=\w)|(?<=[Ss]tra)á(?=e)|^[Ž™š](?=[a-z])")


class Parts(NamedTuple):
    """What a cell says of an address; a part that it does not say is empty."""

    street: str
    number: str = ""
    postcode: str = ""
    town: str = ""


def mended(text: str) -> str:
    """Return a text in one line, whose HTML and whose wrongly read letters (``StraÃŸe``) are as they were meant."""
    if "&" in text or "<" in text:
        text = _TAGS.sub(" ", _BREAKS.sub(", ", html.unescape(text)))
    text = _LOST_SS.sub("ß", _INVISIBLE.sub("", _BREAKS.sub(", ", text.strip())))
    for _ in range(2):  # read wrongly twice: StraÃƒÅ¸e
        if _BROKEN.search(text):
            text = _read_as_utf8(text)
    if _DOS_SIGN.search(text):
        text = text.translate(_DOS)
    return " ".join(text.split())


def _read_as_utf8(text: str) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text


def once(street: str) -> str:
    """Return a name that stands twice in its cell (``Hauptstr. Hauptstraße``) once."""
    words = street.split()
    half = len(words) // 2
    if len(words) % 2 or not half or words[0][0].lower() != words[half][0].lower():
        return street
    if normal_street(" ".join(words[:half])) != normal_street(" ".join(words[half:])):
        return street
    return " ".join(words[:half])


def number_alone(text: str) -> str:
    """Return the number of a cell without what it says of the inside of the house (``12, 3. OG links``: ``12``)."""
    if text.isdecimal() or len(text) < _SHORTEST_WITH_MORE:
        return text
    clean = _POSTCODE_BEHIND.sub("", _REMARK.sub("", _BEFORE_NUMBER.sub("", mended(text))))
    alone = _AFTER_NUMBER.sub(lambda found: found["number"], clean, count=1).strip(" ,;/")
    return _BUILDING_BEHIND.sub(lambda found: found["number"], alone)


def suffix_alone(text: str) -> str:
    """Return the cell of a suffix; empty if it only says where in the house (``3. OG``)."""
    return "" if _ONLY_INSIDE.match(text) else text


class CellReader:
    """Reads cells with the help of the street names that the address list has."""

    def __init__(self, known: Collection[str] = ()) -> None:
        """Take the normal names of the list."""
        self._known = frozenset(known)
        self._numbered = frozenset(name for name in known if any(letter.isdigit() for letter in name))
        self._before_numerals = frozenset(re.split(r"\d", name)[0] for name in self._numbered)
        self._plain_name = lru_cache(maxsize=None)(self._name_without_numeral)

    def read(self, text: str) -> Parts:
        """Return the parts of a cell such as ``Hauptstr. 12a, 45127 Essen``.

        A name with a numeral (``Straße 12``) that is in the list stays whole. Of several streets the one is taken that
        the list has; if it has more than one of them, the cell is no street.

        >>> CellReader().read("Hauptstr. Hauptstr. 5")
        Parts(street='Hauptstr.', number='5', postcode='', town='')
        """
        plain = _PLAIN.match(text)
        if plain:
            street, number, postcode, place = plain.groups()
            name = self._plain_name(street)
            if name:
                return Parts(name, number, postcode or "", (place or "").strip())
        elif _PLAIN_NAME.match(text) and not _ODD_WORD.search(text):
            return Parts(once(" ".join(text.split())))
        return self._read_slowly(mended(text))

    def _name_without_numeral(self, street: str) -> str:
        """Return a name of letters only, once; empty if it wants a closer look: odd words, perhaps a numeral."""
        odd = _ODD_WORD.search(street) or (self._numbered and normal_street(street) in self._before_numerals)
        return "" if odd else once(" ".join(street.split()))

    def _is_known(self, name: str) -> bool:
        return normal_street(name) in self._known

    def _read_slowly(self, text: str) -> Parts:
        text = once(text)
        if not _TWO_NUMBERS.search(text) and self._is_known(text):
            return Parts(text)
        found = _POSTCODE.search(text)
        postcode, place = (found["plz"], found["place"]) if found else ("", "")
        if found:
            before, behind = text[: found.start()].rstrip(" ,;|-/("), text[found.end() :].strip(" ,;|-/")
            if not before and behind and not behind[0].isdigit():
                before, behind = behind, ""
            elif not before:
                (before, place), behind = self._street_behind_town(place, behind), ""
            text = f"{before}, {behind}" if behind else before
        place = place.strip(" ,-/" if "(" in place else " ,-/)")
        text, remark = self._without_brackets(_AFTER_NUMBER.sub(lambda hit: hit["number"], text))
        place, inside = self._without_brackets(place)
        street, number, town = self._street_of(text, bool(postcode))
        return Parts(street, number_alone(number), postcode, inside or remark or place or town)

    def _street_behind_town(self, place: str, number: str) -> tuple[str, str]:
        """Part ``Essen Hauptstr.`` before the longest name that the list has; return street and number, and town."""
        words = place.split()
        for start in range(1, len(words)):
            if self._is_known(" ".join(words[start:])):
                return f"{' '.join(words[start:])} {number}".strip(), " ".join(words[:start])
        return f"{place} {number}".strip(), ""

    def _without_brackets(self, text: str) -> tuple[str, str]:
        """Return a text without its brackets, and what stood in them if that may be a place."""
        found = _BRACKETS.search(text)
        if not found or self._is_known(_split_number(text)[0]):
            return text, ""
        inside = found["inside"].strip()
        rest = " ".join((text[: found.start()] + " " + text[found.end() :]).split())
        if _SAYS_NOTHING.match(inside) or _INSTITUTION.search(inside):
            inside = ""
        return rest.replace(" ,", ","), inside

    def _street_of(self, text: str, located: bool) -> tuple[str, str, str]:
        """Return street, number and town of a text without postcode; `located` if a postcode was there."""
        segments = self._segments(once(text))
        read = [self._split(segment) for segment in segments]
        streets = [place for place, part in enumerate(read) if self._is_known(part[0])]
        if len({normal_street(read[place][0]) for place in streets}) > 1:
            return text, "", ""
        numbered = [place for place in streets if read[place][1]]
        numbered = numbered or streets or [place for place, part in enumerate(read) if part[1]] or [0]
        if not read:
            return text, "", ""
        chosen = numbered[0]
        street, number, town = read[chosen]
        others = [segment for place, segment in enumerate(segments) if place not in {chosen, *streets}]
        before = [segment for segment in segments[:chosen] if segment in others and not _INSTITUTION.search(segment)]
        behind = [segment for segment in segments[chosen + 1 :] if segment in others and not re.search(r"\d", segment)]
        named = [town] if town else [] if located else behind or before
        return once(street.strip(" ,;/")), number.strip(), (named or [""])[0]

    def _segments(self, text: str) -> list[str]:
        """Return the parts between commas and the like; a number of its own belongs to the part before it."""
        result: list[str] = []
        for segment in (part.strip(" -/") for part in re.split(r"[,;|]", text)):
            if result and _ONLY_NUMBER.match(segment):
                result[-1] += (", " if _split_number(result[-1])[1] else " ") + segment
            elif segment and (not _SAYS_NOTHING.match(segment) or self._is_known(_split_number(segment)[0])):
                result.append(segment)
        return result

    def _split(self, segment: str) -> tuple[str, str, str]:
        """Return name, number and what stands behind the number."""
        street, number = _split_number(segment)
        if number and not self._is_known(street):
            street, number = self._with_own_word(street, number)
        if number:
            return street, number, ""
        first = _NUMBER_FIRST.match(segment)
        if first and self._is_known(first["street"]):
            return first["street"], first["number"], ""
        found = _NUMBER_INSIDE.match(segment)
        if found and self._is_known(found["street"]):
            town = "" if "/" in found["mark"] or _SAYS_NOTHING.match(found["rest"]) else found["rest"]
            return found["street"], found["number"], town
        return street, number, ""

    def _with_own_word(self, street: str, number: str) -> tuple[str, str]:
        """Give a word or number back to the name it belongs to (``Am Roten Haus 5``, ``Straße 12 5``)."""
        word = _WORD_AND_NUMBER.match(number)
        if word and self._is_known(f"{street} {word[1]}"):
            return f"{street} {word[1]}", word[2]
        for end in [found.end() for found in re.finditer(r"\d+", number)][::-1]:
            name = f"{street} {number[:end]}"
            if normal_street(name) in self._numbered:
                return name, number[end:].strip(" ,-/")
        return street, number


def _split_number(text: str) -> tuple[str, str]:
    found = _NUMBER_AT_END.match(text)
    return (found["street"].strip(" ,;"), found["number"]) if found else (text, "")
