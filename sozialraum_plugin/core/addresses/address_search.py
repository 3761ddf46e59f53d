"""What a typed text finds in an address index, the best first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from os.path import commonprefix

import numpy as np

from .address_index import AddressIndex, Coded, fit_any, joined_ranges
from .address_query import Query, read_query

LIMIT = 30
_MOST_STREETS = 4000  # of a short beginning, taken in the order of the names
_MOST_OF_STREET = 12  # numbers that one street may show while others wait
_NEIGHBOURS = 4
_SHORTEST_TYPO = 4
_MOST_AREAS = 3
_DIGITS = 5
_UNTOLD_LEVELS = ("block", "gemeinde", "kreis")


@dataclass(frozen=True)
class Hit:
    """An address or, with an empty `number`, a street.

    `place` is the town, with the part of it if that is known. `areas` are texts for reading, Quartier before
    Sozialraum. `box` is (x min, y min, x max, y max) in the layer's CRS, a point for an address, NaN where there is
    none. `score` is from 0 to 1.
    """

    street: str
    number: str
    postcode: str
    place: str
    areas: tuple[str, ...]
    box: tuple[float, float, float, float]
    score: float


def search(index: AddressIndex, text: str, limit: int = LIMIT) -> list[Hit]:
    """Return what a text such as ``Haupts 12a`` finds, at most `limit` hits; slips of one letter only if need be."""
    readings = read_query(text)
    for typo in (False, True):
        hits: dict[tuple[int, int], float] = {}
        for number, reading in enumerate(readings):
            rank = 0.15 * min(number, 2) + 0.3 * typo
            for street, row, score in _found(index, reading, limit, typo):
                hits.setdefault((street, row), max(score - rank, 0.0))
            if len(hits) >= limit:
                break
        if hits:
            best = sorted(hits.items(), key=lambda item: -item[1])[:limit]
            return [_hit(index, street, row, score) for (street, row), score in best]
    return []


def _found(index: AddressIndex, query: Query, limit: int, typo: bool) -> Iterator[tuple[int, int, float]]:
    """Yield (street, address or -1 for the street itself, score), the best first."""
    streets, score = _streets(index, query, typo)
    if not len(streets):
        return
    if query.number is None:
        yield from _whole_streets(index, query, streets, score, limit)
        return
    yield from _numbered(index, query, streets, score, limit)


def _streets(index: AddressIndex, query: Query, typo: bool) -> tuple[np.ndarray, np.ndarray]:
    """Return the streets that fit beginning, postcode and town, the best first, with scores from 0.7 to 1."""
    names, scores = [], []
    for prefix in query.prefixes:
        name, inner = _misspelt(index, prefix) if typo else index.names_with_prefix(prefix)
        exact = bisect_left(index.names, prefix)
        names.append(name)
        whole = (name == exact) & _is(index, exact, prefix)
        scores.append(np.where(whole, 1.0, np.where(inner, 0.8, 0.9)))
    name, score = np.concatenate(names), np.concatenate(scores)
    order = np.lexsort((name, -score))
    _, once = np.unique(name[order], return_index=True)
    kept = order[np.sort(once)][:_MOST_STREETS]
    streets = index.streets(name[kept])
    of_street = dict(zip(name[kept].tolist(), score[kept].tolist()))
    score = np.array([of_street[one] for one in index.name_of_street[streets].tolist()])
    fits = _PlaceFilter(index, query).streets(streets)
    return streets[fits], score[fits]


def _is(index: AddressIndex, at: int, name: str) -> bool:
    return at < len(index.names) and index.names[at] == name


def _misspelt(index: AddressIndex, prefix: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the names of which a beginning differs from what was typed by one slip.

    One slip leaves the first or the second half of what was typed as it is.
    """
    if len(prefix) < _SHORTEST_TYPO:
        return np.empty(0, dtype=np.int32), np.empty(0, dtype=bool)
    half = len(prefix) // 2
    head, tail = prefix[:half], prefix[half + 1 :]
    at = [
        place
        for place, key in enumerate(index.keys)
        if (key.startswith(head) or key.find(tail, half, len(prefix) + 1) >= 0) and _one_slip(prefix, key)
    ]
    return index.key_name[at], index.key_inner[at]


def _one_slip(typed: str, key: str) -> bool:
    """Tell whether `key` begins with `typed` but for one letter that is wrong, too much, missing or swapped."""
    at = len(commonprefix([typed, key]))
    rest = key[at:]
    swapped = typed[at + 1 : at + 2] + typed[at : at + 1] + typed[at + 2 :]
    return (
        rest[1:].startswith((typed[at + 1 :], typed[at:]))
        or rest.startswith(typed[at + 1 :])
        or rest.startswith(swapped)
    )


class _PlaceFilter:
    """Tells which addresses lie in the postcode and the town, or part of a town, that were typed."""

    def __init__(self, index: AddressIndex, query: Query) -> None:
        self._first = index.first
        self._tests: list[list[list[tuple[Coded, np.ndarray]]]] = []
        if query.postcode and "plz" in index.columns:
            column = index.columns["plz"]
            self._tests.append([[(column, column.values == query.postcode)]])
        if query.place and index.place_forms:
            self._tests.append(index.place_tests(query.place, str.startswith))

    def rows(self, rows: np.ndarray) -> np.ndarray:
        """Return the addresses that fit."""
        return rows[self._fit(rows)] if self._tests else rows

    def streets(self, streets: np.ndarray) -> np.ndarray:
        """Tell which streets have an address that fits."""
        if not self._tests:
            return np.ones(len(streets), dtype=bool)
        low, high = self._first[streets], self._first[streets + 1]
        fitting = np.concatenate(([0], np.cumsum(self._fit(joined_ranges(low, high)))))
        ends = np.cumsum(high - low)
        return fitting[ends] > fitting[ends - (high - low)]

    def _fit(self, rows: np.ndarray) -> np.ndarray:
        return np.logical_and.reduce([fit_any(ways, rows) for ways in self._tests])


