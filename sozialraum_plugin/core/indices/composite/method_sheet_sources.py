"""Where the indicators come from: what the table itself says, else what the catalogue knows of a code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ...fields import REFERENCE_DATE, SOURCE
from ...messages import tr
from ...numbers import format_date
from .composite_recipe import CompositeRecipe
from .explain_names import GERMAN, catalogue_entries, language

MOST_SHOWN = 6


@dataclass(frozen=True)
class Origin:
    """Source, Stichtage and definition of one indicator, empty where nobody says."""

    source: str = ""
    dates: str = ""
    definition: str = ""


def origin_columns(available: Sequence[str], recipe: CompositeRecipe) -> list[str]:
    """Return the columns of a table that tell source or Stichtag, of one indicator or of all."""
    wanted = {
        name.lower()
        for column in (REFERENCE_DATE.name, SOURCE.name)
        for name in (column, *(part for field in recipe.fields for part in _own_names(column, field)))
    }
    return [name for name in available if name.lower() in wanted and name not in recipe.fields]


def _own_names(column: str, field: str) -> tuple[str, str]:
    return f"{column}_{field}", f"{field}_{column}"


def origins(table: pd.DataFrame, recipe: CompositeRecipe) -> list[Origin]:
    """Return the origin of each indicator of the recipe, in its order."""
    known = catalogue_entries(recipe)
    columns = {str(name).lower(): table[name].tolist() for name in origin_columns(list(table.columns), recipe)}
    result = []
    for field in recipe.fields:
        entry = known.get(field)
        definition = ""
        if entry is not None:
            definition = entry.definition if language() == GERMAN else entry.definition_en or entry.definition
        habit = tr("as a rule {date}").format(date=entry.date_habit) if entry and entry.date_habit else ""
        result.append(
            Origin(
                _said(columns, SOURCE.name, field) or (entry.source if entry else ""),
                _said(columns, REFERENCE_DATE.name, field) or habit,
                definition,
            )
        )
    return result


def _said(columns: dict[str, list[Any]], column: str, field: str) -> str:
    """Return the different texts of an indicator's own column, else of the column for all."""
    for name in (*_own_names(column, field), column):
        texts = sorted({_text(cell) for cell in columns.get(name.lower(), []) if _text(cell)})
        if texts:
            more = f" … ({len(texts)})" if len(texts) > MOST_SHOWN else ""
            return "; ".join(_shown(text) for text in texts[:MOST_SHOWN]) + more
    return ""


def _text(cell: Any) -> str:
    return "" if cell is None or cell != cell else str(cell).strip()


def _shown(text: str) -> str:
    try:
        return format_date(text[:10]) if len(text) in (10, 19) else text
    except ValueError:
        return text
