"""Segregation and typology beside their peers, in one run: equal values, and seconds.

Needs Python 3.9 or newer (no QGIS) with the peers:
    python3 -m venv /tmp/venv-segregation
    /tmp/venv-segregation/bin/pip install -r scripts/bench/requirements-segregation.txt
    /tmp/venv-segregation/bin/python scripts/bench/segregation.py [--write tests/core/indices/segregation_pysal.json]
Values: PySAL segregation on made-up counts (`--write` keeps them for the tests, which need no peer). Chance: PySAL's
bootstrap correction and ours. Typology: scikit-learn's k-means (same number of starts) and scipy's Ward.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.metadata
import io
import json
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path[0] = str(ROOT)  # in place of this folder, where the peer's name is our own
warnings.simplefilter("ignore")
with contextlib.redirect_stderr(io.StringIO()):
    from segregation import multigroup, singlegroup  # noqa: E402
from scipy.cluster.hierarchy import fcluster, linkage  # noqa: E402
from sklearn.cluster import KMeans  # noqa: E402
from sklearn.metrics import adjusted_rand_score, silhouette_samples  # noqa: E402

from sozialraum_plugin.core.indices.segregation import segregation_measures as ours  # noqa: E402
from sozialraum_plugin.core.indices.segregation.segregation import (  # noqa: E402
    BOOTSTRAP,
    Chance,
    Comparison,
    estimates,
)
from sozialraum_plugin.core.indices.segregation.segregation_draws import GROUPS_FIXED  # noqa: E402
from sozialraum_plugin.core.indices.typologies import kmeans  # noqa: E402
from sozialraum_plugin.core.indices.typologies.typology_quality import silhouette  # noqa: E402
from sozialraum_plugin.core.indices.typologies.typology_ward import ward_labels  # noqa: E402

SINGLE = {
    ours.DISSIMILARITY: singlegroup.Dissim,
    ours.ISOLATION: singlegroup.Isolation,
    ours.EXPOSURE: singlegroup.Interaction,
    ours.ETA2: singlegroup.CorrelationR,
    ours.ENTROPY: singlegroup.Entropy,
    ours.GINI: singlegroup.Gini,
}
MULTI = {
    ours.DISSIMILARITY: multigroup.MultiDissim,
    ours.ENTROPY: multigroup.MultiInfoTheory,
    ours.GINI: multigroup.MultiGini,
}
GROUPS = ["a", "b", "c", "d"]


def made_up_counts(seed: int, areas: int, mean: float) -> pd.DataFrame:
    """Return areas with four groups of very different size; some areas lack a group, or everybody."""
    random = np.random.default_rng(seed)
    counts = random.poisson(random.gamma(0.8, mean, (areas, 4)) * np.array([0.05, 0.3, 1.0, 3.0]))
    counts[1] = 0
    counts[2, 1] = 0
    table = pd.DataFrame(counts, columns=GROUPS)
    return table.assign(total=table.sum(axis=1))


def case(counts: pd.DataFrame) -> dict:
    """Return the counts with PySAL's values."""
    single = {name: {m: float(peer(counts, name, "total").statistic) for m, peer in SINGLE.items()} for name in GROUPS}
    multi = {m: float(peer(counts, GROUPS).statistic) for m, peer in MULTI.items()}
    return {"counts": counts[GROUPS].to_numpy().tolist(), "single": single, "multi": multi}


def largest_difference(found: dict) -> float:
    """Return how far our values lie from those of a case at most."""
    counts = np.array(found["counts"], dtype=float)
    total = counts.sum(axis=1)
    apart = [abs(float(ours.SEVERAL_GROUPS[name](counts)) - value) for name, value in found["multi"].items()]
    for at, values in enumerate(found["single"].values()):
        pair = np.column_stack([counts[:, at], total - counts[:, at]])
        apart += [abs(float(ours.TWO_GROUPS[name](pair)) - value) for name, value in values.items()]
    return max(apart)


def timed(work: Callable[[], object]) -> tuple[object, float]:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def bench_chance() -> None:
    counts = made_up_counts(9, 500, 300)
    peer, seconds = timed(lambda: singlegroup.BiasCorrectedDissim(counts, "a", "total", B=1000).statistic)
    pair = np.column_stack([counts["a"], counts["total"] - counts["a"]])
    comparison = Comparison("a", "", pair, (ours.DISSIMILARITY,))
    chance = Chance(1000, 1, GROUPS_FIXED, BOOTSTRAP)
    own, own_seconds = timed(lambda: estimates(comparison, chance)[ours.DISSIMILARITY])
    print(f"bootstrap correction, 500 areas, 1000 draws: PySAL {peer:.4f} in {seconds:.2f} s, ", end="")
    print(f"ours {own.corrected:.4f} in {own_seconds:.2f} s (with interval and random allocation)")
    several = Comparison("", "", counts[GROUPS].to_numpy(), tuple(MULTI), True)
    print(f"all groups, three measures: ours {timed(lambda: estimates(several, Chance()))[1]:.2f} s")


def bench_typology() -> None:
    random = np.random.default_rng(4)
    for areas, fields, types in ((93, 8, 5), (542, 10, 6), (2000, 12, 8)):
        centres = random.normal(0, 2.5, (types, fields))
        values = centres[random.integers(0, types, areas)] + random.normal(0, 1, (areas, fields))
        peer, seconds = timed(lambda: KMeans(types, n_init=20, random_state=1).fit(values))  # noqa: B023
        own, own_seconds = timed(lambda: kmeans.kmeans(values, types, 20, 1))  # noqa: B023
        print(f"k-means {areas} areas x {fields}, K = {types}: inertia ours / scikit-learn", end=" ")
        print(f"{own.inertia / peer.inertia_:.6f}, {own_seconds:.2f} s / {seconds:.2f} s")
        tree, seconds = timed(lambda: fcluster(linkage(values, "ward"), types, "maxclust"))  # noqa: B023
        labels, own_seconds = timed(lambda: ward_labels(values, types))  # noqa: B023
        print(f"  Ward: adjusted Rand {adjusted_rand_score(tree, labels):.3f}, {own_seconds:.2f} s / {seconds:.2f} s")
        apart = np.abs(silhouette(values, labels) - silhouette_samples(values, labels)).max()
        print(f"  silhouette: largest difference {apart:.1e}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    version = importlib.metadata.version("segregation")
    cases = [case(made_up_counts(*made)) for made in ((1, 12, 40), (2, 30, 300), (3, 93, 2000))]
    print(f"PySAL segregation {version}: largest difference {max(map(largest_difference, cases)):.1e}")
    if arguments.write:
        arguments.write.write_text(json.dumps({"made_with": f"PySAL segregation {version}", "cases": cases}) + "\n")
    bench_chance()
    bench_typology()


if __name__ == "__main__":
    main()
