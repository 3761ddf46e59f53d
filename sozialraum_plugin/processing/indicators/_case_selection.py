"""Which rows are cases at the Stichtag, how old they are, and what each counts for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import QgsProcessingContext

from ...core.errors import InputError
from ...core.indicators.cases.case_ages import NOT_YET_BORN, Ages, ages_as_given, ages_of_births
from ...core.indicators.cases.case_values import MAIN, UNREADABLE, residences, weights
from ...core.indicators.cases.case_values import SECONDARY as SECOND_HOME
from ...core.messages import tr
from ...core.numbers import format_date, format_number
from ._case_parameters import ALL, SECONDARY, CaseParameters
from ._case_source import CaseTable


@dataclass(frozen=True)
class Selection:
    """The rows that count: `table` (no birth dates), `ages` (None if not asked for) and `weight` (n,).

    `read` is the number of rows of the source, `left_out` counts the others by outcome, `notes` are warnings.
    """

    table: pd.DataFrame
    ages: Ages | None
    weight: np.ndarray
    read: int
    left_out: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def select_cases(
    algorithm: CaseParameters,
    parameters: dict[str, Any],
    cases: CaseTable,
    stichtag: str,
    context: QgsProcessingContext,
) -> Selection:
    """Return the rows that count; raise InputError if the parameters contradict each other or no row is left."""
    table = cases.table
    read = len(table) + cases.broken
    left_out = {tr("left out: another number of cells than the head"): cases.broken}
    keep = np.ones(len(table), dtype=bool)
    _by_residence(algorithm, parameters, table, keep, left_out, context)
    ages = _ages(algorithm, parameters, table, stichtag, context)
    weight_field = algorithm.parameterAsString(parameters, algorithm.WEIGHT_FIELD, context)
    weight = weights(table[weight_field]) if weight_field else np.ones(len(table))
    if ages is not None:
        born_later = ages.years == NOT_YET_BORN
        left_out[tr("left out: born after the Stichtag")] = int((keep & born_later).sum())
        keep &= ~born_later
    left_out[tr("left out: the weight is no number")] = int((keep & np.isnan(weight)).sum())
    keep &= ~np.isnan(weight)
    if not keep.any():
        raise InputError(tr("“{table}” has no row that counts at the Stichtag.").format(table=cases.name))
    needless = [algorithm.BIRTH_FIELD, algorithm.AGE_FIELD, algorithm.WEIGHT_FIELD, algorithm.RESIDENCE_FIELD]
    gone = {algorithm.parameterAsString(parameters, name, context) for name in needless} & set(table.columns)
    kept = table.drop(columns=sorted(gone - _still_used(algorithm, parameters, context)))[keep].reset_index(drop=True)
    chosen = None if ages is None else Ages(ages.years[keep], ages.below_retirement[keep], ages.exact, ages.partial)
    return Selection(kept, chosen, weight[keep], read, left_out, _notes(chosen, stichtag))


def _still_used(algorithm: CaseParameters, parameters: dict[str, Any], context: QgsProcessingContext) -> set[str]:
    """Return columns of breakdowns, which may be the one of the residence as well, but never that of the birth."""
    columns = set(algorithm.parameterAsFields(parameters, algorithm.CATEGORY_FIELDS, context))
    return columns - {algorithm.parameterAsString(parameters, algorithm.BIRTH_FIELD, context)}


def _by_residence(
    algorithm: CaseParameters,
    parameters: dict[str, Any],
    table: pd.DataFrame,
    keep: np.ndarray,
    left_out: dict[str, int],
    context: QgsProcessingContext,
) -> None:
    """Clear `keep` for rows of another kind of residence than asked for, and count them."""
    wanted = algorithm.parameterAsEnumString(parameters, algorithm.RESIDENCE, context)
    column = algorithm.parameterAsString(parameters, algorithm.RESIDENCE_FIELD, context)
    if not column:
        if wanted == SECONDARY:
            raise InputError(tr("RESIDENCE secondary needs the column with the kind of residence (RESIDENCE_FIELD)."))
        return
    if wanted == ALL:
        return
    kinds = residences(table[column])
    own = SECOND_HOME if wanted == SECONDARY else MAIN
    unreadable = kinds == UNREADABLE
    left_out[tr("left out: the kind of residence is empty or not understood")] = int(unreadable.sum())
    label = tr("left out: main residences") if wanted == SECONDARY else tr("left out: secondary residences")
    left_out[label] = int((~unreadable & (kinds != own)).sum())
    keep &= kinds == own


def _ages(
    algorithm: CaseParameters,
    parameters: dict[str, Any],
    table: pd.DataFrame,
    stichtag: str,
    context: QgsProcessingContext,
) -> Ages | None:
    birth = algorithm.parameterAsString(parameters, algorithm.BIRTH_FIELD, context)
    age = algorithm.parameterAsString(parameters, algorithm.AGE_FIELD, context)
    if birth and age:
        raise InputError(tr("Give either BIRTH_FIELD or AGE_FIELD, not both."))
    if not birth and not age:
        return None
    ages = ages_of_births(table[birth], stichtag) if birth else ages_as_given(table[age], stichtag)
    if ages.unknown.all():
        raise InputError(
            tr("No cell of “{column}” could be read as an age or a birth: 31.12.1980, 1980-12-31, 1980 or 45.").format(
                column=birth or age
            )
        )
    return ages


def _notes(ages: Ages | None, stichtag: str) -> list[str]:
    """Return warnings about ages that are not known, or not to the day."""
    if ages is None:
        return []
    notes = []
    unknown = int(ages.unknown.sum())
    if unknown:
        notes.append(
            tr("{count} cases have no age that can be read: they are in the total, but in no age group.").format(
                count=format_number(unknown)
            )
        )
    if ages.partial and not stichtag.endswith("-12-31"):
        notes.append(
            tr(
                "{count} births have no day or month: their age is the one reached in the course of the year, at "
                "{date} perhaps a year too high."
            ).format(count=format_number(ages.partial), date=format_date(stichtag))
        )
    return notes
