"""Cells of a table of values as numbers, and why there is none."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...addresses.cells import cell_text
from ...addresses.coordinates import read_decimals
from ...errors import InputError
from ...fields import Flag
from ...messages import tr

_SYMBOLS = {
    "": Flag.MISSING, "-": Flag.MISSING, "–": Flag.MISSING, "—": Flag.MISSING, ".": Flag.SECRET, "·": Flag.SECRET,
    "*": Flag.SECRET, "/": Flag.UNSAFE, "x": Flag.NOT_APPLICABLE, "...": Flag.LATER,
}  # fmt: skip
_SENTINELS = {-1.0: Flag.MISSING, -9.0: Flag.SECRET, -9999.0: Flag.MISSING}


def read_values(column: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Return numbers (n,), NaN where there is none, and flags (n,).

    A dash is no value (its meaning depends on the source: import the table by a symbol profile to have it as zero);
    -1, -9 and -9999 are the marks of census grids. Raises InputError naming a text that is no number.
    """
    if pd.api.types.is_numeric_dtype(column):
        values = column.to_numpy(dtype=float)
        texts = pd.Series(np.where(np.isnan(values), "", "0"), index=column.index)
    else:
        texts = column.map(cell_text)
        values = read_decimals(texts).to_numpy(dtype=float)
    flags = np.where(np.isnan(values), texts.str.lower().map(_SYMBOLS), Flag.NONE).astype(object)
    strange = pd.isna(flags)
    if strange.any():
        row = int(np.flatnonzero(strange)[0])
        raise InputError(
            tr(
                "Column “{column}”, row {row}: “{text}” is no number. Import the table with “Import office table”."
            ).format(column=column.name, row=row + 1, text=texts.iloc[row])
        )
    for sentinel, flag in _SENTINELS.items():
        hit = values == sentinel
        flags[hit], values = flag, np.where(hit, np.nan, values)
    return values, flags
