"""A layout that the user saved as .qpt in place of ours: its items and look, our areas, maps' layers and charts."""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape

from qgis.core import QgsLayoutItemMap, QgsPrintLayout, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import InputError
from ..core.messages import tr
from .options import PROJECT_CHARTS, LayoutOptions

MAIN_MAP = "hauptkarte"


def use_template(ours: QgsPrintLayout, path: Path, options: LayoutOptions) -> QgsPrintLayout:
    """Return the user's layout with the layers of ours, in the same project, which then has it in place of ours.

    Maps take layers and styles from the map of ours with the same id, others from the main map. Raises InputError if
    the file is no layout, or one without pages.
    """
    layout = QgsPrintLayout(ours.project())
    layout.undoStack().blockCommands(True)
    document = QDomDocument()
    if not document.setContent(_with_charts(_read(path), options.charts))[0]:
        raise _unusable(path)
    _, good = layout.loadFromTemplate(document, QgsReadWriteContext())
    if not good or layout.pageCollection().pageCount() == 0:
        raise _unusable(path)
    _take_layers(ours, layout)
    atlas = layout.atlas()
    atlas.setCoverageLayer(ours.atlas().coverageLayer())
    atlas.setEnabled(True)
    atlas.setHideCoverage(False)
    layout.undoStack().blockCommands(False)
    name = ours.name()
    manager = ours.project().layoutManager()
    if manager is not None:
        manager.removeLayout(ours)
        layout.setName(name)
        manager.addLayout(layout)
    return layout


def order_note(path: Path) -> str:
    """Return what becomes of the order of the sections in the user's layout, which keeps what it was saved with."""
    if "pyramide_y" not in _read(path):
        return tr(
            "{file} was saved by an earlier version, whose age pyramid keeps its place: sections of page 2 may stand "
            "over each other. Save the layout anew from a project made now, or take sections.json out of the folder."
        ).format(file=path.name)
    return tr(
        "The pages stay in the order of {file}; sections.json orders what stands on each. For another order of the "
        "pages save the layout anew from a project made with sections.json."
    ).format(file=path.name)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unusable(path) from error


def _unusable(path: Path) -> InputError:
    return InputError(
        tr("{file} is not a layout with pages. Save it by “Save as template” in the window of the layout.").format(
            file=path.name
        )
    )


def _with_charts(text: str, charts: str) -> str:
    """Return the template with the charts' folder of this run instead of that beside the project."""
    pattern = re.escape(PROJECT_CHARTS).replace("'", "(?:'|&apos;|&#39;)")
    return re.sub(pattern, lambda _: escape(charts, {'"': "&quot;"}), text)


def _take_layers(ours: QgsPrintLayout, layout: QgsPrintLayout) -> None:
    sources = {item.id(): item for item in ours.items() if isinstance(item, QgsLayoutItemMap)}
    for item in layout.items():
        if isinstance(item, QgsLayoutItemMap):
            source = sources.get(item.id(), sources[MAIN_MAP])
            item.setFollowVisibilityPreset(False)
            item.setLayers(source.layers())
            item.setKeepLayerSet(True)
            item.setLayerStyleOverrides(source.layerStyleOverrides())
            item.setKeepLayerStyles(True)
            item.setCrs(source.crs())
            if not item.atlasDriven() and item.id() in sources:
                item.zoomToExtent(source.extent())
