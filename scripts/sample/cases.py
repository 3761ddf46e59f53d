"""What each office knows of the people: the register's groups, benefits, school, elections and day care.

Each function returns counts by place: a dict of column -> weights per person or per dwelling, summed up elsewhere.
All rates are inventions; they follow the social burden of the place, so that the offices' tables agree.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .households import CHILD, HEAD, IN_EU, OTHER, PARTNER, People, day_of
from .population import Dwellings, residence_years

RETIREMENT = 67
AGE_GROUPS = tuple(range(0, 90, 5))
REGISTER_AGES = {  # from age, below age
    "E": (0, 999), "E_u3": (0, 3), "E_3_u6": (3, 6), "E_6_u10": (6, 10), "E_u15": (0, 15), "E_u18": (0, 18),
    "E_18_u25": (18, 25), "E_15_u65": (15, 65), "E_18_64": (18, 65), "E_65": (65, 999), "E_80": (80, 999),
    "E_0_RAG": (0, RETIREMENT),
}  # fmt: skip
UNKNOWN_ADDRESS = 0.005  # share of households whose address an office cannot use
BENEFIT_TREND = {
    2016: 0.12, 2017: 0.10, 2018: 0.03, 2019: -0.05, 2020: 0.04, 2021: -0.03, 2022: 0.06, 2023: 0.07, 2024: 0.04,
    2025: 0.01,
}  # fmt: skip


@dataclass
class Snapshot:
    """The people of a part at 31.12. of a year with what several offices need."""

    year: int
    people: People
    age: np.ndarray
    burden: np.ndarray  # per dwelling
    homes: dict[str, np.ndarray]  # per dwelling: persons, children, adults, partner, head_age, foreign
    on_benefit: np.ndarray  # per dwelling


def snapshot(year: int, people: People, dwellings: Dwellings) -> Snapshot:
    """Return the state of a year."""
    age = people.ages(day_of(year))
    homes = _homes(people, age, len(dwellings.address))
    burden = dwellings.burden(year)
    return Snapshot(year, people, age, burden, homes, _on_benefit(year, burden, homes, dwellings.luck))


def _homes(people: People, age: np.ndarray, count: int) -> dict[str, np.ndarray]:
    """Return the make-up of each dwelling's household."""

    def number(chosen: np.ndarray) -> np.ndarray:
        return np.bincount(people.dwelling[chosen], minlength=count)

    heads = people.role == HEAD
    head_age, foreign = np.zeros(count, dtype=int), np.zeros(count, dtype=bool)
    head_age[people.dwelling[heads]] = age[heads]
    foreign[people.dwelling[heads]] = people.nation[heads] > 0
    return {
        "persons": number(np.ones(len(people), dtype=bool)),
        "children": number(age < 18),
        "grown_children": number((people.role == CHILD) & (age >= 18)),
        "others": number((people.role == OTHER) & (age >= 18)),
        "partner": number(people.role == PARTNER) > 0,
        "working_age": number(age < RETIREMENT),
        "head_age": head_age,
        "foreign": foreign,
    }


def _on_benefit(year: int, burden: np.ndarray, homes: dict[str, np.ndarray], luck: np.ndarray) -> np.ndarray:
    """Tell which households live on benefits for job seekers (SGB II)."""
    lone = (homes["children"] > 0) & ~homes["partner"] & (homes["others"] == 0)
    score = -3.05 + 0.92 * burden + 1.15 * lone + 0.95 * homes["foreign"] + 0.4 * (homes["children"] > 2)
    score = score - 0.35 * homes["partner"] + BENEFIT_TREND.get(year, 0.0)
    return (homes["working_age"] > 0) & (homes["head_age"] < RETIREMENT) & (luck < 1 / (1 + np.exp(-score)))


