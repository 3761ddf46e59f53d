"""The cells of the value columns: numbers, symbols with their meaning, and what is neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from ...balance import Balance
from ...fields import Flag
from ...messages import tr
from .coded import Coded
from .grid import Grid
from .import_decimals import Decimals
from .import_problems import Problems
from .number_cells import AUTO, COMMA, POINT, decimal_evidence, is_either
from .symbol_profiles import Cell, SymbolProfile
from .table_columns import Columns

_OPEN = Cell(None, Flag.MISSING, readable=False)


def decimal_of(grid: Grid, used: Sequence[int], columns: Columns, wanted: str, warnings: list[str]) -> str:
    """Return the decimal sign (``comma`` or ``point``) of a whole table: as wanted, or as most cells prove it."""
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
    """Return values and flags, both (rows, value columns), and the balance of cells, under one decimal sign.

    What is neither number nor symbol is missing (NaN, ``fehlt``) and goes to `problems`: never a wrong number.
    """
    cells = [Coded.of([grid.rows[position][value.position] for position in used]) for value in columns.values]
    count = len(columns.values)
    return read_columns(
        cells, np.asarray(used), columns, profile, Decimals([decimal] * count, [False] * count), problems
    )


def read_columns(
    cells: Sequence[Coded],
    positions: np.ndarray,
    columns: Columns,
    profile: SymbolProfile,
    decimals: Decimals,
    problems: Problems,
) -> tuple[np.ndarray, np.ndarray, Balance]:
    """Return values and flags, both (rows, value columns), and the balance of cells.

    `cells` holds the value columns in the used rows, `positions` the places of these rows in the grid. What is neither
    number nor symbol, or open to two readings, is missing (NaN, ``fehlt``) and goes to `problems`.
    """
    values = np.full((len(positions), len(cells)), np.nan)
    flags = np.full(values.shape, Flag.NONE, dtype=object)
    unreadable = opened = 0
    marks: Counter[str] = Counter()
    for column, coded in enumerate(cells):
        sign, doubtful = decimals.signs[column], decimals.open[column]
        either = np.array([doubtful and is_either(text) for text in coded.texts], dtype=bool)
        meanings = [_OPEN if open_ else profile.read(text, sign) for text, open_ in zip(coded.texts, either)]
        values[:, column] = np.array([np.nan if cell.value is None else cell.value for cell in meanings])[coded.codes]
        flags[:, column] = np.array([cell.flag for cell in meanings], dtype=object)[coded.codes]
        for cell, count in zip(meanings, np.bincount(coded.codes, minlength=len(meanings)).tolist()):
            marks[cell.flag] += count
        bad = np.array([not cell.readable for cell in meanings], dtype=bool)
        if bad.any():
            place = columns.values[column].position
            rows = np.flatnonzero((bad & ~either)[coded.codes])
            problems.add_all(positions[rows], place, tr("neither a number nor a symbol; taken as missing"))
            unreadable += len(rows)
            rows = np.flatnonzero(either[coded.codes])
            problems.add_all(positions[rows], place, _open_finding())
            opened += len(rows)
    return values, flags, _balance(flags.size, marks, unreadable, opened)


def _open_finding() -> str:
    return tr("may mean thousands or decimals; taken as missing (set DECIMAL)")


def _balance(total: int, marks: Counter[str], unreadable: int, opened: int) -> Balance:
    balance = Balance(tr("cells"), total)
    balance.add(tr("plain numbers"), marks[Flag.NONE])
    balance.add(tr("missing (fehlt)"), marks[Flag.MISSING] - unreadable - opened)
    balance.add(tr("neither a number nor a symbol; taken as missing"), unreadable)
    balance.add(_open_finding(), opened)
    for flag in (Flag.SECRET, Flag.NOT_APPLICABLE, Flag.LATER, Flag.UNSAFE, Flag.ROUNDED_TO_ZERO):
        balance.add(tr("marked “{flag}”").format(flag=flag), marks[flag])
    rest = total - sum(balance.outcomes.values())
    balance.add(tr("with another mark"), rest)
    return balance
