"""Status and dynamics index of areas (Berlin method)."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ...core.fields import AREA, AREA_NAME
from ...core.indices.status_dynamics import DEFAULT_MIN_POPULATION, Recipe, StatusDynamics, status_dynamics
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm, log_balance
from ..tables import read_rows, required_source, write_rows


class StatusDynamicsAlgorithm(SozialraumAlgorithm):
    """Computes the status and the dynamics index of areas and their twelve groups."""

    algorithm_id = "statusdynamics"
    stage = "indices"

    INPUT = "INPUT"
    AREA_FIELD = "AREA_FIELD"
    STATUS_FIELDS = "STATUS_FIELDS"
    DYNAMICS_FIELDS = "DYNAMICS_FIELDS"
    POPULATION_FIELD = "POPULATION_FIELD"
    MIN_POPULATION = "MIN_POPULATION"
    EXCLUDE_FIELD = "EXCLUDE_FIELD"
    ZERO_ROWS_ARE_MISSING = "ZERO_ROWS_ARE_MISSING"
    OUTPUT = "OUTPUT"
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
            "Areas with few inhabitants, flagged areas and areas with a missing value stay in the table with the "
            "reason, but do not count. The log gives all means and standard deviations, so that anyone can "
            "recompute the index.\n\n"
            "Example: INPUT = the indicator table with one row per area, STATUS_FIELDS = unemployment and child "
            "poverty, DYNAMICS_FIELDS = their changes over two years, POPULATION_FIELD = einwohner."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, tr("Areas with indicators"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr("Table or layer with one row per area and one column per indicator. Numbers may be text, with comma."),
        )
        self._add_fields()
        self._add_rules()
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Index"), QgsProcessing.SourceType.TypeVector),
            tr("One row per area: both indices, their classes, the group, why an area is left out, the z values."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.INCLUDED, tr("Number of areas with an index")))
        self.addOutput(QgsProcessingOutputNumber(self.EXCLUDED, tr("Number of areas left out")))

    def _add_fields(self) -> None:
        self.add(
            # QGIS 3.22 accepts a missing field parameter only if it is optional, even if it has a default.
            self._field(self.AREA_FIELD, tr("Field with the area code"), optional=True, default=AREA.name),
            tr("Code of the area; it stays text, with leading zeros. Default: gebiet."),
        )
        self.add(
            self._field(self.STATUS_FIELDS, tr("Status indicators"), several=True),
            tr("Fields that say how things are, such as shares of unemployed. Higher must mean more burden."),
        )
        self.add(
            self._field(self.DYNAMICS_FIELDS, tr("Dynamics indicators"), several=True, optional=True),
            tr("Fields that say how things changed, such as the change of a share in two years. May be empty."),
        )
        self.add(
            self._field(self.POPULATION_FIELD, tr("Field with the inhabitants"), optional=True),
            tr("Number of inhabitants, to leave out areas with too few. Not used as a weight."),
        )

    def _add_rules(self) -> None:
        self.add(
            QgsProcessingParameterNumber(
                self.MIN_POPULATION,
                tr("Smallest number of inhabitants"),
                QgsProcessingParameterNumber.Type.Integer,
                DEFAULT_MIN_POPULATION,
                minValue=0,
            ),
            tr("Areas with fewer inhabitants are left out. Berlin uses 300."),
        )
        self.add(
            self._field(self.EXCLUDE_FIELD, tr("Field that leaves areas out"), optional=True),
            tr("True leaves the area out (a home, an outlier). Takes booleans, 1/0, ja/nein, wahr/falsch, true/false."),
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.ZERO_ROWS_ARE_MISSING, tr("Rows of zeros mean “not computed”"), defaultValue=True
            ),
            tr(
                "Leaves out areas in which at least four indicators are all exactly 0: published tables mark areas "
                "without a result like that. Switch it off if your zeros are real."
            ),
            advanced=True,
        )

    def _field(
        self, name: str, title: str, several: bool = False, optional: bool = False, default: str | None = None
    ) -> QgsProcessingParameterField:
        """Return a field parameter that takes any type: CSV columns are text until told otherwise."""
        return QgsProcessingParameterField(
            name, title, default, self.INPUT, QgsProcessingParameterField.DataType.Any, several, optional
        )

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the areas, compute, report, write."""
        source = required_source(self, parameters, self.INPUT, context)
        recipe = self._recipe(parameters, context, source.fields().names())
        table, geometries = read_rows(source, feedback, _columns(recipe), with_geometry=True)
        feedback.setProgress(30)
        result = status_dynamics(table, recipe)
        feedback.setProgress(70)
        _report(result, feedback)
        target = write_rows(
            self,
            parameters,
            self.OUTPUT,
            context,
            feedback,
            result.table,
            result.fields,
            geometries,
            source.wkbType(),
            source.sourceCrs(),
        )
        feedback.setProgress(100)
        excluded = len(table) - result.included
        return {self.OUTPUT: target, self.INCLUDED: result.included, self.EXCLUDED: excluded}

    def _recipe(self, parameters: dict[str, Any], context: QgsProcessingContext, available: list[str]) -> Recipe:
        def fields(name: str) -> tuple[str, ...]:
            return tuple(dict.fromkeys(self.parameterAsFields(parameters, name, context)))

        def field(name: str) -> str | None:
            return next(iter(fields(name)), None)

        area = field(self.AREA_FIELD) or AREA.name
        return Recipe(
            area,
            fields(self.STATUS_FIELDS),
            fields(self.DYNAMICS_FIELDS),
            field(self.POPULATION_FIELD),
            self.parameterAsInt(parameters, self.MIN_POPULATION, context),
            field(self.EXCLUDE_FIELD),
            AREA_NAME.name if AREA_NAME.name in available and area != AREA_NAME.name else None,
            self.parameterAsBoolean(parameters, self.ZERO_ROWS_ARE_MISSING, context),
        )


def _columns(recipe: Recipe) -> list[str]:
    """Return the columns that the recipe reads, each once."""
    wanted = (recipe.area, recipe.name, recipe.population, recipe.exclude, *recipe.indicators)
    return list(dict.fromkeys(name for name in wanted if name))


def _report(result: StatusDynamics, feedback: QgsProcessingFeedback) -> None:
    for line in result.log:
        feedback.pushInfo(line)
    for warning in result.warnings:
        feedback.pushWarning(warning)
    log_balance(feedback, result.balance)
