"""The cells of a table of counts and every sum that holds among them, for attack and suppression.

Cell number = area x columns + column; after them come small remainders, each a cell of its own. The sums are:

* the hierarchy: in every column an area is the sum of its children;
* relations between columns in every area: formulas, breakdowns (`breakdowns.json`), changes over time;
* a share: its numerator is at most its denominator; a small remainder + numerator = denominator.

A sum that the data do not keep (a delivered total beside other parts) holds with its own difference, as if everybody
knew that. A relation, or the hierarchy of a column, that fails in more places than it holds (and in at least 3) is no
sum at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ..hierarchy import Hierarchy
from ..indicator_plan import Relation
from .linear_bounds import LinearSystem, linear_system
from .primary_protection import Reason

_EXACT = 1e-6
_FEW = 3  # sums that may fail before a column or relation is taken for no sum
Entries = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]


@dataclass
class CellTable:
    """Counts `values` (areas, columns), NaN where unknown; how the columns hang together.

    `shares` are pairs (numerator, denominator) of columns. `changes` are columns that are no counts but differences of
    years; these and `signed` ones may be negative. Each number may
    be `precision` away from the true one; `extra` are further sums.
    """

    values: np.ndarray
    hierarchies: Sequence[Hierarchy]
    relations: Sequence[Relation]
    shares: Sequence[tuple[int, int]] = ()
    changes: frozenset[int] = frozenset()
    extra: list[Entries] = field(default_factory=list)
    precision: float = 0.0
    signed: frozenset[int] = frozenset()

    @property
    def least(self) -> np.ndarray:
        """Return the smallest value that each column can have (columns,): 0, or no limit."""
        negative = (self.values < 0).any(axis=0)
        negative[sorted(self.changes | self.signed)] = True
        return np.where(negative, -np.inf, 0.0)

    @property
    def areas(self) -> int:
        """Return the number of areas."""
        return self.values.shape[0]

    @property
    def columns(self) -> int:
        """Return the number of columns."""
        return self.values.shape[1]

    def cells(self, areas: np.ndarray, column: int) -> np.ndarray:
        """Return the numbers of cells."""
        return areas * self.columns + column


def sums_of(table: CellTable, remainders: np.ndarray) -> LinearSystem:
    """Return all sums over the cells of the table, then of `remainders` (k, 3): area, numerator, denominator."""
    size = table.values.size
    entries = [
        *_hierarchy_sums(table),
        *(block for relation in table.relations if (block := _relation_sums(table, relation)) is not None),
        *(_share_sums(table, *share) for share in dict.fromkeys(table.shares)),
        *table.extra,
    ]
    if len(remainders):
        entries.append(_remainder_sums(table, remainders))
    return linear_system(size + len(remainders), entries)


def _hierarchy_sums(table: CellTable) -> list[Entries]:
    blocks = []
    for hierarchy in table.hierarchies:
        sums = [(area, hierarchy.children[area]) for area in hierarchy.upward]
        if not sums:
            continue
        row = np.concatenate([np.full(len(children) + 1, number) for number, (_, children) in enumerate(sums)])
        area = np.concatenate([np.append(children, parent) for parent, children in sums])
        sign = np.concatenate([np.append(np.ones(len(children)), -1.0) for _, children in sums])
        missing = np.zeros((len(sums), table.columns))
        np.add.at(missing, row, sign[:, None] * table.values[area])
        allowed = table.precision * np.bincount(row, minlength=len(sums))[:, None]
        columns = np.flatnonzero(_mostly_kept(missing, allowed))
        blocks.append(_block(row, area, sign, missing, columns, table.columns))
    return blocks


def _block(
    row: np.ndarray, area: np.ndarray, sign: np.ndarray, missing: np.ndarray, columns: np.ndarray, width: int
) -> Entries:
    """Return the same sums over areas in several columns."""
    rows, count = missing.shape[0], len(columns)
    offset = np.arange(count)
    difference = np.nan_to_num(missing[:, columns].T.ravel())
    return (
        (row[None, :] + rows * offset[:, None]).ravel(),
        (area[None, :] * width + columns[:, None]).ravel(),
        np.tile(sign, count),
        difference,
        difference.copy(),
    )


def _mostly_kept(missing: np.ndarray, allowed: np.ndarray | float) -> np.ndarray:
    """Return for each column whether at least half of the sums that can be checked hold, or only few fail.

    `allowed` is by how much they may miss.
    """
    wrong = (np.abs(missing) > _EXACT + allowed).sum(axis=0)
    return (wrong < _FEW) | (wrong * 2 <= np.isfinite(missing).sum(axis=0))


def _relation_sums(table: CellTable, relation: Relation) -> Entries | None:
    """Return the sums of a relation in every area; None if the data do not keep it."""
    weights = relation.weights or (1.0,) * len(relation.parts)
    if not relation.plain_sum and not relation.weights:
        return None
    columns = np.array([*relation.parts, relation.total])
    weight = np.array([*weights, -1.0])
    missing = table.values[:, columns] @ weight
    if not _mostly_kept(missing[:, None], table.precision * np.abs(weight).sum())[0]:
        return None
    some = np.isfinite(table.values[:, columns]).any(axis=1)
    areas = np.flatnonzero(some)
    difference = np.nan_to_num(missing[areas])
    return (
        np.repeat(np.arange(len(areas)), len(columns)),
        (areas[:, None] * table.columns + columns).ravel(),
        np.tile(weight, len(areas)),
        difference,
        difference.copy(),
    )


def _share_sums(table: CellTable, numerator: int, denominator: int) -> Entries:
    """Return numerator - denominator <= 0 in every area where the data keep it."""
    above, below = table.values[:, numerator], table.values[:, denominator]
    areas = np.flatnonzero(~(above > below) & np.isfinite(above + below))
    return (
        np.repeat(np.arange(len(areas)), 2),
        np.stack([table.cells(areas, numerator), table.cells(areas, denominator)], axis=1).ravel(),
        np.tile([1.0, -1.0], len(areas)),
        np.full(len(areas), -np.inf),
        np.zeros(len(areas)),
    )


def _remainder_sums(table: CellTable, remainders: np.ndarray) -> Entries:
    """Return remainder + numerator - denominator = 0."""
    count = len(remainders)
    area, numerator, denominator = remainders.T
    cells = [table.values.size + np.arange(count), area * table.columns + numerator, area * table.columns + denominator]
    return (
        np.repeat(np.arange(count), 3),
        np.stack(cells, axis=1).ravel(),
        np.tile([1.0, 1.0, -1.0], count),
        np.zeros(count),
        np.zeros(count),
    )


def small_remainders(table: CellTable, reasons: np.ndarray, threshold: int) -> np.ndarray:
    """Return (k, 3) area, numerator, denominator where a hidden numerator leaves a small remainder."""
    found = []
    for numerator, denominator in dict.fromkeys(table.shares):
        rest = table.values[:, denominator] - table.values[:, numerator]
        areas = np.flatnonzero((rest > 0) & (rest < threshold) & (reasons[:, numerator] > Reason.SHOWN))
        found.append(np.stack([areas, np.full(len(areas), numerator), np.full(len(areas), denominator)], axis=1))
    return np.concatenate(found) if found else np.zeros((0, 3), dtype=np.int64)


def smallest_base(table: CellTable) -> np.ndarray:
    """Return the smallest denominator that a cell is a share of, an array (areas, columns); infinite if none."""
    base = np.full(table.values.shape, np.inf)
    for numerator, denominator in dict.fromkeys(table.shares):
        base[:, numerator] = np.fmin(base[:, numerator], table.values[:, denominator])
    return base
