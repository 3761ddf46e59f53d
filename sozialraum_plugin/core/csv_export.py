"""CSV files that Excel opens right and that cannot run formulas."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from .publication import INTERNAL, PUBLICATION, refuse_leaks, require_publishable

MAX_DECIMALS = 4
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def defuse(cell: object) -> object:
    """Return a text cell that a spreadsheet would take for a formula with an apostrophe before it.

    A bare sign (``-``, ``+``, ``+/-``) and a number are no formulas and stay as they are.
    Source: OWASP, CSV Injection.
    """
    if not isinstance(cell, str) or not cell.startswith(_FORMULA_STARTS):
        return cell
    if cell in ("-", "+", "+/-") or _is_number(cell):
        return cell
    return "'" + cell


def _is_number(text: str) -> bool:
    try:
        float(text.replace(",", "."))
    except ValueError:
        return False
    return True


def decimal_text(value: object, decimals: int = MAX_DECIMALS) -> object:
    """Return a real number as text with decimal comma, at most `decimals` places and no idle zeros; else the value.

    >>> decimal_text(4412.0), decimal_text(18.51767905), decimal_text("0012")
    ('4412', '18,5177', '0012')
    """
    if not isinstance(value, (float, np.floating)):
        return value
    if not np.isfinite(value):
        return None
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace(".", ",")


def write_csv(table: pd.DataFrame, path: Path, use: str = PUBLICATION) -> None:
    """Write `table` with ``;``, decimal comma, UTF-8 BOM, defused cells and reals of at most four places.

    Raises InputError if a hidden row still has a number, and unless `use` is internal, if the table is.
    """
    refuse_leaks(table, path.name) if use == INTERNAL else require_publishable(table, path.name)
    safe = pd.DataFrame({column: [decimal_text(defuse(cell)) for cell in table[column]] for column in table})
    safe.to_csv(path, sep=";", index=False, encoding="utf-8-sig", lineterminator="\r\n")
