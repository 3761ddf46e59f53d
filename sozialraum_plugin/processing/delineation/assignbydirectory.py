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
)

from ...core import fields
from ...core.balance import Balance
from ...core.delineation.address_columns import text_column
from ...core.delineation.directory_lookup import Assignment, Reason, assign
from ...core.delineation.directory_report import Finding, outcome_text, overlap_lines, report_lines
from ...core.messages import tr
from ..algorithm import check_cancelled, log_balance
from ..tables import read_table, required_source, write_rows
from ._address_fields import AddressAlgorithm, AddressTable, write_addresses


class AssignByDirectory(AddressAlgorithm):
    """The area of each address by street, side and number."""

    algorithm_id = "assignbydirectory"
    stage = "delineation"

    DIRECTORY = "DIRECTORY"
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
            "with different areas, and every directory row that could not be used.\n\n"
            "Example: the directory that “Street directory from areas” made, and a CSV list with “strasse” and "
            "“hausnummer”."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSource(self.DIRECTORY, tr("Street directory"), [vector]),
            tr(
                "Table or CSV file with “gebiet”, “strasse” or “strassenschluessel”, and as far as needed “gemeinde”, "
                "“plz”, “ortsteil”, “seite” (G, U, F), “von_nummer”, “von_zusatz”, “bis_nummer”, “bis_zusatz”. "
                "An empty last number means to the end of the street."
            ),
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
        directory = read_table(required_source(self, parameters, self.DIRECTORY, context), feedback)
        addresses = self.read_addresses(parameters, context, feedback)
        feedback.setProgress(40)
        assignment = assign(addresses.standard, directory)
        area, kinds = _readable_only(addresses, assignment)
        check_cancelled(feedback)
        feedback.setProgress(60)
        report = _report(addresses, directory, assignment, kinds)
        results = {
            self.OUTPUT: write_addresses(self, parameters, self.OUTPUT, addresses, area, context, feedback),
            self.REPORT: write_rows(self, parameters, self.REPORT, context, feedback, report, fields.DIRECTORY_REPORT),
            self.ASSIGNED: int((area != "").sum()),
            self.UNASSIGNED: int((area == "").sum()),
            self.OVERLAPS: len(assignment.overlaps),
        }
        _account(tr("addresses"), kinds, tr("with an area"), feedback)
        _account(tr("rows of the directory"), assignment.problem, tr("used"), feedback)
        return {name: value for name, value in results.items() if value is not None}


def _readable_only(addresses: AddressTable, assignment: Assignment) -> tuple[pd.Series, pd.Series]:
    """Return areas and reasons, with no area where the house number was not understood."""
    unreadable = addresses.unreadable & (assignment.reason != Reason.NO_STREET)
    kinds = assignment.reason.mask(unreadable, Finding.UNREADABLE)
    return assignment.area.mask(unreadable, ""), kinds


def _report(addresses: AddressTable, directory: pd.DataFrame, assignment: Assignment, kinds: pd.Series) -> pd.DataFrame:
    """Return the lines about addresses, then those about the directory."""
    nothing = pd.Series("", index=kinds.index, dtype=object)
    area = text_column(directory[fields.AREA.name])
    without_number = pd.Series("", index=directory.index, dtype=object)
    return pd.concat(
        [
            report_lines(kinds, addresses.standard, addresses.written, nothing),
            overlap_lines(assignment.overlaps, directory),
            report_lines(assignment.problem, directory, without_number, area),
        ],
        ignore_index=True,
    )


def _account(subject: str, kinds: pd.Series, good: str, feedback: QgsProcessingFeedback) -> None:
    """Log what became of addresses or directory rows; an empty kind is `good`."""
    balance = Balance(subject, len(kinds))
    for kind, count in kinds.value_counts(sort=False).items():
        balance.add(outcome_text(kind) if kind else good, count)
    log_balance(feedback, balance)
