"""k-means with k-means++ starts.

Sources: S. Lloyd, IEEE Trans. Information Theory 28 (1982); D. Arthur and S. Vassilvitskii, k-means++: The Advantages
of Careful Seeding, SODA (2007), with several candidates per centre as its section 5 proposes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_MAX_ROUNDS = 300


@dataclass(frozen=True)
class Partition:
    """n rows in k clusters: `labels` (n,) from 0 to k-1, `centres` (k, m), and the within sum of squares."""

    labels: np.ndarray
    centres: np.ndarray
    inertia: float


def kmeans(values: np.ndarray, clusters: int, starts: int = 10, seed: int = 0) -> Partition:
    """Return the best of `starts` runs on `values` (n, m), without NaN. Raises ValueError if clusters > n or < 1."""
    if not 1 <= clusters <= len(values):
        raise ValueError(f"{clusters} clusters of {len(values)} rows")
    random = np.random.default_rng(seed)
    centred = values - values.mean(axis=0)
    best: Partition | None = None
    for _ in range(max(1, starts)):
        found = _lloyd(centred, _first_centres(centred, clusters, random))
        if best is None or found.inertia < best.inertia * (1 - 1e-12):
            best = found
    return Partition(best.labels, best.centres + values.mean(axis=0), best.inertia)


def squared_distances(values: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """Return (n, k) squared Euclidean distances."""
    product = values @ centres.T
    result = (values**2).sum(axis=1)[:, None] - 2 * product + (centres**2).sum(axis=1)
    return np.maximum(result, 0)


def centres_of(values: np.ndarray, labels: np.ndarray, clusters: int) -> np.ndarray:
    """Return (k, m) means; NaN for a cluster without rows."""
    sizes = np.bincount(labels, minlength=clusters).astype(float)
    sums = np.zeros((clusters, values.shape[1]))
    for column in range(values.shape[1]):
        sums[:, column] = np.bincount(labels, values[:, column], clusters)
    with np.errstate(invalid="ignore"):
        return sums / sizes[:, None]


def within_sum_of_squares(values: np.ndarray, labels: np.ndarray) -> float:
    """Return the sum of squared distances to the own centre."""
    return float(((values - centres_of(values, labels, int(labels.max()) + 1)[labels]) ** 2).sum())


def _first_centres(values: np.ndarray, clusters: int, random: np.random.Generator) -> np.ndarray:
    """Draw centres from the rows, each with a chance that grows with its squared distance to those drawn before."""
    candidates = 2 + int(np.log(clusters))
    chosen = [int(random.integers(len(values)))]
    nearest = squared_distances(values, values[chosen])[:, 0]
    for _ in range(1, clusters):
        total = nearest.sum()
        if total <= 0:  # fewer different rows than clusters
            chosen.append(int(random.integers(len(values))))
            continue
        drawn = np.searchsorted(np.cumsum(nearest), random.random(candidates) * total)
        drawn = np.minimum(drawn, len(values) - 1)
        nearer = np.minimum(nearest, squared_distances(values, values[drawn]).T)
        best = int(nearer.sum(axis=1).argmin())
        chosen.append(int(drawn[best]))
        nearest = nearer[best]
    return values[chosen]


def _lloyd(values: np.ndarray, centres: np.ndarray) -> Partition:
    """Move the centres until no row changes; a cluster that has lost all rows takes the row farthest from its own."""
    clusters = len(centres)
    labels = np.full(len(values), -1)
    for _ in range(_MAX_ROUNDS):
        distances = squared_distances(values, centres)
        nearest = distances.argmin(axis=1)
        empty = np.flatnonzero(np.bincount(nearest, minlength=clusters) == 0)
        for cluster in empty:
            _refill(nearest, distances, int(cluster))
        if (nearest == labels).all():
            break
        labels = nearest
        centres = centres_of(values, labels, clusters)
    return Partition(labels, centres, float(((values - centres[labels]) ** 2).sum()))


def _refill(labels: np.ndarray, distances: np.ndarray, cluster: int) -> None:
    """Give an empty cluster the row that lies farthest from its centre, of a cluster that keeps another."""
    own = distances[np.arange(len(labels)), labels].copy()
    own[np.bincount(labels, minlength=distances.shape[1])[labels] < 2] = -1
    labels[int(own.argmax())] = cluster
