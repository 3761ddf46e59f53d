"""The legend of status and dynamics as an item of a print layout."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from qgis.core import QgsLayoutItemPicture, QgsLayoutPoint, QgsLayoutSize, QgsPrintLayout, QgsUnitTypes

from ..core.indices.status.bivariate_legend import HEIGHT, UNITS, WIDTH, legend_svg

ITEM_ID = "legende_status_dynamik"


def add_bivariate_legend(
    layout: QgsPrintLayout,
    x: float,
    y: float,
    counts: Mapping[str, int] | None = None,
    excluded: int | None = None,
    width: float = WIDTH / UNITS,
) -> QgsLayoutItemPicture:
    """Add the legend at x, y (millimetres on the first page), `width` wide; it stays vector in the PDF.

    At its own width of 80 mm the hatching is as dense as on the map. The drawing is kept inside the layout.
    """
    item = QgsLayoutItemPicture(layout)
    drawing = base64.b64encode(legend_svg(counts, excluded).encode()).decode()
    item.setMode(QgsLayoutItemPicture.Format.FormatSVG)
    item.setPicturePath(f"base64:{drawing}", QgsLayoutItemPicture.Format.FormatSVG)
    item.setId(ITEM_ID)
    millimetres = QgsUnitTypes.LayoutUnit.LayoutMillimeters
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y, millimetres))
    item.attemptResize(QgsLayoutSize(width, width * HEIGHT / WIDTH, millimetres))
    return item
