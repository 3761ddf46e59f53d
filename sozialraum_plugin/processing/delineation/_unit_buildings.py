"""Buildings of the units: their types, the dominant one and their dwellings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

from ...core.balance import Balance
from ...core.delineation.address_columns import text_column
from ...core.delineation.building_rules import (
    OUTBUILDING,
    SUFFIXES,
    TYPES,
    UNTYPED,
    Buildings,
    building_type,
    dominant_type,
    floor_space,
    is_house,
    sums_by_type,
)
from ...core.delineation.building_types import Use, building_uses
from ...core.delineation.unit_report import building_findings
from ...core.fields import Field, Kind
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.blocks import Blocks
from ...geo.building_places import buildings_of_addresses, rows_of_houses, units_of_buildings
from ...geo.cleaning import clean_polygons
from ..algorithm import log_balance
from ..tables import read_rows, require_columns

BUILDING_COUNT = Field("gebaeude", Kind.INTEGER)
BUILDING_TYPE = Field("gebaeudetyp")
DWELLINGS = Field("wohnungen", Kind.INTEGER)
_TYPE_FIELDS = ("building", "gebaeudefunktion", "gebfkt", "gfk", "funktion", "fclass", "art", "type")
_LEVEL_FIELDS = ("building:levels", "building_levels", "geschosse", "levels", "anzahlgs", "aog")


@dataclass(frozen=True)
class BuildingSource:
    """A layer of buildings with its fields for type, storeys and dwellings; an empty text where there is none."""

    source: QgsProcessingFeatureSource
    kind: str
    levels: str
    dwellings: str

    @classmethod
    def of(cls, source: QgsProcessingFeatureSource, kind: str, levels: str, dwellings: str) -> BuildingSource:
        """Return the source with the fields given, else with fields of well-known names. Raises MissingColumnError."""
        found = {name.lower(): name for name in reversed(source.fields().names())}
        kind = kind or next((found[name] for name in _TYPE_FIELDS if name in found), "")
        levels = levels or next((found[name] for name in _LEVEL_FIELDS if name in found), "")
        require_columns(source, list(filter(None, (kind, levels, dwellings))))
        return cls(source, kind, levels, dwellings)


@dataclass(frozen=True)
class UnitBuildings:
    """Columns of the units (`table`, u rows) and the lines of the `report`."""

    table: pd.DataFrame
    report: pd.DataFrame


def building_fields(with_dwellings: bool) -> list[Field]:
    """Return the fields that buildings add to the units."""
    counts = [Field(f"{BUILDING_COUNT.name}_{suffix}", Kind.INTEGER) for suffix in SUFFIXES]
    dwellings = [Field(f"{DWELLINGS.name}_{suffix}", Kind.INTEGER) for suffix in SUFFIXES]
    return [BUILDING_TYPE, BUILDING_COUNT, *counts, *([DWELLINGS, *dwellings] if with_dwellings else [])]


def buildings_of_units(
    wanted: BuildingSource,
    blocks: Blocks,
    unit_of_address: np.ndarray,
    points: np.ndarray,
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> UnitBuildings:
    """Type the buildings, put each into the unit of its addresses (else of a point on it), and log the account."""
    columns = list(dict.fromkeys(filter(None, (wanted.kind, wanted.levels, wanted.dwellings))))
    table, geometries = read_rows(wanted.source, feedback, columns, crs, context, with_geometry=True)
    cleaned = clean_polygons(geometries)
    rows = table.iloc[cleaned.rows].reset_index(drop=True)
    polygons = cleaned.geometries
    use, strange = building_uses(rows[wanted.kind]) if wanted.kind else (np.full(len(rows), int(Use.UNKNOWN)), {})
    levels, dwellings = (_numbers(rows, name, feedback) for name in (wanted.levels, wanted.dwellings))
    of_address = buildings_of_addresses(points, polygons, feedback.isCanceled)
    known = _known(use, levels, dwellings, polygons, of_address, feedback.isCanceled)
    kind = building_type(known)
    unit = units_of_buildings(polygons, of_address, unit_of_address, blocks.polygons)
    _log(feedback, kind, unit, cleaned.missing, known, bool(wanted.dwellings))
    missing = np.setdiff1d(np.arange(len(geometries)), cleaned.rows)
    lost = np.sort(np.concatenate([missing, cleaned.rows[unit < 0]]))
    result = _columns(unit, kind, known, len(blocks.polygons), bool(wanted.dwellings))
    return UnitBuildings(result, building_findings(lost.tolist(), strange))


def _known(
    use: np.ndarray,
    levels: np.ndarray,
    dwellings: np.ndarray,
    polygons: Sequence[QgsGeometry],
    of_address: np.ndarray,
    is_cancelled: Callable[[], bool],
) -> Buildings:
    footprint = np.array([polygon.area() for polygon in polygons])
    addresses = np.bincount(of_address[of_address >= 0], minlength=len(polygons))
    row = rows_of_houses(polygons, is_house(use, addresses), is_cancelled)
    return Buildings(use, footprint, levels, dwellings, addresses, row)


def _numbers(rows: pd.DataFrame, column: str, feedback: QgsProcessingFeedback) -> np.ndarray:
    """Return a column as (b,) numbers, NaN where it is empty, negative or no number, which the log tells."""
    if not column:
        return np.full(len(rows), np.nan)
    texts = text_column(rows[column])
    values = pd.to_numeric(texts.str.replace(",", ".", regex=False), errors="coerce").to_numpy(dtype=float)
    values[values < 0] = np.nan
    wrong = int((np.isnan(values) & (texts != "").to_numpy()).sum())
    if wrong:
        feedback.pushWarning(
            tr("{count} buildings have no usable number in “{field}”; it counts as unknown.").format(
                count=format_number(wrong), field=column
            )
        )
    return values


def _columns(unit: np.ndarray, kind: np.ndarray, known: Buildings, count: int, with_dwellings: bool) -> pd.DataFrame:
    buildings = sums_by_type(unit, kind, np.ones(len(kind)), count)
    dwellings = sums_by_type(unit, kind, known.dwellings, count)
    space = sums_by_type(unit, kind, floor_space(known.footprint, known.levels, kind), count)
    values = [dominant_type(dwellings, space), buildings.sum(axis=1), *buildings.T]
    if with_dwellings:
        values += [dwellings.sum(axis=1), *dwellings.T]
    fields = building_fields(with_dwellings)
    return pd.DataFrame({field.name: column for field, column in zip(fields, values)})


def _log(
    feedback: QgsProcessingFeedback,
    kind: np.ndarray,
    unit: np.ndarray,
    missing: int,
    known: Buildings,
    with_dwellings: bool,
) -> None:
    """Write the account of the buildings."""
    inside = unit >= 0
    balance = Balance(tr("buildings"), len(kind) + missing)
    for use, text in zip(TYPES, _type_texts()):
        balance.add(text, int((inside & (kind == use)).sum()))
    balance.add(tr("garages, sheds and other outbuildings, not counted"), int((inside & (kind == OUTBUILDING)).sum()))
    untyped = int((inside & (kind == UNTYPED)).sum())
    balance.add(tr("of unknown use and without an address, not counted"), untyped)
    balance.add(tr("outside all units"), int((~inside).sum()))
    balance.add(tr("without a usable geometry"), missing)
    log_balance(feedback, balance)
    homes = inside & (kind >= 0) & (kind < Use.NON_RESIDENTIAL)
    unknown = int((homes & np.isnan(known.dwellings)).sum())
    if with_dwellings and unknown:
        feedback.pushWarning(
            tr("{count} residential buildings have no number of dwellings; the sums lack them.").format(
                count=format_number(unknown)
            )
        )


def _type_texts() -> tuple[str, ...]:
    return (
        tr("single and two-family houses"),
        tr("terraced houses"),
        tr("multi-family houses"),
        tr("high-rise buildings"),
        tr("non-residential buildings"),
    )
