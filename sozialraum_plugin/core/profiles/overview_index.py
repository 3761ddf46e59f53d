"""The index as the report reads it: status and dynamics, classes of a composite index, or values alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from ..balance import Balance
from ..errors import InputError
from ..fields import (
    AREA,
    CLASS,
    CONFIDENTIALITY,
    DYNAMICS,
    EXCLUDED,
    GROUP,
    INDEX_VALUE,
    INDEX_YEAR,
    RANK,
    STATUS,
    STATUS_INDEX,
)
from ..indices.status.class_names import DYNAMICS_CLASSES, STATUS_CLASSES
from ..messages import tr

COLUMNS = (
    AREA, STATUS_INDEX, STATUS, DYNAMICS, GROUP, EXCLUDED, INDEX_VALUE, RANK, CLASS, INDEX_YEAR, CONFIDENTIALITY,
)  # fmt: skip
TELLING = (STATUS, STATUS_INDEX, CLASS, INDEX_VALUE)  # one of these must be there
SAME_SHARE, STABLE = "anteil_gleich", ("stabil", "robustheit")  # share of variants with the same class; % and 0 to 1
RANK_FROM, RANK_TO = "rang_von", "rang_bis"  # where 90 % of the variants lie
ROBUSTNESS = (SAME_SHARE, *STABLE, RANK_FROM, RANK_TO)
COMPONENTS = ("z_", "t_")  # columns of the indicators that make the index
STATUS_DYNAMICS, STATUS_ALONE, CLASSES, VALUES = "status_dynamics", "status", "classes", "values"
LOW_STATUS = 3  # from here on an area is reported in brief


@dataclass(frozen=True)
class AreaIndex:
    """What the index says of an area; `class_key` is its class as maps, bars and legends know it, empty if none."""

    code: str
    value: float | None = None
    rank: int | None = None
    class_key: str = ""
    excluded: str = ""
    stable: float | None = None  # share of the variants, 0 to 1
    ranks: tuple[int, int] | None = None  # between which 90 % of the variants lie


@dataclass(frozen=True)
class IndexTable:
    """The index of the areas of a level.

    `kind` is one of the constants above, `keys` all classes from the most burdened on, `components` the codes of the
    indicators that make it. An area that the table does not have is not in `areas`.
    """

    kind: str
    areas: Mapping[str, AreaIndex]
    keys: tuple[str, ...]
    components: tuple[str, ...] = ()
    year: str = ""
    count: int = 0  # rows of the table of that year, of all levels

    def ranked(self) -> list[AreaIndex]:
        """Return the areas with an index, the most burdened first."""
        found = [each for each in self.areas.values() if each.value is not None or each.class_key]
        last = len(found) + 1
        return sorted(found, key=lambda each: (each.rank or last, self._place(each.class_key), each.code))

    def left_out(self) -> list[AreaIndex]:
        """Return the areas of the table without an index, by code."""
        ranked = {each.code for each in self.ranked()}
        return sorted((each for each in self.areas.values() if each.code not in ranked), key=lambda each: each.code)

    def burdened(self) -> list[AreaIndex]:
        """Return the areas to report in brief: status low and very low, or the most burdened class."""
        if self.kind in (STATUS_DYNAMICS, STATUS_ALONE):
            return [each for each in self.ranked() if each.class_key and int(each.class_key[0]) >= LOW_STATUS]
        if self.kind == CLASSES:
            return [each for each in self.ranked() if each.class_key == self.keys[0]]
        return []

    def counts(self) -> Counter[str]:
        """Return the number of areas by class."""
        return Counter(each.class_key for each in self.areas.values() if each.class_key)

    def balance(self, rows: int) -> Balance:
        """Return the account of the rows of the index table."""
        balance = Balance(tr("index rows"), rows)
        ranked = len(self.ranked())
        balance.add(tr("printed with an index"), ranked)
        balance.add(tr("printed as left out"), len(self.areas) - ranked)
        balance.add(tr("of areas that are not in the report"), self.count - len(self.areas))
        balance.add(tr("of earlier years"), rows - self.count)
        return balance

    def _place(self, key: str) -> int:
        return self.keys.index(key) if key in self.keys else len(self.keys)


def read_index(table: pd.DataFrame, codes: Collection[str], robustness: pd.DataFrame | None = None) -> IndexTable:
    """Return the index of the areas `codes`; of several years the newest.

    `table` has `gebiet` and one of `TELLING`. Raises InputError if it has none, an area occurs twice, or no area of
    the level is in it.
    """
    if not any(field.name in table for field in TELLING):
        raise InputError(
            tr(
                "INDEX has none of the columns {wanted}. Choose the output of “Status and dynamics index” or of "
                "“Composite index”."
            ).format(wanted=", ".join(field.name for field in TELLING))
        )
    table, year = _newest(table)
    _refuse_doubles(table)
    told = table if robustness is None else _newest(robustness)[0]
    stable, between = _stable_shares(told), _rank_spans(told)
    chosen = [row for row in table.to_dict("records") if str(row[AREA.name]) in set(codes)]
    if not chosen:
        raise InputError(tr("No area of the level is in INDEX. Choose the index of this level, or leave INDEX empty."))
    kind = _kind(chosen)
    values = {str(row[AREA.name]): _number(row.get(_value_column(kind))) for row in chosen}
    ranks = _ranks(chosen, values, kind)
    areas = {}
    for row in chosen:
        code = str(row[AREA.name])
        reason = _text(row.get(EXCLUDED.name))
        key = "" if reason else _class_key(row, kind)
        value = None if reason else values[code]
        areas[code] = AreaIndex(code, value, ranks.get(code), key, reason, stable.get(code), between.get(code))
    return IndexTable(kind, areas, _keys(areas.values(), kind), _components(table.columns), year, len(table))


def _newest(table: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    if INDEX_YEAR.name not in table or table.empty:
        return table, ""
    years = table[INDEX_YEAR.name].map(_text)
    newest = max(years, default="")
    return table[years == newest], newest


def _refuse_doubles(table: pd.DataFrame) -> None:
    twice = [code for code, count in Counter(map(str, table[AREA.name])).items() if count > 1]
    if twice:
        raise InputError(tr("INDEX has area “{code}” twice. Leave one row per area.").format(code=twice[0]))


def _kind(rows: Sequence[Mapping[str, object]]) -> str:
    def has(column: str) -> bool:
        return any(_text(row.get(column)) for row in rows)

    if has(STATUS.name):
        return STATUS_DYNAMICS if has(DYNAMICS.name) else STATUS_ALONE
    return CLASSES if has(CLASS.name) else VALUES


def _value_column(kind: str) -> str:
    return STATUS_INDEX.name if kind in (STATUS_DYNAMICS, STATUS_ALONE) else INDEX_VALUE.name


def _class_key(row: Mapping[str, object], kind: str) -> str:
    if kind == CLASSES:
        number = _number(row.get(CLASS.name))
        return "" if number is None else f"k{number:.0f}"
    status = _number(row.get(STATUS.name)) if kind != VALUES else None
    dynamics = _text(row.get(DYNAMICS.name)) if kind == STATUS_DYNAMICS else ""
    if status not in STATUS_CLASSES or (kind == STATUS_DYNAMICS and dynamics not in DYNAMICS_CLASSES):
        return ""  # half a class is none
    return f"{status:.0f}{dynamics}"


def _ranks(rows: Sequence[Mapping[str, object]], values: Mapping[str, float | None], kind: str) -> dict[str, int]:
    """Return the table's own ranks among all its areas, else those of the values; 1 is the most burdened."""
    own = {str(row[AREA.name]): _number(row.get(RANK.name)) for row in rows}
    if kind in (CLASSES, VALUES) and any(rank is not None for rank in own.values()):
        return {code: int(rank) for code, rank in own.items() if rank is not None}
    known = {code: value for code, value in values.items() if value is not None}
    return pd.Series(known, dtype=float).rank(method="min", ascending=False).astype(int).to_dict() if known else {}


