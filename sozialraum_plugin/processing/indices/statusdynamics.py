"""Status and dynamics index of areas (Berlin method)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
from qgis.core import (
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
)

from ...core.balance import Balance
from ...core.errors import InputError
from ...core.fields import CONFIDENTIALITY
from ...core.indices.status.bivariate_legend import legend_svg
from ...core.indices.status.earlier_edition import Edition
from ...core.indices.status.edition_years import Editions, choose_editions
from ...core.indices.status.status_dynamics import Recipe, StatusDynamics, status_dynamics
from ...core.indices.status.status_report import span_line, swapped_warnings
from ...core.messages import tr
from ...core.publication import mark_internal
from ...layouts.index_styles import GROUPS, STATUS_ALONE
from ..algorithm import check_cancelled, log_balance
from ..tables import read_rows, require_columns, required_source, write_rows
from ._pages import write_page
from ._status_parameters import StatusParameters
from ._styles import style_output


@dataclass(frozen=True)
class Tables:
    """What was read: the rows of now, with their geometries, and the editions to compare with; `every` row for its
    confidentiality.
    """

    now: pd.DataFrame
    geometries: list[QgsGeometry]
    earlier: Edition | None
    base: Edition | None
    every: pd.DataFrame


class StatusDynamicsAlgorithm(StatusParameters):
    """Computes the status and the dynamics index of areas and their twelve groups."""

    algorithm_id = "statusdynamics"
    stage = "indices"

    OUTPUT = "OUTPUT"
    LEGEND = "LEGEND"
    INCLUDED = "INCLUDED"
    EXCLUDED = "EXCLUDED"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Status and dynamics index")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Tells which areas carry how much social burden (status) and where it grows or shrinks (dynamics), for "
            "social monitoring and for deciding on priority areas. It is the method of the Berlin Monitoring Soziale "
            "Stadtentwicklung.\n\n"
            "Each indicator is standardised over the valid areas (z = (value - mean) / standard deviation of the "
            "population, unweighted), the z values are added, and the sum is standardised again. "
            "Status: below -1 high (1), to 1 medium (2), to 1.5 low (3), above 1.5 very low (4). Dynamics, the same on "
            "the changes: below -1 positive (+), to 1 stable (+/-), above 1 negative (-). Together they make twelve "
            "groups such as 1+ or 4-. In every indicator a higher value must mean more burden.\n\n"
            "The changes are given (DYNAMICS_FIELDS), or computed over any number of years: from earlier values in the "
            "same rows (START_FIELDS), from an earlier table (INPUT_BEFORE), or between two years of a table with one "
            "row per area and year (YEAR_FIELD). Areas that the earlier edition does not have are named and left "
            "out.\n\n"
            "Areas with few inhabitants, flagged areas and areas with a missing value stay in the table with the "
            "reason, but do not count. The log gives all means and standard deviations, so that anyone can "
            "recompute the index.\n\n"
            "Example: INPUT = the indicator table with one row per area, STATUS_FIELDS = unemployment and child "
            "poverty, DYNAMICS_FIELDS = their changes over two years, POPULATION_FIELD = einwohner."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add_status_parameters()
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Index"), QgsProcessing.SourceType.TypeVector),
            tr(
                "One row per area: both indices, their classes, the group, why an area is left out, the changes that "
                "were computed (aenderung_...) and the z values (z_...)."
            ),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.LEGEND, tr("Legend"), tr("SVG pictures (*.svg)"), optional=True, createByDefault=False
            ),
            tr("The twelve groups as they look on the map, with the number of areas, as a picture for layouts."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.INCLUDED, tr("Number of areas with an index")))
        self.addOutput(QgsProcessingOutputNumber(self.EXCLUDED, tr("Number of areas left out")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the areas, compute, report, write."""
        source = required_source(self, parameters, self.INPUT, context)
        recipe = self.status_recipe(parameters, context, source.fields().names())
        tables = self._read(parameters, context, feedback, source, recipe)
        legend = self.parameterAsFileOutput(parameters, self.LEGEND, context)
        if legend and not (recipe.dynamics or recipe.start or tables.earlier):
            raise InputError(tr("LEGEND shows status and dynamics: give DYNAMICS_FIELDS or earlier values."))
        feedback.setProgress(30)
        check_cancelled(feedback)
        result = status_dynamics(tables.now, recipe, tables.earlier, tables.base)
        feedback.setProgress(70)
        _report(result, feedback)
        marked, fields = mark_internal(result.table, result.fields, tables.every)
        target = write_rows(
            self,
            parameters,
            self.OUTPUT,
            context,
            feedback,
            marked,
            fields,
            tables.geometries,
            source.wkbType(),
            source.sourceCrs(),
        )
        style_output(context, target, GROUPS if result.has_dynamics else STATUS_ALONE)
        excluded = len(tables.now) - result.included
        results = {self.OUTPUT: target, self.INCLUDED: result.included, self.EXCLUDED: excluded}
        if legend:
            results[self.LEGEND] = write_page(legend, legend_svg(result.group_counts, excluded))
        return results

    def _read(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        source: QgsProcessingFeatureSource,
        recipe: Recipe,
    ) -> Tables:
        """Read the table, part it into its years if it has several, and read the earlier table if there is one."""
        choice = self.edition_choice(parameters, context)
        columns = [*_columns(recipe), *([choice.field] if choice else [])]
        table, geometries = read_rows(source, feedback, _with_mark(columns, source), with_geometry=True)
        if self.has_earlier_table(parameters):
            earlier, marks = self._earlier_table(parameters, context, feedback, recipe)
            for warning in swapped_warnings(earlier.label, source.sourceName()):
                feedback.pushWarning(warning)
        else:
            earlier, marks = None, table.iloc[:0]
        if choice is None or table.empty:
            return Tables(table, geometries, earlier, None, _both(table, marks))
        changes_are_given = recipe.dynamics or recipe.start or earlier
        editions = choose_editions(table[choice.field].tolist(), choice, not changes_are_given)
        _report_editions(editions, feedback)
        if editions.before:
            earlier = _edition(table, recipe, editions, editions.before)
        base = _edition(table, recipe, editions, editions.base) if editions.base else None
        rows = editions.rows(editions.year)
        chosen = [geometries[row] for row in rows]
        return Tables(table.iloc[rows].reset_index(drop=True), chosen, earlier, base, _both(table, marks))

    def _earlier_table(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        recipe: Recipe,
    ) -> tuple[Edition, pd.DataFrame]:
        """Return the earlier edition, and its rows with their mark of confidentiality."""
        source = required_source(self, parameters, self.INPUT_BEFORE, context)
        available = source.fields().names()
        area = self.one_field(parameters, self.AREA_FIELD_BEFORE, context) or recipe.area
        fields = self.fields(parameters, self.FIELDS_BEFORE, context) or recipe.status
        if len(fields) != len(recipe.status):
            raise InputError(
                tr("FIELDS_BEFORE: {count} fields for {wanted} status indicators.").format(
                    count=len(fields), wanted=len(recipe.status)
                )
            )
        for name in (recipe.population, recipe.exclude):
            if name and name not in available:
                feedback.pushWarning(
                    tr(
                        "The earlier table has no field “{field}”: it leaves no area out of the earlier edition."
                    ).format(field=name)
                )
        population, exclude = (name if name in available else None for name in (recipe.population, recipe.exclude))
        wanted = list(dict.fromkeys(name for name in (area, *fields, population, exclude) if name))
        require_columns(source, wanted)
        table, _ = read_rows(source, feedback, _with_mark(wanted, source))
        return Edition(source.sourceName(), table, area, fields, population, exclude), table


