"""Blocks from streets, barriers and commune borders, with their addresses and inhabitants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
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
from ..algorithm import SozialraumAlgorithm
from ..layers import layer_sources
from ..tables import existing_fields, metric_crs, point_coordinates, read_rows, required_source, write_rows
from ._block_inputs import Communes, only_commune, read_communes, read_lines
from ._block_table import describe, log_blocks

SQUARE_METRES_PER_HECTARE = 10_000.0


class BuildBlocks(SozialraumAlgorithm):
    """Cut the ground into blocks along streets and barriers, and put every address into one of them."""

    algorithm_id = "buildblocks"
    stage = "delineation"

    STREETS = "STREETS"
    ADDRESSES = "ADDRESSES"
    BARRIERS = "BARRIERS"
    BOUNDARY = "BOUNDARY"
    BOUNDARY_FIELD = "BOUNDARY_FIELD"
    POPULATION_FIELD = "POPULATION_FIELD"
    COUNT_FIELDS = "COUNT_FIELDS"
    SHARES = "SHARES"
    MIN_AREA = "MIN_AREA"
    MAX_AREA = "MAX_AREA"
    MAX_BLOCK_POPULATION = "MAX_BLOCK_POPULATION"
    OUTPUT = "OUTPUT"
    OUTPUT_ADDRESSES = "OUTPUT_ADDRESSES"
    BLOCKS = "BLOCKS"
    ADDRESSES_ASSIGNED = "ADDRESSES_ASSIGNED"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Build blocks")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Makes blocks, the small units from which Quartiere and Sozialräume are put together: the faces between "
            "street lines, barriers (railway, river, motorway) and commune borders. Every address lies in exactly one "
            "block, every block in exactly one commune, and the blocks cover the boundary without gaps or overlaps.\n\n"
            "All lines that are given cut. To keep footpaths from cutting, set a filter on the street layer. "
            "Small faces without addresses and strips between tracks or carriageways are merged into the neighbour "
            "with the longest common border. An address on a line belongs to the block with the lower code; an "
            "address outside the boundary to the nearest block within 100 m, beyond that to none, and the log says so."
            "\n\nFaces that are too large or have too many inhabitants to be a block, such as the edge of a settlement "
            "with its dead-end streets, are divided among the streets whose addresses lie in them (fields "
            "“strassenschluessel” or “strasse”): every place goes with the nearest address. Addresses of a street that "
            "are more than 300 m apart from its others are a group of their own; a part with fewer than three addresses "
            "joins its neighbour. Open country with more than 100 ha for each such group is shared among the Ortsteile "
            "(or blocks) at its edge, but not across a barrier; their part joins the adjoining block."
            "\n\nExample: streets and addresses of a Kreis, its railway as barrier and its communes as boundary give "
            "blocks 059990010001, 059990010002, ... for “Delineate areas”."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self._add_layers()
        self._add_fields()
        self._add_sums()
        self._add_limits()
        self._add_outputs()

    def _add_layers(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(self.STREETS, tr("Streets"), [QgsProcessing.SourceType.TypeVectorLine]),
            tr("Street centre lines. All of them become block borders; filter the layer to leave some out."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.ADDRESSES, tr("Addresses"), [QgsProcessing.SourceType.TypeVectorPoint]
            ),
            tr(
                "Address points, for example from “Import addresses”. Their coordinate reference system is used for "
                "all results; where it is in degrees, the UTM zone of the place."
            ),
        )
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.BARRIERS, tr("Barriers"), QgsProcessing.SourceType.TypeVectorAnyGeometry, optional=True
            ),
            tr("Further layers that cut: railway, rivers, motorways. Of polygons (lakes) the outline cuts."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.BOUNDARY, tr("Boundary"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            ),
            tr(
                "Communes, or one polygon around everything. No block crosses their borders. Without it, the frame is "
                "the convex hull of streets and addresses with a margin of 50 m."
            ),
        )

    def _add_fields(self) -> None:
        self.add(
            QgsProcessingParameterField(
                self.BOUNDARY_FIELD, tr("Commune code"), parentLayerParameterName=self.BOUNDARY, optional=True
            ),
            tr("Field of the boundary with the commune code (AGS). Left empty: “gebiet”, “ags” or “gemeinde” is used."),
        )
        self.add(
            QgsProcessingParameterField(
                self.POPULATION_FIELD, tr("Inhabitants"), parentLayerParameterName=self.ADDRESSES, optional=True
            ),
            tr("Field of the addresses with the number of inhabitants. Left empty, “einwohner” is used if present."),
        )

    def _add_sums(self) -> None:
        self.add(
            QgsProcessingParameterField(
                self.COUNT_FIELDS,
                tr("Further counts"),
                parentLayerParameterName=self.ADDRESSES,
                allowMultiple=True,
                optional=True,
            ),
            tr("Fields of the addresses that are summed per block under their own names, such as age groups."),
        )
        self.add(
            QgsProcessingParameterString(self.SHARES, tr("Shares"), optional=True),
            tr(
                "Shares of the sums as further fields, for “Delineate areas”: name=part/whole, separated by "
                "semicolons, for example anteil_65=e_65/einwohner; anteil_efh=wohnungen_efh/wohnungen. A block whose "
                "whole is 0 has no share."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.MIN_AREA,
                tr("Smallest block without addresses (m²)"),
                QgsProcessingParameterNumber.Type.Double,
                500.0,
                minValue=0.0,
            ),
            tr(
                "Faces below this size that hold no address are merged into a neighbour, and so are strips with a "
                "mean width below 12 m. 0 keeps all."
            ),
            advanced=True,
        )

    def _add_limits(self) -> None:
        self.add(
            QgsProcessingParameterNumber(
                self.MAX_AREA,
                tr("Largest undivided face (ha)"),
                QgsProcessingParameterNumber.Type.Double,
                15.0,
                minValue=0.0,
            ),
            tr(
                "A larger face with addresses of several streets, such as the edge of a settlement, is divided among "
                "these streets; open country above 100 ha among the adjoining blocks. 0 never divides by area."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                self.MAX_BLOCK_POPULATION,
                tr("Most inhabitants of an undivided face"),
                QgsProcessingParameterNumber.Type.Double,
                600.0,
                minValue=0.0,
            ),
            tr(
                "A face with more inhabitants and addresses of several streets is divided as well. Faces below 4 ha, "
                "such as the blocks of an inner city, stay whole. 0 never divides by inhabitants."
            ),
            advanced=True,
        )

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Blocks"), QgsProcessing.SourceType.TypeVectorPolygon),
            tr(
                "Block polygons with code, commune, Ortsteil (the most frequent among the addresses), number of "
                "addresses, inhabitants and the further sums, numbered from north-west to south-east."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT_ADDRESSES,
                tr("Addresses with block"),
                QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
                createByDefault=False,
            ),
            tr("The addresses with a field “block”, empty where an address lies in no block."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.BLOCKS, tr("Number of blocks")))
        self.addOutput(QgsProcessingOutputNumber(self.ADDRESSES_ASSIGNED, tr("Addresses in a block")))

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
