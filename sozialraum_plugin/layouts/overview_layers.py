"""The layer of areas that the maps of the overview report draw, and how each map draws it.

The layer holds classes and running numbers only, so no value can leave through it.
"""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsProject,
    QgsTextBufferSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.fields import AREA, Field
from ..core.profiles.colours import Theme
from ..core.profiles.overview_briefs import PICTURE as AREA_PICTURE
from ..core.profiles.overview_data import Choropleth, Overview
from ..core.profiles.overview_front import COVER_PICTURE
from ..core.profiles.overview_index import VALUES
from ..core.profiles.overview_maps import INDEX_PICTURE, index_values
from ..core.profiles.overview_signs import BORDER, HIDDEN, MISSING, OUT, paint_of
from ..geo.attributes import attribute, qgs_fields
from . import map_styles
from .status_style import excluded_symbol, group_symbol
from .symbols import area, hatching
from .typography import TextStyle

NUMBER = "nummer"
MOST_LABELS = 150  # areas; with more the numbers cover the map
PALE_OUTLINE = 0.2


class OverviewLayer:
    """The layer and the styles of all pictures of a report; `project` owns the layer."""

    def __init__(
        self,
        overview: Overview,
        shapes: Mapping[str, QgsGeometry],
        crs: QgsCoordinateReferenceSystem,
        project: QgsProject,
        theme: Theme,
        family: str,
    ) -> None:
        self._theme, self._family = theme, family
        self._signs = {each.picture: _choropleth_signs(each) for each in overview.choropleths()}
        self._signs[INDEX_PICTURE] = _index_signs(overview)
        self._of_area = {each.picture: each.of_area for each in overview.choropleths()}
        self._of_area[INDEX_PICTURE] = _index_classes(overview)
        self._labels = len(overview.targets) <= MOST_LABELS
        self.classes = len(overview.index.keys) if overview.index else 0
        self.layer = self._filled(overview, shapes, crs)
        project.addMapLayer(self.layer)

    def _filled(
        self, overview: Overview, shapes: Mapping[str, QgsGeometry], crs: QgsCoordinateReferenceSystem
    ) -> QgsVectorLayer:
        fields = (AREA, Field(NUMBER), *map(Field, self._of_area))
        layer = QgsVectorLayer("MultiPolygon", "gebiete", "memory")
        layer.setCrs(crs)
        layer.dataProvider().addAttributes(list(qgs_fields(fields)))
        layer.updateFields()
        features = []
        for code, number in overview.numbers().items():
            feature = QgsFeature(layer.fields())
            values = [code, number, *(classes.get(code, "") for classes in self._of_area.values())]
            feature.setAttributes([attribute(value, field.kind) for value, field in zip(values, fields)])
            feature.setGeometry(shapes[code])
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        layer.updateExtents()
        return layer

    def style(self, picture: str) -> str:
        """Return the style of a picture as the XML that a map item keeps."""
        if picture == COVER_PICTURE:
            theme = self._theme
            outlined = map_styles.fill(f"{_channels(theme.accent)},30", theme.accent, 0.35)
            return map_styles.style_xml(self.layer, map_styles.rules(("true", outlined)), self._numbers(7.5))
        if picture.startswith(AREA_PICTURE):
            return map_styles.style_xml(self.layer, self._one_area(picture[len(AREA_PICTURE) :]))
        pairs = [(f"\"{picture}\" = '{key}'", self.symbol(sign)) for key, sign in self._signs[picture]]
        size = 7.0 if picture == INDEX_PICTURE else 5.6
        return map_styles.style_xml(self.layer, map_styles.rules(*pairs), self._numbers(size))

    def _one_area(self, code: str) -> QgsFeatureRenderer:
        here = '"gebiet" = \'' + code.replace("'", "''") + "'"
        others = map_styles.fill(map_styles.PALE_AREA, "#FFFFFF", PALE_OUTLINE)
        extent = self.layer.extent()
        tiny = f"{here} and area($geometry) < {map_styles.TINY_SHARE * extent.width() * extent.height()}"
        return map_styles.rules(
            (f"not ({here})", others),
            (here, map_styles.fill(self._theme.accent, "#FFFFFF", 0.2)),
            (tiny, map_styles.tiny_dot(self._theme)),
        )

    def _numbers(self, size: float) -> QgsPalLayerSettings | None:
        """Return the running numbers as labels with a thin rim."""
        if not self._labels:
            return None
        rim = QgsTextBufferSettings()
        rim.setEnabled(True)
        rim.setSize(0.45)
        rim.setColor(QColor("#FFFFFF"))
        text_format = TextStyle(size, self._theme.ink, bold=True).text_format(self._family)
        text_format.setBuffer(rim)
        settings = QgsPalLayerSettings()
        settings.fieldName = NUMBER
        settings.placement = QgsPalLayerSettings.Placement.Horizontal
        settings.centroidWhole = True
        settings.fitInPolygonOnly = False
        settings.setFormat(text_format)
        return settings

    def symbol(self, sign: str) -> QgsFillSymbol:
        """Return the fill of an area on a map; `paint_of` knows the signs."""
        kind, _, rest = sign.partition(":")
        if kind == "class" and not rest.startswith("k"):
            return group_symbol(int(rest[0]), rest[1:] or None)
        if kind == OUT:
            return excluded_symbol()
        paint = paint_of(sign, self._theme, self.classes)
        symbol = area(paint.fill, paint.border, BORDER, "dot" if paint.dotted else "solid")
        if paint.hatch is not None:
            symbol.appendSymbolLayer(hatching(paint.hatch_colour, 45.0, paint.hatch.distance, paint.hatch.width))
        return symbol


def _choropleth_signs(drawn: Choropleth) -> list[tuple[str, str]]:
    """Return the values of the map's column with their signs."""
    count = len(drawn.classes)
    steps = [(str(each.number), f"ramp:{each.number}:{count}") for each in drawn.classes]
    return [*steps, (HIDDEN, HIDDEN), (MISSING, MISSING)]


def _index_signs(overview: Overview) -> list[tuple[str, str]]:
    index = overview.index
    if index is None:
        return [("", "excluded")]
    if index.kind == VALUES:
        _, classes = index_values(overview)
        return [*((str(each.number), f"ramp:{each.number}:{len(classes)}") for each in classes), ("", "excluded")]
    return [*((key, f"class:{key}") for key in index.keys), ("", "excluded")]


def _index_classes(overview: Overview) -> dict[str, str]:
    """Return the class of each area as its column holds it; empty if it has none."""
    if overview.index is None:
        return {}
    if overview.index.kind == VALUES:
        return {code: str(number) for code, number in index_values(overview)[0].items()}
    return {code: each.class_key for code, each in overview.index.areas.items()}


def _channels(colour: str) -> str:
    return ",".join(str(int(colour[start : start + 2], 16)) for start in (1, 3, 5))
