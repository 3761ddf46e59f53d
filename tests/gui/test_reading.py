"""Layers are read in the background; they may be edited, removed and closed meanwhile."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from qgis.core import QgsApplication, QgsFeedback, QgsLocatorContext, QgsProject

from sozialraum_plugin.geo import address_snapshot
from sozialraum_plugin.geo.address_snapshot import LayerSnapshot
from sozialraum_plugin.plugin import SozialraumPlugin


@pytest.fixture
def slow(monkeypatch):
    """Reading ends only when it is let go; the events say that it has begun and may end."""
    begun, may_end = threading.Event(), threading.Event()
    build = address_snapshot.build_index

    def wait(*arguments):
        begun.set()
        assert may_end.wait(60)
        return build(*arguments)

    monkeypatch.setattr(address_snapshot, "build_index", wait)
    yield begun, may_end
    may_end.set()


def ask(plugin, text="Haupts 12a"):
    """Begin a search in a thread; return the texts of its results, its feedback and the thread."""
    clone, results, feedback = plugin._filter.clone(), [], QgsFeedback()
    clone.resultFetched.connect(lambda result: results.append(result.displayString))  # a result ends with its signal
    context = QgsLocatorContext()
    context.usingPrefix = True
    clone.prepare(text, context)
    thread = threading.Thread(target=clone.fetchResults, args=(text, context, feedback))
    thread.start()
    thread.filter = clone
    return results, feedback, thread


def test_the_user_is_told_and_then_gets_the_results(plugin, layer, slow, until):
    begun, may_end = slow
    results, _, thread = ask(plugin)
    until(lambda: results)
    assert results == ["Addresses are being read…"]
    assert begun.is_set() and thread.is_alive()
    may_end.set()
    until(lambda: not thread.is_alive())
    until(lambda: "Hauptstraße 12a" in results)


def test_who_types_on_waits_for_nothing(plugin, layer, slow, until):
    _, feedback, thread = ask(plugin)
    feedback.cancel()
    until(lambda: not thread.is_alive())


@pytest.mark.parametrize("end", ["remove", "clear", "unload"])
def test_a_layer_that_goes_ends_the_waiting(qgis_app, qgis_iface, qgis_new_project, addresses, slow, until, end):
    plugin = SozialraumPlugin(qgis_iface)
    plugin.initGui()
    layer = addresses()
    QgsProject.instance().addMapLayer(layer)
    begun, may_end = slow
    _, _, thread = ask(plugin)
    until(begun.is_set)
    snapshot = plugin.book.snapshot
    if end == "remove":
        QgsProject.instance().removeMapLayer(layer)
    elif end == "clear":
        QgsProject.instance().clear()
    else:
        plugin.unload()
    until(lambda: not thread.is_alive())
    may_end.set()
    until(lambda: not QgsApplication.taskManager().activeTasks())
    assert snapshot.closed
    if end != "unload":
        assert plugin.book.snapshot is None
        plugin.unload()


def test_a_cancelled_task_ends_the_waiting_and_the_next_search_reads_again(plugin, layer, slow, until):
    begun, may_end = slow
    _, _, thread = ask(plugin)
    until(begun.is_set)
    for task in QgsApplication.taskManager().activeTasks():
        task.cancel()
    may_end.set()
    until(lambda: not thread.is_alive())
    until(lambda: not plugin.book.snapshot.awaited)
    results, _, thread = ask(plugin)
    until(lambda: not thread.is_alive())
    until(lambda: "Hauptstraße 12a" in results)


def test_an_edit_counts_once_it_is_saved(plugin, layer, value):
    assert value("gebiet_von('Am Ring', 1)")[0] == "S1"
    read = plugin.book.snapshot
    layer.startEditing()
    feature = next(layer.getFeatures("strasse = 'Am Ring'"))
    layer.changeAttributeValue(feature.id(), layer.fields().lookupField("sozialraum"), "S7")
    assert value("gebiet_von('Am Ring', 1)")[0] == "S1" and plugin.book.snapshot is read
    assert layer.commitChanges()
    assert value("gebiet_von('Am Ring', 1)")[0] == "S7"
    QgsProject.instance().removeMapLayer(layer)
    assert plugin.book.snapshot is None
    assert not value("gebiet_von('Am Ring', 1)")[0]


def test_who_asks_while_edits_are_saved_gets_the_new_answer(plugin, layer, slow, until):
    begun, may_end = slow
    answers = []
    thread = threading.Thread(target=lambda: answers.append(plugin.book.content()))
    thread.start()
    until(begun.is_set)
    layer.startEditing()
    layer.changeAttributeValue(3, layer.fields().lookupField("sozialraum"), "S7")
    assert layer.commitChanges()
    may_end.set()
    until(lambda: not thread.is_alive())
    assert answers[0].index.area_of("Am Ring", "1") == "S7"


def test_areas_that_change_count_too(plugin, addresses, two_levels, value):
    QgsProject.instance().addMapLayers([addresses(without=("quartier", "sozialraum")), two_levels])
    assert value("gebiet_von('Am Ring', 1)")[0] == "S01"
    two_levels.startEditing()
    two_levels.changeAttributeValue(3, two_levels.fields().lookupField("gebiet"), "S99")
    two_levels.commitChanges()
    assert value("gebiet_von('Am Ring', 1)")[0] == "S99"
    two_levels.setSubsetString("ebene = 'quartier'")
    assert value("gebiet_von('Am Ring', 1)")[0] == "Q02"


def test_other_layers_do_not_make_it_read_again(plugin, layer, addresses):
    plugin.book.content()
    read = plugin.book.snapshot
    other = addresses("zweite", without=("quartier", "sozialraum"))
    QgsProject.instance().addMapLayer(other)
    QgsProject.instance().removeMapLayer(other)
    assert plugin.book.snapshot is read


def test_many_threads_read_once(plugin, layer, monkeypatch):
    build, calls = address_snapshot.build_index, []

    def counted(*arguments):
        calls.append(arguments)
        time.sleep(0.1)
        return build(*arguments)

    monkeypatch.setattr(address_snapshot, "build_index", counted)
    with ThreadPoolExecutor(8) as pool:
        contents = list(pool.map(lambda _: plugin.book.content(), range(32)))
    assert len(calls) == 1 and len({id(content) for content in contents}) == 1


def test_a_reading_that_waits_for_the_main_thread_does_not_block_it(plugin, layer, monkeypatch):
    monkeypatch.setattr(address_snapshot, "_PATIENCE", 0.05)
    snapshot, main, freed = LayerSnapshot(layer), threading.get_ident(), threading.Event()
    read = snapshot._addresses

    def stuck(poll):  # as a virtual field that asks the main thread for another layer
        if threading.get_ident() != main:
            assert freed.wait(20)
        return read(poll)

    monkeypatch.setattr(snapshot, "_addresses", stuck)
    thread = threading.Thread(target=snapshot.build)
    thread.start()
    while not snapshot._reading:
        time.sleep(0.01)
    content = snapshot.build()
    assert content is not None and thread.is_alive()
    freed.set()
    thread.join()
    assert snapshot.content is not None
