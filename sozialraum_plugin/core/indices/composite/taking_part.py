"""Which rows of a table take part in an index, with which values: read, gaps filled if the recipe says so, left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ...errors import InputError
from ...messages import tr
from ..area_codes import code_text, without_repeated_rows
from ..cells import NumberColumn, flag_column, number_column
from ..exclusion import Candidates, exclusion_reasons
from .composite_recipe import CompositeRecipe
from .missing_model import Filled, fill_gaps

BELOW_ZERO = "< 0"


@dataclass(frozen=True)
class Columns:
    """The columns of the table beside the indicators; None where there is none. `larger` has the codes of larger areas
    that the areas lie in.
    """

    area: str
    name: str | None = None
    population: str | None = None
    exclude: str | None = None
    year: str | None = None
    larger: str | None = None


@dataclass(frozen=True)
class TakingPart:
    """n rows: their `candidates` as read, `years` (n,) if there are any, `filled.values` of indicators and helpers, the
    `reasons` why a row is left out (None: it takes part), and `larger` (n,), the codes of larger areas.
    """

    candidates: Candidates
    years: list[str | None] | None
    filled: Filled
    reasons: list[str | None]
    larger: list[str | None] | None = None

    @property
    def rows(self) -> np.ndarray:
        """Return the positions of the rows that take part."""
        return np.flatnonzero([reason is None for reason in self.reasons])


def taking_part(table: pd.DataFrame, recipe: CompositeRecipe, columns: Columns) -> TakingPart:
    """Read the table. Raises InputError for missing columns, unreadable or contradicting rows, and gaps without years.

    The model for gaps is fitted to the rows that no other reason leaves out.
    """
    candidates = _candidates(table, recipe, columns)
    helpers = [number_column(name, table[name].tolist()) for name in recipe.helpers]
    if recipe.negative_is_missing:
        for column in [*candidates.indicators, *helpers]:
            _drop_negative(column)
    years = [code_text(cell) for cell in table[columns.year]] if columns.year else None
    values = candidates.values().assign(**{column.name: column.values for column in helpers})
    larger = [code_text(cell) for cell in table[columns.larger]] if columns.larger else None
    if not (helpers or recipe.missing_model):
        filled = Filled(values, pd.DataFrame(False, values.index, values.columns))
        return TakingPart(candidates, years, filled, _reasons(candidates, values, years), larger)
    every = replace(candidates, indicators=[*candidates.indicators, *helpers], required=1)
    before = _reasons(every, values, years)
    filled = _filled(values, candidates.codes, years, np.array([reason is None for reason in before]), recipe)
    complete = [replace(column, values=filled.values[column.name].to_numpy()) for column in candidates.indicators]
    after = exclusion_reasons(replace(candidates, indicators=complete))
    reasons = [first or then for first, then in zip(before, after)]
    return TakingPart(candidates, years, filled, reasons, larger)


def _filled(
    values: pd.DataFrame,
    codes: Sequence[str | None],
    years: Sequence[str | None] | None,
    chosen: np.ndarray,
    recipe: CompositeRecipe,
) -> Filled:
    """Return all rows, with the gaps of the chosen ones filled."""
    estimated = pd.DataFrame(False, values.index, values.columns)
    if recipe.missing_model is None or not chosen.any():
        return Filled(values, estimated)
    part = values[chosen]
    if years is None:
        if part[recipe.fields].isna().any(axis=None):
            raise InputError(
                tr(
                    "Values are missing, and the preset estimates them from the years of the same area. Give "
                    "YEAR_FIELD and a table with several years, or leave out the areas with gaps."
                )
            )
        return Filled(values, estimated)
    places = np.flatnonzero(chosen)
    found = fill_gaps(
        part, recipe.fields, [codes[row] for row in places], [years[row] for row in places], recipe.missing_model
    )
    result = values.copy()
    result.iloc[places] = found.values.to_numpy()
    estimated.iloc[places] = found.estimated.to_numpy()
    return Filled(result, estimated, found.fits)


def _drop_negative(column: NumberColumn) -> None:
    """Take values below 0 for missing, and count them among the marks."""
    below = np.flatnonzero(column.values < 0)
    if len(below):
        column.values[below] = np.nan
        column.marks[BELOW_ZERO] += len(below)


def _candidates(table: pd.DataFrame, recipe: CompositeRecipe, columns: Columns) -> Candidates:
    missing = [name for name in (*recipe.fields, *recipe.helpers) if name not in table]
    if missing:
        raise InputError(
            tr(
                "The table lacks {missing}. It has: {available}. Name your own fields in FIELDS, in the same order."
            ).format(missing=", ".join(f"“{name}”" for name in missing), available=", ".join(map(str, table.columns)))
        )
    return Candidates(
        [code_text(cell) for cell in table[columns.area]],
        [number_column(name, table[name].tolist()) for name in recipe.fields],
        flag_column(columns.exclude, table[columns.exclude].tolist()) if columns.exclude else [None] * len(table),
        _population(table, columns.population),
        recipe.min_population,
        recipe.zero_rows_are_missing,
        recipe.required,
    )


def _population(table: pd.DataFrame, name: str | None) -> NumberColumn | None:
    return number_column(name, table[name].tolist(), whole=True) if name else None


def _reasons(candidates: Candidates, values: pd.DataFrame, years: Sequence[str | None] | None) -> list[str | None]:
    reasons = exclusion_reasons(candidates)
    if years is None:
        try:
            return without_repeated_rows(candidates.codes, values, reasons)
        except InputError as error:
            raise InputError(f"{error} {tr('If it has several years, give YEAR_FIELD.')}") from error
    reasons = [reason or (None if year else tr("no year")) for reason, year in zip(reasons, years)]
    keys = [f"{code} ({year})" if code else None for code, year in zip(candidates.codes, years)]
    return without_repeated_rows(keys, values, reasons)
