"""Codes of new areas: a prefix and a number that runs over the map from north-west to south-east."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..errors import InputError
from ..messages import tr
from ..numbers import format_number


def area_codes(prefixes: Sequence[str], centres: np.ndarray, digits: int) -> list[str]:
    """Return a code for each of k areas: its prefix and its number among the areas of that prefix.

    `prefixes` (k,) are commune codes or one prefix for all, `centres` (k, 2) are x and y. Numbers start at 1 and are
    padded with zeros to `digits`; they run in rows from west to east, the northernmost row first.
    Raises InputError if `digits` are too few.
    """
    codes = [""] * len(prefixes)
    for prefix in sorted(set(prefixes)):
        areas = [area for area, own in enumerate(prefixes) if own == prefix]
        if len(areas) >= 10**digits:
            raise InputError(
                tr("{count} areas of “{prefix}” cannot be numbered with {digits} digits. Raise the number of digits.")
                .format(count=format_number(len(areas)), prefix=prefix, digits=digits)
            )  # fmt: skip
        for number, place in enumerate(reading_order(centres[areas]), start=1):
            codes[areas[place]] = f"{prefix}{number:0{digits}d}"
    return codes


def reading_order(centres: np.ndarray) -> list[int]:
    """Return the order in which points (k, 2) are read: rows of equal number from north to south, each west to east."""
    rows = max(1, round(len(centres) ** 0.5))
    southward = np.lexsort((centres[:, 0], -centres[:, 1]))
    return [int(place) for row in np.array_split(southward, rows) for place in row[np.argsort(centres[row, 0])]]
