"""Long tables made fit for publication by suppression, with a protocol that has no numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from ...errors import InputError
from ...fields import AREA, AREA_NAME, FLAG, INDICATOR, LEVEL, NOTE, REASON, REFERENCE_DATE, VARIABLE
from ...messages import tr
from ..catalogue import Indicator
from ..hierarchy import Hierarchy
from .primary_protection import Reason, Thresholds
from .protection_blank import MARKS, blank
from .protection_breakdowns import Breakdowns
from .protection_cells import CellTable
from .protection_publication import Publication, derived_values, publication, read_as_small
from .protection_records import Columns, PublishedTable
from .protection_rule import Rule
from .secondary_protection import problem_of
from .suppression import suppress

_IMPORTANT = 10.0
PROTOCOL = (AREA, AREA_NAME, LEVEL, VARIABLE, REFERENCE_DATE, FLAG, REASON, NOTE)


@dataclass(frozen=True)
class Protected:
    """The table as it may be published, the protocol, and numbers of rows by what became of them.

    `unsafe` names counts that nothing protects, `given_away` counts that the marks alone tell.
    """

    table: pd.DataFrame
    protocol: pd.DataFrame
    outcomes: dict[str, int]
    hidden: int
    unknown_areas: list[str]
    secondary: int = 0
    unsafe: list[str] = field(default_factory=list)
    given_away: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def protect_table(
    name: str,
    rows: pd.DataFrame,
    hierarchy: Hierarchy,
    catalogue: Sequence[Indicator],
    breakdowns: Breakdowns,
    thresholds: Thresholds,
    width: int,
    tick: Callable[[], None] = lambda: None,
    important: Collection[str] = (),
) -> Protected:
    """Return a table of counts or indicators for publication by suppression.

    `thresholds` are the primary rules, `width` that of the intervals (0: the smallest count shown). `important` are
    counts, indicators, levels and areas that are hidden for others only where it cannot be helped.
    """
    position = {code: number for number, code in enumerate(hierarchy.codes)}
    given = publication({name: rows}, [hierarchy], position, catalogue, breakdowns)
    table = given.tables[0]
    values = derived_values(given.cells)
    cells = replace(given.cells, values=values)
    reasons = primary_reasons_of(cells, _bases(table), given.marks, thresholds)
    published = _published(table, values.shape) + (given.marks > 0)
    rule = Rule(thresholds.count, width)
    reasons = read_as_small(cells, reasons, rule)
    weight = published * _weights(table, hierarchy, given.columns, important)
    problem = problem_of(cells, reasons, weight, rule, tick)
    hidden_for_others = suppress(problem)
    final = problem.reasons[: values.size].reshape(values.shape)
    result, row_reasons = blank(table, final, thresholds)
    outcomes = outcomes_of(table, row_reasons)
    return Protected(
        result,
        _protocol(given, table, hierarchy, final, published, thresholds),
        outcomes,
        int((row_reasons > 0).sum()),
        unknown_areas(table),
        int((hidden_for_others < values.size).sum()),
        [_place(given, hierarchy, cell) for cell in sorted(problem.unsafe) if cell < values.size],
        [_place(given, hierarchy, cell) for cell in problem.given_away.tolist() if cell < values.size],
    )


def unknown_areas(table: PublishedTable) -> list[str]:
    """Return the codes that match no area."""
    return sorted({str(code) for code in table.rows[AREA.name][table.area < 0]})


def _place(given: Publication, hierarchy: Hierarchy, cell: int) -> str:
    area, column = divmod(cell, given.cells.columns)
    return f"{hierarchy.codes[area]} {given.name(column)}"


def _bases(table: PublishedTable) -> list[tuple[int, int]]:
    """Return the pairs (numerator, denominator) of columns of all rates."""
    both = table.usable & (table.numerator >= 0) & (table.denominator >= 0)
    pairs = np.unique(np.stack([table.numerator[both], table.denominator[both]], axis=1), axis=0)
    return [(int(above), int(below)) for above, below in pairs]


def primary_reasons_of(
    cells: CellTable, rates: Sequence[tuple[int, int]], marks: np.ndarray, thresholds: Thresholds
) -> np.ndarray:
    """Return the reason of each cell (areas, columns) by the primary rules; see `primary_protection`."""
    values = cells.values
    reasons = np.zeros(values.shape, dtype=np.int8)
    counts = np.array([column not in cells.changes for column in range(cells.columns)], dtype=bool)
    for above, below in rates:
        base = values[:, below]
        small = (base < thresholds.base) & ~((base == 0) & ~(values[:, above] > 0))
        if counts[above]:
            reasons[small, above] = Reason.BASE
    for above, below in cells.shares:
        rest = values[:, below] - values[:, above]
        reasons[(rest > 0) & (rest < thresholds.count), above] = Reason.REMAINDER
    small = (values > 0) & (values < thresholds.count) & counts
    reasons[small] = Reason.SMALL
    reasons[(marks >= 2) & (reasons == Reason.SHOWN)] = Reason.SOURCE
    reasons[(marks == 1) & (reasons == Reason.SHOWN)] = Reason.SECONDARY
    reasons[(marks == 3) & np.isnan(values)] = Reason.SOURCE
    return reasons


def _weights(table: PublishedTable, hierarchy: Hierarchy, columns: Columns, important: Collection[str]) -> np.ndarray:
    """Return how much more each cell (areas, columns) costs than others.

    Raises InputError for an entry that is nowhere.
    """
    names = [name for name, _ in columns.names]
    what = table.rows.get(INDICATOR.name, pd.Series("", index=table.rows.index, dtype=object)).astype(str).to_numpy()
    weights = np.ones((len(hierarchy.codes), len(names)))
    for entry in important:
        areas = np.array([entry in pair for pair in zip(hierarchy.codes, hierarchy.levels)])
        of_indicator = table.numerator[(what == entry) & (table.numerator >= 0)]
        wanted = np.isin(np.arange(len(names)), of_indicator) | np.array([name == entry for name in names], dtype=bool)
        if not areas.any() and not wanted.any():
            raise InputError(
                tr(
                    "IMPORTANT: “{entry}” is no count, indicator, level or area of the table. Correct it or leave "
                    "it out."
                ).format(entry=entry)
            )
        weights[areas] = _IMPORTANT
        weights[:, wanted] = _IMPORTANT
    return weights


def _published(table: PublishedTable, shape: tuple[int, int]) -> np.ndarray:
    """Return how many rows show each cell (areas, columns)."""
    count = np.zeros(shape)
    for column in (table.numerator, table.denominator):
        at = table.usable & (column >= 0)
        np.add.at(count, (table.area[at], column[at]), 1.0)
    return count


def outcomes_of(table: PublishedTable, reason: np.ndarray) -> dict[str, int]:
    """Return the number of rows by what became of them."""
    unknown = ~table.usable & (reason == 0)
    found = {tr("shown as it was"): int(((reason == 0) & table.usable).sum())}
    for number, text in reason_texts().items():
        found[text] = int((reason == number).sum())
    found[tr("shown without a check of sums: no known area or no Stichtag")] = int(unknown.sum())
    return found


def reason_texts() -> dict[int, str]:
    """Return a text for each reason, for log and protocol."""
    return {
        int(Reason.SMALL): tr("hidden: small count"),
        int(Reason.REMAINDER): tr("hidden: small remainder"),
        int(Reason.SOURCE): tr("hidden by the source"),
        int(Reason.BASE): tr("hidden: base too small"),
        int(Reason.SECONDARY): tr("hidden so that others cannot be computed"),
    }


def rule_sentences(thresholds: Thresholds) -> dict[int, str]:
    """Return a clerk's sentence for each reason."""
    return {
        int(Reason.SMALL): tr("The count is at least 1 and below {threshold}.").format(threshold=thresholds.count),
        int(Reason.REMAINDER): tr("Denominator minus numerator is at least 1 and below {threshold}.").format(
            threshold=thresholds.count
        ),
        int(Reason.SOURCE): tr("The source has hidden it; it stays hidden."),
        int(Reason.BASE): tr("The denominator of a rate is below {base}.").format(base=thresholds.base),
        int(Reason.SECONDARY): tr("With it, a hidden count could be narrowed down from sums of published counts."),
    }


def _protocol(
    given: Publication,
    table: PublishedTable,
    hierarchy: Hierarchy,
    reasons: np.ndarray,
    published: np.ndarray,
    thresholds: Thresholds,
) -> pd.DataFrame:
    """Return a row for each hidden count that the table would have shown, without its number."""
    areas, columns = np.nonzero((reasons > 0) & (published > 0))
    found = reasons[areas, columns]
    sentences, names = rule_sentences(thresholds), given.columns.names
    return pd.DataFrame(
        {
            AREA.name: [hierarchy.codes[area] for area in areas],
            AREA_NAME.name: [hierarchy.names[area] for area in areas],
            LEVEL.name: hierarchy.levels[areas],
            VARIABLE.name: [names[column][0] for column in columns],
            REFERENCE_DATE.name: [names[column][1] for column in columns],
            FLAG.name: [MARKS[Reason(number)] for number in found],
            REASON.name: [Reason(number).name.lower() for number in found],
            NOTE.name: [sentences[int(number)] for number in found],
        },
        columns=[column.name for column in PROTOCOL],
    )
