"""Columns of census grids and the variables of the catalogue that mean the same (resources/indicators)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from ...fields import Flag
from ...paths import resource
from ..transfers.transfer_cells import read_values
from ..transfers.transfer_rates import Rate
from ..transfers.transfer_tables import FLAG_SUFFIX

COUNT, SHARE, MEAN = "anzahl", "anteil", "mittel"


@dataclass(frozen=True)
class CensusVariable:
    """A column of a grid: its name fits `pattern`; a COUNT, a SHARE of `base` (as `factor` parts) or a MEAN."""

    pattern: re.Pattern[str]
    kind: str
    base: str
    factor: float
    variable: str


@cache
def census_variables() -> tuple[CensusVariable, ...]:
    """Return the rows of resources/indicators/census_variables.csv."""
    with resource("indicators", "census_variables.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    return tuple(
        CensusVariable(
            re.compile(row["spalte"], re.IGNORECASE),
            row["art"],
            row["basis"],
            float(row["faktor"] or 1),
            row["merkmal"],
        )
        for row in rows
    )


def known_column(name: str) -> CensusVariable | None:
    """Return what a column of a census grid means, None if it is not in the list."""
    return next((entry for entry in census_variables() if entry.pattern.fullmatch(name)), None)


def known_columns(names: Iterable[str]) -> tuple[list[str], list[Rate]]:
    """Return the columns that are counts, and the rates whose base is there too."""
    names = list(names)
    by_name = {name.lower(): name for name in names}
    entries = {name: known_column(name) for name in names}
    counts = [name for name, entry in entries.items() if entry and entry.kind == COUNT]
    rates = [
        Rate(name, by_name[entry.base])
        for name, entry in entries.items()
        if entry and entry.kind != COUNT and entry.base in by_name
    ]
    return counts, rates


def catalogue_names(names: Iterable[str]) -> dict[str, str]:
    """Return the variable of the catalogue for each count among `names` that means the same."""
    found = {name: known_column(name) for name in names}
    return {name: entry.variable for name, entry in found.items() if entry and entry.kind == COUNT and entry.variable}


def shares_as_counts(table: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Return the table with a count for each known share of a base that is there too, and their names.

    The count is share times base, not rounded; where one of the two has no value it is missing, but where the base is
    zero it is zero. A variable that another column has as a count already is left.
    """
    by_name = {name.lower(): name for name in table.columns}
    taken = set(catalogue_names(table.columns).values())
    result, added = table.copy(), []
    for name in table.columns:
        entry = known_column(name)
        if entry is None or entry.kind != SHARE or entry.base not in by_name or entry.variable in taken:
            continue
        share, flags = read_values(table[name])
        base, _ = read_values(table[by_name[entry.base]])
        count = np.where(base == 0, 0.0, share * base / entry.factor)
        result[entry.variable] = count
        result[f"{entry.variable}{FLAG_SUFFIX}"] = np.where(np.isnan(count) & (flags == Flag.NONE), Flag.MISSING, flags)
        result.loc[~np.isnan(count), f"{entry.variable}{FLAG_SUFFIX}"] = Flag.NONE
        taken.add(entry.variable)
        added.append(entry.variable)
    return result, added
