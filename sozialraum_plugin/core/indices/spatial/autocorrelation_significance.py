"""Many areas, many tests: which findings stand when chance is allowed for.

Y. Benjamini, Y. Hochberg (1995): Controlling the False Discovery Rate. J. R. Statist. Soc. B 57. For local statistics
first Caldas de Castro & Singer (2006), Geographical Analysis 38.
"""

from __future__ import annotations

import math

import numpy as np

FDR, BONFERRONI, NO_CORRECTION = "fdr", "bonferroni", "none"


def adjusted(p: np.ndarray, correction: str) -> np.ndarray:
    """Return adjusted p-values (n,), to compare with the level; NaN where p is NaN, which counts as no test."""
    result = np.full(len(p), np.nan)
    tested = np.flatnonzero(~np.isnan(p))
    if correction == FDR:
        order = tested[np.argsort(p[tested], kind="stable")]
        scaled = p[order] * len(order) / np.arange(1, len(order) + 1)
        result[order] = np.minimum(1.0, np.minimum.accumulate(scaled[::-1])[::-1])
    elif correction == BONFERRONI:
        result[tested] = np.minimum(1.0, p[tested] * len(tested))
    else:
        result[tested] = p[tested]
    return result


def significant(adjusted_p: np.ndarray, level: float) -> np.ndarray:
    """Return which areas stand (n,); a p-value equal to the level counts."""
    return np.nan_to_num(adjusted_p, nan=np.inf) <= level * (1 + 1e-12)


def fewest_findings(tests: int, least_p: float, level: float, correction: str) -> int:
    """Return how many areas must have the smallest possible p-value before any can be significant; 0: no number helps.

    With few permutations and many areas the correction may be out of reach, however clear the pattern is.
    """
    if correction == FDR:
        needed = max(1, math.ceil(tests * least_p / level - 1e-9))
        return needed if needed <= tests else 0
    threshold = level / tests if correction == BONFERRONI and tests else level
    return 1 if least_p <= threshold * (1 + 1e-12) else 0


def permutations_needed(tests: int, least_p: float, permutations: int, level: float) -> int:
    """Return the number of permutations with which a single area can be significant among so many tests."""
    sides = least_p * (permutations + 1)
    return max(permutations, math.ceil(sides * tests / level - 1e-9) - 1)
