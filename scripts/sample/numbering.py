"""House numbers: odd on the left and even on the right, ascending outwards, with suffixes and gaps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .plots import Houses

SUFFIX_SHARE = 0.045  # a house squeezed in later: 12, 12a, 12b
SKIP_SHARE = 0.02
LONG_GAP = 70.0  # metres without a house, for which numbers were kept free
NO_NUMBER_SHARE = 0.0015
SUFFIXES = "abcdefgh"


@dataclass
class Numbers:
    """House numbers (0 = none) and suffixes, parallel to the houses."""

    number: np.ndarray
    suffix: np.ndarray


def number_houses(houses: Houses, rng: np.random.Generator) -> Numbers:
    """Return the numbers of houses along their streets; no number and suffix occurs twice in a street."""
    count = len(houses)
    number, suffix = np.zeros(count, dtype=int), np.full(count, "", dtype="U1")
    order = np.lexsort((houses.position, houses.side, houses.street))
    chance = rng.random((count, 2))
    previous = (-1, 0.0)
    for row in order:
        key = (houses.street[row], houses.side[row])
        place = houses.position[row]
        if key != previous:
            previous, last, letters, before = key, (-1 if key[1] > 0 else 0), 0, place
        if last > 0 and chance[row, 0] < SUFFIX_SHARE and letters < len(SUFFIXES):
            suffix[row] = SUFFIXES[letters]
            letters += 1
        else:
            kept_free = round((place - before - LONG_GAP / 2) / 30.0) if place - before > LONG_GAP else 0
            last += 2 + 2 * kept_free + 2 * int(chance[row, 1] < SKIP_SHARE)
            letters = 0
        number[row], before = last, place
    return _without_some(Numbers(number, suffix), houses, rng)


def _without_some(numbers: Numbers, houses: Houses, rng: np.random.Generator) -> Numbers:
    """Take the number from a few houses, at most one in a street: it is known by the street's name alone."""
    chosen = np.flatnonzero(rng.random(len(houses)) < NO_NUMBER_SHARE)
    _, first = np.unique(houses.street[chosen], return_index=True)
    numbers.number[chosen[first]] = 0
    numbers.suffix[chosen[first]] = ""
    return numbers
