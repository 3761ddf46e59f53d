"""Names proposed for new areas, from what most of their inhabitants call the place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import numpy as np

from ..errors import InputError
from ..messages import tr

NORTH, EAST, SOUTH, WEST, MIDDLE = "Nord", "Ost", "Süd", "West", "Mitte"
MIDDLE_SHARE = 0.3  # nearer to the common centre than this share of the farthest is the middle


def heaviest_values(
    values: Sequence[str | None], weights: np.ndarray, labels: np.ndarray, count: int
) -> list[str | None]:
    """Return per area 0 to count-1 the value with most weight; where nobody lives, the most frequent; None if none.

    `values`, `weights` and `labels` are (n,), of the units.
    """
    tally: list[dict[str, tuple[float, int]]] = [{} for _ in range(count)]
    for value, weight, label in zip(values, weights.tolist(), labels.tolist()):
        if value not in (None, ""):
            before = tally[label].get(value, (0.0, 0))
            tally[label][value] = (before[0] + weight, before[1] + 1)
    return [
        min(found, key=lambda value: (-found[value][0], -found[value][1], value)) if found else None for found in tally
    ]


def proposed_names(
    places: Sequence[str | None],
    landmarks: Sequence[str | None],
    streets: Sequence[str | None],
    numbered: Sequence[str],
    communes: Sequence[str],
) -> list[str]:
    """Return a name for each of k areas: its place, else its landmark, else its longest street, else `numbered`.

    Where several areas of a commune have the same place, the landmark (else the street) follows in brackets.
    """
    result = [
        place or landmark or street or number
        for place, landmark, street, number in zip(places, landmarks, streets, numbered)
    ]
    for areas in _equal(zip(communes, list(result))).values():
        for area in areas if len(areas) > 1 else ():
            detail = landmarks[area] or streets[area]
            if places[area] and detail and detail != places[area]:
                result[area] = f"{places[area]} ({detail})"
    return result


def unique_names(
    names: Sequence[str], communes: Sequence[str], centres: np.ndarray, kept: Collection[int] = ()
) -> list[str]:
    """Return names unique within a commune: equal ones get a point of the compass, then a number.

    `centres` (k, 2) are x and y; the compass is that of the areas of one name among each other. The areas in `kept`
    have names that someone gave: they stay as they are.
    """
    result = list(names)
    for areas in _equal(zip(communes, names)).values():
        if len(areas) > 1:
            for area, point in zip(areas, compass_points(centres[areas])):
                result[area] = names[area] if area in kept else f"{names[area]} {point}"
    for areas in _equal(zip(communes, list(result))).values():
        if len(areas) > 1:
            for number, area in enumerate(areas, start=1):
                result[area] = result[area] if area in kept else f"{result[area]} {number}"
    return result


def names_by_code(codes: Sequence[object], names: Sequence[object]) -> dict[str, str]:
    """Return the names of a table by code; rows without code or name say nothing.

    Raises InputError naming the row where a code has a second name.
    """
    found: dict[str, str] = {}
    for row, (raw_code, raw_name) in enumerate(zip(codes, names), start=1):
        code, name = ("" if raw is None else str(raw).strip() for raw in (raw_code, raw_name))
        if not code or not name:
            continue
        if found.setdefault(code, name) != name:
            raise InputError(
                tr("NAMES, row {row}: area “{code}” is called “{name}” here and “{other}” before. Keep one name.")
                .format(row=row, code=code, name=name, other=found[code])
            )  # fmt: skip
    return found


def compass_points(centres: np.ndarray) -> list[str]:
    """Return for each of k points (k, 2) where it lies from the middle of all."""
    away = centres - centres.mean(axis=0)
    distance = np.hypot(away[:, 0], away[:, 1])
    near = (distance <= MIDDLE_SHARE * distance.max()) & (len(centres) > 2)
    return [MIDDLE if close else _point(x, y) for (x, y), close in zip(away.tolist(), near.tolist())]


def _point(x: float, y: float) -> str:
    if abs(y) >= abs(x):
        return NORTH if y >= 0 else SOUTH
    return EAST if x >= 0 else WEST


def _equal(keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], list[int]]:
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        places[key].append(place)
    return places
