"""The map of status and dynamics as a page of its own, with the legend that colour and hatching need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLayoutItemPage,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsUnitTypes,
    QgsVectorLayer,
)

from ..core.fields import AREA_NAME
from ..core.indices.status.class_names import DYNAMICS_CLASSES, STATUS_CLASSES
from ..core.messages import tr
from ..core.profiles.colours import Theme
from ..geo.attributes import plain
from . import map_styles, maps
from .bivariate_legend import add_bivariate_legend
from .items import Box, Page
from .labels import labels
from .layer_catalogue import index_map_title
from .project_layout import GROUND
from .styles import Styles
from .typography import profile_family

A4 = (210, 297)
LEFT, WIDTH = 15.0, 180.0
TITLE = Box(LEFT, 14.0, WIDTH, 12.0)
SUBTITLE = Box(LEFT, 27.0, WIDTH, 6.0)
MAP = Box(LEFT, 36.0, WIDTH, 176.0)
LEGEND_TOP = 218.0
SCALE, NORTH, CREDIT = Box(157.0, 218.0, 38.0, 5.0), Box(150.5, 218.0, 4.0, 7.0), Box(100.0, 268.0, 95.0, 9.0)
MOST_NAMES = 80  # areas; more names would cover the map
GROUPS = {f"{status}{dynamics}" for status in STATUS_CLASSES for dynamics in DYNAMICS_CLASSES}


def add_index_layout(
    project: QgsProject, shown: QgsVectorLayer, background: Mapping[str, QgsVectorLayer], title: str, credit: str
) -> bool:
    """Add the page to a project that has the layer; tell whether the layer has groups of status and dynamics.

    `shown` is drawn by its categories. `background` may hold the layers `bahn` and `gewaesser`, which lie over
    the areas.
    """
    renderer = shown.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return False
    counts = _counts(shown, renderer.classAttribute())
    if not GROUPS & set(counts):
        return False
    layout = QgsPrintLayout(project)
    layout.setName(index_map_title())
    layout.setUnits(QgsUnitTypes.LayoutUnit.LayoutMillimeters)
    sheet = QgsLayoutItemPage(layout)
    sheet.setPageSize(QgsLayoutSize(*A4, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
    layout.pageCollection().addPage(sheet)
    page, styles = Page(layout, 0, profile_family()), Styles(Theme())
    page.label("titel", index_map_title(), TITLE, styles.title)
    page.label("untertitel", title, SUBTITLE, styles.subtitle)
    item = maps.add_class_map(
        page, MAP, (shown, _style(shown, renderer, sum(counts.values()), styles)), _over(background)
    )
    maps.add_scale_bar(page, SCALE, item, styles.small)
    maps.add_north_arrow(page, NORTH, styles.theme)
    groups = {group: count for group, count in counts.items() if group in GROUPS}
    add_bivariate_legend(layout, LEFT, LEGEND_TOP, groups, sum(counts.values()) - sum(groups.values()))
    source = tr("Map: {source}").format(source=credit) if credit else ""
    page.label("kartengrundlage", source, CREDIT, styles.small)
    layout.setReferenceMap(item)
    before = project.layoutManager().layoutByName(layout.name())
    if before is not None:
        project.layoutManager().removeLayout(before)
    return project.layoutManager().addLayout(layout)


def _counts(layer: QgsVectorLayer, attribute: str) -> Counter[str]:
    return Counter(str(plain(feature[attribute]) or "") for feature in layer.getFeatures())


def _style(layer: QgsVectorLayer, renderer: QgsCategorizedSymbolRenderer, areas: int, styles: Styles) -> str:
    named = AREA_NAME.name in layer.fields().names() and areas <= MOST_NAMES
    names = labels(f'"{AREA_NAME.name}"', styles.small_ink).settings() if named else None
    return map_styles.style_xml(layer, renderer.clone(), names)


def _over(background: Mapping[str, QgsVectorLayer]) -> list[maps.Styled]:
    return [
        (layer, map_styles.style_xml(layer, map_styles.background(kind, layer)))
        for layer, kind in ((background[name], GROUND[name]) for name in ("bahn", "gewaesser") if name in background)
    ]  # fmt: skip
