"""The addresses and areas of a project as they were at one moment, read once and in any thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsGeometry,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..core.addresses.address_index import AREA_LEVELS, AddressIndex, build_index
from ..core.addresses.address_search import box_of
from ..core.addresses.area_search import Area, AreaList, areas_of_addresses, list_areas
from ..core.errors import CancelledError
from ..core.fields import Level
from .address_regions import Regions, RegionSource, codes_at, read_regions, stopper
from .address_roles import ADDRESS_ROLES, AREA_ROLES, layer_roles
from .attributes import is_null

_POLL_EVERY = 1000
_PATIENCE = 2.0  # seconds without any progress


@dataclass(frozen=True)
class Content:
    """What was read. `points` is how many rows the address layer has, with a street or without.

    `shapes` maps (level, code) to the polygons of an area; `regions` are the levels that come from polygons, and
    `located` how many of the indexed addresses have an area of each level.
    """

    index: AddressIndex
    areas: AreaList
    shapes: Mapping[tuple[str, str], list[QgsGeometry]]
    points: int
    regions: Mapping[str, Regions]
    located: Mapping[str, int]


def layers_key(layer: QgsVectorLayer | None, area_layers: Sequence[QgsVectorLayer]) -> tuple:
    """Return what a snapshot of these layers depends on beside their features."""
    parts = [] if layer is None else [(layer.id(), layer.crs().toWkt(), sorted(_roles(layer).items()))]
    return (*parts, None, *((one.id(), one.crs().toWkt(), sorted(_area_roles(one).items())) for one in area_layers))


def _roles(layer: QgsVectorLayer) -> dict[str, str]:
    return layer_roles(layer, ADDRESS_ROLES)


def _area_roles(layer: QgsVectorLayer) -> dict[str, str]:
    return layer_roles(layer, AREA_ROLES)


class LayerSnapshot:
    """Holds sources of the layers' features; made in the main thread, where layers live. At least one layer is given.

    `awaited` tells that somebody reads in the background; `closed` that the layers are no longer as they were.
    """

    def __init__(
        self,
        layer: QgsVectorLayer | None,
        area_layers: Sequence[QgsVectorLayer] = (),
        context: QgsCoordinateTransformContext | None = None,
    ) -> None:
        self.key = layers_key(layer, area_layers)
        self.layer_id = "" if layer is None else layer.id()
        self.layer_name = "" if layer is None else layer.name()
        self.crs: QgsCoordinateReferenceSystem = (layer or area_layers[0]).crs()
        self.awaited = self.closed = False
        self._source = None if layer is None else QgsVectorLayerFeatureSource(layer)
        roles = {} if layer is None else _roles(layer)
        self.roles = roles
        self._at = {role: layer.fields().lookupField(name) for role, name in roles.items()}
        self._regions = [RegionSource(one) for one in area_layers]
        self._context = context or QgsCoordinateTransformContext()
        self._lock = threading.Lock()
        self._builders: set[int] = set()
        self._steps = 0
        self._reading = False
        self._content: Content | None = None

    @property
    def content(self) -> Content | None:
        """Return what was read, None before that."""
        return self._content

    def close(self) -> None:
        """Stop who reads; what was read stays for those who hold it."""
        self.closed, self.awaited = True, False

    def build(self, cancelled: Callable[[], bool] = lambda: False) -> Content | None:
        """Return the content, read now if need be; None if cancelled, closed or asked for by the reading itself."""
        if self._content is None and threading.get_ident() not in self._builders:
            self._wait_or_read(lambda: self.closed or cancelled())
        return self._content

    def _wait_or_read(self, cancelled: Callable[[], bool]) -> None:
        """Read, or wait for the thread that reads.

        That thread may itself wait for this one (a virtual field that asks for another layer does so for the main
        thread). When it makes no progress, this thread reads without it.
        """
        steps = -1
        while self._content is None and not cancelled():
            if self._lock.acquire(timeout=_PATIENCE):
                try:
                    self._read(cancelled)
                finally:
                    self._lock.release()
                return
            if self._reading and steps == self._steps:
                self._read(cancelled)
                return
            steps = self._steps

    def _read(self, cancelled: Callable[[], bool]) -> None:
        if self._content is not None:
            return
        me = threading.get_ident()
        self._builders.add(me)
        try:
            self._content = self._made(stopper(cancelled))
        except CancelledError:
            return
        finally:
            self._builders.discard(me)

    def _made(self, poll: Callable[[], None]) -> Content:
        self._reading = True
        table, xy = self._addresses(poll)
        regions = read_regions(self._regions, self.crs, self._context, self._step(poll))
        self._reading = False
        own = [level for level in AREA_LEVELS if level in table and table[level].notna().any()]
        regions = [one for one in regions if one.level not in own]
        for one in regions:
            table[one.level] = codes_at(xy, one, poll)
        levels = sorted([*own, *(one.level for one in regions)], key=_level_order)
        poll()
        index = build_index(table, xy, _area_names(regions), levels)
        poll()
        return Content(index, _area_list(index, regions), _shapes(regions), len(table),
                       {one.level: one for one in regions}, _located(index))  # fmt: skip

    def _step(self, poll: Callable[[], None]) -> Callable[[], None]:
        def step() -> None:
            self._steps += 1
            if self._steps % _POLL_EVERY == 0:
                poll()

        return step

    def _addresses(self, poll: Callable[[], None]) -> tuple[pd.DataFrame, np.ndarray]:
        """Return the fields that play a role under the names of their roles, and the points (n, 2)."""
        poll()
        step, places = self._step(poll), list(self._at.values())
        rows, points = [], []
        # Nested: else reading could wait for a connection that is held by a renderer that waits for the addresses.
        request = QgsFeatureRequest().setSubsetOfAttributes(places).setRequestMayBeNested(True)
        for feature in () if self._source is None else self._source.getFeatures(request):
            step()
            values = feature.attributes()
            rows.append([_plain(values[place]) for place in places])
            geometry = feature.geometry()
            point = None if geometry.isEmpty() else geometry.boundingBox().center()
            points.append((np.nan, np.nan) if point is None else (point.x(), point.y()))
        names = list(self._at) or ["strasse"]
        return pd.DataFrame(rows, columns=names, dtype=object), np.array(points, dtype=float).reshape(-1, 2)


def _plain(value: Any) -> Any:
    return None if not isinstance(value, (str, int)) and is_null(value) else value  # most are texts: is_null is slow


def _level_order(level: str) -> tuple[int, str]:
    """Return where a level stands: from the smallest unit to the largest, then those of other names."""
    return (Level.ORDER.index(level) if level in Level.ORDER else len(Level.ORDER), level)


def _area_names(regions: Sequence[Regions]) -> dict[tuple[str, str], str]:
    """Return names by level and code, and by code alone where it has the same name at every level."""
    names = {(one.level, code): name for one in regions for code, name in zip(one.codes, one.names) if name}
    of_code: dict[str, set[str]] = {}
    for (_, code), name in names.items():
        of_code.setdefault(code, set()).add(name)
    return {**names, **{("", code): name for code, (name, *others) in of_code.items() if not others}}


def _shapes(regions: Sequence[Regions]) -> dict[tuple[str, str], list[QgsGeometry]]:
    shapes: dict[tuple[str, str], list[QgsGeometry]] = {}
    for one in regions:
        for code, polygon in zip(one.codes, one.polygons):
            shapes.setdefault((one.level, code), []).append(polygon)
    return shapes


def _area_list(index: AddressIndex, regions: Sequence[Regions]) -> AreaList:
    """Return the areas that have polygons, and those that only addresses name."""
    areas = []
    for (level, code), polygons in _shapes(regions).items():
        boxes = [polygon.boundingBox() for polygon in polygons if not polygon.isEmpty()]
        corners = [(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()) for box in boxes]
        name = index.area_names.get((level, code), "")
        areas.append(Area(level, code, name, box_of(np.array(corners, dtype=float).reshape(-1, 2))))
    drawn = {area.code for area in areas}
    of_polygons = {one.level for one in regions}
    for level in index.levels:
        if level not in of_polygons:
            areas += [area for area in areas_of_addresses(index, level) if area.code not in drawn]
    return list_areas(areas)


def _located(index: AddressIndex) -> dict[str, int]:
    columns = {level: index.columns[level] for level in index.levels}
    return {level: int((column.values != "")[column.code].sum()) for level, column in columns.items()}
