"""Long tables made fit for publication by changing every count a little: rounding or a cell key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...fields import DENOMINATOR, FLAG, INDICATOR, NUMERATOR, REFERENCE_DATE, VALUE, VARIABLE, Flag
from ...messages import tr
from ..catalogue import Indicator
from ..hierarchy import Hierarchy
from .cell_key import LARGEST, VARIANCE, check_key, perturbed, uniform_numbers
from .primary_protection import Reason, Thresholds
from .protection_blank import MARKS, number_columns
from .protection_breakdowns import Breakdowns
from .protection_publication import Publication, derived_values, publication
from .protection_publish import (
    PROTOCOL,
    Protected,
    outcomes_of,
    rule_sentences,
    unknown_areas,
)
from .protection_records import PublishedTable, is_indicator_table
from .rounding import BASE, rounded

_FACTORS = np.array([1.0, 10.0, 100.0, 1000.0, 10000.0, 100000.0])


@dataclass(frozen=True)
class Noise:
    """How counts are changed: by the cell key method with a `key`, without one by rounding."""

    key: str | None = None

    def change(self, values: np.ndarray, hierarchy: Hierarchy, names: Sequence[tuple[str, str]]) -> np.ndarray:
        """Return the changed counts of all areas and columns."""
        if self.key is None:
            return rounded(values)
        cells = [(code, *name) for code in hierarchy.codes for name in names]
        return perturbed(values.ravel(), uniform_numbers(self.key, cells)).reshape(values.shape)

    def remarks(self) -> list[str]:
        """Return what a reader of the table must know."""
        if self.key is None:
            method = tr(
                "Every count is rounded to the nearest multiple of {base}, totals on their own: parts need not add up "
                "to them. A shown count stands for values up to 2 away."
            ).format(base=BASE)
        else:
            method = tr(
                "Every count is changed by at most {largest}, on average by 0, with variance {variance}; zero stays "
                "zero. Parts need not add up to totals."
            ).format(largest=LARGEST, variance=f"{VARIANCE:g}")
        return [method, tr("Rates are worked out from the changed counts; all other derived numbers are left empty.")]


def disturb_table(
    name: str,
    rows: pd.DataFrame,
    hierarchy: Hierarchy,
    catalogue: Sequence[Indicator],
    breakdowns: Breakdowns,
    thresholds: Thresholds,
    noise: Noise,
) -> Protected:
    """Return a table with every count changed and rates worked out anew; raise InputError for a bad key."""
    if noise.key is not None:
        check_key(noise.key)
    position = {code: number for number, code in enumerate(hierarchy.codes)}
    given = publication({name: rows}, [hierarchy], position, catalogue, breakdowns)
    table = given.tables[0]
    values = _changed(given, hierarchy, noise)
    factors = _factors(table, {indicator.code: indicator for indicator in catalogue})
    above, below = _of_rows(table, table.numerator, values), _of_rows(table, table.denominator, values)
    result, reason = _rows(table, (above, below, factors), thresholds)
    return Protected(
        result,
        _protocol(table, hierarchy, reason, thresholds),
        outcomes_of(table, reason),
        int((reason > 0).sum()),
        unknown_areas(table),
        remarks=noise.remarks(),
    )


def _changed(given: Publication, hierarchy: Hierarchy, noise: Noise) -> np.ndarray:
    """Return the changed counts (areas, columns); changes over time are those of the changed counts, where known."""
    true = derived_values(given.cells)
    values = noise.change(true, hierarchy, given.columns.names)
    for relation in given.cells.relations:
        if relation.total in given.cells.changes and relation.weights:
            from_parts = values[:, list(relation.parts)] @ np.array(relation.weights)
            values[:, relation.total] = np.where(np.isnan(from_parts), values[:, relation.total], from_parts)
    return np.where(np.isnan(given.cells.values), np.nan, values)


def _of_rows(table: PublishedTable, column: np.ndarray, values: np.ndarray) -> np.ndarray:
    at = table.usable & (column >= 0)
    found = np.full(len(table.rows), np.nan)
    found[at] = values[table.area[at], column[at]]
    return found


def _factors(table: PublishedTable, catalogue: dict[str, Indicator]) -> np.ndarray:
    """Return the factor of each row's rate: the catalogue's, else the round one that its own numbers tell."""
    rows = table.rows
    if not is_indicator_table(rows) or NUMERATOR.name not in rows:
        return np.ones(len(rows))
    known = rows[INDICATOR.name].map(lambda code: catalogue[code].factor if code in catalogue else np.nan).to_numpy()
    with np.errstate(divide="ignore", invalid="ignore"):
        own = rows[VALUE.name] * rows[DENOMINATOR.name] / rows[NUMERATOR.name]
    typical = own.groupby(rows[INDICATOR.name]).transform("median").to_numpy(dtype=float)
    nearest = _FACTORS[np.abs(np.log(np.where(typical > 0, typical, 1.0))[:, None] - np.log(_FACTORS)).argmin(axis=1)]
    return np.where(np.isnan(known.astype(float)), nearest, known.astype(float))


def _rows(
    table: PublishedTable, numbers: tuple[np.ndarray, np.ndarray, np.ndarray], thresholds: Thresholds
) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the rows with changed numbers and the reason of each row that is hidden."""
    above, below, factors = numbers
    rows = table.rows.copy()
    rate = table.denominator >= 0
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.where(rate, np.where(below > 0, factors * above / below, np.nan), factors * above)
    counted = table.usable & (table.numerator >= 0)
    for column in number_columns(rows):
        new = {VALUE.name: value, NUMERATOR.name: above, DENOMINATOR.name: below}.get(column)
        own = rows[column].where(table.usable & ~counted & (column == VALUE.name), None)
        rows[column] = own if new is None else own.where(~counted, pd.Series(new, index=rows.index))
        rows[column] = rows[column].where(table.usable, table.rows[column])
    before = rows[FLAG.name].isin([Flag.SECRET, Flag.SECONDARY, Flag.TOO_SMALL_BASE, Flag.INTERNAL]).to_numpy()
    small = table.usable & rate & (below < thresholds.base) & ((below > 0) | (above > 0))
    reason = np.where(before, Reason.SOURCE, np.where(small, Reason.BASE, Reason.SHOWN))
    for column in number_columns(table.rows):
        rows[column] = rows[column].where(reason == 0, None)
    marks = pd.Series(reason, index=rows.index).map(lambda number: MARKS.get(number, ""))
    keeps = (reason == 0) | (before & (rows[FLAG.name] != Flag.INTERNAL).to_numpy())
    rows[FLAG.name] = rows[FLAG.name].where(keeps, marks)
    return rows, reason


def _protocol(table: PublishedTable, hierarchy: Hierarchy, reason: np.ndarray, thresholds: Thresholds) -> pd.DataFrame:
    at = np.flatnonzero((reason > 0) & table.usable)
    sentences = rule_sentences(thresholds)
    what = INDICATOR.name if is_indicator_table(table.rows) else VARIABLE.name
    taken = table.rows.iloc[at]
    columns = (
        [hierarchy.codes[area] for area in table.area[at]],
        [hierarchy.names[area] for area in table.area[at]],
        hierarchy.levels[table.area[at]],
        taken[what].astype(str).to_numpy(),
        taken[REFERENCE_DATE.name].astype(str).str[:10].to_numpy(),
        [MARKS[Reason(number)] for number in reason[at]],
        [Reason(number).name.lower() for number in reason[at]],
        [sentences[int(number)] for number in reason[at]],
    )
    return pd.DataFrame({column.name: values for column, values in zip(PROTOCOL, columns)})
