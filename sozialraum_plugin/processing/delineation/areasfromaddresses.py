"""Polygons of areas from addresses that carry the code of their area."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsWkbTypes,
)

from ...core import fields
from ...core.balance import Balance
from ...core.delineation.address_columns import text_column
from ...core.delineation.area_report import REPORT_FIELDS, finding_text
from ...core.errors import InputError
from ...core.messages import tr
from ...geo.blocks import hull_frame
from ..algorithm import SozialraumAlgorithm, log_balance
from ..tables import metric_crs, point_coordinates, read_rows, require_columns, required_source, write_rows
from ._address_areas import OUTPUT_FIELDS, draw
from ._block_inputs import read_communes, read_lines


class AreasFromAddresses(SozialraumAlgorithm):
    """Draw the areas around their addresses, along the streets where these are the border."""

    algorithm_id = "areasfromaddresses"
    stage = "delineation"

    ADDRESSES = "ADDRESSES"
    AREA_FIELD = "AREA_FIELD"
    STREETS = "STREETS"
    BLOCKS = "BLOCKS"
    BOUNDARY = "BOUNDARY"
    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    AREAS = "AREAS"
    PARTS = "PARTS"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Areas from addresses")

    def help_text(self) -> str:
        """Return what the algorithm does."""
        return tr(
            "Draws the polygons of areas of which only the addresses are known, for example school districts that are "
            "kept as a street directory. The polygons fill the boundary without gaps and overlaps, and each address "
            "lies in the polygon of its own area.\n\n"
            "Method: the ground is cut into faces along streets and block borders. A face with addresses of one area "
            "belongs to it. A face with addresses of several areas is divided midway between them. A face without "
            "addresses joins the neighbour with the longest common border. Without streets and blocks, all borders "
            "run midway between the addresses.\n\n"
            "The report names addresses that could not be used, addresses of different areas at one place (most "
            "addresses decide, then the lower code), and the parts of areas that do not hang together."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        point, line = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorLine
        polygon, vector = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSource(self.ADDRESSES, tr("Addresses"), [point]),
            tr("Points of the addresses with the code of their area."),
        )
        self.add(
            QgsProcessingParameterField(
                self.AREA_FIELD, tr("Area code"), fields.AREA.name, self.ADDRESSES, optional=True
            ),
            tr("Field of the addresses with the code of their area."),
        )
        for name, title, kind, help_text in (
            (self.STREETS, tr("Streets"), line, tr("Street centre lines, on which borders run where they can.")),
            (self.BLOCKS, tr("Blocks"), polygon, tr("Blocks, on whose outlines borders run where they can.")),
            (
                self.BOUNDARY,
                tr("Boundary"),
                polygon,
                tr("Polygon to fill. Without it, the hull of addresses, streets and blocks with a margin of 50 m."),
            ),
        ):
            self.add(QgsProcessingParameterFeatureSource(name, title, [kind], optional=True), help_text)
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Areas"), polygon),
            tr("One polygon for each area with its addresses, its number of parts and its square metres."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.REPORT, tr("Report"), vector, optional=True),
            tr("Addresses that could not be used, contradictions, areas in several parts."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.AREAS, tr("Number of areas")))
        self.addOutput(QgsProcessingOutputNumber(self.PARTS, tr("Number of parts of all areas")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, draw, check and write."""
        source = required_source(self, parameters, self.ADDRESSES, context)
        field = self.parameterAsString(parameters, self.AREA_FIELD, context)
        require_columns(source, [field])
        crs = metric_crs(source)
        table, geometries = read_rows(source, feedback, [field], crs, context, with_geometry=True)
        points, codes = point_coordinates(geometries), text_column(table[field])
        if not (np.isfinite(points).all(axis=1) & (codes != "").to_numpy()).any():
            raise InputError(
                tr("“{layer}” holds no address with a point and an area code.").format(layer=source.sourceName())
            )
        lines, frame = self._ground(parameters, points, crs, context, feedback)
        feedback.setProgress(20)
        drawn = draw(points, codes, frame, lines, feedback.isCanceled)
        feedback.setProgress(90)
        _account(drawn.kinds, feedback)
        sink = (self, parameters, self.OUTPUT, context, feedback)
        output = write_rows(*sink, drawn.table, OUTPUT_FIELDS, drawn.polygons, QgsWkbTypes.Type.MultiPolygon, crs)
        results = {
            self.OUTPUT: output,
            self.REPORT: write_rows(self, parameters, self.REPORT, context, feedback, drawn.report, REPORT_FIELDS),
            self.AREAS: len(drawn.table),
            self.PARTS: int(drawn.table[fields.PARTS.name].sum()),
        }
        return {name: value for name, value in results.items() if value is not None}

    def _ground(
        self,
        parameters: dict[str, Any],
        points: np.ndarray,
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[list[QgsGeometry], QgsGeometry]:
        """Return the lines that cut and the polygon to fill."""
        lines: list[QgsGeometry] = []
        for name, subject in ((self.STREETS, tr("street lines")), (self.BLOCKS, tr("blocks"))):
            source = self.parameterAsSource(parameters, name, context)
            if source is not None:
                lines += read_lines([source], subject, crs, context, feedback)
        boundary = self.parameterAsSource(parameters, self.BOUNDARY, context)
        if boundary is None:
            return lines, hull_frame(lines, points)
        return lines, QgsGeometry.unaryUnion(read_communes(boundary, "", crs, context, feedback).polygons)


def _account(kinds: pd.Series, feedback: QgsProcessingFeedback) -> None:
    """Log what became of the addresses; an empty kind is an address in the polygon of its area."""
    balance = Balance(tr("addresses"), len(kinds))
    for kind, count in kinds.value_counts(sort=False).items():
        balance.add(finding_text(kind) if kind else tr("in the polygon of their area"), count)
    log_balance(feedback, balance)
