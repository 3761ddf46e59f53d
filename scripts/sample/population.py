"""Ten years in the life of a part of the Kreis: people age, are born, die, part, move out and in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .households import CHILD, HEAD, OTHER, PARTNER, YEAR_LENGTH, People, day_of, joined, new_households

FIRST_YEAR, LAST_YEAR = 2016, 2025
MOVING = {"efh": 0.038, "rh": 0.042, "zfh": 0.062, "mfh_3_6": 0.1, "mfh_7plus": 0.115, "hochhaus": 0.125}
OCCUPIED, LET_AGAIN = 0.965, 0.86


@dataclass
class Dwellings:
    """All dwellings of a part as parallel arrays: row of the address, type of house, year built, burden, fixed draw."""

    address: np.ndarray
    kind: np.ndarray
    built: np.ndarray
    social: np.ndarray  # at the end of 2015
    drift: np.ndarray  # change until the end of 2025
    luck: np.ndarray  # how near a household is to benefits, whoever lives there

    def burden(self, year: int) -> np.ndarray:
        """Return the social burden of each dwelling at the end of a year."""
        return self.social + self.drift * (year - (FIRST_YEAR - 1)) / 10.0


def dwellings_of(addresses: pd.DataFrame, rng: np.random.Generator) -> Dwellings:
    """Return the dwellings of all addresses, in their order."""
    address = np.repeat(np.arange(len(addresses)), addresses["wohnungen"])
    columns = {name: addresses[name].to_numpy()[address] for name in ("typ", "baujahr", "social", "drift")}
    noise = rng.normal(0, 0.25, len(address))
    return Dwellings(
        address,
        columns["typ"],
        columns["baujahr"],
        columns["social"] + noise,
        columns["drift"],
        rng.random(len(address)),
    )


def live(dwellings: Dwellings, rng: np.random.Generator) -> Iterator[tuple[int, People]]:
    """Yield (year, people at 31.12.) from the year before the first to the last one."""
    year = FIRST_YEAR - 1
    free = np.flatnonzero((dwellings.built <= year) & (rng.random(len(dwellings.address)) < OCCUPIED))
    people = _move_in(dwellings, free, year, True, rng)
    yield year, people
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        people = _without_dead(people, year, rng)
        people = _without_leavers(people, dwellings, year, rng)
        people = joined([people, _newborn(people, dwellings, year, rng)])
        _part_and_join(people, year, rng)
        taken = np.zeros(len(dwellings.address), dtype=bool)
        taken[people.dwelling] = True
        free = np.flatnonzero(~taken & (dwellings.built <= year))
        free = free[rng.random(len(free)) < LET_AGAIN]
        people = joined([people, _move_in(dwellings, free, year, False, rng)])
        people = people.take(np.argsort(people.dwelling, kind="stable"))
        yield year, people


def _move_in(dwellings: Dwellings, free: np.ndarray, year: int, settled: bool, rng: np.random.Generator) -> People:
    """Return new households for free dwellings."""
    burden = dwellings.burden(year)[free]
    return new_households(free, dwellings.kind[free], burden, dwellings.built[free], year, settled, rng)


def _without_dead(people: People, year: int, rng: np.random.Generator) -> People:
    """Take away who dies (Gompertz: the rate rises by a tenth with each year of age); children alone go elsewhere."""
    age = people.ages(day_of(year))
    risk = np.exp(-10.35 + 0.0945 * age - 0.45 * people.female)
    people = people.take(rng.random(len(people)) >= risk)
    return _promoted(people)


def _promoted(people: People) -> People:
    """Make the eldest adult the head where it is gone; take away children without an adult."""
    count = int(people.dwelling.max()) + 1 if len(people) else 0
    has_head = np.zeros(count, dtype=bool)
    has_head[people.dwelling[people.role == HEAD]] = True
    adults = np.flatnonzero((people.role == PARTNER) | (people.role == OTHER))
    headless = adults[~has_head[people.dwelling[adults]]]
    order = headless[np.lexsort((people.birth[headless], people.dwelling[headless]))]
    _, first = np.unique(people.dwelling[order], return_index=True)
    people.role[order[first]] = HEAD
    has_head[people.dwelling[order[first]]] = True
    return people.take(has_head[people.dwelling])


def _without_leavers(people: People, dwellings: Dwellings, year: int, rng: np.random.Generator) -> People:
    """Take away households that move out and grown-up children that leave home."""
    age = people.ages(day_of(year))
    head_age = np.full(len(dwellings.address), 50)
    head_age[people.dwelling[people.role == HEAD]] = age[people.role == HEAD]
    rate = np.array([MOVING[name] for name in dwellings.kind]) * np.exp(0.12 * dwellings.burden(year))
    rate = rate * np.select([head_age < 30, head_age < 45, head_age < 65], [2.1, 1.3, 0.7], 0.4)
    moving = rng.random(len(rate)) < rate
    leaving = (people.role == CHILD) & (age >= 19) & (rng.random(len(people)) < np.where(age < 26, 0.2, 0.3))
    return people.take(~moving[people.dwelling] & ~leaving)


def _newborn(people: People, dwellings: Dwellings, year: int, rng: np.random.Generator) -> People:
    """Return the children born in the year."""
    age = people.ages(day_of(year))
    has_partner = np.zeros(len(dwellings.address), dtype=bool)
    has_partner[people.dwelling[people.role == PARTNER]] = True
    rate = 0.150 * np.exp(-(((age - 31) / 5.6) ** 2)) * np.where(has_partner[people.dwelling], 1.0, 0.13)
    rate *= np.exp(0.10 * dwellings.burden(year)[people.dwelling] + 0.15 * (people.nation > 0))
    mother = people.female & (people.role <= PARTNER) & (rng.random(len(people)) < rate)
    child = people.take(mother)
    birth = day_of(year) - rng.integers(0, 365, len(child))
    count = len(child)
    child.birth, child.moved = birth.astype(np.int32), birth.astype(np.int32)
    child.female = rng.random(count) < 0.487
    child.nation = np.where(rng.random(count) < 0.35, 0, child.nation).astype(np.int8)
    child.role = np.full(count, CHILD, dtype=np.int8)
    child.luck_work, child.luck_school, child.luck_vote = rng.random((3, count)).astype(np.float32)
    return child


def _part_and_join(people: People, year: int, rng: np.random.Generator) -> None:
    """Let some couples become two people who share the flat no more as a couple, and some sharers a couple."""
    age = people.ages(day_of(year))
    part = (people.role == PARTNER) & (age < 60) & (rng.random(len(people)) < 0.012)
    join = (people.role == OTHER) & (rng.random(len(people)) < 0.05)
    has_partner = np.zeros(int(people.dwelling.max()) + 1, dtype=bool)
    has_partner[people.dwelling[people.role == PARTNER]] = True
    join &= ~has_partner[people.dwelling]
    _, first = np.unique(people.dwelling[join], return_index=True)
    people.role[part] = OTHER
    people.role[np.flatnonzero(join)[first]] = PARTNER


def residence_years(people: People, year: int) -> np.ndarray:
    """Return how long everyone has lived at the address (years)."""
    return (day_of(year) - people.moved) / YEAR_LENGTH
