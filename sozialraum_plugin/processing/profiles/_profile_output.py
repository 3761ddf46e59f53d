"""From the layout of the profiles to their files: what is printed of which area, under which name, and how."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    Qgis,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsPrintLayout,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from ...core.errors import InputError
from ...core.fields import AREA
from ...core.indices.composite.method_sheet import plugin_version
from ...core.messages import tr
from ...core.profiles.file_names import safe_name, unique_names
from ...core.profiles.manifest import fingerprint
from ...core.profiles.model import Profile
from ...core.profiles.table import chart_file, safe_code, slug
from ...core.profiles.texts import Texts
from ...core.publication import INTERNAL, INTERNAL_SUFFIX, file_name
from ...geo.attributes import plain
from ...layouts.options import LayoutOptions
from ...layouts.pdf_archive import TOOLS, archiving_tool
from ._output_parameters import OutputParameters
from ._profile_files import PrintOrder, ProfilePrinter, Sheet, area_marks

COMBINED_FILE = "profile_alle"


@dataclass(frozen=True)
class Printed:
    """What the pages are made of: the layout, its atlas's layer, the table of texts, the charts, and the map's layers.

    `charts` maps the codes of the areas to be printed to the names of their charts.
    """

    layout: QgsPrintLayout
    coverage: QgsVectorLayer
    table: pd.DataFrame
    charts: Mapping[str, set[str]]
    chart_folder: Path
    areas: QgsVectorLayer
    background: Mapping[str, QgsVectorLayer]
    look: LayoutOptions


class ProfileOutput(OutputParameters):
    """Prints the files that `OutputParameters` asks for."""

    def _print_files(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        printed: Printed,
        profiles: Sequence[Profile],
    ) -> Path | None:
        """Write the files of the areas that stand in `printed.charts`; return the path of the combined one."""
        order = self._order(parameters, context, feedback, printed.look)
        wanted = [profile for profile in profiles if profile.place.code in printed.charts]
        names = self._names(parameters, context, printed.coverage, wanted, order.use)
        template = self.parameterAsFile(parameters, self.TEMPLATE_FOLDER, context)
        shared = [
            *order.settings(), plugin_version(), Qgis.QGIS_VERSION_INT, self.parameterAsString(
                parameters, self.EDITION, context
            ), _features(printed.areas), *(_source(printed.background[kind]) for kind in sorted(printed.background)),
            *_contents(template),
        ]  # fmt: skip
        rows = dict(zip(printed.table[AREA.name], printed.table.astype(str).itertuples(index=False, name=None)))
        rows = {profile.place.code: rows[profile.place.code] for profile in wanted}
        marks = area_marks(rows, lambda code: _charts(code, printed), shared)
        sheets = [
            Sheet(
                profile.place,
                file_name(names[profile.place.code], ".pdf", order.use),
                _subject(profile, printed.look.texts),
                marks[profile.place.code],
            )
            for profile in wanted
        ]
        return ProfilePrinter(printed.layout, order, sheets, feedback).print()

    def _order(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        look: LayoutOptions,
    ) -> PrintOrder:
        use = self._use(parameters, context)
        return PrintOrder(
            folder=Path(self.parameterAsString(parameters, self.OUTPUT_FOLDER, context)),
            combined=file_name(COMBINED_FILE, ".pdf", use),
            files=self.parameterAsEnumString(parameters, self.FILES, context),
            look=look,
            author=self.parameterAsString(parameters, self.AUTHOR, context).strip(),
            use=use,
            dpi=self.parameterAsInt(parameters, self.DPI, context),
            page_size=self.parameterAsEnumString(parameters, self.PAGE_SIZE, context),
            georeference=self.parameterAsBoolean(parameters, self.GEOREFERENCE, context),
            archiver=self._archiver(parameters, context, feedback),
            contents=self.parameterAsBoolean(parameters, self.CONTENTS, context),
            resume=self.parameterAsBoolean(parameters, self.RESUME, context),
        )

    def _archiver(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> str:
        if not self.parameterAsBoolean(parameters, self.ARCHIVE, context):
            return ""
        tool = archiving_tool()
        if tool is None:
            feedback.pushWarning(
                tr(
                    "No PDF/A is made: Ghostscript ({tools}) is not installed. The files are ordinary PDF; install "
                    "Ghostscript and run again for files that can be kept for long."
                ).format(tools=", ".join(TOOLS))
            )
        return tool or ""

    def _names(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        coverage: QgsVectorLayer,
        profiles: Sequence[Profile],
        use: str,
    ) -> dict[str, str]:
        """Return the stems of the areas' files by code: safe in any file system, and no two alike."""
        places = [profile.place for profile in profiles]
        text = self.parameterAsExpression(parameters, self.FILE_NAME, context).strip()
        if not text:
            return {place.code: f"{safe_code(place.code)}_{slug(place.name)}" for place in places}
        stems = _evaluated(text, coverage)
        suffix = INTERNAL_SUFFIX if use == INTERNAL else ""
        chosen = {place.code: stems[place.code] for place in places}
        empty = next((place for place in places if not chosen[place.code]), None)
        if empty is not None:
            raise InputError(
                tr("FILE_NAME: the expression gives no name for “{name}” ({code}).").format(
                    name=empty.name, code=empty.code
                )
            )
        chosen = {code: stem.removesuffix(suffix) if suffix else stem for code, stem in chosen.items()}
        return unique_names(chosen, {place.code: safe_code(place.code) for place in places}, [COMBINED_FILE])


