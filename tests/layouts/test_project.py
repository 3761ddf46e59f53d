"""The project as a colleague opens it."""

import shutil
import zipfile

import pytest
from qgis.core import (
    QgsExpressionContextUtils,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRenderContext,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor
from store import GROUPS, square, write_layer, write_profiles

from algorithms import memory_layer
from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.fields import Kind
from sozialraum_plugin.layouts.bivariate_legend import ITEM_ID
from sozialraum_plugin.layouts.palette import EXCLUDED, STATUS
from sozialraum_plugin.layouts.project import ProjectOrder, build_project, write_project
from sozialraum_plugin.layouts.status_style import OPACITY


def saved(store, basemap=None, **order):
    """Build and save a project beside the store."""
    project = QgsProject()
    report = build_project(ProjectOrder(store, basemap, **order), project)
    path = store.parent / "projekt.qgz"
    write_project(project, path)
    return path, report


def opened(path):
    project = QgsProject()
    assert project.read(str(path)), project.error()
    return project


def tree(project):
    return {
        group.name(): [node.name() for node in group.findLayers()] for group in project.layerTreeRoot().findGroups()
    }


def layer(project, title):
    return project.mapLayersByName(title)[0]


def shown(project):
    return [node.name() for node in project.layerTreeRoot().findLayers() if node.isVisible()]


def render(project, extent, titles=None):
    """Return a picture of the visible layers, 600 pixels wide."""
    settings = QgsMapSettings()
    layers = [node.layer() for node in project.layerTreeRoot().findLayers() if node.isVisible()]
    settings.setLayers([one for one in layers if titles is None or one.name() in titles])
    settings.setDestinationCrs(project.crs())
    settings.setExtent(extent)
    settings.setOutputSize(QSize(600, 400))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def colors(image):
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}


def on_paper(color):
    """What a fill of the index looks like on white."""
    parts = QColor(color).getRgb()[:3]
    opacity = round(255 * OPACITY) / 255
    return QColor(*(round(255 - opacity * (255 - part)) for part in parts)).name()


def test_all_layers_are_valid_titled_and_grouped(store, basemap):
    path, report = saved(store, basemap)
    project = opened(path)
    assert all(one.isValid() for one in project.mapLayers().values())
    assert tree(project) == {
        "1 Addresses": ["Addresses"],
        "2 Delineation": ["Social areas", "Blocks", "Street directory"],
        "4 Indices": ["Status and dynamics", "Index table"],
        "Base map": ["Streets", "Water"],
    }
    assert list(tree(project)) == [group.name() for group in project.layerTreeRoot().findGroups()]
    assert report.used == [
        "adressen",
        "sozialraeume",
        "bloecke",
        "strassenverzeichnis",
        "index",
        "strassen",
        "gewaesser",
    ]
    assert "profile" in report.absent and "gebaeude" in report.absent


def test_title_author_crs_and_first_view(store):
    path, _ = saved(store, title="Musterkreis 2025", author="Sozialplanung")
    project = opened(path)
    assert project.title() == project.metadata().title() == "Musterkreis 2025"
    assert project.metadata().author() == "Sozialplanung"
    assert project.crs().authid() == "EPSG:25832"
    view = project.viewSettings().defaultViewExtent()
    assert view.crs().authid() == "EPSG:25832"
    assert view.contains(layer(project, "Social areas").extent())


def test_the_file_holds_no_path_and_no_user_and_can_be_moved(store, basemap, tmp_path):
    write_profiles(store)
    path, _ = saved(store, basemap)
    with zipfile.ZipFile(path) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".qgs"))
    assert str(tmp_path) not in text
    assert "/tmp" not in text and "file:///" not in text
    assert "saveUser" not in text
    assert "./musterkreis.gpkg" in text
    moved = tmp_path / "anderswo"
    moved.mkdir()
    for file in (path, store, basemap):
        shutil.move(str(file), moved / file.name)
    project = opened(moved / path.name)
    assert all(one.isValid() for one in project.mapLayers().values())


def test_the_open_project_is_not_touched(store):
    before = set(QgsProject.instance().mapLayers())
    saved(store)
    assert set(QgsProject.instance().mapLayers()) == before


def test_the_index_map_gives_each_area_its_class(store):
    project = opened(saved(store)[0])
    index_map = layer(project, "Status and dynamics")
    context = QgsRenderContext()
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(index_map))
    renderer = index_map.renderer().clone()
    renderer.startRender(context, index_map.fields())
    labels = []
    for feature in index_map.getFeatures():
        context.expressionContext().setFeature(feature)
        labels += renderer.legendKeysForFeature(feature, context)
    renderer.stopRender(context)
    found = {item.ruleKey(): item.label() for item in index_map.renderer().legendSymbolItems()}
    assert [found[key] for key in labels] == [
        "Status high, dynamics positive",
        "Status medium, dynamics stable",
        "Status low, dynamics negative",
        "Status very low, dynamics negative",
        "excluded",
    ]
    assert len(GROUPS) == len(labels)


def test_the_map_is_not_blank(store, basemap, tmp_path):
    project = opened(saved(store, basemap)[0])
    image = render(project, project.viewSettings().defaultViewExtent())
    assert image.save(str(tmp_path / "map.png"))
    assert {on_paper(color) for color in (*STATUS.values(), EXCLUDED)} <= colors(image)
    assert {"#0f5c6e"} <= colors(image)  # names and outlines of the Sozialräume


