"""From a Straßenverzeichnis to the area of each address."""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ...core import fields
from ...core.balance import Balance
from ...core.delineation.address_columns import text_column
from ...core.delineation.ba_checks import import_lines, problem_text
from ...core.delineation.directory_lookup import Assignment, Reason, assign, last_numbers_elsewhere
from ...core.delineation.directory_reading import BA_RASTER, DirectoryTable, read_layout
from ...core.delineation.directory_report import (
    Finding,
    outcome_text,
    overlap_lines,
    range_lines,
    report_lines,
)
from ...core.messages import tr
from ...core.numbers import format_number
from ..algorithm import check_cancelled, log_balance
from ..tables import read_table, required_source, write_rows
from ._address_fields import AddressAlgorithm, AddressTable, write_addresses

_MANY_MISSING = 0.2


class AssignByDirectory(AddressAlgorithm):
    """The area of each address by street, side and number."""

    algorithm_id = "assignbydirectory"
    stage = "delineation"

    DIRECTORY = "DIRECTORY"
    AREA_FIELD = "AREA_FIELD"
    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    ASSIGNED = "ASSIGNED"
    UNASSIGNED = "UNASSIGNED"
    OVERLAPS = "OVERLAPS"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Assign addresses by street directory")

    def help_text(self) -> str:
        """Return what the algorithm does."""
        return tr(
            "Gives each address the area that a street directory (Straßenverzeichnis) names for its street and house "
            "number; no coordinates are needed. For lists of the residents' register, of schools or of the "
            "Jobcenter.\n\n"
            "Method: the street is found by commune and street key where both tables have a key, else by name, and "
            "postcode and Ortsteil must not contradict. A suffix beyond the last number of a range belongs to it "
            "(12c to 2-12). An address without a number is assigned if its whole street lies in one area or the "
            "directory has a row for it. Where several streets or rows fit and disagree, no area is given: a wrong "
            "area is worse than none.\n\n"
            "The report names every address without an area with the reason, every pair of directory rows that overlap "
            "with different areas, and every directory row that could not be used. Of a number such as 12-14 the first "
            "counts; if the last lies in another area, the report says so.\n\n"
            "Example: the directory that “Street directory from areas” made, and a CSV list with “strasse” and "
            "“hausnummer”."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSource(self.DIRECTORY, tr("Street directory"), [vector]),
            tr(
                "Table, CSV or XLSX in any usual layout: from, suffix, to, suffix and side (G, U, F) in columns; "
                "numbers as text (54-60 ger.,83-95 ung.); odd and even numbers in columns of their own; a row per "
                "street with all areas; the labour agency's raster (-ra). Columns are found by their names, without a "
                "head by their order. An empty last number means to the end of the street."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.AREA_FIELD, tr("Area in the directory"), parentLayerParameterName=self.DIRECTORY, optional=True
            ),
            tr("Column of the directory with the area's code. Empty: found by its name (gebiet, bezirk, ...)."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.ADDRESSES, tr("Addresses"), [vector]),
            tr("Table or layer of the addresses to assign."),
        )
        self.add_address_fields()
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Addresses with area"), vector),
            tr("All addresses as they came, with the code of their area in “gebiet” (empty if none was found)."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.REPORT, tr("Report"), vector, optional=True),
            tr("Addresses without an area and faults of the directory, each with the reason."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.ASSIGNED, tr("Addresses with an area")))
        self.addOutput(QgsProcessingOutputNumber(self.UNASSIGNED, tr("Addresses without an area")))
        self.addOutput(QgsProcessingOutputNumber(self.OVERLAPS, tr("Overlapping rows of the directory")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read both tables, look every address up, write the result and its report."""
        table = read_table(required_source(self, parameters, self.DIRECTORY, context), feedback)
        directory = read_layout(table, self.parameterAsString(parameters, self.AREA_FIELD, context) or None)
        addresses = self.read_addresses(parameters, context, feedback)
        feedback.setProgress(40)
        assignment = assign(addresses.standard, directory.rows)
        area, kinds = _readable_only(addresses, assignment)
        check_cancelled(feedback)
        feedback.setProgress(60)
        report = _report(addresses, table, directory, assignment, area, kinds)
        results = {
            self.OUTPUT: write_addresses(self, parameters, self.OUTPUT, addresses, area, context, feedback),
            self.REPORT: write_rows(self, parameters, self.REPORT, context, feedback, report, fields.DIRECTORY_REPORT),
            self.ASSIGNED: int((area != "").sum()),
            self.UNASSIGNED: int((area == "").sum()),
            self.OVERLAPS: len(assignment.overlaps),
        }
        _account(tr("addresses"), kinds, tr("with an area"), feedback)
        _account_for_directory(table, directory, assignment, feedback)
        _warn_of_missing_streets(kinds, feedback)
        return {name: value for name, value in results.items() if value is not None}


def _readable_only(addresses: AddressTable, assignment: Assignment) -> tuple[pd.Series, pd.Series]:
    """Return areas and reasons, with no area where the house number was not understood."""
    unreadable = addresses.unreadable & (assignment.reason != Reason.NO_STREET)
    kinds = assignment.reason.mask(unreadable, Finding.UNREADABLE)
    return assignment.area.mask(unreadable, ""), kinds


def _report(
    addresses: AddressTable,
    table: pd.DataFrame,
    directory: DirectoryTable,
    assignment: Assignment,
    area: pd.Series,
    kinds: pd.Series,
) -> pd.DataFrame:
    """Return the lines about addresses, then those about the directory."""
    nothing = pd.Series("", index=kinds.index, dtype=object)
    elsewhere = last_numbers_elsewhere(addresses.standard, directory.rows, area)
    by_source = directory.rows.set_axis(directory.source)
    codes = text_column(by_source[fields.AREA.name])
    ends = [text_column(by_source[field.name]) for field in (fields.FROM_NUMBER, fields.TO_NUMBER)]
    written = (ends[0] + "-" + ends[1]).where((ends[0] != "") & (ends[1] != ""), ends[0] + ends[1])
    doubtful = assignment.doubtful.map({True: Finding.DOUBTFUL_SIDE, False: ""}).astype(object)
    faults = [
        report_lines(kind.set_axis(directory.source), by_source, written, codes)
        for kind in (assignment.problem, doubtful)
    ]
    return pd.concat(
        [
            report_lines(kinds, addresses.standard, addresses.written, nothing),
            range_lines(addresses.standard, addresses.written, area, elsewhere),
            overlap_lines(assignment.overlaps, directory.rows, directory.source),
            import_lines(directory.problem, table, pd.Series(directory.problem.index + 1), []),
            *faults,
        ],
        ignore_index=True,
    )


def _account(subject: str, kinds: pd.Series, good: str, feedback: QgsProcessingFeedback) -> None:
    """Log what became of addresses or directory rows; an empty kind is `good`."""
    balance = Balance(subject, len(kinds))
    for kind, count in kinds.value_counts(sort=False).items():
        balance.add(outcome_text(kind) if kind else good, count)
    log_balance(feedback, balance)


def _account_for_directory(
    table: pd.DataFrame, directory: DirectoryTable, assignment: Assignment, feedback: QgsProcessingFeedback
) -> None:
    """Log how the directory was understood and what became of its rows."""
    if directory.layout == BA_RASTER:
        balance = Balance(tr("rows of the raster"), len(table))
        for kind, count in directory.problem.value_counts(sort=False).items():
            balance.add(problem_text(kind) if kind else tr("used"), count)
        log_balance(feedback, balance)
    feedback.pushInfo(
        tr("Directory: layout “{layout}”, {rows} rows with {ranges} ranges of house numbers.").format(
            layout=directory.layout, rows=format_number(len(table)), ranges=format_number(len(directory.rows))
        )
    )
    if directory.one_sided:
        feedback.pushInfo(
            tr("{count} ranges without a side overlap others, so they hold for odd or even numbers only.").format(
                count=format_number(directory.one_sided)
            )
        )
    _account(tr("ranges of the directory"), assignment.problem, tr("used"), feedback)


def _warn_of_missing_streets(kinds: pd.Series, feedback: QgsProcessingFeedback) -> None:
    """Say so if the directory seems to be that of a part of the town."""
    missing = int((kinds == Reason.UNKNOWN_STREET).sum())
    if missing > _MANY_MISSING * len(kinds):
        feedback.pushWarning(
            tr(
                "{count} of {total} addresses lie in streets that the directory does not have. Does it cover only a "
                "part of the town, or are its streets written another way?"
            ).format(count=format_number(missing), total=format_number(len(kinds)))
        )
