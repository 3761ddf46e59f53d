"""What the log says of counted cases: every row accounted for, and never one of them shown."""

from __future__ import annotations

import pandas as pd
from qgis.core import QgsProcessingFeedback

from ...core import fields
from ...core.balance import Balance
from ...core.indicators.cases.case_report import CASES
from ...core.messages import tr
from ...core.numbers import format_number
from ..algorithm import log_balance
from ._case_places import Placed, sentences
from ._case_selection import Selection
from ._case_tally import Tally

_LISTED = 20
_MANY_LOST = 0.02  # share of the cases from which on the counts are noticeably too low


def log_cases(
    selection: Selection, placed: Placed, counted: Tally, report: pd.DataFrame, feedback: QgsProcessingFeedback
) -> None:
    """Log what became of all rows, the notes of the breakdowns, and the streets that most cases are lost in."""
    known = sentences()
    balance = Balance(tr("rows of the table"), selection.read)
    for outcome, count in selection.left_out.items():
        balance.add(outcome, count)
    lost = placed.area == ""
    balance.add(tr("counted in an area"), int((~lost).sum()))
    for reason, count in pd.Series(placed.reason[lost]).value_counts(sort=False).items():
        balance.add(tr("without an area: {reason}").format(reason=known.get(reason, reason)), count)
    log_balance(feedback, balance)
    for note in (*selection.notes, *counted.notes):
        feedback.pushWarning(note)
    shown = report.head(_LISTED)
    for street, cases, note in zip(shown[fields.STREET.name], shown[CASES.name], shown[fields.NOTE.name]):
        feedback.pushWarning(
            tr("{street}: {count} cases without an area. {reason}").format(
                street=street or "–", count=format_number(cases), reason=note
            )
        )
    if len(report) > _LISTED:
        feedback.pushWarning(tr("and {count} more").format(count=len(report) - _LISTED))
    if lost.mean() > _MANY_LOST:
        feedback.pushWarning(
            tr("{share} % of the cases have no area: all counts are too low by about as much.").format(
                share=format_number(100 * float(lost.mean()), 1)
            )
        )
    hidden = int((counted.counts[fields.FLAG.name] != "").sum())
    if hidden:
        feedback.pushInfo(tr("{count} counts are hidden (kennzeichen).").format(count=format_number(hidden)))
