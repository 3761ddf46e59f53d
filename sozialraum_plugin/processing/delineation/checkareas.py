"""What is wrong with a set of areas, as a layer that one can step through."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ...core.balance import Balance
from ...core.delineation.address_columns import text_column
from ...core.delineation.area_checks import (
    FINDINGS,
    SUMMARY,
    Check,
    Results,
    findings_table,
    kind_text,
    summary_table,
)
from ...core.delineation.area_checks_bounds import Bounds, parse_bounds
from ...core.errors import InputError
from ...core.fields import AREA, LEVEL, PARENT, POPULATION, Level
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.area_patches import mended, union
from ..algorithm import check_cancelled, log_balance
from ..layers import layer_sources
from ..tables import metric_crs, read_rows, required_source, write_rows
from ._check_ground import GroundCheck, Tolerances
from ._check_inputs import (
    CheckedAddresses,
    CheckedAreas,
    read_boundary,
    read_checked_addresses,
    read_checked_areas,
    read_shapes,
    row_findings,
)
from ._check_parameters import CheckParameters
from ._check_people import addresses_without_point, check_addresses, check_bounds
from ._fractions import with_fractions

_NOT_CUT = (Level.COMMUNE, Level.DISTRICT)  # a barrier runs through every commune


class CheckAreas(CheckParameters):
    """Gaps, overlaps, parts, nesting, bounds, addresses and barriers of areas of all levels."""

    algorithm_id = "checkareas"

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, check level by level, write findings and summary."""
        source = required_source(self, parameters, self.AREAS, context)
        crs = metric_crs(source)
        chosen = self._chosen_fields(parameters, source, context)
        areas = read_checked_areas(source, chosen, crs, context, feedback)
        addresses = self._addresses(parameters, crs, context, feedback)
        results = Results(row_findings(areas))
        results.checked("", Check.NO_POLYGON, Check.NO_CODE, Check.DOUBLE_CODE, Check.INVALID)
        if addresses is not None:
            results.checked("", Check.ADDRESS_NO_POINT)
            results.findings += addresses_without_point(addresses)
        feedback.setProgress(15)
        self._check_levels(parameters, crs, areas, addresses, results, context, feedback)
        findings = results.ordered()
        table, shapes = findings_table(findings), [_multi(item.shape) for item in findings]
        kind = QgsWkbTypes.Type.MultiPolygon
        output = write_rows(
            self,
            parameters,
            self.FINDINGS,
            context,
            feedback,
            table,
            with_fractions(FINDINGS, table),
            shapes,
            kind,
            crs,
        )
        summed = summary_table(results)
        layout = with_fractions(SUMMARY, summed)
        summary = write_rows(self, parameters, self.SUMMARY, context, feedback, summed, layout)
        _log(areas, addresses, results, feedback)
        outputs = {self.FINDINGS: output, self.SUMMARY: summary, self.COUNT: len(findings)}
        return {name: value for name, value in outputs.items() if value is not None}

    def _chosen_fields(
        self, parameters: dict[str, Any], source: QgsProcessingFeatureSource, context: QgsProcessingContext
    ) -> dict[str, str]:
        """Return which field of the layer holds which of our columns. Raises InputError without a code field."""
        names = {
            AREA.name: self.CODE_FIELD,
            LEVEL.name: self.LEVEL_FIELD,
            PARENT.name: self.PARENT_FIELD,
            POPULATION.name: self.POPULATION_FIELD,
        }
        chosen = {ours: self.parameterAsString(parameters, name, context) for ours, name in names.items()}
        there = source.fields().names()
        if chosen[AREA.name] not in there:
            raise InputError(
                tr(
                    "“{layer}” has no field “{field}” with the code of the areas. Choose the field in CODE_FIELD."
                ).format(layer=source.sourceName(), field=chosen[AREA.name])
            )
        return {ours: theirs for ours, theirs in chosen.items() if theirs in there}

    def _addresses(
        self,
        parameters: dict[str, Any],
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> CheckedAddresses | None:
        if parameters.get(self.ADDRESSES) in (None, ""):
            return None
        source = required_source(self, parameters, self.ADDRESSES, context)
        field = self.parameterAsString(parameters, self.ADDRESS_POPULATION_FIELD, context)
        field = field if field in source.fields().names() else ""
        return read_checked_addresses(source, field, crs, context, feedback)

    def _check_levels(
        self,
        parameters: dict[str, Any],
        crs: QgsCoordinateReferenceSystem,
        areas: CheckedAreas,
        addresses: CheckedAddresses | None,
        results: Results,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        boundary = read_boundary(self.parameterAsSource(parameters, self.BOUNDARY, context), crs, context, feedback)
        barriers = read_shapes(layer_sources(self, parameters, self.BARRIERS, context), crs, context, feedback)
        bounds = self._bounds(parameters, areas.order, context)
        tolerances = self._tolerances(parameters, context)
        for step, level in enumerate(areas.order):
            check_cancelled(feedback)
            check = GroundCheck(areas, level, addresses, tolerances, results, feedback)
            above = areas.order[step + 1 :]
            check.fit(_region(areas, above, boundary), boundary)
            check.nesting(above)
            if step == 0:
                self._check_units(parameters, crs, check, context, feedback)
            if barriers and level not in _NOT_CUT:
                check.barriers(barriers)
            sums = None
            if addresses is not None:
                sums = check_addresses(areas, level, addresses, boundary, results, feedback)
            if level in bounds:
                check_bounds(areas, level, sums if addresses and addresses.counted else None, bounds[level], results)
            feedback.setProgress(15 + 75 * (step + 1) / len(areas.order))
        _note_missing(areas, addresses, barriers, bounds, results)

    def _check_units(
        self,
        parameters: dict[str, Any],
        crs: QgsCoordinateReferenceSystem,
        check: GroundCheck,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Check that areas consist of whole units, if there is a layer of these."""
        source = self.parameterAsSource(parameters, self.UNITS, context)
        if source is None:
            return
        field = self.parameterAsString(parameters, self.UNIT_FIELD, context)
        columns = [field] if field in source.fields().names() else []
        table, geometries = read_rows(source, feedback, columns, crs, context, with_geometry=True)
        shapes = mended(geometries)[0]
        names = text_column(table[field]).tolist() if columns else [str(row + 1) for row in table.index]
        solid = [row for row, shape in enumerate(shapes) if not shape.isEmpty()]
        balance = Balance(tr("units"), len(table))
        balance.add(tr("checked"), len(solid))
        balance.add(tr("without a polygon"), len(table) - len(solid))
        log_balance(feedback, balance)
        check.units([shapes[row] for row in solid], [names[row] for row in solid])

    def _bounds(self, parameters: dict[str, Any], order: list[str], context: QgsProcessingContext) -> dict[str, Bounds]:
        """Return the bounds of each level that has any. Raises InputError for a level that the areas do not have."""
        written = parse_bounds(self.parameterAsString(parameters, self.BOUNDS, context))
        for level in written:
            if level not in order:
                raise InputError(
                    tr("BOUNDS names the level “{level}”, but the areas have: {levels}.").format(
                        level=level, levels=", ".join(order) or "–"
                    )
                )
        limits = [
            None if parameters.get(name) in (None, "") else self.parameterAsDouble(parameters, name, context)
            for name in (self.MIN_POPULATION, self.MAX_POPULATION)
        ]
        lowest = Bounds(*limits)
        return {**({order[0]: lowest} if lowest.given else {}), **written}

    def _tolerances(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Tolerances:
        names = (self.MIN_SIZE, self.SLIVER_WIDTH, self.OPEN_GAP_WIDTH, self.BARRIER_WIDTH, self.MIN_BIT)
        return Tolerances(*(self.parameterAsDouble(parameters, name, context) for name in names))


def _region(areas: CheckedAreas, above: list[str], boundary: QgsGeometry) -> QgsGeometry:
    """Return the ground that a level should fill: the boundary, else the level above, else unknown (empty)."""
    if not boundary.isEmpty() or not above:
        return boundary
    return union([areas.polygons[row] for row in areas.rows(above[0])])


def _multi(shape: QgsGeometry | None) -> QgsGeometry:
    """Return a shape as a multipolygon; an empty geometry for none."""
    if shape is None or shape.isNull() or shape.isEmpty():
        return QgsGeometry()
    copy = QgsGeometry(shape)
    copy.get().dropZValue()
    copy.get().dropMValue()
    return copy.convertToType(QgsWkbTypes.GeometryType.PolygonGeometry, True)


def _note_missing(
    areas: CheckedAreas,
    addresses: CheckedAddresses | None,
    barriers: list[QgsGeometry],
    bounds: dict[str, Bounds],
    results: Results,
) -> None:
    """Note for the summary which checks nobody asked for or which lack their data."""
    for level in areas.order:
        if addresses is None:
            kinds = (Check.ADDRESS_UNASSIGNED, Check.ADDRESS_TWICE)
            results.skip(level, tr("not checked, because no addresses are given"), *kinds)
        if not barriers and level not in _NOT_CUT:
            results.skip(level, tr("not checked, because no barriers are given"), Check.BEHIND_BARRIER)
        if level not in bounds:
            results.skip(level, tr("not checked, because no bound is given"), Check.TOO_SMALL, Check.TOO_LARGE)


def _log(
    areas: CheckedAreas, addresses: CheckedAddresses | None, results: Results, feedback: QgsProcessingFeedback
) -> None:
    """Write the account of areas and addresses, then a line per check with findings."""
    balance = Balance(tr("areas"), len(areas.codes))
    empty = {row for row, polygon in enumerate(areas.polygons) if polygon.isEmpty()}
    balance.add(tr("without a polygon"), len(empty))
    balance.add(tr("checked after their polygon was mended"), len(set(areas.reasons) - empty))
    balance.add(tr("checked"), len(areas.codes) - len(empty | set(areas.reasons)))
    log_balance(feedback, balance)
    if addresses is not None:
        missing = int(np.isnan(addresses.points).any(axis=1).sum())
        account = Balance(tr("addresses"), len(addresses.points))
        account.add(tr("checked"), len(addresses.points) - missing)
        account.add(tr("without coordinates"), missing)
        log_balance(feedback, account)
    counts: dict[tuple[str, str], int] = {}
    for item in results.ordered():
        counts[item.level, item.kind] = counts.get((item.level, item.kind), 0) + 1
    for (level, kind), count in counts.items():
        line = f"{level}: {kind_text(kind)}: {format_number(count)}" if level else f"{kind_text(kind)}: {count}"
        feedback.pushWarning(line)
    for (level, kind), ignored in results.ignored.items():
        note = tr("{kind}: {count} pieces below the tolerance, {size} m² in all, are not listed.").format(
            kind=kind_text(kind), count=format_number(ignored.count), size=format_number(ignored.size, 1)
        )
        feedback.pushInfo(f"{level}: {note}" if level else note)
    if not counts:
        feedback.pushInfo(tr("The checks that were made found nothing. The summary tells which were not made."))
