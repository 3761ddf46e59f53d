"""The delivered counts, checked: every row is used, a repetition, without an area, or of no use, and counted so."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..balance import Balance
from ..errors import InputError
from ..fields import AREA, FLAG, REFERENCE_DATE, SOURCE, VALUE, VARIABLE
from ..messages import tr

KEY = [AREA.name, VARIABLE.name, REFERENCE_DATE.name]
_SHOWN = 5


@dataclass(frozen=True)
class CountRecords:
    """The usable rows (no two with the same key), their balance, and the codes that match no area."""

    table: pd.DataFrame
    balance: Balance
    unmatched: list[str]


def check_counts(counts: pd.DataFrame, codes: Collection[str], variables: Collection[str]) -> CountRecords:
    """Return the usable rows of all tables of counts together.

    `codes` are the areas' codes, `variables` those that the chosen indicators need. Raises InputError if a value is no
    number, or if an area has two different counts of one variable at one Stichtag.
    """
    table = counts.copy()
    balance = Balance(tr("counts"), len(table))
    table[AREA.name] = _codes(table[AREA.name])
    table[VALUE.name] = _numbers(table[VALUE.name])
    table[FLAG.name] = table[FLAG.name].fillna("")
    dated = table[REFERENCE_DATE.name].notna()
    balance.add(tr("without a Stichtag"), int((~dated).sum()))
    known = table[AREA.name].isin(set(codes))
    balance.add(tr("of keys that match no area (see the list)"), int((dated & ~known).sum()))
    unmatched = sorted(set(table.loc[dated & ~known, AREA.name]))
    needed = table[VARIABLE.name].isin(set(variables))
    balance.add(tr("of variables that no chosen indicator needs"), int((dated & known & ~needed).sum()))
    table = table[dated & known & needed]
    keys = _keys(table)
    _refuse_contradictions(table[keys.duplicated(keep=False)])
    repeated = keys.duplicated()
    balance.add(tr("repetitions with the same value"), int(repeated.sum()))
    table = table[~repeated].reset_index(drop=True)
    balance.add(tr("used"), len(table))
    return CountRecords(table, balance, unmatched)


def _codes(column: pd.Series) -> np.ndarray:
    """Return the codes as text, an empty one for none."""
    numbers, found = pd.factorize(column)
    texts = np.array([*("" if code is None else str(code).strip() for code in found), ""], dtype=object)
    return texts[numbers]


def _keys(table: pd.DataFrame) -> pd.Series:
    """Return a number for each key, equal for equal ones."""
    keys = np.zeros(len(table), dtype=np.int64)
    for name in KEY:
        numbers, found = pd.factorize(table[name])
        keys = keys * (len(found) + 1) + numbers
    return pd.Series(keys, index=table.index)


def _numbers(column: pd.Series) -> np.ndarray:
    numbers = pd.to_numeric(column, errors="coerce")
    bad = column.notna() & numbers.isna()
    if bad.any():
        raise InputError(
            tr(
                "COUNTS: “{text}” in the field “{field}” is no number. Import the table with “Import office table”."
            ).format(text=column[bad].iloc[0], field=VALUE.name)
        )
    return numbers.astype(float)


def _refuse_contradictions(repeated: pd.DataFrame) -> None:
    """Raise InputError naming counts that are there twice with different values."""
    if repeated.empty:
        return
    values = repeated[VALUE.name].fillna(-np.inf)  # a missing value differs from every number, not from another one
    spread = values.groupby([repeated[name] for name in KEY]).agg(["min", "max"])
    different = spread[spread["min"] != spread["max"]]
    if different.empty:
        return
    shown = "; ".join(_describe(repeated, key) for key in different.index[:_SHOWN])
    raise InputError(
        tr(
            "COUNTS: {count} counts are there twice with different values: {examples}. Remove one of the tables."
        ).format(count=len(different), examples=shown)
    )


def _describe(repeated: pd.DataFrame, key: tuple[str, str, str]) -> str:
    rows = repeated[(repeated[KEY] == list(key)).all(axis=1)]
    found = [
        f"{value:g} ({source or '–'})" if value == value else f"– ({source or '–'})"
        for value, source in zip(rows[VALUE.name], rows[SOURCE.name])
    ]
    return f"{', '.join(key)}: {' / '.join(found)}"
