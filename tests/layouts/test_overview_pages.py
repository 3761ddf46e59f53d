"""The overview report as a print layout: every text fits into its item, as the real font has it."""

from __future__ import annotations

import pytest
from overview_data import codes, composite_index, overview, status_index
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsProject,
)

from sozialraum_plugin.core.profiles.colours import Theme
from sozialraum_plugin.core.profiles.overview_flow import SIZES, Grid
from sozialraum_plugin.core.profiles.overview_report import overview_report
from sozialraum_plugin.layouts.overview_layers import OverviewLayer
from sozialraum_plugin.layouts.overview_pages import Ground, literal, overview_layout
from sozialraum_plugin.layouts.profile_project import multipart
from sozialraum_plugin.layouts.styles import Styles
from sozialraum_plugin.layouts.typography import profile_family, text_width

COUNT = 30
INDICES = {
    "status": lambda: status_index(COUNT),
    "classes": lambda: composite_index(COUNT),
    "values": lambda: composite_index(COUNT).drop(columns="klasse"),
    "none": lambda: None,
}


def squares(count: int) -> dict[str, QgsGeometry]:
    found = {}
    for number, code in enumerate(codes(count)):
        x, y = number % 6 * 500, number // 6 * 400
        wkt = f"POLYGON(({x} {y},{x + 500} {y},{x + 500} {y + 400},{x} {y + 400},{x} {y}))"
        found[code] = multipart(QgsGeometry.fromWkt(wkt))
    return found


OF_SCREEN = 1.04  # QGIS 3.40 measures with the hinting of a screen; in the PDF no word is beyond the margin


@pytest.fixture(params=INDICES, ids=list(INDICES))
def built(request):
    source = overview(
        COUNT, INDICES[request.param](), title="Sozialbericht mit einem langen Titel der Stadt [% 1 + 1 %]"
    )
    report = overview_report(source)
    crs = QgsCoordinateReferenceSystem("EPSG:25832")
    project = QgsProject()
    project.setCrs(crs)
    layer = OverviewLayer(source, squares(COUNT), crs, project, Theme(), profile_family())
    layout = overview_layout(report, source, layer, Ground(), project, Styles(Theme()))
    return source, report, layer, layout, project


def test_sizes_are_those_of_the_styles():
    styles = Styles(Theme())
    for name, (size, bold) in SIZES.items():
        style = getattr(styles, name)
        assert (style.size, style.bold) == (size, bold), name


def test_every_text_fits_into_its_label(built):
    layout = built[3]
    labels = [item for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
    assert len(labels) > 30
    for label in labels:
        needed, given = label.sizeForText(), label.rect()
        assert needed.height() <= given.height() + 0.5, label.text()
        assert needed.width() <= given.width() * OF_SCREEN + 0.5, label.text()


def test_every_cell_fits_into_its_column_in_the_real_font(built):
    styles, family = Styles(Theme()), profile_family()
    for item in built[1].items:
        for number, row in enumerate(item.thing.rows if isinstance(item.thing, Grid) else ()):
            for cell, column in zip(row, item.thing.columns):
                style = getattr(styles, column.style if number else "table_head")
                assert all(text_width(line, style, family) <= column.width for line in cell), cell


def test_one_page_for_each_and_every_table_with_a_frame(built):
    _, report, _, layout, _ = built
    assert layout.pageCollection().pageCount() == report.pages
    frames = [item for item in layout.items() if isinstance(item, QgsLayoutFrame)]
    assert len(frames) == sum(isinstance(item.thing, Grid) for item in report.items)
    for item in layout.items():
        if isinstance(item, QgsLayoutItem) and not isinstance(item, QgsLayoutItemPage):
            assert 0 <= item.page() < report.pages


def test_maps_show_all_areas_and_keep_their_own_styles(built):
    source, _, layer, layout, _ = built
    maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    assert len(maps) >= 1 + len(source.choropleths())
    for item in maps:
        assert item.extent().contains(layer.layer.extent())
        assert item.keepLayerStyles() and item.layerStyleOverrides()


def test_the_layer_holds_classes_and_numbers_but_no_value(built):
    layer = built[2].layer
    names = layer.fields().names()
    assert "wert" not in names and "gebiet_name" not in names
    for feature in layer.getFeatures():
        assert all(len(str(value)) <= 7 for name, value in zip(names, feature.attributes()) if name != "gebiet")


def test_every_class_of_the_data_has_a_rule(built):
    source, _, layer, _, _ = built
    styles = {
        picture: layer.style(picture) for picture in ("cover", "index", *(c.picture for c in source.choropleths()))
    }
    for drawn in source.choropleths():
        for value in set(drawn.of_area.values()):
            assert f"&quot;{drawn.picture}&quot; = '{value}'" in styles[drawn.picture]


def test_a_text_is_never_computed():
    assert "[%" not in literal("Bericht [% 1 + 1 %]")
