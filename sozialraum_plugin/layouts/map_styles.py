"""How the layers of the maps are drawn: a quiet ground, white neighbours, the area in the accent."""

from __future__ import annotations

from qgis.core import (
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsLineSymbol,
    QgsMapLayerStyle,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRuleBasedRenderer,
    QgsSimpleLineSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)

from ..core.profiles.colours import Theme
from .typography import TextStyle

GROUND = "#ECEFEB"
GREEN = "#DFE8D9"
WATER = "#BCD3DF"
BUILDING = "#B4BFC1"
STREET = "#FFFFFF"
RAILWAY = "#8A9296"
PALE_AREA = "#DCE3E5"
FAR_AREA = "#EEF2F3"
VEIL_OPACITY = 150
CURRENT_AREA = "\"gebiet\" = attribute(@atlas_feature, 'gebiet')"
SAME_LEVEL = "\"ebene\" = attribute(@atlas_feature, 'ebene')"
SAME_COMMUNE = "\"gemeinde\" = attribute(@atlas_feature, 'gemeinde')"
LONGEST_LINE = 22
BLANK = "\u00a0"  # at both ends of a name, so that two beside each other do not read as one
TINY_SHARE, TINY_DOT = 0.0012, 1.6  # of the locator map; millimetres
MOST_SYMBOL_LAYERS = 4  # of any symbol here, so that the drawing orders of two rules do not mix
MAJOR_ROADS = (
    "motorway", "trunk", "primary", "motorway_link", "trunk_link", "primary_link", "autobahn", "bundesstrasse",
    "bundesstraße", "hauptstrasse", "hauptstraße",
)  # fmt: skip
PATHS = (
    "footway", "steps", "path", "cycleway", "track", "platform", "bridleway", "corridor", "construction", "fussweg",
    "fußweg", "radweg", "weg", "service",
)  # fmt: skip

Rule = tuple[str, QgsSymbol]


def style_xml(layer: QgsVectorLayer, renderer: QgsFeatureRenderer, labels: QgsPalLayerSettings | None = None) -> str:
    """Return a style for a layer as the XML that a map item keeps, without touching the user's layer."""
    dressed = layer.clone()
    dressed.setRenderer(renderer)
    dressed.setOpacity(1)
    dressed.setScaleBasedVisibility(False)
    dressed.setLabelsEnabled(labels is not None)
    if labels is not None:
        dressed.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    style = QgsMapLayerStyle()
    style.readFromLayer(dressed)
    return style.xmlData()


def rules(*pairs: Rule) -> QgsRuleBasedRenderer:
    """Return a renderer of (filter, symbol) pairs, drawn in their order.

    The rules are copies of one that QGIS made: a rule made in Python is written to after the renderer has freed it.
    """
    renderer = QgsRuleBasedRenderer(pairs[0][1].clone())
    root = renderer.rootRule()
    for level, (condition, symbol) in enumerate(pairs):
        for number in range(symbol.symbolLayerCount()):
            symbol.symbolLayer(number).setRenderingPass(level * MOST_SYMBOL_LAYERS + number)
        rule = root.children()[0].clone()
        rule.setSymbol(symbol)
        rule.setFilterExpression(condition)
        root.appendChild(rule)
    root.removeChildAt(0)
    renderer.setUsingSymbolLevels(True)
    return renderer


def fill(colour: str, outline: str = "", width: float = 0.2) -> QgsFillSymbol:
    """Return a plain fill, without an outline if no colour is given for one."""
    edge = {"outline_color": outline, "outline_width": str(width)} if outline else {"outline_style": "no"}
    return QgsFillSymbol.createSimple({"color": colour, "joinstyle": "round", **edge})


def line(colour: str, width: float, dashes: str = "") -> QgsLineSymbol:
    """Return a plain line; `dashes` are lengths in millimetres (``1.6;1.6``)."""
    dash = {"use_custom_dash": "1", "customdash": dashes} if dashes else {}
    ends = {"capstyle": "flat" if dashes else "round", "joinstyle": "round"}
    return QgsLineSymbol.createSimple({"line_color": colour, "line_width": str(width), **ends, **dash})


def by_geometry(layer: QgsVectorLayer, polygon: QgsFillSymbol, stroke: QgsLineSymbol) -> QgsFeatureRenderer:
    """Return a renderer for whichever geometry the user's layer has."""
    if layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry:
        return QgsSingleSymbolRenderer(polygon)
    if layer.geometryType() == QgsWkbTypes.GeometryType.LineGeometry:
        return QgsSingleSymbolRenderer(stroke)
    return QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": polygon.color().name(), "size": "0.8"}))


def streets(layer: QgsVectorLayer) -> QgsFeatureRenderer:
    """Return white streets, wider ones for main roads and hairlines for paths where a field `art` tells them."""
    if layer.geometryType() != QgsWkbTypes.GeometryType.LineGeometry or "art" not in layer.fields().names():
        return by_geometry(layer, fill(STREET), line(STREET, 0.7))
    major, paths = _quoted(MAJOR_ROADS), _quoted(PATHS)
    kind = "lower(coalesce(\"art\", ''))"
    return rules(
        (f"{kind} in ({paths})", line(STREET, 0.2)),
        (f"{kind} not in ({paths}) and {kind} not in ({major})", line(STREET, 0.65)),
        (f"{kind} in ({major})", line(STREET, 1.3)),
    )


