"""The names of indicators and areas as a sentence uses them, and what the catalogue knows of an indicator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...indicators.catalogue import shipped_catalogue
from ...indicators.indicator import Indicator
from ...messages import tr
from .composite_recipe import CompositeRecipe

GERMAN = "de"
DERIVED = ("_glatt", "_d")  # what “Indicators side by side” adds to a code


def language() -> str:
    """Return the code of the user's language."""
    return tr("language of this text: en").rsplit(":", 1)[-1].strip()


def in_language(names: Mapping[str, str]) -> str:
    """Return the text in the user's language, else any, else nothing."""
    return names.get(language()) or next(iter(names.values()), "")


def catalogue_entries(recipe: CompositeRecipe) -> dict[str, Indicator]:
    """Return what the shipped catalogue says, by field, for fields that are named by a code of it."""
    known = {indicator.code: indicator for indicator in shipped_catalogue()}
    found = {}
    for field in recipe.fields:
        code = next((field[: -len(suffix)] for suffix in DERIVED if field.endswith(suffix)), field)
        if code in known:
            found[field] = known[code]
    return found


def indicator_names(recipe: CompositeRecipe) -> list[str]:
    """Return a name for each indicator: the recipe's, the catalogue's, or the field."""
    known = catalogue_entries(recipe)
    return [
        in_language(ingredient.title) or _catalogue_name(known.get(ingredient.field)) or ingredient.field
        for ingredient in recipe.ingredients
    ]


def _catalogue_name(indicator: Indicator | None) -> str:
    if indicator is None:
        return ""
    return indicator.name if language() == GERMAN else indicator.name_en or indicator.name


def area_name(code: object, name: object = None, year: str | None = None) -> str:
    """Return how a sentence calls an area: by its name, else by its code; with the year where there are several."""
    text = str(name).strip() if name is not None and name == name else ""
    text = text or tr("Area {code}").format(code=code)
    return f"{text} ({year})" if year else text


def row_names(codes: Sequence[object], names: Sequence[object] | None, years: Sequence[str | None] | None) -> list[str]:
    """Return what the rows of a table are called."""
    several = years is not None and len({year for year in years if year}) > 1
    labels = years if years is not None and several else [None] * len(codes)
    return [area_name(*row) for row in zip(codes, names or [None] * len(codes), labels)]
