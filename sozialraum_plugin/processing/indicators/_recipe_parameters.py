"""Recipes and the parameters of `importtable`: from one to the other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from ...core.errors import InputError
from ...core.indicators.imports.grid import Grid
from ...core.indicators.imports.import_sheets import AS_VARIABLE
from ...core.indicators.imports.number_cells import AUTO
from ...core.indicators.imports.table_import import ImportOptions, ImportResult
from ...core.indicators.recipes.recipe import DateKind, Recipe
from ...core.indicators.recipes.recipe_columns import compare_columns, head_pattern
from ...core.indicators.recipes.recipe_delivery import stichtag_of
from ...core.indicators.recipes.recipe_facts import Facts, Shape, facts_of, fingerprint, shape_of
from ...core.indicators.recipes.recipe_learning import concluded_value, learn_recipe, relearn_recipe
from ...core.indicators.recipes.recipe_text import recipe_json
from ...core.messages import tr
from ...geo.office_files import OfficeFile
from ._recipe_files import load_recipe, recipe_name, write_texts

READING = {"SHEET": "sheet", "ENCODING": "encoding", "DELIMITER": "delimiter"}
MEANING = {
    "HEADER_ROWS": "header_rows",
    "FIRST_ROW": "first_row",
    "DECIMAL": "decimal",
    "SYMBOLS": "symbols",
    "SOURCE": "source",
    "KEY_FIELD": "key",
    "FILTER": "row_filter",
    "SKIP_TOTALS": "skip_totals",
}
VARIABLE_FIELD, SHEET_MEANING = "VARIABLE_FIELD", "SHEET_MEANING"  # kept as the import concludes them
_OWN = {*READING, *MEANING, "INPUT", "VALUE_FIELDS", "REFERENCE_DATE", "DATE_FIELD", "RECIPE"}


class RecipeParameters:
    """Adds RECIPE and RECIPE_OUTPUT to `importtable`, which inherits it."""

    RECIPE = "RECIPE"
    RECIPE_OUTPUT = "RECIPE_OUTPUT"

    def add_recipe_parameters(self) -> None:
        """Declare the recipe that is read."""
        self.add(
            QgsProcessingParameterFile(self.RECIPE, tr("Recipe"), optional=True, fileFilter=tr("Recipes (*.json)")),
            tr(
                "Recipe that an earlier import has written (RECIPE_OUTPUT): the file is read in the same way. What you "
                "set here yourself wins over the recipe."
            ),
        )

    def add_recipe_output(self) -> None:
        """Declare the recipe that is written."""
        self.add(
            QgsProcessingParameterFileDestination(
                self.RECIPE_OUTPUT, tr("Recipe for next year"), tr("Recipes (*.json)"), None, True, False
            ),
            tr(
                "Small text file that keeps how this file was read: columns and variables, symbols, Stichtag, the "
                "file's name with * for the year. “Update indicators” reads next year's files with it. It holds no "
                "figures."
            ),
        )

    def recipe_of(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Recipe | None:
        """Return the recipe of RECIPE; None without one. Raises InputError."""
        file = self.parameterAsFile(parameters, self.RECIPE, context)
        return load_recipe(Path(file)) if file else None

    def with_reading(self, parameters: dict[str, Any], recipe: Recipe | None) -> dict[str, Any]:
        """Return the parameters, completed by what a recipe says on how the file is cut into cells."""
        return parameters if recipe is None else _completed(self, reading_parameters(self, recipe), parameters)

    def with_meaning(
        self, parameters: dict[str, Any], recipe: Recipe | None, grid: Grid, path: Path, context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Return the parameters, completed by what a recipe says of a file's columns and Stichtag.

        Raises InputError if the file lacks a column of the recipe.
        """
        if recipe is None:
            return parameters
        draft = _completed(self, meaning_parameters(recipe, {}, ""), parameters)
        shape = shape_of(grid, self.options(path, draft, context))
        found = compare_columns(shape.names, recipe)
        given = set(_given(self, parameters))
        key_gone = [recipe.key] if recipe.key and found.key is None and "KEY_FIELD" not in given else []
        missing = [*key_gone, *(found.missing if "VALUE_FIELDS" not in given else [])]
        if missing:
            raise InputError(
                tr(
                    "RECIPE: the file has no column {missing}. It has: {available}. Run “Update indicators” to find "
                    "renamed columns, or set KEY_FIELD and VALUE_FIELDS."
                ).format(missing=", ".join(f"“{head}”" for head in missing), available=", ".join(shape.names))
            )
        dated = "REFERENCE_DATE" in given or "DATE_FIELD" in given
        variables = import_heads(shape, found.present)
        meaning = meaning_parameters(recipe, variables, "" if dated else stichtag_of(recipe, path.name))
        if dated:
            meaning = {name: value for name, value in meaning.items() if name not in ("REFERENCE_DATE", "DATE_FIELD")}
        return _completed(self, meaning, parameters)

    def save_recipe(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        path: Path,
        office: OfficeFile,
        options: ImportOptions,
        result: ImportResult,
        used: Recipe | None,
    ) -> dict[str, str]:
        """Write the recipe of an import and return the output; none if the user wants no recipe."""
        target = self.parameterAsFileOutput(parameters, self.RECIPE_OUTPUT, context)
        if not target:
            return {}
        file = Path(target)
        grids = [sheet.grid for sheet in office.sheets]
        facts = facts_of(self.leading(office, path, parameters, context), options, fingerprint(grids))
        if facts.single_texts:
            feedback.pushWarning(
                tr(
                    "No recipe was written: most texts in “{columns}” stand in one row only, as names of persons do, "
                    "and a recipe holds no cells of single rows. Set VARIABLE_FIELD or ask for counts per area."
                ).format(columns=facts.variable_field)
            )
            return {}
        reading = _kept(_given(self, parameters), facts, result)
        learned = learn_recipe(recipe_name(file), path.name, facts, options, result, reading)
        recipe = learned if used is None else relearn_recipe(used, learned)
        write_texts({file: recipe_json(recipe)})
        _log(recipe, feedback)
        return {self.RECIPE_OUTPUT: target}


