"""Borders between polygons whose segments do not have equal ends: T-junctions, tiny gaps, borders digitised twice.

Each stretch of a segment goes to the one nearest segment of another polygon within the tolerance, so that a thin
polygon between two others does not make these neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Callable

import numpy as np

from ..core.errors import CancelledError

_MIN_COSINE = np.cos(np.radians(30))  # steeper segments meet in a corner, they do not run along each other
_MIN_LENGTH = 0.01  # metres
_LENGTH_PER_GAP = 8.0  # a border is at least so many times longer than its gap; a notch wider than 14 degrees is not
_PIECES_AT_ONCE = 50_000


def near_borders(
    segments: np.ndarray, owners: np.ndarray, tolerance: float, is_cancelled: Callable[[], bool]
) -> tuple[np.ndarray, np.ndarray]:
    """Return pairs of owners (p, 2), i < j, whose segments (s, 4) run within `tolerance` of each other, and lengths.

    The length is the mean of the lengths measured on either side. Raises CancelledError.
    """
    reach = max(tolerance, _MIN_LENGTH / _LENGTH_PER_GAP)
    pieces, piece_owners = _cut(segments, owners, reach)
    pairs, lengths, gaps = [np.empty((0, 2), dtype=int)], [np.empty(0)], [np.empty(0)]
    for first, second in _candidates(pieces, piece_owners, reach):
        if is_cancelled():
            raise CancelledError
        base, other, length, gap = _nearest_stretches(pieces, first, second, reach)
        pairs.append(np.sort(np.column_stack([piece_owners[base], piece_owners[other]]), axis=1))
        lengths.append(length)
        gaps.append(gap * length)
    edges, position = np.unique(np.vstack(pairs), axis=0, return_inverse=True)
    total = np.bincount(position.ravel(), weights=np.concatenate(lengths), minlength=len(edges)) / 2
    gap = np.bincount(position.ravel(), weights=np.concatenate(gaps), minlength=len(edges)) / 2
    border = total >= np.maximum(_MIN_LENGTH, _LENGTH_PER_GAP * gap / np.maximum(total, _MIN_LENGTH))
    return edges[border], total[border]


def _cut(segments: np.ndarray, owners: np.ndarray, reach: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the segments cut into pieces of about the median length, so that few of them meet in a grid cell."""
    length = np.hypot(*(segments[:, 2:] - segments[:, :2]).T)
    segments, owners, length = segments[length > 0], owners[length > 0], length[length > 0]
    if not len(segments):
        return segments, owners
    count = np.ceil(length / max(10 * reach, float(np.median(length)))).astype(int)
    row = np.repeat(np.arange(len(segments)), count)
    step = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    start, vector = segments[row, :2], segments[row, 2:] - segments[row, :2]
    begin = start + vector * (step / count[row])[:, None]
    end = start + vector * ((step + 1) / count[row])[:, None]
    return np.hstack([begin, end]), owners[row]


def _candidates(pieces: np.ndarray, owners: np.ndarray, reach: float) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield index arrays (first, second) of pieces of different owners whose boxes come within `reach`.

    All partners of a piece come in the same batch.
    """
    if not len(pieces):
        return
    middle = (pieces[:, :2] + pieces[:, 2:]) / 2
    longest = float(np.hypot(*(pieces[:, 2:] - pieces[:, :2]).T).max())
    cell = np.floor((middle - middle.min(axis=0)) / (longest + reach)).astype(np.int64) + 1
    width = int(cell[:, 0].max()) + 2
    key = cell[:, 1] * width + cell[:, 0]
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    for begin in range(0, len(pieces), _PIECES_AT_ONCE):
        rows = np.arange(begin, min(begin + _PIECES_AT_ONCE, len(pieces)))
        found = [
            _close(pieces, owners, *_in_cells(rows, key[rows] + row * width, ordered, order), reach)
            for row in (-1, 0, 1)
        ]
        yield np.concatenate([f for f, _ in found]), np.concatenate([s for _, s in found])


def _in_cells(
    rows: np.ndarray, key: np.ndarray, ordered: np.ndarray, order: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return (row, piece) for every piece in the cells `key` - 1 to `key` + 1, which lie side by side."""
    low = np.searchsorted(ordered, key - 1, "left")
    count = np.searchsorted(ordered, key + 1, "right") - low
    return np.repeat(rows, count), order[_ranges(low, count)]


