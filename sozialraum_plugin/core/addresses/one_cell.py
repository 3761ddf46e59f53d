"""A cell that holds more than a street: number, postcode and town behind it, the name twice, broken letters."""

from __future__ import annotations

import re
from collections.abc import Collection

import pandas as pd

from .street_names import normal_street

_NUMBER = (
    r"(?:(?:haus|h)?nr\.?\s*)?\d{1,4}(?:\s*[a-z](?![a-z]))?(?:\s+1/2|\s*½)?"
    r"(?:\s*(?:[-–/+&]|bis|und|u\.)\s*(?:\d{1,4}\s*(?:[a-z](?![a-z]))?|[a-z](?![a-z])))?(?:\s*(?:hh|vh|gh|sf))?"
)
_NUMBER_AT_END = re.compile(rf"^(?P<street>.*?[^\W\d].*?)[\s,]*(?<!\d)(?P<number>{_NUMBER})\s*$", re.IGNORECASE)
# The plain case, which needs none of the slower patterns: letters, blank, number.
_PLAIN = re.compile(r"^([^\W\d_][^\d,;/ÃÂ?\ufffd]*[^\W\d_]\.?) +(\d{1,4} ?[A-Za-z]?)$")
_PLACE_AT_END = re.compile(r"^(?P<street>.*[^\W\d].*?)[\s,;/-]+(?:D[-\s]?)?(?P<plz>\d{5})(?:[\s,]+(?P<place>\D*))?$")
_PLACE_FIRST = re.compile(r"^(?:D[-\s]?)?(?P<plz>\d{5})\s+(?P<place>[^,;\d]+)[,;]\s*(?P<street>.+)$")
_TOWN_AT_END = re.compile(r"^(?P<street>.*[^\W\d].*?)\s*[,;]\s*(?P<place>[^\W\d][^\d,;]{2,})$")
_AFTER = re.compile(r"[\s,;]+(?:c/o|z\.\s?hd\.?|bei|whg\.?|wohnung|\d+\.\s?(?:og|stock)|eg)\b.*$", re.IGNORECASE)
_BEFORE_NUMBER = re.compile(r"\b(?:c/o|z\.|bei|whg|wohnung|eg|h?nr|hausnr|bis|und|u)\b", re.IGNORECASE)
_LOST_SS = re.compile(r"(?<=stra)[?\ufffd](?=e)", re.IGNORECASE)
_BROKEN = re.compile("[ÃÂ]")

COLUMNS = ["strasse", "hausnummer", "plz", "ort"]


def mended(text: str) -> str:
    """Return a text whose UTF-8 was read as Latin-1 (``StraÃŸe``) as it was meant; any other as it is."""
    text = _LOST_SS.sub("ß", text)
    if not _BROKEN.search(text):
        return text
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text


def split_cell(text: str) -> tuple[str, str, str, str]:
    """Return street, number, postcode and town of a cell such as ``Hauptstr. 12a, 45127 Essen``; empty what is not.

    >>> split_cell("Hauptstr. 12a, 45127 Essen"), split_cell("Hauptstr. Hauptstr. 5")
    (('Hauptstr.', '12a', '45127', 'Essen'), ('Hauptstr.', '5', '', ''))
    """
    plain = _PLAIN.match(text)
    if plain and not _BEFORE_NUMBER.search(plain[1]):
        return once(" ".join(plain[1].split())), plain[2], "", ""
    rest = _AFTER.sub("", " ".join(mended(text).split()))
    postcode = place = ""
    for pattern in (_PLACE_FIRST, _PLACE_AT_END, _TOWN_AT_END):
        found = pattern.match(rest)
        if found:
            parts = found.groupdict()
            rest, place, postcode = parts["street"], (parts["place"] or "").strip(" ,"), parts.get("plz") or ""
            break
    found = _NUMBER_AT_END.match(rest)
    street, number = (found["street"], found["number"]) if found else (rest, "")
    return once(street.strip(" ,;")), number.strip(), postcode, place


def once(street: str) -> str:
    """Return a name that stands twice in its cell (``Hauptstr. Hauptstraße``) once."""
    words = street.split()
    half = len(words) // 2
    if len(words) % 2 or not half or words[0][0].lower() != words[half][0].lower():
        return street
    if normal_street(" ".join(words[:half])) != normal_street(" ".join(words[half:])):
        return street
    return " ".join(words[:half])


def split_cells(streets: pd.Series, known: Collection[str]) -> pd.DataFrame:
    """Return `COLUMNS` for a column of street cells, with its index, working on each different cell once.

    `known` are the normal names of the address list: a name with a numeral (``Straße 12``) that is one of them stays
    whole.
    """
    codes, unique = pd.factorize(streets)
    numbered = {name for name in known if any(letter.isdigit() for letter in name)}
    rows = [_whole_if_known(split_cell(text), numbered) for text in unique]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object).take(codes).set_axis(streets.index)


def _whole_if_known(parts: tuple[str, str, str, str], numbered: set[str]) -> tuple[str, str, str, str]:
    """Put a number back to the name that it belongs to."""
    street, number, postcode, place = parts
    if number and numbered and normal_street(f"{street} {number}") in numbered:
        return f"{street} {number}", "", postcode, place
    return parts
