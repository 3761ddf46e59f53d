"""What the columns of a register say: sex, nationality, kind of residence, weights, and categories as names."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
import pandas as pd

from ...addresses.cells import cell_text

MALE, FEMALE, DIVERSE, UNSTATED = "M", "W", "D", "X"
GERMAN, FOREIGN, NO_NATIONALITY = "DEUTSCH", "AUSL", "STAAT_OHNE"
MAIN, SECONDARY, UNREADABLE = "H", "N", ""

_SEXES = {
    MALE: ("m", "männlich", "maennlich", "mann", "male", "1"),
    FEMALE: ("w", "f", "weiblich", "frau", "female", "2"),
    DIVERSE: ("d", "divers", "diverse", "3"),
}
_GERMAN_WORDS = {"d", "de", "deu", "dt", "dt.", "deutsch", "deutschland", "deutsche", "deutscher", "german", "germany",
                 "000", "0"}  # fmt: skip
_NO_STATE = {"", "-", "–", "k.a.", "ka", "keine angabe", "ohne angabe", "unbekannt", "999", "o.a."}
_MAIN_WORDS = re.compile(r"h|hw|hws|a|alleinige?.*|haupt.*|einzige?.*|1|main.*|erst.*", re.IGNORECASE)
_SECONDARY_WORDS = re.compile(r"n|nw|nws|neben.*|2|second.*|zweit.*", re.IGNORECASE)
_STATES = re.compile(r"\s*[/,;+]\s*|\s+und\s+")
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "AE", "Ö": "OE", "Ü": "UE"})
_NOT_IN_NAMES = re.compile(r"[^0-9A-Za-z]+")


def texts_once(cells: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Return numbers (n,) into the different texts of a column, and those texts."""
    codes, texts = pd.factorize(cells.map(cell_text))
    return codes, np.asarray(texts, dtype=object)


def sexes(cells: pd.Series) -> np.ndarray:
    """Return M, W, D or X (nothing stated, or not understood) for each cell."""
    known = {word: code for code, words in _SEXES.items() for word in words}
    codes, texts = texts_once(cells)
    return np.array([known.get(text.lower().rstrip("."), UNSTATED) for text in texts] + [UNSTATED], object)[codes]


def nationalities(cells: pd.Series) -> np.ndarray:
    """Return DEUTSCH, AUSL or STAAT_OHNE for each cell; who has the German nationality beside another is German.

    Stateless persons and those whose nationality is not settled are foreigners (§ 2 AufenthG).
    """
    codes, texts = texts_once(cells)
    return np.array([_nationality(text.lower()) for text in texts] + [NO_NATIONALITY], dtype=object)[codes]


def _nationality(text: str) -> str:
    if text in _NO_STATE:
        return NO_NATIONALITY
    return GERMAN if set(_STATES.split(text)) & _GERMAN_WORDS else FOREIGN


def residences(cells: pd.Series) -> np.ndarray:
    """Return H, N or an empty text (not understood) for each cell; a sole residence is a main one."""
    codes, texts = texts_once(cells)
    return np.array([_residence(text) for text in texts] + [UNREADABLE], dtype=object)[codes]


def _residence(text: str) -> str:
    if _MAIN_WORDS.fullmatch(text):
        return MAIN
    return SECONDARY if _SECONDARY_WORDS.fullmatch(text) else UNREADABLE


def weights(cells: pd.Series) -> np.ndarray:
    """Return the numbers of a column (decimal comma or point); NaN where there is none or it is negative."""
    codes, texts = texts_once(cells)
    numbers = np.array([_weight(text) for text in texts] + [np.nan], dtype=float)
    return numbers[codes]


def _weight(text: str) -> float:
    try:
        number = float(text.replace(".", "").replace(",", ".") if "," in text else text)
    except ValueError:
        return np.nan
    return number if 0 <= number < np.inf else np.nan


def as_variable(text: str) -> str:
    """Return a text as part of a variable's name: capital letters, digits and underscores.

    >>> as_variable("SGB II"), as_variable("Übergang (GY)"), as_variable("")
    ('SGB_II', 'UEBERGANG_GY', 'OHNE')
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode()
    return _NOT_IN_NAMES.sub("_", plain).strip("_").upper() or "OHNE"
