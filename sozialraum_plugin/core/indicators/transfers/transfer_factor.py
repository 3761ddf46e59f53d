"""By what numerator over denominator is multiplied to give the value of an indicator."""

from __future__ import annotations

import numpy as np

_SAME, _ROUNDED = 1e-3, 0.051  # relative and absolute: values are often rounded to one decimal
_NEAR_POWER = 0.02


def factor_of(value: np.ndarray, numerator: np.ndarray, denominator: np.ndarray) -> tuple[float, bool]:
    """Return the factor (NaN if none holds for all rows) and whether there is a denominator; arrays (n,).

    The table does not name the factor, so it is read from the rows; 1, 100, 1000 and so on are met exactly.
    """
    is_rate = bool(np.isfinite(denominator).any())
    with np.errstate(divide="ignore", invalid="ignore"):
        base = numerator / denominator if is_rate else numerator
    good = np.isfinite(value) & np.isfinite(base)
    telling = good & (base != 0)
    if not telling.any():
        return (1.0 if good.any() and (value[good] == 0).all() else np.nan), is_rate
    strongest = telling & (np.abs(base) >= np.median(np.abs(base[telling])))
    factor = float(np.median(value[strongest] / base[strongest]))
    nearest = 10.0 ** round(np.log10(abs(factor))) if factor else 1.0
    if abs(factor / nearest - 1) < _NEAR_POWER:
        factor = nearest
    off = np.abs(value[good] - factor * base[good])
    return (factor if (off <= _ROUNDED + _SAME * np.abs(value[good])).all() else np.nan), is_rate
