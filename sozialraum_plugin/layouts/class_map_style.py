"""The small map of the index in a profile: the groups as on the project's maps, this area outlined.

QGIS 3.22 prints a hatching of its own as a picture; here the lines are made by an expression and so stay lines.
"""

from __future__ import annotations

import math

from qgis.core import QgsFeatureRenderer, QgsGeometryGeneratorSymbolLayer, QgsSymbol

from ..core.indices.class_colours import DYNAMICS, RISING, STATUS, Hatch, hatch_colour
from ..core.indices.status.class_names import DYNAMICS_CLASSES, STATUS_CLASSES
from ..core.profiles.colours import Theme
from .hatches import OPACITY
from .map_styles import CURRENT_AREA, fill, rules
from .status_style import excluded_symbol
from .symbols import area, line

BORDER, BORDER_WIDTH = "#FFFFFF", 0.25
HALO_WIDTH, OUTLINE_WIDTH = 1.3, 0.8
_GROUP = "coalesce(\"feld_gruppe\", '')"
_LINES = (
    "with_variable('step', {distance} / 1000 * @map_scale, intersection($geometry, collect_geometries(array_foreach("
    "generate_series(ceil((y_min($geometry) - {far}) / @step), floor((y_max($geometry) - {near}) / @step)), "
    "make_line(make_point(x_min($geometry), @element * @step + {left}), "
    "make_point(x_max($geometry), @element * @step + {right}))))))"
)


def class_renderer(theme: Theme) -> QgsFeatureRenderer:
    """Return the renderer of the coverage layer by `feld_gruppe`."""
    groups = [(status, dynamics) for status in STATUS_CLASSES for dynamics in ("", *DYNAMICS_CLASSES)]
    return rules(
        (f"{_GROUP} = ''", excluded_symbol()),
        *((f"{_GROUP} = '{status}{dynamics}'", _group_symbol(status, dynamics)) for status, dynamics in groups),
        (CURRENT_AREA, fill("0,0,0,0", "#FFFFFF", HALO_WIDTH)),
        (CURRENT_AREA, fill("0,0,0,0", theme.accent, OUTLINE_WIDTH)),
    )


def _group_symbol(status: int, dynamics: str) -> QgsSymbol:
    symbol = area(STATUS[status], BORDER, BORDER_WIDTH, opacity=OPACITY)
    hatch = DYNAMICS.get(dynamics)
    if hatch is not None:
        symbol.appendSymbolLayer(_hatching(hatch, hatch_colour(STATUS[status])))
    return symbol


def _hatching(hatch: Hatch, colour: str) -> QgsGeometryGeneratorSymbolLayer:
    """Return lines at 45 degrees; all areas share one grid of them."""
    sign, ends = ("", ("x_max", "x_min")) if hatch.kind == RISING else ("-", ("x_min", "x_max"))
    far, near = (f"{sign}{end}($geometry)" for end in ends)
    expression = _LINES.format(
        distance=hatch.distance * math.sqrt(2),
        far=far, near=near, left=f"{sign}x_min($geometry)", right=f"{sign}x_max($geometry)",
    )  # fmt: skip
    layer = QgsGeometryGeneratorSymbolLayer.create({"geometryModifier": expression, "SymbolType": "Line"})
    layer.setSubSymbol(line(colour, hatch.width))
    return layer
