"""Tables of source areas, wide or long, as counts, rates and ratios of counts in the order of the sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...delineation.address_columns import text_column
from ...errors import InputError, MissingColumnError
from ...fields import (
    AREA,
    DENOMINATOR,
    FLAG,
    INDICATOR,
    NUMERATOR,
    REFERENCE_DATE,
    SOURCE,
    UNIT_OF_MEASURE,
    VALUE,
    VARIABLE,
    Flag,
)
from ...messages import tr
from .transfer_cells import read_values
from .transfer_factor import factor_of
from .transfer_rates import Rate

FLAG_SUFFIX = "_kz"  # of the column with the flags of a column of a wide table
Key = tuple  # name and Stichtag, and for the parts of an indicator which of the two


@dataclass(frozen=True)
class Column:
    """Values (s,), NaN where there is none, and their flags (s,), in the order of the sources; `present` marks rows."""

    values: np.ndarray
    flags: np.ndarray
    present: np.ndarray


@dataclass
class Variables:
    """What is to be carried over: `shown` keys in order; each is a count, a rate (with its base) or a ratio.

    `meta` holds the text columns of long tables by key; `left` names keys that cannot be carried over, with the reason.
    `unknown` are codes of the table that no source has, `rows` its rows, `unknown_rows` those of unknown codes.
    """

    counts: dict[Key, Column] = field(default_factory=dict)
    rates: dict[Key, tuple[Column, Key | None]] = field(default_factory=dict)
    ratios: dict[Key, tuple[Key, Key, float]] = field(default_factory=dict)
    shown: list[Key] = field(default_factory=list)
    meta: dict[Key, dict[str, object]] = field(default_factory=dict)
    left: dict[Key, str] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    rows: int = 0
    unknown_rows: int = 0


def is_long(columns: Sequence[str]) -> bool:
    """Tell whether a table has one row per area and variable."""
    return VALUE.name in columns and (VARIABLE.name in columns or INDICATOR.name in columns)


def wide_variables(
    table: pd.DataFrame, codes: pd.Series, sources: Sequence[str], counts: Sequence[str], rates: Sequence[Rate],
    date: str | None = None,
) -> Variables:  # fmt: skip
    """Return the chosen columns of a wide table; `codes` (n,) are those of its rows, `sources` (s,) the order wanted.

    A column `<name>_kz` holds the flags of `<name>`. Raises MissingColumnError, and InputError if nothing is chosen, a
    code occurs twice or a text is no number.
    """
    if not counts and not rates:
        raise InputError(
            tr(
                "Name the columns with counts in COUNT_FIELDS and those with rates in RATES, because the two are "
                "carried over differently. The table has: {available}."
            ).format(available=", ".join(table.columns))
        )
    place, result = _places(codes, sources)
    _refuse_twice(codes[place >= 0])
    result.shown = [(name, date) for name in dict.fromkeys([*counts, *(rate.name for rate in rates)])]
    needed = [*counts, *(name for rate in rates for name in rate.counts)]
    for name in dict.fromkeys(needed):
        result.counts[name, date] = _column(table, name, place, len(sources))
    for rate in rates:
        if rate.numerator:
            result.ratios[rate.name, date] = ((rate.numerator, date), (rate.denominator, date), rate.factor)
        else:
            base = (rate.base, date) if rate.base else None
            result.rates[rate.name, date] = (_column(table, rate.name, place, len(sources)), base)
    return result


def long_variables(table: pd.DataFrame, codes: pd.Series, sources: Sequence[str], rates: Sequence[Rate]) -> Variables:
    """Return the variables of a long table: `merkmal` (counts) or `indikator` (with numerator and denominator).

    An indicator with a denominator is a ratio of two counts, one with only a numerator a count. Without both it is
    carried over only if RATES names it. Raises InputError if an area has a value twice.
    """
    name_column = VARIABLE.name if VARIABLE.name in table.columns else INDICATOR.name
    table = table.reset_index(drop=True)
    place, result = _places(codes, sources)
    names = text_column(table[name_column])
    dates = text_column(table[REFERENCE_DATE.name]) if REFERENCE_DATE.name in table else pd.Series("", table.index)
    weighted = {rate.name: rate for rate in rates if not rate.numerator}
    for (name, date), group in table.groupby([names, dates], sort=False):
        key = (name, date or None)
        rows = place[group.index]
        _refuse_twice(codes[group.index][rows >= 0], name, date)
        result.shown.append(key)
        result.meta[key] = _texts(group, name_column)
        if name in weighted:
            base = (weighted[name].base, date or None) if weighted[name].base else None
            result.rates[key] = (_column(group, VALUE.name, rows, len(sources)), base)
        elif name_column == VARIABLE.name:
            result.counts[key] = _column(group, VALUE.name, rows, len(sources))
        else:
            _add_indicator(result, key, group, rows, len(sources))
    for rate in rates:
        _add_ratios(result, rate)
    _require_bases(result)
    result.shown = [key for key in result.shown if key not in result.left]
    return result


def _add_ratios(result: Variables, rate: Rate) -> None:
    """Add a ratio of two variables at every Stichtag that has both."""
    if not rate.numerator:
        return
    dates = [date for name, date in list(result.counts) if name == rate.numerator]
    found = [date for date in dates if (rate.denominator, date) in result.counts]
    if not found:
        raise InputError(
            tr("RATES: {rate} needs “{numerator}” and “{denominator}” at the same Stichtag.").format(
                rate=rate.name, numerator=rate.numerator, denominator=rate.denominator
            )
        )
    for date in found:
        key = (rate.name, date)
        result.ratios[key] = ((rate.numerator, date), (rate.denominator, date), rate.factor)
        result.meta[key] = dict(result.meta[rate.numerator, date])
        result.shown.append(key)


def _require_bases(result: Variables) -> None:
    for (name, date), (_, base) in result.rates.items():
        if base is not None and base not in result.counts:
            raise InputError(
                tr("RATES: the base “{base}” of “{rate}” is missing among the counts at {date}.").format(
                    base=base[0], rate=name, date=date or "–"
                )
            )


def _add_indicator(result: Variables, key: Key, group: pd.DataFrame, rows: np.ndarray, count: int) -> None:
    """Book an indicator as a ratio of counts or as a count; else it is left, and why."""
    if not {NUMERATOR.name, DENOMINATOR.name} <= set(group.columns):
        raise MissingColumnError(NUMERATOR.name, tr("table of indicators"), group.columns)
    value, top, bottom = (
        _column(group, column, rows, count) for column in (VALUE.name, NUMERATOR.name, DENOMINATOR.name)
    )
    factor, is_rate = factor_of(value.values, top.values, bottom.values)
    if np.isnan(factor):
        result.left[key] = tr(
            "It has no numerator and denominator that give the value; name it in RATES with its base."
        )
        return
    above = (*key, NUMERATOR.name)
    result.counts[above] = Column(top.values, value.flags, value.present)
    if is_rate:
        below = (*key, DENOMINATOR.name)
        flags = np.where(np.isnan(bottom.values), value.flags, Flag.NONE).astype(object)
        result.counts[below] = Column(bottom.values, flags, value.present)
        result.ratios[key] = (above, below, factor)
    else:
        result.counts[key] = Column(value.values, value.flags, value.present)
        del result.counts[above]


def _texts(group: pd.DataFrame, name_column: str) -> dict[str, object]:
    """Return what the rows of a variable have in common beside the values."""
    own = {AREA.name, name_column, VALUE.name, FLAG.name, NUMERATOR.name, DENOMINATOR.name}
    common = {}
    for column in group.columns:
        if column in own:
            continue
        known = group[column].dropna()
        if column in (SOURCE.name, UNIT_OF_MEASURE.name, REFERENCE_DATE.name) or known.nunique() == 1:
            common[column] = known.iloc[0] if len(known) else None
    return common


def _places(codes: pd.Series, sources: Sequence[str]) -> tuple[np.ndarray, Variables]:
    """Return the source of each row (-1: none), and variables that know of the codes without source."""
    place = pd.Index(sources).get_indexer(codes)
    unknown = sorted(set(codes[place < 0]))
    return place, Variables(unknown=unknown, rows=len(codes), unknown_rows=int((place < 0).sum()))


def _column(table: pd.DataFrame, name: str, place: np.ndarray, count: int) -> Column:
    """Return a column in the order of the sources; a source without a row has no value."""
    if name not in table.columns:
        raise MissingColumnError(name, tr("table of values"), table.columns)
    values, flags = read_values(table[name])
    flag_column = FLAG.name if name == VALUE.name else f"{name}{FLAG_SUFFIX}"
    if flag_column in table.columns:
        told = text_column(table[flag_column]).to_numpy(dtype=object)
        flags = np.where(told != "", told, flags)
    result = Column(np.full(count, np.nan), np.full(count, Flag.MISSING, dtype=object), np.zeros(count, dtype=bool))
    known = place >= 0
    result.values[place[known]], result.flags[place[known]] = values[known], flags[known]
    result.present[place[known]] = True
    return result


def _refuse_twice(codes: pd.Series, name: str = "", date: str = "") -> None:
    twice = codes[codes.duplicated()]
    if len(twice):
        raise InputError(
            tr("The table has area {area} twice{what}. Keep one row.").format(
                area=twice.iloc[0], what=f" ({name} {date})".replace(" )", ")") if name else ""
            )
        )
