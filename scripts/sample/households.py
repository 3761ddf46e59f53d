"""New households: who moves into a dwelling, by its type and the social burden of the place.

All numbers are inventions of a plausible size, not statistics of any town.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

HEAD, PARTNER, CHILD, OTHER = 0, 1, 2, 3
SINGLE, COUPLE, FAMILY, LONE_PARENT, SHARED = range(5)
MIX = {  # shares of single, couple without child, family, lone parent, shared flat
    "efh": (0.13, 0.34, 0.43, 0.05, 0.05),
    "rh": (0.15, 0.29, 0.45, 0.07, 0.04),
    "zfh": (0.29, 0.33, 0.28, 0.06, 0.04),
    "mfh_3_6": (0.43, 0.28, 0.18, 0.07, 0.04),
    "mfh_7plus": (0.50, 0.23, 0.15, 0.08, 0.04),
    "hochhaus": (0.46, 0.19, 0.18, 0.13, 0.04),
}
AGE_MIX = (  # weights of young, middle-aged and old heads by form (families: see _head_ages)
    (0.30, 0.33, 0.37), (0.20, 0.36, 0.44), (1.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.55, 0.30, 0.15),
)  # fmt: skip
MOVERS_FACTOR = np.array((1.9, 0.7, 0.25))
GERMAN = "deutsch"
NATIONALITIES = {  # share among foreigners, member of the EU
    "türkisch": (0.19, False), "syrisch": (0.14, False), "polnisch": (0.12, True), "rumänisch": (0.11, True),
    "ukrainisch": (0.11, False), "italienisch": (0.08, True), "bulgarisch": (0.06, True), "afghanisch": (0.05, False),
    "griechisch": (0.04, True), "kosovarisch": (0.04, False), "irakisch": (0.03, False), "niederländisch": (0.03, True),
}  # fmt: skip
NAMES = np.array([GERMAN, *NATIONALITIES], dtype=object)
IN_EU = np.array([True, *(eu for _, eu in NATIONALITIES.values())])
YEAR_LENGTH = 365.2425


@dataclass
class People:
    """Persons as parallel arrays. Days count from 1970-01-01; `luck_*` are fixed draws between 0 and 1."""

    dwelling: np.ndarray
    birth: np.ndarray  # day
    female: np.ndarray
    nation: np.ndarray  # position in NAMES
    moved: np.ndarray  # day of moving to the address
    role: np.ndarray
    luck_work: np.ndarray
    luck_school: np.ndarray
    luck_vote: np.ndarray

    def __len__(self) -> int:
        return len(self.dwelling)

    def take(self, chosen: np.ndarray) -> People:
        """Return the chosen persons."""
        return People(**{name: values[chosen] for name, values in vars(self).items()})

    def ages(self, day: int) -> np.ndarray:
        """Return completed years at a day."""
        return np.floor((day - self.birth) / YEAR_LENGTH).astype(int)


def joined(parts: list[People]) -> People:
    """Return several groups as one."""
    return People(**{name: np.concatenate([vars(part)[name] for part in parts]) for name in vars(parts[0])})


def day_of(year: int, month: int = 12, day: int = 31) -> int:
    """Return a date as a day number."""
    return int(np.datetime64(f"{year:04d}-{month:02d}-{day:02d}", "D").astype(int))


def new_households(
    dwellings: np.ndarray,
    kind: np.ndarray,
    social: np.ndarray,
    built: np.ndarray,
    year: int,
    settled: bool,
    rng: np.random.Generator,
) -> People:
    """Return the persons of one new household for each dwelling; `settled`: it may have lived there for long."""
    form = _forms(kind, social, rng)
    foreign = rng.random(len(form)) < _foreign_share(social, year)
    shares = np.array([share for share, _ in NATIONALITIES.values()])
    nation = np.where(foreign, 1 + rng.choice(len(shares), len(form), p=shares / shares.sum()), 0)
    age = _head_ages(form, built, settled, year, rng)
    moved = _moving_days(age, year, settled, kind, rng)
    groups = [_persons(dwellings, age, rng.random(len(form)) < 0.5, nation, moved, HEAD, year, rng)]
    couple = (form == COUPLE) | (form == FAMILY)
    partner_age = np.maximum(18, age + rng.normal(-1.5, 3.0, len(age)))
    opposite = ~groups[0].female
    mixed = np.where(rng.random(len(nation)) < 0.12, 0, nation)
    groups.append(_persons(dwellings, partner_age, opposite, mixed, moved, PARTNER, year, rng).take(couple))
    groups += _children(form, dwellings, age, nation, moved, social, year, rng)
    more = (form == SHARED)[:, None] & (rng.random((len(form), 2)) < (1.0, 0.4))
    for column in range(2):
        others = np.maximum(18, age + rng.normal(0, 9, len(age)))
        female = rng.random(len(age)) < 0.5
        groups.append(_persons(dwellings, others, female, nation, moved, OTHER, year, rng).take(more[:, column]))
    return joined(groups)


def _forms(kind: np.ndarray, social: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return the form of each new household; burden makes lone parents more frequent and couples rarer."""
    shares = np.array([MIX[name] for name in kind]).reshape(-1, 5)
    shares = shares * np.exp(np.outer(social, (0.05, -0.12, -0.03, 0.28, 0.05)))
    limits = np.cumsum(shares / shares.sum(axis=1, keepdims=True), axis=1)
    return np.minimum((rng.random(len(kind))[:, None] > limits).sum(axis=1), 4)


