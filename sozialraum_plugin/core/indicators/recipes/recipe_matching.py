"""Which recipe a file belongs to: by its name, else its columns give a hint."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ...errors import InputError
from ...messages import tr
from .recipe import Recipe
from .recipe_accept import FILE_WORD, accept_text
from .recipe_columns import compare_columns
from .recipe_delivery import Reader
from .recipe_file_names import best_fits

_ENOUGH_COLUMNS = 0.5


def recipe_for(name: str, recipes: Mapping[str, Recipe]) -> list[str]:
    """Return the recipes whose pattern fits a file's name best; more than one if they fit equally well."""
    return best_fits(name, {key: recipe.file_pattern for key, recipe in recipes.items()})


def name_candidates(name: str, path: Path, recipes: Mapping[str, Recipe], reader: Reader) -> str:
    """Return a sentence on a file that no recipe fits by name: which recipe has its columns, and how to take it."""
    start = tr("No recipe fits the name of the file; it was not taken.")
    try:
        names = reader.open(path, None).shape.names
    except InputError as error:
        return f"{start} {error}"
    shares = {key: _share(names, recipe) for key, recipe in recipes.items()}
    likely = sorted((key for key, share in shares.items() if share >= _ENOUGH_COLUMNS), key=lambda key: -shares[key])
    if not likely:
        return start + " " + tr("Read it with “Import office table” and let it write a recipe (RECIPE_OUTPUT).")
    return start + " " + tr("It has the columns of the recipe “{recipe}”. To read it so: ACCEPT=“{accept}”.").format(
        recipe=likely[0], accept=accept_text(likely[0], FILE_WORD, path.name)
    )  # fmt: skip


def _share(names: list[str], recipe: Recipe) -> float:
    """Return the share of a recipe's columns that a file has; 0 without its key."""
    found = compare_columns(names, recipe)
    if recipe.key and found.key is None:
        return 0.0
    variables = set(recipe.variables.values())
    return len(set(found.present.values()) & variables) / max(1, len(variables))
