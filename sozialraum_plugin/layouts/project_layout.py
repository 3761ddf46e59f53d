"""Puts the layout of the profiles into a project whose store has the layer of their texts."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsProject, QgsVectorLayer

from ..core.fields import AREA_NAME, LEVEL, Level
from .layer_catalogue import ALL_LEVELS, PROFILES, SOCIAL_AREAS
from .options import LAYOUT_NAME, LayoutOptions
from .profile_layout import add_profile_layout

# What the layout calls the layers of the base map.
GROUND = {
    "strassen": "streets",
    "gebaeude": "buildings",
    "bahn": "railway",
    "gewaesser": "water",
    "gruen": "green",
    "einrichtungen": "facilities",
}


def add_project_layout(
    project: QgsProject,
    layers: Mapping[str, QgsVectorLayer],
    background: Mapping[str, QgsVectorLayer],
    title: str,
    credit: str,
) -> bool:
    """Add the profile layout if there are profiles; tell whether there are.

    The charts are looked for in the folder ``diagramme`` beside the project.
    """
    profiles = layers.get(PROFILES)
    if profiles is None or not profiles.isSpatial():
        return False
    areas = layers.get(ALL_LEVELS) or layers.get(SOCIAL_AREAS) or profiles
    ground = {GROUND[name]: layer for name, layer in background.items() if name in GROUND}
    options = LayoutOptions(title=title or LAYOUT_NAME, place=district_name(areas), credit=credit)
    add_profile_layout(project, profiles, areas, ground, options)
    return True


def district_name(areas: QgsVectorLayer) -> str:
    """Return the name of the Kreis among the areas of all levels, or an empty text."""
    names = areas.fields().names()
    if LEVEL.name not in names or AREA_NAME.name not in names:
        return ""
    return next((str(area[AREA_NAME.name]) for area in areas.getFeatures() if area[LEVEL.name] == Level.DISTRICT), "")
