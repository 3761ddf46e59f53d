"""What may make neighbourhood statistics say less than they seem to, and what it does to the result."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...messages import tr
from ...numbers import format_number
from .autocorrelation import SMALLEST, moran_i
from .autocorrelation_local import GI, GI_STAR
from .autocorrelation_significance import BONFERRONI, FDR, NO_CORRECTION, fewest_findings, permutations_needed
from .autocorrelation_table import Autocorrelation, Choices, is_constant
from .autocorrelation_values import AreaValues
from .permutation_tests import smallest_p
from .spatial_weights import SpatialWeights

FEW_AREAS = 20
NAMED = 10  # areas named in a sentence
_MANY_ISLANDS = 0.1
_MANY_LEFT_OUT = 0.2
_MANY_NEIGHBOURS = 0.5
_MANY_ALIKE = 0.5
_FAR_OUT = 3.0  # interquartile ranges beyond the quartiles (Tukey 1977: "far out")


def named(labels: Sequence[str]) -> str:
    """Return names in a row, the first ten of them, with the number of the others."""
    text = ", ".join(labels[:NAMED])
    if len(labels) <= NAMED:
        return text
    return tr("{names} and {count} others").format(names=text, count=format_number(len(labels) - NAMED))


def warnings_of(result: Autocorrelation, areas: AreaValues, choices: Choices) -> list[str]:
    """Return a sentence for each doubt."""
    nothing = _nothing_computed(result.values, result.weights)
    if nothing:
        return [*areas.warnings, nothing]
    return [
        *areas.warnings,
        *_few_areas(len(result.values)),
        *_left_out(len(areas.labels), len(result.values)),
        *_islands(result, areas.labels),
        *_neighbours(result.weights),
        *_spread(result.values, result.weights, [areas.labels[row] for row in areas.taking_part]),
        *_out_of_reach(result.tested, choices),
        *_negative(result.values, choices.statistic),
    ]


def _nothing_computed(values: np.ndarray, weights: SpatialWeights) -> str:
    if len(values) < SMALLEST:
        return tr(
            "Only {count} areas have a value. With fewer than {least} there is no neighbourhood to compare: all "
            "statistics stay empty."
        ).format(count=len(values), least=SMALLEST)
    if is_constant(values):
        return tr(
            "All {count} areas have the same value, {value}. Without differences nothing can lie together: all "
            "statistics stay empty."
        ).format(count=format_number(len(values)), value=format_number(float(values[0]), 2))
    if not len(weights.indices):
        return tr(
            "No area has a neighbour with a value: all statistics stay empty. Choose “knearest”, or a larger "
            "TOLERANCE or DISTANCE."
        )
    return ""


def _few_areas(count: int) -> list[str]:
    if count >= FEW_AREAS:
        return []
    return [
        tr(
            "Only {count} areas take part. With fewer than {few} a single area can decide the result, and only very "
            "strong patterns become significant: “ns” does not mean that there is none."
        ).format(count=count, few=FEW_AREAS)
    ]


def _left_out(total: int, taking_part: int) -> list[str]:
    if total - taking_part <= _MANY_LEFT_OUT * total:
        return []
    return [
        tr(
            "{count} of {total} areas have no value. The result is about the others only, and areas beside the gaps "
            "are compared with fewer neighbours."
        ).format(count=format_number(total - taking_part), total=format_number(total))
    ]


def _islands(result: Autocorrelation, labels: Sequence[str]) -> list[str]:
    if not result.islands:
        return []
    sentences = [
        tr(
            "{count} areas have no neighbour with a value and are not tested: {names}. Their values count in the mean "
            "of all areas."
        ).format(count=format_number(len(result.islands)), names=named([labels[row] for row in result.islands]))
    ]
    if len(result.islands) > _MANY_ISLANDS * len(result.values):
        sentences.append(
            tr(
                "That is more than a tenth: the result says little about the whole. Choose “knearest”, which gives "
                "every area neighbours, or a larger TOLERANCE or DISTANCE."
            )
        )
    return sentences


def _neighbours(weights: SpatialWeights) -> list[str]:
    mean = float(weights.counts.mean())
    if mean <= _MANY_NEIGHBOURS * (weights.size - 1):
        return []
    return [
        tr(
            "An area has {mean} neighbours on average, more than half of all. So everyone is compared with almost the "
            "same areas, and hardly anything can be significant. Choose fewer neighbours."
        ).format(mean=format_number(mean, 1))
    ]


def _spread(values: np.ndarray, weights: SpatialWeights, labels: Sequence[str]) -> list[str]:
    first, third = np.percentile(values, [25, 75])
    reach = _FAR_OUT * (third - first)
    if reach > 0:
        return _outliers(values, weights, labels, (values < first - reach) | (values > third + reach))
    alike = int(np.unique(values, return_counts=True)[1].max())
    if alike <= _MANY_ALIKE * len(values):
        return []
    return [
        tr(
            "{count} of {total} areas have the same value. Their order is arbitrary, so few areas decide the result."
        ).format(count=format_number(alike), total=format_number(len(values)))
    ]


def _outliers(values: np.ndarray, weights: SpatialWeights, labels: Sequence[str], far: np.ndarray) -> list[str]:
    if not far.any():
        return []
    without = moran_i(values[~far], weights.without(far)) if (~far).sum() >= SMALLEST else np.nan
    return [
        tr(
            "{count} areas have extreme values: {names}. They move mean and spread of all. Moran's I is {with_them} "
            "with them and {without} without; if the two differ much, say both."
        ).format(
            count=format_number(int(far.sum())),
            names=named([labels[row] for row in np.flatnonzero(far)]),
            with_them=format_number(moran_i(values, weights), 2),
            without=format_number(without, 2),
        )
    ]


def _out_of_reach(tests: int, choices: Choices) -> list[str]:
    """Say so where the permutations are too few for the correction."""
    least = smallest_p(choices.permutations, choices.alternative)
    fewest = fewest_findings(tests, least, choices.level, choices.correction)
    if fewest == 1:
        return []
    if choices.correction == NO_CORRECTION:
        needed = permutations_needed(1, least, choices.permutations, choices.level)
    else:
        needed = permutations_needed(tests, least, choices.permutations, choices.level)
    p, count = format_number(least, 4), format_number(choices.permutations)
    if fewest == 0 or choices.correction == BONFERRONI:
        return [
            tr(
                "With {count} permutations the smallest possible p-value is {p}; that is too large for any area to be "
                "significant. Use PERMUTATIONS = {needed}."
            ).format(count=count, p=p, needed=needed)
        ]
    if choices.correction == FDR and fewest > max(3, tests // 50):
        return [
            tr(
                "With {count} permutations the smallest possible p-value is {p}. Among {tests} areas, no area is "
                "significant unless at least {fewest} have it: single clusters may stay unseen. For full "
                "sight use PERMUTATIONS = {needed}."
            ).format(count=count, p=p, tests=format_number(tests), fewest=format_number(fewest), needed=needed)
        ]
    return []


def _negative(values: np.ndarray, statistic: str) -> list[str]:
    if statistic not in (GI, GI_STAR) or not (values < 0).any():
        return []
    return [
        tr(
            "Some values are negative, so G, a share of the sum of all, has no meaning and “i_lokal” stays empty. "
            "p_wert, z_wert and cluster are valid."
        )
    ]
