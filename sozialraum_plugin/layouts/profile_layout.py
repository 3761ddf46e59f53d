"""The profile as an ordinary QGIS print layout with atlas: two A4 pages per area, usable without the plugin."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsLayoutItemPage, QgsLayoutSize, QgsPrintLayout, QgsProject, QgsUnitTypes, QgsVectorLayer

from ..core.fields import COMMUNE
from ..core.profiles.facilities import FacilityKind, kinds_present
from . import map_styles, maps
from .items import Page, hide_unless
from .options import LayoutOptions
from .profile_page1 import LOCATOR, MAIN_MAP, SCALE, add_page_1, legend_text
from .profile_page2 import add_page_2
from .styles import Styles
from .typography import profile_family

PAGES = 2
A4 = (210, 297)
FACILITY_KIND = "art"
PAGE_2_SECTIONS = ('"pyramide_bild"', '"haushalte_bild"', '"herkunft_bild"', '"zeitreihe_bild"', '"tabelle1_name"')


def add_profile_layout(
    project: QgsProject,
    profile_layer: QgsVectorLayer,
    areas_layer: QgsVectorLayer,
    background: Mapping[str, QgsVectorLayer],
    options: LayoutOptions,
) -> QgsPrintLayout:
    """Add the profile layout to a project, whose layers these must be, and return it.

    `profile_layer` is the coverage (table `profile` of core/profiles/table.py as polygons), `areas_layer` the areas
    of all levels, `background` holds any of streets, buildings, railway, water, green and facilities. The maps keep
    their own styles, so the layers may look otherwise in the project. A layout of the same name is replaced.
    """
    manager = project.layoutManager()
    before = manager.layoutByName(options.name)
    if before is not None:
        manager.removeLayout(before)
    layout = QgsPrintLayout(project)
    layout.undoStack().blockCommands(True)  # nobody undoes the building
    layout.setName(options.name)
    layout.setUnits(QgsUnitTypes.LayoutUnit.LayoutMillimeters)
    _add_pages(layout)
    atlas = layout.atlas()
    atlas.setCoverageLayer(profile_layer)
    atlas.setEnabled(True)
    atlas.setSortFeatures(True)
    atlas.setSortExpression('"gebiet"')
    atlas.setPageNameExpression('"gebiet" || \' \' || "gebiet_name"')
    atlas.setFilenameExpression("'profil_' || \"gebiet\"")
    pages = [Page(layout, number, profile_family()) for number in range(PAGES)]
    styles = Styles(options.theme)
    _add_maps(pages[0], profile_layer, areas_layer, background, options, styles)
    add_page_1(pages[0], options, styles, _legend(background, options))
    add_page_2(pages[1], options, styles)
    layout.undoStack().blockCommands(False)
    manager.addLayout(layout)
    return layout


def _add_pages(layout: QgsPrintLayout) -> None:
    for number in range(PAGES):
        page = QgsLayoutItemPage(layout)
        page.setPageSize(QgsLayoutSize(*A4, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
        layout.pageCollection().addPage(page)
        if number:
            hide_unless(page, f"coalesce({', '.join(PAGE_2_SECTIONS)}) is not null")


def _add_maps(
    page: Page,
    profile_layer: QgsVectorLayer,
    areas_layer: QgsVectorLayer,
    background: Mapping[str, QgsVectorLayer],
    options: LayoutOptions,
    styles: Styles,
) -> None:
    theme, crs = options.theme, profile_layer.crs()
    labels = map_styles.neighbour_labels(theme, page.family)
    areas = (areas_layer, map_styles.style_xml(areas_layer, map_styles.areas(theme), labels))
    veil = (profile_layer, map_styles.style_xml(profile_layer, map_styles.veil()))
    ground = [
        (background[kind], map_styles.style_xml(background[kind], map_styles.background(kind, background[kind])))
        for kind in maps.GROUND_ORDER
        if kind in background
    ]
    facilities = []
    groups = present_facilities(background)
    if groups:
        layer = background["facilities"]
        dots = maps.facility_renderer(layer, groups, crs, theme, page.family)
        facilities.append((layer, map_styles.style_xml(layer, dots)))
    main = maps.add_main_map(page, MAIN_MAP, areas, veil, ground, facilities)
    maps.add_scale_bar(page, SCALE, main, styles.small)
    has_commune = COMMUNE.name in areas_layer.fields().names()
    locator = map_styles.style_xml(areas_layer, map_styles.locator(theme, has_commune))
    maps.add_locator(page, LOCATOR, (areas_layer, locator), crs)


def present_facilities(background: Mapping[str, QgsVectorLayer]) -> list[FacilityKind]:
    """Return the groups of facilities that the background has."""
    layer = background.get("facilities")
    if layer is None or FACILITY_KIND not in layer.fields().names():
        return []
    return kinds_present(layer.uniqueValues(layer.fields().indexFromName(FACILITY_KIND)))


def _legend(background: Mapping[str, QgsVectorLayer], options: LayoutOptions) -> str:
    letters = [(group.letter, group.names[options.texts.language]) for group in present_facilities(background)]
    if not background:
        return ""
    credit = options.credit or options.texts.phrase("map_credit_default")
    return legend_text(letters, options.texts.phrase("map_credit", credit=credit))
