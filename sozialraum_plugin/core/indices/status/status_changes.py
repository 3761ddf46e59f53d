"""How the indicators changed since an earlier edition, any number of years before: in points, or relative to then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...fields import Field, Kind
from ...messages import tr
from ..exclusion import PLACEHOLDER_FIELDS, placeholder_reason
from .earlier_edition import EditionValues
from .status_recipe import Recipe
from .zsum import Moments, ZSum, z_sum


@dataclass(frozen=True)
class Changes:
    """`now` and `then` (n areas, one column a status field each), then the `changes` under the names of their columns.

    NaN where there is no value. `earlier` is the edition of `then`, None if the same rows hold it.
    """

    now: pd.DataFrame
    then: pd.DataFrame
    changes: pd.DataFrame
    earlier: EditionValues | None = None


def change_field(name: str) -> Field:
    """Return the output column that holds the change of a status field."""
    return Field(f"aenderung_{name}", Kind.REAL)


def changes_since(
    values: pd.DataFrame, codes: Sequence[str | None], recipe: Recipe, earlier: EditionValues | None
) -> Changes:
    """Return the changes of n areas since an earlier edition, or since the `start` fields of the same rows."""
    names = list(recipe.status)
    now = values[names]
    then = earlier.of(codes) if earlier else values[list(recipe.start)].set_axis(names, axis=1)
    changes = now - then
    if recipe.relative:
        changes = 100 * changes / then.where(then > 0)
    return Changes(now, then, changes.rename(columns=lambda name: change_field(name).name), earlier)


def change_reasons(
    found: Changes, codes: Sequence[str | None], recipe: Recipe, reasons: Sequence[str | None]
) -> list[str | None]:
    """Return the reasons with those of areas whose change cannot be told."""
    result = list(reasons)
    for row, code in enumerate(codes):
        if result[row] is None:
            result[row] = _change_reason(found, code, recipe, row)
    return result


def _change_reason(found: Changes, code: str | None, recipe: Recipe, row: int) -> str | None:
    reason = found.earlier.reason(code) if found.earlier else None
    if reason:
        return reason
    now, then = found.now.iloc[row].to_numpy(), found.then.iloc[row].to_numpy()
    every = np.concatenate([now, then])
    if recipe.zero_rows_are_missing and any(_is_placeholder(part) for part in (now, then, every)):
        return placeholder_reason()
    if recipe.relative and (then <= 0).any():
        names = ", ".join(name for name, value in zip(recipe.status, then) if value <= 0)
        return tr("no relative change, because {fields} was 0 or less").format(fields=names)
    return None


def _is_placeholder(values: np.ndarray) -> bool:
    return len(values) >= PLACEHOLDER_FIELDS and bool((values == 0).all())


def frozen_dynamics(status: ZSum, then: pd.DataFrame, recipe: Recipe, reference: pd.DataFrame) -> ZSum:
    """Return the difference of the status index now and then (n areas), both by the moments of the base year.

    0 is no change, 1 is a standard deviation of the base year; contributions are the differences of the z values.
    """
    before = z_sum(then, recipe.status_weights, reference)
    contributions = status.contributions - before.contributions
    contributions = contributions.rename(columns=lambda name: change_field(name).name)
    # Only the sum has a spread of its own: the fields are measured by the status's moments.
    sum_moments = Moments(0.0, status.sum_moments.sd)
    return ZSum(status.index - before.index, contributions, {}, sum_moments, ())
