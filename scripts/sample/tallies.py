"""Adds the offices' cases up by area and year, part by part of the Kreis; nothing is kept per address or person."""

from __future__ import annotations

from typing import Callable

import numpy as np

from .cases import (
    UNKNOWN_ADDRESS,
    Snapshot,
    benefit_persons,
    election_persons,
    register_homes,
    register_persons,
    school_persons,
    youth_persons,
)
from .population import FIRST_YEAR, LAST_YEAR, Dwellings

ELECTIONS = {2020: "13.09.2020", 2025: "14.09.2025"}
YEARS = tuple(range(FIRST_YEAR, LAST_YEAR + 1))


class Tallies:
    """Counts by office, year, area and column; the last area is the one of cases whose area is not known."""

    def __init__(self, codes: list[str]) -> None:
        self.codes = codes
        self._index = {code: number for number, code in enumerate(codes)}
        self._counts: dict[tuple[str, int], dict[str, np.ndarray]] = {}

    def positions(self, codes: np.ndarray) -> np.ndarray:
        """Return the position of each area code (text); an unknown or empty one counts as area not known."""
        return np.array([self._index.get(code, len(self.codes)) for code in codes], dtype=int)

    def columns(self, office: str, year: int) -> dict[str, np.ndarray]:
        """Return column -> counts (areas and, last, not known) of an office in a year."""
        return self._counts.get((office, year), {})

    def add(self, state: Snapshot, area_of_address: np.ndarray, dwellings: Dwellings) -> None:
        """Count the people of a part at the end of a year."""
        homes = area_of_address[dwellings.address]
        persons = homes[state.people.dwelling]
        vague = np.where((dwellings.luck * 1000) % 1 < UNKNOWN_ADDRESS, len(self.codes), homes)
        vague_persons = vague[state.people.dwelling]
        year = state.year
        if year < LAST_YEAR:
            self._sum("jugendamt", year + 1, youth_persons, state, persons)
        if year < FIRST_YEAR:
            return
        self._sum("einwohnermeldeamt", year, register_persons, state, persons)
        self._sum("einwohnermeldeamt", year, register_homes, state, homes)
        self._sum("jobcenter", year, benefit_persons, state, vague_persons)
        self._sum("jobcenter", year, lambda s: {"BG": s.on_benefit}, state, vague)
        self._sum("schulamt", year, school_persons, state, vague_persons)
        if year in ELECTIONS:
            self._sum("wahlamt", year, election_persons, state, persons)

    def _sum(
        self,
        office: str,
        year: int,
        cases: Callable[[Snapshot], dict[str, np.ndarray]],
        state: Snapshot,
        areas: np.ndarray,
    ) -> None:
        """Add the cases of one office to its counts."""
        table = self._counts.setdefault((office, year), {})
        for name, chosen in cases(state).items():
            found = np.bincount(areas[chosen], minlength=len(self.codes) + 1)
            table[name] = table[name] + found if name in table else found
