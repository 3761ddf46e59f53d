"""Numbers and dates as German readers write them."""

from __future__ import annotations

import math
from datetime import date

HIDDEN_MARK = "·"
MISSING_MARK = "–"


def format_number(value: float | int | None, decimals: int = 0) -> str:
    """Return `value` with decimal comma and dots between thousands; a missing value is an en dash.

    >>> format_number(4310), format_number(21.44, 1), format_number(None)
    ('4.310', '21,4', '–')
    """
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return MISSING_MARK
    text = f"{value:,.{decimals}f}"
    if float(text.replace(",", "")) == 0:
        text = text.lstrip("-")
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".").replace("-", "−")


def format_date(iso: str | None) -> str:
    """Return an ISO date (``2025-12-31``) as ``31.12.2025``; a missing date is an en dash."""
    if not iso:
        return MISSING_MARK
    return date.fromisoformat(iso).strftime("%d.%m.%Y")