def _foreign_share(social: np.ndarray, year: int) -> np.ndarray:
    """Return the share of foreign households among new ones; it grows, most of all in 2015/16 and 2022."""
    wave = {2015: 0.25, 2016: 0.25, 2022: 0.55, 2023: 0.3}.get(year, 0.0)
    return 1 / (1 + np.exp(2.05 - 0.78 * social - 0.035 * (year - 2015) - wave))


def _head_ages(form: np.ndarray, built: np.ndarray, settled: bool, year: int, rng: np.random.Generator) -> np.ndarray:
    """Return the age of the head of each household: older where the house and its people have aged together."""
    count = len(form)
    young, middle, old = rng.gamma(3.0, 3.0, count) + 18.5, rng.normal(54, 7.5, count), rng.normal(73, 8.5, count)
    aged = 1.0 - np.clip((built - 1960) / 55.0, 0, 1)
    shares = np.array(AGE_MIX)[form] * np.where(settled, 1.0, MOVERS_FACTOR)
    shares[:, 1:] *= (0.6 + 0.6 * aged)[:, None]
    limits = np.cumsum(shares, axis=1) / shares.sum(axis=1, keepdims=True)
    chance = rng.random(count)
    age = np.select([chance < limits[:, 0], chance < limits[:, 1]], [young, middle], old)
    parents = (form == FAMILY) | (form == LONE_PARENT)
    years = np.where(settled, np.clip(year - built, 0, 25), 6.0)
    family_age = rng.normal(35.0 + 0.33 * years, 6.5, count)
    return np.clip(np.where(parents, np.clip(family_age, 21, 58), age), 18, 97)


def _moving_days(age: np.ndarray, year: int, settled: bool, kind: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return the days of moving in: within the year, or long ago for those settled (owners longest)."""
    last = day_of(year)
    if not settled:
        return last - rng.integers(0, 365, len(age))
    mean = np.where(np.isin(kind, ("efh", "rh", "zfh")), 19.0, 10.0)
    stay = np.minimum(rng.exponential(mean), np.maximum(age - 19, 0.5))
    return (last - stay * YEAR_LENGTH).astype(int)


def _children(
    form: np.ndarray,
    dwellings: np.ndarray,
    age: np.ndarray,
    nation: np.ndarray,
    moved: np.ndarray,
    social: np.ndarray,
    year: int,
    rng: np.random.Generator,
) -> list[People]:
    """Return the children of families and lone parents: one to four, of ages that fit the parents'."""
    chance = rng.random(len(form))
    more = 0.06 * social + 0.08 * (nation > 0)
    number = 1 + (chance < 0.52 + more) + (chance < 0.13 + 0.6 * more) + (chance < 0.02 + 0.4 * more)
    number = np.where(form == FAMILY, number, np.where(form == LONE_PARENT, np.maximum(number - 1, 1), 0))
    groups = []
    eldest = np.clip(age - rng.normal(29.5, 4.5, len(age)), 0.0, 22.0)
    for rank in range(4):
        child = np.clip(eldest - rank * rng.uniform(1.6, 4.0, len(age)), 0.05, None)
        persons = _persons(dwellings, child, rng.random(len(age)) < 0.49, nation, moved, CHILD, year, rng)
        persons.moved = np.maximum(persons.moved, persons.birth)
        groups.append(persons.take(number > rank))
    return groups


def _persons(
    dwelling: np.ndarray,
    age: np.ndarray,
    female: np.ndarray,
    nation: np.ndarray,
    moved: np.ndarray,
    role: int,
    year: int,
    rng: np.random.Generator,
) -> People:
    """Return one person for each dwelling."""
    count = len(dwelling)
    birth = day_of(year) - ((np.floor(age) + rng.random(count) * 0.999) * YEAR_LENGTH).astype(int)
    luck = rng.random((3, count)).astype(np.float32)
    return People(
        dwelling.astype(np.int32), birth.astype(np.int32), female, nation.astype(np.int8), moved.astype(np.int32),
        np.full(count, role, dtype=np.int8), *luck,
    )  # fmt: skip
