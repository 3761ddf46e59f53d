"""Areas from blocks: ours beside pygeoda, scikit-learn and METIS, at the same number of areas, in one run.

Needs Python 3.9 or newer (no QGIS) in a virtual environment of its own:
    python3 -m venv /tmp/venv-delineation
    /tmp/venv-delineation/bin/pip install -r scripts/bench/requirements-delineation.txt
    /tmp/venv-delineation/bin/python scripts/bench/delineation.py [--seeds 5] [SIZE ...]
Instances: cities of 2000 and 10000 blocks in SOZIALRAUM_DATA (default ../shared/data) by default. Seconds are process
time with one thread, so that other work on the machine does not count.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SOZIALRAUM_DATA", ROOT.parent / "shared" / "data")) / "regionalisation"
COMPACTNESS = 0.22
REFERENCE = "pygeoda redcap full-order ward with floor"
sys.path.insert(0, str(ROOT))

from sozialraum_plugin.core.delineation.engine import delineate  # noqa: E402 - after the path is set


@dataclass(frozen=True)
class City:
    """n blocks: `people` (n,), `values` (n, m), `edges` (e, 2), `metres` (e,), `area` (n,) in m², `outline` (n,)."""

    people: np.ndarray
    values: np.ndarray
    edges: np.ndarray
    metres: np.ndarray
    area: np.ndarray
    outline: np.ndarray
    areas: int
    low: float
    high: float

    def neighbours(self) -> list[list[int]]:
        """Return the neighbours of each block."""
        near: list[list[int]] = [[] for _ in self.people]
        for one, other in self.edges.tolist():
            near[one].append(other)
            near[other].append(one)
        return near


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    seconds: float
    share: float
    compactness: float
    outside: int
    torn: int
    areas: int


def main() -> None:
    """Print a table per city."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[2000, 10000])
    parser.add_argument(
        "--seeds",
        type=int,
        default=1,
        help="runs of ours, the worst figures of which are printed, and the median of the seconds",
    )
    arguments = parser.parse_args()
    for size in arguments.sizes:
        city = load(size)
        print(f"\n{size} blocks, k = {city.areas}, bounds {city.low:g} to {city.high:g}")
        print(f"{'':45} seconds   WSS  of redcap   PP  of redcap  outside  torn    k")
        print_table([*rows_of_peers(city), *rows_of_ours(city, arguments.seeds)])


def rows_of_peers(city: City) -> list[Row]:
    """Return a row for each peer, redcap first."""
    peers = {REFERENCE: redcap, "scikit-learn Ward with connectivity": ward, "METIS": metis}
    return [measured(name, city, partial(work, city)) for name, work in peers.items()]


def rows_of_ours(city: City, seeds: int) -> list[Row]:
    """Return a row for each way to use ours, with the worst figures of several seeds."""
    ways: dict[str, dict[str, object]] = {
        "ours, fast": {"effort": "fast"},
        "ours, thorough": {"effort": "thorough"},
        f"ours, thorough, compactness {COMPACTNESS}": {"effort": "thorough", "compactness": COMPACTNESS},
    }
    return [
        worst([measured(name, city, partial(ours, city, seed, **options)) for seed in range(seeds)])
        for name, options in ways.items()
    ]


def print_table(rows: list[Row]) -> None:
    for row in rows:
        print(
            f"{row.name:45} {row.seconds:7.2f} {row.share:.4f} {row.share / rows[0].share:9.3f}"
            f" {row.compactness:.3f} {row.compactness / rows[0].compactness:9.3f}"
            f" {row.outside:8} {row.torn:5} {row.areas:5}"
        )


def load(size: int) -> City:
    """Return a city of the benchmark."""
    database = sqlite3.connect(f"file:{DATA}/city{size}.gpkg?mode=ro&immutable=1", uri=True)
    rows = np.array(
        database.execute("select pop, z0, z1, z2, z3, z4, area_m2, perim_m from units order by uid").fetchall()
    )
    database.close()
    edges = np.loadtxt(DATA / f"city{size}_edges.csv", delimiter=",", skiprows=1)
    settings = json.loads((DATA / f"city{size}.json").read_text())
    return City(
        rows[:, 0], rows[:, 1:6], edges[:, :2].astype(int), edges[:, 2], rows[:, 6], rows[:, 7],
        settings["k"], settings["lo"], settings["hi"],
    )  # fmt: skip


