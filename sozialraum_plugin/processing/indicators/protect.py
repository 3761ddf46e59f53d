"""Statistical confidentiality of a long table: hide what is small, and what would give it away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.balance import Balance
from ...core.fields import FLAG, Field, Kind
from ...core.indicators.catalogue import merge, read_catalogue, shipped_catalogue
from ...core.indicators.hierarchy import Hierarchy, hierarchy_of
from ...core.indicators.protection.primary_protection import Thresholds
from ...core.indicators.protection.protection_breakdowns import read_breakdowns
from ...core.indicators.protection.protection_noise import Noise, disturb_table
from ...core.indicators.protection.protection_publish import PROTOCOL, Protected, protect_table
from ...core.messages import tr
from ...core.numbers import format_number
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance
from ..tables import existing_fields, read_table, required_source, write_rows
from ._lists import split_list
from ._protect_parameters import (
    AREA_COLUMNS,
    MIN_BASE,
    MIN_COUNT,
    PROTECTION,
    add_breakdowns,
    add_min_count,
    add_protection,
    breakdowns_path,
    read_long_table,
)

SUPPRESSION, ROUNDING, CELL_KEY = "suppression", "rounding", "cellkey"
_LISTED = 10


class Protect(SozialraumAlgorithm):
    """A table of counts or indicators, fit for publication."""

    algorithm_id = "protect"
    stage = "indicators"

    INPUT = "INPUT"
    AREAS = "AREAS"
    METHOD = "METHOD"
    KEY = "KEY"
    IMPORTANT = "IMPORTANT"
    CATALOGUE = "CATALOGUE"
    OUTPUT = "OUTPUT"
    PROTOCOL = "PROTOCOL"
    ROWS = "ROWS"
    HIDDEN = "HIDDEN"
    SECONDARY = "SECONDARY"
    UNPROTECTED = "UNPROTECTED"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Protect small numbers")

    def help_text(self) -> str:
        """Return what the algorithm does."""
        return tr(
            "Makes a table of counts or indicators fit for publication (statistische Geheimhaltung): several levels, "
            "breakdowns with totals, rates with known denominators, several Stichtage.\n\n"
            "suppression: counts from 1 to below the smallest count shown are hidden, and so is a share whose "
            "remainder is in that range, and a rate on too small a base. Then further counts are hidden, as few as "
            "possible, until an attack fails that knows all published counts, the hierarchy, breakdowns, formulas and "
            "changes over time: who knows the sums only must find an interval for each hidden count that is at least "
            "as wide as “Width of the interval” and reaches the smallest count shown; who also knows the rule and "
            "reads the marks must find every number from 1 to below it possible that the marks alone leave possible "
            "(after Hundepool et al. 2012, chapter 4).\n"
            "rounding: every count to the nearest multiple of 5, totals on their own, so that sums may differ.\n"
            "cellkey: every count is changed by at most 3, on average by nothing, depending on area, count, Stichtag "
            "and the key only: the same count is the same in every table. Zero stays zero.\n\n"
            "What the source has hidden stays hidden. The protocol says what was hidden and by which rule, without the "
            "number.\n\n"
            "Example: INPUT=indikatoren AREAS=gebiete METHOD=suppression MIN_COUNT=3. Check everything that is "
            "published together with “Audit the protection”."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("Counts or indicators"), [vector]),
            tr(
                "Long table of counts (gebiet, merkmal, stichtag, wert, kennzeichen) or of indicators (gebiet, "
                "indikator, stichtag, wert, zaehler, nenner, kennzeichen)."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.AREAS, tr("Areas"), [vector]),
            tr("All areas of all levels (layer “gebiete”): gebiet, gebiet_name, ebene, uebergeordnet."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.METHOD,
                tr("Method"),
                [SUPPRESSION, ROUNDING, CELL_KEY],
                defaultValue=SUPPRESSION,
                usesStaticStrings=True,
            ),
            tr("suppression hides; rounding and cellkey change every number a little and hide rates on small bases."),
        )
        add_min_count(self)
        self.add(
            QgsProcessingParameterNumber(
                MIN_BASE, tr("Smallest base of a rate"), QgsProcessingParameterNumber.Type.Integer, 30, minValue=0
            ),
            tr("Rates with a denominator below this number are hidden; 0 shows all."),
        )
        add_protection(self)
        self.add(
            QgsProcessingParameterString(self.KEY, tr("Key of the cell key method"), optional=True),
            tr("A secret text of at least 8 signs; keep it and use the same for every table that goes out."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString(self.IMPORTANT, tr("Important numbers"), optional=True),
            tr(
                "Counts, indicators, levels or areas, separated by commas, that are hidden for the sake of others only "
                "where it cannot be helped, such as E, gemeinde."
            ),
            advanced=True,
        )
        add_breakdowns(self)
        self.add(
            QgsProcessingParameterFile(self.CATALOGUE, tr("Own catalogue"), optional=True, extension="csv"),
            tr("Rows added to the shipped catalogue, for the formulas of own indicators; as in “Compute indicators”."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Protected table"), vector),
            tr("The same rows and columns; a hidden row has no number in any column and its reason in “kennzeichen”."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.PROTOCOL, tr("Protocol"), vector, optional=True),
            tr("Every hidden count with area, Stichtag and rule, without its number."),
        )
        for name, text in (
            (self.ROWS, tr("Number of rows")),
            (self.HIDDEN, tr("Number of hidden rows")),
            (self.SECONDARY, tr("Counts hidden so that others cannot be computed")),
            (self.UNPROTECTED, tr("Counts that nothing protects")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, protect, write, account for all."""
        source = required_source(self, parameters, self.INPUT, context)
        rows = read_long_table(source, feedback)
        areas = required_source(self, parameters, self.AREAS, context)
        hierarchy = hierarchy_of(read_table(areas, feedback, AREA_COLUMNS))
        feedback.setProgress(10)
        done = self._protect(source.sourceName(), rows, hierarchy, parameters, context, feedback)
        feedback.setProgress(90)
        layout = existing_fields(source)
        if FLAG.name not in {field.name for field in layout}:
            layout.append(Field(FLAG.name, Kind.TEXT))
        results = {
            self.OUTPUT: write_rows(self, parameters, self.OUTPUT, context, feedback, done.table, layout),
            self.PROTOCOL: write_rows(self, parameters, self.PROTOCOL, context, feedback, done.protocol, PROTOCOL),
            self.ROWS: len(done.table),
            self.HIDDEN: done.hidden,
            self.SECONDARY: done.secondary,
            self.UNPROTECTED: len(done.unsafe) + len(done.given_away),
        }
        _log(source.sourceName(), done, feedback)
        return {name: value for name, value in results.items() if value is not None}

    def _protect(
        self,
        name: str,
        rows: pd.DataFrame,
        hierarchy: Hierarchy,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Protected:
        thresholds = Thresholds(
            self.parameterAsInt(parameters, MIN_COUNT, context), self.parameterAsInt(parameters, MIN_BASE, context)
        )
        own = self.parameterAsFile(parameters, self.CATALOGUE, context)
        catalogue = merge(shipped_catalogue(), read_catalogue(Path(own))) if own else shipped_catalogue()
        breakdowns = read_breakdowns(breakdowns_path(self, parameters, context))
        method = self.parameterAsEnumString(parameters, self.METHOD, context)
        if method != SUPPRESSION:
            key = self.parameterAsString(parameters, self.KEY, context) if method == CELL_KEY else None
            return disturb_table(name, rows, hierarchy, catalogue, breakdowns, thresholds, Noise(key))
        width = self.parameterAsInt(parameters, PROTECTION, context)
        return protect_table(
            name,
            rows,
            hierarchy,
            catalogue,
            breakdowns,
            thresholds,
            width,
            lambda: check_cancelled(feedback),
            split_list(self.parameterAsString(parameters, self.IMPORTANT, context)),
        )


def _log(name: str, done: Protected, feedback: QgsProcessingFeedback) -> None:
    balance = Balance(tr("rows of “{table}”").format(table=name), len(done.table))
    for outcome, count in done.outcomes.items():
        balance.add(outcome, count)
    log_balance(feedback, balance)
    for sentence in done.remarks:
        feedback.pushInfo(sentence)
    if done.unknown_areas:
        feedback.pushWarning(
            tr("{count} keys match no area of AREAS; of their rows only the small counts are hidden: {keys}").format(
                count=format_number(len(done.unknown_areas)), keys=_listed(done.unknown_areas)
            )
        )
    if done.unsafe:
        feedback.pushWarning(
            tr(
                "{count} hidden counts keep a narrow interval whatever else is hidden, since the other marks narrow "
                "them down. Leave out these areas or take a larger smallest count: {places}"
            ).format(count=format_number(len(done.unsafe)), places=_listed(done.unsafe))
        )
    if done.given_away:
        feedback.pushWarning(
            tr(
                "{count} hidden counts are told by the marks alone (as 1 + 1 = 2 if all three are small). Leave out "
                "the smaller areas or the breakdown: {places}"
            ).format(count=format_number(len(done.given_away)), places=_listed(done.given_away))
        )


def _listed(places: list[str]) -> str:
    more = len(places) - _LISTED
    text = ", ".join(places[:_LISTED])
    return tr("{codes} and {count} more").format(codes=text, count=more) if more > 0 else text
