"""A QGIS project over a store, ready to open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProject,
)

from ...core.balance import Balance
from ...core.errors import InputError
from ...core.messages import tr
from ...layouts.project import ProjectOrder, ProjectReport, build_project, write_project
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance

GEOPACKAGE_FILTER = "GeoPackage (*.gpkg *.GPKG)"


class BuildProjectAlgorithm(SozialraumAlgorithm):
    """Makes a project file with all layers of a store: named, grouped, styled."""

    algorithm_id = "buildproject"
    stage = "profiles"

    GEOPACKAGE = "GEOPACKAGE"
    BASEMAP = "BASEMAP"
    TITLE = "TITLE"
    AUTHOR = "AUTHOR"
    CREDIT = "CREDIT"
    OUTPUT = "OUTPUT"
    LAYERS = "LAYERS"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Build a project")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Makes a QGIS project (.qgz) over the GeoPackage that the other steps have filled, so that colleagues open "
            "one file and see everything: layers in plain words, in groups from the addresses to the profiles, the "
            "social areas outlined and named, the index as a map of status (colour) and dynamics (hatching) that "
            "colour-blind readers and a black-and-white printer can tell apart.\n\n"
            "Layers are found by their fixed names: adressen, bloecke, quartiere, sozialraeume, gebiete, "
            "strassenverzeichnis, merkmale, indikatoren, indikatortabelle, index, profile; in the base map: strassen, "
            "gebaeude, bahn, gewaesser, gruen, einrichtungen, gemeinden. What is absent is left out and named in the "
            "log. Where there are profiles, the project holds their print layout, with the charts in the folder "
            "diagramme beside the project; where there is an index with dynamics, also a page of its map with the "
            "legend. Paths are relative: project and data move together. The open project is not touched.\n\n"
            "Example: GEOPACKAGE = musterkreis.gpkg, BASEMAP = grundkarte.gpkg, TITLE = Musterkreis 2025, "
            "OUTPUT = musterkreis.qgz beside it."
        )

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        """Keep to the main thread: layouts and projects need it."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add(
            self._geopackage(self.GEOPACKAGE, tr("GeoPackage of the results"), optional=False),
            tr("File that holds areas, indicators and indices under their fixed layer names."),
        )
        self.add(
            self._geopackage(self.BASEMAP, tr("GeoPackage of the base map"), optional=True),
            tr("File with streets, buildings, railway, water, green spaces, facilities and communes, if you have one."),
        )
        self.add(
            QgsProcessingParameterString(self.TITLE, tr("Title"), optional=True),
            tr("Title of the project and its layouts. If empty, the name of the GeoPackage."),
        )
        self.add(
            QgsProcessingParameterString(self.AUTHOR, tr("Author"), optional=True),
            tr("Office that answers for the contents, such as “Kreis Musterkreis, Sozialplanung”."),
        )
        self.add(
            QgsProcessingParameterString(self.CREDIT, tr("Source of the map"), optional=True),
            tr("Stands below the map of the profiles, such as © OpenStreetMap-Mitwirkende."),
        )
        self.add(
            QgsProcessingParameterFileDestination(self.OUTPUT, tr("Project"), tr("QGIS projects (*.qgz)")),
            tr("Project file. Best in the same folder as the data, so that both can be moved together."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.LAYERS, tr("Number of layers")))

    def _geopackage(self, name: str, title: str, optional: bool) -> QgsProcessingParameterFile:
        return QgsProcessingParameterFile(name, title, optional=optional, fileFilter=GEOPACKAGE_FILTER)

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Build the project apart from the open one, and save it."""
        order = ProjectOrder(
            _existing(self.parameterAsFile(parameters, self.GEOPACKAGE, context), self.GEOPACKAGE),
            self._basemap(parameters, context),
            self.parameterAsString(parameters, self.TITLE, context),
            self.parameterAsString(parameters, self.AUTHOR, context),
            self.parameterAsString(parameters, self.CREDIT, context),
        )
        output = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context)).with_suffix(".qgz")
        check_cancelled(feedback)
        project = QgsProject()
        report = build_project(order, project)
        feedback.setProgress(60)
        check_cancelled(feedback)
        write_project(project, output)
        _log(report, feedback)
        feedback.setProgress(100)
        return {self.OUTPUT: str(output), self.LAYERS: len(report.used)}

    def _basemap(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path | None:
        name = self.parameterAsFile(parameters, self.BASEMAP, context)
        return _existing(name, self.BASEMAP) if name else None


def _existing(name: str, parameter: str) -> Path:
    path = Path(name)
    if not path.is_file():
        raise InputError(tr("{parameter}: there is no file “{file}”.").format(parameter=parameter, file=name))
    return path.resolve()


def _log(report: ProjectReport, feedback: QgsProcessingFeedback) -> None:
    balance = Balance(tr("layers"), len(report.used) + len(report.absent) + len(report.foreign))
    balance.add(tr("in the project"), len(report.used))
    balance.add(tr("absent, left out: {layers}").format(layers=", ".join(report.absent)), len(report.absent))
    balance.add(tr("not a layer of the chain: {layers}").format(layers=", ".join(report.foreign)), len(report.foreign))
    log_balance(feedback, balance)
    if report.internal:
        feedback.pushWarning(
            tr(
                "These layers are for internal use, and their titles and that of the project say so: {layers}. Do not "
                "pass on the project with its data."
            ).format(layers=", ".join(report.internal))
        )
    if not report.has_layout:
        feedback.pushInfo(tr("There is no layer “profile” with areas, so the project has no profile layout."))
