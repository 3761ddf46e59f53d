"""A composite index for a table with one row per area (and year): who takes part, the result, and the account of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from ..balance import Balance
from ..errors import InputError
from ..fields import AREA, AREA_NAME, CLASS, EXCLUDED, INDEX_VALUE, INDEX_YEAR, RANK, RAW_INDEX, Field, Kind
from ..messages import tr
from ..numbers import format_number
from .area_codes import code_text, without_repeated_rows
from .cells import NumberColumn, flag_column, number_column
from .composite import Composite, composite_index
from .composite_recipe import CompositeRecipe
from .exclusion import Candidates, exclusion_reasons
from .status_report import FEW_AREAS, reading_lines
from .transforms import ZSCORE

DIGITS = 6


@dataclass(frozen=True)
class Columns:
    """The columns of the table beside the indicators; None where there is none."""

    area: str
    name: str | None = None
    population: str | None = None
    exclude: str | None = None
    year: str | None = None


@dataclass(frozen=True)
class CompositeTable:
    """`table` with the columns `fields`, one row per input row; `result` and `recipe` for those that take part, whose
    rows are `rows`; the account, what the log says and what it warns of.
    """

    table: pd.DataFrame
    fields: tuple[Field, ...]
    result: Composite
    recipe: CompositeRecipe
    rows: np.ndarray
    balance: Balance
    log: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def composite_table(table: pd.DataFrame, recipe: CompositeRecipe, columns: Columns) -> CompositeTable:
    """Compute the index for a table. Raises InputError for unreadable or contradicting rows, and if none is left."""
    if table.empty:
        raise InputError(tr("The table has no rows, so there is no area to compare."))
    candidates = _candidates(table, recipe, columns)
    years = [code_text(cell) for cell in table[columns.year]] if columns.year else None
    values = candidates.values()
    reasons = _reasons(candidates, values, years)
    rows = np.flatnonzero([reason is None for reason in reasons])
    balance = _balance(reasons)
    if not len(rows):
        raise InputError(tr("No area is left for the index. {account}").format(account="; ".join(balance.lines())))
    people = candidates.population.values[rows] if candidates.population else None
    chosen_years = [years[row] for row in rows.tolist()] if years else None
    result = composite_index(values.iloc[rows].reset_index(drop=True), recipe, people, chosen_years)
    fields = result_fields(recipe, columns)
    return CompositeTable(
        _output(table, columns, candidates.codes, years, reasons, rows, result, recipe).reindex(
            columns=[column.name for column in fields]
        ),
        fields,
        result,
        recipe,
        rows,
        balance,
        [*reading_lines(candidates.columns()), *_method_lines(recipe, result)],
        _warnings(recipe, result, values.iloc[rows], chosen_years),
    )


def frozen(computed: CompositeTable) -> CompositeRecipe:
    """Return the recipe with the moments that were found, so that next year's table can be measured by them."""
    moments = computed.result.moments
    found = {name: pair for (name, _), pair in moments.items()}
    if len({label for _, label in moments}) > 1:
        return computed.recipe
    ingredients = (replace(known, frozen=found.get(known.field)) for known in computed.recipe.ingredients)
    return replace(computed.recipe, ingredients=tuple(ingredients))


def _candidates(table: pd.DataFrame, recipe: CompositeRecipe, columns: Columns) -> Candidates:
    missing = [name for name in recipe.fields if name not in table]
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
        return without_repeated_rows(candidates.codes, values, reasons)
    reasons = [reason or (None if year else tr("no year")) for reason, year in zip(reasons, years)]
    keys = [f"{code} ({year})" if code else None for code, year in zip(candidates.codes, years)]
    return without_repeated_rows(keys, values, reasons)


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
    return (AREA, *named, *year, INDEX_VALUE, RANK, CLASS, EXCLUDED, RAW_INDEX, *group_fields(recipe), *parts)


def _output(
    table: pd.DataFrame,
    columns: Columns,
    codes: Sequence[str | None],
    years: Sequence[str | None] | None,
    reasons: Sequence[str | None],
    rows: np.ndarray,
    result: Composite,
    recipe: CompositeRecipe,
) -> pd.DataFrame:
    """Return the output; an area that is left out has its code and the reason only."""
    named = {AREA.name: list(codes), EXCLUDED.name: list(reasons)}
    if columns.name:
        named[AREA_NAME.name] = table[columns.name].tolist()
    if years is not None:
        named[INDEX_YEAR.name] = list(years)
    class_ = [int(number) if number else None for number in result.class_]
    found = {
        INDEX_VALUE.name: result.index.tolist(),
        RANK.name: result.rank.tolist(),
        CLASS.name: class_,
        RAW_INDEX.name: result.raw.tolist(),
        **{contribution_field(name).name: result.contributions[name].tolist() for name in recipe.fields},
        **{comparable_field(name).name: result.transformed[name].tolist() for name in recipe.fields},
    }
    for column, target in zip(result.groups, group_fields(recipe)):
        found[target.name] = result.groups[column].tolist()
    for name, cells in found.items():
        column = np.full(len(table), None, dtype=object)
        column[rows] = [None if cell is None or cell != cell else cell for cell in cells]
        named[name] = column
    return pd.DataFrame(named, dtype=object)


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
    return warnings


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
