"""A table as it arrives: rows of text cells, before anybody knows where its head is."""

from __future__ import annotations

from dataclasses import dataclass

BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\ufeff": "", "\r": " ", "\n": " ", "\t": " "})


@dataclass
class Grid:
    """Rows of text cells, all of the same width; `numbers` holds each row's number in the file, from 1.

    `thousands_dot_likely` says how to read ``1.234`` where no other cell tells: files with commas between the cells
    write decimal points.
    """

    rows: list[list[str]]
    numbers: list[int]
    thousands_dot_likely: bool = True

    def __post_init__(self) -> None:
        width = max((len(row) for row in self.rows), default=0)
        self.rows = [[tidy(cell) for cell in row] + [""] * (width - len(row)) for row in self.rows]

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0


def tidy(cell: str | None) -> str:
    """Return a cell without surrounding blanks, protected blanks and line breaks as plain ones."""
    if not cell:
        return ""
    if cell.isascii() and cell.isprintable():
        return cell.strip()
    return " ".join(cell.translate(BLANKS).split(" ")).strip()


def filled(row: list[str]) -> list[int]:
    """Return the positions of the cells that hold something."""
    return [position for position, cell in enumerate(row) if cell]
