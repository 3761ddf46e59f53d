"""What areaprofiles asks about its files: which areas and sections, how many files, their names, size and kind."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.fields import AREA
from ...core.messages import tr
from ...core.profiles.own_templates import OwnTemplates
from ...core.profiles.places import Place
from ...core.profiles.sections import SECTIONS
from ...geo.attributes import plain
from ..tables import required_source
from ._local_tables import LocalTableInputs

EACH, COMBINED, BOTH = "each", "combined", "both"
FILES = (EACH, COMBINED, BOTH)
A4, A3 = "A4", "A3"
SIZES = (A4, A3)


class OutputParameters(LocalTableInputs):
    """Declares what areaprofiles alone asks; the work is in its subclass."""

    AREAS_CODES = "AREAS_CODES"
    FILES = "FILES"
    FILE_NAME = "FILE_NAME"
    CONTENTS = "CONTENTS"
    PAGE_SIZE = "PAGE_SIZE"
    SECTIONS = "SECTIONS"
    GEOREFERENCE = "GEOREFERENCE"
    ARCHIVE = "ARCHIVE"
    RESUME = "RESUME"
    TEMPLATE_FOLDER = "TEMPLATE_FOLDER"

    def _add_look(self) -> None:
        super()._add_look()
        self.add(
            QgsProcessingParameterString(self.AREAS_CODES, tr("Only these areas"), optional=True),
            tr(
                "Codes with commas between them, or a QGIS expression on the fields of the areas, such as "
                "\"gemeinde\" = '05999001'. Empty: all areas of the level. They are compared with all areas anyway."
            ),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.SECTIONS, tr("Sections"), list(SECTIONS), True, list(SECTIONS), usesStaticStrings=True
            ),
            tr(
                "What is printed beside name, maps and sources; the pages close up over what is left out: class, "
                "figures, sentences, ages, households, origin, series, index, indicators, facilities, survey, actors, "
                "notes."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                self.PAGE_SIZE, tr("Page size"), list(SIZES), defaultValue=A4, usesStaticStrings=True
            ),
            tr("A3 enlarges the whole page; text and maps stay sharp."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFile(
                self.TEMPLATE_FOLDER,
                tr("Folder of own templates"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            tr(
                "What lies in it takes the place of ours: one layout (*.qpt) as saved from the layout of the project, "
                "charts (pyramid.svg.j2, bars.svg.j2 and so on), words (texts_de.json, texts_en.json with the changed "
                "ones only), colours.json (accent, ink, muted, rule, pale, more, less, compare as #RRGGBB) and "
                "sections.json, a list of section names in the wanted order, such as "
                '["indicators", "index", "notes"]: the pages stand where the first of their sections is named, '
                "each section on its kind of page, those not named follow in our order. Page 1 stays as it is."
            ),
            advanced=True,
        )

    def _add_outputs(self) -> None:
        self._add_files()
        super()._add_outputs()

    def _add_files(self) -> None:
        self.add(
            QgsProcessingParameterEnum(self.FILES, tr("Files"), list(FILES), defaultValue=BOTH, usesStaticStrings=True),
            tr("each: one file per area. combined: all in profile_alle.pdf, with bookmarks. both: these and that one."),
        )
        self.add(
            QgsProcessingParameterExpression(self.FILE_NAME, tr("Names of the files"), optional=True),
            tr(
                "Expression on the fields of the profile texts, such as \"gebiet_name\" || ' 2025'. What cannot stand "
                "in a file name is replaced; where two areas had the same name, the code follows. Empty: code_name."
            ),
            advanced=True,
        )
        for name, title, value, text in (
            (
                self.CONTENTS, tr("Table of contents"), False,
                tr("Puts pages with the names of all areas and where they begin in front of the file with all."),
            ),
            (
                self.GEOREFERENCE, tr("Georeferenced pages"), True,
                tr("Lets programs for maps read coordinates from the first page of each area's file."),
            ),
            (
                self.ARCHIVE, tr("For the archive (PDF/A-2)"), False,
                tr(
                    "Lets Ghostscript write PDF/A-2b for long keeping; where it is not installed, ordinary PDF files "
                    "are written and the log says so. Takes some seconds per area."
                ),
            ),
            (
                self.RESUME, tr("Go on with an earlier run"), False,
                tr(
                    "Leaves alone what the folder has already, made from the same data with the same settings. "
                    "profile_stand.json in the folder tells what was made from what; it holds no numbers."
                ),
            ),
        ):  # fmt: skip
            self.add(QgsProcessingParameterBoolean(name, title, defaultValue=value), text, advanced=True)

    def _chosen(self, parameters: dict[str, Any], context: QgsProcessingContext, places: Sequence[Place]) -> set[str]:
        """Return the codes of the areas to print. Raises InputError if there is none, or a code is unknown."""
        wanted = self.parameterAsString(parameters, self.AREAS_CODES, context).strip()
        there = {place.code for place in places}
        if not wanted:
            return there
        codes = {code.strip() for code in wanted.replace(";", ",").split(",") if code.strip()}
        if codes <= there:
            return codes
        expression = QgsExpression(wanted)
        if expression.hasParserError() or not (expression.referencedColumns() or codes.isdisjoint(there)):
            raise _unknown(codes - there, there)
        chosen = self._matching(parameters, context, expression) & there
        if not chosen:
            if not expression.referencedColumns():
                raise _unknown(codes - there, there)
            raise InputError(tr("AREAS_CODES: “{text}” holds for no area of the level.").format(text=wanted))
        return chosen

    def _matching(
        self, parameters: dict[str, Any], context: QgsProcessingContext, expression: QgsExpression
    ) -> set[str]:
        source = required_source(self, parameters, self.AREAS, context)
        scope = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(None))
        scope.setFields(source.fields())
        found = set()
        for feature in source.getFeatures():
            scope.setFeature(feature)
            holds = plain(expression.evaluate(scope))
            if expression.hasEvalError():
                raise InputError(
                    tr("AREAS_CODES: the expression cannot be computed: {reason}").format(
                        reason=expression.evalErrorString()
                    )
                )
            if holds is True or (isinstance(holds, (int, float)) and holds == 1):
                found.add(str(plain(feature[AREA.name])).strip())
        return found

    def _templates(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> OwnTemplates:
        """Return the user's templates, and say in the log which of them are used."""
        folder = self.parameterAsFile(parameters, self.TEMPLATE_FOLDER, context)
        own = OwnTemplates(Path(folder) if folder else None)
        if own.used:
            feedback.pushInfo(tr("Own templates: {files}").format(files=", ".join(own.used)))
        if own.unknown:
            feedback.pushWarning(
                tr("TEMPLATE_FOLDER: these files are not used, since nothing of ours has such a name: {files}.").format(
                    files=", ".join(own.unknown)
                )
            )
        return own

    def _keeps(self, parameters: dict[str, Any], context: QgsProcessingContext) -> bool:
        """Tell whether charts are wanted beyond the files, for a project."""
        return bool(
            self.parameterAsString(parameters, self.CHART_FOLDER, context)
            or parameters.get(self.OUTPUT_TABLE) not in (None, "")
        )

    def _sections(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        """Return the names of the sections to print."""
        return self.parameterAsEnumStrings(parameters, self.SECTIONS, context)


def _unknown(codes: set[str], there: set[str]) -> InputError:
    examples = ", ".join(sorted(there)[:5])
    return InputError(
        tr(
            "AREAS_CODES: the level has no area {codes}. It has {count} areas, such as {examples}. Write codes with "
            "commas between them, or an expression on the fields of the areas."
        ).format(codes=", ".join(f"“{code}”" for code in sorted(codes)), count=len(there), examples=examples)
    )
