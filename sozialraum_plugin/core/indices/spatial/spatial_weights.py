"""Which areas are neighbours, and how much a neighbour weighs.

In a row all neighbours weigh the same: 1 (binary) or 1 / their number (row-standardised). So the permutations need only
the number of neighbours. Sums over weights after Cliff & Ord (1981), Spatial Processes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Callable

import numpy as np

from ...errors import CancelledError, InputError
from ...messages import tr
from ...numbers import format_number

ROW_STANDARDISED, BINARY = "row", "binary"
STANDARDISATIONS = (ROW_STANDARDISED, BINARY)
_MOST_LINKS = 20_000_000  # 160 MB; more is no neighbourhood any more
_BLOCK = 2_000_000  # distances held at once


def _never() -> bool:
    return False


@dataclass(frozen=True)
class SpatialWeights:
    """Neighbours of n areas, without the area itself: those of area i are indices[starts[i]:starts[i + 1]], ascending.

    `starts` (n + 1,), `indices` (links,), `standardised` tells whether the weights of a row add up to 1.
    """

    starts: np.ndarray
    indices: np.ndarray
    standardised: bool = True

    @property
    def size(self) -> int:
        """Return the number of areas."""
        return len(self.starts) - 1

    @property
    def counts(self) -> np.ndarray:
        """Return the number of neighbours of each area (n,)."""
        return np.diff(self.starts)

    @property
    def focal(self) -> np.ndarray:
        """Return the area that each link starts from (links,)."""
        return np.repeat(np.arange(self.size), self.counts)

    @property
    def islands(self) -> np.ndarray:
        """Return the areas without neighbours."""
        return np.flatnonzero(self.counts == 0)

    @property
    def weight(self) -> np.ndarray:
        """Return what one neighbour of each area weighs (n,); 0 for an island."""
        counts = self.counts
        return np.where(counts > 0, 1 / np.maximum(counts, 1) if self.standardised else 1.0, 0.0)

    @property
    def total(self) -> float:
        """Return the sum of all weights, s0."""
        return float((self.counts * self.weight).sum())

    def sums(self, values: np.ndarray) -> np.ndarray:
        """Return the plain sum of the neighbours' values (n,); 0 for an island."""
        gathered = np.append(values[self.indices], 0.0)
        result = np.add.reduceat(gathered, self.starts[:-1]) if self.size else np.empty(0)
        result[self.counts == 0] = 0.0
        return result

    def lag(self, values: np.ndarray) -> np.ndarray:
        """Return the weighted sum of the neighbours' values (n,): their mean if standardised; 0 for an island."""
        return self.weight * self.sums(values)

    def binary(self) -> SpatialWeights:
        """Return the same neighbours with weight 1 each."""
        return SpatialWeights(self.starts, self.indices, False)

    def without(self, left_out: np.ndarray) -> SpatialWeights:
        """Return the weights among the areas that the mask (n,) does not leave out, numbered anew."""
        number = np.cumsum(~left_out) - 1
        focal = self.focal
        kept = ~left_out[focal] & ~left_out[self.indices]
        links = np.column_stack([number[focal[kept]], number[self.indices[kept]]])
        return from_links(links, int((~left_out).sum()), self.standardised)

    def pair_sums(self) -> tuple[float, float]:
        """Return s1 = 1/2 sum (w_ij + w_ji)^2 and s2 = sum (row sum + column sum)^2."""
        focal, weight = self.focal, self.weight
        own = weight[focal]
        key, mirrored = focal * self.size + self.indices, self.indices * self.size + focal
        place = np.minimum(np.searchsorted(key, mirrored), max(len(key) - 1, 0))
        both = key[place] == mirrored
        back = np.where(both, own[place], 0.0)
        # a link without its mirror stands for two ordered pairs, one with it as w_ij and one as w_ji
        s1 = 0.5 * float(((own + back) ** 2 * np.where(both, 1.0, 2.0)).sum())
        columns = np.bincount(self.indices, weights=own, minlength=self.size)
        return s1, float(((self.counts * weight + columns) ** 2).sum())


