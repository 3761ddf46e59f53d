"""Local autocorrelation: ours beside esda, on time and on numbers, in one run; and the numbers that the tests compare.

Needs Python 3.10 or newer (no QGIS) with esda, libpysal and, to run esda compiled, numba:
    python3 -m venv /tmp/venv-spatial && /tmp/venv-spatial/bin/pip install -r scripts/bench/requirements-spatial.txt
    /tmp/venv-spatial/bin/python scripts/bench/localautocorrelation.py [--areas 5000] [--permutations 999]
    /tmp/venv-spatial/bin/python scripts/bench/localautocorrelation.py --fixture tests/core/indices/esda_numbers.json
The map is made up by us: a lattice of quarters with shaken corners, some left out, one apart from the rest.
esda runs on one core, once warmed up, so that compiling does not count; without numba it runs in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
import tracemalloc
import warnings
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
if os.environ.get("WITHOUT_NUMBA"):
    sys.modules["numba"] = None  # importing it fails, as if it were not installed
warnings.filterwarnings("ignore")

import esda  # noqa: E402 - after numba is hidden
from libpysal.weights import KNN, DistanceBand, Queen, Rook, W  # noqa: E402
from shapely.geometry import Polygon  # noqa: E402

from sozialraum_plugin.core.indices.spatial.autocorrelation_local import STATISTICS, local_measures  # noqa: E402
from sozialraum_plugin.core.indices.spatial.spatial_weights import from_links  # noqa: E402

MANY = 99_999  # permutations of the fixture's p-values: their own error is then below 0.002


def shaken_lattice(columns: int, rows: int, seed: int, holes: float = 0.06) -> list[list[tuple[float, float]]]:
    """Return the corners of quarters, 500 m wide; the last lies apart."""
    generator = np.random.default_rng(seed)
    corners = 500.0 * np.stack(np.meshgrid(np.arange(columns + 1), np.arange(rows + 1), indexing="ij"), axis=-1)
    corners = np.round(corners + generator.uniform(-150, 150, corners.shape) + [350_000, 5_620_000], 1)
    kept = generator.random((columns, rows)) >= holes
    quarters = [
        [tuple(corners[at]) for at in ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1))]
        for x in range(columns)
        for y in range(rows)
        if kept[x, y]
    ]
    east, south = corners[-1, 0] + [2000.0, 0.0]
    return [*quarters, [(east, south), (east + 400, south), (east + 400, south + 300), (east, south + 300)]]


def made_up_values(points: np.ndarray, seed: int) -> dict[str, np.ndarray]:
    """Return a skewed, spatially smooth value of each place, and cases among inhabitants."""
    generator = np.random.default_rng(seed)
    place = (points - points.mean(axis=0)) / points.std(axis=0)
    smooth = np.sin(1.3 * place[:, 0]) + 0.7 * np.cos(1.7 * place[:, 1]) + generator.normal(0, 0.6, len(points))
    people = generator.integers(40, 5000, len(points))
    cases = generator.binomial(people, np.clip(0.08 * np.exp(0.5 * smooth), 0, 0.9))
    return {"values": np.round(np.exp(2 + 0.6 * smooth), 3), "numerator": cases, "denominator": people}


def esda_weights(polygons: list[Polygon]) -> dict[str, W]:
    points = np.array([(polygon.centroid.x, polygon.centroid.y) for polygon in polygons])
    return {
        "queen": Queen.from_iterable(polygons),
        "rook": Rook.from_iterable(polygons),
        "knearest": KNN.from_array(points, k=4),
        "distance": DistanceBand.from_array(points, threshold=900.0, binary=True),
    }


def without_island(w: W) -> W:
    neighbours = {i: w.neighbors[i] for i in w.id_order if w.neighbors[i]}
    return W(neighbours, id_order=sorted(neighbours))


def fixture(path: Path) -> None:
    """Write esda's numbers on a small made-up map."""
    quarters = shaken_lattice(8, 7, 11)
    polygons = [Polygon(corners) for corners in quarters]
    points = np.array([(polygon.centroid.x, polygon.centroid.y) for polygon in polygons])
    data = made_up_values(points, 5)
    rates = esda.smoothing.assuncao_rate(data["numerator"], data["denominator"])
    found = {
        "note": "Made by scripts/bench/localautocorrelation.py: esda's numbers on a map and values of our own making.",
        "versions": {"esda": esda.__version__, "permutations": MANY},
        "quarters": quarters,
        "points": points.tolist(),
        **{name: column.tolist() for name, column in data.items()},
        "rates": rates.tolist(),
        "weights": {},
    }
    for name, w in esda_weights(polygons).items():
        found["weights"][name] = numbers_of(w, data, name)
    path.write_text(json.dumps(found, default=float), encoding="utf-8")
    print(f"{path}: {len(quarters)} quarters, {path.stat().st_size / 1024:.0f} kB")


