"""What the user is asked for when areas are checked."""

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

from ...core import fields
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm

NUMBER = QgsProcessingParameterNumber.Type


class CheckParameters(SozialraumAlgorithm):
    """Title, help, parameters and outputs of `checkareas`."""

    stage = "delineation"

    AREAS = "AREAS"
    CODE_FIELD = "CODE_FIELD"
    LEVEL_FIELD = "LEVEL_FIELD"
    PARENT_FIELD = "PARENT_FIELD"
    POPULATION_FIELD = "POPULATION_FIELD"
    ADDRESSES = "ADDRESSES"
    ADDRESS_POPULATION_FIELD = "ADDRESS_POPULATION_FIELD"
    BARRIERS = "BARRIERS"
    UNITS = "UNITS"
    UNIT_FIELD = "UNIT_FIELD"
    BOUNDARY = "BOUNDARY"
    MIN_POPULATION = "MIN_POPULATION"
    MAX_POPULATION = "MAX_POPULATION"
    BOUNDS = "BOUNDS"
    MIN_SIZE = "MIN_SIZE"
    SLIVER_WIDTH = "SLIVER_WIDTH"
    OPEN_GAP_WIDTH = "OPEN_GAP_WIDTH"
    BARRIER_WIDTH = "BARRIER_WIDTH"
    MIN_BIT = "MIN_BIT"
    FINDINGS = "FINDINGS"
    SUMMARY = "SUMMARY"
    COUNT = "COUNT"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Check areas")

    def help_text(self) -> str:
        """Return purpose, method and an example."""
        return tr(
            "Looks for everything that keeps a set of areas from being a clean division: gaps, overlaps, slivers, "
            "separate parts, areas that reach out of the area above, too few or too many inhabitants, addresses in no "
            "area or in several, and bits that a railway or river cuts off. For whoever has drawn or changed areas, "
            "before they are handed on.\n\n"
            "Each finding is a polygon with a sentence that says what is wrong and what to do: open the attribute "
            "table and step through, worst kinds first. An address is a small circle. The summary lists every check "
            "with its number of findings, also those without any and those that could not be made.\n\n"
            "Method: each level is checked by itself. A gap is a hole within the areas, ground of the boundary or of "
            "the level above that nothing covers, or a narrow gap between two areas that runs to the outside. Pieces "
            "below the smallest size are counted, not listed, unless an address lies in them. Invalid polygons are "
            "reported and mended for the other checks; your layer is not changed.\n\n"
            "Example: AREAS = “gebiete”, ADDRESSES = “adressen”, BARRIERS = railway, BOUNDS = "
            "quartier=700-2500; sozialraum=2500-8500."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self._add_areas()
        self._add_others()
        self._add_bounds()
        self._add_tolerances()
        self._add_outputs()

    def _add_areas(self) -> None:
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        self.add(
            QgsProcessingParameterFeatureSource(self.AREAS, tr("Areas"), [polygon]),
            tr("Polygons of one level, or of all levels in one layer as “Build hierarchy of areas” makes it."),
        )
        texts = (
            (self.CODE_FIELD, tr("Code of the area"), fields.AREA, tr("Field of the areas with their code.")),
            (
                self.LEVEL_FIELD,
                tr("Level of the area"),
                fields.LEVEL,
                tr("Field of the areas with their level. Without it all areas are of one level."),
            ),
            (
                self.PARENT_FIELD,
                tr("Area above"),
                fields.PARENT,
                tr("Field with the code of the area above. Without it that is the one that holds most of the ground."),
            ),
            (
                self.POPULATION_FIELD,
                tr("Inhabitants of the area"),
                fields.POPULATION,
                tr("Field of the areas with their inhabitants. Without it those at the addresses are summed up."),
            ),
        )
        for name, title, field, help_text in texts:
            parameter = QgsProcessingParameterField(name, title, field.name, self.AREAS, optional=True)
            self.add(parameter, help_text, advanced=True)

    def _add_others(self) -> None:
        point, polygon = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon
        self.add(
            QgsProcessingParameterFeatureSource(self.ADDRESSES, tr("Addresses"), [point], optional=True),
            tr("Address points. Each should lie in exactly one area of each level."),
        )
        self.add(
            QgsProcessingParameterField(
                self.ADDRESS_POPULATION_FIELD,
                tr("Inhabitants of the address"),
                fields.POPULATION.name,
                self.ADDRESSES,
                optional=True,
            ),
            tr("Field of the addresses with their inhabitants. May be absent."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.BARRIERS, tr("Barriers"), QgsProcessing.SourceType.TypeVectorAnyGeometry, optional=True
            ),
            tr(
                "Railways, rivers, motorways as lines or polygons. Bits of an area behind one are found if somebody "
                "lives there; without addresses if they are large. Communes and the Kreis are not looked at."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.UNITS, tr("Units"), [polygon], optional=True),
            tr("Blocks or other small units that areas of the lowest level should be made of as a whole."),
        )
        self.add(
            QgsProcessingParameterField(
                self.UNIT_FIELD, tr("Code of the unit"), fields.BLOCK.name, self.UNITS, optional=True
            ),
            tr("Field of the units with their code. Without it the row is named."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.BOUNDARY, tr("Boundary"), [polygon], optional=True),
            tr("The commune or Kreis that the areas of each level should fill exactly."),
        )

    def _add_bounds(self) -> None:
        self.add(
            QgsProcessingParameterNumber(
                self.MIN_POPULATION, tr("Minimum of inhabitants"), NUMBER.Double, None, optional=True, minValue=0
            ),
            tr("For areas of the lowest level; other levels see BOUNDS. The labour agency asks for 1.000."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.MAX_POPULATION, tr("Maximum of inhabitants"), NUMBER.Double, None, optional=True, minValue=1
            ),
            tr("For areas of the lowest level; other levels see BOUNDS."),
        )
        self.add(
            QgsProcessingParameterString(self.BOUNDS, tr("Bounds by level"), None, optional=True),
            tr(
                "Minimum and maximum of inhabitants of each level: quartier=700-2500; sozialraum=2500-8500. One of the "
                "two may be left out: quartier=1000-."
            ),
        )

    def _add_tolerances(self) -> None:
        texts = (
            (
                self.MIN_SIZE,
                tr("Smallest piece listed (m²)"),
                1.0,
                tr("Smaller gaps, overlaps and parts are counted in the summary but not listed."),
            ),
            (
                self.SLIVER_WIDTH,
                tr("Width of a sliver (m)"),
                1.0,
                tr("Gaps, overlaps and parts that are narrower on average are called slivers: borders drawn twice."),
            ),
            (
                self.OPEN_GAP_WIDTH,
                tr("Width of open gaps (m)"),
                5.0,
                tr(
                    "Gaps between two areas that run to the outside are found up to this width. A boundary or a level "
                    "above finds them at any width."
                ),
            ),
            (
                self.BARRIER_WIDTH,
                tr("Width of barriers (m)"),
                10.0,
                tr("Ground this near a barrier is part of it. A break in a barrier that is longer is a passage."),
            ),
            (
                self.MIN_BIT,
                tr("Smallest bit behind a barrier (m²)"),
                1000.0,
                tr("Without addresses, smaller bits behind a barrier are not listed."),
            ),
        )
        for name, title, default, help_text in texts:
            number = QgsProcessingParameterNumber(name, title, NUMBER.Double, default, minValue=0)
            self.add(number, help_text, advanced=True)

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(
                self.FINDINGS, tr("Findings"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
            tr("One row per finding with “art”, “gebiet”, “groesse”, what it holds, and a sentence in “hinweis”."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.SUMMARY, tr("Summary of the checks"), QgsProcessing.SourceType.TypeVector, optional=True
            ),
            tr("One row per level and check with the number of findings; empty where a check could not be made."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Number of findings")))
