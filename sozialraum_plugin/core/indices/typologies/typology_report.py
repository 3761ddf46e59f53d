"""What the log says about a typology, so that anyone can recompute it and sees where it is weak."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...messages import tr
from ...numbers import format_number
from ..status.status_report import FEW_AREAS
from .typology import TypeChoice, Types
from .typology_names import Trait
from .typology_quality import KMEANS

UNSTABLE = 0.8  # adjusted Rand index below which areas change sides
WEAK = 0.25  # mean silhouette below which Kaufman and Rousseeuw (1990) see no substantial structure


def log_lines(found: Types, choice: TypeChoice, traits: Sequence[Trait]) -> list[str]:
    """Return the method, the measures of the indicators, the numbers of types tried, and the types."""
    method = tr("k-means++ ({starts} starts, seed {seed})") if choice.method == KMEANS else tr("Ward")
    lines = [
        tr("Method: {method} on {scale} of {count} areas and {fields} indicators.").format(
            method=method.format(starts=choice.starts, seed=choice.seed),
            scale=choice.scale,
            count=len(found.labels),
            fields=len(traits),
        )
    ]
    for trait, middle, spread in zip(traits, found.scaled.middle, found.scaled.spread):
        lines.append(
            tr("  {field} ({title}): middle {middle}, deviation {spread}, polarity {polarity}").format(
                field=trait.field,
                title=trait.title,
                middle=format_number(float(middle), 4),
                spread=format_number(float(spread), 4),
                polarity=trait.polarity,
            )
        )
    return [*lines, *_tried_lines(found), *found.log, *_type_lines(found), *_stability_lines(found)]


def _tried_lines(found: Types) -> list[str]:
    return [
        tr("  {types} types: sum of squares {inertia}, silhouette {silhouette}, gap {gap} (± {error})").format(
            types=tried.clusters,
            inertia=format_number(tried.inertia, 2),
            silhouette=format_number(tried.silhouette, 3),
            gap=format_number(tried.gap, 3),
            error=format_number(tried.gap_error, 3),
        )
        for tried in found.tried
    ]


def _type_lines(found: Types) -> list[str]:
    sizes = np.bincount(found.labels, minlength=len(found.names))
    return [
        tr("Type {number}: {name} ({count} areas)").format(number=number + 1, name=name, count=size)
        for number, (name, size) in enumerate(zip(found.names, sizes))
    ]


def _stability_lines(found: Types) -> list[str]:
    lines = []
    if np.isfinite(found.over_seeds):
        lines.append(
            tr("Stability over 20 other seeds: {value} (mean adjusted Rand index; 1 = always the same types).").format(
                value=format_number(found.over_seeds, 3)
            )
        )
    if np.isfinite(found.over_areas):
        lines.append(
            tr("Stability if a fifth of the areas is left out at random, 20 times: {value}.").format(
                value=format_number(found.over_areas, 3)
            )
        )
    return lines


def warning_lines(found: Types, traits: Sequence[Trait], unknown: Sequence[str], areas: int) -> list[str]:
    """Return what a reader must know before trusting the types."""
    warnings = list(found.warnings)
    if unknown:
        warnings.append(
            tr(
                "Not in the catalogue, so “more” is taken for “more burden” in the order of the types: {fields}. Set "
                "POLARITIES if that is wrong."
            ).format(fields=", ".join(unknown))
        )
    if not any(trait.polarity in "+-" for trait in traits):
        warnings.append(tr("No indicator has a polarity: the types are in the order of their size, not of burden."))
    if areas < FEW_AREAS:
        warnings.append(
            tr(
                "Only {count} areas: below about {limit} a single area decides what the types are. Take them as a "
                "description, not as a finding."
            ).format(count=areas, limit=FEW_AREAS)
        )
    return [*warnings, *_shape_warnings(found), *_stability_warnings(found)]


def _shape_warnings(found: Types) -> list[str]:
    warnings = []
    if len(found.names) == 1:
        warnings.append(tr("All areas are of one type, so there is nothing to tell apart."))
        return warnings
    sizes = np.bincount(found.labels, minlength=len(found.names))
    alone = [str(number + 1) for number in np.flatnonzero(sizes == 1)]
    if alone:
        warnings.append(
            tr("One area only is of type {types}: an exception rather than a type. Look at it by itself.").format(
                types=", ".join(alone)
            )
        )
    if found.silhouette.mean() < WEAK:
        warnings.append(
            tr(
                "The types hardly stand apart (mean silhouette {value}, below {limit}): many areas could as well be of "
                "another type."
            ).format(value=format_number(float(found.silhouette.mean()), 2), limit=format_number(WEAK, 2))
        )
    return warnings


def _stability_warnings(found: Types) -> list[str]:
    values = [value for value in (found.over_seeds, found.over_areas) if np.isfinite(value)]
    if not values or min(values) >= UNSTABLE:
        return []
    return [
        tr(
            "The types do not come out the same again (adjusted Rand index {value}, below {limit}): areas change sides "
            "with the seed or with a few areas more or less. Try another number of types."
        ).format(value=format_number(min(values), 2), limit=format_number(UNSTABLE, 1))
    ]
