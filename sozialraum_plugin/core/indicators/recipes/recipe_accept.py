"""What the user accepts: new names of columns, as text or in the list of suggestions that a run has written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...errors import InputError
from ...messages import tr
from ..imports.reference_dates import parse_date
from .recipe import Recipe
from .recipe_columns import plain

FILE_WORD = "datei"
_LIST, _RECIPE, _OLD, _NEW, _ACCEPT, _REASON = "vorschlaege", "rezept", "alt", "neu", "annehmen", "grund"


@dataclass(frozen=True)
class Accepted:
    """A new head `new` for the head `old` of a recipe, or (`old` is ``datei``) a file to read with the recipe."""

    recipe: str
    old: str
    new: str

    @property
    def is_file(self) -> bool:
        """Tell whether a file is named, not a column."""
        return self.old == FILE_WORD


@dataclass(frozen=True)
class Suggestion:
    """A proposal as it is written for the user."""

    recipe: str
    old: str
    new: str
    reason: str


def accept_text(recipe: str, old: str, new: str) -> str:
    """Return what to write into ACCEPT."""
    return f"{recipe}: {old}={new}"


def parse_accept(text: str, recipes: Mapping[str, Recipe]) -> list[Accepted]:
    """Return the entries ``rezept: alt=neu``, separated by line ends or semicolons; raise InputError for others."""
    entries = [entry.strip() for line in text.splitlines() for entry in line.split(";")]
    return [_parsed(entry, recipes) for entry in entries if entry]


def _parsed(entry: str, recipes: Mapping[str, Recipe]) -> Accepted:
    names = [name for name in recipes if entry.casefold().startswith(name.casefold() + ":")]
    if not names:
        raise InputError(
            tr("ACCEPT: “{entry}” names no recipe. Write rezept: alt=neu. Recipes: {recipes}.").format(
                entry=entry, recipes=", ".join(sorted(recipes)) or "–"
            )
        )
    name = max(names, key=len)
    rest = entry[len(name) + 1 :]
    parts = rest.split("=")
    cuts = [("=".join(parts[:cut]).strip(), "=".join(parts[cut:]).strip()) for cut in range(1, len(parts))]
    for old, new in cuts:
        head = known_head(recipes[name], old)
        if head and new:
            return Accepted(name, head, new)
    raise InputError(_unknown(entry, recipes[name]))


def known_head(recipe: Recipe, old: str) -> str:
    """Return the head of a recipe as it is written there; an empty text if it has none like it."""
    if old.casefold() == FILE_WORD:
        return FILE_WORD
    heads = [head for head in (*recipe.variables, recipe.key, recipe.date.column) if head]
    return next((head for head in heads if plain(head) == plain(old)), "")


def _unknown(entry: str, recipe: Recipe) -> str:
    heads = ", ".join(f"“{head}”" for head in (*recipe.variables, recipe.key, recipe.date.column) if head)
    return tr("ACCEPT: “{entry}” names no column of the recipe “{recipe}”. It has: {columns}.").format(
        entry=entry, recipe=recipe.name, columns=heads
    )


def suggestions_json(suggestions: Iterable[Suggestion]) -> str:
    """Return the suggestions as JSON in which the user sets ``annehmen`` to true."""
    entries = [
        {_RECIPE: one.recipe, _OLD: one.old, _NEW: one.new, _ACCEPT: False, _REASON: one.reason} for one in suggestions
    ]
    return json.dumps({_LIST: entries}, ensure_ascii=False, indent=2) + "\n"


def read_suggestions(text: str, file: str, recipes: Mapping[str, Recipe]) -> list[Accepted]:
    """Return the suggestions whose ``annehmen`` is true; raise InputError for anything that is no such list."""
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            tr("{file}, line {line}, sign {sign}: the text is no valid JSON there. Check quotation marks and commas.")
            .format(file=file, line=error.lineno, sign=error.colno)
        ) from error  # fmt: skip
    entries = content.get(_LIST) if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise InputError(tr("{file}: this is no list of suggestions (“{entry}” is missing).").format(
            file=file, entry=_LIST
        ))  # fmt: skip
    return [found for number, entry in enumerate(entries, 1) if (found := _accepted(entry, number, file, recipes))]


def _accepted(entry: Any, number: int, file: str, recipes: Mapping[str, Recipe]) -> Accepted | None:
    texts = [entry.get(key) for key in (_RECIPE, _OLD, _NEW)] if isinstance(entry, dict) else []
    accept = entry.get(_ACCEPT, False) if isinstance(entry, dict) else None
    if not texts or not all(isinstance(text, str) and text for text in texts) or not isinstance(accept, bool):
        raise InputError(
            tr("{file}, suggestion {number}: it needs rezept, alt and neu as texts, and annehmen as true or false.")
            .format(file=file, number=number)
        )  # fmt: skip
    if not accept:
        return None
    name, old, new = texts
    if name not in recipes or not known_head(recipes[name], old):
        raise InputError(
            tr("{file}, suggestion {number}: there is no recipe “{recipe}” with the column “{column}”.").format(
                file=file, number=number, recipe=name, column=old
            )
        )
    return Accepted(name, known_head(recipes[name], old), new)


def parse_days(text: str, recipes: Sequence[str]) -> dict[str, set[str]]:
    """Return the Stichtage (ISO) to replace by recipe; an empty name stands for all recipes.

    `text` holds days separated by semicolons or commas, each alone or as ``rezept: 31.12.2024``. Raises InputError.
    """
    found: dict[str, set[str]] = {}
    for entry in filter(None, (part.strip() for part in text.replace("\n", ";").replace(",", ";").split(";"))):
        name, _, rest = entry.rpartition(":")
        day = parse_date(rest.strip())
        if day is None or (name.strip() and name.strip() not in recipes):
            raise InputError(
                tr("REPLACE_DATES: “{entry}” is no Stichtag. Write 31.12.2024 or rezept: 31.12.2024.").format(
                    entry=entry
                )
            )
        found.setdefault(name.strip(), set()).add(day)
    return found
