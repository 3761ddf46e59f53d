"""Status and dynamics of areas, combined in twelve groups: the method of the Monitoring Soziale Stadtentwicklung.

Source: Senatsverwaltung für Stadtentwicklung Berlin, Monitoring Soziale Stadtentwicklung 2021 (and 2015 to 2019). A
higher value means more burden, a growing value a turn for the worse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..balance import Balance
from ..errors import InputError
from ..fields import AREA, AREA_NAME, DYNAMICS, DYNAMICS_INDEX, EXCLUDED, GROUP, STATUS, STATUS_INDEX, Field, Kind
from ..messages import tr
from .area_codes import code_text, without_repeated_rows
from .cells import NumberColumn, flag_column, number_column
from .exclusion import Candidates, exclusion_reasons
from .status_report import moments_lines, reading_lines, stability_warnings
from .zsum import ZSum, z_sum

STATUS_LIMITS = (-1.0, 1.0, 1.5)  # < -1 hoch (1), to 1 mittel (2), to 1.5 niedrig (3), above sehr niedrig (4)
DYNAMICS_LIMITS = (-1.0, 1.0)  # < -1 positiv, to 1 stabil, above negativ
POSITIVE, STABLE, NEGATIVE = "+", "+/-", "-"
TIE = 1e-10  # so near, an index is taken for the limit itself: two areas have exactly -1 and 1, not 1.0000000000000002
DEFAULT_MIN_POPULATION = 300


@dataclass(frozen=True)
class Recipe:
    """Which columns of a table mean what. `dynamics` may be empty; `population`, `exclude` and `name` may be absent."""

    area: str
    status: tuple[str, ...]
    dynamics: tuple[str, ...] = ()
    population: str | None = None
    min_population: int = DEFAULT_MIN_POPULATION
    exclude: str | None = None
    name: str | None = None
    zero_rows_are_missing: bool = True

    @property
    def indicators(self) -> tuple[str, ...]:
        """Return the fields of both indices."""
        return self.status + self.dynamics


@dataclass(frozen=True)
class StatusDynamics:
    """The result: `table` with the columns `fields`, one row per input row; the account, the log and the warnings."""

    table: pd.DataFrame
    fields: tuple[Field, ...]
    balance: Balance
    log: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def included(self) -> int:
        """Return the number of areas that have an index."""
        return int(self.table[EXCLUDED.name].isna().sum())


def status_dynamics(table: pd.DataFrame, recipe: Recipe) -> StatusDynamics:
    """Compute both indices and their classes for a table with one row per area.

    Raises InputError for an empty table, unreadable cells, contradicting rows of one area, and if no area is left.
    """
    candidates = _candidates(table, recipe)
    values = candidates.values()
    reasons = without_repeated_rows(candidates.codes, values, exclusion_reasons(candidates))
    included = np.array([reason is None for reason in reasons], dtype=bool)
    balance = _balance(reasons)
    if not included.any():
        raise InputError(tr("No area is left for the index. {account}").format(account="; ".join(balance.lines())))
    valid = values[included]
    status = z_sum(valid[list(recipe.status)])
    dynamics = z_sum(valid[list(recipe.dynamics)]) if recipe.dynamics else None
    indices = {tr("status"): status, **({tr("dynamics"): dynamics} if dynamics else {})}
    return StatusDynamics(
        _result(table, recipe, candidates.codes, reasons, status, dynamics),
        _result_fields(recipe),
        balance,
        [*reading_lines(candidates.columns()), *moments_lines(indices)],
        stability_warnings(indices, reasons),
    )


def status_classes(index: np.ndarray) -> np.ndarray:
    """Return the status class 1 (hoch) to 4 (sehr niedrig) of each index value; a limit belongs to the middle side."""
    low, high, very_high = STATUS_LIMITS
    return np.select([index < low, index <= high, index <= very_high], [1, 2, 3], 4)


def dynamics_classes(index: np.ndarray) -> np.ndarray:
    """Return the dynamics ``+`` (less burden), ``+/-`` or ``-`` of each index value; a limit is still stable."""
    low, high = DYNAMICS_LIMITS
    return np.select([index < low, index <= high], [POSITIVE, STABLE], NEGATIVE).astype(object)


def at_limits(index: np.ndarray, limits: tuple[float, ...]) -> np.ndarray:
    """Return the index with values that differ from a limit only by rounding put onto it."""
    result = index.copy()
    for limit in limits:
        result[np.abs(index - limit) <= TIE] = limit
    return result


def _candidates(table: pd.DataFrame, recipe: Recipe) -> Candidates:
    both = set(recipe.status) & set(recipe.dynamics)
    if both:
        raise InputError(
            tr("Field “{field}” is given for status and for dynamics. It can only be one.").format(field=min(both))
        )
    if table.empty:
        raise InputError(tr("The table has no rows, so there is no area to compare."))
    return Candidates(
        [code_text(cell) for cell in table[recipe.area]],
        [number_column(name, table[name].tolist()) for name in recipe.indicators],
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
) -> pd.DataFrame:
    """Return the output table; an area that is left out has its code and the reason only."""
    result = pd.DataFrame({AREA.name: codes, EXCLUDED.name: reasons}, dtype=object)
    if recipe.name:
        result[AREA_NAME.name] = table[recipe.name].tolist()
    rows = status.contributions.index
    status_index = at_limits(status.index, STATUS_LIMITS)
    classes = status_classes(status_index)
    _put(result, rows, STATUS_INDEX, status_index)
    _put(result, rows, STATUS, classes)
    groups = classes.astype(str).astype(object)
    if dynamics:
        dynamics_index = at_limits(dynamics.index, DYNAMICS_LIMITS)
        _put(result, rows, DYNAMICS_INDEX, dynamics_index)
        _put(result, rows, DYNAMICS, dynamics_classes(dynamics_index))
        groups = groups + dynamics_classes(dynamics_index)
    _put(result, rows, GROUP, groups)
    for part in (status, dynamics):
        for name in part.contributions if part else ():
            _put(result, rows, contribution_field(name), part.contributions[name].to_numpy())
    return result.reindex(columns=[column.name for column in _result_fields(recipe)])


def _put(result: pd.DataFrame, rows: pd.Index, column: Field, values: np.ndarray) -> None:
    """Set a column for the areas that take part; the others have None."""
    cells = pd.Series([None] * len(result), dtype=object)
    cells[rows] = values.tolist()
    result[column.name] = cells


def contribution_field(name: str) -> Field:
    """Return the output column that holds the z value of a field."""
    return Field(f"z_{name}", Kind.REAL)


def _result_fields(recipe: Recipe) -> tuple[Field, ...]:
    named = (AREA_NAME,) if recipe.name else ()
    index = (AREA, STATUS_INDEX, STATUS, DYNAMICS_INDEX, DYNAMICS, GROUP, EXCLUDED)
    return (*index, *named, *(contribution_field(name) for name in recipe.indicators))
