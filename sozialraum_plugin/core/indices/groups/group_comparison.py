"""Groups of areas against the rest: pooled rates, their difference and ratio, and what may be published of them.

Only counts that the table shows are added up. A group or rest with a count that is hidden or missing is incomplete; it
is never worked out as total minus the others, so a result tells nothing that the table does not tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...fields import Flag
from ...indicators.indicator import IndicatorKind
from .group_comparison_input import RateOfAreas
from .group_comparison_tests import TESTED, Limits, corrected_for_number, difference, p_value, rate, ratio

REST_KNOWN, LEAVE_OUT, KNOWN = "rest_known", "leave_out", "known"
INCOMPLETE_CHOICES = (REST_KNOWN, LEAVE_OUT, KNOWN)
HIGHER, LOWER, ALIKE, UNTESTED = "hoeher", "niedriger", "nicht_unterscheidbar", "ohne_test"
SIGNIFICANT = 0.05


@dataclass(frozen=True)
class Side:
    """The group or the rest in one rate: number of `areas`, those with `hidden` or `missing` counts, the sums over the
    areas that are used (NaN if it is not worked out), and the rate with limits in its unit.
    """

    areas: int
    hidden: int
    missing: int
    numerator: float = np.nan
    denominator: float = np.nan
    rate: Limits = Limits(np.nan)

    @property
    def incomplete(self) -> bool:
        """Tell whether a count of an area is not known."""
        return self.hidden + self.missing > 0

    @property
    def shown(self) -> bool:
        """Tell whether it has a rate."""
        return not np.isnan(self.rate.value)


@dataclass(frozen=True)
class Comparison:
    """One group against the rest in one rate; `flag` is one of Flag, `verdict` says whether they can be told apart.
    `area` is its code if the group is one area.
    """

    group: str
    of: RateOfAreas
    inside: Side
    outside: Side
    difference: Limits = Limits(np.nan)
    ratio: Limits = Limits(np.nan)
    p: float = np.nan
    p_corrected: float = np.nan
    flag: str = Flag.NONE
    verdict: str = UNTESTED
    area: str | None = None

    @property
    def is_hidden(self) -> bool:
        """Tell whether its numbers must not be shown."""
        return self.flag in (Flag.SECRET, Flag.SECONDARY, Flag.TOO_SMALL_BASE)


@dataclass(frozen=True)
class Publication:
    """Counts from 1 to below `least_count` and rates on a base below `least_base` are hidden; 0 hides none."""

    least_count: int = 3
    least_base: int = 30
    internal: bool = False


def compare(
    codes: Sequence[str],
    rates: Sequence[RateOfAreas],
    groups: Mapping[str, Sequence[str]],
    incomplete: str = REST_KNOWN,
    publication: Publication = Publication(),  # noqa: B008 - frozen
) -> list[Comparison]:
    """Return one comparison for each group and rate; p values are corrected for all that are shown.

    `incomplete` says what is done where counts are unknown: `rest_known` gives no rate to such a group, and to such a
    rest that of its known areas; `leave_out` gives none to either; `known` takes the known areas of both.
    """
    masks = {name: np.isin(np.array(codes, dtype=object), list(members)) for name, members in groups.items()}
    found = []
    for one in rates:
        of_rate = [_comparison(name, one, inside, incomplete) for name, inside in masks.items()]
        found += _protected(of_rate, publication)
    corrected = corrected_for_number(np.array([one.p for one in found], dtype=float))
    alone = {name: members[0] for name, members in groups.items() if len(set(members)) == 1}
    return [_judged(replace(one, p_corrected=float(p), area=alone.get(one.group))) for one, p in zip(found, corrected)]


def _comparison(name: str, one: RateOfAreas, inside: np.ndarray, incomplete: str) -> Comparison:
    group = _side(one, inside, incomplete == KNOWN)
    rest = _side(one, ~inside, incomplete != LEAVE_OUT)
    flag = Flag.INCOMPLETE if group.incomplete or rest.incomplete else Flag.NONE
    if not (group.shown and rest.shown):
        return Comparison(name, one, group, rest, flag=flag)
    return Comparison(
        name,
        one,
        group,
        rest,
        difference(group.rate, rest.rate),
        ratio(group.rate, rest.rate) if min(group.rate.value, rest.rate.value) >= 0 else Limits(np.nan),
        p_value(one.kind, (group.numerator, group.denominator), (rest.numerator, rest.denominator)),
        flag=flag,
    )


def _side(one: RateOfAreas, inside: np.ndarray, known_do: bool) -> Side:
    unknown = inside & ~one.known
    hidden = int((unknown & one.hidden).sum())
    counts = Side(int(inside.sum()), hidden, int(unknown.sum()) - hidden)
    used = inside & one.known
    if not used.any() or (counts.incomplete and not known_do):
        return counts
    numerator, denominator = float(one.numerator[used].sum()), float(one.denominator[used].sum())
    limits = rate(one.kind, numerator, denominator).times(one.factor)
    return replace(counts, numerator=numerator, denominator=denominator, rate=limits)


def _protected(of_rate: Sequence[Comparison], publication: Publication) -> list[Comparison]:
    """Mark and empty the comparisons of one rate that show a small count.

    Group and rest hide together, since their sum may be known. With several groups the others and the sum would tell
    the one that is hidden, so the group with the next larger count is hidden, too; and further ones, as long as what
    the shown groups leave of all counts is small.
    """
    reasons = [_reason(one, publication) for one in of_rate]
    alone = any(reasons)
    while alone or _tells_a_small_count(of_rate, reasons, publication.least_count):
        open_rows = [at for at, one in enumerate(of_rate) if not reasons[at] and one.inside.shown]
        if not open_rows:
            break
        reasons[min(open_rows, key=lambda at: _size(of_rate[at]))] = Flag.SECONDARY
        alone = False
    return [_hidden(one, reason, publication) if reason else one for one, reason in zip(of_rate, reasons)]


def _reason(one: Comparison, publication: Publication) -> str:
    sides = [side for side in (one.inside, one.outside) if side.shown]
    if any(_is_small(one.of.kind, side, publication.least_count) for side in sides):
        return Flag.SECRET
    if any(0 < side.denominator < publication.least_base for side in sides):
        return Flag.TOO_SMALL_BASE
    return Flag.NONE


def _is_small(kind: str, side: Side, least: int) -> bool:
    counts = [side.numerator, side.denominator]
    if kind == IndicatorKind.SHARE:
        counts.append(side.denominator - side.numerator)
    return any(0 < abs(count) < least for count in counts)


def _tells_a_small_count(of_rate: Sequence[Comparison], reasons: Sequence[str], least: int) -> bool:
    """Tell whether all counts minus those of the shown groups is a small count; groups have no area in common."""
    shown = [one for one, reason in zip(of_rate, reasons) if not reason and one.inside.shown]
    whole = next((one for one in shown if one.outside.shown), None)
    if whole is None:
        return False
    left = replace(
        whole.outside,
        numerator=whole.inside.numerator + whole.outside.numerator - sum(one.inside.numerator for one in shown),
        denominator=whole.inside.denominator + whole.outside.denominator - sum(one.inside.denominator for one in shown),
    )
    return _is_small(whole.of.kind, left, least)


def _size(one: Comparison) -> float:
    """Return the smallest count of a group that is not 0."""
    counts = (one.inside.numerator, one.inside.denominator - one.inside.numerator)
    return min((count for count in counts if count > 0), default=np.inf)


def _hidden(one: Comparison, reason: str, publication: Publication) -> Comparison:
    if publication.internal:
        return replace(one, flag=Flag.INTERNAL)
    inside = Side(one.inside.areas, one.inside.hidden, one.inside.missing)
    outside = Side(one.outside.areas, one.outside.hidden, one.outside.missing)
    return Comparison(one.group, one.of, inside, outside, flag=reason)


def _judged(one: Comparison) -> Comparison:
    if one.of.kind not in TESTED or np.isnan(one.p_corrected):
        return one
    if one.p_corrected >= SIGNIFICANT:
        return replace(one, verdict=ALIKE)
    return replace(one, verdict=HIGHER if one.difference.value > 0 else LOWER)
