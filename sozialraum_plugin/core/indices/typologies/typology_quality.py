"""How good a partition is, how many clusters there should be, and whether it comes out again.

Sources: P. Rousseeuw, J. Computational and Applied Mathematics 20 (1987) (silhouette); R. Tibshirani, G. Walther and
T. Hastie, J. Royal Statistical Society B 63 (2001) (gap statistic, reference (b), rule of one standard error);
L. Hubert and P. Arabie, J. Classification 2 (1985) (adjusted Rand index).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from .kmeans import kmeans, squared_distances, within_sum_of_squares
from .typology_ward import cut, ward_merges

KMEANS, WARD = "kmeans", "ward"
METHODS = (KMEANS, WARD)
REFERENCES = 20
_REFERENCE_STARTS = 3
_REPEATS = 20
_SUBSAMPLE = 0.8
_BLOCK = 512


@dataclass(frozen=True)
class Candidate:
    """A number of clusters with its within sum of squares, mean silhouette, gap and the gap's standard error."""

    clusters: int
    inertia: float
    silhouette: float
    gap: float
    gap_error: float


def partitions(
    values: np.ndarray, numbers: Iterable[int], method: str, starts: int, seed: int
) -> dict[int, np.ndarray]:
    """Return the labels (n,) for each number of clusters."""
    if method == WARD:
        pairs, _ = ward_merges(values)
        return {clusters: cut(pairs, len(values), clusters) for clusters in numbers}
    return {clusters: kmeans(values, clusters, starts, seed).labels for clusters in numbers}


def silhouette(values: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return (n,) from -1 (nearer to another cluster) to 1; 0 for the only member of a cluster, or with one cluster."""
    clusters = int(labels.max()) + 1
    result = np.zeros(len(values))
    if clusters < 2:
        return result
    sizes = np.bincount(labels, minlength=clusters).astype(float)
    members = np.eye(clusters)[labels]
    for start in range(0, len(values), _BLOCK):
        rows = np.arange(start, min(start + _BLOCK, len(values)))
        distances = np.sqrt(squared_distances(values[rows], values))
        distances[np.arange(len(rows)), rows] = 0  # rounding leaves a trace
        sums = distances @ members
        own = labels[rows]
        alone = sizes[own] == 1
        inside = sums[np.arange(len(rows)), own] / np.maximum(sizes[own] - 1, 1)
        means = sums / sizes
        means[np.arange(len(rows)), own] = np.inf
        outside = means.min(axis=1)
        largest = np.maximum(inside, outside)
        width = np.divide(outside - inside, largest, out=np.zeros(len(rows)), where=largest > 0)
        result[rows] = np.where(alone, 0, width)
    return result


def candidates(
    values: np.ndarray,
    numbers: Sequence[int],
    method: str,
    starts: int,
    seed: int,
    tick: Callable[[], None] = lambda: None,
) -> list[Candidate]:
    """Return every number of clusters with its quality. The gap needs all numbers up to one more than the largest.

    References are drawn uniformly from the box along the principal components of `values` (n, m).
    """
    found = partitions(values, numbers, method, starts, seed)
    logs = {clusters: _log(within_sum_of_squares(values, labels)) for clusters, labels in found.items()}
    drawn = np.zeros((REFERENCES, len(numbers)))
    random = np.random.default_rng(seed)
    for row in range(REFERENCES):
        tick()
        reference = _reference(values, random)
        parts = partitions(reference, numbers, method, _REFERENCE_STARTS, seed + row)
        drawn[row] = [_log(within_sum_of_squares(reference, parts[clusters])) for clusters in numbers]
    errors = drawn.std(axis=0) * np.sqrt(1 + 1 / REFERENCES)
    return [
        Candidate(
            clusters,
            float(np.exp(logs[clusters])),
            float(silhouette(values, found[clusters]).mean()) if clusters > 1 else np.nan,
            float(drawn[:, at].mean() - logs[clusters]),
            float(errors[at]),
        )
        for at, clusters in enumerate(numbers)
    ]


def _log(number: float) -> float:
    return float(np.log(max(number, 1e-12)))


def _reference(values: np.ndarray, random: np.random.Generator) -> np.ndarray:
    centred = values - values.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    turned = centred @ axes.T
    low, high = turned.min(axis=0), turned.max(axis=0)
    return random.uniform(low, high, turned.shape) @ axes


def best_by_silhouette(found: Sequence[Candidate], least: int, most: int) -> int:
    """Return the number of clusters from `least` to `most` with the largest mean silhouette; the smaller of equals."""
    allowed = [candidate for candidate in found if max(least, 2) <= candidate.clusters <= most]
    return max(allowed, key=lambda candidate: (candidate.silhouette, -candidate.clusters)).clusters


def best_by_gap(found: Sequence[Candidate]) -> int | None:
    """Return the smallest k with Gap(k) >= Gap(k+1) - s(k+1); None if there is none among them."""
    for candidate, following in zip(found, found[1:]):
        if candidate.gap >= following.gap - following.gap_error:
            return candidate.clusters
    return None


def adjusted_rand(one: np.ndarray, other: np.ndarray) -> float:
    """Return how far two partitions agree: 1 the same, about 0 as by chance."""
    table = np.zeros((int(one.max()) + 1, int(other.max()) + 1))
    np.add.at(table, (one, other), 1)
    together = _pairs(table).sum()
    rows, columns = _pairs(table.sum(axis=1)).sum(), _pairs(table.sum(axis=0)).sum()
    expected = rows * columns / max(_pairs(np.array(float(len(one)))), 1)
    largest = (rows + columns) / 2
    return 1.0 if largest == expected else float((together - expected) / (largest - expected))


def _pairs(counts: np.ndarray) -> np.ndarray:
    return counts * (counts - 1) / 2


def stability_over_seeds(
    values: np.ndarray, labels: np.ndarray, starts: int, seed: int, tick: Callable[[], None] = lambda: None
) -> float:
    """Return the mean adjusted Rand index of k-means with other seeds against `labels`."""
    clusters = int(labels.max()) + 1
    found = []
    for turn in range(_REPEATS):
        tick()
        found.append(adjusted_rand(labels, kmeans(values, clusters, starts, seed + 1 + turn).labels))
    return float(np.mean(found))


def stability_over_areas(
    values: np.ndarray, labels: np.ndarray, method: str, starts: int, seed: int, tick: Callable[[], None] = lambda: None
) -> float:
    """Return the mean adjusted Rand index of `labels` and partitions of random 80 % of the rows (n, m)."""
    clusters = int(labels.max()) + 1
    size = max(clusters, int(round(_SUBSAMPLE * len(values))))
    random = np.random.default_rng(seed)
    found = []
    for turn in range(_REPEATS):
        tick()
        rows = np.sort(random.choice(len(values), size, replace=False))
        part = partitions(values[rows], [clusters], method, starts, seed + turn)[clusters]
        found.append(adjusted_rand(labels[rows], part))
    return float(np.mean(found))
