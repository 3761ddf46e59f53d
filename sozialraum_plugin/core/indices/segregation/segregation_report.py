"""What the measures of segregation are called, and what they say in plain words."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ...messages import tr
from ...numbers import format_number
from ...publication import SMALLEST_POPULATION
from ..status.status_report import FEW_AREAS
from .segregation import CARRINGTON_TROSKE, NO_CORRECTION, Comparison, Estimate
from .segregation_measures import DISSIMILARITY, ENTROPY, ETA2, EXPOSURE, GINI, ISOLATION

SMALL_GROUP_PER_AREA = 5


def measure_name(measure: str) -> str:
    """Return the name of a measure in the user's language."""
    return {
        DISSIMILARITY: tr("Dissimilarity (segregation index)"),
        ISOLATION: tr("Isolation"),
        EXPOSURE: tr("Exposure"),
        ETA2: tr("Isolation beyond the share (eta²)"),
        ENTROPY: tr("Entropy (Theil's H)"),
        GINI: tr("Gini"),
    }[measure]


def tells_few_people(comparison: Comparison) -> bool:
    """Tell whether the measures would tell a count of very few people: in a side as a whole, or in one of two areas
    (two areas, the sums of both sides and one measure give all counts).
    """
    counts = comparison.counts if comparison.several else comparison.counts[:, :2]
    looked_at = [counts.sum(axis=0), *([counts] if len(counts) == 2 else [])]
    return any(((numbers > 0) & (numbers < SMALLEST_POPULATION)).any() for numbers in looked_at)


def note_of(comparison: Comparison, estimate: Estimate) -> str:
    """Return what a reader of the row must know, or an empty text."""
    people = comparison.counts.sum(axis=0) if len(comparison.counts) else np.zeros(2)
    areas = len(comparison.counts)
    if tells_few_people(comparison):
        return tr("Not worked out: it would tell a count of fewer than {least} people.").format(
            least=SMALLEST_POPULATION
        )
    if np.isnan(estimate.value):
        return tr("Not defined: there must be areas, and people on both sides.")
    if areas == 1:
        return tr("One area: nothing can be uneven, the value says nothing.")
    if people[0] < SMALL_GROUP_PER_AREA * areas and not comparison.several:
        return tr(
            "Fewer than {limit} members per area on average: chance alone makes the value high. Read the corrected one."
        ).format(limit=SMALL_GROUP_PER_AREA)
    return ""


def sentence_of(place: str | None, comparison: Comparison, measure: str, estimate: Estimate) -> str:
    """Return a plain sentence for the measures that have one; else an empty text."""
    if tells_few_people(comparison):
        return _placed(place, f"{comparison.group}, {measure_name(measure)}: {note_of(comparison, estimate)}")
    if np.isnan(estimate.value):
        text = tr("{group}, {measure}: not defined, since there are no people on both sides.")
        return _placed(place, text.format(group=comparison.group, measure=measure_name(measure)))
    sentence = _plain(comparison, measure, estimate)
    return _placed(place, sentence + _by_chance(estimate)) if sentence else ""


def _plain(comparison: Comparison, measure: str, estimate: Estimate) -> str:
    value = format_number(100 * estimate.value, 1)
    limits = ""
    if np.isfinite(estimate.lower):
        limits = tr(" ({lower} to {upper})").format(
            lower=format_number(100 * estimate.lower, 1), upper=format_number(100 * estimate.upper, 1)
        )
    if measure == DISSIMILARITY and comparison.several:
        text = tr("All groups: {value} %{limits} of the moves that would make a wholly divided town even are needed.")
    elif measure == DISSIMILARITY:
        text = tr(
            "{group}: {value} %{limits} of the group would have to live in another area to be spread as “{against}”."
        )
    elif measure == ISOLATION:
        text = tr("{group}: in the area of an average member {value} %{limits} belong to the group, too.")
    elif measure == EXPOSURE and len(comparison.counts.T) > 2:
        text = tr("{group}: in the area of an average member {value} %{limits} belong to “{against}”.")
    else:
        return ""
    return text.format(group=comparison.group, against=comparison.against, value=value, limits=limits)


def _by_chance(estimate: Estimate) -> str:
    if not np.isfinite(estimate.expected):
        return ""
    parts = [tr(" By chance alone it would be {value} %").format(value=format_number(100 * estimate.expected, 1))]
    if np.isfinite(estimate.corrected):
        parts.append(tr("; corrected for small areas {value}").format(value=format_number(100 * estimate.corrected, 1)))
    parts.append(".")
    if estimate.by_chance > 0.05:
        parts.append(tr(" It cannot be told from chance."))
    return "".join(parts)


def _placed(place: str | None, sentence: str) -> str:
    return f"{place}: {sentence}" if place else sentence


def few_areas_warnings(sizes: Mapping[str | None, int]) -> list[str]:
    """Return warnings for the whole and the larger areas (code to number of areas) that have few areas."""
    warnings = []
    whole = sizes.get(None, 0)
    if whole == 1:
        warnings.append(tr("There is one area only: nothing can be uneven, all values are 0 or say nothing."))
    elif whole < FEW_AREAS:
        warnings.append(
            tr(
                "Only {count} areas: below about {limit} a single area decides the values. Compare them over time in "
                "the same areas only, not with other towns."
            ).format(count=whole, limit=FEW_AREAS)
        )
    few = [code for code, count in sizes.items() if code and count < FEW_AREAS]
    if few:
        warnings.append(
            tr("Fewer than {limit} areas lie in {codes}: their values hang on single areas.").format(
                limit=FEW_AREAS, codes=", ".join(few)
            )
        )
    return warnings


def correction_line(correction: str) -> str:
    """Return which correction is in the table, with its source."""
    if correction == NO_CORRECTION:
        return tr("No correction for small areas.")
    if correction == CARRINGTON_TROSKE:
        return tr(
            "Corrected after Carrington and Troske (1997): (value − expected) / (1 − expected), where “expected” is "
            "the mean under random allocation; 0 means as by chance. Isolation and exposure have no such correction."
        )
    return tr("Corrected after Allen et al. (2015): twice the value minus the mean of the resampled values.")
