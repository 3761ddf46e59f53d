"""The index of all areas at a glance: how many are in each group of status and dynamics, and which one is this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from ..fields import DYNAMICS, EXCLUDED, STATUS
from ..indices.status.class_names import DYNAMICS_CLASSES, STATUS_CLASSES
from .model import IndexField
from .texts import Texts

Row = Mapping[str, object]


class IndexFields:
    """Counts the groups of all areas of the level once; `rows` are their rows of the index by code."""

    def __init__(self, rows: Mapping[str, Row], codes: Iterable[str], texts: Texts) -> None:
        self._texts = texts
        self._groups = {code: group_of(rows[code]) if code in rows else None for code in codes}
        known = [group for group in self._groups.values() if group is not None]
        self._with_dynamics = any(dynamics for _, dynamics in known)
        self._columns = DYNAMICS_CLASSES if self._with_dynamics else ("",)
        self._counts = tuple(
            tuple(sum(group == (status, column) for group in known) for column in self._columns)
            for status in STATUS_CLASSES
        )
        self._outside = len(self._groups) - sum(map(sum, self._counts))
        self._there = bool(known)

    def of(self, code: str) -> IndexField | None:
        """Return the field with the area's group marked; None if no area of the level has a class."""
        if not self._there:
            return None
        return IndexField(
            statuses=tuple(self._texts.option("status", str(status)) for status in STATUS_CLASSES),
            dynamics=tuple(self._texts.option("dynamics", column) for column in self._columns if column),
            counts=self._counts,
            outside=self._outside,
            own=self._place_of(self._groups.get(code)),
            group=_group_code(self._groups.get(code)),
        )

    def _place_of(self, group: tuple[int, str] | None) -> tuple[int, int] | None:
        if group is None or group[1] not in self._columns:
            return None
        return STATUS_CLASSES.index(group[0]), self._columns.index(group[1])


def group_of(row: Row) -> tuple[int, str] | None:
    """Return status and dynamics of a row; None for an excluded area or a status that is no class from 1 to 4."""
    status = pd.to_numeric(pd.Series([row.get(STATUS.name)]), errors="coerce").iloc[0]
    if _text(row.get(EXCLUDED.name)) or pd.isna(status) or int(status) not in STATUS_CLASSES:
        return None
    dynamics = _text(row.get(DYNAMICS.name)).replace("−", "-")
    return int(status), dynamics if dynamics in DYNAMICS_CLASSES else ""


def _group_code(group: tuple[int, str] | None) -> str:
    return "" if group is None else f"{group[0]}{group[1]}"


def _text(value: object) -> str:
    return "" if value is None or pd.isna(value) else str(value).strip()


def stable_shares(table: pd.DataFrame, columns: Iterable[str]) -> dict[object, float]:
    """Return by row label the share of variants (0 to 1) in which an area keeps its class, from the first column.

    A column with numbers above 1 holds percentages. What is no share, such as a text, is left out.
    """
    for column in columns:
        if column not in table:
            continue
        numbers = pd.to_numeric(table[column], errors="coerce").dropna()
        if len(numbers) and numbers.between(0, 100).all():
            shares = numbers / (100 if numbers.max() > 1 else 1)
            return dict(shares.items())
    return {}
