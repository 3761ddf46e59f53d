"""The areas that addresses lie in, read from polygon layers in any thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPoint,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..core.errors import CancelledError
from .address_roles import AREA_ROLES, layer_roles
from .attributes import is_null
from .point_in_area import areas_and_hits

NO_LEVEL = "gebiet"  # the level of areas whose layer names none


@dataclass(frozen=True)
class Regions:
    """The areas of a level: a code, a name and a polygon each, ascending by code; an area may have several polygons.

    `layer` is the name of their layer, `lost` how many of its polygons cannot be brought into the CRS asked for.
    """

    level: str
    layer: str
    codes: list[str]
    names: list[str]
    polygons: list[QgsGeometry]
    lost: int


class RegionSource:
    """What is needed to read the areas of a layer in any thread; made in the main thread."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self.name, self.crs = layer.name(), layer.crs()
        self._source = QgsVectorLayerFeatureSource(layer)
        roles = layer_roles(layer, AREA_ROLES)
        self._at = {role: layer.fields().lookupField(name) for role, name in roles.items()}

    def levels(self, poll: Callable[[], None]) -> set[str]:
        """Return the levels of the layer; none where no field tells them."""
        if "ebene" not in self._at:
            return set()
        request = self._request(["ebene"]).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        return {level for _, _, level, _ in self._rows(request, poll) if level}

    def regions(
        self, crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext, poll: Callable[[], None]
    ) -> dict[str, Regions]:
        """Return the areas of each level in `crs`; rows without a code are no areas."""
        rows = sorted(self._rows(self._request(list(self._at)), poll), key=lambda row: row[:1])
        transform = QgsCoordinateTransform(self.crs, crs, context)
        result: dict[str, Regions] = {}
        lost: dict[str, int] = {}
        for code, name, level, polygon in rows:
            level = level or NO_LEVEL
            if not code or (transform.isValid() and not _transform(polygon, transform)):
                lost[level] = lost.get(level, 0) + 1
                continue
            of_level = result.setdefault(level, Regions(level, self.name, [], [], [], 0))
            of_level.codes.append(code)
            of_level.names.append(name)
            of_level.polygons.append(polygon)
        return {
            level: Regions(level, self.name, one.codes, one.names, one.polygons, lost.get(level, 0))
            for level, one in result.items()
        }

    def _request(self, roles: Sequence[str]) -> QgsFeatureRequest:
        # Nested: else reading could wait for a connection that is held by a renderer that waits for the areas.
        request = QgsFeatureRequest().setRequestMayBeNested(True)
        return request.setSubsetOfAttributes([self._at[role] for role in roles])

    def _rows(self, request: QgsFeatureRequest, poll: Callable[[], None]) -> list[tuple[str, str, str, QgsGeometry]]:
        rows = []
        for feature in self._source.getFeatures(request):
            poll()
            texts = [_text(feature.attributes(), self._at.get(role, -1)) for role in AREA_ROLES]
            rows.append((texts[0], texts[1], texts[2].lower(), QgsGeometry(feature.geometry())))
        return rows


def read_regions(
    sources: Sequence[RegionSource],
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    poll: Callable[[], None],
) -> list[Regions]:
    """Return the areas of all levels, each from one layer: of several, from that with the most levels.

    A layer that tells no level counts only where it is alone with that. `poll` is called often and may raise to stop.
    """
    levels = [source.levels(poll) for source in sources]
    order = sorted(range(len(sources)), key=lambda place: -len(levels[place]))
    found: dict[str, Regions] = {}
    for place in order:
        if found and levels[place] <= found.keys():
            continue
        for level, regions in sources[place].regions(crs, context, poll).items():
            found.setdefault(level, regions)
    return list(found.values())


def codes_at(xy: np.ndarray, regions: Regions, poll: Callable[[], None]) -> np.ndarray:
    """Return the code of the area of each point (n, 2), empty outside and where areas lie upon another.

    A point on a common border belongs to the lower code.
    """
    codes = np.array([*regions.codes, ""], dtype=object)
    lowest, hits = areas_and_hits(xy, regions.polygons, poll)
    result = codes[lowest]
    several = np.flatnonzero(hits > 1)
    if len(several):
        backwards, _ = areas_and_hits(xy[several], regions.polygons[::-1], poll)
        highest = len(regions.polygons) - 1 - backwards
        differ = np.flatnonzero(codes[lowest[several]] != codes[highest])
        apart = several[differ]
        within = _within(xy[apart], lowest[apart], regions, poll) & _within(xy[apart], highest[differ], regions, poll)
        result[apart[within]] = ""
    return result


def _within(xy: np.ndarray, polygon: np.ndarray, regions: Regions, poll: Callable[[], None]) -> np.ndarray:
    """Tell which points lie inside their polygon, not on its border."""
    inside = np.zeros(len(xy), dtype=bool)
    for number in np.unique(polygon).tolist():
        poll()
        engine = QgsGeometry.createGeometryEngine(regions.polygons[number].constGet())
        engine.prepareGeometry()
        for row in np.flatnonzero(polygon == number).tolist():
            inside[row] = engine.contains(QgsPoint(*xy[row].tolist()))
    return inside


def _transform(polygon: QgsGeometry, transform: QgsCoordinateTransform) -> bool:
    try:
        polygon.transform(transform)
    except QgsCsException:
        return False
    return True


def _text(values: list, place: int) -> str:
    return "" if place < 0 or is_null(values[place]) else str(values[place]).strip()


def stopper(cancelled: Callable[[], bool]) -> Callable[[], None]:
    """Return what raises CancelledError once `cancelled` says so."""

    def poll() -> None:
        if cancelled():
            raise CancelledError

    return poll
