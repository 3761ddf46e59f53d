"""areaprofiles: a profile PDF of every area of a level, and one of all."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPrintLayout,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.errors import InputError, MissingColumnError
from ...core.fields import AREA, STATUS, Field
from ...core.messages import tr
from ...core.profiles import accounts, observations, places
from ...core.profiles.chart_files import write_charts
from ...core.profiles.charts import Charts
from ...core.profiles.colours import theme_with
from ...core.profiles.footer import Imprint
from ...core.profiles.model import Profile
from ...core.profiles.places import Place
from ...core.profiles.profiles import INDEX_COLUMNS, ProfileBuilder, ProfileOptions
from ...core.profiles.table import profile_fields, profile_table, safe_code, slug
from ...core.profiles.texts import LANGUAGES, Texts
from ...layouts.export import export_all, export_current
from ...layouts.options import LayoutOptions, chart_folder_expression
from ...layouts.profile_layout import FACILITY_KIND, add_profile_layout
from ...layouts.profile_project import areas_layer, locator_extents, multipart, profile_layer, profile_project
from ...layouts.typography import profile_family
from ..algorithm import check_cancelled, log_balance
from ..tables import metric_crs, read_rows, read_table, required_source, write_rows
from ._profile_parameters import ProfileParameters

COMBINED_FILE = "profile_alle.pdf"


class AreaProfiles(ProfileParameters):
    """Two A4 pages per area by a QGIS print layout with atlas."""

    algorithm_id = "areaprofiles"
    stage = "profiles"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Area profiles (PDF)")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Prints a profile of two A4 pages for every area of a level: maps, key figures against the municipality "
            "and the Kreis, three sentences from the data, age pyramid, households, a time series and further "
            "indicators. For councils, the public and the departments.\n\n"
            "Method: all areas are compared on the newest Stichtag of each indicator; rank 1 is the highest value. "
            "Sentences call a difference more than chance only if a two-sample test of shares says so. Hidden values "
            "are printed as · and are in no chart, text or column. The pages are a QGIS print layout with atlas, so "
            "that text can be searched and charts stay sharp.\n\n"
            "Example: AREAS = layer gebiete, INDICATORS = table indikatoren, INDEX = table index, LEVEL = sozialraum, "
            "OUTPUT_FOLDER = profile. The folder then holds one PDF per area and profile_alle.pdf."
        )

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        """Layouts must be exported on the main thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the tables, draw the charts, build the layout and print it."""
        theme = theme_with(self.parameterAsColor(parameters, self.ACCENT, context).name())
        texts = Texts(LANGUAGES[self.parameterAsEnum(parameters, self.LANGUAGE, context)])
        areas, shapes, crs = self._read_areas(parameters, context, feedback)
        builder = self._builder(parameters, context, feedback, areas, shapes, texts)
        profiles = list(builder.profiles())
        charts_folder = self._chart_folder(parameters, context)
        charts = _draw_charts(profiles, Charts(theme, texts, profile_family()), charts_folder, feedback)
        targets = [shapes[place.code] for place in builder.targets]
        extents = locator_extents(builder.places, builder.targets, shapes)
        table = profile_table(profiles, charts, extents, texts)
        texts_layer = self._write_texts(parameters, context, feedback, table, targets, crs)
        options = LayoutOptions(
            title=self.parameterAsString(parameters, self.TITLE, context),
            place=_head_place(profiles),
            credit=self.parameterAsString(parameters, self.CREDIT, context),
            charts=chart_folder_expression(str(charts_folder)),
            theme=theme,
            texts=texts,
        )
        background = self._background(parameters, context, feedback)
        everywhere = areas_layer(areas, [shapes[str(code)] for code in areas[AREA.name]], crs)
        coverage = profile_layer(table, targets, crs)
        project, copies = profile_project(coverage, everywhere, background, context.transformContext())
        layout = add_profile_layout(project, coverage, everywhere, copies, options)
        combined = self._print(parameters, context, feedback, layout, profiles)
        return {
            self.OUTPUT_FOLDER: str(combined.parent),
            self.CHART_FOLDER: str(charts_folder),
            self.OUTPUT_TABLE: texts_layer,
            self.COUNT: len(profiles),
            self.COMBINED: str(combined),
        }

    def _read_areas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[pd.DataFrame, dict[str, QgsGeometry], QgsCoordinateReferenceSystem]:
        """Return the areas, their polygons by code and the metric CRS of these."""
        source = required_source(self, parameters, self.AREAS, context)
        crs = metric_crs(source)
        columns = _columns(source, places.REQUIRED, places.OPTIONAL)
        areas, geometries = read_rows(source, feedback, columns, crs, context, with_geometry=True)
        return areas, dict(zip(areas[AREA.name].map(str), map(multipart, geometries))), crs

    def _builder(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        areas: pd.DataFrame,
        shapes: dict[str, QgsGeometry],
        texts: Texts,
    ) -> ProfileBuilder:
        """Read the tables, log what becomes of their rows and return what makes the profiles."""
        source = required_source(self, parameters, self.INDICATORS, context)
        columns = _columns(source, observations.REQUIRED, observations.OPTIONAL)
        indicators = read_table(source, feedback, columns)
        index = self._read_index(parameters, context, feedback)
        options = self._profile_options(parameters, context)
        sizes = {code: shape.area() for code, shape in shapes.items()}
        builder = ProfileBuilder(areas, indicators, index, sizes, options, texts)
        _refuse_empty(builder.targets, shapes)
        log_balance(feedback, accounts.area_balance(builder.places, options.level))
        log_balance(feedback, accounts.indicator_balance(indicators, builder.places))
        if index is not None:
            log_balance(feedback, accounts.index_balance(index, [place.code for place in builder.targets]))
        absent = accounts.missing_indicators(indicators, options.tiles)
        if absent:
            feedback.pushInfo(
                tr("Key figures without values, replaced by others: {codes}").format(codes=", ".join(absent))
            )
        return builder

    def _read_index(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> pd.DataFrame | None:
        source = self.parameterAsSource(parameters, self.INDEX, context)
        if source is None:
            return None
        columns = _columns(source, (AREA, STATUS), INDEX_COLUMNS[2:])
        return read_table(source, feedback, columns).reindex(columns=[field.name for field in INDEX_COLUMNS])

    def _profile_options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> ProfileOptions:
        tiles = self.parameterAsString(parameters, self.TILES, context).replace(";", ",").split(",")
        return ProfileOptions(
            level=self.parameterAsString(parameters, self.LEVEL, context).strip(),
            tiles=[code.strip() for code in tiles if code.strip()],
            imprint=Imprint(
                self.parameterAsString(parameters, self.AUTHOR, context).strip(),
                self.parameterAsString(parameters, self.EDITION, context).strip(),
            ),
        )

    def _chart_folder(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path:
        chosen = self.parameterAsString(parameters, self.CHART_FOLDER, context)
        return Path(chosen) if chosen else Path(tempfile.mkdtemp(prefix="sozialraum_"))

    def _background(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, QgsVectorLayer]:
        """Return the background layers that were chosen, by their kind."""
        found = {name.lower(): self.parameterAsVectorLayer(parameters, name, context) for name in self.BACKGROUND}
        background = {kind: layer for kind, layer in found.items() if layer is not None}
        facilities = background.get("facilities")
        if facilities is not None:
            position = facilities.fields().indexFromName(FACILITY_KIND)
            if position < 0:
                raise MissingColumnError(FACILITY_KIND, facilities.name(), facilities.fields().names())
            log_balance(feedback, accounts.facility_balance(f[position] for f in facilities.getFeatures()))
        return background

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

    def _print(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        layout: QgsPrintLayout,
        profiles: Sequence[Profile],
    ) -> Path:
        """Write one PDF per area, then the one of all; return the path of the latter."""
        folder = Path(self.parameterAsString(parameters, self.OUTPUT_FOLDER, context))
        folder.mkdir(parents=True, exist_ok=True)
        dpi = self.parameterAsInt(parameters, self.DPI, context)
        title = self.parameterAsString(parameters, self.TITLE, context)
        author = self.parameterAsString(parameters, self.AUTHOR, context)
        steps = QgsProcessingMultiStepFeedback(2, feedback)
        print_each(layout, folder, [profile.place for profile in profiles], dpi, title, author, steps)
        steps.setCurrentStep(1)
        combined = folder / COMBINED_FILE
        export_all(layout, combined, dpi, title, author, steps)
        return combined


def print_each(
    layout: QgsPrintLayout,
    folder: Path,
    targets: Sequence[Place],
    dpi: int,
    title: str,
    author: str,
    feedback: QgsProcessingFeedback,
) -> None:
    """Write the file of each area; the atlas has the areas in the same order."""
    atlas = layout.atlas()
    atlas.beginRender()
    try:
        for number, place in enumerate(targets):
            check_cancelled(feedback)
            feedback.setProgressText(place.name)
            atlas.seekTo(number)
            path = folder / f"{safe_code(place.code)}_{slug(place.name)}.pdf"
            export_current(layout, path, dpi, f"{title} {place.name}", author)
            feedback.setProgress(100 * (number + 1) / len(targets))
    finally:
        atlas.endRender()


def _draw_charts(
    profiles: Sequence[Profile], charts: Charts, folder: Path, feedback: QgsProcessingFeedback
) -> dict[str, set[str]]:
    """Write the charts of all areas and return the names of each area's charts."""
    drawn = {}
    for profile in profiles:
        check_cancelled(feedback)
        drawn[profile.place.code] = write_charts(profile, charts, folder)
    return drawn


def _columns(source: QgsProcessingFeatureSource, required: Sequence[Field], optional: Sequence[Field]) -> list[str]:
    """Return the names of all required columns and of those optional ones that the source has."""
    there = source.fields().names()
    return [*(field.name for field in required), *(field.name for field in optional if field.name in there)]


def _refuse_empty(targets: Sequence[Place], shapes: dict[str, QgsGeometry]) -> None:
    for place in targets:
        if shapes[place.code].isEmpty():
            raise InputError(
                tr(
                    "Area “{name}” ({code}) has no polygon, so no map can be drawn. Add it or leave the area out."
                ).format(name=place.name, code=place.code)
            )


def _head_place(profiles: Sequence[Profile]) -> str:
    """Return the name of the one Kreis, or else of the one commune, that all profiles lie in."""
    for names in (
        {p.district.name if p.district else "" for p in profiles},
        {p.commune.name if p.commune else "" for p in profiles},
    ):
        if len(names) == 1 and "" not in names:
            return names.pop()
    return ""
