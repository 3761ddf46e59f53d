"""Delimited text as offices send it: find out encoding and delimiter, cut it into cells."""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter

import numpy as np

from ...errors import InputError
from ...messages import tr
from ..text_encoding import decode as decode
from .grid import Grid
from .long_text import LONG_FROM, cut_long
from .number_cells import AUTO, looks_numeric

DELIMITERS = {"semicolon": ";", "tab": "\t", "pipe": "|", "comma": ",", "\\t": "\t"}
_CANDIDATES = (";", "\t", "|", ",")  # the order decides where two cut the text equally well
_SAMPLE_ROWS = 300
_CELL_LIMIT = 10_000_000
_LINE_END = re.compile(r"\r\n|\n|\r")


def delimiter_of(text: str, wanted: str = AUTO) -> str:
    """Return the wanted delimiter (a sign or its English name), or the one that cuts most rows to the same width.

    Of two that do so equally, the one with more cells.
    """
    if wanted != AUTO:
        sign = DELIMITERS.get(wanted.strip().lower(), wanted)
        if len(sign) != 1:
            raise InputError(
                tr("DELIMITER: “{delimiter}” is no single sign. Write auto, ;, comma, tab or |.").format(
                    delimiter=wanted
                )
            )
        return sign
    sample = text[:200_000]
    return max(_CANDIDATES, key=lambda sign: (round(_evenness(sample, sign), 1), -_CANDIDATES.index(sign)))


def _evenness(sample: str, sign: str) -> float:
    """Return the share of the rows that are cut to the commonest width above one, times the binary log of that width.

    So decimal commas, one a row, do not win over a separator that some rows lack.
    """
    csv.field_size_limit(_CELL_LIMIT)
    widths: Counter[int] = Counter()
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=sign):
            if any(row):
                widths[len(row)] += 1
            if sum(widths.values()) >= _SAMPLE_ROWS:
                break
    except csv.Error:  # a cell without end; the rows before it tell
        pass
    width, count = max(
        ((width, count) for width, count in widths.items() if width > 1), key=lambda pair: pair[1], default=(1, 0)
    )
    return count / max(1, sum(widths.values())) * math.log2(width)


def cut(text: str, delimiter: str, utf8: bytes | None = None) -> Grid:
    """Return the cells of delimited text, each row with the number of its first line.

    `utf8` holds the same text as bytes, if at hand. Quotation marks without partner, which would swallow rows, are
    found: then each line is cut by itself.
    """
    grid = cut_long(text, delimiter, utf8) if len(text) > LONG_FROM else None
    if grid is None:
        rows, numbers = _cut_by_quotes(text, delimiter)
        remarks = []
        swallowing = _swallowing(rows, numbers, delimiter)
        if swallowing:
            rows, numbers = _cut_by_lines(text, delimiter)
            remarks.append(
                tr("Line {line}: a quotation mark lacks its partner; the file was cut line by line.").format(
                    line=swallowing
                )
            )
        widths = np.array([len(row) if any(row) or len(row) > 1 else 0 for row in rows], dtype=np.int64)
        grid = Grid(rows, numbers, delimiter != ",", widths, remarks)
    if text and not text.endswith(("\n", "\r")) and len(grid.rows):
        grid.remarks.append(
            tr("The last line ({line}) has no line break: if the file was cut off, its last cell is not whole.").format(
                line=int(grid.numbers[len(grid.rows) - 1])
            )
        )
    return grid


def _cut_by_quotes(text: str, delimiter: str) -> tuple[list[list[str]], list[int]]:
    csv.field_size_limit(_CELL_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows, numbers, line = [], [], 1
    try:
        for row in reader:
            rows.append(row)
            numbers.append(line)
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            tr("Line {line} cannot be cut into cells: {reason}. Check the quotation marks there.").format(
                line=reader.line_num, reason=error
            )
        ) from error
    return rows, numbers


def _swallowing(rows: list[list[str]], numbers: list[int], delimiter: str) -> int:
    """Return the line of the first cell that holds whole rows of the table, or 0."""
    usual = Counter(len(row) for row in rows if len(row) > 1).most_common(1)
    separators = usual[0][0] - 1 if usual else 1
    for row, number in zip(rows, numbers):
        for cell in row:
            if "\n" in cell and cell.count(delimiter) >= separators:
                pieces = cell.replace("\n", delimiter).split(delimiter)
                if any(looks_numeric(piece.strip()) for piece in pieces):
                    return number
    return 0


def _cut_by_lines(text: str, delimiter: str) -> tuple[list[list[str]], list[int]]:
    """Return the cells of each line by itself; in a line with an odd quotation mark the marks mean nothing."""
    rows = []
    for line in _LINE_END.split(text.rstrip("\r\n")):
        if line.count('"') % 2:
            rows.append([cell.strip().strip('"') for cell in line.split(delimiter)])
        else:
            rows.append(next(csv.reader([line], delimiter=delimiter), []))
    return rows, list(range(1, len(rows) + 1))