def _kept(given: Mapping[str, Any], facts: Facts, result: ImportResult) -> dict[str, Any]:
    """Return the fields of a recipe on how the file was cut: as given, and what must be the same next year.

    Where sheets are named before the variables, their names belong to these and are kept.
    """
    reading: dict[str, Any] = {field: given[name] for name, field in READING.items() if name in given}
    settings = {name: value for name, value in given.items() if name not in _OWN}
    meaning = concluded_value(result, SHEET_MEANING)
    if meaning == AS_VARIABLE:
        reading.setdefault("sheet", concluded_value(result, "SHEET"))
    for name, value in ((VARIABLE_FIELD, facts.variable_field), (SHEET_MEANING, meaning)):
        if value not in ("", AUTO):
            settings.setdefault(name, value)
    return {**reading, "settings": settings}


def reading_parameters(algorithm: QgsProcessingAlgorithm, recipe: Recipe) -> dict[str, Any]:
    """Return the parameters of `importtable` on how a file is cut; raise InputError for one that it does not have."""
    for name in recipe.settings:
        if name in _OWN or algorithm.parameterDefinition(name) is None:
            raise InputError(
                tr("Recipe “{recipe}”: “weitere.{name}” is no further parameter of “Import office table”.").format(
                    recipe=recipe.name, name=name
                )
            )
    return {**{name: getattr(recipe, field) for name, field in READING.items()}, **recipe.settings}


def import_heads(shape: Shape, variables: Mapping[str, str]) -> dict[str, str]:
    """Return variables by the heads that `importtable` knows, which has names of its own for columns without one."""
    return {shape.made_up.get(head, head): variable for head, variable in variables.items()}


def meaning_parameters(recipe: Recipe, variables: Mapping[str, str], day: str) -> dict[str, Any]:
    """Return the parameters of `importtable` on what a file means; `variables` maps its heads to variables.

    `day` is the Stichtag (ISO) from the file's name. Raises InputError for a head that cannot be written.
    """
    for head in variables:
        if ";" in head:
            raise InputError(
                tr("The column “{column}” has a ; in its name. Rename it in the file.").format(column=head)
            )
    date = recipe.date
    dates = {
        DateKind.FIXED: {"REFERENCE_DATE": date.day},
        DateKind.PATTERN: {"REFERENCE_DATE": date.pattern},
        DateKind.COLUMN: {"DATE_FIELD": date.column, "REFERENCE_DATE": date.pattern},
        DateKind.TABLE: {},
        DateKind.FILE_NAME: {"REFERENCE_DATE": day},
    }[date.kind]
    fields = "; ".join(f"{head}={variable}" for head, variable in variables.items())
    return {**{name: getattr(recipe, field) for name, field in MEANING.items()}, **dates, "VALUE_FIELDS": fields}


def _log(recipe: Recipe, feedback: QgsProcessingFeedback) -> None:
    """Say which files the recipe is for, and what stands in the way of next year's."""
    feedback.pushInfo(
        tr("Recipe “{recipe}” for files named {pattern}").format(recipe=recipe.name, pattern=recipe.file_pattern)
    )
    if recipe.date.kind == DateKind.FIXED:
        feedback.pushWarning(
            tr(
                "The recipe has the fixed Stichtag {day}, since neither the table nor the file's name says it. Change "
                "“stichtag.datum” before the next file, or put the year into the file's name."
            ).format(day=recipe.date.day)
        )
    unusable = [head for head, name in recipe.variables.items() if ";" in head + name or "=" in name]
    if unusable:
        feedback.pushWarning(
            tr(
                "The recipe cannot be used as it is: ; and = are not allowed in {columns}. Name the columns to read in "
                "VALUE_FIELDS, with variables without these signs."
            ).format(columns=", ".join(f"“{head}”" for head in unusable))
        )
    years = sorted({int(day[:4]) for day in recipe.seen.dates})
    dated = [name for name in recipe.variables.values() if "{" in name or head_pattern(name, years) != name]
    if dated:
        feedback.pushWarning(
            tr(
                "Variables with a year in their name ({variables}) make no series over the years. Give them a name "
                "without it in VALUE_FIELDS."
            ).format(variables=", ".join(dated))
        )


def _given(algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return the input parameters that differ from their defaults, as texts, numbers and truth values."""
    context = QgsProcessingContext()
    found = {}
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if definition.isDestination() or parameters.get(name) in (None, ""):
            continue
        if isinstance(definition, QgsProcessingParameterBoolean):
            value, default = algorithm.parameterAsBool(parameters, name, context), bool(definition.defaultValue())
        elif isinstance(definition, QgsProcessingParameterNumber):
            value, default = algorithm.parameterAsDouble(parameters, name, context), definition.defaultValue()
            value = int(value) if value == int(value) else value
        else:
            value = algorithm.parameterAsString(parameters, name, context).strip()
            default = definition.defaultValue() or ""
        if value != default and value != "":
            found[name] = value
    return found


def _completed(
    algorithm: QgsProcessingAlgorithm, from_recipe: Mapping[str, Any], parameters: dict[str, Any]
) -> dict[str, Any]:
    """Return the parameters; what stands at its default is taken from the recipe."""
    given = _given(algorithm, parameters)
    return {**parameters, **{name: value for name, value in from_recipe.items() if name not in given}}
