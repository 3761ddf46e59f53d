"""The account of imported grid cells and of the values in them."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback

from ...core.balance import Balance
from ...core.fields import Kind
from ...core.indicators.census.census_grid import CensusGrid
from ...core.indicators.census.census_join import JoinedGrid
from ...core.messages import tr
from ...core.numbers import format_number
from ..algorithm import log_balance


def log_census(feedback: QgsProcessingFeedback, joined: JoinedGrid) -> None:
    """Write the account of each file, of the cells and of the numbers in them."""
    for name, file in joined.files.items():
        _log_file(feedback, name, file, len(joined.files) > 1)
    grid = joined.grid
    if len(joined.files) > 1 or joined.absent:
        feedback.pushInfo(
            tr("{cells} cells in the result, {absent} of them in no file.").format(
                cells=format_number(len(grid.cells)), absent=format_number(joined.absent)
            )
        )
    for old, new in (joined.renamed or {}).items():
        feedback.pushWarning(tr("Several files have this column: {old} is called “{new}”.").format(old=old, new=new))
    numeric = [field for field in grid.fields if field.kind is not Kind.TEXT]
    values = Balance(tr("values in these cells"), len(grid.cells) * len(numeric))
    values.add(tr("with a number"), values.total - sum(grid.marks.values()))
    for mark, count in grid.marks.items():
        values.add(mark, count)
    log_balance(feedback, values)
    if grid.classed:
        feedback.pushWarning(
            tr("Classes, not numbers: {columns}. They stay text and cannot be summed.").format(
                columns=", ".join(grid.classed)
            )
        )
    if not len(grid.cells):
        feedback.pushWarning(tr("No cell of the grid touches the area of interest."))


def _log_file(feedback: QgsProcessingFeedback, name: str, grid: CensusGrid, several: bool) -> None:
    """Write the account of a file's rows."""
    if grid.rows_used is not None:
        rows = Balance(tr("rows of {file}").format(file=name), grid.total)
        rows.add(tr("in {count} cells of the result").format(count=format_number(len(grid.cells))), grid.rows_used)
        rows.add(tr("outside the area of interest"), grid.outside)
        log_balance(feedback, rows)
        return
    subject = tr("grid cells of {file}").format(file=name) if several else tr("grid cells")
    balance = Balance(subject, grid.total)
    balance.add(tr("in the result"), len(grid.cells))
    balance.add(tr("outside the area of interest"), grid.outside)
    log_balance(feedback, balance)