def _whole_streets(
    index: AddressIndex, query: Query, streets: np.ndarray, score: np.ndarray, limit: int
) -> Iterator[tuple[int, int, float]]:
    """Yield streets, and the addresses of the first one where it is the only one meant."""
    shown = streets[:limit].tolist()
    for street, value in zip(shown, score.tolist()):
        yield street, -1, value
    if len(streets) == 1 or (score[0] == 1.0 and score[1] < 1.0):
        rows = _PlaceFilter(index, query).rows(np.arange(index.first[shown[0]], index.first[shown[0] + 1]))
        for step, row in enumerate(rows[:limit].tolist()):
            if index.label.at(row):
                yield shown[0], row, score[0] - 0.01 - step * 1e-4


def _numbered(
    index: AddressIndex, query: Query, streets: np.ndarray, score: np.ndarray, limit: int
) -> Iterator[tuple[int, int, float]]:
    """Yield the addresses with the number, then those that continue it, then neighbours and at last the streets."""
    number = query.number.number if query.number else 0
    places = _PlaceFilter(index, query)
    left = limit
    for tier, (low, high) in enumerate(_continued(number)):
        begins, ends = index.number_range(streets, low, high)
        for place in np.flatnonzero(ends > begins).tolist():
            rows = places.rows(np.arange(begins[place], ends[place]))
            for row, penalty in _by_label(index, rows, query, tier):
                yield int(streets[place]), row, float(score[place]) - penalty
                left -= 1
            if left <= 0:
                return
    if left == limit:
        yield from _neighbours(index, places, streets[:limit], score, number)


def _by_label(index: AddressIndex, rows: np.ndarray, query: Query, tier: int) -> list[tuple[int, float]]:
    """Return addresses with what each loses: nothing for the number as typed, little for one that continues it."""
    plain = query.number is not None and query.label == str(query.number.number)
    result = []
    for row in rows[: _MOST_OF_STREET * 8].tolist():
        label = index.label.at(row)
        if label == query.label:
            result.append((row, 0.0))
        elif label.startswith(query.label):
            result.append((row, 0.05 + 0.03 * tier))
        elif not tier and not plain:
            result.append((row, 0.35))
    result.sort(key=lambda item: item[1])
    return result[:_MOST_OF_STREET]


def _continued(number: int) -> list[tuple[int, int]]:
    """Return the ranges of numbers that begin with the digits of a number: 1, 10 to 19, 100 to 199."""
    ranges, low, high = [], number, number
    while high < 10**_DIGITS and len(ranges) < _DIGITS:
        ranges.append((low, high))
        low, high = low * 10, high * 10 + 9
    return ranges


def _neighbours(
    index: AddressIndex, places: _PlaceFilter, streets: np.ndarray, score: np.ndarray, number: int
) -> Iterator[tuple[int, int, float]]:
    """Yield the streets that do not have the number, and of the best one the addresses beside it."""
    for place, street in enumerate(streets.tolist()):
        value = float(score[place]) - 0.4
        yield street, -1, value
        if place == 0:
            rows = places.rows(np.arange(index.first[street], index.first[street + 1]))
            after = int(np.searchsorted(rows, index.number_range(streets[:1], number, number)[0][0]))
            around = rows[max(0, after - _NEIGHBOURS // 2) : after + _NEIGHBOURS // 2].tolist()
            yield from ((street, row, value - 0.01) for row in around if index.label.at(row))


def _hit(index: AddressIndex, street: int, row: int, score: float) -> Hit:
    rows = slice(row, row + 1) if row >= 0 else slice(int(index.first[street]), int(index.first[street + 1]))
    return Hit(
        street=index.text("strasse", rows.start),
        number=index.label.at(row) if row >= 0 else "",
        postcode=_only(index, "plz", rows),
        place=_place(index.text("ort", rows.start), _only(index, "ortsteil", rows)),
        areas=tuple(dict.fromkeys(_areas(index, rows))),
        box=box_of(index.xy[rows]),
        score=score,
    )


def box_of(points: np.ndarray) -> tuple[float, float, float, float]:
    """Return (x min, y min, x max, y max) of points (n, 2), NaN where none has coordinates."""
    points = points[~np.isnan(points).any(axis=1)]
    if not len(points):
        return (np.nan,) * 4
    west, south, east, north = [*points.min(axis=0).tolist(), *points.max(axis=0).tolist()]
    return west, south, east, north


def _only(index: AddressIndex, column: str, rows: slice) -> str:
    """Return the text that all the addresses share, empty where they differ."""
    texts = index.columns[column].distinct(rows) if column in index.columns else []
    return texts[0] if len(texts) == 1 else ""


def _place(town: str, part: str) -> str:
    """Return the town and the part of it, once where both have the same name."""
    return f"{town}, {part}" if town and part and part != town else town or part


def _areas(index: AddressIndex, rows: slice) -> Iterator[str]:
    """Yield the areas of some addresses, a text for each level."""
    for level in index.levels:
        codes = index.columns[level].distinct(rows) if level not in _UNTOLD_LEVELS else []
        if codes:
            names = [index.area_name(level, code) for code in codes[:_MOST_AREAS]]
            yield ", ".join(names) + (f" + {len(codes) - _MOST_AREAS}" if len(codes) > _MOST_AREAS else "")
