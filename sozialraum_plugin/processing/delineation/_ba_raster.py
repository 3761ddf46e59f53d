"""The records of the labour agency's street raster, read back and checked; what the areas of a layer tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource, QgsProcessingFeedback, QgsWkbTypes

from ...core import fields
from ...core.delineation.address_columns import text_column
from ...core.delineation.ba_checks import address_kinds, area_faults, record_faults
from ...core.delineation.ba_layout import INHABITANTS, KEY, RasterLayout
from ...core.delineation.ba_raster import directory_from_raster, raster_directory, raster_rows
from ...core.delineation.directory_lookup import assign
from ...core.delineation.directory_report import report_lines
from ...geo.adjacency import adjacency
from ..tables import metric_crs, read_rows
from ._address_fields import AddressTable


@dataclass(frozen=True)
class Raster:
    """Areas (-zu) and records (-ra), the report, and what became of each address."""

    zu: pd.DataFrame
    records: pd.DataFrame
    report: pd.DataFrame
    kinds: pd.Series


def of_commune(table: pd.DataFrame, commune: str) -> pd.Series:
    """Return whether each area lies in the commune, as far as the layer says."""
    if fields.COMMUNE.name not in table:
        return pd.Series(True, index=table.index)
    return text_column(table[fields.COMMUNE.name]).isin(("", commune))


def neighbours(
    polygons: QgsProcessingFeatureSource,
    zu: pd.DataFrame,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> np.ndarray:
    """Return the pairs of neighbours (e, 2) as rows of `zu`; none where the layer has no polygons."""
    if QgsWkbTypes.geometryType(polygons.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        return np.empty((0, 2), dtype=int)
    _table, geometries = read_rows(polygons, feedback, [], metric_crs(polygons), context, with_geometry=True)
    return adjacency([geometries[row] for row in zu.index], is_cancelled=feedback.isCanceled)[0]


def checked_raster(
    addresses: AddressTable,
    zu: pd.DataFrame,
    kinds: pd.Series,
    area: pd.Series,
    commune: str,
    layout: RasterLayout,
    further: Sequence[pd.DataFrame] = (),
) -> Raster:
    """Return records and areas with the report of their faults, after `further` lines.

    `kinds` and `area` are by address.
    """
    listed = (kinds == "").to_numpy()
    keys = dict(zip(zu[fields.AREA.name], zu[KEY]))
    own = addresses.standard[listed].assign(**{fields.AREA.name: area[listed].map(keys), fields.COMMUNE.name: commune})
    directory = raster_directory(own, layout)
    records = raster_rows(directory.rows, layout)
    check = assign(own, directory_from_raster(records, None, layout).rows)
    kinds = kinds.copy()
    kinds[listed] = address_kinds(own, directory.taken, directory.outcome, check)
    report = pd.concat(
        [
            *further,
            area_faults(zu, records, layout),
            record_faults(records, layout),
            report_lines(kinds, addresses.standard, addresses.written, area),
        ],
        ignore_index=True,
    )
    areas = zu.assign(gemeinde=commune, **{INHABITANTS: zu[INHABITANTS].round().astype("Int64")})
    return Raster(areas, records, report, kinds)
