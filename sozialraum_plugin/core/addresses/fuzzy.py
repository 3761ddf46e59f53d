"""Misspelt street names: which name of the list is meant, if only one can be.

Names are compared in their normal form. Candidates share a beginning but for up to two deleted letters (a hash join);
only they are compared letter by letter. Letters that tell real names apart are never changed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

_PREFIX = 8  # letters of the beginning from which letters are deleted
_MOST = 2
_LONG = 12  # from this length on two wrong letters are allowed
_SHORT_STEM = 4  # a stem so short is a name of its own with any other letter
_TWICE_STEM = 10  # from this length on two letters of the stem may be wrong
_SUBSTITUTION_STEM = 7  # from this length on another letter in the stem is a slip, not another name
_KINDS = "strasse|weg|platz|allee|gasse|ring|damm|ufer|steig|pfad|zeile|chaussee|promenade|berg|hof|park|markt|garten"
_STEM = re.compile(rf"^(.*?)({_KINDS})$")
_ROMAN_START = re.compile(r"^[ivx]+")
_DIGITS = re.compile(r"\d+")
_NUMERAL_END = re.compile(r"(?:strasse|weg|zeile|reihe|gang|platz)([ivx]+|[a-z])$")


def distance(first: str, second: str, most: int = _MOST) -> int:
    """Return the Damerau-Levenshtein distance (swapped neighbours count one); `most` + 1 if it is larger."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    first, second = _differing(first, second)
    if not first or not second:
        return min(max(len(first), len(second)), most + 1)
    before: list[int] = []
    last = list(range(len(second) + 1))
    for i, letter in enumerate(first):
        row = [i + 1]
        for j, other in enumerate(second):
            cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (letter != other))
            if i and j and letter == second[j - 1] and first[i - 1] == other:
                cost = min(cost, before[j - 1] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return min(last[-1], most + 1)


def _differing(first: str, second: str) -> tuple[str, str]:
    """Return both texts without the beginning and the end that they share."""
    start, shortest = 0, min(len(first), len(second))
    while start < shortest and first[start] == second[start]:
        start += 1
    end = 0
    while end < shortest - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return first[start : len(first) - end], second[start : len(second) - end]


def _deletes(name: str) -> set[str]:
    """Return the beginning of a name with up to two letters left out."""
    start = name[:_PREFIX]
    once = {start[:i] + start[i + 1 :] for i in range(len(start))}
    twice = {text[:i] + text[i + 1 :] for text in once for i in range(len(text))}
    return {start} | once | twice


def similar_names(asked: Iterable[str], known: Iterable[str]) -> list[tuple[str, str, int]]:
    """Return (asked name, known name, distance) for all pairs of which the first may be a slip for the second."""
    asked_at: dict[str, list[str]] = defaultdict(list)
    for name in asked:
        for text in _deletes(name):
            asked_at[text].append(name)
    listed = list(known)
    stems = {_stem(name) for name in listed}
    pairs: dict[str, set[str]] = defaultdict(set)
    for name in listed:
        for text in _deletes(name):
            if text in asked_at:
                pairs[name].update(asked_at[text])
    letters = {name: frozenset(name) for name in pairs}
    result = []
    for name, others in pairs.items():
        allowed, here = _allowed(name), letters[name]
        for other in others:
            there = letters.get(other) or letters.setdefault(other, frozenset(other))
            if abs(len(name) - len(other)) > allowed or len(here - there) > allowed or len(there - here) > allowed:
                continue
            steps = distance(other, name, allowed)
            if steps <= allowed and _is_slip(other, name, steps, stems):
                result.append((other, name, steps))
    return result


def _allowed(name: str) -> int:
    return _MOST if len(name) >= _LONG else 1


def _stem(name: str) -> str:
    found = _STEM.match(name)
    return found[1] if found and found[1] else name


def _is_slip(asked: str, known: str, steps: int, stems: set[str]) -> bool:
    """Tell whether what differs can be a slip: no numeral, no other word, no very short name."""
    if _DIGITS.findall(asked) != _DIGITS.findall(known) or _NUMERAL_END.search(known) or _NUMERAL_END.search(asked):
        return False
    asked_stem, stem = _stem(asked), _stem(known)
    kind = len(known) - len(stem)
    if asked_stem == stem or (kind > _MOST * steps and asked.startswith(stem)):
        return True
    if asked_stem in stems or len(stem) <= _SHORT_STEM:
        return False
    if asked[0] != known[0] or _ROMAN_START.findall(asked) != _ROMAN_START.findall(known):
        return False
    least = _TWICE_STEM if steps > 1 else _stem_needed(*_differing(asked, known))
    return len(stem) >= least


def _stem_needed(here: str, there: str) -> int:
    """Return how long a stem must be in which `here` stands for `there`."""
    if len(here) == len(there) and here != there[::-1]:
        return _SUBSTITUTION_STEM
    return _SHORT_STEM + 1
