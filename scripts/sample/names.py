"""Street names by theme: a neighbourhood's streets are named after trees, composers or fields, as councils do."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import numpy as np

from .plan import RESOURCES

SUBURB_THEMES = (
    "baum", "vogel", "blume", "komponist", "dichter", "maler", "forscher", "frauen", "staat", "stadt", "flur", "land",
)  # fmt: skip
REPEATED = ("dorf", "hauptstrasse")  # each village has its own Kirchstraße: the same name with another key
THEME_OF_ROLE = {
    "altstadt": "altstadt",
    "gruenderzeit": "gruenderzeit",
    "gewerbe": "gewerbe",
    "fluss": "fluss",
    "bahn": "bahn",
    "ring": "ring",
    "haupt": "hauptstrasse",
    "dorfkern": "dorf",
    "fern": "ziel",
}


def read_themes() -> dict[str, list[str]]:
    """Return the street names of each theme: all stems with the first ending, then with the second, and so on."""
    themes = {}
    with (RESOURCES / "sample_street_names.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter=";"):
            stems = [stem for stem in row["staemme"].split(",") if stem.strip()]
            endings = row["endungen"].split("|")
            themes[row["thema"]] = [_composed(stem, ending) for ending in endings for stem in stems]
    return themes


def _composed(stem: str, ending: str) -> str:
    """Return stem and ending as one name: `Ahornweg`, `Breslauer Straße`, `Anne-Frank-Straße`."""
    return stem + (ending.capitalize() if stem[-1] in " -" else ending)


class StreetNames:
    """Gives the streets of one commune their names; a name returns only in another settlement, and then rarely."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._themes = {theme: self._shuffled(theme, names) for theme, names in read_themes().items()}
        self._used: set[str] = set()
        self._used_here: set[str] = set()
        self._of_neighbourhood: dict[int, str] = {}
        self._persons = self._person_names()

    def new_settlement(self) -> None:
        """Begin the next settlement: the themes of its neighbourhoods are drawn anew."""
        self._used_here = set()
        self._of_neighbourhood = {}

    def name(self, role: str, neighbourhood: int, destination: str = "") -> str:
        """Return a name for a street by its role, neighbourhood and, for roads out of town, destination."""
        if destination:
            road = f"{_adjective(destination)} Straße"
            if road not in self._used_here:
                return self._take(road)
        return self._take(next(self._candidates(role, neighbourhood)))

    def _candidates(self, role: str, neighbourhood: int) -> Iterator[str]:
        """Yield free names: of the role, of the neighbourhood's theme, of other themes, at last of persons."""
        if neighbourhood not in self._of_neighbourhood:
            self._of_neighbourhood[neighbourhood] = str(self._rng.choice(SUBURB_THEMES))
        own = self._of_neighbourhood[neighbourhood]
        first = [THEME_OF_ROLE[role]] if role in THEME_OF_ROLE else []
        for theme in (*first, own, *SUBURB_THEMES):
            used = self._used_here if theme in REPEATED else self._used
            yield from (name for name in self._themes[theme] if name not in used)
        yield from (name for name in self._persons if name not in self._used)

    def _take(self, name: str) -> str:
        self._used.add(name)
        self._used_here.add(name)
        return name

    def _shuffled(self, theme: str, names: list[str]) -> list[str]:
        if theme in (*REPEATED, "ring"):
            return names
        half = len(names) // 2  # the plain ending comes first: Ahornweg before Ahornring
        order = np.concatenate([self._rng.permutation(half), half + self._rng.permutation(len(names) - half)])
        return [names[index] for index in order]

    def _person_names(self) -> Iterator[str]:
        first, last = self._themes["vorname"], self._themes["nachname"]
        for ending in ("Weg", "Straße", "Ring", "Gasse", "Pfad"):
            yield from (f"{a}-{b}-{ending}" for b in last for a in first)


def _adjective(place: str) -> str:
    """Return a place name as a street's adjective: Lindenbach, Lindenbacher; Neurode, Neuroder."""
    place = place.replace("stadt", "städt")
    return f"{place}r" if place.endswith("e") else f"{place}er"
