"""Classes of areas from an index in which more means more burden; class 1 is the most burdened.

Quantiles are the nine types of R. J. Hyndman, Y. Fan (1996): Sample Quantiles in Statistical Packages, The American
Statistician 50, 361-365; natural breaks are W. D. Fisher (1958): On Grouping for Maximum Homogeneity, JASA 53, 789-798.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...errors import InputError
from ...messages import tr

SD, QUANTILE, RANK, EQUAL, FIXED, NATURAL, NONE = CLASSIFICATIONS = (
    "sd", "quantile", "rank", "equal", "fixed", "natural", "none",
)  # fmt: skip
LESS, MORE = ON_LIMIT = ("less", "more")  # the class, less or more burdened, of a value on a limit
TIE = 1e-10  # so near, an index is taken for the limit itself
MOST_CLASSES = 100
_EXACT = 1500  # values up to which natural breaks are the best there are

# m of each type in Hyndman and Fan's Q(p) = (1 - g) x_j + g x_(j+1) with j = floor(np + m); types 4 to 9
_OFFSETS = {4: (0, 0), 5: (0.5, 0), 6: (0, 1), 7: (1, -1), 8: (1 / 3, 1 / 3), 9: (3 / 8, 1 / 4)}


@dataclass(frozen=True)
class Rule:
    """How classes are made: `kind` of CLASSIFICATIONS, `classes` their number, or `limits` from low to high.

    `on_limit` says where a value on a limit belongs; `more` is what R's findInterval does.
    """

    kind: str
    classes: int = 5
    limits: tuple[float, ...] = ()
    quantile_type: int = 7
    on_limit: str = LESS


@dataclass(frozen=True)
class Classes:
    """`classes` (n,), 1 = most burdened, 0 = none; `limits` between them from low to high, empty if ranks decide."""

    classes: np.ndarray
    limits: tuple[float, ...]


def read_classes(text: str) -> tuple[int, tuple[float, ...]]:
    """Return the number of classes and the limits that a text gives: ``5`` or ``-1; 1; 1,5``."""
    parts = [part for part in re.split(r"[;\s]+", text.strip()) if part]
    try:
        numbers = [float(part.replace(",", ".")) for part in parts]
    except ValueError:
        numbers = []
    if not numbers or not np.isfinite(numbers).all():
        raise InputError(
            tr("CLASSES: “{text}” is neither a number of classes (5) nor a list of limits (-1; 1; 1,5).").format(
                text=text
            )
        )
    if len(numbers) == 1 and numbers[0] == int(numbers[0]) and numbers[0] >= 1:
        return int(numbers[0]), ()
    if sorted(set(numbers)) != numbers:
        raise InputError(tr("CLASSES: the limits {text} must rise.").format(text=text))
    return len(numbers) + 1, tuple(numbers)


def classify(index: np.ndarray, rule: Rule) -> Classes:
    """Return the classes of n index values (NaN: class 0). A value on a limit belongs to the less burdened class,
    but below the middle, with standard deviations and fixed limits, to the more burdened: to the middle's side. With
    `on_limit` more it always belongs to the more burdened class.
    """
    known = ~np.isnan(index)
    result = np.zeros(len(index), dtype=int)
    if rule.kind == NONE or not known.any():
        return Classes(result, ())
    if not 1 <= rule.classes <= MOST_CLASSES:
        raise InputError(tr("There can be 1 to {most} classes.").format(most=MOST_CLASSES))
    values = index[known]
    if rule.kind == RANK:
        result[known] = np.ceil(rule.classes * burden_ranks(values) / len(values)).astype(int)
        return Classes(result, ())
    limits = _limits(values, rule)
    above = np.zeros(len(values), dtype=int)
    for limit in limits:
        tie = TIE * max(1.0, abs(limit))
        inward = rule.on_limit == MORE or (rule.kind in (SD, FIXED) and limit < 0)
        above += values >= limit - tie if inward else values > limit + tie
    result[known] = len(limits) + 1 - above
    return Classes(result, tuple(limits))


def burden_ranks(index: np.ndarray) -> np.ndarray:
    """Return ranks (n,), 1 = most burdened, equal values sharing the best; 0 where there is no value.

    Values that differ by rounding only are equal.
    """
    ranks = np.zeros(len(index), dtype=int)
    rows = np.flatnonzero(~np.isnan(index))
    rows = rows[np.argsort(-index[rows], kind="stable")]
    values = index[rows]
    steps = values[:-1] - values[1:] > TIE * np.maximum(1.0, np.abs(values[1:]))
    first = np.concatenate([[True], steps]) if len(rows) else np.zeros(0, dtype=bool)
    place = np.arange(1, len(rows) + 1)
    ranks[rows] = np.maximum.accumulate(np.where(first, place, 0))
    return ranks


def _limits(values: np.ndarray, rule: Rule) -> list[float]:
    if rule.limits and rule.kind in (SD, FIXED):
        spread, mean = (values.std(), values.mean()) if rule.kind == SD else (1.0, 0.0)
        return [mean + limit * spread for limit in rule.limits]
    if rule.kind == FIXED:
        raise InputError(tr("CLASSIFICATION fixed needs limits in CLASSES, such as -1; 1; 1,5."))
    if rule.limits:
        raise InputError(tr("CLASSES: limits go with the classifications sd and fixed only; give a number of classes."))
    inner = np.arange(1, rule.classes)
    if rule.kind == SD:
        return list(values.mean() + (inner - rule.classes / 2) * values.std())
    if rule.kind == EQUAL:
        return list(values.min() + inner * (values.max() - values.min()) / rule.classes)
    if rule.kind == QUANTILE:
        return [quantile(values, share, rule.quantile_type) for share in inner / rule.classes]
    return natural_breaks(values, rule.classes)


def quantile(values: np.ndarray, share: float, kind: int = 7) -> float:
    """Return the quantile of (n,) values at `share` 0 to 1 by R's types 1 to 9."""
    ordered = np.sort(values)
    count = len(ordered)
    if kind not in range(1, 10):
        raise InputError(tr("There are quantiles of type 1 to 9."))
    if kind <= 3:
        place = count * share - (0.5 if kind == 3 else 0.0)
        low = int(np.floor(place + 4 * np.finfo(float).eps))
        rest = place - low
        if abs(rest) < 4 * np.finfo(float).eps * max(1.0, abs(place)):
            weight = {1: 0.0, 2: 0.5, 3: float(low % 2)}[kind]
        else:
            weight = 1.0
    else:
        base, slope = _OFFSETS[kind]
        place = count * share + base + slope * share
        low = int(np.floor(place + 4 * np.finfo(float).eps))
        weight = max(0.0, place - low)
    first, second = ordered[np.clip([low - 1, low], 0, count - 1)]
    return float((1 - weight) * first + weight * second)