def _keys(areas: Collection[AreaIndex], kind: str) -> tuple[str, ...]:
    """Return all classes from the most burdened on, those without an area too."""
    if kind == STATUS_DYNAMICS:
        return tuple(f"{status}{dynamics}" for status in STATUS_CLASSES[::-1] for dynamics in DYNAMICS_CLASSES[::-1])
    if kind == STATUS_ALONE:
        return ("4", "3", "2", "1")
    numbers = [int(each.class_key[1:]) for each in areas if each.class_key]
    return tuple(f"k{number}" for number in range(1, max(numbers, default=0) + 1))


def _components(columns: Collection[object]) -> tuple[str, ...]:
    """Return the codes behind the standardised columns; those of changes (``_d``) come with their indicator."""
    names = [str(name) for name in columns]
    found = [name[len(start) :] for start in COMPONENTS for name in names if name.startswith(start)]
    return tuple(dict.fromkeys(name[:-2] if name.endswith("_d") else name for name in found))


def _stable_shares(table: pd.DataFrame) -> dict[str, float]:
    """Return the share of variants in which an area keeps its class, from 0 to 1; per cent are understood.

    A column `robustheit` of sentences, as “Robustness” writes it, is none of shares.
    """
    for column in (SAME_SHARE, *STABLE):
        known = _numbers(table, column)
        if known:
            scale = 100 if column == SAME_SHARE or any(number > 1 for number in known.values()) else 1
            return {code: number / scale for code, number in known.items()}
    return {}


def _rank_spans(table: pd.DataFrame) -> dict[str, tuple[int, int]]:
    low, high = _numbers(table, RANK_FROM), _numbers(table, RANK_TO)
    return {code: (round(low[code]), round(high[code])) for code in low if code in high}


def _numbers(table: pd.DataFrame, column: str) -> dict[str, float]:
    """Return the numbers of a column by area; none if there is no such column."""
    if column not in table or AREA.name not in table:
        return {}
    numbers = {str(code): _number(value) for code, value in zip(table[AREA.name], table[column])}
    return {code: number for code, number in numbers.items() if number is not None}


def _text(value: object) -> str:
    return "" if value is None or value != value else str(value).strip()


def _number(value: object) -> float | None:
    try:
        number = float(str(value).replace(",", ".")) if value is not None else float("nan")
    except (TypeError, ValueError):
        return None
    return None if number != number else number
