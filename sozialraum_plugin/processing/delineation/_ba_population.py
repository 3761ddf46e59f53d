"""The table of inhabitants for the labour agency's street raster: its parameters and its reading."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ...core import fields
from ...core.balance import Balance
from ...core.delineation.ba_layout import INHABITANTS
from ...core.delineation.ba_population import count_lines, count_text, population_of
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm, log_balance
from ..tables import read_table, require_columns, required_source

_FIELDS = {"POPULATION_AREA_FIELD": fields.AREA.name, "POPULATION_COUNT_FIELD": fields.POPULATION.name}


class PopulationAlgorithm(SozialraumAlgorithm):
    """Base of an algorithm that takes the inhabitants of areas from a table of their own."""

    POPULATION = "POPULATION"

    def add_population_parameters(self) -> None:
        """Declare the table and its two fields."""
        self.add(
            QgsProcessingParameterFeatureSource(
                self.POPULATION, tr("Table of inhabitants"), [QgsProcessing.SourceType.TypeVector], optional=True
            ),
            tr(
                "Replaces the field of the areas. A table or layer with the code of the area and a number of "
                "inhabitants; rows of the same area are summed, so it may hold areas, blocks or addresses. An area "
                "without a row, or with a count that is no number, has no inhabitants and is reported."
            ),
        )
        titles = (tr("Area of the inhabitants"), tr("Number of inhabitants"))
        helps = (
            tr("Field of the table of inhabitants with the code of the area, as in the layer of areas."),
            tr("Field of the table of inhabitants with their number."),
        )
        for (name, default), title, help_text in zip(_FIELDS.items(), titles, helps):
            parameter = QgsProcessingParameterField(name, title, default, self.POPULATION, optional=True)
            self.add(parameter, help_text, advanced=True)

    def with_population(
        self,
        parameters: dict[str, Any],
        zu: pd.DataFrame,
        known: Collection[str],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[pd.DataFrame, list[pd.DataFrame]]:
        """Return the areas (`gebiet`, `einwohner`) with the table's inhabitants if there is one, and report lines.

        `known` are the codes of all areas of the layer. Raises InputError and MissingColumnError.
        """
        if parameters.get(self.POPULATION) in (None, ""):
            return zu, []
        source = required_source(self, parameters, self.POPULATION, context)
        columns = [self.parameterAsString(parameters, name, context) or ours for name, ours in _FIELDS.items()]
        require_columns(source, columns)
        table = read_table(source, feedback, list(dict.fromkeys(columns)))
        areas, counts = (table[column] for column in columns)
        found, problem = population_of(areas, counts, zu[fields.AREA.name], known)
        balance = Balance(tr("rows of the table of inhabitants"), len(problem))
        for kind, count in problem.value_counts(sort=False).items():
            balance.add(count_text(str(kind)), int(count))
        log_balance(feedback, balance)
        counted = zu[fields.AREA.name].map(found).astype(float)
        return zu.assign(**{INHABITANTS: counted}), [count_lines(problem, areas)]
