"""New counts beside those of the last Stichtag: other areas, another unit."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...fields import AREA, REFERENCE_DATE, VALUE, VARIABLE
from .recipe_renames import LastValues

_FACTORS = (10, 100, 1000)
_TOLERANCE = 0.13  # of the decimal logarithm: from 7.4 to 13.5 counts as ten times
_ENOUGH_AREAS = 3
_OTHER_EDITION = 0.5


@dataclass(frozen=True)
class AreaChange:
    """Areas that a Stichtag lacks and has beyond those of the last one (both sorted), and how many are in both."""

    last_day: str
    missing: list[str]
    new: list[str]
    common: int

    @property
    def other_edition(self) -> bool:
        """Tell whether most areas are others: then the file follows another edition of the areas."""
        return self.common < _OTHER_EDITION * (self.common + max(len(self.missing), len(self.new)))


def last_values(table: pd.DataFrame, variable: str, before: str = "") -> LastValues | None:
    """Return the values by area of the last Stichtag of a variable before a day (ISO; empty: of all).

    Where all Stichtage are later, the first of them is taken. None if the table does not have the variable.
    """
    rows = table[table[VARIABLE.name] == variable]
    days = sorted(set(rows[REFERENCE_DATE.name].dropna()))
    earlier = [day for day in days if not before or day < before]
    if not earlier:
        earlier = [day for day in days if day != before][:1]
    if not earlier:
        return None
    found = rows[rows[REFERENCE_DATE.name] == earlier[-1]]
    return LastValues(earlier[-1], by_area(found))


def by_area(rows: pd.DataFrame) -> pd.Series:
    """Return values by area; of an area that comes twice the first."""
    first = rows.drop_duplicates(AREA.name)
    return pd.Series(first[VALUE.name].astype(float).to_numpy(), index=first[AREA.name].astype(str).to_numpy())


def area_change(table: pd.DataFrame, new: pd.DataFrame, day: str) -> AreaChange | None:
    """Return how the areas of the new counts at a Stichtag differ from those of the last one of the same variables.

    None if there is no other Stichtag, or no difference.
    """
    variables = set(new[VARIABLE.name])
    rows = table[table[VARIABLE.name].isin(variables) & (table[REFERENCE_DATE.name] != day)]
    days = sorted(set(rows[REFERENCE_DATE.name].dropna()))
    if not days:
        return None
    last = max((other for other in days if other < day), default=days[0])
    before = set(rows.loc[rows[REFERENCE_DATE.name] == last, AREA.name])
    now = set(new.loc[new[REFERENCE_DATE.name] == day, AREA.name])
    if before == now:
        return None
    return AreaChange(last, sorted(before - now), sorted(now - before), len(before & now))


def unit_jump(last: LastValues | None, values: pd.Series) -> float | None:
    """Return 10, 100, 1000 or 0.1, 0.01, 0.001 if the values are about so many times the last ones; else None.

    The median over the areas with counts above nothing at both Stichtage decides; it needs three of them.
    """
    if last is None:
        return None
    both = pd.concat([last.values, values], axis=1, join="inner").dropna()
    both = both[(both > 0).all(axis=1)]
    if len(both) < _ENOUGH_AREAS:
        return None
    size = float(np.median(np.log10(both.iloc[:, 1] / both.iloc[:, 0])))
    for factor in _FACTORS:
        if abs(abs(size) - np.log10(factor)) <= _TOLERANCE:
            return float(factor) if size > 0 else 1 / factor
    return None


def changed_symbols(last: Collection[str], now: Collection[str]) -> tuple[list[str], list[str]]:
    """Return the symbols that are new and those that are no longer there."""
    return sorted(set(now) - set(last)), sorted(set(last) - set(now))
