"""How far rank and class of an area depend on the choices behind an index."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
)

from ...core.fields import CONFIDENTIALITY
from ...core.indices.composite.composite_recipe import CompositeRecipe
from ...core.indices.composite.robustness_page import robustness_html, robustness_svg
from ...core.indices.composite.robustness_table import RobustTable, robust_table
from ...core.indices.composite.taking_part import Columns
from ...core.messages import tr
from ...core.publication import INTERNAL_NOTE, internal_rows, mark_internal
from ..algorithm import check_cancelled, log_balance
from ..tables import read_rows, required_source, write_rows
from ._pages import write_page
from ._robustness_parameters import RobustnessParameters


class Robustness(RobustnessParameters):
    """A composite index computed with many combinations of sensible choices."""

    algorithm_id = "robustness"
    stage = "indices"

    OUTPUT = "OUTPUT"
    SVG = "SVG"
    HTML = "HTML"
    INCLUDED = "INCLUDED"
    STABLE = "STABLE"
    COMPUTED = "COMPUTED"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Robustness of an index")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Answers the question “would the area still be class 1 if you had weighted differently?”. It computes the "
            "index again with many combinations of sensible choices: other weights, transforms and divisors, one "
            "indicator left out, another smallest number of inhabitants, small numbers drawn to the mean, counts drawn "
            "at random.\n\n"
            "Each area gets the share of variants in each class, its most frequent class, the interval of its rank (5 "
            "to 95 %), how often its class flips, and the choice that alone flips it most often. A picture shows all "
            "areas by rank.\n\n"
            "The parameters of the index are those of “Composite index”. Shrinkage and chance need the counts that the "
            "indicators were made of: NUMERATORS and DENOMINATORS.\n\n"
            "Example: INPUT = the indicator table, PRESET = berlin_mss_status, VARIANTS = 1000, HTML = robust.html."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add_composite_parameters()
        self.add_robustness_parameters()
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Robustness"), QgsProcessing.SourceType.TypeVector),
            tr(
                "One row per area: index, rang and klasse by the recipe, a sentence (robustheit), number of variants, "
                "in how many the class flips (wechsel), share with the same class, most frequent class, rank at 5, 50 "
                "and 95 %, share in each class (anteil_klasse_...), and per choice alone in how many per cent the "
                "class flips (wechsel_...)."
            ),
        )
        for name, title, file_filter, help_text in (
            (
                self.SVG,
                tr("Picture"),
                "SVG (*.svg)",
                tr("All areas by rank with the interval of the rank and the share of each class; greyscale is enough."),
            ),
            (
                self.HTML,
                tr("Page"),
                "HTML (*.html)",
                tr("The picture with the result in sentences, what was varied, and a table of all areas."),
            ),
        ):
            file = QgsProcessingParameterFileDestination(name, title, file_filter, optional=True, createByDefault=False)
            self.add(file, help_text)
        self.addOutput(QgsProcessingOutputNumber(self.INCLUDED, tr("Number of areas with an index")))
        self.addOutput(
            QgsProcessingOutputNumber(self.STABLE, tr("Number of areas with the same class in 95 % of the variants"))
        )
        self.addOutput(QgsProcessingOutputNumber(self.COMPUTED, tr("Number of variants")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the areas, vary, report, write."""
        recipe = self.composite_recipe(parameters, context)
        wishes = self.wishes(parameters, context)
        source = required_source(self, parameters, self.INPUT, context)
        available = source.fields().names()
        columns = self.composite_columns(parameters, context, available)
        counts = self.count_fields(parameters, context)
        wanted = _columns(recipe, columns, (*counts[0], *counts[1], CONFIDENTIALITY.name))
        names = [name for name in wanted if name in available]
        table, geometries = read_rows(source, feedback, names, with_geometry=True)
        feedback.setProgress(5)

        def poll(share: float) -> None:
            check_cancelled(feedback)
            feedback.setProgress(5 + 85 * share)

        found = robust_table(table, recipe, columns, wishes, *counts, poll)
        _report(found, feedback)
        marked, fields = mark_internal(found.table, found.fields, table)
        target = write_rows(
            self, parameters, self.OUTPUT, context, feedback, marked, fields, geometries, source.wkbType(),
            source.sourceCrs(),
        )  # fmt: skip
        results = {
            self.OUTPUT: target,
            self.INCLUDED: len(found.computed.rows),
            self.STABLE: found.stable,
            self.COMPUTED: found.total,
        }
        note = INTERNAL_NOTE if internal_rows(table).any() else ""
        for name, draw in ((self.SVG, robustness_svg), (self.HTML, robustness_html)):
            path = self.parameterAsFileOutput(parameters, name, context)
            if path:
                results[name] = write_page(path, draw(found, note))
        return results


def _columns(recipe: CompositeRecipe, columns: Columns, others: tuple[str, ...]) -> list[str]:
    """Return the columns to read, each once."""
    wanted = (
        columns.area, columns.name, columns.population, columns.exclude, columns.year, *recipe.fields,
        *recipe.helpers, *others,
    )  # fmt: skip
    return list(dict.fromkeys(name for name in wanted if name))


def _report(found: RobustTable, feedback: QgsProcessingFeedback) -> None:
    for line in [*found.lines, *found.summary]:
        feedback.pushInfo(line)
    log_balance(feedback, found.balance)
    for warning in found.warnings:
        feedback.pushWarning(warning)
