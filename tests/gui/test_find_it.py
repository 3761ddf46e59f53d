"""Addresses and areas are found in the locator, in real QGIS."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsLocator,
    QgsLocatorContext,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)

from sozialraum_plugin.gui.options_page import OptionsPage
from sozialraum_plugin.plugin import SozialraumPlugin


@pytest.fixture
def flashed(plugin, qgis_canvas, monkeypatch):
    """The geometries that the map flashes, with their CRS."""
    canvas, seen = plugin.iface.mapCanvas(), []
    canvas.resize(600, 400)
    monkeypatch.setattr(canvas, "flashGeometries", lambda shapes, crs: seen.append((shapes, crs)))
    return seen


def test_the_locator_shows_the_address_and_zooms_to_it(plugin, layer, fetch, flashed):
    result = fetch("Haupts 12a")[0]
    assert (result.displayString, result.description) == ("Hauptstraße 12a", "Q1 · S1")
    canvas = plugin.iface.mapCanvas()
    canvas.setDestinationCrs(layer.crs())
    plugin._filter.triggerResult(result)
    assert canvas.center().distance(300000, 5650000) < 1
    assert 900 < canvas.scale() < 1100
    ((shapes, crs),) = flashed
    assert [shape.asPoint() for shape in shapes] == [QgsPointXY(300000, 5650000)] and crs == layer.crs()


@pytest.mark.parametrize("target", ["EPSG:4326", "EPSG:3857", "EPSG:25833"])
def test_a_project_in_another_crs_is_zoomed_right(plugin, layer, fetch, flashed, target):
    canvas, crs = plugin.iface.mapCanvas(), QgsCoordinateReferenceSystem(target)
    canvas.setDestinationCrs(crs)
    plugin._filter.triggerResult(fetch("Am Ring 1")[0])
    expected = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance()).transform(QgsPointXY(301000, 5650000))
    assert canvas.extent().contains(expected)
    assert canvas.center().distance(expected) < canvas.extent().width() / 100
    assert 900 < canvas.scale() < 1100
    assert flashed[0][1] == layer.crs()  # the canvas itself transforms what it flashes


def test_an_address_without_a_point_leaves_the_map_alone(plugin, addresses, fetch, flashed):
    QgsProject.instance().addMapLayer(addresses(wkts=["POINT EMPTY", *["POINT(300020 5650000)"] * 2]))
    canvas = plugin.iface.mapCanvas()
    before = canvas.extent()
    plugin._filter.triggerResult(fetch("Haupts 12a")[0])
    assert canvas.extent() == before and not flashed


def test_an_area_is_found_by_name_and_code_and_its_polygon_shown(plugin, addresses, two_levels, fetch, flashed):
    QgsProject.instance().addMapLayers([addresses(without=("quartier", "sozialraum")), two_levels])
    canvas = plugin.iface.mapCanvas()
    canvas.setDestinationCrs(two_levels.crs())
    for text in ("Ringv", "sr ringviertel", "Q02", "Quartier Ring"):
        result = fetch(text)[0]
        assert (result.displayString, result.description) == ("Ringviertel", "Quartier Q02"), text
    plugin._filter.triggerResult(result)
    drawn = QgsRectangle(300500, 5649500, 301500, 5650500)
    assert canvas.extent().contains(drawn) and canvas.extent().height() < 1.5 * drawn.height()
    assert flashed[0][0][0].boundingBox() == drawn
    assert fetch("Haupts 12a")[0].description == "Mitte · Stadtmitte"


def test_areas_that_only_addresses_name_lie_around_them(plugin, layer, fetch, flashed):
    canvas = plugin.iface.mapCanvas()
    canvas.setDestinationCrs(layer.crs())
    result = fetch("S1")[0]
    assert (result.displayString, result.description) == ("S1", "Sozialraum S1")
    plugin._filter.triggerResult(result)
    assert canvas.extent().contains(QgsRectangle(300000, 5650000, 301000, 5650000))


def test_areas_are_found_where_there_are_no_addresses(plugin, two_levels, fetch):
    QgsProject.instance().addMapLayer(two_levels)
    assert [result.displayString for result in fetch("mitte")] == ["Mitte"]
    assert fetch("stadtm")[0].description == "Sozialraum S01"


def test_qgis_itself_searches_in_its_threads(plugin, layer, until):
    locator, results = QgsLocator(), []
    locator.foundResult.connect(lambda result: results.append(result.displayString))
    locator.registerFilter(plugin._filter.clone())
    for text in ("sr H", "sr Haupts", "sr Haupts 12a", "sr Am Ring 1"):
        locator.fetchResults(text, QgsLocatorContext())
    until(lambda: "Am Ring 1" in results)
    locator.cancel()


def test_short_text_without_prefix_finds_nothing_and_the_prefix_leads_to_the_options(
    plugin, addresses, fetch, monkeypatch
):
    opened = []
    monkeypatch.setattr(plugin.iface, "showOptionsDialog", lambda parent, page: opened.append(page), raising=False)
    (result,) = fetch("Haupts 12a")
    assert "Options" in result.displayString
    plugin._filter.triggerResult(result)
    assert opened == [OptionsPage(None, plugin.book).objectName()]
    assert fetch("Haupts 12a", prefix=False) == []
    QgsProject.instance().addMapLayer(addresses())
    assert fetch("ha", prefix=False) == []
    assert fetch("ha") and not fetch("sr")


def test_loading_twice_leaves_nothing_behind(qgis_app, qgis_iface, qgis_new_project):
    for _ in range(2):
        plugin = SozialraumPlugin(qgis_iface)
        plugin.initGui()
        assert QgsExpression.isFunctionName("gebiet_von")
        plugin.unload()
    assert not QgsExpression.isFunctionName("gebiet_von")
    assert QgsApplication.processingRegistry().providerById("sozialraum") is None
