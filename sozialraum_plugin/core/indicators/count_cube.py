"""All counts as one wide array, areas by (variable, Stichtag), summed from the smallest areas upward."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..fields import AREA, FLAG, REFERENCE_DATE, SOURCE, TERRITORY, VALUE, VARIABLE, Flag
from .hierarchy import Hierarchy

FLAGS = (
    Flag.NONE, Flag.SECRET, Flag.SECONDARY, Flag.TOO_SMALL_BASE, Flag.MISSING, Flag.NOT_APPLICABLE, Flag.LATER,
    Flag.UNSAFE, Flag.ROUNDED_TO_ZERO, Flag.INCOMPLETE, Flag.ESTIMATED, Flag.INTERNAL,
)  # fmt: skip
NUMBER_OF_FLAG = {flag: number for number, flag in enumerate(FLAGS)}
ABSENT = len(FLAGS)  # not delivered at all


@dataclass
class CountCube:
    """`values` and `flags` (numbers of `FLAGS`, or ABSENT) are arrays (areas, columns).

    A column is a variable at a Stichtag (`column_of`, `dates_of` in order) or a sum of such, added later. `sources` and
    `territories` (editions of the areas) are texts, one a column.
    """

    values: np.ndarray
    flags: np.ndarray
    column_of: dict[tuple[str, str], int] = field(default_factory=dict)
    dates_of: dict[str, list[str]] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)
    territories: list[str] = field(default_factory=list)
    _room: tuple[np.ndarray, np.ndarray] | None = field(default=None, repr=False, compare=False)

    def append(self, values: np.ndarray, flags: np.ndarray, source: str, territory: str = "") -> int:
        """Add a column and return its number."""
        width = self.values.shape[1]
        values_room, flags_room = self._with_room(width)
        values_room[:, width], flags_room[:, width] = values, flags
        self.values, self.flags = values_room[:, : width + 1], flags_room[:, : width + 1]
        self.sources.append(source)
        self.territories += [""] * (width - len(self.territories)) + [territory]
        return width

    def _with_room(self, width: int) -> tuple[np.ndarray, np.ndarray]:
        """Return arrays that hold all columns and at least one more: twice as many, so that adding stays cheap."""
        room = self._room
        if room is None or self.values.base is not room[0] or self.flags.base is not room[1] or (
            room[0].shape[1] == width
        ):  # fmt: skip
            shape = (len(self.values), 2 * width + 8)
            room = np.empty(shape, order="F"), np.empty(shape, dtype=self.flags.dtype, order="F")
            room[0][:, :width], room[1][:, :width] = self.values, self.flags
            self._room = room
        return room

    def absorb(self, other: CountCube) -> None:
        """Add all columns of another cube over the same areas."""
        numbers = {
            column: self.append(other.values[:, column], other.flags[:, column], source, territory)
            for column, (source, territory) in enumerate(zip(other.sources, other.territories))
        }
        self.column_of.update({key: numbers[column] for key, column in other.column_of.items()})
        self.dates_of.update(other.dates_of)


def cube_of(records: pd.DataFrame, hierarchy: Hierarchy, unsummed: Collection[str] = ()) -> CountCube:
    """Return the cube of checked counts (see `count_records`), every level filled; `unsummed` variables are not."""
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
    columns = _columns(records, column_of)
    delivered = records[VALUE.name].to_numpy(dtype=float)
    marks = (
        records[FLAG.name]
        .map({flag: NUMBER_OF_FLAG.get(flag, NUMBER_OF_FLAG[Flag.UNSAFE]) for flag in records[FLAG.name].unique()})
        .to_numpy(dtype=np.int8)
    )
    marks[np.isnan(delivered) & (marks == NUMBER_OF_FLAG[Flag.NONE])] = NUMBER_OF_FLAG[Flag.MISSING]
    values[rows, columns], flags[rows, columns] = delivered, marks
    summed = [number for (variable, _), number in column_of.items() if variable not in unsummed]
    if len(summed) == len(column_of):
        sum_upward(values, flags, hierarchy)
    elif summed:
        part_values, part_flags = values[:, summed], flags[:, summed]
        sum_upward(part_values, part_flags, hierarchy)
        values[:, summed], flags[:, summed] = part_values, part_flags
    sources = _texts(records, column_of, SOURCE.name)
    return CountCube(values, flags, column_of, dates_of, sources, _texts(records, column_of, TERRITORY.name))


def _columns(records: pd.DataFrame, column_of: dict[tuple[str, str], int]) -> np.ndarray:
    """Return the column of each record."""
    variables, variable_names = pd.factorize(records[VARIABLE.name])
    days, day_names = pd.factorize(records[REFERENCE_DATE.name])
    table = np.full((len(variable_names), len(day_names)), -1, dtype=np.int64)
    variable_at = {name: number for number, name in enumerate(variable_names)}
    day_at = {name: number for number, name in enumerate(day_names)}
    for (variable, day), number in column_of.items():
        table[variable_at[variable], day_at[day]] = number
    return table[variables, days]


def _texts(records: pd.DataFrame, column_of: dict[tuple[str, str], int], name: str) -> list[str]:
    """Return the sources (or editions) of each column, joined."""
    found: list[dict[str, None]] = [{} for _ in column_of]
    if name not in records:
        return [""] * len(found)
    distinct = records[[VARIABLE.name, REFERENCE_DATE.name, name]].drop_duplicates()
    for variable, day, text in distinct.itertuples(index=False):
        if text:
            found[column_of[variable, day]][text] = None
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
    estimated = NUMBER_OF_FLAG[Flag.ESTIMATED]
    incomplete, unsafe = NUMBER_OF_FLAG[Flag.INCOMPLETE], NUMBER_OF_FLAG[Flag.UNSAFE]
    for area in hierarchy.upward:
        below_values, below = values[hierarchy.children[area]], flags[hierarchy.children[area]]
        open_here = ((flags[area] == ABSENT) | (flags[area] == missing)) & (below != ABSENT).any(axis=0)
        sums = below_values.sum(axis=0)  # NaN as soon as one is missing
        lost = np.isnan(sums)
        hidden = ((below == secret) & np.isnan(below_values)).any(axis=0)
        marks = np.where((below == unsafe).any(axis=0), unsafe, NUMBER_OF_FLAG[Flag.NONE])
        marks = np.where((below == estimated).any(axis=0), estimated, marks)
        marks = np.where(lost, np.where(hidden, secret, incomplete), marks)
        values[area] = np.where(open_here, sums, values[area])
        flags[area] = np.where(open_here, marks, flags[area])
