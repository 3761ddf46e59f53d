"""A composite index for a table with one row per area (and year): who takes part, the result, and the account of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from ...balance import Balance
from ...errors import InputError
from ...fields import (
    AREA,
    AREA_NAME,
    CLASS,
    ESTIMATED_FIELDS,
    EXCLUDED,
    INDEX_VALUE,
    INDEX_YEAR,
    RANK,
    RAW_INDEX,
    Field,
    Kind,
)
from ...messages import tr
from ...numbers import format_number
from ..status.status_report import FEW_AREAS, reading_lines
from .composite import Composite, composite_index
from .composite_recipe import CompositeRecipe
from .dimensions import dimension_lines, level_line
from .larger_areas import LargerAreas, SmallAreas, larger_areas
from .taking_part import Columns, TakingPart, taking_part
from .transforms import ZSCORE

DIGITS = 6


@dataclass(frozen=True)
class CompositeTable:
    """`table` with the columns `fields`, one row per input row; `result` and `recipe` for those that take part, whose
    rows are `rows`; the account, what the log says and what it warns of; `larger` areas if the table names any.
    """

    table: pd.DataFrame
    fields: tuple[Field, ...]
    result: Composite
    recipe: CompositeRecipe
    rows: np.ndarray
    balance: Balance
    log: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    larger: LargerAreas | None = None


def composite_table(table: pd.DataFrame, recipe: CompositeRecipe, columns: Columns) -> CompositeTable:
    """Compute the index for a table. Raises InputError for unreadable or contradicting rows, and if none is left."""
    if table.empty:
        raise InputError(tr("The table has no rows, so there is no area to compare."))
    if columns.larger and not columns.population:
        raise InputError(tr("LARGER_FIELD needs POPULATION_FIELD: larger areas get the mean by inhabitants."))
    part = taking_part(table, recipe, columns)
    balance = _balance(part.reasons)
    rows = part.rows
    if not len(rows):
        raise InputError(tr("No area is left for the index. {account}").format(account="; ".join(balance.lines())))
    population = part.candidates.population
    chosen_years = [part.years[row] for row in rows.tolist()] if part.years else None
    values = part.filled.values.iloc[rows].reset_index(drop=True)
    result = composite_index(values, recipe, population.values[rows] if population else None, chosen_years)
    fields = result_fields(recipe, columns)
    return CompositeTable(
        _output(table, columns, part, result, recipe).reindex(columns=[column.name for column in fields]),
        fields,
        result,
        recipe,
        rows,
        balance,
        [
            *reading_lines(part.candidates.columns()),
            *part.filled.lines(),
            *_method_lines(recipe, result),
            *dimension_lines(recipe, result.dimensions),
            *level_line(recipe),
        ],
        [
            *part.filled.warnings(),
            *_warnings(recipe, result, values[recipe.fields], chosen_years),
            *_population_warning(recipe, columns),
        ],
        _larger(part, result, recipe),
    )


def _larger(part: TakingPart, result: Composite, recipe: CompositeRecipe) -> LargerAreas | None:
    if part.larger is None or part.candidates.population is None or result.before_level is None:
        return None
    index = np.full(len(part.reasons), np.nan)
    index[part.rows] = result.before_level
    estimated = part.filled.estimated[recipe.fields].sum(axis=1).to_numpy()
    return larger_areas(
        SmallAreas(index, part.larger, part.candidates.population.values, part.years, estimated), recipe
    )


def frozen(computed: CompositeTable) -> CompositeRecipe:
    """Return the recipe with the moments that were found, so that next year's table can be measured by them."""
    moments = computed.result.moments
    found = {name: pair for (name, _), pair in moments.items()}
    if len({label for _, label in moments}) > 1:
        return computed.recipe
    ingredients = (replace(known, frozen=found.get(known.field)) for known in computed.recipe.ingredients)
    return replace(computed.recipe, ingredients=tuple(ingredients))


def _balance(reasons: Sequence[str | None]) -> Balance:
    balance = Balance(tr("areas"), len(reasons))
    balance.add(tr("with an index"), list(reasons).count(None))
    for reason in reasons:
        if reason is not None:
            balance.add(reason, 1)
    return balance


def contribution_field(name: str) -> Field:
    """Return the output column with what a field adds to the index before it is standardised again."""
    return Field(f"beitrag_{name}", Kind.REAL)


def comparable_field(name: str) -> Field:
    """Return the output column with the transformed value of a field; more is more burden."""
    return Field(f"t_{name}", Kind.REAL)


def group_fields(recipe: CompositeRecipe) -> tuple[Field, ...]:
    """Return the output columns of the themes: their sum and its percentile rank."""
    return tuple(Field(f"{start}_{group}", Kind.REAL) for group in recipe.groups for start in ("thema", "themenrang"))


def result_fields(recipe: CompositeRecipe, columns: Columns) -> tuple[Field, ...]:
    """Return the columns of the output."""
    named = (AREA_NAME,) if columns.name else ()
    year = (INDEX_YEAR,) if columns.year else ()
    parts = tuple(make(name) for make in (contribution_field, comparable_field) for name in recipe.fields)
    filled = (ESTIMATED_FIELDS,) if recipe.missing_model else ()
    return (AREA, *named, *year, INDEX_VALUE, RANK, CLASS, EXCLUDED, *filled, RAW_INDEX, *group_fields(recipe), *parts)


