"""Counts and rates carried over from one division into areas, or a grid, to another."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsWkbTypes,
)

from ...core.fields import AREA, COUNTS, INDICATOR, INDICATORS, Field, Flag
from ...core.indicators.census.census_variables import catalogue_names
from ...core.indicators.transfers.transfer_crosswalk import CROSSWALK, crosswalk_table, read_crosswalk
from ...core.indicators.transfers.transfer_output import (
    DETAILS,
    MEASURES,
    counts_table,
    details_table,
    indicators_table,
    wide_table,
)
from ...core.indicators.transfers.transfer_pairs import Pairs
from ...core.indicators.transfers.transfer_report import REPORT, report_table
from ...core.indicators.transfers.transfer_run import Options, Transferred, transfer
from ...core.indicators.transfers.transfer_tables import Variables
from ...core.messages import tr
from ...geo.polygons import multi
from ..algorithm import check_cancelled
from ..delineation._unit_buildings import BuildingSource
from ..encoding import readable_source
from ..tables import existing_fields, metric_crs, read_table, required_source, write_rows
from ._transfer_inputs import Areas, read_transfer_areas, read_weights
from ._transfer_log import log_transfer
from ._transfer_parameters import AS_INPUT, ESTIMATE, TransferParameters
from ._transfer_parameters import COUNTS as AS_COUNTS
from ._transfer_values import read_variables
from ._transfer_ways import pairs_by_ground, pairs_by_weights


class Transfer(TransferParameters):
    """Values of source areas to target areas."""

    algorithm_id = "transfer"
    stage = "indicators"

    VALUES = "VALUES"
    INCOMPLETE = "INCOMPLETE"
    OUTSIDE = "OUTSIDE"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Transfer values to other areas")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Carries the values of older areas, voting districts or census cells over to your areas. A count goes to "
            "the areas by the weights (inhabitants, dwellings, floor space of buildings) that it has in each, and its "
            "total is kept; a rate is averaged with the weights of its base, never shared out. A source area without "
            "any weight is shared out by ground, which the report says.\n\n"
            "Each value comes with a standard error: the densities of addresses vary around the mean of their weight, "
            "the parts of a source area differ as source areas do from each other, and each person chooses the place "
            "independently. Values of whole source areas are exact. Areas that "
            "take part in a hidden or missing value are marked “unvollstaendig” and get the known part and the range, "
            "or an estimate within it.\n\n"
            "Method: dasymetric mapping (Wright 1936, Mennis 2003) with densities per class of building from the "
            "source areas (EM algorithm of Flowerdew and Green 1991), totals kept as Tobler (1979) asks.\n\n"
            "Example: SOURCE zensus_100m, TARGET sozialraeume, COUNT_FIELDS “Einwohner”, RATES “Durchschnittsalter : "
            "Einwohner”, WEIGHTS adressen, BUILDINGS gebaeude, FORMAT counts, REFERENCE_DATE 15.05.2022."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add_areas()
        self.add_values()
        self.add_weights()
        self.add_treatment()
        self.add_results()
        self.addOutput(QgsProcessingOutputNumber(self.VALUES, tr("Number of values")))
        self.addOutput(QgsProcessingOutputNumber(self.INCOMPLETE, tr("Values not known or incomplete")))
        self.addOutput(QgsProcessingOutputNumber(self.OUTSIDE, tr("Part of the first count outside all areas")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, find the parts, carry over, write, account."""
        target_source = required_source(self, parameters, self.TARGET, context)
        crs = metric_crs(target_source)
        sources = self._areas(parameters, self.SOURCE, self.SOURCE_CODE_FIELD, crs, context, feedback)
        targets = self._areas(parameters, self.TARGET, self.TARGET_CODE_FIELD, crs, context, feedback)
        variables, table_columns = read_variables(self, parameters, sources, context, feedback)
        feedback.setProgress(15)
        pairs, uncovered = self._pairs(parameters, sources, targets, crs, context, feedback)
        feedback.setProgress(60)
        check_cancelled(feedback)
        result = transfer(pairs, variables, self._options(parameters, context), uncovered)
        feedback.setProgress(75)
        report = report_table(pairs, result, variables, uncovered, sources.codes, targets.codes)
        details = details_table(result, targets.codes)
        log_transfer(feedback, sources, variables, result, report, details)
        crosswalk = crosswalk_table(pairs, result.shares, result.variance, sources.codes, targets.codes)
        first = next(iter(result.totals.values()), None)
        outputs = {
            self.OUTPUT: self._write(parameters, result, variables, targets, table_columns, crs, context, feedback)
        }
        for name, table, fields in (
            (self.DETAILS, details, DETAILS),
            (self.OUTPUT_CROSSWALK, crosswalk, CROSSWALK),
            (self.REPORT, report, REPORT),
        ):
            outputs[name] = write_rows(self, parameters, name, context, feedback, table, fields)
        flags = np.concatenate([carried.flag[:, 0] for carried in result.values.values()] or [np.array([])])
        return {
            **outputs,
            self.VALUES: len(details),
            self.INCOMPLETE: int(np.isin(flags, [Flag.MISSING, Flag.INCOMPLETE]).sum()),
            self.OUTSIDE: float(first.outside) if first else 0.0,
        }

    def _areas(
        self,
        parameters: dict[str, Any],
        layer: str,
        code: str,
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Areas:
        source = required_source(self, parameters, layer, context)
        field = self.parameterAsString(parameters, code, context)
        if layer == self.SOURCE and field == AREA.name and field not in source.fields().names():
            field = "gitter_id"
        return read_transfer_areas(source, field, crs, context, feedback)

    def _pairs(
        self,
        parameters: dict[str, Any],
        sources: Areas,
        targets: Areas,
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[Pairs, np.ndarray]:
        crosswalk = readable_source(self, parameters, self.CROSSWALK, context)
        if crosswalk is not None:
            pairs, strange = read_crosswalk(read_table(crosswalk, feedback), sources.codes, targets.codes)
            if strange:
                feedback.pushWarning(
                    tr("CROSSWALK has codes that are in neither layer: {codes}").format(codes=", ".join(strange[:20]))
                )
            return pairs, np.zeros(len(targets.codes))
        weights = readable_source(self, parameters, self.WEIGHTS, context)
        buildings = readable_source(self, parameters, self.BUILDINGS, context)
        if weights is None and buildings is None:
            return pairs_by_ground(sources, targets, feedback)
        field = self.parameterAsString(parameters, self.WEIGHT_FIELD, context) if weights is not None else ""
        layer = weights if weights is not None else buildings
        kinds = self._building_fields(parameters, buildings or layer, context, feedback)
        points = read_weights(layer, field, buildings, kinds, crs, context, feedback)
        feedback.setProgress(30)
        return pairs_by_weights(sources, targets, points, feedback)

    def _building_fields(
        self,
        parameters: dict[str, Any],
        buildings: QgsProcessingFeatureSource,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[str, str]:
        """Return the fields of use and storeys: those given, else of well-known names; empty where there is none."""
        if QgsWkbTypes.geometryType(buildings.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
            return "", ""
        given = [
            self.parameterAsString(parameters, name, context) for name in (self.BUILDING_TYPE_FIELD, self.LEVELS_FIELD)
        ]
        found = BuildingSource.of(buildings, *given, "")
        feedback.pushInfo(
            tr("Fields of the buildings: use {use}, storeys {levels}.").format(
                use=found.kind or "–", levels=found.levels or "–"
            )
        )
        return found.kind, found.levels

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Options:
        return Options(
            self.parameterAsInt(parameters, self.THRESHOLD, context),
            self.parameterAsEnumString(parameters, self.MISSING, context),
            self.parameterAsEnumString(parameters, self.HIDDEN, context) == ESTIMATE,
            self.parameterAsDouble(parameters, self.VARIATION, context),
            self.parameterAsBoolean(parameters, self.CALIBRATE, context),
        )

    def _write(
        self,
        parameters: dict[str, Any],
        result: Transferred,
        variables: Variables,
        targets: Areas,
        table_columns: list[str] | None,
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> str | None:
        """Write the result in the wanted format; `table_columns` are those of a long table, None for a wide one."""
        wanted = self.parameterAsEnumString(parameters, self.FORMAT, context)
        is_long = wanted == AS_COUNTS or (wanted == AS_INPUT and table_columns is not None)
        if is_long and wanted == AS_INPUT and INDICATOR.name in table_columns:
            table = indicators_table(result, variables, targets.codes, targets.texts)
            fields: list[Field] = [*INDICATORS, *MEASURES]
        elif is_long:
            names = catalogue_names(name for name, *_ in result.values) if wanted == AS_COUNTS else {}
            source = self.parameterAsString(parameters, self.SOURCE_NAME, context)
            without = [str(name) for name, *rest in result.values if (name, *rest) not in variables.counts]
            if without:
                feedback.pushInfo(
                    tr("A table of counts holds no rates; these are in DETAILS: {names}").format(
                        names=", ".join(without)
                    )
                )
            table = counts_table(result, variables, targets.codes, names, source)
            fields = [*COUNTS, *MEASURES]
        else:
            return self._write_wide(parameters, result, targets, crs, context, feedback)
        return write_rows(self, parameters, self.OUTPUT, context, feedback, table, fields)

    def _write_wide(
        self,
        parameters: dict[str, Any],
        result: Transferred,
        targets: Areas,
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> str | None:
        """Write the target areas with their own fields and one column for each value, flag and error."""
        values, added = wide_table(result)
        source = required_source(self, parameters, self.TARGET, context)
        code = self.parameterAsString(parameters, self.TARGET_CODE_FIELD, context)
        own = existing_fields(source, without=[field.name for field in added])
        firsts = targets.table.drop_duplicates(code).reset_index(drop=True)
        table = pd.concat([firsts[[field.name for field in own]], values], axis=1)
        return write_rows(
            self, parameters, self.OUTPUT, context, feedback, table, [*own, *added], multi(targets.geometries),
            QgsWkbTypes.Type.MultiPolygon, crs,
        )  # fmt: skip
