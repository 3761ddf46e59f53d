"""The layout as it is delivered: an ordinary one, in a project that is saved, read again and printed."""

from __future__ import annotations

import subprocess
import unicodedata
from pathlib import Path

import pandas as pd
import pytest
from printed_profiles import print_atlas
from profile_data import areas_frame, indicators_frame
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from sozialraum_plugin.core.profiles.chart_files import write_charts
from sozialraum_plugin.core.profiles.charts import Charts
from sozialraum_plugin.core.profiles.colours import Theme
from sozialraum_plugin.core.profiles.profiles import ProfileBuilder, ProfileOptions
from sozialraum_plugin.core.profiles.table import profile_fields, profile_table
from sozialraum_plugin.core.profiles.texts import Texts
from sozialraum_plugin.layouts.options import LayoutOptions, chart_folder_expression
from sozialraum_plugin.layouts.profile_layout import add_profile_layout
from sozialraum_plugin.layouts.profile_project import areas_layer, locator_extents, multipart, profile_layer

AREAS = areas_frame(
    [
        ("01", "Mühlenviertel", "sozialraum", "G", "G", 4310),
        ("02", "Auenland", "sozialraum", "G", "G", 5200),
        ("G", "Musterstadt", "gemeinde", None, "G", 9510),
    ]
)
SQUARES = ("0 0,500 0,500 800,0 800,0 0", "500 0,1200 0,1200 800,500 800,500 0", "0 0,1200 0,1200 800,0 800,0 0")


@pytest.fixture
def shapes() -> dict[str, QgsGeometry]:
    return {
        code: multipart(QgsGeometry.fromWkt(f"POLYGON(({square}))")) for code, square in zip(AREAS["gebiet"], SQUARES)
    }


@pytest.fixture
def saved_project(shapes: dict[str, QgsGeometry], tmp_path: Path) -> Path:
    """A project file with its GeoPackage and the folder `diagramme` beside it, as buildproject delivers it."""
    texts, crs = Texts("de"), QgsCoordinateReferenceSystem("EPSG:25832")
    builder = ProfileBuilder(AREAS, indicators_frame(AREAS), None, {}, ProfileOptions(), texts)
    profiles = list(builder.profiles())
    charts = {p.place.code: write_charts(p, Charts(Theme(), texts), tmp_path / "diagramme") for p in profiles}
    table = profile_table(profiles, charts, locator_extents(builder.places, builder.targets, shapes), texts)
    coverage = stored(profile_layer(table, [shapes[code] for code in table["gebiet"]], crs), tmp_path)
    everywhere = stored(areas_layer(AREAS, list(shapes.values()), crs), tmp_path)
    project = QgsProject()
    project.addMapLayers([coverage, everywhere])
    add_profile_layout(project, coverage, everywhere, {}, LayoutOptions(title="Profil 2025"))
    path = tmp_path / "projekt.qgz"
    assert project.write(str(path))
    return path


def stored(layer: QgsVectorLayer, folder: Path) -> QgsVectorLayer:
    path = folder / f"{layer.name()}.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsProject.instance().transformContext(), options)
    return QgsVectorLayer(str(path), layer.name(), "ogr")


def text_of(pdf: Path) -> str:
    result = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return unicodedata.normalize("NFKC", result.stdout)


def layout_of(project: QgsProject) -> QgsPrintLayout:
    return project.layoutManager().layoutByName("Sozialraumprofil")


def test_a_saved_project_prints_by_itself(saved_project, tmp_path):
    project = QgsProject()
    assert project.read(str(saved_project))
    layout = layout_of(project)
    assert layout.atlas().enabled() and layout.atlas().coverageLayer().name() == "profile"
    print_atlas(layout, tmp_path / "alle.pdf")
    text = text_of(tmp_path / "alle.pdf")
    assert text.count("\f") == 6
    assert text.count("Seite 3 von 3") == 2
    assert "Mühlenviertel" in text and "SGB II-Quote im Zeitverlauf" in text
    images = subprocess.run(
        ["pdfimages", "-list", str(tmp_path / "alle.pdf")], capture_output=True, text=True, check=True
    )
    assert len(images.stdout.splitlines()) == 2, "a picture instead of lines"


def test_charts_are_found_beside_the_project(saved_project):
    xml = saved_project.read_bytes()
    assert xml[:2] == b"PK"
    project = QgsProject()
    project.read(str(saved_project))
    picture = layout_of(project).itemById("pyramide_bild")
    expression = picture.dataDefinedProperties().property(picture.DataDefinedProperty.PictureSource).expressionString()
    assert expression == "@project_folder || '/diagramme/' || \"pyramide_bild\""


def test_the_maps_keep_their_own_styles_and_leave_the_layers_alone(shapes):
    crs = QgsCoordinateReferenceSystem("EPSG:25832")
    everywhere = areas_layer(AREAS, list(shapes.values()), crs)
    coverage = profile_layer(pd.DataFrame(columns=[field.name for field in profile_fields()]), [], crs)
    renderer = everywhere.renderer().dump()
    project = QgsProject()
    project.addMapLayers([coverage, everywhere])
    layout = add_profile_layout(project, coverage, everywhere, {}, LayoutOptions())
    assert everywhere.renderer().dump() == renderer
    maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    assert len(maps) == 3
    assert all(item.keepLayerSet() and item.keepLayerStyles() and item.layerStyleOverrides() for item in maps)


def test_a_layout_of_the_same_name_is_replaced(saved_project):
    project = QgsProject()
    project.read(str(saved_project))
    coverage, everywhere = (project.mapLayersByName(name)[0] for name in ("profile", "gebiete"))
    add_profile_layout(project, coverage, everywhere, {}, LayoutOptions())
    assert [layout.name() for layout in project.layoutManager().layouts()] == ["Sozialraumprofil"]


def test_no_text_is_cut_off_by_its_label(saved_project):
    """The standing texts of the layout fit into their boxes; the columns' texts are checked on the printed page."""
    project = QgsProject()
    project.read(str(saved_project))
    for item in layout_of(project).items():
        if isinstance(item, QgsLayoutItemLabel) and "[%" not in item.text():
            assert item.sizeForText().height() <= item.rect().height() + 0.5, item.id()


def test_items_stay_on_their_page_and_inside_the_margins(saved_project):
    project = QgsProject()
    project.read(str(saved_project))
    for item in layout_of(project).items():
        if isinstance(item, QgsLayoutItem) and item.id():
            assert item.pos().x() >= 14.9 or item.dataDefinedProperties().isActive(item.DataDefinedProperty.PositionX)
            assert item.pos().x() + item.rect().width() <= 210, item.id()


def test_folders_become_expressions():
    assert chart_folder_expression("/tmp/O'Neill/") == "'/tmp/O''Neill/'"
