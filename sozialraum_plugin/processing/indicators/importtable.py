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

from ...core.errors import InputError
from ...core.fields import COUNTS, IMPORT_AREAS, IMPORT_LAYOUT, IMPORT_REPORT
from ...core.indicators.imports.grid import Grid
from ...core.indicators.imports.import_sheets import date_of_file, import_sheets, leading_grid
from ...core.indicators.imports.number_cells import AUTO
from ...core.indicators.imports.own_profile import own_profile
from ...core.indicators.imports.reference_dates import parse_date
from ...core.indicators.imports.symbol_profiles import SymbolProfile
from ...core.indicators.imports.table_import import ImportOptions, ImportResult
from ...core.messages import tr
from ...geo.office_files import OfficeFile, read_office_sheets
from ...geo.spreadsheets import is_spreadsheet
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance
from ..tables import write_rows
from ._import_parameters import ImportParameters
from ._recipe_parameters import RecipeParameters

LISTED_PROBLEMS = 50


class ImportTable(ImportParameters, RecipeParameters, SozialraumAlgorithm):
    """Whatever an office sends (CSV, spreadsheets, DBF, JSON, SQL, any OGR table) to the long table `merkmale`."""

    algorithm_id = "importtable"
    stage = "indicators"

    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    LAYOUT = "LAYOUT"
    AREAS = "AREAS"
    ROWS = "ROWS"
    PROBLEMS = "PROBLEMS"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Import office table")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Reads a table as offices send it (CSV, TXT, XLSX, ODS, XLS, DBF, JSON, SQL dump, GeoPackage and other "
            "OGR tables) into the long table of counts: area, variable (merkmal), Stichtag, value, mark, source.\n"
            "For planners who gather figures from the registry, the job centre, the school office and others.\n"
            "Encoding, delimiter, sheets, head (also several merged rows), footer, decimal sign, key, Stichtag, and "
            "whether the table is wide or long are found out, written to the log and to LAYOUT, and can each be set. "
            "Symbols of official statistics become values and marks by a "
            "symbol profile. A cell that cannot be read is missing and listed, never a wrong number. Files with rows "
            "about single persons are refused.\n"
            "Example: INPUT=jobcenter.csv SYMBOLS=ba DATE_FIELD=Berichtsmonat "
            "VALUE_FIELDS=“BG=BG; Alo SGB II=ALO_SGB2”."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add_content_parameters()
        self.add_recipe_parameters()
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
        self._add_sink(
            self.LAYOUT,
            tr("Conclusions on the layout"),
            tr("What was found out about the file, each row with the parameter that sets it."),
        )
        self._add_sink(
            self.AREAS,
            tr("Areas of the table"),
            tr("Codes and names of the areas; the area above and the depth are known where names are indented."),
        )
        self.add_recipe_output()
        self.addOutput(QgsProcessingOutputNumber(self.ROWS, tr("Number of counts")))
        self.addOutput(QgsProcessingOutputNumber(self.PROBLEMS, tr("Number of rows and cells not used")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the cells, make the counts, write them, account for all."""
        path = Path(self.parameterAsFile(parameters, self.INPUT, context))
        recipe = self.recipe_of(parameters, context)
        parameters = self.with_reading(parameters, recipe)
        office = self.office(path, parameters, context, feedback)
        grid = self.leading(office, path, parameters, context)
        parameters = self.with_meaning(parameters, recipe, grid, path, context)
        feedback.setProgress(30)
        check_cancelled(feedback)
        options = self.options(path, parameters, context)
        result = self.counts(office, options, parameters, context)
        feedback.setProgress(70)
        _log(result, feedback)
        return {
            self.OUTPUT: write_rows(self, parameters, self.OUTPUT, context, feedback, result.counts, COUNTS),
            self.REPORT: write_rows(self, parameters, self.REPORT, context, feedback, result.problems, IMPORT_REPORT),
            self.LAYOUT: write_rows(self, parameters, self.LAYOUT, context, feedback, result.layout, IMPORT_LAYOUT),
            self.AREAS: write_rows(self, parameters, self.AREAS, context, feedback, result.areas, IMPORT_AREAS),
            self.ROWS: len(result.counts),
            self.PROBLEMS: len(result.problems),
            **self.save_recipe(parameters, context, feedback, path, office, options, result, recipe),
        }

    def office(
        self, path: Path, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> OfficeFile:
        """Return the sheets of the file and log how they were read."""
        office = read_office_sheets(
            path,
            self.parameterAsString(parameters, self.ENCODING, context) or AUTO,
            self.parameterAsString(parameters, self.DELIMITER, context) or AUTO,
        )
        feedback.pushInfo(office.note)
        return office

    def counts(
        self, office: OfficeFile, options: ImportOptions, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> ImportResult:
        """Return the counts of the sheets that are wanted."""
        meaning = self.parameterAsEnumString(parameters, self.SHEET_MEANING, context)
        return import_sheets(office.sheets, options, self._sheet(parameters, context), meaning)

    def leading(
        self, office: OfficeFile, path: Path, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> Grid:
        """Return the cells of the first sheet that is read."""
        options = self.options(path, parameters, context)
        return leading_grid(office.sheets, options, self._sheet(parameters, context))

    def _sheet(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return self.parameterAsString(parameters, self.SHEET, context).strip()

    def _own_profile(self, parameters: dict[str, Any], context: QgsProcessingContext) -> SymbolProfile | None:
        """Return the profile of PROFILE_FILE; None without one. Raises InputError."""
        file = self.parameterAsFile(parameters, self.PROFILE_FILE, context)
        if not file:
            return None
        path = Path(file)
        try:
            return own_profile(path.read_bytes(), path.name)
        except OSError as error:
            raise InputError(
                tr("PROFILE_FILE: {file} cannot be read: {reason}").format(file=file, reason=error)
            ) from error

    def options(self, path: Path, parameters: dict[str, Any], context: QgsProcessingContext) -> ImportOptions:
        """Return what the parameters say on the meaning of the cells."""

        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        day, year = date_of_file(path.name)
        folder = path.parent.name if parse_date(path.parent.name) and len(path.parent.name) == 4 else ""
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
            variable_field=text(self.VARIABLE_FIELD),
            last_row=self.parameterAsInt(parameters, self.LAST_ROW, context),
            pad_rows=self.parameterAsBool(parameters, self.PAD_ROWS, context),
            fill_down=self.parameterAsEnumString(parameters, self.FILL_DOWN, context),
            own_profile=self._own_profile(parameters, context),
            table_name=path.stem,
            fallback_date=day,
            fallback_place=tr("the name of the file"),
            fallback_year=year or int(folder or 0),
        )

    def _add_sink(self, name: str, title: str, help_text: str) -> None:
        kind = QgsProcessing.SourceType.TypeVector
        self.add(QgsProcessingParameterFeatureSink(name, title, kind, None, True, False), help_text)


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
