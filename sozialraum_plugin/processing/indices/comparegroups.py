"""A group of areas against the rest of the town."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)

from ...core.balance import Balance
from ...core.errors import InputError
from ...core.fields import AREA, CONFIDENTIALITY, INDICATOR, LEVEL
from ...core.indicators.imports.reference_dates import parse_date
from ...core.indicators.transfers.transfer_rates import parse_rates
from ...core.indices.groups.group_comparison import ALIKE, HIGHER, LOWER, Comparison, Publication, compare
from ...core.indices.groups.group_comparison_input import (
    LONG_COLUMNS,
    LONG_OPTIONS,
    RateTable,
    long_rates,
    wide_rates,
)
from ...core.indices.groups.group_comparison_table import COMPARISONS, REPORT, comparison_table, sentence
from ...core.indices.status.status_report import FEW_AREAS
from ...core.messages import tr
from ...core.publication import INTERNAL, hide, mark_internal
from ..algorithm import check_cancelled, log_balance
from ..indicators._lists import split_list
from ..tables import read_table, require_columns, required_source, write_rows
from ._area_groups import AreaGroups, within
from ._comparison_parameters import ComparisonParameters

_MOST_SENTENCES = 200


class CompareGroups(ComparisonParameters):
    """Rates of areas to differences between a group of areas and the rest."""

    algorithm_id = "comparegroups"
    stage = "indices"

    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    COMPARISONS = "COMPARISONS"
    DIFFERENT = "DIFFERENT"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Compare groups of areas")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Compares an area or a group of areas (the three burdened Sozialräume, the areas of a type) with all other "
            "areas: for every rate with numerator and denominator the rate of both, their difference and ratio with "
            "95 % intervals, and in words whether they can be told apart.\n\n"
            "Rates are put together from counts, never as means of rates. Intervals and tests respect small numbers: "
            "Newcombe's from Wilson limits for shares, Poisson (Byar) for events. The p values are corrected for the "
            "number of comparisons (Benjamini and Hochberg); from 0,05 on the verdict is “not distinguishable”.\n\n"
            "Hidden counts stay hidden: a group with one is incomplete and is never worked out as total minus the "
            "rest; small counts of group and rest are hidden together.\n\n"
            "Example: INPUT = the indicators, LEVEL = sozialraum, CODES = 0101, 0104, 0107."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add_rates()
        self.add_groups()
        self.add_rules()
        table = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Comparison"), table),
            tr(
                "One row per group and indicator: rates, limits and counts of group and rest, differenz and "
                "verhaeltnis with limits, p, p_korrigiert, urteil (hoeher, niedriger, nicht_unterscheidbar, "
                "ohne_test), kennzeichen, and a sentence (hinweis)."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.REPORT, tr("Not compared"), table, optional=True, createByDefault=False
            ),
            tr("Areas of the group that INPUT does not have, and indicators that cannot be compared, with the reason."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.COMPARISONS, tr("Number of comparisons")))
        self.addOutput(QgsProcessingOutputNumber(self.DIFFERENT, tr("Number that can be told from chance")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read rates and groups, compare, report, write."""
        source = required_source(self, parameters, self.INPUT, context)
        internal = self.parameterAsEnumString(parameters, self.MODE, context) == INTERNAL
        everything = self._table(parameters, source, context, feedback)
        if everything.empty:
            raise InputError(tr("The table has no rows, so there is no area to compare."))
        table = _of_level(everything, self.text(parameters, self.LEVEL, context))
        table = table if internal else hide(table)
        rates = self._rates(parameters, table, context)
        groups = within(self.area_groups(parameters, source, context, feedback), rates.codes)
        check_cancelled(feedback)
        publication = Publication(
            self.parameterAsInt(parameters, self.MIN_COUNT, context),
            self.parameterAsInt(parameters, self.MIN_BASE, context),
            internal,
        )
        incomplete = self.parameterAsEnumString(parameters, self.INCOMPLETE, context)
        found = compare(rates.codes, rates.rates, groups.groups, incomplete, publication)
        feedback.setProgress(70)
        log_balance(feedback, _rows_balance(rates, len(table), len(everything)))
        _log(found, rates, groups, feedback)
        marked, fields = mark_internal(comparison_table(found), COMPARISONS, table)
        results = {
            self.OUTPUT: write_rows(self, parameters, self.OUTPUT, context, feedback, marked, fields),
            self.COMPARISONS: len(found),
            self.DIFFERENT: sum(one.verdict in (HIGHER, LOWER) for one in found),
        }
        report = write_rows(self, parameters, self.REPORT, context, feedback, _report(rates, groups), REPORT)
        return {**results, self.REPORT: report} if report else results

    def _table(
        self,
        parameters: dict[str, Any],
        source: QgsProcessingFeatureSource,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> pd.DataFrame:
        """Return all rows; a long table has its area in `gebiet`."""
        area = self.field_of(parameters, self.AREA_FIELD, context) or AREA.name
        require_columns(source, [area])
        available = source.fields().names()
        if self.text(parameters, self.RATES, context):
            table = read_table(source, feedback)
        else:
            if INDICATOR.name not in available:
                raise InputError(
                    tr(
                        "INPUT has no column “indikator”, so it is a table of columns: say in RATES which counts make "
                        "rates, such as “SGB II = 100 * sgb2 / ew_u67”."
                    )
                )
            needed = [area, *(column.name for column in LONG_COLUMNS if column is not AREA)]
            options = [*(column.name for column in LONG_OPTIONS), LEVEL.name, CONFIDENTIALITY.name]
            wanted = dict.fromkeys([*needed, *(name for name in options if name in available)])
            table = read_table(source, feedback, list(wanted)).rename(columns={area: AREA.name})
        return table

    def _rates(self, parameters: dict[str, Any], table: pd.DataFrame, context: QgsProcessingContext) -> RateTable:
        text = self.text(parameters, self.RATES, context)
        if text:
            rates = parse_rates(text)
            without = next((rate.name for rate in rates if not rate.numerator), None)
            if without is not None:
                raise InputError(
                    tr(
                        "RATES: “{rate}” has no numerator and denominator. Write “rate = 100 * numerator / base”."
                    ).format(rate=without)
                )
            return wide_rates(table, self.field_of(parameters, self.AREA_FIELD, context) or AREA.name, rates)
        date = self.text(parameters, self.REFERENCE_DATE, context)
        until = parse_date(date) if date else None
        if date and until is None:
            raise InputError(
                tr("REFERENCE_DATE: “{date}” is no date. Write 31.12.2025 or 2025-12-31.").format(date=date)
            )
        rates = long_rates(table, split_list(self.text(parameters, self.INDICATORS, context)), until)
        if not rates.rates:
            raise InputError(
                tr("No indicator of the table can be compared. First: {code}. {reason}").format(
                    code=next(iter(rates.left_out)), reason=next(iter(rates.left_out.values()))
                )
            )
        return rates


def _of_level(table: pd.DataFrame, level: str) -> pd.DataFrame:
    """Return the rows of a level. Raises InputError if there is none, or if several are there and none is named."""
    if LEVEL.name not in table:
        return table
    levels = list(dict.fromkeys(str(value) for value in table[LEVEL.name].dropna()))
    if not level and len(levels) <= 1:
        return table
    if level not in levels:
        raise InputError(
            tr("LEVEL: name one of the levels of the table, such as {example}. It has: {levels}.").format(
                example=levels[0] if levels else "–", levels=", ".join(levels) or "–"
            )
        )
    return table[table[LEVEL.name] == level].reset_index(drop=True)


def _rows_balance(rates: RateTable, of_level: int, total: int) -> Balance:
    balance = Balance(tr("rows"), total)
    balance.add(tr("compared"), rates.rows_used)
    balance.add(tr("of other levels"), total - of_level)
    balance.add(tr("without an area code"), rates.rows_without_area)
    balance.add(
        tr("of other Stichtage, or of indicators that are not asked for or not comparable"),
        of_level - rates.rows_used - rates.rows_without_area,
    )
    return balance


def _report(rates: RateTable, groups: AreaGroups) -> pd.DataFrame:
    rows = [(code, None, tr("in the group, but not in INPUT at this level")) for code in groups.unknown]
    rows += [(None, code, reason) for code, reason in rates.left_out.items()]
    return pd.DataFrame(rows, columns=[column.name for column in REPORT], dtype=object)


def _log(found: Sequence[Comparison], rates: RateTable, groups: AreaGroups, feedback: QgsProcessingFeedback) -> None:
    for note in groups.notes:
        feedback.pushInfo(note)
    for name, members in list(groups.groups.items())[:_MOST_SENTENCES]:
        feedback.pushInfo(
            tr("Group “{group}”: {count} of {total} areas.").format(
                group=name, count=len(set(members)), total=len(rates.codes)
            )
        )
    for one in found[:_MOST_SENTENCES]:
        feedback.pushInfo(sentence(one))
    if len(found) > _MOST_SENTENCES:
        feedback.pushInfo(
            tr("{count} more sentences stand in the column “hinweis”.").format(count=len(found) - _MOST_SENTENCES)
        )
    chosen = {code for members in groups.groups.values() for code in members}
    balance = Balance(tr("areas"), len(rates.codes))
    balance.add(tr("in a group"), len(chosen))
    balance.add(tr("in the rest only"), len(rates.codes) - len(chosen))
    log_balance(feedback, balance)
    counts = {verdict: sum(one.verdict == verdict for one in found) for verdict in (HIGHER, LOWER, ALIKE)}
    feedback.pushInfo(
        tr("{total} comparisons: {higher} higher, {lower} lower, {alike} not distinguishable, {others} without a test.")
        .format(
            total=len(found), higher=counts[HIGHER], lower=counts[LOWER], alike=counts[ALIKE],
            others=len(found) - sum(counts.values()),
        )
    )  # fmt: skip
    for warning in _warnings(found, rates, groups):
        feedback.pushWarning(warning)


def _warnings(found: Sequence[Comparison], rates: RateTable, groups: AreaGroups) -> list[str]:
    warnings = []
    for reason in dict.fromkeys(rates.left_out.values()):
        codes = ", ".join(code for code, why in rates.left_out.items() if why == reason)
        warnings.append(tr("Not compared: {indicators}. {reason}").format(indicators=codes, reason=reason))
    if groups.unknown:
        warnings.append(
            tr("Not in INPUT at this level, so not in the group: {codes}.").format(codes=", ".join(groups.unknown))
        )
    lacking = sum(one.inside.incomplete or one.outside.incomplete for one in found)
    if lacking:
        warnings.append(
            tr("{count} of {total} comparisons are incomplete, because counts are hidden or missing.").format(
                count=lacking, total=len(found)
            )
        )
    if len(rates.codes) < FEW_AREAS:
        warnings.append(
            tr("Only {count} areas: the rest is few areas, too, and a single one may make the difference.").format(
                count=len(rates.codes)
            )
        )
    return warnings
