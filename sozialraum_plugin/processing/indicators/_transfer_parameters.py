"""Parameters of `transfer`."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.fields import AREA
from ...core.indicators.transfers.transfer_run import VARIATION
from ...core.indicators.transfers.transfer_unknown import MISSING_MEANS, UNKNOWN
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm

ESTIMATE = "estimate"
HIDDEN_CHOICES = (UNKNOWN, ESTIMATE)
AS_INPUT, WIDE, COUNTS = "input", "wide", "counts"
FORMATS = (AS_INPUT, WIDE, COUNTS)
POLYGON = QgsProcessing.SourceType.TypeVectorPolygon
ANY = QgsProcessing.SourceType.TypeVector


class TransferParameters(SozialraumAlgorithm):
    """Names and declarations of the parameters."""

    SOURCE = "SOURCE"
    SOURCE_CODE_FIELD = "SOURCE_CODE_FIELD"
    TARGET = "TARGET"
    TARGET_CODE_FIELD = "TARGET_CODE_FIELD"
    TABLE = "TABLE"
    TABLE_CODE_FIELD = "TABLE_CODE_FIELD"
    COUNT_FIELDS = "COUNT_FIELDS"
    RATES = "RATES"
    WEIGHTS = "WEIGHTS"
    WEIGHT_FIELD = "WEIGHT_FIELD"
    BUILDINGS = "BUILDINGS"
    BUILDING_TYPE_FIELD = "BUILDING_TYPE_FIELD"
    LEVELS_FIELD = "LEVELS_FIELD"
    CALIBRATE = "CALIBRATE"
    CROSSWALK = "CROSSWALK"
    HIDDEN = "HIDDEN"
    MISSING = "MISSING"
    THRESHOLD = "THRESHOLD"
    VARIATION = "VARIATION"
    FORMAT = "FORMAT"
    REFERENCE_DATE = "REFERENCE_DATE"
    SOURCE_NAME = "SOURCE_NAME"
    OUTPUT = "OUTPUT"
    DETAILS = "DETAILS"
    OUTPUT_CROSSWALK = "OUTPUT_CROSSWALK"
    REPORT = "REPORT"

    def add_areas(self) -> None:
        """Add both layers of areas."""
        self.add(
            QgsProcessingParameterFeatureSource(self.SOURCE, tr("Areas or grid with the values"), [POLYGON]),
            tr("Polygons of the areas that the values are delivered for: older areas, census cells, voting districts."),
        )
        self.add(
            QgsProcessingParameterField(
                self.SOURCE_CODE_FIELD, tr("Code of these areas"), AREA.name, self.SOURCE, optional=True
            ),
            tr("Field with their code. Where “gebiet” is missing, “gitter_id” serves."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.TARGET, tr("Areas wanted"), [POLYGON]),
            tr("Polygons of the areas that shall have the values, of one level, without overlaps."),
        )
        self.add(
            QgsProcessingParameterField(
                self.TARGET_CODE_FIELD, tr("Code of the areas wanted"), AREA.name, self.TARGET, optional=True
            ),
            tr("Field with their code."),
        )

    def add_values(self) -> None:
        """Add the table and what its columns are."""
        self.add(
            QgsProcessingParameterFeatureSource(self.TABLE, tr("Table of values"), [ANY], optional=True),
            tr(
                "Table with one row per area (wide), or with one per area and variable (long: merkmal and wert, or "
                "indikator with zaehler and nenner). Empty: the values are attributes of the source areas."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.TABLE_CODE_FIELD, tr("Code of the area in the table"), AREA.name, self.TABLE, optional=True
            ),
            tr("Field of the table with the code of the source area."),
        )
        self.add(
            QgsProcessingParameterString(self.COUNT_FIELDS, tr("Columns with counts"), optional=True),
            tr(
                "Of a wide table: columns with numbers of people, households, dwellings, separated by commas. They are "
                "shared out, their total is kept. Empty, and RATES too: the columns of census grids that are known."
            ),
        )
        self.add(
            QgsProcessingParameterString(self.RATES, tr("Rates and means"), multiLine=True, optional=True),
            tr(
                "Separated by semicolons: “alter : einwohner” is a mean weighted by a count; “anteil = 100 * "
                "auslaender / einwohner” is computed from two counts that are carried over; “miete” alone is weighted "
                "by the weights. Never name a rate as a count."
            ),
        )

    def add_weights(self) -> None:
        """Add the layers by which values are shared out."""
        self.add(
            QgsProcessingParameterFeatureSource(self.WEIGHTS, tr("Weights"), [ANY], optional=True),
            tr(
                "Addresses (points) or buildings (polygons). Without WEIGHTS, BUILDINGS and CROSSWALK the values are "
                "shared out by ground, which the result says."
            ),
        )
        self.add(
            QgsProcessingParameterField(self.WEIGHT_FIELD, tr("Weight"), None, self.WEIGHTS, optional=True),
            tr(
                "Field with inhabitants, dwellings or volume. Empty: an address weighs by its building (BUILDINGS), "
                "or 1; a building by its footprint and storeys."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.BUILDINGS, tr("Buildings"), [POLYGON], optional=True),
            tr("Footprints of the buildings; an address weighs by the floor space of its building that is its share."),
        )
        for name, title, text in (
            (
                self.BUILDING_TYPE_FIELD,
                tr("Use of the building"),
                tr("Field with the use; where nobody lives, addresses weigh nothing. Empty: a field of a usual name."),
            ),
            (
                self.LEVELS_FIELD,
                tr("Storeys"),
                tr("Field with storeys or height; unknown ones count as the median. Empty: a field of a usual name."),
            ),
        ):
            field = QgsProcessingParameterField(name, title, None, self.BUILDINGS, optional=True)
            self.add(field, text, advanced=True)
        self.add(
            QgsProcessingParameterBoolean(self.CALIBRATE, tr("Learn densities from the values"), True),
            tr(
                "Small and large buildings hold different numbers of people per square metre: these are estimated for "
                "each count from the source areas (Poisson regression by the EM algorithm, with a prior)."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.CROSSWALK, tr("Crosswalk"), [ANY], optional=True),
            tr("Table gebiet_von, gebiet_nach, anteil of an earlier run. It takes the place of all weights."),
            advanced=True,
        )

    def add_treatment(self) -> None:
        """Add how unknown values are treated."""
        self.add(
            QgsProcessingParameterEnum(
                self.HIDDEN, tr("Hidden values"), list(HIDDEN_CHOICES), defaultValue=UNKNOWN, usesStaticStrings=True
            ),
            tr(
                "unknown: areas that take part in a hidden value have no value (“unvollstaendig”), but the known part "
                "and the range it is in. estimate: the weights tell where in its range a hidden count probably is; the "
                "areas are marked “unsicher”. Hidden values are never taken as zero."
            ),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.MISSING, tr("Missing values"), list(MISSING_MEANS), defaultValue=UNKNOWN, usesStaticStrings=True
            ),
            tr(
                "What an empty cell, or an area without a row, means. unknown: anything; small: from 0 to below "
                "THRESHOLD, as in census grids; small_at_weights: so, but 0 where no address or building lies; zero: "
                "nothing there (only if you know)."
            ),
        )
        integer = QgsProcessingParameterNumber.Type.Integer
        self.add(
            QgsProcessingParameterNumber(self.THRESHOLD, tr("Smallest count shown"), integer, 3, minValue=0),
            tr("The source hides counts from 1 to below this number. 0: not known."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.VARIATION, tr("Variation of densities"), QgsProcessingParameterNumber.Type.Double, VARIATION,
                minValue=0.0,
            ),
            tr(
                "For the standard error: by how much, relative to their mean, the people at addresses of the same "
                "weight vary (coefficient of variation). The default was measured on the grid of a whole town."
            ),
            advanced=True,
        )  # fmt: skip

    def add_results(self) -> None:
        """Add the outputs."""
        self.add(
            QgsProcessingParameterEnum(
                self.FORMAT, tr("Format"), list(FORMATS), defaultValue=AS_INPUT, usesStaticStrings=True
            ),
            tr(
                "input: wide or long as the table is; wide: areas with one column per variable; counts: long table of "
                "counts for “Compute indicators”, where names of census grids become those of the catalogue."
            ),
        )
        self.add(
            QgsProcessingParameterString(self.REFERENCE_DATE, tr("Stichtag"), optional=True),
            tr("For counts from a wide table, as 15.05.2022 (Zensus 2022) or 09.05.2011 (Zensus 2011)."),
        )
        self.add(
            QgsProcessingParameterString(self.SOURCE_NAME, tr("Source"), optional=True),
            tr("Who delivered the values, for “quelle” of the table of counts."),
            advanced=True,
        )
        for name, title, text, kind in (
            (self.OUTPUT, tr("Areas with values"), tr("The values in the areas wanted, with flags and errors."), ANY),
            (
                self.DETAILS,
                tr("Details"),
                tr(
                    "One row per area and variable: value, flag, known part, range, standard error, shares of the "
                    "value from split source areas and from ground."
                ),
                ANY,
            ),
            (
                self.OUTPUT_CROSSWALK,
                tr("Crosswalk used"),
                tr("gebiet_von, gebiet_nach, anteil: the shares of the first count, usable for other tables."),
                ANY,
            ),
            (
                self.REPORT,
                tr("Report"),
                tr("Totals before and after, and each source, target and row that was treated apart, in a sentence."),
                ANY,
            ),
        ):
            first = name == self.OUTPUT
            sink = QgsProcessingParameterFeatureSink(name, title, kind, optional=not first, createByDefault=first)
            self.add(sink, text)
