"""A small drawn town for tests of `buildblocks`: streets, addresses, buildings, and the check of a partition."""

from __future__ import annotations

import pytest
from qgis.core import QgsGeometry

from algorithms import memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

SECTIONS, CELLS = 1, 2
FRAME = "POLYGON((-100 -100, 400 -100, 400 400, -100 400, -100 -100))"
KINDS = {"strasse": Kind.TEXT, "einwohner": Kind.INTEGER}
STREET_KINDS = {name: Kind.TEXT for name in ("name", "highway", "bridge", "tunnel", "oneway")}


def streets(rows, kinds=None):
    """Lines from (name, WKT coordinates, further attributes)."""
    attributes = [{"name": name, "highway": "residential", **dict(*more)} for name, _, *more in rows]
    return memory_layer("LineString", attributes, kinds or STREET_KINDS, [f"LINESTRING({row[1]})" for row in rows])


def addresses(rows):
    wkts = [f"POINT({row[0]} {row[1]})" if row[0] is not None else "" for row in rows]
    return memory_layer("Point", [{"strasse": row[2], "einwohner": 1} for row in rows], KINDS, wkts)


def boundary(*wkts):
    rows = [{"ags": f"0599900{number}"} for number in range(1, len(wkts) + 1)]
    return memory_layer("Polygon", rows, {"ags": Kind.TEXT}, list(wkts))


def build(area=None, **parameters):
    defaults = dict.fromkeys(("OUTPUT", "OUTPUT_ADDRESSES", "REPORT"), "TEMPORARY_OUTPUT")
    given = {"UNITS": SECTIONS, "BOUNDARY": boundary(FRAME), **defaults, **parameters}
    results, log = run("buildblocks", given)
    codes = table_of(results["OUTPUT_ADDRESSES"])["block"].tolist()
    units = {feature["block"]: feature.geometry() for feature in results["OUTPUT"].getFeatures()}
    check_partition(list(units.values()), area or QgsGeometry.fromWkt(FRAME))
    return codes, units, results, log


def check_partition(polygons, frame):
    assert all(polygon.isGeosValid() and not polygon.isMultipart() for polygon in polygons)
    assert sum(polygon.area() for polygon in polygons) == pytest.approx(frame.area(), rel=1e-9)
    assert QgsGeometry.unaryUnion(polygons).area() == pytest.approx(frame.area(), rel=1e-9)


def houses(name, begin, end, along, sides=(-15, 15)):
    """Houses every 20 m on both sides of a street along the axis `along`."""
    result = []
    for step in range(begin + 10, end, 20):
        result += [(step, along + side, name) for side in sides]
    return result


def turned(rows):
    return [(y, x, *rest) for x, y, *rest in rows]


def together(codes, numbers):
    """The one unit of several addresses."""
    found = {codes[number] for number in numbers}
    assert len(found) == 1 and None not in found
    return found.pop()


GRID = [
    ("Nordweg", "0 300, 300 300"),
    ("Südweg", "0 0, 300 0"),
    ("Westgasse", "0 0, 0 300"),
    ("Ostgasse", "300 0, 300 300"),
    ("Quergasse", "150 -90, 150 390"),
]


BUILDING_KINDS = {"building": Kind.TEXT, "geschosse": Kind.TEXT, "wohnungen": Kind.INTEGER}


def square(x, y, half=5):
    corners = [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
    return "POLYGON((" + ", ".join(f"{a} {b}" for a, b in [*corners, corners[0]]) + "))"


def buildings(rows):
    attributes = [dict(zip(BUILDING_KINDS, row[:3])) for row in rows]
    return memory_layer("Polygon", attributes, BUILDING_KINDS, [row[3] for row in rows])
