"""A composite index of areas, every step a choice."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.fields import CONFIDENTIALITY
from ...core.indices.composite.composite_recipe import CompositeRecipe
from ...core.indices.composite.composite_table import CompositeTable, composite_table, frozen
from ...core.indices.composite.explain_table import all_alike_warnings, explain_table
from ...core.indices.composite.method_sheet import landscape, method_sheet, sheet_title
from ...core.indices.composite.method_sheet_sources import origin_columns
from ...core.indices.composite.recipe_file import write_recipe
from ...core.indices.composite.taking_part import Columns
from ...core.messages import tr
from ...core.publication import mark_internal
from ..algorithm import check_cancelled, log_balance
from ..tables import read_rows, required_source, write_rows
from ._composite_reading import CompositeReading, codes
from ._pages import write_page, write_pdf
from ._styles import style_classes


class CompositeIndex(CompositeReading):
    """Indicators of areas to an index with rank, class and the contribution of each."""

    algorithm_id = "compositeindex"
    stage = "indices"

    OUTPUT = "OUTPUT"
    LARGER = "LARGER"
    RECIPE = "RECIPE"
    EXPLAIN = "EXPLAIN"
    EXPLAIN_AREAS = "EXPLAIN_AREAS"
    METHOD_HTML = "METHOD_HTML"
    METHOD_PDF = "METHOD_PDF"
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
        self._add_explanation()
        self.addOutput(QgsProcessingOutputNumber(self.INCLUDED, tr("Number of areas with an index")))
        self.addOutput(QgsProcessingOutputNumber(self.EXCLUDED, tr("Number of areas left out")))

    def _add_explanation(self) -> None:
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink(
                self.EXPLAIN, tr("Explanations"), vector, optional=True, createByDefault=False
            ),
            tr(
                "One row per area: a sentence (erklaerung), the points by which each indicator is above or below the "
                "mean (abstand_...) and their share in per cent (anteil_...), the value that it alone would need for "
                "the next class with less burden (guenstiger_...) or more (unguenstiger_...), the per cent by which "
                "all values together would have to change (guenstiger_alle), and the three areas most alike."
            ),
        )
        self.add(
            QgsProcessingParameterString(self.EXPLAIN_AREAS, tr("Areas to explain"), optional=True),
            tr("Codes of the areas that EXPLAIN is about, separated by ; or comma. Empty: all."),
            advanced=True,
        )
        for name, title, file_filter, help_text in (
            (
                self.METHOD_HTML,
                tr("Method sheet (HTML)"),
                tr("HTML files (*.html)"),
                tr(
                    "Formulas, indicators with sources and Stichtage, means and deviations, class limits, areas left "
                    "out with the reason, warnings, and all values: enough to compute the index anew. The columns "
                    "stichtag and quelle of the table, or stichtag_... and quelle_... of an indicator, are quoted."
                ),
            ),
            (
                self.METHOD_PDF,
                tr("Method sheet (PDF)"),
                tr("PDF files (*.pdf)"),
                tr("The same as a PDF with text that can be selected, for the annex of a report."),
            ),
        ):
            file = QgsProcessingParameterFileDestination(name, title, file_filter, optional=True, createByDefault=False)
            self.add(file, help_text)

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
        mark += [name for name in origin_columns(available, recipe) if self._wants_sheet(parameters)]
        wanted = [name for name in _columns(recipe, columns) if name in available]
        names = list(dict.fromkeys([*wanted, *mark]))
        table, geometries = read_rows(source, feedback, names, with_geometry=True)
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
        style_classes(context, target, computed.recipe.rule)
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
        results |= self._explanation(parameters, context, feedback, table, columns, computed)
        return {**results, **self._sheets(parameters, context, table, columns, computed)}

    def _explanation(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        table: pd.DataFrame,
        columns: Columns,
        computed: CompositeTable,
    ) -> dict[str, Any]:
        """Write the explanations if they are asked for."""
        if parameters.get(self.EXPLAIN) in (None, ""):
            return {}
        wanted = codes(self.parameterAsString(parameters, self.EXPLAIN_AREAS, context))
        found = explain_table(table, columns, computed, wanted, lambda: check_cancelled(feedback))
        log_balance(feedback, found.balance)
        for warning in found.warnings:
            feedback.pushWarning(warning)
        rows, fields = mark_internal(found.table, found.fields, table)
        target = write_rows(self, parameters, self.EXPLAIN, context, feedback, rows, fields)
        return {self.EXPLAIN: target} if target else {}

    def _wants_sheet(self, parameters: dict[str, Any]) -> bool:
        return any(parameters.get(name) not in (None, "") for name in (self.METHOD_HTML, self.METHOD_PDF))

    def _sheets(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        table: pd.DataFrame,
        columns: Columns,
        computed: CompositeTable,
    ) -> dict[str, Any]:
        """Write the method sheets that are asked for."""
        today, written = date.today().isoformat(), {}
        page = self.parameterAsFileOutput(parameters, self.METHOD_HTML, context)
        if page:
            written[self.METHOD_HTML] = write_page(page, method_sheet(table, columns, computed, today))
        document = self.parameterAsFileOutput(parameters, self.METHOD_PDF, context)
        if document:
            text = method_sheet(table, columns, computed, today, printed=True)
            written[self.METHOD_PDF] = write_pdf(
                document, text, sheet_title(computed.recipe), landscape(computed.recipe)
            )
        return written


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
    for warning in [*computed.warnings, *all_alike_warnings(computed)]:
        feedback.pushWarning(warning)
    if computed.larger is not None:
        for line in computed.larger.lines():
            feedback.pushInfo(line)
        log_balance(feedback, computed.larger.balance)
        for warning in computed.larger.warnings:
            feedback.pushWarning(warning)
