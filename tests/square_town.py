"""A town of square blocks in two communes, and what a planner asks for it, for tests of `delineateareas`."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsProcessing

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

TEMPORARY = QgsProcessing.TEMPORARY_OUTPUT
KINDS = {
    "block": Kind.TEXT, "gemeinde": Kind.TEXT, "ortsteil": Kind.TEXT, "einwohner": Kind.INTEGER, "sgb2": Kind.REAL,
    "alter": Kind.REAL, "plan": Kind.TEXT, "planname": Kind.TEXT, "gebaeudetyp": Kind.TEXT,
}  # fmt: skip
X0, Y0 = 300000.0, 5600000.0
LEVELS = "gemeinde; sozialraum 8000-25000; quartier 1500-3000-6000"
COMMUNES = ("05334002", "05334004")


def rectangle(left, low, right, high):
    return f"Polygon(({left} {low}, {right} {low}, {right} {high}, {left} {high}, {left} {low}))"


def blocks(width=24, height=12, change=None):
    """Square blocks of 100 m with 300 inhabitants each; the west is one commune, the east another."""
    rng = np.random.default_rng(3)
    rows, wkts = [], []
    for y in range(height):
        for x in range(width):
            rows.append({
                "block": f"B{x:02d}{y:02d}", "gemeinde": COMMUNES[x >= width // 2], "einwohner": 300,
                "ortsteil": "Altstadt" if y >= height // 2 else "Neustadt",
                "sgb2": 0.02 * y + float(rng.normal(0, 0.01)), "alter": 0.02 * x + float(rng.normal(0, 0.01)),
                "gebaeudetyp": "mfh" if y >= height // 2 else "efh",
            })  # fmt: skip
            left, low = X0 + 100 * x, Y0 + 100 * y
            wkts.append(rectangle(left, low, left + 100, low + 100))
    for row in rows:
        row.update((change or {}).get(row["block"], {}))
    return memory_layer("Polygon", rows, KINDS, wkts, name="bloecke")


def parameters(layer, **changes):
    return {
        "INPUT": layer, "ATTRIBUTES": ["sgb2"], "COMMUNE_FIELD": "gemeinde", "MIN_POPULATION": 1500,
        "MAX_POPULATION": 6000, "TARGET_POPULATION": 3000, "NAME_FIELD": "ortsteil", "OUTPUT": TEMPORARY,
        "OUTPUT_UNITS": TEMPORARY, **changes,
    }  # fmt: skip


def delineated(layer=None, **changes):
    outputs, log = run("delineateareas", parameters(layer or blocks(), **changes))
    return table_of(outputs["OUTPUT"]), table_of(outputs["OUTPUT_UNITS"]), outputs, log


def refused(layer=None, **changes):
    _, log, good = attempt("delineateareas", parameters(layer or blocks(), **changes))
    assert not good
    return log


def counts_table(rows):
    kinds = {"gemeinde": Kind.TEXT, "anzahl": Kind.INTEGER, "ebene": Kind.TEXT}
    return memory_layer("NoGeometry", rows, kinds, name="anzahlen")


def line(*points):
    return "LineString(" + ", ".join(f"{X0 + x} {Y0 + y}" for x, y in points) + ")"


def lines(*wkts, rows=None, kinds=None, name="bahn"):
    return memory_layer("LineString", rows or [{}] * len(wkts), kinds or {}, wkts, name=name)
