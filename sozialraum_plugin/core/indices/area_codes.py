"""The codes of areas in a table that should have one row per area."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from ..errors import InputError
from ..messages import tr


def code_text(cell: Any) -> str | None:
    """Return a code as text without blanks around it; a number without decimals (1100101.0) loses its point."""
    if cell is None:
        return None
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell).strip() or None


def without_repeated_rows(
    codes: Sequence[str | None], values: pd.DataFrame, reasons: Sequence[str | None]
) -> list[str | None]:
    """Return the reasons with a reason for each row that repeats an earlier one of the same area that takes part.

    Raises InputError if two such rows differ: the table has not one row per area.
    """
    result = list(reasons)
    first: dict[str, int] = {}
    for row, code in enumerate(codes):
        if code is None or result[row] is not None:
            continue
        earlier = first.setdefault(code, row)
        if earlier == row:
            continue
        if not values.iloc[earlier].equals(values.iloc[row]):
            raise InputError(
                tr(
                    "Area {area} stands in rows {first} and {second} with different values. "
                    "The table must have one row per area."
                ).format(area=code, first=earlier + 1, second=row + 1)
            )
        result[row] = tr("the same row again")
    return result
