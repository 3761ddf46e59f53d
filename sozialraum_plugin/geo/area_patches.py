"""Where areas do not fit together: gaps, overlaps, parts, ground outside another area. All in one metric CRS."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

from qgis.core import Qgis, QgsGeometry, QgsSpatialIndex, QgsWkbTypes

from ..core.errors import CancelledError
from .polygons import valid_polygon

NOISE = 1e-3  # square metres; what floating point leaves between two exact borders
_TOUCH = 0.01  # metres
_MITRE_LIMIT = 5.0  # keeps corners down to 23 degrees as they are
_BORDER_SHARE = 0.2  # of an open gap's outline that must run along each of two areas, else it is a bay of one

_FLAT, _MITRE = Qgis.EndCapStyle.Flat, Qgis.JoinStyle.Miter


@dataclass(frozen=True)
class Patch:
    """A piece of ground: its polygon, the numbers of the areas concerned and its size in m²."""

    geometry: QgsGeometry
    areas: tuple[int, ...]
    size: float

    @property
    def width(self) -> float:
        """Return the mean width in metres: how wide a strip of this size and outline is."""
        return 2 * self.size / max(self.geometry.length(), 1e-9)


def never() -> bool:
    """Tell that nobody cancels."""
    return False


def polygon_parts(geometry: QgsGeometry) -> list[QgsGeometry]:
    """Return the single polygons of any geometry that are more than noise."""
    if geometry.isNull() or geometry.isEmpty():
        return []
    polygon = QgsWkbTypes.GeometryType.PolygonGeometry
    parts = [part for part in geometry.asGeometryCollection() if part.type() == polygon]
    return [part for part in parts if part.area() > NOISE]


def index_of(geometries: Sequence[QgsGeometry]) -> QgsSpatialIndex:
    """Return a spatial index of the geometries' numbers; missing ones are not in it."""
    index = QgsSpatialIndex()
    for number, geometry in enumerate(geometries):
        if not geometry.isNull() and not geometry.isEmpty():
            index.addFeature(number, geometry.boundingBox())
    return index


def union(geometries: Sequence[QgsGeometry]) -> QgsGeometry:
    """Return the union of valid polygons, an empty geometry if there are none."""
    present = [geometry for geometry in geometries if not geometry.isNull() and not geometry.isEmpty()]
    return QgsGeometry.unaryUnion(present) if present else QgsGeometry()


def gaps(
    polygons: Sequence[QgsGeometry],
    region: QgsGeometry,
    open_width: float,
    is_cancelled: Callable[[], bool] = never,
) -> list[Patch]:
    """Return the ground that no polygon covers: holes, what is missing in `region` (may be empty), and open gaps.

    An open gap runs out to the outside between two areas and is at most `open_width` metres wide; where the region is
    given, it says what is outside. Raises CancelledError.
    """
    covered = union(polygons)
    if covered.isEmpty():
        return []
    outlines = _filled(covered)
    whole = outlines if region.isEmpty() else region
    certain = polygon_parts(QgsGeometry.unaryUnion([whole, outlines]).difference(covered))
    index = index_of(polygons)
    patches = []
    for part in certain:
        if is_cancelled():
            raise CancelledError
        patches.append(Patch(part, _neighbours(part, polygons, index), part.area()))
    if region.isEmpty() and open_width > 0:
        patches += _open_gaps(outlines, polygons, index, open_width)
    return patches


def _filled(covered: QgsGeometry) -> QgsGeometry:
    """Return the outlines of a polygon without its holes."""
    return QgsGeometry.unaryUnion([part.removeInteriorRings() for part in covered.asGeometryCollection()])


