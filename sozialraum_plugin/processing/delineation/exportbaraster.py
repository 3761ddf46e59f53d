"""From addresses and areas to the labour agency's street raster."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ...core import fields
from ...core.balance import Balance
from ...core.delineation.address_columns import text_column
from ...core.delineation.ba_area_file import inhabitant_counts
from ...core.delineation.ba_checks import cures, respelled_lines
from ...core.delineation.ba_files import write_raster_file
from ...core.delineation.ba_keys import smallest_areas, viertel_keys
from ...core.delineation.ba_layout import INHABITANTS, KEY, NAME, RasterLayout, load_layout
from ...core.delineation.directory_report import Finding, outcome_text
from ...core.errors import InputError
from ...core.messages import tr
from ...core.numbers import format_number
from ..algorithm import check_cancelled, log_balance
from ..area_join import AreaAlgorithm, AreaLayer, areas_by_position, crs_of_points
from ..tables import read_rows, require_columns, required_source, write_rows
from ._address_fields import AddressAlgorithm, AddressTable
from ._ba_population import PopulationAlgorithm
from ._ba_raster import Raster, checked_raster, neighbours, of_commune

_KEY_FIELDS = {
    "KEY_FIELD": KEY,
    "DISTRIKT_FIELD": fields.BA_DISTRIKT.name,
    "BEZIRK_FIELD": fields.BA_BEZIRK.name,
    "VIERTEL_FIELD": fields.BA_VIERTEL.name,
}


class ExportBaRaster(AddressAlgorithm, AreaAlgorithm, PopulationAlgorithm):
    """The two files of the raster, checked before they are sent."""

    algorithm_id = "exportbaraster"
    stage = "delineation"

    POPULATION_FIELD = "POPULATION_FIELD"
    GKZ = "GKZ"
    YEAR = "YEAR"
    LAYOUT = "LAYOUT"
    STRICT = "STRICT"
    FOLDER = "FOLDER"
    REPORT = "REPORT"
    ZU = "ZU"
    RA = "RA"
    RECORDS = "RECORDS"
    PROBLEMS = "PROBLEMS"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Export the labour agency's street raster")

    def help_text(self) -> str:
        """Return what the algorithm does."""
        return tr(
            "Writes the street raster (BA-Straßenraster) that the Bundesagentur für Arbeit needs before it delivers "
            "figures for small areas: the file -zu with the areas and the file -ra with all streets.\n\n"
            "Method: the smallest areas are the Viertel. Codes of nine digits stay, else Distrikt, Bezirk and Viertel "
            "are numbered in the order of the codes. A record holds the odd and the even numbers of a street in one "
            "area; an unknown last number is 997 or 998.\n\n"
            "The files are read back before they are handed out. The report names every address to which they do not "
            "give its area, double keys and every Viertel with too few inhabitants, with the neighbour that cures it. "
            "The agency refuses files with such faults.\n\n"
            "Example: addresses and the layer “gebiete” with “einwohner” give 05999001-zu.csv and 05999001-ra.csv. "
            "The contract may ask for other columns: see LAYOUT."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSource(self.ADDRESSES, tr("Addresses"), [vector]),
            tr("Address points, or a table of addresses that carries the area in a field."),
        )
        self.add_area_parameters(self.ADDRESSES, with_names=True)
        self.add(
            QgsProcessingParameterField(
                self.POPULATION_FIELD, tr("Inhabitants"), fields.POPULATION.name, self.AREAS, optional=True
            ),
            tr("Field of the areas with the inhabitants at the end of the previous year."),
        )
        self.add_population_parameters()
        for name, title in zip(
            _KEY_FIELDS,
            (
                tr("Key of nine digits"),
                tr("Part of the key: Distrikt"),
                tr("Part of the key: Bezirk"),
                tr("Part of the key: Viertel"),
            ),
        ):
            self.add(
                QgsProcessingParameterField(name, title, None, self.AREAS, optional=True),
                tr("Field of the areas for the key. Left empty, the key follows from “gebiet” and “uebergeordnet”."),
                advanced=True,
            )
        self.add_address_fields()
        self.add(
            QgsProcessingParameterString(self.GKZ, tr("Commune key (8 digits)"), optional=True),
            tr("Left empty, the key in “gemeinde” of areas or addresses. Needed if there are several communes."),
        )
        self.add(
            QgsProcessingParameterString(self.YEAR, tr("Year"), optional=True),
            tr("For the names of the files, if the layout has {jahr} there."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFile(self.LAYOUT, tr("Own layout"), optional=True, extension="json"),
            tr("A changed copy of ba_raster.json, if the contract has other columns."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(self.STRICT, tr("Write nothing if there are faults"), False),
            tr("Else the files are written, and the faults stand in the log and in the report."),
        )
        self._add_outputs(vector)

    def _add_outputs(self, vector: QgsProcessing.SourceType) -> None:
        self.add(
            QgsProcessingParameterFolderDestination(self.FOLDER, tr("Folder for the files")),
            tr("Both files are written here. Files of the same name are replaced."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.REPORT, tr("Report"), vector, optional=True),
            tr("Every fault that the labour agency would refuse, with what is to be corrected."),
        )
        self.addOutput(QgsProcessingOutputFile(self.ZU, tr("Area file (-zu)")))
        self.addOutput(QgsProcessingOutputFile(self.RA, tr("Raster file (-ra)")))
        self.addOutput(QgsProcessingOutputNumber(self.RECORDS, tr("Records of the raster")))
        self.addOutput(QgsProcessingOutputNumber(self.PROBLEMS, tr("Faults")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Find each address's area, make the records, check them, write the files."""
        layout = load_layout(self.parameterAsFile(parameters, self.LAYOUT, context))
        addresses = self.read_addresses(parameters, context, feedback)
        polygons = required_source(self, parameters, self.AREAS, context)
        commune, zu, geometries, codes = self._areas(parameters, addresses, polygons, layout, context, feedback)
        zu, uncounted = self.with_population(parameters, zu, codes, context, feedback)
        check_cancelled(feedback)
        feedback.setProgress(30)
        kinds, area = self._located(parameters, addresses, zu, geometries, commune, context, feedback)
        zu["heilung"] = cures(zu, neighbours(polygons, zu, context, feedback), layout)
        raster = checked_raster(addresses, zu, kinds, area, commune, layout, uncounted)
        feedback.setProgress(70)
        results = self._write(parameters, raster, commune, layout, context, feedback)
        _account(raster.kinds, feedback)
        return {name: value for name, value in results.items() if value is not None}

    def _areas(
        self,
        parameters: dict[str, Any],
        addresses: AddressTable,
        polygons: QgsProcessingFeatureSource,
        layout: RasterLayout,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[str, pd.DataFrame, list[QgsGeometry], set[str]]:
        """Return the commune, its smallest areas (`gebiet, schluessel, name, einwohner`), polygons and all codes."""
        code_field = self.parameterAsString(parameters, self.AREA_CODE_FIELD, context)
        require_columns(polygons, [code_field])
        by_field = bool(self.parameterAsString(parameters, self.AREA_FIELD, context))
        crs = polygons.sourceCrs() if by_field else crs_of_points(addresses.source)
        table, geometries = read_rows(polygons, feedback, None, crs, context, with_geometry=True)
        chosen = {ours: self.parameterAsString(parameters, name, context) for name, ours in _KEY_FIELDS.items()}
        table[fields.AREA.name] = text_column(table[code_field])
        codes = set(table[fields.AREA.name])
        smallest = smallest_areas(table)
        commune = self._commune(parameters, table[smallest], addresses, context)
        table = table[~smallest | of_commune(table, commune)]
        keys = viertel_keys(table, layout, {ours: theirs for ours, theirs in chosen.items() if theirs})
        zu = pd.DataFrame({fields.AREA.name: table[fields.AREA.name].reindex(keys.index), KEY: keys})
        if zu.empty:
            raise InputError(
                tr("“{layer}” has no area with a code in field “{field}”.").format(
                    layer=polygons.sourceName(), field=code_field
                )
            )
        name_field = self.parameterAsString(parameters, self.AREA_NAME_FIELD, context)
        people = self.parameterAsString(parameters, self.POPULATION_FIELD, context)
        zu[NAME] = text_column(table[name_field])[keys.index] if name_field in table else ""
        zu[INHABITANTS] = inhabitant_counts(table[people])[keys.index] if people in table else np.nan
        zu = zu.sort_values([KEY, fields.AREA.name])
        return commune, zu, [geometries[row] for row in zu.index], codes

    def _commune(
        self, parameters: dict[str, Any], areas: pd.DataFrame, addresses: AddressTable, context: QgsProcessingContext
    ) -> str:
        """Return the commune's key. Raises InputError if it is no key, unknown or one of several."""
        given = self.parameterAsString(parameters, self.GKZ, context).strip()
        column = fields.COMMUNE.name
        found = set(text_column(areas[column])) - {""} if column in areas else set()
        found = {given} if given else found or set(addresses.standard[column]) - {""}
        if len(found) != 1 or not all(len(code) == 8 and code.isdigit() for code in found):
            raise InputError(
                tr("GKZ: give the key of one commune with 8 digits. Found: {found}.").format(
                    found=", ".join(sorted(found)) or "–"
                )
            )
        return found.pop()

    def _located(
        self,
        parameters: dict[str, Any],
        addresses: AddressTable,
        zu: pd.DataFrame,
        geometries: list[QgsGeometry],
        commune: str,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[pd.Series, pd.Series]:
        """Return what keeps an address out of the raster, and the code of its area."""
        area_field = self.parameterAsString(parameters, self.AREA_FIELD, context)
        missing = np.zeros(len(addresses.table), dtype=bool)
        if area_field:
            area = text_column(addresses.table[area_field])
        else:
            layer = AreaLayer(zu[fields.AREA.name].tolist(), geometries, {})
            area, missing, _borders = areas_by_position(addresses.geometries, layer, feedback)
        kinds = pd.Series("", index=addresses.table.index, dtype=object)
        kinds[addresses.unreadable] = Finding.UNREADABLE
        elsewhere = ~addresses.standard[fields.COMMUNE.name].isin(("", commune))
        kinds[(~area.isin(zu[fields.AREA.name]) | elsewhere) & ~missing] = Finding.OUTSIDE
        kinds[missing] = Finding.NO_POINT
        return kinds, area

    def _write(
        self,
        parameters: dict[str, Any],
        raster: Raster,
        commune: str,
        layout: RasterLayout,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Write files and report; return the outputs by name."""
        if len(raster.report) and self.parameterAsBoolean(parameters, self.STRICT, context):
            raise InputError(
                tr("{count} faults, so nothing was written. The first: {note}").format(
                    count=format_number(len(raster.report)), note=raster.report[fields.NOTE.name].iloc[0]
                )
            )
        folder = Path(self.parameterAsString(parameters, self.FOLDER, context))
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(
                tr("The folder {path} cannot be made: {reason}.").format(path=folder, reason=error)
            ) from error
        year = self.parameterAsString(parameters, self.YEAR, context).strip()
        report, results = [raster.report], {}
        for name, table, file in ((self.ZU, raster.zu, layout.zu), (self.RA, raster.records, layout.ra)):
            path = folder / file.file_name(commune, year)
            report.append(respelled_lines(write_raster_file(table, path, file), file.encoding))
            results[name] = str(path)
        lines = pd.concat(report, ignore_index=True)
        if len(lines):
            feedback.pushWarning(
                tr("{count} faults: the labour agency will refuse these files. Correct what the report says.").format(
                    count=format_number(len(lines))
                )
            )
        sink = write_rows(self, parameters, self.REPORT, context, feedback, lines, fields.DIRECTORY_REPORT)
        return {**results, self.REPORT: sink, self.RECORDS: len(raster.records), self.PROBLEMS: len(lines)}


def _account(kinds: pd.Series, feedback: QgsProcessingFeedback) -> None:
    """Log what became of the addresses."""
    balance = Balance(tr("addresses"), len(kinds))
    for kind, count in kinds.value_counts(sort=False).items():
        balance.add(outcome_text(str(kind)) if kind else tr("in the raster"), int(count))
    log_balance(feedback, balance)
