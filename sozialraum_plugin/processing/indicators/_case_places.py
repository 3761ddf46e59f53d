"""The area of each case: by its address and a list of addresses, or by a street directory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ...core import fields
from ...core.addresses.counting import match_sentence
from ...core.addresses.house_numbers import NumberProblem
from ...core.addresses.matching import Matches, MatchProblem, address_columns, comparable
from ...core.addresses.messy_rows import messy_rows
from ...core.addresses.street_search import find_addresses
from ...core.delineation.address_columns import standard_addresses, text_column
from ...core.delineation.directory_lookup import Reason, assign
from ...core.delineation.directory_reading import read_layout
from ...core.delineation.directory_report import Finding, outcome_text
from ...core.errors import InputError, MissingColumnError
from ...core.indicators.cases.case_report import streets_only
from ...core.indicators.hierarchy import Hierarchy, hierarchy_of
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm, check_cancelled
from ..area_join import AreaLayer, areas_by_position, crs_of_points, read_areas
from ..tables import read_rows, read_table, required_source

_NO_AREA, _OUTSIDE, _OTHER_AREA = "adresse_ohne_gebiet", "ausserhalb", "gebiet_unbekannt"
_MATCH_PROBLEMS = (
    MatchProblem.STREET_UNKNOWN, MatchProblem.STREET_AMBIGUOUS, MatchProblem.CONTRADICTION, MatchProblem.NUMBER_UNKNOWN,
    MatchProblem.ADDRESS_AMBIGUOUS, NumberProblem.EMPTY, NumberProblem.EXCEL_DATE, NumberProblem.REVERSED,
    NumberProblem.UNREADABLE,
)  # fmt: skip
_DIRECTORY_PROBLEMS = (
    Reason.NO_STREET, Reason.UNKNOWN_STREET, Reason.OTHER_PLACE, Reason.AMBIGUOUS_STREET, Reason.OVERLAP, Reason.GAP,
    Reason.NO_NUMBER, Finding.UNREADABLE,
)  # fmt: skip


@dataclass(frozen=True)
class Areas:
    """The areas that get counts: their `codes`, and the `hierarchy` they belong to (None without one).

    `polygons` is their layer if cases can be placed by position.
    """

    codes: list[str]
    hierarchy: Hierarchy | None = None
    polygons: QgsProcessingFeatureSource | None = None


@dataclass(frozen=True)
class Placed:
    """Of each case its `area` (code, empty if none), the `reason` why not (a code), and its `street` for the report."""

    area: np.ndarray
    reason: np.ndarray
    street: np.ndarray


def read_area_list(
    algorithm: SozialraumAlgorithm,
    parameters: dict[str, Any],
    name: str,
    code_field: str,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Areas | None:
    """Return the areas of the parameter `name`: with several levels the smallest ones; None if it is empty."""
    if parameters.get(name) in (None, ""):
        return None
    source = required_source(algorithm, parameters, name, context)
    spatial = QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry
    polygons = source if spatial else None
    table = read_table(source, feedback)
    if code_field not in table:
        raise MissingColumnError(code_field, source.sourceName(), list(table.columns))
    codes = text_column(table[code_field])
    if fields.PARENT.name not in table:
        return Areas(sorted(set(codes) - {""}), None, polygons)
    names = {field.name: table.get(field.name, "") for field in (fields.AREA_NAME, fields.LEVEL)}
    tree = pd.DataFrame({fields.AREA.name: codes, fields.PARENT.name: table[fields.PARENT.name], **names})
    hierarchy = hierarchy_of(tree)
    smallest = [code for place, code in enumerate(hierarchy.codes) if place not in hierarchy.children]
    return Areas(sorted(smallest), hierarchy, polygons)


def sentences() -> dict[str, str]:
    """Return what each reason means and what to do."""
    known = {problem: match_sentence(problem) for problem in _MATCH_PROBLEMS}
    known.update({problem: outcome_text(problem) for problem in _DIRECTORY_PROBLEMS})
    known[_NO_AREA] = tr("The address is in the list, but has no area there.")
    known[_OUTSIDE] = tr("The address lies outside every area, or has no coordinates.")
    known[_OTHER_AREA] = tr("The address has an area that AREAS does not hold.")
    return known


def place_by_directory(
    table: pd.DataFrame,
    columns: Mapping[str, str],
    directory: pd.DataFrame,
    area_column: str | None,
    areas: Areas | None,
) -> tuple[Placed, list[str]]:
    """Return the area of each case by a street directory, and the codes of the areas that get counts."""
    read = read_layout(directory, area_column)
    standard, unreadable = standard_addresses(table, columns)
    assignment = assign(standard, read.rows)
    unreadable &= (assignment.reason != Reason.NO_STREET).to_numpy()
    reason = assignment.reason.mask(unreadable, Finding.UNREADABLE).to_numpy(dtype=object)
    area = assignment.area.mask(unreadable, "").to_numpy(dtype=object)
    named = standard[fields.STREET.name]
    street = streets_only(named, standard[fields.STREET_KEY.name])
    street = np.where(np.isin(reason, [Reason.UNKNOWN_STREET, Reason.NO_STREET]), street, named.to_numpy(dtype=object))
    street = np.where(street == "", streets_only(named, standard[fields.STREET_KEY.name]), street)
    codes = sorted({*text_column(read.rows[fields.AREA.name])} - {""})
    return _checked(Placed(area, reason, street), codes, areas)


def place_by_addresses(
    algorithm: SozialraumAlgorithm,
    table: pd.DataFrame,
    columns: Mapping[str, str],
    source: QgsProcessingFeatureSource,
    area_field: str,
    area_code_field: str,
    areas: Areas | None,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> tuple[Placed, list[str]]:
    """Return the area of each case by the address list, and the codes of the areas that get counts.

    Raises InputError if the addresses carry no area and there are no polygons to place their points in.
    """
    spatial = QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PointGeometry
    polygons = areas.polygons if areas is not None and spatial else None
    addresses, points = read_rows(source, feedback, with_geometry=polygons is not None)
    _require_addresses(addresses, source.sourceName())
    area_of_address = _areas_of_addresses(
        addresses, points, source, area_field, area_code_field, areas, polygons, context, feedback
    )
    check_cancelled(feedback)
    listed = comparable(addresses, address_columns())
    rows = messy_rows(table, dict(columns), listed)
    check_cancelled(feedback)
    matches = find_addresses(rows, listed).matches
    found = matches.address >= 0
    area = np.where(found, area_of_address[matches.address], "")
    without = _OUTSIDE if polygons is not None else _NO_AREA
    reason = np.where(found, np.where(area == "", without, ""), matches.problem).astype(object)
    codes = sorted(set(area_of_address) - {""})
    return _checked(Placed(area, reason, _streets(rows, listed, matches)), codes, areas)


def _areas_of_addresses(
    addresses: pd.DataFrame,
    points: Sequence[QgsGeometry],
    source: QgsProcessingFeatureSource,
    area_field: str,
    area_code_field: str,
    areas: Areas | None,
    polygons: QgsProcessingFeatureSource | None,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> np.ndarray:
    if polygons is not None and areas is not None:
        layer = read_areas(polygons, area_code_field, None, crs_of_points(source), context, feedback)
        kept = [place for place, code in enumerate(layer.codes) if code in set(areas.codes)]
        layer = AreaLayer([layer.codes[place] for place in kept], [layer.geometries[place] for place in kept], {})
        return areas_by_position(points, layer, feedback)[0].to_numpy(dtype=object)
    if area_field in addresses:
        return text_column(addresses[area_field]).to_numpy(dtype=object)
    raise InputError(
        tr(
            "“{layer}” has no field “{field}” with the area of each address. Give that field (ADDRESS_AREA_FIELD), or "
            "the polygons of the areas (AREAS) and addresses with points."
        ).format(layer=source.sourceName(), field=area_field)
    )


def _require_addresses(addresses: pd.DataFrame, name: str) -> None:
    if fields.HOUSE_NUMBER.name not in addresses:
        raise MissingColumnError(fields.HOUSE_NUMBER.name, name, list(addresses.columns))
    if not {fields.STREET.name, fields.STREET_KEY.name} & set(addresses.columns):
        raise MissingColumnError(fields.STREET.name, name, list(addresses.columns))


def _streets(rows: pd.DataFrame, listed: pd.DataFrame, matches: Matches) -> np.ndarray:
    """Return the street of each row as it may be reported: a listed name as it is, others without what follows."""
    known = set(pd.unique(listed["normal"])) - {""}
    as_written = rows["name"].to_numpy(dtype=object)
    plain = rows["normal"].isin(known).to_numpy() & (as_written != "")
    return np.where(plain, as_written, streets_only(rows["name"], rows["schluessel"]))


def _checked(placed: Placed, codes: list[str], areas: Areas | None) -> tuple[Placed, list[str]]:
    """Return the places with no area that AREAS does not hold, and the codes that get counts."""
    if areas is None:
        return placed, codes
    strange = (placed.area != "") & ~np.isin(placed.area.astype(str), np.array(areas.codes, dtype=str))
    area = np.where(strange, "", placed.area)
    return Placed(area, np.where(strange, _OTHER_AREA, placed.reason), placed.street), areas.codes
