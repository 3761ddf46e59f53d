"""A normal form of German street names, in which ways of writing the same name are equal."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import pandas as pd

# Only abbreviations that stand for one word; "a.", "d.", "gr.", "kl." have several readings and stay as they are.
_WORDS = {
    "str": "strasse", "st": "sankt", "dr": "doktor", "prof": "professor", "gebr": "gebrueder", "frhr": "freiherr",
    "bgm": "buergermeister", "pl": "platz", "wg": "weg", "ing": "ingenieur", "pfr": "pfarrer",
}  # fmt: skip
_ENDINGS = (("str", "strasse"), ("pl.", "platz"), ("wg.", "weg"))
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# What may stand between words is a blank; a dot ends a word, also where no blank follows.
_BLANKS = {**_UMLAUTS, **str.maketrans({**dict.fromkeys("-‐‑‒–—―_/,;:'’`´\"()", " "), ".": ". "})}


@lru_cache(maxsize=1 << 16)
def normal_street(name: str | None) -> str:
    """Return the form in which street names are compared, not shown.

    Case, blanks, hyphens, dots and accents do not count; ``str.``, ``St.``, ``Dr.`` and the like are written out;
    umlauts are two letters.

    >>> normal_street("Albert-Einstein-Str."), normal_street("St. Annenstraße ")
    ('alberteinsteinstrasse', 'sanktannenstrasse')
    """
    # Compose first: a decomposed umlaut (u + dots) would else lose its dots.
    lower = unicodedata.normalize("NFKC", name or "").lower().translate(_BLANKS)
    plain = lower if lower.isascii() else _without_accents(lower)
    return "".join([_spelled_out(word) for word in plain.split()])


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _spelled_out(word: str) -> str:
    bare = word.replace(".", "")
    if bare in _WORDS:
        return _WORDS[bare]
    if word.endswith("strae"):  # the ß got lost on its way through an ASCII file
        return word[: -len("strae")] + "strasse"
    if word[-1] not in ".r":
        return bare
    for short, full in _ENDINGS:
        if word.endswith(short) or (short == "str" and bare.endswith(short)):
            return bare[: -len(short.rstrip("."))] + full
    return bare


def normal_streets(names: pd.Series) -> pd.Series:
    """Return the normal form of each name (missing names as empty text), working on each different name once."""
    codes, unique = pd.factorize(names.fillna("").astype(str))
    forms = pd.Series([normal_street(name) for name in unique], dtype=object)
    return pd.Series(forms.to_numpy()[codes], index=names.index, dtype=object)


def spelled_words(name: str) -> list[tuple[str, bool]]:
    """Return the words of a name in their normal form, each with whether it ended with a dot and stayed as it was."""
    words = unicodedata.normalize("NFKC", name).lower().translate(_BLANKS).split()
    spelled = [(_without_accents(_spelled_out(word)), word) for word in words]
    return [(full, word.endswith(".") and full == word.replace(".", "")) for full, word in spelled if full]
