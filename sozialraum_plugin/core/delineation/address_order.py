"""The order of addresses along a street: by house number, then by suffix (12, 12a, 12b, ..., 12z, 12aa, 12 1/2)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

NUMBER_LIMIT = 99_999  # no street has more; a larger number is a typing error
SUFFIX_BITS = 20
SUFFIX_MASK = (1 << SUFFIX_BITS) - 1
EVEN, ODD, BOTH = 0, 1, 2


@dataclass(frozen=True)
class SuffixOrder:
    """The suffixes that occur, in order: `rank` by folded text, `spelling` by rank; the empty suffix has rank 0."""

    rank: dict[str, int]
    spelling: list[str]

    def ranks(self, suffixes: pd.Series) -> np.ndarray:
        """Return the (n,) ranks of suffixes, all of which the order must know."""
        codes, texts = pd.factorize(suffixes)
        return np.array([self.rank[fold(text)] for text in texts], dtype=np.int64)[codes]


def fold(text: str) -> str:
    """Return a text as it is compared: without case and surrounding blanks."""
    return text.strip().casefold()


def suffix_order(*columns: pd.Series) -> SuffixOrder:
    """Return the order of all suffixes in text columns: none, a to z, aa and on, then everything else by its text.

    Case does not matter; the first spelling that occurs is kept for output.
    """
    spelling: dict[str, str] = {"": ""}
    for text in pd.unique(pd.concat(columns, ignore_index=True)):
        spelling.setdefault(fold(text), text.strip())
    ordered = sorted(spelling, key=_suffix_sort_key)
    return SuffixOrder({text: place for place, text in enumerate(ordered)}, [spelling[text] for text in ordered])


def _suffix_sort_key(text: str) -> tuple[int, int, str]:
    if not text:
        return 0, 0, ""
    return (1, len(text), text) if text.isalpha() else (2, 0, text)


def order_keys(numbers: np.ndarray, ranks: np.ndarray) -> np.ndarray:
    """Return one integer per address that sorts as the addresses do along the street."""
    return (numbers.astype(np.int64) << SUFFIX_BITS) | ranks


def number_of(keys: np.ndarray) -> np.ndarray:
    """Return the house numbers of order keys."""
    return keys >> SUFFIX_BITS


def suffix_rank_of(keys: np.ndarray) -> np.ndarray:
    """Return the suffix ranks of order keys."""
    return keys & SUFFIX_MASK


def first_on_side(keys: np.ndarray, side: np.ndarray) -> np.ndarray:
    """Return the lowest possible address not before each key on its side (EVEN, ODD or BOTH)."""
    number = number_of(keys)
    fits = (side == BOTH) | (number % 2 == side)
    return np.where(fits, keys, (number + 1) << SUFFIX_BITS)


def last_before(keys: np.ndarray, side: np.ndarray) -> np.ndarray:
    """Return the highest house number without suffix that lies before each key on its side, as an order key."""
    number = np.where(suffix_rank_of(keys) > 0, number_of(keys), number_of(keys) - 1)
    misses = (side != BOTH) & (number % 2 != side)
    return (number - misses) << SUFFIX_BITS
