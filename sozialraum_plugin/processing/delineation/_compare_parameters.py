"""What the user is asked for when an old and a new division are compared."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core import fields
from ...core.messages import tr
from ._address_fields import AddressAlgorithm

PUBLICATION, INTERNAL = "publication", "internal"  # as in computeindicators
NUMBER = QgsProcessingParameterNumber.Type


class CompareParameters(AddressAlgorithm):
    """Title, help, parameters and outputs of `compareareas`."""

    stage = "delineation"

    OLD = "OLD"
    NEW = "NEW"
    CODE_FIELD = "CODE_FIELD"
    NAME_FIELD = "NAME_FIELD"
    NEW_CODE_FIELD = "NEW_CODE_FIELD"
    NEW_NAME_FIELD = "NEW_NAME_FIELD"
    LEVEL_FIELD = "LEVEL_FIELD"
    LEVEL = "LEVEL"
    POPULATION_FIELD = "POPULATION_FIELD"
    INDICATORS = "INDICATORS"
    MODE = "MODE"
    MIN_COUNT = "MIN_COUNT"
    MIN_BASE = "MIN_BASE"
    SLIVER_WIDTH = "SLIVER_WIDTH"
    BACKGROUND = "BACKGROUND"
    TITLE = "TITLE"
    OLD_TITLE = "OLD_TITLE"
    NEW_TITLE = "NEW_TITLE"
    SOURCE = "SOURCE"
    AUTHOR = "AUTHOR"
    CHANGES = "CHANGES"
    STREETS = "STREETS"
    CROSSWALK = "CROSSWALK"
    AREAS_COMPARED = "AREAS_COMPARED"
    VALUES_COMPARED = "VALUES_COMPARED"
    REPORT = "REPORT"
    PDF = "PDF"
    CHANGED_AREAS = "CHANGED_AREAS"
    MOVED_ADDRESSES = "MOVED_ADDRESSES"
    MOVED_INHABITANTS = "MOVED_INHABITANTS"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Compare old and new areas")

    def help_text(self) -> str:
        """Return purpose, method and an example."""
        return tr(
            "Shows what a new division changes against an old one: the ground, streets and inhabitants that go from "
            "one area to another, what became of each area, the crosswalk for time series, indicators before and "
            "after, and both maps side by side as a PDF. For the talks with experts and the council's decision.\n\n"
            "Method: each address lies in one old and one new area; inhabitants at addresses are the weights, never "
            "ground. An old and a new area continue each other if each holds more of the other's inhabitants than any "
            "other does; codes need not be the same. What does not continue, moves. An area is unchanged, has a "
            "changed border, is split, merged or new. Counts are carried over by shares of the old area's inhabitants, "
            "rates from numerator and denominator; values without these are not. Hidden values stay hidden.\n\n"
            "In mode publication, groups of 1 to below MIN_COUNT inhabitants are hidden (“geheim”) and count where "
            "most of their old area does, in the crosswalk and all that follows from it. So nothing can be computed "
            "back, but sums of new areas may be off by a few. Use mode internal for exact weights in the office.\n\n"
            "Example: OLD = “vorschlag”, NEW = “ueberarbeitet”, ADDRESSES = “adressen” with “einwohner”, PDF = "
            "vergleich.pdf."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self._add_divisions()
        self._add_addresses()
        self._add_indicators()
        self._add_page()
        self._add_outputs()

    def _add_divisions(self) -> None:
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        layers = (
            (self.OLD, tr("Old areas"), tr("Polygons of the areas as they were: one level, or all with LEVEL.")),
            (self.NEW, tr("New areas"), tr("Polygons of the areas as they will be, of the same level.")),
        )
        for name, title, help_text in layers:
            self.add(QgsProcessingParameterFeatureSource(name, title, [polygon]), help_text)
        self.add(
            QgsProcessingParameterString(self.LEVEL, tr("Level"), None, optional=True),
            tr("Level to compare (quartier, sozialraum, ...) where the layers hold several. Empty: there is only one."),
        )
        code, name = fields.AREA.name, fields.AREA_NAME.name
        choices = (
            (self.CODE_FIELD, tr("Code of the old area"), code, self.OLD, tr("Field of the old areas with the code.")),
            (self.NAME_FIELD, tr("Name of the old area"), name, self.OLD, tr("Field with the name. May be absent.")),
            (
                self.NEW_CODE_FIELD, tr("Code of the new area"), code, self.NEW,
                tr("Field of the new areas with the code."),
            ),
            (
                self.NEW_NAME_FIELD, tr("Name of the new area"), name, self.NEW,
                tr("Field with the name. May be absent."),
            ),
            (
                self.LEVEL_FIELD, tr("Level of the area"), fields.LEVEL.name, self.OLD,
                tr("Field with the level, of the same name in both layers. May be absent."),
            ),
        )  # fmt: skip
        for key, title, default, parent, help_text in choices:
            parameter = QgsProcessingParameterField(key, title, default, parent, optional=True)
            self.add(parameter, help_text, advanced=True)
        self.add(
            QgsProcessingParameterNumber(
                self.SLIVER_WIDTH, tr("Width of a sliver (m)"), NUMBER.Double, 1.0, minValue=0
            ),
            tr("Ground that differs in a narrower strip, without an address, is inaccuracy and no change."),
            advanced=True,
        )

    def _add_addresses(self) -> None:
        point = QgsProcessing.SourceType.TypeVectorPoint
        self.add(
            QgsProcessingParameterFeatureSource(self.ADDRESSES, tr("Addresses"), [point]),
            tr("Address points, if possible with inhabitants. Without street names the table of streets stays empty."),
        )
        self.add(
            QgsProcessingParameterField(
                self.POPULATION_FIELD, tr("Inhabitants"), fields.POPULATION.name, self.ADDRESSES, optional=True
            ),
            tr("Field of the addresses with their inhabitants. Without it each address counts 1; the log says so."),
        )
        self.add_address_fields()

    def _add_indicators(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INDICATORS, tr("Indicators of the old areas"), [QgsProcessing.SourceType.TypeVector], optional=True
            ),
            tr("Long table as “Compute indicators” makes it, with “zaehler” and “nenner”, to be carried over."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.MODE, tr("Use"), [PUBLICATION, INTERNAL], defaultValue=PUBLICATION, usesStaticStrings=True
            ),
            tr("publication hides small numbers; internal shows all and must not leave the office."),
        )
        self.add(
            QgsProcessingParameterNumber(self.MIN_COUNT, tr("Smallest count shown"), NUMBER.Integer, 3, minValue=0),
            tr("Counts from 1 to below this number are hidden (usual: 3, 5 or 10), and so are remainders of a share."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(self.MIN_BASE, tr("Smallest base of a rate"), NUMBER.Integer, 30, minValue=0),
            tr("Rates with a denominator below this number are hidden; 0 shows all."),
            advanced=True,
        )

    def _add_page(self) -> None:
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.BACKGROUND,
                tr("Layers on both maps"),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
                optional=True,
            ),
            tr("Streets, railway or rivers, drawn as thin grey lines on the maps of the PDF."),
            advanced=True,
        )
        texts = (
            (self.TITLE, tr("Title"), tr("Head line of the PDF. Empty: “Old and new areas compared”.")),
            (self.OLD_TITLE, tr("Title of the old map"), tr("Such as “Proposal of 12.03.2025”. Empty: “Before”.")),
            (self.NEW_TITLE, tr("Title of the new map"), tr("Such as “After the expert talks”. Empty: “After”.")),
            (self.SOURCE, tr("Source"), tr("Source and Stichtag of the inhabitants for the foot of the PDF.")),
            (self.AUTHOR, tr("Publisher"), tr("Municipality or office, for the foot and the author of the PDF.")),
        )
        for name, title, help_text in texts:
            self.add(QgsProcessingParameterString(name, title, None, optional=True), help_text, advanced=True)

    def _add_outputs(self) -> None:
        vector, polygon = QgsProcessing.SourceType.TypeVector, QgsProcessing.SourceType.TypeVectorPolygon
        sinks = (
            (
                self.CHANGES, tr("Changes"), polygon, False, True,
                tr("Ground that goes from one area to another, with the addresses and inhabitants on it."),
            ),
            (
                self.STREETS, tr("Streets that change their area"), vector, True, True,
                tr("Streets with the ranges of house numbers that go from one area to another."),
            ),
            (
                self.CROSSWALK, tr("Crosswalk"), vector, True, True,
                tr("Old and new area, addresses and inhabitants in both, and their shares of either area (0 to 1)."),
            ),
            (
                self.AREAS_COMPARED, tr("Areas compared"), vector, True, True,
                tr("Each new area with the one it comes from, what happened to it, and inhabitants before and after."),
            ),
            (
                self.VALUES_COMPARED, tr("Indicators compared"), vector, True, False,
                tr("Each indicator before and after for each new area, and what that rests on. Needs INDICATORS."),
            ),
            (
                self.REPORT, tr("Report"), vector, True, True,
                tr("Areas and addresses that are left out, were mended or lie in one division only, with the reason."),
            ),
        )  # fmt: skip
        for name, title, kind, optional, by_default, help_text in sinks:
            sink = QgsProcessingParameterFeatureSink(name, title, kind, None, optional, by_default)
            self.add(sink, help_text)
        self.add(
            QgsProcessingParameterFileDestination(
                self.PDF, tr("Both maps side by side (PDF)"), "PDF (*.pdf)", optional=True, createByDefault=False
            ),
            tr("A4 pages with both maps at one extent, a legend and the table of all areas."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.CHANGED_AREAS, tr("Areas that are not unchanged")))
        self.addOutput(QgsProcessingOutputNumber(self.MOVED_ADDRESSES, tr("Addresses that change their area")))
        self.addOutput(QgsProcessingOutputNumber(self.MOVED_INHABITANTS, tr("Inhabitants that change their area")))
