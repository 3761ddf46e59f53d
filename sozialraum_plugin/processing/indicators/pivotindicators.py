"""The indicators of one level as a wide table, ready for maps, indices and spreadsheets."""

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
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.balance import Balance
from ...core.errors import InputError
from ...core.fields import AREA, AREA_NAME, FLAG, INDICATOR, LEVEL, REFERENCE_DATE, VALUE, Level
from ...core.indicators.imports.reference_dates import parse_date
from ...core.indicators.pivot import CONTENTS, POPULATION_CODE, VALUES, Wide, columns_needed, notes, pivot
from ...core.messages import tr
from ...core.publication import INTERNAL, PUBLICATION, USES, hide, mark_internal
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance
from ..tables import read_table, required_source, write_rows
from ._lists import split_list


class PivotIndicators(SozialraumAlgorithm):
    """Long table `indikatoren` to the wide table `indikatortabelle`."""

    algorithm_id = "pivotindicators"
    stage = "indicators"

    INPUT = "INPUT"
    LEVEL = "LEVEL"
    INDICATORS = "INDICATORS"
    REFERENCE_DATE = "REFERENCE_DATE"
    CHANGE_YEARS = "CHANGE_YEARS"
    FIELDS = "FIELDS"
    MODE = "MODE"
    OUTPUT = "OUTPUT"
    AREAS = "AREAS"
    COLUMNS = "COLUMNS"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Indicator table (wide)")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Turns the long table of indicators into a wide one: one row for each area of a level, one column for each "
            "indicator, real numbers, NULL where a value is hidden or missing.\n"
            "For maps, for indices (status and dynamics) and for tables in a report. Each indicator stands at its "
            "newest Stichtag; the log says which. With a number of years each indicator also gets the change against "
            "the value so many years before (column <code>_d, in the unit of the indicator).\n"
            "Example: LEVEL=sozialraum CHANGE_YEARS=2 makes the input of “Status and dynamics”."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        table = [QgsProcessing.SourceType.TypeVector]
        self.add(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("Indicators (long)"), table),
            tr("Result of “Compute indicators”: gebiet, gebiet_name, ebene, indikator, stichtag, wert."),
        )
        self.add(
            QgsProcessingParameterString(self.LEVEL, tr("Level"), defaultValue=Level.SOCIAL_AREA),
            tr("Level of the areas in the table: quartier, sozialraum, gemeinde, kreis, or another value of “ebene”."),
        )
        self.add(
            QgsProcessingParameterString(self.INDICATORS, tr("Indicators"), optional=True),
            tr("Codes of the indicators, separated by commas, in the order of the columns. Empty: all."),
        )
        self.add(
            QgsProcessingParameterString(self.REFERENCE_DATE, tr("Stichtag"), optional=True),
            tr(
                "Date (31.12.2024 or 2024-12-31): each indicator takes its newest Stichtag not after it. Empty: the "
                "newest of all."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.CHANGE_YEARS, tr("Change over years"), QgsProcessingParameterNumber.Type.Integer, 0, minValue=0
            ),
            tr("Number of years for the change columns <code>_d, such as 2; 0 makes none."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.FIELDS,
                tr("Columns of each indicator"),
                list(CONTENTS),
                allowMultiple=True,
                defaultValue=[VALUES],
                usesStaticStrings=True,
            ),
            tr(
                "value: <code> and its change <code>_d; interval: limits of the 95 % interval, <code>_von and "
                "<code>_bis; smoothed: empirical-Bayes value, <code>_glatt."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                self.MODE, tr("Use"), list(USES), defaultValue=PUBLICATION, usesStaticStrings=True
            ),
            tr(
                "publication leaves out what INPUT marks as “nur_intern”. internal keeps it, and the column “vermerk” "
                "says that the table must not leave the office."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Indicator table"), table[0]),
            tr("Wide table: gebiet, gebiet_name, ebene, einwohner (from B01), a column for each code and its change."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.AREAS, tr("Number of areas")))
        self.addOutput(QgsProcessingOutputNumber(self.COLUMNS, tr("Number of indicators")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, pivot, write."""
        source = required_source(self, parameters, self.INPUT, context)
        columns = (AREA, AREA_NAME, LEVEL, INDICATOR, REFERENCE_DATE, VALUE)
        contents = self.parameterAsEnumStrings(parameters, self.FIELDS, context) or [VALUES]
        columns += tuple(columns_needed(contents))
        flag = [FLAG.name] if FLAG.name in source.fields().names() else []
        table = read_table(source, feedback, [*(column.name for column in columns), *flag])
        internal = self.parameterAsEnumString(parameters, self.MODE, context) == INTERNAL
        table = table if internal else hide(table)
        check_cancelled(feedback)
        level = self.parameterAsString(parameters, self.LEVEL, context).strip()
        wide = pivot(
            table,
            level,
            split_list(self.parameterAsString(parameters, self.INDICATORS, context)),
            self._until(parameters, context),
            self.parameterAsInt(parameters, self.CHANGE_YEARS, context),
            contents,
        )
        feedback.setProgress(70)
        used = int((table[LEVEL.name] == level).sum())
        _log(wide, used, len(table), feedback)
        marked, fields = mark_internal(wide.table, wide.fields, table[table[LEVEL.name] == level])
        output = write_rows(self, parameters, self.OUTPUT, context, feedback, marked, fields)
        return {
            self.OUTPUT: output,
            self.AREAS: len(wide.table),
            self.COLUMNS: len(set(wide.dates) & set(wide.table.columns)),
        }

    def _until(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str | None:
        text = self.parameterAsString(parameters, self.REFERENCE_DATE, context).strip()
        if not text:
            return None
        day = parse_date(text)
        if day is None:
            raise InputError(
                tr("REFERENCE_DATE: “{date}” is no date. Write 31.12.2025 or 2025-12-31.").format(date=text)
            )
        return day


def _log(wide: Wide, used: int, total: int, feedback: QgsProcessingFeedback) -> None:
    balance = Balance(tr("indicator values"), total)
    balance.add(tr("of the chosen level"), used)
    balance.add(tr("of other levels"), total - used)
    log_balance(feedback, balance)
    feedback.pushInfo(tr("Stichtag of each column:"))
    for line in notes(wide):
        feedback.pushInfo("  " + line)
    if wide.left_out:
        feedback.pushWarning(
            tr("Left out, because they have no Stichtag up to the date asked: {codes}").format(
                codes=", ".join(wide.left_out)
            )
        )
    if POPULATION_CODE not in wide.dates:
        feedback.pushWarning(tr("The table has no B01 (inhabitants): “einwohner” is empty."))
