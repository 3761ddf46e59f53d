"""The registry's files by address: the statistics office's counts and the extract of persons."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from .cases import Snapshot
from .households import CHILD, NAMES, day_of
from .population import Dwellings
from .tables import append_csv

SECOND_HOME_SHARE = 0.02
PERSONS_AT_ONCE = 50_000
COUNTS = "einwohner_je_adresse.csv"
PERSONS = "melderegister.csv"


def append_counts(folder: Path, addresses: pd.DataFrame, state: Snapshot, dwellings: Dwellings) -> None:
    """Append the counts of all addresses with dwellings (cp1252, `;`)."""
    persons = dwellings.address[state.people.dwelling]

    def of_persons(chosen: np.ndarray) -> np.ndarray:
        return np.bincount(persons[chosen], minlength=len(addresses))

    def of_homes(chosen: np.ndarray) -> np.ndarray:
        return np.bincount(dwellings.address[chosen], minlength=len(addresses))

    everyone = np.ones(len(persons), dtype=bool)
    single_houses = addresses["typ"].isin(["efh", "rh"])
    table = _keys(addresses).assign(
        Stichtag=f"31.12.{state.year}",
        einwohner=of_persons(everyone),
        e_u18=of_persons(state.age < 18),
        e_65=of_persons(state.age >= 65),
        auslaender=of_persons(state.people.nation > 0),
        haushalte=of_homes(state.homes["persons"] > 0),
        hh_1p=of_homes(state.homes["persons"] == 1),
        hh_kind=of_homes(state.homes["children"] > 0),
        wohnungen=addresses["wohnungen"],
        wohnungen_efh=np.where(single_houses, addresses["wohnungen"], 0),
        sgb2=of_persons(state.on_benefit[state.people.dwelling] & (state.age < 67)),
    )
    append_csv(folder / COUNTS, table[table["wohnungen"] > 0], encoding="cp1252")


def append_persons(
    folder: Path,
    addresses: pd.DataFrame,
    state: Snapshot,
    dwellings: Dwellings,
    first_household: int,
    rng: np.random.Generator,
) -> int:
    """Append one row per person (H) and per second home (N); return the next free household number."""
    people = state.people
    keys = _keys(addresses).reset_index(drop=True)
    next_number = first_household + len(dwellings.address)
    second = np.flatnonzero((rng.random(len(people)) < SECOND_HOME_SHARE) & (state.age >= 18) & (people.role != CHILD))
    row = np.concatenate([np.arange(len(people)), second])
    main = np.arange(len(row)) < len(people)
    household = np.where(main, first_household + people.dwelling[row], next_number + np.arange(len(row)) - len(people))
    home = dwellings.address[people.dwelling[row]]
    home[~main] = rng.permutation(home[~main])
    order = np.argsort(home, kind="stable")
    for start in range(0, len(order), PERSONS_AT_ONCE):
        chosen = order[start : start + PERSONS_AT_ONCE]
        person = people.take(row[chosen])
        shift = np.where(main[chosen], 0, 211)  # whoever has a second home is not the person next door
        table = keys.iloc[home[chosen]].assign(
            Wohnungsstatus=np.where(main[chosen], "H", "N"),
            Geburtsdatum=_dates(person.birth + shift),
            Geschlecht=np.where(person.female, "w", "m"),
            Staatsangehoerigkeit=NAMES[person.nation],
            Haushaltsnummer=[f"{number:09d}" for number in household[chosen]],
            Einzugsdatum=_dates(np.maximum(person.moved, person.birth + shift)),
        )
        append_csv(folder / PERSONS, table, encoding="cp1252")
    return next_number + len(second)


def _keys(addresses: pd.DataFrame) -> pd.DataFrame:
    """Return the key columns of addresses as the registry writes them: numbers of four digits, empty without one."""
    number = addresses["hausnummer"]
    return pd.DataFrame(
        {
            "AGS": addresses["gemeinde"],
            "Strassenschluessel": addresses["strassenschluessel"],
            "Hausnummer": np.where(number > 0, number.astype(str).str.zfill(4), ""),
            "Zusatz": addresses["zusatz"],
        }
    )


def _dates(days: np.ndarray) -> np.ndarray:
    """Return day numbers as TT.MM.JJJJ, none later than the register's Stichtag."""
    unique, index = np.unique(np.minimum(days, day_of(2025)), return_inverse=True)
    iso = np.datetime_as_string(unique.astype("datetime64[D]"))
    return np.array([f"{text[8:10]}.{text[5:7]}.{text[:4]}" for text in iso], dtype=object)[index]
