"""The twelve groups of status and dynamics on a map.

Colour says the status, hatching the dynamics: thin rising lines for positive, heavy falling lines for negative, none
for stable. So the map can be read without colour.
"""

from __future__ import annotations

from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

from ..core.indices.class_colours import DYNAMICS, OPACITY
from ..core.indices.status.class_names import DYNAMICS_CLASSES, STATUS_CLASSES, excluded_name, group_name
from .hatches import excluded_symbol, hatched_area
from .palette import STATUS

__all__ = ["OPACITY", "excluded_symbol", "group_symbol", "status_renderer"]


def status_renderer(attribute: str, with_dynamics: bool) -> QgsCategorizedSymbolRenderer:
    """Return the renderer of a field that holds `gesamt` (``2+/-``), or the status alone if there are no dynamics."""
    groups = [(status, dynamics) for status in STATUS_CLASSES for dynamics in DYNAMICS_CLASSES]
    if not with_dynamics:
        groups = [(status, None) for status in STATUS_CLASSES]
    categories = [
        QgsRendererCategory(f"{status}{dynamics or ''}", group_symbol(status, dynamics), group_name(status, dynamics))
        for status, dynamics in groups
    ]
    categories.append(QgsRendererCategory("", excluded_symbol(), excluded_name()))  # "" stands for NULL too
    return QgsCategorizedSymbolRenderer(attribute, categories)


def group_symbol(status: int, dynamics: str | None) -> QgsFillSymbol:
    """Return the symbol of one group."""
    return hatched_area(STATUS[status], DYNAMICS.get(dynamics or ""))
