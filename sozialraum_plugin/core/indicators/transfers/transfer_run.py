"""All variables of a table carried over from source areas to target areas at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import SozialraumError
from ...messages import tr
from .transfer_density import class_densities
from .transfer_pairs import Pairs
from .transfer_tables import Key, Variables
from .transfer_unknown import UNKNOWN, count_ranges, estimates
from .transfer_values import USUAL_BETWEEN, Carried, Totals, between_sources, carry_counts, carry_rate, ratio

VARIATION = 2.0  # of the density of an address around the mean of its class
_TOLERANCE = 1e-6


@dataclass(frozen=True)
class Options:
    """How unknown values are treated and errors estimated.

    `threshold` is the smallest count that the source shows (0: not known), `missing_means` one of MISSING_MEANS;
    `estimate` fills values that have a range; `calibrate` learns the densities of the classes of weights.
    """

    threshold: int = 0
    missing_means: str = UNKNOWN
    estimate: bool = False
    variation: float = VARIATION
    calibrate: bool = True


@dataclass(frozen=True)
class Transferred:
    """`values` (t, 1) by key, for all that is shown, `parts` for all counts; `totals` by key for counts (scalars).

    `density` (c, v) of the classes by count in `names`; `shares` and `variance` (k,) are those of the first count.
    """

    values: dict[Key, Carried]
    parts: dict[Key, Carried]
    totals: dict[Key, Totals]
    names: list[Key]
    density: np.ndarray
    shares: np.ndarray
    variance: np.ndarray


def transfer(pairs: Pairs, variables: Variables, options: Options, uncovered: np.ndarray) -> Transferred:
    """Carry all `variables` over the `pairs`; `uncovered` (t,) is the share of a target's weight without a source.

    Raises SozialraumError if a total is not conserved, InputError for negative counts.
    """
    names = list(variables.counts)
    bare = np.zeros(pairs.sources, dtype=bool)
    if not pairs.by_area.all():
        bare[pairs.source[pairs.by_area]] = True
    counts = count_ranges(variables.counts, options.threshold, options.missing_means, bare)
    amount = _amount_by_source(pairs)
    prior = np.ones((amount.shape[1], max(len(names), 1)))
    density = prior
    if options.calibrate and names:
        density = class_densities(amount, np.where(counts.known, counts.low, np.nan))
    shares = pairs.shares(density)
    variance = pairs.share_variance(density, shares)
    guesses = estimates(amount, counts, density[:, : len(names)]) if options.estimate and names else None
    between = np.full(density.shape[1], USUAL_BETWEEN)
    if names and pairs.spread is None:
        between = between_sources(amount @ density, np.where(counts.known, counts.low, np.nan))
    uncovered = np.zeros(pairs.targets) if options.missing_means == "zero" else uncovered
    carried, totals, parts = None, {}, {}
    if names:
        carried, sums = carry_counts(
            pairs, shares, variance, counts, options.variation, between, guesses, uncovered
        )  # fmt: skip
        _require_conserved(sums, names)
        totals = {key: _column_of(sums, number) for number, key in enumerate(names)}
        parts = {key: _column_of(carried, number, two_dimensional=True) for number, key in enumerate(names)}
    values = {}
    for key in variables.shown:
        if key in variables.ratios:
            top, bottom, factor = variables.ratios[key]
            values[key] = ratio(carried, carried, factor, (names.index(top), names.index(bottom)))
        elif key in variables.rates:
            column, base = variables.rates[key]
            number = names.index(base) if base is not None else 0
            weights = amount.sum(axis=1)
            if base is not None:
                weights = np.where(counts.known[:, number], counts.low[:, number], np.nan)
            unsafe = (column.flags != "") & np.isfinite(column.values)
            values[key] = carry_rate(
                pairs, shares[:, number], variance[:, number], column.values, weights, unsafe, options.variation,
                float(between[number]), uncovered,
            )  # fmt: skip
        else:
            values[key] = parts[key]
    return Transferred(values, parts, totals, names, density, shares[:, 0], variance[:, 0])


def _amount_by_source(pairs: Pairs) -> np.ndarray:
    """Return the weights (s, c) of the sources by class; of those by ground, nothing, as m² are no people."""
    amount = pairs.amount.copy()
    if not pairs.by_area.all():
        amount[pairs.by_area] = 0.0
    return pairs.by_source(amount)


def _require_conserved(totals: Totals, names: list[Key]) -> None:
    lost = totals.before - totals.inside - totals.outside - totals.nowhere
    for key, difference, before in zip(names, lost, totals.before):
        if abs(difference) > _TOLERANCE * max(before, 1.0):
            raise SozialraumError(
                tr("The sum of {variable} is not conserved: {before} before, {difference} are lost.").format(
                    variable=key[0], before=before, difference=difference
                )
            )


def _column_of(arrays: Carried | Totals, number: int, two_dimensional: bool = False) -> Carried | Totals:
    """Return the same arrays of one variable."""
    take = [number] if two_dimensional else number
    return type(arrays)(*(getattr(arrays, name)[..., take] for name in arrays.__dataclass_fields__))
