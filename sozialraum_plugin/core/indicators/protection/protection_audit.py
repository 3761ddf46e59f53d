"""The audit: everything published together is attacked as an outsider would, without the true numbers.

All tables are one set of cells over all areas. What a hidden row's mark says is taken as an outsider reads it:
``geheim`` is a small count (or a small remainder, where the sums leave no other choice), ``geheim_sekundaer`` is none,
``nenner_zu_klein`` says nothing. Rates that are shown without one of their counts give it within their rounding.
Where the marks cannot be true of all counts that sums connect, only the sums are used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ...fields import DENOMINATOR, INDICATOR, NUMERATOR, VALUE
from ..catalogue import Indicator
from .attack import Intervals, feasible_intervals
from .linear_bounds import LinearSystem, tighten
from .primary_protection import Reason
from .protection_cells import Entries, smallest_base, sums_of
from .protection_publication import Publication, derived_values
from .protection_records import PublishedTable, is_indicator_table
from .protection_rule import Rule, informed_bounds, limited_by_marks, needs_of

_MOST_DECIMALS = 10


@dataclass(frozen=True)
class Audit:
    """Hidden cells (numbers, see protection_cells) and what outsiders deduce, arrays (k,).

    `exposed` tells whether the interval is too narrow, `informed` whether only to who reads the marks. `contradictory`
    and `unchecked` are numbers of cells. `system` has the sums that were used.
    """

    cells: np.ndarray
    low: np.ndarray
    high: np.ndarray
    exposed: np.ndarray
    informed: np.ndarray
    contradictory: np.ndarray
    unchecked: np.ndarray
    system: LinearSystem
    values: np.ndarray = field(default_factory=lambda: np.zeros(0))


def audit(
    given: Publication,
    catalogue: Sequence[Indicator],
    rule: Rule,
    pieces: Sequence[Entries] = (),
    piece_count: int = 0,
    tick: Callable[[float], None] = lambda share: None,
) -> Audit:
    """Return what can be deduced of every hidden count.

    `pieces` are sums with unpublished parts of areas, whose cells come after those of the table (`piece_count` areas
    times the columns).
    """
    derived = np.where(given.marks > 0, np.nan, derived_values(given.cells, hierarchical=False))
    known = np.where(np.isnan(given.cells.values), derived, given.cells.values)
    cells = replace(given.cells, values=known, extra=[*pieces, *_rates(given, catalogue)])
    system = sums_of(cells, np.zeros((0, 3), dtype=np.int64))
    size = cells.values.size + piece_count * cells.columns
    system = replace(system, size=size)
    values = np.concatenate([cells.values.ravel(), np.full(size - cells.values.size, np.nan)])
    low, high = np.zeros(size), np.full(size, np.inf)
    low += np.tile(cells.least, size // cells.columns) if cells.columns else 0.0
    reasons = np.concatenate([_reasons(given), np.zeros(size - cells.values.size, dtype=np.int8)])
    base = np.concatenate([smallest_base(cells).ravel(), np.full(size - cells.values.size, np.inf)])
    system = _without_broken(system, values)
    hidden = (reasons > 0) & np.isnan(values)
    plain = feasible_intervals(system, values, low, high, hidden, True, lambda share: tick(share / 2))
    reasons = _small_or_remainder(reasons, plain, rule)
    marked = informed_bounds(reasons, hidden, low, high, np.full(size, np.nan), rule)
    informed = feasible_intervals(system, values, *marked, hidden, True, lambda share: tick(0.5 + share / 2))
    return _verdict(system, values, (reasons, base, hidden), (plain, informed), marked, rule)


def audit_changed(given: Publication, rule: Rule, precision: float) -> Audit:
    """Return what can be deduced where every number shown is at most `precision` away from the true one.

    Exposed is a count that must be from 1 to below the threshold. Each sum is used alone, again and again, not all at
    once.
    """
    cells = given.cells
    shown = cells.values.ravel()
    least = np.tile(cells.least, cells.areas)
    changes = np.isinf(least)
    reach = np.where(changes, 2.0, 1.0) * precision
    low = np.where(np.isnan(shown), least, np.maximum(shown - reach, least))
    high = np.where(np.isnan(shown), np.inf, shown + reach)
    system = sums_of(replace(cells, shares=(), precision=precision), np.zeros((0, 3), dtype=np.int64))
    exact = np.zeros(system.rows)
    system = replace(system, low=np.where(np.isinf(system.low), system.low, exact), high=exact)
    low, high = tighten(system, low, high)
    numbers = np.flatnonzero(~changes & ((given.marks.ravel() > 0) | ~np.isnan(shown)))
    low, high = low[numbers], high[numbers]
    torn = low > high
    narrow = (low >= 1) & (high < rule.threshold) & ~torn
    nothing = np.zeros(0, dtype=np.int64)
    values = np.full(shown.size, np.nan)
    return Audit(numbers, low, high, narrow, narrow & False, numbers[torn], nothing, system, values)


def _reasons(given: Publication) -> np.ndarray:
    """Return the reason of each cell as its mark says; a cell whose number stands somewhere is not hidden."""
    reasons = np.zeros(given.marks.shape, dtype=np.int8)
    for mark, reason in ((3, Reason.SMALL), (2, Reason.BASE), (1, Reason.SECONDARY)):
        reasons[(given.marks == mark) & np.isnan(given.cells.values)] = reason
    return reasons.ravel()


def _without_broken(system: LinearSystem, values: np.ndarray) -> LinearSystem:
    """Return the system without sums whose cells are all known: they tell nothing more."""
    unknown = np.bincount(system.row, np.isnan(values)[system.cell], minlength=system.rows) > 0
    return system.keep_rows(unknown)


def _small_or_remainder(reasons: np.ndarray, plain: Intervals, rule: Rule) -> np.ndarray:
    """Return the reasons with a remainder where a count marked as small cannot be below the threshold."""
    remainder = (reasons == Reason.SMALL) & (plain.low >= rule.threshold)
    return np.where(remainder, Reason.REMAINDER, reasons).astype(np.int8)


def _verdict(
    system: LinearSystem,
    values: np.ndarray,
    what: tuple[np.ndarray, np.ndarray, np.ndarray],
    found: tuple[Intervals, Intervals],
    marked: tuple[np.ndarray, np.ndarray],
    rule: Rule,
) -> Audit:
    reasons, base, hidden = what
    plain, informed = found
    believed = np.ones(len(values), dtype=bool)
    believed[informed.contradictory] = False
    low = np.where(believed, informed.low, plain.low)
    high = np.where(believed, informed.high, plain.high)
    everything = feasible_intervals(system, np.full(len(values), np.nan), *marked, np.zeros(len(values), dtype=bool))
    needs, _ = limited_by_marks(needs_of(reasons, base, rule), everything.low, everything.high)
    remainder = reasons == Reason.REMAINDER
    width = np.where(remainder, np.minimum(rule.least_width, base), needs.width)
    uninformed = replace(needs, width=width, down=np.full(len(values), np.inf), up=np.full(len(values), -np.inf))
    narrow = uninformed.failed(plain.low, plain.high, low, high)
    told = np.where(believed, replace(needs, width=width).failed(plain.low, plain.high, low, high), narrow)
    cells = np.flatnonzero(hidden & (reasons != Reason.SECONDARY) | hidden & (plain.low == plain.high))
    only_informed = (told & ~narrow)[cells]
    return Audit(
        cells,
        np.where(only_informed, low[cells], plain.low[cells]),
        np.where(only_informed, high[cells], plain.high[cells]),
        told[cells].astype(bool),
        only_informed,
        np.union1d(plain.contradictory, informed.contradictory[:0]),
        np.union1d(plain.unchecked, informed.unchecked),
        system,
        values,
    )


def _rates(given: Publication, catalogue: Sequence[Indicator]) -> list[Entries]:
    """Return for each shown rate that numerator and denominator must round to it."""
    known = {indicator.code: indicator for indicator in catalogue}
    blocks = []
    for table in given.tables:
        if is_indicator_table(table.rows) and DENOMINATOR.name in table.rows:
            blocks += _rates_of(table, known, given.cells.columns)
    return blocks


def _rates_of(table: PublishedTable, known: dict[str, Indicator], width: int) -> list[Entries]:
    rows = table.rows
    numerators = rows[NUMERATOR.name] if NUMERATOR.name in rows else rows[VALUE.name] * np.nan
    open_part = numerators.isna() | rows[DENOMINATOR.name].isna()
    at = table.usable & (table.numerator >= 0) & (table.denominator >= 0) & rows[VALUE.name].notna() & open_part
    blocks = []
    for code, part in rows[at].groupby(INDICATOR.name, sort=False):
        factor = known[code].factor if code in known else _factor(rows[rows[INDICATOR.name] == code])
        if factor is None:
            continue
        index = part.index.to_numpy()
        value = part[VALUE.name].to_numpy(dtype=float)
        half = 0.5 * 10.0 ** -_decimals(rows.loc[rows[INDICATOR.name] == code, VALUE.name]) + 1e-9
        above = table.area[index] * width + table.numerator[index]
        below = table.area[index] * width + table.denominator[index]
        blocks.append(_limit(above, below, (value + half) / factor, -np.inf, 0.0))
        blocks.append(_limit(above, below, np.maximum(value - half, 0.0) / factor, 0.0, np.inf))
    return blocks


def _limit(above: np.ndarray, below: np.ndarray, ratio: np.ndarray, low: float, high: float) -> Entries:
    """Return low <= numerator - ratio x denominator <= high."""
    count = len(above)
    return (
        np.repeat(np.arange(count), 2),
        np.stack([above, below], axis=1).ravel(),
        np.stack([np.ones(count), -np.where(ratio == 0, 1e-12, ratio)], axis=1).ravel(),
        np.full(count, low),
        np.full(count, high),
    )


def _factor(rows: object) -> float | None:
    """Return the factor of an unknown rate by the rows that show all three numbers; None if none does."""
    own = (rows[VALUE.name] * rows[DENOMINATOR.name] / rows[NUMERATOR.name]).replace([np.inf, -np.inf], np.nan).dropna()
    return None if own.empty else float(10 ** np.round(np.log10(own[own > 0].median()))) if (own > 0).any() else None


def _decimals(values: object) -> int:
    """Return how many decimals the values of an indicator are shown with."""
    texts = [f"{value:.{_MOST_DECIMALS}f}".rstrip("0").partition(".")[2] for value in values.dropna()]
    return max((len(text) for text in texts), default=0)
