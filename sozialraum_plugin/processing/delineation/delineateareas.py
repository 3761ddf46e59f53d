"""Algorithm: areas within population bounds, proposed from small units."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsWkbTypes

from ...core import fields
from ...core.delineation.area_table import numbers_of, unit_table
from ...core.delineation.engine import delineate
from ...core.delineation.result import Delineation
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.adjacency import adjacency
from ...geo.barrier_edges import barrier_edges
from ...geo.polygons import centres, dissolved, multi
from ..algorithm import check_cancelled, log_balance
from ..tables import read_rows, required_source, write_rows
from ._areas import AreaOptions, area_table
from ._parameters import DelineationParameters
from ._units import Units, read_units


class DelineateAreas(DelineationParameters):
    """Divides units into contiguous, homogeneous areas; see `core.delineation.engine`."""

    algorithm_id = "delineateareas"

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read units, find neighbours and barriers, divide, sum up, write."""
        options = self._options(parameters, context)
        source = required_source(self, parameters, self.INPUT, context)
        units = read_units(source, options.population_field, context, feedback)
        communes = self._communes(units, options, feedback)
        division = self._divide(units, communes, options, parameters, context, feedback)
        check_cancelled(feedback)
        shapes = dissolved(units.geometries, division.labels, division.area_count)
        areas, layout = area_table(units, communes, division, centres(shapes), options)
        self._log(units, division, areas, options, feedback)
        return {
            self.OUTPUT: self._write(self.OUTPUT, parameters, context, feedback, areas, layout, shapes, units),
            self.OUTPUT_UNITS: self._write_units(parameters, context, feedback, units, division, areas),
            self.AREAS: division.area_count,
            self.UNMET: len(division.unmet),
            self.WSS_SHARE: division.share,
        }

    # -- input ------------------------------------------------------------------------------------------------------
    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> AreaOptions:
        def field(name: str) -> str | None:
            return next((value for value in self.parameterAsFields(parameters, name, context) if value), None)

        return AreaOptions(
            population_field=field(self.POPULATION_FIELD) or fields.POPULATION.name,
            attributes=[name for name in self.parameterAsFields(parameters, self.ATTRIBUTES, context) if name],
            commune_field=field(self.COMMUNE_FIELD),
            name_field=field(self.NAME_FIELD),
            level=self.parameterAsString(parameters, self.LEVEL, context).strip() or fields.Level.QUARTER,
            digits=self.parameterAsInt(parameters, self.CODE_DIGITS, context),
            prefix=self.parameterAsString(parameters, self.CODE_PREFIX, context).strip(),
        )

    def _communes(self, units: Units, options: AreaOptions, feedback: QgsProcessingFeedback) -> list[str]:
        """Return the commune code of each unit, empty where there is none."""
        if options.commune_field is None:
            if fields.COMMUNE.name in units.table.columns:
                feedback.pushWarning(
                    tr("The units have a field “{field}”, but no commune field is chosen: areas may cross communes.")
                    .format(field=fields.COMMUNE.name)
                )  # fmt: skip
            return [""] * len(units.table)
        column = units.table[options.commune_field]
        codes = ["" if code is None else str(code) for code in column]
        if "" in codes:
            feedback.pushWarning(
                tr("{count} units have no commune in “{field}”; they make areas among themselves.").format(
                    count=format_number(codes.count("")), field=options.commune_field
                )
            )
        return codes

    def _target(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        bounds: tuple[float, float],
    ) -> float | None:
        """Return the target if it lies within the bounds; else None, which stands for their middle."""
        if self.TARGET_POPULATION in parameters and parameters[self.TARGET_POPULATION] is None:
            return None
        target = self.parameterAsDouble(parameters, self.TARGET_POPULATION, context)
        if bounds[0] <= target <= bounds[1]:
            return target
        feedback.pushInfo(
            tr("The target of {target} inhabitants lies outside the bounds; their middle is used.").format(
                target=format_number(target)
            )
        )
        return None

    def _barrier(
        self,
        units: Units,
        edges: np.ndarray,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> np.ndarray | None:
        """Return which edges (e,) run along a barrier, or None without barriers."""
        source = self.parameterAsSource(parameters, self.BARRIERS, context)
        if source is None:
            return None
        _, barriers = read_rows(source, feedback, [], units.crs, context, with_geometry=True)
        tolerance = self.parameterAsDouble(parameters, self.BARRIER_TOLERANCE, context)
        closed = barrier_edges(units.geometries, edges, barriers, tolerance, feedback.isCanceled)
        feedback.pushInfo(
            tr("{closed} of {count} common borders run along a barrier.").format(
                closed=format_number(int(closed.sum())), count=format_number(len(closed))
            )
        )
        return closed

    # -- division ---------------------------------------------------------------------------------------------------
    def _divide(
        self,
        units: Units,
        communes: list[str],
        options: AreaOptions,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Delineation:
        """Return the division of the units."""
        feedback.setProgress(10)
        edges, lengths = adjacency(units.geometries, is_cancelled=feedback.isCanceled)
        feedback.setProgress(20)

        def progress(fraction: float) -> bool:
            feedback.setProgress(30 + 60 * fraction)
            return not feedback.isCanceled()

        low = self.parameterAsDouble(parameters, self.MIN_POPULATION, context)
        high = self.parameterAsDouble(parameters, self.MAX_POPULATION, context)
        return delineate(
            units.population,
            _attributes(units, options.attributes),
            edges,
            lengths,
            min_population=low,
            max_population=high,
            target_population=self._target(parameters, context, feedback, (low, high)),
            compactness=self.parameterAsDouble(parameters, self.COMPACTNESS, context),
            group=communes,
            barrier=self._barrier(units, edges, parameters, context, feedback),
            seed=self.parameterAsInt(parameters, self.SEED, context),
            effort=self.parameterAsEnumString(parameters, self.EFFORT, context),
            progress=progress,
        )

    # -- output -----------------------------------------------------------------------------------------------------
    def _log(
        self,
        units: Units,
        division: Delineation,
        areas: pd.DataFrame,
        options: AreaOptions,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Tell what became of the units, what could not be met, and the size of each area."""
        log_balance(feedback, units.balance)
        if options.attributes:
            named = ", ".join(f"{number} = {name}" for number, name in enumerate(options.attributes, start=1))
            feedback.pushInfo(tr("Attributes: {named}").format(named=named))
        for note in division.notes if options.attributes else ():
            feedback.pushInfo(note)
        codes = areas[fields.AREA.name].tolist()
        for record in division.unmet:
            feedback.pushWarning(record.sentence(lambda unit: units.names[unit], lambda area: codes[area]))
        columns = [field.name for field in (fields.AREA, fields.AREA_NAME, fields.POPULATION, fields.UNIT_COUNT)]
        for code, name, people, count in areas[columns].sort_values(fields.AREA.name).itertuples(index=False):
            feedback.pushInfo(
                tr("{code} {name}: {population} inhabitants in {count} units").format(
                    code=code, name=name, population=format_number(people), count=format_number(count)
                )
            )
        feedback.pushInfo(
            tr("{share} % of the differences between units remain within areas.").format(
                share=format_number(100 * division.share, 1)
            )
        )

    def _write(
        self,
        name: str,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        table: pd.DataFrame,
        layout: list[fields.Field],
        shapes: list[Any],
        units: Units,
    ) -> str | None:
        order = np.argsort(table[fields.AREA.name].tolist(), kind="stable")
        outlines = [shapes[row] for row in order]
        polygon = QgsWkbTypes.Type.MultiPolygon
        return write_rows(
            self, parameters, name, context, feedback, table.iloc[order], layout, outlines, polygon, units.crs
        )

    def _write_units(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        units: Units,
        division: Delineation,
        areas: pd.DataFrame,
    ) -> str | None:
        codes = areas[fields.AREA.name].tolist()
        table, layout = unit_table(units.table, units.fields, [codes[area] for area in division.labels])
        polygon = QgsWkbTypes.Type.MultiPolygon
        return write_rows(
            self, parameters, self.OUTPUT_UNITS, context, feedback, table, layout, multi(units.geometries), polygon,
            units.crs,
        )  # fmt: skip


def _attributes(units: Units, names: list[str]) -> np.ndarray:
    """Return the attributes (n, m); without any the position, which makes areas compact."""
    if not names:
        return centres(units.geometries)
    return np.column_stack([numbers_of(units.table[name]) for name in names])
