"""What a transfer could not do as asked, row by row, and the check of every total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...fields import NOTE, NOTE_KIND, REFERENCE_DATE, VALUE, VARIABLE, Flag
from ...messages import tr
from ...numbers import format_number
from .transfer_crosswalk import FROM_CODE, TO_CODE
from .transfer_pairs import Pairs, without_pairs
from .transfer_run import Transferred
from .transfer_tables import Key, Variables
from .transfer_values import COVERAGE

REPORT = (NOTE_KIND, FROM_CODE, TO_CODE, VARIABLE, REFERENCE_DATE, VALUE, NOTE)
_LISTED = 5


class Kind:
    """Values of `art` in the report."""

    TOTAL = "summe"
    OUTSIDE = "ausserhalb"
    GROUND = "nach_flaeche"
    NO_GROUND = "ohne_flaeche"
    HIDDEN = "geheim"
    MISSING = "ohne_wert"
    NO_ROW = "ohne_zeile"
    UNKNOWN_CODE = "unbekannter_schluessel"
    UNCOVERED = "ohne_quelle"
    EMPTY_TARGET = "ziel_ohne_quelle"
    LEFT = "nicht_uebertragbar"


@dataclass
class _Rows:
    rows: list[dict[str, object]] = field(default_factory=list)

    def add(
        self, kind: str, note: str, source: str | None = None, target: str | None = None,
        key: Key = (None, None), value: float | None = None,
    ) -> None:  # fmt: skip
        self.rows.append(
            {
                NOTE_KIND.name: kind,
                FROM_CODE.name: source,
                TO_CODE.name: target,
                VARIABLE.name: key[0],
                REFERENCE_DATE.name: key[1],
                VALUE.name: value,
                NOTE.name: note,
            }
        )


def report_table(
    pairs: Pairs,
    result: Transferred,
    variables: Variables,
    uncovered: np.ndarray,
    sources: Sequence[str],
    targets: Sequence[str],
) -> pd.DataFrame:
    """Return the table REPORT: totals first, then sources, targets and rows of the table that need a look.

    `uncovered` (t,) is the share of a target's weight that lies in no source.
    """
    rows = _Rows()
    _totals(rows, result)
    _sources(rows, pairs, result, variables, sources)
    _unknown_values(rows, variables, sources)
    for code in variables.unknown:
        rows.add(
            Kind.UNKNOWN_CODE, tr("The table has this code, but no source area does; its values are not used."), code
        )
    _targets(rows, pairs, uncovered, targets)
    for key, reason in variables.left.items():
        rows.add(Kind.LEFT, reason, key=key)
    return pd.DataFrame(rows.rows, columns=[column.name for column in REPORT])


def _totals(rows: _Rows, result: Transferred) -> None:
    for key, total in result.totals.items():
        rows.add(Kind.TOTAL, total_sentence(key, total), key=key, value=float(total.before))
        if total.outside > 0:
            rows.add(
                Kind.OUTSIDE, tr("This part of the total lies outside all target areas."), key=key,
                value=float(total.outside),
            )  # fmt: skip


def total_sentence(key: Key, total: object) -> str:
    """Return the check of a total in a sentence; `total` is a `Totals` of one variable."""
    text = tr("{variable}: {before} in the sources = {inside} in the targets + {outside} outside").format(
        variable=" ".join(str(part) for part in key if part),
        before=_number(total.before),
        inside=_number(total.inside),
        outside=_number(total.outside),
    )
    if total.nowhere > 0:
        text += tr(" + {count} in sources without any ground").format(count=_number(total.nowhere))
    if total.unknown:
        text += tr("; {count} sources have no value").format(count=format_number(int(total.unknown)))
    if total.estimated > 0:
        text += tr("; {count} were estimated for them").format(count=_number(total.estimated))
    return text


def _number(value: float) -> str:
    return format_number(float(value), 0 if abs(value - round(float(value))) < 1e-6 else 1)


def _sources(rows: _Rows, pairs: Pairs, result: Transferred, variables: Variables, sources: Sequence[str]) -> None:
    """Report sources shared out by ground though weights were given, and those that could not be placed."""
    valued = _with_value(variables, len(sources))
    if not pairs.by_area.all():
        split = pairs.by_area & pairs.split(result.shares)
        for source in np.unique(pairs.source[split & valued[pairs.source]]):
            rows.add(
                Kind.GROUND,
                tr("No weight (address, building) lies in this source area, so it was shared out by ground."),
                sources[source],
            )
    for source in without_pairs(pairs):
        if valued[source]:
            rows.add(
                Kind.NO_GROUND,
                tr("This source area has no ground, no weight or no row in the crosswalk; its values are not used."),
                sources[source],
            )


def _with_value(variables: Variables, count: int) -> np.ndarray:
    columns = [*variables.counts.values(), *(column for column, _ in variables.rates.values())]
    return (
        np.any([np.nan_to_num(column.values) != 0 for column in columns], axis=0) if columns else np.zeros(count, bool)
    )


def _unknown_values(rows: _Rows, variables: Variables, sources: Sequence[str]) -> None:
    """Report sources without a row, and those with hidden or missing values, naming the variables."""
    columns = {**variables.counts, **{key: column for key, (column, _) in variables.rates.items()}}
    if not columns:
        return
    absent = ~np.any([column.present for column in columns.values()], axis=0)
    for source in np.flatnonzero(absent):
        rows.add(
            Kind.NO_ROW,
            tr("The table has no row for this source area; its values are unknown, not zero."),
            sources[source],
        )
    names = list(columns)
    lacking = np.array([np.isnan(column.values) & ~absent for column in columns.values()])
    hidden = lacking & np.array([np.isin(c.flags, [Flag.SECRET, Flag.SECONDARY]) for c in columns.values()])
    for kind, mask, text in (
        (Kind.HIDDEN, hidden, tr("Hidden by the source: {variables}")),
        (Kind.MISSING, lacking & ~hidden, tr("Without a value: {variables}")),
    ):
        for source in np.flatnonzero(mask.any(axis=0)):
            concerned = list(dict.fromkeys(str(names[number][0]) for number in np.flatnonzero(mask[:, source])))
            rows.add(
                kind, text.format(variables=_listed(concerned)), sources[source], value=float(mask[:, source].sum())
            )


def _listed(names: list[str]) -> str:
    more = len(names) - _LISTED
    text = ", ".join(names[:_LISTED])
    return tr("{names} and {count} more").format(names=text, count=more) if more > 0 else text


def _targets(rows: _Rows, pairs: Pairs, uncovered: np.ndarray, targets: Sequence[str]) -> None:
    reached = np.bincount(pairs.target[pairs.target >= 0], minlength=len(targets)) > 0
    for target in np.flatnonzero(~reached):
        rows.add(
            Kind.EMPTY_TARGET,
            tr("No source area has a part in this target area; its values are unknown."),
            target=targets[target],
        )
    for target in np.flatnonzero(reached & (uncovered > COVERAGE)):
        share = float(uncovered[target])
        rows.add(
            Kind.UNCOVERED,
            tr("{percent} % of the weight of this target area lies in no source area; what it has is unknown.").format(
                percent=format_number(100 * share, 1)
            ),
            target=targets[target],
            value=share,
        )
