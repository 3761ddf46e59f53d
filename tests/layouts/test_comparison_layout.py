"""The page of two maps: one extent, no row of the table lost, nothing below the foot."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsLayoutFrame, QgsLayoutItemMap, QgsProject

from sozialraum_plugin.core.delineation.area_changes_page import PageTexts
from sozialraum_plugin.layouts.comparison_layout import FOOT_TOP, Comparison, MapAreas, comparison_layout
from sozialraum_plugin.layouts.comparison_table import fitting, wrapped
from sozialraum_plugin.layouts.typography import TextStyle, profile_family, text_width

STYLE = TextStyle(7, "#000000")


def box(west, south, east, north):
    wkt = f"MULTIPOLYGON((({west} {south},{east} {south},{east} {north},{west} {north},{west} {south})))"
    return QgsGeometry.fromWkt(wkt)


def page_of(rows):
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
    old = MapAreas(["1"], [box(0, 0, 100, 100)], [0], ["1"])
    new = MapAreas(["1", "2"], [box(0, 0, 50, 100), box(50, 0, 300, 100)], [0, 1], ["1", "2"])
    texts = PageTexts("Titel [% 1+1 %]", "Bisher", "Neu", "Satz", "Fuß")
    comparison = Comparison(
        old, new, [box(50, 0, 100, 100)], QgsGeometry(), [], texts, [f"k{n}" for n in range(8)], rows
    )
    return comparison_layout(comparison, project), project


def tables(layout):
    frames = [item for item in layout.items() if isinstance(item, QgsLayoutFrame)]
    return sorted(frames, key=lambda frame: frame.page())


def test_both_maps_show_the_same_ground_which_holds_all_areas():
    layout, _project = page_of([])
    maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    assert len(maps) == 2
    assert maps[0].extent() == maps[1].extent()
    assert maps[0].extent().contains(box(0, 0, 300, 100).boundingBox())
    assert maps[0].scale() == pytest.approx(maps[1].scale())


@pytest.mark.parametrize("count", [0, 5, 90])
def test_every_row_stands_on_one_page_above_its_foot(count):
    note = "kommt aus: " + ", ".join(f"{n} (1.234)" for n in range(30))
    rows = [[f"Gebiet {n}", "b", "c", "1", "2", "3", "", note if n % 3 == 0 else ""] for n in range(count)]
    layout, _project = page_of(rows)
    found = []
    for frame in tables(layout):
        contents = frame.multiFrame().tableContents()
        found += [row[0].content() for row in contents[1:]]
        bottom = frame.pagePos().y() + frame.rect().height()
        assert bottom < FOOT_TOP
    assert found == [row[0] for row in rows]
    assert layout.pageCollection().pageCount() == max(1, len(tables(layout)))


def test_a_title_is_no_expression():
    layout, _project = page_of([])
    assert layout.itemById("titel_1").currentText() == "Titel [ % 1+1 %]"


def test_lines_fit_their_column_and_lose_no_word():
    text = "aufgegangen kommt aus: 12 (1.234), 13 (99), Donaudampfschifffahrtsgesellschaft " * 3
    lines = wrapped(text.strip(), 30, STYLE, profile_family()).split("\n")
    assert " ".join(lines) == text.strip()
    assert all(text_width(line, STYLE, profile_family()) <= 30 or " " not in line for line in lines)


def test_at_least_one_row_fits():
    assert fitting([100.0, 5.0], 0, 50) == 1
    assert fitting([5.0, 5.0, 5.0], 0, 10.5) == 2
    assert fitting([], 0, 10) == 0
