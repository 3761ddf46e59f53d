"""`gebiet_von` in expressions, filters, labels, the field calculator and in threads."""

from __future__ import annotations

import threading

import pytest
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsFeatureRequest,
    QgsField,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRuleBasedRenderer,
    QgsSymbol,
)
from qgis.PyQt.QtCore import QSize, QVariant

from algorithms import memory_layer, table_of
from sozialraum_plugin.core.fields import Kind
from sozialraum_plugin.plugin import SozialraumPlugin

BARE = ("quartier", "sozialraum")


@pytest.fixture
def logged(qgis_app):
    """The sentences under “Sozialraum” in QGIS's log."""
    seen = []

    def note(text, tag, level):
        if tag == "Sozialraum":
            seen.append(text)

    log = QgsApplication.messageLog()
    log.messageReceived.connect(note)
    yield seen
    log.messageReceived.disconnect(note)


def test_it_is_exact_in_calculator_and_filter(layer, value):
    assert value("gebiet_von('hauptstr.', '12 A', ebene:='quartier')") == ("Q1", "")
    assert value("gebiet_von('Hauptstraße', NULL)")[0] == "S1"
    assert value("gebiet_von('Am Ring', 1.0)")[0] == "S1"
    assert not value("gebiet_von('Haupts', '12a')")[0]
    assert "dorf" in value("gebiet_von('x', '1', NULL, 'dorf')")[1]
    assert QgsExpression.helpText("gebiet_von")
    request = QgsFeatureRequest(QgsExpression("gebiet_von(strasse, concat(hausnummer, zusatz)) = sozialraum"))
    assert len(list(layer.getFeatures(request))) == 3


def test_the_polygons_tell_what_the_fields_do_not(plugin, addresses, two_levels, value):
    QgsProject.instance().addMapLayers([addresses(without=("sozialraum",)), two_levels])
    assert value("gebiet_von('Am Ring', 1)")[0] == "S01"
    assert value("gebiet_von('Am Ring', 1, ebene:='quartier')")[0] == "Q2"  # the address's own field goes first
    assert not value("gebiet_von('Am Ring', 1, ebene:='kreis')")[0]


def test_borders_belong_to_the_lower_code_and_overlaps_to_nobody(plugin, addresses, areas, value):
    rows = [("B", "", "", (300000, 5649900, 200)), ("A", "", "", (299800, 5649900, 200)),
            ("C", "", "", (300900, 5649900, 200)), ("D", "", "", (300950, 5649900, 200))]  # fmt: skip
    QgsProject.instance().addMapLayers([addresses(without=BARE), areas(rows)])
    assert value("gebiet_von('Hauptstraße', '12a')")[0] == "A"  # on the border of A and B
    assert value("gebiet_von('Hauptstraße', '12')")[0] == "B"
    assert not value("gebiet_von('Am Ring', 1)")[0]  # C lies upon D


def test_areas_in_another_crs_are_brought_to_the_addresses(plugin, addresses, areas, value):
    ring = "POLYGON((6.10 50.9, 6.20 50.9, 6.20 51.0, 6.10 51.0, 6.10 50.9))"
    QgsProject.instance().addMapLayers([addresses(without=BARE), areas([("G", "", "", ring)], crs="EPSG:4326")])
    assert value("gebiet_von('Am Ring', 1)")[0] == "G"  # 6.164 E, 50.964 N


def test_the_layer_with_most_levels_goes_first(plugin, addresses, areas, two_levels, value):
    old = areas([("ALT", "", "quartier", (299500, 5649500, 2000))], name="alte Quartiere")
    blocks = areas([("BLOCK",  "", (299500, 5649500, 2000))], name="Bloecke",
                   kinds={"gebiet": Kind.TEXT, "name": Kind.TEXT})  # fmt: skip
    QgsProject.instance().addMapLayers([addresses(without=BARE), old, blocks, two_levels])
    assert value("gebiet_von('Am Ring', 1, ebene:='quartier')")[0] == "Q02"
    assert value("gebiet_von('Am Ring', 1)")[0] == "S01"


