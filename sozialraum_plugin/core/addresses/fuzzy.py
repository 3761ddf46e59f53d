"""Misspelt street names: which name of the list is meant, if only one can be.

Names are compared in their normal form. Letters that tell real names apart are never changed: digits, the letter or
numeral behind `strasse`, and what makes one name of the list another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np

from .spelling import distances, letters, near_pairs, stem

_MOST = 2
_LONG = 12  # from this length on two wrong letters are allowed
_SHORT_STEM = 4  # a stem so short is a name of its own with any other letter
_TWICE_STEM = 10  # from this length on two letters of the stem may be wrong
_SUBSTITUTION_STEM = 7  # from this length on another letter in the stem is a slip, not another name
_FIRST_STEM = 7  # from this length on the first letter may be wrong
_DIGITS = re.compile(r"\d+")
_NUMERAL_END = re.compile(r"(?:strasse|weg|zeile|reihe|gang|platz)([ivx]+|[a-z])$")
_NUMERAL = re.compile(r"(?<!\w)[ivx]+(?!\w)|\d+", re.IGNORECASE)


def numerals(name: str) -> str:
    """Return the Roman and Arabic numerals of a name as it is written (`II. Gartenweg`: `ii`)."""
    return " ".join(_NUMERAL.findall(name.replace("_", " "))).lower()


def similar_names(asked: Iterable[str], known: Iterable[str]) -> list[tuple[str, str, int]]:
    """Return (asked name, known name, distance) for all pairs of which the first may be a slip for the second."""
    here, there = list(asked), list(known)
    stems = {stem(name) for name in there}
    left, right = near_pairs(here, there)
    long_here, long_there = (np.array([len(name) for name in names] or [0]) for names in (here, there))
    near = np.abs(long_here[left] - long_there[right]) <= _MOST
    left, right = left[near], right[near]
    table = letters(here + there)
    steps = distances(table[left], table[len(here) + right], _MOST)
    fits = steps <= np.where(long_there[right] >= _LONG, _MOST, 1)
    close = zip(left[fits].tolist(), right[fits].tolist(), steps[fits].tolist())
    return [(here[a], there[b], step) for a, b, step in close if _is_slip(here[a], there[b], step, stems)]


def _is_slip(asked: str, known: str, steps: int, stems: set[str]) -> bool:
    """Tell whether what differs can be a slip: no numeral, no other word, no very short name."""
    if _DIGITS.findall(asked) != _DIGITS.findall(known) or _NUMERAL_END.search(known) or _NUMERAL_END.search(asked):
        return False
    asked_stem, known_stem = stem(asked), stem(known)
    kind = len(known) - len(known_stem)
    if asked_stem == known_stem or (kind > _MOST * steps and asked.startswith(known_stem)):
        return True
    if asked_stem in stems or len(known_stem) <= _SHORT_STEM:
        return False
    if asked[0] != known[0] and len(known_stem) < _FIRST_STEM:
        return False
    least = _TWICE_STEM if steps > 1 else _stem_needed(asked, known)
    return len(known_stem) >= least


def _stem_needed(asked: str, known: str) -> int:
    """Return how long a stem must be for the one slip: swapped, lost and added letters need less than another one."""
    if len(asked) == len(known) and sorted(asked) != sorted(known):
        return _SUBSTITUTION_STEM
    return _SHORT_STEM + 1