def railway(layer: QgsVectorLayer) -> QgsFeatureRenderer:
    """Return a railway as a grey line with white dashes."""
    symbol = line(RAILWAY, 0.7)
    dashes = QgsSimpleLineSymbolLayer.create(
        {
            "line_color": "#FFFFFF",
            "line_width": "0.4",
            "use_custom_dash": "1",
            "customdash": "1.4;1.4",
            "capstyle": "flat",
        }
    )
    symbol.appendSymbolLayer(dashes)
    return by_geometry(layer, fill(RAILWAY), symbol)


def background(kind: str, layer: QgsVectorLayer) -> QgsFeatureRenderer:
    """Return the renderer of a background layer: streets, buildings, railway, water or green."""
    if kind == "streets":
        return streets(layer)
    if kind == "railway":
        return railway(layer)
    colour, width = {"buildings": (BUILDING, 0.3), "water": (WATER, 1.6), "green": (GREEN, 1.0)}[kind]
    return by_geometry(layer, fill(colour), line(colour, width))


def veil() -> QgsFeatureRenderer:
    """Return a veil over all but the area, so that its streets and houses stand out from those around it."""
    colour = f"{_channels(GROUND)},{VEIL_OPACITY}"
    generator = QgsGeometryGeneratorSymbolLayer.create(
        {
            "geometryModifier": "difference(@map_extent, $geometry)",
            "SymbolType": "Fill",
            "color": colour,
            "outline_style": "no",
        }
    )
    symbol = QgsFillSymbol.createSimple({})
    symbol.changeSymbolLayer(0, generator)  # a list of layers in the constructor would stay Python's and be freed
    return rules((CURRENT_AREA, symbol))


def areas(theme: Theme) -> QgsFeatureRenderer:
    """Return the areas of the main map: thin borders, the area itself tinted and outlined."""
    current = fill(f"{_channels(theme.accent)},26", theme.accent, 0.9)
    return rules(
        (f"{SAME_LEVEL} and not ({CURRENT_AREA})", fill("0,0,0,0", theme.compare, 0.25)),
        (CURRENT_AREA, current),
    )


def locator(theme: Theme, has_commune: bool) -> QgsFeatureRenderer:
    """Return the areas of the locator map: the commune's pale, others paler, the area in the accent."""
    near = f"{SAME_LEVEL} and not ({CURRENT_AREA})"
    here = fill(theme.accent, "#FFFFFF", 0.2)
    if not has_commune:
        return rules((near, fill(PALE_AREA, "#FFFFFF", 0.2)), (CURRENT_AREA, here), _dot_of_tiny(theme))
    same = f"coalesce({SAME_COMMUNE}, true)"
    return rules(
        (f"{near} and not {same}", fill(FAR_AREA, "#FFFFFF", 0.2)),
        (f"{near} and {same}", fill(PALE_AREA, "#FFFFFF", 0.2)),
        (CURRENT_AREA, here),
        _dot_of_tiny(theme),
    )


def _dot_of_tiny(theme: Theme) -> Rule:
    """Return a dot for an area that would be no more than a speck on the locator map."""
    width, height = (
        f"(attribute(@atlas_feature, 'lage_{axis}max') - attribute(@atlas_feature, 'lage_{axis}min'))" for axis in "xy"
    )
    return f"{CURRENT_AREA} and area($geometry) < {TINY_SHARE} * {width} * {height}", tiny_dot(theme)


def tiny_dot(theme: Theme) -> QgsFillSymbol:
    """Return a dot in the accent inside a polygon that is too small to be seen."""
    generator = QgsGeometryGeneratorSymbolLayer.create(
        {"geometryModifier": "point_on_surface($geometry)", "SymbolType": "Marker"}
    )
    dot = {"color": theme.accent, "outline_color": "#FFFFFF", "outline_width": "0.2", "size": str(TINY_DOT)}
    generator.setSubSymbol(QgsMarkerSymbol.createSimple(dot))
    symbol = QgsFillSymbol.createSimple({})
    symbol.changeSymbolLayer(0, generator)
    return symbol


def obstacles() -> QgsPalLayerSettings:
    """Return settings of a layer without labels that keeps the labels of others away from its symbols."""
    settings = QgsPalLayerSettings()
    settings.drawLabels = False
    settings.fieldName = "''"
    settings.isExpression = True
    settings.obstacleSettings().setIsObstacle(True)
    return settings


def neighbour_labels(theme: Theme, family: str) -> QgsPalLayerSettings:
    """Return the names of the areas around, without buffers, which cost more time than all else in a map."""
    settings = QgsPalLayerSettings()
    settings.autoWrapLength = LONGEST_LINE
    name = f"'{BLANK}' || replace(\"gebiet_name\", '/', '/\\n') || '{BLANK}'"
    settings.fieldName = f"if({SAME_LEVEL} and not ({CURRENT_AREA}), {name}, NULL)"
    settings.isExpression = True
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.centroidWhole = False
    settings.wrapChar = "\n"
    settings.setFormat(TextStyle(7, theme.muted).text_format(family))
    return settings


def _channels(colour: str) -> str:
    return ",".join(str(int(colour[start : start + 2], 16)) for start in (1, 3, 5))


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)
