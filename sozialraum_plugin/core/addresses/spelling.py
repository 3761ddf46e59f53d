"""Texts that differ in few letters: candidates by hashed beginnings and ends, and their distance, in whole columns."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from .joins import pairs_of

_LETTERS = 8  # of the beginning, and of the end of the stem, that may hold one error
_AT_ONCE = 200_000  # pairs compared in one go
# Longer words before those that end like them.
_KINDS = ("promenade", "chaussee", "strasse", "garten", "allee", "gasse", "platz", "steig", "zeile", "markt", "damm",
          "pfad", "berg", "park", "ring", "ufer", "hof", "weg")  # fmt: skip
_BINS = 32  # for the letters a to z; others fall in with them
_FACTORS = np.array([1_000_003**power % 2**61 for power in range(1, _LETTERS + 1)], dtype=np.uint64)


@lru_cache(maxsize=1 << 16)
def stem(name: str) -> str:
    """Return a normal street name without the kind of street behind it (`bergstrasse`: `berg`)."""
    if name.endswith(_KINDS):
        kind = next(kind for kind in _KINDS if name.endswith(kind))
        return name[: -len(kind)] or name
    return name


def is_kind(word: str) -> bool:
    """Tell whether a word is a kind of street (`strasse`, `weg`)."""
    return word in _KINDS


def letters(texts: list[str]) -> np.ndarray:
    """Return the code points of texts, one row a text, filled up with 0."""
    width = max(max((len(text) for text in texts), default=0), _LETTERS)
    return np.array(texts, dtype=f"U{width}").view(np.uint32).reshape(len(texts), width).astype(np.int32)


def letter_counts(table: np.ndarray) -> np.ndarray:
    """Return how often each letter occurs in the texts of a `letters` table, as a row of `_BINS` numbers a text."""
    filled = np.nonzero(table)
    bins = filled[0] * _BINS + table[filled] % _BINS
    return np.bincount(bins, minlength=len(table) * _BINS).reshape(len(table), _BINS).astype(np.int8)


def may_be_near(first: np.ndarray, second: np.ndarray, most: int) -> np.ndarray:
    """Tell which rows of two tables of `letter_counts` leave a distance of `most` possible."""
    # One step changes two counts at most.
    return np.abs(first - second).sum(axis=1, dtype=np.int16) <= 2 * most


def near_pairs(asked: list[str], known: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return positions of pairs that share a beginning or the end of the stem but for one error, each pair once.

    Two texts at a distance of one are always among them, and those at a distance of two nearly always.
    """
    found = []
    for cut in (lambda name: name[:_LETTERS], lambda name: stem(name)[::-1][:_LETTERS]):
        here, there = _hashes(letters([cut(name) for name in asked])), _hashes(letters([cut(name) for name in known]))
        left, right = pairs_of(here.ravel(), there.ravel())
        found.append(np.unique(left // here.shape[1] * len(known) + right // there.shape[1]))
    pairs = np.unique(np.concatenate(found))
    return pairs // max(len(known), 1), pairs % max(len(known), 1)


def _hashes(matrix: np.ndarray) -> np.ndarray:
    """Return a number for each text of up to `_LETTERS` letters with each of its letters left out, and with none."""
    matrix = matrix[:, :_LETTERS].astype(np.uint64)
    columns = [matrix @ _FACTORS]
    for place in range(_LETTERS):
        columns.append(np.delete(matrix, place, axis=1) @ _FACTORS[:-1])
    return (np.stack(columns, axis=1) >> np.uint64(2)).astype(np.int64)


def distances(first: np.ndarray, second: np.ndarray, most: int) -> np.ndarray:
    """Return the Damerau-Levenshtein distance (swapped neighbours count one) of each row of two `letters` tables.

    What is farther than `most` comes back as `most` + 1.
    """
    parts = range(0, max(len(first), 1), _AT_ONCE)
    return np.concatenate([_distances(first[at : at + _AT_ONCE], second[at : at + _AT_ONCE], most) for at in parts])


def _distances(first: np.ndarray, second: np.ndarray, most: int) -> np.ndarray:
    """Fill the band of the table of distances row by row, for all pairs at once; `band[k]` is column row + k - most."""
    long_first, long_second = (first != 0).sum(axis=1), (second != 0).sum(axis=1)
    width = 2 * most + 1
    far = np.full(len(first), most + 1, dtype=np.int8)
    band = [np.full(len(first), min(abs(k - most), most + 1) if k >= most else most + 1, dtype=np.int8)
            for k in range(width)]  # fmt: skip
    before = [far] * width
    result = _at_end(far, band, long_first == 0, long_second, 0, most)
    for row in range(1, int(long_first.max(initial=0)) + 1):
        new: list[np.ndarray] = []
        for k in range(width):
            new.append(_cell(first, second, row, row + k - most, (new[-1] if new else far, band, before, far), k))
        before, band = band, new
        result = _at_end(result, band, long_first == row, long_second, row, most)
    return np.minimum(result, most + 1)


def _cell(
    first: np.ndarray,
    second: np.ndarray,
    row: int,
    column: int,
    around: tuple[np.ndarray, list[np.ndarray], list[np.ndarray], np.ndarray],
    k: int,
) -> np.ndarray:
    """Return one cell of the table for all pairs, from the cells left of it, above it and two rows above it."""
    left, above, above_two, far = around
    if column < 0 or column > second.shape[1]:
        return far
    if column == 0:
        return np.full_like(far, min(row, int(far[0]) if len(far) else row))
    same = first[:, row - 1] == second[:, column - 1]
    cost = np.minimum(left + 1, above[k] + ~same)
    if k + 1 < len(above):
        cost = np.minimum(cost, above[k + 1] + 1)
    if row > 1 and column > 1:
        swapped = (first[:, row - 1] == second[:, column - 2]) & (first[:, row - 2] == second[:, column - 1])
        cost = np.where(swapped, np.minimum(cost, above_two[k] + 1), cost)
    return np.minimum(cost, far).astype(np.int8)


def _at_end(
    result: np.ndarray, band: list[np.ndarray], here: np.ndarray, long_second: np.ndarray, row: int, most: int
) -> np.ndarray:
    """Take the distance of the pairs whose first text ends in this row."""
    for k, cells in enumerate(band):
        result = np.where(here & (long_second == row + k - most), cells, result)
    return result
