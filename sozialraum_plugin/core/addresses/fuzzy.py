"""Misspelt street names: which name of the list is meant, if only one can be.

Names are compared in their normal form. Letters that tell real names apart are never changed: digits, the letter or
numeral behind `strasse`, and what makes one name of the list another one.
"""

from __future__ import annotations

import os.path
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from .spelling import distances, is_kind, letter_counts, letters, may_be_near, near_pairs, stem

_MOST = 2
_LONG = 12  # from this length on two wrong letters are allowed
_SHORT_STEM = 4  # a stem so short is a name of its own with any other letter
_TWICE_STEM = 10  # from this length on two letters of the stem may be wrong
_SUBSTITUTION_STEM = 7  # from this length on another letter in the stem is a slip, not another name
_FIRST_STEM = 7  # from this length on the first letter may be wrong
_UMLAUTS = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("ss", "ß"))
_STRANGE_STEM = 3  # from this length on a letter may be wrong if the name is none that letters make
_MANY_NAMES = 1000  # a list of so many names knows nearly all sequences of letters
_LONGEST_KIND = "strasse"
_AROUND_STR = 4  # letters at the end of an abbreviated name in which the slip may lie
_NO_SAINT = re.compile(r"sankt(?=r?$)")  # what became of `St.` or `St.r` at the end
_AT_ONCE = 50_000  # names asked that are compared in one go
_ARABIC = "0123456789"
_DIGITS = re.compile(r"\d+")
_NUMERAL_END = re.compile(r"(?:strasse|weg|zeile|reihe|gang|platz)([ivx]+|[a-z])$")
_NUMERAL = re.compile(r"(?<!\w)[ivx]+(?!\w)|\d+", re.IGNORECASE)


def numerals(name: str) -> str:
    """Return the Roman and Arabic numerals of a name as it is written (`II. Gartenweg`: `ii`)."""
    return " ".join(_NUMERAL.findall(name.replace("_", " "))).lower()


class Slip(NamedTuple):
    """A normal name `asked` that may be a slip for `meant`, with the wrong letters in it.

    It is `likely` if it can be believed without a postcode or the like that fits: one wrong letter, but the first one
    only if no known name begins like this or has such letters in a row, or a misspelt kind of street.
    """

    asked: str
    meant: str
    steps: int
    likely: bool


class _Evidence:
    """What the names of a list tell about any other name."""

    def __init__(self, names: list[str]) -> None:
        """Take the normal names of the list."""
        forms = [*names, *(one_letter_umlauts(name) for name in names)]
        self.stems = {stem(name) for name in forms}
        self.beginnings = {name[:2] for name in forms}
        self._sequences = {name[at : at + 3] for name in map(_fenced, forms) for at in range(len(name) - 2)}
        self._least = 1 if len(names) >= _MANY_NAMES else 2

    def strange(self, name: str) -> bool:
        """Tell whether a name has three letters in a row that no name of the list has, so that it is hardly a name."""
        fenced = _fenced(name)
        return sum(fenced[at : at + 3] not in self._sequences for at in range(len(fenced) - 2)) >= self._least


def _fenced(name: str) -> str:
    return f"^{name}$"


def similar_names(asked: Iterable[str], known: Iterable[str]) -> list[Slip]:
    """Return all pairs of names of which the first may be a slip for the second, each once.

    Names are compared as they are and with each umlaut and ß as the one letter that it is on the keyboard; the smaller
    distance counts.
    """
    here, there = list(asked), list(known)
    evidence = _Evidence(there)
    parts = [_similar(here[at : at + _AT_ONCE], there, evidence) for at in range(0, len(here), _AT_ONCE)]
    return [slip for part in parts for slip in part]


def _similar(here: list[str], there: list[str], evidence: _Evidence) -> list[Slip]:
    """Return what `similar_names` does, for so many names asked as memory holds at once."""
    single_here, single_there = (
        [name for name in names if one_letter_umlauts(name) != name] for names in (here, there)
    )
    slips = _slips(here, there, evidence, lambda name: name)
    slips += _slips(here, single_there, evidence, one_letter_umlauts)
    plain_there = [name for name in there if one_letter_umlauts(name) == name]
    slips += _slips(single_here, plain_there, evidence, one_letter_umlauts)
    slips += _misspelt_abbreviations(here, there)
    best: dict[tuple[str, str], Slip] = {}
    for slip in sorted(slips, key=lambda slip: (slip.steps, not slip.likely)):
        best.setdefault((slip.asked, slip.meant), slip)
    return list(best.values())