def _ranges(low: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Return the integers low[k] to low[k] + count[k] - 1 of all k, one after the other."""
    return np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + np.repeat(low, count)


def _close(
    pieces: np.ndarray, owners: np.ndarray, first: np.ndarray, second: np.ndarray, reach: float
) -> tuple[np.ndarray, np.ndarray]:
    """Keep the pairs of different owners whose boxes come within `reach`."""
    keep = owners[first] != owners[second]
    for axis in (0, 1):
        low, high = np.minimum(*pieces[:, axis::2].T), np.maximum(*pieces[:, axis::2].T)
        keep &= (low[first] <= high[second] + reach) & (low[second] <= high[first] + reach)
    return first[keep], second[keep]


def _nearest_stretches(
    pieces: np.ndarray, first: np.ndarray, second: np.ndarray, reach: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return (piece, nearest other piece, length, mean gap) for each stretch of a piece along which another runs."""
    size = np.hypot(*(pieces[first, 2:] - pieces[first, :2]).T)
    begin, end, gap_begin, gap_end = _along(pieces, first, second, reach)
    run = (end - begin) * size > 1e-9
    first, second, size = first[run], second[run], size[run]
    begin, end, gap_begin, gap_end = begin[run], end[run], gap_begin[run], gap_end[run]

    # cut each piece wherever a partner begins or ends; between two cuts the set of partners stays the same
    cuts = np.unique(np.column_stack([np.tile(first, 2), np.concatenate([begin, end])]), axis=0)
    position = {"begin": _position(cuts, first, begin), "end": _position(cuts, first, end)}
    count = position["end"] - position["begin"]
    stretch = _ranges(position["begin"], count)
    pair = np.repeat(np.arange(len(first)), count)
    middle = (cuts[stretch, 1] + cuts[np.minimum(stretch + 1, len(cuts) - 1), 1]) / 2
    share = (middle - begin[pair]) / (end - begin)[pair]
    gap = np.abs(gap_begin[pair] + share * (gap_end - gap_begin)[pair])
    order = np.lexsort((second[pair], gap, stretch))
    nearest = order[np.unique(stretch[order], return_index=True)[1]]
    chosen, at = pair[nearest], stretch[nearest]
    return first[chosen], second[chosen], (cuts[at + 1, 1] - cuts[at, 1]) * size[chosen], gap[nearest]


def _position(cuts: np.ndarray, piece: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Return the row of (piece, at) in the sorted rows `cuts`; `at` lies in 0 to 1, so piece * 2 + at sorts alike."""
    return np.searchsorted(cuts[:, 0] * 2 + cuts[:, 1], piece * 2 + at)


def _along(
    pieces: np.ndarray, first: np.ndarray, second: np.ndarray, reach: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return where on `first` (0 to 1, begin and end) `second` runs beside it within `reach`, and the gaps there.

    Begin is behind end where it does not.
    """
    origin, vector = pieces[first, :2], pieces[first, 2:] - pieces[first, :2]
    base, axis = pieces[second, :2], pieces[second, 2:] - pieces[second, :2]
    length = np.hypot(*axis.T)
    axis = axis / length[:, None]
    offset = origin - base
    forward, forward_step = (offset * axis).sum(axis=1), (vector * axis).sum(axis=1)
    aside = offset[:, 0] * axis[:, 1] - offset[:, 1] * axis[:, 0]
    aside_step = vector[:, 0] * axis[:, 1] - vector[:, 1] * axis[:, 0]
    begin, end = _between(forward, forward_step, np.zeros_like(length), length)
    near_begin, near_end = _between(aside, aside_step, np.full_like(length, -reach), np.full_like(length, reach))
    begin, end = np.maximum(begin, near_begin), np.minimum(end, near_end)
    end[np.abs(forward_step) < _MIN_COSINE * np.hypot(*vector.T)] = -1.0
    return begin, end, aside + begin * aside_step, aside + end * aside_step


def _between(value: np.ndarray, step: np.ndarray, low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the part of 0 to 1 where `value` + u * `step` lies from `low` to `high`; begin > end if nowhere."""
    flat = np.abs(step) < 1e-12
    safe = np.where(flat, 1.0, step)
    one, two = (low - value) / safe, (high - value) / safe
    begin, end = np.maximum(np.minimum(one, two), 0.0), np.minimum(np.maximum(one, two), 1.0)
    inside = (value >= low) & (value <= high)
    return np.where(flat, np.where(inside, 0.0, 1.0), begin), np.where(flat, np.where(inside, 1.0, 0.0), end)
