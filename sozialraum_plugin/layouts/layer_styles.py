"""How each layer of the store and of the background looks."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.fields import AREA, AREA_NAME, LEVEL, Level
from ..core.messages import tr
from .labels import labels
from .palette import ACCENT, BUILDING, COMPARISON, GREEN, INK, MUTED, PALE, PAPER, RULE, STREET, WATER
from .symbols import area, dot, line
from .typography import TextStyle

ADDRESS_SCALE = 10_000  # visible when the map is larger than 1:10,000
BLOCK_SCALE = 25_000
OUTLINES = {
    Level.QUARTER: (MUTED, 0.2, "solid"),
    Level.SOCIAL_AREA: (ACCENT, 0.5, "solid"),
    Level.COMMUNE: (INK, 0.5, "dash"),
    Level.DISTRICT: (INK, 0.8, "solid"),
}


def style_addresses(layer: QgsVectorLayer) -> None:
    """Draw addresses as small dots, on large scales only."""
    _draw(layer, dot(ACCENT, 1.0))
    _only_below(layer, ADDRESS_SCALE)


def style_blocks(layer: QgsVectorLayer) -> None:
    """Draw blocks as thin outlines, on large scales only."""
    _draw(layer, area(None, COMPARISON, 0.12))
    _only_below(layer, BLOCK_SCALE)


def style_quarters(layer: QgsVectorLayer) -> None:
    """Draw Quartiere as pale areas."""
    _draw(layer, area(PALE, COMPARISON, 0.2))


def style_social_areas(layer: QgsVectorLayer) -> None:
    """Draw Sozialräume as accent outlines with their names."""
    _draw(layer, area(None, ACCENT, 0.45))
    names = [f'"{field.name}"' for field in (AREA_NAME, AREA) if field.name in layer.fields().names()]
    if names:
        layer.setLabeling(labels(f"coalesce({', '.join(names)})", TextStyle(9, ACCENT, bold=True)))
        layer.setLabelsEnabled(True)


def style_all_levels(layer: QgsVectorLayer) -> None:
    """Draw the areas of all levels as outlines, the wider the higher the level."""
    titles = {
        Level.QUARTER: tr("Quarter"),
        Level.SOCIAL_AREA: tr("Social area"),
        Level.COMMUNE: tr("Commune"),
        Level.DISTRICT: tr("District"),
    }
    categories = [
        QgsRendererCategory(level, area(None, *outline), titles[level]) for level, outline in OUTLINES.items()
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer(LEVEL.name, categories))


def style_coverage(layer: QgsVectorLayer) -> None:
    """Draw the areas that the profile pages run through."""
    _draw(layer, area(None, ACCENT, 0.4, "dot"))


def style_streets(layer: QgsVectorLayer) -> None:
    """Draw streets as quiet lines."""
    _draw(layer, line(STREET, 0.3))


def style_buildings(layer: QgsVectorLayer) -> None:
    """Draw buildings as pale areas, on large scales only."""
    _draw(layer, area(BUILDING, None))
    _only_below(layer, BLOCK_SCALE)


def style_railway(layer: QgsVectorLayer) -> None:
    """Draw railway lines dashed."""
    _draw(layer, line(MUTED, 0.35, "dash"))


def style_water(layer: QgsVectorLayer) -> None:
    """Draw water pale blue, rivers and lakes alike."""
    _draw(layer, area(WATER, None) if _is_polygon(layer) else line(WATER, 0.6))


def style_green(layer: QgsVectorLayer) -> None:
    """Draw parks and woods pale green."""
    _draw(layer, area(GREEN, None))


def style_facilities(layer: QgsVectorLayer) -> None:
    """Draw facilities as dark dots, on large scales only."""
    _draw(layer, dot(INK, 1.6))
    _only_below(layer, BLOCK_SCALE)


def style_communes(layer: QgsVectorLayer) -> None:
    """Draw commune borders dashed on paper."""
    _draw(layer, area(PAPER, RULE, 0.5, "dash"))


def _draw(layer: QgsVectorLayer, symbol: QgsSymbol) -> None:
    """Give a layer one symbol, unless its geometry is of another kind (a file of the user's own)."""
    if symbol.type() == QgsSymbol.symbolTypeForGeometryType(layer.geometryType()):
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def _is_polygon(layer: QgsVectorLayer) -> bool:
    return layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry


def _only_below(layer: QgsVectorLayer, scale: float) -> None:
    layer.setScaleBasedVisibility(True)
    layer.setMinimumScale(scale)
