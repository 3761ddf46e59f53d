"""A normal form of German street names, in which ways of writing the same name are equal."""

from __future__ import annotations

import re
import unicodedata

import pandas as pd

# Only abbreviations that stand for one word; "a.", "d.", "gr.", "kl." have several readings and stay as they are.
_WORDS = {
    "str": "strasse", "st": "sankt", "dr": "doktor", "prof": "professor", "gebr": "gebrueder", "frhr": "freiherr",
    "bgm": "buergermeister", "pl": "platz", "wg": "weg", "ing": "ingenieur", "pfr": "pfarrer",
}  # fmt: skip
_ENDINGS = (("str", "strasse"), ("pl.", "platz"), ("wg.", "weg"))
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_BETWEEN_WORDS = re.compile(r"[\s\-‐-―_/,;:'’`´\"()]+|(?<=\.)(?=\w)")


def normal_street(name: str | None) -> str:
    """Return the form in which street names are compared, not shown.

    Case, blanks, hyphens, dots and accents do not count; ``str.``, ``St.``, ``Dr.`` and the like are written out;
    umlauts are two letters.

    >>> normal_street("Albert-Einstein-Str."), normal_street("St. Annenstraße ")
    ('alberteinsteinstrasse', 'sanktannenstrasse')
    """
    # Compose first: a decomposed umlaut (u + dots) would else lose its dots.
    lower = unicodedata.normalize("NFKC", name or "").lower().translate(_UMLAUTS)
    plain = lower if lower.isascii() else _without_accents(lower)
    return "".join(_spelled_out(word) for word in _BETWEEN_WORDS.split(plain) if word)


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _spelled_out(word: str) -> str:
    bare = word.replace(".", "")
    if bare in _WORDS:
        return _WORDS[bare]
    for short, full in _ENDINGS:
        if word.endswith(short) or (short == "str" and bare.endswith(short)):
            return bare[: -len(short.rstrip("."))] + full
    return bare


def normal_streets(names: pd.Series) -> pd.Series:
    """Return the normal form of each name (missing names as empty text), working on each different name once."""
    codes, unique = pd.factorize(names.fillna("").astype(str))
    forms = pd.Series([normal_street(name) for name in unique], dtype=object)
    return pd.Series(forms.to_numpy()[codes], index=names.index, dtype=object)


# Abbreviations with several readings: the list of streets decides which one is meant.
_READINGS = {
    "gr": ("grosse", "grosser", "grosses", "grossen"), "kl": ("kleine", "kleiner", "kleines", "kleinen"),
    "a": ("am", "an"), "d": ("der", "des", "dem"), "v": ("von", "vor"), "u": ("und", "unter"), "i": ("im", "in"),
    "z": ("zum", "zur"), "ob": ("obere", "oberer"), "unt": ("untere", "unterer"), "al": ("allee",),
    "kirchh": ("kirchhof",), "frh": ("freiherr",), "gen": ("general",), "hl": ("heilige", "heiligen"),
}  # fmt: skip
_GLUED_ENDINGS = (("pl", "platz"), ("wg", "weg"), ("all", "allee"), ("g", "gasse"))
_MOST_READINGS = 64


def readings_of_abbreviations(name: str) -> set[str]:
    """Return the normal forms that a name with abbreviations of several readings (``Gr.``, ``Kl.``) may have."""
    forms = [""]
    words = [word for word in _BETWEEN_WORDS.split(name.lower().translate(_UMLAUTS)) if word]
    for place, word in enumerate(words):
        bare = word.replace(".", "")
        spelled = [*_READINGS.get(bare, ()), _spelled_out(word)]
        if place == len(words) - 1:
            spelled += [bare[: -len(short)] + full for short, full in _GLUED_ENDINGS if bare.endswith(short)]
        forms = [form + reading for form in forms for reading in spelled]
        if len(forms) > _MOST_READINGS:
            return set()
    return set(forms) - {normal_street(name)}
