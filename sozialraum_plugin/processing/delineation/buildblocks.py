"""Blocks from streets, barriers and commune borders, with their addresses and inhabitants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
from ...core.delineation.unit_report import UNIT_REPORT
from ...core.delineation.unit_table import numbers
from ...core.errors import InputError
from ...core.fields import ADDRESS_COUNT, BLOCK, BLOCKS, POPULATION, STREET, Field, Kind
from ...core.messages import tr
from ...geo.attributes import field_kind
from ...geo.blocks import hull_frame
from ...geo.face_division import DivisionLimits, Residents
from ..layers import layer_sources
from ..tables import existing_fields, metric_crs, point_coordinates, read_rows, required_source, write_rows
from ._block_inputs import Communes, only_commune, read_communes, read_lines
from ._block_parameters import BlockParameters
from ._block_table import DescribedBlocks, FurtherColumns, describe, joined_columns, log_blocks
from ._street_lines import read_streets
from ._unit_buildings import BuildingSource, building_fields, buildings_of_units
from ._unit_kinds import BLOCKS as BLOCKS_KIND
from ._unit_kinds import CELLS, SECTIONS, MadeUnits, log_info, make_blocks, make_cells, make_sections, unit_name
from ._unit_report import report_table

SQUARE_METRES_PER_HECTARE = 10_000.0


@dataclass(frozen=True)
class _Given:
    """What was read: the addresses with their points (n, 2)."""

    source: QgsProcessingFeatureSource
    crs: QgsCoordinateReferenceSystem
    addresses: pd.DataFrame
    points: np.ndarray
    residents: Residents


class BuildBlocks(BlockParameters):
    """Cut the ground into blocks, street sections or address cells, and put every address into one of them."""

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
        kind = self.parameterAsEnum(parameters, self.UNITS, context)
        buildings = self._building_source(parameters, context)
        given = _Given(source, crs, addresses, points, self._residents(addresses, points, sums))
        made, communes = self._made_units(kind, given, parameters, context, feedback)
        feedback.setProgress(70)
        further = [FurtherColumns(made.further, made.fields)]
        report = list(made.report)
        if buildings is not None:
            unit = np.array([found[0] if found else -1 for found in made.blocks.candidates], dtype=int)
            found = buildings_of_units(buildings, made.blocks, unit, points, crs, context, feedback)
            further.append(FurtherColumns(found.table, building_fields(bool(buildings.dwellings))))
            report.append(found.report)
        described = describe(made.blocks, communes.codes, addresses, sums, shares, joined_columns(further))
        names = "" if kind == BLOCKS_KIND else unit_name(kind)
        log_blocks(feedback, made.blocks, described, addresses, points, names)
        log_info(feedback, made)
        addresses[BLOCK.name] = described.code_of_address
        return self._write(given, geometries, made, described, report, parameters, context, feedback)

    def _write(
        self,
        given: _Given,
        geometries: list[QgsGeometry],
        made: MadeUnits,
        described: DescribedBlocks,
        report: list[pd.DataFrame],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Write units, addresses and report, and return the outputs by name."""
        source, crs, addresses = given.source, given.crs, given.addresses
        sink = (self, parameters, self.OUTPUT, context, feedback)
        layout = (described.table, described.fields, described.polygons, QgsWkbTypes.Type.Polygon, crs)
        results = {self.OUTPUT: write_rows(*sink, *layout)}
        fields = [*existing_fields(source, without=[BLOCK.name]), BLOCK]
        sink = (self, parameters, self.OUTPUT_ADDRESSES, context, feedback)
        results[self.OUTPUT_ADDRESSES] = write_rows(*sink, addresses, fields, geometries, source.wkbType(), crs)
        table = report_table(made, described, addresses, given.points, report)
        sink = (self, parameters, self.REPORT, context, feedback)
        results[self.REPORT] = write_rows(*sink, table, UNIT_REPORT)
        results[self.BLOCKS] = len(described.table)
        results[self.ADDRESSES_ASSIGNED] = int(addresses[BLOCK.name].notna().sum())
        return {name: value for name, value in results.items() if value is not None}

    def _made_units(
        self,
        kind: int,
        given: _Given,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[MadeUnits, Communes]:
        """Return the units of the kind that the user wants, and the communes."""
        minimum = self.parameterAsDouble(parameters, self.MIN_AREA, context)
        source = required_source(self, parameters, self.STREETS, context)
        read = (given.crs, context, feedback)
        if kind == SECTIONS:
            name = self.parameterAsString(parameters, self.STREET_NAME_FIELD, context)
            streets = read_streets(source, name, given.addresses, *read)
            lines = streets.streets.lines
        else:
            lines = read_lines([source], tr("street lines"), *read)
            if not lines:
                raise InputError(tr("“{layer}” holds no usable line.").format(layer=source.sourceName()))
        barriers = self._barriers(parameters, *read)
        communes = self._communes(parameters, [*lines, *barriers], given.points, given.addresses, *read)
        feedback.setProgress(20)
        network = (barriers, communes.polygons, given.residents)
        stop = feedback.isCanceled
        if kind == SECTIONS:
            return make_sections(streets, *network, given.addresses, minimum, stop), communes
        if kind == CELLS:
            return make_cells(lines, *network, given.addresses, minimum, stop), communes
        return make_blocks(lines, *network, minimum, self._limits(parameters, context), stop), communes

    def _residents(self, addresses: pd.DataFrame, points: np.ndarray, sums: dict[str, Field]) -> Residents:
        """Return what the division of faces needs to know of the addresses."""
        codes = street_codes(addresses), ortsteil_codes(addresses)
        return Residents(points, *codes, _population(addresses, sums))

    def _building_source(self, parameters: dict[str, Any], context: QgsProcessingContext) -> BuildingSource | None:
        """Return the layer of buildings with its fields; None where the user gave none."""
        if parameters.get(self.BUILDINGS) in (None, ""):
            return None
        names = (self.BUILDING_TYPE_FIELD, self.LEVELS_FIELD, self.DWELLINGS_FIELD)
        fields = [self.parameterAsString(parameters, name, context) for name in names]
        return BuildingSource.of(required_source(self, parameters, self.BUILDINGS, context), *fields)

    def _limits(self, parameters: dict[str, Any], context: QgsProcessingContext) -> DivisionLimits:
        """Return above which size a face is divided."""
        return DivisionLimits(
            max_area=self.parameterAsDouble(parameters, self.MAX_AREA, context) * SQUARE_METRES_PER_HECTARE,
            max_population=self.parameterAsDouble(parameters, self.MAX_BLOCK_POPULATION, context),
        )

    def _barriers(
        self,
        parameters: dict[str, Any],
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> list[QgsGeometry]:
        """Return the barriers as lines."""
        barriers = layer_sources(self, parameters, self.BARRIERS, context)
        return read_lines(barriers, tr("barriers"), crs, context, feedback) if barriers else []

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
        reserved = {field.name for field in (*BLOCKS, *self._unit_fields(parameters, context))} - set(sums)
        for name in self.parameterAsFields(parameters, self.COUNT_FIELDS, context):
            if name in reserved:
                raise InputError(
                    tr("{parameter}: “{field}” is the name of a field of the blocks. Rename it.").format(
                        parameter=self.COUNT_FIELDS, field=name
                    )
                )
            sums.setdefault(name, _sum_field(source, name, name))
        return sums

    def _unit_fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[Field]:
        """Return the fields that the kind of units and the buildings add."""
        street = [] if self.parameterAsEnum(parameters, self.UNITS, context) == BLOCKS_KIND else [STREET]
        if parameters.get(self.BUILDINGS) in (None, ""):
            return street
        return [*street, *building_fields(bool(self.parameterAsString(parameters, self.DWELLINGS_FIELD, context)))]

    def _shares(self, parameters: dict[str, Any], sums: dict[str, Field], context: QgsProcessingContext) -> list[Share]:
        """Return the shares that the user wants."""
        further = self._unit_fields(parameters, context)
        counts = [field.name for field in (ADDRESS_COUNT, *sums.values(), *further) if field.kind is not Kind.TEXT]
        taken = {field.name for field in (*BLOCKS, *further)}
        return parse_shares(self.parameterAsString(parameters, self.SHARES, context), counts, taken)


def _sum_field(source: QgsProcessingFeatureSource, column: str, name: str) -> Field:
    """Return the field `name` for the sums of a column; inhabitants from a distribution keep their decimals."""
    whole = field_kind(source.fields().field(column)) is Kind.INTEGER
    return Field(name, Kind.INTEGER if whole else Kind.REAL)


def _population(addresses: pd.DataFrame, sums: Mapping[str, Field]) -> np.ndarray:
    """Return the inhabitants of each address (n,), 0 where they are not known."""
    column = next((name for name, field in sums.items() if field.name == POPULATION.name), None)
    return np.nan_to_num(numbers(addresses[column])) if column else np.zeros(len(addresses))
