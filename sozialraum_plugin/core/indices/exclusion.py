"""Which areas take part in an index, and why the others do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import tr
from ..numbers import format_number
from .cells import NumberColumn

PLACEHOLDER_FIELDS = 4  # so many indicators that are all exactly 0 are no finding but a mark for "not computed"


@dataclass(frozen=True)
class Candidates:
    """The rows of a table on their way into an index.

    `codes` are the areas (None where there is no code), `indicators` the columns that the index needs, `flags` the
    user's own exclusions (None: take part; a text: leave out, with its reason or empty), `population` may be absent.
    """

    codes: Sequence[str | None]
    indicators: Sequence[NumberColumn]
    flags: Sequence[str | None]
    population: NumberColumn | None = None
    min_population: int = 0
    zero_rows_are_missing: bool = True
    required: int | None = None  # so many indicators must have a value; None: all

    def columns(self) -> list[NumberColumn]:
        """Return all columns of numbers, with the population if there is one."""
        return [*self.indicators, *([self.population] if self.population else [])]

    def values(self) -> pd.DataFrame:
        """Return the indicators as a frame of floats, one row an area."""
        return pd.DataFrame({column.name: column.values for column in self.indicators})


def exclusion_reasons(candidates: Candidates) -> list[str | None]:
    """Return per row why the area is left out, or None if it takes part.

    The first reason counts: no code, too few inhabitants, flagged, inhabitants unknown, missing values, placeholders.
    Berlin publishes no area with a status but without dynamics (editions 2015, 2017, 2021), and leaves out an area
    whose change cannot be told (04020314 in 2017: 436 inhabitants, but 9 two years before), so a value that is missing
    in any field excludes the area from both indices.
    Raises InputError for a column without numbers, and for a text between the numbers of an area that would take part.
    """
    for column in candidates.columns():
        if column.is_empty and len(column.values):
            raise InputError(tr("Column “{column}” holds no number. Choose another one.").format(column=column.name))
    values = candidates.values()
    missing = values.isna().to_numpy()
    zeros = candidates.zero_rows_are_missing and values.shape[1] >= PLACEHOLDER_FIELDS
    placeholder = (values == 0).all(axis=1).to_numpy() if zeros else np.zeros(len(values), dtype=bool)
    return [_reason_of_row(candidates, missing[row], bool(placeholder[row]), row) for row in range(len(values))]


def _reason_of_row(candidates: Candidates, missing: np.ndarray, placeholder: bool, row: int) -> str | None:
    if not candidates.codes[row]:
        return tr("no area code")
    by_rule = _too_few_inhabitants(candidates, row) or _flagged(candidates.flags[row])
    if by_rule:
        return by_rule
    if not missing.all():  # else the row is no area: a second head, a note
        _refuse_text(candidates, row)
    reason = _unknown_population(candidates, row) or _no_values(candidates, missing)
    return reason or (placeholder_reason() if placeholder else None)


def _too_few_inhabitants(candidates: Candidates, row: int) -> str | None:
    if candidates.population is None or not candidates.population.values[row] < candidates.min_population:
        return None
    return tr("fewer than {minimum} inhabitants").format(minimum=format_number(candidates.min_population))


def _flagged(flag: str | None) -> str | None:
    if flag is None:
        return None
    return tr("flagged by the user: {reason}").format(reason=flag) if flag else tr("flagged by the user")


def _unknown_population(candidates: Candidates, row: int) -> str | None:
    if candidates.population is None or candidates.min_population <= 0:
        return None
    return tr("number of inhabitants unknown") if np.isnan(candidates.population.values[row]) else None


def _no_values(candidates: Candidates, missing: np.ndarray) -> str | None:
    if not missing.any():
        return None
    if missing.all():
        return tr("no values")
    if candidates.required is not None and len(missing) - missing.sum() >= candidates.required:
        return None
    names = [column.name for column, lacks in zip(candidates.indicators, missing) if lacks]
    return tr("no value in {fields}").format(fields=", ".join(names))


def placeholder_reason() -> str:
    """Return the reason of a row in which 0 stands for "not computed"."""
    return tr("all values are 0 (placeholder)")


def _refuse_text(candidates: Candidates, row: int) -> None:
    for column in candidates.columns():
        if row in column.unreadable:
            raise InputError(
                tr(
                    "Row {row} (area {area}), column “{column}”: “{text}” is no number. "
                    "Correct it, or empty it if there is no value."
                ).format(row=row + 1, area=candidates.codes[row], column=column.name, text=column.unreadable[row])
            )