@lru_cache(maxsize=1 << 16)
def one_letter_umlauts(name: str) -> str:
    """Return a normal name with one letter for each umlaut and ß of its stem (``muehlenweg``: ``mühlenweg``)."""
    front = stem(name)
    for pair, letter in _UMLAUTS:
        front = front.replace(pair, letter)
    return front + name[len(stem(name)) :]


def _slips(here: list[str], there: list[str], evidence: _Evidence, form: Callable[[str], str]) -> list[Slip]:
    """Return the pairs of normal names whose `form` differs as a slip does, with the distance of the forms."""
    forms_here, forms_there = [form(name) for name in here], [form(name) for name in there]
    left, right = near_pairs(forms_here, forms_there)
    table = letters(forms_here + forms_there)
    counts = letter_counts(table)
    near = may_be_near(counts[left], counts[len(here) + right], _MOST)
    left, right = left[near], right[near]
    steps = distances(table[left], table[len(here) + right], _MOST)
    fits = steps <= _MOST
    result = []
    for a, b, step in zip(left[fits].tolist(), right[fits].tolist(), steps[fits].tolist()):
        asked, known = forms_here[a], forms_there[b]
        if here[a] != there[b] and _is_slip(asked, known, step, evidence):
            first = asked[0] == known[0] or asked[:2] not in evidence.beginnings or evidence.strange(asked)
            result.append(Slip(here[a], there[b], step, (step == 1 and first) or asked.startswith(stem(known))))
    return result


def _misspelt_abbreviations(here: list[str], there: list[str]) -> list[Slip]:
    """Return the pairs that differ in a letter of ``str.`` or beside it (``Lindenst.``, ``Elisenst.r``)."""
    cut = {name: _NO_SAINT.sub("st", name) for name in here if not name.endswith(_LONGEST_KIND)}
    open_names = [name for name, form in cut.items() if len(set(form[-4:]) & set("str")) > 1]
    asked = [cut[name] for name in open_names]
    known = {name[: 3 - len(_LONGEST_KIND)] if name.endswith(_LONGEST_KIND) else "": name for name in there}
    known.pop("", None)
    shorts = list(known)
    left, right = near_pairs(asked, shorts)
    table = letters(asked + shorts)
    steps = distances(table[left], table[len(asked) + right], 1)
    result = []
    for a, b, step in zip(left.tolist(), right.tolist(), steps.tolist()):
        same = len(os.path.commonprefix([asked[a], shorts[b]]))
        if (
            step <= 1
            and same >= len(shorts[b]) - _AROUND_STR
            and _DIGITS.findall(asked[a]) == _DIGITS.findall(shorts[b])
        ):
            result.append(Slip(open_names[a], known[shorts[b]], 1, True))
    return result


def _is_slip(asked: str, known: str, steps: int, evidence: _Evidence) -> bool:
    """Tell whether what differs can be a slip: no numeral, no other word, no very short name."""
    if _DIGITS.findall(asked) != _DIGITS.findall(known) or _NUMERAL_END.search(known) or _NUMERAL_END.search(asked):
        return False
    if _differs_in_kind(asked.rstrip(_ARABIC), known.rstrip(_ARABIC), steps):
        return True
    if steps > (1 if len(known) < _LONG else _MOST):
        return False
    asked_stem, known_stem = stem(asked), stem(known)
    if asked_stem == known_stem:
        return True
    if asked_stem in evidence.stems:
        return False
    least = _TWICE_STEM if steps > 1 else _stem_needed(asked, known)
    if asked[0] != known[0]:
        least = max(least, _FIRST_STEM)
    return len(known_stem) >= least or (steps == 1 and len(known_stem) >= _STRANGE_STEM and evidence.strange(asked))


def _differs_in_kind(asked: str, known: str, steps: int) -> bool:
    """Tell whether only the kind of street is misspelt (``Seestrae``, ``Plattz``), and enough of it is left."""
    front = stem(known)
    kind = known[len(front) :] if front != known else known
    if front == known:
        front = ""
    enough = len(kind) > _MOST * steps and (steps == 1 or kind == _LONGEST_KIND or len(known) >= _LONG)
    return is_kind(kind) and enough and asked.startswith(front)


def _stem_needed(asked: str, known: str) -> int:
    """Return how long a stem must be for the one slip: swapped, lost and added letters need less than another one."""
    if len(asked) == len(known) and sorted(asked) != sorted(known):
        return _SUBSTITUTION_STEM
    return _SHORT_STEM + 1
