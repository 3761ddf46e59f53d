"""The table of units (blocks) from the table of addresses."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..errors import InputError
from ..fields import ADDRESS_COUNT
from ..messages import tr


def summed_counts(addresses: pd.DataFrame, unit: np.ndarray, count: int, columns: Sequence[str]) -> pd.DataFrame:
    """Return the number of addresses and the sums of `columns` for each of `count` units.

    `unit` (n,) is each address's unit, -1 for none. A missing count adds nothing.
    Raises InputError naming column and row of a count that is no number.
    """
    inside = unit >= 0
    result = pd.DataFrame({ADDRESS_COUNT.name: np.bincount(unit[inside], minlength=count)})
    for column in columns:
        values = numbers(addresses[column])
        result[column] = np.bincount(unit[inside], weights=np.nan_to_num(values[inside]), minlength=count)
    return result


def numbers(column: pd.Series) -> np.ndarray:
    """Return a column as (n,) floats, NaN where it is missing.

    Raises InputError naming column and row of a value that is no number.
    """
    values = pd.to_numeric(column, errors="coerce").to_numpy(dtype=float)
    wrong = np.isnan(values) & column.notna().to_numpy()
    if wrong.any():
        row = int(np.flatnonzero(wrong)[0])
        raise InputError(
            tr("Column “{column}”, row {row}: “{value}” is no number. Correct it or choose another column.").format(
                column=column.name, row=row + 1, value=column.iloc[row]
            )
        )
    return values


def most_frequent(values: pd.Series, unit: np.ndarray, count: int) -> np.ndarray:
    """Return the most frequent value among each unit's addresses (count,), None where there is none.

    Of equally frequent values the first in alphabetical order counts.
    """
    result = np.full(count, None, dtype=object)
    table = pd.DataFrame({"unit": unit, "value": values.to_numpy(dtype=object)})
    table = table[(table["unit"] >= 0) & table["value"].notna()]
    frequency = table.groupby(["unit", "value"]).size().reset_index(name="n")
    frequency = frequency.sort_values(["unit", "n", "value"], ascending=[True, False, True]).drop_duplicates("unit")
    result[frequency["unit"].to_numpy(dtype=int)] = frequency["value"].to_numpy(dtype=object)
    return result
