"""What the user is asked for when blocks are built."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm
from ._unit_parameters import (
    building_parameters,
    report_parameter,
    street_name_parameter,
    units_help,
    units_parameter,
)


class BlockParameters(SozialraumAlgorithm):
    """Title, help, parameters and outputs of `buildblocks`."""

    stage = "delineation"

    UNITS = "UNITS"
    STREETS = "STREETS"
    STREET_NAME_FIELD = "STREET_NAME_FIELD"
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
    BUILDINGS = "BUILDINGS"
    BUILDING_TYPE_FIELD = "BUILDING_TYPE_FIELD"
    LEVELS_FIELD = "LEVELS_FIELD"
    DWELLINGS_FIELD = "DWELLINGS_FIELD"
    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    OUTPUT_ADDRESSES = "OUTPUT_ADDRESSES"
    BLOCKS = "BLOCKS"
    ADDRESSES_ASSIGNED = "ADDRESSES_ASSIGNED"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Build blocks")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        blocks = tr(
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
            "are more than 300 m apart from its others are a group of their own; a part with fewer than 3 addresses "
            "joins its neighbour. Open country with more than 100 ha for each such group is shared among the Ortsteile "
            "(or blocks) at its edge, but not across a barrier; their part joins the adjoining block."
            "\n\nExample: streets and addresses of a Kreis, its railway as barrier and its communes as boundary give "
            "blocks 059990010001, 059990010002, ... for “Delineate areas”."
        )
        return f"{blocks}\n\n{units_help()}"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add(*units_parameter(self.UNITS))
        self._add_layers()
        self._add_fields()
        self._add_sums()
        self._add_limits()
        fields = (self.BUILDING_TYPE_FIELD, self.LEVELS_FIELD, self.DWELLINGS_FIELD)
        for explained in building_parameters(self.BUILDINGS, *fields):
            self.add(*explained)
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
        self.add(*street_name_parameter(self.STREET_NAME_FIELD, self.STREETS))
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
        self.add(*report_parameter(self.REPORT))
        self.addOutput(QgsProcessingOutputNumber(self.BLOCKS, tr("Number of blocks")))
        self.addOutput(QgsProcessingOutputNumber(self.ADDRESSES_ASSIGNED, tr("Addresses in a block")))
