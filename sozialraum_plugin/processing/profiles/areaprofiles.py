"""areaprofiles: a profile PDF of every area of a level, and one of all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ...core.fields import AREA
from ...core.messages import tr
from ...core.profiles.chart_files import write_charts
from ...core.profiles.charts import Charts
from ...core.profiles.model import Profile
from ...core.profiles.places import Places
from ...core.profiles.sections import in_order, with_sections
from ...core.profiles.table import profile_fields, profile_table
from ...core.profiles.texts import LANGUAGES
from ...layouts.options import LayoutOptions, chart_folder_expression
from ...layouts.own_templates import order_note, use_template
from ...layouts.profile_layout import add_profile_layout
from ...layouts.profile_project import areas_layer, locator_extents, profile_layer, profile_project
from ...layouts.typography import profile_family
from ..algorithm import check_cancelled
from ..tables import write_rows
from ._confidentiality import chart_folder
from ._profile_builder import head_place, profile_builder, refuse_empty
from ._profile_output import Printed, ProfileOutput


class AreaProfiles(ProfileOutput):
    """A4 pages per area by a QGIS print layout with atlas."""

    algorithm_id = "areaprofiles"
    stage = "profiles"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Area profiles (PDF)")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Prints a profile of A4 pages for every area of a level: maps, key figures against the municipality and "
            "the Kreis and three sentences from the data; age pyramid, households, a time series and the index; all "
            "indicators against all areas; facilities, survey, actors and notes. What there are no data for is left "
            "out. For councils, the public and the departments.\n\n"
            "Method: all areas are compared on the newest Stichtag of each indicator; rank 1 is the highest value. "
            "Sentences call a difference more than chance only if a two-sample test of shares says so or, where there "
            "are no counts, the 95 % interval. Deviations are in standard deviations of all areas. Hidden values are "
            "printed as · and are in no chart, text, rank, scale or column. A table without any hidden value is "
            "taken for unprotected: its small numbers are hidden too, but not yet what they could be computed from. "
            "The pages are a QGIS print layout with atlas, so that text can be searched and charts stay sharp.\n\n"
            "Example: AREAS = layer gebiete, INDICATORS = table indikatoren, INDEX = table index, LEVEL = sozialraum, "
            "OUTPUT_FOLDER = profile. The folder then holds one PDF per area and profile_alle.pdf."
        )

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        """Layouts must be exported on the main thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Print the profiles; without a folder of their own the charts are gone afterwards."""
        with chart_folder(self.parameterAsString(parameters, self.CHART_FOLDER, context)) as charts_folder:
            return self._make(parameters, context, feedback, charts_folder)

    def _make(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        charts_folder: Path,
    ) -> dict[str, Any]:
        """Read the tables, draw the charts, build the layout and print it."""
        own = self._templates(parameters, context, feedback)
        theme = own.theme(self.parameterAsColor(parameters, self.ACCENT, context).name())
        order = own.order()
        texts = own.texts(LANGUAGES[self.parameterAsEnum(parameters, self.LANGUAGE, context)])
        areas, shapes, crs = self._read_areas(parameters, context, feedback)
        tables = self._read_tables(parameters, context, feedback)
        options = self._profile_options(parameters, context)
        codes = [place.code for place in Places(areas).at_level(options.level)]
        local = self._read_local(parameters, context, feedback, shapes, crs, codes)
        builder = profile_builder(areas, shapes, tables, options, texts, feedback, local)
        refuse_empty(builder.targets, shapes)
        chosen = self._chosen(parameters, context, builder.targets)
        sections = self._sections(parameters, context)
        profiles = [in_order(with_sections(profile, sections), order) for profile in builder.profiles()]
        drawn = [profile for profile in profiles if profile.place.code in chosen or self._keeps(parameters, context)]
        charts = _draw_charts(drawn, own.charts(theme, texts, profile_family()), charts_folder, feedback)
        targets = [shapes[place.code] for place in builder.targets]
        extents = locator_extents(builder.places, builder.targets, shapes)
        table = profile_table(profiles, charts, extents, texts)
        texts_layer = self._write_texts(parameters, context, feedback, table, targets, crs)
        look = LayoutOptions(
            title=self.parameterAsString(parameters, self.TITLE, context),
            place=head_place(profiles),
            credit=self.parameterAsString(parameters, self.CREDIT, context),
            charts=chart_folder_expression(str(charts_folder)),
            theme=theme,
            texts=texts,
        )
        background = self._background(parameters, context, feedback)
        everywhere = areas_layer(areas, [shapes[str(code)] for code in areas[AREA.name]], crs)
        coverage = profile_layer(table, targets, crs)
        project, copies = profile_project(coverage, everywhere, background, context.transformContext())
        layout = add_profile_layout(project, coverage, everywhere, copies, look)
        template = own.layout()
        if template and order:
            feedback.pushWarning(order_note(template))
        layout = use_template(layout, template, look) if template else layout
        wanted = {code: charts[code] for code in chosen}
        printed = Printed(layout, coverage, table, wanted, charts_folder, everywhere, background, look)
        combined = self._print_files(parameters, context, feedback, printed, profiles)
        return {
            self.OUTPUT_FOLDER: self.parameterAsString(parameters, self.OUTPUT_FOLDER, context),
            self.CHART_FOLDER: self.parameterAsString(parameters, self.CHART_FOLDER, context),
            self.OUTPUT_TABLE: texts_layer,
            self.COUNT: len(chosen),
            self.COMBINED: str(combined) if combined else None,
        }

    def _write_texts(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        table: pd.DataFrame,
        shapes: Sequence[QgsGeometry],
        crs: QgsCoordinateReferenceSystem,
    ) -> str | None:
        kind = QgsWkbTypes.Type.MultiPolygon
        fields = profile_fields()
        return write_rows(self, parameters, self.OUTPUT_TABLE, context, feedback, table, fields, shapes, kind, crs)


def _draw_charts(
    profiles: Sequence[Profile], charts: Charts, folder: Path, feedback: QgsProcessingFeedback
) -> dict[str, set[str]]:
    """Write the charts of all areas and return the names of each area's charts."""
    drawn = {}
    for profile in profiles:
        check_cancelled(feedback)
        drawn[profile.place.code] = write_charts(profile, charts, folder)
    return drawn