def from_links(links: np.ndarray, size: int, standardised: bool = True) -> SpatialWeights:
    """Return weights of directed links (l, 2), from area to neighbour, each once."""
    order = np.lexsort((links[:, 1], links[:, 0]))
    starts = np.zeros(size + 1, dtype=np.int64)
    np.cumsum(np.bincount(links[:, 0], minlength=size), out=starts[1:])
    return SpatialWeights(starts, links[order, 1].astype(np.int64), standardised)


def from_edges(edges: np.ndarray, size: int, standardised: bool = True) -> SpatialWeights:
    """Return weights of neighbours both ways; `edges` (e, 2) name each pair once."""
    return from_links(np.vstack([edges, edges[:, ::-1]]).astype(np.int64), size, standardised)


def k_nearest(
    points: np.ndarray, count: int, standardised: bool = True, is_cancelled: Callable[[], bool] = _never
) -> SpatialWeights:
    """Return the `count` nearest of the points (n, 2) as neighbours; of equally near ones those first in the table.

    A neighbour need not have the area as its own neighbour. With fewer than `count` others, all are neighbours.
    Raises CancelledError.
    """
    count = min(count, len(points) - 1)
    found = [np.empty((0, 2), dtype=np.int64)]
    for rows, squares in _blocks(points, is_cancelled) if count > 0 else ():
        farthest = np.partition(squares, count - 1, axis=1)[:, count - 1 : count]
        row, column = np.nonzero(squares <= farthest)
        order = np.lexsort((column, squares[row, column], row))
        row, column = row[order], column[order]
        place = np.arange(len(row)) - np.searchsorted(row, row)
        found.append(np.column_stack([rows[row], column])[place < count])
    return from_links(np.vstack(found), len(points), standardised)


def distance_band(
    points: np.ndarray, distance: float, standardised: bool = True, is_cancelled: Callable[[], bool] = _never
) -> SpatialWeights:
    """Return all other points (n, 2) within `distance`, the limit included, as neighbours.

    Raises InputError if that makes more than 20 million links, and CancelledError.
    """
    found, links = [np.empty((0, 2), dtype=np.int64)], 0
    limit = distance**2 * (1 + 1e-12)
    for rows, squares in _blocks(points, is_cancelled):
        row, column = np.nonzero(squares <= limit)
        found.append(np.column_stack([rows[row], column]))
        links += len(row)
        if links > _MOST_LINKS:
            raise InputError(
                tr(
                    "DISTANCE: within {distance} m almost everything is a neighbour of everything (more than {links} "
                    "pairs). Choose a smaller distance."
                ).format(distance=format_number(distance), links=format_number(_MOST_LINKS))
            )
    return from_links(np.vstack(found), len(points), standardised)


def reach_of_all(points: np.ndarray, is_cancelled: Callable[[], bool] = _never) -> float:
    """Return the smallest distance at which each of the points (n, 2) has a neighbour; 0 for fewer than two.

    Raises CancelledError.
    """
    if len(points) < 2:
        return 0.0
    return float(np.sqrt(max(squares.min(axis=1).max() for _, squares in _blocks(points, is_cancelled))))


def _blocks(points: np.ndarray, is_cancelled: Callable[[], bool]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield rows and their squared distances to all points; that to itself is infinite."""
    step = max(1, _BLOCK // max(len(points), 1))
    for first in range(0, len(points), step):
        if is_cancelled():
            raise CancelledError
        rows = np.arange(first, min(first + step, len(points)))
        squares = (points[rows, None, 0] - points[None, :, 0]) ** 2 + (points[rows, None, 1] - points[None, :, 1]) ** 2
        squares[np.arange(len(rows)), rows] = np.inf
        yield rows, squares
