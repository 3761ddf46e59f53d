"""All counts as one wide array, areas by (variable, Stichtag), summed from the smallest areas upward."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..fields import AREA, FLAG, REFERENCE_DATE, SOURCE, VALUE, VARIABLE, Flag
from .hierarchy import Hierarchy

FLAGS = (
    Flag.NONE, Flag.SECRET, Flag.SECONDARY, Flag.TOO_SMALL_BASE, Flag.MISSING, Flag.NOT_APPLICABLE, Flag.LATER,
    Flag.UNSAFE, Flag.ROUNDED_TO_ZERO, Flag.INCOMPLETE,
)  # fmt: skip
NUMBER_OF_FLAG = {flag: number for number, flag in enumerate(FLAGS)}
ABSENT = len(FLAGS)  # not delivered at all


@dataclass
class CountCube:
    """`values` and `flags` (numbers of `FLAGS`, or ABSENT) are arrays (areas, columns).

    A column is a variable at a Stichtag (`column_of`, `dates_of` in order) or a sum of such, added later.
    """

    values: np.ndarray
    flags: np.ndarray
    column_of: dict[tuple[str, str], int] = field(default_factory=dict)
    dates_of: dict[str, list[str]] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)

    def append(self, values: np.ndarray, flags: np.ndarray, source: str) -> int:
        """Add a column and return its number."""
        self.values = np.column_stack([self.values, values])
        self.flags = np.column_stack([self.flags, flags])
        self.sources.append(source)
        return self.values.shape[1] - 1


def cube_of(records: pd.DataFrame, hierarchy: Hierarchy) -> CountCube:
    """Return the cube of checked counts (see `count_records`), every level filled."""
    keys = (
        records[[VARIABLE.name, REFERENCE_DATE.name]]
        .drop_duplicates()
        .sort_values([VARIABLE.name, REFERENCE_DATE.name])
    )
    column_of = {(variable, day): number for number, (variable, day) in enumerate(keys.itertuples(index=False))}
    dates_of: dict[str, list[str]] = {}
    for variable, day in column_of:
        dates_of.setdefault(variable, []).append(day)
    shape = (len(hierarchy.codes), len(column_of))
    values, flags = np.full(shape, np.nan), np.full(shape, ABSENT, dtype=np.int8)
    area = {code: number for number, code in enumerate(hierarchy.codes)}
    rows = records[AREA.name].map(area).to_numpy(dtype=np.int64)
    columns = np.array(
        [column_of[key] for key in zip(records[VARIABLE.name], records[REFERENCE_DATE.name])], dtype=np.int64
    )
    delivered = records[VALUE.name].to_numpy(dtype=float)
    marks = (
        records[FLAG.name]
        .map(lambda flag: NUMBER_OF_FLAG.get(flag, NUMBER_OF_FLAG[Flag.UNSAFE]))
        .to_numpy(dtype=np.int8)
    )
    marks[np.isnan(delivered) & (marks == NUMBER_OF_FLAG[Flag.NONE])] = NUMBER_OF_FLAG[Flag.MISSING]
    values[rows, columns], flags[rows, columns] = delivered, marks
    sum_upward(values, flags, hierarchy)
    return CountCube(values, flags, column_of, dates_of, _sources(records, column_of))


def _sources(records: pd.DataFrame, column_of: dict[tuple[str, str], int]) -> list[str]:
    """Return the sources of each column, joined."""
    found: list[dict[str, None]] = [{} for _ in column_of]
    distinct = records[[VARIABLE.name, REFERENCE_DATE.name, SOURCE.name]].drop_duplicates()
    for variable, day, source in distinct.itertuples(index=False):
        if source:
            found[column_of[variable, day]][source] = None
    return [join_sources(names) for names in found]


def join_sources(names: list[str] | dict[str, None]) -> str:
    """Return sources joined, each once."""
    single = {part: None for name in names for part in name.split("; ") if part}
    return "; ".join(single)


def sum_upward(values: np.ndarray, flags: np.ndarray, hierarchy: Hierarchy) -> None:
    """Fill in place what an area did not get itself with the sum of its children.

    A child hidden by the source makes the sum secret, a missing one makes it incomplete: never a sum of some children.
    """
    secret, missing = NUMBER_OF_FLAG[Flag.SECRET], NUMBER_OF_FLAG[Flag.MISSING]
    incomplete, unsafe = NUMBER_OF_FLAG[Flag.INCOMPLETE], NUMBER_OF_FLAG[Flag.UNSAFE]
    for area in hierarchy.upward:
        below_values, below = values[hierarchy.children[area]], flags[hierarchy.children[area]]
        open_here = ((flags[area] == ABSENT) | (flags[area] == missing)) & (below != ABSENT).any(axis=0)
        sums = below_values.sum(axis=0)  # NaN as soon as one is missing
        lost = np.isnan(sums)
        hidden = ((below == secret) & np.isnan(below_values)).any(axis=0)
        marks = np.where((below == unsafe).any(axis=0), unsafe, NUMBER_OF_FLAG[Flag.NONE])
        marks = np.where(lost, np.where(hidden, secret, incomplete), marks)
        values[area] = np.where(open_here, sums, values[area])
        flags[area] = np.where(open_here, marks, flags[area])
