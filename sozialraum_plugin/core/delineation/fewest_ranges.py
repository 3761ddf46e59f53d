"""The fewest ranges for one street whose two sides both have addresses: a shortest path along the street.

What holds at a house number is either one common range or one range per side, where a side may still wait for its
first. Walking up the street, an address that its present range does not fit forces a decision: a new range for its
side, or a new common range from here on. Each new range costs one, so the cheapest walk has the fewest ranges. Opening
a range earlier than forced never helps, because the old one serves as well until then. Of equally few ranges those are
taken that cut the sides into fewer pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .address_order import BOTH, EVEN

_ROW = 1 << 32  # one range outweighs any number of pieces
_MARGIN = 3 * _ROW  # any state catches up with any other by two ranges
_WAITING = -1


class State(NamedTuple):
    """The areas that hold on the even and the odd side, by one common range or by one each."""

    even: int
    odd: int
    common: bool


class Opening(NamedTuple):
    """A new range: the key of the address that forced it, its side and area, and the opening before it."""

    key: int
    side: int
    area: int
    before: Opening | None


class Range(NamedTuple):
    """A range of one street: from the key `start` up to but without the key `stop` (None: open)."""

    side: int
    area: int
    start: int
    stop: int | None


def fewest_ranges(addresses: Iterable[tuple[int, int, int]], street_start: int) -> list[Range]:
    """Return the ranges of addresses (order key, EVEN or ODD, area), given in the order of the street.

    Gap-free on both sides from `street_start`: a range stops where the next one on its side starts.
    """
    return list(_ranges(_openings(addresses), street_start))


def _openings(addresses: Iterable[tuple[int, int, int]]) -> list[Opening]:
    """Return the openings of the cheapest walk, in order."""
    costs: dict[State, tuple[int, Opening | None]] = {State(_WAITING, _WAITING, False): (0, None)}
    for key, side, area in addresses:
        after: dict[State, tuple[int, Opening | None]] = {}
        for state, (cost, last) in costs.items():
            for price, opened, following in _decisions(state, side, area):
                if following not in after or cost + price < after[following][0]:
                    opening = last if opened is None else Opening(key, opened, area, last)
                    after[following] = cost + price, opening
        limit = min(cost for cost, _last in after.values()) + _MARGIN
        costs = {state: walk for state, walk in after.items() if walk[0] < limit}
    last = min((walk for state, walk in costs.items() if _WAITING not in state[:2]), key=lambda walk: walk[0])[1]
    openings = []
    while last is not None:
        openings.append(last)
        last = last.before
    return openings[::-1]


def _decisions(state: State, side: int, area: int) -> Iterator[tuple[int, int | None, State]]:
    """Yield what an address allows: the price, the side of a new range if any, and the state after it."""
    if state[side] == area:
        yield 0, None, state
        return
    other = state[1 - side]
    kept = _WAITING if state.common else other
    yield _ROW + 1, side, State(area, kept, False) if side == EVEN else State(kept, area, False)
    # a side that waits since the last common range, while the other does not, would be left with a hole
    if (state.even == _WAITING) == (state.odd == _WAITING):
        yield _ROW + 2, BOTH, State(area, area, True)


def _ranges(openings: list[Opening], street_start: int) -> Iterator[Range]:
    """Yield the ranges that a sequence of openings stands for."""
    current: list[tuple[int, int, int] | None] = [None, None]  # per side: side of its range, area, start
    resume = [street_start, street_start]
    for number, opening in enumerate(openings):
        cut = opening.key if number else street_start
        affected = {0, 1} if opening.side == BOTH or BOTH in (row[0] for row in current if row) else {opening.side}
        yield from _closed(current, affected, cut)
        for side in affected:
            if current[side] is not None:
                resume[side] = cut
            current[side] = None
        for side in (0, 1) if opening.side == BOTH else (opening.side,):
            current[side] = opening.side, opening.area, cut if opening.side == BOTH else resume[side]
    yield from _closed(current, {0, 1}, None)


def _closed(current: list[tuple[int, int, int] | None], sides: set[int], cut: int | None) -> Iterator[Range]:
    """Yield the present ranges of some sides, each once, as they end at a cut."""
    for row in dict.fromkeys(current[side] for side in sorted(sides)):
        if row is not None:
            yield Range(*row, cut)
