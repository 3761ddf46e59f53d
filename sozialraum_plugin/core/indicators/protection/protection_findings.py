"""The audit's findings, each in a clerk's sentence, and the parts that two delineations of the same ground share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from ...fields import AREA, AREA_NAME, CONFIDENTIALITY, LEVEL, NOTE, REASON, REFERENCE_DATE, VARIABLE, Field, Kind
from ...messages import tr
from ...numbers import format_date, format_number
from ...publication import INTERNAL_NOTE, leaks
from .linear_bounds import Neighbourhood
from .protection_audit import Audit
from .protection_cells import Entries
from .protection_publication import Publication

SMALLEST = Field("kleinster_wert", Kind.REAL)  # that an outsider can deduce for a hidden count
LARGEST = Field("groesster_wert", Kind.REAL)
FINDINGS = (AREA, AREA_NAME, LEVEL, VARIABLE, REFERENCE_DATE, SMALLEST, LARGEST, REASON, NOTE, CONFIDENTIALITY)
EXACT, NARROW, BY_MARKS, CONTRADICTION, UNCHECKED, LEAK = "exakt", "eng", "regel", "widerspruch", "ungeprueft", "leck"
_SUMS_NAMED = 2
_CELLS_NAMED = 6


def findings(
    given: Publication, found: Audit, areas: tuple[list[str], list[str], list[str]], tables: Mapping[str, pd.DataFrame]
) -> pd.DataFrame:
    """Return a row for each finding; `areas` are codes, names and levels of all areas by their numbers."""
    near = Neighbourhood(found.system)
    writer = _Writer(given, found, areas, near)
    rows = [writer.exposed(at) for at in np.flatnonzero(found.exposed)]
    size = given.cells.values.size
    for cells, kind in ((found.contradictory, CONTRADICTION), (found.unchecked, UNCHECKED)):
        rows += [writer.open(int(cell), kind) for cell in cells if cell < size]
    for name, table in tables.items():
        for leak in leaks(table):
            text = tr("{table}: {leak}. Empty these cells before you publish.").format(table=name, leak=leak)
            rows.append(["", "", "", "", None, None, None, LEAK, text, INTERNAL_NOTE])
    return pd.DataFrame(rows, columns=[column.name for column in FINDINGS])


class _Writer:
    """Writes the rows about single cells."""

    def __init__(
        self, given: Publication, found: Audit, areas: tuple[list[str], list[str], list[str]], near: Neighbourhood
    ) -> None:
        self.given, self.found, self.areas, self.near = given, found, areas, near

    def exposed(self, at: int) -> list[object]:
        """Return the row of an exposed count."""
        cell, low, high = int(self.found.cells[at]), float(self.found.low[at]), float(self.found.high[at])
        if self.found.informed[at] and low == high:
            kind = BY_MARKS
            sentence = tr("Whoever knows the rule and reads the marks can tell that this count is {low}: {sums}.")
        elif low == high:
            kind = EXACT
            sentence = tr("Whoever knows the published numbers can work out that this count is {low}: {sums}.")
        elif self.found.informed[at]:
            kind = BY_MARKS
            sentence = tr(
                "Whoever knows the rule and reads the marks can tell that this count lies between {low} and {high}: "
                "{sums}."
            )
        else:
            kind = NARROW
            sentence = tr("Whoever knows the published numbers can tell that it lies between {low} and {high}: {sums}.")
        text = sentence.format(low=_number(low), high=_number(high), sums=self.sums(cell))
        return [*self._place(cell), low, high if np.isfinite(high) else None, kind, text, INTERNAL_NOTE]

    def open(self, cell: int, kind: str) -> list[object]:
        """Return the row of a count that could not be judged fully."""
        if kind == CONTRADICTION:
            text = tr("The published sums around this count contradict each other; judged with the least correction.")
        else:
            text = tr("Too many sums hang together here; only what single sums tell was checked.")
        return [*self._place(cell), None, None, kind, text, INTERNAL_NOTE]

    def _place(self, cell: int) -> list[object]:
        area, column = divmod(cell, self.given.cells.columns)
        name, day = self.given.columns.names[column]
        return [*(part[area] for part in self.areas), name, day]

    def sums(self, cell: int) -> str:
        """Return the sums with the fewest unknown counts that the cell is in."""
        rows = self.near.rows(np.array([cell]))
        if not len(rows):
            return tr("its rate")
        system = self.found.system
        unknown = np.isnan(self.found.values)
        count = [int(unknown[system.cell[self.near.entries(np.array([row]))]].sum()) for row in rows]
        chosen = rows[np.argsort(count, kind="stable")][:_SUMS_NAMED]
        return "; ".join(dict.fromkeys(self._sum(int(row)) for row in chosen))

    def _sum(self, row: int) -> str:
        entries = self.near.entries(np.array([row]))
        cells, weights = self.found.system.cell[entries], self.found.system.coefficient[entries]
        width, size = self.given.cells.columns, self.given.cells.values.size
        if (cells >= size).any():
            return tr("parts that two delineations share")
        whole = int(cells[np.argmin(weights)])
        names = self.given.columns.names
        if len(np.unique(cells % width)) == 1:
            parts = [self.areas[0][cell // width] for cell in cells if cell != whole]
            return tr("{name}: {parts} add up to {whole}").format(
                name=names[whole % width][0], parts=_listed(parts), whole=self.areas[0][whole // width]
            )
        parts = [names[cell % width][0] for cell in cells if cell != whole]
        if len(cells) == 2:
            return tr("{one} with {other} in {area}").format(
                one=parts[0], other=names[whole % width][0], area=self.areas[0][whole // width]
            )
        days = {names[cell % width][1] for cell in cells}
        dates = f" ({', '.join(format_date(day) for day in sorted(days))})" if len(days) > 1 else ""
        return (
            tr("{whole} = {parts} in {area}").format(
                whole=names[whole % width][0], parts=_listed(parts), area=self.areas[0][whole // width]
            )
            + dates
        )


def _listed(names: list[str]) -> str:
    more = len(names) - _CELLS_NAMED
    text = " + ".join(names[:_CELLS_NAMED])
    return tr("{codes} and {count} more").format(codes=text, count=more) if more > 0 else text


def _number(value: float) -> str:
    return tr("any number") if not np.isfinite(value) else format_number(value, 0 if value == round(value) else 1)


def shared_parts(parts: Iterable[tuple[int, ...]], first_cell: int, columns: int) -> tuple[list[Entries], int]:
    """Return the sums "parts of an area = area" in every column, and the number of parts.

    `parts` are areas that share ground that no other combination has, as sets of area numbers; each becomes a cell of
    its own from `first_cell` on.
    """
    distinct = sorted({tuple(sorted(set(part))) for part in parts})
    of_area: dict[int, list[int]] = {}
    for number, part in enumerate(distinct):
        for area in part:
            of_area.setdefault(area, []).append(number)
    blocks = []
    offset = np.arange(columns)
    for area, numbers in of_area.items():
        cells = np.concatenate(
            [first_cell + np.array(numbers)[:, None] * columns + offset, (area * columns + offset)[None, :]]
        )
        rows = np.broadcast_to(offset, cells.shape)
        weights = np.broadcast_to(np.append(np.ones(len(numbers)), -1.0)[:, None], cells.shape)
        blocks.append((rows.ravel(), cells.ravel(), weights.ravel(), np.zeros(columns), np.zeros(columns)))
    return blocks, len(distinct)
