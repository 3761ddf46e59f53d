"""Seconds for blocks, street sections and address cells of 100,000 addresses, 20,000 lines and 100,000 buildings.

Run with QGIS's Python: QT_QPA_PLATFORM=offscreen /usr/bin/python3 scripts/bench/bench_blocks.py [blocks|sections|cells]
Addresses: Essen (SOZIALRAUM_DATA, default ../shared/data); streets: a slanting grid, each line from one crossing
to the next, named by row and column; an address carries the name of the nearest. Process time, because other work on
the machine slows the clock. Without Essen's file, points are drawn at random.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SOZIALRAUM_DATA", ROOT.parent / "shared" / "data"))
LINES_EACH_WAY = 100
KINDS = ("blocks", "sections", "cells")
sys.path.insert(0, str(ROOT))

from sozialraum_plugin.processing.delineation.buildblocks import BuildBlocks  # noqa: E402 - after the path is set


def main() -> None:
    """Print the seconds of each kind of unit, without and with buildings."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], False)
    application.initQgis()
    points = essen() if (DATA / "essen").exists() else np.random.default_rng(1).uniform(0, 20_000, (100_000, 2))
    streets, addresses, buildings = layers(points)
    print(f"{addresses.featureCount()} addresses, {streets.featureCount()} lines, {buildings.featureCount()} buildings")
    for kind in sys.argv[1:] or KINDS:
        for with_buildings in (False, True):
            given = {"STREETS": streets, "ADDRESSES": addresses, "UNITS": KINDS.index(kind)}
            if with_buildings:
                given["BUILDINGS"] = buildings
            seconds, units, assigned = measure(given)
            extra = " with buildings" if with_buildings else ""
            print(f"{kind}{extra}: {seconds:.1f} s, {units} units, {assigned} addresses in a unit", flush=True)


def measure(given: dict[str, Any]) -> tuple[float, int, int]:
    """Return process seconds, units and addresses in a unit of a run."""
    outputs = dict.fromkeys(("OUTPUT", "OUTPUT_ADDRESSES", "REPORT"), "TEMPORARY_OUTPUT")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    algorithm = BuildBlocks()
    algorithm.initAlgorithm()
    start = time.process_time()
    results, good = algorithm.run({**given, **outputs}, context, feedback)
    seconds = time.process_time() - start
    if not good:
        sys.exit(feedback.textLog())
    return seconds, results["BLOCKS"], results["ADDRESSES_ASSIGNED"]


def essen() -> np.ndarray:
    """Return the house coordinates (n, 2) of Essen."""
    table = pd.read_csv(DATA / "essen" / "essen_hauskoordinaten.csv.gz", usecols=["E", "N"])
    return table[["E", "N"]].dropna().to_numpy(dtype=float)


def layers(points: np.ndarray) -> tuple[QgsVectorLayer, QgsVectorLayer, QgsVectorLayer]:
    """Return streets, addresses and buildings (10 m squares around the addresses)."""
    low, size = points.min(axis=0) - 100, np.ptp(points, axis=0) + 200
    steps = size / LINES_EACH_WAY
    count = LINES_EACH_WAY + 1

    def corner(column: int, row: int) -> QgsPointXY:
        return QgsPointXY(low[0] + column * steps[0] + 0.1 * row * steps[0], low[1] + row * steps[1])

    lines = [(f"Weg {row}", corner(c, row), corner(c + 1, row)) for row in range(count) for c in range(count - 1)]
    lines += [(f"Allee {c}", corner(c, row), corner(c, row + 1)) for c in range(count) for row in range(count - 1)]
    streets = [(name, QgsGeometry.fromPolylineXY([begin, end])) for name, begin, end in lines]
    place = (points - low) / steps
    place[:, 0] -= 0.1 * place[:, 1]
    away = np.abs(place - np.round(place)) * steps
    number = np.round(place).astype(int)
    names = np.where(away[:, 0] < away[:, 1], "Allee ", "Weg ").astype(object)
    names = names + np.where(away[:, 0] < away[:, 1], number[:, 0], number[:, 1]).astype(str).astype(object)
    dots = [(name, QgsGeometry.fromPointXY(QgsPointXY(x, y))) for name, (x, y) in zip(names, points.tolist())]
    squares = [("yes", QgsGeometry.fromRect(QgsRectangle(x - 5, y - 5, x + 5, y + 5))) for x, y in points.tolist()]
    return layer("LineString", "name", streets), layer("Point", "strasse", dots), layer("Polygon", "building", squares)


def layer(kind: str, field: str, rows: list[tuple[str, QgsGeometry]]) -> QgsVectorLayer:
    """Return a memory layer with one text field."""
    result = QgsVectorLayer(f"{kind}?crs=EPSG:25832&field={field}:string", field, "memory")
    features = []
    for value, geometry in rows:
        feature = QgsFeature(result.fields())
        feature.setAttributes([value])
        feature.setGeometry(geometry)
        features.append(feature)
    result.dataProvider().addFeatures(features)
    return result


if __name__ == "__main__":
    main()
