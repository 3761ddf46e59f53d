"""Indicators of old areas carried over to new ones: counts by the crosswalk, rates from numerator and denominator.

A numerator or denominator of a new area is the sum over the old areas of its own, times the share of their inhabitants
that the new area holds. That is an estimate unless whole areas are joined. Nothing is made up: where a part is hidden
or missing, the sum is so too, and a value without a numerator (a median) is not carried over. As only the delivered
values and a crosswalk that tells nothing small come in, no hidden value can be computed from the result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..fields import (
    ADDRESS_COUNT,
    AREA,
    DENOMINATOR,
    FLAG,
    INDICATOR,
    INDICATOR_NAME,
    NOTE,
    NUMERATOR,
    REFERENCE_DATE,
    UNIT_OF_MEASURE,
    VALUE,
    Field,
    Flag,
    Kind,
)
from ..indicators.protection.primary_protection import Thresholds
from ..messages import tr
from .crosswalk import NEW, NEW_NAME, NOWHERE, OLD, SHARE_OF_OLD

VALUE_BEFORE = Field("wert_vorher", Kind.REAL)
FLAG_BEFORE = Field(f"{FLAG.name}_vorher")
VALUE_AFTER = Field("wert_nachher", Kind.REAL)
NUMERATOR_AFTER = Field("zaehler_nachher", Kind.REAL)
DENOMINATOR_AFTER = Field("nenner_nachher", Kind.REAL)
FLAG_AFTER = Field(f"{FLAG.name}_nachher")
BASIS = Field("grundlage")
VALUES_COMPARED = (
    NEW, NEW_NAME, OLD, INDICATOR, INDICATOR_NAME, REFERENCE_DATE, VALUE_BEFORE, FLAG_BEFORE, VALUE_AFTER,
    NUMERATOR_AFTER, DENOMINATOR_AFTER, FLAG_AFTER, UNIT_OF_MEASURE, BASIS, NOTE,
)  # fmt: skip
NEEDED = (AREA, INDICATOR, VALUE, NUMERATOR, DENOMINATOR)
WANTED = (*NEEDED, INDICATOR_NAME, REFERENCE_DATE, UNIT_OF_MEASURE, FLAG)
_SERIES = [INDICATOR.name, REFERENCE_DATE.name]
_HIDDEN = (Flag.SECRET, Flag.SECONDARY, Flag.TOO_SMALL_BASE)
_SAME_FACTOR, _ROUNDED = 1e-3, 0.051  # relative and absolute: values are often rounded to one decimal
_NEAR_POWER = 0.02  # factors are 1, 100, 1.000 and so on
_DECIMALS = 6  # of sums, against the noise of floating point
_PERCENT = "%"


class Basis:
    """Values of `grundlage`."""

    SAME = "gleich"  # the same addresses
    SUM = "summe"  # whole old areas joined
    ESTIMATE = "geschaetzt"  # by shares of inhabitants
    NONE = "nicht_uebertragbar"


@dataclass(frozen=True)
class Carried:
    """`table` with the columns VALUES_COMPARED, and how many rows of the indicators were of areas not in OLD."""

    table: pd.DataFrame
    unknown: int


def carry_over(
    indicators: pd.DataFrame,
    table: pd.DataFrame,
    comes_from: Mapping[str, str],
    new_names: Mapping[str, str],
    old_codes: Sequence[str],
    thresholds: Thresholds | None,
) -> Carried:
    """Return each indicator before (in the old area a new one comes from) and after (carried over to the new area).

    `indicators` has the columns WANTED; `table` is the crosswalk with shares, for publication a protected one.
    `thresholds` hides small results; None shows all. Raises InputError if an area has an indicator twice, or if for
    publication the indicators show small counts.
    """
    known = indicators[indicators[AREA.name].isin(set(old_codes))].copy()
    unknown = len(indicators) - len(known)
    for field in (VALUE, NUMERATOR, DENOMINATOR):
        known[field.name] = pd.to_numeric(known[field.name], errors="coerce")
    known[[*_SERIES, FLAG.name]] = known[[*_SERIES, FLAG.name]].fillna("")
    _refuse_repetitions(known)
    if thresholds is not None:
        _refuse_small_counts(known, thresholds)
    carrier = _Carrier(table, comes_from, new_names, list(old_codes), thresholds)
    parts = [carrier.series(group, key) for key, group in known.groupby(_SERIES, sort=True)]
    names = [field.name for field in VALUES_COMPARED]
    if not parts:
        return Carried(pd.DataFrame(columns=names, dtype=object), unknown)
    return Carried(pd.concat(parts, ignore_index=True)[names], unknown)


def _refuse_repetitions(known: pd.DataFrame) -> None:
    twice = known[known.duplicated([AREA.name, *_SERIES])]
    if len(twice):
        row = twice.iloc[0]
        raise InputError(
            tr("INDICATORS: area {area} has indicator {indicator} twice at the Stichtag {date}. Keep one row.").format(
                area=row[AREA.name], indicator=row[INDICATOR.name], date=row[REFERENCE_DATE.name] or "–"
            )
        )


def _refuse_small_counts(known: pd.DataFrame, thresholds: Thresholds) -> None:
    """Raise InputError if the table shows what a published one would hide."""
    small = (known[NUMERATOR.name] > 0) & (known[NUMERATOR.name] < thresholds.count)
    if small.any():
        raise InputError(
            tr(
                "INDICATORS shows {count} counts below {threshold}, so it is not fit for publication. Compute it anew "
                "with MODE publication, or compare with MODE internal."
            ).format(count=int(small.sum()), threshold=thresholds.count)
        )


def _weights(table: pd.DataFrame, old_codes: Sequence[str], new_codes: Sequence[str]) -> np.ndarray:
    """Return (new, old) shares of each old area's inhabitants, 0 where it has no part."""
    inside = table[(table[OLD.name] != NOWHERE) & (table[NEW.name] != NOWHERE) & table[SHARE_OF_OLD.name].notna()]
    weights = np.zeros((len(new_codes), len(old_codes)))
    rows = pd.Index(new_codes).get_indexer(inside[NEW.name])
    columns = pd.Index(old_codes).get_indexer(inside[OLD.name])
    weights[rows, columns] = inside[SHARE_OF_OLD.name]
    return weights


