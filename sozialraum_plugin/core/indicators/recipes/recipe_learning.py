"""From an import that went well to the recipe for next year's file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from ...fields import AREA, IMPORT_LAYOUT, REFERENCE_DATE
from ..imports.number_cells import AUTO
from ..imports.reference_dates import YEAR_MARK
from ..imports.table_import import ImportOptions, ImportResult
from .recipe import DateKind, DateSource, Done, Recipe, Seen
from .recipe_columns import head_pattern, variables_by_pattern
from .recipe_facts import Facts
from .recipe_file_names import date_from_name, pattern_of_name


def learn_recipe(
    name: str, file: str, facts: Facts, options: ImportOptions, result: ImportResult, reading: dict[str, Any]
) -> Recipe:
    """Return the recipe of an import: `reading` holds fields of Recipe on how the file was cut and further settings.

    What the user left to be found out is found out next year too, but for the key, the columns and the Stichtag.
    """
    seen = seen_of(file, facts, result.counts)
    pattern, date = _date_source(file, facts, options, seen)
    years = sorted({int(day[:4]) for day in seen.dates})
    return Recipe(
        name=name,
        file_pattern=pattern,
        variables=variables_by_pattern(facts.values, years),
        date=date,
        source=options.source,
        header_rows=options.header_rows,
        first_row=options.first_row,
        decimal=options.decimal if options.decimal != AUTO else facts.decimal,
        symbols=options.profile if options.profile != AUTO else concluded_value(result, "SYMBOLS"),
        key=facts.key,
        row_filter=options.row_filter,
        skip_totals=options.skip_totals,
        seen=seen,
        done=(Done(file, seen.fingerprint),),
        **reading,
    )


def relearn_recipe(old: Recipe, learned: Recipe) -> Recipe:
    """Return the recipe after an import with the recipe `old`: what it knew of other years is kept."""
    known = {head: variable for head, variable in old.variables.items() if variable in learned.variables.values()}
    kept = old.date.kind != DateKind.FIXED and old.date.kind == learned.date.kind
    return replace(
        learned,
        variables={**known, **learned.variables},
        file_pattern=old.file_pattern if kept else learned.file_pattern,
        date=old.date if kept else learned.date,
        done=(*(entry for entry in old.done if entry not in learned.done), *learned.done),
    )


def seen_of(file: str, facts: Facts, counts: pd.DataFrame) -> Seen:
    """Return what a file looks like: no cell of its rows but symbols such as *."""
    dates = sorted(set(counts[REFERENCE_DATE.name]))
    years = sorted({int(day[:4]) for day in dates})
    columns = list(dict.fromkeys(head_pattern(name, years) for name in facts.shape.names))
    return Seen(
        file,
        tuple(columns),
        facts.shape.rows,
        counts[AREA.name].nunique(),
        facts.shape.head_rows,
        tuple(facts.symbols),
        tuple(dates),
        facts.shape.fingerprint,
    )


def _date_source(file: str, facts: Facts, options: ImportOptions, seen: Seen) -> tuple[str, DateSource]:
    """Return the pattern of the file's name and where the Stichtag comes from.

    A day that the user gave stays fixed only if the name does not explain it. Of a pattern that takes the year from
    the name only the year becomes *. What the import found by itself it finds again.
    """
    given = options.reference_date
    pattern = pattern_of_name(file)
    if facts.date:
        return pattern, DateSource(DateKind.COLUMN, pattern=given, column=facts.date)
    if not given:
        return pattern, DateSource(DateKind.TABLE)
    of_year = YEAR_MARK in given
    if len(seen.dates) == 1 and (facts.from_name or not of_year):
        named, source = date_from_name(file, seen.dates[0])
        if source.kind == DateKind.FILE_NAME or not of_year:
            return named, source
    return pattern, DateSource(DateKind.PATTERN, pattern=given)


def concluded_value(result: ImportResult, parameter: str) -> str:
    """Return what the import concluded for a parameter; ``auto`` if it says nothing of it."""
    names, values = (result.layout[field.name] for field in IMPORT_LAYOUT[:2])
    return next((value for name, value in zip(names, values) if name == parameter), AUTO)
