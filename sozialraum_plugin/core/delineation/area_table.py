"""The table of new areas, summed up from their units, and the table of units with their new area."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from .. import fields
from ..fields import Field, Kind

_LOWER_LEVEL = {
    fields.AREA.name: fields.UNIT,
    fields.AREA_NAME.name: fields.UNIT_NAME,
    fields.LEVEL.name: fields.UNIT_LEVEL,
}
_NEVER_SUMMED = {
    field.name
    for field in (fields.AREA, fields.AREA_NAME, fields.LEVEL, fields.PARENT, fields.COMMUNE, fields.UNIT_COUNT)
}


def numbers_of(column: pd.Series) -> np.ndarray:
    """Return a column as floats, what is missing as NaN."""
    return pd.to_numeric(column, errors="coerce").to_numpy(dtype=float)


def summed_fields(unit_fields: Sequence[Field], left_out: Sequence[str]) -> list[Field]:
    """Return the fields of the units that are counts and so are summed: all whole numbers but codes and `left_out`."""
    skipped = _NEVER_SUMMED | set(left_out)
    return [field for field in unit_fields if field.kind is Kind.INTEGER and field.name not in skipped]


def sums_by_area(column: pd.Series, labels: np.ndarray, count: int) -> list[float | None]:
    """Return the sum of a column per area 0 to count-1; None where no unit has a value."""
    values = numbers_of(column)
    known = ~np.isnan(values)
    sums = np.bincount(labels[known], values[known], count)
    present = np.bincount(labels[known], minlength=count)
    return [float(value) if some else None for value, some in zip(sums, present)]


def means_by_area(column: pd.Series, population: np.ndarray, labels: np.ndarray, count: int) -> list[float | None]:
    """Return the mean of a column per area, weighted by inhabitants; unweighted where nobody with a value lives."""
    values = numbers_of(column)
    known = ~np.isnan(values)
    values, people, areas = values[known], population[known], labels[known]
    units = np.bincount(areas, minlength=count)
    weight = np.bincount(areas, people, count)
    weighted = np.bincount(areas, people * values, count) / np.where(weight > 0, weight, 1)
    plain = np.bincount(areas, values, count) / np.maximum(units, 1)
    return [
        None if not some else float(mean if heavy > 0 else simple)
        for some, heavy, mean, simple in zip(units, weight, weighted, plain)
    ]


def unit_table(
    units: pd.DataFrame, unit_fields: Sequence[Field], codes: Sequence[str]
) -> tuple[pd.DataFrame, list[Field]]:
    """Return the units with `gebiet`, the code of their new area, and the fields of that table.

    If the units are themselves areas of a lower level, their code, name and level become `einheit`, `einheit_name`
    and `einheit_ebene`, and what was above them is dropped.
    """
    is_area = fields.AREA.name in units.columns
    renamed = {name: new for name, new in _LOWER_LEVEL.items() if is_area and name in units.columns}
    dropped = {fields.PARENT.name, *(field.name for field in _LOWER_LEVEL.values())} if is_area else set()
    kept = [field for field in unit_fields if field.name not in dropped and field.name in units.columns]
    table = units[[field.name for field in kept]].rename(columns={name: new.name for name, new in renamed.items()})
    table = table.assign(**{fields.AREA.name: list(codes)})
    return table, [fields.AREA, *(renamed.get(field.name, field) for field in kept)]
