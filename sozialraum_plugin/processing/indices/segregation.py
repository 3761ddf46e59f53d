"""How unevenly groups of people live over the areas of a town."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ...core.fields import AREA, AREA_COUNT, CONFIDENTIALITY, FLAG
from ...core.indices.segregation.segregation import CARRINGTON_TROSKE, CORRECTIONS, Chance
from ...core.indices.segregation.segregation_draws import AREAS_FIXED, RESAMPLINGS
from ...core.indices.segregation.segregation_input import AUTO, DISJOINT, GroupColumns
from ...core.indices.segregation.segregation_measures import MEASURES
from ...core.indices.segregation.segregation_report import correction_line
from ...core.indices.segregation.segregation_table import REPORT, SEGREGATION, segregation_table
from ...core.messages import tr
from ...core.publication import mark_internal
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance
from ..tables import read_table, required_source, write_rows

_ANY = QgsProcessingParameterField.DataType.Any


class Segregation(SozialraumAlgorithm):
    """Counts of groups per area to dissimilarity, isolation, exposure, entropy and Gini with intervals."""

    algorithm_id = "segregation"
    stage = "indices"

    INPUT = "INPUT"
    AREA_FIELD = "AREA_FIELD"
    GROUP_FIELDS = "GROUP_FIELDS"
    TOTAL_FIELD = "TOTAL_FIELD"
    PARENT_FIELD = "PARENT_FIELD"
    MEASURES = "MEASURES"
    DISJOINT = "DISJOINT"
    DRAWS = "DRAWS"
    RESAMPLING = "RESAMPLING"
    CORRECTION = "CORRECTION"
    SEED = "SEED"
    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    AREAS = "AREAS"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Segregation of groups")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Measures how unevenly groups (households on SGB II, foreigners, people over 65) live over the areas of a "
            "town: dissimilarity (IS = 100 * 1/2 * sum |a_i/A - b_i/B|), isolation, exposure, eta², Theil's entropy H, "
            "Gini; each group against all others, and if nobody is in two groups each against each and all at once.\n\n"
            "Small areas and small groups look segregated by chance alone. So every value comes with a 95 % interval "
            "by resampling, the value that a random allocation would have, and a corrected value.\n\n"
            "Only values for areas of the same cut can be compared, over the years or between towns: smaller areas "
            "give higher values. Counts must be of people, not rates.\n\n"
            "Example: INPUT = the areas, GROUP_FIELDS = auslaender, TOTAL_FIELD = einwohner."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self._add_columns()
        self._add_choices()
        table = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Segregation"), table),
            tr(
                "One row per group and measure: wert (0 to 1) and wert_100, the interval (untergrenze, obergrenze), "
                "erwartet_zufall (mean under random allocation), korrigiert with its interval, p_zufall (share of "
                "random allocations as much apart), number of areas and people."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.REPORT, tr("Areas left out"), table, optional=True, createByDefault=False
            ),
            tr("Areas that take no part, for a group or at all, with the reason."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.AREAS, tr("Number of areas compared")))

    def _add_columns(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, tr("Areas with counts"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr("Table or layer with one row per area of one level and one Stichtag. Numbers may be text."),
        )
        self.add(
            QgsProcessingParameterField(
                self.AREA_FIELD, tr("Field with the area code"), AREA.name, self.INPUT, _ANY, False, True
            ),
            tr("Code of the area; it stays text, with leading zeros. Default: gebiet."),
        )
        self.add(
            QgsProcessingParameterField(self.GROUP_FIELDS, tr("Groups"), None, self.INPUT, _ANY, True),
            tr("Fields with the number of people (or households) of a group, one field per group."),
        )
        self.add(
            QgsProcessingParameterField(self.TOTAL_FIELD, tr("All people"), None, self.INPUT, _ANY, False, True),
            tr("Field with the number of all people (or households). Empty: the sum of the groups."),
        )
        self.add(
            QgsProcessingParameterField(self.PARENT_FIELD, tr("Larger area"), None, self.INPUT, _ANY, False, True),
            tr("Field with the code of the larger area, such as the commune: each gets rows of its own."),
            advanced=True,
        )

    def _add_choices(self) -> None:
        self.add(
            QgsProcessingParameterEnum(
                self.MEASURES, tr("Measures"), list(MEASURES), True, list(MEASURES), usesStaticStrings=True
            ),
            tr(
                "dissimilarity: share of the group that would have to move; isolation, exposure: whom an average "
                "member has around; eta2: isolation beyond the share; entropy, gini: unevenness over all areas."
            ),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.DISJOINT, tr("Nobody is in two groups"), list(DISJOINT), False, AUTO, usesStaticStrings=True
            ),
            tr(
                "yes: groups are compared with each other and all at once, people in none of them are one more group. "
                "auto: only if the groups add up to the total in every area."
            ),
        )
        self._add_number(
            self.DRAWS, tr("Random draws"), 1000, tr("For intervals and the value under random allocation; 0: none.")
        )
        self._add_choice(
            self.RESAMPLING,
            tr("Resampling"),
            RESAMPLINGS,
            AREAS_FIXED,
            tr(
                "areas: each area keeps its number of people, chance decides how many belong to the group; groups: "
                "each group keeps its number, chance decides where they live (Allen et al. 2015)."
            ),
        )
        self._add_choice(
            self.CORRECTION,
            tr("Correction for small areas"),
            CORRECTIONS,
            CARRINGTON_TROSKE,
            tr(
                "carrington_troske: (value - expected) / (1 - expected), with the value expected under random "
                "allocation (1997); bootstrap: 2 * value - mean of the resampled values (Allen et al. 2015); none."
            ),
        )
        self._add_number(self.SEED, tr("Seed"), 1, tr("The same seed gives the same intervals."))

    def _add_choice(self, name: str, title: str, choices: tuple[str, ...], default: str, help_text: str) -> None:
        parameter = QgsProcessingParameterEnum(name, title, list(choices), False, default, usesStaticStrings=True)
        self.add(parameter, help_text, advanced=True)

    def _add_number(self, name: str, title: str, default: int, help_text: str) -> None:
        integer = QgsProcessingParameterNumber.Type.Integer
        self.add(QgsProcessingParameterNumber(name, title, integer, default, minValue=0), help_text, advanced=True)

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the counts, compute, report, write."""
        source = required_source(self, parameters, self.INPUT, context)
        columns = self._columns(parameters, context)
        available = source.fields().names()
        marks = [field.name for field in (CONFIDENTIALITY, FLAG) if field.name in available]
        wanted = [columns.area, *columns.groups, columns.total, columns.parent, *marks]
        table = read_table(source, feedback, list(dict.fromkeys(name for name in wanted if name)))
        chance = self._chance(parameters, context)
        measures = tuple(self.parameterAsEnumStrings(parameters, self.MEASURES, context)) or MEASURES
        found = segregation_table(table, columns, measures, chance, lambda: check_cancelled(feedback))
        feedback.setProgress(90)
        feedback.pushInfo(correction_line(chance.correction))
        for line in found.log:
            feedback.pushInfo(line)
        log_balance(feedback, found.balance)
        for warning in found.warnings:
            feedback.pushWarning(warning)
        marked, fields = mark_internal(found.table, SEGREGATION, table)
        results = {
            self.OUTPUT: write_rows(self, parameters, self.OUTPUT, context, feedback, marked, fields),
            self.AREAS: int(found.table[AREA_COUNT.name].max()) if len(found.table) else 0,
        }
        report = write_rows(self, parameters, self.REPORT, context, feedback, found.report, REPORT)
        return {**results, self.REPORT: report} if report else results

    def _columns(self, parameters: dict[str, Any], context: QgsProcessingContext) -> GroupColumns:
        def field(name: str) -> str | None:
            return next(iter(self.parameterAsFields(parameters, name, context)), None)

        return GroupColumns(
            field(self.AREA_FIELD) or AREA.name,
            tuple(dict.fromkeys(self.parameterAsFields(parameters, self.GROUP_FIELDS, context))),
            field(self.TOTAL_FIELD),
            field(self.PARENT_FIELD),
            self.parameterAsEnumString(parameters, self.DISJOINT, context),
        )

    def _chance(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Chance:
        return Chance(
            self.parameterAsInt(parameters, self.DRAWS, context),
            self.parameterAsInt(parameters, self.SEED, context),
            self.parameterAsEnumString(parameters, self.RESAMPLING, context),
            self.parameterAsEnumString(parameters, self.CORRECTION, context),
        )
