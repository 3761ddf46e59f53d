"""The styles as QGIS draws them, and the style files as QGIS loads them."""

import json
import re

import pytest
from make_styles import german_texts, style_names
from qgis.core import QgsFeatureRenderer, QgsMapRendererParallelJob, QgsMapSettings, QgsReadWriteContext, QgsVectorLayer
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtXml import QDomDocument

from algorithms import memory_layer
from sozialraum_plugin.core.fields import Kind
from sozialraum_plugin.core.indices.class_colours import EXCLUDED, STATUS, class_colours
from sozialraum_plugin.core.paths import resource
from sozialraum_plugin.layouts.index_styles import FIELDS, GROUPS, KINDS, index_renderer

SIDE = 100  # pixels
VALUES = {
    "classes": [1, 2, 3, 4, 5, None],
    "status": [1, 2, 3, 4, None],
    "groups": [f"{status}{dynamics}" for status in "1234" for dynamics in ("+", "+/-", "-")] + [None],
    "clusters": ["HH", "LL", "HL", "LH", "ns", "ausgeschlossen", None],
    "hotspots": ["HH", "LL", "HL", "LH", "ns", "ausgeschlossen"],
    "significance": [True, False, None],
    "excluded": [None, "too few inhabitants"],
}
FIELD_KINDS = {"classes": Kind.INTEGER, "status": Kind.INTEGER, "significance": Kind.BOOLEAN}


def row_of_squares(kind):
    """A layer with one square for each value, from left to right."""
    field = FIELDS[kind]
    wkts = [f"Polygon(({x} 0, {x + 1} 0, {x + 1} 1, {x} 1, {x} 0))" for x in range(len(VALUES[kind]))]
    rows = [{field: value} for value in VALUES[kind]]
    return memory_layer("Polygon", rows, {field: FIELD_KINDS.get(kind, Kind.TEXT)}, wkts)


def picture(layer):
    """The layer as a picture, each square SIDE pixels wide, at 96 dpi."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(SIDE * layer.featureCount(), SIDE))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def grey_tile(image, number):
    """The pixels of a square in greyscale, without its border."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    start = number * SIDE
    return [
        [QColor(grey.pixel(x, y)).value() for x in range(start + 12, start + SIDE - 12)] for y in range(12, SIDE - 12)
    ]


def mean_difference(one, other):
    pairs = [(a, b) for row, other_row in zip(one, other) for a, b in zip(row, other_row)]
    return sum(abs(a - b) for a, b in pairs) / len(pairs)


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_looks_different_in_greyscale(kind):
    layer = row_of_squares(kind)
    layer.setRenderer(index_renderer(kind))
    image = picture(layer)
    known = [value for value in VALUES[kind] if value not in (None, "ausgeschlossen")]
    tiles = [grey_tile(image, number) for number in range(len(known))]
    for number, tile in enumerate(tiles):
        for other in tiles[number + 1 :]:
            assert mean_difference(tile, other) > 4
    if kind != "excluded":
        last = grey_tile(image, len(VALUES[kind]) - 1)
        assert all(mean_difference(last, tile) > 4 for tile in tiles)


def fill(renderer, value):
    """The colour of the category of a value."""
    found = renderer.categories()  # a symbol lives as long as its category
    return next(one.symbol().symbolLayer(0).color().name().upper() for one in found if one.value() == value)


def test_class_1_is_the_darkest_and_the_rest_is_excluded():
    renderer = index_renderer("classes", 7)
    assert [category.value() for category in renderer.categories()] == [1, 2, 3, 4, 5, 6, 7, ""]
    assert fill(renderer, 1) == class_colours(7)[1]
    assert fill(renderer, "") == EXCLUDED
    assert renderer.categories()[0].label() == "Class 1: most burdened"


