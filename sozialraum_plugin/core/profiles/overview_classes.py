"""The classes of a choropleth: equal numbers of areas, equal values in one class, limits that are real values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

MOST_CLASSES = 5
AREAS_PER_CLASS = 3  # fewer make a class of their own look like a group


@dataclass(frozen=True)
class MapClass:
    """A class of a map, 1 the lowest: its least and greatest value as they occur, and its number of areas."""

    number: int
    low: float
    high: float
    count: int


def map_classes(values: Mapping[str, float], decimals: int) -> tuple[dict[str, int], list[MapClass]]:
    """Return the class of each area and the classes, by the values as they are printed with `decimals`.

    The k-th class holds the k-th part of the areas, up to five parts of about three areas each. Equal values share a
    class by the middle of their places, so a class can be missing.
    """
    printed = {code: round(value, decimals) + 0.0 for code, value in values.items()}
    if not printed:
        return {}, []
    parts = max(1, min(MOST_CLASSES, len(printed) // AREAS_PER_CLASS + 1))
    how_many = Counter(printed.values())
    below, part_of = 0, {}
    for value in sorted(how_many):
        middle = below + how_many[value] / 2
        part_of[value] = min(parts - 1, int(parts * middle / len(printed)))
        below += how_many[value]
    numbers = {part: number for number, part in enumerate(sorted(set(part_of.values())), start=1)}
    of_value = {value: numbers[part] for value, part in part_of.items()}
    classes = []
    for number in numbers.values():
        inside = [value for value in of_value if of_value[value] == number]
        classes.append(MapClass(number, min(inside), max(inside), sum(how_many[value] for value in inside)))
    return {code: of_value[value] for code, value in printed.items()}, classes
