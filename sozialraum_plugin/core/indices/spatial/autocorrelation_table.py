"""Neighbourhood statistics of a table of areas: global, local, with the correction for many tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np
import pandas as pd

from ...balance import Balance
from ...fields import (
    ADJUSTED_P,
    CLUSTER,
    EXCLUDED,
    LOCAL_STATISTIC,
    NEIGHBOUR_COUNT,
    NEIGHBOUR_MEAN,
    P_VALUE,
    RATE,
    SIGNIFICANT,
    VALUE,
    Z_VALUE,
    Field,
)
from ...messages import tr
from .autocorrelation import SMALLEST, GlobalMeasures, global_measures
from .autocorrelation_local import LEFT_OUT, MORAN, NOT_SIGNIFICANT, local_measures
from .autocorrelation_significance import FDR, adjusted, significant
from .autocorrelation_values import AreaValues
from .permutation_tests import TWO_SIDED
from .spatial_weights import SpatialWeights

_CONSTANT = 1e-12  # of the largest value; less spread is rounding
_SHARE_OF_LOCAL = 0.8  # of the time


@dataclass(frozen=True)
class Choices:
    """How to measure and to test."""

    statistic: str = MORAN
    permutations: int = 999
    seed: int = 1
    level: float = 0.05
    correction: str = FDR
    alternative: str = TWO_SIDED


@dataclass(frozen=True)
class Autocorrelation:
    """The result: a `table` of n rows with its `fields`, the global `measures` (None: nothing could be computed), the
    rows of `islands`, and the `balance` of all rows. `values` and `weights` are of the areas that take part.
    """

    table: pd.DataFrame
    fields: list[Field]
    measures: GlobalMeasures | None
    islands: list[int]
    balance: Balance
    values: np.ndarray
    weights: SpatialWeights

    @property
    def tested(self) -> int:
        """Return the number of areas with a p-value."""
        return int(self.table[P_VALUE.name].notna().sum())


def is_constant(values: np.ndarray) -> bool:
    """Tell whether all values are the same but for rounding."""
    return bool(np.ptp(values) <= _CONSTANT * np.abs(values).max()) if len(values) else True


def computable(values: np.ndarray, weights: SpatialWeights) -> bool:
    """Tell whether there is anything to measure: enough areas, that differ, some with neighbours."""
    return len(values) >= SMALLEST and not is_constant(values) and len(weights.indices) > 0


def autocorrelation(
    areas: AreaValues,
    weights: SpatialWeights,
    choices: Choices,
    advance: Callable[[float], None] = lambda share: None,
) -> Autocorrelation:
    """Measure the areas that take part; `weights` are theirs, in their order.

    Areas without neighbours count in mean and spread but are not tested. `advance` hears the share done and may raise
    CancelledError.
    """
    rows = areas.taking_part
    values = areas.values[rows]
    reasons = list(areas.reasons)
    islands = rows[weights.islands].tolist()
    for row in islands:
        reasons[row] = tr("no neighbour with a value")
    linked = weights.counts > 0
    table = _empty_table(areas, reasons)
    found = {NEIGHBOUR_COUNT: weights.counts, CLUSTER: np.where(linked, NOT_SIGNIFICANT, LEFT_OUT)}
    found[SIGNIFICANT] = np.where(linked, False, None)
    measures = None
    if computable(values, weights):
        measures = global_measures(
            values, weights, choices.permutations, choices.seed, choices.alternative,
            lambda share: advance(share * (1 - _SHARE_OF_LOCAL)),
        )  # fmt: skip
        found |= _local(values, weights, choices, lambda share: advance(1 - _SHARE_OF_LOCAL * (1 - share)))
    for column, content in found.items():
        table[column.name] = _placed(content, rows, table[column.name])
    balance = Balance(tr("areas"), len(table))
    for reason in reasons:
        balance.add(tr("left out: {reason}").format(reason=reason) if reason else tr("analysed"), 1)
    fields = [VALUE, *([RATE] if areas.rates is not None else []), *_RESULT_FIELDS]
    return Autocorrelation(table, fields, measures, islands, balance, values, weights)


_RESULT_FIELDS = (
    NEIGHBOUR_COUNT, NEIGHBOUR_MEAN, LOCAL_STATISTIC, P_VALUE, ADJUSTED_P, Z_VALUE, CLUSTER, SIGNIFICANT, EXCLUDED,
)  # fmt: skip


def _empty_table(areas: AreaValues, reasons: list[str | None]) -> pd.DataFrame:
    """Return the table with values and reasons only; excluded areas have no number but their value."""
    size = len(areas.values)
    table = pd.DataFrame({VALUE.name: areas.values, EXCLUDED.name: reasons}, index=range(size))
    if areas.rates is not None:
        table[RATE.name] = areas.rates
    for column in (NEIGHBOUR_MEAN, LOCAL_STATISTIC, P_VALUE, ADJUSTED_P, Z_VALUE):
        table[column.name] = np.nan
    table[NEIGHBOUR_COUNT.name] = pd.Series([None] * size, dtype=object)
    table[SIGNIFICANT.name] = pd.Series([None] * size, dtype=object)
    return table.assign(**{CLUSTER.name: pd.Series([LEFT_OUT] * size, dtype=object)})


def _local(
    values: np.ndarray, weights: SpatialWeights, choices: Choices, advance: Callable[[float], None]
) -> dict[Field, np.ndarray]:
    """Return the local measures of the areas that take part, by column."""
    local = local_measures(
        values, weights, choices.statistic, choices.permutations, choices.seed, choices.alternative, advance
    )
    corrected = adjusted(local.p, choices.correction)
    stands = significant(corrected, choices.level)
    linked = weights.counts > 0
    return {
        NEIGHBOUR_MEAN: local.neighbours_mean,
        LOCAL_STATISTIC: local.value,
        P_VALUE: local.p,
        ADJUSTED_P: corrected,
        Z_VALUE: local.z,
        CLUSTER: np.where(linked & ~stands, NOT_SIGNIFICANT, local.cluster),
        SIGNIFICANT: np.where(linked, stands, None),
    }


def _placed(content: np.ndarray, rows: np.ndarray, column: pd.Series) -> pd.Series:
    """Return a column of the table with the content of the rows that take part."""
    cells = column.to_numpy(copy=True)
    cells[rows] = content
    return pd.Series(cells, index=column.index, dtype=column.dtype)
