"""Import a table that an office sends: its counts, clean and long."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)

from ...core.fields import COUNTS, IMPORT_REPORT
from ...core.indicators.grid import Grid
from ...core.indicators.number_cells import AUTO
from ...core.indicators.table_import import ImportOptions, ImportResult, import_table
from ...core.messages import tr
from ...geo.office_files import read_office_file
from ...geo.spreadsheets import is_spreadsheet
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance
from ..tables import write_rows
from ._import_parameters import ImportParameters

LISTED_PROBLEMS = 50


class ImportTable(ImportParameters, SozialraumAlgorithm):
    """CSV, TXT, XLSX, ODS or XLS to the long table `merkmale`."""

    algorithm_id = "importtable"
    stage = "indicators"

    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    ROWS = "ROWS"
    PROBLEMS = "PROBLEMS"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Import office table")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Reads a table as offices send it (CSV, TXT, XLSX, ODS, XLS) into the long table of counts: area, variable "
            "(merkmal), Stichtag, value, mark, source.\n"
            "For planners who gather figures from the registry, the job centre, the school office and others.\n"
            "Encoding, delimiter, head (also several merged rows), footer, decimal sign, key and Stichtag are found "
            "out, written to the log and can each be set. Symbols of official statistics become values and marks by a "
            "symbol profile. A cell that cannot be read is missing and listed, never a wrong number. Files with rows "
            "about single persons are refused.\n"
            "Example: INPUT=jobcenter.csv SYMBOLS=ba DATE_FIELD=Berichtsmonat "
            "VALUE_FIELDS=“BG=BG; Alo SGB II=ALO_SGB2”."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add_content_parameters()
        self.add_layout_parameters()
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Counts of areas"), QgsProcessing.SourceType.TypeVector),
            tr("Long table: gebiet, merkmal, stichtag, wert, kennzeichen, quelle; one row a cell."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.REPORT,
                tr("Rows and cells not used"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            tr("List of rows and cells that could not be used: row and column in the file, content, finding."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.ROWS, tr("Number of counts")))
        self.addOutput(QgsProcessingOutputNumber(self.PROBLEMS, tr("Number of rows and cells not used")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the cells, make the counts, write them, account for all."""
        path = Path(self.parameterAsFile(parameters, self.INPUT, context))
        grid = self._cells(path, parameters, context, feedback)
        feedback.setProgress(30)
        check_cancelled(feedback)
        result = import_table(grid, self._options(path, parameters, context))
        feedback.setProgress(70)
        _log(result, feedback)
        return {
            self.OUTPUT: write_rows(self, parameters, self.OUTPUT, context, feedback, result.counts, COUNTS),
            self.REPORT: write_rows(self, parameters, self.REPORT, context, feedback, result.problems, IMPORT_REPORT),
            self.ROWS: len(result.counts),
            self.PROBLEMS: len(result.problems),
        }

    def _cells(
        self,
        path: Path,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Grid:
        """Return the cells of the file and log how they were read."""
        grid, note = read_office_file(
            path,
            self.parameterAsString(parameters, self.SHEET, context),
            self.parameterAsString(parameters, self.ENCODING, context) or AUTO,
            self.parameterAsString(parameters, self.DELIMITER, context) or AUTO,
        )
        feedback.pushInfo(note)
        return grid

    def _options(self, path: Path, parameters: dict[str, Any], context: QgsProcessingContext) -> ImportOptions:
        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        return ImportOptions(
            key_field=text(self.KEY_FIELD),
            value_fields=text(self.VALUE_FIELDS),
            reference_date=text(self.REFERENCE_DATE),
            date_field=text(self.DATE_FIELD),
            profile=self.parameterAsEnumString(parameters, self.SYMBOLS, context),
            source=text(self.SOURCE),
            skip_totals=self.parameterAsBool(parameters, self.SKIP_TOTALS, context),
            decimal=self.parameterAsEnumString(parameters, self.DECIMAL, context),
            header_rows=self.parameterAsInt(parameters, self.HEADER_ROWS, context),
            first_row=self.parameterAsInt(parameters, self.FIRST_ROW, context),
            row_filter=text(self.FILTER),
            from_spreadsheet=is_spreadsheet(path),
        )


def _log(result: ImportResult, feedback: QgsProcessingFeedback) -> None:
    """Write conclusions, warnings, both balances and the first problems into the log."""
    for note in result.notes:
        feedback.pushInfo(note)
    for warning in result.warnings:
        feedback.pushWarning(warning)
    log_balance(feedback, result.rows)
    log_balance(feedback, result.cells)
    for row, column, content, finding in result.problems.head(LISTED_PROBLEMS).itertuples(index=False):
        feedback.pushWarning(
            tr("Row {row}, column “{column}”: “{content}”: {finding}").format(
                row=row, column=column, content=content, finding=finding
            )
        )
    if len(result.problems) > LISTED_PROBLEMS:
        feedback.pushWarning(tr("and {count} more").format(count=len(result.problems) - LISTED_PROBLEMS))
