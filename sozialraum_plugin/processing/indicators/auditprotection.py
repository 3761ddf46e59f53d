"""Attack everything that is published together, and say which hidden counts can be deduced too narrowly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
)

from ...core.balance import Balance
from ...core.errors import InputError
from ...core.fields import AREA, UNIT
from ...core.indicators.catalogue import merge, read_catalogue, shipped_catalogue
from ...core.indicators.protection.protection_audit import Audit, audit, audit_changed
from ...core.indicators.protection.protection_breakdowns import read_breakdowns
from ...core.indicators.protection.protection_cells import Entries
from ...core.indicators.protection.protection_findings import FINDINGS, findings, shared_parts
from ...core.indicators.protection.protection_publication import Publication, publication
from ...core.indicators.protection.protection_rule import Rule
from ...core.messages import tr
from ...core.numbers import format_number
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance
from ..encoding import readable_source
from ..layers import layer_sources
from ..tables import read_table, write_rows
from ._audit_areas import AuditAreas, parts_by_ground, parts_by_units, read_areas
from ._protect_parameters import (
    MIN_COUNT,
    PROTECTION,
    add_breakdowns,
    add_min_count,
    add_protection,
    breakdowns_path,
    read_long_table,
)


class AuditProtection(SozialraumAlgorithm):
    """What an outsider can deduce from several tables."""

    algorithm_id = "auditprotection"
    stage = "indicators"

    INPUT = "INPUT"
    AREAS = "AREAS"
    UNITS = "UNITS"
    CATALOGUE = "CATALOGUE"
    PRECISION = "PRECISION"
    OUTPUT = "OUTPUT"
    HIDDEN = "HIDDEN"
    EXPOSED = "EXPOSED"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Audit the protection")

    def help_text(self) -> str:
        """Return what the algorithm does."""
        return tr(
            "Attacks tables as an outsider would who has them all: for every hidden count the smallest and the largest "
            "value that the published numbers allow. For everyone who is about to publish tables with hidden numbers, "
            "also together with tables of other offices or of an older or second delineation. The true numbers are not "
            "needed.\n\n"
            "Method: a linear program over all sums at once: hierarchy of areas, breakdowns, formulas of the "
            "catalogue, changes over time, rates within their rounding, shares at most 100 %, and parts that two "
            "delineations share. A count fails if the interval is narrower than asked, or if whoever reads the marks "
            "can rule out a number from 1 to below the smallest count shown that the marks alone leave possible. "
            "After Hundepool et al. (2012), chapter 4.\n\n"
            "The result is internal: it names what can be deduced.\n\n"
            "Example: INPUT=indikatoren, altersgruppen AREAS=gebiete, gebiete_2020 MIN_COUNT=3."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterMultipleLayers(self.INPUT, tr("Published tables"), vector),
            tr("All long tables of counts or indicators that are public or will be, each as it is published."),
        )
        self.add(
            QgsProcessingParameterMultipleLayers(self.AREAS, tr("Areas"), vector),
            tr(
                "One layer with all areas of all levels (gebiet, gebiet_name, ebene, uebergeordnet), or one for each "
                "delineation. The same code in two layers is the same area."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.UNITS, tr("Units of two delineations"), [vector], optional=True),
            tr(
                "Table with a row for each unit (address, block) and area it lies in: einheit, gebiet. Empty: two "
                "layers of polygons are laid over each other; common ground below 1 % of the smaller area is left out."
            ),
        )
        add_min_count(self)
        add_protection(self)
        add_breakdowns(self)
        self.add(
            QgsProcessingParameterFile(self.CATALOGUE, tr("Own catalogue"), optional=True, extension="csv"),
            tr("Rows added to the shipped catalogue, for the formulas of own indicators; as in “Compute indicators”."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                self.PRECISION,
                tr("Precision of changed numbers"),
                QgsProcessingParameterNumber.Type.Double,
                0.0,
                minValue=0.0,
            ),
            tr(
                "How far a shown count may be from the true one: 0 for exact numbers, 2 for rounding to 5, 3 for the "
                "cell key method. Then a count is exposed that must be from 1 to below the smallest count shown; each "
                "sum is used alone."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Findings"), vector),
            tr("A row for each count that can be deduced too narrowly, with interval and sums. Internal."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.HIDDEN, tr("Hidden counts")))
        self.addOutput(QgsProcessingOutputNumber(self.EXPOSED, tr("Counts that can be deduced too narrowly")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read everything, attack, write the findings."""
        tables = self._tables(parameters, context, feedback)
        areas = read_areas(layer_sources(self, parameters, self.AREAS, context), context, feedback)
        own = self.parameterAsFile(parameters, self.CATALOGUE, context)
        catalogue = merge(shipped_catalogue(), read_catalogue(Path(own))) if own else shipped_catalogue()
        breakdowns = read_breakdowns(breakdowns_path(self, parameters, context))
        given = publication(tables, areas.hierarchies, areas.position, catalogue, breakdowns)
        pieces, count = self._pieces(given, areas, parameters, context, feedback)
        rule = Rule(
            self.parameterAsInt(parameters, MIN_COUNT, context), self.parameterAsInt(parameters, PROTECTION, context)
        )

        def tick(share: float) -> None:
            check_cancelled(feedback)
            feedback.setProgress(10 + 80 * share)

        precision = self.parameterAsDouble(parameters, self.PRECISION, context)
        if precision > 0:
            found = audit_changed(given, rule, precision)
        else:
            found = audit(given, catalogue, rule, pieces, count, tick)
        table = findings(given, found, areas.lists, tables)
        _log(given, found, table, feedback)
        return {
            self.OUTPUT: write_rows(self, parameters, self.OUTPUT, context, feedback, table, FINDINGS),
            self.HIDDEN: len(found.cells),
            self.EXPOSED: int(found.exposed.sum()),
        }

    def _tables(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, pd.DataFrame]:
        """Return all tables by name, each name once."""
        tables: dict[str, pd.DataFrame] = {}
        for source in layer_sources(self, parameters, self.INPUT, context):
            name, number = source.sourceName(), 2
            while name in tables:
                name, number = f"{source.sourceName()} ({number})", number + 1
            tables[name] = read_long_table(source, feedback)
        if not tables:
            raise InputError(tr("INPUT: give at least one table."))
        return tables

    def _pieces(
        self,
        given: Publication,
        areas: AuditAreas,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[list[Entries], int]:
        """Return the sums over parts that several delineations share."""
        units = readable_source(self, parameters, self.UNITS, context)
        if units is not None:
            table = read_table(units, feedback, [UNIT.name, AREA.name])
            parts, lost = parts_by_units(table, areas)
            feedback.pushInfo(
                tr("UNITS: {count} rows, {lost} of them with an area that is not in AREAS.").format(
                    count=format_number(len(table)), lost=format_number(lost)
                )
            )
        elif len(areas.hierarchies) > 1:
            parts = parts_by_ground(areas, feedback)
            if not parts:
                feedback.pushWarning(
                    tr(
                        "Several delineations without UNITS or polygons: only areas with the same code are known to "
                        "be the same. Give UNITS for the full attack."
                    )
                )
        else:
            return [], 0
        return shared_parts(parts, given.cells.values.size, given.cells.columns)


def _log(given: Publication, found: Audit, table: pd.DataFrame, feedback: QgsProcessingFeedback) -> None:
    for part in given.tables:
        balance = Balance(tr("rows of “{table}”").format(table=part.name), len(part.rows))
        balance.add(tr("part of the attack"), int(part.usable.sum()))
        balance.add(tr("not used: without a known area or a Stichtag"), int((~part.usable).sum()))
        log_balance(feedback, balance)
    narrow = int(found.exposed.sum())
    feedback.pushInfo(
        tr("{hidden} hidden counts, {exposed} of them can be deduced too narrowly.").format(
            hidden=format_number(len(found.cells)), exposed=format_number(narrow)
        )
    )
    if narrow:
        feedback.pushWarning(
            tr(
                "Do not publish these tables together: {count} hidden counts are exposed. The findings say which."
            ).format(count=format_number(narrow))
        )
    if len(found.unchecked):
        feedback.pushWarning(
            tr("{count} hidden counts hang together by too many sums to be checked fully; see the findings.").format(
                count=format_number(len(found.unchecked))
            )
        )
    feedback.pushInfo(
        tr("{count} findings. They are internal: they name what can be deduced.").format(count=len(table))
    )