def test_addresses_and_blocks_show_on_large_scales_only(store):
    project = opened(saved(store)[0])
    addresses, blocks = layer(project, "Addresses"), layer(project, "Blocks")
    assert addresses.isInScaleRange(9_999) and not addresses.isInScaleRange(10_001)
    assert blocks.isInScaleRange(24_999) and not blocks.isInScaleRange(25_001)


def test_quarters_are_shown_where_there_is_no_index(store, tmp_path):
    areas = {"gebiet": Kind.TEXT, "gebiet_name": Kind.TEXT}
    other = tmp_path / "andere.gpkg"
    for file in (store, other):
        write_layer(file, memory_layer("Polygon", [{"gebiet": "05999001001"}], areas, [square(0)]), "quartiere")
    assert "Quarters" not in shown(opened(saved(store)[0]))
    assert "Quarters" in shown(opened(saved(other)[0]))


def test_an_index_with_polygons_is_its_own_map(tmp_path):
    file = tmp_path / "index.gpkg"
    rows = [{"gebiet": "1", "gesamt": "1"}, {"gebiet": "2", "gesamt": "4"}]
    kinds = {"gebiet": Kind.TEXT, "gesamt": Kind.TEXT}
    write_layer(file, memory_layer("Polygon", rows, kinds, [square(0), square(1)]), "index")
    project = opened(saved(file)[0])
    index_map = layer(project, "Status and dynamics")
    assert index_map.renderer().classAttribute() == "gesamt"
    assert len(index_map.renderer().categories()) == 5
    assert {on_paper(STATUS[1]), on_paper(STATUS[4])} <= colors(render(project, index_map.extent()))


def test_an_index_of_quarters_finds_them_among_all_levels(tmp_path):
    file = tmp_path / "ebenen.gpkg"
    areas = {"gebiet": Kind.TEXT, "ebene": Kind.TEXT}
    rows = [{"gebiet": "05999001", "ebene": "gemeinde"}, {"gebiet": "05999001001", "ebene": "quartier"}]
    write_layer(file, memory_layer("Polygon", rows, areas, [square(0, side=5000), square(0)]), "gebiete")
    index = memory_layer(
        "NoGeometry", [{"gebiet": "05999001001", "gesamt": "1+"}], {"gebiet": Kind.TEXT, "gesamt": Kind.TEXT}
    )
    write_layer(file, index, "index")
    project = opened(saved(file)[0])
    index_map = layer(project, "Status and dynamics")
    assert [feature["gebiet"] for feature in index_map.getFeatures()] == ["05999001001"]


def test_where_there_are_profiles_the_project_has_their_layout(store, basemap):
    write_profiles(store)
    path, report = saved(store, basemap, title="Sozialraumprofil 2025")
    project = opened(path)
    layout = project.layoutManager().layoutByName("Sozialraumprofil")
    assert report.has_layout
    assert layout.name() == "Sozialraumprofil"
    assert layout.pageCollection().pageCount() == 2
    assert layout.atlas().coverageLayer().name() == "Profile pages"
    assert layout.atlas().updateFeatures() == 2
    texts = " ".join(item.text() for item in layout.items() if isinstance(item, QgsLayoutItemLabel))
    assert "Sozialraumprofil 2025" in texts and "Musterkreis" in texts
    assert all(one for item in layout.items() if isinstance(item, QgsLayoutItemMap) for one in item.layers())


def test_without_profiles_there_is_no_layout_of_them(store):
    path, report = saved(store)
    project = opened(path)
    assert project.layoutManager().layoutByName("Sozialraumprofil") is None
    assert not report.has_layout


def test_the_index_has_a_map_to_print_with_its_legend(store, basemap):
    path, report = saved(store, basemap, title="Musterkreis 2025", credit="Geobasis NRW 2025")
    project = opened(path)
    layout = project.layoutManager().layoutByName("Status and dynamics")
    assert report.has_index_map and layout.itemById(ITEM_ID) is not None
    words = {item.text() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)}
    assert {"Musterkreis 2025", "Status and dynamics", "Map: Geobasis NRW 2025"} <= words
    item = layout.itemById("klassenkarte")
    picture = QgsLayoutExporter(layout).renderRegionToImage(item.sceneBoundingRect(), dpi=72)
    assert on_paper(STATUS[1]) in colors(picture)


def test_an_index_without_dynamics_has_no_such_map(tmp_path):
    file = tmp_path / "index.gpkg"
    rows = [{"gebiet": "01", "gesamt": "1"}, {"gebiet": "02", "gesamt": "4"}]
    kinds = {"gebiet": Kind.TEXT, "gesamt": Kind.TEXT}
    write_layer(file, memory_layer("Polygon", rows, kinds, [square(0), square(1)]), "index")
    path, report = saved(file)
    assert not report.has_index_map and opened(path).layoutManager().printLayouts() == []


def test_a_file_without_our_layers_is_refused(tmp_path):
    file = tmp_path / "fremd.gpkg"
    write_layer(file, memory_layer("Polygon", [{}], {}, [square(0)]), "wald")
    with pytest.raises(InputError, match="none of the layers.*It has: wald"):
        build_project(ProjectOrder(file), QgsProject())


def test_a_file_that_is_no_geopackage_is_refused(tmp_path):
    file = tmp_path / "leer.gpkg"
    file.write_text("nichts")
    with pytest.raises(InputError, match="cannot be read as a GeoPackage"):
        build_project(ProjectOrder(file), QgsProject())
