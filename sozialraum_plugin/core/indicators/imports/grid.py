"""A table as it arrives: rows of text cells, before anybody knows where its head is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from .coded import Coded

_ODD_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\r\n\t"
_NOTHING = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
BLANKS = str.maketrans({**dict.fromkeys(_ODD_BLANKS, " "), **dict.fromkeys(_NOTHING, "")})


class Number(str):
    """A broken number that a spreadsheet holds as a number: its point is a decimal point, whatever texts say."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Tell whether the other is such a number too: a text that looks the same may mean something else."""
        return isinstance(other, Number) and str.__eq__(self, other)

    def __hash__(self) -> int:
        return hash((Number, str.__hash__(self)))

    def __ne__(self, other: object) -> bool:
        return not self == other


@dataclass
class Grid:
    """Rows of text cells, all of the same width; `numbers` holds each row's number in the file, from 1.

    `thousands_dot_likely` says how to read ``1.234`` where no other cell tells: files with commas between the cells
    write decimal points. `widths` holds the number of cells that each row really has (None: all are whole);
    `raw` the cells with their surrounding blanks. `remarks` are sentences on what was found in cutting the file.
    """

    rows: Sequence[list[str]]
    numbers: Sequence[int]
    thousands_dot_likely: bool = True
    widths: np.ndarray | None = None
    remarks: list[str] = field(default_factory=list)
    raw: list[list[str]] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        width = max((len(row) for row in self.rows), default=0)
        self.raw = [[cell or "" for cell in row] + [""] * (width - len(row)) for row in self.rows]
        self.rows = [[tidy(cell) for cell in row] for row in self.raw]

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def column(self, position: int, span: range) -> Coded:
        """Return a column of the rows of a range."""
        return Coded.of([self.raw[row][position] for row in span])

    def outer(self) -> Iterable[int]:
        """Return the positions of the rows that may be titles, heads or footers."""
        return range(len(self.rows))


class LongGrid(Grid):
    """A grid of very many rows, held as coded columns; `edge` rows at both ends may be titles, heads or footers."""

    def __init__(
        self, columns: Sequence[Coded], numbers: np.ndarray, widths: np.ndarray, edge: int, thousands_dot_likely: bool
    ) -> None:
        self.columns = list(columns)
        self.numbers = numbers
        self.widths = widths
        self.edge = edge
        self.thousands_dot_likely = thousands_dot_likely
        self.remarks = []
        self.raw = []
        self.rows = _Rows(self.columns)

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.columns)

    def column(self, position: int, span: range) -> Coded:
        """Return a column of the rows of a range."""
        return self.columns[position][span.start : span.stop]

    def outer(self) -> Iterable[int]:
        """Return the positions of the rows that may be titles, heads or footers."""
        count = len(self.rows)
        return [*range(min(self.edge, count)), *range(max(self.edge, count - self.edge), count)]


class _Rows(Sequence):
    """The rows of coded columns, each made when it is asked for."""

    def __init__(self, columns: Sequence[Coded]) -> None:
        self._columns = columns

    def __len__(self) -> int:
        return len(self._columns[0]) if self._columns else 0

    def __getitem__(self, place: int | slice) -> list:
        if isinstance(place, slice):
            return [self[row] for row in range(*place.indices(len(self)))]
        return [column.texts[column.codes[place]] for column in self._columns]

    def __iter__(self) -> Iterator[list[str]]:
        return (self[row] for row in range(len(self)))


def tidy(cell: str | None) -> str:
    """Return a cell without surrounding blanks, protected blanks and line breaks as plain ones."""
    if not cell:
        return ""
    if isinstance(cell, Number):
        return cell
    if cell.isascii() and cell.isprintable():
        return cell.strip()
    return " ".join(cell.translate(BLANKS).split(" ")).strip()


def indent_of(cell: str) -> int:
    """Return the number of blanks before the first sign of a raw cell."""
    text = cell.translate(BLANKS)
    return len(text) - len(text.lstrip(" "))


def filled(row: list[str]) -> list[int]:
    """Return the positions of the cells that hold something."""
    return [position for position, cell in enumerate(row) if cell]
