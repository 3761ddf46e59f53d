"""The tables of new areas and of the units with their area."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ...core import fields
from ...core.delineation.area_table import means_by_area, summed_fields, sums_by_area, unit_table
from ...core.delineation.names import heaviest_values
from ...core.delineation.result import Delineation
from ...core.fields import Field, Kind
from ._delineation_options import AreaOptions
from ._levels import Basis, DividedLevel
from ._units import Units


def area_table(
    basis: Basis, level: DividedLevel, codes: Sequence[str], names: Sequence[str], options: AreaOptions
) -> tuple[pd.DataFrame, list[Field]]:
    """Return one row per area of a level, in the order of the labels, and its fields."""
    units, division = basis.units, level.division
    has_commune = options.commune_field is not None
    first = level.first_units
    communes = [basis.communes[unit] or None if has_commune else None for unit in first]
    parents = [level.above[unit] or None if has_commune or level.above_plan is not None else None for unit in first]
    table = pd.DataFrame(
        {
            fields.AREA.name: list(codes),
            fields.AREA_NAME.name: list(names),
            fields.LEVEL.name: level.plan.name,
            fields.PARENT.name: [None] * len(codes) if level.plan.is_commune else parents,
            fields.COMMUNE.name: communes,
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
    chosen = (
        options.population_field, options.commune_field, options.name_field, options.fixed_field,
        options.fixed_name_field,
    )  # fmt: skip
    taken = [*table.columns, *(name for name in chosen if name)]
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


def units_with_areas(
    units: Units, levels: Sequence[tuple[str, Sequence[str]]], options: AreaOptions
) -> tuple[pd.DataFrame, list[Field]]:
    """Return the units with `gebiet`, the code of the lowest level, and a field for each level above.

    `levels` are names and codes (n,), the largest areas first.
    """
    table, unit_fields = units.table, units.fields
    if options.fixed_field == fields.AREA.name:  # the units are no areas; they only say where they belong
        gone = {fields.AREA.name, fields.AREA_NAME.name}
        table, unit_fields = (
            table.drop(columns=gone & set(table.columns)),
            [f for f in unit_fields if f.name not in gone],
        )
    table, layout = unit_table(table, unit_fields, levels[-1][1])
    for name, codes in levels[:-1]:
        table = table.assign(**{name: [code or None for code in codes]})
    above = [Field(name) for name, _ in levels[:-1]]
    kept = [field for field in layout if field.name not in {name for name, _ in levels[:-1]}]
    return table, [kept[0], *above, *kept[1:]]
