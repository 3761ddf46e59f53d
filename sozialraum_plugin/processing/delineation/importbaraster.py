"""From the labour agency's street raster to a street directory."""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
)

from ...core import fields
from ...core.balance import Balance
from ...core.delineation.address_columns import text_column
from ...core.delineation.ba_area_file import (
    AreaRowProblem,
    area_row_lines,
    area_row_problems,
    area_row_text,
    inhabitant_counts,
)
from ...core.delineation.ba_checks import import_lines, overlapping_rows, problem_text
from ...core.delineation.ba_files import RasterFile, read_raster_file
from ...core.delineation.ba_layout import INHABITANTS, KEY, NAME, RasterLayout, load_layout
from ...core.delineation.ba_raster import directory_from_raster, normal_keys
from ...core.delineation.directory_report import overlap_lines
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm, log_balance
from ..tables import write_rows


class ImportBaRaster(SozialraumAlgorithm):
    """One directory row per range of the raster."""

    algorithm_id = "importbaraster"
    stage = "delineation"

    RA = "RA"
    ZU = "ZU"
    LAYOUT = "LAYOUT"
    OUTPUT = "OUTPUT"
    AREAS = "AREAS"
    REPORT = "REPORT"
    ROWS = "ROWS"
    UNUSABLE = "UNUSABLE"
    UNUSABLE_AREAS = "UNUSABLE_AREAS"
    OVERLAPS = "OVERLAPS"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Import the labour agency's street raster")

    def help_text(self) -> str:
        """Return what the algorithm does."""
        return tr(
            "Reads the street raster (BA-Straßenraster) that a municipality has given to the Bundesagentur für "
            "Arbeit, and makes a street directory (Straßenverzeichnis) of it. For everyone who has the raster, but no "
            "directory.\n\n"
            "Method: columns are found by the names in the head, in any order, else by position. The key of nine "
            "digits becomes the area. 997, 998 and higher last numbers are an open end. A row of either file that "
            "cannot be used stands in the report with its line and the reason; no row is guessed.\n\n"
            "Example: 05999001-ra.csv and 05999001-zu.csv make the table for “Assign addresses by street directory”."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        vector = QgsProcessing.SourceType.TypeVector
        table_file = "CSV (*.csv *.txt *.zip *.gz)"
        self.add(
            QgsProcessingParameterFile(self.RA, tr("Raster file (-ra)"), fileFilter=table_file),
            tr("File with streets and ranges of house numbers. Encoding and delimiter are detected."),
        )
        self.add(
            QgsProcessingParameterFile(self.ZU, tr("Area file (-zu)"), optional=True, fileFilter=table_file),
            tr("File with keys, names and inhabitants of the areas. Without it, areas have no names."),
        )
        self.add(
            QgsProcessingParameterFile(self.LAYOUT, tr("Own layout"), optional=True, extension="json"),
            tr("A changed copy of ba_raster.json, if the contract has other columns."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Street directory"), vector),
            tr("The directory: a table in the order of the file."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.AREAS, tr("Areas of the raster"), vector, optional=True),
            tr("One row per key with name, inhabitants and the parts of the key."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.REPORT, tr("Report"), vector, optional=True),
            tr("Every row of both files that could not be used, and every overlap, with line and reason."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.ROWS, tr("Rows of the directory")))
        self.addOutput(QgsProcessingOutputNumber(self.UNUSABLE, tr("Unusable rows of the raster")))
        self.addOutput(QgsProcessingOutputNumber(self.UNUSABLE_AREAS, tr("Unusable rows of the area file")))
        self.addOutput(QgsProcessingOutputNumber(self.OVERLAPS, tr("Overlapping rows of the directory")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read both files, make the directory, write it with its report."""
        layout = load_layout(self.parameterAsFile(parameters, self.LAYOUT, context))
        raster = read_raster_file(self.parameterAsFile(parameters, self.RA, context), layout.ra)
        zu_path = self.parameterAsFile(parameters, self.ZU, context)
        assignment = read_raster_file(zu_path, layout.zu) if zu_path else None
        feedback.setProgress(30)
        made = directory_from_raster(raster.table, assignment.table if assignment else None, layout)
        overlaps = overlapping_rows(made.rows)
        parts = [import_lines(made.problem, raster.table, raster.lines, raster.broken)]
        named = pd.Series([], dtype=object)
        if assignment is not None:
            named = area_row_problems(assignment.table, layout)
            parts.append(area_row_lines(named, assignment.table, assignment.lines, assignment.broken))
        report = pd.concat([*parts, overlap_lines(overlaps, made.rows)], ignore_index=True)
        areas = _areas(raster, assignment, layout)
        feedback.setProgress(60)
        tables = {
            self.OUTPUT: (made.rows, fields.STREET_DIRECTORY),
            self.AREAS: (areas, fields.BA_AREAS),
            self.REPORT: (report, fields.DIRECTORY_REPORT),
        }
        results: dict[str, Any] = {
            name: write_rows(self, parameters, name, context, feedback, table, columns)
            for name, (table, columns) in tables.items()
        }
        unusable = int((made.problem != "").sum()) + len(raster.broken)
        results.update({self.ROWS: len(made.rows), self.UNUSABLE: unusable, self.OVERLAPS: len(overlaps)})
        _account(made.problem, raster, feedback)
        if assignment is not None:
            results[self.UNUSABLE_AREAS] = _account_areas(named, assignment, feedback)
        return {name: value for name, value in results.items() if value is not None}


def _areas(raster: RasterFile, assignment: RasterFile | None, layout: RasterLayout) -> pd.DataFrame:
    """Return one row per key of either file, with what the -zu file says of it."""
    sources = [raster.table.assign(**{NAME: "", INHABITANTS: ""})]
    if assignment is not None:
        sources.insert(0, assignment.table)
    table = pd.concat([source.reindex(columns=["gemeinde", KEY, NAME, INHABITANTS]) for source in sources])
    table = table.apply(text_column).assign(**{KEY: normal_keys(table[KEY], layout)})
    table = table[table[KEY] != ""].drop_duplicates(KEY).sort_values(KEY, ignore_index=True)
    first, second, third = layout.key_digits
    counts = inhabitant_counts(table[INHABITANTS])
    key = table[KEY]
    return pd.DataFrame(
        {
            fields.AREA.name: key,
            fields.AREA_NAME.name: table[NAME],
            fields.COMMUNE.name: table["gemeinde"],
            fields.BA_DISTRIKT.name: key.str[:first],
            fields.BA_BEZIRK.name: key.str[first : first + second],
            fields.BA_VIERTEL.name: key.str[-third:],
            fields.POPULATION.name: counts.astype("Int64").astype(object).where(counts.notna(), None),
        }
    )


def _account(problem: pd.Series, raster: RasterFile, feedback: QgsProcessingFeedback) -> None:
    """Log what became of the rows of the raster."""
    balance = Balance(tr("rows of the raster"), len(problem) + len(raster.broken))
    for kind, count in problem.value_counts(sort=False).items():
        balance.add(problem_text(str(kind)) if kind else tr("used"), int(count))
    balance.add(tr("row with too few or too many columns: not used"), len(raster.broken))
    log_balance(feedback, balance)
    feedback.pushInfo(tr("Encoding: {encoding}").format(encoding=raster.encoding))


def _account_areas(problem: pd.Series, file: RasterFile, feedback: QgsProcessingFeedback) -> int:
    """Log what became of the rows of the -zu file and return how many were not used."""
    balance = Balance(tr("rows of the area file"), len(problem) + len(file.broken))
    for kind, count in problem.value_counts(sort=False).items():
        balance.add(area_row_text(str(kind)) if kind else tr("used"), int(count))
    balance.add(area_row_text(AreaRowProblem.BROKEN), len(file.broken))
    log_balance(feedback, balance)
    unused = int(problem.isin((AreaRowProblem.KEY, AreaRowProblem.DUPLICATE_KEY)).sum()) + len(file.broken)
    if unused:
        feedback.pushWarning(
            tr("{count} rows of the area file are not used. The report says which and why.").format(count=unused)
        )
    return unused