def _output(
    table: pd.DataFrame, columns: Columns, part: TakingPart, result: Composite, recipe: CompositeRecipe
) -> pd.DataFrame:
    """Return the output; an area that is left out has its code and the reason only."""
    rows = part.rows
    named = {AREA.name: list(part.candidates.codes), EXCLUDED.name: list(part.reasons)}
    if columns.name:
        named[AREA_NAME.name] = table[columns.name].tolist()
    if part.years is not None:
        named[INDEX_YEAR.name] = list(part.years)
    class_ = [int(number) if number else None for number in result.class_]
    found = {
        INDEX_VALUE.name: result.index.tolist(),
        RANK.name: result.rank.tolist(),
        CLASS.name: class_,
        RAW_INDEX.name: result.raw.tolist(),
        **{contribution_field(name).name: result.contributions[name].tolist() for name in recipe.fields},
        **{comparable_field(name).name: result.transformed[name].tolist() for name in recipe.fields},
    }
    if recipe.missing_model:
        found[ESTIMATED_FIELDS.name] = _estimated_fields(part, recipe)
    for column, target in zip(result.groups, group_fields(recipe)):
        found[target.name] = result.groups[column].tolist()
    for name, cells in found.items():
        column = np.full(len(table), None, dtype=object)
        column[rows] = [None if cell is None or cell != cell else cell for cell in cells]
        named[name] = column
    return pd.DataFrame(named, dtype=object)


def _estimated_fields(part: TakingPart, recipe: CompositeRecipe) -> list[str | None]:
    """Return for each row that takes part the fields whose value is an estimate."""
    marks = part.filled.estimated[recipe.fields].to_numpy()[part.rows]
    return [", ".join(name for name, mark in zip(recipe.fields, row) if mark) or None for row in marks.tolist()]


def _method_lines(recipe: CompositeRecipe, result: Composite) -> list[str]:
    """Return all that is needed to compute the index anew."""
    lines = [
        tr("Steps: {transform}, {aggregation}, then {restandardise}; classes by {classification}.").format(
            transform=recipe.transform,
            aggregation=recipe.aggregation,
            restandardise=recipe.restandardise,
            classification=recipe.rule.kind,
        )  # fmt: skip
    ]
    for ingredient in recipe.ingredients:
        lines.append(
            tr("  {field}: polarity {polarity}, weight {weight}").format(
                field=ingredient.field, polarity=ingredient.polarity, weight=format_number(ingredient.weight, 4)
            )
        )
    for (name, year), (first, second) in result.moments.items():
        kind = tr("mean {first}, standard deviation {second} (ddof = {ddof})")
        kind = kind if recipe.transform == ZSCORE else tr("from {first} to {second}")
        text = kind.format(first=format_number(first, DIGITS), second=format_number(second, DIGITS), ddof=recipe.ddof)
        lines.append(f"  {name}{f' ({year})' if year else ''}: {text}")
    for name, loading in result.loadings.items():
        lines.append(tr("  {field}: loading {loading}").format(field=name, loading=format_number(loading, DIGITS)))
    if result.explained is not None:
        lines.append(
            tr("The first principal component explains {share} % of the differences.").format(
                share=format_number(100 * result.explained, 1)
            )
        )
    for year, limits in result.limits.items():
        if limits:
            text = "; ".join(format_number(limit, DIGITS) for limit in limits)
            lines.append(tr("Class limits{year}: {limits}").format(year=f" ({year})" if year else "", limits=text))
    return lines


def _warnings(
    recipe: CompositeRecipe, result: Composite, values: pd.DataFrame, years: Sequence[str] | None
) -> list[str]:
    """Return what a reader must know before trusting the index."""
    warnings = [
        tr("“{field}” is the same in all areas: it tells none from another.").format(field=name)
        for name in result.constant
    ]
    count = len(values) if years is None else min(pd.Series(years).value_counts())
    if count < FEW_AREAS:
        warnings.append(
            tr(
                "Only {count} areas have an index. Ranks and classes are unstable below about {limit} areas: a single "
                "area moves those of all."
            ).format(count=count, limit=FEW_AREAS)
        )
    missing = int(values.isna().any(axis=1).sum())
    if missing:
        warnings.append(
            tr("{count} areas have an index from fewer than {fields} indicators: it rests on those they have.").format(
                count=missing, fields=values.shape[1]
            )
        )
    if recipe.transform == ZSCORE:
        warnings += _outlier_warnings(result)
    if result.dimensions is not None:
        warnings += result.dimensions.warnings
    return warnings


def _population_warning(recipe: CompositeRecipe, columns: Columns) -> list[str]:
    if columns.population or recipe.min_population <= 0:
        return []
    text = tr(
        "The preset leaves out areas with fewer than {minimum} inhabitants, but POPULATION_FIELD is empty: all areas "
        "take part."
    )
    return [text.format(minimum=format_number(recipe.min_population))]


def _outlier_warnings(result: Composite) -> list[str]:
    """Name the indicators in which one area is so far out that it flattens the differences of all others."""
    return [
        tr(
            "In “{field}” one area is {sd} standard deviations from the mean: it moves mean and deviation for all. "
            "Look whether it is an error, or choose TRANSFORM rank or percentile."
        ).format(field=name, sd=format_number(float(extreme), 1))
        for name, extreme in result.transformed.abs().max().items()
        if extreme > 5
    ]
