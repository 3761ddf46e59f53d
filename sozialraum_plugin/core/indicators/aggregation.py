"""Sums of counts per area, in the long form of `fields.COUNTS`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import numpy as np
import pandas as pd

from .. import fields
from ..errors import InputError
from ..messages import tr

_DATE_FORMATS = ("%d.%m.%Y", "%Y-%m-%d")


def iso_date(text: str) -> str:
    """Return a date (31.12.2025 or 2025-12-31) as ISO text. Raises InputError for anything else."""
    for form in _DATE_FORMATS:
        try:
            return date.isoformat(datetime.strptime(text.strip(), form).date())
        except ValueError:
            continue
    raise InputError(tr("“{text}” is no date. Write it as 31.12.2025 or 2025-12-31.").format(text=text))


def count_column(values: pd.Series, layer: str) -> tuple[np.ndarray, int]:
    """Return a column of counts as floats, 0 where there is none, and how many were missing.

    Raises InputError naming the first cell that is no number.
    """
    missing = values.isna() | (values.astype(str).str.strip() == "")
    numbers = pd.to_numeric(values.where(~missing, 0), errors="coerce")
    wrong = np.flatnonzero(numbers.isna())
    if len(wrong):
        raise InputError(
            tr(
                "“{layer}”, row {row}, field “{field}”: “{cell}” is no number. Correct it or import the table anew."
            ).format(layer=layer, row=wrong[0] + 1, field=values.name, cell=values.iloc[wrong[0]])
        )
    return numbers.to_numpy(dtype=float), int(missing.sum())


def area_counts(
    area: pd.Series, counts: Mapping[str, np.ndarray], areas: Sequence[str], reference_date: str, source: str
) -> pd.DataFrame:
    """Return one row per area and variable (columns of `fields.COUNTS`), by variable, then area.

    `area` is the (n,) area of each point, empty if it has none; `counts` maps each variable to its (n,) values. Every
    area of `areas`, and every other that occurs, is present; one without points has 0.
    """
    inside = (area != "").to_numpy()
    every = sorted({*areas, *area[inside]} - {""})
    tables = []
    for variable, values in counts.items():
        sums = pd.Series(values[inside]).groupby(area[inside].to_numpy()).sum().reindex(every, fill_value=0.0)
        tables.append(
            pd.DataFrame(
                {fields.AREA.name: every, fields.VARIABLE.name: variable, fields.VALUE.name: sums.to_numpy(dtype=float)}
            )
        )
    result = pd.concat(tables, ignore_index=True)
    result[fields.REFERENCE_DATE.name] = reference_date
    result[fields.FLAG.name] = fields.Flag.NONE
    result[fields.SOURCE.name] = source
    return result[[field.name for field in fields.COUNTS]]
