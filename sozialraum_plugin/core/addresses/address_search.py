"""What a typed text finds in an address index, the best first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from os.path import commonprefix

import numpy as np

from .address_index import AREA_LEVELS, AddressIndex
from .address_query import Query, read_query
from .street_names import normal_street

LIMIT = 30
_MOST_STREETS = 4000  # of a short beginning, taken in the order of the names
_MOST_OF_STREET = 12  # numbers that one street may show while others wait
_NEIGHBOURS = 4
_SHORTEST_TYPO = 4
_MOST_AREAS = 3
_DIGITS = 5


@dataclass(frozen=True)
class Hit:
    """An address or, with an empty `number`, a street.

    `areas` are texts for reading, Quartier before Sozialraum. `box` is (x min, y min, x max, y max) in the layer's
    CRS, a point for an address, NaN where there is none. `score` is from 0 to 1.
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
        yield from _whole_streets(index, streets, score, limit)
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
    fits = _fits_place(index, streets, query)
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


def _fits_place(index: AddressIndex, streets: np.ndarray, query: Query) -> np.ndarray:
    """Tell which streets lie in the town or postcode that was typed, at least with their first address."""
    fits = np.ones(len(streets), dtype=bool)
    first = index.first[streets]
    if query.postcode and "plz" in index.columns:
        column = index.columns["plz"]
        codes = np.flatnonzero(column.values == query.postcode)
        inside = np.isin(column.code, codes)
        total = np.concatenate(([0], np.cumsum(inside)))
        fits &= total[index.first[streets + 1]] > total[first]
    town = index.columns.get("ort")
    if query.place and town is not None:
        known = np.array([normal_street(str(value)).startswith(query.place) for value in town.values], dtype=bool)
        fits &= known[town.code[first]]
    return fits


def _whole_streets(
    index: AddressIndex, streets: np.ndarray, score: np.ndarray, limit: int
) -> Iterator[tuple[int, int, float]]:
    """Yield streets, and the addresses of the first one where it is the only one meant."""
    shown = streets[:limit].tolist()
    for street, value in zip(shown, score.tolist()):
        yield street, -1, value
    if len(streets) == 1 or (score[0] == 1.0 and score[1] < 1.0):
        low, high = int(index.first[shown[0]]), int(index.first[shown[0] + 1])
        for step, row in enumerate(range(low, min(high, low + limit))):
            if index.label.at(row):
                yield shown[0], row, score[0] - 0.01 - step * 1e-4


def _numbered(
    index: AddressIndex, query: Query, streets: np.ndarray, score: np.ndarray, limit: int
) -> Iterator[tuple[int, int, float]]:
    """Yield the addresses with the number, then those that continue it, then neighbours and at last the streets."""
    number = query.number.number if query.number else 0
    left = limit
    for tier, (low, high) in enumerate(_continued(number)):
        begins, ends = index.number_range(streets, low, high)
        for place in np.flatnonzero(ends > begins).tolist():
            rows = range(int(begins[place]), int(ends[place]))
            for row, penalty in _by_label(index, rows, query, tier):
                yield int(streets[place]), row, float(score[place]) - penalty
                left -= 1
            if left <= 0:
                return
    if left == limit:
        yield from _neighbours(index, streets[:limit], score, number)


def _by_label(index: AddressIndex, rows: range, query: Query, tier: int) -> list[tuple[int, float]]:
    """Return addresses with what each loses: nothing for the number as typed, little for one that continues it."""
    plain = query.number is not None and query.label == str(query.number.number)
    result = []
    for row in list(rows)[: _MOST_OF_STREET * 8]:
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
    index: AddressIndex, streets: np.ndarray, score: np.ndarray, number: int
) -> Iterator[tuple[int, int, float]]:
    """Yield the streets that do not have the number, and of the best one the addresses beside it."""
    begins, _ = index.number_range(streets, number, number)
    for place, street in enumerate(streets.tolist()):
        value = float(score[place]) - 0.4
        yield street, -1, value
        if place == 0:
            low, high = int(index.first[street]), int(index.first[street + 1])
            around = range(max(low, int(begins[0]) - _NEIGHBOURS // 2), min(high, int(begins[0]) + _NEIGHBOURS // 2))
            yield from ((street, row, value - 0.01) for row in around if index.label.at(row))


def _hit(index: AddressIndex, street: int, row: int, score: float) -> Hit:
    rows = slice(row, row + 1) if row >= 0 else slice(int(index.first[street]), int(index.first[street + 1]))
    points = index.xy[rows]
    points = points[~np.isnan(points).any(axis=1)]
    box = (*points.min(axis=0).tolist(), *points.max(axis=0).tolist()) if len(points) else (np.nan,) * 4
    plz = index.columns["plz"].distinct(rows) if "plz" in index.columns else []
    return Hit(
        street=index.text("strasse", rows.start),
        number=index.label.at(row) if row >= 0 else "",
        postcode=plz[0] if len(plz) == 1 else "",
        place=index.text("ort", rows.start),
        areas=tuple(_areas(index, rows)),
        box=box,
        score=score,
    )


def _areas(index: AddressIndex, rows: slice) -> Iterator[str]:
    """Yield the areas of some addresses, a text for each level."""
    for level in AREA_LEVELS:
        codes = index.columns[level].distinct(rows) if level in index.columns else []
        if codes:
            names = [index.area_names.get(code, code) for code in codes[:_MOST_AREAS]]
            yield ", ".join(names) + (f" + {len(codes) - _MOST_AREAS}" if len(codes) > _MOST_AREAS else "")
