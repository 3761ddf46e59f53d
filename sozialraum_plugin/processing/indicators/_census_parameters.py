"""Parameters of `importcensusgrid`."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.indicators.census.census_files import SIZES
from ...core.indicators.census.census_join import ABSENT_CHOICES, KEEP
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm

AUTO = "auto"
POLYGONS, POINTS = "polygons", "points"
INSPIRE, SHORT, BOTH = "inspire", "short", "both"


class CensusParameters(SozialraumAlgorithm):
    """Names and declarations of the parameters."""

    INPUT = "INPUT"
    MORE_FILES = "MORE_FILES"
    SIZE = "SIZE"
    FIELDS = "FIELDS"
    AREA_OF_INTEREST = "AREA_OF_INTEREST"
    EXTENT = "EXTENT"
    BUFFER = "BUFFER"
    ABSENT = "ABSENT"
    GEOMETRY = "GEOMETRY"
    ID_FORMAT = "ID_FORMAT"
    FLAGS = "FLAGS"
    OUTPUT = "OUTPUT"

    def add_files(self) -> None:
        """Add the files and what is taken from them."""
        self.add(
            QgsProcessingParameterFile(
                self.INPUT, tr("Grid file (CSV or ZIP)"), fileFilter="CSV, ZIP (*.csv *.txt *.zip)"
            ),
            tr(
                "CSV with one row a cell, or the long files of 2011 with one row per cell and value; also the ZIP "
                "archive as downloaded. Semicolons or commas, decimal comma, UTF-8 or Windows-1252."
            ),
        )
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.MORE_FILES, tr("Further grid files"), QgsProcessing.SourceType.TypeFile, optional=True
            ),
            tr("Further files (CSV or ZIP) of the same cell size; they are joined by cell."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.SIZE, tr("Cell size"), [AUTO, *SIZES], defaultValue=AUTO, usesStaticStrings=True
            ),
            tr("Which table of an archive with several cell sizes is taken. auto: there is only one."),
        )
        self.add(
            QgsProcessingParameterString(self.FIELDS, tr("Columns"), optional=True),
            tr(
                "Names of the columns to take, separated by commas; of long files also a whole Merkmal such as "
                "ALTER_KURZ. Left empty, all columns with values."
            ),
        )

    def add_area(self) -> None:
        """Add which cells are taken."""
        self.add(
            QgsProcessingParameterFeatureSource(
                self.AREA_OF_INTEREST,
                tr("Area of interest"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            tr("Polygons in any coordinate reference system; only cells that touch them are taken."),
        )
        self.add(
            QgsProcessingParameterExtent(self.EXTENT, tr("Extent"), optional=True),
            tr("A rectangle instead of the area of interest, or to cut it further."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.BUFFER, tr("Buffer"), QgsProcessingParameterNumber.Type.Double, 0.0, minValue=0.0
            ),
            tr("Metres around the area of interest or extent from which cells are taken, too."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.ABSENT, tr("Absent cells"), list(ABSENT_CHOICES), defaultValue=KEEP, usesStaticStrings=True
            ),
            tr(
                "Cells of the area that no file has are unknown, not zero: the census leaves out cells with few "
                "people. leave: they stay out; unknown: they come without values, so that later steps know of them; "
                "zero: they come with 0 (only if you know that nobody lives there)."
            ),
        )

    def add_results(self) -> None:
        """Add how the cells are written."""
        self.add(
            QgsProcessingParameterEnum(
                self.GEOMETRY, tr("Geometry"), [POLYGONS, POINTS], defaultValue=POLYGONS, usesStaticStrings=True
            ),
            tr("polygons: squares; points: their middles."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.ID_FORMAT, tr("Format of the id"), [INSPIRE, SHORT, BOTH], defaultValue=INSPIRE,
                usesStaticStrings=True,
            ),
            tr(
                "inspire: CRS3035RES100mN2689100E4337000 (2022); short: 100mN26891E43370 (2011); both: the short one "
                "in “gitter_id_kurz” besides."
            ),
            advanced=True,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterBoolean(self.FLAGS, tr("Columns with the marks"), False),
            tr(
                "Add a column “…_kz” to each column with numbers: fehlt, geheim (-9, star), unsicher (KLAMMERN, "
                "slash, quality marks of 2011), entfaellt, spaeter. “Transfer values to other areas” reads them."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Grid cells"), QgsProcessing.SourceType.TypeVectorAnyGeometry
            ),
            tr("Cells in EPSG:3035 with “gitter_id”, “zellgroesse” (metres) and the columns of the files."),
        )
