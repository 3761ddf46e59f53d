"""What the user is asked for when areas are delineated."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core import fields
from ...core.delineation.engine import EFFORTS
from ...core.messages import tr
from ._delineation_naming import NamingParameters

NUMBER = QgsProcessingParameterNumber.Type


class DelineationParameters(NamingParameters):
    """Title, help, parameters and outputs of `delineateareas`."""

    stage = "delineation"

    POPULATION_FIELD = "POPULATION_FIELD"
    ATTRIBUTES = "ATTRIBUTES"
    MIN_POPULATION = "MIN_POPULATION"
    MAX_POPULATION = "MAX_POPULATION"
    TARGET_POPULATION = "TARGET_POPULATION"
    COMMUNE_FIELD = "COMMUNE_FIELD"
    BARRIERS = "BARRIERS"
    BARRIER_TOLERANCE = "BARRIER_TOLERANCE"
    BARRIER_FIELD = "BARRIER_FIELD"
    CROSSINGS = "CROSSINGS"
    CROSSING_FIELDS = "CROSSING_FIELDS"
    WEIGHTS = "WEIGHTS"
    AREA_COUNT = "AREA_COUNT"
    COUNTS = "COUNTS"
    COUNTS_COMMUNE_FIELD = "COUNTS_COMMUNE_FIELD"
    COUNTS_NUMBER_FIELD = "COUNTS_NUMBER_FIELD"
    LEVELS = "LEVELS"
    FIXED_FIELD = "FIXED_FIELD"
    FIXED_NAME_FIELD = "FIXED_NAME_FIELD"
    SEED = "SEED"
    COMPACTNESS = "COMPACTNESS"
    EFFORT = "EFFORT"
    OUTPUT = "OUTPUT"
    OUTPUT_UNITS = "OUTPUT_UNITS"
    AREAS = "AREAS"
    UNMET = "UNMET"
    WSS_SHARE = "WSS_SHARE"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Delineate areas")

    def help_text(self) -> str:
        """Return purpose, method and an example."""
        return tr(
            "Proposes Quartiere or Sozialräume for planners: areas made of whole units (blocks, census cells, or the "
            "areas of a lower level) that hang together, hold a minimum and a maximum of inhabitants, stay inside "
            "their commune, respect barriers and are as alike inside as possible in the chosen attributes.\n\n"
            "Method: neighbouring units are joined by Ward's criterion up to the maximum; then areas are exchanged "
            "and units moved across borders while the sum of squares within the areas falls. Each attribute is "
            "standardised first (mean 0, standard deviation 1 over the units). Uninhabited units belong to areas "
            "too, so that no gap remains.\n\n"
            "Where the bounds cannot be held, the log says which unit or commune prevents it: a unit above the "
            "maximum stays alone, a commune below the minimum becomes one area, a part that a barrier cuts off "
            "joins across the barrier with the longest common border, an island stays alone. Commune borders are "
            "never crossed. The result comes in a metric coordinate system.\n\n"
            "Example: blocks with 700 to 8.500 inhabitants, target 4.500, level “quartier” give Quartiere. Run it "
            "again on these with 7.000 to 30.000, level “sozialraum” and 2 digits to get Sozialräume, or make both in "
            "one run with LEVELS = sozialraum 7000-30000; quartier 700-4500-8500. The log describes each area in a "
            "sentence."
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self._add_data()
        self._add_bounds()
        self._add_decisions()
        self.add_naming()
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Areas"), polygon),
            tr(
                "One polygon per area with code, name, level, commune, inhabitants, sums and means of its units. With "
                "LEVELS the areas of all levels, the smallest first, with “hinweis” where a requirement was not met."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT_UNITS, tr("Units with their area"), polygon, optional=True),
            tr(
                "The input with “gebiet”, the code of the new area (with LEVELS of the lowest level; a field named "
                "after each level above holds its code). If the input has areas of a lower level, their code, name and "
                "level become “einheit”, “einheit_name” and “einheit_ebene”."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber(self.AREAS, tr("Number of areas")))
        self.addOutput(QgsProcessingOutputNumber(self.UNMET, tr("Number of unmet requirements")))
        self.addOutput(QgsProcessingOutputNumber(self.WSS_SHARE, tr("Share of the sum of squares within areas")))

    def _add_data(self) -> None:
        numeric = QgsProcessingParameterField.DataType.Numeric
        anything = QgsProcessingParameterField.DataType.Any
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        barrier_types = [QgsProcessing.SourceType.TypeVectorLine, polygon]
        self.add(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("Units"), [polygon]),
            tr("Polygons that become areas: blocks, census cells or the areas of a lower level, without overlaps."),
        )
        self.add(
            QgsProcessingParameterField(
                self.POPULATION_FIELD, tr("Inhabitants"), fields.POPULATION.name, self.INPUT, numeric, False, True
            ),
            tr("Field with the inhabitants of each unit. A missing value counts as 0 and is reported."),
        )
        self.add(
            QgsProcessingParameterField(
                self.ATTRIBUTES, tr("Attributes to be alike in"), None, self.INPUT, numeric, True, True
            ),
            tr(
                "Social, urban-design and housing traits, best as shares. Areas become as alike inside as possible "
                "in them. A missing value counts as average. Without attributes the areas become compact."
            ),
        )
        self.add(
            QgsProcessingParameterString(self.WEIGHTS, tr("Weights of the attributes"), None, False, True),
            tr(
                "How much an attribute counts, for example: sgb2=2; alter65=0,5. One that is not named counts 1, one "
                "with 0 not at all."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterField(self.COMMUNE_FIELD, tr("Commune"), None, self.INPUT, anything, False, True),
            tr(
                "Field with the code of the commune (usually “gemeinde”). Areas never cross a commune border, and "
                "the code begins each area's code. Without it, all units count as one commune."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.BARRIERS, tr("Barriers"), barrier_types, optional=True),
            tr("Railways, rivers, motorways or main roads, as lines or polygons, that areas should not cross."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.BARRIER_TOLERANCE, tr("Tolerance of barriers (m)"), NUMBER.Double, 10.0, minValue=0.01
            ),
            tr("Two units are apart if at least half of their common border lies within this distance of a barrier."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterField(
                self.BARRIER_FIELD, tr("Name or kind of the barrier"), None, self.BARRIERS, anything, False, True
            ),
            tr("Field with what a barrier is called in the log, such as “Lauter” or “rail”; else the layer's name."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.CROSSINGS,
                tr("Bridges and underpasses that open a barrier"),
                [QgsProcessing.SourceType.TypeVectorLine],
                optional=True,
            ),
            tr(
                "Street or path lines. Where one of them crosses a barrier within the common border of two units, the "
                "barrier does not keep these apart. Left empty, barriers hold everywhere."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterField(
                self.CROSSING_FIELDS, tr("Marks of bridges and tunnels"), None, self.CROSSINGS, anything, True, True
            ),
            tr(
                "Fields such as “bridge” and “tunnel”: only lines with a mark in one of them count. Empty, 0, no, "
                "nein, F and false are no marks. Without fields every line counts, level crossings too."
            ),
            advanced=True,
        )

    def _add_bounds(self) -> None:
        self.add(
            QgsProcessingParameterNumber(
                self.MIN_POPULATION, tr("Minimum of inhabitants"), NUMBER.Double, 700, minValue=0
            ),
            tr("No area has fewer inhabitants, unless the log explains why. The labour agency asks for 1.000."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.MAX_POPULATION, tr("Maximum of inhabitants"), NUMBER.Double, 8500, minValue=1
            ),
            tr("No area has more inhabitants, unless a single unit alone exceeds it."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.TARGET_POPULATION, tr("Target of inhabitants"), NUMBER.Double, 4500, optional=True, minValue=1
            ),
            tr(
                "Mean size wanted; it gives the number of areas of each commune. Empty or outside the bounds: their "
                "middle."
            ),
        )
        self._add_counts()
        self.add(
            QgsProcessingParameterNumber(
                self.COMPACTNESS, tr("Compactness"), NUMBER.Double, 0.3, minValue=0, maxValue=1
            ),
            tr(
                "How much short borders count beside homogeneity: 0 only homogeneity, which may give ragged areas; "
                "1 compact areas first."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                self.EFFORT, tr("Effort"), list(reversed(EFFORTS)), False, EFFORTS[1], False, usesStaticStrings=True
            ),
            tr("“thorough” improves the first division, “fast” leaves it as it is (good for a first look)."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(self.SEED, tr("Seed"), NUMBER.Integer, 1, minValue=0),
            tr("Start of the random numbers: the same seed and input give the same areas."),
            advanced=True,
        )

    def _add_counts(self) -> None:
        anything = QgsProcessingParameterField.DataType.Any
        self.add(
            QgsProcessingParameterNumber(
                self.AREA_COUNT, tr("Number of areas"), NUMBER.Integer, None, optional=True, minValue=1
            ),
            tr("How many areas there are to be in all, instead of a target size. Left empty, the target counts."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.COUNTS,
                tr("Number of areas per commune"),
                [QgsProcessing.SourceType.TypeVector],
                optional=True,
            ),
            tr(
                "Table with the code of each commune and the number of its areas. With LEVELS it counts for the "
                "smallest level, or for the one that a column “ebene” names."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterField(
                self.COUNTS_COMMUNE_FIELD, tr("Commune in the table of numbers"), fields.COMMUNE.name, self.COUNTS,
                anything, False, True,
            ),
            tr("Field with the code of the commune; usually “gemeinde”."),
            advanced=True,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterField(
                self.COUNTS_NUMBER_FIELD, tr("Number in the table of numbers"), "anzahl", self.COUNTS, anything, False,
                True,
            ),
            tr("Field with the number of areas; usually “anzahl”."),
            advanced=True,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterString(self.LEVELS, tr("Levels within each other"), None, False, True),
            tr(
                "Makes several levels in one run, each with its bounds of inhabitants, the largest areas first: "
                "sozialraum 8000-25000; quartier 1500-5000. A third number in the middle is the target: quartier "
                "1500-3000-5000. “gemeinde” without numbers at the beginning adds the communes. The smaller areas "
                "never cross the larger ones. Minimum, maximum, target and level above then do not count."
            ),
        )

    def _add_decisions(self) -> None:
        anything = QgsProcessingParameterField.DataType.Any
        self.add(
            QgsProcessingParameterField(self.FIXED_FIELD, tr("Fixed area"), None, self.INPUT, anything, False, True),
            tr(
                "Field with the code of the area that a unit belongs to by your decision; empty where you leave it "
                "open. Equal codes end in one area, which keeps the code; different ones never share an area. With "
                "LEVELS it counts for the smallest level."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.FIXED_NAME_FIELD, tr("Name of the fixed area"), None, self.INPUT, anything, False, True
            ),
            tr("Field with the name that the fixed area keeps."),
            advanced=True,
        )