def test_rising_lines_of_the_map_rise_as_in_the_legend():
    """In QGIS an angle of 45 degrees must look like the legend's rising line: from lower left to upper right."""
    layer = row_of_squares(GROUPS)
    layer.setRenderer(index_renderer(GROUPS))
    image = picture(layer)
    for number, rises in ((3, True), (5, False)):  # 2+ and 2-
        tile = grey_tile(image, number)
        inner = range(5, len(tile) - 5)
        along = [abs(tile[y][x] - tile[y - 3][x + 3]) for y in inner for x in inner]
        across = [abs(tile[y][x] - tile[y + 3][x + 3]) for y in inner for x in inner]
        assert (sum(along) < sum(across)) == rises


def test_another_field_may_hold_the_classes():
    assert index_renderer("classes", 4, "index_klasse").classAttribute() == "index_klasse"


# -- style files ----------------------------------------------------------------------------------------------------
def loaded(name, language):
    kind, _ = style_names()[name]
    layer = row_of_squares(kind)
    message, good = layer.loadNamedStyle(str(resource("indices", "styles", f"{name}_{language}.qml")))
    assert good, message
    return layer


EXACT_COLOUR = re.compile(r",rgb:[\d.,]+")  # QGIS 3.40 keeps fractions of colours too, which a file rounds


def symbols(renderer):
    """All that is drawn, without labels, as QGIS would save it now."""
    return [(str(category.value()).lower(), drawn(category.symbol())) for category in renderer.categories()]


def drawn(symbol):
    """The properties of all symbol layers and of what they repeat, in a form that does not depend on ids."""
    layers = []
    for layer in symbol.symbolLayers():
        inner = drawn(layer.subSymbol()) if layer.subSymbol() else []
        known = {key: value for key, value in layer.properties().items() if key != "seed"}  # drawn by lot
        properties = json.dumps(known, sort_keys=True, default=str)
        layers.append((layer.layerType(), EXACT_COLOUR.sub("", properties), inner))
    return layers


def saved_and_read(renderer):
    """A renderer after a way through XML, which rounds what QGIS rounds."""
    document = QDomDocument()
    element = renderer.save(document, QgsReadWriteContext())
    return QgsFeatureRenderer.load(element, QgsReadWriteContext())


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", style_names())
def test_style_files_are_what_the_algorithms_apply(name, language):
    """If this fails after a change of the palette, run scripts/make_styles.py."""
    kind, classes = style_names()[name]
    layer = loaded(name, language)  # a renderer lives as long as its layer
    expected = index_renderer(kind, classes)
    assert layer.renderer().classAttribute() == expected.classAttribute()
    assert symbols(layer.renderer()) == symbols(saved_and_read(expected))


@pytest.mark.parametrize("name", style_names())
def test_style_files_speak_english_and_german(name):
    kind, classes = style_names()[name]
    layers = [loaded(name, language) for language in ("en", "de")]
    english, german = ([category.label() for category in layer.renderer().categories()] for layer in layers)
    assert english == [category.label() for category in index_renderer(kind, classes).categories()]
    assert len(german) == len(english)
    assert all(one != other for one, other in zip(english, german))
    known = german_texts([])
    for one, other in zip(english, german):
        assert known.get(one, other) in ("", other)


@pytest.mark.parametrize("name", ["klasse_5", "status_dynamik", "cluster"])
def test_a_loaded_style_file_draws_the_same_picture(name):
    kind, classes = style_names()[name]
    layer = row_of_squares(kind)
    layer.setRenderer(index_renderer(kind, classes or 5))
    assert picture(loaded(name, "de")) == picture(layer)


def test_style_files_hold_no_path_and_are_small():
    for path in resource("indices", "styles").glob("*.qml"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"/home/|/work/|/tmp/|/root/", text)
        assert len(text) < 100_000
    found = {path.stem for path in resource("indices", "styles").glob("*.qml")}
    assert found == {f"{name}_{language}" for name in style_names() for language in ("de", "en")}


def test_a_table_keeps_its_style_file_harmless():
    table = QgsVectorLayer("NoGeometry?field=klasse:integer", "table", "memory")
    table.loadNamedStyle(str(resource("indices", "styles", "klasse_5_en.qml")))
    assert table.isValid()


def test_status_colours_are_on_the_map():
    renderer = index_renderer("groups")
    assert {fill(renderer, f"{status}+") for status in STATUS} == set(STATUS.values())