def test_town_and_postcode_tell_streets_apart(plugin, value):
    kinds = dict.fromkeys(("strasse", "hausnummer", "gemeinde_name", "ortsteil", "plz", "gebiet"), Kind.TEXT)
    rows = [("Hauptstraße", "1", "Selfkant", "Höngen", "52538", "A"), ("Hauptstraße", "1", "Selfkant", "Havert",
            "52538", "B"), ("Hauptstraße", "1", "Gangelt", "", "52538", "C")]  # fmt: skip
    points = ["POINT(0 0)"] * 3
    layer = memory_layer("Point", [dict(zip(kinds, row)) for row in rows], kinds, points)
    QgsProject.instance().addMapLayer(layer)
    assert not value("gebiet_von('Hauptstraße', 1)")[0]
    assert value("gebiet_von('Hauptstraße', 1, ort:='Havert')")[0] == "B"
    assert value("gebiet_von('Hauptstraße', 1, 52538, ort:='gangelt')")[0] == "C"
    assert value("gebiet_von('Hauptstraße', 1, ort:='Selfkant-Höngen')")[0] == "A"
    assert value("gebiet_von('Hauptstraße', 1, ort:='Havert, Selfkant')")[0] == "B"
    assert not value("gebiet_von('Hauptstraße', 1, ort:='Gangelt-Havert')")[0]
    assert not value("gebiet_von('Hauptstraße', 1, ort:='Hav')")[0]
    assert not value("gebiet_von('Hauptstraße', 1, ort:='Selfkant')")[0]


def test_without_layers_it_is_null_and_says_so_once(plugin, addresses, value, logged):
    for _ in range(3):
        result, error = value("gebiet_von('Am Ring', 1)")
        assert not result and not error
    (sentence,) = logged
    assert "Options" in sentence
    QgsProject.instance().addMapLayer(addresses(without=BARE))
    for _ in range(3):
        assert not value("gebiet_von('Am Ring', 1)")[0]
    assert len(logged) == 2 and "gebiet" in logged[1]


def test_a_field_of_the_address_layer_may_ask_for_itself(plugin, layer, value, logged):
    layer.addExpressionField("gebiet_von(strasse, hausnummer)", QgsField("gebiet", QVariant.String))
    assert not value("gebiet_von('Am Ring', 1, ebene:='gebiet')")[0]
    assert value("gebiet_von('Am Ring', 1, ebene:='quartier')")[0] == "Q2"
    assert [feature["gebiet"] for feature in layer.getFeatures()][2] == "S1"
    assert all("gebiet)" in sentence for sentence in logged)


def test_a_render_thread_gets_the_answer_too(plugin, layer, qgis_canvas):
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
    assert plugin.book.snapshot.content is not None


def test_the_field_calculator_works_in_its_thread_while_the_layer_changes(
    plugin, layer, two_levels, until, qgis_processing
):
    QgsProject.instance().addMapLayer(two_levels)
    rows = [{"s": "Am Ring", "n": "1"}, {"s": "Hauptstr.", "n": "12 a"}, {"s": "Nirgends", "n": "1"}] * 1500
    table = memory_layer("NoGeometry", rows, {"s": Kind.TEXT, "n": Kind.TEXT})
    QgsProject.instance().addMapLayer(table)
    parameters = {"INPUT": table, "FIELD_NAME": "q", "FIELD_TYPE": 2, "FIELD_LENGTH": 10, "OUTPUT": "memory:",
                  "FORMULA": "gebiet_von(s, n, ebene:='quartier')"}  # fmt: skip
    context, feedback, ended = QgsProcessingContext(), QgsProcessingFeedback(), []
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().algorithmById("native:fieldcalculator").create()
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda good, results: ended.append((good, results)))
    threads = _threads_of(plugin)
    QgsApplication.taskManager().addTask(task)

    def changed_meanwhile():
        layer.dataChanged.emit()  # as when somebody saves edits
        return bool(ended)

    until(changed_meanwhile, 60)
    good, results = ended[0]
    assert good
    found = table_of(context.takeResultLayer(results["OUTPUT"]))["q"]
    assert found.tolist() == ["Q2", "Q1", None] * 1500
    assert threads - {threading.main_thread().ident}


def _threads_of(plugin):
    """Note in which threads the areas are asked for."""
    seen, ask = set(), plugin.book.content

    def noted():
        seen.add(threading.get_ident())
        return ask()

    plugin.book.content = noted
    return seen


def test_qgis_process_needs_no_window(qgis_app, qgis_new_project, addresses, value, capsys):
    plugin = SozialraumPlugin(None)
    plugin.initProcessing()
    try:
        assert not value("gebiet_von('Am Ring', 1)")[0] and not value("gebiet_von('Am Ring', 2)")[0]
        assert capsys.readouterr().err.count("Options") == 1
        QgsProject.instance().addMapLayer(addresses())
        assert value("gebiet_von('Am Ring', 1)") == ("S1", "")
    finally:
        plugin.unload()
