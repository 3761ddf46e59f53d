"""Outputs get their style when QGIS loads them; the post-processor lives as long as it is needed."""

import gc

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsSingleSymbolRenderer,
)
from qgis.PyQt import sip

from algorithms import algorithm, memory_layer, run
from sozialraum_plugin.core.fields import Kind
from sozialraum_plugin.core.indices.class_colours import class_colours
from sozialraum_plugin.processing.indices import _styles
from sozialraum_plugin.processing.indices._styles import style_for

SQUARES = [f"Polygon(({x} 0, {x + 1} 0, {x + 1} 1, {x} 1, {x} 0))" for x in range(4)]
KINDS = {"gebiet": Kind.TEXT, "s": Kind.REAL, "d": Kind.REAL}
ROWS = [{"gebiet": f"0{row}", "s": float(row**2), "d": float(row % 3)} for row in range(4)]


def loaded(name, parameters, output="OUTPUT"):
    """The output as QGIS would put it into the project."""
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    instance = algorithm(name)
    sink = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    sink.destinationName = "Ergebnis"
    results, good = instance.run({**parameters, output: sink}, context, feedback)
    assert good, feedback.textLog()
    del instance
    gc.collect()  # a post-processor without a reference would be gone
    processor = context.layerToLoadOnCompletionDetails(results[output]).postProcessor()
    layer = context.getMapLayer(results[output])
    if processor is not None:
        processor.postProcessLayer(layer, context, feedback)
    return context.takeResultLayer(results[output])


def labels(layer):
    return [category.label() for category in layer.renderer().categories()]


def areas(geometry="Polygon"):
    return memory_layer(geometry, ROWS, KINDS, SQUARES if geometry == "Polygon" else None)


def test_status_and_dynamics():
    given = {"INPUT": areas(), "STATUS_FIELDS": ["s"]}
    layer = loaded("statusdynamics", {**given, "DYNAMICS_FIELDS": ["d"]})
    assert layer.renderer().classAttribute() == "gesamt"
    assert len(labels(layer)) == 13
    alone = loaded("statusdynamics", given)
    assert alone.renderer().classAttribute() == "status"
    assert labels(alone) == ["Status high", "Status medium", "Status low", "Status very low", "excluded"]


@pytest.mark.parametrize(
    ("choice", "classes"),
    [
        ({"CLASSIFICATION": "quantile", "CLASSES": "3"}, 3),
        ({"CLASSIFICATION": "sd", "CLASSES": "-1; 1; 1,5"}, 4),
        ({"CLASSIFICATION": "equal", "CLASSES": "10"}, 10),
    ],
)
def test_classes_of_the_composite_index(choice, classes):
    layer = loaded("compositeindex", {"INPUT": areas(), "FIELDS": ["s", "d"], "TRANSFORM": "zscore", **choice})
    renderer = layer.renderer()
    assert renderer.classAttribute() == "klasse"
    assert len(labels(layer)) == classes + 1
    first = renderer.categories()[0]
    assert first.symbol().symbolLayer(0).color().name().upper() == class_colours(classes)[1]


def test_without_classes_and_without_polygons_nothing_is_styled():
    given = {"FIELDS": ["s", "d"], "TRANSFORM": "zscore"}
    plain = loaded("compositeindex", {"INPUT": areas(), "CLASSIFICATION": "none", **given})
    assert isinstance(plain.renderer(), QgsSingleSymbolRenderer)
    table = loaded("statusdynamics", {"INPUT": areas("NoGeometry"), "STATUS_FIELDS": ["s"]})
    assert table.isValid() and not table.isSpatial()


def test_a_post_processor_outlives_its_algorithm_and_goes_with_its_context():
    """QGIS deletes it with the context, so none is used twice; a wrapper of a deleted one is not kept."""
    for _ in range(3):
        loaded("statusdynamics", {"INPUT": areas(), "STATUS_FIELDS": ["s"]})
    gc.collect()
    one, other = style_for("classes", 5), style_for("classes", 5)
    assert one is not other
    assert not sip.isdeleted(one)
    assert sum(not sip.isdeleted(kept) for kept in _styles.KEPT) == len(_styles.KEPT)


def test_another_layer_stays_as_it_is():
    layer = areas()
    before = layer.renderer().type()
    style_for("classes", 5).postProcessLayer(layer, QgsProcessingContext(), QgsProcessingFeedback(False))
    assert layer.renderer().type() == before


def test_the_legend_is_written_with_the_numbers_of_areas(tmp_path):
    target = tmp_path / "legende.svg"
    given = {"INPUT": areas(), "STATUS_FIELDS": ["s"], "OUTPUT": "memory:"}
    results, _ = run("statusdynamics", {**given, "DYNAMICS_FIELDS": ["d"], "LEGEND": str(target)})
    assert results["LEGEND"] == str(target)
    text = target.read_text(encoding="utf-8")
    assert "2+/- · 2" in text
    assert "excluded (0)" in text
