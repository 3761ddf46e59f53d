"""profilepages: the accessible twin of the printed profiles, a web page per area and one that leads to all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path
from typing import Any, Optional

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsVectorLayer,
)

from ...core.fields import AREA
from ...core.messages import tr
from ...core.profiles.colours import Theme
from ...core.profiles.html_files import write_page
from ...core.profiles.html_pages import (
    INDEX_STEM,
    HtmlPages,
    Link,
    PageOptions,
    Surroundings,
    by_name,
    page_links,
    page_name,
)
from ...core.profiles.model import Profile
from ...core.profiles.own_templates import OwnTemplates
from ...core.profiles.places import Places
from ...core.profiles.sections import in_order
from ...core.profiles.texts import LANGUAGES, Texts
from ...core.publication import file_name
from ...layouts.map_pictures import map_pictures
from ...layouts.profile_project import areas_layer, profile_project
from ..algorithm import check_cancelled
from ._office_documents import NONE, convert, find_office
from ._page_parameters import PageParameters
from ._profile_builder import head_place, profile_builder, refuse_empty
from ._surroundings import neighbours

Groups = list[tuple[str, list[Profile]]]
Drawn = tuple[Profile, Surroundings, Optional[Link], Optional[Link]]


@dataclass(frozen=True)
class Ground:
    """The areas with their polygons by code, and the layers of the map."""

    areas: pd.DataFrame
    shapes: dict[str, QgsGeometry]
    crs: QgsCoordinateReferenceSystem
    background: dict[str, QgsVectorLayer]


class ProfilePages(PageParameters):
    """One self-contained HTML page per area, with an index, and if asked a document to edit."""

    algorithm_id = "profilepages"
    stage = "profiles"

    TEMPLATE_FOLDER = "TEMPLATE_FOLDER"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Area profiles (accessible web pages)")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Makes an accessible web page of the profile of every area, with the same numbers and sentences as the "
            "printed profile, and a page that leads to all areas. For everyone who reads with a screen reader, by "
            "keyboard, enlarged or on a telephone: public bodies owe them a form they can read, and a PDF from QGIS "
            "has no tags.\n\n"
            "Method: the pages hold everything in one file each, need neither network nor scripts and can be printed. "
            "Each chart has a title, a description and its numbers as a table, each map its neighbours and facilities "
            "in words. Hidden values are printed as · and read as “nicht veröffentlicht”; they are in no chart, text, "
            "rank or scale. Headings, tables, contrast (at least 4.5 : 1) and language follow WCAG 2.1, level AA.\n\n"
            "Example: AREAS = layer gebiete, INDICATORS = table indikatoren, INDEX = table index, LEVEL = sozialraum, "
            "OUTPUT_FOLDER = web. Open index.html in a browser, or put the folder on the municipality's website."
        )

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        """Maps are drawn by a layout, which must be on the main thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def _add_look(self) -> None:
        super()._add_look()
        self.add(
            QgsProcessingParameterFile(
                self.TEMPLATE_FOLDER,
                tr("Folder of own templates"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            tr(
                "The folder of the printed profiles, so that both look alike: sections.json puts the sections in "
                "another order, texts_de.json and texts_en.json hold changed words, colours.json the colours. Layouts "
                "(*.qpt) and charts (*.svg.j2) in it are for printing and not used here."
            ),
            advanced=True,
        )

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the tables, write the pages, then the index and the documents."""
        kind = self.parameterAsEnumString(parameters, self.DOCUMENT, context)
        office = "" if kind == NONE else find_office()
        own = self._templates(parameters, context, feedback)
        texts = own.texts(LANGUAGES[self.parameterAsEnum(parameters, self.LANGUAGE, context)])
        theme = own.theme(self.parameterAsColor(parameters, self.ACCENT, context).name())
        order = own.order()
        ground = Ground(
            *self._read_areas(parameters, context, feedback), self._background(parameters, context, feedback)
        )
        groups = self._profiles(parameters, context, feedback, ground, texts)
        every = [profile for _, profiles in groups for profile in profiles]
        options = replace(self._page_options(parameters, context, theme, head_place(every)), numbers=texts.numbers)
        pages = HtmlPages(texts, options)
        folder = Path(self.parameterAsString(parameters, self.OUTPUT_FOLDER, context))
        dpi = self.parameterAsInt(parameters, self.DPI, context)
        with_maps = self.parameterAsBoolean(parameters, self.MAPS, context)
        groups = [(level, [in_order(profile, order) for profile in profiles]) for level, profiles in groups]
        drawn = _with_surroundings(groups, ground, options, dpi if with_maps else 0, context, feedback)
        documents = _write_pages(pages, options, drawn, len(every), folder, bool(office), feedback)
        index = folder / file_name(INDEX_STEM, ".html", options.use)
        edition = self.parameterAsString(parameters, self.EDITION, context).strip()
        write_page(pages.index(groups, texts.phrase("footer_edition", edition=edition) if edition else ""), index)
        if office:
            feedback.pushInfo(tr("LibreOffice makes {count} documents.").format(count=len(documents)))
            convert(documents, kind, folder, office, feedback)
        feedback.pushInfo(tr("{count} pages written; {index} leads to them.").format(count=len(every), index=index))
        return {self.OUTPUT_FOLDER: str(folder), self.COUNT: len(every), self.INDEX_PAGE: str(index)}

    def _templates(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> OwnTemplates:
        """Return the user's templates, and say in the log which of them web pages use."""
        folder = self.parameterAsFile(parameters, self.TEMPLATE_FOLDER, context)
        own = OwnTemplates(Path(folder) if folder else None)
        used = [name for name in own.used if name.endswith(".json")]
        others = [name for name in (*own.used, *own.unknown) if name not in used]
        if used:
            feedback.pushInfo(tr("Own templates: {files}").format(files=", ".join(used)))
        if others:
            feedback.pushInfo(
                tr("TEMPLATE_FOLDER: web pages do not use these files: {files}.").format(files=", ".join(others))
            )
        return own

    def _profiles(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        ground: Ground,
        texts: Texts,
    ) -> Groups:
        """Return each level with its profiles, sorted by name."""
        tables = self._read_tables(parameters, context, feedback)
        wanted = self.parameterAsString(parameters, self.LEVEL, context).replace(";", ",").split(",")
        groups = []
        for level in dict.fromkeys(name.strip() for name in wanted if name.strip() or len(wanted) == 1):
            options = self._profile_options(parameters, context, level)
            codes = [place.code for place in Places(ground.areas).at_level(level)]
            local = self._read_local(parameters, context, feedback, ground.shapes, ground.crs, codes)
            builder = profile_builder(ground.areas, ground.shapes, tables, options, texts, feedback, local)
            if self.parameterAsBoolean(parameters, self.MAPS, context):
                refuse_empty(builder.targets, ground.shapes)
            groups.append((level, by_name(builder.profiles())))
        return groups

    def _page_options(
        self, parameters: dict[str, Any], context: QgsProcessingContext, theme: Theme, place: str
    ) -> PageOptions:
        return PageOptions(
            title=self.parameterAsString(parameters, self.TITLE, context),
            place=place,
            author=self.parameterAsString(parameters, self.AUTHOR, context).strip(),
            use=self._use(parameters, context),
            credit=self.parameterAsString(parameters, self.CREDIT, context),
            theme=theme,
        )


def _write_pages(
    pages: HtmlPages,
    options: PageOptions,
    drawn: Iterable[Drawn],
    count: int,
    folder: Path,
    with_documents: bool,
    feedback: QgsProcessingFeedback,
) -> dict[str, str]:
    """Write the page of each area and return the documents to be made, by the stem of their file."""
    documents = {}
    for number, (profile, around, before, after) in enumerate(drawn):
        check_cancelled(feedback)
        feedback.setProgressText(profile.place.name)
        name = page_name(profile, options.use)
        write_page(pages.page(profile, around, before, after), folder / name)
        if with_documents:
            documents[Path(name).stem] = pages.document(profile, around)
        feedback.setProgress(100 * (number + 1) / count)
    return documents


def _with_surroundings(
    groups: Groups,
    ground: Ground,
    options: PageOptions,
    dpi: int,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Iterator[Drawn]:
    """Yield each profile with what its map shows and the links to the areas before and after it; no map at 0 dpi."""
    links = page_links((profile for _, profiles in groups for profile in profiles), options.use)
    for _, profiles in groups:
        codes = [profile.place.code for profile in profiles]
        around = neighbours([each.place for each in profiles], ground.shapes, feedback)
        pictures = _pictures(codes, ground, options, dpi, context) if dpi else repeat(b"")
        for number, (profile, picture) in enumerate(zip(profiles, pictures)):
            code = codes[number]
            beside = tuple(sorted((links[other] for other in around[code]), key=lambda link: link.name))
            before = links[codes[number - 1]] if number else None
            after = links[codes[number + 1]] if number + 1 < len(codes) else None
            yield profile, Surroundings(picture, beside), before, after


def _pictures(
    codes: Sequence[str], ground: Ground, options: PageOptions, dpi: int, context: QgsProcessingContext
) -> Iterator[bytes]:
    """Yield the map of each area."""
    rows = ground.areas.set_index(ground.areas[AREA.name].map(str)).loc[list(codes)]
    coverage = areas_layer(rows, [ground.shapes[code] for code in codes], ground.crs)
    shapes = [ground.shapes[str(code)] for code in ground.areas[AREA.name]]
    everywhere = areas_layer(ground.areas, shapes, ground.crs)
    project, copies = profile_project(coverage, everywhere, ground.background, context.transformContext())
    yield from map_pictures(project, coverage, everywhere, copies, options.theme, dpi, options.numbers)
