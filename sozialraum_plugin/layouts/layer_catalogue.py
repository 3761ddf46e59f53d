"""The layers of a project: their fixed names in the store, their titles, groups and styles, from top to bottom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsVectorLayer

from ..core.messages import tr
from . import layer_styles as styles

BACKGROUND, INDICES = "background", "indices"
SOCIAL_AREAS, QUARTERS, ALL_LEVELS, INDEX, PROFILES = "sozialraeume", "quartiere", "gebiete", "index", "profile"

# The first of these that a store has gives the project its CRS and extent.
AREA_LAYERS = (SOCIAL_AREAS, ALL_LEVELS, QUARTERS, PROFILES, "bloecke", "adressen")


@dataclass(frozen=True)
class LayerSpec:
    """One layer: `name` in the file, `group` (a stage or the background), whether it is shown at first, its style."""

    name: str
    group: str
    shown: bool = False
    style: Callable[[QgsVectorLayer], None] | None = None


STORE_LAYERS = (
    LayerSpec("adressen", "addresses", True, styles.style_addresses),
    LayerSpec(SOCIAL_AREAS, "delineation", True, styles.style_social_areas),
    LayerSpec("bloecke", "delineation", True, styles.style_blocks),
    LayerSpec(QUARTERS, "delineation", False, styles.style_quarters),
    LayerSpec(ALL_LEVELS, "delineation", False, styles.style_all_levels),
    LayerSpec("strassenverzeichnis", "delineation"),
    LayerSpec("merkmale", "indicators"),
    LayerSpec("indikatoren", "indicators"),
    LayerSpec("indikatortabelle", "indicators"),
    LayerSpec(INDEX, INDICES),
    LayerSpec(PROFILES, "profiles", False, styles.style_coverage),
)
BACKGROUND_LAYERS = (
    LayerSpec("einrichtungen", BACKGROUND, True, styles.style_facilities),
    LayerSpec("bahn", BACKGROUND, True, styles.style_railway),
    LayerSpec("strassen", BACKGROUND, True, styles.style_streets),
    LayerSpec("gebaeude", BACKGROUND, True, styles.style_buildings),
    LayerSpec("gewaesser", BACKGROUND, True, styles.style_water),
    LayerSpec("gruen", BACKGROUND, True, styles.style_green),
    LayerSpec("gemeinden", BACKGROUND, True, styles.style_communes),
)
GROUPS = ("addresses", "delineation", INDICES, "indicators", "profiles", BACKGROUND)


def layer_title(name: str) -> str:
    """Return what users read for a layer."""
    return {
        "adressen": tr("Addresses"),
        SOCIAL_AREAS: tr("Social areas"),
        "bloecke": tr("Blocks"),
        QUARTERS: tr("Quarters"),
        ALL_LEVELS: tr("Areas of all levels"),
        "strassenverzeichnis": tr("Street directory"),
        "merkmale": tr("Counts of the offices"),
        "indikatoren": tr("Indicators of all levels"),
        "indikatortabelle": tr("Indicator table"),
        INDEX: tr("Index table"),
        PROFILES: tr("Profile pages"),
        "einrichtungen": tr("Facilities"),
        "bahn": tr("Railway"),
        "strassen": tr("Streets"),
        "gebaeude": tr("Buildings"),
        "gewaesser": tr("Water"),
        "gruen": tr("Green spaces"),
        "gemeinden": tr("Communes"),
    }[name]


def index_map_title() -> str:
    """Return the title of the layer that shows the index on the map."""
    return tr("Status and dynamics")


def group_title(group: str) -> str:
    """Return what users read for a group of layers."""
    return {
        "addresses": tr("1 Addresses"),
        "delineation": tr("2 Delineation"),
        "indicators": tr("3 Indicators"),
        INDICES: tr("4 Indices"),
        "profiles": tr("5 Profiles"),
        BACKGROUND: tr("Base map"),
    }[group]
