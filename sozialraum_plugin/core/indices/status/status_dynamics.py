"""Status and dynamics of areas, combined in twelve groups: the method of the Monitoring Soziale Stadtentwicklung.

Source: Senatsverwaltung für Stadtentwicklung Berlin, Monitoring Soziale Stadtentwicklung 2021 (and 2015 to 2019). A
higher value means more burden, a growing value a turn for the worse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...balance import Balance
from ...errors import InputError
from ...fields import AREA, AREA_NAME, DYNAMICS, DYNAMICS_INDEX, EXCLUDED, GROUP, STATUS, STATUS_INDEX, Field, Kind
from ...messages import tr
from ..area_codes import code_text, without_repeated_rows
from ..cells import NumberColumn, flag_column, number_column
from ..exclusion import Candidates, exclusion_reasons
from .earlier_edition import Edition, EditionValues, edition_balance, edition_values
from .status_changes import Changes, change_field, change_reasons, changes_since, frozen_dynamics
from .status_recipe import DEFAULT_MIN_POPULATION, DYNAMICS_LIMITS, STATUS_LIMITS, Recipe
from .status_report import (
    edition_lines,
    edition_warnings,
    frozen_warnings,
    moments_lines,
    reading_lines,
    rule_lines,
    stability_warnings,
)
from .zsum import ZSum, z_sum

__all__ = ["DEFAULT_MIN_POPULATION", "Recipe", "StatusDynamics", "status_dynamics"]

POSITIVE, STABLE, NEGATIVE = "+", "+/-", "-"
TIE = 1e-10  # so near, an index is taken for the limit itself: two areas have exactly -1 and 1, not 1.0000000000000002


@dataclass(frozen=True)
class StatusDynamics:
    """The result: `table` with the columns `fields`, one row per input row; the account, the log and the warnings.

    `earlier_balance` is the account of the rows of the earlier edition, if there is one of its own.
    """

    table: pd.DataFrame
    fields: tuple[Field, ...]
    balance: Balance
    log: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    earlier_balance: Balance | None = None

    @property
    def included(self) -> int:
        """Return the number of areas that have an index."""
        return int(self.table[EXCLUDED.name].isna().sum())

    @property
    def has_dynamics(self) -> bool:
        """Tell whether changes were given or computed."""
        return bool(self.table[DYNAMICS.name].notna().any())

    @property
    def group_counts(self) -> dict[str, int]:
        """Return the number of areas by group (``2+/-``)."""
        return {str(group): int(count) for group, count in self.table[GROUP.name].value_counts().items()}


def status_dynamics(
    table: pd.DataFrame, recipe: Recipe, earlier: Edition | None = None, base: Edition | None = None
) -> StatusDynamics:
    """Compute both indices and their classes for a table with one row per area.

    `earlier` holds the same indicators some years before, from which the changes are computed; `base` the year whose
    moments a frozen recipe measures by, by default the earlier one.
    Raises InputError for an empty table, unreadable cells, contradicting rows of one area, and if no area is left.
    """
    candidates = _candidates(table, recipe.checked(), earlier is not None)
    codes, values = candidates.codes, candidates.values()
    reasons = _one_row_per_area(codes, values, exclusion_reasons(candidates))
    before = _read_edition(earlier, recipe)
    found = changes_since(values, codes, recipe, before) if before or recipe.start else None
    if found:
        reasons = change_reasons(found, codes, recipe, reasons)
    included = np.array([reason is None for reason in reasons], dtype=bool)
    balance = _balance(reasons)
    if not included.any():
        account = tr("No area is left for the index. {account}").format(account="; ".join(balance.lines()))
        raise InputError(" ".join([account, *edition_warnings(before, codes, reasons)]))
    reference = _reference(recipe, base, found, included)
    status = z_sum(values.loc[included, list(recipe.status)], recipe.status_weights, reference)
    dynamics = _dynamics(values, recipe, found, included, status, reference)
    indices = {tr("status"): status, **({tr("dynamics"): dynamics} if dynamics else {})}
    account, gone = edition_balance(before, codes) if before else (None, [])
    label = base.label if base else before.label if before else None
    return StatusDynamics(
        _result(table, recipe, codes, reasons, status, dynamics, found),
        _result_fields(recipe, found),
        balance,
        [
            *reading_lines([*candidates.columns(), *(before.columns if before else [])]),
            *edition_lines(recipe, before, gone),
            *moments_lines(indices, recipe.frozen, label),
            *rule_lines(recipe),
        ],
        [
            *stability_warnings(indices, reasons),
            *edition_warnings(before, codes, reasons),
            *(frozen_warnings(dynamics.index, recipe) if recipe.frozen and dynamics else ()),
        ],
        account,
    )


def _one_row_per_area(codes: Sequence[str | None], values: pd.DataFrame, reasons: list[str | None]) -> list[str | None]:
    """Return the reasons with one for each repeated row; see `without_repeated_rows`."""
    try:
        return without_repeated_rows(codes, values, reasons)
    except InputError as error:
        raise InputError(f"{error} {tr('If it has several years, give YEAR_FIELD.')}") from error


def _read_edition(edition: Edition | None, recipe: Recipe) -> EditionValues | None:
    if edition is None:
        return None
    return edition_values(edition, recipe.status, recipe.min_population, recipe.zero_rows_are_missing)


def _reference(
    recipe: Recipe, base: Edition | None, found: Changes | None, included: np.ndarray
) -> pd.DataFrame | None:
    """Return the values of the areas of the base year whose moments count, or None: each year has its own."""
    if not recipe.frozen:
        return None
    chosen = _read_edition(base, recipe)
    if chosen:
        return chosen.values
    if found is None:
        raise InputError(
            tr(
                "A frozen base year needs the values of that year: give START_FIELDS, INPUT_BEFORE, or YEAR_FIELD with "
                "an earlier year."
            )
        )
    return found.earlier.values if found.earlier else found.then[included]


def _dynamics(
    values: pd.DataFrame,
    recipe: Recipe,
    found: Changes | None,
    included: np.ndarray,
    status: ZSum,
    reference: pd.DataFrame | None,
) -> ZSum | None:
    if found is None:
        chosen = values.loc[included, list(recipe.dynamics)]
        return z_sum(chosen, recipe.dynamics_weights) if recipe.dynamics else None
    if reference is not None:
        return frozen_dynamics(status, found.then[included], recipe, reference)
    return z_sum(found.changes[included], recipe.dynamics_weights or recipe.status_weights)


def status_classes(index: np.ndarray, limits: Sequence[float] = STATUS_LIMITS) -> np.ndarray:
    """Return the status class 1 (hoch) to 4 (sehr niedrig) of each index value; a limit belongs to the middle side."""
    low, high, very_high = limits
    return np.select([index < low, index <= high, index <= very_high], [1, 2, 3], 4)


def dynamics_classes(index: np.ndarray, limits: Sequence[float] = DYNAMICS_LIMITS) -> np.ndarray:
    """Return the dynamics ``+`` (less burden), ``+/-`` or ``-`` of each index value; a limit is still stable."""
    low, high = limits
    return np.select([index < low, index <= high], [POSITIVE, STABLE], NEGATIVE).astype(object)


def at_limits(index: np.ndarray, limits: tuple[float, ...]) -> np.ndarray:
    """Return the index with values that differ from a limit only by rounding put onto it."""
    result = index.copy()
    for limit in limits:
        result[np.abs(index - limit) <= TIE] = limit
    return result


def _candidates(table: pd.DataFrame, recipe: Recipe, changes_follow: bool) -> Candidates:
    """Read the rows. Changes that are given or computed from the same rows must be there for an area to take part."""
    if changes_follow and (recipe.dynamics or recipe.start) or (recipe.dynamics and recipe.start):
        raise InputError(
            tr(
                "The changes are given more than once. Use one way only: DYNAMICS_FIELDS (changes as they are), "
                "START_FIELDS (earlier values beside those of now), INPUT_BEFORE or YEAR_FIELD with an earlier year."
            )
        )
    if table.empty:
        raise InputError(tr("The table has no rows, so there is no area to compare."))
    return Candidates(
        [code_text(cell) for cell in table[recipe.area]],
        [number_column(name, table[name].tolist()) for name in (*recipe.indicators, *recipe.start)],
        flag_column(recipe.exclude, table[recipe.exclude].tolist()) if recipe.exclude else [None] * len(table),
        _population(table, recipe),
        recipe.min_population,
        recipe.zero_rows_are_missing,
    )


def _population(table: pd.DataFrame, recipe: Recipe) -> NumberColumn | None:
    if recipe.population is None:
        return None
    return number_column(recipe.population, table[recipe.population].tolist(), whole=True)


def _balance(reasons: list[str | None]) -> Balance:
    balance = Balance(tr("areas"), len(reasons))
    balance.add(tr("with an index"), reasons.count(None))
    for reason in reasons:
        if reason is not None:
            balance.add(reason, 1)
    return balance


def _result(
    table: pd.DataFrame,
    recipe: Recipe,
    codes: Sequence[str | None],
    reasons: list[str | None],
    status: ZSum,
    dynamics: ZSum | None,
    found: Changes | None,
) -> pd.DataFrame:
    """Return the output table; an area that is left out has its code and the reason only."""
    result = pd.DataFrame({AREA.name: codes, EXCLUDED.name: reasons}, dtype=object)
    if recipe.name:
        result[AREA_NAME.name] = table[recipe.name].tolist()
    rows = status.contributions.index
    status_index = at_limits(status.index, recipe.status_limits)
    classes = status_classes(status_index, recipe.status_limits)
    _put(result, rows, STATUS_INDEX, status_index)
    _put(result, rows, STATUS, classes)
    groups = classes.astype(str).astype(object)
    if dynamics:
        dynamics_index = at_limits(dynamics.index, recipe.dynamics_limits)
        changed = dynamics_classes(dynamics_index, recipe.dynamics_limits)
        _put(result, rows, DYNAMICS_INDEX, dynamics_index)
        _put(result, rows, DYNAMICS, changed)
        groups = groups + changed
    _put(result, rows, GROUP, groups)
    for name in found.changes if found else ():
        _put(result, rows, Field(name, Kind.REAL), found.changes.loc[rows, name].to_numpy())
    for part in (status, dynamics):
        for name in part.contributions if part else ():
            _put(result, rows, contribution_field(name), part.contributions[name].to_numpy())
    return result.reindex(columns=[column.name for column in _result_fields(recipe, found)])


def _put(result: pd.DataFrame, rows: pd.Index, column: Field, values: np.ndarray) -> None:
    """Set a column for the areas that take part; the others have None."""
    cells = pd.Series([None] * len(result), dtype=object)
    cells[rows] = values.tolist()
    result[column.name] = cells


def contribution_field(name: str) -> Field:
    """Return the output column that holds the z value of a field."""
    return Field(f"z_{name}", Kind.REAL)


def _result_fields(recipe: Recipe, found: Changes | None) -> tuple[Field, ...]:
    named = (AREA_NAME,) if recipe.name else ()
    index = (AREA, STATUS_INDEX, STATUS, DYNAMICS_INDEX, DYNAMICS, GROUP, EXCLUDED)
    changes = tuple(change_field(name) for name in recipe.status) if found else ()
    names = (*recipe.indicators, *(change.name for change in changes))
    return (*index, *named, *changes, *(contribution_field(name) for name in names))
