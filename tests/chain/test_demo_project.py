"""The project of the sample Kreis, opened in QGIS as a colleague opens it."""

from __future__ import annotations

import getpass
import re
import shutil
import zipfile

import pytest
from qgis.core import QgsProject, QgsVectorLayer

GROUPS = ["1 Adressen", "2 Abgrenzung", "3 Indikatoren", "4 Indizes", "5 Profile", "Kartengrundlage"]
TITLES = {
    "Adressen", "Blöcke", "Quartiere", "Sozialräume", "Gebiete aller Ebenen", "Straßenverzeichnis",
    "Indikatoren aller Ebenen", "Indikatorentabelle", "Indextabelle", "Status und Dynamik", "Profilseiten", "Straßen",
    "Gebäude", "Gewässer",
}  # fmt: skip


@pytest.fixture
def project(qgis_app, demo) -> QgsProject:
    opened = QgsProject()
    assert opened.read(str(demo.folder / "sozialraum.qgz")), opened.error()
    return opened


@pytest.fixture(scope="module")
def document(demo) -> str:
    with zipfile.ZipFile(demo.folder / "sozialraum.qgz") as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".qgs"))


def test_all_layers_are_valid_and_hold_rows(project):
    layers = list(project.mapLayers().values())
    assert len(layers) >= len(TITLES)
    for layer in layers:
        assert layer.isValid(), layer.name()
        assert not isinstance(layer, QgsVectorLayer) or layer.featureCount() > 0, layer.name()


def test_layers_are_grouped_by_stage_with_german_titles(project):
    root = project.layerTreeRoot()
    groups = [group.name() for group in root.findGroups()]
    assert sorted(groups) == sorted(GROUPS)
    names = {node.name() for node in root.findLayers()}
    assert names >= TITLES
    assert not [name for name in names if name == name.lower() or "_" in name]
    assert not [node.name() for node in root.children() if node.name() not in GROUPS]


def test_areas_are_styled_and_the_index_has_its_classes(project):
    (index,) = project.mapLayersByName("Status und Dynamik")
    labels = {item.label() for item in index.renderer().legendSymbolItems()}
    assert len(labels) > 3
    assert any("Status hoch" in label or label.startswith("Status") for label in labels)
    (areas,) = project.mapLayersByName("Sozialräume")
    assert areas.labelsEnabled()


def test_the_profile_layout_is_an_atlas_of_the_areas(project, demo):
    layout = project.layoutManager().layoutByName("Sozialraumprofil")
    atlas = layout.atlas()
    assert atlas.enabled()
    assert "layername=profile" in atlas.coverageLayer().source()
    assert atlas.updateFeatures() == len(demo.table("sozialraeume"))
    assert layout.pageCollection().pageCount() >= 4


def test_the_project_can_be_moved_with_its_folder(qgis_app, demo, tmp_path):
    for name in ("sozialraum.qgz", "sozialraum.gpkg", "musterkreis/geobasis.gpkg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(demo.folder / name, tmp_path / name)
    moved = QgsProject()
    assert moved.read(str(tmp_path / "sozialraum.qgz"))
    for layer in moved.mapLayers().values():
        assert layer.isValid() and str(demo.folder) not in layer.source(), layer.name()


def test_the_file_holds_no_absolute_path(demo, document):
    assert str(demo.folder) not in document
    assert not re.search(r'(?:["\'>]|file://)/(?:tmp|home|root|work|usr|var)/', document)


def test_the_file_holds_no_user_name(document):
    assert "saveUser" not in document
    user = getpass.getuser()
    assert not re.search(rf'(?:author|user\w*)="{re.escape(user)}"|<author>{re.escape(user)}</author>', document)
