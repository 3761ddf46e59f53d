"""Values of source areas carried over to target areas: counts are shared out, rates are averaged.

Counts and rates are extensive and intensive variables (Goodchild & Lam 1980). Shared-out counts keep their total
(pycnophylactic: Tobler 1979): what is in the targets and what lies outside all of them add up to the sources' sum.

Error model: the densities of the points (addresses, buildings) within a source vary independently around the mean that
their weight tells, with the coefficient of variation `variation`; the part of a source in one target differs from its
rest besides, with 1.5 times the coefficient `between`, by which whole sources differ from what their weights tell; and
each unit of the count chooses its place by itself. The variance of a target is the sum over its sources of
V² (variation² var(p) + 2 (1.5 between p (1 - p))²) + V p (1 - p); a source that lies wholly in a target adds none. Of
values estimated within a range, the variance of an even distribution is added.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...fields import Flag
from .transfer_pairs import Pairs

GROUND_VARIATION = 1.5  # of hectares within inhabited square kilometres, measured on the grid of a whole town
PARTS_DIFFER = 1.5  # times as much as whole sources do, because they are smaller; measured there too
FEWEST_SOURCES, USUAL_BETWEEN = 8, 0.5
COVERAGE = 0.005  # of a target's weight may lie in no source without being mentioned


@dataclass(frozen=True)
class Counts:
    """v counts of s sources: `low` and `high` (s, v) are equal where the value is known; `high` is inf if open above.

    `unsafe` (s, v) marks known values that the source calls unsafe.
    """

    low: np.ndarray
    high: np.ndarray
    unsafe: np.ndarray

    @property
    def known(self) -> np.ndarray:
        """Return which values (s, v) are known."""
        return self.low == self.high


@dataclass(frozen=True)
class Carried:
    """Values of t targets in v variables; all arrays are (t, v).

    `value` is NaN where it is not known, and then `known` is the part that is and `low` to `high` the range (inf: open
    above). `error` is the standard error, `split` the share of the value that comes from sources in several targets,
    `ground` the share that was shared out by ground, `flag` one of `Flag`.
    """

    value: np.ndarray
    known: np.ndarray
    low: np.ndarray
    high: np.ndarray
    error: np.ndarray
    split: np.ndarray
    ground: np.ndarray
    flag: np.ndarray


@dataclass(frozen=True)
class Totals:
    """The check of each variable, arrays (v,): the sources' known `before` = `inside` + `outside` + `nowhere`.

    `outside` lies in no target, `nowhere` belongs to sources without any ground or point; `estimated` was added for
    hidden values, `unknown` sources have no value.
    """

    before: np.ndarray
    inside: np.ndarray
    outside: np.ndarray
    nowhere: np.ndarray
    estimated: np.ndarray
    unknown: np.ndarray


def carry_counts(
    pairs: Pairs,
    shares: np.ndarray,
    variance: np.ndarray,
    counts: Counts,
    variation: float,
    between: np.ndarray,
    estimates: np.ndarray | None,
    uncovered: np.ndarray,
) -> tuple[Carried, Totals]:
    """Return the counts in the targets and the check of their totals.

    `shares` and `variance` (k, v) are of the pairs, `between` (v,) is as `between_sources` returns it;
    `estimates` (s, v) stands for unknown values that have a range,
    None leaves them unknown; `uncovered` (t,) is the share of a target's weight that lies in no source.
    """
    known = counts.known
    certain = np.where(known, counts.low, 0.0)
    bounded = ~known & np.isfinite(counts.high)
    guessed = bounded if estimates is not None else np.zeros_like(known)
    used = np.where(guessed, np.clip(estimates, counts.low, counts.high), certain) if estimates is not None else certain
    part = shares * used[pairs.source]
    sums = pairs.by_target(part)
    touched = shares > 0
    lacking = pairs.by_target((touched & ~(known | guessed)[pairs.source]).astype(float)) > 0
    doubtful = pairs.by_target((touched & (guessed | counts.unsafe)[pairs.source]).astype(float)) > 0
    nothing = pairs.by_target(touched.astype(float)) == 0
    open_ground = (uncovered > COVERAGE)[:, None] & ~nothing
    flag = np.select(
        [nothing, lacking | open_ground, doubtful], [Flag.MISSING, Flag.INCOMPLETE, Flag.UNSAFE], Flag.NONE
    ).astype(object)
    certain_part = pairs.by_target(shares * certain[pairs.source])
    low = pairs.by_target(shares * counts.low[pairs.source])
    with np.errstate(invalid="ignore"):
        highs = np.where(touched, shares * counts.high[pairs.source], 0.0)
    high = np.where(open_ground, np.inf, pairs.by_target(highs))
    error = np.sqrt(_count_variance(pairs, shares, variance, used, guessed, counts, variation, between))
    carried = Carried(
        value=np.where(np.isin(flag, [Flag.MISSING, Flag.INCOMPLETE]), np.nan, sums),
        known=np.where(nothing, np.nan, certain_part),
        low=np.where(nothing, np.nan, low),
        high=np.where(nothing, np.nan, high),
        error=np.where(nothing, np.nan, error),
        split=_share_of(pairs.by_target(np.where(pairs.split(shares), part, 0.0)), sums),
        ground=_share_of(pairs.by_target(np.where(_shared_by_ground(pairs, shares), part, 0.0)), sums),
        flag=flag,
    )
    return carried, _totals(pairs, shares, certain, known, used - certain)


def _count_variance(
    pairs: Pairs,
    shares: np.ndarray,
    variance: np.ndarray,
    used: np.ndarray,
    guessed: np.ndarray,
    counts: Counts,
    variation: float,
    between: np.ndarray,
) -> np.ndarray:
    value = used[pairs.source]
    squared = np.where(pairs.by_area, GROUND_VARIATION, variation)[:, None] ** 2
    width = np.where(guessed, counts.high - counts.low, 0.0)
    width[~np.isfinite(width)] = 0.0
    relative = squared * variance + 2 * (PARTS_DIFFER * between * shares * (1 - shares)) ** 2
    own = value**2 * relative + value * shares * (1 - shares) + (width[pairs.source] * shares) ** 2 / 12
    return np.maximum(pairs.by_target(own), 0.0)


def between_sources(expected: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Return (v,), the coefficient of variation by which counts differ from what the weights tell.

    `expected` (s, v) are weights times densities, at any level, `values` (s, v) the counts, NaN where unknown. What
    Poisson chance explains is taken off. With fewer than FEWEST_SOURCES sources, USUAL_BETWEEN.
    """
    used = np.isfinite(values) & (expected > 0)
    known = np.where(used, values, 0.0)
    weight = np.where(used, expected, 0.0)
    total = weight.sum(axis=0)
    level = np.divide(known.sum(axis=0), total, out=np.zeros_like(total), where=total > 0)
    mean = weight * level
    excess = ((known - mean) ** 2 - mean).sum(axis=0)
    scale = (mean**2).sum(axis=0)
    found = np.sqrt(np.maximum(np.divide(excess, scale, out=np.zeros_like(scale), where=scale > 0), 0.0))
    return np.where((used.sum(axis=0) >= FEWEST_SOURCES) & (scale > 0), found, USUAL_BETWEEN)