def ours(city: City, seed: int, **options: object) -> np.ndarray:
    """Return areas (n,) by this project's engine."""
    return delineate(
        city.people, city.values, city.edges, city.metres,
        min_population=city.low, max_population=city.high, area_count=city.areas, seed=seed, **options,
    ).labels  # fmt: skip


def redcap(city: City) -> np.ndarray:
    """Return areas (n,) by D. Guo's REDCAP; it knows a floor, no ceiling."""
    import pygeoda

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "city.gal"
        lines = [f"0 {len(city.people)} city id"]
        for block, near in enumerate(city.neighbours()):
            lines += [f"{block} {len(near)}", " ".join(map(str, near))]
        path.write_text("\n".join(lines) + "\n")
        weights = pygeoda.weights.read_gal(str(path), [str(block) for block in range(len(city.people))])
    result = pygeoda.redcap(
        city.areas, weights, [column.tolist() for column in city.values.T], "fullorder-wardlinkage",
        bound_variable=city.people.tolist(), min_bound=city.low, cpu_threads=1,
    )  # fmt: skip
    return np.array(result["Clusters"])


def ward(city: City) -> np.ndarray:
    """Return areas (n,) by scikit-learn, which knows no bounds."""
    from scipy.sparse import coo_matrix
    from sklearn.cluster import AgglomerativeClustering

    size = len(city.people)
    ones = np.ones(len(city.edges))
    matrix = coo_matrix((ones, city.edges.T), shape=(size, size))
    model = AgglomerativeClustering(n_clusters=city.areas, linkage="ward", connectivity=matrix + matrix.T)
    return model.fit(city.values).labels_


def metis(city: City) -> np.ndarray:
    """Return areas (n,) of about equal inhabitants with short borders; METIS does not look at attributes."""
    import pymetis

    options = pymetis.Options(contig=1, seed=1)
    parts = pymetis.part_graph(
        city.areas, adjacency=city.neighbours(), vweights=city.people.astype(int).tolist(), options=options
    )
    return np.array(parts[1])


def measured(name: str, city: City, work: Callable[[], np.ndarray]) -> Row:
    """Return the figures of the areas that `work` makes."""
    start = time.process_time()
    labels = np.unique(work(), return_inverse=True)[1].ravel()
    seconds = time.process_time() - start
    people = np.bincount(labels, city.people)
    return Row(
        name, seconds, share(city.values, labels), polsby_popper(city, labels),
        int(((people < city.low) | (people > city.high)).sum()), torn(city, labels), len(people),
    )  # fmt: skip


def worst(rows: list[Row]) -> Row:
    """Return the worst of each figure, and the median of the seconds."""
    return Row(
        rows[0].name,
        float(np.median([row.seconds for row in rows])),
        max(row.share for row in rows),
        min(row.compactness for row in rows),
        max(row.outside for row in rows),
        max(row.torn for row in rows),
        max((row.areas for row in rows), key=lambda areas: abs(areas - rows[0].areas)),
    )


def share(values: np.ndarray, labels: np.ndarray) -> float:
    """Return the within sum of squares of z-scores over the total one."""
    scores = (values - values.mean(axis=0)) / values.std(axis=0)
    count = np.bincount(labels)
    means = [np.bincount(labels, column) / count for column in scores.T]
    return float(sum(((column - mean[labels]) ** 2).sum() for column, mean in zip(scores.T, means)) / scores.size)


def polsby_popper(city: City, labels: np.ndarray) -> float:
    """Return the areas' mean of 4 pi area / perimeter²."""
    within = labels[city.edges[:, 0]] == labels[city.edges[:, 1]]
    perimeter = np.bincount(labels, city.outline)
    perimeter -= 2 * np.bincount(labels[city.edges[within, 0]], city.metres[within], len(perimeter))
    return float((4 * np.pi * np.bincount(labels, city.area) / perimeter**2).mean())


def torn(city: City, labels: np.ndarray) -> int:
    """Return the number of surplus parts of areas that do not hang together."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    size = len(labels)
    inside = city.edges[labels[city.edges[:, 0]] == labels[city.edges[:, 1]]]
    matrix = coo_matrix((np.ones(len(inside)), inside.T), shape=(size, size))
    return int(connected_components(matrix, directed=False)[0] - len(np.unique(labels)))


if __name__ == "__main__":
    main()
