"""Columns of texts as numbers into their different texts, so that each different text is worked on once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import is_

import numpy as np
import pandas as pd

from .cells import text_column


@dataclass(frozen=True)
class Coded:
    """A column of texts: row i holds `texts[codes[i]]`; `texts` holds each text once."""

    codes: np.ndarray
    texts: np.ndarray

    def __len__(self) -> int:
        return len(self.codes)

    def column(self) -> np.ndarray:
        """Return the text of each row."""
        return self.texts[self.codes]

    def mapped(self, function: Callable[[str], str]) -> Coded:
        """Return `function` of each text."""
        return self.replaced([function(text) for text in self.texts])

    def replaced(self, texts: Sequence[str]) -> Coded:
        """Return the column with another text, of which some may be equal, in place of each text."""
        return self if all(map(is_, texts, self.texts)) else _distinct(self.codes, texts)

    def has(self, text: str) -> np.ndarray:
        """Tell which rows hold `text`."""
        return (self.texts == text)[self.codes]


def _distinct(codes: np.ndarray, texts: Sequence[str]) -> Coded:
    """Return rows by `codes` of `texts`, of which some may be equal."""
    array = np.empty(len(texts), dtype=object)
    array[:] = texts
    places, different = pd.factorize(array)
    return Coded(places[codes], different)


def coded(texts: pd.Series | np.ndarray) -> Coded:
    """Return a column of texts with numbers; a missing text is empty."""
    codes, different = pd.factorize(np.asarray(texts, dtype=object))
    return Coded(codes, different) if (codes >= 0).all() else _distinct(codes, [*different, ""])


def blank(rows: int) -> Coded:
    """Return a column without any text."""
    return Coded(np.zeros(rows, dtype=np.int64), np.array([""], dtype=object))


def coded_column(table: pd.DataFrame, column: str) -> Coded:
    """Return a column as texts without outer blanks, as `text_column` reads them."""
    if column in table.columns and pd.api.types.infer_dtype(table[column], skipna=True) == "string":
        return coded(table[column]).mapped(str.strip)
    return coded(text_column(table, column))


def first_or_second(choose: np.ndarray, first: Coded, second: Coded) -> Coded:
    """Return the text of `first` where `choose`, else that of `second`."""
    codes = np.where(choose, first.codes, second.codes + len(first.texts))
    return _distinct(codes, [*first.texts, *second.texts])


def coded_pairs(first: Coded, second: Coded, function: Callable[[str, str], str]) -> Coded:
    """Return `function` of each pair of texts, called once for each different pair."""
    width = len(second.texts)
    codes, kinds = pd.factorize(first.codes * np.int64(width) + second.codes)
    texts = map(function, first.texts[kinds // width].tolist(), second.texts[kinds % width].tolist())
    return _distinct(codes, list(texts))
