"""A recipe of a composite index as a JSON file that people can read and change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...messages import tr
from .composite_recipe import CompositeRecipe, Ingredient

SCHEMA = 1


def recipe_content(recipe: CompositeRecipe) -> dict[str, Any]:
    """Return what `recipe_of` reads as this recipe; what says nothing is left out."""
    content = {
        "schema": SCHEMA,
        "code": recipe.code,
        "name": dict(recipe.name),
        "source": recipe.source,
        "method": dict(recipe.method),
        "fields": [_field(ingredient) for ingredient in recipe.ingredients],
        "transform": recipe.transform,
        "ddof": recipe.ddof,
        "weighted": recipe.weighted,
        "decimals": recipe.decimals,
        "aggregation": recipe.aggregation,
        "normalise_weights": recipe.normalise_weights,
        "restandardise": recipe.restandardise,
        "index_decimals": recipe.index_decimals,
        "classification": recipe.rule.kind,
        "classes": recipe.rule.classes,
        "limits": list(recipe.rule.limits),
        "quantile_type": recipe.rule.quantile_type,
        "required": recipe.required,
        "min_population": recipe.min_population,
        "years": recipe.years,
        "zero_rows_are_missing": recipe.zero_rows_are_missing,
        **_nested(recipe),
    }
    return {key: value for key, value in content.items() if value not in (None, "", {}, [])}


def _nested(recipe: CompositeRecipe) -> dict[str, Any]:
    """Return what only some recipes say: a model for gaps, dimensions, a last step by level."""
    model = recipe.missing_model
    return {
        "on_limit": recipe.rule.on_limit,
        "negative_is_missing": recipe.negative_is_missing,
        "missing_model": {"predictors": list(model.predictors), "least": model.least} if model else None,
        "group_aggregation": recipe.group_aggregation,
        "group_restandardise": recipe.group_restandardise,
        "group_weights": dict(recipe.group_weights),
        "orient_by": recipe.orient_by,
        "level_restandardise": recipe.level_restandardise,
        "level_decimals": recipe.level_decimals,
    }


def _field(ingredient: Ingredient) -> dict[str, Any]:
    content = {
        "field": ingredient.field,
        "polarity": ingredient.polarity,
        "weight": ingredient.weight,
        "name": dict(ingredient.title),
        "group": ingredient.group,
        "frozen": list(ingredient.frozen) if ingredient.frozen else None,
        "transform": ingredient.transform,
    }
    return {key: value for key, value in content.items() if value not in (None, "", {}, [])}


def write_recipe(recipe: CompositeRecipe, path: Path) -> None:
    """Write a recipe. Raises InputError if the file cannot be written."""
    try:
        path.write_text(json.dumps(recipe_content(recipe), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise InputError(tr("{file} cannot be written: {error}").format(file=path, error=error)) from error
