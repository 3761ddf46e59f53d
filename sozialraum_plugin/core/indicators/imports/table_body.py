"""The rows between head and footer, column by column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cached_property

import numpy as np

from ...errors import InputError
from ...messages import tr
from .coded import Coded
from .grid import Grid
from .table_layout import Layout

AUTO, YES, NO = "auto", "yes", "no"
_BLANK_SHARE = 0.4
_SAMPLE = 2000


class Body:
    """The columns of the body of a grid, coded when first asked for; positions count from the body's first row.

    `pad_rows` takes rows with fewer cells than the others as they are: their last cells are empty.
    """

    def __init__(self, grid: Grid, layout: Layout, pad_rows: bool = False, fill_down: str = AUTO) -> None:
        self.grid = grid
        self.layout = layout
        self.pad_rows = pad_rows
        self.fill = fill_down
        self.filled_down = 0
        self._columns: dict[int, Coded] = {}
        self._texts: dict[int, np.ndarray] = {}
        self._samples: dict[int, Coded] = {}

    def __len__(self) -> int:
        return len(self.layout.body)

    @property
    def width(self) -> int:
        """Number of columns."""
        return self.grid.width

    def column(self, position: int) -> Coded:
        """Return a column of all rows of the body."""
        if position not in self._columns:
            self._columns[position] = self.grid.column(position, self.layout.body)
        return self._columns[position]

    @cached_property
    def filled_cells(self) -> np.ndarray:
        """Number of cells of each row that hold something."""
        count = np.zeros(len(self), dtype=np.int32)
        for position in range(self.width):
            count += self.column(position).filled()
        return count

    @cached_property
    def usual_width(self) -> int:
        """Number of cells that most rows have; where two numbers are equally common, the head's."""
        if self.grid.widths is None:
            return self.width
        widths = np.asarray(self.grid.widths)[self.layout.body.start : self.layout.body.stop]
        counts = Counter(widths[widths > 1].tolist())
        head = int(self.grid.widths[self.layout.head[-1]]) if self.layout.head else 0
        return max(counts, key=lambda width: (counts[width], width == head), default=self.width)

    @cached_property
    def whole(self) -> np.ndarray:
        """Which rows have as many cells as most; further cells without content do no harm."""
        if self.grid.widths is None:
            return np.ones(len(self), dtype=bool)
        widths = np.asarray(self.grid.widths)[self.layout.body.start : self.layout.body.stop]
        good = widths >= (1 if self.pad_rows else self.usual_width)
        for position in range(self.usual_width, self.width):
            good &= ~self.column(position).filled()
        return good

    @cached_property
    def tabular(self) -> np.ndarray:
        """Which rows are whole and have more than one cell that holds something."""
        return (self.filled_cells > 1) & self.whole

    def share(self, position: int, test: Callable[[str], bool]) -> float:
        """Return the share of the filled cells of a column, in tabular rows, that meet a test."""
        return self._sample(position).share(test)

    def texts(self, position: int) -> np.ndarray:
        """Return the distinct texts of a column in tabular rows, without the empty one."""
        if position not in self._texts:
            self._texts[position] = self._tabular(position).used()
        return self._texts[position]

    def _sample(self, position: int) -> Coded:
        """Return a column in tabular rows, of very many rows some spread evenly over the table."""
        if position not in self._samples:
            column = self._tabular(position)
            step = max(1, len(column) // _SAMPLE)
            part = column[::step]
            places, codes = np.unique(part.codes, return_inverse=True)
            self._samples[position] = Coded(codes, part.raw[places], part.texts[places])
        return self._samples[position]

    def _tabular(self, position: int) -> Coded:
        return self.column(position) if self.tabular.all() else self.column(position)[self.tabular]

    def check_head(self) -> None:
        """Raise InputError if the head has fewer or more cells than the rows: names and cells do not go together."""
        if self.grid.widths is None:
            return
        head = max(int(self.grid.widths[row]) for row in self.layout.head)
        if head == self.usual_width:
            return
        lower, upper = sorted((head, self.usual_width))
        if head < self.usual_width:
            fault = any(len(self.texts(position)) for position in range(lower, min(upper, self.width)))
        else:
            fault = any(self.layout.labelled[position] for position in range(lower, min(upper, self.width)))
        if fault and not self.pad_rows:
            raise InputError(
                tr(
                    "The head (row {row}) has {head} cells, but most rows below have {cells}: names and cells do not "
                    "go together. Correct the head, or set HEADER_ROWS, FIRST_ROW or DELIMITER."
                ).format(row=int(self.grid.numbers[self.layout.head[-1]]), head=head, cells=self.usual_width)
            )

    def fill_down(self, position: int) -> None:
        """Repeat the cells of a column downwards where merged cells left them empty.

        ``auto`` does so only if all groups have the same number of rows, at least two.
        """
        column = self.column(position)
        empty = ~column.filled() & self.tabular
        if self.fill == NO or not empty.any():
            return
        starts = np.flatnonzero(column.filled() & self.tabular)
        if not len(starts):
            return
        if self.fill == AUTO:
            rows = np.flatnonzero(self.tabular)
            places = np.searchsorted(rows, starts)
            sizes = np.diff(np.append(places, len(rows)))
            if empty.sum() < _BLANK_SHARE * len(rows) or len(set(sizes)) > 1 or sizes[0] < 2 or places[0] != 0:
                return
        last = np.maximum.accumulate(np.where(column.filled() & self.tabular, np.arange(len(self)), -1))
        codes = column.codes.copy()
        change = empty & (last >= 0)
        codes[change] = column.codes[last[change]]
        self._texts.pop(position, None)
        self._samples.pop(position, None)
        self._columns[position] = Coded(codes, column.raw, column.texts)
        self.filled_down = int(change.sum())
