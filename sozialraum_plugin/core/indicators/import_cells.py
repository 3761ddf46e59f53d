"""The cells of the value columns: numbers, symbols with their meaning, and what is neither."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..balance import Balance
from ..fields import Flag
from ..messages import tr
from .grid import Grid
from .import_problems import Problems
from .number_cells import AUTO, COMMA, POINT, decimal_evidence
from .symbol_profiles import Cell, SymbolProfile
from .table_columns import Columns


def decimal_of(grid: Grid, used: Sequence[int], columns: Columns, wanted: str, warnings: list[str]) -> str:
    """Return the decimal sign (``comma`` or ``point``): as wanted, or as most cells prove that can prove it."""
    if wanted != AUTO:
        return wanted
    cells = {grid.rows[position][value.position] for position in used for value in columns.values}
    evidence = decimal_evidence(cells)
    if evidence[COMMA] and evidence[POINT]:
        warnings.append(
            tr(
                "Some cells have a decimal comma ({comma}), some a decimal point ({point}); set DECIMAL if need be."
            ).format(comma=evidence[COMMA], point=evidence[POINT])
        )
    if evidence[COMMA] == evidence[POINT]:
        return COMMA if grid.thousands_dot_likely else POINT
    return COMMA if evidence[COMMA] > evidence[POINT] else POINT


def read_cells(
    grid: Grid, used: Sequence[int], columns: Columns, profile: SymbolProfile, decimal: str, problems: Problems
) -> tuple[np.ndarray, np.ndarray, Balance]:
    """Return values and flags, both (rows, value columns), and the balance of cells.

    What is neither number nor symbol is missing (NaN, ``fehlt``) and goes to `problems`: never a wrong number.
    """
    values = np.full((len(used), len(columns.values)), np.nan)
    flags = np.full(values.shape, Flag.NONE, dtype=object)
    unreadable = 0
    known: dict[str, Cell] = {}
    for column, value_column in enumerate(columns.values):
        for row, position in enumerate(used):
            text = grid.rows[position][value_column.position]
            cell = known.get(text)
            if cell is None:
                cell = known[text] = profile.read(text, decimal)
            if cell.value is not None:
                values[row, column] = cell.value
            flags[row, column] = cell.flag
            if not cell.readable:
                unreadable += 1
                problems.add(position, value_column.position, tr("neither a number nor a symbol; taken as missing"))
    return values, flags, _balance(flags, unreadable)


def _balance(flags: np.ndarray, unreadable: int) -> Balance:
    balance = Balance(tr("cells"), flags.size)
    balance.add(tr("plain numbers"), int((flags == Flag.NONE).sum()))
    missing = int((flags == Flag.MISSING).sum())
    balance.add(tr("missing (fehlt)"), missing - unreadable)
    balance.add(tr("neither a number nor a symbol; taken as missing"), unreadable)
    for flag in (Flag.SECRET, Flag.NOT_APPLICABLE, Flag.LATER, Flag.UNSAFE, Flag.ROUNDED_TO_ZERO):
        balance.add(tr("marked “{flag}”").format(flag=flag), int((flags == flag).sum()))
    return balance
