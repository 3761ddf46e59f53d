"""The parameters of overviewreport."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterColor,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.fields import Level
from ...core.messages import tr
from ...core.profiles.colours import Theme
from ...core.profiles.comparison import DEFAULT_TILES
from ...core.profiles.texts import LANGUAGES
from ...core.publication import PUBLICATION, USES
from ._profile_builder import ProfileInputs


class OverviewParameters(ProfileInputs):
    """Declares what overviewreport asks and gives; the work is in its subclass."""

    ROBUSTNESS = "ROBUSTNESS"
    RECIPE = "RECIPE"
    CATALOGUE = "CATALOGUE"
    MAPS = "MAPS"
    BRIEFS = "BRIEFS"
    PROFILES_FOLDER = "PROFILES_FOLDER"
    OUTPUT = "OUTPUT"
    PAGES = "PAGES"
    PROFILES = "PROFILES"
    BACKGROUND = ("STREETS", "BUILDINGS", "RAILWAY", "WATER", "GREEN")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare inputs, the look and the outputs."""
        self._add_inputs()
        self._add_index()
        self._add_ground(advanced=True)
        self._add_contents()
        self._add_imprint()
        self.add(
            QgsProcessingParameterFileDestination(self.OUTPUT, tr("Overview report"), tr("PDF files (*.pdf)")),
            tr("One PDF with everything; for internal use its name ends in _intern. A file of that name is replaced."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.PAGES, tr("Number of pages without profiles")))
        self.addOutput(QgsProcessingOutputNumber(self.PROFILES, tr("Number of profiles appended")))

    def _add_inputs(self) -> None:
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        tables = [QgsProcessing.SourceType.TypeVector]
        self.add(
            QgsProcessingParameterFeatureSource(self.AREAS, tr("Areas"), polygons),
            tr(
                "Polygons of all levels with the fields gebiet, gebiet_name and ebene, and if there are any "
                "uebergeordnet, gemeinde and einwohner."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.INDICATORS, tr("Indicator table"), tables),
            tr(
                "Long table with one row per area, indicator and Stichtag, as “Compute indicators” makes it and “Area "
                "profiles” reads it."
            ),
        )
        self.add(
            QgsProcessingParameterString(self.LEVEL, tr("Level"), defaultValue=Level.SOCIAL_AREA),
            tr("Value of the field ebene of the areas that the report compares, such as sozialraum or gemeinde."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.MODE, tr("Use"), list(USES), defaultValue=PUBLICATION, usesStaticStrings=True
            ),
            tr(
                "publication leaves out what is hidden or for internal use. internal prints what the table has, and "
                "“intern – nicht weitergeben” on each page and _intern in the name of the file."
            ),
        )

    def _add_index(self) -> None:
        tables = [QgsProcessing.SourceType.TypeVector]
        self.add(
            QgsProcessingParameterFeatureSource(self.INDEX, tr("Index table"), tables, optional=True),
            tr(
                "Output of “Status and dynamics index” or of “Composite index”. Without it the report has no ranking, "
                "no map of the index and no burdened areas in brief."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.ROBUSTNESS, tr("Robustness"), tables, optional=True),
            tr(
                "Output of “Robustness of an index”, or any table with gebiet and stabil: the share of variants in "
                "which an area keeps its class. Empty: taken from the index table if it has such a column."
            ),
        )
        self.add(
            QgsProcessingParameterFile(
                self.RECIPE, tr("Recipe of the index"), extension="json", optional=True, defaultValue=None
            ),
            tr("JSON file that “Composite index” writes; the method sheet then tells its steps in words."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFile(self.CATALOGUE, tr("Catalogue"), extension="csv", optional=True),
            tr("Your own catalogue of indicators (CSV); its definitions in the glossary replace ours."),
            advanced=True,
        )

    def _add_contents(self) -> None:
        self.add(
            QgsProcessingParameterString(self.MAPS, tr("Indicators on maps"), optional=True),
            tr(
                "Indicator codes with commas between them, a map each. Empty: six rates, the SGB II rate first. "
                "Numbers of people do not belong on such maps: large areas would seem burdened for their size."
            ),
        )
        self.add(
            QgsProcessingParameterString(self.TILES, tr("Key figures"), ",".join(DEFAULT_TILES), optional=True),
            tr(
                "Up to eight indicator codes with commas between them, for the burdened areas in brief; the first four "
                "rates of them also stand in the table of areas."
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.BRIEFS, tr("Most areas in brief"), defaultValue=20, minValue=0, maxValue=1000
            ),
            tr(
                "Areas of low or very low status, or of the most burdened class, get half a page each, up to this "
                "number; further ones are named."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFile(
                self.PROFILES_FOLDER,
                tr("Folder of profiles to append"),
                behavior=QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            tr(
                "Folder with the PDFs of “Area profiles”; those of the areas of the level follow the report, in the "
                "order of the codes. Needs qpdf, pdfunite or Ghostscript on the machine."
            ),
        )

    def _add_imprint(self) -> None:
        self.add(
            QgsProcessingParameterString(self.TITLE, tr("Title"), defaultValue="Sozialbericht"),
            tr("On the cover, in the head of each page and in the PDF's title, such as Sozialbericht 2026."),
        )
        self._add_publisher(tr("Municipality or office for the cover, the imprint and the author in the PDF."))
        self.add(
            QgsProcessingParameterColor(self.ACCENT, tr("Accent colour"), defaultValue=Theme().accent),
            tr("Colour of headings and of the darkest class of the maps; contrast with white at least 4.5 : 1."),
        )
        self.add(
            QgsProcessingParameterEnum(self.LANGUAGE, tr("Language"), list(LANGUAGES), defaultValue=0),
            tr("Language of the report's own words: German or English. Indicator names stay as they are."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(self.DPI, tr("Resolution (dpi)"), defaultValue=150, minValue=72, maxValue=600),
            tr("Only matters for what cannot be drawn as lines; text, maps and bars stay sharp at any size."),
            advanced=True,
        )
