"""The addresses of `compareareas`: where they are, who lives there, and the log of where they lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext, QgsProcessingFeedback

from ...core import fields
from ...core.balance import Balance
from ...core.indicators.aggregation import count_column
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.metric import transformed
from ..algorithm import log_balance
from ..area_join import crs_of_points
from ..tables import point_coordinates, read_rows, required_source
from ._compare_inputs import Division, Placed, Problem, address_lines, address_problem_texts
from ._compare_parameters import CompareParameters


@dataclass(frozen=True)
class People:
    """Addresses (n): their layer's name, `points` (n, 2), inhabitants `people` (n,), and whether these were `counted`.

    `standard` holds the columns of `standard_addresses`, None without street names.
    """

    layer: str
    points: np.ndarray
    people: np.ndarray
    counted: bool
    standard: pd.DataFrame | None


class ComparePeople(CompareParameters):
    """Reads the addresses."""

    def read_people(
        self,
        parameters: dict[str, Any],
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> People:
        """Return the addresses; raise InputError if the layer has no points."""
        source = required_source(self, parameters, self.ADDRESSES, context)
        own_crs = crs_of_points(source)
        names = source.fields().names()
        street_fields = [self.parameterAsString(parameters, name, context) for name in ("STREET_FIELD", "NUMBER_FIELD")]
        if all(name in names for name in street_fields):
            read = self.read_addresses(parameters, context, feedback)
            table, geometries, standard = read.table, read.geometries, read.standard
        else:
            feedback.pushWarning(
                tr("The addresses have no fields {fields}, so no streets are listed.").format(
                    fields=", ".join(f"“{name}”" for name in street_fields if name not in names)
                )
            )
            table, geometries = read_rows(source, feedback, None, with_geometry=True)
            standard = None
        points = transformed(point_coordinates(geometries), own_crs, crs, context.transformContext())
        field = self.parameterAsString(parameters, self.POPULATION_FIELD, context)
        if field not in names:
            feedback.pushWarning(tr("The addresses have no inhabitants, so each address counts 1."))
            return People(source.sourceName(), points, np.ones(len(table)), False, standard)
        people, missing = count_column(table[field], source.sourceName())
        if missing:
            feedback.pushWarning(
                tr("Field “{field}”: {count} rows have no count; they are taken as 0.").format(
                    field=field, count=format_number(missing)
                )
            )
        return People(source.sourceName(), points, people, True, standard)


def log_addresses(placed: Placed, old: Division, new: Division, feedback: QgsProcessingFeedback) -> None:
    """Write the account of addresses into the log."""
    lines = address_lines(placed, "")[fields.NOTE_KIND.name].value_counts()
    balance = Balance(tr("addresses"), len(placed.old))
    several = int(lines.get(Problem.SEVERAL, 0))
    balance.add(tr("in an old and a new area"), len(placed.old) - int(lines.sum()) + several)
    for kind, text in address_problem_texts().items():
        if kind != Problem.SEVERAL:
            balance.add(text, int(lines.get(kind, 0)))
    log_balance(feedback, balance)
    if several:
        feedback.pushInfo(
            tr("{count} addresses lie on the border of several areas; each belongs to the lower code.").format(
                count=format_number(several)
            )
        )
    feedback.pushInfo(tr("{old} old areas, {new} new areas").format(old=len(old.codes), new=len(new.codes)))
