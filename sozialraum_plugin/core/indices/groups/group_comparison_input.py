"""Rates of areas with their counts, out of the long table of indicators or out of the columns of a wide one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...errors import InputError
from ...fields import (
    AREA,
    DENOMINATOR,
    FLAG,
    INDICATOR,
    INDICATOR_NAME,
    INTERVAL,
    NUMERATOR,
    POLARITY,
    REFERENCE_DATE,
    UNIT_OF_MEASURE,
    VALUE,
)
from ...indicators.catalogue import shipped_catalogue
from ...indicators.indicator import PERCENT, Indicator, IndicatorKind
from ...indicators.intervals import BYAR, WILSON
from ...indicators.transfers.transfer_rates import Rate
from ...messages import tr
from ...publication import HIDING
from ..area_codes import code_text
from ..cells import number_column

LONG_COLUMNS = (AREA, INDICATOR, NUMERATOR, DENOMINATOR)
LONG_OPTIONS = (VALUE, REFERENCE_DATE, FLAG, INDICATOR_NAME, UNIT_OF_MEASURE, POLARITY, INTERVAL)
_UNPOOLABLE = frozenset((IndicatorKind.MEAN, IndicatorKind.COUNT))
_FACTORS = np.array([1.0, 100.0, 1000.0, 10_000.0, 100_000.0])
_ROUNDED = 0.02  # how far value and numerator / denominator may be apart where the value was rounded


@dataclass(frozen=True)
class RateOfAreas:
    """One rate of n areas: value = factor x numerator / denominator. `numerator`, `denominator` (n,) are NaN where
    unknown; `hidden` (n,) says where that is because they are hidden.
    """

    code: str
    name: str
    kind: str
    factor: float
    unit: str
    polarity: str
    date: str | None
    numerator: np.ndarray
    denominator: np.ndarray
    hidden: np.ndarray

    @property
    def known(self) -> np.ndarray:
        """Return (n,) which areas have both counts."""
        return ~(np.isnan(self.numerator) | np.isnan(self.denominator))


@dataclass(frozen=True)
class RateTable:
    """The areas by code, their rates, and a sentence for each indicator that cannot be compared, by its code; of the
    rows of the table those that were used and those without an area.
    """

    codes: list[str]
    rates: list[RateOfAreas]
    left_out: dict[str, str]
    rows_used: int = 0
    rows_without_area: int = 0


def wide_rates(table: pd.DataFrame, area: str, rates: Sequence[Rate]) -> RateTable:
    """Return the rates of a table with one row per area. Raises InputError for missing columns and repeated areas."""
    codes = [code_text(cell) for cell in table[area]]
    rows = [row for row, code in enumerate(codes) if code]
    repeated = pd.Series([codes[row] for row in rows], dtype=object)
    repeated = repeated[repeated.duplicated()]
    if len(repeated):
        raise InputError(
            tr("Area {area} has several rows. The table must have one row per area.").format(area=repeated.iloc[0])
        )
    names = dict.fromkeys(name for entry in rates for name in (entry.numerator, entry.denominator))
    columns = {name: _counts(table, name, codes)[rows] for name in names}
    marks = {name: _marked(table[name])[rows] & np.isnan(columns[name]) for name in names}
    known = _catalogue()
    found = [
        _wide_rate(
            entry,
            columns[entry.numerator],
            columns[entry.denominator],
            marks[entry.numerator] | marks[entry.denominator],
            known.get(entry.name.casefold()),
        )
        for entry in rates
    ]
    return RateTable([codes[row] for row in rows], found, {}, len(rows), len(codes) - len(rows))


def _counts(table: pd.DataFrame, name: str, codes: Sequence[str | None]) -> np.ndarray:
    if name not in table:
        raise InputError(
            tr("RATES: the column “{column}” is missing. There is: {available}.").format(
                column=name, available=", ".join(map(str, table.columns))
            )
        )
    column = number_column(name, table[name].tolist(), whole=True)
    bad = {**column.unreadable, **{int(row): f"{column.values[row]:g}" for row in np.flatnonzero(column.values < 0)}}
    for row, text in sorted(bad.items()):
        raise InputError(
            tr(
                "Row {row} (area {area}), column “{column}”: “{text}” is no count. Correct it, or empty it if there is "
                "no value."
            ).format(row=row + 1, area=codes[row] or "–", column=name, text=text)
        )
    return column.values


def _marked(cells: pd.Series) -> np.ndarray:
    """Return which cells are a text: where it is no number, it is a mark that says the number is withheld."""
    return cells.map(lambda cell: isinstance(cell, str) and bool(cell.strip())).to_numpy(dtype=bool)


def _wide_rate(
    entry: Rate, numerator: np.ndarray, denominator: np.ndarray, marked: np.ndarray, indicator: Indicator | None
) -> RateOfAreas:
    part = bool((numerator <= denominator)[~(np.isnan(numerator) | np.isnan(denominator))].all())
    if indicator:
        kind = indicator.kind
    elif entry.factor >= 1000:
        kind = IndicatorKind.RATE
    else:
        kind = IndicatorKind.SHARE if part else IndicatorKind.RATIO
    unit = indicator.unit if indicator else {100.0: PERCENT, 1.0: ""}.get(entry.factor, f"je {entry.factor:.0f}")
    return RateOfAreas(
        entry.name,
        indicator.name if indicator else entry.name,
        IndicatorKind.RATE if kind == IndicatorKind.SHARE and not part else kind,
        entry.factor,
        unit,
        indicator.polarity if indicator else "",
        None,
        numerator,
        denominator,
        marked,
    )


def long_rates(table: pd.DataFrame, wanted: Sequence[str], until: str | None) -> RateTable:
    """Return the rates of a long table of one level, each at its newest Stichtag, not after the ISO date `until`.

    Raises InputError for an unknown indicator, and for an area with two rows.
    """
    table = table.assign(**{AREA.name: [code_text(cell) for cell in table[AREA.name]]})
    without = int(table[AREA.name].isna().sum())
    table = table[table[AREA.name].notna()]
    codes = sorted(set(table[AREA.name]))
    there = list(dict.fromkeys(table[INDICATOR.name].dropna()))
    missing = [code for code in wanted if code not in there]
    if missing:
        raise InputError(
            tr("INDICATORS: “{code}” is not in the table at this level. It has: {codes}.").format(
                code=missing[0], codes=", ".join(map(str, there))
            )
        )
    known = _catalogue()
    rates, left_out, used = [], {}, 0
    for code in list(dict.fromkeys(wanted)) or there:
        rows = _newest(table[table[INDICATOR.name] == code], until)
        found = _long_rate(str(code), rows, codes, known.get(str(code).casefold()))
        if isinstance(found, str):
            left_out[str(code)] = found
        else:
            rates.append(found)
            used += len(rows)
    return RateTable(codes, rates, left_out, used, without)


def _newest(rows: pd.DataFrame, until: str | None) -> pd.DataFrame:
    """Return the rows of the newest Stichtag at which an area has both counts; else of the newest at all."""
    if REFERENCE_DATE.name not in rows:
        return rows
    dates = rows[REFERENCE_DATE.name].fillna("")
    rows = rows if until is None else rows[dates <= until]
    counted = rows[rows[NUMERATOR.name].notna() & rows[DENOMINATOR.name].notna()]
    dates = (counted if len(counted) else rows)[REFERENCE_DATE.name].dropna()
    return rows[rows[REFERENCE_DATE.name] == dates.max()] if len(dates) else rows


def _long_rate(code: str, rows: pd.DataFrame, codes: Sequence[str], indicator: Indicator | None) -> RateOfAreas | str:
    """Return the rate of one indicator, or a sentence why it cannot be compared."""
    if rows.empty:
        return tr("No Stichtag up to the date asked.")
    repeated = rows[rows[AREA.name].duplicated()]
    if len(repeated):
        raise InputError(
            tr("INPUT: indicator {indicator} has two rows for area {area}. Remove one of them.").format(
                indicator=code, area=repeated[AREA.name].iloc[0]
            )
        )
    indexed = rows.set_index(AREA.name).reindex(list(codes))
    numerator = indexed[NUMERATOR.name].to_numpy(dtype=float)
    denominator = indexed[DENOMINATOR.name].to_numpy(dtype=float)
    unit = _text(rows, UNIT_OF_MEASURE.name)
    kind = _kind(indicator, _text(rows, INTERVAL.name), unit)
    if kind in _UNPOOLABLE or np.isnan(denominator).all() or np.isnan(numerator).all():
        return tr("No counts as numerator and denominator, so groups of areas cannot be put together.")
    factor = _factor(indexed, numerator, denominator, indicator)
    if factor is None:
        return tr("The value is not numerator / denominator, so groups of areas cannot be put together.")
    if kind == IndicatorKind.SHARE and (numerator > denominator).any():
        kind = IndicatorKind.RATE
    flags = indexed[FLAG.name].isin(list(HIDING)) if FLAG.name in indexed else pd.Series(False, index=indexed.index)
    return RateOfAreas(
        code,
        _text(rows, INDICATOR_NAME.name) or (indicator.name if indicator else code),
        kind,
        factor,
        unit,
        _text(rows, POLARITY.name),
        rows[REFERENCE_DATE.name].iloc[0] if REFERENCE_DATE.name in rows else None,
        numerator,
        denominator,
        flags.to_numpy(dtype=bool),
    )


def _text(rows: pd.DataFrame, column: str) -> str:
    texts = rows[column].dropna() if column in rows else []
    return next((str(text) for text in texts if str(text).strip()), "")


def _kind(indicator: Indicator | None, method: str, unit: str) -> str:
    """Return the kind by the catalogue, by the method of the interval, or by the unit: what claims least."""
    if indicator:
        return indicator.kind
    if method == BYAR or unit.startswith("je 1"):
        return IndicatorKind.RATE
    return IndicatorKind.SHARE if method == WILSON or unit == PERCENT else IndicatorKind.RATIO


def _factor(
    rows: pd.DataFrame, numerator: np.ndarray, denominator: np.ndarray, indicator: Indicator | None
) -> float | None:
    """Return by what numerator / denominator is multiplied; None if the values are something else."""
    if VALUE.name not in rows:
        return indicator.factor if indicator else 100.0
    with np.errstate(divide="ignore", invalid="ignore"):
        found = rows[VALUE.name].to_numpy(dtype=float) * denominator / numerator
    found = found[np.isfinite(found) & (found != 0)]
    if not len(found):
        return indicator.factor if indicator else 100.0
    middle = float(np.median(found))
    near = _FACTORS[np.abs(np.log(np.maximum(middle, 1e-9) / _FACTORS)).argmin()]
    if abs(middle / near - 1) <= _ROUNDED:
        return float(near)
    return middle if np.quantile(np.abs(found / middle - 1), 0.9) <= _ROUNDED else None


def _catalogue() -> dict[str, Indicator]:
    return {indicator.code.casefold(): indicator for indicator in shipped_catalogue()}
