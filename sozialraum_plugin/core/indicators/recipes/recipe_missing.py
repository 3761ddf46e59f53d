"""Columns of a recipe that a file does not have: are they there under a new name?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from ...errors import InputError
from ...fields import AREA, REFERENCE_DATE
from ...messages import tr
from ...numbers import format_number
from .recipe import Recipe
from .recipe_accept import Suggestion, accept_text
from .recipe_changes import by_area, last_values
from .recipe_columns import Comparison, candidates
from .recipe_delivery import Opened, stichtag_of
from .recipe_names import name_similarity
from .recipe_renames import LastValues, Proposal, propose
from .recipe_report import Event

if TYPE_CHECKING:
    from .recipe_update import Update

_LIKE_KEYS = 0.8
_PROBE = "?"  # the variable of a column that is read only to be compared
_LIKE_NAME = 0.7


def note_missing(update: Update, name: str, path: Path, recipe: Recipe, opened: Opened, comparison: Comparison) -> None:
    """Report the missing columns of a file, each with its proposal, and keep the proposals as suggestions."""
    free = candidates(opened.shape.names, comparison, recipe)
    if recipe.key and comparison.key is None:
        _note_role(update, name, recipe, recipe.key, _key_candidates(update, recipe.key, opened, free))
    if recipe.date.column and comparison.date is None:
        old = recipe.date.column
        _note_role(update, name, recipe, old, [head for head in free if name_similarity(old, head) >= _LIKE_NAME])
    if not comparison.missing:
        return
    values = {head: _values(update, path, opened, recipe, comparison, head) for head in free}
    last: dict[str, LastValues] = {}
    for head in comparison.missing:
        found = last_values(update.table, recipe.variables[head])
        if found is not None:
            last[head] = found
    for proposal in propose(_current(comparison.missing, recipe), values, last):
        _note_proposal(update, name, recipe, proposal)


def _current(missing: list[str], recipe: Recipe) -> list[str]:
    """Return one head a variable: the latest of its names over the years."""
    return list({recipe.variables[head]: head for head in missing}.values())


def _values(
    update: Update, path: Path, opened: Opened, recipe: Recipe, comparison: Comparison, head: str
) -> pd.Series | None:
    """Return the values of a column by area at its last Stichtag; None if it cannot be read as counts."""
    if recipe.key and comparison.key is None:
        return None
    try:
        counts = update.reader.read(path, opened, recipe, {head: _PROBE}, stichtag_of(recipe, path.name)).counts
    except InputError:
        return None
    return by_area(counts[counts[REFERENCE_DATE.name] == counts[REFERENCE_DATE.name].max()])


def _key_candidates(update: Update, old: str, opened: Opened, free: list[str]) -> list[str]:
    """Return the columns that may hold the key: with the codes of the table, else with a like name."""
    areas = set(update.table[AREA.name].astype(str))
    shares = {}
    for head in filter(opened.shape.columns.__contains__, free):
        cells = update.reader.cells(opened, head)
        shares[head] = len(cells & areas) / len(cells) if cells else 0.0
    found = [head for head in shares if shares[head] >= _LIKE_KEYS or name_similarity(old, head) >= _LIKE_NAME]
    return sorted(found, key=lambda head: (-shares[head], -name_similarity(old, head), head))


def _note_role(update: Update, name: str, recipe: Recipe, old: str, found: list[str]) -> None:
    """Report the missing column with the key or the Stichtag."""
    what = tr("the key") if old == recipe.key else tr("the Stichtag")
    note = tr("The column “{column}” with {what} is missing.").format(column=old, what=what)
    for head in found:
        update.suggestions.append(Suggestion(recipe.name, old, head, what))
    if not found:
        update.report.add(Event.MISSING, note, name, recipe.name, old)
        return
    if len(found) == 1:
        note += " " + _ask(recipe, old, found[0])
    else:
        note += " " + tr("It may be one of these: {columns}.").format(columns=", ".join(f"“{one}”" for one in found))
        note += " " + tr("If one is right: ACCEPT=“{accept}”, for example.").format(
            accept=accept_text(recipe.name, old, found[0])
        )
    update.report.add(Event.RENAMED, note, name, recipe.name, old)


def _ask(recipe: Recipe, old: str, new: str) -> str:
    return tr("Is it called “{new}” now? It was not taken; if it is right: ACCEPT=“{accept}”.").format(
        new=new, accept=accept_text(recipe.name, old, new)
    )


def _note_proposal(update: Update, name: str, recipe: Recipe, proposal: Proposal) -> None:
    old, variable = proposal.old, recipe.variables[proposal.old]
    note = tr("The column “{column}” (merkmal {variable}) is missing.").format(column=old, variable=variable)
    place = {"file": name, "recipe": recipe.name, "column": old, "variable": variable}
    if not proposal.candidates:
        update.report.add(
            Event.MISSING, note + " " + tr("No new column is like it; the variable gets no values."), **place
        )
        return
    for candidate in proposal.candidates:
        update.suggestions.append(Suggestion(recipe.name, old, candidate.head, proposal.reason()))
    reason = " (" + proposal.reason() + ")"
    if proposal.best:
        update.report.add(Event.RENAMED, note + " " + _ask(recipe, old, proposal.best) + reason, **place)
        return
    ambiguous = tr("{count} new columns may be it; none was taken. If one is right: ACCEPT=“{accept}”.").format(
        count=format_number(len(proposal.candidates)),
        accept=accept_text(recipe.name, old, proposal.candidates[0].head),
    )
    update.report.add(Event.RENAMED, note + " " + ambiguous + reason, **place)
