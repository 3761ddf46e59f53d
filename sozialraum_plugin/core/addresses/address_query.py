"""What a person types into the search line, read as street, house number, postcode and town."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .house_numbers import HouseNumber, format_house_number, parse_house_number
from .street_names import normal_street

_POSTCODE = re.compile(r"(?<!\d)\d{5}(?!\d)")
_NUMBER = re.compile(
    r"(?<!\w)\d{1,4}(?!\d)(?:\s*[a-z]{1,2}\d?(?!\w))?(?:\s+1/2)?(?:\s*[-–/]\s*\d{1,4}\s*(?:[a-z](?!\w))?)?(?!\w)", re.I
)


@dataclass(frozen=True)
class Query:
    """One way to read a text.

    `prefixes` are normal forms of which one begins the street or a word of it; `number` is None where none was
    typed; `label` is the whole number as a clerk writes it; `postcode` and `place` (normal form) are empty or must fit.
    """

    prefixes: tuple[str, ...]
    number: HouseNumber | None = None
    label: str = ""
    postcode: str = ""
    place: str = ""


def read_query(text: str) -> list[Query]:
    """Return the ways to read a text, the likeliest first; none where no letter was typed.

    >>> [query.label for query in read_query("Haupts 12 a, 52511 Geilenkirchen")][0]
    '12a'
    """
    plain = " ".join(text.split())
    found = _POSTCODE.search(plain)
    postcode = found[0] if found else ""
    if found:
        plain = f"{plain[: found.start()]}, {plain[found.end() :]}"
    readings = [reading for reading in _with_number(plain, postcode) if reading.prefixes]
    for street, place in _streets_and_places(plain):
        readings.append(Query(_prefixes(street), None, "", postcode, normal_street(place)))
    return [reading for reading in dict.fromkeys(readings) if reading.prefixes]


def _with_number(plain: str, postcode: str) -> list[Query]:
    """Return the readings with a house number; the last number of a text is the likeliest."""
    readings = []
    for found in reversed(list(_NUMBER.finditer(plain))):
        value = parse_house_number(found[0]).value
        if value is None:
            continue
        before, after = plain[: found.start()].strip(" ,;"), plain[found.end() :].strip(" ,;")
        pairs = [(before, after)] if before else _streets_and_places(after)
        pairs += [(street, f"{rest} {after}".strip()) for street, rest in _streets_and_places(before)[1:]]
        for street, place in pairs:
            label = format_house_number(value)
            readings.append(Query(_prefixes(street), value, label, postcode, normal_street(place)))
    return readings


def _streets_and_places(plain: str) -> list[tuple[str, str]]:
    """Return how words may part into street and town: by a comma, else all street, then ever more of them town."""
    street, comma, place = plain.partition(",")
    if comma:
        return [(street.strip(), place.strip(" ,;"))]
    words = plain.split()
    return [(plain, ""), *((" ".join(words[:-k]), " ".join(words[-k:])) for k in range(1, min(len(words), 4)))]


def _prefixes(street: str) -> tuple[str, ...]:
    """Return the normal forms of a beginning; its last word may be short for something (``St.``) or unfinished."""
    if not any(letter.isalpha() for letter in street):
        return ()
    unfinished = normal_street(street + "x")[:-1]
    return tuple(form for form in dict.fromkeys([normal_street(street), unfinished]) if form)
