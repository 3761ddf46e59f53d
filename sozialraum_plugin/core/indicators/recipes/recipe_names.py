"""How much two heads of columns say the same: spelling, umlauts, Roman numbers, filling words and years set aside.

The measure is ours: words are compared one by one (Ratcliff and Obershelp's ratio, Python's difflib) and numbers must
be equal, so that "unter 15" is never taken for "unter 25", nor "männlich" for "weiblich".
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_ROMAN |= {"x": "10", "xi": "11", "xii": "12"}
_FILLERS = {
    "gesamt", "insgesamt", "insg", "anzahl", "summe", "zahl", "der", "die", "das",
    "des", "von", "vom", "im", "in", "am", "zum", "und", "u", "nach", "je", "absolut", "abs",
}  # fmt: skip
_TIME = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}|(?<!\d)(?:19|20)\d{2}(?:[/-]\d{2,4})?(?!\d)")
_TOKEN = re.compile(r"\d+|[a-z]+")
_WORD_RATIO = 0.8
_SHORT = 3


@cache
def words_of(head: str) -> tuple[str, ...]:
    """Return the words and numbers of a head that tell it from others.

    >>> words_of("SGB II"), words_of("SGB2_gesamt"), words_of("Bevölkerung 2024 (insg.)")
    (('sgb', '2'), ('sgb', '2'), ('bevoelkerung',))
    """
    text = unicodedata.normalize("NFC", head).casefold().translate(_UMLAUTS)
    text = _TIME.sub(" ", text)
    text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    words = [_ROMAN.get(token, token) for token in _TOKEN.findall(text)]
    telling = [word.lstrip("0") or "0" if word.isdigit() else word for word in words if word not in _FILLERS]
    return tuple(telling or words)


def name_similarity(first: str, second: str) -> float:
    """Return from 0 (nothing in common) to 1 (the same but for spelling) how much two heads say the same."""
    one, other = words_of(first), words_of(second)
    if not one or not other:
        return 0.0
    if sorted(one) == sorted(other) or "".join(one) == "".join(other):
        return 1.0
    if sorted(filter(str.isdigit, one)) != sorted(filter(str.isdigit, other)):
        return 0.0
    shared = _shared_weight(one, other)
    return shared / max(sum(map(len, one)), sum(map(len, other)))


def _shared_weight(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return the sum of the words of `one`, weighed by length, that find a like word in `other`, each used once."""
    free = list(other)
    total = 0.0
    for word in sorted(one, key=len, reverse=True):
        best = max(free, key=lambda candidate: _word_ratio(word, candidate), default=None)
        ratio = _word_ratio(word, best) if best is not None else 0.0
        if best is not None and ratio >= _WORD_RATIO:
            free.remove(best)
            total += ratio * min(len(word), len(best))
    return total


def _word_ratio(word: str, other: str) -> float:
    if word == other:
        return 1.0
    if word.isdigit() or other.isdigit():
        return 0.0
    short, long = sorted((word, other), key=len)
    if len(short) >= _SHORT and long.startswith(short):
        return 0.9  # an abbreviation: Alo, Arbeitsl.
    return SequenceMatcher(None, word, other, autojunk=False).ratio()
