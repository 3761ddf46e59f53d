"""From the parameters of a composite index to its recipe: the preset, with what is given in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from qgis.core import QgsProcessingContext

from ...core.errors import InputError
from ...core.fields import AREA, AREA_NAME
from ...core.indices.composite.classification import FIXED, SD, Rule, read_classes
from ...core.indices.composite.composite_recipe import CompositeRecipe, read_recipe
from ...core.indices.composite.taking_part import Columns
from ...core.messages import tr
from ._composite_parameters import CompositeParameters


class CompositeReading(CompositeParameters):
    """Reads the parameters as a `CompositeRecipe` and the columns of its table."""

    def composite_recipe(self, parameters: dict[str, Any], context: QgsProcessingContext) -> CompositeRecipe:
        """Return the recipe of the preset with what is given in its place."""
        preset = self.parameterAsString(parameters, self.PRESET, context).strip()
        recipe = read_recipe(preset) if preset else CompositeRecipe(())
        fields = list(dict.fromkeys(self.parameterAsFields(parameters, self.FIELDS, context)))
        if fields:
            recipe = recipe.with_fields(fields)
        polarities = signs(self._text(parameters, self.POLARITIES, context))
        if polarities:
            recipe = recipe.with_polarities(polarities)
        weights = numbers(self._text(parameters, self.WEIGHTS, context), len(recipe.ingredients))
        if weights:
            recipe = recipe.with_weights(weights)
        return replace(
            recipe, rule=self._rule(recipe.rule, parameters, context), **self._steps(parameters, context)
        ).checked()

    def _steps(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the steps that are given, by the name they have in a recipe."""
        given: dict[str, Any] = {}
        for name, key in (
            (self.TRANSFORM, "transform"), (self.AGGREGATION, "aggregation"), (self.RESTANDARDISE, "restandardise"),
        ):  # fmt: skip
            if self._is_given(parameters, name):
                given[key] = self.parameterAsEnumString(parameters, name, context)
        for name, key in ((self.DDOF, "ddof"), (self.REQUIRED, "required"), (self.MIN_POPULATION, "min_population")):
            if self._is_given(parameters, name):
                given[key] = self.parameterAsInt(parameters, name, context)
        for name, key in ((self.NORMALISE_WEIGHTS, "normalise_weights"), (self.POPULATION_WEIGHTED, "weighted")):
            if self._is_given(parameters, name):
                given[key] = self.parameterAsBool(parameters, name, context)
        years = self._text(parameters, self.YEARS, context)
        return {**given, "years": years} if years else given

    def _rule(self, rule: Rule, parameters: dict[str, Any], context: QgsProcessingContext) -> Rule:
        if self._is_given(parameters, self.CLASSIFICATION):
            kind = self.parameterAsEnumString(parameters, self.CLASSIFICATION, context)
            limits = rule.limits if kind in (SD, FIXED) else ()
            rule = replace(rule, kind=kind, limits=limits)
        text = self._text(parameters, self.CLASSES, context)
        if text:
            classes, limits = read_classes(text)
            rule = replace(rule, classes=classes, limits=limits)
        if self._is_given(parameters, self.QUANTILE_TYPE):
            rule = replace(rule, quantile_type=self.parameterAsInt(parameters, self.QUANTILE_TYPE, context))
        return rule

    def composite_columns(
        self, parameters: dict[str, Any], context: QgsProcessingContext, available: Sequence[str]
    ) -> Columns:
        """Return the columns of the table beside the indicators."""

        def field(name: str) -> str | None:
            return next(iter(self.parameterAsFields(parameters, name, context)), None)

        area = field(self.AREA_FIELD) or AREA.name
        if area not in available:
            raise InputError(
                tr("AREA_FIELD: field “{field}” is missing. There is: {available}.").format(
                    field=area, available=", ".join(available)
                )
            )
        name = AREA_NAME.name if AREA_NAME.name in available and area != AREA_NAME.name else None
        return Columns(
            area,
            name,
            field(self.POPULATION_FIELD),
            field(self.EXCLUDE_FIELD),
            field(self.YEAR_FIELD),
            field(self.LARGER_FIELD),
        )

    def _text(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        return self.parameterAsString(parameters, name, context).strip()

    def _is_given(self, parameters: dict[str, Any], name: str) -> bool:
        return parameters.get(name) not in (None, "")


def codes(text: str) -> list[str]:
    """Return the area codes of a text such as ``0101; 0102``."""
    return list(dict.fromkeys(part.strip() for part in re.split(r"[;,\n]+", text) if part.strip()))


def signs(text: str) -> list[str]:
    """Return the polarities of a text such as ``+;+;-``, ``+, -`` or ``++-``."""
    parts = [part for part in re.split(r"[;,\s]+", text) if part]
    if len(parts) == 1 and re.fullmatch(r"[+\-−]{2,}", parts[0]):
        return list(parts[0])
    return parts


def numbers(text: str, count: int) -> list[float]:
    """Return the numbers of a text such as ``22,5; 22,5`` or ``0.5, 0.5``; a comma parts only where dots are decimals.

    Raises InputError for anything else.
    """
    if not text:
        return []
    parts = [part for part in re.split(r"[;\s]+", text) if part]
    by_comma = [part for part in re.split(r"[,;\s]+", text) if part]
    if len(parts) != count and len(by_comma) == count:
        parts = by_comma
    try:
        return [float(part.replace(",", ".")) for part in parts]
    except ValueError:
        raise InputError(
            tr("WEIGHTS: “{text}” is no list of numbers such as 22,5;22,5;13,5.").format(text=text)
        ) from None
