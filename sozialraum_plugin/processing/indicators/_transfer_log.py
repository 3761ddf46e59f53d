"""The account of a transfer in the log."""

from __future__ import annotations

import pandas as pd
from qgis.core import QgsProcessingFeedback

from ...core.balance import Balance
from ...core.fields import FLAG, NOTE_KIND, Flag
from ...core.indicators.transfers.transfer_crosswalk import Method
from ...core.indicators.transfers.transfer_output import METHOD
from ...core.indicators.transfers.transfer_report import Kind, total_sentence
from ...core.indicators.transfers.transfer_run import Transferred
from ...core.indicators.transfers.transfer_tables import Variables
from ...core.messages import tr
from ...core.numbers import format_number
from ..algorithm import log_balance
from ._transfer_inputs import Areas


def log_transfer(
    feedback: QgsProcessingFeedback,
    sources: Areas,
    variables: Variables,
    result: Transferred,
    report: pd.DataFrame,
    details: pd.DataFrame,
) -> None:
    """Write the balances of rows and values, the check of every total, and warnings."""
    rows = Balance(tr("rows of the table"), variables.rows)
    rows.add(tr("of a source area"), variables.rows - variables.unknown_rows)
    rows.add(tr("of codes that no source area has (see REPORT)"), variables.unknown_rows)
    log_balance(feedback, rows)
    feedback.pushInfo(tr("Check of totals (pycnophylactic):"))
    for key, total in result.totals.items():
        feedback.pushInfo("  " + total_sentence(key, total))
    values = Balance(tr("values of the areas wanted"), len(details))
    incomplete = details[FLAG.name].isin([Flag.INCOMPLETE])
    unsafe = details[FLAG.name] == Flag.UNSAFE
    missing = details[FLAG.name].isin([Flag.MISSING, Flag.NOT_APPLICABLE])
    for method, text in (
        (Method.WHOLE, tr("from whole source areas, exact")),
        (Method.WEIGHTS, tr("estimated by weights")),
        (Method.BOTH, tr("estimated by weights and ground")),
        (Method.GROUND, tr("estimated by ground")),
    ):
        values.add(text, int(((details[METHOD.name] == method) & ~incomplete & ~missing & ~unsafe).sum()))
    values.add(tr("unsafe: with estimates of hidden values, or values that the source calls unsafe"), int(unsafe.sum()))
    values.add(tr("incomplete: a part is hidden, missing or in no source area"), int(incomplete.sum()))
    values.add(
        tr("without a value"), int((missing | ((details[METHOD.name] == Method.NONE) & ~incomplete & ~unsafe)).sum())
    )
    log_balance(feedback, values)
    kinds = report[NOTE_KIND.name].value_counts()
    for kind, text in (
        (Kind.GROUND, tr("{count} source areas hold no weight and were shared out by ground (see REPORT).")),
        (Kind.NO_ROW, tr("{count} of {sources} source areas have no row in the table (see REPORT).")),
        (Kind.UNCOVERED, tr("{count} areas wanted reach beyond the source areas (see REPORT).")),
        (Kind.EMPTY_TARGET, tr("{count} areas wanted have no part of any source area (see REPORT).")),
        (Kind.LEFT, tr("{count} variables cannot be carried over (see REPORT).")),
    ):
        if kinds.get(kind, 0):
            feedback.pushWarning(
                text.format(count=format_number(int(kinds[kind])), sources=format_number(len(sources.codes)))
            )
