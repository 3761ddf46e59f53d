"""Neighbourhood statistics in sentences that need no statistician."""

from __future__ import annotations

from collections.abc import Sequence

from ...fields import CLUSTER, SIGNIFICANT
from ...messages import tr
from ...numbers import format_number
from .autocorrelation import GlobalMeasures, Measure
from .autocorrelation_local import GEARY, GI, GI_STAR, HIGH_HIGH, HIGH_LOW, LOW_HIGH, LOW_LOW
from .autocorrelation_significance import BONFERRONI, FDR
from .autocorrelation_table import Autocorrelation, Choices
from .autocorrelation_warnings import named
from .permutation_tests import DIRECTED
from .spatial_weights import SpatialWeights


def summary(result: Autocorrelation, labels: Sequence[str], choices: Choices) -> list[str]:
    """Return what was found: as a whole, and where; `labels` (n,) name the rows of the table."""
    if result.measures is None:
        return []
    return [
        _overall(result.measures.moran, choices),
        *_measures(result.measures, choices),
        *_clusters(result, labels, choices),
    ]


def _overall(moran: Measure, choices: Choices) -> str:
    numbers = {"i": format_number(moran.value, 2), "p": _p(moran.p)}
    if moran.p > choices.level:
        return tr(
            "No pattern can be shown: neighbouring areas are neither more alike nor more different than chance makes "
            "them (Moran's I = {i}, p = {p}). That does not prove that there is none."
        ).format(**numbers)
    if moran.value > moran.expected:
        return tr(
            "Neighbouring areas are alike: high values lie beside high ones and low beside low ones more often than "
            "chance makes it (Moran's I = {i}, p = {p})."
        ).format(**numbers)
    return tr(
        "Neighbouring areas differ: high and low values lie side by side more often than chance makes it "
        "(Moran's I = {i}, p = {p})."
    ).format(**numbers)


def _measures(measures: GlobalMeasures, choices: Choices) -> list[str]:
    lines = [
        tr("Geary's c = {c}, p = {p} (below 1: neighbours are alike, above 1: they differ).").format(
            c=format_number(measures.geary.value, 2), p=_p(measures.geary.p)
        )
    ]
    if measures.getis is not None:
        words = (
            tr("high values lie together")
            if measures.getis.value > measures.getis.expected
            else tr("low values lie together, or high ones apart")
        )
        if measures.getis.p > choices.level:
            words = tr("neither high nor low values stand out")
        lines.append(
            tr("Getis-Ord G = {g} (by chance {expected}), p = {p}: {words}.").format(
                g=format_number(measures.getis.value, 4),
                expected=format_number(measures.getis.expected, 4),
                p=_p(measures.getis.p),
                words=words,
            )
        )
    return lines


def _p(value: float) -> str:
    return format_number(value, 4 if value < 0.01 else 3)


def _clusters(result: Autocorrelation, labels: Sequence[str], choices: Choices) -> list[str]:
    table = result.table
    found = table[SIGNIFICANT.name].map(lambda cell: cell is True or cell == 1)
    if not found.any():
        return [tr("No single area stands out: of {count} tested none is significant.").format(count=result.tested)]
    lines = [
        tr("{found} of {count} tested areas are significant:").format(
            found=format_number(int(found.sum())), count=format_number(result.tested)
        )
    ]
    for kind, words in _kinds(choices.statistic).items():
        members = [labels[row] for row in table.index[found & (table[CLUSTER.name] == kind)]]
        if members:
            lines.append(f"  {kind}  {words} ({format_number(len(members))}): {named(members)}")
    return lines


def _kinds(statistic: str) -> dict[str, str]:
    """Return what each cluster code means for the statistic."""
    if statistic in (GI, GI_STAR):
        return {
            HIGH_HIGH: tr("high values all around"),
            LOW_LOW: tr("low values all around"),
            HIGH_LOW: tr("low values around an area that is itself high"),
            LOW_HIGH: tr("high values around an area that is itself low"),
        }
    if statistic == GEARY:
        return {
            HIGH_HIGH: tr("like its neighbours, above the mean"),
            LOW_LOW: tr("like its neighbours, below the mean"),
            HIGH_LOW: tr("unlike its neighbours, above them"),
            LOW_HIGH: tr("unlike its neighbours, below them"),
        }
    return {
        HIGH_HIGH: tr("high among high ones"),
        LOW_LOW: tr("low among low ones"),
        HIGH_LOW: tr("high among low ones"),
        LOW_HIGH: tr("low among high ones"),
    }


def method(choices: Choices, weights: SpatialWeights) -> list[str]:
    """Return how it was computed, so that anyone can do it again."""
    counts = weights.counts
    tests = {
        FDR: tr("false discovery rate (Benjamini-Hochberg) over all tested areas"),
        BONFERRONI: tr("Bonferroni over all tested areas"),
    }.get(choices.correction, tr("none: with {share} % chance finds to expect among the tested areas").format(
        share=format_number(100 * choices.level, 1)
    ))  # fmt: skip
    sided = (
        tr("one-sided in the direction found, as GeoDa and esda")
        if choices.alternative == DIRECTED
        else tr("two-sided: twice the smaller tail")
    )
    return [
        tr("Neighbours: {least} to {most} per area, {mean} on average; weights {kind}.").format(
            least=int(counts.min()) if len(counts) else 0,
            most=int(counts.max()) if len(counts) else 0,
            mean=format_number(float(counts.mean()) if len(counts) else 0.0, 1),
            kind=tr("row-standardised (mean of the neighbours)") if weights.standardised else tr("binary (sum)"),
        ),
        tr(
            "Tests: {permutations} permutations (local: the area keeps its value, its neighbours are drawn from all "
            "others), seed {seed}, p-values {sided}; level {level}; correction for many tests: {correction}."
        ).format(
            permutations=format_number(choices.permutations),
            seed=choices.seed,
            sided=sided,
            level=format_number(choices.level, 2 if round(choices.level, 2) == choices.level else 4),
            correction=tests,
        ),
    ]