def _columns(recipe: Recipe) -> list[str]:
    """Return the columns that the recipe reads, each once."""
    wanted = (recipe.area, recipe.name, recipe.population, recipe.exclude, *recipe.indicators, *recipe.start)
    return list(dict.fromkeys(name for name in wanted if name))


def _with_mark(columns: list[str], source: QgsProcessingFeatureSource) -> list[str]:
    mark = [CONFIDENTIALITY.name] if CONFIDENTIALITY.name in source.fields().names() else []
    return list(dict.fromkeys([*columns, *mark]))


def _both(table: pd.DataFrame, earlier: pd.DataFrame) -> pd.DataFrame:
    """Return the marks of confidentiality of all rows that have a part in the result."""
    marks = [part[[CONFIDENTIALITY.name]] for part in (table, earlier) if CONFIDENTIALITY.name in part]
    return pd.concat(marks, ignore_index=True) if marks else table


def _edition(table: pd.DataFrame, recipe: Recipe, editions: Editions, label: str) -> Edition:
    rows = table.iloc[editions.rows(label)].reset_index(drop=True)
    return Edition(label, rows, recipe.area, recipe.status, recipe.population, recipe.exclude)


def _report_editions(editions: Editions, feedback: QgsProcessingFeedback) -> None:
    """Say which years are compared, and what becomes of the rows of the others."""
    if editions.before:
        feedback.pushInfo(span_line(editions.before, editions.year))
    balance = Balance(tr("rows"), len(editions.years))
    for year in sorted(editions.used):
        balance.add(tr("of {year}").format(year=year), len(editions.rows(year)))
    others = [year for year in editions.years if year and year not in editions.used]
    balance.add(tr("of other years ({years}), not used").format(years=", ".join(sorted(set(others)))), len(others))
    balance.add(tr("without a year, not used"), editions.years.count(None))
    log_balance(feedback, balance)


def _report(result: StatusDynamics, feedback: QgsProcessingFeedback) -> None:
    for line in result.log:
        feedback.pushInfo(line)
    for warning in result.warnings:
        feedback.pushWarning(warning)
    log_balance(feedback, result.balance)
    if result.earlier_balance:
        log_balance(feedback, result.earlier_balance)
