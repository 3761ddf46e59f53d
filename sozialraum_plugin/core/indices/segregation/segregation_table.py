"""The table of segregation: one row per group and measure, the account of areas, and sentences for the log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...balance import Balance
from ...errors import InputError
from ...fields import AREA, AREA_COUNT, LOWER, NOTE, PARENT, REASON, ROW, UPPER, VALUE, Field, Kind
from ...messages import tr
from .segregation import (
    Chance,
    Comparison,
    Estimate,
    estimates,
    group_measures,
    pair_measures,
    several_measures,
)
from .segregation_input import GroupColumns, GroupCounts, group_counts
from .segregation_measures import EXPOSURE
from .segregation_report import few_areas_warnings, measure_name, note_of, sentence_of, tells_few_people

GROUP = Field("gruppe")
AGAINST = Field("gegenueber")
MEASURE = Field("mass")
MEASURE_NAME = Field("mass_name")
VALUE_100 = Field("wert_100", Kind.REAL)
EXPECTED = Field("erwartet_zufall", Kind.REAL)
CORRECTED = Field("korrigiert", Kind.REAL)
CORRECTED_LOWER = Field("korrigiert_von", Kind.REAL)
CORRECTED_UPPER = Field("korrigiert_bis", Kind.REAL)
BY_CHANCE = Field("p_zufall", Kind.REAL)
PEOPLE = Field("personen_gruppe", Kind.INTEGER)
PEOPLE_AGAINST = Field("personen_gegenueber", Kind.INTEGER)
SEGREGATION = (
    PARENT, GROUP, AGAINST, MEASURE, MEASURE_NAME, VALUE, LOWER, UPPER, VALUE_100, EXPECTED, CORRECTED,
    CORRECTED_LOWER, CORRECTED_UPPER, BY_CHANCE, AREA_COUNT, PEOPLE, PEOPLE_AGAINST, NOTE,
)  # fmt: skip
REPORT = (ROW, AREA, GROUP, REASON)
_ESTIMATE = (VALUE, LOWER, UPPER, EXPECTED, CORRECTED, CORRECTED_LOWER, CORRECTED_UPPER, BY_CHANCE)


@dataclass(frozen=True)
class SegregationTable:
    """`table` with the columns SEGREGATION, `report` with the columns REPORT, the account, the log and the warnings."""

    table: pd.DataFrame
    report: pd.DataFrame
    balance: Balance
    log: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def segregation_table(
    table: pd.DataFrame,
    columns: GroupColumns,
    measures: tuple[str, ...],
    chance: Chance,
    tick: Callable[[], None] = lambda: None,
) -> SegregationTable:
    """Compute all measures for a table with one row per area. Raises InputError for tables that cannot be used."""
    counts = group_counts(table, columns)
    balance = _balance(counts)
    places = _places(counts)
    if not any(counts.rows_of(name).any() for name in counts.names):
        raise InputError(tr("No area is left to compare. {account}").format(account="; ".join(balance.lines())))
    rows: list[dict[str, object]] = []
    log = [counts.note] if counts.note else []
    sizes: dict[str | None, int] = {}
    for place, inside in places:
        sizes[place] = int((inside & np.array([reason is None for reason in counts.left_out])).sum())
        comparisons = list(_comparisons(counts, inside, measures))
        with_people = not any(tells_few_people(comparison) for comparison in comparisons)
        for comparison in comparisons:
            if tells_few_people(comparison):
                found = dict.fromkeys(comparison.measures, Estimate(np.nan))
            else:
                found = estimates(comparison, chance, tick)
            rows += [_row(place, comparison, name, estimate, with_people) for name, estimate in found.items()]
            log += [sentence_of(place, comparison, name, estimate) for name, estimate in found.items()]
    result = pd.DataFrame(rows, columns=[column.name for column in SEGREGATION], dtype=object)
    warnings = [*few_areas_warnings(sizes), *_unknown_warnings(counts)]
    return SegregationTable(result, _report(counts), balance, [line for line in log if line], warnings)


def _places(counts: GroupCounts) -> list[tuple[str | None, np.ndarray]]:
    """Return the whole (None) and each larger area with the mask of its areas."""
    everywhere = np.ones(len(counts.codes), dtype=bool)
    larger = sorted({parent for parent in counts.parents if parent})
    parents = np.array(counts.parents, dtype=object)
    return [(None, everywhere), *((code, parents == code) for code in larger)]


def _comparisons(counts: GroupCounts, inside: np.ndarray, measures: tuple[str, ...]) -> Iterator[Comparison]:
    """Yield each group against all others; then, if nobody is in two groups, pairs and all groups at once."""
    alone, pairs, several = group_measures(measures), pair_measures(measures), several_measures(measures)
    for at, name in enumerate(counts.names):
        rows = inside & counts.rows_of(name)
        members, total = counts.counts[rows, at], counts.total[rows]
        yield Comparison(name, tr("all others"), np.column_stack([members, np.maximum(total - members, 0)]), alone)
    if not counts.disjoint:
        return
    rows = inside & counts.rows_of_all()
    members, others = counts.counts[rows], np.maximum(counts.others()[rows], 0)
    everybody = np.column_stack([members, others]) if others.sum() > 0 else members
    for first, name in enumerate(counts.names):
        for second, against in enumerate(counts.names):
            wanted = pairs if first < second else tuple(measure for measure in pairs if measure == EXPOSURE)
            if first != second and wanted:
                order = [first, second, *(at for at in range(everybody.shape[1]) if at not in (first, second))]
                yield Comparison(name, against, everybody[:, order], wanted)
    yield Comparison(tr("all groups"), tr("each other"), everybody, several, True)


def _row(
    place: str | None, comparison: Comparison, measure: str, estimate: Estimate, with_people: bool
) -> dict[str, object]:
    numbers = (
        estimate.value, estimate.lower, estimate.upper, estimate.expected, estimate.corrected,
        estimate.corrected_lower, estimate.corrected_upper, estimate.by_chance,
    )  # fmt: skip
    people = comparison.counts.sum(axis=0)
    against = people[1:].sum() if len(people) == 2 or comparison.several else people[1]
    return {
        PARENT.name: place,
        GROUP.name: comparison.group,
        AGAINST.name: comparison.against,
        MEASURE.name: measure,
        MEASURE_NAME.name: measure_name(measure),
        **{column.name: None if np.isnan(number) else number for column, number in zip(_ESTIMATE, numbers)},
        VALUE_100.name: None if np.isnan(estimate.value) else 100 * estimate.value,
        AREA_COUNT.name: len(comparison.counts),
        PEOPLE.name: round(people.sum() if comparison.several else people[0]) if with_people else None,
        PEOPLE_AGAINST.name: round(against) if with_people and not comparison.several else None,
        NOTE.name: note_of(comparison, estimate) or None,
    }


def _balance(counts: GroupCounts) -> Balance:
    balance = Balance(tr("areas"), len(counts.codes))
    for row, reason in enumerate(counts.left_out):
        if reason is not None:
            balance.add(reason, 1)
            continue
        lacking = [name for name in counts.names if counts.of_group[name][row]]
        if not lacking:
            balance.add(tr("compared"), 1)
        elif len(lacking) == len(counts.names):
            balance.add(tr("without a usable number of any group"), 1)
        else:
            balance.add(tr("compared, but not for every group"), 1)
    return balance


def _report(counts: GroupCounts) -> pd.DataFrame:
    """Return one row for each area, and group, that takes no part, with the reason."""
    rows = []
    for row, code in enumerate(counts.codes):
        if counts.left_out[row]:
            rows.append((row + 1, code, None, counts.left_out[row]))
            continue
        rows += [
            (row + 1, code, name, counts.of_group[name][row]) for name in counts.names if counts.of_group[name][row]
        ]
    if counts.disjoint:
        rows += _too_many(counts)
    return pd.DataFrame(rows, columns=[column.name for column in REPORT], dtype=object)


def _too_many(counts: GroupCounts) -> list[tuple[int, str | None, None, str]]:
    """Return the areas that are left out only where all groups are compared, since these are more than all people."""
    single = np.ones(len(counts.codes), dtype=bool)
    for name in counts.names:
        single &= counts.rows_of(name)
    rows = np.flatnonzero(single & ~counts.rows_of_all())
    reason = tr("the groups together are more than all people: left out where groups are compared with each other")
    return [(int(row) + 1, counts.codes[row], None, reason) for row in rows]


def _unknown_warnings(counts: GroupCounts) -> list[str]:
    warnings = []
    for name in counts.names:
        taking = counts.rows_of(name)
        out = [row for row, reason in enumerate(counts.left_out) if reason is None and not taking[row]]
        if out:
            warnings.append(
                tr(
                    "“{group}”: {count} of {total} areas have no usable number and are left out. If they are hidden "
                    "because the group is small there, the values say too little segregation."
                ).format(group=name, count=len(out), total=len(counts.codes))
            )
    return warnings
