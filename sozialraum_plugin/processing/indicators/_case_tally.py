"""The counts of chosen and placed cases: variables, sums per area, and what of them is hidden."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import QgsProcessingContext

from ...core import fields
from ...core.errors import InputError
from ...core.indicators.cases.case_breakdowns import (
    Breakdown,
    Variables,
    age_breakdown,
    category_breakdown,
    nationality_breakdown,
    parse_crossings,
    sex_breakdown,
    variables_of,
)
from ...core.indicators.cases.case_counts import households_per_area, long_table, sums_per_area, with_upper_areas
from ...core.indicators.cases.case_groups import parse_age_groups
from ...core.indicators.cases.case_protection import flags_of_counts
from ...core.indicators.cases.case_values import NO_NATIONALITY, UNSTATED
from ...core.indicators.catalogue import shipped_catalogue
from ...core.messages import tr
from ...core.numbers import format_number
from ._case_parameters import CaseParameters
from ._case_places import Areas
from ._case_selection import Selection

_NAME = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True)
class Tally:
    """`counts` in the long form, those of them that are `persons` (not households), their `prefix`, and `notes`."""

    counts: pd.DataFrame
    persons: pd.DataFrame
    prefix: str
    notes: list[str] = field(default_factory=list)


def tally(
    algorithm: CaseParameters,
    parameters: dict[str, Any],
    selection: Selection,
    area: np.ndarray,
    codes: list[str],
    areas: Areas | None,
    stichtag: str,
    least: int,
    context: QgsProcessingContext,
    poll: Callable[[], None],
) -> Tally:
    """Return the counts of all areas; with `least` above 0 those from 1 to below it are hidden, and what gives them."""

    def text(name: str) -> str:
        return algorithm.parameterAsString(parameters, name, context).strip()

    prefix = text(algorithm.VARIABLE) or "E"
    if not _NAME.fullmatch(prefix):
        raise InputError(
            tr("VARIABLE: “{name}” is no name. Write letters, digits and underscores: E, HZE.").format(name=prefix)
        )
    variables, notes = _variables(algorithm, parameters, selection, area, prefix, least, context)
    needed = {**variables.masks, **(variables.hidden if least > 0 else {})}
    sums = sums_per_area(area, codes, needed, selection.weight)
    persons = list(variables.masks)
    household_field = text(algorithm.HOUSEHOLD_FIELD)
    if household_field:
        homes = selection.table[household_field].map(lambda cell: "" if cell is None else str(cell).strip())
        counted, several = households_per_area(area, codes, homes.to_numpy(dtype=object), selection.ages, prefix)
        sums = sums.join(counted)
        variables.within.extend((name, counted.columns[0]) for name in counted.columns[1:])
        notes += _household_notes(several, int((homes == "").sum()))
    hierarchy = areas.hierarchy if areas is not None and algorithm.parameterAsBool(
        parameters, algorithm.ALL_LEVELS, context
    ) else None  # fmt: skip
    if hierarchy is not None:
        sums = with_upper_areas(sums, hierarchy)
    flags = np.full(sums.shape, fields.Flag.NONE, dtype=object)
    if least > 0:
        flags, unsafe = flags_of_counts(
            sums, variables.hidden, variables.sums, variables.within, hierarchy, least, poll
        )
        notes += _safety_notes(unsafe)
    shown = ~np.isin(sums.columns, list(variables.hidden))
    sums, flags = sums.loc[:, shown], flags[:, shown]
    table = long_table(sums, flags, stichtag, text(algorithm.SOURCE))
    names = _renamed(text(algorithm.RENAME), list(sums.columns))
    is_person = table[fields.VARIABLE.name].isin(persons)
    table[fields.VARIABLE.name] = table[fields.VARIABLE.name].replace(names)
    return Tally(table, table[is_person], names.get(prefix, prefix), notes)


def _variables(
    algorithm: CaseParameters,
    parameters: dict[str, Any],
    selection: Selection,
    area: np.ndarray,
    prefix: str,
    least: int,
    context: QgsProcessingContext,
) -> tuple[Variables, list[str]]:
    """Return the variables of all breakdowns and crossings, and notes on cases that say nothing for a breakdown."""

    def text(name: str) -> str:
        return algorithm.parameterAsString(parameters, name, context).strip()

    table, breakdowns = selection.table, []
    groups = text(algorithm.AGE_GROUPS)
    if groups:
        if selection.ages is None:
            raise InputError(tr("AGE_GROUPS needs the column of the births (BIRTH_FIELD) or ages (AGE_FIELD)."))
        known = {name for indicator in shipped_catalogue() for name in indicator.variables}
        breakdowns.append(age_breakdown(selection.ages, parse_age_groups(groups, known), known))
    if text(algorithm.SEX_FIELD):
        breakdowns.append(sex_breakdown(table[text(algorithm.SEX_FIELD)]))
    if text(algorithm.NATIONALITY_FIELD):
        breakdowns.append(nationality_breakdown(table[text(algorithm.NATIONALITY_FIELD)]))
    breakdowns += [
        category_breakdown(column, table[column], least)
        for column in algorithm.parameterAsFields(parameters, algorithm.CATEGORY_FIELDS, context)
    ]
    crossings = parse_crossings(text(algorithm.CROSSINGS), breakdowns)
    return variables_of(prefix, len(table), breakdowns, crossings), _notes(breakdowns)


def _notes(breakdowns: list[Breakdown]) -> list[str]:
    return [
        tr("{count} cases say nothing that counts for “{breakdown}”: they are in “{group}”.").format(
            count=format_number(int(breakdown.mask(group).sum())), breakdown=breakdown.key, group=name
        )
        for breakdown in breakdowns
        for group, name in enumerate(breakdown.names)
        if name in (UNSTATED, NO_NATIONALITY)
    ]


def _safety_notes(unsafe: int) -> list[str]:
    if not unsafe:
        return []
    return [
        tr(
            "{count} small counts can still be narrowed down from what is shown. Publish fewer or coarser groups, or "
            "larger areas."
        ).format(count=format_number(unsafe))
    ]


def _household_notes(several: int, without: int) -> list[str]:
    texts = {
        tr("{count} households have persons in several areas; they count in the area of the first."): several,
        tr("{count} cases have no number of a household: they are in no household."): without,
    }
    return [text.format(count=format_number(count)) for text, count in texts.items() if count]


def _renamed(text: str, names: list[str]) -> dict[str, str]:
    """Return the new names of variables; raise InputError if an old one is unknown or a new one is taken."""
    pairs = [part.split("=") for part in re.split("[;,]", text) if part.strip()]
    result: dict[str, str] = {}
    for pair in pairs:
        old, new = (pair[0].strip(), pair[-1].strip()) if len(pair) == 2 else ("", "")
        if old not in names or not _NAME.fullmatch(new):
            raise InputError(
                tr("RENAME: “{text}” names no variable of this run. Write OLD=NEW; there are: {names}.").format(
                    text="=".join(pair).strip(), names=", ".join(names)
                )
            )
        result[old] = new
    every = [result.get(name, name) for name in names]
    if len(set(every)) != len(every):
        raise InputError(tr("RENAME: two variables would have the same name. Give each its own."))
    return result
