"""The optional tables of page 4: what areaprofiles asks for, and how it reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsSpatialIndex,
    QgsVectorLayer,
)

from ...core.fields import AREA, FLAG, Field
from ...core.messages import tr
from ...core.profiles import local
from ...core.profiles.local import LocalTables
from ...geo.attributes import plain
from ...layouts.profile_layout import FACILITY_KIND
from ..algorithm import log_balance
from ..tables import read_table
from ._profile_builder import ProfileInputs

FACILITY_NAME = "name"


class LocalTableInputs(ProfileInputs):
    """Asks for survey, actors and notes beside what all profiles need."""

    SURVEY = "SURVEY"
    ACTORS = "ACTORS"
    NOTES = "NOTES"

    def _add_tables(self) -> None:
        super()._add_tables()
        tables = [QgsProcessing.SourceType.TypeVector]
        declared = (
            (
                self.SURVEY,
                tr("Survey results"),
                tr(
                    "Table with gebiet, frage, antwort, anteil (percent) and, if known, n (how many answered) and "
                    "kennzeichen. For publication, shares of fewer than 30 answers are printed as ·."
                ),
            ),
            (
                self.ACTORS,
                tr("Actors and measures"),
                tr("Table with gebiet, art, name and aufgabe: who works in the area, and at what."),
            ),
            (
                self.NOTES,
                tr("Notes"),
                tr("Table with gebiet and text; each row is a paragraph of the area's last page."),
            ),
        )
        for name, title, text in declared:
            self.add(QgsProcessingParameterFeatureSource(name, title, tables, optional=True), text)

    def _read_local(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        shapes: Mapping[str, QgsGeometry],
        crs: QgsCoordinateReferenceSystem,
        codes: Sequence[str],
    ) -> LocalTables:
        """Return the tables that were chosen, and log what becomes of their rows; `codes` are the areas to print."""

        def read(name: str, needed: Sequence[Field], optional: Sequence[Field]) -> pd.DataFrame:
            source = self.parameterAsSource(parameters, name, context)
            if source is None:
                return pd.DataFrame()
            there = source.fields().names()
            columns = [*(f.name for f in needed), *(f.name for f in optional if f.name in there)]
            return read_table(source, feedback, columns)

        survey = local.as_percent(read(self.SURVEY, local.SURVEY[:4], (*local.SURVEY[4:], FLAG)))
        actors = read(self.ACTORS, (AREA, local.NAME), (local.KIND, local.TASK))
        notes = read(self.NOTES, local.NOTES, ())
        for table, account in (
            (survey, local.survey_balance), (actors, local.actor_balance), (notes, local.note_balance),
        ):  # fmt: skip
            if len(table):
                log_balance(feedback, account(table, codes))
        layer = self.parameterAsVectorLayer(parameters, "FACILITIES", context)
        facilities = pd.DataFrame() if layer is None else facilities_inside(layer, codes, shapes, crs, context)
        return LocalTables(facilities, survey, actors, notes)


def facilities_inside(
    layer: QgsVectorLayer,
    codes: Sequence[str],
    shapes: Mapping[str, QgsGeometry],
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
) -> pd.DataFrame:
    """Return gebiet, art and name of the facilities in the areas; one on a border counts in the first area by code."""
    index = QgsSpatialIndex()
    for number, code in enumerate(codes):
        if not shapes[code].isEmpty():
            index.addFeature(number, shapes[code].boundingBox())
    names = layer.fields().names()
    request = QgsFeatureRequest()
    request.setDestinationCrs(crs, context.transformContext())
    rows = []
    for feature in layer.getFeatures(request) if FACILITY_KIND in names else ():
        place = feature.geometry()
        if place.isEmpty():
            continue
        point = place if place.type() == 0 else place.pointOnSurface()
        around = sorted(index.intersects(point.boundingBox()))
        area = next((codes[number] for number in around if shapes[codes[number]].intersects(point)), None)
        if area is not None:
            name = plain(feature[FACILITY_NAME]) if FACILITY_NAME in names else None
            rows.append((area, plain(feature[FACILITY_KIND]), name))
    return pd.DataFrame(rows, columns=[field.name for field in local.FACILITIES], dtype=object)
