"""What of counted cases is hidden in publication mode: small counts, small rests, and what they could be computed from.

The rules are those of `primary_protection` and `secondary_protection`; this module only says which counts of cases
belong together: the groups of a breakdown and their total, and the areas of the hierarchy.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from ... import fields
from ..hierarchy import Hierarchy
from ..indicator_plan import Relation
from ..protection.primary_protection import Reason
from ..protection.protection_cells import CellTable
from ..protection.protection_rule import Rule
from ..protection.secondary_protection import problem_of
from ..protection.suppression import suppress

_FLAGS = {Reason.SHOWN: fields.Flag.NONE, Reason.SECONDARY: fields.Flag.SECONDARY}


class Protected(NamedTuple):
    """`flags` (areas, variables), and how many hidden counts or rests are `unsafe`: they can be narrowed down."""

    flags: np.ndarray
    unsafe: int


def flags_of_counts(
    sums: pd.DataFrame,
    unpublished: Collection[str],
    totals: Sequence[tuple[str, tuple[str, ...]]],
    within: Sequence[tuple[str, str]],
    hierarchy: Hierarchy | None,
    least: int,
    tick: Callable[[], None] = lambda: None,
) -> Protected:
    """Return the flag of each count: `geheim`, `geheim_sekundaer`, or empty if it may be shown.

    `sums` has one row per area (in the order of `hierarchy`, if there is one). The variables `unpublished` are in no
    table, but must not follow from one. `totals` names a variable and those that add up to it, `within` a part and
    what holds it. Counts from 1 to below `least` are hidden. `tick` is called now and
    then and may raise to stop.
    """
    at = {name: number for number, name in enumerate(sums.columns)}
    values = sums.to_numpy(dtype=float)
    reasons = np.zeros(values.shape, dtype=np.int8)
    for part, whole in within:
        rest = values[:, at[whole]] - values[:, at[part]]
        small_rest = (rest > 0) & (rest < least) & (values[:, at[part]] > 0)  # of nothing the whole is small itself
        reasons[small_rest, at[part]] = Reason.REMAINDER
    unknown = np.isin(sums.columns, list(unpublished))
    reasons[:, unknown] = Reason.SECONDARY
    reasons[(values > 0) & (values < least)] = Reason.SMALL
    table = CellTable(
        values,
        [hierarchy] if hierarchy is not None else [],
        [Relation(at[total], tuple(at[part] for part in parts)) for total, parts in totals],
        [(at[part], at[whole]) for part, whole in within if _leaves_few(values, at[part], at[whole], least)],
    )
    published = np.broadcast_to(np.where(unknown, 0.0, 1.0), values.shape)
    reasons, unsafe = _with_secondary(table, reasons, published, least, tick)
    flags = np.full(values.shape, fields.Flag.SECRET, dtype=object)
    for reason, flag in _FLAGS.items():
        flags[reasons == reason] = flag
    return Protected(flags, unsafe)


def _leaves_few(values: np.ndarray, part: int, whole: int, least: int) -> bool:
    """Tell whether a part is all but a few of what holds it, in any area."""
    rest = values[:, whole] - values[:, part]
    return bool(((rest > 0) & (rest < least)).any())


def _with_secondary(
    table: CellTable, reasons: np.ndarray, published: np.ndarray, least: int, tick: Callable[[], None]
) -> tuple[np.ndarray, int]:
    """Return the reasons with all secondary suppressions, and how many counts nothing protects.

    This is the one place where the method is called.
    """
    problem = problem_of(table, reasons, published, Rule(least), tick)
    suppress(problem)
    return problem.reasons[: reasons.size].reshape(reasons.shape), len(problem.unsafe)
