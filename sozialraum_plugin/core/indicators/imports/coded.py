"""A column of texts as codes and distinct texts: what is worked out once a text holds for all its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

_LARGEST = 2**62
_DENSE = 1_000_000


class Coded:
    """`codes` (rows, integers) point into `texts` (object array of tidy texts); `raw` holds them as they came."""

    def __init__(self, codes: np.ndarray, raw: np.ndarray, texts: np.ndarray | None = None) -> None:
        self.codes = codes
        self.raw = raw
        if texts is None:
            from .grid import tidy

            texts = objects(map(tidy, raw))
        self.texts = texts

    @classmethod
    def of(cls, cells: Sequence[str]) -> Coded:
        """Return the column of raw cells."""
        codes, raw = pd.factorize(objects(cells))
        return cls(codes.astype(np.int32), raw)

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, rows: Any) -> Coded:
        """Return some rows: a slice, positions or a mask."""
        return Coded(self.codes[rows], self.raw, self.texts)

    def cells(self) -> np.ndarray:
        """Return the tidy text of each row (object array)."""
        return self.texts[self.codes]

    def map(self, meaning: Callable[[str], Any], dtype: Any = object) -> np.ndarray:
        """Return the meaning of each row's text; `meaning` is asked once a distinct text."""
        if not len(self.texts):
            return np.empty(0, dtype=dtype)
        found = (
            objects(map(meaning, self.texts)) if dtype is object else np.array(list(map(meaning, self.texts)), dtype)
        )
        return found[self.codes]

    def filled(self) -> np.ndarray:
        """Return which rows hold something."""
        return self.map(bool, bool)

    def used(self) -> np.ndarray:
        """Return the distinct texts that occur and are not empty (object array)."""
        return objects(text for text in self.texts[np.flatnonzero(np.bincount(self.codes))] if text)

    def share(self, test: Callable[[str], bool]) -> float:
        """Return the share of the filled rows whose text meets a test; 0 where no row is filled."""
        counts = np.bincount(self.codes, minlength=len(self.texts))
        good = total = 0
        for text, count in zip(self.texts, counts):
            if text and count:
                total += count
                good += count if test(text) else 0
        return good / total if total else 0.0

    def identity(self) -> np.ndarray:
        """Return one integer a distinct tidy text, for each row: two raw texts may be one tidy text."""
        codes, _ = pd.factorize(self.texts)
        return codes[self.codes].astype(np.int64) if len(self.texts) else self.codes.astype(np.int64)


def objects(values: Iterable[Any]) -> np.ndarray:
    """Return an object array of one dimension, whatever the values are."""
    values = list(values)
    result = np.empty(len(values), dtype=object)
    result[:] = values
    return result


def combined(columns: Sequence[np.ndarray]) -> np.ndarray:
    """Return one integer from 0 for each distinct combination of columns of integers from 0; not all need occur."""
    result, size = np.zeros(len(columns[0]), dtype=np.int64), 1
    for column in columns:
        own = int(column.max()) + 1 if len(column) else 1
        if size * own > _LARGEST:
            result, distinct = pd.factorize(result)
            result, size = result.astype(np.int64), len(distinct)
        result = result * own + column
        size *= own
    return result if size <= max(_DENSE, 4 * len(result)) else pd.factorize(result)[0].astype(np.int64)


def distinct_count(codes: np.ndarray) -> int:
    """Return how many different integers from 0 there are."""
    return int(np.count_nonzero(np.bincount(codes))) if len(codes) else 0
