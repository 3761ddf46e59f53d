"""From counts, areas and the catalogue to the long table of indicators, with nothing confidential in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..balance import Balance
from ..errors import InputError
from ..fields import DENOMINATOR, FLAG, INDICATOR, NUMERATOR, TERRITORY, VALUE, VARIABLE, Flag
from ..messages import tr
from .count_cube import ABSENT, NUMBER_OF_FLAG, CountCube, cube_of
from .count_records import check_counts
from .hierarchy import hierarchy_of
from .indicator import Indicator, IndicatorKind
from .indicator_numbers import indicator_numbers
from .indicator_plan import Planner
from .indicator_table import indicator_table
from .keys.key_joins import diagnose
from .protection.primary_protection import Reason, Thresholds, primary_reasons
from .protection.secondary_protection import protect

HIDING_FLAGS = (Flag.SECRET, Flag.SECONDARY, Flag.TOO_SMALL_BASE)


@dataclass(frozen=True)
class Computed:
    """The table, both balances, and what the user should know.

    `skipped` maps each indicator that cannot be computed to the variables it lacks (none: no common Stichtag), `above`
    each share to the number of its rows whose numerator is above the denominator.
    """

    table: pd.DataFrame
    counts: Balance
    rows: Balance
    unmatched: list[str]
    without_counts: list[str]
    orphans: list[str]
    skipped: dict[str, list[str]]
    above: dict[str, int] = field(default_factory=dict)


def compute_indicators(
    counts: pd.DataFrame,
    areas: pd.DataFrame,
    indicators: Sequence[Indicator],
    thresholds: Thresholds | None,
    publish: bool = True,
    territory: str = "",
) -> Computed:
    """Return every indicator that the counts allow, for all areas and Stichtage.

    `thresholds` hides small numbers for publication; None computes for internal use. With `publish` False what they
    would hide keeps its number, marked `nur_intern`. `territory` is the edition of areas without one in a column
    `gebietsstand`. Raises InputError, also if no indicator can be computed at all.
    """
    hierarchy = hierarchy_of(areas)
    variables = {variable for indicator in indicators for variable in indicator.variables}
    unsummed, measured = _no_counts(indicators)
    records = check_counts(counts, hierarchy.codes, variables)
    counted = ~records.table[VARIABLE.name].isin(unsummed | measured)
    cube = cube_of(records.table[counted], hierarchy)
    others = cube_of(records.table[~counted], hierarchy, unsummed)
    planner = Planner(cube)
    known = {*cube.dates_of, *others.dates_of}
    skipped = {
        indicator.code: lacking
        for indicator in indicators
        if (lacking := [variable for variable in indicator.variables if variable not in known])
    }
    possible = [indicator for indicator in indicators if indicator.code not in skipped]
    skipped |= {indicator.code: [] for indicator in possible if indicator.is_additive and not planner.add(indicator)}
    reasons = np.zeros(cube.values.shape, dtype=np.int8)
    if thresholds is not None:
        reasons = _hide_internal(cube, primary_reasons(cube, planner.plan, thresholds))
        reasons = protect(cube, hierarchy, planner.plan, reasons, thresholds.count)
    cube.absorb(others)
    skipped |= {
        indicator.code: [] for indicator in possible if not indicator.is_additive and not planner.add(indicator)
    }
    reasons = _for_all_columns(cube, planner.plan.made_of, reasons, thresholds)
    if not planner.plan.steps:
        raise InputError(_nothing_to_compute(records.unmatched, len(counts), hierarchy.codes))
    order = {indicator.code: number for number, indicator in enumerate(indicators)}
    steps = sorted(planner.plan.steps, key=lambda step: (order[step.indicator.code], step.date))
    numbers = indicator_numbers(cube, hierarchy, steps, reasons, thresholds, publish)
    table = indicator_table(cube, hierarchy, steps, numbers, _territories(areas, territory))
    bare = (cube.flags == ABSENT).all(axis=1)
    without = [code for code, empty in zip(hierarchy.codes, bare) if empty]
    lacking = {code: skipped[code] for code in order if code in skipped}
    return Computed(
        table,
        records.balance,
        _balance(table),
        records.unmatched,
        without,
        hierarchy.orphans,
        lacking,
        _above(table, indicators),
    )


def _no_counts(indicators: Sequence[Indicator]) -> tuple[set[str], set[str]]:
    """Return the variables that are delivered means and those that are measures; raise if one is a count elsewhere."""
    formulas = [(indicator.code, formula) for indicator in indicators for formula in indicator.formulas]
    kinds: dict[str, dict[str, str]] = {}
    for code, formula in formulas:
        for variable in formula.variables:
            kind = "value()" if variable in formula.values else "measure()" if variable in formula.measures else ""
            kinds.setdefault(variable, {}).setdefault(kind, code)
    for variable, found in kinds.items():
        if len(found) > 1:
            one, other = list(found.values())[:2]
            raise InputError(
                tr(
                    "CATALOGUE: “{variable}” is written differently in {one} and {other}: a variable is everywhere a "
                    "count, or everywhere in value() or measure()."
                ).format(variable=variable, one=one, other=other)
            )
    unsummed = {variable for _, formula in formulas for variable in formula.values}
    return unsummed, {variable for _, formula in formulas for variable in formula.measures}


def _hide_internal(cube: CountCube, reasons: np.ndarray) -> np.ndarray:
    """Return the reasons with every count hidden that was delivered for internal use only."""
    internal = (cube.flags == NUMBER_OF_FLAG[Flag.INTERNAL]) & (reasons == Reason.SHOWN)
    return np.where(internal, Reason.SOURCE, reasons).astype(reasons.dtype)


def _for_all_columns(
    cube: CountCube, made_of: dict[int, tuple[int, ...]], reasons: np.ndarray, thresholds: Thresholds | None
) -> np.ndarray:
    """Return the reasons widened to the columns that came after the protection of counts.

    A delivered number is hidden if its source hides it, a formula with any number it is made of.
    """
    first, width = reasons.shape[1], cube.values.shape[1]
    reasons = np.pad(reasons, ((0, 0), (0, width - first)))
    if thresholds is None:
        return reasons
    new = cube.flags[:, first:]
    secret = (new == NUMBER_OF_FLAG[Flag.SECRET]) & np.isnan(cube.values[:, first:])
    reasons[:, first:][secret | (new == NUMBER_OF_FLAG[Flag.INTERNAL])] = Reason.SOURCE
    for column, parts in made_of.items():
        if column >= first:
            hidden = (reasons[:, list(parts)] > 0).any(axis=1) & (reasons[:, column] == Reason.SHOWN)
            reasons[hidden, column] = Reason.SECONDARY
    return reasons


def _territories(areas: pd.DataFrame, territory: str) -> list[str]:
    """Return the edition of each area: its own, else the one given for all."""
    if TERRITORY.name not in areas:
        return [territory] * len(areas)
    return [territory if own is None or own != own or not str(own).strip() else str(own).strip() for own in (
        areas[TERRITORY.name]
    )]  # fmt: skip


def _above(table: pd.DataFrame, indicators: Sequence[Indicator]) -> dict[str, int]:
    """Return for each share how many rows have more in the numerator than in the denominator."""
    shares = {indicator.code for indicator in indicators if indicator.kind == IndicatorKind.SHARE}
    more = table[(table[NUMERATOR.name] > table[DENOMINATOR.name]) & table[INDICATOR.name].isin(shares)]
    return more.groupby(INDICATOR.name, sort=False).size().to_dict()


def _nothing_to_compute(unmatched: Sequence[str], total: int, codes: Sequence[str]) -> str:
    if not total:
        return tr("COUNTS: the tables have no rows.")
    if unmatched:
        sentence = tr(
            "No indicator can be computed: the keys {keys} match no area. "
            "Check that COUNTS and AREAS have the same codes."
        ).format(keys=", ".join(unmatched[:5]))
        return " ".join([sentence, *diagnose(unmatched, codes).causes()])
    return tr("No indicator can be computed from the variables of COUNTS. Check the field “merkmal”.")


def _balance(table: pd.DataFrame) -> Balance:
    """Return what became of the rows of the indicator table."""
    balance = Balance(tr("indicator values"), len(table))
    missing = table[VALUE.name].isna()
    balance.add(tr("with a value"), int((~missing).sum()))
    for flag, count in table.loc[missing, FLAG.name].value_counts().items():
        balance.add(tr("without a value, marked “{flag}”").format(flag=flag), int(count))
    return balance


def hidden_rows(table: pd.DataFrame) -> int:
    """Return the number of rows whose value is hidden, by the source or by us."""
    return int((table[VALUE.name].isna() & table[FLAG.name].isin(HIDING_FLAGS)).sum())
