"""Joins of long tables by numbers in place of texts: each different text is looked at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from .coded import Coded

_LARGEST_CODE = 2**62


def mapped(texts: pd.Series, function: Callable[[str], str]) -> pd.Series:
    """Return `function` of each text, called once for each different text."""
    codes, unique = pd.factorize(texts)
    values = np.array([function(text) for text in unique] or [""], dtype=object)
    return pd.Series(values[codes], index=texts.index, dtype=object)


def codes_of(columns: Sequence[pd.Series | np.ndarray | Coded]) -> np.ndarray:
    """Return a number for each row, equal where the rows agree in all `columns`; from 0, in order of appearance."""
    result = np.zeros(len(columns[0]), dtype=np.int64)
    kinds = 1
    for column in columns:
        codes, unique = (column.codes, column.texts) if isinstance(column, Coded) else pd.factorize(column)
        if kinds * (len(unique) + 1) > _LARGEST_CODE:
            result, known = pd.factorize(result)
            kinds = len(known)
        result = result * (len(unique) + 1) + codes
        kinds *= len(unique) + 1
    return pd.factorize(result)[0].astype(np.int64)


def rows_at(table: pd.DataFrame, positions: np.ndarray) -> pd.DataFrame:
    """Return rows of a table by position, with the index 0 to n-1; its columns stay apart, as `iloc` would not do."""
    columns = {name: table[name].array.take(positions) for name in table.columns}
    return pd.DataFrame(columns, index=pd.RangeIndex(len(positions)), copy=False)


def shared_codes(here: pd.DataFrame, there: pd.DataFrame, columns: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return `codes_of` for two tables at once: equal numbers where rows of both agree in all `columns`."""
    both = [np.concatenate([here[column].to_numpy(), there[column].to_numpy()]) for column in columns]
    codes = codes_of(both)
    return codes[: len(here)], codes[len(here) :]


def pairs_of(here: np.ndarray, there: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the positions (in `here`, in `there`) of all pairs of equal numbers, ordered by both positions.

    Negative numbers have no partner.
    """
    order = np.argsort(there, kind="stable")
    ordered = there[order]
    start = np.searchsorted(ordered, here, "left")
    count = np.where(here >= 0, np.searchsorted(ordered, here, "right") - start, 0)
    left = np.repeat(np.arange(len(here)), count)
    offset = np.arange(len(left)) - np.repeat(np.cumsum(count) - count, count)
    return left, order[np.repeat(start, count) + offset]


def agreement(
    here: pd.DataFrame, there: pd.DataFrame, pairs: tuple[np.ndarray, np.ndarray], columns: Sequence[str]
) -> np.ndarray:
    """Tell for pairs of rows whether they differ in nothing that both say."""
    agree = np.ones(len(pairs[0]), dtype=bool)
    for column in columns:
        first, second = here[column].to_numpy()[pairs[0]], there[column].to_numpy()[pairs[1]]
        differ = np.flatnonzero(first != second)
        agree[differ[(first[differ] != "") & (second[differ] != "")]] = False
    return agree


def first_of_each(codes: np.ndarray) -> np.ndarray:
    """Return the position of the first row of each number; the numbers run from 0 without a gap."""
    result = np.zeros(codes.max(initial=-1) + 1, dtype=np.int64)
    result[codes[::-1]] = np.arange(len(codes))[::-1]
    return result


def only(row: np.ndarray, value: np.ndarray, rows: int) -> np.ndarray:
    """Return for each of `rows` rows the one `value` paired with it; -1 if it has none, -2 if several different."""
    result = np.full(rows, -1)
    result[row[::-1]] = value[::-1]
    result[row[result[row] != value]] = -2
    return result