def natural_breaks(values: np.ndarray, classes: int) -> list[float]:
    """Return the limits of the `classes` with the least sum of squares within; each is the highest value below it.

    Exact for up to 1500 different values; more are taken at evenly spread places of their order.
    """
    ordered = np.sort(values)
    if len(ordered) > _EXACT:
        ordered = ordered[np.unique(np.linspace(0, len(ordered) - 1, _EXACT).astype(int))]
    count = len(ordered)
    classes = min(classes, len(np.unique(ordered)))
    sums = np.concatenate([[0.0], np.cumsum(ordered)])
    squares = np.concatenate([[0.0], np.cumsum(ordered**2)])
    end = np.arange(count + 1)
    start = end[:, None]
    size = np.maximum(end - start, 1)
    within = squares[end] - squares[start] - (sums[end] - sums[start]) ** 2 / size
    within = np.where(end > start, within, np.inf)
    best = within[0].copy()
    cuts: list[np.ndarray] = []
    for _ in range(1, classes):
        total = best[:, None] + within
        cuts.append(total.argmin(axis=0))
        best = total.min(axis=0)
    return _traced(ordered, cuts, count)


def _traced(ordered: np.ndarray, cuts: Sequence[np.ndarray], count: int) -> list[float]:
    limits = []
    place = count
    for cut in reversed(cuts):
        place = int(cut[place])
        limits.append(float(ordered[place - 1]))
    return limits[::-1]
