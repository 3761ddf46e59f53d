"""The plugin in a window, layers of addresses and areas, and searching as QGIS does."""

from __future__ import annotations

import time

import pytest
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsFeedback,
    QgsLocatorContext,
    QgsProject,
)  # fmt: skip

from algorithms import memory_layer
from sozialraum_plugin.core.fields import Kind
from sozialraum_plugin.plugin import SozialraumPlugin

KINDS = {"strasse": Kind.TEXT, "hausnummer": Kind.INTEGER, "zusatz": Kind.TEXT, "quartier": Kind.TEXT,
         "sozialraum": Kind.TEXT}  # fmt: skip
ROWS = [("Hauptstraße", 12, "a", "Q1", "S1"), ("Hauptstraße", 12, None, "Q1", "S1"), ("Am Ring", 1, "", "Q2", "S1")]
WKTS = ["POINT(300000 5650000)", "POINT(300020 5650000)", "POINT(301000 5650000)"]
AREA_KINDS = {"gebiet": Kind.TEXT, "gebiet_name": Kind.TEXT, "ebene": Kind.TEXT}


def square(west, south, size):
    """Return a square as WKT."""
    east, north = west + size, south + size
    return f"POLYGON(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"


@pytest.fixture
def addresses(qgis_app):
    """Make a layer of three addresses; `names` renames its fields, `without` leaves some out."""

    def make(name="adressen", names=None, without=(), crs="EPSG:25832", wkts=WKTS):
        called = {field: (names or {}).get(field, field) for field in KINDS if field not in without}
        rows = [{called[field]: value for field, value in zip(KINDS, row) if field in called} for row in ROWS]
        kinds = {called[field]: KINDS[field] for field in called}
        return memory_layer("Point", rows, kinds, wkts, crs=crs, name=name)

    return make


@pytest.fixture
def areas(qgis_app):
    """Make a layer of areas from rows (gebiet, gebiet_name, ebene, WKT or west, south and size of a square)."""

    def make(rows, name="gebiete", kinds=AREA_KINDS, crs="EPSG:25832"):
        wkts = [shape if isinstance(shape, str) else square(*shape) for *_, shape in rows]
        return memory_layer("Polygon", [dict(zip(kinds, row)) for row in rows], kinds, wkts, crs=crs, name=name)

    return make


@pytest.fixture
def two_levels(areas):
    """A layer of areas of two levels around the three addresses."""
    rows = [
        ("Q01", "Mitte", "quartier", (299500, 5649500, 1000)),
        ("Q02", "Ringviertel", "quartier", (300500, 5649500, 1000)),
        ("S01", "Stadtmitte", "sozialraum", (299500, 5649500, 2000)),
    ]
    return areas(rows)


@pytest.fixture
def plugin(qgis_app, qgis_iface, qgis_new_project):
    made = SozialraumPlugin(qgis_iface)
    made.initGui()
    yield made
    made.unload()


@pytest.fixture
def until():
    """Let QGIS work until a condition holds."""

    def wait(holds, seconds=20):
        end = time.monotonic() + seconds
        while not holds() and time.monotonic() < end:
            QgsApplication.processEvents()
            time.sleep(0.01)
        assert holds()

    return wait


@pytest.fixture
def layer(plugin, addresses):
    made = addresses()
    QgsProject.instance().addMapLayer(made)
    return made


@pytest.fixture
def fetch(plugin, until):
    """Search as QGIS does: a clone is prepared, then asked once the layers are read."""

    def search(text, prefix=True):
        clone, results, context = plugin._filter.clone(), [], QgsLocatorContext()
        context.usingPrefix = prefix
        clone.resultFetched.connect(results.append)
        clone.prepare(text, context)
        until(lambda: plugin.book.snapshot is None or plugin.book.snapshot.content is not None)
        clone.fetchResults(text, context, QgsFeedback())
        return results

    return search


@pytest.fixture
def value(qgis_app):
    """Evaluate an expression; return its value and its error."""

    def evaluate(text, feature=None):
        context = QgsExpressionContext()
        if feature is not None:
            context.setFeature(feature)
        expression = QgsExpression(text)
        result = expression.evaluate(context)
        return result, expression.evalErrorString() or expression.parserErrorString()

    return evaluate