def numbers_of(w: W, data: dict[str, np.ndarray], name: str) -> dict:
    """Return all that esda computes with these neighbours."""
    y = data["values"]
    result = {"neighbours": [sorted(int(other) for other in w.neighbors[i]) for i in w.id_order]}
    for transform in ("r", "b"):
        moran = esda.Moran(y, w, transformation=transform, permutations=0)
        geary = esda.Geary(y, w, transformation=transform, permutations=0)
        rate = esda.Moran_Rate(data["numerator"], data["denominator"], w, transformation=transform, permutations=0)
        local = esda.Moran_Local(y, w, transformation=transform, permutations=MANY, keep_simulations=False, seed=3)
        w.transform = transform
        gi = esda.G_Local(y, w, transform=transform, star=False, permutations=0)
        w.transform = transform
        entry = {
            "moran": [moran.I, moran.EI, moran.z_rand, moran.VI_rand],
            "geary": [geary.C, geary.z_rand, geary.VC_rand],
            "moran_of_rates": rate.I,
            "local_moran": local.Is.tolist(),
            "local_moran_expected": local.EIc.tolist(),
            "local_moran_variance": local.VIc.tolist(),
            "quadrant": [int(quadrant) for quadrant in local.q],
            "gi": gi.Gs.tolist(),
            "gi_z": gi.Zs.tolist(),
        }
        w.transform = "b"
        star = esda.G_Local(y, w, transform=transform, star=True, permutations=0)
        entry |= {"gistar": star.Gs.tolist(), "gistar_z": star.Zs.tolist()}
        result[transform] = entry
    w.transform = "b"
    result["p_moran"] = directed_p(esda.Moran_Local, y, w)
    result["p_gi"] = directed_p(esda.G_Local, y, w, transform="R", star=False, n_jobs=1)
    result["p_gistar"] = directed_p(esda.G_Local, y, w, transform="R", star=True, n_jobs=1)
    w.transform = "b"
    result["g"] = float(esda.G(y, w, permutations=0).G)
    result["g_expected"] = float(esda.G(y, w, permutations=0).EG)
    np.random.seed(4)
    result["p_global"] = [
        float(esda.Moran(y, w, permutations=9999).p_sim),
        float(esda.Geary(y, w, permutations=9999).p_sim),
        float(esda.G(y, w, permutations=9999).p_sim),
    ]
    connected, inner = without_island(w), [int(i) for i in w.id_order if w.neighbors[i]]
    geary = esda.Geary_Local(connected, permutations=MANY, keep_simulations=False, seed=3).fit(y[inner])
    result["local_geary"] = {"areas": inner, "value": geary.localG.tolist(), "p": geary.p_sim.tolist()}
    return result


def directed_p(measure: type, y: np.ndarray, w: W, **options: object) -> list[float]:
    w.transform = "b"
    return [float(p) for p in measure(y, w, permutations=MANY, keep_simulations=False, seed=3, **options).p_sim]


