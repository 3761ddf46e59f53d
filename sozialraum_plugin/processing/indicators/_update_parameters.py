"""The parameters of `updateindicators`."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ...core.messages import tr

KEEP = "keep"
REPLACE = "replace"


class UpdateParameters:
    """Declares parameters and outputs; the algorithm inherits them."""

    FOLDER = "FOLDER"
    RECIPES = "RECIPES"
    EXISTING = "EXISTING"
    MODE = "MODE"
    REPLACE_DATES = "REPLACE_DATES"
    ACCEPT = "ACCEPT"
    SUGGESTIONS = "SUGGESTIONS"
    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    RECIPES_OUTPUT = "RECIPES_OUTPUT"
    SUGGESTIONS_OUTPUT = "SUGGESTIONS_OUTPUT"
    FILES = "FILES"
    ADDED = "ADDED"
    REPLACED = "REPLACED"
    QUESTIONS = "QUESTIONS"

    def add_inputs(self) -> None:
        """Declare files, recipes and the table so far."""
        folder = QgsProcessingParameterFile.Behavior.Folder
        self.add(
            QgsProcessingParameterFile(self.FOLDER, tr("Folder with the new files"), folder),
            tr("Folder with the offices' files as they came, also in folders below it. Nothing in it is changed."),
        )
        self.add(
            QgsProcessingParameterFile(self.RECIPES, tr("Folder with the recipes"), folder, optional=True),
            tr("Folder with the recipes (*.json) that the import has written. Empty: they lie in FOLDER."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.EXISTING, tr("Counts so far"), [QgsProcessing.SourceType.TypeVector], optional=True
            ),
            tr(
                "Long table of counts that earlier imports or updates have written (gebiet, merkmal, stichtag, wert, "
                "kennzeichen, quelle). Empty: the first run."
            ),
        )
        self._add_modes()

    def _add_modes(self) -> None:
        """Declare what the user asks for."""
        self.add(
            QgsProcessingParameterEnum(
                self.MODE,
                tr("Stichtage that are already there"),
                [KEEP, REPLACE],
                defaultValue=KEEP,
                usesStaticStrings=True,
            ),
            tr(
                "keep: values of a Stichtag that is in the table stay as they are; the report says how many differ in "
                "the new file. replace: those of the Stichtage named in REPLACE_DATES are taken anew."
            ),
        )
        self._add_text(
            self.REPLACE_DATES,
            tr("Stichtage to replace"),
            tr("With MODE=replace: 31.12.2024; 30.06.2025, or only of one recipe: jobcenter: 31.12.2024."),
        )
        self._add_text(
            self.ACCEPT,
            tr("Accepted new names"),
            tr(
                "New names of columns that the report proposes and you have checked: rezept: old=new, such as "
                "jobcenter: SGB II=SGB2_gesamt; several separated by semicolons."
            ),
        )
        self.add(
            QgsProcessingParameterFile(
                self.SUGGESTIONS, tr("Checked suggestions"), optional=True, fileFilter=tr("Suggestions (*.json)")
            ),
            tr("File that an earlier run has written to SUGGESTIONS_OUTPUT, in which you have set “annehmen” to true."),
            advanced=True,
        )

    def add_outputs(self) -> None:
        """Declare the table, the report, the recipes and the suggestions."""
        kind = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Counts of areas"), kind),
            tr("Long table: the counts so far and the new ones. Never the file of EXISTING itself."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.REPORT, tr("Report"), kind, optional=True),
            tr("What became of each file, column and Stichtag, one sentence a line; “art” is the kind of line."),
        )
        self.add(
            QgsProcessingParameterFolderDestination(
                self.RECIPES_OUTPUT, tr("Folder for the updated recipes"), None, True, False
            ),
            tr(
                "Folder for the recipes with the accepted names and the shape of the new files, for next year. Empty: "
                "none are written. The recipes in RECIPES change only if this is the same folder."
            ),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.SUGGESTIONS_OUTPUT, tr("Suggestions"), tr("Suggestions (*.json)"), None, True, False
            ),
            tr("File with the proposed new names. Set “annehmen” to true in it and give it to SUGGESTIONS."),
            advanced=True,
        )
        self.addOutput(QgsProcessingOutputNumber(self.FILES, tr("Files with new values")))
        self.addOutput(QgsProcessingOutputNumber(self.ADDED, tr("Values added")))
        self.addOutput(QgsProcessingOutputNumber(self.REPLACED, tr("Values replaced")))
        self.addOutput(QgsProcessingOutputNumber(self.QUESTIONS, tr("Lines of the report to look at")))

    def _add_text(self, name: str, title: str, help_text: str) -> None:
        self.add(QgsProcessingParameterString(name, title, optional=True), help_text)
