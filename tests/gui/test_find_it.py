"""Addresses are found in the locator and by `gebiet_von`, in real QGIS."""

from __future__ import annotations

import time

import pytest
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsFeatureRequest,
    QgsFeedback,
    QgsLocator,
    QgsLocatorContext,
    QgsProject,
)  # fmt: skip
from qgis.PyQt.QtCore import QSize

from algorithms import memory_layer
from sozialraum_plugin.core.fields import Kind
from sozialraum_plugin.gui.options_page import OptionsPage
from sozialraum_plugin.plugin import SozialraumPlugin

KINDS = {"strasse": Kind.TEXT, "hausnummer": Kind.INTEGER, "zusatz": Kind.TEXT, "quartier": Kind.TEXT,
         "sozialraum": Kind.TEXT}  # fmt: skip
ROWS = [("Hauptstraße", 12, "a", "Q1", "S1"), ("Hauptstraße", 12, None, "Q1", "S1"), ("Am Ring", 1, "", "Q2", "S1")]
WKTS = ["POINT(300000 5650000)", "POINT(300020 5650000)", "POINT(301000 5650000)"]


def addresses(name="adressen"):
    return memory_layer("Point", [dict(zip(KINDS, row)) for row in ROWS], KINDS, WKTS, name=name)


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
def layer(plugin):
    made = addresses()
    QgsProject.instance().addMapLayer(made)
    return made


def fetch(plugin, text, prefix=True):
    """Search as QGIS does: a clone is prepared, then asked."""
    clone, results, context = plugin._filter.clone(), [], QgsLocatorContext()
    context.usingPrefix = prefix
    clone.resultFetched.connect(results.append)
    clone.prepare(text, context)
    if plugin.book.snapshot is not None:
        plugin.book.snapshot.build()
    clone.fetchResults(text, context, QgsFeedback())
    return results


def value(text, feature=None):
    context = QgsExpressionContext()
    if feature is not None:
        context.setFeature(feature)
    expression = QgsExpression(text)
    result = expression.evaluate(context)
    return result, expression.evalErrorString() or expression.parserErrorString()


def test_the_locator_shows_the_address_and_zooms_to_it(plugin, layer, qgis_canvas):
    result = fetch(plugin, "Haupts 12a")[0]
    assert (result.displayString, result.description) == ("Hauptstraße 12a", "Q1 · S1")
    qgis_canvas.setDestinationCrs(layer.crs())
    plugin._filter.triggerResult(result)
    assert plugin.iface.mapCanvas().center().distance(300000, 5650000) < 1


def test_qgis_itself_searches_in_its_threads(plugin, layer, until):
    locator, results = QgsLocator(), []
    locator.foundResult.connect(lambda result: results.append(result.displayString))
    locator.registerFilter(plugin._filter.clone())
    for text in ("sr H", "sr Haupts", "sr Haupts 12a", "sr Am Ring 1"):
        locator.fetchResults(text, QgsLocatorContext())
    until(lambda: "Am Ring 1" in results)
    locator.cancel()


def test_short_text_without_prefix_and_no_layer_find_nothing(plugin):
    assert fetch(plugin, "Haupts 12a") == []
    QgsProject.instance().addMapLayer(addresses())
    assert fetch(plugin, "ha", prefix=False) == []
    assert fetch(plugin, "ha")


def test_an_edit_that_was_saved_and_a_removed_layer_count(plugin, layer):
    assert value("gebiet_von('Am Ring', 1)")[0] == "S1"
    layer.startEditing()
    feature = next(layer.getFeatures("strasse = 'Am Ring'"))
    layer.changeAttributeValue(feature.id(), layer.fields().lookupField("sozialraum"), "S7")
    assert layer.commitChanges()
    assert value("gebiet_von('Am Ring', 1)")[0] == "S7"
    QgsProject.instance().removeMapLayer(layer)
    assert plugin.book.snapshot is None
    assert not value("gebiet_von('Am Ring', 1)")[0]


def test_the_expression_is_exact_in_calculator_and_filter(plugin, layer):
    assert value("gebiet_von('hauptstr.', '12 A', ebene:='quartier')") == ("Q1", "")
    assert value("gebiet_von('Hauptstraße', NULL)")[0] == "S1"
    assert not value("gebiet_von('Haupts', '12a')")[0]
    assert "dorf" in value("gebiet_von('x', '1', NULL, 'dorf')")[1]
    assert QgsExpression.helpText("gebiet_von")
    request = QgsFeatureRequest(QgsExpression("gebiet_von(strasse, concat(hausnummer, zusatz)) = sozialraum"))
    assert len(list(layer.getFeatures(request))) == 3


def test_a_render_thread_gets_the_answer_too(plugin, layer, qgis_canvas):
    from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsRuleBasedRenderer, QgsSymbol

    symbol = QgsSymbol.defaultSymbol(layer.geometryType())
    symbol.setSize(20)
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(
        QgsRuleBasedRenderer.Rule(symbol, 0, 0, "gebiet_von(strasse, hausnummer, NULL, 'quartier') = 'Q2'")
    )
    layer.setRenderer(QgsRuleBasedRenderer(root))
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent().buffered(200))
    settings.setOutputSize(QSize(400, 200))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    middle = image.height() // 2
    drawn = [x for x in range(image.width()) if image.pixel(x, middle) != image.pixel(0, 0)]
    assert drawn and min(drawn) > image.width() / 2
    assert plugin.book.snapshot.index is not None


def test_the_options_page_stores_the_layer(plugin, layer):
    other = addresses("andere")
    QgsProject.instance().addMapLayer(other)
    page = OptionsPage(None, plugin.book)
    page.layers.setLayer(other)
    page.apply()
    assert plugin.book.snapshot.layer_id == other.id()


def test_loading_twice_leaves_nothing_behind(qgis_app, qgis_iface, qgis_new_project):
    for _ in range(2):
        plugin = SozialraumPlugin(qgis_iface)
        plugin.initGui()
        assert QgsExpression.isFunctionName("gebiet_von")
        plugin.unload()
    assert not QgsExpression.isFunctionName("gebiet_von")
    assert QgsApplication.processingRegistry().providerById("sozialraum") is None
