"""Types of areas: areas of a kind, found from standardised indicators, numbered by burden and named.

k-means++ or Ward on standardised indicators; see kmeans.py, typology_ward.py and typology_quality.py for the sources.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from ...errors import InputError
from ...messages import tr
from ...numbers import format_number
from .kmeans import centres_of, squared_distances, within_sum_of_squares
from .typology_names import Trait, type_names
from .typology_quality import (
    KMEANS,
    WARD,
    Candidate,
    best_by_gap,
    best_by_silhouette,
    candidates,
    partitions,
    silhouette,
    stability_over_areas,
    stability_over_seeds,
)
from .typology_scale import ZSCORE, Scaled, scaled
from .typology_ward import LARGEST

SILHOUETTE, GAP = "silhouette", "gap"
CRITERIA = (SILHOUETTE, GAP)


@dataclass(frozen=True)
class TypeChoice:
    """How types are made: their number (0: suggested between `least` and `most` by a criterion), method, scale,
    starts of k-means, and seed.
    """

    types: int = 0
    least: int = 2
    most: int = 8
    criterion: str = SILHOUETTE
    method: str = KMEANS
    scale: str = ZSCORE
    starts: int = 20
    seed: int = 1


@dataclass(frozen=True)
class Types:
    """n areas in k types, type 0 the most burdened: `labels` (n,), `distance` to the own centre (n,), `silhouette`
    (n,), `second` (n,) the type of the nearest other centre (-1: there is none), `centres` (k, m) as deviations,
    `means` (k, m) in units of the indicators, `burden` (k,), `names`; what was tried, and how stable it is (NaN where
    there is but one type).
    """

    labels: np.ndarray
    distance: np.ndarray
    silhouette: np.ndarray
    second: np.ndarray
    centres: np.ndarray
    means: np.ndarray
    burden: np.ndarray
    names: list[str]
    scaled: Scaled
    inertia: float
    tried: list[Candidate] = field(default_factory=list)
    over_seeds: float = np.nan
    over_areas: float = np.nan
    log: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def find_types(
    values: np.ndarray, traits: Sequence[Trait], choice: TypeChoice, tick: Callable[[], None] = lambda: None
) -> Types:
    """Return the types of `values` (n, m), without NaN, in an order of rows that does not depend on the table.

    Raises InputError for Ward with too many areas.
    """
    if choice.method == WARD and len(values) > LARGEST:
        raise InputError(
            tr("METHOD ward takes at most {limit} areas, not {count}. Choose kmeans.").format(
                limit=format_number(LARGEST), count=format_number(len(values))
            )
        )
    made = scaled(values, [trait.title for trait in traits], choice.scale)
    different = len(np.unique(made.values.round(9), axis=0))
    tried = _tried(made.values, different, choice, tick)
    wanted, log, warnings = _number_of_types(different, choice, tried)
    labels = partitions(made.values, [wanted], choice.method, choice.starts, choice.seed)[wanted]
    labels, burden = _by_burden(made.values, labels, traits)
    centres = centres_of(made.values, labels, wanted)
    return Types(
        labels,
        *_places(made.values, labels, centres),
        centres,
        centres_of(values, labels, wanted),
        burden,
        type_names(centres, traits),
        made,
        within_sum_of_squares(made.values, labels),
        tried,
        stability_over_seeds(made.values, labels, choice.starts, choice.seed, tick)
        if wanted > 1 and choice.method == KMEANS
        else np.nan,
        stability_over_areas(made.values, labels, choice.method, choice.starts, choice.seed, tick)
        if wanted > 1
        else np.nan,
        log,
        [*made.warnings, *warnings],
    )


def _tried(values: np.ndarray, different: int, choice: TypeChoice, tick: Callable[[], None]) -> list[Candidate]:
    """Return the quality of each number of types that may be suggested, and of one more; nothing if one is given."""
    most = min(choice.most + 1, different - 1)
    if choice.types > 0 or most < 2:
        return []
    return candidates(values, range(1, most + 1), choice.method, choice.starts, choice.seed, tick)


def _number_of_types(
    different: int, choice: TypeChoice, tried: Sequence[Candidate]
) -> tuple[int, list[str], list[str]]:
    """Return the number of types, what the log says about it, and warnings."""
    if choice.types > 0:
        if choice.types <= different:
            return choice.types, [], []
        text = tr("Only {count} different areas: {count} types are made, not the {wanted} asked for.")
        return different, [], [text.format(count=different, wanted=choice.types)]
    allowed = [candidate.clusters for candidate in tried if choice.least <= candidate.clusters <= choice.most]
    if not allowed:
        text = tr("Too few different areas ({count}) to look for types: all areas are of one type.")
        return 1, [], [text.format(count=different)]
    by_silhouette = best_by_silhouette(tried, choice.least, choice.most)
    by_gap = best_by_gap(tried)
    log = [
        tr("Number of types suggested by the silhouette: {silhouette}; by the gap statistic: {gap}.").format(
            silhouette=by_silhouette, gap=by_gap or tr("none up to {most}").format(most=choice.most)
        )
    ]
    if by_silhouette == 2 and choice.most > 2:
        following = best_by_silhouette(tried, 3, choice.most) if max(allowed) > 2 else 2
        text = tr("Two types often only part the burdened from the others; from 3 on the silhouette suggests {count}.")
        log += [text.format(count=following)] if following > 2 else []
    chosen = by_silhouette
    if choice.criterion == GAP and by_gap is not None:
        chosen = min(max(by_gap, min(allowed)), max(allowed))
    return chosen, log, _structure_warnings(by_gap)


def _structure_warnings(by_gap: int | None) -> list[str]:
    if by_gap != 1:
        return []
    return [
        tr(
            "By the gap statistic the areas form no groups that stand apart: the types cut up a gradual change, and "
            "areas near a border could as well be of the other type (see silhouette)."
        )
    ]


def _by_burden(values: np.ndarray, labels: np.ndarray, traits: Sequence[Trait]) -> tuple[np.ndarray, np.ndarray]:
    """Return labels so numbered that 0 is the most burdened type, and the burden of each type.

    The burden is the mean of the deviations, with the sign of the polarity, over the indicators that have one. Where
    none has, the largest type is 0 and the burden NaN.
    """
    clusters = int(labels.max()) + 1
    centres = centres_of(values, labels, clusters)
    signs = np.array([{"+": 1.0, "-": -1.0}.get(trait.polarity, 0.0) for trait in traits])
    sizes = np.bincount(labels, minlength=clusters)
    burden = centres @ signs / np.abs(signs).sum() if signs.any() else np.full(clusters, np.nan)
    order = np.lexsort((-sizes, -np.nan_to_num(burden.round(12))))
    number = np.empty(clusters, dtype=np.int64)
    number[order] = np.arange(clusters)
    return number[labels], burden[order]


def _places(values: np.ndarray, labels: np.ndarray, centres: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return distance to the own centre, silhouette, and the type of the nearest other centre."""
    distances = np.sqrt(squared_distances(values, centres))
    rows = np.arange(len(values))
    own = distances[rows, labels].copy()
    distances[rows, labels] = np.inf
    second = distances.argmin(axis=1) if len(centres) > 1 else np.full(len(values), -1)
    return own, silhouette(values, labels), second