def _totals(pairs: Pairs, shares: np.ndarray, certain: np.ndarray, known: np.ndarray, estimated: np.ndarray) -> Totals:
    part = shares * certain[pairs.source]
    has_pair = np.bincount(pairs.source, minlength=pairs.sources) > 0
    return Totals(
        before=certain.sum(axis=0),
        inside=pairs.by_target(part).sum(axis=0),
        outside=pairs.outside(part),
        nowhere=certain[~has_pair].sum(axis=0),
        estimated=pairs.by_target(shares * estimated[pairs.source]).sum(axis=0),
        unknown=(~known).sum(axis=0),
    )


def _shared_by_ground(pairs: Pairs, shares: np.ndarray) -> np.ndarray:
    return pairs.by_area[:, None] & pairs.split(shares)


def _share_of(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.zeros_like(whole), where=whole > 0)


def carry_rate(
    pairs: Pairs,
    shares: np.ndarray,
    variance: np.ndarray,
    rate: np.ndarray,
    base: np.ndarray,
    unsafe: np.ndarray,
    variation: float,
    between: float,
    uncovered: np.ndarray,
) -> Carried:
    """Return a rate in the targets: the mean of the sources' `rate` (s,), weighted by their share of the `base` (s,).

    `shares` and `variance` (k,) are those of the base. A target is incomplete where a source with a share of the base
    has no rate, or no base; a source with base 0 counts for nothing. Arrays of the result are (t, 1).

    Error model: as for counts, the weights of split sources vary; and the rate of a part differs from that of its
    source with the variance (1 - share) of the rates between sources.
    """
    weight = shares * np.where(np.isfinite(base), base, 0.0)[pairs.source]
    has_rate = np.isfinite(rate)[pairs.source]
    filled = np.where(np.isfinite(rate), rate, 0.0)[pairs.source]
    known_weight = pairs.by_target(np.where(has_rate, weight, 0.0))
    mean = np.divide(
        pairs.by_target(weight * filled * has_rate), known_weight,
        out=np.full(pairs.targets, np.nan), where=known_weight > 0,
    )  # fmt: skip
    touched = (shares > 0) & ((weight > 0) | ~np.isfinite(base)[pairs.source])
    lacking = pairs.by_target((touched & ~(has_rate & np.isfinite(base)[pairs.source])).astype(float)) > 0
    doubtful = pairs.by_target((touched & unsafe[pairs.source]).astype(float)) > 0
    nothing = np.isnan(mean) & ~lacking
    flag = np.select(
        [nothing, lacking | (uncovered > COVERAGE), doubtful], [Flag.MISSING, Flag.INCOMPLETE, Flag.UNSAFE], Flag.NONE
    ).astype(object)
    inside = pairs.target >= 0
    gap = np.where(inside, filled - np.where(inside, mean[pairs.target], 0.0), 0.0)
    gap[~has_rate | ~np.isfinite(gap)] = 0.0
    amount = np.where(np.isfinite(base), base, 0.0)[pairs.source]
    squared = np.where(pairs.by_area, GROUND_VARIATION, variation) ** 2
    rates_differ = _weighted_variance(rate, base)
    relative = squared * variance + 2 * (PARTS_DIFFER * between * shares * (1 - shares)) ** 2
    own = (amount * gap) ** 2 * relative + np.where(has_rate, weight, 0.0) ** 2 * (1 - shares) * rates_differ
    error = np.sqrt(np.maximum(pairs.by_target(own), 0)) / np.where(known_weight > 0, known_weight, np.nan)
    split = pairs.by_target(np.where(pairs.split(shares), weight, 0.0))
    ground = pairs.by_target(np.where(pairs.split(shares) & pairs.by_area, weight, 0.0))
    whole = pairs.by_target(weight)
    value = np.where(np.isin(flag, [Flag.MISSING, Flag.INCOMPLETE]), np.nan, mean)
    exact = np.where(flag == Flag.INCOMPLETE, np.nan, mean)
    columns = (value, mean, exact, exact, error, _share_of(split, whole), _share_of(ground, whole), flag)
    return Carried(*(column[:, None] for column in columns))


