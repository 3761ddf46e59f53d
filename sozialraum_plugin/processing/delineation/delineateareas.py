"""Algorithm: areas within population bounds, proposed from small units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import QgsGeometry, QgsProcessingContext, QgsProcessingFeedback, QgsWkbTypes

from ...core import fields
from ...core.delineation.address_columns import as_text
from ...core.delineation.fixed_areas import FixedAreas, fixed_areas, fixed_note
from ...core.delineation.hierarchy import check_unique
from ...core.fields import Field
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.polygons import multi
from ..algorithm import check_cancelled
from ..tables import required_source, write_rows
from ._area_names import level_codes, level_names
from ._areas import area_table, units_with_areas
from ._delineation_log import tell_areas, tell_homogeneity, tell_units, unmet_sentences
from ._delineation_neighbours import find_neighbours
from ._delineation_options import AreaOptions, read_options
from ._delineation_tables import TableReader
from ._levels import Basis, DividedLevel, divide_level, tell_commune_gap
from ._parameters import DelineationParameters
from ._units import Units, read_units

_POLYGON = QgsWkbTypes.Type.MultiPolygon


@dataclass(frozen=True)
class LevelResult:
    """A divided level with the rows of its areas; `notes` say per area what was not met."""

    level: DividedLevel
    table: pd.DataFrame
    layout: list[Field]
    notes: dict[int, str]

    @property
    def codes(self) -> list[str]:
        """The code of the area of each unit (n,)."""
        own = self.table[fields.AREA.name].tolist()
        return [own[area] for area in self.level.division.labels]


class DelineateAreas(DelineationParameters):
    """Divides units into contiguous, homogeneous areas; see `core.delineation.engine`."""

    algorithm_id = "delineateareas"

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read units, find neighbours and barriers, divide level by level, sum up, write."""
        options = read_options(self, parameters, context, feedback)
        source = required_source(self, parameters, self.INPUT, context)
        units = read_units(source, options.population_field, context, feedback, options.fixed_field)
        basis = self._basis(units, options, parameters, context, feedback)
        results = _all_levels(basis, options, feedback)
        check_cancelled(feedback)
        lowest = results[-1].level.division
        return {
            self.OUTPUT: self._write_areas(parameters, context, feedback, results, options, units),
            self.OUTPUT_UNITS: self._write_units(parameters, context, feedback, results, options, units),
            self.AREAS: sum(int((result.table[fields.AREA.name] != "").sum()) for result in results),
            self.UNMET: sum(len(result.level.division.unmet) for result in results),
            self.WSS_SHARE: lowest.share,
        }

    # -- input ------------------------------------------------------------------------------------------------------
    def _basis(
        self,
        units: Units,
        options: AreaOptions,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Basis:
        communes = _communes(units, options, feedback)
        reader = TableReader(self, parameters, context, feedback)
        asked = reader.asked_counts(options, communes, units.population)
        names = reader.name_sources(units.crs)
        feedback.setProgress(10)
        neighbours = find_neighbours(self, parameters, context, feedback, units, reader)
        return Basis(units, communes, neighbours, _fixed(units, options, feedback), asked, names)

    # -- output -----------------------------------------------------------------------------------------------------
    def _write_areas(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        results: Sequence[LevelResult],
        options: AreaOptions,
        units: Units,
    ) -> str | None:
        """Write the areas of all levels, the smallest first, each level in the order of its codes."""
        tables: list[pd.DataFrame] = []
        outlines: list[QgsGeometry] = []
        for result in reversed(results):
            codes = result.table[fields.AREA.name].tolist()
            order = [row for row in np.argsort(codes, kind="stable") if codes[row] != ""]
            notes = [result.notes.get(int(row)) for row in order]
            tables.append(result.table.iloc[order].assign(**{fields.NOTE.name: notes}))
            outlines += [result.level.shapes[row] for row in order]
        layout = [*results[-1].layout, *([fields.NOTE] if options.nested else [])]
        table = pd.concat(tables, ignore_index=True).astype(object)
        return write_rows(
            self, parameters, self.OUTPUT, context, feedback, table, layout, outlines, _POLYGON, units.crs
        )

    def _write_units(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        results: Sequence[LevelResult],
        options: AreaOptions,
        units: Units,
    ) -> str | None:
        levels = [(result.level.plan.name, result.codes) for result in results if not result.level.plan.is_commune]
        table, layout = units_with_areas(units, levels, options)
        return write_rows(
            self, parameters, self.OUTPUT_UNITS, context, feedback, table, layout, multi(units.geometries), _POLYGON,
            units.crs,
        )  # fmt: skip


def _communes(units: Units, options: AreaOptions, feedback: QgsProcessingFeedback) -> list[str]:
    """Return the commune code of each unit, empty where there is none."""
    if options.commune_field is None:
        if fields.COMMUNE.name in units.table.columns:
            feedback.pushWarning(
                tr(
                    "The units have a field “{field}”, but no commune field is chosen: areas may cross communes."
                ).format(field=fields.COMMUNE.name)
            )
        return [""] * len(units.table)
    codes = [as_text(code) for code in units.table[options.commune_field]]
    if "" in codes:
        feedback.pushWarning(
            tr("{count} units have no commune in “{field}”; they make areas among themselves.").format(
                count=format_number(codes.count("")), field=options.commune_field
            )
        )
    if options.levels[0].is_commune:
        tell_commune_gap(codes, feedback)
    return codes


def _fixed(units: Units, options: AreaOptions, feedback: QgsProcessingFeedback) -> FixedAreas | None:
    """Return the areas that units are bound to; None without such a field or where it binds none."""
    if options.fixed_field is None:
        return None
    codes = [as_text(code) for code in units.table[options.fixed_field]]
    names = units.table[options.fixed_name_field].tolist() if options.fixed_name_field else None
    fixed = fixed_areas(codes, names, units.population)
    feedback.pushInfo(fixed_note(fixed, options.fixed_field))
    return fixed if fixed.codes else None


def _all_levels(basis: Basis, options: AreaOptions, feedback: QgsProcessingFeedback) -> list[LevelResult]:
    """Return the levels, the largest areas first, each divided within the one before, and tell about each."""
    results: list[LevelResult] = []
    above, above_plan = basis.communes, None
    patterns = iter(options.patterns)
    tell_units(basis, options, feedback)
    for number, plan in enumerate(options.levels):
        span = (30 + 60 * number / len(options.levels), 30 + 60 * (number + 1) / len(options.levels))
        level = divide_level(basis, options, plan, above, above_plan, span, feedback)
        codes = level_codes(basis, level, None if plan.is_commune else next(patterns))
        names = level_names(basis, level, codes, options, feedback)
        table, layout = area_table(basis, level, codes, names, options)
        results.append(LevelResult(level, table, layout, _tell(basis, level, table, codes, options, feedback)))
        above, above_plan = results[-1].codes, plan
    _check_codes(results)
    _tell_unused_names(basis, results, feedback)
    return results


def _tell(
    basis: Basis,
    level: DividedLevel,
    table: pd.DataFrame,
    codes: Sequence[str],
    options: AreaOptions,
    feedback: QgsProcessingFeedback,
) -> dict[int, str]:
    """Log what was not met and what each area is like; return the notes per area."""
    notes: dict[int, str] = {}
    for note in level.division.notes if options.attributes and level.plan is options.levels[-1] else ():
        feedback.pushInfo(note)
    for record, sentence in unmet_sentences(basis, level, codes):
        feedback.pushWarning(sentence)
        if record.area is not None:
            notes[record.area] = " ".join(filter(None, (notes.get(record.area), sentence)))
    for note in level.kept.notes:
        feedback.pushWarning(note)
    tell_areas(basis, level, table, options, feedback)
    if not level.plan.is_commune:
        tell_homogeneity(level, options.nested, feedback)
    return notes


def _check_codes(results: Sequence[LevelResult]) -> None:
    """Raise InputError if two areas of any levels have the same code."""
    rows = [
        (code, f"{result.level.plan.title} {name}")
        for result in results
        for code, name in zip(result.table[fields.AREA.name], result.table[fields.AREA_NAME.name])
    ]
    check_unique([code for code, _ in rows], [place for _, place in rows])


def _tell_unused_names(basis: Basis, results: Sequence[LevelResult], feedback: QgsProcessingFeedback) -> None:
    """Say which names by hand belong to no area."""
    codes = {code for result in results for code in result.table[fields.AREA.name]}
    unused = [code for code in basis.names.by_hand if code not in codes]
    if unused:
        feedback.pushWarning(
            tr("NAMES: {count} codes belong to no area and were not used, first “{code}”.").format(
                count=format_number(len(unused)), code=unused[0]
            )
        )
