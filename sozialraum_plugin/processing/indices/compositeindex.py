"""A composite index of areas, every step a choice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
)

from ...core.errors import InputError
from ...core.fields import CONFIDENTIALITY
from ...core.indices.composite_recipe import CompositeRecipe
from ...core.indices.composite_table import CompositeTable, composite_table, frozen
from ...core.indices.recipe_file import write_recipe
from ...core.indices.taking_part import Columns
from ...core.messages import tr
from ...core.publication import mark_internal
from ..algorithm import check_cancelled, log_balance
from ..tables import read_rows, required_source, write_rows
from ._composite_parameters import CompositeParameters


class CompositeIndex(CompositeParameters):
    """Indicators of areas to an index with rank, class and the contribution of each."""

    algorithm_id = "compositeindex"
    stage = "indices"

    OUTPUT = "OUTPUT"
    LARGER = "LARGER"
    RECIPE = "RECIPE"
    INCLUDED = "INCLUDED"
    EXCLUDED = "EXCLUDED"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Composite index")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Makes one index of several indicators, with rank and class of every area and what each indicator adds: "
            "for social monitoring, priority areas and the allocation of funds.\n\n"
            "Steps, each a choice: leave areas out, turn the indicators so that more means more burden, make them "
            "comparable, weight, combine, standardise again, classify. Rank 1 and class 1 are the most burdened. "
            "Presets reproduce published indices: Berlin MSS, IMD of England and Wales, CDC SVI, GISD.\n\n"
            "Areas with few inhabitants, flagged areas and areas with a missing value stay in the table with the "
            "reason, but do not count. The log gives all numbers that are needed to compute the index anew.\n\n"
            "Example: INPUT = the indicator table, FIELDS = SGB II rate, share of unemployed and income, POLARITIES = "
            "+;+;-, TRANSFORM = zscore, CLASSIFICATION = quantile, CLASSES = 5."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add_composite_parameters()
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Index"), QgsProcessing.SourceType.TypeVector),
            tr(
                "One row per area: gebiet, index, rang, klasse (1 = most burdened), why an area is left out, which "
                "values are estimated (only with a preset that states a model), the themes, the contribution "
                "(beitrag_...) and the comparable value (t_...) of each indicator."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.LARGER,
                tr("Index of the larger areas"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            tr(
                "One row per code in LARGER_FIELD (and year): the mean of the index by inhabitants, rank and class "
                "among the larger areas, inhabitants, number of areas, and how many of their values were estimated."
            ),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.RECIPE, tr("Recipe"), tr("JSON files (*.json)"), optional=True, createByDefault=False
            ),
            tr(
                "Keeps all choices, with the means and standard deviations found, as a preset: next year's index can "
                "be measured by this year's."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber(self.INCLUDED, tr("Number of areas with an index")))
        self.addOutput(QgsProcessingOutputNumber(self.EXCLUDED, tr("Number of areas left out")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the areas, compute, report, write."""
        recipe = self.composite_recipe(parameters, context)
        source = required_source(self, parameters, self.INPUT, context)
        available = source.fields().names()
        columns = self.composite_columns(parameters, context, available)
        if columns.larger is None and parameters.get(self.LARGER) not in (None, ""):
            raise InputError(tr("LARGER needs LARGER_FIELD: the field with the codes of the larger areas."))
        mark = [CONFIDENTIALITY.name] if CONFIDENTIALITY.name in available else []
        wanted = [name for name in _columns(recipe, columns) if name in available]
        table, geometries = read_rows(source, feedback, [*wanted, *mark], with_geometry=True)
        feedback.setProgress(30)
        check_cancelled(feedback)
        computed = composite_table(table, recipe, columns)
        feedback.setProgress(70)
        _report(computed, feedback)
        marked, fields = mark_internal(computed.table, computed.fields, table)
        target = write_rows(
            self, parameters, self.OUTPUT, context, feedback, marked, fields, geometries, source.wkbType(),
            source.sourceCrs(),
        )  # fmt: skip
        results = {
            self.OUTPUT: target,
            self.INCLUDED: len(computed.rows),
            self.EXCLUDED: len(table) - len(computed.rows),
        }
        if computed.larger is not None:
            rows, fields = mark_internal(computed.larger.table, computed.larger.fields, table)
            larger = write_rows(self, parameters, self.LARGER, context, feedback, rows, fields)
            if larger:
                results[self.LARGER] = larger
        path = self.parameterAsFileOutput(parameters, self.RECIPE, context)
        if path:
            write_recipe(frozen(computed), Path(path))
            results[self.RECIPE] = path
        return results


def _columns(recipe: CompositeRecipe, columns: Columns) -> list[str]:
    """Return the columns to read, each once."""
    wanted = (
        columns.area, columns.name, columns.population, columns.exclude, columns.year, columns.larger,
        *recipe.fields, *recipe.helpers,
    )  # fmt: skip
    return list(dict.fromkeys(name for name in wanted if name))


def _report(computed: CompositeTable, feedback: QgsProcessingFeedback) -> None:
    for line in computed.log:
        feedback.pushInfo(line)
    log_balance(feedback, computed.balance)
    for warning in computed.warnings:
        feedback.pushWarning(warning)
    if computed.larger is not None:
        for line in computed.larger.lines():
            feedback.pushInfo(line)
        log_balance(feedback, computed.larger.balance)
        for warning in computed.larger.warnings:
            feedback.pushWarning(warning)
