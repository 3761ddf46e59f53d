"""What the labour agency delivers for its street raster, as counts of our areas."""

from __future__ import annotations

from pathlib import Path
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
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...core.balance import Balance
from ...core.fields import AREA, COUNTS, IMPORT_REPORT, NOTE, Field, Kind
from ...core.indicators.labour_agency.ba_areas import (
    areas_of,
    compare_with_areas,
    counts_of,
    key_map,
    lines_without_area,
    unplaced_lines,
    wide,
)
from ...core.indicators.labour_agency.ba_delivery import UNPLACED, Delivery, read_delivery
from ...core.indicators.labour_agency.ba_keys import delivery_name
from ...core.indicators.labour_agency.ba_sums import check_sums
from ...core.messages import tr
from ...core.numbers import format_date, format_number
from ...core.publication import internal_counts_note
from ...geo.office_files import read_office_file
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance
from ..tables import existing_fields, read_rows, read_table, require_columns, required_source, write_rows


class JoinBaDelivery(SozialraumAlgorithm):
    """The AkG table of the labour agency to the long table of counts, and joined to the areas."""

    algorithm_id = "joinbadelivery"
    stage = "indicators"

    INPUT = "INPUT"
    KEYS = "KEYS"
    KEY_FIELD = "KEY_FIELD"
    KEY_AREA_FIELD = "KEY_AREA_FIELD"
    AREAS = "AREAS"
    AREA_FIELD = "AREA_FIELD"
    REFERENCE_DATE = "REFERENCE_DATE"
    SOURCE = "SOURCE"
    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    OUTPUT_AREAS = "OUTPUT_AREAS"
    ROWS = "ROWS"
    UNPLACED = "UNPLACED"
    DIFFERENCES = "DIFFERENCES"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Join labour agency delivery")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Reads a small-area table of the labour agency (AkG: GKZ_ALO_JJJJMM.csv and the like), made for the street "
            "raster of the commune, into the long table of counts, and joins it to the areas.\n\n"
            "The columns are taken by their place: month, commune, 9-digit key, name, then the features under their "
            "heads. Sum rows (123456SUM, 123SUMSUM, SUMSUMSUM) go to the area above. “*” is a count below 10 and "
            "stays hidden: no value, mark “geheim”. Nothing is worked out from sums.\n\n"
            "Cases without an address (“keine Angabe”) belong to no area: their figures stand in the report. The "
            "parts are compared with the sums where nothing is hidden, and the file's name with the rows; differences "
            "are reported with both figures.\n\n"
            "Example: INPUT 05370016_ALO_202402.csv, AREAS viertel with the 9-digit key in “gebiet”."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterFile(self.INPUT, tr("Delivered file")),
            tr("The file as the labour agency sends it: CSV, TXT, XLSX or ODS. Do not clean or rename it."),
        )
        self._add_tables()
        self._add_text(
            self.REFERENCE_DATE,
            tr("Month"),
            tr("Stands in where neither a row nor the file's name has a month: 202402 or 29.02.2024."),
        )
        self._add_text(
            self.SOURCE, tr("Source"), tr("Text for “quelle”. Empty: labour agency and topic, by the file's name.")
        )
        self._add_sink(
            self.OUTPUT,
            tr("Counts of areas"),
            tr("Long table: gebiet, merkmal, stichtag (last day of the month), wert, kennzeichen, quelle."),
            optional=False,
        )
        self._add_sink(
            self.REPORT,
            tr("Report"),
            tr("Cases without an address, rows and cells not used, sums that do not add up, areas without a delivery."),
        )
        self._add_sink(
            self.OUTPUT_AREAS,
            tr("Areas with features"),
            tr("The areas with a column per feature of the latest month; needs AREAS. Hidden figures are empty."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.ROWS, tr("Number of counts")))
        self.addOutput(QgsProcessingOutputNumber(self.UNPLACED, tr("Rows of cases without an address")))
        self.addOutput(QgsProcessingOutputNumber(self.DIFFERENCES, tr("Sums that do not add up")))

    def _add_tables(self) -> None:
        """Declare the table of keys and the areas."""
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSource(self.KEYS, tr("Table of keys"), [vector], optional=True),
            tr(
                "Table that says which area each 9-digit key stands for. Empty: the key is the area's code, and a sum "
                "has the digits before SUM as its code, that of the commune its key (GKZ)."
            ),
        )
        self._add_field(self.KEY_FIELD, tr("Key"), "schluessel", self.KEYS, tr("Field of KEYS with the 9-digit key."))
        self._add_field(self.KEY_AREA_FIELD, tr("Area"), AREA.name, self.KEYS, tr("Field of KEYS with the area code."))
        self.add(
            QgsProcessingParameterFeatureSource(self.AREAS, tr("Areas"), [vector], optional=True),
            tr("Areas to compare with: those without a delivery and keys without an area are reported."),
        )
        self._add_field(self.AREA_FIELD, tr("Area code"), AREA.name, self.AREAS, tr("Field of AREAS with the code."))

    def _add_field(self, name: str, title: str, default: str, parent: str, help_text: str) -> None:
        self.add(QgsProcessingParameterField(name, title, default, parent, optional=True), help_text, advanced=True)

    def _add_text(self, name: str, title: str, help_text: str) -> None:
        self.add(QgsProcessingParameterString(name, title, optional=True), help_text, advanced=True)

    def _add_sink(self, name: str, title: str, help_text: str, optional: bool = True) -> None:
        kind = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink(name, title, kind, optional=optional, createByDefault=not optional),
            help_text,
        )

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the file, find the areas, check the sums, write and account."""
        path = Path(self.parameterAsFile(parameters, self.INPUT, context))
        grid, note = read_office_file(path)
        feedback.pushInfo(note)
        name = delivery_name(path.name)
        delivery = read_delivery(grid, name, self.parameterAsString(parameters, self.REFERENCE_DATE, context))
        check_cancelled(feedback)
        feedback.setProgress(40)
        rows = delivery.rows.assign(gemeinde=delivery.rows["gemeinde"].mask(lambda cells: cells == "", name.commune))
        areas = areas_of(rows, self._keys(parameters, context, feedback))
        source = self.parameterAsString(parameters, self.SOURCE, context).strip() or name.source
        counts, repeated = counts_of(delivery, areas, source)
        sums = check_sums(delivery)
        parts = [delivery.problems, sums.differences, unplaced_lines(delivery), lines_without_area(rows, areas)]
        joined = self._join(parameters, rows, areas, counts, parts, context, feedback)
        report = pd.concat(parts, ignore_index=True)
        _log(delivery, areas, counts, repeated, feedback)
        feedback.pushInfo(internal_counts_note())
        feedback.pushInfo(
            tr("Sums: {checked} figures checked, {wrong} do not add up, {unchecked} not checked (hidden parts)").format(
                checked=sums.checked, wrong=len(sums.differences), unchecked=sums.unchecked
            )
        )
        return {
            self.OUTPUT: write_rows(self, parameters, self.OUTPUT, context, feedback, counts, COUNTS),
            self.REPORT: write_rows(self, parameters, self.REPORT, context, feedback, report, IMPORT_REPORT),
            **joined,
            self.ROWS: len(counts),
            self.UNPLACED: int((delivery.rows["level"] == UNPLACED).sum()),
            self.DIFFERENCES: len(sums.differences),
        }

    def _keys(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, str]:
        """Return the area of each key, none without KEYS."""
        if not parameters.get(self.KEYS):
            return {}
        source = required_source(self, parameters, self.KEYS, context)
        columns = [self.parameterAsString(parameters, name, context) for name in (self.KEY_FIELD, self.KEY_AREA_FIELD)]
        require_columns(source, columns)
        table = read_table(source, feedback, list(dict.fromkeys(columns)))
        return key_map(table[columns[0]].tolist(), table[columns[1]].tolist())

    def _join(
        self,
        parameters: dict[str, Any],
        rows: pd.DataFrame,
        areas: pd.Series,
        counts: pd.DataFrame,
        parts: list[pd.DataFrame],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Compare with AREAS, adding to the report's `parts`, and write the areas with their features."""
        if not parameters.get(self.AREAS):
            if parameters.get(self.OUTPUT_AREAS):
                feedback.pushWarning(tr("OUTPUT_AREAS needs AREAS; it is not written."))
            return {}
        source = required_source(self, parameters, self.AREAS, context)
        field = self.parameterAsString(parameters, self.AREA_FIELD, context)
        require_columns(source, [field])
        table, geometries = read_rows(source, feedback, with_geometry=True)
        codes = ["" if code is None else str(code).strip() for code in table[field]]
        found = compare_with_areas(rows, areas, [code for code in codes if code])
        parts.append(found)
        feedback.pushInfo(tr("Areas: {count} lines about areas or keys without partner").format(count=len(found)))
        features, month = wide(counts, codes, list(table.columns))
        feedback.pushInfo(tr("Areas carry the figures of {date}").format(date=format_date(month)))
        layout = existing_fields(source, without=[NOTE.name])
        layout += [Field(name, Kind.REAL) for name in features.columns if name != NOTE.name] + [NOTE]
        table = pd.concat([table.drop(columns=NOTE.name, errors="ignore"), features], axis=1)
        target = write_rows(
            self, parameters, self.OUTPUT_AREAS, context, feedback, table, layout, geometries,
            source.wkbType(), source.sourceCrs(),
        )  # fmt: skip
        return {self.OUTPUT_AREAS: target} if target else {}


def _log(
    delivery: Delivery, areas: pd.Series, counts: pd.DataFrame, repeated: int, feedback: QgsProcessingFeedback
) -> None:
    """Write warnings and the three balances into the log."""
    for warning in delivery.warnings:
        feedback.pushWarning(warning)
    for balance in delivery.balances:
        log_balance(feedback, balance)
    width = len(delivery.features)
    unplaced = int((delivery.rows["level"] == UNPLACED).sum())
    account = Balance(tr("figures"), len(delivery.rows) * width)
    account.add(tr("in the result"), len(counts))
    account.add(tr("repetitions with the same value"), repeated)
    account.add(tr("cases without an address, in the report only"), unplaced * width)
    account.add(tr("of keys without an area, in the report only"), (int((areas == "").sum()) - unplaced) * width)
    log_balance(feedback, account)
    months = sorted(delivery.rows["monat"].unique())
    feedback.pushInfo(
        tr("{months} month(s), {features} features, {rows} rows").format(
            months=len(months), features=width, rows=format_number(len(delivery.rows))
        )
    )
