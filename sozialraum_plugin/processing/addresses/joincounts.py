"""Counts per address from an office's table, joined to the address points."""

from __future__ import annotations

from typing import Any

import numpy as np
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
from ...core.addresses.cells import read_counts
from ...core.addresses.counting import REPORT_FIELDS, join_balance, sums_at_addresses, unmatched_report
from ...core.addresses.matching import address_columns, comparable, match
from ...core.errors import InputError, MissingColumnError
from ...core.messages import tr
from ...core.publication import internal_counts_note
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance
from ..tables import read_rows, read_table, required_source, write_rows
from ._counts import count_columns, fields_beside


class JoinCounts(SozialraumAlgorithm):
    """Rows of a table find their address; their counts are summed there."""

    algorithm_id = "joincounts"
    stage = "addresses"

    INPUT = "INPUT"
    TABLE = "TABLE"
    STREET_KEY_FIELD = "STREET_KEY_FIELD"
    STREET_FIELD = "STREET_FIELD"
    NUMBER_FIELD = "NUMBER_FIELD"
    SUFFIX_FIELD = "SUFFIX_FIELD"
    POSTCODE_FIELD = "POSTCODE_FIELD"
    DISTRICT_FIELD = "DISTRICT_FIELD"
    COMMUNE_FIELD = "COMMUNE_FIELD"
    COUNT_FIELDS = "COUNT_FIELDS"
    POPULATION_FIELD = "POPULATION_FIELD"
    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    MATCHED = "MATCHED"
    UNMATCHED = "UNMATCHED"
    POPULATION = "POPULATION"
    UNMATCHED_POPULATION = "UNMATCHED_POPULATION"

    ROLES = {
        STREET_KEY_FIELD: fields.STREET_KEY.name,
        STREET_FIELD: fields.STREET.name,
        NUMBER_FIELD: fields.HOUSE_NUMBER.name,
        SUFFIX_FIELD: fields.SUFFIX.name,
        POSTCODE_FIELD: fields.POSTCODE.name,
        DISTRICT_FIELD: fields.DISTRICT_PART.name,
        COMMUNE_FIELD: fields.COMMUNE.name,
    }

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Join counts to addresses")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Brings the counts of an office's table, such as an extract of the population register, to the address "
            "points. Each row looks for its address by street key or street name and house number; several rows of "
            "one address are summed, addresses without a row get 0.\n\n"
            "Rows match exactly or by the normal form of the name (“Hauptstr. 12 A” is “Hauptstraße 12a”). A row that "
            "fits several streets, or whose key, name and postcode contradict each other, is not matched: it stands "
            "in the report with the reason and the best candidates. The log accounts for all rows and all "
            "inhabitants.\n\n"
            "Example: INPUT adressen, TABLE einwohner.csv, STREET_KEY_FIELD “schluessel”, NUMBER_FIELD “hausnr”, "
            "COUNT_FIELDS “gesamt;unter18”, POPULATION_FIELD “gesamt”."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, tr("Addresses"), [QgsProcessing.SourceType.TypeVectorPoint]
            ),
            tr("Address points with the fields of “Import addresses”."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.TABLE, tr("Table"), [QgsProcessing.SourceType.TypeVector]),
            tr("Table with counts per address, or with one row a person."),
        )
        self._add_place_fields()
        self._add_counts()
        self._add_outputs()

    def _add_place_fields(self) -> None:
        """Declare the columns of the table that say where a row belongs."""
        columns = {
            self.STREET_KEY_FIELD: (tr("Street key"), tr("Key of the street; leading zeros do not matter.")),
            self.STREET_FIELD: (tr("Street name"), tr("Used where there is no key; must not contradict the key.")),
            self.NUMBER_FIELD: (tr("House number"), tr("Number, with or without suffix: 12, 0012, 12a, 12-14.")),
            self.SUFFIX_FIELD: (tr("Suffix"), tr("The letter behind the number, if it stands apart.")),
            self.POSTCODE_FIELD: (tr("Postcode"), tr("Tells streets of the same name apart.")),
            self.DISTRICT_FIELD: (tr("District"), tr("The Ortsteil; tells streets of the same name apart.")),
            self.COMMUNE_FIELD: (tr("Commune"), tr("AGS or name; needed if the addresses lie in several communes.")),
        }
        for name, (label, help_text) in columns.items():
            parameter = QgsProcessingParameterField(
                name, label, parentLayerParameterName=self.TABLE, optional=name != self.NUMBER_FIELD
            )
            self.add(parameter, tr("Column of the table.") + " " + help_text)

    def _add_counts(self) -> None:
        self.add(
            QgsProcessingParameterField(
                self.COUNT_FIELDS,
                tr("Counts"),
                parentLayerParameterName=self.TABLE,
                allowMultiple=True,
                optional=True,
            ),
            tr(
                "Columns with whole numbers that are summed at each address. Without any, each row counts as one "
                "inhabitant."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.POPULATION_FIELD, tr("Inhabitants"), parentLayerParameterName=self.TABLE, optional=True
            ),
            tr("The count that is the number of inhabitants; it comes out as “einwohner”."),
        )

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Addresses with counts"), QgsProcessing.SourceType.TypeVectorPoint
            ),
            tr("The addresses with one column for each count. A column of the same name is replaced."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.REPORT, tr("Report"), QgsProcessing.SourceType.TypeVector, optional=True, createByDefault=False
            ),
            tr("Table of the rows that found no address, with the reason and up to three candidates."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.MATCHED, tr("Rows matched")))
        self.addOutput(QgsProcessingOutputNumber(self.UNMATCHED, tr("Rows without address")))
        self.addOutput(QgsProcessingOutputNumber(self.POPULATION, tr("Inhabitants at addresses")))
        self.addOutput(QgsProcessingOutputNumber(self.UNMATCHED_POPULATION, tr("Inhabitants without address")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read both sides, match, sum, write, account."""
        source = required_source(self, parameters, self.INPUT, context)
        addresses, points = read_rows(source, feedback, with_geometry=True)
        self._require_address_fields(addresses, source.sourceName())
        rows, counts = self._read_table(parameters, context, feedback)
        feedback.setProgress(30)
        listed = comparable(addresses, address_columns())
        check_cancelled(feedback)
        matches = match(rows, listed)
        feedback.setProgress(50)
        sums = sums_at_addresses(matches, counts, len(addresses))
        population = counts[counts.columns[0]].to_numpy() if len(counts.columns) else np.zeros(len(rows), int)
        report = unmatched_report(rows, listed, matches, population)
        check_cancelled(feedback)
        feedback.setProgress(70)
        kept = fields_beside(source, list(sums.columns), feedback)
        added = [fields.Field(name, fields.Kind.INTEGER) for name in sums.columns]
        table = addresses[[field.name for field in kept]].join(sums)
        output = write_rows(
            self, parameters, self.OUTPUT, context, feedback, table, [*kept, *added], points, source.wkbType(),
            source.sourceCrs(),
        )  # fmt: skip
        feedback.pushInfo(internal_counts_note())
        report_id = write_rows(self, parameters, self.REPORT, context, feedback, report, REPORT_FIELDS)
        balance = join_balance(matches, population)
        log_balance(feedback, balance.rows)
        log_balance(feedback, balance.inhabitants)
        lost = int(report[fields.POPULATION.name].sum())
        return {
            self.OUTPUT: output,
            self.REPORT: report_id,
            self.MATCHED: len(rows) - len(report),
            self.UNMATCHED: len(report),
            self.POPULATION: int(population.sum()) - lost,
            self.UNMATCHED_POPULATION: lost,
        }

    @staticmethod
    def _require_address_fields(addresses: pd.DataFrame, name: str) -> None:
        """Raise MissingColumnError unless there is a house number and a street by name or key."""
        available = list(addresses.columns)
        if fields.HOUSE_NUMBER.name not in available:
            raise MissingColumnError(fields.HOUSE_NUMBER.name, name, available)
        if not {fields.STREET.name, fields.STREET_KEY.name} & set(available):
            raise MissingColumnError(fields.STREET.name, name, available)

    def _read_table(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return the table's rows as they are compared, and their counts, that of the inhabitants first."""
        source = required_source(self, parameters, self.TABLE, context)
        roles = {role: self.parameterAsString(parameters, name, context) for name, role in self.ROLES.items()}
        if not roles[fields.STREET.name] and not roles[fields.STREET_KEY.name]:
            raise InputError(tr("Name the column of the street key (STREET_KEY_FIELD) or street name (STREET_FIELD)."))
        chosen = count_columns(self, parameters, context, self.COUNT_FIELDS, self.POPULATION_FIELD)
        wanted = [column for column in (*roles.values(), *chosen) if column]
        table = read_table(source, feedback, list(dict.fromkeys(wanted)))
        rows = comparable(table, {role: column for role, column in roles.items() if column})
        if not chosen:
            return rows, pd.DataFrame({fields.POPULATION.name: np.ones(len(table), dtype=np.int64)})
        read = {name: read_counts(table[column], source.sourceName()) for column, name in chosen.items()}
        for name, counts in read.items():
            if counts.missing.any() or counts.hidden.any():
                feedback.pushWarning(
                    tr("Column “{column}”: {missing} empty cells and {hidden} hidden values count as 0.").format(
                        column=name, missing=int(counts.missing.sum()), hidden=int(counts.hidden.sum())
                    )
                )
        return rows, pd.DataFrame({name: counts.values for name, counts in read.items()})
