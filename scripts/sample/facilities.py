"""Kitas, schools, stops, doctors, youth clubs and homes for the old: where people are, and how many places."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

STOP_DISTANCE = 420.0  # metres along main and collector streets


@dataclass(frozen=True)
class Kind:
    """A kind of facility: one for so many dwellings, smallest and largest number of places, beginnings of its name."""

    dwellings: int
    places: tuple[int, int] | None
    names: tuple[str, ...]


KINDS = {
    "kita": Kind(520, (45, 115), ("Kita", "Kindertagesstätte", "Familienzentrum", "Kinderhaus")),
    "schule": Kind(2300, (180, 620), ("Grundschule", "Gesamtschule", "Schule")),
    "arzt": Kind(480, None, ("Hausarztpraxis", "Gemeinschaftspraxis", "Kinderarztpraxis")),
    "jugendtreff": Kind(3600, (20, 60), ("Jugendtreff", "Offene Tür")),
    "senioren": Kind(2600, (40, 110), ("Seniorenzentrum", "Haus")),
}
Facility = tuple[str, str, "int | None", str, float, float]  # art, name, plaetze, gemeinde, x, y


def facilities_of(
    addresses: pd.DataFrame, streets: list[tuple[str, str, str, np.ndarray]], rng: np.random.Generator
) -> list[Facility]:
    """Return the facilities of a commune."""
    found = [facility for art, kind in KINDS.items() for facility in _of_kind(addresses, art, kind, rng)]
    return found + _stops(str(addresses["gemeinde"].iloc[0]), str(addresses["gemeinde_name"].iloc[0]), streets)


def _of_kind(addresses: pd.DataFrame, art: str, kind: Kind, rng: np.random.Generator) -> list[Facility]:
    """Return the facilities of one kind, spread over the commune in proportion to dwellings."""
    upto = addresses["wohnungen"].cumsum().to_numpy()
    number = max(1, round(int(upto[-1]) / kind.dwellings))
    by_part = np.argsort(addresses["ortsteil"].to_numpy(), kind="stable")
    upto = addresses["wohnungen"].to_numpy()[by_part].cumsum()
    targets = (np.arange(number) + rng.uniform(0.2, 0.8, number)) * upto[-1] / number
    result = []
    for row in by_part[np.searchsorted(upto, targets)]:
        address = addresses.iloc[row]
        name = f"{rng.choice(kind.names)} {address['strasse']}"
        places = int(rng.integers(*kind.places)) if kind.places else None
        result.append((art, name, places, address["gemeinde"], float(address["x"]), float(address["y"])))
    return result


def _stops(ags: str, commune: str, streets: list[tuple[str, str, str, np.ndarray]]) -> list[Facility]:
    """Return stops along main and collector streets, none within half the usual distance of another."""
    stops: list[Facility] = []
    taken = np.empty((0, 2))
    for _, name, klass, line in streets:
        if klass not in ("hauptstrasse", "sammelstrasse") or not name:
            continue
        middle = line[len(line) // 2]
        if len(taken) and np.hypot(*(taken - middle).T).min() < STOP_DISTANCE * (
            1.0 if klass == "hauptstrasse" else 1.4
        ):
            continue
        taken = np.vstack([taken, middle])
        stops.append(("haltestelle", f"{commune}, {name}", None, ags, float(middle[0]), float(middle[1])))
    return stops