def large_map(areas: int) -> tuple[np.ndarray, dict[int, list[int]]]:
    """Return values and queen neighbours of a large made-up map."""
    columns = int(np.ceil(np.sqrt(areas / 0.94)))
    quarters = shaken_lattice(columns, columns, 2)[-areas - 1 : -1]
    polygons = [Polygon(corners) for corners in quarters]
    points = np.array([(polygon.centroid.x, polygon.centroid.y) for polygon in polygons])
    w = Queen.from_iterable(polygons)
    return made_up_values(points, 7)["values"], {int(i): [int(j) for j in w.neighbors[i]] for i in w.id_order}


def esda_run(statistic: str, y: np.ndarray, w: W, permutations: int) -> np.ndarray:
    options = {"permutations": permutations, "seed": 1, "n_jobs": 1}
    if statistic == "moran":
        return esda.Moran_Local(y, w, keep_simulations=False, **options).p_sim
    if statistic == "geary":
        return esda.Geary_Local(w, keep_simulations=False, **options).fit(y).p_sim
    w.transform = "b"
    return esda.G_Local(y, w, star=statistic == "gistar", keep_simulations=False, **options).p_sim


def ours_run(statistic: str, y: np.ndarray, neighbours: dict[int, list[int]], permutations: int) -> np.ndarray:
    links = np.array([(i, j) for i, others in neighbours.items() for j in others])
    return local_measures(y, from_links(links, len(y)), statistic, permutations, 1, "directed").p


def least_seconds(works: dict[str, callable], repeats: int) -> dict[str, float]:
    """Return the shortest time of each; they take turns, so that a busy machine is unfair to nobody."""
    taken = {name: [] for name in works}
    for _ in range(repeats):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            taken[name].append(time.perf_counter() - start)
    return {name: min(times) for name, times in taken.items()}


def compared(areas: int, permutations: int, repeats: int) -> dict[str, dict[str, float]]:
    """Return the times of each statistic, esda's and ours, and the largest difference of their p-values."""
    y, neighbours = large_map(areas)
    result = {}
    for statistic in STATISTICS:
        w = W(neighbours, silence_warnings=True)
        esda_run(statistic, y, w, 9)  # compiles
        works = {
            "esda": lambda chosen=statistic, w=w: esda_run(chosen, y, w, permutations),
            "ours": lambda chosen=statistic: ours_run(chosen, y, neighbours, permutations),
        }
        apart = float(np.abs(works["esda"]() - works["ours"]()).max())
        result[statistic] = {**least_seconds(works, repeats), "apart": apart}
    return result


def bench(areas: int, permutations: int, repeats: int) -> None:
    y, neighbours = large_map(areas)
    links = sum(map(len, neighbours.values()))
    print(f"{areas} areas, {links} links, {permutations} permutations, best of {repeats} in turns, one core")
    sizes = ["--areas", str(areas), "--permutations", str(permutations), "--repeats", str(repeats)]
    plain = subprocess.run(
        [sys.executable, __file__, "--json", *sizes],
        env={**os.environ, "WITHOUT_NUMBA": "1"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for name, times in (
        ("with numba", compared(areas, permutations, repeats)),
        ("without numba", json.loads(plain.stdout)),
    ):
        for statistic, found in times.items():
            print(
                f"{statistic:7s} ours {found['ours']:5.2f} s   esda {name:13s} {found['esda']:5.2f} s   ratio "
                f"{found['ours'] / found['esda']:.2f}   largest difference of p {found['apart']:.3f}"
            )
    tracemalloc.start()
    ours_run("moran", y, neighbours, permutations)
    print(f"memory at its peak (ours, moran): {tracemalloc.get_traced_memory()[1] / 2**20:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--areas", type=int, default=5000)
    parser.add_argument("--permutations", type=int, default=999)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--fixture", type=Path, help="write esda's numbers for the tests and end")
    parser.add_argument("--json", action="store_true", help="print the times as JSON (for the process without numba)")
    chosen = parser.parse_args()
    if chosen.fixture:
        fixture(chosen.fixture)
    elif chosen.json:
        print(json.dumps(compared(chosen.areas, chosen.permutations, chosen.repeats)))
    else:
        bench(chosen.areas, chosen.permutations, chosen.repeats)


if __name__ == "__main__":
    main()
