"""Reads the files of an update through `importtable`, so that both read alike."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...core.indicators.recipes.recipe import Recipe
from ...core.indicators.recipes.recipe_delivery import Opened, Reading
from ...core.indicators.recipes.recipe_facts import facts_of, fingerprint, shape_of
from ._recipe_parameters import import_heads, meaning_parameters, reading_parameters
from .importtable import ImportTable


class ImportReader:
    """The reader of `recipe_delivery.Reader`; what the import logs stays out of the log."""

    def __init__(self, context: QgsProcessingContext) -> None:
        self._import = ImportTable()
        self._import.initAlgorithm()
        self._context = context

    def open(self, path: Path, recipe: Recipe | None) -> Opened:
        """Return the cells of a file, cut as a recipe says, or as they are found."""
        parameters: dict[str, Any] = {ImportTable.INPUT: str(path)}
        if recipe is not None:
            parameters |= reading_parameters(self._import, recipe)
        office = self._import.office(path, parameters, self._context, QgsProcessingFeedback(False))
        if recipe is not None:
            parameters |= meaning_parameters(recipe, {}, "")
        grids = [sheet.grid for sheet in office.sheets]
        leading = self._import.leading(office, path, parameters, self._context)
        shape = shape_of(leading, self._import.options(path, parameters, self._context), fingerprint(grids))
        return Opened((office, leading), shape, sum(len(grid.rows) for grid in grids))

    def read(self, path: Path, opened: Opened, recipe: Recipe, variables: Mapping[str, str], day: str) -> Reading:
        """Return the counts of some columns (variable by head)."""
        parameters: dict[str, Any] = {
            ImportTable.INPUT: str(path),
            **reading_parameters(self._import, recipe),
            **meaning_parameters(recipe, import_heads(opened.shape, variables), day),
        }
        office, leading = opened.cells
        options = self._import.options(path, parameters, self._context)
        result = self._import.counts(office, options, parameters, self._context)
        facts = facts_of(leading, options, opened.shape.fingerprint)
        return Reading(result.counts, facts, result.rows, result.problems, result.warnings)

    def cells(self, opened: Opened, head: str) -> set[str]:
        """Return the distinct cells of a column."""
        _, leading = opened.cells
        position = opened.shape.columns.index(head)
        return set(leading.column(position, range(len(leading.rows))).used())
