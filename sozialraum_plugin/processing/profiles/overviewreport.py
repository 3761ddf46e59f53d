"""overviewreport: the data part of a social report, from the tables to one PDF."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
)

from ...core.fields import AREA
from ...core.indicators.catalogue import merge, read_catalogue, shipped_catalogue
from ...core.indices.composite.composite_recipe import CompositeRecipe, read_recipe
from ...core.messages import tr
from ...core.numbers import format_date
from ...core.profiles.colours import theme_with
from ...core.profiles.overview_back import Attached
from ...core.profiles.overview_data import COUNTED, Overview, OverviewOptions
from ...core.profiles.overview_flow import Entry
from ...core.profiles.overview_index import COLUMNS, COMPONENTS, ROBUSTNESS, IndexTable, read_index
from ...core.profiles.overview_outline import About
from ...core.profiles.overview_report import Report, overview_report
from ...core.profiles.overview_words import overview_words
from ...core.profiles.profiles import ProfileBuilder
from ...core.profiles.texts import LANGUAGES, Texts
from ...core.publication import INTERNAL, INTERNAL_SUFFIX, file_name, require_publishable
from ...layouts.overview_layers import OverviewLayer
from ...layouts.overview_pages import Ground, overview_layout
from ...layouts.profile_project import areas_layer, profile_project
from ...layouts.styles import Styles
from ...layouts.typography import profile_family
from ..algorithm import check_cancelled, log_balance
from ..tables import read_table, required_source
from ._confidentiality import pdf_title
from ._overview_parameters import OverviewParameters
from ._overview_pdf import write_report
from ._overview_profiles import ProfileFile, profile_files
from ._profile_builder import profile_builder, refuse_empty

LOCALES = {"de": "de-DE", "en": "en-GB"}


class OverviewReport(OverviewParameters):
    """Cover, contents, method, table, ranking, maps, burdened areas, glossary and sources as one PDF."""

    algorithm_id = "overviewreport"
    stage = "profiles"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Overview report (PDF)")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Prints the data part of a social report in one run: cover with a map of all areas, contents, method "
            "sheet, table of areas, ranking by the index, maps of indicators, map of status and dynamics, the burdened "
            "areas in brief, glossary, sources with Stichtage, imprint. The profiles of the areas can follow. For "
            "councils, the public and the departments.\n\n"
            "Method: all areas are compared on the newest Stichtag of each indicator. The maps divide the areas into "
            "classes of about equal size by their printed values; the legend has the limits and the number of areas. "
            "In brief are areas of low and very low status, or of class 1. Hidden values are printed as · and are in "
            "no map, rank, limit or sentence. Texts can be searched, maps and bars are drawn as lines, chapters are "
            "bookmarks. Without an index the chapters about it are left out.\n\n"
            "Example: AREAS = layer gebiete, INDICATORS = table indikatoren, INDEX = table index, LEVEL = sozialraum, "
            "TITLE = Sozialbericht 2026, PROFILES_FOLDER = profile, OUTPUT = sozialbericht.pdf."
        )

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        """Layouts must be exported on the main thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the tables, lay out the pages, print them."""
        theme = theme_with(self.parameterAsColor(parameters, self.ACCENT, context).name())
        areas, shapes, crs = self._read_areas(parameters, context, feedback)
        indicators, index = self._read_tables(parameters, context, feedback)
        texts = Texts(LANGUAGES[self.parameterAsEnum(parameters, self.LANGUAGE, context)])
        options = self._profile_options(parameters, context)
        builder = profile_builder(areas, shapes, (indicators, None), options, texts, feedback)
        refuse_empty(builder.targets, shapes)
        overview = self._overview(parameters, context, feedback, builder, index, texts)
        folder = self.parameterAsString(parameters, self.PROFILES_FOLDER, context)
        profiles = profile_files(folder, builder.targets, self._use(parameters, context), feedback)
        report = overview_report(overview, [Attached(each.place.name, each.pages) for each in profiles])
        check_cancelled(feedback)
        feedback.setProgress(30)
        targets = [place.code for place in builder.targets]
        rows = areas[areas[AREA.name].map(str).isin(targets)]
        ground_of = areas_layer(rows, [shapes[str(code)] for code in rows[AREA.name]], crs)
        background = self._background(parameters, context, feedback)
        project, copies = profile_project(ground_of, ground_of.clone(), background, context.transformContext())
        layer = OverviewLayer(overview, shapes, crs, project, theme, profile_family())
        layout = overview_layout(report, overview, layer, Ground.of(copies), project, Styles(theme))
        path = self._target(parameters, context)
        about = About(
            title=pdf_title(overview.options.title, overview.options.use),
            author=overview.options.author,
            language=LOCALES[texts.language],
            created=datetime.now(timezone.utc).strftime("%Y%m%d%H%M%SZ"),
        )
        steps = QgsProcessingMultiStepFeedback(1, feedback)
        write_report(
            layout,
            path,
            self.parameterAsInt(parameters, self.DPI, context),
            about,
            _bookmarks(report, profiles),
            report.links,
            [each.path for each in profiles],
            steps,
        )
        return {self.OUTPUT: str(path), self.PAGES: report.pages, self.PROFILES: len(profiles)}

    def _overview(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        builder: ProfileBuilder,
        index: pd.DataFrame | None,
        texts: Texts,
    ) -> Overview:
        """Return what the chapters are made of, and log what is left out."""
        catalogue = shipped_catalogue()
        own = self.parameterAsString(parameters, self.CATALOGUE, context)
        if own:
            catalogue = merge(catalogue, read_catalogue(Path(own)))
        overview = Overview(
            builder=builder,
            index=self._index_table(parameters, context, feedback, builder, index),
            recipe=self._recipe(parameters, context),
            catalogue={entry.code: entry for entry in catalogue},
            options=self._overview_options(parameters, context),
            texts=texts,
            words=overview_words(texts.language),
            place=_common_place(builder),
        )
        _report_maps(overview, feedback)
        return overview

    def _overview_options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> OverviewOptions:
        maps = self.parameterAsString(parameters, self.MAPS, context).replace(";", ",").split(",")
        return OverviewOptions(
            title=self.parameterAsString(parameters, self.TITLE, context).strip(),
            author=self.parameterAsString(parameters, self.AUTHOR, context).strip(),
            edition=self.parameterAsString(parameters, self.EDITION, context).strip(),
            credit=self.parameterAsString(parameters, self.CREDIT, context).strip(),
            maps=[code.strip() for code in maps if code.strip()],
            briefs=self.parameterAsInt(parameters, self.BRIEFS, context),
            use=self._use(parameters, context),
            made=format_date(date.today().isoformat()),
        )

    def _read_index(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> pd.DataFrame | None:
        """Return those columns of the index that the report knows, of either kind of index."""
        if parameters.get(self.INDEX) in (None, ""):
            return None
        source = required_source(self, parameters, self.INDEX, context)
        known = {field.name for field in COLUMNS} | set(ROBUSTNESS)
        names = [name for name in source.fields().names() if name in known or name.startswith(COMPONENTS)]
        return read_table(source, feedback, list(dict.fromkeys([AREA.name, *names])))

    def _index_table(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        builder: ProfileBuilder,
        index: pd.DataFrame | None,
    ) -> IndexTable | None:
        if index is None:
            feedback.pushInfo(tr("Without INDEX the report has no ranking, no map of the index and no areas in brief."))
            return None
        robustness = None
        if parameters.get(self.ROBUSTNESS) not in (None, ""):
            source = required_source(self, parameters, self.ROBUSTNESS, context)
            robustness = read_table(source, feedback)
            if self._use(parameters, context) != INTERNAL:
                require_publishable(robustness, self.ROBUSTNESS)
        table = read_index(index, [place.code for place in builder.targets], robustness)
        log_balance(feedback, table.balance(len(index)))
        return table

    def _recipe(self, parameters: dict[str, Any], context: QgsProcessingContext) -> CompositeRecipe | None:
        path = self.parameterAsString(parameters, self.RECIPE, context)
        return read_recipe(path) if path else None

    def _target(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path:
        """Return the path of the PDF, whose name says so if it must not leave the office."""
        path = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        stem = path.stem.removesuffix(INTERNAL_SUFFIX) if self._use(parameters, context) == INTERNAL else path.stem
        return path.with_name(file_name(stem, path.suffix or ".pdf", self._use(parameters, context)))


def _common_place(builder: ProfileBuilder) -> str:
    """Return the name of the one Kreis, or else of the one commune, that all areas lie in."""
    places = builder.places
    for found in (map(places.district_of, builder.targets), map(places.commune_of, builder.targets)):
        names = {"" if place is None else place.name for place in found}
        if len(names) == 1 and "" not in names:
            return names.pop()
    return ""


def _report_maps(overview: Overview, feedback: QgsProcessingFeedback) -> None:
    """Log which maps cannot be drawn, and warn of those that mislead."""
    unknown = overview.unknown_maps()
    if unknown:
        feedback.pushWarning(
            tr("MAPS: no values for {codes}, so there is no map of them.").format(codes=", ".join(unknown))
        )
    counts = [each.code for each in overview.map_indicators() if each.unit in COUNTED]
    if counts:
        feedback.pushWarning(
            tr(
                "MAPS: {codes} are numbers, not rates. On a map of areas they show where many people live; choose "
                "rates instead."
            ).format(codes=", ".join(counts))
        )


def _bookmarks(report: Report, profiles: list[ProfileFile]) -> list[Entry]:
    """Return the bookmarks: the contents, and each profile on its first page."""
    entries, page = list(report.entries), report.pages
    for each in profiles:
        entries.append(Entry(each.place.name, 2, page))
        page += each.pages
    return entries
