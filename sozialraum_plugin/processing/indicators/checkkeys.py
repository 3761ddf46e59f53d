"""Do the keys of a table and the codes of the areas find together? A diagnosis before any join."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ...core.errors import InputError, MissingColumnError
from ...core.fields import AREA, AREA_NAME
from ...core.indicators.keys.key_joins import KEY_CROSSWALK, KEY_REPORT, KeyDiagnosis, diagnose
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm, check_cancelled
from ..layers import layer_sources
from ..tables import read_table, required_source, write_rows


class CheckKeys(SozialraumAlgorithm):
    """Matched, unmatched on both sides, repeated, and the likely causes."""

    algorithm_id = "checkkeys"
    stage = "indicators"

    INPUT = "INPUT"
    KEY_FIELD = "KEY_FIELD"
    AREAS = "AREAS"
    AREA_FIELD = "AREA_FIELD"
    AREA_NAME_FIELD = "AREA_NAME_FIELD"
    EDITIONS = "EDITIONS"
    EDITION_FIELD = "EDITION_FIELD"
    OUTPUT = "OUTPUT"
    CROSSWALK = "CROSSWALK"
    MATCHED = "MATCHED"
    UNMATCHED = "UNMATCHED"
    PROPOSED = "PROPOSED"
    AREAS_WITHOUT_ROW = "AREAS_WITHOUT_ROW"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Check keys before a join")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Tells which keys of an office's table match the areas, which do not, which areas get no row, and why: "
            "leading zero lost, key made a number or rounded by a spreadsheet, 8 digits instead of 12, blanks and "
            "other spelling, name instead of key, code and name in one cell, another level, another edition of the "
            "areas, a total.\n\n"
            "Method: a key that is a code as it stands matches. Any other is compared in the forms that offices and "
            "spreadsheets give it; an area is proposed only if it is the only one. Keys of the same shape under the "
            "same beginning, many of which are unknown while areas beside them have no row, are taken for another "
            "edition; with EDITIONS the edition is named.\n\n"
            "Nothing is changed and nothing joined: the crosswalk (key, proposed area, reason) is there to be read "
            "and then used.\n\n"
            "Example: INPUT kita.csv, KEY_FIELD Planungsraum, AREAS lor_2021, AREA_FIELD PLR_ID, EDITIONS lor_2019."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("Table"), [vector]),
            tr("The table whose rows shall find their area."),
        )
        self.add(
            QgsProcessingParameterField(self.KEY_FIELD, tr("Key in the table"), None, self.INPUT),
            tr("Column of the table with the key of the area."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.AREAS, tr("Areas"), [vector]),
            tr("Layer or table of the areas."),
        )
        self.add(
            QgsProcessingParameterField(self.AREA_FIELD, tr("Code of the area"), AREA.name, self.AREAS, optional=True),
            tr("Field of the areas with their code."),
        )
        self.add(
            QgsProcessingParameterField(
                self.AREA_NAME_FIELD, tr("Name of the area"), AREA_NAME.name, self.AREAS, optional=True
            ),
            tr("Field of the areas with their name, to recognise names in place of keys. May be absent."),
        )
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.EDITIONS, tr("Other editions of the areas"), vector, optional=True
            ),
            tr("Layers of the areas as they were or will be, to tell which edition a table belongs to."),
        )
        self.add(
            QgsProcessingParameterString(self.EDITION_FIELD, tr("Code in the other editions"), "", optional=True),
            tr("Field of those layers with the code. Empty: called as in AREAS."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Report on keys"), vector),
            tr("One line a key, then the areas without a row: key, rows, area, name, finding, what to do."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.CROSSWALK, tr("Crosswalk of keys"), vector, optional=True, createByDefault=False
            ),
            tr("Each key as delivered with the area that it is, or is proposed for, and the reason."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.MATCHED, tr("Keys that match")))
        self.addOutput(QgsProcessingOutputNumber(self.UNMATCHED, tr("Keys that do not")))
        self.addOutput(QgsProcessingOutputNumber(self.PROPOSED, tr("Keys with a proposal")))
        self.addOutput(QgsProcessingOutputNumber(self.AREAS_WITHOUT_ROW, tr("Areas without a row")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read both columns, compare, write, tell."""
        key_field = self.parameterAsString(parameters, self.KEY_FIELD, context)
        table = read_table(required_source(self, parameters, self.INPUT, context), feedback, [key_field])
        if table.empty:
            raise InputError(tr("INPUT has no rows to compare."))
        feedback.setProgress(30)
        diagnosis = self._diagnose(table[key_field], parameters, context, feedback)
        check_cancelled(feedback)
        feedback.setProgress(70)
        _tell(diagnosis, feedback)
        report, crosswalk = diagnosis.table(), diagnosis.crosswalk()
        results = {
            self.OUTPUT: write_rows(self, parameters, self.OUTPUT, context, feedback, report, KEY_REPORT),
            self.CROSSWALK: write_rows(self, parameters, self.CROSSWALK, context, feedback, crosswalk, KEY_CROSSWALK),
            self.MATCHED: len(diagnosis.matched),
            self.UNMATCHED: len(diagnosis.unmatched),
            self.PROPOSED: len(diagnosis.proposals),
            self.AREAS_WITHOUT_ROW: len(diagnosis.without_row),
        }
        return {name: value for name, value in results.items() if value is not None}

    def _diagnose(
        self, keys: Any, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> KeyDiagnosis:
        source = required_source(self, parameters, self.AREAS, context)
        code_field = self.parameterAsString(parameters, self.AREA_FIELD, context) or AREA.name
        name_field = self.parameterAsString(parameters, self.AREA_NAME_FIELD, context)
        named = [name_field] if name_field in source.fields().names() else []
        areas = read_table(source, feedback, list(dict.fromkeys([code_field, *named])))
        if areas.empty:
            raise InputError(tr("AREAS: the layer has no areas."))
        names = list(areas[name_field]) if named else None
        return diagnose(
            list(keys), list(areas[code_field]), names, self._editions(parameters, code_field, context, feedback)
        )

    def _editions(
        self,
        parameters: dict[str, Any],
        code_field: str,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, list[Any]]:
        """Return the codes of each other edition by its title."""
        column = self.parameterAsString(parameters, self.EDITION_FIELD, context) or code_field
        editions = {}
        for source in layer_sources(self, parameters, self.EDITIONS, context):
            if column not in source.fields().names():
                raise MissingColumnError(column, source.sourceName(), source.fields().names())
            title = _title(source.sourceName(), editions)
            editions[title] = list(read_table(source, feedback, [column])[column])
        return editions


def _title(name: str, taken: dict[str, Any]) -> str:
    """Return the name of a layer, with a number if another edition is called so."""
    plain = Path(name).name
    return plain if plain not in taken else f"{plain} ({len(taken) + 1})"


def _tell(diagnosis: KeyDiagnosis, feedback: QgsProcessingFeedback) -> None:
    """Write the sentences into the log: the first as information, the others as warnings."""
    first, *others = diagnosis.sentences()
    feedback.pushInfo(first)
    if diagnosis.repeated_keys:
        feedback.pushInfo(
            tr("{count} keys stand in several rows, as in a long table.").format(count=len(diagnosis.repeated_keys))
        )
    for sentence in others:
        feedback.pushWarning(sentence)