def _open_gaps(
    outlines: QgsGeometry, polygons: Sequence[QgsGeometry], index: QgsSpatialIndex, width: float
) -> list[Patch]:
    """Return narrow gaps between areas that run out to the outside: what closing the outlines by `width` fills."""
    closed = outlines.buffer(width / 2, 1, _FLAT, _MITRE, _MITRE_LIMIT).buffer(
        -width / 2, 1, _FLAT, _MITRE, _MITRE_LIMIT
    )
    patches = []
    for part in polygon_parts(closed.difference(outlines)):
        beside = _bordering(part, polygons, index)
        if len(beside) > 1:
            patches.append(Patch(part, beside, part.area()))
    return patches


def _neighbours(part: QgsGeometry, polygons: Sequence[QgsGeometry], index: QgsSpatialIndex) -> tuple[int, ...]:
    """Return the polygons that touch a piece of ground."""
    near = sorted(index.intersects(part.boundingBox().buffered(_TOUCH)))
    return tuple(number for number in near if polygons[number].distance(part) <= _TOUCH)


def _bordering(part: QgsGeometry, polygons: Sequence[QgsGeometry], index: QgsSpatialIndex) -> tuple[int, ...]:
    """Return the polygons along which a good share of a piece's outline runs."""
    outline = QgsGeometry(part.constGet().boundary())
    beside = []
    for number in _neighbours(part, polygons, index):
        zone = polygons[number].intersection(part.buffer(1.0, 4)).buffer(_TOUCH, 4)
        if outline.intersection(zone).length() >= _BORDER_SHARE * outline.length():
            beside.append(number)
    return tuple(beside)


def overlaps(polygons: Sequence[QgsGeometry], is_cancelled: Callable[[], bool] = never) -> list[Patch]:
    """Return the ground that two polygons share, by pairs of polygons (i < j). Raises CancelledError."""
    index = index_of(polygons)
    patches = []
    for first, polygon in enumerate(polygons):
        if first % 100 == 0 and is_cancelled():
            raise CancelledError
        if polygon.isNull() or polygon.isEmpty():
            continue
        engine = QgsGeometry.createGeometryEngine(polygon.constGet())
        engine.prepareGeometry()
        for second in sorted(index.intersects(polygon.boundingBox())):
            other = polygons[second]
            if second <= first or not engine.intersects(other.constGet()) or engine.touches(other.constGet()):
                continue
            patches += [
                Patch(part, (first, second), part.area()) for part in polygon_parts(polygon.intersection(other))
            ]
    return patches


def lesser_parts(polygons: Sequence[QgsGeometry]) -> list[Patch]:
    """Return every part of a polygon but its largest."""
    patches = []
    for number, polygon in enumerate(polygons):
        parts = sorted(polygon_parts(polygon), key=lambda part: -part.area())
        patches += [Patch(part, (number,), part.area()) for part in parts[1:]]
    return patches


def outside(polygons: Sequence[QgsGeometry], holders: Sequence[QgsGeometry | None]) -> list[Patch]:
    """Return the ground of each polygon (n) that lies outside its own holder (n); a holder of None is not looked at."""
    patches = []
    for number, (polygon, holder) in enumerate(zip(polygons, holders)):
        if holder is None or polygon.isNull() or polygon.isEmpty():
            continue
        if holder.isEmpty():
            parts = polygon_parts(polygon)
        else:
            engine = QgsGeometry.createGeometryEngine(holder.constGet())
            parts = [] if engine.contains(polygon.constGet()) else polygon_parts(polygon.difference(holder))
        patches += [Patch(part, (number,), part.area()) for part in parts]
    return patches


def mended(geometries: Sequence[QgsGeometry]) -> tuple[list[QgsGeometry], dict[int, str]]:
    """Return valid polygons (empty where there is no ground), and why each invalid one was so, by its number."""
    result, reasons = [], {}
    for number, geometry in enumerate(geometries):
        if not geometry.isNull() and not geometry.isEmpty() and not geometry.isGeosValid():
            errors = geometry.validateGeometry(Qgis.GeometryValidationEngine.Geos)
            reasons[number] = errors[0].what() if errors else ""
        flat = valid_polygon(geometry)
        result.append(QgsGeometry() if flat.isNull() else flat)
    return result, reasons
