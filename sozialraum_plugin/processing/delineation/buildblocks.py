"""Blocks from streets, barriers and commune borders, with their addresses and inhabitants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ...core.delineation.address_groups import ortsteil_codes, street_codes
from ...core.delineation.shares import Share, parse_shares
from ...core.delineation.unit_table import numbers
from ...core.errors import InputError
from ...core.fields import ADDRESS_COUNT, BLOCK, BLOCKS, POPULATION, Field, Kind
from ...core.messages import tr
from ...geo.attributes import field_kind
from ...geo.blocks import build_blocks, hull_frame
from ...geo.face_division import DivisionLimits, Residents
from ..layers import layer_sources
from ..tables import existing_fields, metric_crs, point_coordinates, read_rows, required_source, write_rows
from ._block_inputs import Communes, only_commune, read_communes, read_lines
from ._block_parameters import BlockParameters
from ._block_table import describe, log_blocks

SQUARE_METRES_PER_HECTARE = 10_000.0


class BuildBlocks(BlockParameters):
    """Cut the ground into blocks along streets and barriers, and put every address into one of them."""

    algorithm_id = "buildblocks"

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Cut, count, number and write."""
        source = required_source(self, parameters, self.ADDRESSES, context)
        crs = metric_crs(source)
        sums = self._sum_fields(parameters, source, context)
        shares = self._shares(parameters, sums, context)
        addresses, geometries = read_rows(source, feedback, crs=crs, context=context, with_geometry=True)
        points = point_coordinates(geometries)
        if np.isnan(points).all():
            raise InputError(tr("“{layer}” holds no address with a point.").format(layer=source.sourceName()))
        lines, barriers = self._lines(parameters, crs, context, feedback)
        communes = self._communes(parameters, [*lines, *barriers], points, addresses, crs, context, feedback)
        feedback.setProgress(20)

        minimum = self.parameterAsDouble(parameters, self.MIN_AREA, context)
        codes = street_codes(addresses), ortsteil_codes(addresses)
        residents = Residents(points, *codes, _population(addresses, sums))
        limits = self._limits(parameters, context)
        network = (lines, barriers, communes.polygons)
        blocks = build_blocks(*network, residents, minimum, limits, feedback.isCanceled)
        feedback.setProgress(80)
        made = describe(blocks, communes.codes, addresses, sums, shares)
        log_blocks(feedback, blocks, made, addresses, points)
        addresses[BLOCK.name] = made.code_of_address

        sink = (self, parameters, self.OUTPUT, context, feedback)
        output = write_rows(*sink, made.table, made.fields, made.polygons, QgsWkbTypes.Type.Polygon, crs)
        fields = [*existing_fields(source, without=[BLOCK.name]), BLOCK]
        sink = (self, parameters, self.OUTPUT_ADDRESSES, context, feedback)
        written = write_rows(*sink, addresses, fields, geometries, source.wkbType(), crs)
        results = {
            self.OUTPUT: output,
            self.BLOCKS: len(made.table),
            self.ADDRESSES_ASSIGNED: int(addresses[BLOCK.name].notna().sum()),
        }
        return results if written is None else {**results, self.OUTPUT_ADDRESSES: written}

    def _limits(self, parameters: dict[str, Any], context: QgsProcessingContext) -> DivisionLimits:
        """Return above which size a face is divided."""
        return DivisionLimits(
            max_area=self.parameterAsDouble(parameters, self.MAX_AREA, context) * SQUARE_METRES_PER_HECTARE,
            max_population=self.parameterAsDouble(parameters, self.MAX_BLOCK_POPULATION, context),
        )

    def _lines(
        self,
        parameters: dict[str, Any],
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[list[QgsGeometry], list[QgsGeometry]]:
        """Return streets and barriers as lines."""
        streets = required_source(self, parameters, self.STREETS, context)
        lines = read_lines([streets], tr("street lines"), crs, context, feedback)
        if not lines:
            raise InputError(tr("“{layer}” holds no usable line.").format(layer=streets.sourceName()))
        barriers = layer_sources(self, parameters, self.BARRIERS, context)
        return lines, read_lines(barriers, tr("barriers"), crs, context, feedback) if barriers else []

    def _communes(
        self,
        parameters: dict[str, Any],
        lines: list[QgsGeometry],
        points: np.ndarray,
        addresses: pd.DataFrame,
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Communes:
        """Return the communes, or one frame around everything."""
        source = self.parameterAsSource(parameters, self.BOUNDARY, context)
        if source is not None:
            field = self.parameterAsString(parameters, self.BOUNDARY_FIELD, context)
            return read_communes(source, field, crs, context, feedback)
        return Communes([hull_frame(lines, points)], np.array([only_commune(addresses, feedback)], dtype=object))

    def _sum_fields(
        self, parameters: dict[str, Any], source: QgsProcessingFeatureSource, context: QgsProcessingContext
    ) -> dict[str, Field]:
        """Return the fields to sum: name in the addresses to field in the blocks."""
        population = self.parameterAsString(parameters, self.POPULATION_FIELD, context)
        if not population and source.fields().indexFromName(POPULATION.name) >= 0:
            population = POPULATION.name
        sums = {population: _sum_field(source, population, POPULATION.name)} if population else {}
        reserved = {field.name for field in BLOCKS} - set(sums)
        for name in self.parameterAsFields(parameters, self.COUNT_FIELDS, context):
            if name in reserved:
                raise InputError(
                    tr("{parameter}: “{field}” is the name of a field of the blocks. Rename it.").format(
                        parameter=self.COUNT_FIELDS, field=name
                    )
                )
            sums.setdefault(name, _sum_field(source, name, name))
        return sums

    def _shares(self, parameters: dict[str, Any], sums: dict[str, Field], context: QgsProcessingContext) -> list[Share]:
        """Return the shares that the user wants."""
        counts = [ADDRESS_COUNT.name, *(field.name for field in sums.values())]
        taken = {field.name for field in BLOCKS}
        return parse_shares(self.parameterAsString(parameters, self.SHARES, context), counts, taken)


def _sum_field(source: QgsProcessingFeatureSource, column: str, name: str) -> Field:
    """Return the field `name` for the sums of a column; inhabitants from a distribution keep their decimals."""
    whole = field_kind(source.fields().field(column)) is Kind.INTEGER
    return Field(name, Kind.INTEGER if whole else Kind.REAL)


def _population(addresses: pd.DataFrame, sums: Mapping[str, Field]) -> np.ndarray:
    """Return the inhabitants of each address (n,), 0 where they are not known."""
    column = next((name for name, field in sums.items() if field.name == POPULATION.name), None)
    return np.nan_to_num(numbers(addresses[column])) if column else np.zeros(len(addresses))
