"""Abbreviated street names that have several readings: the list of streets decides which one is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .street_names import spelled_words

_READINGS = {
    "gr": ("grosse", "grosser", "grosses", "grossen"), "kl": ("kleine", "kleiner", "kleines", "kleinen"),
    "a": ("am", "an"), "d": ("der", "des", "dem"), "v": ("von", "vor"), "u": ("und", "unter"), "i": ("im", "in"),
    "z": ("zum", "zur"), "ob": ("obere", "oberer"), "unt": ("untere", "unterer"), "al": ("allee",),
    "kirchh": ("kirchhof",), "frh": ("freiherr",), "gen": ("general",), "hl": ("heilige", "heiligen"),
}  # fmt: skip
_GLUED_ENDINGS = (("pl", "platz"), ("wg", "weg"), ("all", "allee"), ("g", "gasse"))
_GLUED = tuple(short for short, _ in _GLUED_ENDINGS)
_MOST_READINGS = 64
_SURE = 3  # letters of an abbreviated word that leave little doubt
_ROMAN = frozenset("ivx")


class Abbreviations:
    """Finds the names of a list that an abbreviated name may stand for."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names of the list as they are written."""
        self._words = {name: [word for word, _ in spelled_words(name)] for name in names}
        self._normal = {"".join(words) for words in self._words.values()}
        self._by_mask: dict[tuple[bool, ...], dict[tuple[str, ...], set[tuple[str, ...]]]] = {}

    def readings(self, name: str) -> dict[str, bool]:
        """Return the normal names of the list that `name` may mean: ``Gr. Gasse``, ``K.-Marx-Str.``, ``Marktpl.``.

        Each comes with whether enough of it is written to believe it without a postcode or the like that fits.
        """
        words = spelled_words(name)
        plain = [word for word, _ in words]
        result = dict.fromkeys(_by_meaning(plain) & self._normal, True)
        mask = tuple(shortened and not set(word) <= _ROMAN and not word.isdigit() for word, shortened in words)
        if any(mask):
            sure = all(len(word) >= _SURE for word, short in zip(plain, mask) if short)
            if mask not in self._by_mask:
                self._by_mask[mask] = self._indexed(mask)
            for known in self._by_mask[mask].get(_key(plain, mask), ()):
                if all(full.startswith(word) for full, word in zip(known, plain)):
                    result.setdefault("".join(known), sure)
        result.pop("".join(plain), None)
        return result

    def _indexed(self, mask: tuple[bool, ...]) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
        """Return the names by their words, of which those that the mask names count by their first letter only."""
        index: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        for words in self._words.values():
            if len(words) == len(mask):
                index[_key(words, mask)].add(tuple(words))
        return index


def _key(words: list[str], mask: tuple[bool, ...]) -> tuple[str, ...]:
    return tuple(word[:1] if short else word for word, short in zip(words, mask))


def _by_meaning(words: list[str]) -> set[str]:
    """Return the normal forms of a name whose abbreviations are those of a fixed list."""
    if not words or not (words[-1].endswith(_GLUED) or any(word in _READINGS for word in words)):
        return set()
    forms = [""]
    for place, word in enumerate(words):
        spelled = [*_READINGS.get(word, ()), word]
        if place == len(words) - 1:
            spelled += [word[: -len(short)] + full for short, full in _GLUED_ENDINGS if word.endswith(short)]
        forms = [form + reading for form in forms for reading in spelled]
        if len(forms) > _MOST_READINGS:
            return set()
    return set(forms)
