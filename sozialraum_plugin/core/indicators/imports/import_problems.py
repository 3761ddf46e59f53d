"""The list of rows and cells that could not be used, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ...fields import IMPORT_REPORT
from .grid import Grid
from .table_layout import Layout


class Problems:
    """Collects what could not be used; see `fields.IMPORT_REPORT`."""

    def __init__(self, grid: Grid, layout: Layout) -> None:
        self._grid = grid
        self._layout = layout
        self._found: list[tuple[int, str, str, str]] = []

    def add(self, position: int, column: int, finding: str) -> None:
        """List the cell of a row of the grid."""
        cell = self._grid.rows[position][column]
        self._found.append((int(self._grid.numbers[position]), self._layout.names[column], str(cell), finding))

    def add_all(self, positions: Iterable[int], column: int, finding: str) -> None:
        """List the cell of one column in some rows of the grid."""
        for position in positions:
            self.add(int(position), column, finding)

    def table(self) -> pd.DataFrame:
        """Return the list in the order of the file."""
        return pd.DataFrame(sorted(self._found, key=lambda entry: entry[0]), columns=[f.name for f in IMPORT_REPORT])
