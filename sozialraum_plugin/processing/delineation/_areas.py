"""The table of new areas with codes and names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...core import fields
from ...core.delineation.area_table import means_by_area, summed_fields, sums_by_area
from ...core.delineation.codes import area_codes
from ...core.delineation.names import heaviest_values, unique_names
from ...core.delineation.result import Delineation
from ...core.fields import Field, Kind
from ._units import Units


@dataclass(frozen=True)
class AreaOptions:
    """The user's choice of fields, level and codes."""

    population_field: str
    attributes: list[str]
    commune_field: str | None
    name_field: str | None
    level: str
    digits: int
    prefix: str


def area_table(
    units: Units, communes: list[str], division: Delineation, centres: np.ndarray, options: AreaOptions
) -> tuple[pd.DataFrame, list[Field]]:
    """Return one row per area, in the order of the labels, and its fields; `centres` (k, 2) are x and y."""
    first = np.unique(division.labels, return_index=True)[1]
    own = [communes[unit] for unit in first]
    prefixes = [options.prefix] * len(own) if options.prefix else own
    codes = area_codes(prefixes, centres, options.digits)
    numbers = [code[len(prefix) :] for code, prefix in zip(codes, prefixes)]
    has_commune = options.commune_field is not None
    table = pd.DataFrame(
        {
            fields.AREA.name: codes,
            fields.AREA_NAME.name: _names(units, own, numbers, division, centres, options),
            fields.LEVEL.name: options.level,
            fields.PARENT.name: [code or None if has_commune else None for code in own],
            fields.COMMUNE.name: [code or None if has_commune else None for code in own],
            fields.ADDRESS_COUNT.name: _addresses(units, division),
            fields.POPULATION.name: division.population,
            fields.UNIT_COUNT.name: np.bincount(division.labels),
        },
        dtype=object,
    )
    layout = [*fields.AREAS[:-1], _population_field(units, options), fields.UNIT_COUNT]
    return _with_sums_and_means(table, layout, units, division, options)


def _with_sums_and_means(
    table: pd.DataFrame, layout: list[Field], units: Units, division: Delineation, options: AreaOptions
) -> tuple[pd.DataFrame, list[Field]]:
    taken = [*table.columns, options.population_field, options.commune_field or "", options.name_field or ""]
    sums = summed_fields(units.fields, taken)
    kinds = {field.name: field.kind for field in units.fields}
    means = [
        Field(name, Kind.REAL) for name in options.attributes if kinds[name] is not Kind.INTEGER and name not in taken
    ]
    labels, count = division.labels, division.area_count
    for field in sums:
        table[field.name] = sums_by_area(units.table[field.name], labels, count)
    for field in means:
        table[field.name] = means_by_area(units.table[field.name], units.population, labels, count)
    places = _place_field(table, options)
    for field in places:
        table[field.name] = _places(units, division, field.name)
    return table, [*layout, *sums, *means, *places]


def _place_field(table: pd.DataFrame, options: AreaOptions) -> list[Field]:
    """Return the field of names, which areas carry on, so that the next level can take its names from it too."""
    return [Field(options.name_field)] if options.name_field and options.name_field not in table.columns else []


def _places(units: Units, division: Delineation, column: str) -> list[str | None]:
    """Return per area the place that most of its inhabitants name."""
    values = [None if value is None else str(value) for value in units.table[column]]
    return heaviest_values(values, units.population, division.labels, division.area_count)


def _population_field(units: Units, options: AreaOptions) -> Field:
    kinds = {field.name: field.kind for field in units.fields}
    return Field(fields.POPULATION.name, kinds[options.population_field])


def _addresses(units: Units, division: Delineation) -> list[float | None]:
    if fields.ADDRESS_COUNT.name not in units.table.columns:
        return [None] * division.area_count
    return sums_by_area(units.table[fields.ADDRESS_COUNT.name], division.labels, division.area_count)


def _names(
    units: Units,
    communes: list[str],
    numbers: list[str],
    division: Delineation,
    centres: np.ndarray,
    options: AreaOptions,
) -> list[str]:
    """Return the place most inhabitants name, made unique; without a field of places commune or level and number."""
    level = options.level[:1].upper() + options.level[1:]
    column = options.name_field or fields.COMMUNE_NAME.name
    if column not in units.table.columns:
        return [f"{level} {number}" for number in numbers]
    places = _places(units, division, column)
    if options.name_field is None:
        return [f"{place or level} {number}" for place, number in zip(places, numbers)]
    named = [place or f"{level} {number}" for place, number in zip(places, numbers)]
    return unique_names(named, communes, centres)