def _weighted_variance(rate: np.ndarray, base: np.ndarray) -> float:
    used = np.isfinite(rate) & np.isfinite(base) & (base > 0)
    if used.sum() < 2:
        return 0.0
    mean = np.average(rate[used], weights=base[used])
    return float(np.average((rate[used] - mean) ** 2, weights=base[used]))


def ratio(numerator: Carried, denominator: Carried, factor: float, columns: tuple[int, int]) -> Carried:
    """Return factor x numerator / denominator of two carried counts (columns `columns`); arrays (t, 1)."""
    top, bottom = ({name: getattr(part, name)[:, [column]] for name in part.__dataclass_fields__}
                   for part, column in zip((numerator, denominator), columns))  # fmt: skip
    value = _divided(factor * top["value"], bottom["value"])
    relative = _divided(top["error"], top["value"]) ** 2 + _divided(bottom["error"], bottom["value"]) ** 2
    empty = bottom["value"] == 0
    flag = np.where(top["flag"] != Flag.NONE, top["flag"], bottom["flag"])
    worse = np.isin(bottom["flag"], [Flag.MISSING, Flag.INCOMPLETE])
    flag = np.where(worse, bottom["flag"], flag)
    low, high = _divided(factor * top["low"], bottom["high"]), _divided(factor * top["high"], bottom["low"])
    return Carried(
        value,
        _divided(factor * top["known"], bottom["known"]),
        low,
        np.where(np.isinf(bottom["high"]) & np.isinf(top["high"]), np.inf, high),
        np.abs(value) * np.sqrt(np.where(top["value"] == 0, 0.0, relative)),
        np.maximum(top["split"], bottom["split"]),
        np.maximum(top["ground"], bottom["ground"]),
        np.where(empty & (flag == Flag.NONE), Flag.NOT_APPLICABLE, flag).astype(object),
    )


def _divided(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(bottom > 0, top / bottom, np.nan)
