"""Addresses from street sections that carry their house numbers left and right."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...core import fields
from ...core.addresses.keys import normal_ags
from ...core.addresses.section_addresses import AREA_CODE, FRACTION, SIDE_ROW, expand, repeated, strays
from ...core.addresses.section_report import (
    REPORT_FIELDS,
    SectionFinding,
    repeated_lines,
    several_areas_lines,
    side_balance,
    side_lines,
)
from ...core.addresses.section_sides import NUMBERS, RIGHT, ROAD_SIDE, SECTION, read_sections, read_sides
from ...core.errors import InputError
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.section_points import SectionLines, distances_to_areas
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance
from ..area_join import AreaLayer, areas_by_position, read_areas
from ..tables import metric_crs, read_rows, required_source, write_rows
from ._section_parameters import COLUMNS, check_chosen, field_texts


class AddressesFromSections(SozialraumAlgorithm):
    """One point for each house number of each side."""

    algorithm_id = "addressesfromsections"
    stage = "addresses"

    INPUT = "INPUT"
    STREET_KEY_LENGTH = "STREET_KEY_LENGTH"
    COMMUNE = "COMMUNE"
    COMMUNE_NAME = "COMMUNE_NAME"
    OFFSET = "OFFSET"
    MOST_NUMBERS = "MOST_NUMBERS"
    CONSECUTIVE = "CONSECUTIVE"
    AREAS = "AREAS"
    AREA_CODE_FIELD = "AREA_CODE_FIELD"
    TOLERANCE = "TOLERANCE"
    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    COUNT = "COUNT"
    LEFT_OUT = "LEFT_OUT"
    REPEATED = "REPEATED"
    SEVERAL_AREAS = "SEVERAL_AREAS"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Addresses from street sections")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Makes address points of street sections (Straßenabschnitte) that carry the first and last house number "
            "of their left and right side. For towns that have no house coordinates, but want a street directory of "
            "their areas.\n\n"
            "Method: left and right, first and last are meant in the direction of the line; the numbers may fall. A "
            "side has all even or all odd numbers between its ends, as these are. They are spread evenly along the "
            "line and set beside it. Whether each of these numbers was given out is not known.\n\n"
            "No range is guessed: one with an unreadable or missing end, with an even and an odd end, or with too many "
            "numbers has no addresses and stands in the report. So do numbers that several sections give and, with the "
            "areas, sides that lie in more than one of them.\n\n"
            "Example for Köln: STREET_FIELD “STRASSE”, STREET_KEY_FIELD “NUMMER”, STREET_KEY_LENGTH 5, "
            "FROM_LEFT_FIELD “HSNR_V_L”, TO_LEFT_FIELD “HSNR_B_L”, FROM_RIGHT_FIELD “HSNR_V_R”, TO_RIGHT_FIELD "
            "“HSNR_B_R”. Then “Street directory from areas” with the points."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        line, polygon = QgsProcessing.SourceType.TypeVectorLine, QgsProcessing.SourceType.TypeVectorPolygon
        self.add(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("Street sections"), [line]),
            tr("Lines with the house numbers of both sides."),
        )
        for name, title, help_text, advanced in field_texts():
            field = QgsProcessingParameterField(name, title, None, self.INPUT, optional=True)
            self.add(field, help_text, advanced)
        self._add_values()
        self.add(
            QgsProcessingParameterFeatureSource(self.AREAS, tr("Areas"), [polygon], optional=True),
            tr("Polygons of the areas, to report sides and repeated numbers that lie in several of them."),
        )
        self.add(
            QgsProcessingParameterField(
                self.AREA_CODE_FIELD, tr("Code of the area"), fields.AREA.name, self.AREAS, optional=True
            ),
            tr("Field of the areas with their code."),
        )
        real = QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterNumber(self.TOLERANCE, tr("Tolerance at borders (m)"), real, 10.0, minValue=0.0),
            tr("Sides that reach into another area by less are reported apart, as possible inaccuracy."),
            advanced=True,
        )
        self._add_outputs()

    def _add_values(self) -> None:
        """Declare what is no field."""
        integer, real = QgsProcessingParameterNumber.Type.Integer, QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterNumber(self.OFFSET, tr("Distance from the line (m)"), real, 10.0, minValue=0.0),
            tr("How far beside the line the points are set, in metres."),
        )
        self.add(
            QgsProcessingParameterBoolean(self.CONSECUTIVE, tr("Consecutive numbers"), False),
            tr(
                "A side whose ends are of different parity (1 to 18) has all numbers between. Else it has none and is "
                "reported."
            ),
        )
        self.add(
            QgsProcessingParameterString(self.COMMUNE, tr("AGS of the commune"), optional=True),
            tr("Key of the commune, 8 digits, for sections that do not carry it."),
        )
        self.add(
            QgsProcessingParameterString(self.COMMUNE_NAME, tr("Name of the commune"), optional=True),
            tr("For sections that do not carry it."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.STREET_KEY_LENGTH, tr("Digits of the street key"), integer, 0, minValue=0
            ),
            tr("How many characters of the key's field are the street key, if the section follows. 0: all."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                self.MOST_NUMBERS, tr("Most numbers of a side"), integer, 500, minValue=1, maxValue=5000
            ),
            tr("A side with more numbers is taken for an error and reported."),
            advanced=True,
        )

    def _add_outputs(self) -> None:
        point, vector = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Addresses"), point),
            tr("Points with the address fields, in metres. “quell_id” is the section."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.REPORT, tr("Report"), vector, optional=True),
            tr("Sections and sides without addresses, repeated numbers, sides in several areas, each with the reason."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Number of addresses")))
        self.addOutput(QgsProcessingOutputNumber(self.LEFT_OUT, tr("Number of sides without addresses")))
        self.addOutput(QgsProcessingOutputNumber(self.REPEATED, tr("Addresses that an earlier section gives as well")))
        self.addOutput(QgsProcessingOutputNumber(self.SEVERAL_AREAS, tr("Sides in several areas")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the sections, give each number its point, write, account."""
        source = required_source(self, parameters, self.INPUT, context)
        columns, commune = self._columns(parameters, context), self._commune(parameters, context)
        crs = metric_crs(source)
        table, geometries = read_rows(source, feedback, None, crs, context, with_geometry=True)
        lines = SectionLines(geometries)
        feedback.setProgress(20)
        sections = read_sections(table, columns, self.parameterAsInt(parameters, self.STREET_KEY_LENGTH, context))
        most = self.parameterAsInt(parameters, self.MOST_NUMBERS, context)
        consecutive = self.parameterAsBool(parameters, self.CONSECUTIVE, context)
        sides = read_sides(sections, lines.length > 0, most, consecutive)
        addresses = expand(sections, sides, *commune)
        points = _points(lines, sides, addresses, self.parameterAsDouble(parameters, self.OFFSET, context))
        check_cancelled(feedback)
        feedback.setProgress(50)
        areas = self._read_areas(parameters, crs, context, feedback)
        addresses[AREA_CODE] = areas_by_position(points, areas, feedback)[0]
        first = repeated(addresses)
        main = strays(addresses)
        beyond = distances_to_areas([points[row] for row in main.index], main, zip(areas.codes, areas.geometries))
        tolerance = self.parameterAsDouble(parameters, self.TOLERANCE, context)
        crossing = several_areas_lines(sections, sides, addresses, pd.Series(beyond, main.index), tolerance)
        parts = [side_lines(sections, sides), repeated_lines(sections, sides, addresses, first), crossing]
        feedback.setProgress(70)
        report = pd.concat(parts, ignore_index=True).sort_values(fields.ROW.name, kind="stable")
        sink = (self, parameters, self.OUTPUT, context, feedback)
        results = {
            self.OUTPUT: write_rows(*sink, addresses, fields.ADDRESSES, points, QgsWkbTypes.Type.Point, crs),
            self.REPORT: write_rows(self, parameters, self.REPORT, context, feedback, report, REPORT_FIELDS),
            self.COUNT: len(addresses),
            self.LEFT_OUT: int((sides[NUMBERS].map(len) == 0).sum()),
            self.REPEATED: int((first >= 0).sum()),
            self.SEVERAL_AREAS: len(crossing),
        }
        _account(source, sides, report, len(addresses), feedback)
        return {name: value for name, value in results.items() if value is not None}

    def _columns(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, str]:
        """Return the chosen fields by our names; raise InputError if street or numbers are missing."""
        chosen = {ours: self.parameterAsString(parameters, name, context) for name, ours in COLUMNS.items()}
        check_chosen(chosen)
        return chosen

    def _commune(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[str, str]:
        """Return key and name of the commune; raise InputError if the key is none."""
        given = self.parameterAsString(parameters, self.COMMUNE, context).strip()
        if given and not normal_ags(given):
            raise InputError(
                tr("{parameter}: “{key}” is no AGS of 8 digits, such as 05113000.").format(
                    parameter=self.COMMUNE, key=given
                )
            )
        return normal_ags(given), self.parameterAsString(parameters, self.COMMUNE_NAME, context).strip()

    def _read_areas(
        self,
        parameters: dict[str, Any],
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> AreaLayer:
        """Return the areas in `crs`, none if none are given."""
        polygons = self.parameterAsSource(parameters, self.AREAS, context)
        if polygons is None:
            return AreaLayer([], [], {})
        field = self.parameterAsString(parameters, self.AREA_CODE_FIELD, context)
        return read_areas(polygons, field, None, crs, context, feedback)


def _points(lines: SectionLines, sides: pd.DataFrame, addresses: pd.DataFrame, offset: float) -> list[QgsGeometry]:
    """Return the point of each address, beside its line."""
    side = sides.iloc[addresses[SIDE_ROW]]
    away = np.where(side[ROAD_SIDE] == RIGHT, offset, -offset)
    places = lines.beside(side[SECTION].to_numpy(dtype=int), addresses[FRACTION].to_numpy(), away)
    return [QgsGeometry.fromPointXY(QgsPointXY(x, y)) for x, y in places.tolist()]


def _account(
    source: QgsProcessingFeatureSource,
    sides: pd.DataFrame,
    report: pd.DataFrame,
    addresses: int,
    feedback: QgsProcessingFeedback,
) -> None:
    """Log the balance of sides, and what the report has beside them."""
    log_balance(feedback, side_balance(sides))
    feedback.pushInfo(
        tr("{addresses} addresses from {sections} sections.").format(
            addresses=format_number(addresses), sections=format_number(len(sides) // 2)
        )
    )
    if not addresses:
        feedback.pushWarning(
            tr("No section of “{layer}” has a range of house numbers.").format(layer=source.sourceName())
        )
    kinds = report[fields.REASON.name].value_counts()
    for kind, sentence in (
        (SectionFinding.REPEATED, tr("Lines of the report on numbers that several sections give: {count}")),
        (SectionFinding.REPEATED_APART, tr("Lines of the report on such numbers in different areas: {count}")),
        (SectionFinding.SEVERAL_AREAS, tr("Lines of the report on sides in several areas: {count}")),
        (SectionFinding.NEAR_BORDER, tr("Lines of the report on such sides within the tolerance: {count}")),
    ):
        if kind in kinds:
            feedback.pushInfo(sentence.format(count=format_number(int(kinds[kind]))))
