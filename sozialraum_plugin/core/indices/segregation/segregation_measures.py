"""How unevenly groups live over areas: the measures, for one table of counts or for many resampled ones at once.

Sources: Duncan and Duncan, ASR 20 (1955) (dissimilarity, Gini); Massey and Denton, Social Forces 67 (1988) (isolation,
exposure, correlation ratio); Theil and Finizza, J. Math. Sociology 1 (1971) (entropy); Reardon and Firebaugh,
Sociological Methodology 32 (2002) (several groups).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

DISSIMILARITY, ISOLATION, EXPOSURE = "dissimilarity", "isolation", "exposure"
ETA2, ENTROPY, GINI = "eta2", "entropy", "gini"
MEASURES = (DISSIMILARITY, ISOLATION, EXPOSURE, ETA2, ENTROPY, GINI)

Measure = Callable[[np.ndarray], np.ndarray]


def dissimilarity(counts: np.ndarray) -> np.ndarray:
    """Return 1/2 sum |a_i/A - b_i/B| of the first two of (..., areas, groups); NaN where a group is empty."""
    first, second = counts[..., 0], counts[..., 1]
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = first / first.sum(-1, keepdims=True) - second / second.sum(-1, keepdims=True)
    return 0.5 * np.abs(apart).sum(-1)


def isolation(counts: np.ndarray) -> np.ndarray:
    """Return sum (a_i/A)(a_i/t_i): the share of the own group in the area of a member of the first group."""
    return _contact(counts, 0)


def exposure(counts: np.ndarray) -> np.ndarray:
    """Return sum (a_i/A)(b_i/t_i): the share of the second group in the area of a member of the first."""
    return _contact(counts, 1)


def _contact(counts: np.ndarray, met: int) -> np.ndarray:
    first, total = counts[..., 0], counts.sum(-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return (first * _shares(counts)[..., met]).sum(-1) / np.where(total.sum(-1) > 0, first.sum(-1), np.nan)


def eta2(counts: np.ndarray) -> np.ndarray:
    """Return (isolation - P) / (1 - P), the isolation beyond the share of the first group in the whole."""
    share = counts[..., 0].sum(-1) / counts.sum((-1, -2))
    with np.errstate(divide="ignore", invalid="ignore"):
        return (isolation(counts) - share) / (1 - share)


def entropy(counts: np.ndarray) -> np.ndarray:
    """Return Theil's H over all groups of (..., areas, groups): 0 even, 1 wholly apart; NaN with one group only."""
    total = counts.sum(-1)
    whole = counts.sum(-2)
    with np.errstate(divide="ignore", invalid="ignore"):
        overall = _diversity(whole / whole.sum(-1, keepdims=True))
        within = _diversity(_shares(counts))
        return ((total * (overall[..., None] - within)).sum(-1)) / (overall * total.sum(-1))


def _diversity(shares: np.ndarray) -> np.ndarray:
    """Return the entropy of the last axis, with 0 log 0 = 0."""
    return -(shares * np.log(np.where(shares > 0, shares, 1.0))).sum(-1)


def gini(counts: np.ndarray) -> np.ndarray:
    """Return sum t_i t_j |p_i - p_j| / (2 T^2 P (1 - P)) of the first two groups, t being their sum."""
    pair = counts[..., :2]
    return _gini_sum(pair[..., 0], pair.sum(-1)) / _twice_variance(pair, 0)


def multi_dissimilarity(counts: np.ndarray) -> np.ndarray:
    """Return sum_ik t_i |p_ik - P_k| / (2 T I) over all groups, I being Simpson's interaction index."""
    total = counts.sum(-1)
    whole = counts.sum(-2) / total.sum(-1)[..., None]
    apart = (total[..., None] * np.abs(_shares(counts) - whole[..., None, :])).sum((-1, -2))
    with np.errstate(divide="ignore", invalid="ignore"):
        return apart / (2 * total.sum(-1) * (whole * (1 - whole)).sum(-1))


def multi_gini(counts: np.ndarray) -> np.ndarray:
    """Return the sum of the groups' Gini sums / (2 T^2 I)."""
    total = counts.sum(-1)
    sums = sum(_gini_sum(counts[..., group], total) for group in range(counts.shape[-1]))
    variance = sum(_twice_variance(counts, group) for group in range(counts.shape[-1]))
    with np.errstate(divide="ignore", invalid="ignore"):
        return sums / variance


def _shares(counts: np.ndarray) -> np.ndarray:
    """Return p_ik; 0 in an area without people."""
    total = counts.sum(-1, keepdims=True)
    return np.divide(counts, total, out=np.zeros(counts.shape), where=total > 0)


def _gini_sum(members: np.ndarray, total: np.ndarray) -> np.ndarray:
    """Return sum over all pairs of areas of t_i t_j |p_i - p_j|, by sorting: n log n instead of n^2."""
    share = np.divide(members, total, out=np.zeros(members.shape), where=total > 0)
    order = np.argsort(share, axis=-1, kind="stable")
    members, total = np.take_along_axis(members, order, -1), np.take_along_axis(total, order, -1)
    below = np.cumsum(total, -1) - total
    return 2 * (members * (2 * below + total - total.sum(-1, keepdims=True))).sum(-1)


def _twice_variance(counts: np.ndarray, group: int) -> np.ndarray:
    """Return 2 T^2 P (1 - P); NaN where it is 0."""
    members, whole = counts[..., group].sum(-1), counts.sum((-1, -2))
    result = 2.0 * members * (whole - members)
    return np.where(result > 0, result, np.nan)


TWO_GROUPS: dict[str, Measure] = {
    DISSIMILARITY: dissimilarity, ISOLATION: isolation, EXPOSURE: exposure, ETA2: eta2, ENTROPY: entropy, GINI: gini,
}  # fmt: skip
SEVERAL_GROUPS: dict[str, Measure] = {DISSIMILARITY: multi_dissimilarity, ENTROPY: entropy, GINI: multi_gini}