def _bases(table: pd.DataFrame, new_codes: Sequence[str]) -> list[str]:
    """Return how each new area gets its values, by the addresses that it shares with old ones."""
    shared = table[table[ADDRESS_COUNT.name] > 0]
    targets = shared.groupby(OLD.name)[NEW.name].nunique()
    groups = dict(list(shared[shared[NEW.name] != NOWHERE].groupby(NEW.name)))
    result = []
    for code in new_codes:
        sources = groups[code][OLD.name] if code in groups else []
        whole = len(sources) > 0 and all(old != NOWHERE and targets[old] == 1 for old in sources)
        result.append(Basis.ESTIMATE if not whole else Basis.SAME if len(sources) == 1 else Basis.SUM)
    return result


class _Carrier:
    """Carries one indicator after the other over to the new areas."""

    def __init__(
        self,
        table: pd.DataFrame,
        comes_from: Mapping[str, str],
        new_names: Mapping[str, str],
        old_codes: list[str],
        thresholds: Thresholds | None,
    ) -> None:
        self.new_names, self.old_codes, self.thresholds = new_names, old_codes, thresholds
        self.weights = _weights(table, old_codes, list(new_names))
        self.basis = np.array(_bases(table, list(new_names)), dtype=object)
        self.origin = np.array([comes_from.get(code) for code in new_names], dtype=object)
        outside = table[(table[OLD.name] == NOWHERE) & (table[ADDRESS_COUNT.name] > 0)][NEW.name]
        self.from_nowhere = np.isin(np.array(list(new_names), dtype=object), outside.to_numpy(dtype=object))

    def series(self, group: pd.DataFrame, key: tuple[str, str]) -> pd.DataFrame:
        """Return one indicator at one Stichtag for all new areas."""
        by_area = group.set_index(AREA.name)
        here = by_area.reindex(self.old_codes)
        flags = here[FLAG.name].fillna(Flag.MISSING).to_numpy(dtype=object)
        factor, is_rate = _factor(group)
        top, why = self._sum(here[NUMERATOR.name].to_numpy(dtype=float), flags)
        bottom = np.full(len(top), np.nan)
        if is_rate:
            bottom, why_below = self._sum(here[DENOMINATOR.name].to_numpy(dtype=float), flags)
            why = np.where(why == Flag.NONE, why_below, why)
        unit = _first(group, UNIT_OF_MEASURE.name)
        if self.thresholds is not None:
            top, why = _protect(top, bottom, why, unit == _PERCENT, self.thresholds)
        with np.errstate(divide="ignore", invalid="ignore"):
            value = factor * (np.where(bottom > 0, top / bottom, np.nan) if is_rate else top)
        none = is_rate & (bottom == 0) & (why == Flag.NONE)
        why = np.where(none, Flag.NOT_APPLICABLE, why)
        value[why != Flag.NONE] = np.nan
        basis = np.where(np.isnan(factor), Basis.NONE, self.basis)
        why = np.where((why == Flag.NONE) & self.from_nowhere, Flag.UNSAFE, why)
        before = by_area.reindex(self.origin)
        return pd.DataFrame(
            {
                NEW.name: list(self.new_names),
                NEW_NAME.name: list(self.new_names.values()),
                OLD.name: self.origin,
                INDICATOR.name: key[0],
                INDICATOR_NAME.name: _first(group, INDICATOR_NAME.name),
                REFERENCE_DATE.name: key[1] or None,
                VALUE_BEFORE.name: before[VALUE.name].to_numpy(),
                FLAG_BEFORE.name: before[FLAG.name].fillna(Flag.MISSING).to_numpy(),
                VALUE_AFTER.name: value,
                NUMERATOR_AFTER.name: top,
                DENOMINATOR_AFTER.name: bottom,
                FLAG_AFTER.name: np.where(basis == Basis.NONE, Flag.MISSING, why),
                UNIT_OF_MEASURE.name: unit,
                BASIS.name: basis,
                NOTE.name: _notes(basis, why, is_rate),
            }
        )

    def _sum(self, values: np.ndarray, flags: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the weighted sums per new area, NaN where a part is lacking, and why it is."""
        lacking = np.isnan(values)
        part = self.weights > 0
        lost, hidden = (part & lacking).any(axis=1), (part & (lacking & np.isin(flags, _HIDDEN))).any(axis=1)
        nothing = ~(part & ~lacking).any(axis=1)
        why = np.select([hidden, nothing, lost], [Flag.SECRET, Flag.MISSING, Flag.INCOMPLETE], Flag.NONE).astype(object)
        sums = self.weights @ np.where(lacking, 0.0, values)
        return np.where(why == Flag.NONE, np.round(sums, _DECIMALS), np.nan), why


def _notes(basis: np.ndarray, why: np.ndarray, is_rate: bool) -> list[str | None]:
    """Return a sentence for each new area without a certain value."""
    partly = tr("A part of the area lay in no old area; its count is not in the value.")
    if is_rate:
        partly = tr("A part of the area lay in no old area; it is taken to be like the rest.")
    texts = {
        Flag.SECRET: tr("Hidden, because it or a part of it is."),
        Flag.TOO_SMALL_BASE: tr("Hidden, because the base of the rate is too small."),
        Flag.INCOMPLETE: tr("A part of the area has no value."),
        Flag.MISSING: tr("No part of the area has a value."),
        Flag.NOT_APPLICABLE: tr("Nobody is in the base of the rate."),
        Flag.UNSAFE: partly,
    }
    not_carried = tr("Not carried over: the table has no numerator and denominator that give the value.")
    return [not_carried if how == Basis.NONE else texts.get(flag) for how, flag in zip(basis, why)]


def _factor(group: pd.DataFrame) -> tuple[float, bool]:
    """Return by what numerator or rate is multiplied to give the value, and whether it is a rate; NaN if by nothing.

    The table does not name the factor, so it is read from the rows and must hold for all of them.
    """
    value, top, bottom = (group[field.name].to_numpy(dtype=float) for field in (VALUE, NUMERATOR, DENOMINATOR))
    is_rate = bool((~np.isnan(bottom)).any())
    with np.errstate(divide="ignore", invalid="ignore"):
        base = top / bottom if is_rate else top
    good = np.isfinite(value) & np.isfinite(base)
    if not good.any():
        return np.nan, is_rate
    telling = good & (base != 0)
    if not telling.any():
        return (1.0 if (value[good] == 0).all() else np.nan), is_rate
    strongest = telling & (np.abs(base) >= np.median(np.abs(base[telling])))
    factor = float(np.median(value[strongest] / base[strongest]))
    nearest = 10.0 ** round(np.log10(abs(factor))) if factor else 1.0
    if abs(factor / nearest - 1) < _NEAR_POWER:
        factor = nearest
    off = np.abs(value[good] - factor * base[good])
    return (factor if (off <= _ROUNDED + _SAME_FACTOR * np.abs(value[good])).all() else np.nan), is_rate


def _protect(
    top: np.ndarray, bottom: np.ndarray, why: np.ndarray, is_share: bool, thresholds: Thresholds
) -> tuple[np.ndarray, np.ndarray]:
    """Return numerators and reasons with small counts, small remainders of shares and rates on a small base hidden."""
    small = (top > 0) & (top < thresholds.count)
    if is_share:
        rest = np.round(bottom - top, _DECIMALS)
        small |= (rest > 0) & (rest < thresholds.count)
    small_base = ~np.isnan(top) & (bottom < thresholds.base) & ~((bottom == 0) & (top == 0))
    shown = why == Flag.NONE
    why = np.where(shown & small, Flag.SECRET, np.where(shown & small_base, Flag.TOO_SMALL_BASE, why))
    return np.where(why == Flag.NONE, top, np.nan), why


def _first(group: pd.DataFrame, column: str) -> str | None:
    """Return the first text of a column."""
    known = group[column].dropna() if column in group else pd.Series(dtype=object)
    return str(known.iloc[0]) if len(known) else None
