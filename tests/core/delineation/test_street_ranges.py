"""The fewest ranges, proved against a search through all directories of small streets."""

from __future__ import annotations

import heapq
import random

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.delineation.address_order import BOTH, EVEN, ODD, SUFFIX_BITS, order_keys
from sozialraum_plugin.core.delineation.street_ranges import OPEN_END, number_ranges

HIGHEST = 12
NO_ROW = -1


def ranges_of(street):
    """Return the ranges of one street given as {(number, suffix rank): area}."""
    number, suffix = (np.array(values) for values in zip(*street))
    area = np.array(list(street.values()))
    ones = np.ones(len(area), dtype=int)
    return number_ranges(np.zeros(len(area), dtype=int), order_keys(number, suffix), area, ones)


def items_of(street):
    """Return every house number up to the highest, with the suffixes that exist, in order."""
    plain = {(number, 0) for number in range(min(1, min(street)[0]), HIGHEST + 3)}
    return sorted(plain | set(street))


def fewest_rows(street):
    """Return the fewest rows that cover every number once and every address with its area, by shortest path.

    The state is what covers the even and the odd side at the moment: one common row or two of their own. Each new row
    costs one. On a side without addresses nothing is asked for.
    """
    areas = set(street.values())
    used = {number % 2 for number, _suffix in street}
    items = [item for item in items_of(street) if item[0] % 2 in used]
    queue, seen = [(0, 0, ("own", NO_ROW, NO_ROW))], set()
    while queue:
        cost, place, state = heapq.heappop(queue)
        if place == len(items):
            return cost
        if (place, state) in seen:
            continue
        seen.add((place, state))
        side, needed = items[place][0] % 2, street.get(items[place])
        for price, after in next_states(state, side, areas):
            covering = after[1] if after[0] == "common" else after[1 + side]
            if needed is None or covering == needed:
                heapq.heappush(queue, (cost + price, place + 1, after))
    raise AssertionError("no directory at all")


def next_states(state, side, areas):
    kind, *covering = state
    if kind == "common" or covering[side] != NO_ROW:
        yield 0, state
    for area in areas:
        yield 1, ("common", area, NO_ROW)
        own = [NO_ROW, NO_ROW] if kind == "common" else list(covering)
        own[side] = area
        yield 1, ("own", *own)


def covering_rows(ranges, item):
    key = int(order_keys(np.array(item[0]), np.array(item[1])))
    fits = ranges["side"].isin((item[0] % 2, BOTH)) & (ranges["start"] <= key)
    # a further suffix of a range's last number belongs to it unless another range begins within that number
    within = (ranges["end"] >= key) | (ranges["end"] // (1 << SUFFIX_BITS) == item[0])
    found = ranges[fits & within]
    return found[found["start"] == found["start"].max()] if len(found) else found


def random_street(rng):
    numbers = sorted(rng.sample(range(0 if rng.random() < 0.1 else 1, HIGHEST + 1), rng.randint(1, 9)))
    if rng.random() < 0.15:
        numbers = [number for number in numbers if number % 2] or [1]
    street, area = {}, 0
    for number in numbers:
        for suffix in range(rng.choice((1, 1, 1, 2, 3))):
            if suffix == 0 and rng.random() < 0.1:
                continue
            area = rng.randrange(3) if rng.random() < 0.4 else area
            street[number, suffix] = area
    return street or {(1, 0): 0}


@pytest.mark.parametrize("seed", range(6))
def test_ranges_are_lossless_gap_free_and_the_fewest(seed):
    rng = random.Random(seed)
    for _case in range(25):
        street = random_street(rng)
        ranges = ranges_of(street)
        assert len(ranges) == fewest_rows(street), street
        used = {number % 2 for number, _suffix in street}
        for item in items_of(street):
            found = covering_rows(ranges, item)
            if item[0] % 2 in used:
                assert len(found) == 1, (street, item, ranges)
            if item in street:
                assert found["area"].tolist() == [street[item]], (street, item, ranges)
                assert order_keys(np.array(item[0]), np.array(item[1])) <= found["end"].iloc[0]


@pytest.mark.parametrize("seed", range(4))
def test_no_two_ranges_overlap_and_every_address_is_counted_once(seed):
    rng = random.Random(100 + seed)
    for _case in range(100):
        street = random_street(rng)
        ranges = ranges_of(street)
        assert ranges["count"].sum() == len(street)
        for side in (EVEN, ODD):
            own = ranges[ranges["side"].isin((side, BOTH))].sort_values("start")
            assert (own["start"].to_numpy()[1:] > own["end"].to_numpy()[:-1]).all()
            assert own["end"].iloc[-1] == OPEN_END if len(own) else True


def test_many_streets_at_once_equal_each_alone():
    rng = random.Random(7)
    streets = [random_street(rng) for _street in range(40)]
    table = [(place, *item, area) for place, street in enumerate(streets) for item, area in street.items()]
    place, number, suffix, area = (np.array(values) for values in zip(*table))
    together = number_ranges(place, order_keys(number, suffix), area, np.ones(len(place), dtype=int))
    for place, street in enumerate(streets):
        alone = ranges_of(street).drop(columns="street")
        of_street = together[together["street"] == place].drop(columns="street").reset_index(drop=True)
        pd.testing.assert_frame_equal(alone, of_street, check_dtype=False)


def test_nothing_gives_nothing():
    nothing = np.empty(0, dtype=np.int64)
    assert number_ranges(nothing, nothing, nothing, nothing).empty
