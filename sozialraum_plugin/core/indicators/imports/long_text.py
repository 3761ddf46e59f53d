"""Very long regular text tables, cut by pandas: the same cells as `text_file.cut` gives, in a small part of its time.

Where the separators do not lie in the same way in nearly every row, this gives up and leaves the work to the careful
reader.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .coded import Coded, objects
from .grid import LongGrid

LONG_FROM = 1_000_000  # signs
EDGE = 300  # rows at both ends where titles, heads and footers may stand
_ODD_SHARE = 0.01
_SAMPLE, _ALL_DIFFERENT = 2000, 0.9
_QUOTE, _LINE_END = ord('"'), ord("\n")


@dataclass(frozen=True)
class _Records:
    """Where each row of the bytes begins and ends, how many cells it has, and in which line it begins."""

    starts: np.ndarray
    ends: np.ndarray
    widths: np.ndarray
    lines: np.ndarray


def cut_long(text: str, delimiter: str, utf8: bytes | None = None) -> LongGrid | None:
    """Return the cells of a long regular table, or None if it is not regular enough."""
    data = text.encode("utf-8", "surrogatepass") if utf8 is None else utf8
    records = _records(data, delimiter)
    if records is None or len(records.starts) < 4 * EDGE:
        return None
    middle = np.zeros(len(records.starts), dtype=bool)
    middle[EDGE:-EDGE] = True
    usual = int(np.bincount(records.widths[middle]).argmax())
    regular = middle & (records.widths == usual)
    if usual < 2 or (middle & ~regular).sum() > _ODD_SHARE * len(middle):
        return None
    table = _cells(data, records, regular, delimiter, usual)
    if table is None:
        return None
    others = np.flatnonzero(~regular)
    rows = [_row(data[records.starts[row] : records.ends[row]], delimiter) for row in others]
    columns = _columns(table, regular, others, rows)
    return LongGrid(columns, records.lines, records.widths, EDGE, delimiter != ",")


def _records(data: bytes, delimiter: str) -> _Records | None:
    signs = np.frombuffer(data, dtype=np.uint8)
    marks = (signs == _LINE_END) | (signs == ord(delimiter))
    quoted = _QUOTE in data
    if quoted:
        inside = (np.cumsum(signs == _QUOTE, dtype=np.uint8) & 1).astype(bool)
        if inside[-1]:
            return None
        marks &= ~inside
    places = np.flatnonzero(marks)
    last = np.flatnonzero(signs[places] == _LINE_END)
    if not len(last):
        return None
    ends, widths = places[last], np.diff(last, prepend=-1)
    if ends[-1] != len(data) - 1:
        ends = np.append(ends, len(data))
        widths = np.append(widths, len(places) - last[-1])
    starts = np.concatenate([[0], ends[:-1] + 1])
    empty = (ends == starts) | ((ends == starts + 1) & (signs[starts] == ord("\r")))
    lines = np.arange(1, len(starts) + 1)
    if quoted:
        lines = np.searchsorted(np.flatnonzero(signs == _LINE_END), starts) + 1
    return _Records(starts, ends, np.where(empty, 0, widths), lines)


def _cells(data: bytes, records: _Records, regular: np.ndarray, delimiter: str, width: int) -> pd.DataFrame | None:
    """Return the cells of the regular rows as categories."""
    positions = np.flatnonzero(regular)
    gaps = np.flatnonzero(np.diff(positions) > 1)
    firsts = np.concatenate([positions[:1], positions[gaps + 1]])
    lasts = np.concatenate([positions[gaps], positions[-1:]])
    parts = [data[records.starts[first] : records.ends[last] + 1] for first, last in zip(firsts, lasts)]
    try:
        table = pd.read_csv(
            io.BytesIO(b"".join(parts) if len(parts) > 1 else parts[0]),
            sep=delimiter, header=None, names=list(range(width)), index_col=False, dtype="category", na_filter=False,
            keep_default_na=False, skip_blank_lines=False, encoding="utf-8", encoding_errors="surrogatepass",
            low_memory=_few_texts(data, records, positions, delimiter),
        )  # fmt: skip
    except (pd.errors.ParserError, ValueError):
        return None
    return table if len(table) == len(positions) else None


def _few_texts(data: bytes, records: _Records, positions: np.ndarray, delimiter: str) -> bool:
    """Tell whether every column repeats its texts: then pandas is quicker with one piece after the other."""
    sample = positions[:: max(1, len(positions) // _SAMPLE)]
    rows = [data[records.starts[row] : records.ends[row]].split(delimiter.encode()) for row in sample]
    return all(len(set(column)) < _ALL_DIFFERENT * len(rows) for column in zip(*rows))


def _row(line: bytes, delimiter: str) -> list[str]:
    text = line.decode("utf-8", "surrogatepass").rstrip("\r")
    return next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])


def _columns(table: pd.DataFrame, regular: np.ndarray, others: np.ndarray, rows: list[list[str]]) -> list[Coded]:
    """Return all columns over all rows: those of the table where `regular`, those of `rows` at `others`."""
    width = max([table.shape[1], *map(len, rows)])
    result = []
    for column in range(width):
        extra = objects(row[column] if column < len(row) else "" for row in rows)
        codes = np.zeros(len(regular), dtype=np.int32)
        if column < table.shape[1]:
            known = table[column].cat
            texts = objects(known.categories)
            codes[regular] = known.codes
        else:
            texts = objects([""])
        own, new = pd.factorize(extra)
        places = pd.Index(texts).get_indexer(new)
        missing = places < 0
        places[missing] = len(texts) + np.arange(missing.sum())
        codes[others] = places[own]
        result.append(Coded(codes, objects([*texts, *new[missing]])))
    return result
