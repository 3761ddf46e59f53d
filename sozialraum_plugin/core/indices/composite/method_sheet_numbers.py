"""The numbers of a method sheet: by what was standardised, loadings, limits and sizes of the classes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...messages import tr
from ...numbers import MISSING_MARK, format_number
from . import transforms as steps
from .combine import PCA
from .composite_recipe import PER_YEAR, POOLED, CompositeRecipe
from .composite_table import CompositeTable
from .explain import class_count
from .taking_part import TakingPart
from .transforms import Scale, transform

FIGURES = 12


@dataclass(frozen=True)
class SheetTable:
    """A table of the sheet: `caption`, `head`, and `rows` of texts; the first column names the row."""

    caption: str
    head: list[str]
    rows: list[list[str]]
    id: str = ""


def exact(value: float | None) -> str:
    """Return a number with up to 12 figures and decimal comma, without marks between thousands.

    >>> exact(1234.5), exact(0.00001), exact(None)
    ('1234,5', '0,00001', '–')
    """
    if value is None or value != value:
        return MISSING_MARK
    if np.isinf(value):
        return "∞" if value > 0 else "−∞"
    text = np.format_float_positional(float(value), precision=FIGURES, fractional=False, trim="-")
    return ("0" if text in ("-0", "0") else text).replace(".", ",").replace("-", "−")


def moments_tables(computed: CompositeTable, part: TakingPart) -> list[SheetTable]:
    """Return the pairs by which indicators, comparable values and index were standardised."""
    recipe, result = computed.recipe, computed.result
    tables = []
    if result.moments:
        rows = []
        for (field, year), pair in result.moments.items():
            kind = next(known.transform for known in recipe.ingredients if known.field == field) or recipe.transform
            names = (tr("mean"), tr("standard deviation")) if kind == steps.ZSCORE else (tr("least"), tr("largest"))
            rows.append([field, year or MISSING_MARK, names[0], exact(pair[0]), names[1], exact(pair[1])])
        head = [tr("Field"), tr("Year"), tr("First number"), tr("Value"), tr("Second number"), tr("Value")]
        caption = tr("By these numbers the indicators were made comparable (with polarity −: of the values times −1)")
        tables.append(SheetTable(caption, head, rows, "momente"))
    years = part.years
    labels = [str(years[row]) for row in part.rows.tolist()] if years else [""] * len(part.rows)
    rows = _index_moments(recipe, result.raw, result.before_level, np.array(labels, dtype=object))
    if rows:
        head = [tr("Step"), tr("Year"), tr("First number"), tr("Value"), tr("Second number"), tr("Value")]
        tables.append(SheetTable(tr("By these numbers the index was standardised"), head, rows, "indexmomente"))
    return tables


def _index_moments(
    recipe: CompositeRecipe, raw: np.ndarray, before: np.ndarray | None, periods: np.ndarray
) -> list[list[str]]:
    everywhere = np.ones(len(raw), dtype=bool)
    per_year = [(label, periods == label) for label in sorted(set(periods.tolist()))]
    first = {PER_YEAR: per_year, POOLED: [("", everywhere)]}.get(
        recipe.years, [(recipe.years, periods == recipe.years)]
    )
    stages = [(recipe.restandardise, raw, first)]
    if before is not None:
        stages.append((recipe.level_restandardise, before, per_year))
    rows = []
    for kind, values, parts in stages:
        names = (tr("mean"), tr("standard deviation")) if kind == steps.ZSCORE else (tr("least"), tr("largest"))
        for label, chosen in parts:
            pair = transform(values[chosen], Scale(kind, recipe.ddof)).moments
            if pair is not None:
                low = 0.0 if abs(pair[0]) <= steps.RELATIVE_NOISE * abs(pair[1]) else pair[0]
                rows.append([kind, label or MISSING_MARK, names[0], exact(low), names[1], exact(pair[1])])
    return rows


def loadings_table(computed: CompositeTable) -> SheetTable | None:
    """Return the loadings of principal components with mean and deviation of the comparable values."""
    recipe, result = computed.recipe, computed.result
    if not result.loadings or PCA not in (recipe.aggregation, recipe.group_aggregation):
        return None
    rows = []
    for field, loading in result.loadings.items():
        column = result.transformed[field].to_numpy(dtype=float)
        mean, sd = float(column.mean()), float(column.std(ddof=recipe.ddof))
        mean = 0.0 if abs(mean) <= steps.RELATIVE_NOISE * sd else mean
        rows.append([field, exact(loading), exact(mean), exact(sd)])
    caption = tr("Loadings a of the first principal component")
    if result.explained is not None:
        share = format_number(100 * result.explained, 1)
        caption = tr("{caption}; it explains {share} % of the differences").format(caption=caption, share=share)
    head = [tr("Field"), tr("Loading a"), tr("Mean of t"), tr("Standard deviation of t")]
    return SheetTable(caption, head, rows, "ladungen")


def classes_table(computed: CompositeTable, part: TakingPart) -> SheetTable | None:
    """Return limits and number of areas of each class, by year."""
    result = computed.result
    if not result.class_.any():
        return None
    years = [str(part.years[row]) for row in part.rows.tolist()] if part.years else [""] * len(part.rows)
    periods = np.array(years, dtype=object)
    count = class_count(result)
    rows = []
    for year in sorted(set(years)):
        limits = result.limits.get(year, ())
        for number in range(1, count + 1):
            above, below = len(limits) - number, len(limits) - number + 1
            low = exact(limits[above]) if limits and 0 <= above < len(limits) else MISSING_MARK
            high = exact(limits[below]) if limits and 0 <= below < len(limits) else MISSING_MARK
            areas = int(((result.class_ == number) & (periods == year)).sum())
            rows.append([str(number), year or MISSING_MARK, low, high, format_number(areas)])
    head = [tr("Class"), tr("Year"), tr("Index from"), tr("Index to"), tr("Number of areas")]
    return SheetTable(
        tr("Limits of the classes and number of areas; class 1 is the most burdened"), head, rows, "klassen"
    )
