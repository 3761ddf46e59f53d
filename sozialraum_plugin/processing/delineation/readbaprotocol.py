"""From the labour agency's error protocol to the rows that the street directory lacks."""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...core import fields
from ...core.delineation.address_columns import text_column
from ...core.delineation.ba_layout import RasterLayout, load_layout
from ...core.delineation.ba_protocol import Cured, cure
from ...core.delineation.ba_protocol_cures import records_as_written
from ...core.delineation.ba_protocol_file import ProtocolFile, read_protocol
from ...core.delineation.ba_protocol_report import (
    CORRECTED,
    correction_rows,
    directory_rows,
    protocol_balance,
    protocol_lines,
)
from ...core.delineation.ba_protocol_rows import Register, protocol_rows, register_of
from ...core.delineation.directory_reading import read_layout
from ...core.delineation.directory_rows import read_directory
from ...core.errors import InputError, MissingColumnError
from ...core.messages import tr
from ...core.numbers import format_number
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance
from ..tables import read_table, required_source, write_rows

_SHOWN = 5


class ReadBaProtocol(SozialraumAlgorithm):
    """Each row of the protocol with its cause, and the corrections that cure it."""

    algorithm_id = "readbaprotocol"
    stage = "delineation"

    INPUT = "INPUT"
    DIRECTORY = "DIRECTORY"
    ADDRESSES = "ADDRESSES"
    AREA_FIELD = "AREA_FIELD"
    LAYOUT = "LAYOUT"
    OUTPUT = "OUTPUT"
    CORRECTED = "CORRECTED"
    RECORDS = "RECORDS"
    REPORT = "REPORT"
    ROWS = "ROWS"
    PLACED_BEFORE = "PLACED_BEFORE"
    PLACED_AFTER = "PLACED_AFTER"
    CORRECTIONS = "CORRECTIONS"

    ROLES = {
        "STREET_FIELD": fields.STREET.name,
        "NUMBER_FIELD": fields.HOUSE_NUMBER.name,
        "SUFFIX_FIELD": fields.SUFFIX.name,
        "POSTCODE_FIELD": fields.POSTCODE.name,
        "DISTRICT_FIELD": fields.DISTRICT_PART.name,
        "COMMUNE_FIELD": fields.COMMUNE.name,
        "STREET_KEY_FIELD": fields.STREET_KEY.name,
    }

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Read the labour agency's error protocol")

    def help_text(self) -> str:
        """Return what the algorithm does."""
        return tr(
            "Reads the error protocol (GKZ_str_err_…csv) that comes with each delivery of the Bundesagentur für "
            "Arbeit: the addresses that its street raster could not place. Says of each row why, and which rows the "
            "street directory lacks.\n\n"
            "Method: each row looks for its address in the list of addresses as “Match addresses” does, so misspelt "
            "rows are understood. A missing street is added from all addresses of the list on it; a gap is closed "
            "from the first to the last address that no row covers, broken where another area comes between; another "
            "spelling becomes a further name of the street. A correction is tried out and stays only if it overlaps "
            "no other row, takes no address out of its area and gives a row of the protocol its right area. Names are "
            "compared letter by letter, as it is not known how the agency does it. What is not in the list is not "
            "made up.\n\n"
            "The rows are close to personal data: they stand in the report only, which stays on this computer. The "
            "log names numbers.\n\n"
            "Example: INPUT 05999001_str_err_202412_ALO_202412.csv, DIRECTORY the table of “Import the labour "
            "agency's street raster”, ADDRESSES with the nine-digit key in AREA_FIELD. Put the records of RECORDS "
            "below those of the file -ra and hand it in again."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFile(self.INPUT, tr("Error protocol"), fileFilter="CSV (*.csv *.txt *.zip *.gz)"),
            tr("The file as it came, with a head. Encoding, delimiter and the usual names of columns are recognised."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.DIRECTORY, tr("Street directory"), [vector]),
            tr("The directory that was handed in: the imported raster, or a street directory in any layout."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.ADDRESSES, tr("Addresses"), [vector]),
            tr("The list of all addresses, with the fields of “Import addresses”. No coordinates are needed."),
        )
        self.add(
            QgsProcessingParameterField(
                self.AREA_FIELD, tr("Area of the addresses"), fields.AREA.name, self.ADDRESSES, optional=True
            ),
            tr(
                "Field of the addresses with the area, in the codes of the directory. Without it only other spellings "
                "can be cured."
            ),
        )
        self._add_columns()
        self.add(
            QgsProcessingParameterFile(self.LAYOUT, tr("Own layout"), optional=True, extension="json"),
            tr("A changed copy of ba_raster.json, if the contract has other columns."),
            advanced=True,
        )
        self._add_outputs(vector)

    def _add_columns(self) -> None:
        """Declare the columns of the protocol, which are recognised unless they are named."""
        titles = (
            tr("Column of the street name"),
            tr("Column of the house number"),
            tr("Column of the suffix"),
            tr("Column of the postcode"),
            tr("Column of the district"),
            tr("Column of the commune"),
            tr("Column of the street key"),
        )
        for name, title in zip(self.ROLES, titles):
            self.add(
                QgsProcessingParameterString(name, title, optional=True),
                tr("Name in the head of the protocol. Left empty, it is recognised by the usual names."),
                advanced=True,
            )

    def _add_outputs(self, vector: QgsProcessing.SourceType) -> None:
        sinks = {
            self.OUTPUT: (
                tr("Corrections"),
                tr("The rows to add to the directory, with their kind in “art” and the rows helped in “geheilt”."),
            ),
            self.CORRECTED: (tr("Corrected directory"), tr("The directory with these rows behind its own.")),
            self.RECORDS: (
                tr("Records for the raster file"),
                tr("The same corrections as records of the file -ra, in the columns of the layout."),
            ),
            self.REPORT: (
                tr("Report"),
                tr("Every row of the protocol with its cause and cure, or why there is none."),
            ),
        }
        for name, (title, help_text) in sinks.items():
            optional = name != self.OUTPUT
            default = name not in (self.CORRECTED, self.RECORDS)
            sink = QgsProcessingParameterFeatureSink(name, title, vector, None, optional, default)
            self.add(sink, help_text)
        self.addOutput(QgsProcessingOutputNumber(self.ROWS, tr("Rows of the protocol")))
        self.addOutput(QgsProcessingOutputNumber(self.PLACED_BEFORE, tr("Placed right before")))
        self.addOutput(QgsProcessingOutputNumber(self.PLACED_AFTER, tr("Placed right after")))
        self.addOutput(QgsProcessingOutputNumber(self.CORRECTIONS, tr("Rows to add")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the three tables, find the addresses, try out what would cure them, write, account."""
        layout = load_layout(self.parameterAsFile(parameters, self.LAYOUT, context))
        chosen = {role: self.parameterAsString(parameters, name, context) for name, role in self.ROLES.items()}
        protocol = read_protocol(self.parameterAsFile(parameters, self.INPUT, context), chosen)
        listing = required_source(self, parameters, self.DIRECTORY, context)
        directory = _directory(listing, feedback)
        register = self._register(parameters, directory, listing.sourceName(), context, feedback)
        check_cancelled(feedback)
        feedback.setProgress(20)
        rows = protocol_rows(protocol.table, register)
        check_cancelled(feedback)
        feedback.setProgress(50)
        cured = cure(rows, register, directory, layout)
        check_cancelled(feedback)
        feedback.setProgress(80)
        report = protocol_lines(protocol, rows, register, cured)
        results = self._write(parameters, cured, report, layout, context, feedback)
        _account(protocol, cured, feedback)
        return {name: value for name, value in results.items() if value is not None}

    def _register(
        self,
        parameters: dict[str, Any],
        directory: pd.DataFrame,
        name: str,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Register:
        """Return the list of addresses. Raises InputError if its areas are not those of the directory `name`."""
        source = required_source(self, parameters, self.ADDRESSES, context)
        _require_address_fields(source)
        column = self.parameterAsString(parameters, self.AREA_FIELD, context)
        table = read_table(source, feedback)
        register = register_of(table, column if column in table else "")
        here = set(register.standard[fields.AREA.name]) - {""}
        there = set(text_column(directory[fields.AREA.name])) - {""}
        if here and not here & there:
            raise InputError(
                tr(
                    "AREA_FIELD: no area of “{addresses}” ({here}) occurs in “{directory}” ({there}). Choose the field "
                    "with the codes of the directory."
                ).format(
                    addresses=source.sourceName(),
                    here=", ".join(sorted(here)[:_SHOWN]),
                    directory=name,
                    there=", ".join(sorted(there)[:_SHOWN]) or "–",
                )
            )
        if not here:
            feedback.pushWarning(tr("The addresses carry no area, so only other spellings can be cured."))
        return register

    def _write(
        self,
        parameters: dict[str, Any],
        cured: Cured,
        report: pd.DataFrame,
        layout: RasterLayout,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Write the tables; return the outputs by name."""
        records = [fields.Field(meaning) for meaning in layout.ra.fields if meaning]
        raster = records_as_written(cured.corrections, layout).reindex(columns=[field.name for field in records])
        tables = {
            self.OUTPUT: (correction_rows(cured), fields.BA_CORRECTIONS),
            self.CORRECTED: (directory_rows(cured), CORRECTED),
            self.RECORDS: (raster, records),
            self.REPORT: (report, fields.BA_PROTOCOL_REPORT),
        }
        results: dict[str, Any] = {
            name: write_rows(self, parameters, name, context, feedback, table, columns)
            for name, (table, columns) in tables.items()
        }
        counts = (len(report), int(cured.before.sum()), int(cured.after.sum()), len(cured.corrections))
        results.update(zip((self.ROWS, self.PLACED_BEFORE, self.PLACED_AFTER, self.CORRECTIONS), counts))
        return results


def _directory(source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback) -> pd.DataFrame:
    """Return the directory in our layout; say how many of its rows cannot be used."""
    made = read_layout(read_table(source, feedback))
    broken = read_directory(made.rows, pd.Series([], dtype=object)).problem
    lost = int((made.problem != "").sum() + (broken != "").sum())
    if lost:
        feedback.pushWarning(
            tr(
                "{count} rows of the directory cannot be used. “Assign addresses by street directory” names them."
            ).format(count=format_number(lost))
        )
    return made.rows


def _require_address_fields(source: QgsProcessingFeatureSource) -> None:
    """Raise MissingColumnError unless there are house number and a street by name or key."""
    available = source.fields().names()
    if fields.HOUSE_NUMBER.name not in available:
        raise MissingColumnError(fields.HOUSE_NUMBER.name, source.sourceName(), available)
    if not {fields.STREET.name, fields.STREET_KEY.name} & set(available):
        raise MissingColumnError(fields.STREET.name, source.sourceName(), available)


def _account(protocol: ProtocolFile, cured: Cured, feedback: QgsProcessingFeedback) -> None:
    """Log the causes and how many rows the directory places right before and after; no single row."""
    log_balance(feedback, protocol_balance(protocol, cured))
    feedback.pushInfo(tr("Encoding: {encoding}").format(encoding=protocol.encoding))
    total = len(cured.cause) + len(protocol.broken)
    counts = {"before": int(cured.before.sum()), "after": int(cured.after.sum())}
    shares = {f"{name}_share": format_number(100 * count / max(total, 1), 1) for name, count in counts.items()}
    feedback.pushInfo(
        tr(
            "Placed in the right area: {before} of {total} rows before ({before_share} %), {after} after "
            "({after_share} %). {rows} rows are to be added; {rejected} proposed ones were dropped."
        ).format(
            total=format_number(total),
            rows=format_number(len(cured.corrections)),
            rejected=format_number(cured.rejected),
            **{name: format_number(count) for name, count in counts.items()},
            **shares,
        )
    )
