"""The profile as an ordinary QGIS print layout with atlas: A4 pages per area, usable without the plugin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsLayoutItemPage, QgsLayoutSize, QgsPrintLayout, QgsProject, QgsUnitTypes, QgsVectorLayer

from ..core.fields import COMMUNE
from ..core.profiles.facilities import FacilityKind, kinds_present
from ..core.profiles.indicator_pages import SLOTS
from ..core.profiles.local_pages import SLOTS as LOCAL_SLOTS
from ..core.profiles.sections import INDICATORS, LOCAL, PEOPLE, SECTIONS, page_kinds
from ..core.profiles.table import ORDER
from . import map_styles, maps
from .class_map_style import class_renderer
from .items import Page, hide_unless
from .options import LayoutOptions
from .page_frame import add_page_numbers
from .profile_page1 import LOCATOR, MAIN_MAP, NORTH, SCALE, add_page_1, legend_text
from .profile_page2 import CLASS_MAP, add_page_2
from .profile_page3 import add_indicator_page, indicator_page_there
from .profile_page4 import LINES, add_local_page, local_page_there
from .styles import Styles
from .typography import profile_family

A4 = (210, 297)
FACILITY_KIND = "art"
GROUP_FIELD = "feld_gruppe"
PAGE_2_SECTIONS = ('"pyramide_bild"', '"haushalte_bild"', '"herkunft_bild"', '"zeitreihe_bild"', '"feld_titel"')
PAGE_2_THERE = f"coalesce({', '.join(PAGE_2_SECTIONS)}) is not null"


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
    their own styles, so the layers may look otherwise in the project. A layout of the same name is replaced. The kinds
    of pages after the first stand in the order that the profiles have.
    """
    manager = project.layoutManager()
    before = manager.layoutByName(options.name)
    if before is not None:
        manager.removeLayout(before)
    layout = QgsPrintLayout(project)
    layout.undoStack().blockCommands(True)  # nobody undoes the building
    layout.setName(options.name)
    layout.setUnits(QgsUnitTypes.LayoutUnit.LayoutMillimeters)
    order = _page_order(profile_layer)
    there = ["true", *(_page_there(kind, number) for kind, number in order)]
    _add_pages(layout, there)
    atlas = layout.atlas()
    atlas.setCoverageLayer(profile_layer)
    atlas.setEnabled(True)
    atlas.setSortFeatures(True)
    atlas.setSortExpression('"gebiet"')
    atlas.setPageNameExpression('"gebiet" || \' \' || "gebiet_name"')
    atlas.setFilenameExpression("'profil_' || \"gebiet\"")
    pages = [Page(layout, number, profile_family()) for number in range(len(there))]
    styles = Styles(options.theme)
    _add_maps(pages[0], profile_layer, areas_layer, background, options, styles)
    add_page_1(pages[0], options, styles, _legend(background, options))
    for page, (kind, number) in zip(pages[1:], order):
        if kind == PEOPLE:
            _add_class_map(page, profile_layer, options)  # below all texts, or QGIS must draw those it could cover
            add_page_2(page, options, styles)
        elif kind == INDICATORS:
            add_indicator_page(page, number, options, styles)
        else:
            add_local_page(page, number, options, styles)
    add_page_numbers(pages, there, options, styles)
    layout.undoStack().blockCommands(False)
    manager.addLayout(layout)
    return layout


def _page_order(layer: QgsVectorLayer) -> list[tuple[str, int]]:
    """Return kind and number, from 0, of each page after the first, in the order of the profiles."""
    counts = {
        PEOPLE: 1,
        INDICATORS: _pages_of(layer, "alle_name", SLOTS),
        LOCAL: _pages_of(layer, LINES, LOCAL_SLOTS),
    }
    return [(kind, number) for kind in page_kinds(_named_sections(layer)) for number in range(counts[kind])]


def _named_sections(layer: QgsVectorLayer) -> list[str]:
    """Return the sections that the user has put in an order, which is one for all areas; none if there is no order."""
    position = layer.fields().indexFromName(ORDER)
    orders = [value for value in layer.uniqueValues(position) if value] if position >= 0 else []
    names = str(orders[0]).split("\n") if len(orders) == 1 else []
    return [name for name in names if name in SECTIONS]


def _page_there(kind: str, number: int) -> str:
    """Return the expression that tells whether an area has a page."""
    if kind == PEOPLE:
        return PAGE_2_THERE
    return indicator_page_there(number) if kind == INDICATORS else local_page_there(number)


def _add_pages(layout: QgsPrintLayout, there: Sequence[str]) -> None:
    """Add a page for each of the expressions that tell whether an area has it."""
    for condition in there:
        page = QgsLayoutItemPage(layout)
        page.setPageSize(QgsLayoutSize(*A4, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
        layout.pageCollection().addPage(page)
        if condition != "true":
            hide_unless(page, condition)


def _pages_of(layer: QgsVectorLayer, column: str, room: int) -> int:
    """Return how many pages of `room` lines the longest list of a column needs."""
    position = layer.fields().indexFromName(column)
    if position < 0:
        return 0
    lists = [value for value in layer.uniqueValues(position) if value]
    lines = max((str(value).count("\n") + 1 for value in lists), default=0)
    return -(-lines // room)


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
        facilities.append((layer, map_styles.style_xml(layer, dots, map_styles.obstacles())))
    main = maps.add_main_map(page, MAIN_MAP, areas, veil, ground, facilities)
    maps.add_scale_bar(page, SCALE, main, styles.small, options.texts.numbers)
    maps.add_north_arrow(page, NORTH, theme)
    has_commune = COMMUNE.name in areas_layer.fields().names()
    locator = map_styles.style_xml(areas_layer, map_styles.locator(theme, has_commune))
    maps.add_locator(page, LOCATOR, (areas_layer, locator), crs)


def _add_class_map(page: Page, profile_layer: QgsVectorLayer, options: LayoutOptions) -> None:
    """Add the small map of the index; a layer of an earlier version has no classes."""
    if GROUP_FIELD in profile_layer.fields().names():
        style = map_styles.style_xml(profile_layer, class_renderer(options.theme))
        hide_unless(maps.add_class_map(page, CLASS_MAP, (profile_layer, style)), '"feld_titel" is not null')


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
