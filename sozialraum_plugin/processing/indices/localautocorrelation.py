"""Neighbourhood statistics: do alike areas lie together, where, and which differ from their surroundings?"""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ...core.errors import InputError
from ...core.fields import AREA, AREA_NAME, CONFIDENTIALITY, FLAG, SIGNIFICANT, Field
from ...core.indices.area_codes import code_text
from ...core.indices.spatial.autocorrelation_local import GI, GI_STAR
from ...core.indices.spatial.autocorrelation_report import method, summary
from ...core.indices.spatial.autocorrelation_table import Autocorrelation, autocorrelation
from ...core.indices.spatial.autocorrelation_values import AreaValues, ValueColumns, area_values
from ...core.indices.spatial.autocorrelation_warnings import warnings_of
from ...core.messages import tr
from ...core.publication import INTERNAL_NOTE, SMALLEST_POPULATION, mark_internal
from ...layouts.index_styles import CLUSTERING, HOT_SPOTS
from ..algorithm import check_cancelled, log_balance
from ..tables import metric_crs, read_rows, required_source, write_rows
from ._autocorrelation_neighbours import spatial_weights, usable_shapes
from ._autocorrelation_parameters import AutocorrelationParameters
from ._styles import style_output

_START, _END = 20.0, 90.0  # progress at which the statistics begin and end


