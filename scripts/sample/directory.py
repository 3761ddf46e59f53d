"""Reads a Straßenverzeichnis as an office does: street key, side and range of house numbers lead to the area."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import numpy as np
import pandas as pd

from .hierarchy import read_text_table

COLUMNS = [
    "gemeinde", "strassenschluessel", "seite", "von_nummer", "von_zusatz", "bis_nummer", "bis_zusatz", "gebiet",
]  # fmt: skip
Key = tuple[int, str]
LOWEST, HIGHEST = (0, ""), (10**6, "")


class Directory:
    """Finds the area of addresses. A row without numbers holds for the whole street and for addresses without one.

    Where a street lies in one area only, that is the area of its addresses without a number too.
    """

    def __init__(self, rows: pd.DataFrame) -> None:
        self._ranges: dict[tuple[str, str], list[tuple[str, Key, Key, str]]] = defaultdict(list)
        self._whole: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for row in rows.itertuples(index=False):
            street = (row.gemeinde, row.strassenschluessel)
            if row.von_nummer == "" and row.bis_nummer == "":
                self._whole[street].append((row.seite, row.gebiet))
            else:
                low = _key(row.von_nummer, row.von_zusatz) if row.von_nummer else LOWEST
                high = _key(row.bis_nummer, row.bis_zusatz) if row.bis_nummer else HIGHEST
                self._ranges[street].append((row.seite, low, high, row.gebiet))

    def areas(self, commune: str, addresses: pd.DataFrame) -> np.ndarray:
        """Return the area code of each address, '' where the directory has none."""
        columns = zip(addresses["strassenschluessel"], addresses["hausnummer"], addresses["zusatz"])
        return np.array([self._find((commune, key), (int(number), suffix)) for key, number, suffix in columns], object)

    def _find(self, street: tuple[str, str], number: Key) -> str:
        if number[0] == 0:
            return next((area for _, area in self._whole.get(street, [])), self._only_area(street))
        side = "U" if number[0] % 2 else "G"
        for found, low, high, area in self._ranges.get(street, []):
            if found in (side, "F", "") and low <= number <= high:
                return area
        return next((area for found, area in self._whole.get(street, []) if found in (side, "F", "")), "")

    def _only_area(self, street: tuple[str, str]) -> str:
        """Return the area of a street that lies in one area only, where addresses without a number are meant too."""
        found = {(side, area) for side, _, _, area in self._ranges.get(street, [])}
        side, area = found.pop() if len(found) == 1 else ("", "")
        return area if side == "F" else ""


def read_directory(path: Path) -> Directory:
    """Return the directory of a CSV (`;`, utf-8-sig). Raises ValueError if a column is missing or a number is none."""
    return Directory(read_text_table(path, COLUMNS))


def _key(number: str, suffix: str) -> Key:
    """Return house number and suffix as they compare: 12 before 12a before 12b."""
    return int(float(number)), suffix.strip().lower()
