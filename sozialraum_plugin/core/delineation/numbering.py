"""Numbers for areas in the order in which one reads a map."""

from __future__ import annotations

import numpy as np


def reading_order(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the positions of n places (x, y: (n,) metres) from north-west to south-east, row by row.

    The rows are about as many as there are places in each. Equal input in another sequence gives the same order.
    """
    height = float(np.ptp(y)) / max(1.0, np.ceil(np.sqrt(len(y)))) if len(y) else 0.0
    band = np.floor((y.max() - y) / height) if height > 0 else np.zeros(len(y))
    return np.lexsort((-y, x, band))


def numbered_codes(prefix: np.ndarray, x: np.ndarray, y: np.ndarray, fallback: str, digits: int = 4) -> np.ndarray:
    """Return a code (n,) for each place: its prefix (the AGS; empty: `fallback`) and its number within the prefix.

    Numbers have `digits` digits, or more where a prefix has more places, so that codes sort as text.
    """
    codes = np.empty(len(prefix), dtype=object)
    counts = np.unique(prefix.astype(str), return_counts=True)[1]
    width = max(digits, len(str(counts.max()))) if len(counts) else digits
    for value in np.unique(prefix.astype(str)):
        members = np.flatnonzero(prefix == value)
        ordered = members[reading_order(x[members], y[members])]
        codes[ordered] = [f"{value or fallback}{number:0{width}d}" for number in range(1, len(members) + 1)]
    return codes