class LocalAutocorrelation(AutocorrelationParameters):
    """Global and local spatial association of one value of areas."""

    algorithm_id = "localautocorrelation"
    stage = "indices"

    OUTPUT = "OUTPUT"
    MORAN_I = "MORAN_I"
    P_VALUE = "P_VALUE"
    GEARY_C = "GEARY_C"
    GEARY_P_VALUE = "GEARY_P_VALUE"
    GETIS_ORD_G = "GETIS_ORD_G"
    GETIS_ORD_P_VALUE = "GETIS_ORD_P_VALUE"
    SIGNIFICANT = "SIGNIFICANT"
    EXCLUDED = "EXCLUDED"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Neighbourhood clusters (Moran, Getis-Ord, Geary)")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Tells whether burdened areas lie together, where such clusters are, and which areas differ from their "
            "surroundings: for choosing programme areas that reach over a boundary, and for asking what one area does "
            "differently.\n\n"
            "As a whole: Moran's I, Geary's c, Getis-Ord G. Per area (STATISTIC): local Moran, Gi, Gi* or local Geary, "
            "with a p-value by conditional permutation. cluster: HH high among high, LL low among low, HL high among "
            "low, LH low among high, ns not significant, ausgeschlossen left out. With gi and gistar HH means high "
            "values around, LL low ones. With geary HH and LL are areas like their neighbours, HL and LH unlike "
            "them.\n\n"
            "Areas without a value (missing, hidden) are left out before neighbours are counted. Areas without a "
            "neighbour count in the mean, as in esda, but are not tested. gistar holds the area itself fixed, as in "
            "esda: p_wert is about the neighbours, z_wert (Ord and Getis) about area and neighbours. z_wert is worked "
            "out exactly, not from the permutations.\n\n"
            "A cluster says where, not why. Other boundaries or neighbours may give other clusters: try both queen and "
            "knearest.\n\n"
            "An indicator table has no shapes: join it to the areas first (“Join attributes by field value”, on "
            "gebiet).\n\n"
            "Example: INPUT = areas with indicators, FIELD = SGB II rate, WEIGHTS = queen."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add_values()
        self.add_neighbours()
        self.add_tests()
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Areas with clusters"), QgsProcessing.SourceType.TypeVectorAnyGeometry
            ),
            tr(
                "All areas: gebiet, gebiet_name, wert (what was analysed), nachbarn, nachbarn_mittel, i_lokal, p_wert, "
                "p_korrigiert, z_wert, cluster, signifikant, and in “ausgeschlossen” why an area is not tested."
            ),
        )
        for name, title in (
            (self.MORAN_I, tr("Moran's I")),
            (self.P_VALUE, tr("p-value of Moran's I")),
            (self.GEARY_C, tr("Geary's c")),
            (self.GEARY_P_VALUE, tr("p-value of Geary's c")),
            (self.GETIS_ORD_G, tr("Getis-Ord G")),
            (self.GETIS_ORD_P_VALUE, tr("p-value of Getis-Ord G")),
            (self.SIGNIFICANT, tr("Number of significant areas")),
            (self.EXCLUDED, tr("Number of areas left out")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the areas, find neighbours, measure, report, write."""
        source = required_source(self, parameters, self.INPUT, context)
        if source.wkbType() == QgsWkbTypes.Type.NoGeometry:
            raise InputError(
                tr(
                    "“{layer}” has no shapes, so nobody is a neighbour. Join the table to the layer of the areas first "
                    "(“Join attributes by field value”)."
                ).format(layer=source.sourceName())
            )
        columns = self.value_columns(parameters, context, source.fields().names())
        neighbourhood, choices = self.neighbourhood(parameters, context), self.choices(parameters, context)
        wanted = _columns(columns, source.fields().names())
        table, originals = read_rows(source, feedback, wanted, with_geometry=True)
        _, metric = read_rows(source, feedback, [], metric_crs(source), context, with_geometry=True)
        shapes = usable_shapes(metric, feedback)
        areas = area_values(table, columns, [shape.isNull() for shape in shapes])
        feedback.setProgress(_START / 2)
        weights = spatial_weights([shapes[row] for row in areas.taking_part], neighbourhood, feedback)
        feedback.setProgress(_START)

        def advance(share: float) -> None:
            check_cancelled(feedback)
            feedback.setProgress(_START + (_END - _START) * share)

        result = autocorrelation(areas, weights, choices, advance)
        for line in method(choices, weights):
            feedback.pushInfo(line)
        log_balance(feedback, result.balance)
        for sentence in warnings_of(result, areas, choices):
            feedback.pushWarning(sentence)
        for line in summary(result, areas.labels, choices):
            feedback.pushInfo(line)
        rows, fields = _with_codes(result, table, columns)
        rows, fields = _confidential(rows, fields, table, areas, feedback)
        target = write_rows(
            self, parameters, self.OUTPUT, context, feedback, rows, fields, originals, source.wkbType(),
            source.sourceCrs(),
        )  # fmt: skip
        style_output(context, target, HOT_SPOTS if choices.statistic in (GI, GI_STAR) else CLUSTERING)
        return {self.OUTPUT: target, **self._numbers(result)}

    def _numbers(self, result: Autocorrelation) -> dict[str, Any]:
        """Return the number outputs; those that could not be computed are left out."""
        counts = {
            self.SIGNIFICANT: int(sum(cell is True for cell in result.table[SIGNIFICANT.name])),
            self.EXCLUDED: len(result.table) - result.tested,
        }
        if result.measures is None:
            return counts
        moran, geary, getis = result.measures.moran, result.measures.geary, result.measures.getis
        numbers = {
            self.MORAN_I: moran.value,
            self.P_VALUE: moran.p,
            self.GEARY_C: geary.value,
            self.GEARY_P_VALUE: geary.p,
        }
        if getis is not None:
            numbers |= {self.GETIS_ORD_G: getis.value, self.GETIS_ORD_P_VALUE: getis.p}
        return {**numbers, **counts}


def _columns(columns: ValueColumns, available: list[str]) -> list[str]:
    """Return the columns to read, each once."""
    marks = [mark.name for mark in (FLAG, CONFIDENTIALITY) if mark.name in available]
    return list(dict.fromkeys(name for name in (columns.area, columns.name, *columns.numbers(), *marks) if name))


def _with_codes(
    result: Autocorrelation, table: pd.DataFrame, columns: ValueColumns
) -> tuple[pd.DataFrame, list[Field]]:
    """Return the result with code and name of the areas before it, where the layer has them."""
    described = [(column, name) for column, name in ((AREA, columns.area), (AREA_NAME, columns.name)) if name]
    rows = result.table.assign(**{column.name: table[name].map(code_text) for column, name in described})
    return rows, [*(column for column, _ in described), *result.fields]


def _confidential(
    rows: pd.DataFrame, fields: list[Field], table: pd.DataFrame, areas: AreaValues, feedback: QgsProcessingFeedback
) -> tuple[pd.DataFrame, list[Field]]:
    """Mark the result as internal where its source is, or where counts below the threshold could be worked out."""
    if not areas.revealing:
        return mark_internal(rows, fields, table)
    feedback.pushWarning(
        tr(
            "The counts hold areas with 1 to {most} cases (or all but so many). They could be worked out from the "
            "result, so it is marked for internal use and must not leave the office. For publication analyse a rate "
            "that “Compute indicators” made."
        ).format(most=SMALLEST_POPULATION - 1)
    )
    return rows.assign(**{CONFIDENTIALITY.name: INTERNAL_NOTE}), [*fields, CONFIDENTIALITY]
