"""CSV files that Excel opens right and that cannot run formulas."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

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


def write_csv(table: pd.DataFrame, path: Path) -> None:
    """Write `table` with ``;``, decimal comma, UTF-8 BOM and defused cells."""
    cellwise = table.map if hasattr(table, "map") else table.applymap
    safe = cellwise(defuse)
    safe.to_csv(path, sep=";", decimal=",", index=False, encoding="utf-8-sig", lineterminator="\r\n")
