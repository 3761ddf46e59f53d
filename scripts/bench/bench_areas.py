"""Areas from 100,000 addresses: ours against shapely's Voronoi cells, joined, clipped and dissolved, in one run.

Needs QGIS's Python with scripts/bench/requirements-areas.txt in a virtual environment of its own:
    /usr/bin/python3 -m venv --system-site-packages /tmp/bench
    /tmp/bench/bin/pip install -r scripts/bench/requirements-areas.txt
    /tmp/bench/bin/python scripts/bench/bench_areas.py
Addresses: Essen (SOZIALRAUM_DATA, default ../shared/data); areas: a grid of 1,200 m, which knows nothing of streets.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import shapely
from qgis.core import QgsApplication, QgsGeometry

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SOZIALRAUM_DATA", ROOT.parent / "shared" / "data"))
CELL = 1_200  # metres
ROUNDS = 5  # in turn, because other work on the machine slows either; the best of each counts
sys.path.insert(0, str(ROOT))

from sozialraum_plugin.geo.address_areas import areas_of_points  # noqa: E402 - after the path is set
from sozialraum_plugin.geo.blocks import hull_frame  # noqa: E402 - after the path is set


def main() -> None:
    """Print both times and the checks of both results."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], False)  # noqa: F841 - lives as long as the run
    table = pd.read_csv(DATA / "essen" / "essen_hauskoordinaten.csv.gz", usecols=["E", "N"])
    points = np.unique(table[["E", "N"]].dropna().to_numpy(dtype=float), axis=0)
    cell = np.floor(points / CELL).astype(int)
    label = np.unique(cell, axis=0, return_inverse=True)[1].ravel()
    frame = hull_frame([], points)
    print(f"{len(points)} places, {label.max() + 1} areas")

    shapely_frame = shapely.from_wkt(frame.asWkt(17))
    our_times, naive_times = [], []
    for _ in range(ROUNDS):
        ours, seconds = timed(lambda: areas_of_points(points, label, frame, [], lambda: False).polygons)
        our_times.append(seconds)
        theirs, seconds = timed(lambda: naive(points, label, shapely_frame))
        naive_times.append(seconds)

    check("ours", [shapely.from_wkb(bytes(polygon.asWkb())) for polygon in ours], points, label, frame)
    check("naive", list(theirs), points, label, frame)
    print("rounds", " ".join(f"{mine:.2f}/{other:.2f}" for mine, other in zip(our_times, naive_times)))
    mine, other = min(our_times), min(naive_times)
    print(f"ours {mine:.2f} s, naive {other:.2f} s (best of {ROUNDS}), ratio {mine / other:.2f}")


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Return what `work` makes and its seconds."""
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def naive(points: np.ndarray, label: np.ndarray, frame: shapely.Geometry) -> np.ndarray:
    """Return the areas (a,) as everybody makes them: all cells, join, clip, dissolve."""
    sites = geopandas.GeoDataFrame({"label": label}, geometry=geopandas.points_from_xy(*points.T))
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(points), extend_to=frame))
    joined = geopandas.GeoDataFrame(geometry=cells).sjoin(sites, predicate="contains")
    return joined.clip(frame).dissolve("label").sort_index().geometry.to_numpy()


def check(
    name: str, polygons: list[shapely.Geometry], points: np.ndarray, label: np.ndarray, frame: QgsGeometry
) -> None:
    """Print how many points lie in their own polygon, and the area that is missing and doubled."""
    own = shapely.intersects_xy(np.array(polygons)[label], *points.T)
    total, union = sum(polygon.area for polygon in polygons), shapely.union_all(polygons).area
    gaps = frame.area() - union
    print(f"{name}: {own.mean():.4%} in their own area, gaps {gaps:.4f} m², overlaps {total - union:.4f} m²")


if __name__ == "__main__":
    main()
