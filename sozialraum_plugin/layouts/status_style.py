"""The twelve groups of status and dynamics on a map.

Colour says the status, hatching the dynamics: rising lines for positive, falling lines for negative, none for stable.
So the map can be read without colour.
"""

from __future__ import annotations

from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

from ..core.indices.class_names import DYNAMICS_CLASSES, STATUS_CLASSES, group_name
from ..core.messages import tr
from .palette import EXCLUDED, INK, MUTED, PAPER, STATUS
from .symbols import area, hatching

HATCH_ANGLES = {"+": 45.0, "-": 135.0}
HATCH_DISTANCE, HATCH_WIDTH = 1.6, 0.22
OPACITY = 0.82  # streets shine through
DARK_STATUS = 4  # needs light hatching


def status_renderer(attribute: str, with_dynamics: bool) -> QgsCategorizedSymbolRenderer:
    """Return the renderer of a field that holds `gesamt` (``2+/-``), or the status alone if there are no dynamics."""
    groups = [(status, dynamics) for status in STATUS_CLASSES for dynamics in DYNAMICS_CLASSES]
    if not with_dynamics:
        groups = [(status, None) for status in STATUS_CLASSES]
    categories = [
        QgsRendererCategory(f"{status}{dynamics or ''}", group_symbol(status, dynamics), group_name(status, dynamics))
        for status, dynamics in groups
    ]
    categories.append(QgsRendererCategory("", excluded_symbol(), tr("excluded")))  # "" stands for NULL too
    return QgsCategorizedSymbolRenderer(attribute, categories)


def group_symbol(status: int, dynamics: str | None) -> QgsFillSymbol:
    """Return the symbol of one group."""
    symbol = area(STATUS[status], PAPER, 0.3, opacity=OPACITY)
    if dynamics in HATCH_ANGLES:
        color = PAPER if status == DARK_STATUS else INK
        symbol.appendSymbolLayer(hatching(color, HATCH_ANGLES[dynamics], HATCH_DISTANCE, HATCH_WIDTH))
    return symbol


def excluded_symbol() -> QgsFillSymbol:
    """Return the symbol of an area without an index."""
    return area(EXCLUDED, MUTED, 0.15, "dot", OPACITY)
