"""Ward's clusters without contiguity, by chains of nearest neighbours and the Lance-Williams formula.

Sources: J. H. Ward, JASA 58 (1963); G. Lance and W. Williams, Computer Journal 9 (1967); F. Murtagh, Computer Journal
26 (1983) (nearest-neighbour chain). (Areas that must be neighbours: core/delineation/ward.py.)
"""

from __future__ import annotations

import numpy as np

from .kmeans import squared_distances

LARGEST = 5000  # rows: all distances between them are held in memory


def ward_merges(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (n-1, 2) rows whose clusters are joined, and (n-1,) the growth of the sum of squares x 2, ascending."""
    count = len(values)
    distances = squared_distances(values, values)
    np.fill_diagonal(distances, np.inf)
    size = np.ones(count)
    pairs = np.zeros((max(count - 1, 0), 2), dtype=np.int64)
    heights = np.zeros(max(count - 1, 0))
    chain: list[int] = []
    alive = np.ones(count, dtype=bool)
    for step in range(count - 1):
        if not chain:
            chain = [int(np.flatnonzero(alive)[0])]
        while True:
            last = chain[-1]
            nearest = int(distances[last].argmin())
            if len(chain) > 1 and distances[last, chain[-2]] <= distances[last, nearest]:
                break
            chain.append(nearest)
        first, second = chain.pop(), chain.pop()
        pairs[step] = first, second
        heights[step] = distances[first, second]
        _join(distances, size, alive, first, second)
    order = np.argsort(heights, kind="stable")
    return pairs[order], heights[order]


def _join(distances: np.ndarray, size: np.ndarray, alive: np.ndarray, kept: int, gone: int) -> None:
    """Put cluster `gone` into `kept` and work out the distances of their union."""
    others = alive.copy()
    others[[kept, gone]] = False
    at = np.flatnonzero(others)
    one, two, three = size[kept], size[gone], size[at]
    joined = (one + three) * distances[kept, at] + (two + three) * distances[gone, at] - three * distances[kept, gone]
    joined /= one + two + three
    distances[kept, at] = distances[at, kept] = joined
    distances[gone, :] = distances[:, gone] = np.inf
    alive[gone] = False
    size[kept] += two


def cut(pairs: np.ndarray, rows: int, clusters: int) -> np.ndarray:
    """Return (n,) cluster numbers from 0, in the order of their first rows, after all but the last k-1 joins."""
    above = list(range(rows))

    def root(row: int) -> int:
        while above[row] != row:
            above[row] = above[above[row]]
            row = above[row]
        return row

    for first, second in pairs[: rows - clusters].tolist():
        one, two = sorted((root(first), root(second)))
        above[two] = one
    return np.unique([root(row) for row in range(rows)], return_inverse=True)[1]


def ward_labels(values: np.ndarray, clusters: int) -> np.ndarray:
    """Return (n,) cluster numbers of `values` (n, m), without NaN."""
    return cut(ward_merges(values)[0], len(values), clusters)
