"""What a new division into areas changes against an old one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsWkbTypes,
)

from ...core import fields
from ...core.balance import Balance
from ...core.delineation.area_changes import (
    AREAS_COMPARED,
    CHANGE,
    Change,
)
from ...core.delineation.area_changes_page import summary_sentence
from ...core.delineation.area_changes_streets import STREETS, moved_streets
from ...core.delineation.crosswalk import (
    CROSSWALK,
    HOST,
    NEW,
    OLD,
    PAIR,
)
from ...core.delineation.crosswalk_values import BASIS, NEEDED, VALUES_COMPARED, WANTED, Basis, carry_over
from ...core.fields import ADDRESS_COUNT, FLAG, POPULATION, Flag
from ...core.indicators.protection.primary_protection import Thresholds
from ...core.messages import tr
from ...core.numbers import format_number
from ...core.publication import hide
from ..algorithm import check_cancelled, log_balance
from ..layers import layer_sources
from ..tables import metric_crs, read_table, require_columns, required_source, write_rows
from ._compare_ground import CHANGES, SharedGround, change_rows, shared_ground
from ._compare_inputs import (
    REPORT,
    Division,
    Placed,
    Problem,
    address_lines,
    place,
    read_division,
)
from ._compare_log import log_result, refuse_strangers
from ._compare_page import page_texts, print_comparison
from ._compare_parameters import INTERNAL
from ._compare_people import ComparePeople, People, log_addresses
from ._compare_tables import Compared, compared_divisions, origins, shown_crosswalk
from ._fractions import with_fractions


class CompareAreas(ComparePeople):
    """Changes, streets, crosswalk, areas and indicators before and after, and both maps as a PDF."""

    algorithm_id = "compareareas"

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        """Layouts must be exported on the main thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read both divisions and the addresses, compare, write tables, layer and PDF."""
        crs = metric_crs(required_source(self, parameters, self.OLD, context))
        old = self._division(parameters, self.OLD, self.CODE_FIELD, self.NAME_FIELD, crs, context, feedback)
        new = self._division(parameters, self.NEW, self.NEW_CODE_FIELD, self.NEW_NAME_FIELD, crs, context, feedback)
        addresses = self.read_people(parameters, crs, context, feedback)
        feedback.setProgress(20)
        placed = place(addresses.points, old, new, feedback)
        log_addresses(placed, old, new, feedback)
        width = self.parameterAsDouble(parameters, self.SLIVER_WIDTH, context)
        ground = shared_ground(old, new, addresses.points, width, feedback)
        refuse_strangers(placed, ground)
        feedback.setProgress(50)
        thresholds = self._thresholds(parameters, context)
        hidden_below = thresholds.count if thresholds is not None and addresses.counted else 0
        compared = compared_divisions(placed, addresses, ground, old, new, hidden_below)
        check_cancelled(feedback)
        results = self._write_tables(parameters, compared, ground, addresses.counted, crs, context, feedback)
        results[self.STREETS] = self._write_streets(
            parameters, compared, placed, addresses, hidden_below, context, feedback
        )
        feedback.setProgress(75)
        results[self.VALUES_COMPARED] = self._write_values(
            parameters, compared, old, new, thresholds, context, feedback
        )
        report = pd.concat([old.report, new.report, address_lines(placed, addresses.layer)], ignore_index=True)
        results[self.REPORT] = write_rows(self, parameters, self.REPORT, context, feedback, report, REPORT)
        results[self.PDF] = self._write_pdf(parameters, compared, ground, old, new, addresses, crs, context)
        inside = compared.table[compared.moved & (compared.table[OLD.name] != "") & (compared.table[NEW.name] != "")]
        results[self.CHANGED_AREAS] = int((compared.areas[CHANGE.name] != Change.UNCHANGED).sum())
        results[self.MOVED_ADDRESSES] = int(inside[ADDRESS_COUNT.name].sum())
        results[self.MOVED_INHABITANTS] = float(inside[POPULATION.name].sum())
        log_result(compared.table, compared.areas, addresses.counted, ground.slivers, feedback)
        return {name: value for name, value in results.items() if value is not None}

    def _division(
        self,
        parameters: dict[str, Any],
        name: str,
        code_field: str,
        name_field: str,
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Division:
        source = required_source(self, parameters, name, context)
        chosen = {
            "code": self.parameterAsString(parameters, code_field, context),
            "name": self.parameterAsString(parameters, name_field, context),
            "level": self.parameterAsString(parameters, self.LEVEL_FIELD, context),
        }
        level = self.parameterAsString(parameters, self.LEVEL, context).strip()
        division = read_division(source, chosen, level, crs, context, feedback)
        lost = division.report[fields.NOTE_KIND.name].value_counts()
        balance = Balance(tr("areas of “{layer}”").format(layer=source.sourceName()), division.read)
        balance.add(tr("of another level"), lost.get(Problem.OTHER_LEVEL, 0))
        balance.add(tr("without a code"), lost.get(Problem.NO_CODE, 0))
        balance.add(tr("without a polygon"), lost.get(Problem.NO_POLYGON, 0))
        balance.add(tr("compared after their polygon was mended"), lost.get(Problem.INVALID, 0))
        balance.add(tr("compared"), division.read - len(division.report))
        log_balance(feedback, balance)
        return division

    def _thresholds(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Thresholds | None:
        if self.parameterAsEnumString(parameters, self.MODE, context) == INTERNAL:
            return None
        return Thresholds(
            self.parameterAsInt(parameters, self.MIN_COUNT, context),
            self.parameterAsInt(parameters, self.MIN_BASE, context),
        )

    def _write_tables(
        self,
        parameters: dict[str, Any],
        compared: Compared,
        ground: SharedGround,
        counted: bool,
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Write changes, crosswalk and areas; return their ids."""
        changes, shapes = change_rows(compared.table, compared.moved, ground, counted)
        walk = shown_crosswalk(compared.table)
        kind, areas = QgsWkbTypes.Type.MultiPolygon, compared.areas
        layout = with_fractions(CHANGES, changes)
        written = {
            self.CHANGES: write_rows(
                self, parameters, self.CHANGES, context, feedback, changes, layout, shapes, kind, crs
            )
        }
        for name, table, columns in ((self.CROSSWALK, walk, CROSSWALK), (self.AREAS_COMPARED, areas, AREAS_COMPARED)):
            layout = with_fractions(columns, table)
            written[name] = write_rows(self, parameters, name, context, feedback, table, layout)
        return written

    def _write_streets(
        self,
        parameters: dict[str, Any],
        compared: Compared,
        placed: Placed,
        addresses: People,
        hidden_below: float,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> str | None:
        streets = pd.DataFrame(columns=[field.name for field in STREETS], dtype=object)
        if addresses.standard is not None:
            moved = compared.matching.moved(placed.old, placed.new)
            blurred = compared.table.loc[compared.table[HOST], PAIR].itertuples(index=False, name=None)
            streets = moved_streets(
                addresses.standard, placed.old, placed.new, addresses.people, moved, hidden_below, list(blurred)
            )
            feedback.pushInfo(
                tr("{rows} ranges of house numbers in {streets} streets change their area.").format(
                    rows=format_number(len(streets)), streets=format_number(streets[fields.STREET.name].nunique())
                )
            )
        if not addresses.counted:
            streets[POPULATION.name] = None
        return write_rows(self, parameters, self.STREETS, context, feedback, streets, with_fractions(STREETS, streets))

    def _write_values(
        self,
        parameters: dict[str, Any],
        compared: Compared,
        old: Division,
        new: Division,
        thresholds: Thresholds | None,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> str | None:
        """Carry the indicators over, if there are any; log what became of their rows."""
        if parameters.get(self.INDICATORS) in (None, ""):
            empty = pd.DataFrame(columns=[field.name for field in VALUES_COMPARED], dtype=object)
            return write_rows(self, parameters, self.VALUES_COMPARED, context, feedback, empty, VALUES_COMPARED)
        source = required_source(self, parameters, self.INDICATORS, context)
        require_columns(source, [field.name for field in NEEDED])
        present = [field.name for field in WANTED if field.name in source.fields().names()]
        table = read_table(source, feedback, present).reindex(columns=[field.name for field in WANTED])
        table = hide(table) if thresholds is not None else table
        carried = carry_over(table, compared.table, origins(compared.areas), new.names, old.codes, thresholds)
        balance = Balance(tr("indicator values"), len(table))
        balance.add(tr("of old areas"), len(table) - carried.unknown)
        balance.add(tr("of areas that are not in OLD"), carried.unknown)
        log_balance(feedback, balance)
        stuck = carried.table.loc[carried.table[BASIS.name] == Basis.NONE, fields.INDICATOR.name].unique()
        if len(stuck):
            feedback.pushWarning(
                tr("Not carried over, because numerator and denominator do not give the value: {codes}").format(
                    codes=", ".join(stuck)
                )
            )
        return write_rows(self, parameters, self.VALUES_COMPARED, context, feedback, carried.table, VALUES_COMPARED)

    def _write_pdf(
        self,
        parameters: dict[str, Any],
        compared: Compared,
        ground: SharedGround,
        old: Division,
        new: Division,
        addresses: People,
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
    ) -> str | None:
        if parameters.get(self.PDF) in (None, ""):
            return None
        path = Path(self.parameterAsFileOutput(parameters, self.PDF, context))
        names = (self.TITLE, self.OLD_TITLE, self.NEW_TITLE, self.SOURCE, self.AUTHOR)
        given = {name: self.parameterAsString(parameters, name, context).strip() for name in names}
        hidden = bool((compared.table[FLAG.name] != Flag.NONE).any())
        sentence = summary_sentence(compared.table, compared.areas, addresses.counted)
        counts = (len(old.codes), len(new.codes))
        texts = page_texts(given, counts, sentence, addresses.counted, hidden)
        pairs = compared.table.loc[compared.moved, PAIR].itertuples(index=False, name=None)
        changed = [ground.shapes.get(pair, QgsGeometry()) for pair in pairs]
        background = []
        if layer_sources(self, parameters, self.BACKGROUND, context):
            background = self.parameterAsLayerList(parameters, self.BACKGROUND, context)
        project = QgsProject()
        project.setCrs(crs)
        project.setTransformContext(context.transformContext())
        print_comparison(
            path, old, new, compared.matching.continued_by, changed, background, compared.areas, texts,
            addresses.counted, given["AUTHOR"], project,
        )  # fmt: skip
        return str(path)
