"""The parameters of areaprofiles."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterColor,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ...core.fields import Level
from ...core.messages import tr
from ...core.profiles.colours import Theme
from ...core.profiles.comparison import DEFAULT_TILES
from ...core.profiles.texts import LANGUAGES
from ...core.publication import PUBLICATION, USES
from ..algorithm import SozialraumAlgorithm


class ProfileParameters(SozialraumAlgorithm):
    """Declares what areaprofiles asks and gives; the work is in its subclass."""

    AREAS = "AREAS"
    INDICATORS = "INDICATORS"
    INDEX = "INDEX"
    LEVEL = "LEVEL"
    MODE = "MODE"
    TITLE = "TITLE"
    AUTHOR = "AUTHOR"
    EDITION = "EDITION"
    CREDIT = "CREDIT"
    ACCENT = "ACCENT"
    TILES = "TILES"
    LANGUAGE = "LANGUAGE"
    DPI = "DPI"
    OUTPUT_FOLDER = "OUTPUT_FOLDER"
    CHART_FOLDER = "CHART_FOLDER"
    OUTPUT_TABLE = "OUTPUT_TABLE"
    COUNT = "COUNT"
    COMBINED = "COMBINED"
    BACKGROUND = ("STREETS", "BUILDINGS", "RAILWAY", "WATER", "GREEN", "FACILITIES")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare inputs, the look and the outputs."""
        self._add_tables()
        self._add_background()
        self._add_look()
        self._add_outputs()

    def _add_tables(self) -> None:
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        tables = [QgsProcessing.SourceType.TypeVector]
        self.add(
            QgsProcessingParameterFeatureSource(self.AREAS, tr("Areas"), polygons),
            tr(
                "Polygons of all levels with the fields gebiet, gebiet_name and ebene, and if there are any "
                "uebergeordnet, gemeinde and einwohner. One level alone works too, then without comparison."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.INDICATORS, tr("Indicator table"), tables),
            tr(
                "Long table with one row per area, indicator and Stichtag, as “Compute indicators” makes it: gebiet, "
                "indikator, indikator_name, stichtag, wert, zaehler, nenner, masseinheit, polaritaet, quelle, "
                "kennzeichen; untergrenze and obergrenze become whiskers, a change of gebietsstand a break in the time "
                "series, and a field thema of your own groups the indicators."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.INDEX, tr("Index table"), tables, optional=True),
            tr(
                "Classes by area, as “Status and dynamics” makes them: gebiet, status, dynamik, gesamt, "
                "ausgeschlossen. A field stabil or robustheit with the share of variants in the same class is printed "
                "beside the class. Without the table the profiles carry no class."
            ),
        )
        self.add(
            QgsProcessingParameterString(self.LEVEL, tr("Level"), defaultValue=Level.SOCIAL_AREA),
            tr("Value of the field ebene of the areas that get a profile, such as sozialraum, quartier or gemeinde."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.MODE, tr("Use"), list(USES), defaultValue=PUBLICATION, usesStaticStrings=True
            ),
            tr(
                "publication leaves out what is hidden or for internal use. internal prints what the table has, and "
                "“intern – nicht weitergeben” on each page and _intern in the name of each file."
            ),
        )

    def _add_background(self) -> None:
        self._add_ground()
        anything = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
        self.add(
            QgsProcessingParameterVectorLayer("FACILITIES", tr("Facilities"), anything, optional=True),
            tr("Points with the fields art and name; day-care centres, schools, stops and others become letters."),
        )

    def _add_ground(self, advanced: bool = False) -> None:
        """Add the layers below the areas, the same for profiles and reports."""
        anything = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
        layers = (
            ("STREETS", tr("Streets"), tr("Lines for the ground of the map; a field art tells main roads from paths.")),
            ("BUILDINGS", tr("Buildings"), tr("Footprints for the ground of the map.")),
            ("RAILWAY", tr("Railway"), tr("Lines for the ground of the map.")),
            ("WATER", tr("Water"), tr("Rivers as lines or lakes as polygons for the ground of the map.")),
            ("GREEN", tr("Green spaces"), tr("Parks and woods as polygons for the ground of the map.")),
        )
        for name, title, text in layers:
            self.add(QgsProcessingParameterVectorLayer(name, title, anything, optional=True), text, advanced)

    def _add_publisher(self, publisher_help: str) -> None:
        """Add publisher, boundaries and the map's source, which profiles and reports name alike."""
        self.add(QgsProcessingParameterString(self.AUTHOR, tr("Publisher"), optional=True), publisher_help)
        self.add(
            QgsProcessingParameterString(self.EDITION, tr("Boundaries as of"), optional=True),
            tr("Gebietsstand as it shall be printed, such as 01.01.2026; empty: not mentioned."),
        )
        self.add(
            QgsProcessingParameterString(self.CREDIT, tr("Source of the map"), optional=True),
            tr("Stands below the map, such as © OpenStreetMap-Mitwirkende."),
        )

    def _add_look(self) -> None:
        self.add(
            QgsProcessingParameterString(self.TITLE, tr("Title"), defaultValue="Sozialraumprofil"),
            tr("Head line of each page and first part of the PDF's title, such as Sozialraumprofil 2025."),
        )
        self._add_publisher(tr("Municipality or office for the imprint in the footer and the author in the PDF."))
        self.add(
            QgsProcessingParameterColor(self.ACCENT, tr("Accent colour"), defaultValue=Theme().accent),
            tr("One colour for headings, figures and the area itself; contrast with white at least 4.5 : 1."),
        )
        self.add(
            QgsProcessingParameterString(self.TILES, tr("Key figures"), ",".join(DEFAULT_TILES), optional=True),
            tr(
                "Up to eight indicator codes with commas between them. Where one has no values, another indicator of "
                "the table takes its place."
            ),
        )
        self.add(
            QgsProcessingParameterEnum(self.LANGUAGE, tr("Language"), list(LANGUAGES), defaultValue=0),
            tr("Language of the profiles' own words: German or English. Indicator names stay as they are."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(self.DPI, tr("Resolution (dpi)"), defaultValue=150, minValue=72, maxValue=600),
            tr("Only matters for what cannot be drawn as lines; text, maps and charts stay sharp at any size."),
            advanced=True,
        )

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFolderDestination(self.OUTPUT_FOLDER, tr("Folder of the PDFs")),
            tr(
                "One file per area, code_name.pdf, and profile_alle.pdf with all; for internal use their names end in "
                "_intern. Files of the same name are replaced."
            ),
        )
        self.add(
            QgsProcessingParameterFolderDestination(
                self.CHART_FOLDER, tr("Folder of the charts"), optional=True, createByDefault=False
            ),
            tr(
                "The charts as SVG files. To print from a project later, choose the folder diagramme beside the "
                "project. Empty: the charts are only in the PDF files."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT_TABLE,
                tr("Profile texts"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            ),
            tr("The areas with every text of their profile, ready to print: the atlas layer of the project's layout."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Number of profiles")))
        self.addOutput(QgsProcessingOutputFile(self.COMBINED, tr("All profiles in one PDF")))
