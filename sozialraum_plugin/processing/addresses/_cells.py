"""Census cells, and the addresses that share in each: what `distributepopulation` reads and weighs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ...core import fields
from ...core.addresses.apportionment import Membership, membership
from ...core.addresses.cells import Counts, cell_text, read_counts
from ...core.addresses.coordinates import read_decimals
from ...core.errors import InputError
from ...core.messages import tr
from ...geo.building_weights import building_weights
from ...geo.point_in_polygon import PointIndex, polygons_of_points
from ..algorithm import check_cancelled
from ..tables import read_rows

NEAREST = 10  # addresses that share the inhabitants of a cell without addresses


@dataclass(frozen=True)
class Cells:
    """The census cells: geometries in the addresses' CRS, counts by output name, own ids (empty if not asked for)."""

    geometries: list[QgsGeometry]
    counts: dict[str, Counts]
    names: list[str]


def read_cells(
    source: QgsProcessingFeatureSource,
    chosen: dict[str, str],
    name_field: str,
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Cells:
    """Return the cells in `crs`; `chosen` gives the output name of each column of counts.

    Raises InputError if no count is chosen, a column holds no counts, or the layer has no CRS.
    """
    if not source.sourceCrs().isValid():
        raise InputError(
            tr("“{layer}” has no coordinate reference system. Set it in the layer properties.").format(
                layer=source.sourceName()
            )
        )
    if not chosen:
        raise InputError(tr("COUNT_FIELDS: choose at least one column of the cells to distribute."))
    columns = list(dict.fromkeys([*chosen, *([name_field] if name_field else [])]))
    table, geometries = read_rows(source, feedback, columns, crs, context, with_geometry=True)
    counts = {name: read_counts(table[column], source.sourceName()) for column, name in chosen.items()}
    names = table[name_field].map(cell_text).tolist() if name_field else [""] * len(table)
    return Cells(geometries, counts, names)


def cells_of_addresses(index: PointIndex, cells: Cells, feedback: QgsProcessingFeedback) -> np.ndarray:
    """Return the cell of each address, -1 outside all; warn of cells that overlap."""
    found = polygons_of_points(index, cells.geometries, lambda number: check_cancelled(feedback))
    if found.in_several:
        feedback.pushWarning(
            tr("{count} addresses lie in several cells, which overlap or touch there; the first counts.").format(
                count=found.in_several
            )
        )
    return found.polygon


def address_weights(
    source: QgsProcessingFeatureSource | None,
    column: str,
    index: PointIndex,
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> np.ndarray:
    """Return the weight of each address: its share of its building in `source`, or 1 without buildings."""
    if source is None:
        return np.ones(len(index.points))
    columns = [column] if column else []
    table, geometries = read_rows(source, feedback, columns, crs, context, with_geometry=True)
    factors = np.ones(len(geometries))
    if column:
        read = read_decimals(table[column].map(cell_text)).to_numpy(float)
        factors = np.where(read > 0, read, np.nan)
    found = building_weights(index, geometries, factors, lambda number: check_cancelled(feedback))
    feedback.pushInfo(
        tr(
            "Addresses in a building: {inside}, within 30 m of one: {near}, without a building: {without} (these "
            "weigh as the median address)."
        ).format(inside=found.inside, near=found.near, without=found.without)
    )
    unknown = int(np.isnan(factors).sum())
    if unknown:
        feedback.pushWarning(
            tr("{count} buildings have no number in “{column}”; the median of the others counts.").format(
                count=unknown, column=column
            )
        )
    return found.weights


def members_of_cells(index: PointIndex, cells: Cells, cell_of_address: np.ndarray, reach: float) -> Membership:
    """Return the addresses of each cell; an inhabited cell without any borrows the nearest within `reach`."""
    occupied = set(cell_of_address.tolist())
    inhabited = np.any([counts.values > 0 for counts in cells.counts.values()], axis=0)
    nearest = {}
    for cell in np.flatnonzero(inhabited):
        geometry = cells.geometries[cell]
        if cell not in occupied and reach > 0 and not geometry.isNull():
            centre = geometry.centroid().asPoint()
            nearest[int(cell)] = index.nearest(centre.x(), centre.y(), NEAREST, reach)
    return membership(cell_of_address, nearest)


def order_of_addresses(addresses: pd.DataFrame) -> np.ndarray:
    """Return the order by which ties are settled: that of the addresses' ids, else of their rows."""
    if fields.ADDRESS_ID.name not in addresses.columns:
        return np.arange(len(addresses))
    return addresses[fields.ADDRESS_ID.name].map(cell_text).rank(method="first").to_numpy(float)


def report_geometries(cells: Cells, times: int) -> Sequence[QgsGeometry]:
    """Return the cells as multipolygons, the whole list as often as there are counts to report on."""
    geometries = [QgsGeometry(geometry) for geometry in cells.geometries]
    for geometry in geometries:
        geometry.convertToMultiType()
    return geometries * times
