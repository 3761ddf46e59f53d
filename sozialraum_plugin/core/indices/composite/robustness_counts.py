"""Indicators as counts: how they would look with other people by chance, and drawn towards the mean of all.

An indicator is factor x numerator / denominator. Where the numerator is part of the denominator, chance is binomial,
else Poisson (parametric bootstrap; B. Efron, R. J. Tibshirani (1993), An Introduction to the Bootstrap, ch. 6). A count
of 0 stays 0, so that the chance of areas without a case is understated. Shrinkage is Marshall's empirical Bayes, see
`core/indicators/shrinkage.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...errors import InputError
from ...indicators.shrinkage import FEWEST_AREAS, marshall
from ...messages import tr
from ...numbers import format_number
from ..cells import number_column
from .composite_recipe import CompositeRecipe

NO_FIELD = ("", "-", "–")
TOLERANCE = 0.02  # of the value: published rates are rounded
ROUNDING = 0.0501  # and of one decimal


@dataclass(frozen=True)
class Counts:
    """Of n areas and m indicators: `cases` and `base` (n, m), NaN where there are none; `factor` (m,), NaN for an
    indicator without counts; `binomial` (m,) where the cases are part of the base.
    """

    cases: np.ndarray
    base: np.ndarray
    factor: np.ndarray
    binomial: np.ndarray

    @property
    def places(self) -> list[int]:
        """Return the indicators that have counts."""
        return np.flatnonzero(~np.isnan(self.factor)).tolist()

    def chosen(self, rows: np.ndarray) -> Counts:
        """Return the counts of some areas."""
        return Counts(self.cases[rows], self.base[rows], self.factor, self.binomial)


def read_counts(
    table: pd.DataFrame,
    recipe: CompositeRecipe,
    numerators: Sequence[str],
    denominators: Sequence[str],
    rows: np.ndarray,
) -> Counts | None:
    """Return the counts of the rows (n,) of a table, None if there are none.

    `numerators` and `denominators` name a column for each indicator of the recipe, or none (`-`). Raises InputError for
    lists of another length, missing columns, and where value, numerator and denominator do not belong together.
    """
    if not numerators and not denominators:
        return None
    for parameter, names in (("NUMERATORS", numerators), ("DENOMINATORS", denominators)):
        _check(table, recipe, parameter, names)
    size = (len(rows), len(recipe.fields))
    cases, base = np.full(size, np.nan), np.full(size, np.nan)
    factor, binomial = np.full(size[1], np.nan), np.zeros(size[1], dtype=bool)
    for place, (field, above, below) in enumerate(zip(recipe.fields, numerators, denominators)):
        if above in NO_FIELD and below in NO_FIELD:
            continue
        if above in NO_FIELD or below in NO_FIELD:
            raise InputError(
                tr("NUMERATORS and DENOMINATORS: “{field}” has one of both. Give both, or - for both.").format(
                    field=field
                )
            )
        value, one, other = (_column(table, name, rows) for name in (field, above, below))
        known = ~np.isnan(one) & (one >= 0) & (other > 0)
        if not known.any():
            raise InputError(tr("“{above}” and “{below}” hold no counts.").format(above=above, below=below))
        factor[place] = _factor(table, rows, field, value, one, other, known)
        cases[known, place], base[known, place] = one[known], other[known]
        whole = np.allclose(one[known], np.round(one[known])) and np.allclose(other[known], np.round(other[known]))
        binomial[place] = whole and bool((one[known] <= other[known]).all())
    return Counts(cases, base, factor, binomial) if not np.isnan(factor).all() else None


def _check(table: pd.DataFrame, recipe: CompositeRecipe, parameter: str, names: Sequence[str]) -> None:
    if len(names) != len(recipe.fields):
        raise InputError(
            tr("{parameter} has {given} entries, but there are {count} indicators: {fields}. Write - for none.").format(
                parameter=parameter, given=len(names), count=len(recipe.fields), fields=", ".join(recipe.fields)
            )
        )
    missing = [name for name in names if name not in NO_FIELD and name not in table]
    if missing:
        raise InputError(tr("{parameter}: the table lacks “{field}”.").format(parameter=parameter, field=missing[0]))


def _column(table: pd.DataFrame, name: str, rows: np.ndarray) -> np.ndarray:
    return number_column(name, table[name].tolist()).values[rows]


def _factor(
    table: pd.DataFrame,
    rows: np.ndarray,
    field: str,
    value: np.ndarray,
    cases: np.ndarray,
    base: np.ndarray,
    known: np.ndarray,
) -> float:
    """Return by what numerator / denominator was multiplied: 1, 100, 1000 ..., if all areas agree."""
    good = known & (cases > 0) & ~np.isnan(value)
    if not good.any():
        return 100.0
    ratio = float(np.median(value[good] * base[good] / cases[good]))
    factor = 10.0 ** round(np.log10(ratio)) if ratio > 0 else np.nan
    off = np.abs(value - factor * cases / base)
    wrong = np.flatnonzero(good & ~(off <= np.maximum(TOLERANCE * np.abs(value), ROUNDING * max(factor / 100, 1e-6))))
    if len(wrong) or np.isnan(factor):
        row = wrong[0] if len(wrong) else np.flatnonzero(good)[0]
        raise InputError(
            tr(
                "Row {row}: “{field}” is {value}, but numerator / denominator is {cases} / {base}. Give the counts "
                "that the indicator was made of."
            ).format(
                row=int(rows[row]) + 1,
                field=field,
                value=format_number(float(value[row]), 4),
                cases=format_number(float(cases[row]), 0),
                base=format_number(float(base[row]), 0),
            )
        )
    return factor


def redrawn(counts: Counts, draws: int, random: np.random.Generator) -> np.ndarray:
    """Return other numerators by chance (indicators with counts, draws, n), NaN where there are no counts."""
    result = np.full((len(counts.places), draws, len(counts.cases)), np.nan)
    for number, place in enumerate(counts.places):
        known = ~np.isnan(counts.cases[:, place])
        cases, base = counts.cases[known, place], counts.base[known, place]
        size = (draws, len(cases))
        if counts.binomial[place]:
            drawn = random.binomial(np.round(base).astype(np.int64), cases / base, size)
        else:
            drawn = random.poisson(cases, size)
        result[number][:, known] = drawn
    return result


def rates(
    counts: Counts, place: int, cases: np.ndarray, own: np.ndarray, shrunk: bool, periods: np.ndarray
) -> np.ndarray:
    """Return an indicator (b, n) from its cases (b, n); areas without counts keep their `own` value (n,).

    `shrunk` draws the rates of a year (`periods`) towards their mean, where at least five areas have one.
    """
    base = counts.base[:, place]
    ratio = cases / base
    if shrunk:
        for label in set(periods.tolist()):
            rows = np.flatnonzero((periods == label) & ~np.isnan(base))
            if len(rows) >= FEWEST_AREAS:
                part = cases[:, rows].T
                kind = np.full(part.shape[1], counts.binomial[place])
                smooth, _ = marshall(
                    part, np.broadcast_to(base[rows, None], part.shape), np.ones(part.shape, bool), kind
                )
                ratio[:, rows] = smooth.T
    return np.where(np.isnan(base) | np.isnan(own), own, counts.factor[place] * ratio)
