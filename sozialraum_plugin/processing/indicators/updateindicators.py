"""Next year's files of all offices, read by their recipes into the table of counts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProviderRegistry,
)

from ...core.errors import InputError
from ...core.fields import COUNTS, UPDATE_REPORT, Field
from ...core.indicators.recipes.recipe_accept import (
    Accepted,
    parse_accept,
    parse_days,
    read_suggestions,
    suggestions_json,
)
from ...core.indicators.recipes.recipe_report import UpdateReport
from ...core.indicators.recipes.recipe_text import recipe_json
from ...core.indicators.recipes.recipe_update import Update
from ...core.messages import tr
from ...core.numbers import format_number
from ...core.publication import internal_counts_note
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance
from ..tables import existing_fields, read_table, require_columns, required_source, write_rows
from ._recipe_files import read_text, write_texts
from ._recipe_reader import ImportReader
from ._update_folder import FoundRecipes, counts_so_far, find_files, find_recipes
from ._update_parameters import KEEP, REPLACE, UpdateParameters

LISTED = 50


class UpdateIndicators(UpdateParameters, SozialraumAlgorithm):
    """All recipes over a folder of new files."""

    algorithm_id = "updateindicators"
    stage = "indicators"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Update indicators")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Reads all new files of a folder with the recipes of last year's imports and adds their counts to the "
            "table. For planners to whom the offices send the same tables every year.\n\n"
            "Method: a file belongs to the recipe whose file name fits it. Columns with the names of the recipe are "
            "read. A column that is missing is not guessed: the report proposes a new one by its name (spelling, "
            "umlauts, years and Roman numbers set aside) and by how like its values are to those of the last "
            "Stichtag. You accept it with ACCEPT or in the list of suggestions. A Stichtag that is in the table is "
            "never overwritten unless you name it (MODE, REPLACE_DATES).\n\n"
            "The report names every file and column: new, changed, missing or renamed; files without recipe and "
            "recipes without file, a file that comes twice, an older Stichtag, other areas, values about 10, 100 or "
            "1000 times those before, other symbols, rows and cells not used.\n\n"
            "Example: FOLDER=Lieferung_2025 RECIPES=rezepte EXISTING=merkmale.gpkg OUTPUT=merkmale_2025.gpkg "
            "REPORT=bericht.gpkg RECIPES_OUTPUT=rezepte_2025 ACCEPT=“jobcenter: SGB II=SGB2_gesamt”. First make each "
            "recipe once: “Import office table” with RECIPE_OUTPUT=rezepte/jobcenter.json."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add_inputs()
        self.add_outputs()

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Find recipes and files, read them, then write everything: until then a cancelled run leaves no trace."""
        folder = Path(self.parameterAsFile(parameters, self.FOLDER, context))
        recipe_folder = Path(self.parameterAsFile(parameters, self.RECIPES, context) or folder)
        report = UpdateReport()
        found = find_recipes(recipe_folder, report)
        files = find_files(folder, found, self._own_files(parameters, context, recipe_folder, folder), report)
        table, fields = self._existing(parameters, context, feedback)
        update = Update(
            dict(found.recipes),
            table,
            self._accepted(parameters, found, context),
            self._replace_days(parameters, found, context),
            ImportReader(context),
            report,
        )

        def poll(share: float) -> None:
            check_cancelled(feedback)
            feedback.setProgress(90 * share)

        update.run(files, poll)
        check_cancelled(feedback)
        _log(update, len(files), feedback)
        return self._write(parameters, context, update, found, fields)

    def _existing(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[pd.DataFrame, list[Field]]:
        """Return the counts so far and the fields of the result; further fields of theirs are kept."""
        if not parameters.get(self.EXISTING):
            return pd.DataFrame(columns=[field.name for field in COUNTS], dtype=object), list(COUNTS)
        source = required_source(self, parameters, self.EXISTING, context)
        names = [field.name for field in COUNTS]
        require_columns(source, names)
        self._refuse_overwriting(parameters, context)
        table = counts_so_far(read_table(source, feedback))
        return table, [*COUNTS, *existing_fields(source, without=names)]

    def _refuse_overwriting(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise InputError if OUTPUT or REPORT would be written over the table that is read."""
        layer = self.parameterAsVectorLayer(parameters, self.EXISTING, context)
        own = _file_of(layer.source()) if layer is not None else None
        for name in (self.OUTPUT, self.REPORT):
            target = _wanted_place(parameters.get(name))
            if own is not None and target and _file_of(target) == own:
                raise InputError(
                    tr("{name} is the file of EXISTING ({file}). Write to a new file, so that the old counts stay.")
                    .format(name=name, file=own.name)
                )  # fmt: skip

    def _accepted(
        self, parameters: dict[str, Any], found: FoundRecipes, context: QgsProcessingContext
    ) -> list[Accepted]:
        accepted = parse_accept(self.parameterAsString(parameters, self.ACCEPT, context), found.recipes)
        file = self.parameterAsFile(parameters, self.SUGGESTIONS, context)
        if file:
            accepted += read_suggestions(read_text(Path(file)), Path(file).name, found.recipes)
        return accepted

    def _replace_days(
        self, parameters: dict[str, Any], found: FoundRecipes, context: QgsProcessingContext
    ) -> dict[str, set[str]]:
        """Return the Stichtage to replace; raise InputError if MODE and REPLACE_DATES contradict each other."""
        mode = self.parameterAsEnumString(parameters, self.MODE, context)
        text = self.parameterAsString(parameters, self.REPLACE_DATES, context).strip()
        if mode == KEEP and text:
            raise InputError(tr("REPLACE_DATES needs MODE=replace. Without it nothing is overwritten."))
        if mode == REPLACE and not text:
            raise InputError(tr("MODE=replace needs REPLACE_DATES: name the Stichtage that may be overwritten."))
        return parse_days(text, list(found.recipes))

    def _own_files(
        self, parameters: dict[str, Any], context: QgsProcessingContext, recipe_folder: Path, folder: Path
    ) -> list[Path]:
        """Return the files and folders that are inputs or outputs of ours and no offices' tables."""
        layers = [_wanted_place(parameters.get(name)) for name in (self.OUTPUT, self.REPORT)]
        layer = self.parameterAsVectorLayer(parameters, self.EXISTING, context)
        texts = [
            self.parameterAsFileOutput(parameters, self.RECIPES_OUTPUT, context),
            self.parameterAsFileOutput(parameters, self.SUGGESTIONS_OUTPUT, context),
            self.parameterAsFile(parameters, self.SUGGESTIONS, context),
        ]
        found = [_file_of(text) for text in (*layers, layer.source() if layer is not None else "") if text]
        found += [Path(text) for text in texts if text]
        if recipe_folder.resolve() != folder.resolve():
            found.append(recipe_folder)
        return [path for path in found if path is not None and path.resolve() != folder.resolve()]

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        update: Update,
        found: FoundRecipes,
        fields: list[Field],
    ) -> dict[str, Any]:
        """Write table and report, then recipes and suggestions; nothing stops this on its way."""
        unstoppable = QgsProcessingFeedback(False)
        table = update.table.reindex(columns=[field.name for field in fields])
        results: dict[str, Any] = {
            self.OUTPUT: write_rows(self, parameters, self.OUTPUT, context, unstoppable, table, fields),
            self.REPORT: write_rows(
                self, parameters, self.REPORT, context, unstoppable, update.report.table(), UPDATE_REPORT
            ),
            self.FILES: len(update.taken),
            self.ADDED: update.added,
            self.REPLACED: update.replaced,
            self.QUESTIONS: len(update.report.urgent()),
        }
        texts: dict[Path, str] = {}
        target = self.parameterAsFileOutput(parameters, self.RECIPES_OUTPUT, context)
        if target:
            texts = {Path(target) / found.files[name].name: recipe_json(one) for name, one in update.recipes.items()}
            results[self.RECIPES_OUTPUT] = target
        suggestions = self.parameterAsFileOutput(parameters, self.SUGGESTIONS_OUTPUT, context)
        if suggestions:
            texts[Path(suggestions)] = suggestions_json(update.suggestions)
            results[self.SUGGESTIONS_OUTPUT] = suggestions
        write_texts(texts)
        return results


def _wanted_place(output: Any) -> str:
    """Return where the user wants an output: QGIS's own way to ask makes it load a layer that is not there yet."""
    if isinstance(output, QgsProcessingOutputLayerDefinition):
        return output.sink.staticValue() or ""
    return output if isinstance(output, str) else ""


def _file_of(source: str) -> Path | None:
    """Return the file of a layer's source; None for layers in memory and databases."""
    path = QgsProviderRegistry.instance().decodeUri("ogr", source).get("path", "")
    return Path(path).resolve() if path and not path.startswith("memory:") else None


def _log(update: Update, files: int, feedback: QgsProcessingFeedback) -> None:
    """Write what needs the user first, then both balances."""
    feedback.pushInfo(
        tr(
            "Files: {files} (with new values: {taken}); recipes: {recipes}; values added: {added}, replaced: {replaced}"
        ).format(
            files=format_number(files),
            recipes=format_number(len(update.recipes)),
            taken=format_number(len(update.taken)),
            added=format_number(update.added),
            replaced=format_number(update.replaced),
        )
    )
    urgent = update.report.urgent()
    for sentence in urgent[:LISTED]:
        feedback.pushWarning(sentence)
    if len(urgent) > LISTED:
        feedback.pushWarning(tr("and {count} more in the report").format(count=len(urgent) - LISTED))
    log_balance(feedback, update.rows)
    log_balance(feedback, update.values)
    feedback.pushInfo(internal_counts_note())