def register_persons(state: Snapshot) -> dict[str, np.ndarray]:
    """Return the register's person columns as 0/1 weights per person."""
    age, people = state.age, state.people
    columns = {name: (age >= low) & (age < high) for name, (low, high) in REGISTER_AGES.items()}
    columns["AUSL"] = people.nation > 0
    columns["E_ab5"] = age >= 5
    columns["E_WD5"] = (age >= 5) & (residence_years(people, state.year) >= 5)
    group = np.minimum(age // 5, AGE_GROUPS[-1] // 5)
    for letter, sex in (("M", ~people.female), ("W", people.female)):
        columns.update({f"E_{letter}_{low:02d}": sex & (group == low // 5) for low in AGE_GROUPS})
    return columns


def register_homes(state: Snapshot) -> dict[str, np.ndarray]:
    """Return the register's household columns as 0/1 weights per dwelling; the five forms add up to HH."""
    homes = state.homes
    one, several = homes["persons"] == 1, homes["persons"] > 1
    with_child, alone = homes["children"] > 0, homes["others"] + homes["grown_children"] == 0
    forms = {
        "HH_1P": one,
        "HH_PAAR_OHNE": several & homes["partner"] & ~with_child & alone,
        "HH_PAAR_MIT": several & homes["partner"] & with_child & (homes["others"] == 0),
        "HH_ALLEINERZ": several & ~homes["partner"] & with_child & (homes["others"] == 0),
    }
    other = (homes["persons"] > 0) & ~np.logical_or.reduce(list(forms.values()))
    return {
        "HH": homes["persons"] > 0,
        **forms,
        "HH_SONST": other,
        "HH_KIND": with_child,
        "HH_3K": homes["children"] >= 3,
    }


def benefit_persons(state: Snapshot) -> dict[str, np.ndarray]:
    """Return the job centre's person columns: LB = ELB + NEF unter 15."""
    age, people = state.age, state.people
    entitled = state.on_benefit[people.dwelling] & (age < RETIREMENT)
    able = entitled & (age >= 15)
    of_age = (age >= 17) & (age < RETIREMENT)
    risk = 0.014 * np.exp(0.35 * state.burden[people.dwelling])
    jobless = able & of_age & (people.luck_work < 0.44)
    insured = ~entitled & (age >= 18) & of_age & (people.luck_work < risk)
    return {
        "LB": entitled,
        "ELB": able,
        "NEF unter 15": entitled & (age < 15),
        "Alo SGB II": jobless,
        "Alo SGB III": insured,
        "Alo unter 25": (jobless | insured) & (age < 25),
    }


def school_persons(state: Snapshot) -> dict[str, np.ndarray]:
    """Return the children who went to a secondary school in the year, by its kind."""
    people = state.people
    turned_ten = (people.birth >= day_of(state.year - 11)) & (people.birth < day_of(state.year - 10))
    burden = state.burden[people.dwelling] + 0.4 * (people.nation > 0)
    grammar = 1 / (1 + np.exp(0.1 + 0.55 * burden))
    comprehensive = grammar + (1 - grammar) * 0.5
    middle = comprehensive + (1 - comprehensive) * np.clip(0.82 - 0.12 * burden, 0.2, 0.98)
    limits = (np.zeros(len(people)), grammar, comprehensive, middle, np.ones(len(people)))
    kinds = ("Gymnasium", "Gesamtschule", "Realschule", "Hauptschule")
    luck = people.luck_school
    columns = {"Übergänge insgesamt": turned_ten}
    for kind, low, high in zip(kinds, limits[:-1], limits[1:]):
        columns[kind] = turned_ten & (luck >= low) & (luck < high)
    return columns


def election_persons(state: Snapshot) -> dict[str, np.ndarray]:
    """Return who may vote in a local election (16 and older, German or EU) and who does."""
    people = state.people
    entitled = (state.age >= 16) & IN_EU[people.nation]
    score = 0.25 - 0.42 * state.burden[people.dwelling] - 0.9 * (people.nation > 0) - 0.0007 * (state.age - 58) ** 2
    return {"Wahlberechtigte": entitled, "Wähler": entitled & (people.luck_vote < 1 / (1 + np.exp(-score - 0.35)))}


def youth_persons(state: Snapshot) -> dict[str, np.ndarray]:
    """Return the youth office's cases at the first of March of the following year."""
    people, age = state.people, state.age
    burden = state.burden[people.dwelling]
    growth = 0.04 * (state.year - 2015)
    toddler = np.where(age == 0, 0.03, 1 / (1 + np.exp(0.45 + 0.28 * burden - growth)))
    return {
        "Betreute u3": (age < 3) & (people.luck_vote < toddler),
        "Betreute 3 bis u6": (age >= 3) & (age < 6) & (people.luck_vote < 0.93 - 0.025 * burden),
        "HzE": (age < 21) & (people.luck_work < 0.019 * np.exp(0.6 * burden)),
    }
