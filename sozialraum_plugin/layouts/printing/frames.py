"""Where a plain item stands, and which items are plain: without turn, frame, ground, transparency or blending."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsLayoutItem, QgsUnitTypes
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QPainter

from ..items import Property
from .values import Values, of_area, property_expression

MOVING = (Property.PositionX, Property.PositionY, Property.ItemWidth, Property.ItemHeight, Property.ExcludeFromExports)
MILLIMETRES = QgsUnitTypes.LayoutUnit.LayoutMillimeters


@dataclass(frozen=True)
class Frame:
    """The rectangle of an item in millimetres of its layout; expressions take the place of numbers where they stand."""

    box: QRectF
    x: str = ""
    y: str = ""
    width: str = ""
    height: str = ""
    hidden: str = ""

    def top(self, values: Values) -> float:
        """Return the upper edge for the area in print, which tells the page."""
        return values.number(self.y, self.box.y())

    def rect(self, values: Values) -> QRectF | None:
        """Return the rectangle for the area in print, None where the item is hidden."""
        if self.hidden and values.of(self.hidden):
            return None
        left, top = values.number(self.x, self.box.x()), self.top(values)
        return QRectF(
            left, top, values.number(self.width, self.box.width()), values.number(self.height, self.box.height())
        )


def frame_of(item: QgsLayoutItem) -> Frame:
    """Return where a plain item stands."""
    place, size = item.scenePos(), item.rect()
    box = QRectF(place.x(), place.y(), size.width(), size.height())
    return Frame(box, *(property_expression(item, key) for key in MOVING))


def is_plain(item: QgsLayoutItem, also: tuple[Property, ...] = ()) -> bool:
    """Tell whether nothing but its place and `also` is data-defined, and no effect is set."""
    properties = item.dataDefinedProperties()
    active = {key for key in properties.propertyKeys() if properties.isActive(key)}
    known = {int(key) for key in (*MOVING, *also)}
    return (
        active <= known
        and all(of_area(property_expression(item, key)) for key in (*MOVING, *also) if int(key) in active)
        and item.page() >= 0
        and item.isVisible()
        and item.parentGroup() is None
        and item.itemRotation() == 0
        and item.itemOpacity() == 1
        and item.blendMode() == QPainter.CompositionMode.CompositionMode_SourceOver
        and not item.frameEnabled()
        and not item.hasBackground()
        and item.referencePoint() == QgsLayoutItem.ReferencePoint.UpperLeft
        and item.positionWithUnits().units() == MILLIMETRES
        and item.sizeWithUnits().units() == MILLIMETRES
        and (int(Property.ExcludeFromExports) in active or not item.excludeFromExports())
    )
