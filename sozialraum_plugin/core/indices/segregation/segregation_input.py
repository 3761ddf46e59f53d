"""The counts of groups in areas, read from a table: which areas take part for which group, and why others do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...errors import InputError
from ...messages import tr
from ..area_codes import code_text, without_repeated_rows
from ..cells import NumberColumn, number_column

AUTO, YES, NO = "auto", "yes", "no"
DISJOINT = (AUTO, YES, NO)
_TOLERANCE = 1e-6


@dataclass(frozen=True)
class GroupColumns:
    """The columns: areas, groups, total (None: the sum of the groups), larger area (None: there is none)."""

    area: str
    groups: tuple[str, ...]
    total: str | None = None
    parent: str | None = None
    disjoint: str = AUTO


@dataclass(frozen=True)
class GroupCounts:
    """n areas: `codes`, `counts` (n, groups), `total` (n,), `parents` (n,).

    `left_out` says per row why it takes no part at all (None: it does), `of_group` per group and row why it takes no
    part for that group. `disjoint` tells whether nobody is in two groups, `note` why.
    """

    codes: list[str | None]
    names: tuple[str, ...]
    counts: np.ndarray
    total: np.ndarray
    parents: list[str | None]
    left_out: list[str | None]
    of_group: dict[str, list[str | None]]
    disjoint: bool
    note: str
    columns: list[NumberColumn] = field(default_factory=list)

    def rows_of(self, group: str) -> np.ndarray:
        """Return (n,) which areas take part for a group."""
        reasons = self.of_group[group]
        return np.array([not (out or reason) for out, reason in zip(self.left_out, reasons)], dtype=bool)

    def others(self) -> np.ndarray:
        """Return (n,) the people who are in none of the groups, if nobody is in two."""
        return self.total - self.counts.sum(axis=1)

    def rows_of_all(self) -> np.ndarray:
        """Return (n,) which areas take part where all groups are compared at once."""
        rows = np.ones(len(self.codes), dtype=bool)
        for group in self.names:
            rows &= self.rows_of(group)
        with np.errstate(invalid="ignore"):
            return rows & (self.others() >= -_TOLERANCE)


def group_counts(table: pd.DataFrame, columns: GroupColumns) -> GroupCounts:
    """Read the table. Raises InputError for missing or empty columns, text between numbers, negative or double rows."""
    _check_columns(table, columns)
    codes = [code_text(cell) for cell in table[columns.area]]
    groups = [_counts(table, name, codes) for name in columns.groups]
    counts = np.column_stack([column.values for column in groups])
    whole = _counts(table, columns.total, codes) if columns.total else None
    total = whole.values if whole else counts.sum(axis=1)
    left_out = [_left_out(code, number) for code, number in zip(codes, total)]
    compared = pd.DataFrame(np.column_stack([counts, total]))
    left_out = without_repeated_rows(codes, compared, left_out)
    of_group = {name: _group_reasons(counts[:, at], total) for at, name in enumerate(columns.groups)}
    parents = [code_text(cell) for cell in table[columns.parent]] if columns.parent else [None] * len(codes)
    disjoint, note = _is_disjoint(counts, total, columns)
    every = [*groups, *([whole] if whole else [])]
    return GroupCounts(codes, columns.groups, counts, total, parents, left_out, of_group, disjoint, note, every)


def _check_columns(table: pd.DataFrame, columns: GroupColumns) -> None:
    if table.empty:
        raise InputError(tr("The table has no rows, so there is no area to compare."))
    if not columns.groups:
        raise InputError(tr("GROUP_FIELDS is empty. Choose the fields with the number of people of each group."))
    if columns.total in columns.groups:
        raise InputError(
            tr("“{field}” is in GROUP_FIELDS and is TOTAL_FIELD. Take it out of one of them.").format(
                field=columns.total
            )
        )
    if columns.total is None and len(columns.groups) < 2:
        raise InputError(tr("Give TOTAL_FIELD, or at least two GROUP_FIELDS that add up to all people."))


def _counts(table: pd.DataFrame, name: str, codes: Sequence[str | None]) -> NumberColumn:
    """Return a column of counts. Raises InputError if it is empty, or for a cell that is no count."""
    column = number_column(name, table[name].tolist(), whole=True)
    if column.is_empty:
        raise InputError(tr("Column “{column}” holds no number. Choose another one.").format(column=name))
    bad = dict(column.unreadable)
    bad.update({int(row): f"{column.values[row]:g}" for row in np.flatnonzero(column.values < 0)})
    for row, text in sorted(bad.items()):
        raise InputError(
            tr(
                "Row {row} (area {area}), column “{column}”: “{text}” is no number of people. Correct it, or empty it "
                "if there is no value."
            ).format(row=row + 1, area=codes[row] or "–", column=name, text=text)
        )
    return column


def _left_out(code: str | None, total: float) -> str | None:
    if not code:
        return tr("no area code")
    if np.isnan(total):
        return tr("number of all people unknown")
    return None if total > 0 else tr("nobody lives there")


def _group_reasons(counts: np.ndarray, total: np.ndarray) -> list[str | None]:
    reasons: list[str | None] = []
    for count, people in zip(counts, total):
        if np.isnan(count):
            reasons.append(tr("number of the group unknown or hidden"))
        else:
            reasons.append(tr("more people in the group than in all") if count > people + _TOLERANCE else None)
    return reasons


def _is_disjoint(counts: np.ndarray, total: np.ndarray, columns: GroupColumns) -> tuple[bool, str]:
    """Return whether nobody is in two groups, and a sentence on how that is known."""
    if len(columns.groups) < 2:
        return False, ""
    if columns.total is None:
        return True, tr("TOTAL_FIELD is empty: all people are the sum of the groups, which must exclude each other.")
    if columns.disjoint != AUTO:
        return columns.disjoint == YES, ""
    known = ~np.isnan(counts).any(axis=1) & ~np.isnan(total)
    if known.any() and np.allclose(counts[known].sum(axis=1), total[known], rtol=0, atol=0.5):
        return True, tr("The groups add up to the total in every area, so they are compared with each other, too.")
    return False, tr(
        "The groups do not add up to the total, so each is compared with all others only. If nobody is in two groups, "
        "set DISJOINT to yes."
    )