def _evaluated(text: str, coverage: QgsVectorLayer) -> dict[str, str]:
    expression = QgsExpression(text)
    scope = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(coverage))
    expression.prepare(scope)
    missing = expression.referencedColumns() - {*coverage.fields().names(), "#!allattributes!#"}
    if missing:
        raise InputError(
            tr("FILE_NAME: there is no field {fields} in the profile texts; there are gebiet, gebiet_name, ebene, "
               "gemeinde and others.").format(fields=", ".join(sorted(missing)))
        )  # fmt: skip
    found = {}
    for feature in coverage.getFeatures():
        scope.setFeature(feature)
        value = plain(expression.evaluate(scope))
        if expression.hasParserError() or expression.hasEvalError():
            reason = expression.parserErrorString() or expression.evalErrorString()
            raise InputError(tr("FILE_NAME: the expression cannot be computed: {reason}").format(reason=reason))
        found[str(plain(feature[AREA.name]))] = "" if value is None else safe_name(str(value))
    return found


def _subject(profile: Profile, texts: Texts) -> str:
    """Return level, commune and Kreis, without any number."""
    above = [place.name for place in (profile.commune, profile.district) if place is not None]
    return ", ".join([f"{texts.level(profile.place.level, 'name')} {profile.place.name}", *above])


def _charts(code: str, printed: Printed) -> list[bytes]:
    return [(printed.chart_folder / chart_file(code, name)).read_bytes() for name in sorted(printed.charts[code])]


def _source(layer: QgsVectorLayer) -> str:
    """Return a mark of what a background layer holds: its file's time and size, or all its features."""
    path = Path(layer.source().split("|")[0])
    if layer.providerType() == "ogr" and path.is_file():
        facts = path.stat()
        return fingerprint([layer.source(), facts.st_mtime_ns, facts.st_size])
    return _features(layer)


def _features(layer: QgsVectorLayer) -> str:
    digest = hashlib.sha256()
    for feature in layer.getFeatures():
        digest.update(bytes(feature.geometry().asWkb()))
        digest.update(repr(feature.attributes()).encode())
    return digest.hexdigest()


def _contents(folder: str) -> list[object]:
    """Return names and contents of the user's templates."""
    files = sorted(path for path in Path(folder).iterdir() if path.is_file()) if folder else []
    return [part for path in files for part in (path.name, path.read_bytes())]
