"""What parts of source areas lie in which target areas, and how large their weights are.

A source's value goes to the targets by the weights of the points in both (dasymetric mapping: Wright 1936; Mennis 2003,
doi:10.1111/0033-0124.10042), or by ground where it has no weight (areal weighting: Goodchild & Lam 1980).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

OUTSIDE = -1  # the target of what lies in no target
PATCH = 10_000.0  # square metres: ground is taken to be made of hectares that differ from each other


@dataclass(frozen=True)
class Pairs:
    """k pairs of `source` and `target` (OUTSIDE: none), sorted by source, then target.

    `amount` (k, c) is the weight in each of c classes of density, `squares` (k, c) the sum of the squared weights of
    the points; `by_area` (k,) tells whose weight is ground in m². `spread` (k,) is the variance of the shares where it
    is known already (from a crosswalk), else None. There are `sources` and `targets` in all.
    """

    source: np.ndarray
    target: np.ndarray
    amount: np.ndarray
    squares: np.ndarray
    by_area: np.ndarray
    sources: int
    targets: int
    spread: np.ndarray | None = None

    def by_source(self, values: np.ndarray) -> np.ndarray:
        """Return the sums (sources, ...) of `values` (k, ...) of each source."""
        return _sums(self.source, values, self.sources)

    def by_target(self, values: np.ndarray) -> np.ndarray:
        """Return the sums (targets, ...) of `values` (k, ...) of each target; what lies outside is left out."""
        inside = self.target >= 0
        return _sums(self.target[inside], values[inside], self.targets)

    def outside(self, values: np.ndarray) -> np.ndarray:
        """Return the sums (...) of `values` (k, ...) that lie in no target."""
        return values[self.target < 0].sum(axis=0)

    def shares(self, density: np.ndarray) -> np.ndarray:
        """Return (k, v), the share of each source that each pair takes, for v variables of `density` (c, v)."""
        weight = self.amount @ density
        return weight / self.by_source(weight)[self.source]

    def share_variance(self, density: np.ndarray, shares: np.ndarray) -> np.ndarray:
        """Return (k, v), the variance of the shares for points whose densities vary by once their mean.

        By the delta method, for weights w of points with independent densities of coefficient of variation 1:
        ((1 - p)² Σ w² in the pair + p² Σ w² in the source's rest) / (Σ w of the source)².
        """
        if self.spread is not None:
            return np.repeat(self.spread[:, None], density.shape[1], axis=1)
        inside = self.squares @ density**2
        total = self.by_source(self.amount @ density)[self.source]
        rest = self.by_source(inside)[self.source] - inside
        return ((1 - shares) ** 2 * inside + shares**2 * np.maximum(rest, 0)) / total**2

    def split(self, shares: np.ndarray) -> np.ndarray:
        """Return (k,), whether the source of a pair is shared by several targets, for `shares` (k,)."""
        return shares < 1 - 1e-9


def point_pairs(source: np.ndarray, target: np.ndarray, weights: np.ndarray, sources: int, targets: int) -> Pairs:
    """Return the pairs of the points that lie in a source and weigh something.

    `source` and `target` (n,) are -1 where a point lies in none, `weights` (n, c) its weight by class of density.
    """
    used = (source >= 0) & (weights.sum(axis=1) > 0)
    key = source[used].astype(np.int64) * (targets + 1) + target[used] + 1
    keys, pair = np.unique(key, return_inverse=True)
    amount, squares = (_sums(pair, weights[used] ** power, len(keys)) for power in (1, 2))
    return Pairs(
        keys // (targets + 1), keys % (targets + 1) - 1, amount, squares, np.zeros(len(keys), bool), sources, targets
    )


def ground_pairs(
    source: np.ndarray,
    target: np.ndarray,
    shared: np.ndarray,
    ground: np.ndarray,
    asked: np.ndarray,
    targets: int,
    classes: int,
) -> Pairs:
    """Return the pairs by ground of the sources numbered in `asked`: `shared` (k,) m² of `source` and `target` (k,).

    `ground` (sources,) is the m² of every source; what no target covers is OUTSIDE.
    """
    covered = np.bincount(source, shared, minlength=len(ground))
    rest = np.maximum(ground - covered, 0.0)
    rest[rest < 1e-6 * ground] = 0.0
    open_ground = asked[rest[asked] > 0]
    sources = np.concatenate([source, open_ground])
    targets_of = np.concatenate([target, np.full(len(open_ground), OUTSIDE)])
    square_metres = np.concatenate([shared, rest[open_ground]])
    amount = np.zeros((len(sources), classes))
    amount[:, 0] = square_metres
    patch = np.minimum(PATCH, np.maximum(ground[sources], 1e-9))
    squares = amount * patch[:, None]
    pairs = Pairs(sources, targets_of, amount, squares, np.ones(len(sources), bool), len(ground), targets)
    return _sorted(pairs)


def joined(first: Pairs, second: Pairs) -> Pairs:
    """Return the pairs of both, which have no source in common."""
    parts = {
        name: np.concatenate([getattr(first, name), getattr(second, name)])
        for name in ("source", "target", "amount", "squares", "by_area")
    }
    return _sorted(Pairs(**parts, sources=first.sources, targets=first.targets))


def without_pairs(pairs: Pairs) -> np.ndarray:
    """Return the numbers of the sources that have no pair."""
    return np.flatnonzero(np.bincount(pairs.source, minlength=pairs.sources) == 0)


def uncovered_shares(source: np.ndarray, target: np.ndarray, weights: np.ndarray, targets: int) -> np.ndarray:
    """Return (targets,), the share of each target's weight `weights` (n,) that lies in no source; 0 without weight."""
    inside = target >= 0
    total = np.bincount(target[inside], weights[inside], minlength=targets)
    lost = inside & (source < 0)
    open_weight = np.bincount(target[lost], weights[lost], minlength=targets)
    return np.divide(open_weight, total, out=np.zeros(targets), where=total > 0)


def _sorted(pairs: Pairs) -> Pairs:
    order = np.lexsort((pairs.target, pairs.source))
    parts = {name: getattr(pairs, name)[order] for name in ("source", "target", "amount", "squares", "by_area")}
    return Pairs(**parts, sources=pairs.sources, targets=pairs.targets)


def _sums(group: np.ndarray, values: np.ndarray, count: int) -> np.ndarray:
    """Return the sums (count, ...) of `values` (k, ...) by `group` (k,)."""
    if values.ndim == 1:
        return np.bincount(group, values, minlength=count)
    columns = [np.bincount(group, column, minlength=count) for column in values.T]
    return np.column_stack(columns) if columns else np.zeros((count, 0))


def frame_of(pairs: Pairs, shares: np.ndarray, variance: np.ndarray) -> pd.DataFrame:
    """Return the pairs as a table `source, target, share, variance, by_area`, for one variable."""
    return pd.DataFrame(
        {
            "source": pairs.source,
            "target": pairs.target,
            "share": shares,
            "variance": variance,
            "by_area": pairs.by_area,
        }
    )
