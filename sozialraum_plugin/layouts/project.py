"""Builds a QGIS project over a store: layers titled, grouped and styled, with relative paths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import Qgis, QgsProject, QgsProjectMetadata, QgsReferencedRectangle, QgsVectorLayer

from ..core.errors import InputError
from ..core.messages import tr
from .index_layout import add_index_layout
from .internal_layers import mark_internal_layers, noted
from .layer_catalogue import AREA_LAYERS, BACKGROUND_LAYERS, INDEX, INDICES, QUARTERS, STORE_LAYERS, LayerSpec
from .layer_tree import LayerTree
from .project_file import remove_traces
from .project_layers import index_map, layer_names, open_layers
from .project_layout import add_project_layout

MARGIN = 1.05  # the first view is a little larger than the areas


@dataclass(frozen=True)
class ProjectOrder:
    """What the user asks for: the store, perhaps a base map; title and author of the project, credit of the map."""

    store: Path
    basemap: Path | None = None
    title: str = ""
    author: str = ""
    credit: str = ""


@dataclass
class ProjectReport:
    """Layers of the catalogue that are in the project or absent, and layers of the files that have no place in it.

    `internal` names those of the project that must not leave the office.
    """

    used: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    internal: list[str] = field(default_factory=list)
    has_layout: bool = False
    has_index_map: bool = False


def build_project(order: ProjectOrder, project: QgsProject) -> ProjectReport:
    """Fill an empty project (never the user's open one) with the layers of the store and the base map.

    Raises InputError if a file cannot be read or the store has none of the layers of the catalogue.
    """
    report = ProjectReport()
    layers = _opened(order.store, STORE_LAYERS, report)
    if not layers:
        _refuse(order.store, report)
    background = _opened(order.basemap, BACKGROUND_LAYERS, report) if order.basemap else {}
    report.internal = mark_internal_layers(layers)
    _describe(project, order, bool(report.internal))
    _set_frame(project, layers)
    status_map = index_map(order.store, layers)
    if status_map is not None and INDEX in report.internal:
        status_map.setName(noted(status_map.name()))
    _fill_tree(LayerTree(project), layers, background, status_map)
    report.has_layout = add_project_layout(project, layers, background, order.title, order.credit)
    if status_map is not None:
        title = order.title or order.store.stem
        title = noted(title) if INDEX in report.internal else title
        report.has_index_map = add_index_layout(project, status_map, background, title, order.credit)
    return report


def write_project(project: QgsProject, path: Path) -> None:
    """Save the project as .qgz, without the name of the user who saves it and without the folder's path.

    Raises InputError if the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if not project.write(str(path)):
        raise InputError(
            tr("The project cannot be written to “{file}”: {reason}").format(file=path, reason=project.error())
        )
    remove_traces(path)


def _opened(file: Path, specs: Sequence[LayerSpec], report: ProjectReport) -> dict[str, QgsVectorLayer]:
    """Open the layers of a file and book them in the report."""
    layers = open_layers(file, specs)
    known = [spec.name for spec in specs]
    report.used += layers
    report.absent += [name for name in known if name not in layers]
    report.foreign += [name for name in layer_names(file) if name not in known]
    return layers


def _refuse(store: Path, report: ProjectReport) -> None:
    raise InputError(
        tr("“{file}” holds none of the layers of Sozialraum ({expected}). It has: {available}.").format(
            file=store, expected=", ".join(report.absent), available=", ".join(report.foreign)
        )
    )


def _describe(project: QgsProject, order: ProjectOrder, internal: bool) -> None:
    """Set title and metadata, which layouts and QGIS show."""
    title = order.title or order.store.stem
    title = noted(title) if internal else title
    metadata = QgsProjectMetadata()
    metadata.setTitle(title)
    metadata.setAuthor(order.author)
    metadata.setLanguage("de")
    metadata.setAbstract(tr("Areas, indicators and indices, made with Sozialraum."))
    project.setTitle(title)
    project.setMetadata(metadata)
    project.setFilePathStorage(Qgis.FilePathType.Relative)


def _set_frame(project: QgsProject, layers: dict[str, QgsVectorLayer]) -> None:
    """Take CRS and first view from the areas."""
    for name in AREA_LAYERS:
        layer = layers.get(name)
        if layer is None or not layer.crs().isValid():
            continue
        project.setCrs(layer.crs(), True)
        extent = layer.extent()
        if not extent.isEmpty():
            extent.scale(MARGIN)
            project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(extent, layer.crs()))
        return


def _fill_tree(
    tree: LayerTree,
    layers: dict[str, QgsVectorLayer],
    background: dict[str, QgsVectorLayer],
    status_map: QgsVectorLayer | None,
) -> None:
    if status_map is not None:
        tree.add(status_map, INDICES, shown=True)
    for spec in STORE_LAYERS:
        if spec.name in layers:
            instead = spec.name == QUARTERS and status_map is None  # else they would cover the index
            tree.add(layers[spec.name], spec.group, spec.shown or instead)
    for spec in BACKGROUND_LAYERS:
        if spec.name in background:
            tree.add(background[spec.name], spec.group, spec.shown)
    tree.drop_empty_groups()
