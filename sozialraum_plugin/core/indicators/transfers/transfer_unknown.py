"""Hidden and missing values of the sources: the range each may be in, and an estimate within it."""

from __future__ import annotations

import numpy as np

from ...errors import InputError
from ...fields import Flag
from ...messages import tr
from .transfer_tables import Column, Key
from .transfer_values import Counts

UNKNOWN, SMALL, SMALL_AT_WEIGHTS, ZERO = "unknown", "small", "small_at_weights", "zero"
MISSING_MEANS = (UNKNOWN, SMALL, SMALL_AT_WEIGHTS, ZERO)
_ROUNDS = 30
_NARROW = 20  # a range up to this width is treated count by count
_WITHOUT_BOUND = (Flag.SECONDARY, Flag.TOO_SMALL_BASE)


def count_ranges(columns: dict[Key, Column], threshold: int, missing_means: str, bare: np.ndarray) -> Counts:
    """Return the counts of all `columns`, in their order, with the range of each value that is not known.

    A value hidden by the source is from 1 to below `threshold` (0: not known, so open above). A missing one is open
    above, or from 0 to below the threshold (SMALL; SMALL_AT_WEIGHTS: but 0 in the `bare` (s,) sources, where no weight
    lies), or 0 (ZERO). One that was rounded to zero is from 0 to 0.5. Raises
    InputError for a negative count, or SMALL without a threshold.
    """
    if missing_means in (SMALL, SMALL_AT_WEIGHTS) and threshold < 1:
        raise InputError(
            tr("MISSING={choice} needs the smallest count that the source shows (THRESHOLD).").format(
                choice=missing_means
            )
        )
    shape = (len(next(iter(columns.values())).values) if columns else 0, len(columns))
    low, high, unsafe = np.zeros(shape), np.zeros(shape), np.zeros(shape, dtype=bool)
    top = float(threshold - 1) if threshold > 0 else np.inf
    for number, (key, column) in enumerate(columns.items()):
        if (column.values < 0).any():
            raise InputError(
                tr("“{variable}” has negative values, so it is no count. Name it in RATES, with its base.").format(
                    variable=key[0]
                )
            )
        lacking = np.isnan(column.values)
        secret = lacking & (column.flags == Flag.SECRET)
        small = lacking & (column.flags == Flag.ROUNDED_TO_ZERO)
        lost = lacking & ~secret & ~small
        unbounded = np.isin(column.flags, _WITHOUT_BOUND)
        low[:, number] = np.where(secret, min(1.0, top), np.where(lacking, 0.0, column.values))
        of_lost = {UNKNOWN: np.inf, SMALL: top, SMALL_AT_WEIGHTS: np.where(bare, 0.0, top), ZERO: 0.0}[missing_means]
        high[:, number] = np.select(
            [secret, small, lost & unbounded, lost], [top, 0.5, np.inf, of_lost], np.where(lacking, 0.0, column.values)
        )
        unsafe[:, number] = ~lacking & np.isin(column.flags, [Flag.UNSAFE, Flag.INCOMPLETE])
    return Counts(low, high, unsafe)


def estimates(amount: np.ndarray, counts: Counts, density: np.ndarray) -> np.ndarray:
    """Return (s, v), what the weights `amount` (s, c) and densities (c, v) let expect of each source, within its range.

    A value in a range is the mean of a Poisson count that is known to lie there. The level of the densities is that of
    all sources with weight, the estimated ones included, because those that show a value are the larger ones; found by
    repetition (EM). Where the range is open above, its lower end.
    """
    expected = amount @ density
    placed = (expected > 0) & (counts.known | np.isfinite(counts.high))
    base = np.where(placed, expected, 0.0).sum(axis=0)
    values = np.where(np.isfinite(counts.high), (counts.low + counts.high) / 2, counts.low)
    for _ in range(_ROUNDS):
        total = np.where(placed, values, 0.0).sum(axis=0)
        level = np.divide(total, base, out=np.zeros_like(total), where=base > 0)
        values = _mean_within(expected * level, counts)
    return values


def _mean_within(mean: np.ndarray, counts: Counts) -> np.ndarray:
    """Return (s, v), the mean of a Poisson count of `mean` that lies from low to high; wide ranges only cut it."""
    high = np.where(np.isfinite(counts.high), counts.high, counts.low)
    result = np.clip(mean, counts.low, high)
    narrow = ~counts.known & (high - counts.low <= _NARROW) & (high >= 1) & (mean > 0)
    rate, low = mean[narrow], np.ceil(counts.low[narrow])
    term, weight, sum_ = np.ones(len(rate)), np.zeros(len(rate)), np.zeros(len(rate))
    for step in range(_NARROW + 1):
        value = low + step
        inside = value <= high[narrow]
        weight += np.where(inside, term, 0.0)
        sum_ += np.where(inside, term * value, 0.0)
        term = term * rate / (value + 1)
    result[narrow] = sum_ / weight
    return result
