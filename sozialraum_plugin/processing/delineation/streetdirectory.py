"""From addresses and areas to the Straßenverzeichnis."""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
)

from ...core import fields
from ...core.balance import Balance
from ...core.delineation.directory_layouts import Layout, lay_out
from ...core.delineation.directory_report import (
    Finding,
    contradiction_notes,
    keys_with_several_names,
    outcome_text,
    report_lines,
)
from ...core.delineation.street_directory import DerivedDirectory, derive
from ...core.messages import tr
from ...core.numbers import format_number
from ..algorithm import check_cancelled, log_balance
from ..area_join import AreaAlgorithm, Located
from ..tables import write_rows
from ._address_fields import AddressAlgorithm, AddressTable, write_addresses
from ._directory_files import write_directory_csv, write_directory_xlsx


class StreetDirectory(AddressAlgorithm, AreaAlgorithm):
    """One row per street, side and number range."""

    algorithm_id = "streetdirectory"
    stage = "delineation"

    LAYOUT = "LAYOUT"
    OUTPUT = "OUTPUT"
    CSV = "CSV"
    XLSX = "XLSX"
    OUTPUT_ADDRESSES = "OUTPUT_ADDRESSES"
    REPORT = "REPORT"
    ROWS = "ROWS"
    SPLIT_STREETS = "SPLIT_STREETS"
    CONTRADICTIONS = "CONTRADICTIONS"
    BORDER_ADDRESSES = "BORDER_ADDRESSES"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Street directory from areas")

    def help_text(self) -> str:
        """Return what the algorithm does."""
        return tr(
            "Makes the street directory (Straßenverzeichnis) of a set of areas: which house numbers of which street "
            "belong to which area. For everyone who assigns addresses to areas without a map, and as an annex to the "
            "council's decision.\n\n"
            "Method: the addresses of each street are put in order on both sides. The directory has the fewest rows "
            "that give every address its area without gaps and overlaps: F for both sides, G for even, U for odd "
            "numbers; an empty last number means to the end of the street. Numbers without an address between two "
            "ranges belong to the lower one. Suffixes are cut exactly (2-12a, 12b-14). A row without side and numbers "
            "holds for addresses without a house number. Streets of one name are told apart by key, else by postcode "
            "and Ortsteil as far as needed; an empty cell there holds for any.\n\n"
            "Nothing is lost: addresses outside every area, unreadable house numbers and contradictions are listed in "
            "the report.\n\n"
            "Example: addresses of the town and the layer “sozialraeume” give the directory as a table and as a file "
            "for Excel."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSource(self.ADDRESSES, tr("Addresses"), [vector]),
            tr("Address points, or a table of addresses that carries the area in a field."),
        )
        self.add_area_parameters(self.ADDRESSES, with_names=True)
        self.add_address_fields()
        self.add(
            QgsProcessingParameterEnum(
                self.LAYOUT, tr("Layout"), list(Layout.ALL), defaultValue=Layout.OURS, usesStaticStrings=True
            ),
            tr(
                "sozialraum: a row per range, for QGIS. guf: the same with columns street, from, suffix, G/U/F, to, "
                "suffix, area. freitext: a row per street and area, numbers as text (54-60 ger.,83-95 ung.). "
                "je_gebiet: the same by area. a_bis_z: a row per street with all its areas. nur_geteilte: only "
                "streets in several areas. “Assign addresses by street directory” reads them all."
            ),
        )
        self._add_outputs(vector)

    def _add_outputs(self, vector: QgsProcessing.SourceType) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Street directory"), vector),
            tr("The directory: a table, from A to Z."),
        )
        optional_sinks = (
            (
                self.REPORT,
                tr("Report"),
                tr("Every address that is not in the directory or contradicts another, with the reason."),
                True,
            ),
            (
                self.OUTPUT_ADDRESSES,
                tr("Addresses with area"),
                tr("All addresses as they came, with the code of their area in “gebiet”."),
                False,
            ),
        )
        for name, title, help_text, by_default in optional_sinks:
            sink = QgsProcessingParameterFeatureSink(name, title, vector, optional=True, createByDefault=by_default)
            self.add(sink, help_text)
        files = (
            (self.CSV, tr("Street directory as CSV"), "CSV (*.csv)",
             tr("File for Excel: semicolons, UTF-8 with BOM. Excel drops leading zeros of codes; XLSX keeps them.")),
            (self.XLSX, tr("Street directory as XLSX"), "XLSX (*.xlsx)",
             tr("Excel file with codes as text, so that no zero is lost.")),
        )  # fmt: skip
        for name, title, file_filter, help_text in files:
            file = QgsProcessingParameterFileDestination(name, title, file_filter, optional=True, createByDefault=False)
            self.add(file, help_text)
        self.addOutput(QgsProcessingOutputNumber(self.ROWS, tr("Rows of the directory")))
        self.addOutput(QgsProcessingOutputNumber(self.SPLIT_STREETS, tr("Streets in several areas")))
        self.addOutput(QgsProcessingOutputNumber(self.CONTRADICTIONS, tr("Contradicting addresses")))
        self.addOutput(QgsProcessingOutputNumber(self.BORDER_ADDRESSES, tr("Addresses on a border of areas")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Find each address's area, derive the directory, write it with its report."""
        addresses = self.read_addresses(parameters, context, feedback)
        feedback.setProgress(30)
        located = self.locate(parameters, addresses.source, addresses.table, addresses.geometries, context, feedback)
        kinds = _findings(addresses, located)
        feedback.setProgress(50)
        listed = (kinds == "").to_numpy()
        directory = derive(addresses.standard[listed].assign(gebiet=located.area[listed]), located.names)
        kinds[listed] = directory.outcome
        check_cancelled(feedback)
        feedback.setProgress(70)
        results = self._write(parameters, addresses, located, directory, kinds, context, feedback)
        _account(kinds, directory, located, feedback)
        return results

    def _write(
        self,
        parameters: dict[str, Any],
        addresses: AddressTable,
        located: Located,
        directory: DerivedDirectory,
        kinds: pd.Series,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Write tables and file; return the outputs by name."""
        notes = contradiction_notes(directory.outcome, located.area, directory.taken)
        lines = report_lines(kinds, addresses.standard, addresses.written, located.area)
        lines.loc[notes.index, fields.NOTE.name] = notes
        report = pd.concat([lines, keys_with_several_names(addresses.standard)], ignore_index=True)
        laid_out, columns = lay_out(directory.rows, self.parameterAsEnumString(parameters, self.LAYOUT, context))
        tables = {
            self.OUTPUT: (laid_out, columns),
            self.REPORT: (report, fields.DIRECTORY_REPORT),
        }
        results: dict[str, Any] = {
            name: write_rows(self, parameters, name, context, feedback, table, layout)
            for name, (table, layout) in tables.items()
        }
        results[self.OUTPUT_ADDRESSES] = write_addresses(
            self, parameters, self.OUTPUT_ADDRESSES, addresses, located.area, context, feedback
        )
        csv, xlsx = (self.parameterAsFileOutput(parameters, name, context) for name in (self.CSV, self.XLSX))
        results[self.CSV] = write_directory_csv(laid_out, columns, csv)
        results[self.XLSX] = write_directory_xlsx(laid_out, columns, xlsx)
        results[self.ROWS] = len(directory.rows)
        results[self.SPLIT_STREETS] = directory.split_streets
        results[self.CONTRADICTIONS] = len(notes)
        results[self.BORDER_ADDRESSES] = located.on_border
        return {name: value for name, value in results.items() if value is not None}


def _findings(addresses: AddressTable, located: Located) -> pd.Series:
    """Return what keeps an address out of the directory before its street is looked at."""
    kinds = pd.Series("", index=addresses.table.index, dtype=object)
    kinds[addresses.unreadable] = Finding.UNREADABLE
    kinds[located.outside] = Finding.OUTSIDE
    kinds[located.without_point] = Finding.NO_POINT
    return kinds


def _account(kinds: pd.Series, directory: DerivedDirectory, located: Located, feedback: QgsProcessingFeedback) -> None:
    """Log the balance of addresses and what the directory looks like."""
    balance = Balance(tr("addresses"), len(kinds))
    for kind, count in kinds.value_counts(sort=False).items():
        balance.add(outcome_text(kind), count)
    log_balance(feedback, balance)
    if located.on_border:
        feedback.pushInfo(
            tr("{count} addresses lie on the border of several areas; each belongs to the lower code.").format(
                count=format_number(located.on_border)
            )
        )
    feedback.pushInfo(
        tr("The directory has {rows} rows; {split} streets lie in several areas.").format(
            rows=format_number(len(directory.rows)), split=format_number(directory.split_streets)
        )
    )
