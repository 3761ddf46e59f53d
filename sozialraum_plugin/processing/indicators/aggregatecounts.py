"""Counts at addresses, or the points themselves, summed per area."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
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
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...core import fields
from ...core.balance import Balance
from ...core.errors import InputError
from ...core.indicators.aggregation import area_counts, count_column, iso_date
from ...core.messages import tr
from ...core.numbers import format_number
from ...core.publication import internal_counts_note
from ..algorithm import check_cancelled, log_balance
from ..area_join import AreaAlgorithm, Located
from ..tables import read_rows, required_source, write_rows


class AggregateCounts(AreaAlgorithm):
    """One row per area and variable."""

    algorithm_id = "aggregatecounts"
    stage = "indicators"

    INPUT = "INPUT"
    COUNT_FIELDS = "COUNT_FIELDS"
    VARIABLES = "VARIABLES"
    REFERENCE_DATE = "REFERENCE_DATE"
    SOURCE = "SOURCE"
    OUTPUT = "OUTPUT"
    ROWS = "ROWS"
    OUTSIDE = "OUTSIDE"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Sum counts per area")

    def help_text(self) -> str:
        """Return what the algorithm does."""
        return tr(
            "Sums counts at addresses (inhabitants, households, children) per area, or counts facilities (Kitas, "
            "stops, doctors), as the numerators and denominators of indicators.\n\n"
            "Method: each point belongs to the area it lies in, on a border to the lower code; nothing is shared out. "
            "Every area is in the result, with 0 where no point lies. A missing count is taken as 0 and mentioned in "
            "the log. The sums over all areas and over the points outside add up to the input.\n\n"
            "Example: addresses with “einwohner”, areas “quartiere” (one level), Stichtag 31.12.2025, source "
            "“Melderegister”. For facilities leave the fields empty and write “kitas” as the variable."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("Points with counts"), [vector]),
            tr("Points such as addresses or facilities, or a table whose rows carry their area in a field."),
        )
        self.add_area_parameters(self.INPUT, with_names=False)
        self._add_counts()
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Counts per area"), vector),
            tr("Table with “gebiet, merkmal, stichtag, wert, kennzeichen, quelle”."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.ROWS, tr("Rows of the result")))
        self.addOutput(QgsProcessingOutputNumber(self.OUTSIDE, tr("Points without an area")))

    def _add_counts(self) -> None:
        """Add what is summed, and how the sums are called and dated."""
        self.add(
            QgsProcessingParameterField(
                self.COUNT_FIELDS,
                tr("Fields with counts"),
                None,
                self.INPUT,
                QgsProcessingParameterField.DataType.Any,
                allowMultiple=True,
                optional=True,
            ),
            tr("Fields to sum. Empty: the points themselves are counted; then give one variable."),
        )
        self.add(
            QgsProcessingParameterString(self.VARIABLES, tr("Names of the variables"), "", optional=True),
            tr(
                "Names that the sums get in “merkmal”, in the order of the fields, separated by semicolons or commas. "
                "Empty: the names of the fields."
            ),
        )
        self.add(
            QgsProcessingParameterString(self.REFERENCE_DATE, tr("Stichtag")),
            tr("The day that the counts hold for, as 31.12.2025 or 2025-12-31."),
        )
        self.add(
            QgsProcessingParameterString(self.SOURCE, tr("Source"), "", optional=True),
            tr("Who delivered the counts, as it shall stand in “quelle” and below the figures of the profiles."),
        )

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the points, find their areas, sum and write."""
        reference_date = iso_date(self.parameterAsString(parameters, self.REFERENCE_DATE, context))
        count_fields = self.parameterAsFields(parameters, self.COUNT_FIELDS, context)
        variables = _variables(self.parameterAsString(parameters, self.VARIABLES, context), count_fields)
        source = required_source(self, parameters, self.INPUT, context)
        area_field = self.parameterAsString(parameters, self.AREA_FIELD, context)
        columns = list(dict.fromkeys([*count_fields, *([area_field] if area_field else [])]))
        spatial = QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PointGeometry
        table, geometries = read_rows(source, feedback, columns, with_geometry=spatial)
        feedback.setProgress(40)
        counts = _counts(table, source, dict(zip(variables, count_fields or [None])), feedback)
        located = self.locate(parameters, source, table, geometries, context, feedback)
        check_cancelled(feedback)
        feedback.setProgress(70)
        result = area_counts(
            located.area,
            counts,
            list(located.names),
            reference_date,
            self.parameterAsString(parameters, self.SOURCE, context),
        )
        _account(counts, located, feedback)
        feedback.pushInfo(internal_counts_note())
        return {
            self.OUTPUT: write_rows(self, parameters, self.OUTPUT, context, feedback, result, fields.COUNTS),
            self.ROWS: len(result),
            self.OUTSIDE: int((located.area == "").sum()),
        }


def _variables(written: str, count_fields: list[str]) -> list[str]:
    """Return the name of each sum. Raises InputError if there are not as many names as fields, or one occurs twice."""
    names = [name.strip() for name in re.split("[;,]", written) if name.strip()] or list(count_fields)
    if not names:
        raise InputError(
            tr("Give at least one field with counts (COUNT_FIELDS), or one variable (VARIABLES) to count the points.")
        )
    if len(names) != max(1, len(count_fields)) or len(set(names)) != len(names):
        raise InputError(
            tr("VARIABLES names {names}, but COUNT_FIELDS has {fields}: give each field one name of its own.").format(
                names=", ".join(names), fields=", ".join(count_fields) or "–"
            )
        )
    return names


def _counts(
    table: pd.DataFrame,
    source: QgsProcessingFeatureSource,
    fields_by_variable: dict[str, str | None],
    feedback: QgsProcessingFeedback,
) -> dict[str, np.ndarray]:
    """Return the values of each variable; 1 per row where there is no field."""
    counts = {}
    for variable, field in fields_by_variable.items():
        if field is None:
            counts[variable] = np.ones(len(table))
            continue
        counts[variable], missing = count_column(table[field], source.sourceName())
        if missing:
            feedback.pushWarning(
                tr("Field “{field}”: {count} rows have no count; they are taken as 0.").format(
                    field=field, count=format_number(missing)
                )
            )
    return counts


def _account(counts: dict[str, np.ndarray], located: Located, feedback: QgsProcessingFeedback) -> None:
    """Log the balance of rows and the total of each variable inside and outside the areas."""
    lost = (located.area == "").to_numpy()
    balance = Balance(tr("rows"), len(located.area))
    balance.add(tr("in an area"), (~lost).sum())
    balance.add(tr("without coordinates"), located.without_point.sum())
    balance.add(tr("outside every area"), located.outside.sum())
    balance.add(tr("without an area"), (lost & ~located.outside & ~located.without_point).sum())
    log_balance(feedback, balance)
    for variable, values in counts.items():
        feedback.pushInfo(
            tr("{variable}: {inside} in the areas, {outside} outside").format(
                variable=variable,
                inside=format_number(float(values[~lost].sum()), _decimals(values)),
                outside=format_number(float(values[lost].sum()), _decimals(values)),
            )
        )


def _decimals(values: np.ndarray) -> int:
    return 0 if np.all(values == np.round(values)) else 1
