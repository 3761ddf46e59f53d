"""The table of comparisons of groups with the rest, and a sentence for each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ...fields import (
    AREA,
    AREA_COUNT,
    DENOMINATOR,
    FLAG,
    INDICATOR,
    INDICATOR_NAME,
    LOWER,
    NOTE,
    NUMERATOR,
    POLARITY,
    REASON,
    REFERENCE_DATE,
    UNIT_OF_MEASURE,
    UPPER,
    VALUE,
    Field,
    Flag,
    Kind,
)
from ...indicators.indicator import PERCENT, IndicatorKind
from ...messages import tr
from ...numbers import format_number
from . import group_comparison as compared
from .group_comparison import Comparison, Side
from .group_comparison_tests import TESTED, Limits

GROUP = Field("gruppe")
VALUE_REST = Field("wert_rest", Kind.REAL)
LOWER_REST = Field("untergrenze_rest", Kind.REAL)
UPPER_REST = Field("obergrenze_rest", Kind.REAL)
NUMERATOR_REST = Field("zaehler_rest", Kind.REAL)
DENOMINATOR_REST = Field("nenner_rest", Kind.REAL)
AREAS_REST = Field("anzahl_gebiete_rest", Kind.INTEGER)
DIFFERENCE = Field("differenz", Kind.REAL)
DIFFERENCE_LOWER = Field("differenz_von", Kind.REAL)
DIFFERENCE_UPPER = Field("differenz_bis", Kind.REAL)
RATIO = Field("verhaeltnis", Kind.REAL)
RATIO_LOWER = Field("verhaeltnis_von", Kind.REAL)
RATIO_UPPER = Field("verhaeltnis_bis", Kind.REAL)
P = Field("p", Kind.REAL)
P_CORRECTED = Field("p_korrigiert", Kind.REAL)
VERDICT = Field("urteil")
METHOD = Field("verfahren")  # newcombe_wilson, poisson_byar, empty: no limits
COMPARISONS = (
    GROUP, AREA, INDICATOR, INDICATOR_NAME, REFERENCE_DATE, UNIT_OF_MEASURE, POLARITY, VALUE, LOWER, UPPER, NUMERATOR,
    DENOMINATOR, AREA_COUNT, VALUE_REST, LOWER_REST, UPPER_REST, NUMERATOR_REST, DENOMINATOR_REST, AREAS_REST,
    DIFFERENCE, DIFFERENCE_LOWER, DIFFERENCE_UPPER, RATIO, RATIO_LOWER, RATIO_UPPER, P, P_CORRECTED, VERDICT, METHOD,
    FLAG, NOTE,
)  # fmt: skip
REPORT = (AREA, INDICATOR, REASON)
_METHODS = {
    IndicatorKind.SHARE: "newcombe_wilson",
    IndicatorKind.QUOTIENT: "newcombe_wilson",
    IndicatorKind.RATE: "poisson_byar",
}


def comparison_table(comparisons: Sequence[Comparison]) -> pd.DataFrame:
    """Return one row per comparison with the columns COMPARISONS; a hidden one has no number at all."""
    rows = [_row(one) for one in comparisons]
    return pd.DataFrame(rows, columns=[column.name for column in COMPARISONS], dtype=object)


def _row(one: Comparison) -> dict[str, object]:
    rest = {
        **dict(zip((VALUE_REST, LOWER_REST, UPPER_REST), _limits(one.outside.rate))),
        NUMERATOR_REST: _number(one.outside.numerator),
        DENOMINATOR_REST: _number(one.outside.denominator),
        AREAS_REST: None if one.is_hidden else one.outside.areas,
    }
    cells = {
        GROUP: one.group,
        AREA: one.area,
        INDICATOR: one.of.code,
        INDICATOR_NAME: one.of.name,
        REFERENCE_DATE: one.of.date,
        UNIT_OF_MEASURE: one.of.unit or None,
        POLARITY: one.of.polarity or None,
        **dict(zip((VALUE, LOWER, UPPER), _limits(one.inside.rate))),
        NUMERATOR: _number(one.inside.numerator),
        DENOMINATOR: _number(one.inside.denominator),
        AREA_COUNT: None if one.is_hidden else one.inside.areas,
        **rest,
        **dict(zip((DIFFERENCE, DIFFERENCE_LOWER, DIFFERENCE_UPPER), _limits(one.difference))),
        **dict(zip((RATIO, RATIO_LOWER, RATIO_UPPER), _limits(one.ratio))),
        P: _number(one.p),
        P_CORRECTED: _number(one.p_corrected),
        VERDICT: one.verdict,
        METHOD: _METHODS.get(one.of.kind),
        FLAG: one.flag or None,
        NOTE: sentence(one),
    }
    return {column.name: cell for column, cell in cells.items()}


def _limits(limits: Limits) -> tuple[float | None, ...]:
    return _number(limits.value), _number(limits.lower), _number(limits.upper)


def _number(number: float) -> float | None:
    return float(number) if np.isfinite(number) else None


def sentence(one: Comparison) -> str:
    """Return the comparison in words; without any number if it is hidden."""
    name = one.of.name
    if one.is_hidden:
        return _hidden_sentence(one)
    lacking = _lacking(one)
    if not one.inside.shown or not one.outside.shown:
        text = tr("{indicator}, “{group}”: not compared. {reason}")
        return text.format(indicator=name, group=one.group, reason=lacking or _nobody(one))
    text = tr("{indicator}: {value} in “{group}”, {rest} in the rest").format(
        indicator=name, group=one.group, value=_with_unit(one, one.inside), rest=_with_unit(one, one.outside)
    )
    return " ".join(part for part in (f"{text}: {_verdict(one)}", lacking) if part)


def _with_unit(one: Comparison, side: Side) -> str:
    number = format_number(side.rate.value, 1)
    return f"{number} {one.of.unit}" if one.of.unit else number


def _verdict(one: Comparison) -> str:
    if one.of.kind not in TESTED or np.isnan(one.p_corrected):
        return tr("difference {difference}; no test, since it does not count cases.").format(
            difference=format_number(one.difference.value, 1)
        )
    numbers = {
        "difference": _points(one, format_number(abs(one.difference.value), 1)),
        "lower": format_number(one.difference.lower, 1),
        "upper": format_number(one.difference.upper, 1),
    }
    if one.verdict == compared.ALIKE:
        return tr("not distinguishable; the difference may be chance ({lower} to {upper}).").format(**numbers)
    text = (
        tr("{difference} higher ({lower} to {upper})")
        if one.verdict == compared.HIGHER
        else tr("{difference} lower ({lower} to {upper})")
    )
    return text.format(**numbers) + _times(one)


def _points(one: Comparison, number: str) -> str:
    return tr("{number} percentage points").format(number=number) if one.of.unit == PERCENT else number


def _times(one: Comparison) -> str:
    if not np.isfinite(one.ratio.value):
        return "."
    return tr(", {ratio} times the rest.").format(ratio=format_number(one.ratio.value, 2))


def _lacking(one: Comparison) -> str:
    parts = []
    for side, where in ((one.inside, tr("in the group")), (one.outside, tr("in the rest"))):
        if side.hidden:
            parts.append(
                tr("{count} of {total} areas {where} are hidden").format(
                    count=side.hidden, total=side.areas, where=where
                )
            )
        if side.missing:
            parts.append(
                tr("{count} of {total} areas {where} have no counts").format(
                    count=side.missing, total=side.areas, where=where
                )
            )
    return tr("Incomplete: {parts}.").format(parts="; ".join(parts)) if parts else ""


def _nobody(one: Comparison) -> str:
    if not one.outside.areas:
        return tr("There is no area outside the group.")
    if not one.inside.areas:
        return tr("There is no area in the group.")
    return tr("The denominator is 0 in the group or in the rest.")


def _hidden_sentence(one: Comparison) -> str:
    if one.flag == Flag.SECONDARY:
        reason = tr("hidden, because a small count of another group could be worked out from it")
    elif one.flag == Flag.TOO_SMALL_BASE:
        reason = tr("hidden, because the base of the group or the rest is too small")
    else:
        reason = tr("hidden, because the group or the rest has a small count")
    return tr("{indicator}, “{group}”: {reason}.").format(indicator=one.of.name, group=one.group, reason=reason)
