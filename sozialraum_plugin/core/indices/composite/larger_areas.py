"""The index of larger areas from that of the small ones they are made of: the mean by inhabitants.

As in the German Index of Socioeconomic Deprivation, the recipe's last step (`level_restandardise`, such as a range of 0
to 1 within each year), ranks and classes are made anew among the larger areas. The inhabitants are those of the table:
where it has the same number for all years, changes of the population play no part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...balance import Balance
from ...errors import InputError
from ...fields import (
    AREA,
    AREA_COUNT,
    CLASS,
    ESTIMATED_COUNT,
    EXCLUDED,
    INDEX_VALUE,
    INDEX_YEAR,
    POPULATION,
    RANK,
    Field,
)
from ...messages import tr
from ...numbers import format_number
from .composite import ranked
from .composite_recipe import CompositeRecipe

DIGITS = 6


@dataclass(frozen=True)
class SmallAreas:
    """n small areas (and years), those left out with NaN as `index`; `estimated` counts values that a model gave."""

    index: np.ndarray
    larger: Sequence[str | None]
    population: np.ndarray
    years: Sequence[str | None] | None
    estimated: np.ndarray


@dataclass(frozen=True)
class LargerAreas:
    """`table` with the columns `fields`, one row per larger area (and year); the account of the small areas."""

    table: pd.DataFrame
    fields: tuple[Field, ...]
    balance: Balance
    warnings: list[str] = field(default_factory=list)
    limits: dict[str, tuple[float, ...]] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """Return the limits of the classes among the larger areas, for the log."""
        text = tr("Class limits of the larger areas{year}: {limits}")
        return [
            text.format(
                year=f" ({year})" if year else "", limits="; ".join(format_number(limit, DIGITS) for limit in limits)
            )
            for year, limits in self.limits.items()
            if limits
        ]


def larger_areas(small: SmallAreas, recipe: CompositeRecipe) -> LargerAreas:
    """Return the index of the larger areas. Raises InputError if no small area tells where it lies."""
    frame = pd.DataFrame(
        {
            "area": pd.Series(list(small.larger), dtype=object),
            "year": pd.Series(list(small.years) if small.years else [""] * len(small.index), dtype=object),
            "index": small.index,
            "people": np.where(np.isnan(small.index), 0.0, small.population),
            "estimated": small.estimated,
            "counted": ~np.isnan(small.index),
            "empty": small.population == 0,
        }
    )
    placed = frame["area"].notna() & frame["year"].notna()
    if not placed.any():
        raise InputError(tr("LARGER_FIELD holds no code, so no area lies in a larger one."))
    if (frame.loc[placed & frame["counted"], "people"].isna()).any():
        raise InputError(tr("The mean by inhabitants needs the inhabitants of every area. Fill POPULATION_FIELD."))
    sums = _sums(frame[placed])
    has = (sums["people"] > 0).to_numpy()
    index, rank, class_, limits = _index(sums, has, recipe)
    reasons = [None if known else tr("no area in it has an index") for known in has]
    columns = {
        AREA.name: sums["area"].tolist(),
        INDEX_YEAR.name: sums["year"].tolist(),
        INDEX_VALUE.name: [None if value != value else value for value in index.tolist()],
        RANK.name: [place or None for place in rank.tolist()],
        CLASS.name: [number or None for number in class_.tolist()],
        POPULATION.name: [int(round(people)) for people in sums["people"]],
        AREA_COUNT.name: sums["counted"].astype(int).tolist(),
        ESTIMATED_COUNT.name: sums["estimated"].astype(int).tolist(),
        EXCLUDED.name: reasons,
    }
    year = (INDEX_YEAR,) if small.years else ()
    fields = (AREA, *year, INDEX_VALUE, RANK, CLASS, POPULATION, AREA_COUNT, ESTIMATED_COUNT, EXCLUDED)
    table = pd.DataFrame(columns, dtype=object).reindex(columns=[column.name for column in fields])
    return LargerAreas(table, fields, _balance(frame, placed), _warnings(frame, placed), limits)


def _sums(frame: pd.DataFrame) -> pd.DataFrame:
    """Return per larger area and year inhabitants, weighted index, and counts of the small areas with an index."""
    counted = frame["counted"]
    parts = frame.assign(
        weighted=(frame["index"] * frame["people"]).where(counted, 0.0),
        estimated=frame["estimated"].where(counted, 0),
    )
    columns = ["people", "weighted", "estimated", "counted"]
    return parts.groupby(["area", "year"], sort=True)[columns].sum().reset_index()


def _index(
    sums: pd.DataFrame, has: np.ndarray, recipe: CompositeRecipe
) -> tuple[np.ndarray, np.ndarray, np.ndarray, dict[str, tuple[float, ...]]]:
    index = np.full(len(sums), np.nan)
    rank, class_ = np.zeros(len(sums), dtype=int), np.zeros(len(sums), dtype=int)
    if not has.any():
        return index, rank, class_, {}
    mean = sums["weighted"].to_numpy()[has] / sums["people"].to_numpy()[has]
    index[has], rank[has], class_[has], limits = ranked(mean, recipe, sums["year"].to_numpy(dtype=object)[has])
    return index, rank, class_, limits


def _balance(frame: pd.DataFrame, placed: pd.Series) -> Balance:
    counted = frame["counted"]
    balance = Balance(tr("areas in larger ones"), len(frame))
    balance.add(tr("in the mean of a larger area"), int((placed & counted).sum()))
    for text, rows in (
        (tr("without an index"), ~counted),
        (tr("with an index, but in no larger area"), counted & ~placed),
    ):
        if rows.any():
            balance.add(text, int(rows.sum()))
    return balance


def _warnings(frame: pd.DataFrame, placed: pd.Series) -> list[str]:
    """Say which larger areas rest on a part of their small ones only; those without inhabitants weigh nothing."""
    partly = frame[placed & ~frame["counted"] & ~frame["empty"]]
    names = list(dict.fromkeys(partly["area"]))
    nowhere = int((frame["counted"] & ~placed).sum())
    warnings = []
    if names:
        text = tr(
            "{count} larger areas rest on a part of their areas only, since others have no index: {names}. Look in "
            "ausgeschlossen for the reasons."
        )
        shown = ", ".join(map(str, names[:10])) + (" …" if len(names) > 10 else "")
        warnings.append(text.format(count=format_number(len(names)), names=shown))
    if nowhere:
        text = tr("{count} areas have an index but no larger area: they are in OUTPUT only.")
        warnings.append(text.format(count=format_number(nowhere)))
    return warnings
