"""Counts that are not whole, such as inhabitants distributed to addresses, written with their decimals."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ...core.fields import Field, Kind


def with_fractions(layout: Sequence[Field], table: pd.DataFrame) -> list[Field]:
    """Return the fields of a table, whole numbers as real ones where the table has fractions."""
    return [
        Field(field.name, Kind.REAL) if field.kind is Kind.INTEGER and _has_fractions(table[field.name]) else field
        for field in layout
    ]


def _has_fractions(column: pd.Series) -> bool:
    numbers = pd.to_numeric(column, errors="coerce").dropna()
    return bool((numbers != numbers.round()).any())
